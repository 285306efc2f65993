"""Rich tables of songs and terms, and cards of one of them, as text. Nothing here prints.

Titles are bold and what matters less is dim; color is for moods alone, from red for heavy to green for light.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping

from rich import box
from rich.console import Console, Group, RenderableType
from rich.measure import measure_renderables
from rich.rule import Rule
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

from .catalog import Song, Term

_UNLIMITED = 1_000_000  # columns, for a pipe, where nothing is wrapped
_WIDEST_CARD = 76  # columns; longer lines are hard to read
_GAP = 2  # columns between the columns of a table
_LONGEST_LINK = 2083  # bytes, VTE's limit; rich repeats the link in every line of a wrapped title
_FEW_WORDS, _MOST_WORDS = 6, 12  # other words for a term, in a table and on its card
_LONGEST_BAR = 10  # cells, for the term that most songs have

# The fields of a song in columns, those of one column below each other; from the widest layout to the narrowest.
_LAYOUTS = (
    (("number",), ("title",), ("korean_title",), ("artist",), ("themes",), ("moods",), ("scale",)),
    (("number",), ("titles", "artist"), ("moods", "themes"), ("scale",)),
    (("number",), ("title", "korean_title", "artist"), ("moods", "themes", "scale")),
    (("number",), ("title", "korean_title", "artist", "moods", "themes", "scale")),
)
_HEADINGS = {"number": "#", "title": "Title", "titles": "Title", "korean_title": "Korean title", "artist": "Artist"}
_HEADINGS |= {"themes": "Themes", "moods": "Moods", "scale": "heavy light"}

# From heavy to light, of 256 colors and of 16: none too dark on a black background or too light on a white one.
_COLORS = tuple(f"color({number})" for number in (160, 161, 162, 133, 97, 62, 68, 31, 30, 28))
_FEW_COLORS = tuple(f"color({number})" for number in (1, 1, 1, 5, 5, 12, 12, 12, 2, 2))


class Tables:
    """Makes tables and cards for a terminal of so many columns or, if they are None, for a pipe.

    `moods` are all there are, the heaviest first; they set the colors and the scale. Themes and moods that are `wanted`
    stand out. For a pipe no line is wrapped and nothing is drawn.
    """

    def __init__(self, moods: Collection[str], columns: int | None, wanted: Iterable[str] = ()) -> None:
        self._columns = columns
        self._console = Console(
            color_system=None if os.environ.get("NO_COLOR") else "auto",  # no_color would leave bold and dim
            width=max(columns, 24) if columns else _UNLIMITED,  # a narrower terminal has to wrap the lines itself
            height=25,  # means nothing here, but without it rich takes a dumb terminal to have 80 columns
        )
        has_few_colors = self._console.color_system not in ("256", "truecolor")
        self._palette = _FEW_COLORS if has_few_colors else _COLORS
        steps = (len(_COLORS) - 1) / max(len(moods) - 1, 1)
        self._colors = {mood: self._palette[round(place * steps)] for place, mood in enumerate(moods)}
        self._loud = "underline not dim" if has_few_colors else "bold not dim"  # bold green may be a glaring one
        self._styles = self._colors | {name: f"{self._loud} {self._colors.get(name, '')}" for name in wanted}
        self._empty, self._hollow, self._filled, self._line = ".o#-" if self._console.options.ascii_only else "⋅▫▪─"

    def songs(self, songs: Iterable[Song], scale: bool = False) -> str:
        """Return a table of songs in the widest layout that fits; the scale shows where each stands among the moods."""
        rows = [self._cells(song) for song in songs]
        headings = {field: Text(heading, "dim") for field, heading in _HEADINGS.items()}
        if not scale or not self._columns:
            del headings["scale"]
            if self._console.color_system:
                squares = [(self._filled, color) for color in (*self._palette[:-2:2], self._palette[-1])]
                headings["moods"] = Text.assemble(("Moods  heavy ", "dim"), *squares, (" light", "dim"))
        for layout in _LAYOUTS:
            shown = [[field for field in fields if field in headings] for fields in layout]
            shown = [fields for fields in shown if fields]
            height = max(map(len, shown))
            table = self._table()
            table.leading = 1 if height > 2 else 0
            for fields in shown:
                # rich sets headings at the bottom; filled up to the same height, they stand as the rows below them do.
                heading = _stack(headings, fields).append("\n " * (height - len(fields)))
                table.add_column(heading, justify="right" if fields == ["number"] else "left", overflow="fold")
            for cells in rows:
                table.add_row(*(_stack(cells, fields) for fields in shown))
            if self._fits(table, long=40):
                break
        return self._text(table)

    def song(self, song: Song, near: Iterable[Song] = (), link: str = "") -> str:
        """Return a song in full, similar songs to go on with, and in a line of its own the link, by default its URL."""
        facts = [("Themes", Text(", ".join(song.themes))), ("Moods", self._names(song.moods))]
        if self._columns:
            facts.append(("", Text.assemble(("heavy ", "dim"), self._scale(song), (" light", "dim"))))
        if song.aliases:
            facts.append(("Also", Text("; ".join(song.aliases))))
        for place, other in enumerate(near):
            title = (other.title, _link(other))
            line = Text.assemble((f"{other.number:>2}  ", "dim"), title, (f" - {other.artist}", "dim"))
            facts.append(("" if place else "Near it", line))
        titles = self._cells(song)["titles"]
        artist = Text.assemble(song.artist, (f" · {song.korean_artist}" if song.korean_artist else "", "dim"))
        card = _grid([(str(song.number), Group(titles, artist, Text(f"\n{song.blurb}\n"), _grid(facts)))])
        rule = [Rule(characters=self._line, style=self._colors[song.moods[0]])] if self._columns else []
        # A link that is broken into lines is no link: the terminal may wrap it, rich must not.
        return f"{self._text(*rule, card, *rule, most=_WIDEST_CARD)}\n\n{link or song.url}"

    def terms(self, heading: str, terms: Mapping[str, Term], counts: Mapping[str, int]) -> str:
        """Return a table of themes or moods: how many songs, what each means and, if they fit, other words for it."""
        table = self._table()
        for title in (heading, "Songs", "Meaning", "Other words"):
            table.add_column(Text(title, "dim"), overflow="fold")
        most = max([_LONGEST_BAR, *counts.values()])
        for name, term in terms.items():
            words = Text(", ".join(term.also[:_FEW_WORDS]), "dim")
            table.add_row(self._names([name]), self._count(name, counts[name], most), Text(term.meaning), words)
        if not self._fits(table) or not any(term.also for term in terms.values()):
            table.columns.pop()
        return self._text(table)

    def term(self, kind: str, name: str, term: Term, songs: int) -> str:
        """Return one theme or mood with how many songs have it and the first other words for it."""
        title = Text.assemble((name, f"{self._loud} {self._colors.get(name, '')}"))
        count = self._count(name, songs, max(songs, _LONGEST_BAR))
        facts = [(kind.capitalize(), title), ("Meaning", Text(term.meaning)), ("Songs", count)]
        words = Text(", ".join(term.also[:_MOST_WORDS]))
        if more := len(term.also[_MOST_WORDS:]):
            words.append(f"\nand {more} more that work{'s' if more == 1 else ''} when typed", "dim")
        if words:
            facts.append(("Words", words))
        return self._text(_grid(facts), most=_WIDEST_CARD)

    def _cells(self, song: Song) -> dict[str, Text]:
        """Return what is shown of a song, by field. As Text, nothing in it is read as markup."""
        title = Text(song.title, _link(song) + Style(bold=True))
        korean_title = Text(song.korean_title or "", "dim")
        return {
            "number": Text(str(song.number), "dim"),
            "title": title,
            "titles": Text("  ").join(filter(None, [title, korean_title])),
            "korean_title": korean_title,
            "artist": Text(song.artist),
            "themes": Text.assemble(self._names(song.themes), style="dim"),
            "moods": self._names(song.moods),
            "scale": self._scale(song),
        }

    def _names(self, names: Iterable[str]) -> Text:
        parts = [part for name in names for part in (", ", (name, self._styles.get(name, "")))]
        return Text.assemble(*parts[1:])

    def _scale(self, song: Song) -> Text:
        """Return a cell a mood from heavy to light, that of the main mood filled, those of the others hollow."""
        cells = dict.fromkeys(self._colors, (self._empty, "dim"))
        for mood in song.moods:
            cells[mood] = (self._filled if mood == song.moods[0] else self._hollow, self._colors[mood])
        return Text.assemble(*cells.values())

    def _count(self, name: str, songs: int, most: int) -> Text:
        """Return the number of songs of a term and, in a terminal, a bar of that length; `most` is the longest."""
        bar = self._filled * -(-songs * _LONGEST_BAR // most) if self._columns else ""
        return Text.assemble((f"{songs:>{len(str(most))}}", "dim"), " ", (bar, self._colors.get(name, "")))

    def _table(self) -> Table:
        lines = box.Box(str(box.SIMPLE_HEAD).replace("─", self._line), ascii=self._line.isascii())
        # The gap between columns is one column of padding, and the blank that is this box's vertical line.
        return Table(
            box=lines, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False, header_style="", border_style="dim"
        )

    def _fits(self, table: Table, long: int = _UNLIMITED) -> bool:
        """Return whether the lines of a table fit, where those longer than `long` may be wrapped between words."""
        room = self._console.width - _GAP * (len(table.columns) - 1)
        measures = [
            measure_renderables(self._console, self._console.options, [column.header, *column.cells])
            for column in table.columns
        ]
        if sum(line for _, line in measures) <= room:
            for column, (_, line) in zip(table.columns, measures, strict=True):
                column.width = line  # or rich measures all again
        return sum(min(line, max(word, long)) for word, line in measures) <= room

    def _text(self, *renderables: RenderableType, most: int | None = None) -> str:
        """Return what would be printed in at most so many columns, without the blanks, dim or not, that end lines."""
        with self._console.capture() as capture:
            self._console.print(*renderables, width=most if self._columns else None)
        return re.sub(r"(?m)(?:\x1b\[2m *\x1b\[0m| )+$", "", capture.get().rstrip("\n"))


def _link(song: Song) -> Style:
    return Style(link=song.url if len(song.url) <= _LONGEST_LINK else None)


def _grid(rows: Iterable[tuple[str, RenderableType]]) -> Table:
    """Return rows of a dim label and what it stands for."""
    grid = Table.grid(Column(overflow="fold"), Column(overflow="fold"), padding=(0, _GAP, 0, 0))
    for label, value in rows:
        grid.add_row(Text(label, "dim"), value)
    return grid


def _stack(cells: Mapping[str, Text], fields: Iterable[str]) -> Text:
    return Text("\n").join(cells[field] for field in fields if cells[field]) or Text.assemble(("–", "dim"))
