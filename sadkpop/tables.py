"""Rich tables of songs and terms, and cards of one of them, as text. Nothing here prints.

Titles are bold and what matters less is dim; color is for moods alone, from red for heavy to green for light.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from .catalog import Song, Term

MOST_SONGS = 500  # in a table; rich takes too long for more

_UNLIMITED = 1_000_000  # columns, for a pipe, where nothing is wrapped
_NARROWEST = 24  # columns; a terminal narrower than this has to wrap the lines itself
_WIDEST_CARD = 76  # columns; longer lines are hard to read
_LONG = 24  # columns; a line longer than this may be wrapped before the layout changes
_LONG_TITLES = 40  # columns, where the Korean title stands beside the other
_GAP = 2  # columns between the columns of a table
_LONGEST_LINK = 2083  # bytes, VTE's limit; rich repeats the link in every line of a wrapped title
_FEW_WORDS, _MOST_WORDS = 6, 12  # other words for a term, in a table and on its card
_MOST_CELLS = 20  # of a scale; more moods share cells
_LONGEST_BAR = 10  # cells, for the term that most songs have

# The fields of a song in columns, those of one column below each other; from the widest layout to the narrowest.
_LAYOUTS = (
    (("number",), ("title",), ("korean_title",), ("artist",), ("themes",), ("moods",), ("scale",)),
    (("number",), ("titles", "artist"), ("moods", "themes"), ("scale",)),
    (("number",), ("title", "korean_title", "artist"), ("moods", "themes", "scale")),
    (("number",), ("title", "korean_title", "artist", "moods", "themes", "scale")),
)
_LOOSE = 3  # lines a song, from which on a blank line separates the songs
_HEADINGS = {"number": "#", "title": "Title", "titles": "Title", "korean_title": "Korean title", "artist": "Artist"}
_HEADINGS |= {"themes": "Themes", "moods": "Moods", "scale": "heavy light"}

_BLANK_END = re.compile(r"(?:\x1b\[2m *\x1b\[0m| )+$")  # of a line, dim or not

# From heavy to light, of 256 colors and of 16: none too dark on a black background or too light on a white one.
_COLORS = tuple(f"color({number})" for number in (160, 161, 162, 133, 97, 62, 68, 31, 30, 28))
_FEW_COLORS = tuple(f"color({number})" for number in (1, 1, 1, 5, 5, 12, 12, 12, 2, 2))


class _Screen(Console):
    """A console of so many columns, or of a pipe, with the colors of the moods; it renders and prints nothing."""

    def __init__(self, moods: Collection[str], columns: int | None, most: int = _UNLIMITED) -> None:
        super().__init__(
            color_system=None if os.environ.get("NO_COLOR") else "auto",  # no_color would leave bold and dim
            width=min(max(columns, _NARROWEST), most) if columns else _UNLIMITED,
            height=25,  # means nothing here; given, it saves asking for it
        )
        has_few_colors = self.color_system not in ("256", "truecolor")
        self.palette = _FEW_COLORS if has_few_colors else _COLORS
        self.wanted = "underline not dim" if has_few_colors else "bold not dim"  # bold green may be a glaring one
        steps = (len(_COLORS) - 1) / max(len(moods) - 1, 1)
        self.colors = {mood: self.palette[round(place * steps)] for place, mood in enumerate(moods)}
        self.empty, self.hollow, self.filled = ".o#" if self.options.ascii_only else "⋅▫▪"

    def link(self, song: Song) -> Style:
        return Style(link=song.url) if self.color_system and len(song.url) <= _LONGEST_LINK else Style()

    def count(self, name: str, songs: int, most: int) -> Text:
        """Return the number of songs of a term and, in a terminal, a bar of that length; `most` is the longest."""
        number = (f"{songs:>{len(str(most))}}", "dim")
        bar = (self.filled * -(-songs * _LONGEST_BAR // most), self.colors.get(name, ""))
        return Text.assemble(number, " ", bar) if self.width < _UNLIMITED else Text(*number)

    def text(self, *renderables: RenderableType) -> str:
        """Return what would be printed, without the blanks at the ends of lines."""
        with self.capture() as capture:
            self.print(*renderables)
        return "\n".join(_BLANK_END.sub("", line) for line in capture.get().rstrip("\n").split("\n"))


def song_table(
    songs: Iterable[Song], moods: Collection[str], columns: int | None, scale: bool = False, wanted: Iterable[str] = ()
) -> str:
    """Return a table of songs in the widest layout that fits into `columns`, or one line a song if they are None.

    `moods` are all there are, the heaviest first; they set the colors, and the scale, which shows where a song stands
    among them. Themes and moods that are `wanted` stand out. Without columns, as for a pipe, there is no scale.
    """
    screen = _Screen(moods, columns)
    scale = scale and bool(columns)
    styles = dict.fromkeys(wanted, screen.wanted)
    rows = [_cells(song, screen, styles) for song in songs]
    headings = {field: Text(text, "dim") for field, text in _HEADINGS.items() if scale or field != "scale"}
    if screen.color_system and not scale:
        squares = [(screen.filled, color) for color in (*screen.palette[:-2:2], screen.palette[-1])]
        headings["moods"] = Text.assemble(("Moods  heavy ", "dim"), *squares, (" light", "dim"))
    layout, widths = _layout([headings, *rows], screen.width)
    height = max(map(len, layout))
    table = _table(screen)
    for column, width in zip(layout, widths, strict=True):
        # rich sets headings at the bottom; filled up to the same height, they stand as the rows below them do.
        heading = _stack(headings, column).append("\n " * (height - len(column)))
        table.add_column(heading, width=width, justify="right" if "number" in column else "left", overflow="fold")
    table.leading = int(height >= _LOOSE and bool(columns))
    for cells in rows:
        table.add_row(*(_stack(cells, column) for column in layout))
    return screen.text(table)


def song_card(
    song: Song, near: Sequence[Song], moods: Collection[str], columns: int | None, link: str | None = None
) -> str:
    """Return a song in full, then where it plays in a line of its own: `link`, by default the song's URL.

    `near` are similar songs to go on with; see song_table for the other arguments.
    """
    screen = _Screen(moods, columns, _WIDEST_CARD)
    cells = _cells(song, screen, {})
    facts = _grid()
    facts.add_row(Text("Themes", "dim"), Text(", ".join(song.themes)))
    facts.add_row(Text("Moods", "dim"), cells["moods"])
    if columns:
        facts.add_row("", Text.assemble(("heavy ", "dim"), cells["scale"], (" light", "dim")))
    if song.aliases:
        facts.add_row(Text("Also", "dim"), Text("; ".join(song.aliases)))
    for place, other in enumerate(near):
        title = (other.title, screen.link(other))
        line = Text.assemble((f"{other.number:>2}  ", "dim"), title, (f" - {other.artist}", "dim"))
        facts.add_row(Text("" if place else "Near it", "dim"), line)
    card = _grid()
    card.add_row(cells["number"], cells["titles"])
    card.add_row("", Text.assemble(song.artist, (f" · {song.korean_artist}" if song.korean_artist else "", "dim")))
    card.add_row("", Text(f"\n{song.blurb}\n"))
    card.add_row("", facts)
    sign = "-" if screen.options.ascii_only else "─"
    rule = [Rule(characters=sign, style=screen.colors[song.moods[0]])] if columns else []
    # A link that is broken into lines is no link: the terminal may wrap it, rich must not.
    return f"{screen.text(*rule, card, *rule)}\n\n{link or song.url}"


def term_table(
    heading: str, terms: Mapping[str, Term], counts: Mapping[str, int], moods: Collection[str], columns: int | None
) -> str:
    """Return a table of themes or moods: how many songs have each, what it means and a few other words for it.

    The other words are left out if the terminal is too narrow. See song_table for the other arguments.
    """
    screen = _Screen(moods, columns)
    most = max([_LONGEST_BAR, *counts.values()])
    rows = []
    for name, term in terms.items():
        words = Text(", ".join(term.also[:_FEW_WORDS]), "dim")
        count = screen.count(name, counts[name], most)
        rows.append([_words([name], screen.colors, "", {}), count, Text(term.meaning), words])
    headings = [heading, "Songs", "Meaning", "Other words"]
    widths = [max(cell.cell_len for cell in column) for column in zip(map(Text, headings), *rows, strict=True)]
    shown = 4 if any(words for *_, words in rows) and sum(widths) + 3 * _GAP <= screen.width else 3
    table = _table(screen, *(Column(Text(title, "dim"), overflow="fold") for title in headings[:shown]))
    for row in rows:
        table.add_row(*row[:shown])
    return screen.text(table)


def term_card(kind: str, name: str, term: Term, songs: int, moods: Collection[str], columns: int | None) -> str:
    """Return one theme or mood with the first other words for it; see song_table for the last arguments."""
    screen = _Screen(moods, columns, _WIDEST_CARD)
    card = _grid()
    card.add_row(Text(kind.capitalize(), "dim"), _words([name], screen.colors, "", {name: "bold"}))
    card.add_row(Text("Meaning", "dim"), Text(term.meaning))
    card.add_row(Text("Songs", "dim"), screen.count(name, songs, max(songs, _LONGEST_BAR)))
    words = Text(", ".join(term.also[:_MOST_WORDS]))
    if more := len(term.also[_MOST_WORDS:]):
        words.append(f"\nand {more} more that work{'s' if more == 1 else ''} when typed", "dim")
    if words:
        card.add_row(Text("Words", "dim"), words)
    return screen.text(card)


def _layout(rows: Sequence[Mapping[str, Text]], room: int) -> tuple[list[list[str]], Sequence[int | None]]:
    """Return the widest layout that fits into so many columns, and its column widths.

    A layout fits if no line has to be wrapped or, failing that, only long ones, between words. The widths of the
    narrowest are left to rich.
    """
    whole = {field: max(cells[field].cell_len for cells in rows) for field in rows[0]}
    wrapped = {}
    for field, longest in whole.items():
        word = max((cell_len(word) for cells in rows for word in cells[field].plain.split()), default=0)
        wrapped[field] = min(longest, max(_LONG_TITLES if field == "titles" else _LONG, word))
    for columns in _LAYOUTS:
        layout = [fields for fields in ([field for field in column if field in whole] for column in columns) if fields]
        for lengths in (whole, wrapped):
            widths = [max(lengths[field] for field in column) for column in layout]
            if sum(widths) + _GAP * (len(layout) - 1) <= room:
                return layout, widths
    return layout, [None] * len(layout)


def _cells(song: Song, screen: _Screen, styles: Mapping[str, str]) -> dict[str, Text]:
    """Return what is shown of a song, by field. As Text, nothing in it is read as markup."""
    title = Text(song.title, screen.link(song) + Style(bold=True))
    korean_title = Text(song.korean_title or "", "dim")
    # A cell a mood from heavy to light, the main mood's filled, the others' hollow.
    moods = list(screen.colors)
    length = min(len(moods), _MOST_CELLS)
    marks = [(screen.empty, "dim")] * length
    for mood in reversed(song.moods):  # the main mood last, over the others
        sign = screen.filled if mood == song.moods[0] else screen.hollow
        marks[moods.index(mood) * length // len(moods)] = (sign, screen.colors[mood])
    return {
        "number": Text(str(song.number), "dim"),
        "title": title,
        "titles": Text("  ").join(filter(None, [title, korean_title])),
        "korean_title": korean_title,
        "artist": Text(song.artist),
        "themes": _words(song.themes, {}, "dim", styles),
        "moods": _words(song.moods, screen.colors, "", styles),
        "scale": Text.assemble(*marks),
    }


def _words(words: Iterable[str], colors: Mapping[str, str], base: str, styles: Mapping[str, str]) -> Text:
    text = Text(style=base)
    for word in words:
        text.append(", " if text else "")
        text.append(word, f"{styles.get(word, '')} {colors.get(word, '')}".strip() or None)
    return text


def _table(screen: _Screen, *columns: Column) -> Table:
    in_ascii = box.Box(str(box.SIMPLE_HEAD).replace("─", "-"), ascii=True)
    lines = in_ascii if screen.options.ascii_only else box.SIMPLE_HEAD
    # Below the headings is a rule; the gap is one column of padding, and the blank that is this box's vertical line.
    return Table(
        *columns, box=lines, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False, header_style="", border_style="dim"
    )


def _grid() -> Table:
    return Table.grid(Column(overflow="fold"), Column(overflow="fold"), padding=(0, _GAP, 0, 0))


def _stack(cells: Mapping[str, Text], fields: Iterable[str]) -> Text:
    return Text("\n").join(cells[field] for field in fields if cells[field]) or Text.assemble(("–", "dim"))
