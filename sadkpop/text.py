"""Text: folded to be compared, escaped to be printed, and compared with what it may be a typo of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import category, normalize

# What could drive a terminal, reorder a line or not be encoded: C0 and C1 controls, line and paragraph separators,
# bidirectional marks, overrides and isolates, and lone surrogates.
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"

# Korean has a character for a consonant by itself, where two may be joined, and another for it at the start of a
# syllable: all of them as the first, and the joined ones as two.
_JOINED = zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "ㄱㅅ ㄴㅈ ㄴㅎ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ".split(), strict=True)
_PAIRS = str.maketrans(dict(_JOINED))
_NOT_IN_WORDS = {code: None for code in range(128) if not chr(code).isalnum() and not chr(code).isspace()}
_LETTERS = {ord(normalize("NFKD", letter)): letter for letter in map(chr, range(0x3131, 0x3164))}


def fold(text: str) -> str:
    """Return `text` as words with one space between, and alike for whatever a person would call the same.

    Letter case, accents, punctuation, width and composition make no difference, nor do the spellings of "feat.". Text
    of symbols alone keeps them.
    """
    if text.isascii():
        words = text.lower().translate(_NOT_IN_WORDS).split()
    else:
        # The marks of Latin letters are accents; those of other scripts make another letter.
        plain = re.sub("[\u0300-\u036f]", "", normalize("NFKD", text.translate(_PAIRS)).casefold())
        composed = normalize("NFC", plain).translate(_LETTERS).translate(_PAIRS)
        words = "".join(letter for letter in composed if letter.isspace() or category(letter)[0] in "LMN").split()
    if not any(map(str.isalnum, "".join(words))):
        words = symbols(text).split()
    return " ".join(["feat" if word in ("ft", "featuring") else word for word in words])


def symbols(text: str) -> str:
    """Return `text` with the symbols in it, alike for their widths and forms."""
    return normalize("NFKC", text).casefold().replace("\ufe0f", "")  # the mark of one shown as a picture


def letters(text: str) -> str:
    """Return `text` folded and without spaces, for words in which these and hyphens make no difference."""
    return fold(text).replace(" ", "")


def is_printable(text: str) -> bool:
    """Tell whether `text` may be printed as it is."""
    return text.isprintable() or not re.search(_UNPRINTABLE, text)


def escape(text: str, limit: int = 80) -> str:
    """Return `text` with what is not printable escaped, and the middle left out beyond `limit` characters."""
    if len(text) > limit:
        text = f"{text[: limit // 2]}…{text[-limit // 2 :]}"
    return re.sub(_UNPRINTABLE, lambda found: found[0].encode("unicode_escape").decode(), text)


def quoted(text: str) -> str:
    """Return `text` in quotation marks, escaped."""
    return f'"{escape(text)}"'


def in_marks(text: str) -> str:
    """Return how to write a text that YAML would take for something else, in the quotation marks that it has not."""
    mark = "'" if '"' in text or "\\" in text else '"'
    return ">- and the text below, indented more" if mark in text else escape(f"{mark}{text}{mark}", 200)


def whole_number(text: str) -> int:
    """Return the number that `text` is, of up to nine digits; 0 if it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def split_words(words: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a text with commas or line ends between them; what is split already is returned as it is.

    Commas may have any of the forms that Korean and Chinese have.
    """
    return tuple(filter(None, map(str.strip, re.split("[,，、\n]", words)))) if isinstance(words, str) else words


def command_line(*words: str, catalog: str = "") -> str:
    """Return a command of this program as messages show it: in backticks, ready to be typed.

    `catalog` is the path of the catalog if it is not the default.
    """
    from shlex import join  # needed in messages alone

    option = ("--catalog", escape(catalog, 4096)) if catalog else ()
    return f"`sadkpop {join((*option, *map(escape, words)))}`"


def can_be_typed(words: Sequence[str]) -> bool:
    """Return whether words can stand in a command as they are: not too many, none long or not printable."""
    return len(words) <= 20 and all(escape(word) == word and "`" not in word for word in words)


def operands(words: Sequence[str]) -> list[str]:
    """Return words as a command takes them: after -- if one of them begins with a dash, as options do."""
    return ["--", *words] if any(word.startswith("-") for word in words) else list(words)


def typos(typed: str, words: Iterable[str], mistaken: bool = True, least: int = 5) -> list[str]:
    """Return the closest words that `typed` could be a typo for, all of them on a tie.

    A typo has the first letter of the word, and one letter dropped, added, swapped or mistaken where both have `least`
    letters or more, two from nine, or from seven if both are several words; doubled letters count once. What is merely
    similar is not a typo: no guess is better than a cruel one. Unless `mistaken`, no letter is taken for another: most
    words that are one letter apart are both words, such as blade and blame.
    """
    spelled, single, size = _spelling(typed)
    found: dict[tuple[int, int], list[str]] = {}
    for word in words if size > 2 else ():
        known, known_single, known_size = _spelling(word)
        shorter, long = min(size, known_size), 7 if " " in typed and " " in word else 9
        most = 2 if shorter >= long else 1 if shorter >= least else 0
        if single[:1] == known_single[:1] and abs(len(single) - len(known_single)) <= most:
            steps = _steps(single, known_single, 1 if mistaken else most + 1)
            if steps <= most:
                found.setdefault((steps, _steps(spelled, known, 1)), []).append(word)
    return found[min(found)] if found else []


@lru_cache(4096)  # the words of a vocabulary are compared with each word that is unknown
def _spelling(text: str) -> tuple[str, str, int]:
    """Return the letters of a text, also with doubled ones once, and their count; a Korean syllable counts as two."""
    folded = letters(text)
    spelled = normalize("NFD", folded)
    return spelled, re.sub(r"(.)\1+", r"\1", spelled), sum(2 if "가" <= letter <= "힣" else 1 for letter in folded)


def _steps(one: str, other: str, mistake: int) -> int:
    """Return the optimal string alignment distance, a row at a time; a mistaken letter counts as `mistake`."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        row = [place]
        for there, wanted in enumerate(other, 1):
            steps = min(last[there] + 1, row[-1] + 1, last[there - 1] + (mistake if letter != wanted else 0))
            if place > 1 and there > 1 and letter == other[there - 2] and wanted == one[place - 2]:
                steps = min(steps, before[there - 2] + 1)
            row.append(steps)
        before, last = last, row
    return last[-1]
