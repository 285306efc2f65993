"""The catalog: a YAML file, read and checked, as songs and the vocabulary that describes them."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import FileIO
from os import F_OK, PathLike, access, fspath
from typing import Any, NamedTuple
from urllib.parse import urlencode

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from . import __path__ as _package
from .text import escape, is_printable, nearest, quoted

_MOST_PROBLEMS = 100  # problems; more are not told one by one


class CatalogError(Exception):
    """A file that is no catalog. `problems` has a sentence for each thing wrong with it; the text is all of them."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Keep all the problems, and as many for the text as a person will read."""
        self.problems = tuple(problems)
        shown = self.problems[:_MOST_PROBLEMS]
        rest = len(self.problems) - len(shown)
        super().__init__("\n".join(shown) + (f"\n… and {rest} more problems." if rest else ""))


# Named tuples rather than dataclasses: as frozen, and start-up is shorter by a thirtieth.
class Song(NamedTuple):
    """One song. The fields are the catalog's, in the catalog's order; the main theme and the main mood stand first."""

    number: int
    title: str
    korean_title: str | None
    artist: str
    korean_artist: str | None
    aliases: tuple[str, ...]
    themes: tuple[str, ...]
    moods: tuple[str, ...]
    blurb: str

    @property
    def query(self) -> str:
        """What to type into a search box to hear it: artist, title and Korean title."""
        return " ".join(filter(None, (self.artist, self.title, self.korean_title)))

    @property
    def url(self) -> str:
        """A YouTube search for the song, in ASCII."""
        return "https://www.youtube.com/results?" + urlencode({"search_query": self.query})


class Catalog(NamedTuple):
    """Each theme and mood with its meaning, the moods from the heaviest to the lightest; the songs as in the file."""

    themes: Mapping[str, str]
    moods: Mapping[str, str]
    songs: tuple[Song, ...]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from going over a growing tree, three quarters of the time for a large one."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


@_collector_paused()
def load(path: str | PathLike[str] | None = None) -> Catalog:
    """Return the catalog in the file at `path`; without one, the built-in catalog.

    Raises CatalogError, with every problem there is, if the file cannot be read or is no catalog.
    """
    file = _built_in() if path is None else fspath(path)
    problems: list[str] = []
    try:
        # Not a Path's open: to import it costs start-up another thirtieth.
        with FileIO(file) as stream:
            root = yaml.compose(stream, Loader=_Loader)
    except yaml.YAMLError as error:
        problems = [_yaml_problem(error)]
    except (OSError, ValueError) as error:  # ValueError: no file can have such a path
        reason = getattr(error, "strerror", None) or str(error)
        problems = [f": found a file that cannot be read ({escape(reason)}), expected a catalog"]
    else:
        catalog = _read(root, problems)
    if problems:
        raise CatalogError([escape(file, 300) + problem for problem in problems])
    return catalog


def _built_in() -> str:
    """Return the path of the songs, which are inside an installed package and beside that of a checkout."""
    installed = f"{_package[0]}/data/songs.yaml"
    return installed if access(installed, F_OK) else f"{_package[0]}/../data/songs.yaml"


_FastestLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # PyYAML may have been built without libyaml


class _Loader(_FastestLoader):
    """A loader that leaves every scalar a text, and gives up on deep nesting before the parser runs out of stack."""

    _DEEPEST = 20
    _depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: Any) -> None:
        self._depth += 1
        if self._depth > self._DEEPEST:
            raise yaml.YAMLError(f"it is nested more than {self._DEEPEST} deep")

    def ascend_resolver(self) -> None:
        self._depth -= 1


def _yaml_problem(error: yaml.YAMLError) -> str:
    """Return what the YAML parser says, as one problem."""
    parts = [getattr(error, name, None) for name in ("context", "problem", "reason")]
    reason = ", ".join(filter(None, parts)) or str(error)
    mark = getattr(error, "problem_mark", None)
    return f"{_line(mark)}: found what is not YAML ({escape(reason, 200)}), expected a catalog"


def _line(mark: Any) -> str:
    return f":{mark.line + 1}" if mark else ""


def _read(root: Node | None, problems: list[str]) -> Catalog:
    """Return the catalog that the tree at `root` holds, with gaps where there are problems."""
    top = _Fields(root, "", ("themes", "moods", "songs"), problems)
    themes = top.vocabulary("themes")
    moods = top.vocabulary("moods")
    numbers: set[int] = set()
    songs = []
    for node in top.nodes("songs"):
        fields = _Fields(node, "song", Song._fields, problems)
        song = Song(
            number=fields.number("number", numbers),
            title=fields.text("title"),
            korean_title=fields.text("korean_title") if "korean_title" in fields else None,
            artist=fields.text("artist"),
            korean_artist=fields.text("korean_artist") if "korean_artist" in fields else None,
            aliases=fields.texts("aliases") if "aliases" in fields else (),
            themes=fields.words("themes", themes),
            moods=fields.words("moods", moods),
            blurb=fields.text("blurb"),
        )
        numbers.add(song.number)
        songs.append(song)
    return Catalog(themes, moods, tuple(songs))


class _Fields:
    """The fields of one mapping: of the catalog, its vocabulary or a song.

    Where one is not as it must be, that is added to `problems`, and what is returned for it is empty.
    """

    def __init__(self, node: Node | None, label: str, known: Collection[str], problems: list[str]) -> None:
        """Take the fields of `node`, which problems call `label`. Names must be `known`; if none are, any will do."""
        self._node = node
        self._label = label
        self._problems = problems
        self._fields: dict[str, Node] = {}
        self._there = isinstance(node, MappingNode) and bool(node.value)
        if node is None or not self._there:
            self._wrong(node, "", "the fields " + ", ".join(known) if known else "words with their meanings")
            return
        for key, value in node.value:
            name = self._text(key, "")
            if name in self._fields:
                self._wrong(key, name, "it once", found="the same field again")
            elif name and known and name not in known:
                self._wrong(key, name, "one of " + ", ".join(known), (name, known), found="an unknown field")
            elif name:
                self._fields[name] = value

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a field of that name."""
        return name in self._fields

    def text(self, name: str) -> str:
        """Return a text."""
        return self._text(self._fields.get(name), name)

    def number(self, name: str, taken: Collection[int]) -> int:
        """Return a whole number that is not `taken`."""
        text = self.text(name)
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
        if text and not number:
            self._wrong(self._fields[name], name, "a whole number from 1 to 999999999")
        elif text and number in taken:
            self._wrong(self._fields[name], name, "a number of its own", found=f"{text}, which an earlier song has")
        return number

    def nodes(self, name: str, least: int = 1) -> list[Node]:
        """Return what a list of at least so many holds, as it stands in the tree."""
        node = self._fields.get(name)
        if isinstance(node, SequenceNode) and len(node.value) >= least:
            return list(node.value)
        self._wrong(node, name, "something in it" if isinstance(node, SequenceNode) else "a list, as in [one, two]")
        return []

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, which may be empty."""
        return tuple(self._text(node, name) for node in self.nodes(name, least=0))

    def words(self, name: str, vocabulary: Mapping[str, str]) -> tuple[str, ...]:
        """Return a list of words from the vocabulary."""
        nodes = self.nodes(name)
        words = tuple(self._text(node, name) for node in nodes)
        for place, (node, word) in enumerate(zip(nodes, words, strict=True)):
            if word and vocabulary and word not in vocabulary:
                self._wrong(node, name, f"one of the catalog's {name}", (word, vocabulary))
            elif word and word in words[:place]:
                self._wrong(node, name, "it once", found=f"{quoted(word)} again")
        return words

    def vocabulary(self, name: str) -> Mapping[str, str]:
        """Return words with their meanings."""
        if not self._there:
            return {}
        words = _Fields(self._fields.get(name), name, (), self._problems)
        return {word: words.text(word) for word in words._fields}

    def _text(self, node: Node | None, name: str) -> str:
        text = node.value.strip(" \n") if isinstance(node, ScalarNode) else ""
        if not text.strip():
            self._wrong(node, name, "text")
        elif not is_printable(text):
            self._wrong(node, name, "text without line breaks and control characters")
            return ""
        return text

    def _called(self) -> str:
        """Return what problems call this: a song goes by its number, where it has one."""
        pairs = self._node.value if isinstance(self._node, MappingNode) else ()
        for key, value in pairs:
            if self._label == "song" and key.value == "number" and isinstance(value, ScalarNode) and value.value:
                return f"song {escape(value.value, 20)}"
        return self._label

    def _wrong(
        self,
        node: Node | None,
        name: str,
        expected: str,
        resembling: tuple[str, Collection[str]] = ("", ()),
        found: str | None = None,
    ) -> None:
        """Add the problem that `node`, the field `name` or what is in it, is not what was expected.

        `resembling` is a word and the known words of which the nearest is named.
        """
        if node is None and name and not self._there:
            return  # Where there are no fields at all, that has been said.
        place = node or self._node
        where = ", ".join(filter(None, (self._called(), escape(name))))
        near = nearest(*resembling) if len(self._problems) < _MOST_PROBLEMS else []
        self._problems.append(
            f"{_line(place and place.start_mark)}: {where + ': ' if where else ''}"
            f"found {found or _found(node)}, expected {expected}{f', perhaps {quoted(near[0])}' if near else ''}"
        )


def _found(node: Node | None) -> str:
    """Return what a node is, in a word or in its own."""
    if isinstance(node, ScalarNode):
        return quoted(node.value) if node.value.strip() else "an empty text"
    if node is None:
        return "nothing"
    return ("a " if node.value else "an empty ") + ("list" if isinstance(node, SequenceNode) else "mapping")
