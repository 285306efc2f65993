"""How wide text is where it is not set in columns: measured, cut and broken into lines, in ems of its font.

Fonts differ, and a picture is drawn with one that nobody knows here. So the widths are those of wide ones; text of most
fonts is a little narrower.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width


def width(text: str) -> float:
    """Return how wide the text is."""
    return sum(map(_character_width, text))


def cut(text: str, room: float) -> str:
    """Return the text or, where it is wider than `room`, its beginning and "…"."""
    if _fitting(text, room) == len(text):
        return text
    return text[: _fitting(text, room - width("…"))].rstrip() + "…"


def wrap(text: str, room: float) -> list[str]:
    """Return the text in as few lines as fit into `room`, of about the same width."""
    return min((_broken(text, room * part) for part in (0.8, 0.85, 0.9, 0.95, 1)), key=len)


def _broken(text: str, room: float) -> list[str]:
    """Return the text in lines that fit into `room`, broken between words where there are any."""
    lines = []
    while text:
        end = max(_fitting(text, room), 1)
        if end < len(text) and " " in text[1 : end + 1]:
            end = text.rindex(" ", 1, end + 1)
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return lines


def _fitting(text: str, room: float) -> int:
    """Return how many of the characters fit into `room`."""
    for place, character in enumerate(text):
        room -= _character_width(character)
        if room < 0:
            return place
    return len(text)


def _character_width(character: str) -> float:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    columns = east_asian_width(character)
    # Ambiguous are letters such as é, and signs such as ♥ and …, which a Korean font sets as wide as Hangul.
    if columns in ("W", "F") or (columns == "A" and not character.isalpha()) or character in "MWmw@%":
        return 1
    if character in " .,:;'!|ijlI":
        return 0.38
    return 0.72 if character.isupper() else 0.6
