"""Text from outside: folded to be compared, escaped to be printed, and what it resembles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

# What could drive a terminal, reorder a line or not be encoded: C0 and C1 controls, line and paragraph separators,
# bidirectional marks, overrides and isolates, and lone surrogates.
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"

# Two Korean initials in a row that a keyboard may make one character of.
_PAIRS = str.maketrans(
    {"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ"}
    | {"ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}
)


def fold(text: str) -> str:
    """Return `text` as words with one space between, without letter case, punctuation and decomposed letters."""
    # Not NFKC, which would turn a lone consonant such as ㅂ into another character.
    text = normalize("NFC", text).casefold().translate(_PAIRS)
    return " ".join(re.sub(r"[^\w\s]|_", "", text).split())


def is_printable(text: str) -> bool:
    """Tell whether `text` may be printed as it is."""
    return text.isprintable() or not re.search(_UNPRINTABLE, text)


def escape(text: str, limit: int = 80) -> str:
    """Return `text` with what is not printable escaped, and the middle left out beyond `limit` characters."""
    if len(text) > limit:
        text = f"{text[: limit // 2]}…{text[-limit // 2 :]}"
    if is_printable(text):
        return text
    return re.sub(_UNPRINTABLE, lambda found: found[0].encode("unicode_escape").decode(), text)


def quoted(text: str) -> str:
    """Return `text` in quotation marks, escaped."""
    return f'"{escape(text)}"'


def nearest(word: str, words: Iterable[str], count: int = 1) -> list[str]:
    """Return up to `count` of `words` that are spelled like `word`, the nearest first."""
    # Only a mistake asks for it, and start-up should not pay for it.
    from difflib import get_close_matches

    return get_close_matches(word, words, count)
