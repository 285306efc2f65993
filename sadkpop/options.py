"""The options that commands share: what they accept, and what the Tab key offers for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .program import FileErrors
from .text import escape, quoted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .catalog import Catalog

_Function = TypeVar("_Function", bound=Callable[..., Any])

_PATH = "sadkpop.path"  # in a context's meta: the catalog that was typed last, or else the variable's
_TYPED = "sadkpop.typed"  # whether it was typed


def current_catalog(ctx: click.Context) -> Catalog:
    """Return the catalog that the command line or the environment names, else the built-in one; it is read only once.

    Raises FileErrors if it cannot be read.
    """
    from .catalog import CatalogError, load

    root = ctx.find_root()
    if root.obj is None:
        try:
            root.obj = load(expand_user(ctx.meta.get(_PATH)))
        except CatalogError as error:
            raise FileErrors(str(error)) from error
    catalog: Catalog = root.obj
    return catalog


def command_prefix() -> str:
    """Return how to call the program for more of the same catalog."""
    meta = click.get_current_context().meta
    if not meta.get(_TYPED):
        return "sadkpop"
    from shlex import quote

    return f"sadkpop --catalog {escape(quote(meta[_PATH]), 300)}"


def expand_user(path: str | None) -> str | None:
    """Return the path with ~ expanded, which the shell does not do for a variable, nor while it completes."""
    if path and path.startswith("~"):
        from pathlib import Path

        with suppress(RuntimeError):  # There is no such user.
            return str(Path(path).expanduser())
    return path


def _remember_catalog(ctx: click.Context, param: click.Parameter, path: str | None) -> None:
    """Keep a path for current_catalog: what comes later on the command line wins."""
    if path is not None:
        ctx.meta[_PATH] = path
        ctx.meta[_TYPED] = ctx.get_parameter_source("catalog") is click.core.ParameterSource.COMMANDLINE


def _vocabulary(ctx: click.Context, param: click.Parameter) -> Mapping[str, str]:
    """Return the themes or the moods, whichever `param` is called, with their meanings."""
    catalog = current_catalog(ctx)
    return catalog.themes if param.name == "themes" else catalog.moods


def _titles_by_number(ctx: click.Context, param: click.Parameter) -> Mapping[str, str]:
    """Return the numbers of all the songs, with their titles."""
    return {str(song.number): song.title for song in current_catalog(ctx).songs}


def validate_terms(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> list[str]:
    """Return themes or moods as the catalog spells them, each once. Raises BadParameter for an unknown word."""
    if not values:
        return []
    from .lookup import find_word, nearest_word

    known = _vocabulary(ctx, param)
    words: dict[str, None] = {}
    for value in values:
        word = find_word(known, value)
        if word is None:
            near = nearest_word(known, value)
            suggestion = f"; did you mean {quoted(near)}?" if near else "."
            raise click.BadParameter(
                f"{quoted(value)} is not one of the {param.name}{suggestion} "
                f"`{command_prefix()} {param.name}` shows them all."
            )
        words[word] = None
    return list(words)


def _completer(
    choices: Callable[[click.Context, click.Parameter], Mapping[str, str]],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Return a completer of the choices, with what each means; silent on a catalog that cannot be read."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        try:
            words = choices(ctx, param)
        except FileErrors:
            return []
        return [
            CompletionItem(word, help=meaning)
            for word, meaning in words.items()
            if word.casefold().startswith(incomplete.casefold())
        ]

    return complete


def catalog_option(**settings: Any) -> Callable[[_Function], _Function]:
    """Return the option that names a catalog, on a command as on the program."""
    return click.option(
        "--catalog",
        metavar="FILE",
        type=click.Path(),
        is_eager=True,  # so that it is known before a theme or a mood is looked up in it
        expose_value=False,
        callback=_remember_catalog,
        help="Read the songs from this file instead of the built-in catalog.",
        **settings,
    )


def term_option(*names: str, **settings: Any) -> Callable[[_Function], _Function]:
    """Return an option for themes or for moods, whichever it is named."""
    return click.option(
        *names, multiple=True, callback=validate_terms, shell_complete=_completer(_vocabulary), **settings
    )


song_argument = click.argument(
    "words", metavar="SONG", nargs=-1, required=True, shell_complete=_completer(_titles_by_number)
)
format_option = click.option(
    "-f",
    "--format",
    "output_format",
    type=click.Choice(["table", "json", "csv", "m3u"], case_sensitive=False),
    metavar="FORMAT",
    default="table",
    show_default=True,
    help="Print as table, json, csv or m3u.",
)
