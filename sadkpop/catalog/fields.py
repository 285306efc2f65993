"""The fields of a table, each read as what it must be; what is wrong is reported and read as empty."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from unicodedata import category, normalize

from ..text import escape, in_marks, is_printable, quoted, split_words, typos, whole_number
from .reader import List, Missing, Node, Scalar, Source, Table, Tagged

# Characters no more visible than a blank: blanks of every width, joiners, fillers of Korean letters and the like.
# Selectors of a character's form are not visible either, but at the end of a text they belong to what is.
_UNSEEN = (
    " \n\xa0\xad\u034f\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2800\u3000\u3164\ufeff\uffa0"
)
_UNSEEN_AT_START = _UNSEEN + "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
_COMMENT = r"[ \t]+(#\w.*)"  # behind a text without quotation marks
_LEAVE_OUT = ": leave the line out if there is none"
_NO_COMMENT = r"[\n,，、] *(#[^\n,，、]*)"  # where a line or a word begins in text below >-


def visible(text: str) -> str:
    """Return a text composed (NFC), without what cannot be seen at its ends; empty if nothing can be seen."""
    if text.isascii():
        return text.strip(" \n")
    text = normalize("NFC", text).lstrip(_UNSEEN_AT_START).rstrip(_UNSEEN)
    # Without a letter to stand on, marks are as good as nothing.
    return text if any(category(sign) not in ("Mn", "Mc", "Me", "Cf") for sign in text) else ""


def is_empty(node: Node) -> bool:
    """Tell whether there is nothing to be read."""
    return not (visible(node.text) if isinstance(node, Scalar) else isinstance(node, Tagged) or node.nodes)


def did_you_mean(near: Sequence[str]) -> str:
    """Return a question that names the first of several words, empty if there is none."""
    return f"did you mean {quoted(near[0])}?" if near else ""


class Fields(dict[str, Node]):
    """The fields of one table. `label` is what problems call it; they add its number, as in "song 4"."""

    def __init__(self, source: Source, label: str, node: Node) -> None:
        super().__init__()
        self._source, self._label, self._node = source, label, node

    def __missing__(self, name: str) -> Node:
        return Missing(self._node.start)

    def report(self, place: int | str, sentence: str) -> None:
        """Add a problem with what begins at a place of the file, or with the field of this name."""
        start = self[place].start if isinstance(place, str) else place
        number = isinstance(node := self["number"], Scalar) and whole_number(node.text)
        label = f"{self._label} {number or ''}".strip()
        self._source.report(start, f"{label}: {sentence}".removeprefix(": "))

    def take(self, expected: str, known: Collection[str] = (), again: str = "") -> Fields:
        """Take the fields of the table, and return them. A problem with anything else says what is expected.

        Their names must be `known`, if any are. `again` is what to say, beyond that, of one that stands twice.
        """
        node = self._node
        if not isinstance(node, Table) or not node.nodes:
            self._report_unexpected(node, expected)
            return self
        meant: dict[str, Node] = {}  # typos of known names, read as these to find all that is wrong
        is_next = False  # whether another table was to begin before
        for key, value in zip(node.nodes[::2], node.nodes[1::2], strict=True):
            name = key.text if isinstance(key, Scalar) and key.text in known else self.text("a name", key)
            if name in self:
                if not is_next:
                    self.report(key.start, f"{escape(name)} stands twice{again}")
                is_next = is_next or name == next(iter(self))
            elif known and name and name not in known:
                near = typos(name, known)[:1]
                meant.update(dict.fromkeys(near, value))
                fix = did_you_mean(near) or f"the fields are {', '.join(known)}"
                if not self._label:
                    fix += f"{'' if near else '.'} (If it belongs to the field above, indent it.)"
                if name == "unspoken":  # until 2.0
                    fix = f"move its words to care, with leads_to: {self._label.partition(' ')[2]}"
                self.report(key.start, f"unknown field {quoted(name)}; {fix}")
            elif name:
                self[name] = value
        if meant:
            self.update(meant | self)
        return self

    def _report_unexpected(self, node: Node, expected: str) -> None:
        word = quoted(self._source.written(node.start).partition(" ")[0])
        tagged = f"write out what {word} stands for" if word[1:2] == "*" else f"a catalog has no tags: delete {word}"
        self.report(node.start, tagged if isinstance(node, Tagged) else expected)

    def text(self, what: str, node: Node | None = None, if_empty: str = "") -> str:
        """Return the text of a field, or of the node that problems call `what`; "", and a problem, if there is none."""
        node = node or self[what]
        text = visible(node.text) if isinstance(node, Scalar) else ""
        if isinstance(node, Scalar) and text and is_printable(text):
            if "#" in text or self._source.text.startswith((" ", "\t"), node.end):
                self._check_comments(node, what)
            return text
        self.report(node.start, f"{what} {self._why_no_text(node, text, if_empty)}")
        return ""

    def _why_no_text(self, node: Node, text: str, if_empty: str) -> str:
        written = self._source.written(node.start)
        if isinstance(node, Missing):
            return "is missing"
        if text:
            stray = next(sign for sign in text if not is_printable(sign))
            name = "a line break" if stray == "\n" else f"a control character (U+{ord(stray):04X})"
            return f"has {name} in it: delete it"
        if isinstance(node, Scalar):
            comment = f", because YAML takes # for a comment: write {in_marks(written)}"
            return "is empty" + (comment if written.startswith("#") else if_empty)
        if isinstance(node, List):
            inside = escape(written.strip("[]- "))
            brackets = f", or {in_marks(written)} if the brackets belong to it" if written[:1] == "[" else ""
            return "must be text, not a list" + (f": write {inside}{brackets}" if inside else "")
        return f"needs quotation marks: {in_marks(written)}"

    def optional_text(self, name: str) -> str | None:
        """Return a text, or None if the field is missing."""
        return self.text(name, if_empty=_LEAVE_OUT) if name in self else None

    def _check_comments(self, node: Scalar, what: str) -> None:
        """Report a # that cuts a text off, and one that was to begin a comment and does not."""
        whole = self._source.text
        style = whole[node.start]
        if style in "|>" and "#" in node.text:
            for found in re.compile(_NO_COMMENT).finditer(whole, node.start, node.end):
                fix = f"delete {quoted(found[1])}, or put the text in quotation marks instead"
                self.report(found.start(1), f"{what}: below >- a # does not start a comment: {fix}")
        elif style not in "|>\"'" and (cut_off := re.compile(_COMMENT).match(whole, node.end)):
            is_long = "\n" in whole[node.start : node.end]
            fix = "quotation marks around all of it" if is_long else in_marks(self._source.written(node.start))
            cut = f"{what} ends before {quoted(cut_off[1].strip())}, because YAML takes # for a comment"
            self.report(cut_off.start(1), f"{cut}: write {fix}, or, for a comment, put a space after the #")

    def number(self, name: str, taken: set[int]) -> int:
        """Return a whole number that is not `taken`, and take it; 0, and a problem, if it is none."""
        text = self.text(name)
        number = whole_number(text)
        if text and not number:
            self.report(name, f"{name} must be a whole number from 1 to 999999999, not {quoted(text)}")
        elif text and number in taken:
            self.report(name, f"{name} {number} is already taken by an earlier song")
        taken.add(number)
        return number

    def entries(self, name: str, expected: str) -> list[Node]:
        """Return the nodes of a list, which may be missing. A problem with anything else says what is expected."""
        node = self[name]
        if isinstance(node, List):
            return node.nodes
        self._report_unexpected(node, expected)
        return []

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list, which may be missing."""
        node = self[name]
        inside = escape(visible(node.text).strip("[](){}［］（）「」【】- ")) if isinstance(node, Scalar) else ""
        nodes = self.entries(name, f"{name} must be a list: write {name}: [{inside or 'one, two'}]")
        entry = f"an entry of {name}"
        return tuple([text for node in nodes if (text := self.text(entry, node))])

    def words(self, name: str) -> str | tuple[str, ...]:
        """Return words as the file has them: one text with commas, or the texts of a list; it may be missing."""
        node = self[name]
        if isinstance(node, List):
            return self.texts(name)
        if isinstance(node, Scalar):  # whose lines, below |, are kept apart
            node = Scalar(node.start, node.end, node.text.strip().replace("\n", ", "))
        return self.text(name, node, _LEAVE_OUT)

    def each(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the words of a field, or the texts of a list, each with its place in the file."""
        node = self[name]
        if isinstance(node, List):
            yield from ((item.start, visible(item.text)) for item in node.nodes if isinstance(item, Scalar))
        elif isinstance(node, Scalar):
            place = node.start
            for word in split_words(visible(node.text)):
                place = max(place, self._source.text.find(word.split()[0], place, node.end))
                yield place, word
                place += len(word)
