"""What a person sees: tables of songs and of words, and the card of one song. The only module that imports rich."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from .catalog import Song

_UNLIMITED = 1_000_000  # columns, where there is no terminal and nothing is wrapped
_NARROWEST = 24  # columns; a terminal narrower than this has to wrap the lines itself
_LONG = 24  # columns; a line longer than this may be wrapped before the layout changes
_GAP = 2  # columns, from one column of a table to the next

# The fields of a song in columns, those of one column below each other; from the widest table to the narrowest.
_LAYOUTS = (
    (("number",), ("title",), ("korean_title",), ("artist",), ("themes",), ("moods",)),
    (("number",), ("title", "korean_title"), ("artist",), ("themes", "moods")),
    (("number",), ("title", "korean_title", "artist"), ("themes", "moods")),
    (("number",), ("title", "korean_title", "artist", "themes", "moods")),
)
_HEADINGS = {
    "number": Text("#"),
    "title": Text("Title"),
    "korean_title": Text("Korean title"),
    "artist": Text("Artist"),
    "themes": Text("Themes"),
    "moods": Text("Moods"),
}
_HEAVY_TO_LIGHT = ("red", "magenta", "bright_blue", "cyan", "green")


def song_table(songs: Iterable[Song], moods: Collection[str], columns: int | None) -> str:
    """Return a table of songs for a terminal of so many columns or, with None, for a pipe or a file.

    It has the widest layout that fits. The order of `moods`, heaviest first, sets the colors.
    """
    console = _console(columns)
    colors = _colors(moods)
    rows = [_cells(song, colors, console) for song in songs]
    layout, widths = _layout([_HEADINGS, *rows], console.width)
    height = max(map(len, layout))
    table = _table(console)
    for column, width in zip(layout, widths, strict=True):
        # rich sets headings at the bottom; filled up to the same height, they stand as the rows below them do.
        heading = _stack(_HEADINGS, column).append("\n " * (height - len(column)))
        table.add_column(heading, width=width, justify="right" if column == ("number",) else "left", overflow="fold")
    for cells in rows:
        table.add_row(*(_stack(cells, column) for column in layout))
    return _rendered(console, table)


def _layout(rows: Sequence[Mapping[str, Text]], room: int) -> tuple[tuple[tuple[str, ...], ...], Sequence[int | None]]:
    """Return the widest layout that fits into so many columns, and the widths of its own.

    A layout fits if no line has to be wrapped or, failing that, none but long ones, and these between words. The
    narrowest is left to rich.
    """
    whole = {field: max(cells[field].cell_len for cells in rows) for field in _HEADINGS}
    words = {field: max(cell_len(word) for cells in rows for word in cells[field].plain.split()) for field in _HEADINGS}
    wrapped = {field: min(whole[field], max(_LONG, words[field])) for field in _HEADINGS}
    for layout in _LAYOUTS:
        for fields in (whole, wrapped):
            widths = [max(fields[field] for field in column) for column in layout]
            if sum(widths) + _GAP * (len(layout) - 1) <= room:
                return layout, widths
    return _LAYOUTS[-1], [None] * len(_LAYOUTS[-1])


def song_card(song: Song, moods: Collection[str], columns: int | None) -> str:
    """Return a song in full, its link in a line of its own; see song_table for the arguments."""
    console = _console(columns)
    cells = _cells(song, _colors(moods), console)
    facts = _grid()
    facts.add_row("Themes", cells["themes"])
    facts.add_row("Moods", cells["moods"])
    if song.aliases:
        facts.add_row("Also", Text("; ".join(song.aliases)))
    card = _grid()
    card.add_row(cells["number"], Text(" · ").join([cells["title"], cells["korean_title"]]))
    card.add_row("", Text(" · ".join(filter(None, (song.artist, song.korean_artist)))))
    card.add_row("", Text(f"\n{song.blurb}\n"))
    card.add_row("", facts)
    # A link that is broken into lines is no link: the terminal may wrap it, rich must not.
    indent = " " * (cells["number"].cell_len + _GAP)
    return f"{_rendered(console, card)}\n\n{indent}{song.url}"


def word_table(
    heading: str, words: Mapping[str, str], counts: Mapping[str, int], moods: Collection[str], columns: int | None
) -> str:
    """Return a table of words, how many songs have each and what it means; see song_table for the other arguments."""
    colors = _colors(moods)
    console = _console(columns)
    table = _table(console)
    table.add_column(heading, overflow="fold")
    table.add_column("Songs", justify="right")
    table.add_column("Meaning", overflow="fold")
    for word, meaning in words.items():
        table.add_row(_words([word], colors), str(counts[word]), Text(meaning))
    return _rendered(console, table)


def _console(columns: int | None) -> Console:
    # The height means nothing here; given, it keeps rich from asking the environment.
    return Console(width=max(columns, _NARROWEST) if columns else _UNLIMITED, height=25)


def _table(console: Console) -> Table:
    """Return a table with a rule below its headings, and nothing else but gaps between its cells."""
    lines = box.SIMPLE_HEAD
    if console.options.ascii_only:
        lines = box.Box(str(lines).replace("─", "-"), ascii=True)
    # The gap is one column of padding, and the blank that is the vertical line of this box.
    return Table(box=lines, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0), header_style="")


def _grid() -> Table:
    """Return a table of two columns without headings."""
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column()
    grid.add_column(overflow="fold")
    return grid


def _rendered(console: Console, renderable: RenderableType) -> str:
    """Return what the console would print, without the blanks at the ends of lines."""
    with console.capture() as capture:
        console.print(renderable)
    return "\n".join(line.rstrip(" ") for line in capture.get().rstrip("\n").split("\n"))


def _cells(song: Song, colors: Mapping[str, str], console: Console) -> dict[str, Text]:
    """Return what tables show of a song, by field. Made as Text, nothing in it is read as markup."""
    emphasis = Style(link=song.url, bold=not console.no_color) if console.color_system else ""
    return {
        "number": Text(str(song.number)),
        "title": Text(song.title, emphasis),
        "korean_title": Text(song.korean_title or "–"),
        "artist": Text(song.artist),
        "themes": _words(song.themes, {}),
        "moods": _words(song.moods, colors),
    }


def _stack(cells: Mapping[str, Text], fields: Iterable[str]) -> Text:
    return Text("\n").join(cells[field] for field in fields)


def _words(words: Iterable[str], colors: Mapping[str, str]) -> Text:
    return Text(", ").join(Text(word, colors.get(word, "")) for word in words)


def _colors(moods: Collection[str]) -> dict[str, str]:
    """Return the color of each mood: its weight, from the heaviest to the lightest."""
    last = len(_HEAVY_TO_LIGHT) - 1
    return {mood: _HEAVY_TO_LIGHT[round(place * last / max(len(moods) - 1, 1))] for place, mood in enumerate(moods)}
