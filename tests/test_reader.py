"""Files that can and cannot be read, and what YAML itself may hold."""

import pytest
import yaml
from conftest import SONG, VOCABULARY

from sadkpop.catalog import CatalogError, UnreadableCatalog, load

GOOD = f"{VOCABULARY}songs:{SONG}"
LAUGHS = "a0: &a0 [ha, ha]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))


@pytest.fixture(params=["libyaml", "Python"])
def loader(request, monkeypatch):
    """Read YAML with libyaml and, as where that is missing, without."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CBaseLoader")


@pytest.fixture
def problems(catalog):
    """Return what is wrong with a text, without the name of the file."""

    def problems(text):
        path = catalog(text)
        with pytest.raises(CatalogError) as caught:
            load(path)
        assert all(problem.startswith(f"{path}:") for problem in caught.value.problems)
        return [problem.removeprefix(str(path)) for problem in caught.value.problems]

    return problems


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".", "is a directory"),
        ("none.yaml", "no such file"),
        ("/dev/zero", "it is a device, not a file"),
        ("/dev/null", "it is a device, not a file"),
        ("x" * 5000, "file name too long"),
        ("a\0b", "embedded null byte"),
        ("\ud800", "surrogates not allowed"),
    ],
)
def test_file_that_cannot_be_read(name, reason):
    """The one problem names the file and has no line; a device without an end does not take for ever."""
    with pytest.raises(UnreadableCatalog) as caught:
        load(name)
    [problem] = caught.value.problems
    assert problem.startswith("Cannot read ")
    assert problem.endswith(reason)
    assert len(problem) < 400


def test_file_without_a_name():
    """An empty name is no name."""
    with pytest.raises(UnreadableCatalog, match=r"^Cannot read the catalog: the name of the file is empty$"):
        load("")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_encodings_of_editors(catalog, loader, encoding, end):
    """Byte order marks, UTF-16 and Windows' line ends are read like any other file."""
    path = catalog(GOOD.replace("Rain", "비").replace("\n", end).encode(encoding))
    assert load(path).songs[0].title == "비"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_places_beside_a_byte_order_mark(problems, loader, encoding):
    """What is quoted of a file begins where it should, whatever stands before the text."""
    [problem] = problems(GOOD.replace("Somebody", "&TEAM").encode(encoding))
    assert problem == ':11: song 1: artist needs quotation marks: "&TEAM"'


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (GOOD.replace("Rain", "Reykjavík").encode("latin-1"), ":10: this line has a byte that is not UTF-8 (0xED)"),
        (GOOD.replace("Rain", "R\0in"), ":10: this line has a control character (U+0000): delete it"),
        (GOOD.replace("Rain", "R\x1b[31min"), ":10: this line has a control character (U+001B): delete it"),
        (f"{GOOD}\0", ":15: this line has a control character (U+0000): delete it"),
        (GOOD.lstrip().encode("utf-16-le"), ":1: this line has a control character (U+0000)"),
        (GOOD.replace("Rain", "R\ud800in").encode("utf-16", "surrogatepass"), ":10: this line has a control character"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ":1: this line has a byte that is not UTF-8 (0x89)"),
    ],
)
def test_file_that_is_not_text(problems, loader, file, problem):
    """Bytes and characters that are no text are reported on their line."""
    [found] = problems(file)
    assert found.startswith(problem)
    assert found.endswith("save the file as UTF-8")


@pytest.mark.parametrize(
    "title", ["No", "1004", "11:11", "null", "~x", "1e3", "2014-10-14", "0x1F", ".inf", "'[bold]'"]
)
def test_text_is_text(catalog, loader, title):
    """A title that YAML would make something else of keeps its name."""
    [song] = load(catalog(GOOD.replace("Rain", title))).songs
    assert song.title == title.strip("'")


@pytest.mark.parametrize("line", ["%YAML 1.1", "%YAML 1.2", "%YAML 1.2 # written by a program"])
def test_yaml_line_is_accepted(catalog, line):
    """Other programs write the version of YAML into the first line."""
    assert load(catalog(f"{line}\n---{GOOD}")).songs[0].title == "Rain"


@pytest.mark.parametrize("second", [f"---{GOOD}", "---\n", "--- a: b\n"])
def test_second_document(problems, loader, second):
    """A file with two documents is one problem."""
    assert problems(GOOD + second) == [':15: one file holds one catalog: delete from "---" on']


@pytest.mark.parametrize("text", ["---\n", "%YAML 1.2\n", "[a\n", "'a\n"])
def test_line_is_in_the_file(problems, loader, text):
    """What ends too soon is reported in the last line that there is."""
    [problem] = problems(text)
    assert problem.startswith(":1: ")


@pytest.mark.parametrize("text", ["", " \n\n", "# nothing yet", "sad", "- sad", "[a, b]", "{}"])
def test_file_that_is_no_catalog(problems, loader, text):
    """What holds no fields says what a catalog is."""
    [problem] = problems(text)
    assert problem.startswith(":1: this is not a catalog: it needs themes, moods and songs.")


@pytest.mark.parametrize(
    "text",
    ["[" * 9_000, "{a: " * 9_000, "- " * 9_000, "? " * 9_000, f"songs:\n{'[' * 50}", "songs: " + "[" * 9_000],
)
def test_deep_nesting(problems, loader, text):
    """What could overrun a stack is refused with a sentence."""
    [problem] = problems(text)
    assert any(
        words in problem for words in ("nested more than 20 deep: is a ] missing?", "not valid YAML", "not closed")
    )


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("Rain", "*nowhere"),
        GOOD.replace("Rain", "*" + "n" * 2**16),
        f"{LAUGHS}songs: *a9\n{VOCABULARY}",
        f"{GOOD}  - &a [ha]\n  - [{', '.join(['*a'] * 100)}]",
        f"{VOCABULARY}songs: &a [*a]",
        f"{VOCABULARY}songs: [&a {{title: *a}}]",
        "themes: &a {breakup: *a}\nmoods: *a\nsongs: *a",
        GOOD.replace("Rain", "!!python/object/apply:os.mkdir [made]"),
        "!!python/object/apply:os.mkdir [made]",
        GOOD.replace("Rain", '"\\ud800"'),
        "songs:\n" + "  - a: b: c\n" * 2000,
        "x" * 100_000 + ": [",
        "a: " + "' " * 50_000,
        "a" + " " * 100_000 + ":b",
        "{" + ",".join("a" * 1000) + "}",
    ],
    ids=range(15),
)
def test_hostile_file(problems, loader, catalog, monkeypatch, text):
    """Nothing is made, run or expanded; the answer is short, comes at once and drives no terminal."""
    folder = catalog().parent
    monkeypatch.chdir(folder)
    found = problems(text)
    assert len("\n".join(found)) < 50_000
    assert all(problem.isprintable() for problem in found)
    assert not (folder / "made").exists()


def test_problems_are_in_the_order_of_the_file(problems):
    """Who fixes them goes through the file once."""
    second = SONG.replace("number: 1", "number: 1").replace("[heavy]", "[]").replace("Rain", "''")
    found = problems(f"{VOCABULARY}songs:{SONG.replace('[heavy]', '[x]')}{second}playlists: x\n---\n")
    assert [int(problem.split(":")[1]) for problem in found] == [13, 16, 17, 20, 22, 23]


def test_lines_are_those_of_an_editor(problems):
    """What ends a line for YAML alone does not count."""
    text = GOOD.replace("Rain", '"R\x85a\u2028in"').replace("[heavy]", "[]")
    assert any(problem.startswith(":13: song 1: a song needs at least one mood") for problem in problems(text))


@pytest.mark.parametrize(
    ("count", "last"), [(100, ":108: song"), (101, ": … and 1 more"), (10_000, ": … and 9900 more")]
)
def test_many_problems_are_cut_short(problems, count, last):
    """An error stays readable when ten thousand songs are wrong, and says how many more there are."""
    found = problems(f"{VOCABULARY}songs:\n" + "  - nonsense\n" * count)
    assert len(found) == min(count, 101)
    assert found[-1].startswith(last)
