"""Explains common YAML mistakes that the parser reports poorly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import escape, in_marks, quoted
from . import Catalog

# What is not text in YAML, or ends a line for YAML alone.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)")
_LONGEST = 500  # characters of a line that are looked at
_FIELD = re.compile(
    r"""(?P<indent> *(?:- +)?)(?P<name>[^\s:'"#\[\]{}&*!|>%@`,-][^:\[\]{}#]*?) *:(?: +(?P<value>.*?))? *$"""
)
_NEEDS = {
    r" *-[^\s-]": "a space after the dash",
    r" *(?:- +)?[\w ]+:(?=[^\s/])": "a space after the colon",
    r" *(?:- +)?[\w ]+:[\xa0\u3000]": "a plain space after the colon",
    r" *(?:- +)?[\w ]+[：︰﹕]": "a plain colon and a space after the name",
}
_COMMENT = re.compile(r"\s*[^\s#][^#]*\s(#\w.*)")
_QUOTED = re.compile(r"""(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*(?P<rest>(?!#).*)""")


def explain(text: str, lines: Sequence[int], reason: str) -> tuple[int, str]:
    """Return the line, from 1, of a mistake and a sentence that says what to do about it.

    `lines` are where the parser stopped and where what it was reading begins; it may notice only on the line after.
    `reason` is what it says itself, for anything else.
    """
    control = _FORBIDDEN.search(text)
    if control:
        code = f"a control character (U+{ord(control[0]):04X})"
        line = text.count("\n", 0, control.start()) + 1
        return line, f"this line has {code}: delete it, or save the file as UTF-8"
    rows = [row.rstrip("\r")[:_LONGEST] for row in text.split("\n")]
    near = dict.fromkeys(number for line in lines for number in (line, line - 1) if 0 < number <= len(rows))
    for check in (_check_spaces, _check_value, _check_indentation):
        for number in near:
            sentence = check(rows, number - 1)
            if sentence:
                return number, escape(sentence, 500)
    if "end of stream" in reason:
        return lines[-1], "a quotation mark or a bracket that begins here is never closed"
    return lines[0], f"not valid YAML: {escape(reason, 200)}"


def _check_spaces(rows: Sequence[str], place: int) -> str | None:
    row = rows[place]
    if re.match(r"\s*\t", row):
        return "a tab at the start of a line: use spaces instead"
    needs = [needs for start, needs in _NEEDS.items() if re.match(start, row) and not _FIELD.match(row)]
    return f"{quoted(row.strip())} needs {needs[0]}" if needs else None


def _check_value(rows: Sequence[str], place: int) -> str | None:
    field, comment = _FIELD.match(rows[place]), _COMMENT.match(rows[place])
    name, value = (field["name"], (field["value"] or "").strip()) if field else ("", "")
    first, closing = value[:1], {"[": "]", "{": "}"}.get(value[:1], "")
    needs = f"needs quotation marks: {in_marks(value)}"
    if first in ("'", '"'):
        quotation = _QUOTED.match(value)
        text = in_marks(value[1:-1] if value[-1:] == first else value)
        if not quotation:
            return f"{name}: the quotation mark is never closed: write {in_marks(value[1:].strip())}"
        other = f"{name}: a text with {first} in it needs the other quotation marks: {text}"
        return other if quotation["rest"] else None
    if comment:
        return f"{quoted(comment[1])} is a comment to YAML: put quotation marks around the text with # in it"
    if closing and value.count(first) > value.count(closing):
        return f"{name}: {first} is not closed: add {closing}, or quotation marks if it is a text"
    if re.match(r"[%@`&*!,\]}?]|[|>](?![+-]?$)", value) or (closing and value[value.rfind(closing) + 1 :]):
        return f"{name}: a text that begins with {first} {needs}"
    has_colon = not closing and (": " in value or value[-1:] == ":")
    return f"{name}: a text with a colon in it {needs}" if has_colon else None


def _check_indentation(rows: Sequence[str], place: int) -> str | None:
    field = _FIELD.match(rows[place])
    fields = [found for row in rows[:place] if (found := _FIELD.match(row))]
    if not field or not fields or "-" in field["indent"]:
        return None
    name, above = field["name"], fields[-1]
    column, expected = field.end("indent"), above.end("indent")
    if column > expected and above["value"] and " " in name:  # it goes on with the text above
        return f"{above['name']}: a text with a colon in it needs quotation marks, or >- and its lines below"
    is_known = any(found.end("indent") == column for found in fields)
    if (column <= expected and is_known) or (column > expected and not above["value"]):
        return None
    if name in Catalog._fields and column and not any(found["name"] == "songs" for found in fields):
        return f"{name} must begin at the left edge"
    spaces = [f"{count or 'no'} space{'s' * (count > 1)}" for count in (column, expected)]
    return f"{name}: begins with {spaces[0]}, the field above with {spaces[1]}: make them the same"
