"""What the shells offer when Tab is pressed."""

import os
import signal
import subprocess
import sys
from unicodedata import normalize

import pytest
from click.shell_completion import BashComplete, FishComplete, ZshComplete, get_completion_class
from conftest import SONG, VOCABULARY

import sadkpop.completion  # noqa: F401  # goes before click's
from sadkpop.catalog import load
from sadkpop.cli import cli

BUILT_IN = load()


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
    assert complete("sadkpop list -f ") == [f"plain,{form}" for form in ("table", "json", "csv", "m3u", "svg", "text")]


def test_theme_and_mood_completion(complete):
    """Themes and moods, in any case, with what they mean."""
    hopeful, parting = BUILT_IN.moods["hopeful"].meaning, BUILT_IN.themes["parting"].meaning
    assert complete("sadkpop pick -t ") == [f"plain,{theme}" for theme in BUILT_IN.themes]
    assert complete("sadkpop pick --mood Xy") == []
    assert complete("sadkpop pick --mood B") == ["plain,bitter", "plain,bittersweet"]
    assert complete("sadkpop pick -m hope", "zsh") == ["plain", "hopeful", hopeful]
    assert complete("sadkpop pick -t memory -t par", "fish") == [f"plain,parting\t{parting}"]


def test_other_words(complete, catalog):
    """Other words are offered where what is typed begins no name, with what they stand for; no phrases are."""
    also = "{meaning: It is over, also: 'dumped, left me, ditched, brokenhearted'}"
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup: It is over", f"breakup: {also}"))
    line = f"sadkpop --catalog {path} pick -t "
    assert complete(f"{line}d", "fish") == ["plain,dumped\tbreakup", "plain,ditched\tbreakup"]
    assert complete(f"{line}b") == ["plain,breakup"]
    assert complete(f"{line}l") == []


def test_words_of_both_kinds(complete):
    """A word of `pick`, or one to leave out, may be of either kind; those of `themes` and `moods` are of theirs."""
    assert len(complete("sadkpop pick ")) == 20
    assert complete("sadkpop pick breakup be") == ["plain,betrayal"]
    assert complete("sadkpop pick --not hope") == ["plain,hopeful"]
    assert "plain,hopeful" not in complete("sadkpop themes ho")
    assert complete("sadkpop moods ho") == ["plain,hopeful"]
    assert complete("sadkpop pick --from hope") == ["plain,hopeful"]
    assert complete("sadkpop pick --to Beau") == ["plain,Beautiful Pain"]
    assert complete("sadkpop pick --from wist") == ["plain,wistful"]
    assert complete("sadkpop pick --from 14") == ["plain,14"]


def test_after_a_comma(complete):
    """What stands after the last comma is completed, and what stands before it is kept."""
    assert complete("sadkpop pick -t breakup,mem") == ["plain,breakup,memory"]
    assert complete("sadkpop pick -t breakup,grief,mem") == ["plain,breakup,grief,memory"]
    assert len(complete("sadkpop pick -t breakup,")) == 9  # all but the one that is there
    assert complete("sadkpop pick --not=breakup,hopef", "zsh")[1] == "--not=breakup,hopeful"


def test_a_title_with_a_comma(complete):
    """What stands after a comma in a title is no word of its own."""
    assert complete("sadkpop show Eyes,") == ["plain,Eyes, Nose, Lips"]


def test_help_completes_commands(complete):
    """The commands are what there is help for."""
    assert complete("sadkpop help pi") == ["plain,pick"]


@pytest.mark.parametrize("typed", ["ｌｏｎｅ", "LÓNE"])
def test_words_that_fold_alike(complete, typed):
    """What is typed wide or with accents is completed all the same."""
    assert complete(f"sadkpop pick -m {typed}") == ["plain,lonely"]


def test_korean_typed_decomposed(complete, catalog):
    """So are Korean syllables typed letter by letter."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup", "이별"))
    assert complete(f"sadkpop --catalog {path} pick -t {normalize('NFD', '이')}") == ["plain,이별"]


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("pick --theme", "gr", ["grief"]),
        ("pick --not", "hope", ["hopeful"]),
        ("pick --from", "bit", ["bitter", "bittersweet"]),
        ("list --format", "s", ["svg"]),
        ("show --format", "", ["table", "json", "csv", "m3u", "svg", "text"]),
    ],
)
def test_values_joined_to_options(complete, option, typed, offered):
    """After --option= the whole word is completed; bash, which takes the sign for the end of one, gets what follows."""
    name = option.split()[1]
    for shell in ("zsh", "fish"):
        lines = complete(f"sadkpop {option}={typed}", shell)
        values = lines[1::3] if shell == "zsh" else [line.partition(",")[2].partition("\t")[0] for line in lines]
        assert values == [f"{name}={value}" for value in offered]
    assert complete(f"sadkpop {option}={typed}") == [f"plain,{name}={value}" for value in offered]


@pytest.mark.parametrize("command", ["show", "play"])
def test_songs(complete, command):
    """Numbers of songs, with their titles; titles, with their artists, where no number begins as typed."""
    assert complete(f"sadkpop {command} 2", "zsh")[:6] == ["plain", "2", "Wasted", "plain", "20", "Fear"]
    assert len(complete(f"sadkpop {command} ")) >= 25
    assert complete(f"sadkpop {command} wildf", "fish") == ["plain,Wildflower\tPark Hyoshin"]
    assert complete(f"sadkpop {command} 14 wildf") == ["plain,Wildflower"]


def test_titles_with_blanks_in_bash(complete):
    """What bash is told to take for a file it quotes."""
    assert complete("sadkpop show the") == ["plain,The Fool"]
    script = get_completion_class("bash").source_template
    assert 'COMPREPLY+=("$value")' in script
    assert "compopt -o filenames" in script


@pytest.mark.parametrize(("shell", "theirs"), [("bash", BashComplete), ("fish", FishComplete)])
def test_what_is_done_to_the_scripts(shell, theirs):
    """What is fixed in the script of a shell is still found in it."""
    assert get_completion_class(shell).source_template != theirs.source_template
    assert issubclass(get_completion_class("zsh"), ZshComplete)


def test_words_with_capitals(complete, catalog):
    """A word that the catalog spells with capitals is offered in any case too."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup", "Breakup"))
    for typed in ("b", "B"):
        assert complete(f"sadkpop --catalog {path} pick -t {typed}") == ["plain,Breakup"]


def test_completion_uses_the_given_catalog(complete, catalog, monkeypatch):
    """What is offered comes from the catalog that the command would read."""
    path = catalog()
    monkeypatch.setenv("HOME", str(path.parent))
    assert complete(f"sadkpop --catalog {path} pick -m ") == ["plain,heavy", "plain,light"]
    assert complete(f"sadkpop pick --catalog {path} -m ") == ["plain,heavy", "plain,light"]
    assert complete(f"sadkpop --catalog ~/{path.name} show 1") == ["plain,1"]
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


def test_completion_while_words_of_care_are_typed(complete, capfd):
    """Nothing is answered before it is asked, and nothing is offered beside such words."""
    assert complete("sadkpop pick sad -t gr") == ["plain,grief"]
    assert complete("sadkpop pick suicide ") == []
    assert complete("sadkpop pick suicide -t gr") == []
    assert capfd.readouterr() == ("", "")


def test_as_a_process(process):
    """A shell gets its answer from the program, which waits for nothing that it does not need."""
    env = {"_SADKPOP_COMPLETE": "bash_complete", "COMP_WORDS": "sadkpop show 1", "COMP_CWORD": "2"}
    result = process(env=env, python=("-X", "importtime"))
    assert result.stdout.split()[0] == b"plain,1"
    assert b"yaml" in result.stderr
    assert b"rich" not in result.stderr


def test_the_script_for_a_shell(run):
    """The program prints what a shell has to read."""
    result = run(env={"_SADKPOP_COMPLETE": "zsh_source"})
    assert "_SADKPOP_COMPLETE=zsh_complete sadkpop" in result.stdout


@pytest.mark.parametrize("env", [{}, {"COMP_WORDS": "sadkpop", "COMP_CWORD": "x"}])
def test_completion_without_a_word(run, env):
    """A shell that does not say what to complete gets nothing, and no traceback."""
    result = run(env={"_SADKPOP_COMPLETE": "bash_complete", **env})
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")


@pytest.mark.skipif(os.name != "posix", reason="signals and named pipes are POSIX")
def test_interrupted_completion(tmp_path):
    """Ctrl-C while the shell completes ends it without a traceback."""
    pipe = tmp_path / "endless.yaml"
    os.mkfifo(pipe)
    line = {"COMP_WORDS": f"sadkpop --catalog {pipe} show ", "COMP_CWORD": "4"}
    child = subprocess.Popen(
        [sys.executable, "-m", "sadkpop"],
        env={**os.environ, "_SADKPOP_COMPLETE": "bash_complete", **line},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # the tests may have been told to ignore it
    )
    with open(pipe, "wb"):  # The program waits for a catalog that does not come.
        child.send_signal(signal.SIGINT)
    # With the pipe closed it goes on, even if the signal came a moment before it began to wait.
    assert child.communicate(timeout=60) == (b"", b"")
    assert child.returncode == 1
