"""What a person sees in a terminal, and what a pipe gets."""

import os
import re

import pytest
from conftest import SONG, without_escapes
from rich.cells import cell_len

from sadkpop.catalog import load
from sadkpop.cli import cli

CATALOG = load()
WIDTHS = [40, 60, 80, 120]


def words(*texts):
    """Return the words of texts, as they have to be on the screen in one piece."""
    return {word for text in texts if text for word in text.split()}


@pytest.mark.parametrize("columns", WIDTHS)
def test_song_table_fits_and_loses_nothing(terminal, columns):
    """No line is wider than the terminal, no word is broken, nothing is cut off."""
    screen = without_escapes(terminal("list", columns=columns))
    assert max(map(cell_len, screen.splitlines())) <= columns
    assert "…" not in screen
    for song in CATALOG.songs:
        assert song.title in screen
        assert (song.korean_title or "–") in screen
        assert song.artist in screen
        assert ", ".join(song.themes) in screen
        assert ", ".join(song.moods) in screen


def test_wider_terminals_take_fewer_lines(terminal):
    """The wider the terminal, the shorter the table, down to one line a song."""
    lines = [len(terminal("list", columns=columns).splitlines()) for columns in WIDTHS]
    assert lines == sorted(set(lines), reverse=True)
    assert lines[-1] == 25 + len(["heading", "rule", "blank", "hint"])


@pytest.mark.parametrize("columns", [80, 120])
def test_columns_line_up(terminal, columns):
    """Korean counts two columns a letter: what stands right of it starts where its heading does."""
    heading, *rows = without_escapes(terminal("list", columns=columns)).splitlines()
    at = cell_len(heading[: heading.index("Artist")])
    for song in CATALOG.songs:
        [row] = [row for row in rows if re.match(rf" ?{song.number}  ", row)]
        assert cell_len(row[: row.index(song.artist, len(song.title))]) == at


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("number", [6, 14, 17])
def test_card_fits_and_loses_nothing(terminal, columns, number):
    """The card keeps to the terminal; only the link is left for the terminal to wrap, so that it stays one."""
    song = CATALOG.songs[number - 1]
    *lines, link = without_escapes(terminal("show", str(number), columns=columns)).splitlines()
    assert max(map(cell_len, lines)) <= columns
    assert link.strip() == song.url
    shown = words(*lines)
    assert words(song.title, song.korean_title, song.artist, song.korean_artist, song.blurb, *song.aliases) <= shown
    assert words(", ".join(song.themes), ", ".join(song.moods)) <= shown


def test_card_without_a_korean_title(run):
    """A song that has none shows a dash, as in the tables, and no aliases where there are none."""
    card = run("show", "3").stdout
    assert card.startswith("3  Loser · –\n   BIGBANG · 빅뱅\n")
    assert "Also" not in card


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("command", ["themes", "moods"])
def test_vocabulary_fits_and_loses_nothing(terminal, columns, command):
    """Each word and its meaning is there, whatever the width."""
    screen = without_escapes(terminal(command, columns=columns))
    assert max(map(cell_len, screen.splitlines())) <= columns
    vocabulary = getattr(CATALOG, command)
    assert words(*vocabulary, *vocabulary.values()) <= words(screen)


def test_pipe_gets_one_whole_line_a_song(run):
    """Into a pipe nothing is wrapped, and no line ends in blanks."""
    lines = run("list").stdout.splitlines()
    assert lines[17].split() == [
        "16",
        "Ending",
        "Scene",
        "이런",
        "엔딩",
        "IU",
        "grief,",
        "healing",
        "hopeful,",
        "despairing",
    ]
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
    assert len(screen[screen.index("\n2  Rain") :].strip().splitlines()) == 1


def test_long_words_are_wrapped_but_kept(terminal, catalog):
    """What fits no terminal is broken rather than lost."""
    title = "L" + "o" * 200 + "ng"
    screen = without_escapes(terminal("--catalog", str(catalog(songs=SONG.replace("Rain", title))), "list", columns=40))
    table, _, _ = screen.rpartition("\n\n")
    assert title in re.sub(r"\s", "", table)
    assert max(map(cell_len, table.splitlines())) <= 40


def test_the_widest_layout_that_fits(terminal, catalog):
    """A table keeps one line a song down to the last column that it needs, and no further."""
    path = str(catalog())
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
    assert "\x1b[31mm0\x1b[0m" in screen
    assert f"\x1b[32mm{count - 1}\x1b[0m" in screen


def test_titles_link_to_the_song(terminal):
    """In a terminal a title is a link."""
    assert re.search(
        rf";{re.escape(CATALOG.songs[15].url)}\x1b\\(\x1b\[1m)Ending Scene(\x1b\[0m)\x1b]8;;\x1b\\", terminal("list")
    )


def test_colour_is_the_weight_of_a_mood(terminal):
    """Moods go from red to green, and mean the same in every table."""
    screen = terminal("moods", columns=120)
    assert "\x1b[31mdespairing\x1b[0m" in screen
    assert "\x1b[36mwistful\x1b[0m" in screen
    assert "\x1b[32mhopeful\x1b[0m" in screen
    assert "\x1b[32mhopeful\x1b[0m, \x1b[31mdespairing\x1b[0m" in terminal("list", columns=120)


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


@pytest.mark.parametrize("columns", [40, 45, 48, 49, 50, 60, 80, 120])
@pytest.mark.parametrize("command", ["", *cli.commands])
def test_help_fits(terminal, columns, command):
    """Help is as narrow as the terminal."""
    assert max(map(cell_len, terminal(*command.split(), "-h", columns=columns).splitlines())) <= columns
