"""Choosing, drawing and ordering."""

from itertools import pairwise, permutations
from random import Random
from statistics import fmean

import pytest
from conftest import steps

from sadkpop import playlist
from sadkpop.catalog import load

CATALOG = load()
BUILT_IN_MOODS = list(CATALOG.moods)
MOODS = ["heavy", "middling", "light"]
SEVEN = ["black", "dark", "dim", "gray", "pale", "bright", "white"]


def song(number, moods="heavy", themes="breakup", artist=None):
    """Return a song that differs from others in its number, moods, themes and artist alone."""
    return CATALOG.songs[0]._replace(
        number=number, themes=tuple(themes.split()), moods=tuple(moods.split()), artist=artist or f"artist {number}"
    )


def songs_of(*moods):
    """Return a song for each text of moods, numbered from 1."""
    return [song(number, text) for number, text in enumerate(moods, 1)]


def numbers(songs):
    """Return the numbers of songs, which tell everything about them here."""
    return [song.number for song in songs]


def goals(moods, start, end, count):
    """Return the places that the steps of a path aim at."""
    first, last = moods.index(start), moods.index(end)
    return [first + (last - first) * step / (count - 1) for step in range(count)]


def never_goes_back(songs, moods, start, end, chosen=()):
    """Tell whether the average places of the songs' moods only rise on the way up, or only fall on the way down.

    Songs that were chosen for the ends count by their main moods.
    """
    averages = [fmean([moods.index(mood) for mood in song.moods[: 1 if song in chosen else None]]) for song in songs]
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
def paths():
    """Return paths of five built-in songs, ten between any two moods that are three places or more apart."""
    return [
        (start, end, playlist.path(CATALOG.songs, BUILT_IN_MOODS, start, end, 5, Random(seed)))
        for start, end in permutations(BUILT_IN_MOODS, 2)
        if abs(BUILT_IN_MOODS.index(start) - BUILT_IN_MOODS.index(end)) >= 3
        for seed in range(10)
    ]


def test_path_starts_and_ends_right(paths):
    """A path has five different songs, the first of the mood it starts in and the last of the mood it ends in."""
    for start, end, songs in paths:
        assert len(set(songs)) == 5
        assert start in songs[0].moods
        assert end in songs[-1].moods


def test_path_never_goes_back(paths):
    """Up or down, each song is at least as far along as the one before it."""
    assert all(never_goes_back(songs, BUILT_IN_MOODS, start, end) for start, end, songs in paths)


def test_path_keeps_to_its_steps(paths):
    """The moods of a song are on average at most 0.6 places off the place that its step aims at."""
    off = [
        fmean(abs(BUILT_IN_MOODS.index(mood) - goal) for mood in song.moods)
        for start, end, songs in paths
        for song, goal in zip(songs, goals(BUILT_IN_MOODS, start, end, 5), strict=True)
    ]
    assert fmean(off) <= 0.6


def test_path_passes_over_songs_torn_between_the_extremes():
    """A song that is heavy and light at once is no step between the two, though its average is."""
    songs = songs_of("black", "black white", "gray", "white")
    for seed in range(20):
        assert numbers(playlist.path(songs, SEVEN, "black", "white", 3, Random(seed))) == [1, 3, 4]


def test_paths_differ():
    """Chance chooses between songs that fit about equally, so that few of 40 evenings are the same."""
    songs = CATALOG.songs
    paths = [playlist.path(songs, BUILT_IN_MOODS, "heartbroken", "hopeful", 5, Random(seed)) for seed in range(40)]
    assert len(set(map(tuple, paths))) >= 20


@pytest.mark.parametrize(
    ("start", "end", "seed", "expected"),
    [
        ("black", "white", 1, [1, 9, 4, 12, 7]),
        ("black", "white", 2, [8, 3, 4, 12, 7]),
        ("white", "black", 1, [7, 12, 4, 9, 1]),
        ("gray", "gray", 1, [10, 9, 4, 5, 11]),
    ],
)
def test_path_repeats_with_its_seed(start, end, seed, expected):
    """A seed gives the same path on every Python."""
    songs = songs_of(*SEVEN, *map(" ".join, pairwise(SEVEN)))
    assert numbers(playlist.path(songs, SEVEN, start, end, 5, Random(seed))) == expected


@pytest.mark.parametrize(("start", "end"), [("bitter", "bitter"), ("bitter", "anxious"), ("hopeful", "tender")])
@pytest.mark.parametrize("count", [2, 5, 25])
def test_path_on_the_spot_and_to_a_neighbor(start, end, count):
    """A path that leads almost nowhere has its songs and its ends too, and none in between goes back."""
    for seed in range(5):
        songs = playlist.path(CATALOG.songs, BUILT_IN_MOODS, start, end, count, Random(seed))
        assert len(set(songs)) == len(songs) == count
        assert start in songs[0].moods
        assert end in songs[-1].moods
        assert never_goes_back(songs[1:-1], BUILT_IN_MOODS, start, end)


@pytest.mark.parametrize(("start", "end"), [("despairing", "hopeful"), ("hopeful", "despairing")])
@pytest.mark.parametrize("count", [2, 3, 24, 25, 99])
def test_path_of_any_length(start, end, count):
    """A path has as many songs as asked for, from two up to all there are."""
    songs = playlist.path(CATALOG.songs, BUILT_IN_MOODS, start, end, count, Random(1))
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
        (["black bright", "dark"], "black", "white", [1, 2]),
    ],
    ids=["no song", "one song", "two", "no end", "no start", "neither", "neither, down", "torn", "nearer to the start"],
)
def test_path_with_few_songs(moods, start, end, expected):
    """Where no song has the mood of an end, the nearest stands there, and where there are few songs all are taken."""
    assert numbers(playlist.path(songs_of(*moods), SEVEN, start, end, 5, Random(1))) == expected


@pytest.mark.parametrize(
    ("moods", "start", "end", "expected"),
    [
        (["black white", "dark", "dim", "gray"], "black", "gray", [1, 2, 3, 4]),
        (["gray", "pale", "bright", "black white"], "gray", "white", [1, 2, 3, 4]),
        (["dark", "dim", "gray", "black white"], "gray", "black", [3, 2, 1, 4]),
        (["dim", "gray", "pale", "black bright", "dark white"], "black", "white", [4, 1, 2, 3, 5]),
        (["black white", "black", "dim", "pale"], "black", "white", [2, 3, 4, 1]),
        (["gray", "dark", "dim", "black bright"], "gray", "gray", [3, 2, 4, 1]),
    ],
    ids=["start out of order", "end", "down", "both", "one for both ends", "spot"],
)
def test_path_is_right_at_its_ends_first(moods, start, end, expected):
    """A song that alone has the mood of an end stands there, though by its average it belongs somewhere else."""
    for seed in range(10):
        assert numbers(playlist.path(songs_of(*moods), SEVEN, start, end, 5, Random(seed))) == expected


def test_path_is_as_right_as_it_can_be():
    """Whatever the songs, no other two have more of the ends right, and in between no song goes back."""
    rng = Random(1)
    for _ in range(200):
        songs = songs_of(*(" ".join(playlist.shuffle(SEVEN, rng)[:2]) for _ in range(5)))
        start, end = playlist.shuffle(SEVEN, rng)[:2]
        path = playlist.path(songs, SEVEN, start, end, 5, rng)
        most = max((start in first.moods) + (end in last.moods) for first, last in permutations(songs, 2))
        assert sorted(numbers(path)) == [1, 2, 3, 4, 5]
        assert (start in path[0].moods) + (end in path[-1].moods) == most
        assert never_goes_back(path[1:-1], SEVEN, start, end)


@pytest.mark.parametrize("moods", [("white", "gray", "black white"), ("pale", "bright", "gray white")])
def test_path_of_one_song_starts_in_the_first_mood(moods):
    """The one song of a path of one has the mood that it starts in, or the nearest."""
    assert numbers(playlist.path(songs_of(*moods), SEVEN, "black", "white", 1, Random(1))) == [3]


def test_path_through_songs_that_feel_the_same():
    """Among songs of one mood chance alone chooses, and orders them."""
    songs = songs_of(*["gray"] * 6)
    paths = [numbers(playlist.path(songs, SEVEN, "black", "white", 4, Random(seed))) for seed in range(100)]
    assert all(len(set(path)) == 4 for path in paths)
    assert {path[0] for path in paths} == {path[-1] for path in paths} == {1, 2, 3, 4, 5, 6}


def test_path_between_two_moods():
    """A vocabulary of two moods has a path from the one to the other."""
    songs = songs_of("light", "heavy", "light", "heavy", "heavy light")
    path = playlist.path(songs, ["heavy", "light"], "heavy", "light", 5, Random(1))
    assert [song.moods for song in path] == [("heavy",), ("heavy",), ("heavy", "light"), ("light",), ("light",)]


def test_path_through_forty_moods():
    """A path through many moods goes by even steps."""
    moods = [f"mood{place}" for place in range(40)]
    path = playlist.path(songs_of(*moods), moods, "mood39", "mood0", 4, Random(1))
    places = [moods.index(song.moods[0]) for song in path]
    assert places == pytest.approx([39, 26, 13, 0], abs=2)


def test_path_from_an_unknown_mood():
    """A mood that is none of the catalog's is no place to start from or to end at."""
    for start, end in [("purple", "white"), ("white", "purple")]:
        with pytest.raises(ValueError, match="purple"):
            playlist.path(songs_of("white"), SEVEN, start, end, 5, Random(1))


def ends_of(songs, start, end):
    """Return the pairs of songs that may stand at the ends of a path."""
    gaps = [
        {one: min(abs(SEVEN.index(mood) - SEVEN.index(goal)) for mood in one.moods) for one in songs}
        for goal in (start, end)
    ]
    pairs = list(permutations(songs, 2))
    most = max((not gaps[0][head]) + (not gaps[1][tail]) for head, tail in pairs)
    pairs = [(head, tail) for head, tail in pairs if (not gaps[0][head]) + (not gaps[1][tail]) == most]
    least = min(gaps[0][head] + gaps[1][tail] for head, tail in pairs)
    return [(head, tail) for head, tail in pairs if gaps[0][head] + gaps[1][tail] == least]


def test_path_never_goes_back_if_any_does_not():
    """If any order of any songs with the right ends never goes back, the path does not go back either."""
    rng, steady = Random(3), 0
    for _ in range(400):
        moods = SEVEN[:5]
        songs = songs_of(*(" ".join(playlist.shuffle(moods, rng)[: 1 + (rng.random() < 0.4)]) for _ in range(6)))
        start, end = (playlist.shuffle(moods, rng)[0] for _ in range(2))
        count = 2 + int(rng.random() * 5)
        path = playlist.path(songs, SEVEN, start, end, count, rng)
        ends = ends_of(songs, start, end)
        exact = [pair for pair in ends if start in pair[0].moods and end in pair[1].moods]
        if exact:
            assert (path[0], path[-1]) in exact
            orders = (order for order in permutations(songs, count) if (order[0], order[-1]) in exact)
            expected = any(never_goes_back(order, SEVEN, start, end) for order in orders)
            assert never_goes_back(path, SEVEN, start, end) is expected
            steady += expected
    assert steady > 100


@pytest.mark.parametrize(
    ("moods", "start", "end", "count", "ends"),
    [
        (["gray", "gray", "dark pale", "dark gray"], "gray", "gray", 3, {1, 2, 4}),
        (["gray", "gray", "dark bright", "black"], "gray", "gray", 3, {1, 2}),
        (["gray", "dim", "dark"], "gray", "gray", 2, {1, 2}),
        (["gray", "pale", "bright"], "gray", "gray", 2, {1, 2}),
        (["dim gray", "dim gray", "dim gray"], "dim", "gray", 3, {1, 2, 3}),
        (["dim gray", "dim gray", "dim gray"], "gray", "dim", 3, {1, 2, 3}),
    ],
)
def test_song_that_may_begin_and_end(moods, start, end, count, ends):
    """A song that may stand at either end stands where the rest goes steadily."""
    songs = songs_of(*moods)
    for seed in range(20):
        path = playlist.path(songs, SEVEN, start, end, count, Random(seed))
        assert {path[0].number, path[-1].number} <= ends
        assert len(set(path)) == count
        assert never_goes_back(path, SEVEN, start, end)


@pytest.mark.parametrize(
    ("start", "end", "left_out", "count"),
    [("wistful", "wistful", "bittersweet", 5), ("hopeful", "bittersweet", "lonely", 8)],
)
def test_built_in_path_never_goes_back(start, end, left_out, count):
    """Nothing that is left out makes a path of the built-in songs go back."""
    songs = playlist.filter_songs(CATALOG.songs, not_moods=[left_out])
    for seed in range(30):
        path = playlist.path(songs, BUILT_IN_MOODS, start, end, count, Random(seed))
        assert never_goes_back(path, BUILT_IN_MOODS, start, end)
        assert (start in path[0].moods, end in path[-1].moods) == (True, True)


def test_path_between_songs():
    """A song stands at its end, also if it is not among the songs to choose from, and its main mood is that end."""
    songs = CATALOG.songs
    fool, breathe = songs[13], songs[6]
    others = [one for one in songs if one not in (fool, breathe)]
    for chosen in (songs, others):
        for seed in range(10):
            path = playlist.path(chosen, BUILT_IN_MOODS, "hopeful", "tender", 5, Random(seed), first=fool)
            assert (path[0], "tender" in path[-1].moods, len(set(path))) == (fool, True, 5)
            assert never_goes_back(path, BUILT_IN_MOODS, fool.moods[0], "tender", [fool])
            path = playlist.path(chosen, BUILT_IN_MOODS, "tender", "anxious", 4, Random(seed), last=breathe)
            assert (path[-1], "tender" in path[0].moods) == (breathe, True)
            path = playlist.path(chosen, BUILT_IN_MOODS, "tender", "tender", 6, Random(seed), breathe, fool)
            assert (path[0], path[-1], len(set(path))) == (breathe, fool, 6)
            assert never_goes_back(path, BUILT_IN_MOODS, "tender", "heartbroken", [breathe, fool])


def test_path_between_songs_goes_by_their_main_moods():
    """The steps between two songs are even."""
    songs = songs_of(*SEVEN)
    path = playlist.path(songs[1:-1], SEVEN, "gray", "gray", 3, Random(1), songs[0], songs[-1])
    assert (path[0], path[-1]) == (songs[0], songs[-1])
    assert abs(SEVEN.index(path[1].moods[0]) - 3) <= 1
    assert numbers(playlist.path([], SEVEN, "gray", "gray", 3, Random(1), songs[0], songs[3])) == [1, 4]
    assert numbers(playlist.path([], SEVEN, "gray", "gray", 3, Random(1), songs[2])) == [3]


def test_path_from_a_song_of_the_mood_it_ends_in():
    """A path from a song to its own mood goes up or down, whichever is steady."""
    songs = songs_of("gray", "gray black", "dim", "pale")
    for seed in range(10):
        down = playlist.path(songs, SEVEN, "white", "gray", 3, Random(seed), first=songs[0])
        up = playlist.path(songs, SEVEN, "gray", "white", 3, Random(seed), songs[1], songs[0])
        assert numbers(down) == [1, 3, 2]
        assert numbers(up)[::2] == [2, 1]


def test_path_from_a_song_goes_by_its_main_mood_alone():
    """Songs between two moods lie between them, though the song that was chosen for an end is torn."""
    songs = CATALOG.songs
    for seed in range(10):
        path = playlist.path(songs, BUILT_IN_MOODS, "", "tender", 5, Random(seed), first=songs[15])
        assert path[0].moods == ("hopeful", "despairing")
        assert not {"despairing", "heartbroken", "anxious"} & {one.moods[0] for one in path[1:-1]}


def test_best_path_among_songs_of_one_average():
    """A song that may begin or end a path is not in the way of those that feel the same on average."""
    moods = "dark", "black dim", "black bright", "gray", "dim", "pale", "white", "bright", "pale white", "gray white"
    assert numbers(playlist.path(songs_of(*moods), SEVEN, "black", "white", 4, Random(17))) == [2, 5, 8, 9]


def test_artists_take_turns():
    """Of songs that fit equally, no two by one artist follow each other, if there is a way round it."""
    songs = [song(number, "gray", artist=artist) for number, artist in enumerate("aaabbbcc")]
    for seed in range(20):
        for count in (3, 5, 8):
            path = playlist.path(songs, SEVEN, "gray", "gray", count, Random(seed))
            assert all(one.artist != other.artist for one, other in pairwise(path))


def test_artists_change_places():
    """Of all the songs there are, those of one average are put in an order in which an artist comes twice seldom."""
    songs = [song(number, "gray", artist=artist) for number, artist in enumerate("aaaab")]
    for seed in range(20):
        path = playlist.path([*songs, song(9, "black"), song(8, "white")], SEVEN, "black", "white", 7, Random(seed))
        assert path[0].number == 9
        assert path[-1].number == 8
        assert "b" in [one.artist for one in path[2:5]]


def test_ends_do_not_change_places():
    """A song that may not begin or end a path does not, whoever sings it."""
    songs = [song(1, "gray", artist="a"), song(2, "dim pale", artist="a"), song(3, "gray", artist="b")]
    for seed in range(20):
        path = playlist.path(songs, SEVEN, "gray", "gray", 3, Random(seed))
        assert path[1].number == 2


def test_path_with_the_fewest_repeats():
    """If an artist must come twice in a row, it is no oftener than needed."""
    songs = [song(number, mood, artist="a") for number, mood in enumerate(["black", "dark", "gray", "white"])]
    songs.append(song(5, "gray", artist="b"))
    for seed in range(20):
        assert 5 in numbers(playlist.path(songs, SEVEN, "black", "white", 4, Random(seed)))


def test_artist_comes_twice_if_nothing_else_fits():
    """A song that fits far worse is not chosen for the sake of its artist."""
    songs = [song(1, "black", artist="a"), song(2, "gray", artist="a"), song(3, "white"), song(4, "black white")]
    for seed in range(10):
        assert numbers(playlist.path(songs, SEVEN, "black", "white", 3, Random(seed))) == [1, 2, 3]


def test_built_in_artists_hardly_ever_come_twice():
    """Between any two moods an artist hardly ever has two songs in a row, though BTOB has two that feel alike."""
    repeats = [
        one.artist == other.artist
        for start, end in permutations(BUILT_IN_MOODS, 2)
        for seed in range(5)
        for one, other in pairwise(playlist.path(CATALOG.songs, BUILT_IN_MOODS, start, end, 5, Random(seed)))
    ]
    assert fmean(repeats) < 0.001


def test_path_through_many_songs():
    """A path takes time in proportion to its songs, and to those it is chosen from, also if one artist has them all."""
    songs = [song(number, " ".join(pair)) for number, pair in enumerate([*pairwise(SEVEN)] * 20)]

    def calls(songs, count):
        return steps(playlist.path, songs, SEVEN, "black", "white", count, Random(1))

    assert calls(songs, 40) < 2.2 * calls(songs, 20)
    for choice in (songs, [one._replace(artist="one") for one in songs]):
        assert calls(choice, 40) < 2.2 * calls(choice[: len(choice) // 2], 40)


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


def test_gentle():
    """The lightest comes first, and the heaviest is left out unless there is nothing else."""
    songs = songs_of("black", "gray", "black gray", "white", "gray white")
    assert [one.number for one in playlist.gentle(songs, SEVEN, "breakup")] == [4, 2, 5]
    assert [one.number for one in playlist.gentle(songs[:1], SEVEN, "breakup")] == [1]
    assert playlist.gentle(songs, SEVEN, "grief") == []
