"""Reading a catalog: text stays text, and whatever is wrong is told, all of it at once."""

import gc
import re
from unicodedata import normalize

import pytest
from conftest import SONG, VOCABULARY

from sadkpop.catalog import CatalogError, Term, UnreadableCatalog, load


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
    assert all(problem.startswith(f"{path}:") for problem in caught.value.problems)
    return [problem.removeprefix(str(path)) for problem in caught.value.problems]


FIELDS = "number, title, korean_title, artist, korean_artist, artist_aliases, aliases, themes, moods, blurb"
LIST = "expected a list, as in themes: [breakup]"


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("    title: Rain\n", "", ":9: song 1, title: found no such field, expected text"),
        ("Rain", "''", ":10: song 1, title: found an empty text, expected text"),
        ("Rain", "'   '", ":10: song 1, title: found an empty text, expected text"),
        ("Rain", "[Rain]", ':10: song 1, title: found a list, expected text: one that begins with [ needs '
                           'quotation marks: "[Rain]"'),
        ("Rain", "{a: b}", ":10: song 1, title: found a mapping, expected text: one that begins with { needs "
                           'quotation marks: "{a: b}"'),
        ("Somebody", "", ":11: song 1, artist: found nothing, expected text"),
        ("[breakup]", "breakup", ':12: song 1, themes: found "breakup", expected a list: write themes: [breakup]'),
        ("[breakup]", "[]", f":12: song 1, themes: found an empty list, {LIST}"),
        ("[breakup]", "[[breakup]]", ":12: song 1, themes: found a list, expected text: one that begins with [ needs "
                                     'quotation marks: "[breakup]"'),
        ("[breakup]", "[brekup]", ':12: song 1, themes: found "brekup", expected one of the catalog\'s themes, '
                                  'perhaps "breakup"'),
        ("[breakup]", "[breakup, breakup]", ':12: song 1, themes: found "breakup" again, expected it once'),
        ("[breakup]", "[heavy]", ':12: song 1, themes: found "heavy", which is the mood "heavy", expected one of the '
                                 "catalog's themes"),
        ("[heavy]", "[xyz]", ':13: song 1, moods: found "xyz", expected one of the catalog\'s moods'),
        ("artist:", "artits: x\n    artist:", f":11: song 1, artits: found an unknown field, expected one of {FIELDS}, "
                                              'perhaps "artist"'),
        ("artist:", "title: Snow\n    artist:", ":11: song 1, title: found the same field again, expected it once: "
                                                'the next song begins with "- number:"'),
        ("artist:", "korean_title:\n    artist:", ":11: song 1, korean_title: found nothing, expected text (or "
                                                  "leave the line out)"),
        ("artist:", "aliases: Snow\n    artist:", ':11: song 1, aliases: found "Snow", expected a list: write aliases: '
                                                  "[Snow]"),
    ],
)  # fmt: skip
def test_problem_in_a_song(catalog, was, becomes, problem):
    """A problem names line, song and field, what was found, what was expected and what comes near."""
    assert problem in problems(catalog(songs=SONG.replace(was, becomes)))


MARKS = "needs quotation marks: "


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("title: Rain", "title:Rain", ':10: "title:Rain" needs a space after the colon'),
        ("title: Rain", "title：Rain", ':10: "title：Rain" needs a plain colon and a space after the name'),
        ("title: Rain", "title:\u00a0Rain", ':10: "title:\u00a0Rain" needs a plain space after the colon'),
        ("- number", "-number", ':9: "-number: 1" needs a space after the dash'),
        ("It rains.", "It's over, he says: too late", f":14: blurb: a text with a colon in it {MARKS}"
                                                      '"It\'s over, he says: too late"'),
        ("Rain", '"Rain" again', """:10: title: a text with " in it needs the other quotation marks: '"Rain" again'"""),
        ("Rain", '"Rain', ':10: title: there is no second ": "Rain"'),
        ("Rain", "'Rain", ":10: title: there is no second ': \"Rain\""),
        ("    artist", "\tartist", ":11: a tab at the start of a line: use spaces instead"),
        ("    artist", "   artist", ":11: artist: begins with 3 spaces, the field above with 4 spaces: make them the "
                                    "same"),
        ("[breakup]", "[breakup", ':12: themes: [ is not closed: add ], or quotation marks if it is a text'),
        ("Rain", "@Rain", f':10: title: a text that begins with @ {MARKS}"@Rain"'),
        ("Rain", "[Rain] x", f':10: title: a text that begins with [ {MARKS}"[Rain] x"'),
        ("Rain", "> Rain", f':10: title: a text that begins with > {MARKS}"> Rain"'),
        ("Somebody", "&TEAM feat. IU", ':11: song 1, artist: found "&TEAM feat. IU", expected text: one that begins '
                                       f'with & {MARKS}"&TEAM feat. IU"'),
        ("Somebody", "&TEAM", f':11: song 1, artist: found "&TEAM", expected text: one that begins with & {MARKS}'
                              '"&TEAM"'),
        ("Somebody", "!llmind forever", ':11: song 1, artist: found "!llmind forever", expected text: one that begins '
                                        f'with ! {MARKS}"!llmind forever"'),
        ("Rain", "*Rain", f':10: song 1, title: found "*Rain", expected text: one that begins with * {MARKS}"*Rain"'),
        ("Rain", "R\x07in", ":10: found the character U+0007, expected text: take it out, or save the file as UTF-8"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_slips_of_the_hand(catalog, was, becomes, problem, end):
    """The commonest mistakes are told on their own line, with what to write instead."""
    path = catalog(f"{VOCABULARY}songs:{SONG.replace(was, becomes)}".replace("\n", end))
    assert problem in problems(path)


def test_colon_in_a_line_of_text(catalog):
    """A colon in the second line of a text is told to be one, not a field that stands in the wrong place."""
    [problem] = problems(catalog(songs=SONG.replace("It rains.", "It rains all day\n      and he says: too late")))
    assert problem == ":15: blurb: a text with a colon in it needs quotation marks, or >- and its lines below"


def test_slips_beside_control_characters(catalog):
    """What is told of a slip drives no terminal, whatever stands beside it."""
    for was, becomes in (("    artist", "   arti\u202est"), ("title: Rain", "ti\ttle: [Rain")):
        assert all(problem.isprintable() for problem in problems(catalog(songs=SONG.replace(was, becomes))))


def test_lines_are_those_of_an_editor(catalog):
    """What ends a line for YAML alone does not count."""
    text = f"{VOCABULARY}songs:{SONG}".replace("Rain", '"R\x85a\u2028in"').replace("[heavy]", "[]")
    assert any(problem.startswith(":13: song 1, moods") for problem in problems(catalog(text)))


def test_file_in_another_encoding(catalog):
    """A file that is not UTF-8 is told so, with the line of the first byte that is not."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("Rain", "Reykjavík").encode("latin-1"))
    assert problems(path) == [":10: found the byte 0xED, which is not text in UTF-8: save the file as UTF-8"]


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\ufeff", "\u3164", "\u00ad", "\u2060", "\u3000", "\ufe0f", "\u0301", "\u200d"]
)
def test_text_that_cannot_be_seen_is_empty(catalog, unseen):
    """A text without one visible character is no text; at the ends of one, what is not seen is left out."""
    [found] = problems(catalog(songs=SONG.replace("Rain", f'"{unseen}"')))
    assert re.match(":10: song 1, title: found (no visible character|an empty text), expected text$", found)


def test_emoji_stay_whole(catalog):
    """What joins two signs to one picture is part of it; what would join the end to nothing is not."""
    for title, kept in (("👩‍🚀 in Rain", "👩‍🚀 in Rain"), ("joyful\u200d", "joyful"), ("❤️", "❤️")):
        [song] = load(catalog(songs=SONG.replace("Rain", title))).songs
        assert song.title == kept


@pytest.mark.parametrize("character", ["\u3000", "\u00a0", "\u200d", "\ue000"])
def test_characters_that_harm_nobody(catalog, character):
    """A wide or a hard blank, what joins an emoji or belongs to a font: all of them may stand in a title."""
    [song] = load(catalog(songs=SONG.replace("Rain", f"'A{character}B'"))).songs
    assert song.title == f"A{character}B"


def test_blanks_around_a_text(catalog):
    """Blanks at the ends of a quoted text are not part of it."""
    [song] = load(catalog(songs=SONG.replace("Rain", "' Rain '"))).songs
    assert song.title == "Rain"


def test_text_is_composed(catalog):
    """What was typed decomposed, as on a Mac, can be found by grep; a theme is the same in either form."""
    text = f"{VOCABULARY}songs:{SONG}".replace("breakup", "이별").replace("Rain", normalize("NFD", "비가 와"))
    loaded = load(catalog(text.replace("[이별]", normalize("NFD", "[이별]"))))
    assert (loaded.songs[0].title, loaded.songs[0].themes) == ("비가 와", ("이별",))


TERMS = """
themes:
  breakup:
    meaning: It is over
    also: [dumped, split up, 이별]
  memory: It was
moods:
  heavy:
    meaning: At the bottom
    also: [dumped]
  light: At the top
always: [sad]
"""


def test_terms(catalog):
    """A term is its meaning alone, or has other words too, and a word may stand for one of each kind."""
    loaded = load(catalog(f"{TERMS}songs:{SONG}"))
    assert loaded.themes == {"breakup": Term("It is over", ("dumped", "split up", "이별")), "memory": Term("It was")}
    assert loaded.moods["heavy"].also == ("dumped",)
    assert loaded.always == ("sad",)


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("[dumped, split up", "[dumped, memory", '"memory", which is the theme "memory", expected it once'),
        ("[dumped, split up", "[dumped, Dumped", '"Dumped" again, expected it once'),
        ("[dumped, split up", "[dumped, break-up", '"break-up", which is the theme "breakup", expected it once'),
        ("memory: It was", "memory: !it was", 'one that begins with ! needs quotation marks: "!it was"'),
        ("[sad]", "[heavy]", '"heavy", which is the mood "heavy", expected words that are no theme and no mood'),
        ("[sad]", "[sad, Sad]", 'always: found "Sad" again, expected it once'),
        ("memory: It was", "Break Up: It was", 'found "breakup" again, in another spelling'),
        ("    meaning: It is over\n", "", "breakup, meaning: found no such field, expected text"),
        (
            "meaning: It",
            "meanign: It",
            'meanign: found an unknown field, expected one of meaning, also, unspoken, perhaps "meaning"',
        ),
        ("[dumped, split up, 이별]", "dumped", 'also: found "dumped", expected a list: write also: [dumped]'),
    ],
)
def test_problem_in_a_term(catalog, was, becomes, problem):
    """Other words are checked like everything else: none twice in a kind, none that is a name there."""
    assert any(problem in told for told in problems(catalog(f"{TERMS}songs:{SONG}".replace(was, becomes, 1))))


def test_unspoken_words(catalog):
    """Unspoken words are other words, checked as these, and not shown."""
    term = load(catalog(f"{TERMS}songs:{SONG}".replace("이별]", "이별]\n    unspoken: [gone]"))).themes["breakup"]
    assert (term.also, term.shown, term.unspoken) == (
        ("dumped", "split up", "이별", "gone"),
        ("dumped", "split up", "이별"),
        ("gone",),
    )
    [problem] = problems(catalog(f"{TERMS}songs:{SONG}".replace("이별]", "이별]\n    unspoken: [memory]")))
    assert 'unspoken: found "memory", which is the theme "memory", expected it once' in problem


def test_a_song_with_another_word(catalog):
    """A song has themes by their names; another word is told to be one."""
    [problem] = problems(catalog(f"{TERMS}songs:{SONG}".replace("[breakup]", "[dumped]")))
    assert 'found "dumped", which is another word for "breakup"' in problem


@pytest.mark.parametrize(
    ("artist", "title", "query"),
    [
        ("IU", "Memories -Reload-", "IU Memories Reload-"),
        ("-A- --B", "- C", "A- B C"),
        ("A|B", '"C" “D”', "A B C D"),
        ("G-Dragon", "Rain", "G-Dragon Rain"),
    ],
)
def test_no_word_of_a_query_is_an_operator(catalog, artist, title, query):
    """To a search a hyphen before a word means without it, a bar either of two, and quotation marks this very text."""
    songs = SONG.replace("Rain", f"'{title}'").replace("Somebody", f"'{artist}'")
    [song] = load(catalog(songs=songs)).songs
    assert song.query == query


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


def test_problems_are_in_the_order_of_the_file(catalog):
    """Who mends them goes through the file once."""
    second = SONG.replace("number: 1", "number: 1").replace("[heavy]", "[]").replace("Rain", "''")
    lines = [int(problem.split(":")[1]) for problem in problems(catalog(songs=SONG.replace("[heavy]", "[x]") + second))]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_many_problems_are_cut_short(catalog):
    """An error stays readable when ten thousand songs are wrong."""
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs="\n" + "  - nonsense\n" * 10_000))
    assert (len(caught.value.problems), caught.value.count) == (100, 10_000)
    assert str(caught.value).splitlines()[-1] == "… and 9900 more problems."
    assert len(str(caught.value).splitlines()) == 101


def test_one_problem_more_than_are_told(catalog):
    """A single problem that is not told is counted too."""
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs="\n" + "  - nonsense\n" * 101))
    assert str(caught.value).splitlines()[-1] == "… and 1 more problem."


def test_as_many_problems_as_are_told(catalog):
    """A hundred problems are told, and there is no word of more."""
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs="\n" + "  - nonsense\n" * 100))
    assert str(caught.value).splitlines() == list(caught.value.problems)
    assert len(caught.value.problems) == 100


TOP = "the fields themes, moods and songs"
FIRST_SONG = 'at least one song, each beginning with "- number:"'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", f":1: found nothing, expected {TOP}"),
        ("# nothing yet", f":1: found nothing, expected {TOP}"),
        ("sad songs", f':1: found "sad songs", expected {TOP}'),
        ("[a, b]", f":1: found a list, expected {TOP}"),
        (f"{VOCABULARY}songs:{SONG}playlists: []", ":15: playlists: found an unknown field, expected one of themes, "
                                                   "moods, always, songs, or spaces before it"),
        (f"{VOCABULARY}songs:", f":8: songs: found nothing, expected {FIRST_SONG}"),
        (f"{VOCABULARY}songs: []", f":8: songs: found an empty list, expected {FIRST_SONG}"),
        (f"{VOCABULARY}songs: [Rain]", ':8: song: found "Rain", expected the fields of a song'),
        (f"{VOCABULARY.replace('memory:', 'breakup:')}songs:{SONG}",
         ":4: themes, breakup: found the same field again, expected it once"),
        (f"{VOCABULARY.replace('It was', '')}songs:{SONG}", ":4: themes, memory: found nothing, expected its meaning"),
        (VOCABULARY.partition("moods:")[0] + f"songs:{SONG}", ":2: moods: found no such field, expected the moods, "
                                                              "each in a line of its own: a word, a colon and what it "
                                                              "means"),
        (f"%YAML 1.1\n---{VOCABULARY}songs:{SONG}", ':1: found a line that begins with "%", expected none: leave it '
                                                    "out"),
        (f"{VOCABULARY}songs:{SONG}---\na: b", ':15: found a second catalog after "---", expected one to a file'),
    ],
)  # fmt: skip
def test_problem_in_the_file(catalog, text, problem):
    """A file that is no catalog says what it is instead, and what is expected there."""
    assert problem in problems(catalog(text))


def test_empty_vocabulary(catalog):
    """A catalog without themes or moods is told so, once each, and not again for every song."""
    lines = problems(catalog(f"themes: {{}}\nmoods: []\nsongs:{SONG}"))
    assert [line.partition(", expected")[0] for line in lines] == [
        ":1: themes: found an empty mapping",
        ":2: moods: found an empty list",
    ]


def test_file_that_cannot_be_read(tmp_path):
    """A file that is not there, or is a folder, is an error that names it and has no line."""
    for path, reason in ((tmp_path / "none.yaml", "no such file"), (tmp_path, "it is a folder, not a file")):
        with pytest.raises(UnreadableCatalog) as caught:
            load(path)
        assert str(caught.value) == f"cannot read {path}: {reason}"
    with pytest.raises(UnreadableCatalog, match="the name of the file is empty"):
        load("")
