"""JSON, CSV, M3U and text, the table for a pipe, and that they agree."""

import csv
import io
import json
from functools import partial

import pytest
from conftest import SONG

from sadkpop import formats
from sadkpop.catalog import load

SONGS = load().songs
FIELDS = "number title korean_title artist korean_artist artist_aliases aliases themes moods blurb url".split()
COMMANDS = ["list", "pick -t breakup", "pick -n 5 --seed x --shuffle", "pick --arc", "search ㅂㅌㅂ", "show 17"]


def from_csv(text):
    """Return the rows that a reader of CSV sees."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("command", COMMANDS)
def test_formats_agree(run, command):
    """Whatever the format, the same songs come in the same order."""
    table = run(*command.split()).stdout
    in_json = json.loads(run(*command.split(), "-f", "json").stdout)
    in_json = [in_json] if command.startswith("show") else in_json
    numbers = [song["number"] for song in in_json]
    assert numbers == [int(row["number"]) for row in from_csv(run(*command.split(), "-f", "csv").stdout)]
    queries = [line for line in run(*command.split(), "-f", "m3u").stdout.splitlines() if line.startswith("ytdl:")]
    assert queries == [f"ytdl://ytsearch1:{SONGS[number - 1].query}" for number in numbers]
    rows = table.splitlines()[:1] if command.startswith("show") else table.splitlines()[2:]
    assert numbers == [int(row.split()[0]) for row in rows]


def test_json_is_the_catalog(run):
    """Every object has the fields of the catalog in its order, and where the song plays."""
    songs = json.loads(run("list", "--format", "json").stdout)
    for found, song in zip(songs, SONGS, strict=True):
        assert found == {field: json.loads(json.dumps(getattr(song, field))) for field in FIELDS}
        assert list(found) == FIELDS
    assert songs[2]["korean_title"] is None
    assert songs[2]["artist_aliases"] == ["Big Bang"]
    assert songs[0]["aliases"] == []


def test_json_is_one_song_a_line(run):
    """Korean stays readable, and a line is a song."""
    lines = run("list", "-f", "json").stdout.splitlines()
    assert len(lines) == 27
    assert json.loads(lines[14].rstrip(","))["korean_title"] == "이 바보야"
    assert "이 바보야" in lines[14]


def test_csv_reads_back(run):
    """Commas, Korean and lists survive."""
    rows = from_csv(run("list", "-f", "CSV").stdout)
    assert list(rows[0]) == FIELDS
    assert rows[11]["korean_title"] == "눈, 코, 입"
    assert rows[2]["korean_title"] == ""
    assert rows[4]["themes"] == "longing; identity; grief"
    assert [row["blurb"] for row in rows] == [song.blurb for song in SONGS]


def test_csv_lines_end_as_others_do(run):
    """A line of CSV ends like any other line, for grep and its kin."""
    assert "\r" not in run("list", "-f", "csv").stdout_bytes.decode()


def test_csv_of_awkward_text(run, catalog):
    """Quotation marks and the like come back as they were."""
    path = catalog(songs=SONG.replace("Rain", """'"Rain", he; said'"""))
    assert from_csv(run("--catalog", path, "list", "-f", "csv").stdout)[0]["title"] == '"Rain", he; said'


def test_m3u(run):
    """An entry is a line for the eye and a search for the player."""
    assert run("pick", "-t", "comfort", "-m", "anxious", "-f", "m3u").stdout == (
        "#EXTM3U\n#PLAYLIST:comfort, anxious\n"
        "#EXTINF:-1,Mino feat. Taeyang - Fear\nytdl://ytsearch1:Mino feat. Taeyang Fear 겁\n"
    )


def test_link_of_a_song():
    """A song that has a link of its own plays from there; there is no column for it but `url`."""
    link = "https://a.example/1"
    songs = [SONGS[0]._replace(link=link), SONGS[1]]
    assert [song["url"] for song in json.loads(formats.songs_as_json(songs))] == [link, SONGS[1].url]
    assert [row["url"] for row in from_csv(formats.songs_as_csv(songs))] == [link, SONGS[1].url]
    assert (
        list(from_csv(formats.songs_as_csv(songs))[0])
        == list(json.loads(formats.as_json(formats.as_dict(songs[0]))))
        == FIELDS
    )
    plays = formats.songs_as_m3u(songs, "x").splitlines()[3::2]
    assert plays == [link, f"ytdl://ytsearch1:{SONGS[1].query}"]
    assert formats.stories_as_text(songs[:1]).endswith(f"\n{link}\n")


def test_text():
    """A list for a chat is numbered by place, under its title, with a Korean title if there is one."""
    songs = [SONGS[9], SONGS[2]]
    lines = "1. Goodbye (안녕) - 2NE1\n2. Loser - BIGBANG\n"
    assert formats.songs_as_text(songs, "parting, lonely") == f"parting, lonely\n{lines}"
    assert formats.songs_as_text([], "parting") == ""


def test_stories_as_text():
    """A story comes with its song's name and link, and a blank line before the next."""
    goodbye, loser = (formats.stories_as_text([SONGS[place]]) for place in (9, 2))
    assert goodbye == f"Goodbye (안녕) - 2NE1\n{SONGS[9].blurb}\n{SONGS[9].url}\n"
    assert formats.stories_as_text([SONGS[9], SONGS[2]]) == f"{goodbye}\n{loser}"
    assert formats.stories_as_text([]) == ""


def test_table_for_a_pipe():
    """A song is a whole line, in columns that fit the widest, with numbers to the right and no blanks at the end."""
    lines = formats.song_lines([SONGS[3], SONGS[23]], "=").splitlines()
    assert lines == [
        " #  Title           Korean title  Artist            Themes           Moods",
        "=" * 79,
        " 4  Rain            비가 와       Baekhyun & Soyou  breakup, memory  wistful",
        "24  House of Cards  –             BTS               breakup          despairing",
    ]
    long = formats.song_lines([SONGS[3]._replace(title="So Long " * 300)], "=").splitlines()
    assert len(long) == 3


@pytest.mark.parametrize(
    ("render", "empty"),
    [
        (formats.songs_as_json, "[]\n"),
        (formats.songs_as_csv, ",".join(FIELDS) + "\n"),
        (partial(formats.songs_as_m3u, title="x"), "#EXTM3U\n#PLAYLIST:x\n"),
    ],
)
def test_no_songs_are_a_valid_document(render, empty):
    """No songs make an empty document that programs can read."""
    assert render([]) == empty
    assert formats.as_json(None) == "null\n"


@pytest.mark.parametrize("command", ["search zzz", "show 99"])
def test_nothing_found_is_a_document(run, command):
    """Programs get a document even if nothing was found, and the exit code says so."""
    result = run(*command.split(), "-f", "csv")
    assert (result.exit_code, result.stdout) == (1, ",".join(FIELDS) + "\n")


@pytest.mark.parametrize("form", ["json", "csv", "m3u"])
def test_no_hints_in_a_terminal(terminal, form):
    """What is for programs is printed without a word more, even where a person looks on."""
    printed = terminal("list", "-f", form)
    assert "\x1b" not in printed
    assert "Read one" not in printed
