"""What words mean: a theme or a mood, by its name, by another word for it or by a slip of either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .text import fold, slips

if TYPE_CHECKING:
    from .catalog import Catalog, Term

_LONGEST = 6  # words in a row that may be one
_SHORT = 3  # letters, of a word that is found in many longer ones: "ex" in "next"
_MOST_SLIPS = 10  # unknown words for which a slip is looked for: more are no sentence


class Sense(NamedTuple):
    """A term that a word stands for. The kind is "theme" or "mood"."""

    kind: str
    name: str

    def __str__(self) -> str:
        """Return it as a sentence names it."""
        return f"the {self.kind} {self.name}"


class Taken(NamedTuple):
    """Words as typed, what they were taken for (nothing where they go for every song), and whether that is its name."""

    typed: str
    sense: Sense | None
    is_name: bool


class Reading(NamedTuple):
    """What was made of the words that a person typed: those that were taken for something, and the others."""

    taken: tuple[Taken, ...]
    unknown: tuple[str, ...]


class Wish(NamedTuple):
    """What a playlist is to have, one of each kind, and what it is not to have."""

    themes: Sequence[str] = ()
    moods: Sequence[str] = ()
    not_themes: Sequence[str] = ()
    not_moods: Sequence[str] = ()

    @classmethod
    def of(cls, wanted: Sequence[Taken], without: Sequence[Taken]) -> Wish:
        """Return the wish that words make, each name once."""
        return cls(*(_names(taken, kind) for taken in (wanted, without) for kind in ("theme", "mood")))


class Vocabulary:
    """The themes and moods of a catalog, looked up by words."""

    def __init__(self, catalog: Catalog) -> None:
        """Keep the terms; what costs time waits until a word is not the name of one."""
        self.terms: Mapping[str, Mapping[str, Term]] = {"theme": catalog.themes, "mood": catalog.moods}
        self._always = catalog.always

    def named(self, text: str, kind: str) -> str | None:
        """Return the theme or mood of that name, in any spelling that folds alike."""
        return text if text in self.terms[kind] else self._names[kind].get(_letters(text))

    def senses(self, text: str) -> list[Sense]:
        """Return what a word or phrase stands for, at most one of each kind: names before other words, then themes."""
        letters = _letters(text)
        named = [Sense(kind, names[letters]) for kind, names in self._names.items() if letters in names]
        others = [Sense(kind, words[letters]) for kind, words in self._others.items() if letters in words]
        return named + [sense for sense in others if sense.kind not in {found.kind for found in named}]

    def is_always(self, text: str) -> bool:
        """Tell whether a word goes for every song."""
        return _letters(text) in self._always_letters

    def is_whole(self, text: str) -> bool:
        """Tell whether a search finds the text only as words of their own: phrases, and what is in too many words."""
        named = any(self.named(text, kind) for kind in self.terms)
        return not named and bool(self.senses(text)) and (" " in text or len(_letters(text)) <= _SHORT)

    def meant(self, text: str, names_only: bool = False) -> list[Sense]:
        """Return the terms of which the text may be a slip of spelling: of a name, or else of another word."""
        letters = _letters(text)
        for words in (self._names,) if names_only else (self._names, self._others):
            found = slips(letters, dict.fromkeys(word for of_kind in words.values() for word in of_kind))
            if found:
                return list(dict.fromkeys(self.senses(word)[0] for word in found))
        return []

    def read(self, words: Sequence[str]) -> Reading:
        """Return what words mean, in the order they were typed.

        Words in a row that are one are taken together, the longest first; a comma keeps them apart. What is unknown is
        taken for the term of whose name it is a slip of spelling, where there is just one; a slip of another word has
        to stand alone, for in a sentence it is too often a word of its own ("years" is not "yearn").
        """
        phrases = re.split(r"[,;/]", " ".join(words))
        pieces = [piece for phrase in phrases for piece in self._pieces(phrase.split())]
        taken: list[Taken] = []
        unknown: list[str] = []
        for piece in pieces:
            found = self._take(piece, len(unknown) < _MOST_SLIPS, names_only=len(pieces) > 1)
            if found:
                taken.append(found)
            else:
                unknown.append(piece)
        return Reading(tuple(taken), tuple(unknown))

    def phrases(self, words: Sequence[str]) -> list[str]:
        """Return the words, those in a row that are another word for a term as one."""
        return list(self._pieces(words))

    def _pieces(self, words: Sequence[str]) -> Iterator[str]:
        """Yield words, those in a row together that are known as one."""
        letters = list(map(_letters, words))
        place = 0
        while place < len(words):
            ends = range(min(place + _LONGEST, len(words)), place + 1, -1)
            end = next((end for end in ends if "".join(letters[place:end]) in self._known), place + 1)
            yield " ".join(words[place:end])
            place = end

    def _take(self, typed: str, try_slips: bool, names_only: bool) -> Taken | None:
        senses = self.senses(typed) or self._begun(typed)
        if senses:
            return Taken(typed, senses[0], self.named(typed, senses[0].kind) is not None)
        if self.is_always(typed):
            return Taken(typed, None, False)
        meant = self.meant(typed, names_only) if try_slips else []
        return Taken(typed, meant[0], False) if len(meant) == 1 else None

    def _begun(self, typed: str) -> list[Sense]:
        """Return what the longest beginning of a Korean word stands for: what changes in one is the end."""
        letters = _letters(typed)
        ends = range(len(letters) - 1, 1, -1) if re.fullmatch("[가-힣]{3,20}", letters) else ()
        return next(filter(None, (self.senses(letters[:end]) for end in ends)), [])

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        return {kind: {_letters(name): name for name in terms} for kind, terms in self.terms.items()}

    @cached_property
    def _others(self) -> dict[str, dict[str, str]]:
        return {
            kind: {_letters(word): name for name, term in terms.items() for word in term.also}
            for kind, terms in self.terms.items()
        }

    @cached_property
    def _always_letters(self) -> set[str]:
        return set(map(_letters, self._always))

    @cached_property
    def _known(self) -> set[str]:
        return self._always_letters.union(*self._names.values(), *self._others.values())


def _names(taken: Sequence[Taken], kind: str) -> list[str]:
    return list(dict.fromkeys(one.sense.name for one in taken if one.sense and one.sense.kind == kind))


def _letters(text: str) -> str:
    """Return what of a word counts: hyphens and spaces do not."""
    return fold(text).replace(" ", "")
