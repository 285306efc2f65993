"""Reading a catalog: text stays text, and whatever is wrong is told, all of it at once."""

import gc

import pytest
from conftest import SONG, VOCABULARY

from sadkpop.catalog import CatalogError, load


@pytest.mark.parametrize("title", ["No", "1004", "11:11", "null", "~x", "1e3", "2014-10-14", "0x1F", ".inf", "[bold]"])
def test_text_is_text(catalog, title):
    """A title that YAML would make something else of keeps its name."""
    quoted = f"'{title}'" if title[0] in "[" else title
    [song] = load(catalog(songs=SONG.replace("Rain", quoted))).songs
    assert song.title == title


def test_optional_fields(catalog):
    """A field that a song does not have is None, or empty."""
    [song] = load(catalog()).songs
    assert (song.korean_title, song.korean_artist, song.aliases) == (None, None, ())


def test_aliases_may_be_an_empty_list(catalog):
    """An empty list of aliases is as good as none."""
    [song] = load(catalog(songs=SONG + "    aliases: []\n")).songs
    assert song.aliases == ()


def test_url_is_a_search_for_artist_and_titles(catalog):
    """The link is plain ASCII and asks for artist, title and Korean title."""
    [song] = load(catalog(songs=SONG + "    korean_title: 비\n")).songs
    assert song.query == "Somebody Rain 비"
    assert song.url == "https://www.youtube.com/results?search_query=Somebody+Rain+%EB%B9%84"


def test_query_without_a_korean_title(catalog):
    """Nothing is left at the end of a search where there is no Korean title."""
    [song] = load(catalog()).songs
    assert song.query == "Somebody Rain"
    assert song.url.endswith("=Somebody+Rain")


@pytest.mark.parametrize("is_on", [True, False])
def test_garbage_collector_is_left_as_it_was(catalog, is_on):
    """Reading a catalog, a good or a bad one, switches nothing on or off for the caller."""
    (gc.enable if is_on else gc.disable)()
    try:
        load(catalog())
        assert gc.isenabled() is is_on
        with pytest.raises(CatalogError):
            load(catalog("[]"))
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_folded_blurb(catalog):
    """The line break that YAML leaves at the end of a folded text is not part of it."""
    [song] = load(catalog(songs=SONG.replace("It rains.", ">\n      It rains\n      again."))).songs
    assert song.blurb == "It rains again."


def problems(path):
    """Return what is wrong with a catalog, without the name of the file."""
    with pytest.raises(CatalogError) as caught:
        load(path)
    assert str(caught.value) == "\n".join(caught.value.problems)
    assert all(problem.startswith(str(path)) for problem in caught.value.problems)
    return [problem.removeprefix(str(path)) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("    title: Rain\n", "", ":9: song 1, title: found nothing, expected text"),
        ("Rain", "''", ":10: song 1, title: found an empty text, expected text"),
        ("Rain", "'   '", ":10: song 1, title: found an empty text, expected text"),
        ("Rain", "[Rain]", ":10: song 1, title: found a list, expected text"),
        ("Rain", "{a: b}", ":10: song 1, title: found a mapping, expected text"),
        ("Somebody", "", ":11: song 1, artist: found an empty text, expected text"),
        ("[breakup]", "breakup", ':12: song 1, themes: found "breakup", expected a list, as in [one, two]'),
        ("[breakup]", "[]", ":12: song 1, themes: found an empty list, expected something in it"),
        ("[breakup]", "[[breakup]]", ":12: song 1, themes: found a list, expected text"),
        (
            "[breakup]",
            "[brekup]",
            ':12: song 1, themes: found "brekup", expected one of the catalog\'s themes, perhaps "breakup"',
        ),
        ("[breakup]", "[breakup, breakup]", ':12: song 1, themes: found "breakup" again, expected it once'),
        ("Rain", '"\\u3000"', ":10: song 1, title: found an empty text, expected text"),
        ("[heavy]", "[xyz]", ':13: song 1, moods: found "xyz", expected one of the catalog\'s moods'),
        (
            "artist:",
            "artits: x\n    artist:",
            ":11: song 1, artits: found an unknown field, expected one of number, title, korean_title, artist, "
            'korean_artist, aliases, themes, moods, blurb, perhaps "artist"',
        ),
        ("artist:", "title: Snow\n    artist:", ":11: song 1, title: found the same field again, expected it once"),
        ("artist:", "[a]: b\n    artist:", ":11: song 1: found a list, expected text"),
    ],
)
def test_problem_in_a_song(catalog, was, becomes, problem):
    """A problem names line, song and field, what was found, what was expected and what comes near."""
    assert problems(catalog(songs=SONG.replace(was, becomes))) == [problem]


@pytest.mark.parametrize("number", ["one", "1.5", "-1", "0", "1_000", "١", "4" * 5000, "0x10", "1000000000"])
def test_number_must_be_a_whole_number(catalog, number):
    """Only a positive whole number is a number, and what stands there instead is not repeated at length."""
    [problem] = problems(catalog(songs=SONG.replace("number: 1", f"number: {number}")))
    assert ", number: found " in problem
    assert problem.endswith("expected a whole number from 1 to 999999999")
    assert len(problem) < 250


def test_number_used_twice(catalog):
    """A number can belong to one song only."""
    assert problems(catalog(songs=SONG + SONG)) == [
        ":16: song 1, number: found 1, which an earlier song has, expected a number of its own"
    ]


def test_every_problem_at_once(catalog):
    """Three mistakes in two songs are three sentences."""
    second = SONG.replace("number: 1", "number: 2").replace("[heavy]", "[]").replace("    title: Rain\n", "")
    found = problems(catalog(songs=SONG.replace("breakup", "memry") + second))
    assert [problem.split(":")[2].strip() for problem in found] == ["song 1, themes", "song 2, title", "song 2, moods"]


def test_many_problems_are_cut_short(catalog):
    """An error stays readable when ten thousand songs are wrong."""
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs="\n" + "  - nonsense\n" * 10_000))
    assert len(caught.value.problems) == 10_000
    assert str(caught.value).splitlines()[-1] == "… and 9900 more problems."
    assert len(str(caught.value).splitlines()) == 101


def test_as_many_problems_as_are_told(catalog):
    """A hundred problems are told, and there is no word of more."""
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs="\n" + "  - nonsense\n" * 100))
    assert str(caught.value).splitlines() == list(caught.value.problems)
    assert len(caught.value.problems) == 100


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ": found nothing, expected the fields themes, moods, songs"),
        ("# nothing yet", ": found nothing, expected the fields themes, moods, songs"),
        ("sad songs", ':1: found "sad songs", expected the fields themes, moods, songs'),
        ("[a, b]", ":1: found a list, expected the fields themes, moods, songs"),
        (
            f"{VOCABULARY}songs:{SONG}playlists: []",
            ":15: playlists: found an unknown field, expected one of themes, moods, songs",
        ),
        (f"{VOCABULARY}songs:", ":8: songs: found an empty text, expected a list, as in [one, two]"),
        (f"{VOCABULARY}songs: []", ":8: songs: found an empty list, expected something in it"),
        (f"{VOCABULARY}songs: [Rain]", ':8: song: found "Rain", expected the fields number, title, korean_title, '
         "artist, korean_artist, aliases, themes, moods, blurb"),
        (f"{VOCABULARY.replace('memory:', 'breakup:')}songs:{SONG}",
         ":4: themes, breakup: found the same field again, expected it once"),
        (f"{VOCABULARY.replace('It was', '')}songs:{SONG}", ":4: themes, memory: found an empty text, expected text"),
        ("a: b: c", ":1: found what is not YAML (mapping values are not allowed in this context), expected a catalog"),
    ],
)  # fmt: skip
def test_problem_in_the_file(catalog, text, problem):
    """A file that is no catalog says what it is instead."""
    assert problem in problems(catalog(text))


def test_empty_vocabulary(catalog):
    """A catalog without themes or moods is told so, once each, and not again for every song."""
    assert problems(catalog(f"themes: {{}}\nmoods: []\nsongs:{SONG}")) == [
        ":1: themes: found an empty mapping, expected words with their meanings",
        ":2: moods: found an empty list, expected words with their meanings",
    ]


def test_file_that_cannot_be_read(tmp_path):
    """A file that is not there, or is a folder, is an error that names it."""
    missing = tmp_path / "none.yaml"
    assert problems(missing) == [": found a file that cannot be read (No such file or directory), expected a catalog"]
    assert problems(tmp_path) == [": found a file that cannot be read (Is a directory), expected a catalog"]
