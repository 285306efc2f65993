"""What the tests share: the program run in process, in a terminal and as a process, and catalogs to run it on."""

import gc
import io
import os
import re
import shlex
import struct
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

import sadkpop.care
import sadkpop.catalog
import sadkpop.vocabulary
from sadkpop.care import CareList
from sadkpop.cli import cli
from sadkpop.offers import Offers
from sadkpop.page import Page
from sadkpop.text import command_line
from sadkpop.vocabulary import Vocabulary

CHECKOUT = Path(__file__).parent.parent

VOCABULARY = """
themes:
  breakup: It is over
  memory: It was
moods:
  heavy: At the bottom
  light: At the top
"""

SONG = """
  - number: 1
    title: Rain
    artist: Somebody
    themes: [breakup]
    moods: [heavy]
    blurb: It rains.
"""


@pytest.fixture(autouse=True, scope="session")
def _plain_environment():
    """Keep what the person running the tests has set from changing what the program does."""
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "SADKPOP_CATALOG", "SADKPOP_PLAY", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING",
            "PYTHONDONTWRITEBYTECODE",  # or each process compiles the program anew
        ):  # fmt: skip
            patch.delenv(name, raising=False)
        patch.setenv("TERM", "xterm-256color")
        yield


def pytest_configure(config):
    """Read the built-in catalog once: to read it anew for each test would take most of the time."""
    load, built_in = sadkpop.catalog.load, sadkpop.catalog.load()
    patch = pytest.MonkeyPatch()
    patch.setattr(sadkpop.catalog, "load", lambda path=None: built_in if path is None else load(path))
    config.add_cleanup(patch.undo)


@pytest.fixture(autouse=True, scope="session")
def _look_up_once(_plain_environment):
    """Keep the vocabulary and the care of the built-in catalog for all the tests.

    What is needed to answer is looked up once too, so that each terminal, in a process of its own, finds it there.
    """
    built_in = sadkpop.catalog.load()
    vocabulary, care = Vocabulary(built_in), CareList(built_in.care)
    care.heard(["xyzzy"])
    Offers(built_in, vocabulary, command_line).named(["xyzzy"])
    Page(built_in, columns=80).cards(built_in.songs[:2])
    gc.disable()  # or the collector goes over all of it again and again
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            sadkpop.vocabulary, "Vocabulary", lambda catalog: vocabulary if catalog is built_in else Vocabulary(catalog)
        )
        patch.setattr(sadkpop.care, "CareList", lambda blocks: care if blocks is built_in.care else CareList(blocks))
        yield


@pytest.fixture
def run():
    """Run the program on arguments; the result has stdout, stderr and exit_code. No exception may get out of it."""

    def run(*args, charset="utf-8", **options):
        result = CliRunner(charset).invoke(cli, [str(arg) for arg in args], prog_name="sadkpop", **options)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    return run


@pytest.fixture
def process():
    """Run the program as a process; the result has bytes in stdout and stderr, and returncode."""

    def process(*args, python=(), cwd=CHECKOUT, env=None, **options):
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **options}
        command = [sys.executable, *python, "-m", "sadkpop", *map(str, args)]
        return subprocess.run(command, cwd=cwd, env={**os.environ, **(env or {})}, **options)

    return process


class _Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def terminal():
    """Run the program in a terminal of so many columns; what it printed there comes back, escape sequences and all."""
    return lambda *args, columns=80, env=None: on_screen(*args, columns=columns, env=env)[0]


def on_screen(*args, columns=80, env=None):
    """Return what the program prints where it finds a terminal of so many columns, and its exit code.

    That is a third of the work of a real terminal, for which there is `in_terminal`.
    """
    printed = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"COLUMNS": str(columns), **(env or {})}.items():
            patch.setenv(name, value)
        for name in ("stdout", "stderr"):
            patch.setattr(sys, name, _Screen(printed, "utf-8", write_through=True))
        with pytest.raises(SystemExit) as end:
            cli(args, prog_name="sadkpop")
        return printed.getvalue().decode(), end.value.code


def in_terminal(program, columns):
    """Return what a function prints that is called in a process of its own, with a terminal of so many columns."""
    pty = pytest.importorskip("pty", reason="terminals are POSIX")
    import fcntl
    import termios

    process, screen = pty.fork()
    if process == 0:
        try:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
            program()
        except Exception:
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(0)
    printed = b""
    with suppress(OSError):  # how Linux says that nobody holds the other end any more
        while chunk := os.read(screen, 65536):
            printed += chunk
    os.close(screen)
    os.waitpid(process, 0)
    return printed.decode().replace("\r\n", "\n")


@pytest.fixture(scope="session")
def _folder(tmp_path_factory):
    """Return a folder for catalogs: one for each test would take as long as the tests."""
    return tmp_path_factory.mktemp("catalogs")


@pytest.fixture
def catalog(_folder):
    """Write a catalog: the text given, or a small vocabulary followed by the songs given. Returns its path."""

    def catalog(text=None, songs=SONG):
        path = _folder / "my.yaml"
        path.unlink(missing_ok=True)  # to write over a file takes much longer
        text = f"{VOCABULARY}songs:{songs}" if text is None else text
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return path

    return catalog


def steps(function, *args):
    """Return how many calls it takes to call a function: they grow as its time does, on every machine alike."""
    count = 0

    def step(frame, event, arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        function(*args)
    finally:
        sys.setprofile(None)
    return count


def numbers(result):
    """Return the numbers of the songs in a table, in the order they are printed."""
    return [int(line.split()[0]) for line in result.stdout.splitlines()[2:]]


def commands_in(text):
    """Return the commands that a text offers in backticks, as arguments of the program."""
    return [shlex.split(line) for line in re.findall(r"`sadkpop ?([^`]*)`", text)]


def without_escapes(text):
    """Return what is seen of a text when a terminal has taken out its colors and links."""
    return re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
