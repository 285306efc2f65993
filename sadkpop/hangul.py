"""Korean text as it is begun, heard and typed: its initials, its sound in Latin letters, its keys on a keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from unicodedata import normalize

# The consonants that begin a syllable, in the order by which Unicode sorts the syllables, and how many begin with each.
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_SYLLABLES_EACH = 588

# How many letters must begin a word to stand for it. Three of a sound would let in four times as many English words.
_SOUND_LETTERS = 4
_KEY_LETTERS = 5


def _table(initials: str, vowels: str, finals: str) -> dict[int, str]:
    """Return what stands for each letter of a decomposed syllable, for str.translate. A dash stands for nothing."""
    rows = {0x1100: initials, 0x1161: vowels, 0x11A8: finals}
    return {start + n: letters.strip("-") for start, row in rows.items() for n, letters in enumerate(row.split())}


# Revised Romanization, where a final comes before a consonant or at the end ...
_ROMAN = _table(
    "g kk n d tt r m b pp s ss - j jj ch k t p h",
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    "k k k n n n t l k m l l l p l m p p t t ng t t k t p -",
)
# ... and where it moves to the vowel that follows.
_MOVED = _table("", "", "g kk gs n nj n d r lg lm lb ls lt lp r m b bs s ss ng j ch k t p -")

# The keys of the standard Korean layout (two-set, KS X 5002), as a Latin keyboard names them.
_KEYS = _table(
    "r R s e E f a q Q t T d w W c z x v g",
    "k o i O j p u P h hk ho hl y n nj np nl b m ml l",
    "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g",
)

# Letters that are spoken as one: 같이 is gachi, 잊혀 is ichyeo.
_FUSED = {"\u11c0\u110b\u1175": "\u110e\u1175", "\u11bd\u1112": "\u110e"}

_DIGITS = str.maketrans("0123456789", "영일이삼사오육칠팔구")

# What sounds the same, in the order in which it is made the same on both sides of a comparison.
_ALIKE = {
    r"\b[lr]h?(?=(?:ee|im)\b)|\by(?=i)": "",  # the surnames 이 and 임 are also Lee, Yi and Lim
    r"\bg(?=r)": "gu",  # 그리 is geuri and gri
    "rr": "-",  # no spelling of Korean has it: sorry is not 설리
    "ch": "j",
    "x": "ks",
    "woo": "u",
    "eo|eu": "u",
    "oe": "we",
    "u(?=i)": "w",  # 희 is hui, hi and hee
    "ae|ea": "e",
    "ee": "i",
    "(?<=[bdfghjklmnprstv])(?:w|y(?=[aeou]))": "",  # 뭐 is mwo and mo, 혜 is hye and he
    "y(?![aeiou])": "i",
    "(?<=i)y": "",
    "r(?![aeiouwyh])": "",  # 박 is Park
    "h": "",  # also of sh
    "[uo]": "o",
    "g": "k",
    "d": "t",
    "[fpv]": "b",
    "l": "r",
    r"[sj](?=[^aeio\n])": "t",  # 었다 is spelled ssda and spoken tda
    "t(?=[sj][aeio])": "",
    "k(?=[nmr])": "nk",  # 합니다 is spelled hapnida and spoken hamnida, and so with other stops
    "t+(?=[nm])": "n",
    "b(?=[nmr])": "m",
    "nr|rn": "r",
    "(?<=nk)r|(?<=m)r": "n",
    r"([a-z])(?= ?\1)": "",
}

# Korean letters, single or in syllables, of full or half width; and letters that are neither Korean nor Latin.
_KOREAN = "[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3\uffa1-\uffdc]"
_OTHER = r"[^\W\d_a-z\u1100-\u11ff]"


def syllables(initial: str) -> str:
    """Return the character class, for a regular expression, of an initial and the syllables that begin with it."""
    first = ord("가") + _SYLLABLES_EACH * INITIALS.index(initial)
    return f"[{initial}{chr(first)}-{chr(first + _SYLLABLES_EACH - 1)}]"


def sound(text: str) -> str:
    """Return what is heard of `text`, in so few letters that the spellings of the same Korean come out the same.

    Korean is romanized as South Korea has done it since 2000, digits are read out in Korean, Latin letters are taken as
    they are. Blanks and line ends stay, all else goes.
    """
    text = _plain(text.translate(_DIGITS))
    for letters, spoken in _FUSED.items():
        text = text.replace(letters, spoken)
    # Before 잎, a leaf, an n is spoken: 꽃잎 is kkonnip.
    text = re.sub("[\u11a8-\u11ae\u11b0-\u11c2]\u110b\u1175\u11c1", "\u11ab\u1102\u1175\u11c1", text)
    text = re.sub("[\u11a8-\u11c2](?=\u110b)", lambda final: _MOVED[ord(final[0])], text)
    text = re.sub("[^a-z \n]", "", text.translate(_ROMAN))
    for spelling, letters in _ALIKE.items():
        text = re.sub(spelling, letters, text)
    return text


def keys(text: str) -> str:
    """Return `text` with the Latin letters on whose keys its Korean is typed, capitals for those with Shift."""
    return normalize("NFKD", text).translate(_KEYS)


def read(text: str, names: Iterable[str]) -> list[str]:
    """Return those of `names` that `text` is the sound or the keys of, or that have a word which begins so.

    Whole names come first. Latin letters are read as the sound and the keys of Korean names, Korean letters as the keys
    of Latin names. A text that has both, neither or others is neither.
    """
    typed = _plain(text)
    korean = re.compile(_KOREAN)
    is_latin = bool(re.search("[a-z]", typed))
    if is_latin is bool(korean.search(typed)) or re.search(_OTHER, typed):
        return []
    names = [name for name in names if bool(korean.search(name)) is is_latin]
    lines = "\n".join(name.replace("\n", " ") for name in names)
    pressed, all_keys = (re.sub("[^a-z0-9 \n]", "", _plain(keys(part))) for part in (text, lines))
    found = [_find(pressed, all_keys, _KEY_LETTERS)]
    if is_latin:
        sounds = sound(lines)
        # Blanks may stand between any two syllables and part what is spoken as one.
        heard = dict.fromkeys([sound(text), sound("".join(typed.split()))])
        found = [_find(spelling, sounds, _SOUND_LETTERS) for spelling in heard] + found
    return list(dict.fromkeys(names[number] for kind in zip(*found, strict=True) for number in chain(*kind)))


def _plain(text: str) -> str:
    """Return `text` decomposed, in lower case, without accents, and with blanks for signs."""
    text = re.sub("[\u0300-\u036f]", "", normalize("NFKD", text).casefold())
    return re.sub(r"\b(?:feat|ft|featuring)\b|[^\w\n]|_", " ", text)


def _find(typed: str, lines: str, shortest: int) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines that `typed` is, and of those in which it begins a word, blanks aside."""
    typed = "".join(typed.split())
    # The one sound of ng is spelled with two letters here, nk, which are no keys of Korean text.
    is_long = len(typed) - typed.count("nk") >= shortest
    whole, begun = [], []
    for number, line in enumerate(lines.split("\n")):
        words = line.split()
        if typed and typed == "".join(words):
            whole.append(number)
        elif is_long and any("".join(words[place:]).startswith(typed) for place in range(len(words))):
            begun.append(number)
    return whole, begun
