"""Making a playlist: choosing songs, drawing from them at random and putting them in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from heapq import nsmallest
from itertools import combinations, pairwise, product
from math import inf
from random import Random
from typing import Any, TypeVar

from .catalog import Song

_MOST_DRAWN = 60  # songs, to find a path in which no artist comes twice in a row; long ones are not drawn again
_T = TypeVar("_T")
_Ends = tuple[set[int], set[int]]  # the indices of the songs that may stand first, and of those that may stand last


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
    return sorted(songs, key=lambda song: min(_gap(mood, moods, wanted) for mood in song.moods))


def nearest_mood(songs: Sequence[Song], moods: Sequence[str], wanted: Collection[str]) -> str:
    """Return the mood of a song that is nearest one of the `wanted`; `moods` are all there are, in order."""
    return min((mood for song in songs for mood in song.moods), key=lambda mood: _gap(mood, moods, wanted))


def _gap(mood: str, moods: Sequence[str], wanted: Collection[str]) -> int:
    return min(abs(moods.index(mood) - moods.index(other)) for other in wanted)


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
    once a song, so that evenings differ. The cheapest path is returned. If an artist comes twice in a row in it, though
    songs of the same average may change places, all is drawn again, a few times.

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
    artists = [song.artist for song in songs]
    averages = [_mean(own) for own in places]
    signs = (1, -1) if origin == target else (1,) if origin < target else (-1,)
    all_ends = _ends(places, (origin, target), *([songs.index(song)] if song else [] for song in (first, last)))
    ways = [*product(signs, all_ends)]
    distances = [{own: _mean([abs(place - goal) for place in own]) for own in set(places)} for goal in goals]
    paths: list[list[int]] = []
    while len(paths) <= _MOST_DRAWN // count and (not paths or _repeats(paths[-1], artists)):
        draws = [2 * rng.random() for _ in songs]
        costs = [[distance[own] + draw for own, draw in zip(places, draws, strict=True)] for distance in distances]
        orders = _orders(draws, averages, costs, ways)
        found = next(filter(None, (_cheapest(order, costs, ends) for order, ends in orders)))
        paths.append(_apart(found, averages, artists))
    return [songs[index] for index in min(paths, key=lambda found: _repeats(found, artists))]


def _ends(
    places: Sequence[tuple[int, ...]], goals: Sequence[int], first: Sequence[int], last: Sequence[int]
) -> list[_Ends]:
    """Return the songs that may stand first, those given or the nearest, and likewise those that may stand last.

    A song alone the nearest to both stands where it is nearer, with the nearest of the others at the other end; if it
    is as near to both, there are two such pairs.
    """

    def nearest(end: int, indices: Collection[int]) -> tuple[int, set[int]]:
        gaps = {index: min(abs(place - goals[end]) for place in places[index]) for index in indices}
        least = min(gaps.values())
        return least, {index for index, gap in gaps.items() if gap == least}

    indices = set(range(len(places)))
    head_gap, heads = nearest(0, first or indices.difference(last))
    tail_gap, tails = nearest(1, last or indices.difference(first))
    if heads != tails or len(heads) > 1:
        return [(heads, tails)]
    pairs = [(heads, nearest(1, indices - heads)[1]), (nearest(0, indices - tails)[1], tails)]
    return [pair for pair, gap in zip(pairs, (head_gap, tail_gap), strict=True) if gap == min(head_gap, tail_gap)]


def _orders(
    draws: Sequence[float],
    averages: Sequence[float],
    costs: Sequence[Sequence[float]],
    ways: Sequence[tuple[int, _Ends]],
) -> Iterator[tuple[list[int], _Ends]]:
    """Yield orders in which to look for a path, each with its ends: first those in which it never goes back.

    `ways` are up (1) or down (-1), each with the songs that may begin and end it. Such a song can be in the way in an
    order by average, so the two best ends with enough songs between them come next. If there are none, the last song
    may be out of order, or the first, or both.
    """
    rankings = []
    for sign, ends in ways:
        firsts, lasts = ends
        keys = [(sign * averages[i], (i in lasts) - (i in firsts), draws[i]) for i in range(len(draws))]
        ranked = sorted(range(len(draws)), key=keys.__getitem__)
        yield ranked, ends
        ranks = [keys[i][0] for i in ranked]
        begins = {i: bisect_left(ranks, keys[i][0]) for i in sorted(firsts, key=costs[0].__getitem__)}
        stops = {i: bisect_right(ranks, keys[i][0]) for i in sorted(lasts, key=costs[-1].__getitem__)}
        rankings.append((ranked, begins, stops))
        for head, tail in product(begins, stops):
            if head != tail and stops[tail] - begins[head] >= len(costs):
                yield _between(head, ranked[begins[head] : stops[tail]], tail), ends
                break
    ranked, begins, stops = rankings[0]
    head, tail = next(pair for pair in product(begins, stops) if pair[0] != pair[1])
    for middle in (ranked[begins[head] :], ranked[: stops[tail]], ranked):
        yield _between(head, middle, tail), ways[0][1]


def _between(head: int, middle: Sequence[int], tail: int) -> list[int]:
    return [head, *(index for index in middle if index not in (head, tail)), tail]


def _cheapest(order: Sequence[int], costs: Sequence[Sequence[float]], ends: _Ends) -> list[int]:
    """Return the songs that cost least together, one a step and in this order; none if no such ends are in it.

    By dynamic programming, in time proportional to the number of steps times that of songs.
    """
    first, last = (
        [cost[i] if i in end else inf for i in range(len(cost))]
        for cost, end in zip((costs[0], costs[-1]), ends, strict=True)
    )
    # For each number of songs: the cost of the best choice from so many, and that choice as (those before, the last).
    best: list[tuple[float, Any]] = [(0, None)] * (len(order) + 1)
    for step in (first, *costs[1:-1], last):
        before, best = best, [(inf, None)]
        for (cost, chosen), index in zip(before, order, strict=False):
            cost += step[index]
            best.append((cost, (chosen, index)) if cost < best[-1][0] else best[-1])
    found, chosen = [], best[-1][1]
    while chosen:
        chosen, index = chosen
        found.append(index)
    return found[::-1]


def _apart(found: list[int], averages: Sequence[float], artists: Sequence[str]) -> list[int]:
    """Return the same songs, those between the ends in an order in which fewer artists come twice in a row."""
    for one, other in combinations(found[1:-1], 2) if _repeats(found, artists) else ():
        if averages[one] == averages[other]:
            swapped = [{one: other, other: one}.get(index, index) for index in found]
            found = min(found, swapped, key=lambda indices: _repeats(indices, artists))
    return found


def _repeats(found: Sequence[int], artists: Sequence[str]) -> int:
    return sum(artists[one] == artists[other] for one, other in pairwise(found))


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
