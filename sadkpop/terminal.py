"""The way out: streams that may be closed or full, encodings, width, color and wrapping; and the browser."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING

import click

from .text import whole_number

if TYPE_CHECKING:
    from .page import Shown


class Failure(click.ClickException):
    """What went wrong, in one or two sentences. Without a label it is nobody's error, or begins with a file."""

    def __init__(self, message: str, exit_code: int = 1, hint: str = "", label: str = "Error: ") -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc,unused-ignore]  # a class variable in newer versions of click
        self.hint = hint
        self.label = label


def prepare_streams() -> None:
    """Let both standard streams take any text. Raises Failure if there is no standard output."""
    if sys.stderr is None:  # click would send errors to standard output
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        raise Failure("Standard output is closed, so there is nowhere to print to.")
    codecs.register_error("columns", _question_marks)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="columns")


def discard(stream: IO[str]) -> None:
    """Drop what a stream holds and cannot write, or Python complains about it on exit."""
    with suppress(OSError, ValueError):  # it may be closed, or no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_page(page: Shown) -> None:
    """Print a page to standard output: as UTF-8 if it is for other programs, else with a hint at a terminal.

    Raises Failure if it cannot be shown.
    """
    if page.problem:
        raise Failure(page.problem, 2)
    if page.is_document:
        click.echo(page.text.encode(), nl=False, file=sys.stdout.buffer)
    elif page.text:
        # To sys.stdout itself: left to choose, click takes UTF-8 where the encoding is ASCII.
        click.echo(page.text, file=sys.stdout, color=True)
        if page.note:
            print_note(page.note)
        if page.hint and sys.stdout.isatty():
            print_note(f"\n{page.hint}", is_hint=True)


def print_note(message: str, label: str = "", is_hint: bool = False) -> None:
    """Print something to standard error: a label stands out, and a hint at what may be done next is dim.

    It is wrapped at the width of the terminal. If it cannot be printed, the exit code has to tell.
    """
    text, name = label + message, label.rstrip()
    columns = terminal_columns(sys.stderr)
    if columns:
        text = "\n".join(piece for line in text.split("\n") for piece in _wrap(line, columns))
    if is_hint and has_color(sys.stderr):
        text = click.style(text, dim=True)
    elif name and has_color(sys.stderr):
        text = click.style(name, fg="red", bold=True) + text.removeprefix(name)
    try:
        click.echo(text, file=sys.stderr, color=True)
    except OSError:
        discard(sys.stderr)


def open_in_browser(url: str) -> bool:
    """Open a link in the browser; return whether one started. Does not wait for it to be closed."""
    import webbrowser
    from shutil import which
    from subprocess import DEVNULL, Popen, TimeoutExpired

    opener = which("xdg-open")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not opener or not has_display or os.environ.get("BROWSER"):
        return webbrowser.open(url)
    try:
        # In a session of its own: Ctrl-C here is not for the browser, which xdg-open may be the parent of.
        process = Popen([opener, url], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
        return process.wait(2) == 0  # it reports failure only in its exit status
    except OSError:
        return False
    except TimeoutExpired:  # it is running the browser
        return True


def terminal_columns(stream: IO[str]) -> int | None:
    """Return the width of the terminal that a stream goes to, None if it is a pipe or a file."""
    if not stream.isatty():
        return None
    # shutil.get_terminal_size asks about standard output alone.
    columns = whole_number(os.environ.get("COLUMNS", ""))
    with suppress(OSError):
        columns = columns or os.get_terminal_size(stream.fileno()).columns
    return columns or 80  # some terminals do not know their size


def has_color(stream: IO[str]) -> bool:
    """Return whether to print colors to a stream. NO_COLOR and FORCE_COLOR go before what kind of stream it is."""
    if os.environ.get("NO_COLOR"):
        return False
    is_terminal = stream.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """Return a question mark for each column of what an encoding lacks, so that columns line up, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)  # what is printed is only encoded
    from rich.cells import cell_len

    return "?" * cell_len(error.object[error.start : error.end]), error.end


def _wrap(line: str, columns: int) -> list[str]:
    """Return a line in pieces of at most so many columns, indented to align with the text after a leading number.

    Long words stay whole, and so do `commands`, to be copied.
    """
    from rich.cells import cell_len

    start = re.match(r" *(?:\d+  )?", line)[0]  # type: ignore[index]  # it matches anything
    pieces = [start]
    for word in re.findall(r" *(?:`sadkpop[^`]*`|[^ ])+", line.removeprefix(start)):
        if cell_len(pieces[-1] + word) > columns and len(pieces[-1]) > len(start):
            pieces.append(" " * len(start) + word.lstrip())
        else:
            pieces[-1] += word
    return pieces
