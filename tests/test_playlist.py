"""Choosing, drawing and ordering."""

from random import Random

import pytest

from sadkpop import playlist
from sadkpop.catalog import Song

MOODS = ["heavy", "middling", "light"]


def song(number, themes="breakup", moods="heavy"):
    """Return a song that is nothing but its number, themes and moods."""
    return Song(number, "", None, "", None, (), tuple(themes.split()), tuple(moods.split()), "")


SONGS = [
    song(1, "breakup", "light"),
    song(2, "breakup memory", "heavy light"),
    song(3, "memory", "heavy"),
    song(4, "grief", "middling"),
]


def numbers(songs):
    """Return the numbers of songs, which tell everything about them here."""
    return [song.number for song in songs]


@pytest.mark.parametrize(
    ("themes", "moods", "expected"),
    [
        ([], [], [1, 2, 3, 4]),
        (["breakup"], [], [1, 2]),
        (["breakup", "grief"], [], [1, 2, 4]),
        ([], ["heavy"], [2, 3]),
        ([], ["heavy", "middling"], [2, 3, 4]),
        (["memory"], ["light"], [2]),
        (["grief"], ["light"], []),
    ],
)
def test_matching(themes, moods, expected):
    """Themes widen, moods widen, and the two narrow each other."""
    assert numbers(playlist.filter_songs(SONGS, themes, moods)) == expected


def test_drawn_keeps_the_order_and_repeats_nothing():
    """A draw takes as many as asked for, each once, in the order they came."""
    for seed in range(50):
        draw = numbers(playlist.sample(SONGS, 3, Random(seed)))
        assert len(draw) == 3
        assert draw == sorted(set(draw))


def test_drawn_reaches_every_song():
    """No song is out of luck's reach."""
    assert {numbers(playlist.sample(SONGS, 1, Random(seed)))[0] for seed in range(100)} == {1, 2, 3, 4}


def test_drawn_from_fewer():
    """Where there are fewer songs than asked for, all of them are drawn."""
    assert numbers(playlist.sample(SONGS, 99, Random())) == [1, 2, 3, 4]


def test_shuffled():
    """A shuffle has every song once, and not always in the same order."""
    orders = {tuple(numbers(playlist.shuffle(SONGS, Random(seed)))) for seed in range(50)}
    assert all(sorted(order) == [1, 2, 3, 4] for order in orders)
    assert len(orders) > 10


def test_arc():
    """The arc goes by the average of the moods; songs of equal weight stay in their order."""
    assert numbers(playlist.arc(SONGS, MOODS)) == [3, 2, 4, 1]
