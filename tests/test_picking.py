"""From words and options to a playlist, and what is said about it."""

import pytest
from conftest import SONG, VOCABULARY

from sadkpop.catalog import load
from sadkpop.picking import Query, Request, UnknownValue, WrongOption, pick, words_in
from sadkpop.vocabulary import Vocabulary

CATALOG = load()
TERMS = Vocabulary(CATALOG)


def picked(*words, **asked):
    """Return the playlist that words and options ask for."""
    return pick(CATALOG, TERMS, Request(words, **asked))


def numbers(playlist):
    """Return the numbers of its songs."""
    return [song.number for song in playlist.songs]


@pytest.mark.parametrize(
    ("words", "asked", "notes"),
    [
        ("breakup", {}, []),
        ("Break-Up", {}, []),
        ("dumped hopeful", {}, ['Reading "dumped" as breakup.']),
        ("brekup", {}, ['Reading "brekup" as breakup.']),
        ("", {"themes": ["dumped"], "moods": ["alone"]}, ['Reading "dumped" as breakup and "alone" as lonely.']),
        ("rain xyzzy", {}, ['Reading "rain" as wistful.', 'Not understood: "xyzzy".']),
        ("rain upon me", {}, ['Reading "rain" as wistful.']),
        ("hopeful not breakup", {}, ["Without breakup."]),
        ("", {"moods": ["hopeful"], "without": ["breakup"]}, []),
        ("missing you", {}, ["By that name there is 1 song: `sadkpop show 23`.", 'Reading "missing you" as longing.']),
        (
            "sad",
            {},
            [
                "All songs here are sad. Try another word for what happened or how you feel; "
                "`sadkpop themes` and `sadkpop moods` show them all."
            ],
        ),
        ("sad breakup", {}, []),
        ("songs by btob", {}, ["By that name there are 2 songs: `sadkpop search btob`."]),
        (
            "lonely btob zebra",
            {},
            ["By that name there are 2 songs: `sadkpop search btob`.", 'Not understood: "zebra".'],
        ),
        ("", {"without": ["longing"]}, []),
        ("", {"without": ["missing you"]}, ['Reading "missing you" as longing and "missing you" as yearning.']),
        ("", {"without": ["sad"]}, ["All songs here are sad."]),
        ("breakup", {"without": ["sad"]}, ["All songs here are sad."]),
        (
            "comfort bitter",
            {},
            ["No song is about comfort and feels bitter. Here are the comfort songs, the closest mood first."],
        ),
        (
            "comfort bitter",
            {"shuffle": True},
            ["No song is about comfort and feels bitter. Here are the comfort songs."],
        ),
        (
            "comfort bitter",
            {"start": "despairing", "size": 3},
            ["No song is about comfort and feels bitter. Here are the comfort songs."],
        ),
        (
            "comfort bitter",
            {"end": "tender", "size": 2},
            ["No song is about comfort and feels bitter. Here are the comfort songs."],
        ),
        ("comfort bitter", {"arc": True}, ["No song is about comfort and feels bitter. Here are the comfort songs."]),
        ("", {"themes": ["comfort"], "start": "despairing"}, ["Only 3 songs match."]),
        ("", {"start": "crying"}, ['Reading "crying" as heartbroken.']),
        ("", {"end": "crying"}, ['Reading "crying" as heartbroken.']),
        ("", {"start": "heartbroken", "end": "hopeful"}, []),
        ("", {"start": "rain"}, ['Reading "rain" as wistful.', "For the song Rain: --from 4."]),
        (
            "breakup",
            {"end": "rain", "size": 3},
            ['Reading "rain" as wistful.', "For the song Rain: --to 4."],
        ),
        (
            "",
            {"without": ["comfort"], "start": "tender"},
            ["No song left is tender, so the playlist starts as near to it as it can."],
        ),
        ("", {"start": "14"}, []),
    ],
)
def test_notes(words, asked, notes):
    """What was made of words and options is said, once, and nothing is where nothing was made of them."""
    playlist = picked(*words.split(), **asked)
    assert playlist.notes == notes
    assert playlist.songs


@pytest.mark.parametrize(
    ("asked", "first", "last", "count"),
    [
        ({"start": "heartbroken"}, "heartbroken", "hopeful", 5),
        ({"end": "hopeful"}, "despairing", "hopeful", 5),
        ({"start": "hopeful", "end": "lonely"}, "hopeful", "lonely", 5),
        ({"start": "lonely", "end": "lonely", "size": 3}, "lonely", "lonely", 3),
        ({"start": "crying", "end": "hopeful", "size": 3}, "heartbroken", "hopeful", 3),
        ({"themes": ["breakup"], "start": "despairing", "end": "hopeful", "size": 7}, "despairing", "hopeful", 7),
    ],
)
def test_paths(asked, first, last, count):
    """A path starts in one mood and ends in the other, in five songs or as many as were asked for."""
    songs = picked(**asked).songs
    assert len(songs) == count
    assert first in songs[0].moods
    assert last in songs[-1].moods


@pytest.mark.parametrize("start", ["14", "the fool", "이 바보야", "#14"])
def test_a_path_from_a_song(start):
    """A song may be the end of a path, by its number or whole title, whatever filters say."""
    for asked in ({}, {"themes": ["comfort"]}, {"without": ["breakup"]}, {"moods": ["tender"]}):
        path = numbers(picked(start=start, **asked))
        assert path[0] == 14
        assert 14 not in path[1:]
    assert numbers(picked(end=start))[-1] == 14
    assert numbers(picked(start=start, end="4", size=3))[::2] == [14, 4]


@pytest.mark.parametrize(
    ("words", "count"),
    [("3 songs", 3), ("three songs", 3), ("a song", 1), ("one sad track", 1), ("random", 1), ("surprise me", 1)],
)
def test_numbers_in_words(words, count):
    """A number before songs is how many; a typed -n wins, and nothing is said of it."""
    playlist = picked(*words.split())
    assert (len(playlist.songs), playlist.notes) == (count, [])
    assert len(picked(*words.split(), size=2).songs) == 2


def test_what_is_not_understood():
    """Without a word that leads somewhere there are no songs, and no notes."""
    for words in ("xyzzy", "3", "i feel like a potato", "--foo", ""):
        playlist = picked(words)
        assert (playlist.songs, playlist.is_understood, playlist.notes) == ([], False, ())
    assert picked().is_understood
    assert picked("sad").is_understood


@pytest.mark.parametrize(
    ("words", "asked", "needs_quiet"),
    [
        ("despairing", {}, True),
        ("hopeless", {}, True),
        ("", {"moods": ["despairing"]}, True),
        ("", {"start": "despairing"}, True),
        ("xyzzy", {}, True),
        ("", {"end": "despairing"}, True),
        ("", {"without": ["despairing"]}, False),
        ("lonely", {}, False),
        ("", {}, False),
    ],
)
def test_the_heaviest_mood(words, asked, needs_quiet):
    """It is known whether the heaviest mood was asked for."""
    assert picked(*words.split(), **asked).needs_quiet is needs_quiet


@pytest.mark.parametrize(
    ("words", "asked", "title"),
    [
        ("", {}, "25 songs"),
        ("dumped lonely", {}, "breakup, lonely"),
        ("comfort bitter", {}, "comfort"),
        ("lonely breakup", {"without": ["tender"]}, "breakup, lonely, not tender"),
        ("", {"start": "lonely", "seed": "x"}, "lonely to hopeful"),
        ("breakup", {"start": "14", "end": "hopeful"}, "The Fool to hopeful, breakup"),
        ("", {"size": 3, "seed": "x"}, "3 songs"),
        ("", {"size": 1, "seed": "x"}, "Memories"),
    ],
)
def test_titles(words, asked, title):
    """A playlist is called what it was asked for, without its seed; else by its only song, or how many there are."""
    assert picked(*words.split(), **asked).title == title


@pytest.mark.parametrize(
    ("asked", "option", "value", "kinds"),
    [
        ({"themes": ["breakup", "xyzzy"]}, "-t", "xyzzy", ["theme"]),
        ({"themes": ["breakup,lonely"]}, "-t", "lonely", ["theme"]),
        ({"moods": ["breakup"]}, "-m", "breakup", ["mood"]),
        ({"moods": ["sad"]}, "-m", "sad", ["mood"]),
        ({"without": ["xyzzy"]}, "--not", "xyzzy", ["theme", "mood"]),
        ({"start": "breakup"}, "--from", "breakup", ["mood", "song"]),
        ({"end": "99"}, "--to", "99", ["mood", "song"]),
        ({"end": "beautiful"}, "--to", "beautiful", ["mood", "song"]),
    ],
)
def test_unknown_values(asked, option, value, kinds):
    """A value that an option does not know is named, with the option and what it takes."""
    with pytest.raises(UnknownValue) as caught:
        picked(**asked)
    assert (caught.value.option, caught.value.value, caught.value.kinds) == (option, value, kinds)


@pytest.mark.parametrize(
    "asked",
    [
        {"shuffle": True, "arc": True},
        {"arc": True, "start": "lonely"},
        {"shuffle": True, "end": "4"},
        {"seed": "x"},
        {"seed": ""},
        {"seed": "x", "arc": True},
        {"size": 1, "start": "lonely"},
        {"start": "14", "end": "The Fool"},
    ],
)
def test_options_that_contradict_each_other(asked):
    """Options that do not go together are refused; pairs of them do."""
    with pytest.raises(WrongOption):
        picked(**asked)


def test_options_that_go_together():
    """A seed with anything left to chance, a number with any order."""
    for asked in (
        {"seed": "x", "size": 3}, {"seed": "x", "shuffle": True}, {"seed": "x", "start": "lonely"},
        {"seed": "x", "end": "lonely"}, {"size": 3, "arc": True}, {"size": 3, "shuffle": True},
        {"size": 2, "start": "lonely", "end": "hopeful"}, {"seed": "x", "size": 3, "arc": True},
    ):  # fmt: skip
        assert picked(**asked).songs


def test_a_number_and_an_order():
    """The songs are drawn first, then put in order."""
    drawn = picked(size=6, seed="rain")
    assert numbers(drawn) == sorted(numbers(drawn))
    arc = picked(size=6, seed="rain", arc=True)
    assert sorted(numbers(arc)) == numbers(drawn)
    assert numbers(arc) != numbers(drawn)


def test_queries():
    """Terms of one kind widen, kinds narrow, each counts once, and what is left out may be of either kind."""
    playlist = picked("dumped", "breakup", "lonely", themes=["grief"], without=["tender", "memory"])
    assert playlist.query == Query(["breakup", "grief"], ["lonely"], ["memory"], ["tender"])
    assert playlist.query.left_out == ["memory", "tender"]


def test_the_nearest_mood_is_for_words_alone():
    """What options ask for in vain is not replaced."""
    assert picked(themes=["comfort"], moods=["bitter"]).songs == []
    assert picked("comfort", moods=["bitter"]).songs


def test_command_line_of_a_request():
    """A request is written as it would be typed."""
    request = Request(["-x", "rain"], ["breakup"], ["a b"], ["lonely"], 3, "", True, True, "4", "hopeful")
    assert request.args() == [
        "pick", "-t", "breakup", "-m", "a b", "--not", "lonely", "-n", "3", "--seed", "", "--from", "4",
        "--to", "hopeful", "--shuffle", "--arc", "--", "-x", "rain",
    ]  # fmt: skip
    assert Request().args() == ["pick"]


def test_words_in_a_value(catalog):
    """A value with a comma is one word if there is such a word, else several."""
    assert list(words_in(TERMS, ["breakup, lonely", "grief"])) == ["breakup", "lonely", "grief"]
    path = catalog(
        f"{VOCABULARY}songs:{SONG}".replace("breakup: It is over", "breakup: {meaning: x, also: ['eyes, nose']}")
    )
    assert list(words_in(Vocabulary(load(path)), ["eyes, nose"])) == ["eyes, nose"]
