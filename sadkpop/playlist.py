"""Making a playlist: choosing songs, drawing from them at random and putting them in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import nsmallest
from itertools import pairwise, product
from math import inf
from random import Random
from typing import TypeVar

from .catalog import Song

_T = TypeVar("_T")


def filter_songs(
    songs: Sequence[Song],
    themes: Collection[str] = (),
    moods: Collection[str] = (),
    not_themes: Collection[str] = (),
    not_moods: Collection[str] = (),
) -> list[Song]:
    """Return the songs that have one of the `themes` and one of the `moods`; none given of a kind means any.

    Songs that have one of the `not_themes` or of the `not_moods` are left out.
    """
    return [
        song
        for song in songs
        if (not themes or any(theme in themes for theme in song.themes))
        and (not moods or any(mood in moods for mood in song.moods))
        and not any(theme in not_themes for theme in song.themes)
        and not any(mood in not_moods for mood in song.moods)
    ]


def sample(songs: Sequence[Song], count: int, rng: Random) -> list[Song]:
    """Return `count` of the songs, or all if there are fewer, drawn at random and in the order they came."""
    indices = shuffle(range(len(songs)), rng)[:count]
    return [songs[index] for index in sorted(indices)]


def shuffle(songs: Sequence[_T], rng: Random) -> list[_T]:
    """Return the songs in random order, the same for the same seed in every version of Python."""
    # Of what a seeded generator gives, only the numbers from random() are promised to stay the same.
    return sorted(songs, key=lambda _: rng.random())


def arc(songs: Sequence[Song], moods: Sequence[str]) -> list[Song]:
    """Return the songs from the heaviest to the lightest, each at the average place of its moods among `moods`."""
    return sorted(songs, key=lambda song: _mean(_places(song, moods)))


def gentle(songs: Sequence[Song], moods: Sequence[str], term: str) -> list[Song]:
    """Return the songs with a theme or mood, lightest main mood first, and none whose main mood is the heaviest.

    If all have that, they are returned all the same.
    """
    fitting = sorted(
        (song for song in songs if term in (*song.themes, *song.moods)), key=lambda song: -moods.index(song.moods[0])
    )
    return [song for song in fitting if song.moods[0] != moods[0]] or fitting


def nearest_first(songs: Sequence[Song], moods: Sequence[str], wanted: Collection[str]) -> list[Song]:
    """Return the songs, those with a mood nearest one of the `wanted` first; `moods` are all there are, in order."""
    return sorted(songs, key=lambda song: _gap(song.moods, moods, wanted))


def nearest_mood(songs: Sequence[Song], moods: Sequence[str], wanted: Collection[str]) -> str:
    """Return the mood of a song that is nearest one of the `wanted`; `moods` are all there are, in order."""
    return min((mood for song in songs for mood in song.moods), key=lambda mood: _gap([mood], moods, wanted))


def _gap(own: Sequence[str], moods: Sequence[str], wanted: Collection[str]) -> int:
    return min(abs(moods.index(mood) - moods.index(other)) for mood in own for other in wanted)


def path(
    songs: Sequence[Song],
    moods: Sequence[str],
    start: str,
    end: str,
    count: int,
    rng: Random,
    first: Song | None = None,
    last: Song | None = None,
) -> list[Song]:
    """Return `count` songs, or all if there are fewer, that lead step by step from the mood `start` to `end`.

    `moods` are all there are, from the heaviest to the lightest; a path may lead up, down or stay on the spot. Its ends
    have the moods `start` and `end`, or the nearest there are. `first` and `last`, two different songs, stand there
    instead, and their main moods are the start and the end. The average of the moods never goes back if such ends allow
    it, and otherwise only at the ends. Raises ValueError if `start` or `end` is not in `moods`.

    The goals of the steps lie evenly between the two. At a step, a song costs the mean distance of its moods from the
    goal, in places, so that one torn between the extremes does not belong in the middle, plus a draw of up to two, made
    once a song, so that evenings differ. The cheapest path is returned. If an artist comes twice in a row in it, all is
    drawn again, up to a hundred times; the more songs, the fewer times.

    Music therapists order songs like this: the iso principle (Altshuler, 1948). Studies disagree on what it does.
    """
    start, end = first.moods[0] if first else start, last.moods[0] if last else end
    origin, target = moods.index(start), moods.index(end)
    songs = [*songs, *(song for song in (first, last) if song and song not in songs)]
    count = min(count, len(songs))
    if count < 2:
        return nearest_first([first] if first else songs, moods, [start])[:count]
    goals = [origin + (target - origin) * step / (count - 1) for step in range(count)]
    # A song that was chosen to stand at an end counts by its main mood alone, or it would draw the others to the rest.
    places = [_places(song, moods) if song not in (first, last) else (moods.index(song.moods[0]),) for song in songs]
    distances = [{own: _mean([abs(place - goal) for place in own]) for own in set(places)} for goal in goals]
    heads = {i: _gap(song.moods, moods, [start]) for i, song in enumerate(songs) if first in (None, song)}
    tails = {i: _gap(song.moods, moods, [end]) for i, song in enumerate(songs) if last in (None, song)}
    scales = [[sign * _mean(own) for own in places] for sign in (1, -1) if (target - origin) * sign >= 0]
    paths: list[list[Song]] = []
    while len(paths) <= 500_000 // (5_000 + len(songs) * count) and (not paths or _repeats(paths[-1])):
        draws = [2 * rng.random() for _ in songs]
        costs = [[distance[own] + draw for own, draw in zip(places, draws, strict=True)] for distance in distances]
        order, firsts, lasts = _order(heads, tails, scales, draws, count)
        costs[0] = [cost if i in firsts else inf for i, cost in enumerate(costs[0])]
        costs[-1] = [cost if i in lasts else inf for i, cost in enumerate(costs[-1])]
        paths.append([songs[i] for i in _cheapest(order, costs)])
    return min(paths, key=_repeats)


def _order(
    heads: dict[int, int], tails: dict[int, int], scales: list[list[float]], draws: list[float], count: int
) -> tuple[list[int], set[int], set[int]]:
    """Return the order of songs in which to look for a path, and those of them that may begin it and that may end it.

    `heads` and `tails` say how far songs are from the start and from the end: the nearest may stand there, and a song
    alone the nearest to both stands where it is nearer. The order is that of a scale. If there are too few songs
    between any such ends, the two with most between them stand outside the order.
    """
    ways = []
    for scale in scales:
        # Two for each end, as one song may be the best for both.
        lowest = nsmallest(2, ((gap, scale[i], draws[i], i) for i, gap in heads.items()))
        highest = nsmallest(2, ((gap, -scale[i], draws[i], i) for i, gap in tails.items()))
        for (*_, head), (*_, tail) in product(lowest, highest):
            room = sum(scale[head] <= place <= scale[tail] for place in scale)
            if head != tail:
                ways.append((sorted([heads[head], tails[tail]]), count - room, scale, head, tail))
    _, missing, scale, head, tail = min(ways, key=lambda way: way[:2])
    # At one place in the scale, songs that may begin come first, and those that may end last: the head and the tail do
    # not change their parts, and so are not in the way of the songs between them.
    firsts = {i for i, gap in heads.items() if gap == heads[head]} - {tail}
    lasts = {i for i, gap in tails.items() if gap == tails[tail]} - {head}
    order = sorted(range(len(scale)), key=lambda i: (scale[i], (i in lasts) - (i in firsts), draws[i]))
    if missing > 0:
        order = [head, *(i for i in order if i not in (head, tail)), tail]
    return order, firsts, lasts


def _cheapest(order: list[int], costs: list[list[float]]) -> tuple[int, ...]:
    """Return the songs that cost least together, one a step and in this order.

    By dynamic programming, in time proportional to the number of steps times that of songs.
    """
    # For each number of songs, the cost of the best choice from so many, and that choice.
    best: list[tuple[float, tuple[int, ...]]] = [(0, ())] * (len(order) + 1)
    for step in costs:
        before, best = best, [(inf, ())]
        for (cost, chosen), index in zip(before, order, strict=False):
            cost += step[index]
            best.append((cost, (*chosen, index)) if cost < best[-1][0] else best[-1])
    return best[-1][1]


def _repeats(songs: Sequence[Song]) -> int:
    return sum(one.artist == other.artist for one, other in pairwise(songs))


def near(song: Song, songs: Sequence[Song], moods: Sequence[str], count: int = 3) -> list[Song]:
    """Return up to `count` other songs with a shared theme or mood, those most like `song` first.

    Each shared theme counts, the same main theme twice, and each two places between the moods count against that: the
    mean, over the moods of either song, of the distance to the other's nearest. Songs equally like it keep their order.
    """

    def difference(other: Song) -> float:
        own, theirs = _places(song, moods), _places(other, moods)
        gaps = [[abs(place - another) for another in theirs] for place in own]
        shared = len({*song.themes} & {*other.themes}) + (song.themes[0] == other.themes[0])
        return _mean([*map(min, gaps), *map(min, zip(*gaps, strict=True))]) / 2 - shared

    alike = [other for other in songs if {*song.themes} & {*other.themes} or {*song.moods} & {*other.moods}]
    return nsmallest(count, (other for other in alike if other.number != song.number), key=difference)


def _places(song: Song, moods: Sequence[str]) -> tuple[int, ...]:
    return tuple(map(moods.index, song.moods))


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
