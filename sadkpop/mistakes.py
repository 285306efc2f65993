"""The commonest slips of hands that write YAML, each with its mend, where the parser tells only that it gave up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .source import forbidden_characters, in_marks
from .text import escape, quoted

_LONGEST = 500  # characters of a line that are looked at
_WIDE_COLONS = "：︰﹕"
_FIELD = re.compile(
    r"""(?P<indent> *(?:- +)?)(?P<name>[^\s:'"#\[\]{}&*!|>%@`,-][^:\[\]{}#]*?) *:(?: +(?P<value>.*?))? *$"""
)
_UNREADY = re.compile(
    rf" *(?:- +)?(?P<name>[\w ]+?) *(?P<colon>:(?=[^\s/])|[{_WIDE_COLONS}]|:[\xa0\u3000])(?P<value>.*)$"
)


def explain(text: str, lines: Sequence[int], reason: str) -> tuple[int, str]:
    """Return the line, from 1, of a slip and a sentence with its mend.

    `lines` are where the parser gave up and where what it gave up on begins; it may notice only on the line after.
    `reason` is what it says itself, for what is no common slip.
    """
    rows = text.split("\n")
    found = forbidden_characters(rows)
    if found:
        return found[0]
    rows = [row.rstrip("\r")[:_LONGEST] for row in rows]
    near = dict.fromkeys(number for line in lines for number in (line, line - 1) if 0 < number <= len(rows))
    for check in _CHECKS:
        for number in near:
            sentence = check(rows, number - 1)
            if sentence:
                return number, escape(sentence, 500)
    return lines[0], f"not valid YAML: {escape(reason, 200)}"


def _tab(rows: Sequence[str], place: int) -> str | None:
    """Return what to do about a tab for a blank."""
    indentation = re.match(r"\s*", rows[place])
    return "a tab at the start of a line: use spaces instead" if indentation and "\t" in indentation[0] else None


def _colon(rows: Sequence[str], place: int) -> str | None:
    """Return what to do about a colon or a dash without a plain blank after it."""
    found = _UNREADY.match(rows[place])
    if re.match(r" *-[^\s-]", rows[place]):
        return f"{quoted(rows[place].strip())} needs a space after the dash"
    if not found or _FIELD.match(rows[place]):
        return None
    needed = "a space"
    if found["colon"] != ":":
        needed = "a plain colon and a space" if found["colon"] in _WIDE_COLONS else "a plain space"
    return f"{quoted(rows[place].strip())} needs {needed} after the {'name' if 'colon' in needed else 'colon'}"


def _quotation(rows: Sequence[str], place: int) -> str | None:
    """Return what to do about a text in quotation marks that does not end, or goes on after them."""
    field = _FIELD.match(rows[place])
    value = (field and field["value"]) or ""
    mark = value[:1]
    if not field or mark not in ("'", '"'):
        return None
    closed = re.match(r"'(?:[^']|'')*'(.*)" if mark == "'" else r'"(?:[^"\\]|\\.)*"(.*)', value)
    if closed and closed[1].strip() and not closed[1].lstrip().startswith("#"):
        text = value[1:-1] if value[-1:] == mark else value
        return f"{field['name']}: a text with {mark} in it needs the other quotation marks: {_marked(text)}"
    return None if closed else f"{field['name']}: there is no second {mark}: {_marked(value[1:])}"


def _sign(rows: Sequence[str], place: int) -> str | None:
    """Return what to do about a text that begins with a sign of YAML's, or has one inside."""
    field = _FIELD.match(rows[place])
    value = (field and field["value"]) or ""
    if not field or value[:1] in ("'", '"') or re.match(r"[|>][+-]?$", value):
        return None
    if value[:1] in tuple("%@`&*!|>,]}?"):
        return f"{field['name']}: a text that begins with {value[0]} needs quotation marks: {_marked(value)}"
    if value[:1] in ("[", "{"):
        closing = "]" if value[0] == "[" else "}"
        if value.count(value[0]) > value.count(closing):
            return f"{field['name']}: {value[0]} is not closed: add {closing}, or quotation marks if it is a text"
        after = value[value.rfind(closing) + 1 :].strip()
        return (
            f"{field['name']}: a text that begins with {value[0]} needs quotation marks: {_marked(value)}"
            if after
            else None
        )
    return (
        f"{field['name']}: a text with a colon in it needs quotation marks: {_marked(value)}"
        if ": " in value or value[-1:] == ":"
        else None
    )


def _indentation(rows: Sequence[str], place: int) -> str | None:
    """Return what to do about a field that begins further left or right than the one above it."""
    field = _FIELD.match(rows[place])
    above = next((match for row in reversed(rows[:place]) if (match := _FIELD.match(row)) and row.strip()), None)
    if not field or not above or "-" in field["indent"]:
        return None
    column, expected = len(field["indent"]), len(above["indent"])
    if column > expected and above["value"] and " " in field["name"]:  # it goes on with the text above
        return f"{above['name']}: a text with a colon in it needs quotation marks, or >- and its lines below"
    if column == expected or (column > expected and not above["value"]):
        return None
    return (
        f"{field['name']}: begins with {_spaces(column)}, the field above with {_spaces(expected)}: make them the same"
    )


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")


def _marked(text: str) -> str:
    return escape(in_marks(text.strip()), 200)


_CHECKS: tuple[Callable[[Sequence[str], int], str | None], ...] = (_tab, _colon, _quotation, _sign, _indentation)
