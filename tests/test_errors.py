"""Errors as sentences: click's in the program's words, in one or two lines, on standard error."""

import re

import pytest
from conftest import SONG, commands_in

from sadkpop.cli import cli

WRONG = [
    # An option or a command that does not exist.
    ("--hlep", "There is no option --hlep; did you mean --help?"),
    ("--versoin", "There is no option --versoin; did you mean --version?"),
    ("pick --shufle", "There is no option --shufle; did you mean --shuffle?"),
    ("list --catalgo x", "There is no option --catalgo; did you mean --catalog?"),
    ("list --theme breakup", "list has no option --theme; pick has."),
    ("search -t breakup", "search has no option -t; pick has."),
    ("list --them breakup", "list has no option --them; pick has --theme."),
    ("-n 3", "sadkpop has no option -n; pick has."),
    ("play -f json", "play has no option -f; list has."),
    ("pick --words", "pick has no option --words."),
    ("pick --versoin", "pick has no option --versoin; sadkpop has --version."),
    ("list --nonsense", "list has no option --nonsense."),
    ("pick -x", "pick has no option -x."),
    ("pick --colour", "pick has no option --colour."),
    ("show -1", "show has no option -1."),
    ("list --json", "There is no option --json. For JSON: -f json."),
    ("pick --csv", "There is no option --csv. For CSV: -f csv."),
    ("themes --csv", "themes has no option --csv."),
    ("list --no-color", "There is no option --no-color. For no color, set NO_COLOR=1."),
    # Options without a value, and with one.
    ("pick -f", "-f takes table, json, csv, m3u, svg or text."),
    ("pick --theme", "--theme needs a theme, as in -t breakup."),
    ("pick -m", "-m needs a mood, as in -m lonely."),
    ("pick --not", "--not needs a theme or a mood, as in --not breakup."),
    ("pick -n", "-n needs a whole number, 1 or more, as in -n 3."),
    ("pick --seed", "--seed needs some text, as in --seed rain."),
    ("pick --from", "--from needs a mood or a song, as in --from heartbroken."),
    ("pick --to", "--to needs a mood or a song, as in --to hopeful."),
    ("list --title", "--title needs some text, as in --title Tonight."),
    ("list --catalog", "--catalog needs a file, as in --catalog my.yaml."),
    ("--catalog", "--catalog needs a file, as in --catalog my.yaml."),
    ("pick --arc=1", "--arc takes no value; type just --arc."),
    ("--version=1", "--version takes no value; type just --version."),
    ("pick --help=1", "--help takes no value; type just --help."),
    # Values.
    ("list -f pdf", "-f takes table, json, csv, m3u, svg or text."),
    ("themes -f svg", "-f takes table or json."),
    ("pick -n 0", "-n needs a whole number, 1 or more, as in -n 3."),
    ("pick -n some", "-n needs a whole number, 1 or more, as in -n 3."),
    ("pick -n -1", "-n needs a whole number, 1 or more, as in -n 3."),
    # Commands.
    ("lst", 'There is no command "lst"; did you mean `sadkpop list`?'),
    ("serach rain", 'There is no command "serach"; did you mean `sadkpop search rain`?'),
    ("14", 'There is no command "14"; did you mean `sadkpop show 14`?'),
    ("14 -f json", 'There is no command "14"; did you mean `sadkpop show 14`?'),
    ("the fool", 'There is no command "the"; did you mean `sadkpop show the fool`?'),
    ("dumped", 'There is no command "dumped"; did you mean `sadkpop pick dumped`?'),
    ("btob", 'There is no command "btob"; did you mean `sadkpop search btob`?'),
    ("dumped;ls", "There is no command \"dumped;ls\"; did you mean `sadkpop pick 'dumped;ls'`?"),
    ("foo bar baz", "Start with a command, as in `sadkpop pick {}`. `sadkpop -h` lists them all."),
    # Help.
    ("help qqq", "Start with a command, as in `sadkpop pick {}`. `sadkpop -h` lists them all."),
    ("hlep foo", "Start with a command, as in `sadkpop pick {}`. `sadkpop -h` lists them all."),
    ("hlep pick", 'There is no command "hlep"; did you mean `sadkpop help pick`?'),
    ("help serach", 'There is no command "serach"; did you mean `sadkpop help search`?'),
    ("help 14", 'There is no command "14"; did you mean `sadkpop show 14`?'),
    ("help the fool", 'There is no command "the"; did you mean `sadkpop show the fool`?'),
    ("help dumped", 'There is no command "dumped"; did you mean `sadkpop pick dumped`?'),
    ("help rain fool", 'There is no command "rain"; did you mean `sadkpop {}`?'),
    ("-", None),
    ("-- -x", None),
]


@pytest.mark.parametrize(("line", "message"), WRONG, ids=[line for line, _ in WRONG])
def test_a_wrong_command_line(run, line, message):
    """One sentence or two say what is wrong and what to type: in no case click's own, or its usage."""
    result = run(*line.split())
    sentence, *more = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (2, "")
    if message:
        before, _, after = f"Error: {message}".partition("{}")
        assert sentence.startswith(before)
        assert sentence.endswith(after)
    for word in (
        "Usage",
        "Try '",
        "No such",
        "Got unexpected",
        "Invalid value",
        "requires an argument",
        "No such option",
    ):
        assert word not in result.stderr
    assert "'" not in re.sub("`[^`]*`", "", result.stderr)
    if "option -" in sentence:
        [hint] = more
        [arguments] = commands_in(hint)
        assert hint.endswith("` shows them all.")
        assert run(*arguments).exit_code == 0
        assert arguments == [*([line.split()[0]] if line.split()[0] in cli.commands else []), "-h"]
    else:
        assert more == []


def test_what_is_offered_works(run):
    """Whatever was wrong, every command that is offered runs as it stands."""
    offered = {tuple(arguments) for line, _ in WRONG for arguments in commands_in(run(*line.split()).stderr)}
    assert len(offered) > 10
    assert {run(*arguments).exit_code for arguments in offered} == {0}


def test_one_kind_of_quotation_marks(run):
    """What was typed stands in double quotation marks, wherever it is repeated."""
    for line in ("pick -t qqq", "show qqq", "search qqq", "themes qqq", "moods qqq"):
        assert '"qqq"' in run(*line.split()).stderr


def test_error_stands_out(terminal, run):
    """The word Error is red where there is color, and nothing but a word elsewhere."""
    assert "\x1b[31m\x1b[1mError:\x1b[0m No song" in terminal("show", "qqq")
    assert run("show", "qqq", env={"FORCE_COLOR": "1"}).stderr.startswith("\x1b[31m\x1b[1mError:\x1b[0m No song")
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in terminal("show", "qqq", env=env)


def test_hints_are_dim(terminal):
    """What to do next, how to see all options and where help is stand back."""
    assert "\x1b[2m`sadkpop pick -h` shows them all.\x1b[0m" in terminal("pick", "--foo")
    assert "\x1b[2m\n25 songs." in terminal("list")
    assert terminal("pick", "qqq").splitlines()[-1].startswith("\x1b[2mIf tonight")


def test_problems_of_a_catalog_begin_with_the_file(terminal, catalog):
    """What is wrong with a file begins with the file, as other programs want it, not with Error."""
    path = catalog(songs=SONG.replace("[breakup]", "[]"))
    assert terminal("--catalog", str(path), "list", columns=200).startswith(f"{path}:12: ")


def test_errors_repeat_no_words_of_care(run):
    """An error about what may not be repeated says so little that it can be read by anybody."""
    result = run("pick", "--suicide-squad")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Nothing here goes with that. Try another word for what happened or how you feel; "
        "`sadkpop themes` and `sadkpop moods` show them all.\n"
    )
