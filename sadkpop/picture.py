"""Songs as a picture: an SVG that fetches nothing and looks the same on a white page and on a black one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from string import Template
from typing import NamedTuple

from .catalog import Song
from .measure import cut, width, wrap

_PICTURE = Template("""\
<svg xmlns="http://www.w3.org/2000/svg" role="img" width="720" height="$height" viewBox="0 0 720 $height">
<title>$name</title>
<desc>$spoken</desc>
<style>
  text { font-family: "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR", "Noto Sans KR", sans-serif }
  .ground { fill: #141323 }
  .line { fill: none; stroke: url(#heavy-to-light); stroke-width: 3 }
  .glow { opacity: 0.16 }
  .title { font-size: ${title}px; font-weight: bold; fill: #f7f4ff }
  .korean { font-size: ${korean}px; font-weight: normal; fill: #b9b6d6 }
  .artist { font-size: ${artist}px; fill: #9290b2 }
  .mood { font-size: ${mood}px }
  .blurb { font-size: ${blurb}px; fill: #d3d0e6 }
  .foot { font-size: ${foot}px; fill: #b9b6d6 }
</style>
<linearGradient id="heavy-to-light" gradientUnits="userSpaceOnUse" x1="60" x2="228">$stops</linearGradient>
<rect class="ground" width="720" height="$height"/>
<text class="mood" x="52" y="57" fill="$heavy">heavy</text>
<text class="mood" x="$right" y="57" fill="$light" text-anchor="end">light</text>
$scale
<path class="line" d="$line"/>
$songs
$blurb_lines
<text class="foot" x="52" y="$baseline">$name</text>
<text class="artist" x="668" y="$baseline" text-anchor="end">$program</text>
</svg>
""")
_TICK = Template('<circle cx="$x" cy="82" r="2" fill="$color"/>')
_SONG = Template("""\
<circle class="glow" cx="$dot_x" cy="$dot_y" r="16" fill="$color"/>
<circle class="dot" cx="$dot_x" cy="$dot_y" r="8" fill="$color"/>
<g transform="translate($x $y) scale($zoom)">
<a href="$url"><text class="title">$title <tspan class="korean" dx="6" xml:lang="ko">$korean_title</tspan></text></a>
<text class="artist" y="28">$artist</text>
<text class="mood" x="-6" y="52">$moods</text>
</g>""")
_MOOD = Template('<tspan dx="6" fill="$color">$mood</tspan>')
_BLURB_LINE = Template('<text class="blurb" x="52" y="$y">$line</text>')

# Lengths are in units of the picture, its pixels at natural size; colors are red, green and blue. Five songs: a square.
_SIZES = {"title": 26, "korean": 18, "artist": 16, "mood": 14, "blurb": 21, "foot": 16}
_ROW = 104
_HEAVY_TO_LIGHT = ((247, 90, 122), (203, 106, 222), (128, 140, 250), (78, 198, 228), (124, 230, 174))


class _Layout(NamedTuple):
    """Where "light" ends, where the first song begins, its dot's height above that, and a song's zoom and width."""

    right: int
    x: int
    y: int
    dot: int
    zoom: float
    room: int  # before zooming

    def across(self, place: float) -> float:
        """Return the x of a place, from 0 for the heaviest to 1 for the lightest."""
        return round(60 + (self.right - 68) * place, 1)


_TOGETHER = _Layout(right=236, x=280, y=144, dot=9, zoom=1, room=388)
_ALONE = _Layout(right=668, x=52, y=186, dot=104, zoom=1.4, room=440)


def as_svg(songs: Sequence[Song], moods: Sequence[str], name: str) -> str:
    """Return a picture of the songs: one a line, beside a curve that leads through a dot at the moods of each.

    The dot stands at their average, by which playlists are ordered. A song alone is larger, and its blurb is with it.
    `moods` is the whole vocabulary, from the heaviest to the lightest; `name` stands at the foot. What is too long for
    its line is cut, and ends in "…".
    """
    layout = _ALONE if len(songs) == 1 else _TOGETHER
    places = {mood: place / max(len(moods) - 1, 1) for place, mood in enumerate(moods)}
    colors = {mood: _color(place) for mood, place in places.items()}
    averages = [sum(places[mood] for mood in song.moods) / len(song.moods) for song in songs]
    xs = [layout.across(average) for average in averages]
    ys = [layout.y + _ROW * row for row in range(len(songs))]
    blurb = wrap(songs[0].blurb, 616 / _SIZES["blurb"]) if layout is _ALONE else []
    blurb_ys = [316 + 32 * row for row in range(len(blurb))]
    bottom = max(blurb_ys or [y + 52 for y in ys] or [layout.y])
    program = "" if "sadkpop" in name else "sadkpop"
    return _PICTURE.substitute(
        _SIZES,
        height=bottom + 108,
        baseline=bottom + 62,
        right=layout.right,
        heavy=_color(0),
        light=_color(1),
        stops="".join(f'<stop offset="{place}" stop-color="{_color(place)}"/>' for place in (0, 0.25, 0.5, 0.75, 1)),
        scale="\n".join(_TICK.substitute(x=layout.across(places[mood]), color=colors[mood]) for mood in moods),
        line=_curve(xs, layout.y - layout.dot),
        songs="\n".join(
            _song(song, y, average, layout, colors) for song, y, average in zip(songs, ys, averages, strict=True)
        ),
        blurb_lines="\n".join(
            _BLURB_LINE.substitute(y=y, line=_escape(line)) for y, line in zip(blurb_ys, blurb, strict=True)
        ),
        name=_cut(name, "foot", 500 if program else 616),
        program=program,
        spoken=_escape("; ".join(f"{song.title} by {song.artist}" for song in songs)),
    )


def _song(song: Song, y: int, place: float, layout: _Layout, colors: Mapping[str, str]) -> str:
    """Return a song with its title at `y`, and its dot at a place between heavy and light."""
    korean_title = song.korean_title or ""
    # Beside a long title, the Korean one has a third of the room.
    beside = min(width(korean_title) * _SIZES["korean"], layout.room / 3) + 12 if korean_title else 0
    title = cut(song.title, (layout.room - beside) / _SIZES["title"])
    # Cut as one text, the last one shown tells if there are more. A line break is in none, and as wide as the gap.
    moods = _cut("\n".join(song.moods), "mood", layout.room).split("\n")
    return _SONG.substitute(
        x=layout.x,
        y=y,
        zoom=layout.zoom,
        dot_x=layout.across(place),
        dot_y=y - layout.dot,
        color=_color(place),
        url=_escape(song.url),
        title=_escape(title),
        korean_title=_cut(korean_title, "korean", layout.room - width(title) * _SIZES["title"] - 12),
        artist=_cut(song.artist, "artist", layout.room),
        moods=" ".join(
            _MOOD.substitute(color=colors[mood], mood=shown) for mood, shown in zip(song.moods, moods, strict=False)
        ),
    )


def _color(place: float) -> str:
    """Return the color at `place`, from 0 for the heaviest to 1 for the lightest."""
    step = min(int(place * 4), 3)
    part = place * 4 - step
    ends = zip(_HEAVY_TO_LIGHT[step], _HEAVY_TO_LIGHT[step + 1], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in ends)


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


def _cut(text: str, style: str, room: float) -> str:
    """Return the text, fit for XML and for so much room."""
    return _escape(cut(text, room / _SIZES[style]))


def _escape(text: str) -> str:
    """Return the text fit for XML, which some characters are not even in an escape."""
    return escape(re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text))
