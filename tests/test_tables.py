"""What a person sees in a terminal, and what a pipe gets."""

import os
import re

import pytest
from conftest import SONG, VOCABULARY, without_escapes
from rich.cells import cell_len

from sadkpop.catalog import load
from sadkpop.cli import cli

CATALOG = load()
WIDTHS = [40, 60, 80, 120, 160]


def words(*texts):
    """Return the words of texts, as they have to be on the screen in one piece."""
    return {word for text in texts if text for word in text.split()}


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("command", ["list", "pick --arc"])
def test_song_table_fits_and_loses_nothing(terminal, columns, command):
    """No line is wider than the terminal, no word is broken, nothing is cut off."""
    screen = without_escapes(terminal(*command.split(), columns=columns))
    assert max(map(cell_len, screen.splitlines())) <= columns
    assert "…" not in screen
    for song in CATALOG.songs:
        assert song.title in screen
        assert (song.korean_title or "") in screen
        assert song.artist in screen
        assert ", ".join(song.themes) in screen
        assert ", ".join(song.moods) in screen


def test_wider_terminals_take_fewer_lines(terminal):
    """The wider the terminal, the shorter the table, down to one line a song."""
    lines = [len(terminal("list", columns=columns).splitlines()) for columns in WIDTHS]
    assert lines == sorted(lines, reverse=True)
    assert len(set(lines)) == 4
    assert lines[-1] == 25 + len(["heading", "rule", "blank", "hint"])


def test_columns_line_up(terminal):
    """Korean counts two columns a letter: what stands right of it starts where its heading does."""
    heading, *rows = without_escapes(terminal("list", columns=120)).splitlines()
    at = cell_len(heading[: heading.index("Artist")])
    for song in CATALOG.songs:
        [row] = [row for row in rows if re.match(rf" ?{song.number}  ", row)]
        assert cell_len(row[: row.index(song.artist, len(song.title))]) == at


def test_folded_rows_belong_together(terminal):
    """Where a song takes two lines, its titles stand beside its moods, and its artist below them beside its themes."""
    lines = without_escapes(terminal("list", columns=80)).splitlines()
    at = {cell_len(lines[number][: lines[number].index(text)]) for number, text in enumerate(["Moods", "Themes"])}
    for song in CATALOG.songs:
        [place] = [place for place, line in enumerate(lines) if re.match(rf" ?{song.number}  ", line)]
        titles = "  ".join(filter(None, (song.title, song.korean_title)))
        for line, left, right in zip(lines[place:], (titles, song.artist), (song.moods, song.themes), strict=False):
            start = line.index(", ".join(right))
            assert line[:start].strip(" 0123456789") in (left, left.strip(" 0123456789"))
            assert {cell_len(line[:start])} == at


def test_tall_rows_are_kept_apart(terminal):
    """Where a song takes more lines than two there is a blank one before the next."""
    for command, columns in (("pick -t comfort", 40), ("list", 60)):
        assert re.search(r"\n\n20  Fear\b", without_escapes(terminal(*command.split(), columns=columns)))
    assert not re.search(r"\n\n20  Fear\b", without_escapes(terminal("list", columns=80)))


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("number", [6, 14, 17])
def test_card_fits_and_loses_nothing(terminal, columns, number):
    """The card keeps to the terminal; only the link is left for the terminal to wrap, so that it stays one."""
    song = CATALOG.songs[number - 1]
    *lines, _, link, _, hint = without_escapes(terminal("show", str(number), columns=columns)).splitlines()
    assert max(map(cell_len, lines)) <= min(columns, 76)
    assert link == song.url
    assert hint == f"Play it: `sadkpop play {number}`"
    shown = words(*lines)
    assert words(song.title, song.korean_title, song.artist, song.korean_artist, song.blurb, *song.aliases) <= shown
    assert words(", ".join(song.themes), ", ".join(song.moods)) <= shown


def test_card_has_lines_in_the_color_of_its_mood(terminal):
    """There is a line above and one below, and none at the sides."""
    lines = terminal("show", "14").splitlines()
    assert lines[0] == terminal("show", "12").splitlines()[0] == lines[-5]
    assert lines[0] != terminal("show", "23").splitlines()[0]
    assert "│" not in "".join(lines)


@pytest.mark.parametrize(
    ("number", "scale"), [(24, "▪⋅⋅⋅⋅⋅⋅⋅⋅⋅"), (14, "⋅▪▫⋅⋅⋅⋅⋅⋅⋅"), (2, "⋅▫▪⋅⋅⋅⋅⋅⋅⋅"), (16, "▫⋅⋅⋅⋅⋅⋅⋅⋅▪")]
)
def test_card_shows_where_a_song_stands(run, number, scale):
    """On the scale the main mood is filled and the others are hollow."""
    assert f"heavy {scale} light\n" in run("show", number).stdout


def test_card_names_songs_near_it(run):
    """Up to three songs like it are named with their numbers, and none where there is none."""
    near = run("show", "7").stdout.partition("Near it")[2].partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in near] == ["21", "20"]


def test_card_without_songs_near_it(run, catalog):
    """Where no other song shares anything, there is no word of it."""
    songs = SONG + SONG.replace("number: 1", "number: 2").replace("breakup", "memory").replace("heavy", "light")
    assert "Near it" not in run("--catalog", catalog(songs=songs), "show", "1").stdout


def test_card_without_a_korean_title(run):
    """A song that has none shows none, and no aliases where there are none."""
    card = run("show", "24").stdout
    assert card.startswith("24  House of Cards\n    BTS · 방탄소년단\n")
    assert "Also" not in card


def test_single_result_is_a_card_in_a_terminal(terminal, run):
    """One song comes with its story, to a person; to a pipe it is a line like any other."""
    for command in ("pick -n 1 --seed x", "search taeyang afraid", "search 아이유"):
        assert "Near it" in without_escapes(terminal(*command.split()))
        assert len(run(*command.split()).stdout.splitlines()) == 3


@pytest.mark.parametrize(("count", "cells"), [(1, 1), (2, 2), (20, 20), (40, 20), (300, 20)])
def test_scale_of_many_moods(run, catalog, count, cells):
    """A cell is a mood, or several where there are more than twenty; the first and the last are at the ends."""
    moods = "".join(f"  m{place}: Mood\n" for place in range(count))
    path = catalog(f"themes:\n  breakup: It is over\nmoods:\n{moods}songs:{SONG.replace('heavy', f'm{count - 1}')}")
    assert f"heavy {'⋅' * (cells - 1)}▪ light\n" in run("--catalog", path, "show", "1").stdout


def test_scale_only_where_the_order_means_mood(terminal):
    """A playlist by mood has the scale; a list has the colors explained instead."""
    arc, listed = (without_escapes(terminal(*command.split(), columns=120)) for command in ("pick --arc", "list"))
    assert ("heavy light" in arc, "▪⋅" in arc, "heavy light" in listed, "▪⋅" in listed) == (True, True, False, False)
    assert re.search("Moods  heavy ▪+ light", listed)
    assert not re.search("Moods  heavy", terminal("list", columns=120, env={"NO_COLOR": "1"}))


def test_counts_are_drawn(run, catalog):
    """The bar of a term is as long as its songs are many, ten cells at the most."""
    bars = dict(re.findall(r"^(\w+) +\d+ (▪*)", run("themes").stdout, re.MULTILINE))
    assert (len(bars["breakup"]), len(bars["memory"]), len(bars["betrayal"])) == (10, 5, 2)
    bars = dict(re.findall(r"^(\w+) +\d+ (▪*)", run("--catalog", catalog(), "themes").stdout, re.MULTILINE))
    assert (len(bars["breakup"]), len(bars.get("memory", ""))) == (1, 0)


@pytest.mark.parametrize(("columns", "seen"), [(80, False), (160, True)])
def test_other_words_where_there_is_room(terminal, columns, seen):
    """A wide terminal shows the first six other words for each term."""
    assert ("dumped, split up, divorce, my ex, heartbreak, it's over" in terminal("themes", columns=columns)) is seen
    assert "broke up" not in terminal("themes", columns=columns)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("command", ["themes", "moods"])
def test_vocabulary_fits_and_loses_nothing(terminal, columns, command):
    """Each word and its meaning is there, whatever the width."""
    screen = without_escapes(terminal(command, columns=columns))
    assert max(map(cell_len, screen.splitlines())) <= columns
    vocabulary = getattr(CATALOG, command)
    assert words(*vocabulary, *(term.meaning for term in vocabulary.values())) <= words(screen)


def test_pipe_gets_one_whole_line_a_song(run):
    """Into a pipe nothing is wrapped, and no line ends in blanks."""
    lines = run("list").stdout.splitlines()
    assert lines[17].split() == "16 Ending Scene 이런 엔딩 IU grief, healing, breakup hopeful, despairing".split()
    assert len(lines) == 27
    assert all(line == line.rstrip() for line in lines)


def test_pipe_is_as_wide_as_it_needs(run, catalog):
    """However long a title is, its song stays on one line."""
    title = "So Long " * 300
    lines = run("--catalog", catalog(songs=SONG.replace("Rain", title)), "list").stdout.splitlines()
    assert len(lines) == 3
    assert title.strip() in lines[2]


@pytest.mark.parametrize("columns", [80, 120])
def test_one_long_title_is_wrapped(terminal, catalog, columns):
    """A title that is too long takes more lines for itself, and leaves the other songs theirs."""
    title = "So long and farewell " * 8
    path = catalog(songs=SONG.replace("Rain", title) + SONG.replace("number: 1", "number: 2"))
    screen = without_escapes(terminal("--catalog", str(path), "list", columns=columns)).rpartition("\n\n")[0]
    assert max(map(cell_len, screen.splitlines())) <= columns
    assert words(title) <= words(screen)
    assert screen.count("farewell") == 8
    assert len(screen[screen.index("\n2  Rain") :].strip().splitlines()) == (1 if columns == 120 else 2)


def test_long_words_are_wrapped_but_kept(terminal, catalog):
    """What fits no terminal is broken rather than lost."""
    title = "L" + "o" * 200 + "ng"
    path = catalog(songs=SONG.replace("Rain", title) + SONG.replace("number: 1", "number: 2"))
    table, _, _ = without_escapes(terminal("--catalog", str(path), "list", columns=40)).rpartition("\n\n")
    assert title in re.sub(r"\s", "", table)
    assert max(map(cell_len, table.splitlines())) <= 40


def test_the_widest_layout_that_fits(terminal, catalog):
    """A table keeps one line a song down to the last column that it needs, and no further."""
    path = str(catalog(songs=SONG + SONG.replace("number: 1", "number: 2")))
    lines = without_escapes(terminal("--catalog", path, "list", columns=120)).splitlines()
    width = cell_len(lines[1])
    exact, narrower = (without_escapes(terminal("--catalog", path, "list", columns=width - n)) for n in (0, 1))
    assert exact.splitlines()[:3] == lines[:3]
    assert narrower.splitlines()[0] != lines[0]


@pytest.mark.parametrize("count", [2, 5, 11, 40])
def test_any_number_of_moods_has_colors(terminal, catalog, count):
    """The first mood is red and the last is green, however many there are."""
    moods = "".join(f"  m{place}: Mood\n" for place in range(count))
    path = catalog(f"themes:\n  breakup: It is over\nmoods:\n{moods}songs:{SONG.replace('heavy', 'm0')}")
    screen = terminal("--catalog", str(path), "moods")
    assert "\x1b[38;5;160mm0\x1b[0m" in screen
    assert f"\x1b[38;5;28mm{count - 1}\x1b[0m" in screen


def test_titles_link_to_the_song(terminal):
    """In a terminal a title is a link."""
    assert re.search(
        rf";{re.escape(CATALOG.songs[15].url)}\x1b\\(\x1b\[1m)Ending Scene(\x1b\[0m)\x1b]8;;\x1b\\", terminal("list")
    )


def test_color_is_the_weight_of_a_mood(terminal):
    """Moods go from red to green, and mean the same in every table."""
    screen = terminal("moods", columns=120)
    colors = [re.search(rf"\x1b\[38;5;(\d+)m{mood}", screen)[1] for mood in CATALOG.moods]
    assert (colors[0], colors[-1], len(set(colors))) == ("160", "28", 10)
    assert "\x1b[38;5;28mhopeful\x1b[0m, \x1b[38;5;160mdespairing\x1b[0m" in terminal("list", columns=120)


def test_themes_have_no_color(terminal):
    """Color is the weight of a mood, so themes have none."""
    assert not re.search(r"\x1b\[[39]", terminal("themes"))


@pytest.mark.parametrize(("command", "was"), [("themes", "It is over"), ("show 1", "It rains.")])
def test_long_words_are_kept_everywhere(terminal, catalog, command, was):
    """Neither a table of words nor a card cuts off a word that is wider than the terminal."""
    word = "So" + "long" * 20
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace(was, word))
    screen = without_escapes(terminal("--catalog", str(path), *command.split(), columns=40))
    assert word in "".join(screen.split())


def test_no_color(terminal):
    """With NO_COLOR there is no colour nor weight; links are neither and stay."""
    screen = terminal("list", env={"NO_COLOR": "1"})
    assert "\x1b[" not in screen
    assert "\x1b]8;" in screen


def test_dumb_terminal(terminal):
    """A terminal that knows no escape sequences gets none, at its own width."""
    screen = terminal("list", columns=40, env={"TERM": "dumb"})
    assert "\x1b" not in screen
    assert max(map(cell_len, screen.splitlines())) <= 40


def test_forced_colour_in_a_pipe(run):
    """FORCE_COLOR colours what goes into a pipe, but it stays one line a song."""
    lines = run("list", env={"FORCE_COLOR": "1"}).stdout.splitlines()
    assert len(lines) == 27
    assert "\x1b[" in lines[2]


@pytest.mark.parametrize("columns", ["1", "0", "-3", "²", "wide", "100000"])
def test_odd_columns(terminal, columns):
    """Whatever COLUMNS says, the songs are shown."""
    screen = without_escapes(terminal("pick", "-t", "comfort", env={"COLUMNS": columns}))
    assert words("Breathe", "한숨", "Let Me Out", "Jonghyun") <= words(screen)


def test_hint_goes_to_standard_error(process):
    """What to do next is for the person at the terminal, and no data."""
    pty = pytest.importorskip("pty", reason="terminals are POSIX")
    ours, theirs = pty.openpty()
    result = process("pick", "-t", "comfort", stdout=theirs)
    os.close(theirs)
    printed = os.read(ours, 10_000)
    os.close(ours)
    assert result.stderr.decode() == "\n3 songs. Read one: `sadkpop show 7`\n"
    assert b"Let Me Out" in printed
    assert b"Read one" not in printed


def test_nothing_is_read_as_markup(run, catalog):
    """Markup, emoji codes and the like in a catalog are shown as they are."""
    title = "[bold red]:heart:[/] [link=x]y[/link] \\\\[a] {b}"
    songs = SONG.replace("Rain", f"'{title}'").replace("It rains.", "'[blink]:skull:'").replace("Somebody", "'[/]'")
    path = catalog(songs=songs)
    assert title in run("--catalog", path, "list").stdout
    card = run("--catalog", path, "show", "1").stdout
    assert title in card
    assert "[blink]:skull:" in card
    assert "[/]" in card


@pytest.mark.parametrize("columns", [40, 45, 49, 50, 80])
@pytest.mark.parametrize("command", ["", *cli.commands])
def test_help_fits(terminal, columns, command):
    """Help is as narrow as the terminal."""
    assert max(map(cell_len, terminal(*command.split(), "-h", columns=columns).splitlines())) <= columns
