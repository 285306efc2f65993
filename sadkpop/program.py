"""What any click program needs and none has: errors as sentences, streams that may be closed or full, the terminal."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

import click

from .text import escape


class ProgramError(click.ClickException):
    """A failure told in sentences, which ends the program with 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentences to standard error."""
        print_error(self.message)


class FileErrors(ProgramError):
    """Failures told a line each, where each line begins with a file, as compilers write them."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the lines to standard error."""
        print_note(self.message)


class _UsageError(click.UsageError):
    """A wrong command line, told below how the command is used."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the usage and what is wrong to standard error."""
        if self.ctx:
            click.echo(f"{self.ctx.get_usage()}\nTry `{self.ctx.command_path} -h` for help.\n", err=True)
        print_error(self.message)


class Program(click.Group):
    """The program, with its commands in the order they are written in."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program and exit, also where standard output is closed, full or of a poor encoding."""
        if sys.stderr is None:  # click would send errors to standard output
            sys.stderr = io.StringIO()
        if sys.stdout is None:
            print_error("Standard output is closed, so there is nowhere to print to.")
            sys.exit(1)
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        try:
            return super().main(*args, **kwargs)
        except KeyboardInterrupt:  # click sees to it while a command runs, but not while a shell completes
            sys.exit(1)
        except OSError as error:
            with suppress(OSError):  # standard error may be what is full
                print_error(f"The output could not be written: {error.strerror}.")
            # What is still buffered cannot be written either: let it go, or Python complains of it on exit.
            with suppress(OSError):  # or be closed
                for stream in (sys.stdout, sys.stderr):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            sys.exit(1)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse the program's own options. Help is to fit terminals that click's 50 columns are too wide for."""
        columns = terminal_columns(sys.stdout)
        if columns and columns < 50:
            kwargs["terminal_width"] = columns
        with _told_usage_errors():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse the command and run it."""
        with _told_usage_errors():
            return super().invoke(ctx)


@contextmanager
def _told_usage_errors() -> Iterator[None]:
    """Have click's errors printed as the program's own, without what could drive the terminal or fill it."""
    try:
        yield
    except click.UsageError as error:
        raise _UsageError(escape(error.format_message(), 500), error.ctx) from error


def print_text(text: str) -> None:
    """Print text whose colors, if any, have been decided on, to standard output."""
    # To sys.stdout itself: left to choose, click takes UTF-8 where the encoding is ASCII.
    click.echo(text, file=sys.stdout, color=True)


def print_error(message: str) -> None:
    """Print what went wrong to standard error, as wide as the terminal is."""
    lines = _wrapped(f"Error: {message}")
    if _has_color(sys.stderr):
        lines = click.style("Error:", fg="red", bold=True) + lines.removeprefix("Error:")
    click.echo(lines, file=sys.stderr, color=True)


def print_note(message: str) -> None:
    """Print something beside the data to standard error, as wide as the terminal is."""
    click.echo(_wrapped(message), file=sys.stderr)


def terminal_columns(stream: IO[str]) -> int | None:
    """Return how wide the terminal is that a stream goes to, or None where it is a pipe or a file."""
    if not stream.isatty():
        return None
    # shutil.get_terminal_size asks about standard output alone.
    columns = 0
    with suppress(KeyError, ValueError):
        columns = int(os.environ["COLUMNS"])
    if columns <= 0:
        with suppress(OSError):
            columns = os.get_terminal_size(stream.fileno()).columns
    return columns if columns > 0 else 80  # some terminals do not know their size


def open_in_browser(url: str) -> bool:
    """Open a link in the browser; return whether there was one that could be started."""
    # xdg-open reports failure only in its exit status. Other launchers report at once, or wait for the browser.
    if click.launch(url, wait=sys.platform not in ("darwin", "win32")) == 0:
        return True
    from shutil import which
    from webbrowser import open as open_with_python

    # Without xdg-open there may still be a browser that Python finds.
    return not which("xdg-open") and open_with_python(url)


def _has_color(stream: IO[str]) -> bool:
    """Tell whether what a stream goes to shows colors, by the rules that rich follows too."""
    if os.environ.get("NO_COLOR"):
        return False
    is_terminal = stream.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
    return is_terminal or bool(os.environ.get("FORCE_COLOR"))


def _wrapped(text: str) -> str:
    """Return text for standard error: broken between words where it is wider than the terminal."""
    columns = terminal_columns(sys.stderr)
    return "\n".join(line for long in text.split("\n") for line in _wrap(long, columns)) if columns else text


def _wrap(line: str, columns: int) -> Iterator[str]:
    """Yield a line in pieces of so many columns; what follows a number or a blank at its start hangs below itself.

    Long words stay whole, and so do `commands`, to be copied.
    """
    from rich.cells import cell_len

    start = re.match(r" *(?:\d+  )?", line)[0]  # type: ignore[index]  # it matches anything
    piece, *words = re.findall(r"(?:`[^`]*`|[^ ])+", line.removeprefix(start)) or [""]
    piece = start + piece
    for word in words:
        if cell_len(f"{piece} {word}") > columns:
            yield piece
            piece = " " * len(start) + word
        else:
            piece += f" {word}"
    yield piece
