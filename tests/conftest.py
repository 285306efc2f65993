"""What the tests share: the program run in process, in a terminal and as a process, and catalogs to run it on."""

import os
import re
import struct
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

import sadkpop.catalog
import sadkpop.tables  # so that each terminal need not import rich anew
from sadkpop.cli import cli

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


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    """Keep what the person running the tests has set from changing what the program does."""
    for name in ("SADKPOP_CATALOG", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # or each process compiles the program anew
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(autouse=True, scope="session")
def _read_the_built_in_catalog_once():
    """Keep the songs for all the tests in this process: to read them anew each time would take a third of it all."""
    read, songs = sadkpop.catalog.load, sadkpop.catalog.load()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sadkpop.catalog, "load", lambda path=None: songs if path is None else read(path))
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


@pytest.fixture
def terminal():
    """Run the program in a terminal of so many columns; what it printed there comes back, escape sequences and all."""

    def terminal(*args, columns=80, env=None):
        def program():
            os.environ.update(env or {})
            sys.stdout, sys.stderr = (open(fd, "w", encoding="utf-8", closefd=False) for fd in (1, 2))  # noqa: SIM115
            cli(args, prog_name="sadkpop")

        return in_terminal(program, columns)

    return terminal


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


@pytest.fixture
def catalog(tmp_path):
    """Write a catalog: the text given, or a small vocabulary followed by the songs given. Returns its path."""

    def catalog(text=None, songs=SONG):
        path = tmp_path / "my.yaml"
        text = f"{VOCABULARY}songs:{songs}" if text is None else text
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return path

    return catalog


def without_escapes(text):
    """Return what is seen of a text when a terminal has taken out its colours and links."""
    return re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
