"""Choosing, drawing and ordering."""

from itertools import pairwise, permutations
from random import Random
from statistics import mean

import pytest

from sadkpop import playlist
from sadkpop.catalog import load

CATALOG = load()
BUILT_IN_MOODS = list(CATALOG.moods)
MOODS = ["heavy", "middling", "light"]
SEVEN = ["black", "dark", "dim", "gray", "pale", "bright", "white"]


def song(number, moods="heavy", themes="breakup"):
    """Return a song that differs from others in its number, moods and themes alone."""
    return CATALOG.songs[0]._replace(number=number, themes=tuple(themes.split()), moods=tuple(moods.split()))


def songs_of(*moods):
    """Return a song for each text of moods, numbered from 1."""
    return [song(number, text) for number, text in enumerate(moods, 1)]


def numbers(songs):
    """Return the numbers of songs, which tell everything about them here."""
    return [song.number for song in songs]


def goals(moods, start, end, count):
    """Return the places that the steps of a way aim at."""
    first, last = moods.index(start), moods.index(end)
    return [first + (last - first) * step / (count - 1) for step in range(count)]


def never_goes_back(songs, moods, start, end):
    """Tell whether the average places of the songs' moods only rise on the way up, or only fall on the way down."""
    averages = [mean(map(moods.index, song.moods)) for song in songs]
    return averages == sorted(averages, reverse=moods.index(start) > moods.index(end))


SONGS = [
    song(1, "light", "breakup"),
    song(2, "heavy light", "breakup memory"),
    song(3, "heavy", "memory"),
    song(4, "middling", "grief"),
]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [1, 2, 3, 4]),
        ({"themes": ["breakup"]}, [1, 2]),
        ({"themes": ["breakup", "grief"]}, [1, 2, 4]),
        ({"moods": ["heavy"]}, [2, 3]),
        ({"moods": ["heavy", "middling"]}, [2, 3, 4]),
        ({"themes": ["memory"], "moods": ["light"]}, [2]),
        ({"themes": ["grief"], "moods": ["light"]}, []),
        ({"not_themes": ["memory"]}, [1, 4]),
        ({"not_themes": ["memory", "grief"]}, [1]),
        ({"not_moods": ["light"]}, [3, 4]),
        ({"not_themes": ["grief"], "not_moods": ["light"]}, [3]),
        ({"themes": ["breakup"], "not_moods": ["heavy"]}, [1]),
        ({"themes": ["breakup"], "not_themes": ["breakup"]}, []),
    ],
)
def test_filter_songs(wanted, expected):
    """Themes widen, moods widen, the two narrow each other, and what is not wanted is left out in any case."""
    assert numbers(playlist.filter_songs(SONGS, **wanted)) == expected


def test_sample_keeps_the_order_and_repeats_nothing():
    """A sample has as many as asked for, each once, in the order they came."""
    for seed in range(50):
        sample = numbers(playlist.sample(SONGS, 3, Random(seed)))
        assert len(sample) == 3
        assert sample == sorted(set(sample))


def test_sample_reaches_every_song():
    """No song is out of luck's reach."""
    assert {numbers(playlist.sample(SONGS, 1, Random(seed)))[0] for seed in range(100)} == {1, 2, 3, 4}


def test_sample_of_fewer():
    """Where there are fewer songs than asked for, all of them are drawn."""
    assert numbers(playlist.sample(SONGS, 99, Random())) == [1, 2, 3, 4]


def test_shuffle():
    """A shuffle has every song once, and not always in the same order."""
    orders = {tuple(numbers(playlist.shuffle(SONGS, Random(seed)))) for seed in range(50)}
    assert all(sorted(order) == [1, 2, 3, 4] for order in orders)
    assert len(orders) > 10


def test_arc():
    """The arc goes by the average of the moods; songs of equal weight stay in their order."""
    assert numbers(playlist.arc(SONGS, MOODS)) == [3, 2, 4, 1]


@pytest.fixture(scope="module")
def ways():
    """Return ways of five built-in songs, twenty between any two moods that are three places or more apart."""
    return [
        (start, end, playlist.way(CATALOG.songs, BUILT_IN_MOODS, start, end, 5, Random(seed)))
        for start, end in permutations(BUILT_IN_MOODS, 2)
        if abs(BUILT_IN_MOODS.index(start) - BUILT_IN_MOODS.index(end)) >= 3
        for seed in range(20)
    ]


def test_way_starts_and_ends_right(ways):
    """A way has five different songs, the first of the mood it starts in and the last of the mood it ends in."""
    for start, end, songs in ways:
        assert len(set(songs)) == 5
        assert start in songs[0].moods
        assert end in songs[-1].moods


def test_way_never_goes_back(ways):
    """Up or down, each song is at least as far along as the one before it."""
    assert all(never_goes_back(songs, BUILT_IN_MOODS, start, end) for start, end, songs in ways)


def test_way_keeps_to_its_steps(ways):
    """The moods of a song are on average at most 0.6 places off the place that its step aims at."""
    off = [
        mean(abs(BUILT_IN_MOODS.index(mood) - goal) for mood in song.moods)
        for start, end, songs in ways
        for song, goal in zip(songs, goals(BUILT_IN_MOODS, start, end, 5), strict=True)
    ]
    assert mean(off) <= 0.6


def test_way_passes_over_songs_torn_between_the_extremes():
    """A song that is heavy and light at once is no step between the two, though its average is."""
    songs = songs_of("black", "black white", "gray", "white")
    for seed in range(20):
        assert numbers(playlist.way(songs, SEVEN, "black", "white", 3, Random(seed))) == [1, 3, 4]


def test_ways_differ():
    """Chance chooses between songs that fit about equally, so that few of 40 evenings are the same."""
    songs = CATALOG.songs
    ways = [playlist.way(songs, BUILT_IN_MOODS, "heartbroken", "hopeful", 5, Random(seed)) for seed in range(40)]
    assert len(set(map(tuple, ways))) >= 20


@pytest.mark.parametrize(
    ("start", "end", "seed", "expected"),
    [
        ("black", "white", 1, [1, 9, 4, 12, 7]),
        ("black", "white", 2, [8, 3, 4, 12, 7]),
        ("white", "black", 1, [7, 12, 4, 9, 1]),
        ("gray", "gray", 1, [4, 11, 5, 12, 10]),
    ],
)
def test_way_repeats_with_its_seed(start, end, seed, expected):
    """A seed gives the same way on every Python."""
    songs = songs_of(*SEVEN, *map(" ".join, pairwise(SEVEN)))
    assert numbers(playlist.way(songs, SEVEN, start, end, 5, Random(seed))) == expected


@pytest.mark.parametrize(("start", "end"), [("bitter", "bitter"), ("bitter", "anxious"), ("hopeful", "tender")])
@pytest.mark.parametrize("count", [2, 5, 25])
def test_way_on_the_spot_and_to_a_neighbor(start, end, count):
    """A way that leads almost nowhere has its songs and its ends too, and none in between goes back."""
    for seed in range(5):
        songs = playlist.way(CATALOG.songs, BUILT_IN_MOODS, start, end, count, Random(seed))
        assert len(set(songs)) == len(songs) == count
        assert start in songs[0].moods
        assert end in songs[-1].moods
        assert never_goes_back(songs[1:-1], BUILT_IN_MOODS, start, end)


@pytest.mark.parametrize(("start", "end"), [("despairing", "hopeful"), ("hopeful", "despairing")])
@pytest.mark.parametrize("count", [2, 3, 24, 25, 99])
def test_way_of_any_number(start, end, count):
    """A way has as many songs as asked for, from two up to all there are."""
    songs = playlist.way(CATALOG.songs, BUILT_IN_MOODS, start, end, count, Random(1))
    assert len(set(songs)) == len(songs) == min(count, 25)
    assert start in songs[0].moods
    assert end in songs[-1].moods
    assert never_goes_back(songs, BUILT_IN_MOODS, start, end)


@pytest.mark.parametrize(
    ("moods", "start", "end", "expected"),
    [
        ([], "black", "white", []),
        (["gray"], "black", "white", [1]),
        (["white", "black"], "black", "white", [2, 1]),
        (["black", "dark", "gray"], "black", "white", [1, 2, 3]),
        (["dark", "gray", "white"], "black", "white", [1, 2, 3]),
        (["gray", "dim", "pale"], "black", "white", [2, 1, 3]),
        (["gray", "dim", "pale"], "white", "black", [3, 1, 2]),
        (["gray", "pale", "black white"], "dark", "white", [1, 2, 3]),
    ],
    ids=["no song", "one song", "two", "no end", "no start", "neither", "neither, down", "torn"],
)
def test_way_with_few_songs(moods, start, end, expected):
    """Where no song has the mood of an end, the nearest stands there, and where there are few songs all are taken."""
    assert numbers(playlist.way(songs_of(*moods), SEVEN, start, end, 5, Random(1))) == expected


@pytest.mark.parametrize(
    ("moods", "start", "end", "expected"),
    [
        (["black white", "dark", "dim", "gray"], "black", "gray", [1, 2, 3, 4]),
        (["gray", "pale", "bright", "black white"], "gray", "white", [1, 2, 3, 4]),
        (["dark", "dim", "gray", "black white"], "gray", "black", [3, 2, 1, 4]),
        (["dim", "gray", "pale", "black bright", "dark white"], "black", "white", [4, 1, 2, 3, 5]),
        (["black white", "black", "dim", "pale"], "black", "white", [2, 3, 4, 1]),
        (["gray", "dark", "dim", "black bright"], "gray", "gray", [1, 2, 4, 3]),
    ],
    ids=["start out of order", "end", "down", "both", "one for both ends", "spot"],
)
def test_way_is_right_at_its_ends_first(moods, start, end, expected):
    """A song that alone has the mood of an end stands there, though by its average it belongs somewhere else."""
    for seed in range(10):
        assert numbers(playlist.way(songs_of(*moods), SEVEN, start, end, 5, Random(seed))) == expected


def test_way_is_as_right_as_it_can_be():
    """Whatever the songs, no other two have more of the ends right, and in between no song goes back."""
    rng = Random(1)
    for _ in range(200):
        songs = songs_of(*(" ".join(playlist.shuffle(SEVEN, rng)[:2]) for _ in range(5)))
        start, end = playlist.shuffle(SEVEN, rng)[:2]
        way = playlist.way(songs, SEVEN, start, end, 5, rng)
        most = max((start in first.moods) + (end in last.moods) for first, last in permutations(songs, 2))
        assert sorted(numbers(way)) == [1, 2, 3, 4, 5]
        assert (start in way[0].moods) + (end in way[-1].moods) == most
        assert never_goes_back(way[1:-1], SEVEN, start, end)


@pytest.mark.parametrize("moods", [("white", "gray", "black white"), ("pale", "bright", "gray white")])
def test_way_of_one_song_begins_it(moods):
    """The one song of a way of one has the mood that it starts in, or the nearest."""
    assert numbers(playlist.way(songs_of(*moods), SEVEN, "black", "white", 1, Random(1))) == [3]


def test_way_through_songs_that_feel_the_same():
    """Among songs of one mood chance alone chooses, and orders them."""
    songs = songs_of(*["gray"] * 6)
    ways = [numbers(playlist.way(songs, SEVEN, "black", "white", 4, Random(seed))) for seed in range(100)]
    assert all(len(set(way)) == 4 for way in ways)
    assert {way[0] for way in ways} == {way[-1] for way in ways} == {1, 2, 3, 4, 5, 6}


def test_way_between_two_moods():
    """A vocabulary of two moods has a way from the one to the other."""
    songs = songs_of("light", "heavy", "light", "heavy", "heavy light")
    way = playlist.way(songs, ["heavy", "light"], "heavy", "light", 5, Random(1))
    assert [song.moods for song in way] == [("heavy",), ("heavy",), ("heavy", "light"), ("light",), ("light",)]


def test_way_through_forty_moods():
    """A way through many moods goes by even steps."""
    moods = [f"mood{place}" for place in range(40)]
    way = playlist.way(songs_of(*moods), moods, "mood39", "mood0", 4, Random(1))
    places = [moods.index(song.moods[0]) for song in way]
    assert places == pytest.approx([39, 26, 13, 0], abs=2)


def test_way_from_an_unknown_mood():
    """A mood that is none of the catalog's is no place to start from or to end at."""
    for start, end in [("purple", "white"), ("white", "purple")]:
        with pytest.raises(ValueError, match="purple"):
            playlist.way(songs_of("white"), SEVEN, start, end, 5, Random(1))


def test_near_goes_by_themes():
    """Where the moods are the same, a song with more of the themes is nearer, and the main theme counts twice."""
    songs = [
        song(1, "black", "breakup memory"),
        song(2, "black", "memory"),
        song(3, "black", "breakup"),
        song(4, "black", "breakup memory"),
        song(5, "black", "grief"),
        song(6, "black", "memory breakup"),
    ]
    assert numbers(playlist.near(songs[0], songs, SEVEN, 9)) == [4, 3, 6, 2, 5]


def test_near_weighs_themes_and_moods():
    """A shared theme is worth two places between the moods."""
    songs = [
        song(1, "black", "breakup memory"),
        song(2, "white", "breakup memory"),
        song(3, "black", "grief memory"),
        song(4, SEVEN[1], "breakup"),
    ]
    assert numbers(playlist.near(songs[0], songs, SEVEN, 9)) == [4, 3, 2]


def test_near_goes_by_moods_then():
    """Moods are near if each has a near one on the other side; the average of them does not count."""
    songs = songs_of("black white", "gray", "white black", "dark bright", "black")
    assert numbers(playlist.near(songs[0], songs, SEVEN, 9)) == [3, 4, 5, 2]


def test_near_keeps_the_order_of_songs_equally_near():
    """Songs equally near come in the catalog's order, and no more of them than asked for: three, if nothing is said."""
    songs = songs_of(*["gray"] * 6)
    assert numbers(playlist.near(songs[2], songs, SEVEN)) == [1, 2, 4]
    assert numbers(playlist.near(songs[2], songs, SEVEN, 1)) == [1]


def test_near_leaves_out_what_shares_nothing():
    """A song that shares neither a theme nor a mood is not near, however alike the moods are; neither is itself."""
    songs = [
        song(1, "black", "breakup"),
        song(2, "dark", "memory"),
        song(3, "black", "grief"),
        song(4, "white", "breakup"),
    ]
    assert numbers(playlist.near(songs[0], songs, SEVEN)) == [3, 4]
    assert numbers(playlist.near(songs[1], songs, SEVEN)) == []


def test_near_the_built_in_songs():
    """Each of the built-in songs has three near it, each of which shares a theme or a mood."""
    for one in CATALOG.songs:
        near = playlist.near(one, CATALOG.songs, BUILT_IN_MOODS)
        assert one not in near
        assert 1 <= len(set(near)) == len(near) <= 3
        assert all({*one.themes, *one.moods} & {*other.themes, *other.moods} for other in near)
