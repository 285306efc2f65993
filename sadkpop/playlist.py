"""Making a playlist: choosing songs, drawing from them at random and putting them in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random
from typing import TypeVar

from .catalog import Song

_T = TypeVar("_T")


def filter_songs(songs: Sequence[Song], themes: Collection[str] = (), moods: Collection[str] = ()) -> list[Song]:
    """Return the songs that have one of the `themes` and one of the `moods`; none given of a kind means any."""
    return [
        song
        for song in songs
        if (not themes or any(theme in themes for theme in song.themes))
        and (not moods or any(mood in moods for mood in song.moods))
    ]


def sample(songs: Sequence[Song], count: int, rng: Random) -> list[Song]:
    """Return `count` of the songs, or all where there are fewer, drawn at random and in the order they came."""
    places = shuffle(range(len(songs)), rng)[:count]
    return [songs[place] for place in sorted(places)]


def shuffle(songs: Sequence[_T], rng: Random) -> list[_T]:
    """Return the songs in an order left to chance.

    Of a seeded generator only the numbers from random() are promised to be the same in every version of Python, so
    they are all that is used.
    """
    return sorted(songs, key=lambda _: rng.random())


def arc(songs: Sequence[Song], moods: Sequence[str]) -> list[Song]:
    """Return the songs from the heaviest to the lightest, each at the average place of its moods among `moods`."""
    weight = {mood: place for place, mood in enumerate(moods)}
    return sorted(songs, key=lambda song: sum(weight[mood] for mood in song.moods) / len(song.moods))
