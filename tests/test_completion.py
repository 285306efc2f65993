"""What the shells offer when Tab is pressed."""

from unicodedata import normalize

import pytest
from click.shell_completion import BashComplete, FishComplete, ZshComplete, get_completion_class
from conftest import SONG, VOCABULARY

from sadkpop.cli import cli
from sadkpop.shells import register

register()


@pytest.fixture
def complete(monkeypatch):
    """Return what a shell is told that could stand where the line ends."""

    def complete(line, shell="bash"):
        words = line.split(" ")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words) - 1))
        return get_completion_class(shell)(cli, {}, "sadkpop", "_SADKPOP_COMPLETE").complete().splitlines()

    return complete


def test_commands_and_options(complete):
    """Commands, and options."""
    assert complete("sadkpop s") == ["plain,show", "plain,search"]
    assert complete("sadkpop pick --s") == ["plain,--seed", "plain,--shuffle"]


def test_words(complete):
    """Themes and moods, in any case, with what they mean."""
    assert len(complete("sadkpop pick -t ")) == 10
    assert complete("sadkpop pick --mood Xy") == []
    assert complete("sadkpop pick --mood B") == ["plain,bitter", "plain,bittersweet"]
    assert complete("sadkpop pick -m hope", "zsh") == ["plain", "hopeful", "Somewhere ahead, it gets better"]
    assert complete("sadkpop pick -t memory -t par", "fish") == ["plain,parting\tA goodbye, whatever the reason"]


def test_other_words(complete):
    """Other words are offered where what is typed begins no name, with what they stand for."""
    assert complete("sadkpop pick -t div") == ["plain,divorce", "plain,divorced", "plain,divorcing"]
    assert complete("sadkpop pick -m fur", "fish") == ["plain,furious\tbitter"]
    assert complete("sadkpop pick --mood 외로워") == ["plain,외로워"]


def test_words_of_both_kinds(complete):
    """A word of `pick`, or one to leave out, may be of either kind; those of `themes` and `moods` are of theirs."""
    assert len(complete("sadkpop pick ")) == 20
    assert complete("sadkpop pick breakup be") == ["plain,betrayal"]
    assert complete("sadkpop pick --not hope") == ["plain,hopeful"]
    assert "plain,hopeful" not in complete("sadkpop themes ho")
    assert complete("sadkpop moods ho") == ["plain,hopeful"]


@pytest.mark.parametrize("typed", [normalize("NFD", "외로"), "ｌｏｎｅ", "LÓNE"])
def test_words_that_fold_alike(complete, typed):
    """What is typed decomposed, wide or with accents is completed all the same."""
    assert complete(f"sadkpop pick -m {typed}")[0] in ("plain,외로움", "plain,lonely")


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("pick --theme", "gr", ["grief"]),
        ("pick --mood", "외로워", ["외로워"]),
        ("pick --not", "hope", ["hopeful"]),
        ("pick --from", "bit", ["bitter", "bittersweet"]),
        ("list --format", "s", ["svg"]),
        ("show --format", "", ["table", "json", "csv", "m3u", "svg"]),
    ],
)
def test_values_joined_to_options(complete, option, typed, offered):
    """After --option= the whole word is completed, but for bash, which takes the sign for the end of one."""
    name = option.split()[1]
    for shell in ("zsh", "fish"):
        lines = complete(f"sadkpop {option}={typed}", shell)
        values = lines[1::3] if shell == "zsh" else [line.partition(",")[2].partition("\t")[0] for line in lines]
        assert values == [f"{name}={value}" for value in offered]
    assert complete(f"sadkpop {option}={typed}") == [f"plain,{name}={value}" for value in offered]
    words = f"sadkpop {option} = {typed}" if typed else f"sadkpop {option} ="
    assert complete(words) == [f"plain,{value}" for value in offered]


def test_paths_joined_to_options(complete, tmp_path, monkeypatch):
    """Paths are found after --catalog= too, with folders marked, and from the home folder."""
    (tmp_path / "my songs").mkdir()
    (tmp_path / "my.yaml").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    for start in (str(tmp_path), "~"):
        lines = complete(f"sadkpop list --catalog={start}/my", "fish")
        assert lines == [f"plain,--catalog={start}/my songs/", f"plain,--catalog={start}/my.yaml"]
        assert complete(f"sadkpop list --catalog {start}/my.", "fish") == [f"plain,{start}/my.yaml"]
    assert complete("sadkpop list --catalog my") == ["file,my"]
    assert complete("sadkpop list --catalog=my", "zsh") == ["file", "my", "_"]


@pytest.mark.parametrize(
    "line", ["pick --catalog = {} -t br", "--catalog = {} pick --theme = br", "pick --not = x --catalog = {} -t br"]
)
def test_options_that_bash_takes_apart(complete, catalog, line):
    """An option and a value that bash made three words of are one, wherever they stand."""
    assert complete(f"sadkpop {line.format(catalog())}") == ["plain,breakup"]


@pytest.mark.parametrize(("shell", "theirs"), [("bash", BashComplete), ("zsh", ZshComplete), ("fish", FishComplete)])
def test_what_is_done_to_the_scripts(shell, theirs):
    """What is mended in the script of a shell is still found in it."""
    assert get_completion_class(shell).source_template != theirs.source_template


def test_words_with_capitals(complete, catalog):
    """A word that the catalog spells with capitals is offered in any case too."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup", "Breakup"))
    for typed in ("b", "B"):
        assert complete(f"sadkpop --catalog {path} pick -t {typed}") == ["plain,Breakup"]


@pytest.mark.parametrize("command", ["show", "play"])
def test_numbers(complete, command):
    """Numbers of songs, with their titles."""
    assert complete(f"sadkpop {command} 2", "zsh")[:6] == ["plain", "2", "Wasted", "plain", "20", "Fear"]
    assert len(complete(f"sadkpop {command} ")) == 25


def test_formats(complete):
    """Formats."""
    assert complete("sadkpop list -f ") == ["plain,table", "plain,json", "plain,csv", "plain,m3u", "plain,svg"]


def test_catalog_in_force(complete, catalog, monkeypatch):
    """What is offered comes from the catalog that the command would read."""
    path = catalog()
    monkeypatch.setenv("HOME", str(path.parent))
    assert complete(f"sadkpop --catalog {path} pick -m ") == ["plain,heavy", "plain,light"]
    assert complete(f"sadkpop --catalog ~/{path.name} show ") == ["plain,1"]
    monkeypatch.setenv("SADKPOP_CATALOG", str(path))
    assert complete("sadkpop pick -t ") == ["plain,breakup", "plain,memory"]


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[", b"\xff\x00", f"{VOCABULARY}songs:{SONG}".replace("[breakup]", "[brekup]")]
)
def test_silent_on_a_broken_catalog(complete, catalog, capfd, text):
    """A catalog that cannot be read offers nothing, and says nothing."""
    path = catalog(text)
    for line in ("pick -t ", "pick -t breakup -m ", "show ", "play 1"):
        assert complete(f"sadkpop --catalog {path} {line}") == []
    assert complete("sadkpop --catalog /nowhere pick -t ") == []
    assert capfd.readouterr() == ("", "")


def test_as_a_process(process):
    """A shell gets its answer from the program, and the script that asks for it."""
    env = {"_SADKPOP_COMPLETE": "bash_complete", "COMP_WORDS": "sadkpop show 1", "COMP_CWORD": "2"}
    result = process(env=env)
    assert (result.stdout.split()[0], result.stderr) == (b"plain,1", b"")
    assert b"_SADKPOP_COMPLETE=zsh_complete sadkpop" in process(env={"_SADKPOP_COMPLETE": "zsh_source"}).stdout
