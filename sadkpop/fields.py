"""The fields of a mapping, checked as they are read: what each must be, and what is told of one that is not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from unicodedata import category, normalize

from .source import Mapping, Marked, Node, Sequence, Source, Text, in_marks
from .text import escape, is_printable, quoted, slips, whole_number

MOST_PROBLEMS = 100  # that are told one by one; nobody reads more

# Characters that are seen no more than a blank is: blanks of every width, joiners, fillers of Korean letters and the
# like. Selectors of a character's form are not seen either, but at the end of a text they belong to what is.
_UNSEEN = (
    " \n\xa0\xad\u034f\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u2800\u3000\u3164\ufeff\uffa0"
)
_UNSEEN_AT_START = _UNSEEN + "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))


def seen(text: str) -> str:
    """Return a text composed (NFC), without what is not seen at its ends; empty if there is nothing to see."""
    if text.isascii():
        return text.strip(" \n")
    text = normalize("NFC", text).lstrip(_UNSEEN_AT_START).rstrip(_UNSEEN)
    # Without a letter to stand on, marks are as good as nothing.
    is_seen = any(category(sign) not in ("Mn", "Mc", "Me", "Cf") and sign not in _UNSEEN for sign in text)
    return text if is_seen else ""


def _printable(node: Node) -> str:
    """Return the text of a node, if it has one that is seen and may be printed; else an empty one."""
    text = seen(node.value) if type(node) is Text else ""
    return text if is_printable(text) else ""


class Problems:
    """What is wrong with a file: how much of it, and where and what the first hundred are."""

    def __init__(self, file: Source) -> None:
        """Start with what the file has that no catalog has."""
        self._file = file
        self._told = [(file.line(start), sentence) for start, sentence in file.extra]
        self.count = len(self._told)
        self._guesses = 5_000  # words that will yet be compared with what may be a slip of them, 10 µs each if short

    def add(
        self, node: Node, where: str, expected: str, found: str = "", typed: str = "", words: Collection[str] = ()
    ) -> str | None:
        """Add that a node is not what was expected, and return which of the `words` may have been meant by `typed`.

        `found` is what the node is, if not simply what it holds.
        """
        self.count += 1
        if self.count > MOST_PROBLEMS:
            return None
        self._guesses -= len(words) * (1 + len(typed) ** 2 // 100)
        near = slips(typed, words) if self._guesses >= 0 else []
        sentence = f"found {found or self._name(node)}, expected {expected}"
        sentence += f", perhaps {quoted(near[0])}" if near else ""
        self._told.append((self._file.line(node.start), f"{where}: {sentence}" if where else sentence))
        return near[0] if near else None

    def in_order(self) -> list[tuple[int, str]]:
        """Return lines and sentences in the order of the file."""
        return sorted(self._told, key=lambda problem: problem[0])

    def text(self, node: Node, where: str, expected: str = "text") -> str:
        """Return the text of a node; if it has none, or one that could drive a terminal, an empty one and a problem."""
        text = _printable(node)
        if not text:
            is_seen = type(node) is Text and seen(node.value)
            advice = " without line breaks and control characters" if is_seen else self._way_out(node)
            self.add(node, where, expected + advice)
        return text

    def _name(self, node: Node) -> str:
        """Return what a node is, in a word or in its own."""
        if isinstance(node, Sequence | Mapping):
            return ("a " if node.value else "an empty ") + ("list" if isinstance(node, Sequence) else "mapping")
        if isinstance(node, Marked):
            return quoted(self._written(node))
        if not isinstance(node, Text):
            return "no such field"
        if node.value.strip():
            return quoted(node.value.strip()) if seen(node.value) else "no visible character"
        return "an empty text" if self._written(node).startswith(("'", '"', "|", ">")) else "nothing"

    def _written(self, node: Node) -> str:
        """Return what the line has from the start of a node on, without the rest of a list around it."""
        line = self._file.rest_of_line(node.start)
        while line.count("]") > line.count("["):
            line = line[: line.rindex("]")].partition(", ")[0]
        return line.strip()

    def _way_out(self, node: Node) -> str:
        """Return what to do where YAML took the first sign of a text for a sign of its own; else nothing."""
        written = self._written(node)
        if type(node) is Node or (type(node) is Text and node.value):
            return ""
        if written.startswith(tuple("&*![{#")):
            return f": one that begins with {written[0]} needs quotation marks: {escape(in_marks(written), 200)}"
        if isinstance(node, Mapping):
            return f": one with a colon and a space in it needs quotation marks: {escape(in_marks(written), 200)}"
        return ""


class Fields:
    """The fields of one mapping. What is not as it must be is added to the problems, and read as empty."""

    def __init__(
        self,
        node: Node,
        label: str,
        problems: Problems,
        expected: str,
        known: Collection[str] = (),
        once: str = "it once",
    ) -> None:
        """Take the fields of a node that problems call `label`: none, and a problem, if it is not `expected`.

        Their names must be `known`; if none are, any will do. `once` is what is expected of a field that comes again.
        """
        self._start = node.start
        self._label = label
        self._problems = problems
        self._nodes: dict[str, Node] = {}
        if not isinstance(node, Mapping) or not node.value:
            is_joined = isinstance(node, Text) and ":" in node.value
            problems.add(node, label, expected + ("; a colon needs a space after it" if is_joined else _mark(node)))
            return
        meant = {}  # unknown names that may be slips are read as what they are slips of, to find all that is wrong
        is_next = False  # whether what follows was to be another mapping
        for key, value in node.pairs():
            name = key.value if key.value in known else problems.text(key, label)
            if name in self._nodes:
                if not is_next:
                    self.wrong(key, name, once, "the same field again")
                is_next = is_next or name == next(iter(self._nodes))
            elif known and name and name not in known:
                expected = f"one of {', '.join(known)}" + ("" if label else ", or spaces before it")
                meant[self.wrong(key, name, expected, "an unknown field", name, known)] = value
            elif name:
                self._nodes[name] = value
        for slip, value in meant.items():
            if slip:
                self._nodes.setdefault(slip, value)

    def __len__(self) -> int:
        """Return how many fields there are."""
        return len(self._nodes)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a field of that name."""
        return name in self._nodes

    def __iter__(self) -> Iterator[str]:
        """Return the names of the fields."""
        return iter(self._nodes)

    def __getitem__(self, name: str) -> Node:
        """Return a field; where it is missing, a node that is nothing, at the place of the mapping."""
        return self._nodes.get(name) or Node(None, self._start)

    def wrong(
        self, node: Node, name: str, expected: str, found: str = "", typed: str = "", words: Collection[str] = ()
    ) -> str | None:
        """Add that a field, or what is in it, is not what was expected; see Problems.add."""
        return self._problems.add(node, self._where(name), expected, found, typed, words)

    def text(self, name: str, expected: str = "text") -> str:
        """Return a text."""
        return self._text(self[name], name, expected)

    def optional_text(self, name: str) -> str | None:
        """Return a text, or None where the field is missing."""
        return self.text(name, "text (or leave the line out)") if name in self else None

    def number(self, name: str, taken: Collection[int]) -> int:
        """Return a whole number that is not `taken`."""
        expected = "a whole number from 1 to 999999999"
        text = self.text(name, expected)
        number = whole_number(text)
        if text and not number:
            self.wrong(self[name], name, expected)
        elif text and number in taken:
            self.wrong(self[name], name, "a number of its own", f"{number}, which an earlier song has")
        return number

    def nodes(self, name: str, expected: str, least: int = 1) -> list[Node]:
        """Return the nodes in a list of at least so many."""
        node = self[name]
        if isinstance(node, Sequence) and len(node.value) >= least:
            nodes: list[Node] = node.value
            return nodes
        self.wrong(node, name, expected + _mark(node))
        return []

    def texts(self, name: str, expected: str, least: int = 1) -> list[tuple[Node, str]]:
        """Return the nodes in a list of texts, each with its text."""
        node = self[name]
        if isinstance(node, Text) and seen(node.value):
            meant = escape(seen(node.value).strip("[](){}［］（）「」【】 "))
            expected = "a space after each dash" if meant[:1] == "-" else f"a list: write {name}: [{meant}]"
        return [(node, text) for node in self.nodes(name, expected, least) if (text := self._text(node, name))]

    def optional_texts(self, name: str) -> list[tuple[Node, str]]:
        """Return the nodes in a list of texts, each with its text. The list may be empty or missing."""
        return self.texts(name, f"a list, as in {name}: [one, two] (or leave the line out)", 0) if name in self else []

    def _text(self, node: Node, name: str, expected: str = "text") -> str:
        """Return the text of a node that is the field of a name or in it."""
        return _printable(node) or self._problems.text(node, self._where(name), expected)

    def _where(self, name: str) -> str:
        """Return how problems call the field of a name."""
        return ", ".join(filter(None, (self._label, escape(name))))


def _mark(node: Node) -> str:
    """Return what to say of an anchor, an alias or a tag where there is no text."""
    return ", and no anchors, aliases and tags" if isinstance(node, Marked) else ""
