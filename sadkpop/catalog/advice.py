"""Explains common YAML mistakes that the parser reports poorly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import escape, in_marks, quoted
from . import Catalog

# What is not text in YAML, or ends a line for YAML alone.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)")
_FIELD = re.compile(
    r"""(?P<indent> *(?:- +)?)(?P<name>[^\s:'"#\[\]{}&*!|>%@`,-][^:\[\]{}#]*?) *:(?: +(?P<value>.*?))? *$"""
)
_NEEDS = {
    r"\s*\t": "spaces instead of the tab at its start",
    r" *-[^\s-]": "a space after the dash",
    r" *(?:- +)?[\w ]+:(?=[^\s/])": "a space after the colon",
    r" *(?:- +)?[\w ]+(?::[\xa0\u3000]|[：︰﹕])": "a plain colon and a plain space after the name",
}
_COMMENT = re.compile(r"\s*[^\s#][^#]*\s(#\w.*)")
_QUOTED = re.compile(r"""(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*(?P<rest>(?!#).*)""")


def explain(text: str, lines: Sequence[int], reason: str) -> tuple[int, str]:
    """Return the line, from 1, of a mistake and a sentence that says what to do about it.

    `lines` are where the parser stopped and where what it was reading begins; it may notice only on the line after.
    `reason` is what it says itself, for anything else.
    """
    if control := _FORBIDDEN.search(text):
        line, code = text.count("\n", 0, control.start()) + 1, ord(control[0])
        is_byte = 0xDC80 <= code <= 0xDCFF  # that Python could not decode
        name = f"byte that is not UTF-8 (0x{code - 0xDC00:X})" if is_byte else f"control character (U+{code:04X})"
        return line, f"this line has a {name}: delete it, or save the file as UTF-8"
    rows = [row.rstrip("\r")[:500] for row in text.split("\n")]  # so that no search takes long
    near = dict.fromkeys(number for line in lines for number in (line, line - 1) if 0 < number <= len(rows))
    for check in (_check_spaces, _check_value, _check_indentation):
        for number in near:
            if sentence := check(rows[number - 1], rows[: number - 1]):
                return number, escape(sentence, 500)
    if "end of stream" in reason:
        return lines[-1], "a quotation mark or a bracket that begins here is never closed"
    return lines[0], f"not valid YAML: {escape(reason, 200)}"


def _check_spaces(row: str, above: Sequence[str]) -> str | None:
    needs = [needs for start, needs in _NEEDS.items() if re.match(start, row) and not _FIELD.match(row)]
    return f"{quoted(row.strip())} needs {needs[0]}" if needs else None


def _check_value(row: str, above: Sequence[str]) -> str | None:
    field, comment = _FIELD.match(row), _COMMENT.match(row)
    name, value = (field["name"], (field["value"] or "").strip()) if field else ("", "")
    first, closing = value[:1], {"[": "]", "{": "}"}.get(value[:1], "")
    if first in ("'", '"'):
        quotation = _QUOTED.match(value)
        if not quotation:
            return f"{name}: the quotation mark is never closed: write {in_marks(value[1:].strip())}"
        text = value[1:-1] if value[-1:] == first else value
        return f"{name} needs the other quotation marks: {in_marks(text)}" if quotation["rest"] else None
    if comment:
        return f"{quoted(comment[1])} is a comment to YAML: put quotation marks around the text with # in it"
    if closing and value.count(first) > value.count(closing):
        return f"{name}: {first} is not closed: add {closing}, or quotation marks if it is a text"
    is_text = value[value.rfind(closing) + 1 :] if closing else ": " in value or value[-1:] == ":"
    if is_text or re.match(r"[%@`&*!,\]}?]|[|>](?![+-]?$)", value):
        return f"{name} needs quotation marks: {in_marks(value)}"
    return None


def _check_indentation(row: str, above: Sequence[str]) -> str | None:
    field = _FIELD.match(row)
    fields = [found for found in map(_FIELD.match, above) if found]
    if not field or not fields or "-" in field["indent"]:
        return None
    name, last = field["name"], fields[-1]
    column, expected = field.end("indent"), last.end("indent")
    if column > expected and last["value"] and " " in name:  # it goes on with the text above
        return f"{last['name']}: a text with a colon in it needs quotation marks, or >- and its lines below"
    is_known = any(found.end("indent") == column for found in fields)
    if (column <= expected and is_known) or (column > expected and not last["value"]):
        return None
    if name in Catalog._fields and column and not any(found["name"] == "songs" for found in fields):
        return f"{name} must begin at the left edge"
    return f"{name} begins in column {column + 1}, the field above in column {expected + 1}: make them the same"
