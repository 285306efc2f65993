"""The options and arguments that commands share: what they accept, and what Tab offers for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

import click

from .session import FORMATS, VARIABLE, Session, pass_session
from .terminal import Failure
from .text import fold

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .vocabulary import Kind

_Offers = list[tuple[str, str]]  # what Tab offers, each with what it means


class Names(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic only in newer versions of click
    """A text, to be read later, that names themes, moods, songs or a command."""

    name = "text"

    def __init__(self, *kinds: Kind | Literal["song", "command"]) -> None:
        self._kinds = kinds

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names, or else the other words, that begin as the text does, or as what follows its last comma."""
        from click.shell_completion import CompletionItem

        session: Session = ctx.obj
        done, comma, begun = incomplete.rpartition(",")
        with suppress(Failure):  # silent on a catalog that cannot be read
            groups = () if session.is_private else self._offers(session)
            for start, end in (("", incomplete), (done + comma, begun)):
                for offers in groups:
                    found = [
                        CompletionItem(start + word, help=meaning)
                        for word, meaning in offers
                        if fold(word).startswith(fold(end)) and word not in done.split(",")
                    ]
                    if found:
                        return found
        return []

    def _offers(self, session: Session) -> tuple[_Offers, _Offers]:
        """Return names and numbers, then other words, without phrases, which no shell quotes, and titles."""
        names: _Offers = []
        words: _Offers = []
        for kind in self._kinds:
            if kind == "song":
                names += [(str(song.number), song.title) for song in session.catalog.songs]
                words += [(song.title, song.artist) for song in session.catalog.songs]
            elif kind == "command":
                names += [(name, "") for name in session.commands]
            else:
                terms = session.vocabulary.terms[kind].items()
                names += [(name, term.meaning) for name, term in terms]
                words += [(word, name) for name, term in terms for word in term.also if " " not in word]
        return names, words


# Made once, for each look at click's translations takes its time. The session reads the catalog and the format.
_help = click.help_option("-h", "--help", help="Show this help.")
_catalog = click.option(
    "--catalog",
    metavar="FILE",
    type=click.Path(readable=False),
    expose_value=False,
    help=f"Use the songs in FILE (or in {VARIABLE}).",
)
_title = click.option("--title", metavar="TEXT", type=str.strip, help="Name the playlist (m3u, svg, text).")


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command has: the help, and the catalog."""
    return _catalog(_help(command))


def songs_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command that prints songs has: their format, a title, the catalog, and the session."""
    help_text = "Print a table (by default), json, csv, m3u for mpv, svg (a picture) or text for a chat."
    return _format_option(FORMATS, help_text)(_title(common_options(pass_session(command))))


def terms_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what the commands that print the vocabulary have: its format, the catalog, and the session."""
    return _format_option(FORMATS[:2], "Print a table (by default) or json.")(common_options(pass_session(command)))


def _format_option(formats: Sequence[str], help_text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    choice = click.Choice(formats, case_sensitive=False)
    return click.option("-f", "--format", type=choice, metavar="FORMAT", expose_value=False, help=help_text)
