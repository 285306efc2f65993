"""A table of songs for a pipe or a file: padded columns, a whole line a song. It takes no console, and so no time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from .catalog import Song

_GAP = "  "
_HEADINGS = ("#", "Title", "Korean title", "Artist", "Themes", "Moods")


def song_lines(songs: Sequence[Song], rule: str) -> str:
    """Return a table of songs without any style, its headings underlined with the sign that is `rule`."""
    rows = [
        (
            str(song.number),
            song.title,
            song.korean_title or "–",
            song.artist,
            ", ".join(song.themes),
            ", ".join(song.moods),
        )
        for song in songs
    ]
    widths = [max(map(cell_len, column)) for column in zip_longest(_HEADINGS, *rows)]
    lines = [_line(row, widths) for row in (_HEADINGS, *rows)]
    lines.insert(1, rule * (sum(widths) + len(_GAP) * (len(widths) - 1)))
    return "\n".join(lines)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Return the cells of a row in columns of these widths, the number to the right."""
    number, *cells = row
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths[1:], strict=True))
    return _GAP.join([number.rjust(widths[0]), *padded]).rstrip(" ")
