"""Making a playlist: choosing songs, drawing from them at random and putting them in order."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from heapq import nsmallest
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
    """Return `count` of the songs, or all where there are fewer, drawn at random and in the order they came."""
    indices = shuffle(range(len(songs)), rng)[:count]
    return [songs[index] for index in sorted(indices)]


def shuffle(songs: Sequence[_T], rng: Random) -> list[_T]:
    """Return the songs in random order.

    Of a seeded generator only the numbers from random() are promised to be the same in every version of Python, so
    they are all that is used.
    """
    return sorted(songs, key=lambda _: rng.random())


def arc(songs: Sequence[Song], moods: Sequence[str]) -> list[Song]:
    """Return the songs from the heaviest to the lightest, each at the average place of its moods among `moods`."""
    averages = [_mean(places) for places in _mood_places(songs, moods)]
    return [songs[index] for index in sorted(range(len(songs)), key=averages.__getitem__)]


def nearest_first(songs: Sequence[Song], moods: Sequence[str], wanted: Collection[str]) -> list[Song]:
    """Return the songs, those with a mood nearest one of the `wanted` first; `moods` are all there are, in order."""
    return sorted(songs, key=lambda song: min(_gap(mood, moods, wanted) for mood in song.moods))


def nearest_mood(songs: Sequence[Song], moods: Sequence[str], wanted: Collection[str]) -> str:
    """Return the mood of a song that is nearest one of the `wanted`; `moods` are all there are, in order."""
    return min((mood for song in songs for mood in song.moods), key=lambda mood: _gap(mood, moods, wanted))


def _gap(mood: str, moods: Sequence[str], wanted: Collection[str]) -> int:
    """Return how many places a mood is away from the nearest of the `wanted`."""
    return min(abs(moods.index(mood) - moods.index(other)) for other in wanted)


def way(songs: Sequence[Song], moods: Sequence[str], start: str, end: str, count: int, rng: Random) -> list[Song]:
    """Return `count` songs, or all where there are fewer, that lead step by step from the mood `start` to `end`.

    `moods` are all there are, from the heaviest to the lightest; a way may lead up, down or stay on the spot. The first
    song has the mood `start` and the last one `end`, and where no song left has it, one with the nearest mood stands
    there. In between no song goes back. Raises ValueError if `start` or `end` is not in `moods`.

    The goals of the steps lie evenly between the places of `start` and `end`. At a step, a song costs the mean distance
    of its moods' places from the goal, so that a song torn between the extremes does not belong in the middle, plus a
    draw of up to two places, made once a song, so that evenings differ. With the songs sorted by the average place of
    their moods, dynamic programming finds the cheapest `count` of them in that order that have the right ends, in time
    proportional to `count` times the number of songs. Where there are none such, the last song may come from anywhere
    in that order, or else the first, or else both.

    Music therapists order songs like this: the iso principle (Altshuler, 1948). Studies disagree on what it does.
    """
    origin, target = moods.index(start), moods.index(end)
    count = min(count, len(songs))
    if count < 1:
        return []
    goals = [origin + (target - origin) * step / max(count - 1, 1) for step in range(count)]
    places = _mood_places(songs, moods)
    draws = [2 * rng.random() for _ in songs]
    firsts, lasts = _ends(places, goals[0], goals[-1])
    allowed = {count - 1: lasts, 0: firsts}

    def cost(step: int, index: int) -> float:
        if step in allowed and index not in allowed[step]:
            return inf
        return _mean([abs(place - goals[step]) for place in places[index]]) + draws[index]

    def progress(index: int) -> tuple[float, int, float]:
        average = _mean(places[index]) if origin <= target else -_mean(places[index])
        # Of songs with the same average, those that may stand first precede the others, and those that may stand last
        # follow them; those that may do both, by the side of the goals on which they are.
        is_first, is_last = index in firsts, index in lasts
        if is_first and is_last:
            is_first = average < (origin + target) / (2 if origin <= target else -2)
            is_last = not is_first
        return average, is_last - is_first, draws[index]

    order = sorted(range(len(songs)), key=progress)
    chosen = _cheapest(order, count, cost)
    if not chosen:
        first = min(firsts - lasts or firsts, key=partial(cost, 0))
        last = min(lasts - {first}, key=partial(cost, count - 1))
        orders = (_moved(order, head, tail) for head, tail in (([], [last]), ([first], []), ([first], [last])))
        chosen = next(filter(None, (_cheapest(order, count, cost) for order in orders)))
    return [songs[index] for index in chosen]


def _ends(places: Sequence[Sequence[int]], start: float, end: float) -> tuple[set[int], set[int]]:
    """Return the indices of the songs that may stand first, those with a mood nearest `start`, and likewise last.

    Of two songs or more, two different ones can be chosen from these: where one song alone is the nearest to both, it
    stands where it is nearer, and the nearest of the others stand at the other end.
    """
    first_gaps, last_gaps = (
        {index: min(abs(place - goal) for place in of_song) for index, of_song in enumerate(places)}
        for goal in (start, end)
    )
    firsts, lasts = _least(first_gaps), _least(last_gaps)
    if firsts == lasts and len(firsts) == 1 and len(places) > 1:
        [only] = firsts
        if first_gaps.pop(only) <= last_gaps.pop(only):
            lasts = _least(last_gaps)
        else:
            firsts = _least(first_gaps)
    return firsts, lasts


def _least(gaps: Mapping[int, float]) -> set[int]:
    """Return the keys of the least values."""
    least = min(gaps.values())
    return {index for index, gap in gaps.items() if gap == least}


def _moved(order: Sequence[int], head: Sequence[int], tail: Sequence[int]) -> list[int]:
    """Return `order` with some of it moved to its head and to its tail."""
    return [*head, *(index for index in order if index not in head and index not in tail), *tail]


def _cheapest(order: Sequence[int], count: int, cost: Callable[[int, int], float]) -> list[int]:
    """Return the `count` indices, in the order of `order`, whose `cost(step, index)` is the least in all.

    None are returned if any choice costs inf. At step k the index stands k places or more from the beginning of
    `order`: k and as many as have been passed over. That number never falls from one step to the next, and `spare` is
    the most it can come to.
    """
    spare = len(order) - count
    totals = [0.0] * (spare + 1)  # what it costs to have come here with at most so many passed over
    stops = []  # for each step, the numbers passed over that make it cheaper than any smaller number
    for step in range(count):
        best = inf
        stops.append(bytearray(spare + 1))
        for passed in range(spare + 1):
            total = totals[passed] + cost(step, order[step + passed])
            if total < best:
                best = total
                stops[step][passed] = True
            totals[passed] = best
    if totals[spare] == inf:
        return []
    chosen = []
    passed = spare
    for step in reversed(range(count)):
        passed = stops[step].rindex(True, 0, passed + 1)
        chosen.append(order[step + passed])
    return chosen[::-1]


def near(song: Song, songs: Sequence[Song], moods: Sequence[str], count: int = 3) -> list[Song]:
    """Return up to `count` of the songs, those most like `song` first: with shared themes and near moods.

    Each shared theme counts, the same main theme twice, and each two places between the moods count against that. The
    distance of the moods is the mean, over the moods of either song, of the distance to the other's nearest, in places
    among `moods`. Songs that are equally like it stay in their order. Neither the song itself nor one that shares no
    theme and no mood with it is returned.
    """
    alike = [
        other
        for other in songs
        if other.number != song.number
        and not (set(song.themes).isdisjoint(other.themes) and set(song.moods).isdisjoint(other.moods))
    ]
    own, *places = _mood_places([song, *alike], moods)
    ranks = [
        (_distance(own, theirs) / 2 - _shared_themes(song, other), index)
        for index, (other, theirs) in enumerate(zip(alike, places, strict=True))
    ]
    return [alike[index] for _, index in nsmallest(count, ranks)]


def _shared_themes(song: Song, other: Song) -> int:
    """Return how many themes two songs share, one more if they have the same main theme."""
    return len(set(song.themes) & set(other.themes)) + (song.themes[0] == other.themes[0])


def _distance(places: Sequence[int], others: Sequence[int]) -> float:
    """Return the mean distance of each place on one side from the nearest on the other."""
    return _mean([*_gaps(places, sorted(others)), *_gaps(others, sorted(places))])


def _gaps(places: Sequence[int], others: Sequence[int]) -> Iterator[int]:
    """Yield how far each place is from the nearest of the others, which are sorted."""
    for place in places:
        above = bisect(others, place)
        yield min(abs(place - other) for other in others[max(above - 1, 0) : above + 1])


def _mood_places(songs: Sequence[Song], moods: Sequence[str]) -> list[list[int]]:
    """Return, for each of the songs, where its moods stand among `moods`."""
    place = {mood: index for index, mood in enumerate(moods)}
    return [[place[mood] for mood in song.moods] for song in songs]


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
