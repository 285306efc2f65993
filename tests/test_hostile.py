"""Whatever somebody passes as a catalog or an argument, the answer is the songs or a sentence."""

import pytest
import yaml
from conftest import SONG, VOCABULARY

from sadkpop.catalog import CatalogError, load

GOOD = f"{VOCABULARY}songs:{SONG}"
LAUGHS = "a0: &a0 [ha, ha]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))

NO_CATALOG = {
    "empty": "",
    "blank": " \n\n",
    "scalar": "sad",
    "list": "- sad",
    "binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "invalid UTF-8": GOOD.encode().replace(b"Rain", b"R\xffin"),
    "NUL": GOOD.replace("Rain", "R\0in"),
    "escape as it is": GOOD.replace("Rain", "R\x1b[31min"),
    "tabs": GOOD.replace("  breakup", "\tbreakup"),
    "two documents": f"{GOOD}---{GOOD}",
    "a second, empty document": f"{GOOD}---\n",
    "a song twice in one mapping": GOOD.replace("artist:", "title: Snow\n    artist:"),
    "a theme twice": GOOD.replace("  memory:", "  breakup:"),
    "songs twice": f"{GOOD}songs: []",
    "undefined alias": GOOD.replace("Rain", "*nowhere"),
    "undefined alias of a quarter megabyte": GOOD.replace("Rain", "*" + "n" * 2**18),
    "billion laughs": f"{LAUGHS}songs: *a9\n{VOCABULARY}",
    "billion laughs for a song": f"{GOOD}  - &a [ha]\n  - [{', '.join(['*a'] * 100)}]",
    "list in itself": f"{VOCABULARY}songs: &a [*a]",
    "mapping in itself": f"{VOCABULARY}songs: [&a {{title: *a}}]",
    "vocabulary in itself": "themes: &a {breakup: *a}\nmoods: *a\nsongs: *a",
    "mapping as key": GOOD.replace("artist:", "? {a: b}\n    : c\n    artist:"),
    "list as key": GOOD.replace("artist:", "? [a, b]\n    : c\n    artist:"),
    "key without a name": GOOD.replace("artist:", "'': c\n    artist:"),
    "merge key": GOOD.replace("artist:", "<<: {number: 2}\n    artist:"),
    "object": GOOD.replace("Rain", "!!python/object/apply:os.mkdir [made]"),
    "object for a catalog": "!!python/object/apply:os.mkdir [made]",
    "name of a function": GOOD.replace("Rain", "!!python/name:os.mkdir ''"),
    "unclosed quotation": GOOD.replace("Rain", '"Rain'),
    "unclosed list": GOOD.replace("[breakup]", "[breakup"),
    "directive": f"%YAML 3.0\n---{GOOD}",
    "surrogate": GOOD.replace("Rain", '"\\ud800"'),
    "quarter megabyte of a title in place of a number": GOOD.replace("number: 1", "number: " + "x" * 2**18),
    "quarter megabyte of a field": GOOD.replace("artist:", "x" * 2**18 + ": y\n    artist:"),
    "quarter megabyte of a theme": GOOD.replace("[breakup]", f"[{'x' * 2**18}]"),
    "deep lists": "[" * 100_000,
    "deep mappings": "{a: " * 100_000,
    "deep block lists": "- " * 100_000,
    "deep keys": "? " * 100_000,
    "deep song": f"{VOCABULARY}songs: {'[' * 100_000}",
}


@pytest.fixture(params=["libyaml", "Python"])
def loader(request, monkeypatch):
    """Read YAML with libyaml and, as where that is missing, without."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CBaseLoader")


def is_harmless(text):
    """Tell whether a text is short and has nothing in it that drives a terminal."""
    return len(text) < 2000 and all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("name", NO_CATALOG)
def test_no_catalog(run, catalog, loader, monkeypatch, name):
    """What is no catalog ends with 1 and sentences that name the file; nothing is printed, made or run."""
    path = catalog(NO_CATALOG[name])
    monkeypatch.chdir(path.parent)
    result = run("--catalog", path, "list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert all(line.startswith(str(path)) for line in result.stderr.splitlines())
    assert is_harmless(result.stderr.replace(str(path), ""))
    assert not (path.parent / "made").exists()


@pytest.mark.parametrize("name", ["deep lists", "deep mappings"])
def test_depth_does_not_crash_the_interpreter(process, catalog, name):
    """What would overrun the stack of libyaml's binding is refused in time."""
    path = catalog(NO_CATALOG[name])
    result = process("--catalog", path, "list")
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.startswith(str(path).encode())


UNSAFE = [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
PLACES = {
    "title": ("title: Rain", "title: {}"),
    "korean_title": ("title: Rain", "title: Rain\n    korean_title: {}"),
    "artist": ("artist: Somebody", "artist: {}"),
    "korean_artist": ("artist: Somebody", "artist: Somebody\n    korean_artist: {}"),
    "aliases": ("title: Rain", "title: Rain\n    aliases: [{}]"),
    "themes": ("[breakup]", "[{}]"),
    "moods": ("[heavy]", "[{}]"),
    "blurb": ("It rains.", "{}"),
    "number": ("number: 1", "number: {}"),
    "an unknown field": ("title: Rain", "title: Rain\n    {}: x"),
    "a theme": ("memory:", "{}:"),
    "the meaning of a theme": ("It was", "{}"),
    "a mood": ("light:", "{}:"),
    "the meaning of a mood": ("At the top", "{}"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("code", [0x1B, 0x202E], ids=hex)
def test_control_characters(catalog, place, code):
    """No text of a catalog, in whatever place, can drive the terminal; nor can the error that says so."""
    was, becomes = PLACES[place]
    with pytest.raises(CatalogError) as caught:
        load(catalog(GOOD.replace(was, becomes.format(f'"{"a" * 50}\\U{code:08x}b"'))))
    assert is_harmless(str(caught.value))
    assert len(caught.value.problems) > 0


def test_every_control_character(catalog):
    """Each of them is found and shown as what it is."""
    songs = "".join(
        SONG.replace("number: 1", f"number: {place}").replace("Rain", f'"a\\U{code:08x}b"')
        for place, code in enumerate(UNSAFE, 1)
    )
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs=songs))
    assert len(caught.value.problems) == len(UNSAFE)
    for code, problem in zip(UNSAFE, caught.value.problems, strict=True):
        assert problem.isprintable()
        assert chr(code).encode("unicode_escape").decode() in problem


def test_many_misspelled_words_are_answered_at_once(catalog):
    """To name the nearest word is not tried for more mistakes than anybody is told of, or it would take for ever."""
    songs = "".join(
        SONG.replace("number: 1", f"number: {number}").replace("breakup", "brekup") for number in range(1, 300)
    )
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs=songs))
    assert [problem.endswith('perhaps "breakup"') for problem in caught.value.problems] == [True] * 100
    assert caught.value.count == 299


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_welcome(run, catalog, loader, encoding):
    """A catalog from an editor that writes a byte order mark is read all the same."""
    assert "Rain" in run("--catalog", catalog(GOOD.encode(encoding)), "list").stdout


def test_windows_line_ends(run, catalog, loader):
    """So is one with Windows' line ends."""
    assert "Rain" in run("--catalog", catalog(GOOD.replace("\n", "\r\n")), "list").stdout


@pytest.mark.parametrize(
    "text",
    [
        "{" + ",".join("a" * 40_000) + "}",
        "songs: [" + ",".join(["&a [" + ",".join("a" * 100) + "]"] + ["*a"] * 5000) + "]",
        f"{VOCABULARY}songs:" + SONG.replace("[breakup]", "[" + ", ".join(["x" * 3000] * 30) + "]"),
        "songs:\n" + "  - a: b: c\n" * 8000,
        "x" * 100_000 + ": [",
        "a: " + "' " * 50_000,
        "a" + " " * 100_000 + ":b",
    ],
    ids=["one field many times", "aliases", "long words", "colons", "a long name", "quotation marks", "blanks"],
)
def test_nothing_takes_long(catalog, text):
    """What a file of a hundred kilobytes can hold is refused in a moment, in few words."""
    with pytest.raises(CatalogError) as caught:
        load(catalog(text))
    assert len(str(caught.value)) < 50_000


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero", "/", "", "~nobody-at-all/x", "x" * 5000, "\udcff"])
def test_odd_files(run, name):
    """A device without an end, a folder and names that no file can have are errors too."""
    result = run("--catalog", name, "list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert is_harmless(result.stderr)


def test_path_that_no_file_can_have():
    """Where no shell is in between, a path may even have a NUL in it."""
    with pytest.raises(CatalogError, match="no file can have such a name"):
        load("a\0b")


def test_long_names_do_not_come_back_at_length(run, catalog):
    """What a message names of a catalog is shortened, in length and in number."""
    many = "".join(f"  m{place}: Mood\n" for place in range(5000))
    path = catalog(
        f"themes:\n  {'t' * 40_000}: It is over\nmoods:\n  heavy: x\n{many}songs:{SONG}".replace(
            "breakup", "t" * 40_000
        )
        .replace("Rain", "R" * 40_000)
        .replace("Somebody", "S" * 40_000)
    )
    moods = [part for place in range(100) for part in ("-m", f"m{place}")]
    for command in (
        ["show", "x"],
        ["show", "R" * 39_999],
        ["pick", *moods],
        ["pick", "-t", "t" * 40_000, *moods],
        ["pick", "-t", "x"],
    ):
        result = run("--catalog", path, *command)
        assert len(result.stderr) < 2000


@pytest.mark.parametrize("word", ["9", "abc", ";", "--", "ㄱ"])
@pytest.mark.parametrize("command", ["pick", "search", "show"])
def test_many_words(run, command, word):
    """A command line of ten thousand words is answered in a few."""
    result = run(command, "--", *(f"{word}{number}" for number in range(10_000)))
    assert len(result.stderr) < 3000
    assert result.exit_code in (1, 2)


ODD = ["\x1b[31mred", "\x9b2J", "\u202e", "\r", "\udcff", "", "x" * 5000, "9" * 5000, "[bold]%s{}", "♥ ㅠ"]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "command",
    ["{}", "--{}", "pick {}", "pick -t {}", "pick -m {}", "pick -n {}", "pick --{}", "list -f {}", "show {}", "play {}",
     "search {}", "--catalog {} list"],
)  # fmt: skip
def test_odd_arguments(run, command, odd):
    """What is said of an argument never drives the terminal or fills it, and there is no traceback."""
    result = run(*(part.replace("{}", odd) for part in command.split(" ")))
    assert result.exit_code in (0, 1, 2)
    assert is_harmless(result.stderr)


@pytest.mark.parametrize("odd", ODD)
def test_any_text_is_a_seed(run, odd):
    """A seed may be whatever a shell can pass."""
    assert run("pick", "-n", "3", "--seed", odd).stdout == run("pick", "-n", "3", "--seed", odd).stdout != ""
