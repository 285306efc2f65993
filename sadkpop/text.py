"""Text from outside, made fit for a message: harmless to a terminal, short, and with what it resembles."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What could drive a terminal, reorder a line or not be encoded: C0 and C1 controls, line and paragraph separators,
# bidirectional marks, overrides and isolates, and lone surrogates.
_UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def is_safe(text: str) -> bool:
    """Tell whether `text` may be printed as it is."""
    return text.isprintable() or not re.search(_UNSAFE, text)


def harmless(text: str, limit: int = 80) -> str:
    """Return `text` with every unsafe character escaped, and the middle left out if it is longer than `limit`."""
    if len(text) > limit:
        text = f"{text[: limit // 2]}…{text[-limit // 2 :]}"
    if is_safe(text):
        return text
    return re.sub(_UNSAFE, lambda found: found[0].encode("unicode_escape").decode(), text)


def quoted(text: str) -> str:
    """Return `text` in quotation marks, made harmless."""
    return f'"{harmless(text)}"'


def nearest(word: str, words: Iterable[str], count: int = 1) -> list[str]:
    """Return up to `count` of `words` that are spelled like `word`, the nearest first."""
    # Only a mistake asks for it, and start-up should not pay for it.
    from difflib import get_close_matches

    return get_close_matches(word, words, count)
