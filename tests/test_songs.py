"""The built-in catalog: rules that every song and word keeps, and a few facts that are easily got wrong."""

import re
from unicodedata import east_asian_width

import pytest
from conftest import CHECKOUT

from sadkpop.catalog import load

CATALOG = load()
SONGS = {song.number: song for song in CATALOG.songs}
LINES = (CHECKOUT / "data" / "songs.yaml").read_text("utf-8").splitlines()


def test_numbers():
    """The songs are 25 and stand in the order of their numbers."""
    assert list(SONGS) == list(range(1, 26))


def test_songs_without_a_korean_title():
    """Three songs came out under an English title alone, and no Korean one is made up for them."""
    assert [number for number, song in SONGS.items() if song.korean_title is None] == [3, 18, 24]


def test_korean_is_korean():
    """Korean titles and names are written in Hangul, the other ones are not."""
    for song in CATALOG.songs:
        assert re.search("[가-힣]", song.korean_artist or "")
        assert re.search("[가-힣]", song.korean_title or "가")
        assert not re.search("[가-힣]", song.title + song.artist + "".join(song.artist_aliases))


def test_no_song_twice():
    """No two songs have the same title, English or Korean."""
    titles = [title for song in CATALOG.songs for title in (song.title, song.korean_title, *song.aliases) if title]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("number", "title", "korean_title", "artist"),
    [
        (6, "Sailing (0805)", "그 여름 (0805)", "Girls' Generation"),
        (11, "Untitled, 2014", "무제(無題)", "G-Dragon"),
        (12, "Eyes, Nose, Lips", "눈, 코, 입", "Taeyang"),
        (14, "The Fool", "이 바보야", "Jung Seung Hwan"),
        (17, "One of These Nights", "7월 7일", "Red Velvet"),
        (25, "You Were Beautiful", "예뻤어", "DAY6"),
    ],
)
def test_titles_that_are_easily_misread(number, title, korean_title, artist):
    """Commas, brackets, numbers and apostrophes in a title are part of it."""
    song = SONGS[number]
    assert (song.title, song.korean_title, song.artist) == (title, korean_title, artist)


def test_other_names():
    """Names and titles under which songs are looked for lead to them."""
    assert [number for number, song in SONGS.items() if "BIGBANG" in (song.artist, *song.artist_aliases)] == [
        3, 11, 12, 20,
    ]  # fmt: skip
    assert SONGS[17].aliases == ("One of Those Nights",)
    assert SONGS[18].aliases == ("스테이 위드 미",)


def test_main_theme_and_mood_come_first():
    """The first theme and the first mood are what a song is most of all."""
    assert (SONGS[16].themes[0], SONGS[16].moods[0]) == ("grief", "hopeful")
    assert (SONGS[1].themes[0], SONGS[1].moods[0]) == ("breakup", "bittersweet")


def test_vocabulary():
    """There are ten themes and ten moods, each used; the moods go from the heaviest to the lightest."""
    assert set(CATALOG.themes) == {theme for song in CATALOG.songs for theme in song.themes}
    assert set(CATALOG.moods) == {mood for song in CATALOG.songs for mood in song.moods}
    assert len(CATALOG.themes) == 10
    assert " ".join(CATALOG.moods) == (
        "despairing heartbroken bitter anxious lonely yearning wistful bittersweet tender hopeful"
    )


def test_every_term_has_a_dozen_other_words():
    """There are enough of them to be shown, and some are Korean."""
    for term in [*CATALOG.themes.values(), *CATALOG.moods.values()]:
        assert len(term.also) >= 12
        assert any(re.search("[가-힣]", word) for word in term.also)


def test_words_of_care_are_not_shown():
    """What is never to be printed is no other word, and somebody in danger is led to comfort."""
    shown = {word for term in [*CATALOG.themes.values(), *CATALOG.moods.values()] for word in term.also}
    assert not [phrase for care in CATALOG.care if care.leads_to for phrase in care.phrases if phrase in shown]
    assert "comfort" in {care.leads_to for care in CATALOG.care}


def test_phrases_of_care_are_whole():
    """No line ends within a choice, where the file's line end would become a blank that nobody types."""
    assert [phrase for care in CATALOG.care for phrase in care.phrases if re.search("/ | /", phrase)] == []


@pytest.mark.parametrize("song", CATALOG.songs, ids=lambda song: song.title)
def test_blurb(song):
    """A blurb is one to three sentences, of 120 to 320 characters."""
    assert 120 <= len(song.blurb) <= 320
    assert 1 <= len(re.findall(r"[.?!](?= [A-Z]|$)", song.blurb)) <= 3


def test_lines_are_short():
    """No line of the file is wider than 100 columns, in which a Korean letter takes two."""
    wide = [line for line in LINES if sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) > 100]
    assert wide == []
