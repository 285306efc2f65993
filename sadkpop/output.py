"""Printing what a command found: songs, one song, or the vocabulary, in the format that was asked for."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .program import UsageError, print_document, print_hint, print_text, terminal_columns
from .session import command
from .text import escape

if TYPE_CHECKING:
    from .catalog import Catalog, Song
    from .vocabulary import Vocabulary


def print_songs(
    catalog: Catalog, songs: Sequence[Song], output_format: str, name: str = "", with_scale: bool = False
) -> None:
    """Print songs; in a terminal a single one as a card, and with what to do next.

    The name of a playlist, how many songs it has if not given, stands below a picture. With a scale it is drawn where
    each song stands between heavy and light.
    """
    if output_format == "svg":
        from .messages import count
        from .picture import as_svg

        print_document(as_svg(songs, list(catalog.moods), escape(name or count(songs), 200)))
    elif output_format != "table":
        from . import formats

        render = {"json": formats.songs_as_json, "csv": formats.songs_as_csv, "m3u": formats.songs_as_m3u}
        print_document(render[output_format](songs))
    elif songs:
        columns = terminal_columns(sys.stdout)
        if columns and len(songs) == 1:
            _print_card(catalog, songs[0])
        elif columns or os.environ.get("FORCE_COLOR"):
            from .tables import song_table

            print_text(song_table(songs, catalog.moods, columns, with_scale))
        else:
            from .plain import song_lines

            is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
            print_text(song_lines(songs, "─" if is_unicode else "-"))
        if columns and len(songs) > 1:
            print_hint(f"\n{len(songs)} songs. Read one: {command('show', str(songs[0].number))}")


def print_song(catalog: Catalog, song: Song | None, output_format: str) -> None:
    """Print the song that a command is about, or what stands for no song in a format."""
    if output_format == "json":
        from .formats import song_as_json

        print_document(song_as_json(song))
    elif output_format != "table":
        print_songs(catalog, [song] if song else [], output_format, f"song {song.number}" if song else "")
    elif song:
        _print_card(catalog, song)


def _print_card(catalog: Catalog, song: Song) -> None:
    """Print a song in full, with songs near it; in a terminal with what to do next."""
    from .playlist import near
    from .tables import song_card

    columns = terminal_columns(sys.stdout)
    print_text(song_card(song, near(song, catalog.songs, list(catalog.moods)), catalog.moods, columns))
    if columns:
        print_hint(f"\nPlay it: {command('play', str(song.number))}")


def print_vocabulary(kind: str, text: str, catalog: Catalog, vocabulary: Vocabulary) -> None:
    """Print the themes or the moods, whichever the kind says, or the one of them that a text stands for.

    Raises UsageError where it stands for none.
    """
    from . import tables

    columns = terminal_columns(sys.stdout)
    terms = vocabulary.terms[kind]
    counts = Counter(name for song in catalog.songs for name in (song.themes if kind == "theme" else song.moods))
    if not text:
        print_text(tables.term_table(kind.capitalize(), terms, counts, catalog.moods, columns))
        if columns:
            order = "From the heaviest to the lightest. " if kind == "mood" else ""
            print_hint(f"\n{order}See all words for one: {command(f'{kind}s', next(iter(terms)))}")
        return
    names = [sense.name for sense in vocabulary.senses(text) if sense.kind == kind]
    if not names:
        from .messages import not_a_term

        other = {"theme": "mood", "mood": "theme"}[kind]
        raise UsageError(not_a_term(vocabulary, text, kind, f"It leads to a {other}: {command(f'{other}s', text)}."))
    print_text(tables.term_card(kind, names[0], terms[names[0]], counts[names[0]], catalog.moods, columns))
