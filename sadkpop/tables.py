"""What a person sees: tables of songs and of terms, and cards of one. The only module that imports rich.

Weight says what matters: titles are bold, and what stands beside them is dim. Color is the mood's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from .catalog import Song, Term

_UNLIMITED = 1_000_000  # columns, where there is no terminal and nothing is wrapped
_NARROWEST = 24  # columns; a terminal narrower than this has to wrap the lines itself
_WIDEST_CARD = 76  # columns; longer lines are hard to read
_LONG = 24  # columns; a line longer than this may be wrapped before the layout changes
_LONG_TITLES = 40  # columns, where the Korean title stands beside the other
_GAP = 2  # columns, from one column of a table to the next
_EXAMPLES = 6  # other words for a term that a table shows
_MOST_CELLS = 20  # of a scale; more moods share cells
_LONGEST_BAR = 10  # cells, for the term that most songs have

# The fields of a song in columns, those of one column below each other; from the widest table to the narrowest.
_LAYOUTS = (
    (("number",), ("title",), ("korean_title",), ("artist",), ("themes",), ("moods",), ("scale",)),
    (("number",), ("titles", "artist"), ("moods", "themes"), ("scale",)),
    (("number",), ("title", "only_korean_title", "artist"), ("moods", "themes", "scale")),
    (("number",), ("title", "only_korean_title", "artist", "moods", "themes", "scale")),
)
_LOOSE = 3  # lines a song, from which on there is a blank line between songs

_BLANK_END = re.compile(r"(?:\x1b\[2m *\x1b\[0m| )+$")  # of a line, dim or not

# From the heaviest to the lightest, of the 256 colors: none too dark for a black ground or too light for a white one.
_HEAVY_TO_LIGHT = tuple(f"color({number})" for number in (160, 161, 162, 133, 97, 62, 68, 31, 30, 28))


def song_table(songs: Iterable[Song], moods: Collection[str], columns: int | None, with_scale: bool = False) -> str:
    """Return a table of songs for a terminal of so many columns or, with None, for a pipe or a file.

    It has the widest layout that fits. `moods` are all there are, the heaviest first; they set the colors, and the
    scale, which shows where a song stands among them.
    """
    console = _console(columns)
    colors = _colors(moods)
    rows = [_cells(song, colors, console, with_scale) for song in songs]
    headings = _headings(console, with_scale)
    present = [field for field in headings if with_scale or field != "scale"]
    layout, widths = _layout([headings, *rows], present, console.width)
    height = max(map(len, layout))
    table = _table(console)
    for column, width in zip(layout, widths, strict=True):
        # rich sets headings at the bottom; filled up to the same height, they stand as the rows below them do.
        heading = _stack(headings, column).append("\n " * (height - len(column)))
        table.add_column(heading, width=width, justify="right" if column == ("number",) else "left", overflow="fold")
    for number, cells in enumerate(rows):
        if number and height >= _LOOSE and columns:
            table.add_row()
        table.add_row(*(_stack(cells, column) for column in layout))
    return _rendered(console, table)


def song_card(song: Song, near: Sequence[Song], moods: Collection[str], columns: int | None) -> str:
    """Return a song in full, with its link in a line of its own.

    `near` are songs like it, to go on with; see song_table for the other arguments.
    """
    console = _console(min(columns, _WIDEST_CARD) if columns else None)
    colors = _colors(moods)
    cells = _cells(song, colors, console, with_scale=True)
    facts = _grid()
    facts.add_row(_dim("Themes"), Text(", ".join(song.themes)))
    facts.add_row(_dim("Moods"), cells["moods"])
    facts.add_row("", Text("").join([_dim("heavy "), cells["scale"], _dim(" light")]))
    if song.aliases:
        facts.add_row(_dim("Also"), Text("; ".join(song.aliases)))
    for place, other in enumerate(near):
        parts = [_dim(f"{other.number:>2}  "), Text(other.title, _link(other, console)), _dim(f" - {other.artist}")]
        facts.add_row(_dim("" if place else "Near it"), Text("").join(parts))
    card = _grid()
    card.add_row(cells["number"], cells["titles"])
    card.add_row("", Text("").join([Text(song.artist), _dim(f" · {song.korean_artist}" if song.korean_artist else "")]))
    card.add_row("", Text(f"\n{song.blurb}\n"))
    card.add_row("", facts)
    lines = _rendered(console, card)
    if columns:
        rule = Text(("-" if console.options.ascii_only else "─") * console.width, colors[song.moods[0]])
        lines = f"{_rendered(console, rule)}\n{lines}\n{_rendered(console, rule)}"
    # A link that is broken into lines is no link: the terminal may wrap it, rich must not.
    return f"{lines}\n\n{song.url}"


def term_table(
    heading: str, terms: Mapping[str, Term], counts: Mapping[str, int], moods: Collection[str], columns: int | None
) -> str:
    """Return a table of themes or moods: how many songs have each, what it means and a few other words for it.

    The other words are left out where the terminal is too narrow. See song_table for the other arguments.
    """
    console = _console(columns)
    colors = _colors(moods)
    most = max(_LONGEST_BAR, *counts.values()) if counts else _LONGEST_BAR
    examples = [", ".join(term.shown[:_EXAMPLES]) for term in terms.values()]
    rows = [
        [
            _words([name], colors, ""),
            _count(counts[name], most, colors.get(name, ""), console),
            Text(term.meaning),
            _dim(words),
        ]
        for (name, term), words in zip(terms.items(), examples, strict=True)
    ]
    headings = [heading, "Songs", "Meaning", "Other words"]
    widths = [max(cell_len(heading), *(row[place].cell_len for row in rows)) for place, heading in enumerate(headings)]
    shown = 4 if any(examples) and sum(widths) + 3 * _GAP <= console.width else 3
    table = _table(console)
    for title in headings[:shown]:
        table.add_column(_dim(title), overflow="fold")
    for row in rows:
        table.add_row(*row[:shown])
    return _rendered(console, table)


def term_card(kind: str, name: str, term: Term, songs: int, moods: Collection[str], columns: int | None) -> str:
    """Return one theme or mood in full, with all other words for it; see song_table for the last arguments."""
    console = _console(min(columns, _WIDEST_CARD) if columns else None)
    card = _grid()
    card.add_row(_dim(kind.capitalize()), _words([name], _colors(moods), "bold"))
    card.add_row(_dim("Meaning"), Text(term.meaning))
    card.add_row(_dim("Songs"), _count(songs, max(songs, _LONGEST_BAR), _colors(moods).get(name, ""), console))
    if term.shown:
        card.add_row(_dim("Words"), Text(", ".join(term.shown)))
    return _rendered(console, card)


def _layout(
    rows: Sequence[Mapping[str, Text]], present: Collection[str], room: int
) -> tuple[list[tuple[str, ...]], Sequence[int | None]]:
    """Return the widest layout of the fields that are present that fits into so many columns, and its own widths.

    A layout fits if no line has to be wrapped or, failing that, none but long ones, and these between words. The
    narrowest is left to rich.
    """
    whole = {field: max(cells[field].cell_len for cells in rows) for field in present}
    words = {
        field: max((cell_len(word) for cells in rows for word in cells[field].plain.split()), default=0)
        for field in present
    }
    wrapped = {
        field: min(whole[field], max(_LONG_TITLES if field == "titles" else _LONG, words[field])) for field in present
    }
    layouts = [
        [fields for fields in (tuple(filter(present.__contains__, column)) for column in layout) if fields]
        for layout in _LAYOUTS
    ]
    for layout in layouts:
        for fields in (whole, wrapped):
            widths = [max(fields[field] for field in column) for column in layout]
            if sum(widths) + _GAP * (len(layout) - 1) <= room:
                return layout, widths
    return layouts[-1], [None] * len(layouts[-1])


def _headings(console: Console, with_scale: bool) -> dict[str, Text]:
    """Return what stands above each field; above the moods, what their colors mean, unless the scale shows it."""
    moods_heading = _dim("Moods")
    if console.color_system and not console.no_color and not with_scale:
        squares = [Text(_sign(console, 2), color) for color in (*_HEAVY_TO_LIGHT[:-2:2], _HEAVY_TO_LIGHT[-1])]
        moods_heading = Text("").join([_dim("Moods  heavy "), *squares, _dim(" light")])
    texts = {"number": "#", "title": "Title", "titles": "Title", "korean_title": "Korean title"}
    texts |= {"only_korean_title": "Korean title", "artist": "Artist", "themes": "Themes"}
    return {
        **{field: _dim(text) for field, text in texts.items()},
        "moods": moods_heading,
        "scale": _dim("heavy light"),
    }


def _cells(song: Song, colors: Mapping[str, str], console: Console, with_scale: bool) -> dict[str, Text]:
    """Return what is shown of a song, by field. Made as Text, nothing in it is read as markup."""
    title = Text(song.title, _link(song, console) + Style(bold=True))
    korean_title = _dim(song.korean_title or "")
    return {
        "number": _dim(str(song.number)),
        "title": title,
        "titles": Text("  ").join([title, korean_title] if korean_title else [title]),
        "korean_title": korean_title or _dim("–"),
        "only_korean_title": korean_title,
        "artist": Text(song.artist),
        "themes": _dim(", ".join(song.themes)),
        "moods": _words(song.moods, colors, ""),
        "scale": _scale(song, colors, console) if with_scale else Text(),
    }


def _scale(song: Song, colors: Mapping[str, str], console: Console) -> Text:
    """Return where a song stands: a cell a mood from heavy to light, its main mood's filled, its others' hollow."""
    length = min(len(colors), _MOST_CELLS)
    cells = {place * length // len(colors): mood for place, mood in enumerate(colors) if mood in song.moods}
    main = list(colors).index(song.moods[0]) * length // len(colors)
    cells[main] = song.moods[0]
    return Text("").join(
        Text(_sign(console, 2 if cell == main else 1), colors[cells[cell]])
        if cell in cells
        else _dim(_sign(console, 0))
        for cell in range(length)
    )


def _count(songs: int, most: int, color: str, console: Console) -> Text:
    """Return a number of songs and a bar as long as that, of all that there are at the `most`."""
    bar = _sign(console, 2) * -(-songs * _LONGEST_BAR // most)
    return Text(" ").join([_dim(f"{songs:>{len(str(most))}}"), Text(bar, color)])


def _sign(console: Console, weight: int) -> str:
    """Return the sign of an empty, a hollow or a filled cell, one column wide in every terminal."""
    return (".o#" if console.options.ascii_only else "⋅▫▪")[weight]


def _console(columns: int | None) -> Console:
    # The height means nothing here; given, it keeps rich from asking the environment.
    return Console(width=max(columns, _NARROWEST) if columns else _UNLIMITED, height=25)


def _table(console: Console) -> Table:
    """Return a table with a rule below its headings, and nothing else but gaps between its cells."""
    lines = box.SIMPLE_HEAD
    if console.options.ascii_only:
        lines = box.Box(str(lines).replace("─", "-"), ascii=True)
    # The gap is one column of padding, and the blank that is the vertical line of this box.
    return Table(
        box=lines, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0), header_style="", border_style="dim"
    )


def _grid() -> Table:
    """Return a table of two columns without headings."""
    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    return grid


def _rendered(console: Console, renderable: RenderableType) -> str:
    """Return what the console would print, without the blanks at the ends of lines."""
    with console.capture() as capture:
        console.print(renderable)
    # Of what stands for color, rich leaves out the color alone.
    text = re.sub(r"\x1b\[[\d;]*m", "", capture.get()) if console.no_color else capture.get()
    return "\n".join(_BLANK_END.sub("", line) for line in text.rstrip("\n").split("\n"))


def _stack(cells: Mapping[str, Text], fields: Iterable[str]) -> Text:
    return Text("\n").join(cells[field] for field in fields if cells[field])


def _words(words: Iterable[str], colors: Mapping[str, str], style: str) -> Text:
    return Text(", ").join(Text(word, f"{style} {colors.get(word, '')}".strip()) for word in words)


def _dim(text: str) -> Text:
    return Text(text, "dim")


def _link(song: Song, console: Console) -> Style:
    """Return the style of a title: a link where the terminal can show one."""
    return Style(link=song.url) if console.color_system else Style()


def _colors(moods: Collection[str]) -> dict[str, str]:
    """Return the color of each mood: its weight, from the heaviest to the lightest."""
    last = len(_HEAVY_TO_LIGHT) - 1
    return {mood: _HEAVY_TO_LIGHT[round(place * last / max(len(moods) - 1, 1))] for place, mood in enumerate(moods)}
