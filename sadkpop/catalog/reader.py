"""A YAML file as nodes that know their place in it."""

from __future__ import annotations

import os
from contextlib import suppress
from stat import S_ISCHR

import yaml
from yaml import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from .. import __path__ as _package
from ..text import escape
from . import CatalogError, UnreadableCatalog

_DEEPEST = 20  # lists and tables inside one another; a catalog has five
_MOST_PROBLEMS = 100  # listed one by one


class Scalar:  # not a named tuple nor a dataclass: they take longer to make, and to import
    """A text, and where it starts and ends, counted in characters from the start of the file."""

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text


class _Nodes:
    def __init__(self, start: int) -> None:
        self.start = start
        self.nodes: list[Node] = []


class List(_Nodes):
    """A list of nodes."""


class Table(_Nodes):
    """Named fields; the nodes are names and values in turn."""


class Tagged(_Nodes):
    """Anything with an anchor (&) or a tag (!), and an alias (*); what it holds is not read."""


Node = Scalar | List | Table | Tagged


class Source:
    """The text of a file, and the problems found in it."""

    def __init__(self, name: str, text: str) -> None:
        self.text, self.name = text, escape(name, 300)
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

    def report(self, start: int, sentence: str) -> None:
        """Add a problem with what begins at `start`."""
        self._problems.append((start, sentence))

    def raise_problems(self) -> None:
        """Raise CatalogError if there are problems."""
        found = sorted(self._problems, key=lambda problem: problem[0])
        listed = (f"{self.name}:{self.line(start)}: {sentence}" for start, sentence in found[:_MOST_PROBLEMS])
        sentences = list(dict.fromkeys(listed))
        if found[_MOST_PROBLEMS:]:
            sentences.append(f"{self.name}: … and {len(found) - _MOST_PROBLEMS} more")
        if sentences:
            raise CatalogError(sentences)


def read(path: str) -> Source:
    """Return the text of a file. Raises UnreadableCatalog if the file cannot be read."""
    try:
        with open(path, "rb") as file:  # not a Path's open: importing it takes a thirtieth of start-up
            if not S_ISCHR(os.fstat(file.fileno()).st_mode):
                return _decode(path, file.read())
            reason = "it is a device, not a file"  # which may have no end
    except FileNotFoundError:
        reason = "no such file" if path else "the name of the file is empty"
    except (OSError, ValueError) as error:
        reason = escape(getattr(error, "strerror", None) or str(error)).lower()
    raise UnreadableCatalog([f"Cannot read {escape(path, 300) or 'the catalog'}: {reason}"])


def read_built_in() -> Source:
    """Return the built-in catalog: in an installed package, beside that of a checkout, or in a zip application."""
    for path in (f"{_package[0]}/../data/songs.yaml", f"{_package[0]}/data/songs.yaml"):
        with suppress(OSError):
            return _decode(path, __spec__.loader.get_data(path))  # type: ignore[union-attr]  # that of a zip file, too
    return read(path)


def _decode(path: str, content: bytes) -> Source:
    """Return a text in UTF-8, or in UTF-16 with its mark. Bytes that are neither become surrogates; YAML has none."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Source(path, content.decode("utf-16", "surrogatepass"))
    return Source(path, content.decode("utf-8", "surrogateescape"))


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
        line, sentence = explain(source.text, lines, getattr(error, "problem", "") or str(error))
        raise CatalogError([f"{source.name}:{line}: {sentence}"]) from None


def _parse(source: Source) -> Node:
    stack: list[list[Node]] = [[]]  # the nodes of the file, and of each list or table that is open
    # Events, for yaml.compose loses anchors, stops at the second of a name, overflows the stack and is no faster.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(source.text)  # PyYAML may be built without libyaml
    for event in iter(loader.get_event, None):
        kind = type(event)
        if kind is AliasEvent or (kind is ScalarEvent and (event.anchor or event.tag)):
            stack[-1].append(Tagged(event.start_mark.index))
        elif kind is ScalarEvent:
            stack[-1].append(Scalar(event.start_mark.index, event.end_mark.index, event.value))
        elif kind is SequenceStartEvent or kind is MappingStartEvent:
            node = (List if kind is SequenceStartEvent else Table)(event.start_mark.index)
            stack[-1].append(Tagged(node.start) if event.anchor or event.tag else node)
            stack.append(node.nodes)
            if len(stack) > _DEEPEST + 1:
                source.report(node.start, f"lists nested more than {_DEEPEST} deep: is a ] missing?")
                source.raise_problems()
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif kind is DocumentStartEvent and stack[0]:
            source.report(event.start_mark.index, 'one file holds one catalog: delete from "---" on')
            break
    return stack[0][0] if stack[0] else Scalar(0, 0, "")
