"""The commands as a person uses them: what is printed where, and how they end."""

import shlex

import pytest
from conftest import SONG, VOCABULARY

import sadkpop
from sadkpop.cli import cli


def numbers(result):
    """Return the numbers of the songs in a table, in the order they are printed."""
    return [int(line.split()[0]) for line in result.stdout.splitlines()[2:]]


def test_list(run):
    """Every song, in the order of the catalog."""
    result = run("list")
    assert result.exit_code == 0
    assert numbers(result) == list(range(1, 26))
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", list(range(1, 26))),
        ("--theme breakup", [1, 2, 3, 4, 8, 9, 11, 12, 14, 18, 23, 24, 25]),
        ("-t BREAKUP -t Betrayal", [1, 2, 3, 4, 8, 9, 11, 12, 13, 14, 18, 23, 24, 25]),
        ("-m tender", [7, 21]),
        ("--mood TENDER --mood anxious", [7, 13, 20, 21]),
        ("-t memory -m hopeful", [6, 23]),
        ("-m hopeful --arc", [16, 20, 8, 6, 19, 23]),
        ("-t grief -n 99", [5, 15, 16]),
        # What a seed draws is promised to stay, whatever the platform and the version of Python.
        ("-n 3 --seed tonight", [8, 16, 17]),
        ("-n 4 --seed rain", [1, 12, 17, 23]),
        ("-n 4 --seed rain --shuffle", [12, 1, 17, 23]),
        ("-t grief --seed 눈 --shuffle", [16, 5, 15]),
        ("-n 3 --seed ''", [11, 14, 20]),
    ],
)
def test_pick(run, arguments, expected):
    """The songs that fit, in the order asked for."""
    result = run("pick", *shlex.split(arguments))
    assert result.exit_code == 0
    assert numbers(result) == expected


def test_pick_without_a_seed_varies(run):
    """Chance is chance until it is given a seed."""
    assert len({tuple(numbers(run("pick", "-n", "5"))) for _ in range(5)}) > 1


def test_pick_nothing(run):
    """What was asked for in vain is named, and what there is instead."""
    result = run("pick", "-t", "comfort", "-m", "bitter", "-m", "lonely")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: No song has the theme comfort and the mood bitter or lonely. "
        "With the theme comfort there are the moods tender, anxious, hopeful, despairing.\n"
    )


def test_pick_a_mood_that_no_song_has(run, catalog):
    """A mood without songs is said to have none, and nothing else."""
    result = run("--catalog", catalog(), "pick", "-m", "light")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Error: No song has the mood light.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["-t", "brekup"],
            '"brekup" is not one of the themes; did you mean "breakup"? `sadkpop themes` shows them all.',
        ),
        (["-m", "Hopefull"], '"Hopefull" is not one of the moods; did you mean "hopeful"? `sadkpop moods` shows'),
        (["-t", "xyz"], '"xyz" is not one of the themes. `sadkpop themes` shows them all.'),
        (["-t", ""], '"" is not one of the themes. `sadkpop themes` shows them all.'),
        (["-n", "0"], "0 is not in the range x>=1."),
        (["-n", "some"], "'some' is not a valid integer range."),
        (["--shuffle", "--arc"], "--shuffle and --arc both set the order: give one of them."),
        (["breakup"], "Got unexpected extra argument (breakup)"),
    ],
)
def test_pick_usage_errors(run, arguments, message):
    """A command line that is wrong says how, and nothing is printed."""
    result = run("pick", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Usage: sadkpop pick" in result.stderr


def test_show(run):
    """A song in full."""
    result = run("show", "17")
    assert result.exit_code == 0
    assert result.stdout == (
        "17  One of These Nights · 7월 7일\n"
        "    Red Velvet · 레드벨벳\n"
        "\n"
        "    For one night a happy moment is back, as bright as it ever was, though it ended long ago. Then "
        "sleep lets go of it. The dream was never the sad part; waking up is.\n"
        "\n"
        "    Themes  memory, longing\n"
        "    Moods   wistful\n"
        "    Also    One of Those Nights\n"
        "\n"
        "    https://www.youtube.com/results?search_query="
        "Red+Velvet+One+of+These+Nights+7%EC%9B%94+7%EC%9D%BC\n"
    )


@pytest.mark.parametrize("song", ["14", "014", "the fool", "THE FOOL", "fool", "이바보야", "the-fool!"])
def test_show_by_number_or_title(run, song):
    """A song is what a person calls it; several words need no quotation marks."""
    result = run("show", *song.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("14  The Fool · 이 바보야\n")


@pytest.mark.parametrize(
    ("song", "message"),
    [
        ("99", 'There is no song "99". The numbers go from 1 to 25.\n'),
        ("0", 'There is no song "0". The numbers go from 1 to 25.\n'),
        (
            "beautiful",
            '"beautiful" is in several titles. Give more of the one you mean, or its number:\n'
            "   1  Beautiful Pain - BTOB\n"
            "  25  You Were Beautiful - DAY6\n",
        ),
        ("wildflowr", 'No title has "wildflowr" in it. The nearest:\n  15  Wildflower - Park Hyoshin\n'),
        ("qqq", 'No title has "qqq" in it. `sadkpop search` looks at artists and blurbs too.\n'),
        ("", 'No title has "" in it. `sadkpop search` looks at artists and blurbs too.\n'),
    ],
)
def test_show_no_song_or_several(run, song, message):
    """What is no song, or several, says so, with the songs it may have been."""
    result = run("show", song)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}")


def test_show_too_many(run, catalog):
    """Of a hundred songs that it may have been, a person is told ten."""
    path = catalog(songs="".join(SONG.replace("number: 1", f"number: {number}") for number in range(1, 101)))
    lines = run("--catalog", path, "show", "rain").stderr.splitlines()
    assert (lines[1], lines[10], lines[11:]) == (
        "   1  Rain - Somebody",
        "  10  Rain - Somebody",
        ["      and 90 more"],
    )


def test_show_as_many_as_are_shown(run, catalog):
    """Where just as many songs are to choose from as a person is told, there is no word of more."""
    path = catalog(songs="".join(SONG.replace("number: 1", f"number: {number}") for number in range(1, 11)))
    assert run("--catalog", path, "show", "rain").stderr.splitlines()[-1] == "  10  Rain - Somebody"


def test_search(run):
    """The songs in which every word occurs, as a table."""
    assert numbers(run("search", "ㅂㅌㅂ")) == [1, 23]
    assert numbers(run("search", "Taeyang", "afraid")) == []
    assert numbers(run("search", "Taeyang", "scared")) == [20]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["wildflowr"], 'No song has "wildflowr"; did you mean "wildflower"?'),
        (["rain", "qqq"], 'No song has "qqq".'),
        (["rain", "fool"], 'No song has "rain" and "fool" together.'),
        (["&"], 'No song has "&".'),
    ],
)
def test_search_nothing(run, words, message):
    """A search in vain says which word is to blame."""
    result = run("search", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}\n")


@pytest.mark.parametrize(
    ("command", "first", "last"), [("themes", "breakup", "healing"), ("moods", "despairing", "hopeful")]
)
def test_vocabulary(run, command, first, last):
    """Each word, how many songs have it and what it means, in the order of the catalog."""
    result = run(command)
    rows = [line.split(maxsplit=2) for line in result.stdout.splitlines()[2:]]
    assert (result.exit_code, len(rows), rows[0][0], rows[-1][0]) == (0, 10, first, last)
    assert all(len(row) == 3 and int(row[1]) > 0 for row in rows)


def test_vocabulary_counts(run):
    """A count is the number of songs that pick gives for the word."""
    assert "breakup      13  Love is over" in run("themes").stdout
    assert len(numbers(run("pick", "-t", "breakup"))) == 13


def test_version(run):
    """The version is that of the package."""
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"sadkpop {sadkpop.__version__}\n")


def test_bare_program_shows_the_help(run):
    """Without a command there is the help, and that is no error."""
    result = run()
    assert result.exit_code == 0
    assert result.stdout == run("--help").stdout == run("-h").stdout


@pytest.mark.parametrize("command", [[], *([name] for name in cli.commands)])
def test_help_opens_with_examples(run, command):
    """Every help shows how it is used before it explains, and the examples are of that command."""
    result = run(*command, "-h")
    assert result.exit_code == 0
    usage, _, example, *_ = result.stdout.splitlines()
    assert usage.startswith(" ".join(["Usage: sadkpop", *command]))
    assert example.startswith("  " + " ".join(["sadkpop", *command]))
    assert result.stdout == run(*command, "--help").stdout


def test_help_lists_the_commands_in_the_order_of_use(run):
    """The command a newcomer wants first stands first."""
    help_text = run("-h").stdout
    places = [help_text.index(f"\n  {name} ") for name in cli.commands]
    assert places == sorted(places)


def test_unknown_command(run):
    """A command that is none is a usage error."""
    result = run("lst")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No such command 'lst'." in result.stderr


def test_own_catalog(run, catalog):
    """A catalog of one's own is named by the option or, failing that, by the environment."""
    path = catalog()
    assert "Somebody" in run("--catalog", path, "list").stdout
    assert "Somebody" in run("list", env={"SADKPOP_CATALOG": str(path)}).stdout
    assert "Somebody" in run("--catalog", path, "list", env={"SADKPOP_CATALOG": "/nowhere"}).stdout
    assert len(numbers(run("list", env={"SADKPOP_CATALOG": ""}))) == 25


def test_what_to_do_next_keeps_the_catalog(run, terminal, catalog):
    """Where a catalog was named for one command, it is named again for the next."""
    path = catalog()
    for arguments in (("--catalog", str(path), "list"), ("list", "--catalog", str(path))):
        assert f"`sadkpop --catalog {path} show 1`\n" in terminal(*arguments)
    assert f"`sadkpop --catalog {path} themes` shows them all." in run("--catalog", path, "pick", "-t", "x").stderr
    assert "Read one: `sadkpop show 1`\n" in terminal("list", env={"SADKPOP_CATALOG": str(path)})


@pytest.mark.parametrize(
    ("name", "shown"),
    [("my songs.yaml", "'{}/my songs.yaml'"), ("a;b.yaml", "'{}/a;b.yaml'"), ("\x1b[1m.yaml", "'{}/\\x1b[1m.yaml'")],
)
def test_what_to_do_next_can_be_typed(run, catalog, name, shown):
    """A path that a shell would read otherwise is quoted, and one that would drive the terminal is escaped."""
    path = catalog()
    odd = path.rename(path.with_name(name))
    message = run("--catalog", odd, "pick", "-t", "x").stderr
    assert f"`sadkpop --catalog {shown.format(path.parent)} themes` shows them all." in message


def test_catalog_before_and_after_the_command(run, catalog):
    """The catalog may be named before the command or after it: the last one typed is read, then the variable's."""
    path = catalog()
    assert "Somebody" in run("list", "--catalog", path).stdout
    assert "Somebody" in run("--catalog", "/nowhere", "pick", "-t", "breakup", "--catalog", path).stdout
    assert "Somebody" in run("list", "--catalog", path, env={"SADKPOP_CATALOG": "/nowhere"}).stdout
    assert run("--catalog", path, "list", "--catalog", "/nowhere").exit_code == 1


@pytest.mark.parametrize("command", ["pick -t breakup -t memory -m heavy", "show 1", "search rain"])
def test_catalog_is_read_once(process, catalog, command):
    """A catalog that can be read but once, such as a pipe, is enough for every command."""
    result = process(*command.split(), "--catalog", "/dev/stdin", input=catalog().read_bytes())
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Rain" in result.stdout


def test_words_given_twice(run):
    """A word given twice is one word."""
    result = run("pick", "-t", "comfort", "-t", "COMFORT", "-m", "bitter")
    assert "No song has the theme comfort and the mood bitter." in result.stderr


def test_own_vocabulary(run, catalog):
    """A catalog of one's own brings its own themes and moods."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup", "이별"))
    assert numbers(run("--catalog", path, "pick", "-t", "이별", "-m", "Heavy")) == [1]
    assert run("--catalog", path, "pick", "-t", "breakup").exit_code == 2


@pytest.mark.parametrize("command", ["list", "pick", "show 1", "search rain", "play 1", "themes", "moods"])
def test_broken_catalog(run, catalog, command):
    """Every problem is told, one a line, each with the file; nothing else is."""
    path = catalog(songs=SONG.replace("[breakup]", "[brekup]").replace("[heavy]", "[]") + "  - Snow\n")
    result = run("--catalog", path, *command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.rpartition(f"{path}:")[2].split(",")[0] for line in result.stderr.splitlines()] == [
        "12: song 1",
        "13: song 1",
        '15: song: found "Snow"',
    ]


def test_missing_catalog(run):
    """A catalog that is not there ends with 1, as every unreadable one does."""
    result = run("--catalog", "/nowhere/songs.yaml", "list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "/nowhere/songs.yaml: found a file that cannot be read (No such file or directory), expected a catalog\n"
    )
