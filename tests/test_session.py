"""Which catalog a run is about, how it is named in what is offered, and what is answered before anything else."""

import os
import random
from itertools import cycle

import pytest
from conftest import SONG, VOCABULARY, commands_in, numbers, without_escapes

import sadkpop.catalog
from sadkpop.care import CareList
from sadkpop.catalog import load
from sadkpop.cli import cli

BUILT_IN = load()
FORMATS = ["table", "json", "csv", "m3u", "svg", "text"]

# Words of a small catalog that come before all others, and some that only look like them.
CARE = """
care:
  - words: vanish*, 사라지고 싶
    leads_to: light
    says: Stay.
  - words: vanishing point
quiet: Somebody listens.
"""
SONGS = SONG + SONG.replace("1", "2").replace("Rain", "Vanish").replace("Somebody", "Vanishers").replace(
    "heavy", "light"
)


@pytest.fixture
def careful(catalog):
    """Return the path of a catalog with words of care."""
    return catalog(f"{VOCABULARY}{CARE}songs:{SONGS}")


def test_own_catalog(run, catalog):
    """A catalog is named before the command or after it, the last one typed wins, then the variable's."""
    path = catalog()
    variable = {"SADKPOP_CATALOG": str(path)}
    wrong = {"SADKPOP_CATALOG": "/nowhere"}
    for arguments, env in (
        (("--catalog", path, "list"), {}),
        (("list", "--catalog", path), {}),
        (("list", f"--catalog={path}"), wrong),
        (("--catalog", path, "list"), wrong),
        (("--catalog", "/nowhere", "pick", "-t", "breakup", "--catalog", path), {}),
        (("list",), variable),
    ):
        assert "Somebody" in run(*arguments, env=env).stdout
    assert run("--catalog", path, "list", "--catalog", "/nowhere").exit_code == 1
    assert len(numbers(run("list", env={"SADKPOP_CATALOG": ""}))) == 25


def test_home_folder(run, catalog, monkeypatch):
    """A tilde that no shell has expanded is the home folder."""
    path = catalog()
    monkeypatch.setenv("HOME", str(path.parent))
    assert "Somebody" in run("list", "--catalog", f"~/{path.name}").stdout
    assert "Somebody" in run("list", env={"SADKPOP_CATALOG": f"~/{path.name}"}).stdout


@pytest.mark.parametrize("command", ["pick -t breakup -t memory -m heavy qqq", "search rain", "show qqq", "qqq"])
def test_catalog_is_read_once(run, catalog, monkeypatch, command):
    """A catalog that can be read but once, such as a pipe, is enough for every command."""
    read, paths = sadkpop.catalog.load, []
    monkeypatch.setattr(sadkpop.catalog, "load", lambda path=None: paths.append(path) or read(path))
    run(*command.split(), "--catalog", catalog(f"{VOCABULARY}{CARE}songs:{SONGS}"))
    assert len(paths) == 1


def test_own_vocabulary(run, catalog):
    """A catalog of one's own brings its own themes and moods."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup", "이별"))
    assert numbers(run("--catalog", path, "pick", "-t", "이별", "-m", "Heavy")) == [1]
    assert run("--catalog", path, "pick", "-t", "breakup").exit_code == 2


@pytest.mark.parametrize(
    "command",
    ["list", "pick", "pick lonely", "show 1", "search rain", "play 1", "themes", "moods", "qqq"],
)
def test_catalog_that_cannot_be_read(run, command):
    """It is said which one, and of the variable's that it is the variable's; nothing else is said."""
    for name in ("/nowhere/songs.yaml", "/", ""):
        result = run("--catalog", name, *command.split())
        assert result.stdout == ""
        assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
        assert "Cannot read" in result.stderr
    result = run(*command.split(), env={"SADKPOP_CATALOG": "/nowhere/songs.yaml"})
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: Cannot read /nowhere/songs.yaml: no such file. It is the one that SADKPOP_CATALOG names.\n"
    )


def test_words_of_care_need_no_catalog(run, terminal):
    """Nobody goes unheard because of a file that cannot be read; who mistypes an option hears of that."""
    for words in ("kill myself", "pick suicide", "show suicide"):
        result = run("--catalog", "/nowhere", *words.split())
        assert (result.exit_code, numbers(result)[:1]) == (0, [7])
        assert "findahelpline.com" in result.stderr
        assert "/nowhere" not in result.stderr
        assert "`sadkpop show 7`" in without_escapes(terminal("--catalog", "/nowhere", *words.split()))
    result = run("--catalog", "/nowhere", "pick", "--qqq")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: pick has no option --qqq.\n")


@pytest.mark.parametrize(
    "line", ["pick -m kill myself", "pick -t kill myself", "list -f kill myself", "pick -m heavy lonely -t suicide"]
)
def test_words_of_care_behind_an_option(run, line):
    """Who leaves the quotes out types a part as the value of an option."""
    result = run(*line.split())
    assert (result.exit_code, numbers(result)[:1]) == (0, [7])
    assert "findahelpline.com" in result.stderr


@pytest.mark.parametrize("output_format", FORMATS)
def test_words_of_care_in_a_long_catalog(run, catalog, output_format):
    """However many songs could be the answer, as many come as a picture holds."""
    songs = "".join(SONG.replace("number: 1", f"number: {number}").replace("heavy", "light") for number in range(1, 42))
    result = run("vanish", "-f", output_format, "--catalog", catalog(f"{VOCABULARY}{CARE}songs:{songs}"))
    assert (result.exit_code, result.stderr) == (0, "Stay.\n\n")
    assert result.stdout


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_catalog_without_permission(run, catalog):
    """A catalog that may not be read is like one that is not there."""
    path = catalog()
    path.chmod(0)
    assert run("list", env={"SADKPOP_CATALOG": str(path)}).exit_code == 1


def test_help_needs_no_catalog(run):
    """Who asks for help gets it, whatever the catalog."""
    for arguments in (("-h",), ("pick", "-h"), ("--version",)):
        assert run(*arguments, env={"SADKPOP_CATALOG": "/nowhere"}).exit_code == 0


@pytest.mark.parametrize("command", ["list", "pick", "show 1", "search rain", "play 1", "themes", "moods"])
def test_broken_catalog(run, catalog, command):
    """Every problem is reported, one a line, each with the file; nothing else is."""
    path = catalog(songs=SONG.replace("[breakup]", "[brekup]").replace("[heavy]", "[]"))
    result = run("--catalog", path, *command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.rpartition(f"{path}:")[2].split(":")[0] for line in result.stderr.splitlines()] == ["12", "13"]


def test_commands_name_the_catalog(run, terminal, catalog):
    """Where a catalog was named for one command, it is named again for the next; the variable's need not be."""
    path = catalog(songs=SONG + SONG.replace("number: 1", "number: 7").replace("Rain", "-LISTEN-"))
    lines = ["", "pick -t x", "pick -t breakup,heavy", "pick qqq", "pick 3", "pick --from qqq", "show", "show qqq",
             "show it rains", "play", "play 1 7", "search", "search qqq", "search memory", "themes heavy", "moods qqq",
             "lsit", "7", "heavy", "qqq", "pick -m light", "list rain", "pick -- -", "-- -LISTEN-"]  # fmt: skip
    for line in lines[1:]:
        for arguments in (
            ["--catalog", path, *line.split()],
            *([] if "--" in line else [[*line.split(), "--catalog", path]]),
        ):
            message = run(*arguments).stderr
            for command in commands_in(message):
                assert command.count("--catalog") == (command != ["pick", "-h"])
                assert command[1] == str(path)
        message = run(*line.split(), env={"SADKPOP_CATALOG": str(path)}).stderr
        assert "--catalog" not in message
    for arguments in (("--catalog", str(path), "show", "1"), ("show", "1", "--catalog", str(path))):
        assert f"`sadkpop --catalog {path} play 1`" in without_escapes(terminal(*arguments)).replace("\n", "")
    assert "Play it: `sadkpop play 1`" in terminal("show", "1", env={"SADKPOP_CATALOG": str(path)})


@pytest.mark.parametrize(
    ("name", "shown"),
    [("my songs.yaml", "'{}/my songs.yaml'"), ("a;b.yaml", "'{}/a;b.yaml'"), ("\x1b[1m.yaml", "'{}/\\x1b[1m.yaml'")],
)
def test_catalog_is_quoted(run, catalog, name, shown):
    """A path that a shell would read otherwise is quoted, and one that would drive the terminal is escaped."""
    path = catalog()
    odd = path.rename(path.with_name(name))
    message = run("--catalog", odd, "pick", "-t", "x").stderr
    assert f"`sadkpop --catalog {shown.format(path.parent)} themes` shows them all." in message


@pytest.mark.parametrize("option", [["-f", "json"], ["-fjson"], ["--format", "JSON"], ["--format=json"]])
def test_format_of_an_answer(run, careful, option):
    """The answer to words of care has the format that was asked for, wherever and however it stands."""
    for arguments in (
        [*option, "vanish"],
        ["vanish", *option],
        ["pick", *option, "vanish"],
        ["list", "vanish", *option],
    ):
        assert run("--catalog", careful, *arguments).stdout == run("--catalog", careful, "show", "2-2", *option).stdout


def filled(phrase):
    """Return a phrase of care as a person types it: of each choice the first."""
    words = [word.split("/")[0].rstrip("*") for word in phrase.replace("|", " ").split()]
    return " ".join(word for word in words if word not in ("…", "+"))


def doors(phrase):
    """Return the ways into the program for a phrase, each as arguments with a place for a format."""
    words = phrase.split()
    yield words
    for command in cli.commands:
        yield [command, *words]
    for option in ("-t", "-m", "--not", "--from", "--to", "-n"):
        yield ["pick", option, phrase]
    yield ["pick", f"--theme={phrase}"]
    yield ["pick", "breakup", "--arc", f"-t{phrase}", "--not", "lonely"]
    yield ["list", "--no-such-option", phrase]
    yield ["list", f"--no-such-option={phrase}"]
    yield ["pick", f"--{'-'.join(words)}"]
    yield [f"--{'-'.join(words)}"]
    yield ["pick", "--shuffle", "--arc", *words]
    yield ["list", "-f", phrase]


def test_care_at_every_door(run, monkeypatch):
    """Words of care are answered alike wherever they are typed, and nothing of them comes back on any stream."""
    monkeypatch.setattr("webbrowser.open", lambda url: pytest.fail("something was opened"))
    monkeypatch.setenv("DISPLAY", "")
    heard = CareList(BUILT_IN.care).heard
    rng = random.Random(3)
    for block in filter(lambda block: block.leads_to, BUILT_IN.care):
        phrases = [phrase for phrase in map(filled, block.phrases) if phrase.isascii() and heard([phrase]) is block]
        assert len(phrases) > 20
        answers = {form: run("pick", phrases[0], "-f", form) for form in FORMATS}
        assert {answer.exit_code for answer in answers.values()} == {0}
        for place, phrase in enumerate([phrases[0], *rng.sample(phrases, 1)]):
            turn = cycle(FORMATS[place:] + FORMATS[:place])
            for arguments in doors(phrase):
                for form in FORMATS if not place and block is BUILT_IN.care[0] else [next(turn)]:
                    result = run("-f", form, *arguments) if form != "table" else run(*arguments)
                    expected = answers[form]
                    assert result.exit_code == 0, (arguments, result.stderr)
                    assert (result.stdout, result.stderr) == (expected.stdout, expected.stderr), arguments
        assert block.says in answers["json"].stderr


def test_care_after_a_double_dash(run, careful):
    """What stands after -- are words too."""
    for command in ([], ["pick"], ["themes"], ["pick", "heavy"]):
        assert run("--catalog", careful, *command, "--", "-vanish").stderr.startswith("Stay.\n")


def test_care_in_short_options(run, careful):
    """An option of one letter that does not exist, with words joined to it, may be either a word or a value."""
    for arguments in (
        ["pick", "-vanish"],
        ["pick", "-xvanish"],
        ["-vanish"],
        ["pick", "-tvanish"],
        ["pick", "--arc=vanish"],
    ):
        assert run("--catalog", careful, *arguments).stderr == "Stay.\n\n"


def test_care_comes_before_what_is_wrong(run, careful):
    """It is not complained of anything else on the command line; a catalog that cannot be read has no care."""
    for arguments in (
        ["pick", "-n", "0", "vanish"],
        ["vanish", "-t"],
        ["play", "1", "vanish"],
        ["pick", "-h", "vanish"],
    ):
        result = run("--catalog", careful, *arguments)
        assert (result.exit_code, result.stderr) == (0, "Stay.\n\n")
    assert run("--catalog", "/nowhere", "vanish").exit_code == 1


@pytest.mark.parametrize("option", ["--title", "--seed"])
def test_care_is_not_for_every_text(run, careful, option):
    """A title and a seed may be any text."""
    assert run("--catalog", careful, "pick", "-n", "2", option, "vanish").stderr == ""
    assert run("--catalog", careful, "themes", option, "vanish").stderr == "Stay.\n\n"  # there it is no option


def test_a_name_is_not_care(run, careful):
    """A whole title or artist is the song where songs are named; with anything else it is care, and so elsewhere."""
    for command in ("show", "search"):
        assert "Vanish" in run("--catalog", careful, command, "vanishers").stdout
        assert run("--catalog", careful, command, "vanishers").stderr == ""
        assert "Vanish" in run("--catalog", careful, command, "vanish").stdout
        assert run("--catalog", careful, command, "vanish").stderr == ""
        assert run("--catalog", careful, command, "vanish", "now").stderr.startswith("Stay.")
    assert run("--catalog", careful, "pick", "vanish").stderr.startswith("Stay.")
    assert run("--catalog", careful, "vanish").stderr.startswith("Stay.")


def test_care_of_the_catalog_in_use(run, catalog):
    """A catalog without care has none, and repeats nothing all the same."""
    result = run("--catalog", catalog(), "pick", "i", "want", "to", "die")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "die" not in result.stderr


@pytest.mark.parametrize("form", ["table", "json", "svg"])
def test_words_that_only_look_like_care_are_not_repeated(run, careful, form):
    """A word of care that does not count is never printed, whatever is wrong with it."""
    for arguments in (*doors("vanishing point"), ["pick", "light", "vanishing", "point"]):
        result = run("--catalog", careful, *arguments, "-f", form)
        assert "point" not in result.stdout + result.stderr, arguments
        assert result.exit_code in (0, 1, 2)
