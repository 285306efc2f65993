"""Songs as a picture: an SVG that fetches nothing and looks the same on a white page and on a black one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from colorsys import hls_to_rgb
from html import escape
from itertools import pairwise
from string import Template
from typing import NamedTuple
from unicodedata import bidirectional
from zlib import crc32

from rich.cells import split_graphemes

from .catalog import Song

MOST_SONGS = 40  # that somebody would look at

_PICTURE = Template("""\
<svg xmlns="http://www.w3.org/2000/svg" role="img" class="sadkpop" width="720" height="$height" \
viewBox="0 0 720 $height">
<title>$name</title>
<desc>$spoken</desc>
<style>
  .sadkpop text { font-family: "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif }
  .sadkpop .title { font-size: ${title}px; font-weight: bold; fill: #f7f4ff }
  .sadkpop .korean { font-size: ${korean}px; font-weight: normal; fill: #b9b6d6 }
  .sadkpop .artist { font-size: ${artist}px; fill: #9290b2 }
  .sadkpop .mood { font-size: ${mood}px }
  .sadkpop .blurb { font-size: ${blurb}px; fill: #d3d0e6 }
  .sadkpop .foot { font-size: ${foot}px; fill: #b9b6d6 }
</style>
<linearGradient id="$id" gradientUnits="userSpaceOnUse" x1="60" x2="$x2">$stops</linearGradient>
<rect width="720" height="$height" fill="#141323"/>
<text class="mood" x="52" y="57" fill="url(#$id)">heavy</text>
<text class="mood" x="$right" y="57" fill="url(#$id)" text-anchor="end">light</text>
$scale
<path fill="none" stroke="url(#$id)" stroke-width="3" d="$line"/>
$songs
$story
<text class="foot" x="52" y="$baseline">$name</text>
<text class="artist" x="668" y="$baseline" text-anchor="end">sadkpop</text>
</svg>
""")
_SIZES = {"title": 26, "korean": 18, "artist": 16, "mood": 14, "blurb": 21, "foot": 16}
_ROW = 104  # five songs make a square


class _Layout(NamedTuple):
    right: int  # where "light" ends
    x: int  # where the first song begins
    y: int
    dot: int  # its dot's height above that
    zoom: float  # of a song
    room: int  # for a song, before zooming

    def across(self, place: float) -> float:
        return round(60 + (self.right - 68) * place, 1)


_TOGETHER = _Layout(right=236, x=280, y=144, dot=9, zoom=1, room=388)
_ALONE = _Layout(right=668, x=52, y=186, dot=104, zoom=1.4, room=440)


def as_svg(songs: Sequence[Song], moods: Sequence[str], title: str) -> str:
    """Return a picture of the songs: one a line, beside a curve that leads through a dot at the moods of each.

    The dot stands at their average. A song alone is larger, and its blurb is with it. `moods` are all there are, from
    the heaviest to the lightest; `title` is one line below the songs. What is too long for its line is cut.
    """
    layout = _ALONE if len(songs) == 1 else _TOGETHER
    places = {mood: place / max(len(moods) - 1, 1) for place, mood in enumerate(moods)}
    averages = [sum(places[mood] for mood in song.moods) / len(song.moods) for song in songs]
    ys = [layout.y + _ROW * row for row in range(len(songs))]
    # In the narrowest column with the fewest lines, or the last of them may be a word alone.
    columns = [wrap(song.blurb, "blurb", room) for song in songs if layout is _ALONE for room in (490, 550, 616)]
    lines = min(columns, key=len, default=[])
    bottom = 284 + 32 * len(lines) if lines else max([y + 52 for y in ys] or [layout.y])
    spoken = _escape("; ".join(f"{song.title} by {song.artist}" for song in songs))
    dots = [f'<circle cx="{layout.across(at)}" cy="82" r="2" fill="{_color(at)}"/>' for at in places.values()]
    stops = [f'<stop offset="{at}" stop-color="{_color(at)}"/>' for at in (0, 0.25, 0.5, 0.75, 1)]
    story = [f'<text class="blurb" x="52" y="{316 + 32 * n}">{_escape(line)}</text>' for n, line in enumerate(lines)]
    return _PICTURE.substitute(
        _SIZES,
        id=f"sadkpop-{crc32(spoken.encode())}",
        height=bottom + 108,
        baseline=bottom + 62,
        right=layout.right,
        x2=layout.right - 8,
        stops="".join(stops),
        scale="\n".join(dots),
        line=_curve([layout.across(average) for average in averages], layout.y - layout.dot),
        songs="\n".join(_song(*each, layout, places) for each in zip(songs, ys, averages, strict=True)),
        story="\n".join(story),
        name=_escape(cut(title, "foot", 500)),
        spoken=spoken,
    )


def _song(song: Song, y: int, place: float, layout: _Layout, places: Mapping[str, float]) -> str:
    """Return a song with its title at `y`, and its dot at a place between heavy and light."""
    # Beside a long title, the Korean one has a third of the room.
    beside = min(width(song.korean_title or "", "korean") + 12, layout.room / 3)
    title = cut(song.title, "title", layout.room - beside)
    korean_title = cut(song.korean_title or "", "korean", layout.room - 12 - width(title, "title"))
    # Cut as one text, the last one shown tells if there are more. A line break is in none; the space is as the gap.
    moods = zip(song.moods, cut("\n\u3000".join(song.moods), "mood", layout.room).split("\n\u3000"), strict=False)
    spans = [f'<tspan dx="6" fill="{_color(places[mood])}">{_escape(shown)}</tspan>' for mood, shown in moods]
    dot = f'cx="{layout.across(place)}" cy="{y - layout.dot}" fill="{_color(place)}"'
    return f"""\
<circle class="glow" r="16" opacity="0.16" {dot}/>
<circle class="dot" r="8" {dot}/>
<g transform="translate({layout.x} {y}) scale({layout.zoom})">
<a href="{_escape(song.url)}"><text class="title">{_escape(title)} \
<tspan class="korean" dx="6" xml:lang="ko">{_escape(korean_title)}</tspan></text></a>
<text class="artist" y="28">{_escape(cut(song.artist, "artist", layout.room))}</text>
<text class="mood" x="-6" y="52">{" ".join(spans)}</text>
</g>"""


def _color(place: float) -> str:
    """Return the color at `place`, from red for the heaviest at 0 by way of blue to green for the lightest at 1."""
    rgb = hls_to_rgb((348 - 201.6 * place) / 360, 0.68, 0.75)
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)


def _curve(xs: Sequence[float], y: float) -> str:
    """Return a smooth path downward from `y`, a row from one x to the next, that swings out past none of them.

    A cubic with the slopes of Fritsch and Butland, 1984, doi:10.1137/0905021.
    """
    steps = [end - start for start, end in pairwise(xs)]
    slopes = [2 * a * b / (a + b) if a * b > 0 else 0 for a, b in pairwise(steps)]
    slopes = [*steps[:1], *slopes, *steps[-1:]]
    path = f"M{xs[0]} {y}" if steps else ""
    for step, start, end in zip(steps, slopes, slopes[1:], strict=False):
        path += f" c{start / 3:.1f} {_ROW / 3:.1f} {step - end / 3:.1f} {_ROW * 2 / 3:.1f} {step:.1f} {_ROW}"
    return path


def _escape(text: str) -> str:
    """Return the text fit for XML, which some characters are not even in an escape."""
    return escape(re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text))


def cut(text: str, style: str, room: float) -> str:
    """Return the text or, if it is wider than `room`, its beginning and "…", at the end of right-to-left text too."""
    if width(text, style) <= room:
        return text
    text = text[: _fitting(text, style, room - width("…", style))].rstrip() + "…"
    directions = [direction for direction in map(bidirectional, text) if direction in ("L", "R", "AL")]
    return text + "\u200f" if directions and directions[-1] != "L" else text  # a right-to-left mark


def wrap(text: str, style: str, room: float) -> list[str]:
    """Return the text in lines that fit into `room`, wider than a letter, broken between words if there are any."""
    lines = []
    while text:
        end = _fitting(text, style, room)
        if end < len(text) and " " in text[1 : end + 1]:
            end = text.rindex(" ", 1, end + 1)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return lines


def _fitting(text: str, style: str, room: float) -> int:
    """Return how many of the characters fit into `room`, without part of a letter."""
    for start, end, _ in split_graphemes(text)[0]:
        room -= width(text[start:end], style)
        if room < 0:
            return start
    return len(text)


def width(text: str, style: str) -> float:
    """Return about how wide the text is, in pixels: as in a wide font, so that it is a little narrower in most."""
    return sum(_ems(text[start], cells) for start, _, cells in split_graphemes(text)[0]) * _SIZES[style]


def _ems(letter: str, cells: int) -> float:
    # Signs such as ♥ and … take one cell of a terminal, and a Korean font sets them as wide as Hangul.
    if cells > 1 or letter in "MWmw@%" or not (letter.isalpha() or letter.isascii()):
        return 1
    if letter in " .,:;'!|ijlI":
        return 0.38
    return 0.72 if letter.isupper() else 0.6
