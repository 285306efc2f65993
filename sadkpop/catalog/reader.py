"""A YAML file as nodes that know their place in it."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EISDIR, ENODEV, ENOENT
from stat import S_ISCHR
from typing import TypeAlias

import yaml
from yaml import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from .. import __path__ as _package
from ..text import escape
from . import CatalogError, UnreadableCatalog

_DEEPEST = 20  # lists and tables inside one another; a catalog has five
_MOST_PROBLEMS = 100  # listed one by one
_REASONS = {ENOENT: "no such file", EISDIR: "it is a folder, not a file", ENODEV: "it is a device, not a file"}


class Scalar:  # not a named tuple nor a dataclass: they take longer to make, and to import
    """A text, and where it starts and ends, counted in characters from the start of the file."""

    __slots__ = ("end", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text


class _Nodes:
    def __init__(self, start: int) -> None:
        self.start = start
        self.nodes: list[Node] = []


class List(_Nodes):
    """A list of nodes."""


class Missing(List):
    """A field that is not there, read as an empty list. `start` is that of its table."""


class Table(_Nodes):
    """Named fields; the nodes are names and values in turn."""


class Tagged(_Nodes):
    """Anything with an anchor (&) or a tag (!), and an alias (*); what it holds is not read."""


Node: TypeAlias = Scalar | List | Table | Tagged


class Source:
    """The text of a file, and the problems found in it."""

    def __init__(self, name: str, text: str) -> None:
        self.text, self._name = text, escape(name, 300)
        self._problems: list[tuple[int, str]] = []

    def line(self, start: int) -> int:
        """Return the number of the line, from 1, as an editor counts them; YAML ends lines at more characters."""
        return self.text.rstrip("\n").count("\n", 0, start) + 1

    def written(self, start: int) -> str:
        """Return the rest of the line, or of an entry of a list in brackets."""
        line = self.text[start : start + 1000].partition("\n")[0]
        if line.count("]") > line.count("["):
            line = line[: line.rindex("]")].partition(", ")[0]
        return line.strip()

    def error(self, line: int, sentence: str) -> CatalogError:
        """Return the error for a file that is not read beyond a problem in this line."""
        return CatalogError([f"{self._name}:{line}: {sentence}"])

    def report(self, start: int, sentence: str) -> None:
        """Add a problem with what begins at `start`."""
        self._problems.append((start, sentence))

    def raise_problems(self) -> None:
        """Raise CatalogError if there are problems."""
        found = sorted(self._problems, key=lambda problem: problem[0])
        listed = (f"{self._name}:{self.line(start)}: {sentence}" for start, sentence in found[:_MOST_PROBLEMS])
        sentences = list(dict.fromkeys(listed))
        if found[_MOST_PROBLEMS:]:
            sentences.append(f"{self._name}: … and {len(found) - _MOST_PROBLEMS} more")
        if sentences:
            raise CatalogError(sentences)


def read(path: str) -> Source:
    """Return the text of a file. Raises UnreadableCatalog, or CatalogError if it is not text."""
    try:
        with open(path, "rb") as file:  # not a Path's open: importing it takes a thirtieth of start-up
            if S_ISCHR(os.fstat(file.fileno()).st_mode):
                raise OSError(ENODEV, "")  # which may have no end
            return decode(path, file.read())
    except OSError as error:
        reason = escape(f"{error.strerror}")
        reason = _REASONS.get(error.errno or 0, reason[:1].lower() + reason[1:])
    except ValueError:
        reason = "no file can have such a name"
    if not path:
        reason = "the name of the file is empty"
    raise UnreadableCatalog([f"Cannot read {escape(path, 300) or 'the catalog'}: {reason}"])


def read_built_in() -> Source:
    """Return the built-in catalog: in an installed package, beside that of a checkout, or in a zip application."""
    for path in (f"{_package[0]}/../data/songs.yaml", f"{_package[0]}/data/songs.yaml"):
        if os.access(path, os.F_OK):
            return read(path)
    from pkgutil import get_data

    with suppress(OSError):
        return decode(path, get_data("sadkpop", "data/songs.yaml") or b"")
    return read(path)


def decode(name: str, content: bytes) -> Source:
    """Return a text in UTF-8, or in UTF-16 with its mark. Raises CatalogError for anything else."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        return Source(name, content.decode(encoding))
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(encoding, "ignore").count("\n") + 1
        byte = f"this line has a byte that is not UTF-8 (0x{content[error.start]:02X}): save the file as UTF-8"
        raise Source(name, "").error(line, byte) from None


def parse(source: Source) -> Node:
    """Return the node that holds the whole file. Raises CatalogError if it is not YAML."""
    try:
        return _parse(source)
    # Without libyaml, the parser leaves it to Python to refuse some numbers.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        from .advice import explain

        mark = getattr(error, "problem_mark", None)
        begun = getattr(error, "context_mark", None) or mark
        lines = [source.line(place.index if place else len(source.text)) for place in (mark, begun)]
        raise source.error(*explain(source.text, lines, getattr(error, "problem", "") or str(error))) from None


def _parse(source: Source) -> Node:
    root: list[Node] = []
    nodes = root  # of the list or table that is open
    above: list[list[Node]] = []
    # Events, for yaml.compose loses anchors, stops at the second of a name, overflows the stack and is no faster.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(source.text)  # PyYAML may be built without libyaml
    for event in iter(loader.get_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            scalar = Scalar(event.start_mark.index, event.end_mark.index, event.value)
            nodes.append(Tagged(scalar.start) if event.anchor or event.tag else scalar)
        elif kind is SequenceStartEvent or kind is MappingStartEvent:
            node = (List if kind is SequenceStartEvent else Table)(event.start_mark.index)
            nodes.append(Tagged(node.start) if event.anchor or event.tag else node)
            above.append(nodes)
            nodes = node.nodes
            if len(above) > _DEEPEST:
                too_deep = f"lists nested more than {_DEEPEST} deep: is a ] missing?"
                raise source.error(source.line(node.start), too_deep)
        elif isinstance(event, yaml.CollectionEndEvent):
            nodes = above.pop()
        elif kind is AliasEvent:
            nodes.append(Tagged(event.start_mark.index))
        elif kind is DocumentStartEvent and root:
            source.report(event.start_mark.index, 'one file holds one catalog: delete from "---" on')
            break
    return root[0] if root else Scalar(0, 0, "")
