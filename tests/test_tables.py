"""What a person sees in a terminal, and what a pipe gets."""

import io
import re
import sys
from functools import cache

import pytest
from conftest import SONG, VOCABULARY, in_terminal, steps, without_escapes
from rich.cells import cell_len

from sadkpop.catalog import Term, load
from sadkpop.cli import cli
from sadkpop.formats import song_lines
from sadkpop.playlist import near
from sadkpop.tables import Tables

CATALOG = load()
SONGS = CATALOG.songs
MOODS = list(CATALOG.moods)
WIDTHS = [40, 60, 80, 120, 160]
COUNTS = {**dict.fromkeys(CATALOG.themes, 3), **dict.fromkeys(MOODS, 2), "breakup": 14}
TEN_WORDS, FOURTEEN_WORDS = (tuple(f"word{place}" for place in range(count)) for count in (10, 14))


@pytest.fixture
def in_color(monkeypatch):
    """Have tables made for a terminal of 256 colors, though no terminal is there."""
    monkeypatch.setenv("FORCE_COLOR", "1")


@pytest.fixture
def in_few_colors(monkeypatch, in_color):
    """Have tables made for a terminal of 16 colors."""
    monkeypatch.setenv("TERM", "xterm-16color")


def song_of(**fields):
    """Return a song of the catalog with other fields."""
    return SONGS[13]._replace(**fields)


@cache
def plain_table(columns, scale=False):
    """Return the table of the built-in songs without color."""
    return Tables(MOODS, columns).songs(SONGS, scale)


def card_of(number, columns=80):
    """Return the card of a song of the catalog, with songs near it."""
    song = SONGS[number - 1]
    return Tables(MOODS, columns).song(song, near(song, SONGS, MOODS))


def every_kind(columns, **fields):
    """Return a text of each kind: a table and a card of songs and of terms."""
    song = song_of(**fields)
    return [
        Tables(MOODS, columns, wanted=["longing", "bitter"]).songs([song, *SONGS[12:17]], scale=True),
        Tables(MOODS, columns).song(song, SONGS[:2]),
        Tables(MOODS, columns).terms("Mood", CATALOG.moods, COUNTS),
        Tables(MOODS, columns).term("theme", "breakup", Term("It is over", FOURTEEN_WORDS), 14),
    ]


def words(*texts):
    """Return the words of texts, as they have to be on the screen in one piece."""
    return {word for text in texts if text for word in text.split()}


def style_of(text, word):
    """Return the codes that are in force where a word stands."""
    return re.search(rf"\x1b\[([\d;]*)m(?:[^\x1b]* )?{word}\b", text)[1].split(";")


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("scale", [False, True])
def test_song_table_fits_and_loses_nothing(columns, scale):
    """No line is wider than the terminal, no word is broken, nothing is cut off."""
    screen = plain_table(columns, scale)
    assert max(map(cell_len, screen.splitlines())) <= columns
    assert "…" not in screen
    for song in SONGS:
        parts = (song.title, song.korean_title or "", song.artist, ", ".join(song.themes), ", ".join(song.moods))
        assert all(part in screen for part in parts)


def test_wider_terminals_take_fewer_lines():
    """The wider the terminal, the shorter the table, down to one line a song."""
    lines = [len(plain_table(columns).splitlines()) for columns in WIDTHS]
    assert lines == sorted(lines, reverse=True)
    assert len(set(lines)) == 4
    assert lines[-1] == 25 + len(["heading", "rule"])


def test_columns_line_up():
    """Korean counts two columns a letter: what stands right of it starts where its heading does."""
    heading, *rows = plain_table(120).splitlines()
    at = cell_len(heading[: heading.index("Artist")])
    for song in SONGS:
        [row] = [row for row in rows if re.match(rf" ?{song.number}  ", row)]
        assert cell_len(row[: row.index(song.artist, len(song.title))]) == at


def test_folded_rows_belong_together():
    """Where a song takes two lines, its titles stand beside its moods, and its artist below them beside its themes."""
    lines = plain_table(80).splitlines()
    at = {cell_len(lines[number][: lines[number].index(text)]) for number, text in enumerate(["Moods", "Themes"])}
    for song in SONGS:
        [place] = [place for place, line in enumerate(lines) if re.match(rf" ?{song.number}  ", line)]
        titles = "  ".join(filter(None, (song.title, song.korean_title)))
        for line, left, right in zip(lines[place:], (titles, song.artist), (song.moods, song.themes), strict=False):
            start = line.index(", ".join(right))
            assert line[:start].strip(" 0123456789") in (left, left.strip(" 0123456789"))
            assert {cell_len(line[:start])} == at


def test_tall_rows_are_kept_apart():
    """Where a song takes more lines than two there is a blank one before the next."""
    blank_lines = [plain_table(columns).count("\n\n") for columns in (40, 60, 80, 120)]
    assert blank_lines == [24, 24, 0, 0]


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("number", [6, 14, 17])
def test_card_fits_and_loses_nothing(columns, number):
    """The card keeps to the terminal; only the link is left for the terminal to wrap, so that it stays one."""
    song = SONGS[number - 1]
    *lines, blank, link = card_of(number, columns).splitlines()
    assert max(map(cell_len, lines)) <= min(columns, 76)
    assert (blank, link) == ("", song.url)
    shown = words(*lines)
    assert words(song.title, song.korean_title, song.artist, song.korean_artist, song.blurb, *song.aliases) <= shown
    assert words(", ".join(song.themes), ", ".join(song.moods)) <= shown
    assert "\n    Jung Seung Hwan\n" in Tables(MOODS, None).song(song_of(korean_artist=None))


def test_card_plays_elsewhere():
    """The link of a card is that of the song, unless another one is given."""
    assert Tables(MOODS, 80).song(song_of(link="https://a.example/1"), ()).endswith("\n\nhttps://a.example/1")
    assert Tables(MOODS, 80).song(song_of(), (), "https://b.example/2").endswith("\n\nhttps://b.example/2")


def test_card_has_lines_in_the_color_of_its_mood(in_color):
    """There is a line above and one below, and none at the sides."""
    lines = card_of(14).splitlines()
    assert lines[0] == card_of(12).splitlines()[0] == lines[-3]
    assert lines[0] != card_of(23).splitlines()[0]
    assert without_escapes(lines[0]) == "─" * 76
    assert "│" not in "".join(lines)


@pytest.mark.parametrize(
    ("number", "scale"), [(24, "▪⋅⋅⋅⋅⋅⋅⋅⋅⋅"), (14, "⋅▪▫⋅⋅⋅⋅⋅⋅⋅"), (2, "⋅▫▪⋅⋅⋅⋅⋅⋅⋅"), (16, "▫⋅⋅⋅⋅⋅⋅⋅⋅▪")]
)
def test_card_shows_where_a_song_stands(number, scale):
    """On the scale the main mood is filled and the others are hollow."""
    assert f"heavy {scale} light\n" in card_of(number)


def test_card_names_songs_near_it():
    """The songs like it are named with their numbers, and there is no word of them if there are none."""
    listed = card_of(7).partition("Near it")[2].partition("─")[0].splitlines()
    assert [line.split()[0] for line in listed] == ["21", "20"]
    assert "Near it" not in Tables(MOODS, 80).song(SONGS[6], [])


def test_card_without_a_korean_title():
    """A song that has none shows none, and no aliases if it has none."""
    card = card_of(24, None)
    assert card.startswith("24  House of Cards\n    BTS · 방탄소년단\n")
    assert "Also" not in card


def test_one_song_is_a_card_in_a_terminal(terminal, run):
    """One song comes with its story, to a person; to a pipe it is a line like any other."""
    assert "Near it" in without_escapes(terminal("pick", "-n", "1", "--seed", "x"))
    assert len(run("pick", "-n", "1", "--seed", "x").stdout.splitlines()) == 3


@pytest.mark.parametrize("count", [1, 2, 20, 40])
def test_scale_of_many_moods(count):
    """A cell is a mood; the first and the last are at the ends."""
    moods = [f"m{place}" for place in range(count)]
    card = Tables(moods, 80).song(song_of(moods=(moods[-1], *moods[-2:-1])), ())
    hollow = count > 1
    assert f"heavy {'⋅' * (count - 1 - hollow)}{'▫' * hollow}▪ light\n" in card


def test_scale_or_what_the_colors_mean(in_color):
    """A table with the scale has no need to explain the colors."""
    with_scale, without = (without_escapes(Tables(MOODS, 120).songs(SONGS, scale)) for scale in (True, False))
    assert ("heavy light" in with_scale, "▪⋅" in with_scale, "heavy light" in without) == (True, True, False)
    assert re.search("Moods  heavy ▪+ light", without)
    assert "Moods  heavy" not in with_scale


def test_counts_are_drawn():
    """The bar of a term is as long as its songs are many, ten cells at the most."""
    table = Tables(MOODS, 80).terms("Theme", CATALOG.themes, {**COUNTS, "memory": 7, "grief": 0})
    bars = dict(re.findall(r"^(\w+) +\d+ (▪*)", table, re.MULTILINE))
    assert [len(bars[name]) for name in ("breakup", "memory", "betrayal", "grief")] == [10, 5, 3, 0]
    assert Tables(MOODS, 80).term("mood", "bitter", Term("Hurt"), 3).endswith(" 3 ▪▪▪")


def test_pipe_has_nothing_drawn():
    """A screen reader reads each drawn cell aloud, so a pipe gets none, and no more lines than needed."""
    for text in every_kind(None):
        assert not set("▪▫⋅") & set(text)
    assert re.search(r"^bitter +2 +\S", every_kind(None)[2], re.MULTILINE)
    assert "heavy" not in every_kind(None)[1]


@pytest.mark.parametrize(("columns", "shown"), [(40, 0), (80, 0), (160, 6), (None, 6)])
def test_other_words_where_there_is_room(columns, shown):
    """A wide terminal shows the first six other words for each term."""
    table = Tables(MOODS, columns).terms("Theme", {"longing": Term("Missing someone " * 3, TEN_WORDS)}, {"longing": 1})
    assert re.findall(r"word\d+", table) == list(TEN_WORDS[:shown])


@pytest.mark.parametrize(
    ("also", "more"), [(0, None), (12, None), (13, "1 more that works"), (14, "2 more that work ")]
)
def test_term_shows_twelve_words(also, more):
    """The card of a term shows the first twelve other words, and says how many more there are."""
    card = Tables(MOODS, 80).term("theme", "longing", Term("Missing someone", FOURTEEN_WORDS[:also]), 3)
    assert re.findall(r"word\d+", card) == list(FOURTEEN_WORDS[: min(also, 12)])
    assert ("more that work" in card) is bool(more)
    assert more is None or more in card
    assert ("Words" in card) is bool(also)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("kind", ["themes", "moods"])
def test_vocabulary_fits_and_loses_nothing(columns, kind):
    """Each word and its meaning is there, whatever the width."""
    terms = getattr(CATALOG, kind)
    screen = Tables(MOODS, columns).terms(kind, terms, COUNTS)
    assert max(map(cell_len, screen.splitlines())) <= columns
    assert words(*terms, *(term.meaning for term in terms.values())) <= words(screen)


def test_vocabulary_without_songs():
    """A catalog of no songs has a vocabulary still."""
    assert "breakup" in Tables(MOODS, 80).terms("Theme", CATALOG.themes, dict.fromkeys(CATALOG.themes, 0))
    assert Tables(MOODS, 80).terms("Theme", {}, {}).startswith("Theme")


def test_pipe_gets_the_same_with_color_as_without(in_color):
    """Forced into a pipe, a colored table has the lines of a plain one: one a song, as wide as it needs to be."""
    songs = [*SONGS, song_of(title="So Long " * 30)]
    assert (
        without_escapes(Tables(MOODS, None).songs(songs)).replace("  heavy ▪▪▪▪▪ light", "").splitlines()[2:]
        == (song_lines(songs, "─").splitlines()[2:])
    )


@pytest.mark.parametrize("columns", [80, 120])
def test_one_long_title_is_wrapped(columns):
    """A title that is too long takes more lines for itself, and leaves the other songs theirs."""
    title = "So long and farewell " * 8
    screen = Tables(MOODS, columns).songs([song_of(title=title), SONGS[14]])
    assert max(map(cell_len, screen.splitlines())) <= columns
    assert screen.count("farewell") == 8
    assert len(screen[screen.index("\n15  ") :].strip().splitlines()) == (1 if columns == 120 else 2)


@pytest.mark.parametrize("columns", [24, 40, 120])
def test_long_words_are_kept(columns):
    """What fits no terminal is broken rather than lost, in a table, a card and a list of terms."""
    word = "L" + "o" * 200 + "ng"
    song = song_of(title=word, blurb=word)
    for text in (
        Tables(MOODS, columns).songs([song, *SONGS]),
        Tables(MOODS, columns).song(song, []),
        Tables(MOODS, columns).terms("Theme", {"breakup": Term(word)}, COUNTS),
        Tables(MOODS, columns).term("theme", "breakup", Term(word), 3),
    ):
        table = text.rpartition("\n\nhttps:")[0] or text
        assert word[:203] in re.sub(r"[^Long]", "", table)
        assert max(map(cell_len, table.splitlines())) <= columns


def test_the_widest_layout_that_fits():
    """A table keeps one line a song down to the last column that it needs, and no further."""
    lines = Tables(MOODS, 160).songs(SONGS[:2]).splitlines()
    width = cell_len(lines[1])
    assert Tables(MOODS, width).songs(SONGS[:2]).splitlines() == lines
    assert Tables(MOODS, width - 1).songs(SONGS[:2]).splitlines()[0] != lines[0]


@pytest.mark.parametrize("count", [1, 2, 5, 11, 40])
def test_any_number_of_moods_has_colors(in_color, count):
    """The first mood is red and the last is green, however many there are."""
    moods = {f"m{place}": Term("Mood") for place in range(count)}
    screen = Tables(moods, 80).terms("Mood", moods, dict.fromkeys(moods, 1))
    assert "\x1b[38;5;160mm0\x1b[0m" in screen
    assert count == 1 or f"\x1b[38;5;28mm{count - 1}\x1b[0m" in screen


def test_color_is_the_weight_of_a_mood(in_color):
    """Moods go from red to green, and mean the same in every table; themes have no color."""
    screen = Tables(MOODS, 120).terms("Mood", CATALOG.moods, COUNTS)
    colors = [re.search(rf"\x1b\[38;5;(\d+)m{mood}", screen)[1] for mood in MOODS]
    assert (colors[0], colors[-1], len(set(colors))) == ("160", "28", 10)
    assert "\x1b[38;5;28mhopeful\x1b[0m, \x1b[38;5;160mdespairing\x1b[0m" in Tables(MOODS, 120).songs(SONGS)
    assert not re.search(r"\x1b\[[39]", Tables(MOODS, 120).terms("Theme", CATALOG.themes, COUNTS))


def test_few_colors_are_read_on_black_and_on_white(in_few_colors):
    """Of sixteen colors none is black, white, gray, yellow or cyan, nor the blue that is too dark on black."""
    screen = "".join(every_kind(80))
    assert set(re.findall(r"\x1b\[(?:\d;)*(\d\d)m", screen)) == {"31", "32", "35", "94"}


def test_what_was_asked_for_stands_out(in_color):
    """A wanted theme or mood is bold and not dim, and keeps its color; the others stay as they are."""
    screen = Tables(MOODS, 120, wanted=["longing", "wistful"]).songs([SONGS[16]])
    assert (style_of(screen, "longing"), style_of(screen, "memory")) == (["1"], ["2"])
    plain = Tables(MOODS, 120).songs([SONGS[16]])
    assert style_of(screen, "wistful") == ["1", *style_of(plain, "wistful")]
    assert without_escapes(screen) == without_escapes(plain)


def test_what_was_asked_for_in_few_colors(in_few_colors):
    """Bold may make a color a brighter one, which cannot be read on white, so it is underlined."""
    screen = Tables(MOODS, 120, wanted=["longing", "wistful"]).songs([SONGS[16]])
    assert style_of(screen, "longing") == ["4"]
    assert style_of(screen, "wistful")[0] == "4"


def test_titles_link_to_the_song(in_color):
    """In a terminal a title is a link, on the card of another song too."""
    link = rf";{re.escape(SONGS[15].url)}\x1b\\(\x1b\[1m)?Ending Scene(\x1b\[0m)?\x1b]8;;\x1b\\"
    assert re.search(link, Tables(MOODS, 80).songs(SONGS))
    assert re.search(link, Tables(MOODS, 80).song(SONGS[0], [SONGS[15]]))


def test_no_mood_is_bold_in_few_colors(in_few_colors):
    """Bold makes many a green too bright for a white ground."""
    tables = Tables(MOODS, 120, wanted=MOODS)
    shown = tables.songs(SONGS) + "".join(tables.term("mood", mood, CATALOG.moods[mood], 2) for mood in MOODS)
    assert "\x1b[4;32mhopeful" in shown
    assert not re.search(r"\x1b\[1;3\d", shown)


def test_very_long_title_is_no_link(in_color):
    """No terminal takes so long a link, and repeated in every line it would take seconds."""
    song = song_of(title="한" * 10_000, link=None)
    texts = [Tables(MOODS, 80).songs([song, *SONGS]), Tables(MOODS, 80).song(song, [song], "https://a.example/2")]
    assert all(len(text) < 50_000 for text in texts)
    assert ";https://a.example/1" in Tables(MOODS, 80).songs([song._replace(link="https://a.example/1")])


@pytest.mark.parametrize("columns", [40, 120, None])
def test_no_color(in_color, monkeypatch, columns):
    """With NO_COLOR there is not one escape sequence: no color, no weight, no link."""
    monkeypatch.setenv("NO_COLOR", "1")
    without = every_kind(columns)
    assert "\x1b" not in "".join(without)
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" in "".join(every_kind(columns))


def test_dumb_terminal(in_color, monkeypatch):
    """A terminal that knows no escape sequences gets none."""
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in "".join(every_kind(80))


def test_narrow_encoding(monkeypatch):
    """Where only ASCII can be printed, the drawing is in ASCII."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "ascii"))
    table, card, terms, _ = every_kind(120)
    assert "\n------" in table
    assert "heavy .#o....... light" in card
    assert card.startswith("-" * 76)
    assert re.search(r"bitter +2 ##", terms)
    assert not set("▪▫⋅─") & set(table + card + terms)


def test_no_blanks_at_the_end_of_lines():
    """What is copied from a terminal has no blanks at the ends of its lines."""
    for text in every_kind(120) + every_kind(40) + every_kind(None):
        assert all(line == line.rstrip() for line in text.splitlines())


def test_no_dim_blanks_at_the_end_of_lines(in_color):
    """The dim gap before an empty cell is left out at the end of a line."""
    for text in every_kind(120) + every_kind(40):
        assert not re.search(r"(\x1b\[2m *\x1b\[0m| )$", text, re.MULTILINE)


@pytest.mark.parametrize("columns", [1, 23, 100_000])
def test_odd_columns(columns):
    """However wide a terminal says it is, the songs are shown."""
    assert words("Breathe", "한숨", "Jonghyun") <= words(Tables(MOODS, columns).songs([SONGS[6], SONGS[20]]))


def test_nothing_is_read_as_markup():
    """Markup, emoji codes and the like in a catalog are shown as they are."""
    title, artist, blurb = "[bold red]:heart:[/] [link=x]y[/link] \\\\[a] {b}", "[/]", "[blink]:skull:"
    song = song_of(title=title, artist=artist, blurb=blurb, aliases=(artist,))
    card = Tables(MOODS, None).song(song, [song])
    assert title in Tables(MOODS, None).songs([song])
    assert (card.count(title), card.count(artist) >= 3, blurb in card) == (2, True, True)
    assert title in Tables(MOODS, None).term("theme", "breakup", Term(title, (title,)), 3)


def test_many_songs_in_a_table():
    """Twice as many songs take twice as long."""
    songs = [song_of(number=number) for number in range(40)]
    assert len(Tables(MOODS, 120).songs(songs, scale=True).splitlines()) == len(songs) + 2
    tables = Tables(MOODS, 120)
    assert steps(tables.songs, songs) < 2.2 * steps(tables.songs, songs[:20])


@pytest.mark.parametrize("columns", [40, 49])
def test_help_fits(columns):
    """Every help is as narrow as the terminal."""

    def program():
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        for command in ([], *([name] for name in cli.commands)):
            with pytest.raises(SystemExit):
                cli([*command, "-h"], prog_name="sadkpop")

    lines = in_terminal(program, columns).splitlines()
    assert sum(line.startswith("Usage: ") for line in lines) == 1 + len(cli.commands)
    assert max(map(cell_len, lines)) <= columns


def test_catalog_of_ones_own(terminal, catalog):
    """A small catalog is shown with its own moods."""
    path = catalog(f"{VOCABULARY}songs:{SONG}{SONG.replace('number: 1', 'number: 2')}")
    assert "\x1b[38;5;160mheavy\x1b[0m" in terminal("--catalog", str(path), "list")
