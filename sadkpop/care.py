"""Phrases of care, which come before all other words: whether one stands in what was typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from .english import DEGREE, KOREAN_GLUED, TIME, TORN, spell_out
from .hangul import sound
from .text import fold

if TYPE_CHECKING:
    from .catalog import Care

_STOP = ","  # stands for any sign that ends a clause
_LETTER_BY_LETTER = re.compile(r"\b[b-hj-tv-z]([ .-])[a-z]\b(?:\1[a-z]\b)+", re.I)  # k i l l, or k.m.s
_PIECES = re.compile("[가-힣]|[^가-힣]+")
_GAPS = {"…": 2, "+": 8}  # the most words that may stand there
_FAR = 12  # the most words and syllables from one part to the next, those passed over included
_SHORT = 3  # syllables: a Korean phrase of more may also stand inside a word
_SOUND = 7  # letters: a sound of fewer has to be the whole text


class _Match(NamedTuple):
    block: int
    start: int
    end: int

    def is_inside(self, other: _Match) -> bool:
        is_longer = other.end - other.start > self.end - self.start
        return is_longer and other.block != self.block and other.start <= self.start and self.end <= other.end


class CareList:
    """The blocks of care of a catalog. A phrase is looked at only where its first word was typed."""

    def __init__(self, blocks: Iterable[Care]) -> None:
        self._blocks = tuple(blocks)
        self._phrases: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
        for number, block in enumerate(self._blocks):
            for phrase in block.phrases:
                one, plus, other = phrase.partition(" + ")
                for text in (phrase, f"{other} + {one}") if plus else (phrase,):
                    for first in text.strip("| ").partition(" ")[0].split("/"):
                        self._phrases[first[:1].lower()][first].append((number, text))

    def heard(self, texts: Iterable[str]) -> Care | None:
        """Return the first block with a phrase that counts in any of the texts, or None.

        A phrase does not count inside a longer one of another block, nor where it shares a word with one of a block
        that leads nowhere.
        """
        counted = [number for text in texts for number in self._counted(text)]
        return self._blocks[min(counted)] if counted else None

    def is_private(self, text: str) -> bool:
        """Tell whether a phrase of care stands in the text, even where it does not count: it is not to be printed."""
        return any(self._blocks[match.block].leads_to for match in self._matches(text, alone=False))

    def _counted(self, text: str) -> set[int]:
        around: dict[int, list[_Match]] = defaultdict(list)
        matches = list(self._matches(text))
        for match in matches:
            for place in range(match.start, match.end):
                around[place].append(match)
        whole = [match for match in matches if not any(map(match.is_inside, around[match.start]))]
        silent = {at for block, *ends in whole if not self._blocks[block].leads_to for at in range(*ends)}
        return {block for block, *ends in whole if self._blocks[block].leads_to and silent.isdisjoint(range(*ends))}

    def _matches(self, text: str, alone: bool = True) -> Iterator[_Match]:
        """Yield where phrases stand; unless `alone`, also beside words that `|` keeps away."""
        words, starts = _words(text)
        for place, word in enumerate(words):
            begun = (phrases for first, phrases in self._phrases[word[0]].items() if _rests(word, first))
            for block, phrase in chain.from_iterable(begun):
                end = _end(phrase.strip("| ").split(), words, starts, place)
                before = range(place - 1, -1, -1) if alone and phrase[0] == "|" else ()
                after = range(end, len(words)) if alone and phrase[-1] == "|" else ()
                is_inside = place not in starts and len(re.findall("[가-힣]", phrase)) <= _SHORT
                if end and not is_inside and _is_light(words, before) and _is_light(words, after):
                    yield _Match(block, place, end)
        if re.search("[a-z]", text, re.I):
            yield from (_Match(block, 0, 0) for block in self._sounding(text))

    def _sounding(self, text: str) -> set[int]:
        """Return the blocks of which a Korean phrase is heard where a word of romanized text begins."""
        words = sound(fold(text)).split()
        whole = "".join(words)
        starts = accumulate(map(len, words), initial=0)
        heard = {phrase for start in starts for phrase in self._sounds if whole.startswith(phrase, start)}
        return {self._sounds[phrase] for phrase in heard if len(phrase) >= _SOUND or phrase == whole}

    @cached_property
    def _sounds(self) -> dict[str, int]:
        phrases = [(phrase, number) for number, block in enumerate(self._blocks) for phrase in block.phrases]
        korean = {phrase.replace(" ", ""): number for phrase, number in phrases if re.fullmatch("[가-힣 ]+", phrase)}
        sounds = zip(sound("\n".join(korean)).split("\n"), korean.values(), strict=False)
        return {heard: number for heard, number in sounds if len(heard) > 4}


def _words(text: str) -> tuple[list[str], set[int]]:
    """Return the words of a text, Korean ones by syllables, so that blanks make no difference, and where they start."""
    words: list[str] = []
    starts = set()
    text = KOREAN_GLUED.sub(r" \1 ", text)
    text = _LETTER_BY_LETTER.sub(lambda found: re.sub("[ .-]", "", found[0]), text)
    for clause in re.split(r"[,.;:!?\n]+(?=\s|$)", text):
        for word in [*TORN.sub("", " ".join(spell_out(clause))).split(), _STOP]:
            starts.add(len(words))
            words += _PIECES.findall(word)
    return words, starts


@lru_cache(65536)
def _rests(typed: str, part: str) -> list[list[str]]:
    """Return what has to follow `typed`, for each of the choices of a part of a phrase that it begins."""
    return [rest for first, rest, is_stem in _choices(part) if _is_word(typed, first, is_stem)]


@lru_cache(4096)
def _choices(part: str) -> list[tuple[str, list[str], bool]]:
    found = []
    for choice in part.split("/"):
        first, *rest = [piece for word in spell_out(choice.rstrip("*")) for piece in _PIECES.findall(word)] or [choice]
        found.append((first, rest, choice.endswith("*")))
    return found


def _end(parts: Sequence[str], words: Sequence[str], starts: set[int], place: int) -> int:
    """Return where the parts end that begin at `place`, words of degree passed over; 0 if they do not stand there."""
    spare = gap = _GAPS.get(parts[0], 0) if parts else 0
    parts = parts[1:] if gap else parts
    if not parts:
        return place
    for at in range(place, min(place + _FAR, len(words))):
        for rest in _rests(words[at], parts[0]):
            stop = at + 1 + len(rest)
            if words[at + 1 : stop] == rest and (end := _end(parts[1:], words, starts, stop)):
                return end
        is_passed = words[at] == _STOP or words[at] in DEGREE or (gap and at not in starts)
        spare -= not is_passed
        if spare < 0:
            break
    return 0


def _is_light(words: Sequence[str], places: Iterable[int]) -> bool:
    """Tell whether only words of time and degree stand at the places, up to the end of the clause."""
    clause = takewhile(lambda word: word != _STOP, (words[place] for place in places))
    return all(word in DEGREE or word in TIME for word in clause)


def _is_word(typed: str, word: str, is_stem: bool) -> bool:
    """Tell whether `typed` is a word or begins with a stem, with one typo at most, which is never in its ending.

    Of five letters or more one may be dropped, added or swapped with the next; of a shorter one swapped or doubled.
    """
    if is_stem:
        sizes = (len(word), len(word) - 1, len(word) + 1)
        return typed.startswith(word) or any(_is_word(typed[:size], word, False) for size in sizes)
    if typed == word or abs(len(typed) - len(word)) > 1:
        return typed == word
    if len(typed) == len(word):
        return any(typed == word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    short, long = sorted((typed, word), key=len)
    places = [at for at in range(1, len(long)) if long[:at] + long[at + 1 :] == short]
    is_long = len(word) > 4 and typed[-1] == word[-1]
    is_lost = long is word and len(word) < 4  # off is not of
    return any(is_long or (long[at] == long[at - 1] and not is_lost) for at in places)
