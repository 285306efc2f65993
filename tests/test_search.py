"""Finding the song that somebody means, and searching."""

from unicodedata import normalize

import pytest

from sadkpop.catalog import load
from sadkpop.search import by_artist, by_number, find, nearest_titles, nearest_word, numbered, search, titled

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
        ("-9", []),
        ("80", []),
        ("", []),
        (" ", []),
        ("!?", []),
        ("9" * 5000, []),
        ("\udcff", []),
    ],
)
def test_find(text, expected):
    """A number, a title or a part of one, an artist, or words of both; what folds alike is the same."""
    found = find(SONGS, text)
    assert (numbers(found), found.read_as) == (expected, ())


def test_find_prefers_the_number_then_the_whole_title():
    """A song called 2 is found by its title only where no song is number 2."""
    songs = [song(1, "2"), song(3, "Rainy Day"), song(4, "Rain"), song(5, "Train")]
    assert numbers(find(songs, "2")) == [1]
    assert numbers(find([*songs, song(2, "1")], "2")) == [2]
    assert numbers(find(songs, "rain")) == [4]
    assert numbers(find(songs, "rai")) == [3, 4, 5]


def test_find_prefers_what_is_spelled_as_typed():
    """Where songs fold alike, the one spelled exactly so is meant; otherwise either may be."""
    songs = [song(1, "TT"), song(2, "T.T")]
    assert numbers(find(songs, "TT")) == [1]
    assert numbers(find(songs, "T.T")) == [2]
    assert numbers(find(songs, "tt")) == [1, 2]


def test_find_prefers_titles_to_artists():
    """An artist is what is meant where no title is."""
    songs = [song(1, "Rain", artist="Somebody"), song(2, "Snow", artist="Rain")]
    assert numbers(find(songs, "rain")) == [1]
    assert numbers(find(songs, "snow rain")) == [2]


@pytest.mark.parametrize("look", [find, lambda songs, text: search(songs, [text])])
def test_titles_of_symbols_alone(look):
    """A title in which there is no letter is found as it is written, and two such titles are two."""
    songs = [song(1, "?!"), song(2, "♥"), song(3, "♡"), song(4, "Love")]
    assert numbers(look(songs, "♥")) == [2]
    assert numbers(look(songs, "♡")) == [3]
    assert numbers(look(songs, "!")) == [1]
    assert numbers(look(songs, "&")) == []


def test_symbols_beside_words_are_passed_over():
    """A dash or an ampersand between words is not looked for."""
    assert numbers(search(SONGS, ["baekhyun", "-", "rain"])) == [4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wildflowr", [15]),
        ("one of thes night", [17]),
        ("goblni", [5]),
        ("the fule", [14]),
        ("the foll", [14]),
        ("fhe fool", []),
        ("the fads", []),
        ("the fole fule", []),
        ("goodbye btob", []),
        ("qqq", []),
        ("", []),
    ],
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
        (["\udcff"], []),
        (["(["], []),
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


def test_numbers_are_found_whole():
    """A number is not found in a longer one, but beside letters; a word is found inside another."""
    songs = [song(1, "0805"), song(2, "80", blurb="Room 805."), song(3, "The Exit"), song(4, "7월 12일", artist="4NE6")]
    for text, expected in (
        ("80", [2]),
        ("805", [2]),
        ("0805", [1]),
        ("05", []),
        ("5", []),
        ("ex", [3]),
        ("7", [4]),
        ("12", [4]),
        ("2", []),
        ("6", [4]),
        ("4ne6", [4]),
    ):
        assert (text, numbers(search(songs, [text]))) == (text, expected)
    for text, expected in (("80", [2]), ("05", []), ("0805", [1]), ("ex", [3]), ("7", [4]), ("12", [4]), ("6", [4])):
        assert (text, numbers(find(songs, text))) == (text, expected)


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
        ("griwohada", [23], ("그리워하다",)),
        ("griweohada", [23], ("그리워하다",)),
        ("rmfldnjgkek", [23], ("그리워하다",)),
        ("해ㅠㅣㅑㅜ", [5], ("Goblin",)),
        ("sonyeoshidae", [6], ("소녀시대",)),
    ],
)
def test_korean_as_heard_and_as_mistyped(text, expected, read_as):
    """Where nothing else is found, names are found by ear and by the keys of the other keyboard, and that is told."""
    for found in (find(SONGS, text), search(SONGS, [text])):
        assert (numbers(found), found.read_as) == (expected, read_as)


def test_heard_beside_other_words():
    """A word by ear narrows what the other words find, and replaces nothing that they find."""
    found = search(SONGS, ["btob", "geuriwohada"])
    assert (numbers(found), found.read_as) == ([23], ("그리워하다",))
    assert numbers(search(SONGS, ["geuri", "wohada"])) == [23]
    assert search(SONGS, ["taeyang", "geuriwohada"]).songs == []
    songs = [song(1, "Geuriwohada"), song(2, korean_title="그리워하다")]
    assert numbers(search(songs, ["geuriwohada"])) == [1]


def test_nearest_word():
    """A misspelled word leads to one that occurs in a name or a blurb; what is merely similar does not."""
    assert nearest_word(SONGS, ["zzzzz", "Teayang", "umbrela"]) == "taeyang"
    assert nearest_word([song(1, blurb="An umbrella")], ["umbrela"]) == "umbrella"
    assert nearest_word(SONGS, ["depressed", "family", "suicide", "cheating", "friends"]) == ""


def test_unknown_words():
    """A search in vain tells which words occur nowhere, though they may be many."""
    assert search(SONGS, ["rain", "xyzzy", "plugh"]).unknown == ("xyzzy", "plugh")
    assert search(SONGS, ["rain", "fool"]).unknown == ()


@pytest.mark.parametrize("text", ["？", "?", "⁉️"])
def test_symbols_of_any_width(text):
    """A symbol is the same in any width and form, to show and to search."""
    songs = [song(1, "?"), song(2, "⁉"), song(3, "Love")]
    assert numbers(find(songs, text))[0] == numbers(search(songs, [text]))[0]


def test_symbols_with_blanks():
    """A title of symbols is found however many blanks are typed in it."""
    songs = [song(1, "♥  ♡"), song(2, "♥"), song(3, "♡")]
    for text in ("♥ ♡", "♥  ♡"):
        assert numbers(search(songs, [text])) == [1]
    assert numbers(search(songs, ["♥", "♡"])) == [1]


def test_the_same_title_twice():
    """Of two songs with one title both are found by it, and both are near it."""
    songs = [song(1, "Winter Days"), song(2, "Snow"), song(3, "Winter Days")]
    assert numbers(find(songs, "winter days")) == [1, 3]
    assert [one.number for one in titled(songs, "winter days")] == [1, 3]
    assert [one.number for one in nearest_titles(songs, "winter dyas")] == [1, 3]
    assert [one.number for one in nearest_titles(songs, "wimter days")] == [1, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14", [14]),
        ("#14", [14]),
        ("１４", [14]),
        (" 014 ", [14]),
        ("99", []),
        ("x", []),
        ("", []),
        ("0", []),
        ("9" * 5000, []),
    ],
)
def test_by_number(text, expected):
    """The song of a number, in digits of any width."""
    assert [one.number for one in by_number(SONGS, text)] == expected


def test_whole_titles_and_artists():
    """A whole title or alias, or a whole artist, in any spelling; a part of one is neither."""
    songs = [
        song(1, "Rain", "비가 와", ["The Rain"], artist="IU", artist_aliases=["EDAM"]),
        song(2, "Rainy", artist="U"),
    ]
    for text in ("Rain", "rain", "비가와", "the-rain"):
        assert [one.number for one in titled(songs, text)] == [1]
    for text in ("iu", "edam"):
        assert [one.number for one in by_artist(songs, text)] == [1]
        assert titled(songs, text) == []
    for text in ("rai", "ed", "", "!"):
        assert titled(songs, text) == by_artist(songs, text) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["4", "8"], ([4, 8], [])),
        (["8", "4", "8"], ([8, 4], [])),
        (["4,8"], ([4, 8], [])),
        (["4-6"], ([4, 5, 6], [])),
        (["6~4"], ([6, 5, 4], [])),
        (["#4–#5"], ([4, 5], [])),
        (["24-30"], ([24, 25], [])),
        (["30-40"], ([], ["30-40"])),
        (["4", "99"], ([4], ["99"])),
        (["4", "0805"], ([4, 6], [])),
        (["4"], None),
        (["4", "rain"], None),
        (["7", "7"], ([7], [])),
        (["7월", "7일"], None),
        (["4", "9" * 5000], None),
        ([], None),
        (["-4"], None),
    ],
)
def test_numbered(words, expected):
    """Numbers and ranges in the order typed, and which of them are unknown; None if that is not what words are."""
    found = numbered(SONGS, words)
    assert (found and ([one.number for one in found[0]], found[1])) == expected


def test_a_title_of_numbers_is_not_several_songs():
    """A whole title goes first."""
    songs = [song(1, "3 4"), song(3), song(4)]
    assert numbered(songs, ["3", "4"]) is None
    assert numbered(songs, ["4", "3"]) == ([songs[2], songs[1]], [])
