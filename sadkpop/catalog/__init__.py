"""The core: a catalog of songs and the words that describe them, loaded from a YAML file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from typing import NamedTuple

from ..text import split_words

# To a search, a bar means either of two, quotation marks this very text, and a hyphen before a word without it.
_OPERATORS = r"""(?:^|[\s|｜"＂“”„‟〝〞])[\s|｜"＂“”„‟〝〞\-‐‑‒–—―−﹣－]*"""


class CatalogError(Exception):
    """The file is not a valid catalog.

    `problems` are sentences with file and line, in the order of the file. The 101st says how many more there are.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


class UnreadableCatalog(CatalogError):
    """The file cannot be read at all. The one problem says why; it has no line."""


# Named tuples rather than dataclasses: as frozen, and they shorten start-up by a thirtieth.
class Song(NamedTuple):
    """One song. The fields are the catalog's, in the catalog's order; the main theme and the main mood come first."""

    number: int
    title: str
    korean_title: str | None
    artist: str
    korean_artist: str | None
    artist_aliases: tuple[str, ...]
    aliases: tuple[str, ...]
    themes: tuple[str, ...]
    moods: tuple[str, ...]
    blurb: str
    link: str | None = None

    @property
    def query(self) -> str:
        """What to type into a search box to hear the song: artist, title and Korean title, without operators."""
        names = " ".join(filter(None, (self.artist, self.title, self.korean_title)))
        return re.sub(_OPERATORS, " ", names).strip()

    @property
    def url(self) -> str:
        """The song's link; without one, a YouTube search for it, in ASCII."""
        from urllib.parse import urlencode  # a piped list needs no links

        return self.link or "https://www.youtube.com/results?" + urlencode({"search_query": self.query})


class Term(NamedTuple):
    """A theme or a mood: what it means, and other words for it as the file has them."""

    meaning: str
    words: str | tuple[str, ...] = ()

    @property
    def also(self) -> tuple[str, ...]:
        """The other words."""
        return split_words(self.words)


class Care(NamedTuple):
    """Words that come before all others and are never printed.

    `leads_to` is the theme or mood whose songs answer them, and `says` what is printed first. Without `leads_to` they
    are words that only look like words of care.
    """

    words: str | tuple[str, ...]
    leads_to: str | None = None
    says: str = ""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases, one by one."""
        return split_words(self.words)


class Catalog(NamedTuple):
    """The vocabulary and the songs, in the order of the file: the moods from the heaviest to the lightest.

    `always` are words that match every song, `quiet` is a line about where to find help.
    """

    themes: Mapping[str, Term]
    moods: Mapping[str, Term]
    always: tuple[str, ...]
    care: tuple[Care, ...]
    quiet: str
    songs: tuple[Song, ...]


def load(path: str | PathLike[str] | None = None) -> Catalog:
    """Return the catalog in the file at `path`, by default the built-in one.

    Raises CatalogError listing every problem if the file is not a valid catalog, UnreadableCatalog if it cannot be
    read. The words of the built-in catalog are not checked: the tests do that.
    """
    from . import checks, reader  # start-up does not need them

    source = reader.read_built_in() if path is None else reader.read(fspath(path))
    return checks.read_catalog(source, check_words=path is not None)
