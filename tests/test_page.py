"""What is shown, as text: the table, the card or the document, for a terminal or for a pipe."""

import json
from functools import partial

import pytest
from conftest import without_escapes

from sadkpop.catalog import load
from sadkpop.page import Page, Shown
from sadkpop.picture import MOST_SONGS as MOST_PICTURED
from sadkpop.text import command_line

CATALOG = load()
SONGS = CATALOG.songs
PIPE, TERMINAL = Page(CATALOG), Page(CATALOG, columns=80)


def alike(count):
    """Return as many songs, alike but for their numbers."""
    return [SONGS[3]._replace(number=number) for number in range(1, count + 1)]


def test_songs_in_a_pipe():
    """A pipe gets a line a song below its headings, however many there are, and without a scale."""
    lines = PIPE.songs(SONGS, "x", with_scale=True).text.splitlines()
    assert len(lines) == 27
    assert lines[0].split()[:2] == ["#", "Title"]
    assert set(lines[1]) == {"─"}
    assert set(PIPE._replace(is_unicode=False).songs(SONGS, "x").text.splitlines()[1]) == {"-"}
    assert len(PIPE.songs(SONGS[:1], "x").text.splitlines()) == 3


def test_numbers_stand_right():
    """The last digits of the numbers stand below each other."""
    lines = PIPE.songs(SONGS, "x").text.splitlines()
    assert [line[:4] for line in lines[2:]] == [f"{number:>2}  " for number in range(1, 26)]


def test_songs_at_a_terminal(monkeypatch):
    """A terminal gets a table as wide as it is, and one song in full."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    table = TERMINAL.songs(SONGS[:6], "x").text
    assert "\x1b" in table
    assert max(map(len, without_escapes(table).splitlines())) <= 80
    assert "heavy light" not in without_escapes(table)
    assert "heavy light" in without_escapes(TERMINAL.songs(SONGS[:6], "x", with_scale=True).text)
    one, card = TERMINAL.songs(SONGS[3:4], "x"), TERMINAL.cards(SONGS[3:4])
    assert without_escapes(one.text) == without_escapes(card.text)
    assert one.hint == card.hint


def test_color_in_a_pipe(monkeypatch):
    """Where color is wanted, a pipe gets the table with it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in PIPE._replace(has_color=True).songs(SONGS, "x").text
    assert "\x1b" not in PIPE.songs(SONGS, "x").text


def test_wanted_terms_stand_out(monkeypatch):
    """What was asked for looks otherwise than what was not."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    plain, wanted = TERMINAL.songs(SONGS[:6], "x").text, TERMINAL.songs(SONGS[:6], "x", ["breakup"]).text
    assert without_escapes(plain) == without_escapes(wanted)
    assert plain != wanted


def test_very_many_songs(monkeypatch):
    """Above five hundred songs a terminal gets the plain table, which takes no time."""
    monkeypatch.setattr("sadkpop.tables.Tables.songs", lambda *args: "a rich table")
    assert TERMINAL.songs(alike(501), "x") == PIPE.songs(alike(501), "x")
    assert TERMINAL.songs(alike(500), "x").text == "a rich table"


def test_no_songs():
    """Of no songs a table is empty, and a document is what it is without songs."""
    assert PIPE.songs([], "x") == TERMINAL.songs([], "x") == PIPE.cards([], "x") == Shown("", is_document=False)
    assert PIPE._replace(has_color=True).songs([], "x").text == ""
    expected = {"json": "[]\n", "m3u": "#EXTM3U\n#PLAYLIST:x\n", "text": ""}
    for form, text in expected.items():
        assert PIPE._replace(output_format=form).songs([], "x").text == text
    assert PIPE._replace(output_format="json").cards([], "x").text == "null\n"


@pytest.mark.parametrize("form", ["m3u", "svg", "text"])
def test_titles(form):
    """A title is one line that drives nothing, cut where it is very long."""
    page = PIPE._replace(output_format=form)
    assert "a\\x1bb\\nc" in page.songs(SONGS[:2], "a\x1bb\nc").text
    assert "…" in page.songs(SONGS[:2], "x" * 201).text
    assert "…" not in page.songs(SONGS[:2], "x" * (200 if form != "svg" else 20)).text


@pytest.mark.parametrize("form", ["json", "csv", "m3u", "svg", "text"])
def test_documents_are_the_same_anywhere(form):
    """What is for other programs does not depend on the terminal."""
    page = Page(CATALOG, form)
    assert page.songs(SONGS[:3], "x") == page._replace(columns=40, has_color=True, is_unicode=False).songs(
        SONGS[:3], "x"
    )
    assert page.cards(SONGS[:3], "x", True) == page._replace(columns=40).cards(SONGS[:3], "x", True)


def test_cards():
    """Songs in full, one after the other, with what is near and the link that is asked for."""
    cards = PIPE.cards(SONGS[3:5]).text
    one, other = PIPE.cards(SONGS[3:4]).text, PIPE.cards(SONGS[4:5]).text
    assert cards == f"{one}\n\n{other}"
    assert one.endswith(SONGS[3].url)
    assert SONGS[3].blurb in one
    assert "Near it" in one
    linked = PIPE._replace(link=lambda song: f"https://a.b/{song.number}").cards(SONGS[3:4]).text
    assert linked.endswith("\nhttps://a.b/4")
    assert SONGS[3].url not in linked


def test_a_card_is_not_wider_than_the_terminal():
    """Nor wider than can be read."""
    for columns, most in ((40, 40), (80, 76), (200, 76)):
        *lines, _, link = TERMINAL._replace(columns=columns).cards(SONGS[3:4]).text.splitlines()
        assert max(map(len, map(without_escapes, lines))) <= most
        assert without_escapes(link) == SONGS[3].url


def test_cards_in_other_formats():
    """In full, a song is an object and several are a list; in a text the stories are told; else they are a list."""
    page = Page(CATALOG, "json")
    assert json.loads(page.cards(SONGS[3:4]).text)["number"] == 4
    assert [song["number"] for song in json.loads(page.cards(SONGS[3:4], is_list=True).text)] == [4]
    text = Page(CATALOG, "text").cards(SONGS[3:5], "x").text
    assert [song.blurb in text and song.url in text for song in SONGS[3:6]] == [True, True, False]
    for form in ("csv", "m3u", "svg"):
        page = Page(CATALOG, form)
        assert page.cards(SONGS[3:5], "x") == page.songs(SONGS[3:5], "x")


def test_terms():
    """The themes or moods with their numbers of songs, or one of them with its words."""
    counts = {name: sum(name in song.themes for song in SONGS) for name in CATALOG.themes}
    rows = [line.split() for line in PIPE.terms("theme", CATALOG.themes).text.splitlines()[2:]]
    assert {row[0]: int(row[1]) for row in rows} == counts
    assert PIPE.terms("theme", CATALOG.themes).text.startswith("Theme ")
    assert PIPE.terms("mood", CATALOG.moods).text.startswith("Mood ")
    assert CATALOG.themes["grief"].meaning in PIPE.terms("theme", CATALOG.themes, "grief").text
    assert "breakup" not in PIPE.terms("theme", CATALOG.themes, "grief").text
    terms = json.loads(Page(CATALOG, "json").terms("theme", CATALOG.themes).text)
    assert {term["name"]: term["songs"] for term in terms} == counts
    [term] = json.loads(Page(CATALOG, "json").terms("mood", CATALOG.moods, "lonely").text)
    assert (term["name"], term["words"]) == ("lonely", list(CATALOG.moods["lonely"].also))


def test_bars_are_for_terminals(monkeypatch):
    """How many songs a term has is drawn for eyes; a pipe, which may be read aloud, gets the number."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "▪" in TERMINAL.terms("mood", CATALOG.moods).text
    monkeypatch.delenv("FORCE_COLOR")
    for page in (
        PIPE.terms("mood", CATALOG.moods),
        PIPE.cards(SONGS[:2], "x"),
        PIPE.songs(SONGS, "x", with_scale=True),
    ):
        assert not set("▪▫⋅") & set(page.text)


def test_a_picture_of_as_many_songs_as_it_holds():
    """As many songs as a picture may have are drawn, a row each; of more it is said what to do."""
    assert MOST_PICTURED == 40
    assert Page(CATALOG, "svg").songs(alike(MOST_PICTURED), "x").text.count("Baekhyun") >= MOST_PICTURED
    refused = Page(CATALOG, "svg").songs(alike(MOST_PICTURED + 1), "x")
    assert (refused.text, refused.problem) == (
        "",
        "A picture holds up to 40 songs, and this list has 41. Any 40 songs: `sadkpop pick -n 40 -f svg`.",
    )


@pytest.mark.parametrize("page", [PIPE, TERMINAL])
def test_what_may_be_done_next(page):
    """What a person reads comes with a hint that names the catalog, unless there is nothing to do."""
    mine = page._replace(command=partial(command_line, catalog="my.yaml"))
    hints = [
        (mine.songs(SONGS, "x"), "25 songs. Read one: `sadkpop --catalog my.yaml show 1`"),
        (mine.songs(SONGS, "x", hint="Go on."), "Go on."),
        (mine.songs([], "x"), ""),
        (mine.cards(SONGS[3:4]), "Play it: `sadkpop --catalog my.yaml play 4`"),
        (mine.cards(SONGS[3:5]), "Play one: `sadkpop --catalog my.yaml play 4`"),
        (mine.terms("theme", CATALOG.themes), "See words for one: `sadkpop --catalog my.yaml themes breakup`"),
        (mine.terms("theme", CATALOG.themes, "grief"), ""),
    ]
    for shown, hint in hints:
        assert (shown.hint, shown.is_document, shown.problem) == (hint, False, "")


@pytest.mark.parametrize("form", ["json", "csv", "m3u", "svg", "text"])
def test_documents_are_for_other_programs(form):
    """A document says that it is one, and comes with nothing else."""
    page = Page(CATALOG, form, columns=80, note="A note.")
    for shown in (page.songs(SONGS[:2], "x", hint="Go on."), page.cards(SONGS[:2]), page.cards(SONGS[:1])):
        assert shown == Shown(shown.text, is_document=True)


def test_a_note_is_for_cards():
    """What is to be said of the links of cards comes with cards, and with nothing that has none."""
    noted = TERMINAL._replace(note="A note.")
    assert noted.cards(SONGS[:2]).note == noted.songs(SONGS[:1], "x").note == "A note."
    assert noted.songs(SONGS, "x").note == noted.terms("mood", CATALOG.moods).note == ""


@pytest.mark.parametrize("form", ["m3u", "svg"])
def test_default_title_of_cards(form):
    """Songs in full are called what they are asked to be called, else by the title of the one, or how many they are."""
    page = Page(CATALOG, form)
    assert page.cards(SONGS[3:4], "x") == page.songs(SONGS[3:4], "x")
    assert page.cards(SONGS[3:4]) == page.songs(SONGS[3:4], "Rain")
    assert page.cards(SONGS[3:5]) == page.songs(SONGS[3:5], "2 songs")
