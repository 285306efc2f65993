"""Finding a song by number or title, and searching."""

from unicodedata import normalize

import pytest

from sadkpop.catalog import Song, load
from sadkpop.lookup import find_songs, find_word, nearest_in_songs, nearest_titles, nearest_word, search
from sadkpop.text import fold

SONGS = load().songs


def song(number, title="", korean_title=None, aliases=(), blurb=""):
    """Return a song that is little more than its titles."""
    return Song(number, title, korean_title, "", None, tuple(aliases), (), (), blurb)


def numbers(songs):
    """Return the numbers of songs."""
    return [song.number for song in songs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14", [14]),
        (" 014 ", [14]),
        ("The Fool", [14]),
        ("the fool", [14]),
        ("THEFOOL", [14]),
        ("eyes nose lips", [12]),
        ("눈코입", [12]),
        ("눈, 코, 입", [12]),
        (normalize("NFD", "비가 와"), [4]),
        ("one of those nights", [17]),
        ("7월 7일", [17]),
        ("sailing", [6]),
        ("無題", [11]),
        ("2014", [11]),
        ("0805", [6]),
        ("ㅂㄱㅇ", [4]),
        ("Rain", [4]),
        ("e fool", [14]),
        ("음이 뭐가", [2]),
        ("beautiful", [1, 25]),
        ("you", [8, 23, 25]),
        ("wildflowr", []),
        ("99", []),
        ("0", []),
        ("-1", []),
        ("1.4", []),
        ("80", []),
        ("", []),
        (" ", []),
        ("!?", []),
        ("9" * 5000, []),
        ("\udcff", []),
    ],
)
def test_find(text, expected):
    """A number or a title, whole or in part; case, spaces, punctuation and composition do not matter."""
    assert numbers(find_songs(SONGS, text)) == expected


def test_find_prefers_the_number_then_the_whole_title():
    """A song called 2 is found by its title only where no song is number 2."""
    songs = [song(1, "2"), song(3, "Rainy Day"), song(4, "Rain"), song(5, "Train")]
    assert numbers(find_songs(songs, "2")) == [1]
    assert numbers(find_songs([*songs, song(2, "1")], "2")) == [2]
    assert numbers(find_songs(songs, "rain")) == [4]
    assert numbers(find_songs(songs, "rai")) == [3, 4, 5]


def test_find_a_title_of_signs_alone():
    """A title in which there is no letter is found as it is written."""
    songs = [song(1, "?!"), song(2, "♥")]
    assert numbers(find_songs(songs, "♥")) == [2]
    assert numbers(find_songs(songs, "?")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("wildflowr", [15]), ("one of thes night", [17]), ("야상화", [15]), ("qqq", []), ("", []), ("a" * 5000, [])],
)
def test_nearest_titles(text, expected):
    """A slip of the finger still leads to the song, once, though two of its titles are like it."""
    assert numbers(nearest_titles(SONGS, text)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["rain"], [4]),
        (["RAIN", "baekhyun"], [4]),
        (["rain", "taeyang"], []),
        (["taeyang"], [12, 20]),
        (["태양"], [12, 20]),
        (["those"], [17]),
        (["umbrella"], []),
        (["theatre"], [22]),
        (["eyes nose"], [12]),
        (["eyesnose"], [12]),
        (["G-Dragon"], [11]),
        (["gdragon"], [11]),
        (["baekhyun", "&", "soyou"], [4]),
        (["girls generation"], [6]),
        (["ㅂㄱㅇ"], [4]),
        (["ㅂㅌㅂ"], [1, 23]),
        (["ㅂㅌㅂ", "ㄱㄹㅇㅎㄷ"], [23]),
        (["비투비", "missing"], [23]),
        (["무제"], [11]),
        (["無題"], [11]),
        ([normalize("NFD", "비투비")], [1, 23]),
        ([normalize("NFD", "놓아줘")], [21]),
        (["iu"], [16]),
        (["erface"], []),
        ([""], []),
        (["&"], []),
        (["x" * 5000], []),
        (["\udcff"], []),
        (["(["], []),
    ],
)
def test_search(words, expected):
    """Every word must occur, in whatever field; initials stand for the titles and artists that have them."""
    assert numbers(search(SONGS, words)) == expected


def test_search_over_word_breaks_begins_at_a_word():
    """Spaces do not matter, but "her" is not in "the rain"."""
    songs = [song(1, blurb="in the rain"), song(2, blurb="with her")]
    assert numbers(search(songs, ["her"])) == [2]
    assert numbers(search(songs, ["therain"])) == [1]


def test_initials_stand_for_names_only():
    """Initials are looked for in titles and artists, not in what is said about a song; syllables are in both."""
    songs = [song(1, korean_title="사랑"), song(2, blurb="사랑 노래")]
    assert numbers(search(songs, ["ㅅㄹ"])) == [1]
    assert numbers(search(songs, ["사랑"])) == [1, 2]


@pytest.mark.parametrize(
    ("joined", "title"),
    [
        ("ㄳ", "가사"),
        ("ㄵ", "나중"),
        ("ㄶ", "나흘"),
        ("ㄺ", "라고"),
        ("ㄻ", "라면"),
        ("ㄼ", "라벨"),
        ("ㄽ", "리스"),
        ("ㄾ", "라틴"),
        ("ㄿ", "라페"),
        ("ㅀ", "라흐"),
        ("ㅄ", "바서"),
    ],
)
def test_initials_that_the_keyboard_joins(joined, title):
    """Two initials are found even where the keyboard made one character of them."""
    assert numbers(search([song(1, korean_title=title), song(2, korean_title="하하")], [joined])) == [1]


def test_every_initial():
    """Each of the nineteen initials stands for the first and the last syllable that begin with it, and no other."""
    for place, initial in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"):
        first = 0xAC00 + 588 * place
        songs = [song(code, korean_title=chr(code)) for code in (first - 1, first, first + 587, first + 588)]
        assert numbers(search(songs, [initial])) == [first, first + 587]


def test_fold():
    """Words keep a single space between them and nothing else but letters and digits."""
    assert fold("  Eyes,\tNose_Lips (눈・코)  ") == "eyes noselips 눈코"


@pytest.mark.parametrize(("text", "word"), [("Hopeful", "hopeful"), ("이별", "이별"), ("hope", None), ("", None)])
def test_find_word(text, word):
    """A word of the vocabulary is meant in any case and composition, but has to be whole."""
    assert find_word(["hopeful", "이별"], normalize("NFD", text)) == word


def test_find_word_of_signs():
    """A word without letters is meant by itself only."""
    assert find_word(["♥"], "♥") == "♥"
    assert find_word(["♥"], "?") is None
    assert find_word(["♥"], "") is None


def test_nearest_word():
    """What is misspelled leads to the word as it is spelled, in any case and composition."""
    assert nearest_word(["REGRET", "이별노래"], "regrt") == "REGRET"
    assert nearest_word(["REGRET", "이별노래"], normalize("NFD", "이별노레")) == "이별노래"
    assert nearest_word(["REGRET"], "xyz") is None


def test_nearest_in_songs():
    """A misspelled word leads to one that occurs."""
    assert nearest_in_songs(SONGS, "Teayang") == "taeyang"
    assert nearest_in_songs(SONGS, "zzzzz") is None
