"""Errors as sentences: as wide as the terminal, in color where there is color, told to whom they are for."""

import os

import pytest
from conftest import SONG, without_escapes
from rich.cells import cell_len


@pytest.mark.parametrize("columns", [24, 40, 60, 80])
def test_messages_are_wrapped_between_words(terminal, columns):
    """An error is as narrow as the terminal, and no word of it is broken or lost."""
    message = 'No title or artist has "qqq" in it. `sadkpop list` shows all songs.'
    printed = without_escapes(terminal("show", "qqq", columns=columns))
    assert " ".join(printed.split()) == f"Error: {message}"
    assert max(map(cell_len, printed.splitlines())) <= columns
    assert "`sadkpop list`" in printed


def test_korean_is_two_columns_in_messages(terminal):
    """Korean is measured as wide as it is shown."""
    printed = without_escapes(
        terminal("pick", *[f"없는노래{n}" for n in range(6)], "breakup", columns=40).split("\n\n")[0]
    )
    assert max(map(cell_len, printed.splitlines())) <= 40
    assert printed.count("없는노래") == 5


def test_rows_of_a_message_keep_their_indentation(terminal):
    """A song to choose from stays in its column where it takes two lines."""
    lines = without_escapes(terminal("show", "beautiful", columns=24)).splitlines()
    assert lines[-2:] == ["  25  You Were Beautiful", "      - DAY6"]


def test_messages_are_whole_lines_in_a_pipe(run):
    """A log gets a sentence a line."""
    assert len(run("show", "x" * 70).stderr.splitlines()) == 1


def test_a_log_gets_whole_lines_beside_a_terminal(process):
    """How narrow the terminal is that the songs go to does not break the lines of a log."""
    pty = pytest.importorskip("pty", reason="terminals are POSIX")
    ours, theirs = pty.openpty()
    result = process("show", *["qqq"] * 20, stdout=theirs, env={"COLUMNS": "40"})
    os.close(theirs)
    os.close(ours)
    assert len(result.stderr.splitlines()) == 1


def test_long_arguments_lose_their_middle(run):
    """Of an argument, 80 characters are repeated; of a longer one, its beginning and its end."""
    start, end = "b" * 40, "q" * 40
    assert f'"{start}{end}"' in run("show", f"{start}{end}").stderr
    assert f'"{start}…{end}"' in run("show", f"{start}z{end}").stderr


def test_error_stands_out(terminal, run):
    """The word Error is red where there is color, and nothing but a word elsewhere."""
    assert "\x1b[31m\x1b[1mError:\x1b[0m No title" in terminal("show", "qqq")
    assert run("show", "qqq", env={"FORCE_COLOR": "1"}).stderr.startswith("\x1b[31m\x1b[1mError:\x1b[0m No title")
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in terminal("show", "qqq", env=env)


def test_usage_errors_tell_the_usage(terminal, run):
    """A wrong command line is answered with the usage, the way to the help, and what is wrong."""
    usage, way, blank, error = run("pick", "--shuffle", "--arc").stderr.splitlines()
    assert usage.startswith("Usage: sadkpop pick")
    assert way == "Try `sadkpop pick -h` for help."
    assert (blank, error.split()[0]) == ("", "Error:")
    screen = without_escapes(terminal("pick", "--shuffle", "--arc", columns=40))
    assert max(map(cell_len, screen.splitlines())) <= 40


def test_problems_of_a_catalog_begin_with_the_file(terminal, catalog):
    """What is wrong with a file begins with the file, as other programs want it, not with Error."""
    path = catalog(songs=SONG.replace("[breakup]", "[]"))
    assert terminal("--catalog", str(path), "list", columns=200).startswith(f"{path}:12: ")
