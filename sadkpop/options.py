"""The options and arguments that commands share: what they accept, and what Tab offers for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from .session import FORMATS, VARIABLE, Session, pass_session
from .terminal import Failure
from .text import fold

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .vocabulary import Kind

_Offer = tuple[str, str]  # what Tab offers, and what it means


class _Text(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic only in newer versions of click
    """A text that is read later. Tab offers the first group of offers in which any begins as typed."""

    name = "text"

    def offers(self, session: Session) -> Iterator[Iterable[_Offer]]:
        """Yield groups of what Tab offers."""
        raise NotImplementedError

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return what the incomplete text, or what stands after its last comma, may become."""
        from click.shell_completion import CompletionItem

        session = ctx.find_object(Session)
        done, comma, begun = incomplete.rpartition(",")
        with suppress(Failure):  # silent on a catalog that cannot be read
            groups = [list(offers) for offers in self.offers(session)] if session and not session.is_private else []
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


class Terms(_Text):
    """Themes or moods: their names or, where none begins as typed, other words for them."""

    def __init__(self, *kinds: Kind) -> None:
        self._kinds = kinds

    def offers(self, session: Session) -> Iterator[Iterable[_Offer]]:
        """Yield the names of the terms, then the other words, without phrases: no shell quotes them."""
        terms = [pair for kind in self._kinds for pair in session.vocabulary.terms[kind].items()]
        yield ((name, term.meaning) for name, term in terms)
        yield ((word, name) for name, term in terms for word in term.also if " " not in word)


class Songs(_Text):
    """A song: its number, with the title as its meaning, or its title."""

    def offers(self, session: Session) -> Iterator[Iterable[_Offer]]:
        """Yield the numbers of the songs, then their titles."""
        songs = session.catalog.songs
        yield ((str(song.number), song.title) for song in songs)
        yield ((song.title, song.artist) for song in songs)


class End(Terms):
    """Where a path starts or ends: the name of a mood, a title, or another word for a mood."""

    def __init__(self) -> None:
        super().__init__("mood")

    def offers(self, session: Session) -> Iterator[Iterable[_Offer]]:
        """Yield the names of the moods, the titles, then the other words."""
        names, words = super().offers(session)
        yield from (names, ((song.title, song.artist) for song in session.catalog.songs), words)


class Commands(_Text):
    """A command of the program."""

    def offers(self, session: Session) -> Iterator[Iterable[_Offer]]:
        """Yield the names of the commands."""
        yield ((name, "") for name in session.commands)


# Made once, for each look at click's translations takes its time.
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
    """Add what every command has: the help, and the catalog, which the session reads before click does."""
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
    return click.option(
        "-f", "--format", "output_format", type=choice, metavar="FORMAT", default="table", help=help_text
    )
