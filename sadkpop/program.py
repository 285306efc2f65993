"""What any click program needs and none has: errors as sentences, streams that may be closed or full, the terminal."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any, NoReturn

import click

from .text import escape, quoted, shell_words, slips


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


class UsageError(click.UsageError):
    """A wrong command line, told below how the command is used."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the usage and what is wrong to standard error."""
        if self.ctx:
            _print_to_stderr(f"{self.ctx.get_usage()}\nTry `{self.ctx.command_path} -h` for help.\n")
        print_error(self.message)


class Command(click.Command):
    """A command of the program."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what was typed, with a way out for what is no option of this command."""
        typed = list(args)
        with _usage_errors_of(ctx, typed):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _usage_errors_of(ctx):
            return super().invoke(ctx)


class Program(click.Group):
    """The program, with its commands in the order they are written in.

    To somebody who names none, what `fallback` makes of the words is suggested.
    """

    command_class = Command

    def __init__(self, *args: Any, fallback: Callable[[list[str]], list[str]], **kwargs: Any) -> None:
        """Keep what makes a suggestion."""
        super().__init__(*args, **kwargs)
        self._fallback = fallback

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what was typed before the command, with a way out for what is no option there."""
        with _usage_errors_of(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program and exit, also where a standard stream is closed, full or of a poor encoding."""
        completing = f"_{kwargs.get('prog_name') or self.name}_complete".replace("-", "_").upper() in os.environ
        if completing:
            from .shells import register

            register()
        _prepare_streams()
        try:
            return super().main(*args, **kwargs)
        except KeyboardInterrupt:  # click sees to it while a command runs, but not while a shell completes
            sys.exit(1)
        except OSError as error:
            _end(f"The output could not be written: {error.strerror}.")
        except (KeyError, ValueError):
            if not completing:
                raise
            sys.exit(1)  # the shell did not say what to complete

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse the program's own options. Help is to fit terminals that click's 50 columns are too wide for."""
        columns = terminal_columns(sys.stdout)
        if columns and columns < 50:
            kwargs["terminal_width"] = columns
        return super().make_context(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was typed, with its arguments. Raises UsageError, with a way out, for none."""
        if args and args[0] not in self.commands and not ctx.resilient_parsing and not args[0].startswith("-"):
            # Three letters before them make names as short as these long enough to be compared.
            near = slips(f"the {args[0]}", [f"the {name}" for name in self.commands], mistaken=False)
            meant = [near[0].removeprefix("the "), *args[1:]] if near else self._fallback(args)
            raise UsageError(
                f"There is no command {quoted(args[0])}; did you mean `{ctx.command_path} {shell_words(meant)}`?", ctx
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse the command and run it."""
        with _usage_errors_of(ctx):
            return super().invoke(ctx)


def _prepare_streams() -> None:
    """Have both standard streams take any text. Ends the program where there is no standard output."""
    if sys.stderr is None:  # click would send errors to standard output
        sys.stderr = io.StringIO()
    if sys.stdout is None:
        _end("Standard output is closed, so there is nowhere to print to.")
    codecs.register_error("columns", _question_marks)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if sys.platform == "win32" and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
                stream.reconfigure(encoding="utf-8")  # and not the code page, which has no Korean
            stream.reconfigure(errors="columns")


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """Return a question mark for each column of what an encoding lacks, so that columns line up, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from rich.cells import cell_len

    return "?" * cell_len(error.object[error.start : error.end]), error.end


def _end(message: str) -> NoReturn:
    """End the program with 1 for a stream that fails, telling so if that is possible."""
    print_error(message)
    _discard(sys.stdout)
    sys.exit(1)


def _discard(stream: IO[str] | None) -> None:
    """Let go of what a stream holds and cannot write, or Python complains of it on exit."""
    with suppress(OSError, ValueError, AttributeError):  # it may be closed, or no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


@contextmanager
def _usage_errors_of(ctx: click.Context, typed: Sequence[str] = ()) -> Iterator[None]:
    """Have every wrong command line told as the program does, without what could drive the terminal or fill it."""
    try:
        yield
    except UsageError as error:
        error.ctx = error.ctx or ctx
        raise
    except click.NoSuchOption as error:
        raise UsageError(_no_such_option(ctx, error.option_name, typed), ctx) from error
    except click.UsageError as error:
        raise UsageError(escape(error.format_message(), 1000), error.ctx or ctx) from error


def _no_such_option(ctx: click.Context, option: str, typed: Sequence[str]) -> str:
    """Return what to say of an option that a command does not have: which one has it, or that it may be a word."""
    sentence = f"`{ctx.command_path}` has no option {quoted(option)}"
    near = slips(option, [name for param in ctx.command.params for name in param.opts if name.startswith("--")])
    if near:
        return f"{sentence}; did you mean {near[0]}?"
    program = ctx.find_root()
    commands = program.command.commands.values() if isinstance(program.command, click.Group) else ()
    for other in commands:
        if any(option in param.opts for param in other.params):
            return f"{sentence}, but `{program.command_path} {other.name}` has."
    if any(isinstance(param, click.Argument) for param in ctx.command.params):
        word = next((word for word in typed if word.startswith(option)), option)
        return f"{sentence}. To mean a word, put -- before it: `{ctx.command_path} -- {shell_words([word])}`."
    return f"{sentence}."


def print_text(text: str) -> None:
    """Print text whose colors, if any, have been decided on, to standard output."""
    # To sys.stdout itself: left to choose, click takes UTF-8 where the encoding is ASCII.
    click.echo(text, file=sys.stdout, color=True)


def print_document(text: str) -> None:
    """Print what is for other programs to standard output, in UTF-8 whatever the terminal takes."""
    click.echo(text.encode(), nl=False, file=sys.stdout.buffer)


def print_error(message: str) -> None:
    """Print what went wrong to standard error, as wide as the terminal is."""
    lines = _wrapped(f"Error: {message}")
    if _has_color(sys.stderr):
        lines = click.style("Error:", fg="red", bold=True) + lines.removeprefix("Error:")
    _print_to_stderr(lines)


def print_note(message: str) -> None:
    """Print something beside the data to standard error, as wide as the terminal is."""
    _print_to_stderr(_wrapped(message))


def print_hint(message: str) -> None:
    """Print what may be done next to standard error, where a person looks on: dim, as it is no news."""
    text = _wrapped(message)
    _print_to_stderr(click.style(text, dim=True) if _has_color(sys.stderr) else text)


def _print_to_stderr(text: str) -> None:
    """Print text whose colors have been decided on. Where that fails, the exit code has to tell."""
    try:
        click.echo(text, file=sys.stderr, color=True)
    except OSError:
        _discard(sys.stderr)


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


def _has_color(stream: IO[str]) -> bool:
    """Tell whether what a stream goes to shows colors: NO_COLOR and FORCE_COLOR go before what it is."""
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
