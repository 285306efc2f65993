"""Finding the song that somebody means, and searching."""

from unicodedata import normalize

import pytest

from sadkpop.catalog import load
from sadkpop.lookup import find_songs, nearest_titles, nearest_words, search

SONGS = load().songs


def song(number, title="", korean_title=None, aliases=(), blurb="", artist="", artist_aliases=()):
    """Return a song that is little more than its names."""
    return SONGS[0]._replace(
        number=number,
        title=title,
        korean_title=korean_title,
        artist=artist,
        korean_artist=None,
        artist_aliases=tuple(artist_aliases),
        aliases=tuple(aliases),
        themes=(),
        moods=(),
        blurb=blurb,
    )


def numbers(found):
    """Return the numbers of the songs that were found."""
    return [song.number for song in found.songs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14", [14]),
        (" 014 ", [14]),
        ("#14", [14]),
        ("１４", [14]),
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
        ("Ｒａｉｎ", [4]),
        ("Ráin", [4]),
        ("e fool", [14]),
        ("음이 뭐가", [2]),
        ("beautiful", [1, 25]),
        ("you", [8, 23, 25]),
        ("btob", [1, 23]),
        ("SNSD", [6]),
        ("소녀시대", [6]),
        ("goodbye 2ne1", [10]),
        ("2NE1 goodbye", [10]),
        ("Missing You - BTOB", [23]),
        ("BTOB - Missing You", [23]),
        ("fear mino ft. taeyang", [20]),
        ("rain baekhyun & soyou", [4]),
        ("loser 빅뱅", [3]),
        ("루저", [3]),
        ("wildflowr", []),
        ("rain taeyang", []),
        ("99", []),
        ("#99", []),
        ("0", []),
        ("-1", []),
        ("80", []),
        ("", []),
        (" ", []),
        ("!?", []),
        ("9" * 5000, []),
        ("\udcff", []),
        ("ㄱ" * 30_000, []),
    ],
)
def test_find_songs(text, expected):
    """A number, a title or a part of one, an artist, or words of both; what folds alike is the same."""
    found = find_songs(SONGS, text)
    assert (numbers(found), found.read_as) == (expected, ())


def test_find_prefers_the_number_then_the_whole_title():
    """A song called 2 is found by its title only where no song is number 2."""
    songs = [song(1, "2"), song(3, "Rainy Day"), song(4, "Rain"), song(5, "Train")]
    assert numbers(find_songs(songs, "2")) == [1]
    assert numbers(find_songs([*songs, song(2, "1")], "2")) == [2]
    assert numbers(find_songs(songs, "rain")) == [4]
    assert numbers(find_songs(songs, "rai")) == [3, 4, 5]


def test_find_prefers_what_is_spelled_as_typed():
    """Where songs fold alike, the one spelled exactly so is meant; otherwise either may be."""
    songs = [song(1, "TT"), song(2, "T.T")]
    assert numbers(find_songs(songs, "TT")) == [1]
    assert numbers(find_songs(songs, "T.T")) == [2]
    assert numbers(find_songs(songs, "tt")) == [1, 2]


def test_find_prefers_titles_to_artists():
    """An artist is what is meant where no title is."""
    songs = [song(1, "Rain", artist="Somebody"), song(2, "Snow", artist="Rain")]
    assert numbers(find_songs(songs, "rain")) == [1]
    assert numbers(find_songs(songs, "snow rain")) == [2]


@pytest.mark.parametrize("find", [find_songs, lambda songs, text: search(songs, [text])])
def test_titles_of_symbols_alone(find):
    """A title in which there is no letter is found as it is written, and two such titles are two."""
    songs = [song(1, "?!"), song(2, "♥"), song(3, "♡"), song(4, "Love")]
    assert numbers(find(songs, "♥")) == [2]
    assert numbers(find(songs, "♡")) == [3]
    assert numbers(find(songs, "!")) == [1]
    assert numbers(find(songs, "&")) == []


def test_symbols_beside_words_are_passed_over():
    """A dash or an ampersand between words is not looked for."""
    assert numbers(search(SONGS, ["baekhyun", "-", "rain"])) == [4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("wildflowr", [15]), ("one of thes night", [17]), ("goblni", [5]), ("qqq", []), ("", []), ("a" * 5000, [])],
)
def test_nearest_titles(text, expected):
    """A slip of the finger still leads to the song, once, though two of its titles are like it."""
    assert [song.number for song in nearest_titles(SONGS, text)] == expected


def test_all_the_nearest_titles():
    """Where a slip may be of several titles, there are all of these."""
    songs = [song(1, "Winters"), song(2, "Winter Days"), song(3, "Winter"), song(4, "Wander"), song(5, "Snow")]
    assert [song.number for song in nearest_titles(songs, "wintr")] == [3]
    assert [song.number for song in nearest_titles(songs, "winterr")] == [3]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["rain"], [4]),
        (["RAIN", "baekhyun"], [4]),
        (["rain", "taeyang"], []),
        (["taeyang"], [12, 20]),
        (["태양"], [12, 20]),
        (["those nights"], [17]),
        (["umbrella"], []),
        (["eyes nose"], [12]),
        (["eyesnose"], [12]),
        (["G-Dragon"], [11]),
        (["gdragon"], [11]),
        (["GD"], [11]),
        (["shinee"], [21]),
        (["baekhyun", "&", "soyou"], [4]),
        (["girls generation"], [6]),
        (["mino", "ft.", "taeyang"], [20]),
        (["btob", "hopeful"], [23]),
        (["tender"], [7, 21]),
        (["parting"], [6, 10, 19]),
        (["ㅂㄱㅇ"], [4]),
        (["ㅂㅌㅂ"], [1, 23]),
        (["ㅂㅌㅂ", "ㄱㄹㅇㅎㄷ"], [23]),
        (["비투비", "missing"], [23]),
        (["무제"], [11]),
        (["無題"], [11]),
        ([normalize("NFD", "비투비")], [1, 23]),
        (["ﾡㄹㅇㅎㄷ"], [23]),
        (["iu"], [16]),
        (["erface"], []),
        ([""], []),
        ([], []),
        (["x" * 5000], []),
        (["\udcff"], []),
        (["(["], []),
        (["ㄱ" * 30_000], []),
    ],
)
def test_search(words, expected):
    """Every word must occur, in whatever field; initials stand for the titles and artists that have them."""
    found = search(SONGS, words)
    assert (numbers(found), found.read_as) == (expected, ())


def test_search_over_word_breaks_begins_at_a_word():
    """Spaces do not matter, but "her" is not in "the rain"."""
    songs = [song(1, blurb="in the rain"), song(2, blurb="with her")]
    assert numbers(search(songs, ["ther"])) == []
    assert numbers(search(songs, ["her"])) == [2]
    assert numbers(search(songs, ["therain"])) == [1]


def test_search_for_words_of_their_own():
    """What has to be whole is not found inside a word, nor with other words between."""
    songs = [song(1, blurb="the next exit"), song(2, blurb="my ex left"), song(3, blurb="left my ex")]
    assert numbers(search(songs, ["ex"])) == [1, 2, 3]
    assert numbers(search(songs, ["ex"], whole=["ex"])) == [2, 3]
    assert numbers(search(songs, ["my ex left"], whole=["my ex left"])) == [2]


def test_search_keeps_names_apart():
    """A word is not found where one name ends and the next one begins."""
    songs = [song(1, "사랑", aliases=["노래"]), song(2, "사랑 노래")]
    assert numbers(search(songs, ["사랑노래"])) == [2]
    assert numbers(search(songs, ["ㅅㄹㄴㄹ"])) == [2]


def test_initials_stand_for_names_only():
    """Initials are looked for in titles and artists, not in what is said about a song; syllables are in both."""
    songs = [song(1, korean_title="사랑"), song(2, blurb="사랑 노래")]
    assert numbers(search(songs, ["ㅅㄹ"])) == [1]
    assert numbers(search(songs, ["사랑"])) == [1, 2]


def test_consonants_in_a_title():
    """A consonant that stands in a title by itself is found as it is written."""
    assert numbers(search([song(1, "ㅋㅋ"), song(2, "ㅎㅎ")], ["ㅋㅋ"])) == [1]


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


@pytest.mark.parametrize(
    ("text", "expected", "read_as"),
    [
        ("yeppeosseo", [25], ("예뻤어",)),
        ("geuriwohada", [23], ("그리워하다",)),
        ("rmfldnjgkek", [23], ("그리워하다",)),
        ("해ㅠㅣㅑㅜ", [5], ("Goblin",)),
        ("sonyeoshidae", [6], ("소녀시대",)),
    ],
)
def test_korean_as_heard_and_as_mistyped(text, expected, read_as):
    """Where nothing else is found, names are found by ear and by the keys of the other keyboard, and that is told."""
    for found in (find_songs(SONGS, text), search(SONGS, [text])):
        assert (numbers(found), found.read_as) == (expected, read_as)


def test_heard_beside_other_words():
    """A word by ear narrows what the other words find, and replaces nothing that they find."""
    found = search(SONGS, ["btob", "geuriwohada"])
    assert (numbers(found), found.read_as) == ([23], ("그리워하다",))
    assert search(SONGS, ["taeyang", "geuriwohada"]).songs == []
    songs = [song(1, "Geuriwohada"), song(2, korean_title="그리워하다")]
    assert numbers(search(songs, ["geuriwohada"])) == [1]


def test_nearest_words():
    """A misspelled word leads to one that occurs in a name or a blurb; what is merely similar does not."""
    assert nearest_words(SONGS, ["Teayang", "zzzzz"]) == {"Teayang": "taeyang"}
    assert nearest_words([song(1, blurb="An umbrella")], ["umbrela"]) == {"umbrela": "umbrella"}
    assert nearest_words(SONGS, ["depressed", "family", "suicide", "cheating", "friends"]) == {}


def test_unknown_words():
    """A search in vain tells which words occur nowhere, though they may be many."""
    assert search(SONGS, ["rain", "xyzzy", "plugh"]).unknown == ("xyzzy", "plugh")
    assert search(SONGS, ["rain", "fool"]).unknown == ()
    assert len(search(SONGS, [f"xyzzy{number}" for number in range(30_000)]).unknown) == 10


@pytest.mark.parametrize("text", ["？", "?", "⁉️"])
def test_symbols_of_any_width(text):
    """A symbol is the same in any width and form, to show and to search."""
    songs = [song(1, "?"), song(2, "⁉"), song(3, "Love")]
    assert numbers(find_songs(songs, text))[0] == numbers(search(songs, [text]))[0]
