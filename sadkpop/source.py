"""A YAML file as texts, lists and mappings that know where they stand: what YAML itself says about a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import FileIO
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from .text import escape

_LARGEST = 2**27  # bytes; a catalog of 100,000 songs is half of it
_DEEPEST = 20  # lists and mappings in one another; a catalog has five


class Unreadable(Exception):
    """A file that cannot be read. The text says why, as the end of a sentence."""


class Malformed(Exception):
    """A file that can be read, but not as YAML. The text says why, of the line at `line`."""

    def __init__(self, line: int, reason: str) -> None:
        """Keep the line, from 1, and the reason."""
        super().__init__(reason)
        self.line = line


class InvalidYAML(Malformed):
    """A file of which YAML's parser makes nothing. The text is the parser's, which few people understand.

    `line` is where it gave up, and `begun` where what it gave up on begins.
    """

    def __init__(self, line: int, begun: int, reason: str) -> None:
        """Keep the lines, from 1, and the reason."""
        super().__init__(line, reason)
        self.begun = begun


class Node:
    """What stands at one place of a file: by itself, nothing where there could be something."""

    __slots__ = ("start", "value")

    def __init__(self, value: Any, start: int) -> None:
        """Keep what it holds and where it starts, as a number of characters from the start of the file."""
        self.value = value
        self.start = start


class Text(Node):
    """A text; the value is a str."""


class Sequence(Node):
    """A list; the value is a list of nodes."""


class Mapping(Node):
    """Names, each with what belongs to it; the value is a list of nodes, in turn."""

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Return each name with what belongs to it."""
        return zip(self.value[::2], self.value[1::2], strict=True)


class Marked(Node):
    """What has an anchor (&), an alias (*) or a tag (!): the value is the class of node that has it."""


class Source:
    """The text of a file, where its lines are, and what in it is no part of any catalog."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self.text = text
        self.extra: list[tuple[int, str]] = []  # where each starts, and what to say of it

    def line(self, start: int) -> int:
        """Return the number of the line, from 1, with this character of the file."""
        # YAML ends lines at more characters than editors do, so its own line numbers will not do.
        return self.text.count("\n", 0, start) + 1

    def rest_of_line(self, start: int) -> str:
        """Return what the line has from this character on, up to a length that nobody reads."""
        return self.text[start : start + 1000].partition("\n")[0].strip()


def read(path: str) -> Source:
    """Return the file at `path`. Raises Unreadable, or Malformed if its text is not in UTF-8, or UTF-16 with a mark."""
    if not path:
        raise Unreadable("the name of the file is empty")
    chunks = []
    left = _LARGEST
    try:
        # Not a Path's open: to import it costs start-up a thirtieth.
        with FileIO(path) as file:
            while chunk := file.read(min(left + 1, 2**16)):
                chunks.append(chunk)
                left -= len(chunk)
                if left < 0:
                    raise Unreadable(f"it is larger than {_LARGEST >> 20} MiB")
    except OSError as error:
        raise Unreadable(_reason(error)) from error
    except ValueError as error:
        raise Unreadable("no file can have such a name") from error
    return decode(b"".join(chunks))


def _reason(error: OSError) -> str:
    """Return why a file could not be opened, as the end of a sentence."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder, not a file"
    reason = escape(error.strerror or "the system does not say why")
    return reason[:1].lower() + reason[1:]


def decode(content: bytes) -> Source:
    """Return what the bytes of a file say. Raises Malformed if they are not UTF-8, or UTF-16 with its mark."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(encoding, "ignore").count("\n") + 1
        reason = f"found the byte 0x{content[error.start]:02X}, which is not text in UTF-8: save the file as UTF-8"
        raise Malformed(line, reason) from error
    if "\0" in text:  # as in UTF-16 without its mark, where there is one on every line
        line = text[: text.index("\0")].count("\n") + 1
        raise Malformed(line, "found the character U+0000, expected text: take it out, or save the file as UTF-8")
    return Source(text)


def compose(source: Source) -> Node:
    """Return the node that holds all there is in a file, and add what is no part of a catalog to the file's `extra`.

    Raises Malformed for nesting that no catalog has, and InvalidYAML for what is not YAML.
    """
    try:
        return _compose(source)
    # Where it is not libyaml's, the parser leaves it to Python to refuse some numbers.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        start = mark.index if mark else len(source.text)
        line = source.line(start)
        before = source.text[:start].rpartition("\n")[2]
        # The parser reads on to the end of a line before it hands anything over, and libyaml has a limit of its own.
        if before.count("[") + before.count("{") - before.count("]") - before.count("}") > _DEEPEST:
            raise _too_deep(line) from error
        context = getattr(error, "context_mark", None)
        begun = source.line(context.index) if context else line
        raise InvalidYAML(line, begun, getattr(error, "problem", None) or str(error)) from error


def _compose(source: Source) -> Node:
    """Do what compose does, with the parser's own errors."""
    root: list[Node] = []
    children = root
    above = []
    # From events rather than PyYAML's own nodes, which do not tell anchors and aliases, and are no quicker.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(source.text)  # it may have been built without libyaml
    for event in iter(loader.get_event, None):
        kind = type(event)
        if kind is ScalarEvent:
            start = event.start_mark.index
            is_marked = event.anchor is not None or event.tag is not None
            children.append(Marked(Text, start) if is_marked else Text(event.value, start))
        elif kind is SequenceStartEvent or kind is MappingStartEvent:
            node = (Sequence if kind is SequenceStartEvent else Mapping)([], event.start_mark.index)
            is_marked = event.anchor is not None or event.tag is not None
            children.append(Marked(type(node), node.start) if is_marked else node)
            above.append(children)
            children = node.value
            if len(above) > _DEEPEST:
                raise _too_deep(source.line(node.start))
        elif kind is SequenceEndEvent or kind is MappingEndEvent:
            children = above.pop()
        elif kind is AliasEvent:
            children.append(Marked(Node, event.start_mark.index))
        elif kind is DocumentStartEvent:
            start = event.start_mark.index
            if root:
                source.extra.append((start, 'found a second catalog after "---", expected one to a file'))
                break
            if event.version or event.tags:
                source.extra.append((start, 'found a line that begins with "%", expected none: leave it out'))
    return root[0] if root else Text("", 0)


def _too_deep(line: int) -> Malformed:
    return Malformed(line, f"found lists or mappings nested more than {_DEEPEST} deep, expected a catalog")


def forbidden_characters(lines: Iterable[str]) -> list[tuple[int, str]]:
    """Return the lines, from 1, with a character that is no text to YAML, or ends a line for it alone."""
    return [
        (number, f"found the character U+{ord(stray[0][0]):04X}, expected text: take it out, or save the file as UTF-8")
        for number, line in enumerate(lines, 1)
        if (stray := re.search("[^\t\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r.", line))
    ]


def in_marks(text: str) -> str:
    """Return how to write a text that YAML would take for something else: in the quotation marks that it has not."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else ">- and the text in a line of its own below, indented more"
