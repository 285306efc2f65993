"""The 25 songs of the built-in catalog."""

import re

import pytest

from sadkpop.catalog import load

CATALOG = load()
SONGS = {song.number: song for song in CATALOG.songs}


def test_numbers():
    """The songs are 25 and stand in the order of their numbers."""
    assert list(SONGS) == list(range(1, 26))


def test_songs_without_a_korean_title():
    """Three songs came out under an English title alone, and no Korean one is made up for them."""
    assert [number for number, song in SONGS.items() if song.korean_title is None] == [3, 18, 24]


def test_every_artist_has_a_korean_name():
    """Each artist is known in Korean too."""
    assert all(re.search("[가-힣]", song.korean_artist or "") for song in CATALOG.songs)


@pytest.mark.parametrize(
    ("number", "title", "korean_title", "artist", "korean_artist"),
    [
        (1, "Beautiful Pain", "아름답고도 아프구나", "BTOB", "비투비"),
        (6, "Sailing (0805)", "그 여름 (0805)", "Girls' Generation", "소녀시대"),
        (9, "It Was Love", "사랑이었다", "Zico feat. Luna", "지코 feat. 루나"),
        (11, "Untitled, 2014", "무제(無題)", "G-Dragon", "지드래곤"),
        (12, "Eyes, Nose, Lips", "눈, 코, 입", "Taeyang", "태양"),
        (17, "One of These Nights", "7월 7일", "Red Velvet", "레드벨벳"),
        (24, "House of Cards", None, "BTS", "방탄소년단"),
    ],
)
def test_spelling(number, title, korean_title, artist, korean_artist):
    """Titles and credits that invite a slip are spelled as the listener's player spells them."""
    song = SONGS[number]
    assert (song.title, song.korean_title, song.artist, song.korean_artist) == (
        title,
        korean_title,
        artist,
        korean_artist,
    )


def test_aliases():
    """The one song that is often listed under a wrong title keeps that as an alias."""
    assert {number: song.aliases for number, song in SONGS.items() if song.aliases} == {17: ("One of Those Nights",)}


def test_vocabulary():
    """There are ten themes and ten moods, each used; the moods go from the heaviest to the lightest."""
    assert set(CATALOG.themes) == {theme for song in CATALOG.songs for theme in song.themes}
    assert set(CATALOG.moods) == {mood for song in CATALOG.songs for mood in song.moods}
    assert len(CATALOG.themes) == 10
    assert " ".join(CATALOG.moods) == (
        "despairing heartbroken bitter anxious lonely yearning wistful bittersweet tender hopeful"
    )


@pytest.mark.parametrize("song", CATALOG.songs, ids=lambda song: song.title)
def test_blurb(song):
    """A blurb is one to three sentences, of 120 to 320 characters."""
    assert 120 <= len(song.blurb) <= 320
    assert 1 <= len(re.findall(r"[.?!](?= [A-Z]|$)", song.blurb)) <= 3
