"""JSON, CSV and M3U, and that they agree with the table."""

import csv
import io
import json

import pytest
from conftest import SONG

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
    """Every object has the fields of the catalog in its order, and the link."""
    songs = json.loads(run("list", "--format", "json").stdout)
    assert songs == [{**json.loads(json.dumps(song._asdict())), "url": song.url} for song in SONGS]
    assert all(list(song) == FIELDS for song in songs)
    assert songs[2]["korean_title"] is None
    assert songs[2]["artist_aliases"] == ["Big Bang"]
    assert songs[0]["aliases"] == []


def test_json_is_one_song_a_line(run):
    """Korean stays readable, and a line is a song."""
    lines = run("list", "-f", "json").stdout.splitlines()
    assert len(lines) == 27
    assert json.loads(lines[14].rstrip(","))["korean_title"] == "이 바보야"
    assert "이 바보야" in lines[14]


def test_json_of_one_song_is_an_object(run):
    """The command about one song gives one object."""
    assert json.loads(run("show", "14", "-f", "json").stdout)["title"] == "The Fool"


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
        "#EXTM3U\n#EXTINF:-1,Mino feat. Taeyang - Fear\nytdl://ytsearch1:Mino feat. Taeyang Fear 겁\n"
    )


@pytest.mark.parametrize("command", ["pick -t comfort -m bitter", "search zzz", "show 99", "show beautiful"])
@pytest.mark.parametrize(
    ("form", "empty"),
    [("table", ""), ("json", "[]\n"), ("csv", ",".join(FIELDS) + "\n"), ("m3u", "#EXTM3U\n")],
)
def test_nothing_is_a_valid_document(run, command, form, empty):
    """Where there is no song the document is empty but valid, and the exit code tells."""
    result = run(*command.split(), "-f", form)
    assert result.exit_code == 1
    assert result.stdout == ("null\n" if form == "json" and command.startswith("show") else empty)
    assert result.stderr.startswith("Error: ")


def test_unknown_format(run):
    """A format that is none is a usage error."""
    result = run("list", "-f", "xml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "xml" in result.stderr
    assert all(name in result.stderr for name in ("table", "json", "csv", "m3u", "svg"))


@pytest.mark.parametrize("form", ["json", "csv", "m3u"])
def test_no_hints_in_a_terminal(terminal, form):
    """What is for programs is printed without a word more, even where a person looks on."""
    printed = terminal("list", "-f", form)
    assert "\x1b" not in printed
    assert "Read one" not in printed
