"""What a person sees: tables of songs and of words, and the card of one song. The only room that knows rich."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection, Iterable, Mapping

from rich import box
from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.style import Style
from rich.table import Table
from rich.text import Text

from .catalog import Song

_UNLIMITED = 1_000_000  # columns, for a pipe or a file, in which nothing is wrapped
_NARROWEST = 24  # columns; whatever is narrower still has to wrap the lines itself

# The fields of a song in columns, those of one column below each other; from the widest table to the narrowest.
_LAYOUTS = (
    (("number",), ("title",), ("korean_title",), ("artist",), ("themes",), ("moods",)),
    (("number",), ("title", "korean_title"), ("artist",), ("themes", "moods")),
    (("number",), ("title", "korean_title", "artist"), ("themes", "moods")),
    (("number",), ("title", "korean_title", "artist", "themes", "moods")),
)
_HEADINGS = {
    "number": "#",
    "title": "Title",
    "korean_title": "Korean title",
    "artist": "Artist",
    "themes": "Themes",
    "moods": "Moods",
}
_HEAVY_TO_LIGHT = ("red", "magenta", "bright_blue", "cyan", "green")


def song_table(songs: Iterable[Song], moods: Collection[str]) -> str:
    """Return a table of songs in the widest layout that wraps no line; `moods`, heaviest first, set its colours."""
    console = _console()
    colours = _colours(moods)
    rows = [_cells(song, colours, console) for song in songs]
    for layout in _LAYOUTS:
        table = _table()
        height = max(map(len, layout))
        for column in layout:
            # rich sets headings at the bottom; filled up to the same height, they stand as the rows below them do.
            heading = [_HEADINGS[field] for field in column] + [" "] * (height - len(column))
            table.add_column(
                Text("\n".join(heading)), justify="right" if column == ("number",) else "left", overflow="fold"
            )
        for cells in rows:
            table.add_row(*(Text("\n").join(cells[field] for field in column) for column in layout))
        if Measurement.get(console, console.options.update(width=_UNLIMITED), table).maximum <= console.width:
            break
    return _rendered(console, table)


def song_card(song: Song, moods: Collection[str]) -> str:
    """Return a song in full, its link in a line of its own; `moods`, heaviest first, set the colours."""
    console = _console()
    cells = _cells(song, _colours(moods), console)
    names = [cells["title"]] + [cells["korean_title"]] * bool(song.korean_title)
    facts = _grid()
    facts.add_row("Themes", cells["themes"])
    facts.add_row("Moods", cells["moods"])
    if song.aliases:
        facts.add_row("Also", Text("; ".join(song.aliases)))
    card = _grid()
    card.add_row(cells["number"], Text(" · ").join(names))
    card.add_row("", Text(" · ".join(filter(None, (song.artist, song.korean_artist)))))
    card.add_row("", Text(f"\n{song.blurb}\n"))
    card.add_row("", facts)
    # A link that is broken into lines is no link: the terminal may wrap it, rich must not.
    indent = " " * (len(cells["number"]) + 2)
    return f"{_rendered(console, card)}\n\n{indent}{song.url}"


def theme_table(themes: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """Return a table of the themes with their meanings, and how many songs have each."""
    return _word_table("Theme", themes, counts, {})


def mood_table(moods: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """Return a table of the moods with their meanings and colours, and how many songs have each."""
    return _word_table("Mood", moods, counts, _colours(moods))


def _word_table(heading: str, words: Mapping[str, str], counts: Mapping[str, int], colours: Mapping[str, str]) -> str:
    table = _table()
    table.add_column(heading, overflow="fold")
    table.add_column("Songs", justify="right")
    table.add_column("Meaning", overflow="fold")
    for word, meaning in words.items():
        table.add_row(_words([word], colours), str(counts[word]), Text(meaning))
    return _rendered(_console(), table)


def _console() -> Console:
    """Return the console of standard output: as wide as the terminal, or without limit where there is none."""
    width, height = shutil.get_terminal_size()
    width = max(width, _NARROWEST) if sys.stdout.isatty() else _UNLIMITED
    return Console(width=width, height=height, highlight=False)


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="")


def _grid() -> Table:
    """Return a table of two columns without headings."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column()
    grid.add_column(overflow="fold")
    return grid


def _rendered(console: Console, renderable: RenderableType) -> str:
    """Return what the console would print, without the blanks at the ends of lines."""
    with console.capture() as capture:
        console.print(renderable)
    return "\n".join(line.rstrip(" ") for line in capture.get().rstrip("\n").split("\n"))


def _cells(song: Song, colours: Mapping[str, str], console: Console) -> dict[str, Text]:
    """Return what tables show of a song, by field. Made as Text, nothing in it is read as markup."""
    emphasis = Style(link=song.url, bold=not console.no_color)
    return {
        "number": Text(str(song.number)),
        "title": Text(song.title, emphasis),
        "korean_title": Text(song.korean_title or "–"),
        "artist": Text(song.artist),
        "themes": _words(song.themes, {}),
        "moods": _words(song.moods, colours),
    }


def _words(words: Iterable[str], colours: Mapping[str, str]) -> Text:
    return Text(", ").join(Text(word, colours.get(word, "")) for word in words)


def _colours(moods: Collection[str]) -> dict[str, str]:
    """Return the colour of each mood: its weight, from the heaviest to the lightest."""
    return {mood: _HEAVY_TO_LIGHT[place * len(_HEAVY_TO_LIGHT) // len(moods)] for place, mood in enumerate(moods)}
