"""What one run of the program is about: the catalog that was named for it, and how to name it again."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from .program import FileErrors, ProgramError
from .text import escape, shell_words

if TYPE_CHECKING:
    from .catalog import Catalog
    from .vocabulary import Vocabulary

VARIABLE = "SADKPOP_CATALOG"  # in the environment: the catalog to read where none is typed

# In a context's meta, which the program shares with its commands:
_PATH = "sadkpop.path"  # the catalog that was typed last, or else the variable's
_TYPED = "sadkpop.typed"  # whether it was typed
_CATALOG = "sadkpop.catalog"
_VOCABULARY = "sadkpop.vocabulary"


def current_catalog(ctx: click.Context) -> Catalog:
    """Return the catalog that the command line or the environment names, else the built-in one; it is read only once.

    Raises ProgramError if it cannot be read, FileErrors if it is no catalog.
    """
    from .catalog import CatalogError, UnreadableCatalog, load

    if _CATALOG not in ctx.meta:
        try:
            ctx.meta[_CATALOG] = load(expand_user(ctx.meta.get(_PATH)))
        except UnreadableCatalog as error:
            where = "" if ctx.meta.get(_TYPED, True) else f" It is the one that {VARIABLE} names."
            raise ProgramError(f"{error}.{where}") from error
        except CatalogError as error:
            raise FileErrors(str(error)) from error
    catalog: Catalog = ctx.meta[_CATALOG]
    return catalog


def current_vocabulary(ctx: click.Context) -> Vocabulary:
    """Return the vocabulary of the current catalog. Raises what current_catalog raises."""
    from .vocabulary import Vocabulary

    if _VOCABULARY not in ctx.meta:
        ctx.meta[_VOCABULARY] = Vocabulary(current_catalog(ctx))
    vocabulary: Vocabulary = ctx.meta[_VOCABULARY]
    return vocabulary


def command(*words: str) -> str:
    """Return a command line of this program, for more of the same catalog, set off as messages set off commands."""
    from shlex import quote

    meta = click.get_current_context().meta
    catalog = [f"--catalog {quote(escape(meta[_PATH], 300))}"] if meta.get(_TYPED) else []
    return f"`{' '.join(['sadkpop', *catalog, shell_words(words)])}`"


def search_command(words: Sequence[str]) -> str:
    """Return the command line of a search, in which no word is taken for an option."""
    return command("search", *(["--"] if any(word.startswith("-") for word in words) else []), *words)


def expand_user(path: str | None) -> str | None:
    """Return the path with ~ expanded, which the shell does not do for a variable, nor while it completes."""
    if path and path.startswith("~"):
        from pathlib import Path

        with suppress(RuntimeError):  # There is no such user.
            return str(Path(path).expanduser())
    return path


def remember_catalog(ctx: click.Context, param: click.Parameter, path: str | None) -> None:
    """Keep a path for current_catalog: what comes later on the command line wins."""
    if path is not None:
        ctx.meta[_PATH] = path
        ctx.meta[_TYPED] = ctx.get_parameter_source("catalog") is click.core.ParameterSource.COMMANDLINE
