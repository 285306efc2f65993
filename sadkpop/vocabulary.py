"""What words mean: a theme or a mood, by its name, by another word for it or by a typo of either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from .english import INNER, NO_WORDS, SMALL, spell_out
from .text import letters, typos

if TYPE_CHECKING:
    from .catalog import Catalog, Term

_LONGEST = 11  # words of a phrase, spelled out, with words of degree inside it
_SHORTEST = 5  # letters of a typo
_LONG = 8  # letters of a word to which a typo may add one
_DOUBLED = re.compile(r"(.)(?=\1)")

Kind = Literal["theme", "mood"]


class Sense(NamedTuple):
    """A term that a word stands for."""

    kind: Kind
    name: str


class Match(NamedTuple):
    """Words as typed, and the term they stand for, by its name or not; no term if they match every song."""

    typed: str
    sense: Sense | None
    is_name: bool = False


class Phrase(NamedTuple):
    """A phrase in a list of words: where it ends and what it stands for, no term if it matches every song."""

    end: int
    senses: Sequence[Sense]
    is_name: bool = False
    rest: str = ""  # of its last Korean word


class Vocabulary:
    """The themes and moods of a catalog, looked up by words."""

    def __init__(self, catalog: Catalog) -> None:
        self.terms: Mapping[Kind, Mapping[str, Term]] = {"theme": catalog.themes, "mood": catalog.moods}
        self._always = {_key(spell_out(word)) for word in catalog.always}

    def senses(self, text: str) -> list[Sense]:
        """Return what a word or phrase stands for, at most one of each kind: names before other words, then themes."""
        words = spell_out(text)
        phrase = self._find_korean(words, 0)  # by its beginning
        return list(phrase.senses) if phrase and phrase.end == len(words) else self._senses(_key(words))

    def is_name(self, text: str, sense: Sense) -> bool:
        """Tell whether a text is the name of a term, in any spelling that folds alike."""
        return sense in self._names.get(_key(spell_out(text)), ())

    def is_always(self, text: str) -> bool:
        """Tell whether a word matches every song."""
        return _key(spell_out(text)) in self._always

    def meant(self, text: str) -> list[Sense]:
        """Return the terms that the text may be a typo for: of a name, or else of another word."""
        words = typos(letters(text), self._names) or typos(letters(text), self._others, mistaken=False)
        return list(dict.fromkeys(self._senses(word)[0] for word in words))

    def find(self, words: Sequence[str], start: int) -> Phrase | None:
        """Return the longest phrase at the place `start` of spelled-out words.

        Words of degree may stand inside it. What changes in a Korean word is its end, so its beginning will do. An
        unknown word is taken for what it is a typo of: one name or, if it is the only word, one other word.
        """
        if len(words) == 1 and words[0] in self._names:  # without a look at the other words
            return Phrase(1, self._names[words[0]], True)
        if _is_korean(words[start]):
            return self._find_korean(words, start)
        for end in range(min(start + _LONGEST, len(words)), start, -1):
            inner = [word for word in words[start + 1 : end - 1] if word not in INNER]
            plain = [words[start], *inner, *words[start + 1 : end][-1:]]
            for spelled in [words[start:end], plain] if len(plain) < end - start else [plain]:
                if phrase := self._phrase(end, _key(spelled)):
                    return phrase
        return None if words[start] in SMALL else self._find_near(words[start], start + 1, len(words) == 1)

    def _find_korean(self, words: Sequence[str], start: int) -> Phrase | None:
        parts = list(takewhile(_is_korean, words[start : start + _LONGEST]))
        joined, ends = "".join(parts), list(accumulate(map(len, parts)))
        for size in range(len(joined), 0, -1):
            place = next(place for place, end in enumerate(ends) if end >= size)
            phrase = self._phrase(start + place + 1, joined[:size], joined[size : ends[place]])
            if phrase and (size > 1 or ends[0] == 1):
                return phrase
        return None

    def _find_near(self, word: str, end: int, is_alone: bool) -> Phrase | None:
        if len(word) < _SHORTEST:
            return None
        if word[-1] == "s" and len(word) > _SHORTEST and (phrase := self._phrase(end, word[:-1], "s")):  # breakups
            return phrase
        words = [*self._names, *(self._others if is_alone else ())]
        size = len(_DOUBLED.sub("", word))  # only a long word may have a letter too many, doubled ones aside
        near = [it for it in typos(word, words, False) if len(it) >= _LONG or len(_DOUBLED.sub("", it)) >= size]
        meant = {self._senses(known)[0] for known in near}
        return Phrase(end, list(meant)) if len(meant) == 1 else None

    def _phrase(self, end: int, spelled: str, rest: str = "") -> Phrase | None:
        senses = self._senses(spelled)
        if not senses and spelled not in self._always:
            return None
        return Phrase(end, senses, not rest and spelled in self._names, rest)

    def _senses(self, spelled: str) -> list[Sense]:
        found: dict[Kind, Sense] = {}
        for sense in [*self._names.get(spelled, ()), *self._others.get(spelled, ())]:
            found.setdefault(sense.kind, sense)
        return list(found.values())

    @cached_property
    def _names(self) -> dict[str, list[Sense]]:
        return _index((name, Sense(kind, name)) for kind, terms in self.terms.items() for name in terms)

    @cached_property
    def _others(self) -> dict[str, list[Sense]]:
        terms = [(Sense(kind, name), term) for kind, terms in self.terms.items() for name, term in terms.items()]
        return _index((word, sense) for sense, term in terms for word in term.also)


def _key(words: Sequence[str]) -> str:
    """Return spelled-out words as they are looked up: joined, for few people agree on blanks, but with a no apart."""
    return "".join([f" {word} " if word in NO_WORDS else word for word in words]).strip()


def _index(words: Iterable[tuple[str, Sense]]) -> dict[str, list[Sense]]:
    index: dict[str, list[Sense]] = {}
    for word, sense in words:
        index.setdefault(_key(spell_out(word)), []).append(sense)
    return index


def _is_korean(word: str) -> bool:
    return min(word) >= "가" and max(word) <= "힣"
