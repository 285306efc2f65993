"""The program among other programs: encodings, pipes, a full disk, color, and sentences as wide as the terminal."""

import os
import subprocess
import sys

import pytest
from conftest import in_terminal, on_screen, without_escapes
from rich.cells import cell_len

from sadkpop.catalog import load
from sadkpop.cli import cli
from sadkpop.terminal import has_color, terminal_columns

CARE = f"{load().care[0].says}\n".encode()
ENCODINGS = ["ascii", "latin-1", "cp949", "utf-16", "utf-8"]
needs_dev_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("command", ["list", "show 17", "moods"])
def test_encodings(run, encoding, command):
    """A table is printed in any encoding, and in none does what that lacks move the columns."""
    result = run(*command.split(), charset=encoding)
    expected = run(*command.split()).stdout
    if not encoding.startswith("utf"):
        expected = expected.replace("─", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.decode(encoding) == "".join(
        letter if letter.encode(encoding, "ignore") else "?" * cell_len(letter) for letter in expected
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", ["json", "csv", "m3u", "text", "svg"])
def test_formats_are_utf8_in_any_encoding(run, encoding, form):
    """What is for programs is UTF-8, whatever the terminal takes."""
    assert "이 바보야" in run("list", "-f", form, charset=encoding).stdout_bytes.decode("utf-8")


def test_errors_in_any_encoding(run):
    """So is an error printed, with question marks for what the encoding lacks."""
    assert '"???? x"' in run("show", "없는", "x", charset="ascii").stderr


def test_c_locale(process):
    """The C locale is no reason to fail, even where Python makes nothing better of it, nor to draw other songs."""
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    result = process("pick", "-t", "grief", "--seed", "눈", "--shuffle", env=env)
    assert (result.returncode, result.stderr) == (0, b"")
    assert [line.split()[0] for line in result.stdout.splitlines()[2:]] == [b"16", b"5", b"15"]


def shell(line):
    """Start the program in a shell that does something to its streams."""
    line = line.replace("sadkpop", f'"{sys.executable}" -m sadkpop', 1)
    return subprocess.Popen(["sh", "-c", line], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@needs_dev_full
def test_broken_streams():
    """What cannot be written is said in one line, if that can be, and the exit code tells it in any case."""
    expected = {
        "sadkpop list >/dev/full": (1, b"", b"Error: The output could not be written: No space left on device.\n"),
        "sadkpop list >&-": (1, b"", b"Error: Standard output is closed, so there is nowhere to print to.\n"),
        "sadkpop pick kms >&-": (1, b"", CARE),
        "sadkpop pick miscarriage >&-": (1, b"", b"Standard output is closed, so there is nowhere to print to.\n"),
        "sadkpop pick -t brekup 2>/dev/full": (2, b"", b""),
        "sadkpop list 2>&- >/dev/full": (1, b"", b""),
        "sadkpop list 2>&- >/dev/null": (0, b"", b""),
        "sadkpop show 99 -f json 2>&-": (1, b"null\n", b""),  # an error never goes to standard output
    }
    started = {line: shell(line) for line in expected}  # all at once
    ended = {line: (*process.communicate(timeout=60), process.returncode) for line, process in started.items()}
    assert {line: (code, out, err) for line, (out, err, code) in ended.items()} == expected


def test_broken_pipe(process):
    """A reader that has gone away is nothing to talk about."""
    ours, theirs = os.pipe()
    os.close(ours)
    with open(theirs, "wb") as pipe:
        result = process("list", stdout=pipe)
    assert (result.returncode, result.stderr) == (1, b"")


def test_nobody_waits_for_what_is_not_used():
    """Help reads no catalog, other programs do not wait for what people look at, nor anybody for words not typed."""
    expected = {
        "pick --help": ("sadkpop.cli", {"yaml", "rich", "sadkpop.catalog", "sadkpop.vocabulary"}),
        "list -f json": ("yaml", {"rich.console", "sadkpop.tables", "sadkpop.vocabulary", "sadkpop.care"}),
        "list": ("yaml", {"rich.console", "sadkpop.tables", "sadkpop.vocabulary", "sadkpop.care", "random"}),
    }
    started = {command: shell(f"PYTHONPROFILEIMPORTTIME=1 sadkpop {command}") for command in expected}  # all at once
    for command, (needed, unneeded) in expected.items():
        lines = started[command].communicate(timeout=60)[1].decode().splitlines()
        modules = {line.rpartition("|")[2].strip() for line in lines if "|" in line}
        assert needed in modules
        assert modules.isdisjoint(unneeded), (command, modules & unneeded)


@pytest.mark.parametrize("columns", [24, 40, 60, 80])
def test_messages_are_wrapped_between_words(terminal, columns):
    """An error is as narrow as the terminal, and no word or command of it is broken or lost."""
    message = 'No song matches "qqq". `sadkpop list` shows them all.'
    printed = without_escapes(terminal("show", "qqq", columns=columns))
    assert " ".join(printed.split()) == f"Error: {message}"
    assert max(map(cell_len, printed.splitlines())) <= columns
    assert "`sadkpop list`" in printed


@pytest.mark.parametrize("columns", [1, 2, 3, 24])
@pytest.mark.parametrize("line", ["-h", "pick -h", "list", "show 14", "themes", "moods tender"])
def test_the_narrowest_terminals(columns, line):
    """What fits nowhere is printed all the same."""
    printed, code = on_screen(*line.split(), columns=columns)
    assert (len(printed) > 100, code) == (True, 0)


def test_a_backtick_in_a_message(terminal):
    """A sign that is only like that around commands does not break one."""
    printed = without_escapes(terminal("show", "` " + "qqq " * 8, columns=40))
    assert "`sadkpop list`" in printed


def test_korean_is_two_columns_in_messages(terminal):
    """Korean is measured as wide as it is shown."""
    printed = without_escapes(terminal("search", *[f"없는노래{n}" for n in range(6)], columns=40))
    assert max(map(cell_len, printed.splitlines())) <= 40
    assert printed.count("없는노래") == 5


def test_rows_of_a_message_keep_their_indentation(terminal):
    """A song to choose from stays in its column where it takes two lines."""
    lines = without_escapes(terminal("show", "beautiful", columns=24)).splitlines()
    assert lines[-2:] == ["  25  You Were Beautiful", "      - DAY6"]


def test_messages_are_whole_lines_in_a_pipe(run, tmp_path):
    """A log gets a sentence a line, however narrow the terminal is that the songs go to."""
    log = tmp_path / "log"

    def program():
        with open(log, "w", encoding="utf-8") as sys.stderr:
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            cli(["show", *["qqq"] * 20], prog_name="sadkpop")

    in_terminal(program, 40)
    assert len(log.read_text("utf-8").splitlines()) == len(run("show", "x" * 70).stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", ["pick dumped --arc -n 5", "pick qqq", "show 14", "show qqq", "moods lonely", "pick --foo"]
)
def test_no_color_leaves_no_escape(terminal, arguments):
    """NO_COLOR takes color, bold, dim and links away, wherever they stand."""
    assert "\x1b" in terminal(*arguments.split())
    assert "\x1b" not in terminal(*arguments.split(), env={"NO_COLOR": "1"})


def test_forced_color_in_a_pipe(run):
    """FORCE_COLOR colors a pipe too, but NO_COLOR goes before it, and an empty one is none."""
    assert "\x1b" in run("list", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b" in run("list", env={"FORCE_COLOR": "1", "NO_COLOR": ""}).stdout
    assert "\x1b" in run("show", "qqq", env={"FORCE_COLOR": "1", "NO_COLOR": ""}).stderr
    assert "\x1b" not in run("list", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b" not in run("show", "qqq", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stderr
    assert "\x1b" not in run("list").stdout


@pytest.mark.parametrize(("columns", "expected"), [("60", 60), ("0", 80), ("-1", 80), ("many", 80), ("", 80)])
def test_width_of_a_terminal(monkeypatch, columns, expected):
    """COLUMNS tells how wide a terminal is, if it is a number, and nothing of a pipe."""

    class Screen:
        def isatty(self):
            return True

        def fileno(self):
            raise OSError("not a terminal")

    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_columns(Screen()) == expected
    assert has_color(Screen())
    with open(os.devnull) as pipe:
        assert terminal_columns(pipe) is None
        assert not has_color(pipe)


def test_width_of_standard_error():
    """Songs are as wide as the terminal of standard output, sentences as that of standard error."""
    pty = pytest.importorskip("pty", reason="terminals are POSIX")
    ours, theirs = pty.openpty()

    def program():
        sys.stdout = open(theirs, "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        cli(["show", "qqq"], prog_name="sadkpop")

    printed = without_escapes(in_terminal(program, 30))
    os.close(theirs)
    os.close(ours)
    assert max(map(len, printed.splitlines())) <= 30


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_interrupted(run, monkeypatch):
    """Ctrl-C ends the program without a word."""
    monkeypatch.setattr("sadkpop.catalog.load", interrupt)
    result = run("list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr


def interrupt(path=None):
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt
