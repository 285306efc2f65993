"""Songs as a picture: an SVG that fetches nothing and looks the same on a white page and on a black one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise
from string import Template
from typing import NamedTuple
from unicodedata import bidirectional, category, east_asian_width
from zlib import crc32

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
<linearGradient id="$id" gradientUnits="userSpaceOnUse" x1="60" x2="228">$stops</linearGradient>
<rect width="720" height="$height" fill="#141323"/>
<text class="mood" x="52" y="57" fill="#f75a7a">heavy</text>
<text class="mood" x="$right" y="57" fill="#7ce6ae" text-anchor="end">light</text>
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
_HEAVY_TO_LIGHT = ((247, 90, 122), (203, 106, 222), (128, 140, 250), (78, 198, 228), (124, 230, 174))

_HEAD, _TAIL = "\u1100-\u115f\ua960-\ua97f", "\u1160-\u11ff\ud7b0-\ud7ff"  # of a Korean syllable
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
# Two characters of one letter: what a joiner joins, an emoji with its skin tone, parts of a syllable.
_ONE = re.compile(f"(?s)\u200d.|.[\U0001f3fb-\U0001f3ff]|[{_HEAD}][{_HEAD}가-힣]|[{_HEAD}{_TAIL}가-힣][{_TAIL}]")


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
    lines = wrap(songs[0].blurb, 616 / _SIZES["blurb"]) if layout is _ALONE else []
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
        stops="".join(stops),
        scale="\n".join(dots),
        line=_curve([layout.across(average) for average in averages], layout.y - layout.dot),
        songs="\n".join(_song(*each, layout, places) for each in zip(songs, ys, averages, strict=True)),
        story="\n".join(story),
        name=_cut(title, "foot", 500),
        spoken=spoken,
    )


def _song(song: Song, y: int, place: float, layout: _Layout, places: Mapping[str, float]) -> str:
    """Return a song with its title at `y`, and its dot at a place between heavy and light."""
    korean_title = song.korean_title or ""
    # Beside a long title, the Korean one has a third of the room.
    beside = min(width(korean_title) * _SIZES["korean"], layout.room / 3) + 12 if korean_title else 0
    title = cut(song.title, (layout.room - beside) / _SIZES["title"])
    korean_title = _cut(korean_title, "korean", layout.room - width(title) * _SIZES["title"] - 12)
    # Cut as one text, the last one shown tells if there are more. A line break is in none, and as wide as the gap.
    moods = zip(song.moods, _cut("\n".join(song.moods), "mood", layout.room).split("\n"), strict=False)
    spans = [f'<tspan dx="6" fill="{_color(places[mood])}">{shown}</tspan>' for mood, shown in moods]
    dot = f'cx="{layout.across(place)}" cy="{y - layout.dot}" fill="{_color(place)}"'
    return f"""\
<circle class="glow" r="16" opacity="0.16" {dot}/>
<circle class="dot" r="8" {dot}/>
<g transform="translate({layout.x} {y}) scale({layout.zoom})">
<a href="{_escape(song.url)}"><text class="title">{_escape(title)} \
<tspan class="korean" dx="6" xml:lang="ko">{korean_title}</tspan></text></a>
<text class="artist" y="28">{_cut(song.artist, "artist", layout.room)}</text>
<text class="mood" x="-6" y="52">{" ".join(spans)}</text>
</g>"""


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
    return _escape(cut(text, room / _SIZES[style]))


def _escape(text: str) -> str:
    """Return the text fit for XML, which some characters are not even in an escape."""
    return escape(re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text))


def width(text: str) -> float:
    """Return how wide the text is in ems of a wide font; it is a little narrower in most."""
    return sum(map(_character_width, text))


def cut(text: str, room: float) -> str:
    """Return the text or, if it is wider than `room`, its beginning and "…", at the end of right-to-left text too."""
    if _fitting(text, room) == len(text):
        return text
    text = text[: _fitting(text, room - width("…"))].rstrip() + "…"
    directions = [direction for direction in map(bidirectional, text) if direction in ("L", "R", "AL")]
    return text + "\u200f" if directions and directions[-1] != "L" else text  # a right-to-left mark


def wrap(text: str, room: float) -> list[str]:
    """Return the text in as few lines as fit into `room`, of about the same width."""
    return min((_broken(text, room * part) for part in (0.8, 0.85, 0.9, 0.95, 1)), key=len)


def _broken(text: str, room: float) -> list[str]:
    """Return the text in lines that fit into `room`, broken between words if there are any."""
    lines = []
    while text:
        end = _fitting(text, room) or len(next(_letters(text)))
        if end < len(text) and " " in text[1 : end + 1]:
            end = text.rindex(" ", 1, end + 1)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return lines


def _fitting(text: str, room: float) -> int:
    """Return how many of the characters fit into `room`, without part of a letter."""
    end = 0
    for letter in _letters(text):
        room -= width(letter)
        if room < 0:
            break
        end += len(letter)
    return end


def _letters(text: str) -> Iterator[str]:
    """Yield each letter with its marks, each emoji or flag of several characters, and each syllable of Korean jamo."""
    start = 0
    for end, (before, after) in enumerate(pairwise(text), 1):
        is_mark = category(after) in ("Mn", "Me", "Mc", "Cf")
        if not (is_mark or _ONE.match(before + after) or _FLAG.fullmatch(text[start : end + 1])):
            yield text[start:end]
            start = end
    yield text[start:]


def _character_width(character: str) -> float:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    columns = east_asian_width(character)
    # Ambiguous are letters such as é, and signs such as ♥ and …, which a Korean font sets as wide as Hangul.
    if columns in ("W", "F") or (columns == "A" and not character.isalpha()) or character in "MWmw@%":
        return 1
    if character in " .,:;'!|ijlI":
        return 0.38
    return 0.72 if character.isupper() else 0.6
