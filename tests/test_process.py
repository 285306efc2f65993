"""The program among other programs: encodings, pipes, a full disk; and what it takes to start."""

import os
import signal
import subprocess
import sys

import pytest
from rich.cells import cell_len

ENCODINGS = ["ascii", "latin-1", "cp1252", "cp949", "utf-16", "utf-8"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("command", ["list", "show 17", "moods"])
def test_encodings(run, encoding, command):
    """A table is printed in any encoding, and in none does what that lacks move the columns."""
    result = run(*command.split(), charset=encoding)
    expected = run(*command.split()).stdout
    if not encoding.startswith("utf"):
        expected = expected.translate(str.maketrans("─⋅▫▪", "-.o#"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.decode(encoding) == "".join(
        letter if letter.encode(encoding, "ignore") else "?" * cell_len(letter) for letter in expected
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", ["json", "csv", "m3u"])
def test_formats_are_utf8_in_any_encoding(run, encoding, form):
    """What is for programs is UTF-8, whatever the terminal takes."""
    assert "이 바보야" in run("list", "-f", form, charset=encoding).stdout_bytes.decode("utf-8")


@pytest.mark.parametrize(
    ("command", "seen"), [("list", b"Untitled, 2014       ????(????)"), ("search -h", b"sadkpop search")]
)
def test_encoding_of_the_environment(process, command, seen):
    """The program does not choke on what the environment says its output is encoded in."""
    result = process(*command.split(), env={"PYTHONIOENCODING": "ascii"})
    assert (result.returncode, result.stderr) == (0, b"")
    assert seen in result.stdout


def test_c_locale(process):
    """The C locale is no reason to fail, even if Python is kept from making the best of it."""
    result = process("list", env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(result.stdout.splitlines()) == 27


def test_a_seed_is_the_same_in_any_locale(process):
    """What a seed draws does not hang on how the environment has the letters of it encoded."""
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = ("pick", "-t", "grief", "--seed", "눈", "--shuffle", "-f", "csv")
    plain = process(*command, env={"LC_ALL": "C.UTF-8"})
    assert (plain.returncode, process(*command, env=env).stdout) == (0, plain.stdout)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("command", ["list", "--help"])
class TestOutput:
    """What becomes of output that goes nowhere."""

    def test_full_disk(self, process, command):
        """A full disk is said in one line."""
        with open("/dev/full", "wb") as full:
            result = process(*command.split(), stdout=full)
        assert result.returncode == 1
        assert result.stderr == b"Error: The output could not be written: No space left on device.\n"

    def test_closed(self, command):
        """So is standard output that is closed."""
        line = f'"{sys.executable}" -m sadkpop {command} >&-'
        result = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, cwd=os.getcwd(), timeout=60)
        assert result.returncode == 1
        assert result.stderr == b"Error: Standard output is closed, so there is nowhere to print to.\n"

    def test_reader_gone(self, process, command):
        """A reader that has gone away is nothing to talk about."""
        ours, theirs = os.pipe()
        os.close(ours)
        with open(theirs, "wb") as pipe:
            result = process(*command.split(), stdout=pipe)
        assert (result.returncode, result.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize("command", ["show 99", "pick -t brekup"])
def test_full_standard_error(process, command):
    """An error that cannot be written is an error still, and nothing worse."""
    with open("/dev/full", "wb") as full:
        assert process(*command.split(), stderr=full).returncode == (2 if "-t" in command else 1)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
@pytest.mark.parametrize(
    ("stdout", "stderr"),
    [(">&-", "2>/dev/full"), (">/dev/full", "2>&-"), (">/dev/null", "2>&-")],
)
def test_broken_streams(stdout, stderr):
    """Whatever is wrong with both streams, the exit code tells whether the songs were printed, and nothing more."""
    line = f'"{sys.executable}" -m sadkpop list {stderr} {stdout}'
    assert subprocess.run(["sh", "-c", line], timeout=60).returncode == (0 if stdout == ">/dev/null" else 1)


def test_errors_never_go_to_standard_output():
    """Not even where standard error is closed."""
    line = f'"{sys.executable}" -m sadkpop show 99 -f json 2>&-'
    assert subprocess.run(["sh", "-c", line], stdout=subprocess.PIPE, timeout=60).stdout == b"null\n"


def imported(process, *args, **options):
    """Return the modules that a command imports."""
    result = process(*args, python=("-X", "importtime"), **options)
    return {line.rpartition("|")[2].strip() for line in result.stderr.decode().splitlines() if "|" in line}


@pytest.mark.parametrize("command", ["", "pick --help"])
def test_help_imports_neither_yaml_nor_rich(process, command):
    """Who asks for help does not wait for what it describes."""
    modules = imported(process, *command.split())
    assert "sadkpop.cli" in modules
    assert modules.isdisjoint({"yaml", "rich", "sadkpop.catalog"})


@pytest.mark.parametrize("command", ["list -f json", "search rain -f m3u"])
def test_formats_do_not_import_rich(process, command):
    """Other programs do not wait for what people look at."""
    modules = imported(process, *command.split())
    assert "yaml" in modules
    assert modules.isdisjoint({"rich", "sadkpop.tables"})


def test_the_library_knows_no_terminal():
    """Catalog, playlist, lookup and formats serve a program that has neither click nor rich."""
    code = "import sys, sadkpop.playlist, sadkpop.lookup, sadkpop.formats; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, timeout=60).stdout.decode().split()
    assert "sadkpop.catalog" in modules
    assert {"click", "rich"}.isdisjoint(modules)


@pytest.mark.parametrize("env", [{}, {"COMP_WORDS": "sadkpop", "COMP_CWORD": "x"}])
def test_completion_without_a_word(process, env):
    """A shell that does not say what to complete gets nothing, and no traceback."""
    result = process(env={"_SADKPOP_COMPLETE": "bash_complete", **env})
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="signals and named pipes are POSIX")
def test_interrupted_completion(tmp_path):
    """Ctrl-C while the shell completes ends it without a traceback."""
    pipe = tmp_path / "endless.yaml"
    os.mkfifo(pipe)
    env = {
        **os.environ,
        "_SADKPOP_COMPLETE": "bash_complete",
        "COMP_WORDS": f"sadkpop --catalog {pipe} show ",
        "COMP_CWORD": "4",
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "sadkpop"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # the tests may have been told to ignore it
    )
    with open(pipe, "wb"):  # The program waits for a catalog that does not come.
        child.send_signal(signal.SIGINT)
    # With the pipe closed it goes on, even if the signal came a moment before it began to wait.
    assert child.communicate(timeout=60) == (b"", b"")
    assert child.returncode == 1


def test_completion_does_not_import_rich(process):
    """Nor does a shell that completes."""
    env = {"_SADKPOP_COMPLETE": "zsh_complete", "COMP_WORDS": "sadkpop pick -t ", "COMP_CWORD": "3"}
    modules = imported(process, env=env)
    assert "yaml" in modules
    assert "rich" not in modules
