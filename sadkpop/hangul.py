"""Korean text: the consonants that begin its syllables."""

from __future__ import annotations

# In the order by which Unicode sorts the syllables, and how many of those begin with each.
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES_EACH = 588


def syllables(initial: str) -> str:
    """Return a regular expression for one character: a consonant, or a syllable that begins with it."""
    first = ord("가") + _SYLLABLES_EACH * INITIALS.index(initial)
    return f"[{initial}{chr(first)}-{chr(first + _SYLLABLES_EACH - 1)}]"
