"""The fields of a table, each read as what it must be; what is wrong is reported and read as empty."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from unicodedata import category, normalize

from ..text import escape, in_marks, is_printable, quoted, split_words, typos, whole_number
from .reader import List, Node, Scalar, Source, Table, Tagged

# Characters no more visible than a blank: blanks of some widths, joiners, fillers of Korean letters and the like.
_UNSEEN = " \n\xa0\xad\u115f\u1160\u2002\u2003\u2009\u200b\u200c\u200d\u202f\u2060\u2800\u3000\u3164\ufeff\uffa0"


def visible(node: Node) -> str:
    """Return a text composed (NFC), without what cannot be seen at its ends; empty if nothing can be seen."""
    text = node.text if isinstance(node, Scalar) else ""
    if text.isascii():
        return text.strip(" \n")
    text = normalize("NFC", text).strip(_UNSEEN)
    # Without a letter to stand on, marks are as good as nothing.
    return text if any(category(sign) not in ("Cf", "Mc", "Me", "Mn", "Zs") for sign in text) else ""


def is_empty(node: Node) -> bool:
    """Tell whether there is nothing to be read."""
    return not (visible(node) if isinstance(node, Scalar) else isinstance(node, Tagged) or node.nodes)


def did_you_mean(near: Sequence[str]) -> str:
    """Return a question that names the first of several words, empty if there is none."""
    return f"did you mean {quoted(near[0])}?" if near else ""


class Fields(dict[str, Node]):
    """The fields of one table. `label` is what problems call it; they add its number, as in "song 4"."""

    def __init__(self, source: Source, label: str, node: Node) -> None:
        super().__init__()
        self._source, self._label, self._node = source, label, node

    def __missing__(self, name: str) -> Node:
        return List(self._node.start)

    def report(self, start: int, sentence: str) -> None:
        """Add a problem with what begins at `start`."""
        label = f"{self._label} {whole_number(visible(self['number'])) or ''}".strip()
        self._source.report(start, f"{label}: {sentence}".removeprefix(": "))

    def take(self, expected: str, known: Collection[str] = (), again: str = "") -> Fields:
        """Take the fields of the table, and return them. A problem with anything else says what is expected.

        Their names must be `known`, if any are. `again` is what to say, beyond that, of one that stands twice.
        """
        nodes = self._open(self._node, Table, expected)
        meant: dict[str, Node] = {}  # typos of known names, read as these to find all that is wrong
        is_next = False  # whether another table was to begin before
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            name = key.text if isinstance(key, Scalar) and key.text in known else self.text("a name", key)
            if name in self:
                if not is_next:
                    self.report(key.start, f"{escape(name)} stands twice{again}")
                is_next = is_next or name == next(iter(self))
            elif known and name and name not in known:
                near = typos(name, known)
                fix = did_you_mean(near) or f"the fields are {', '.join(known)}"
                if not self._label:
                    fix += f"{'' if near else '.'} (If it belongs to the field above, indent it.)"
                if name == "unspoken":  # until 2.0
                    fix = f"move its words to care, with leads_to: {self._label.partition(' ')[2]}"
                self.report(key.start, f"unknown field {quoted(name)}; {fix}")
                meant.update(dict.fromkeys(near[:1], value))
            elif name:
                self[name] = value
        self.update(meant | self)
        return self

    def _open(self, node: Node, kind: type[List | Table], expected: str) -> list[Node]:
        if isinstance(node, kind) and (node.nodes or kind is List):
            return node.nodes
        tagged = "a catalog has no tags (!) and no references (& and *): write out what is meant"
        self.report(node.start, tagged if isinstance(node, Tagged) else expected)
        return []

    def text(self, what: str, node: Node | None = None, if_empty: str = "") -> str:
        """Return the text of a field, or of the node that problems call `what`; "", and a problem, if there is none."""
        is_missing = node is None and what not in self
        node = node or self[what]
        text = visible(node)
        if isinstance(node, Scalar) and text and is_printable(text):
            if "#" in text or self._source.text.startswith((" ", "\t"), node.end):
                self._check_comments(node, what)
            return text
        written = self._source.written(node.start)
        why = f"needs quotation marks: {in_marks(written)}"
        if is_missing:
            why = "is missing"
        elif text:
            stray = next(sign for sign in text if not is_printable(sign))
            name = "a line break" if stray == "\n" else f"a control character (U+{ord(stray):04X})"
            why = f"has {name} in it: delete it"
        elif isinstance(node, Scalar):
            comment = f", because YAML takes # for a comment: write {in_marks(written)}"
            why = "is empty" + (comment if written.startswith("#") else if_empty)
        elif isinstance(node, List):
            inside = escape(written.strip("[]- "))
            brackets = f", or {in_marks(written)} if the brackets belong to it" if written[:1] == "[" else ""
            why = "must be text, not a list" + (f": write {inside}{brackets}" if inside else "")
        self.report(node.start, f"{what} {why}")
        return ""

    def optional_text(self, name: str, node: Node | None = None) -> str | None:
        """Return the text of a field, or of the `node` read for it, or None if the field is missing."""
        return self.text(name, node, ": leave the line out if there is none") if name in self else None

    def _check_comments(self, node: Scalar, what: str) -> None:
        """Report a # that cuts a text off, and one that was to begin a comment and does not."""
        whole = self._source.text
        if whole[node.start] in "|>":
            starts = re.compile(r"[\n,，、] *(#[^\n,，、]*)")
            for found in starts.finditer(whole, node.start, node.end) if "#" in node.text else ():
                fix = f"delete {quoted(found[1])}, or put the text in quotation marks instead"
                self.report(found.start(1), f"{what}: below >- a # does not start a comment: {fix}")
        elif whole[node.start] not in "\"'" and (cut_off := re.compile(r"[ \t]+(#\w.*)").match(whole, node.end)):
            fix = in_marks(" ".join(whole[node.start : cut_off.end()].split()))
            cut = f"{what} ends before {quoted(cut_off[1].strip())}, because YAML takes # for a comment"
            self.report(cut_off.start(1), f"{cut}: write {fix}, or, for a comment, put a space after the #")

    def number(self, name: str, taken: set[int]) -> int:
        """Return a whole number that is not `taken`, and take it; 0, and a problem, if it is none."""
        text = self.text(name)
        number = whole_number(text)
        if text and not number:
            self.report(self[name].start, f"{name} must be a whole number from 1 to 999999999, not {quoted(text)}")
        elif text and number in taken:
            self.report(self[name].start, f"{name} {number} is already taken by an earlier song")
        taken.add(number)
        return number

    def entries(self, name: str, expected: str) -> list[Node]:
        """Return the nodes of a list, which may be missing. A problem with anything else says what is expected."""
        return self._open(self[name], List, expected)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list, which may be missing."""
        inside = escape(visible(self[name]).strip("[](){}［］（）「」【】- "))
        nodes = self.entries(name, f"{name} must be a list: write {name}: [{inside or 'one, two'}]")
        return tuple([text for node in nodes if (text := self.text(f"an entry of {name}", node))])

    def words(self, name: str) -> str | tuple[str, ...]:
        """Return words as the file has them: one text with commas, or the texts of a list; it may be missing."""
        node = self[name]
        if isinstance(node, List):
            return self.texts(name)
        if isinstance(node, Scalar):  # whose lines, below |, are kept apart
            node = Scalar(node.start, node.end, node.text.strip().replace("\n", ", "))
        return self.optional_text(name, node) or ""

    def each(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the words of a field, or the texts of a list, each with its place in the file."""
        node = self[name]
        if isinstance(node, List):
            yield from ((item.start, text) for item in node.nodes if (text := visible(item)))
        elif isinstance(node, Scalar):
            place = node.start
            for word in split_words(visible(node)):
                place = max(place, self._source.text.find(word.split()[0], place, node.end))
                yield place, word
                place += len(word)
