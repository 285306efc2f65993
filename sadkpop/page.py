"""What a command shows, as text: songs, songs in full or the vocabulary, in the format that was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from . import formats, messages
from .text import command_line, escape

if TYPE_CHECKING:
    from .catalog import Catalog, Song, Term
    from .tables import Tables


class Shown(NamedTuple):
    """A page: its text, a hint at what to do next, and whether it is for other programs; or the problem with it."""

    text: str
    hint: str = ""
    is_document: bool = True
    problem: str = ""
    note: str = ""


class Page(NamedTuple):
    """How to show something. Without columns it goes to a pipe or a file."""

    catalog: Catalog
    output_format: str = "table"
    columns: int | None = None
    has_color: bool = False
    is_unicode: bool = True
    link: Callable[[Song], str] = lambda song: song.url
    command: messages.Command = command_line
    note: str = ""  # on the links of cards

    def songs(
        self, songs: Sequence[Song], title: str, wanted: Collection[str] = (), with_scale: bool = False, hint: str = ""
    ) -> Shown:
        """Return songs, one a line or so; of one alone, at a terminal, the card.

        In a table the `wanted` terms stand out, and a scale shows where each song stands between heavy and light.
        """
        title = escape(title, 200)
        if self.output_format == "svg":
            from .picture import MOST_SONGS, as_svg

            if len(songs) > MOST_SONGS:
                return Shown("", problem=messages.too_many_for_a_picture(songs, MOST_SONGS, self.command))
            return Shown(as_svg(songs, list(self.catalog.moods), title))
        if self.output_format != "table":
            return Shown(formats.WRITERS[self.output_format](songs, title))
        if not songs or (len(songs) == 1 and self.columns):
            return self.cards(songs)
        if (self.columns or self.has_color) and len(songs) <= 500:  # rich takes too long for more
            text = self._tables(wanted).songs(songs, with_scale)
        else:
            text = formats.song_lines(songs, "─" if self.is_unicode else "-")
        return Shown(text, hint or messages.read_one(songs, self.command), False)

    def cards(self, songs: Sequence[Song], title: str = "", is_list: bool = False) -> Shown:
        """Return songs in full; a single one as JSON is not a list, unless it `is_list`."""
        if self.output_format == "text":
            return Shown(formats.stories_as_text(songs, escape(title, 200)))
        if self.output_format == "json" and not is_list:
            return Shown(formats.as_json(formats.as_dict(songs[0]) if songs else None))
        if self.output_format != "table":
            return self.songs(songs, title or (songs[0].title if len(songs) == 1 else messages.count(songs)))
        from .playlist import near

        tables, moods = self._tables(), list(self.catalog.moods)
        cards = [tables.song(song, near(song, self.catalog.songs, moods), self.link(song)) for song in songs]
        note = "" if all(song.link for song in songs) else self.note
        hint = messages.play_it(songs, self.command) if songs and not note else ""
        return Shown("\n\n".join(cards), hint, False, note=note)

    def terms(self, kind: str, terms: Mapping[str, Term], name: str = "") -> Shown:
        """Return the themes or the moods, or one of them with its words."""
        counts = Counter(name for song in self.catalog.songs for name in (*song.themes, *song.moods))
        if self.output_format == "json":
            rows = [
                {"name": each, "meaning": term.meaning, "songs": counts[each], "words": term.also}
                for each, term in terms.items()
                if name in ("", each)
            ]
            return Shown(formats.as_json(rows))
        if name:
            return Shown(self._tables().term(kind, name, terms[name], counts[name]), "", False)
        hint = messages.see_one(kind, next(iter(terms)), self.command)
        return Shown(self._tables().terms(kind.capitalize(), terms, counts), hint, False)

    def _tables(self, wanted: Collection[str] = ()) -> Tables:
        from .tables import Tables

        return Tables(self.catalog.moods, self.columns, wanted)
