"""What words mean: a theme or a mood, by its name, by another word for it or by a slip of either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from .text import escape, letters, slips

if TYPE_CHECKING:
    from .catalog import Catalog, Term

_LONGEST = 6  # words in a row that may be one
_SHORTEST = 5  # letters, of a slip that may be meant
_LONG_ENOUGH = 6  # letters, of a slip of another word that is taken for it, and of that
_MOST_SLIPS = 10  # unknown words for which a slip is looked for: more are no sentence


class Sense(NamedTuple):
    """A term that a word stands for. The kind is "theme" or "mood"."""

    kind: str
    name: str

    def __str__(self) -> str:
        """Return it as a sentence names it."""
        return f"the {self.kind} {escape(self.name)}"


class Taken(NamedTuple):
    """Words as typed, and what they were taken for: nothing where they go for every song.

    What is not the name of a term is told how it was taken; what is unspoken is not repeated.
    """

    typed: str
    sense: Sense | None
    is_name: bool = False
    is_unspoken: bool = False


class Reading(NamedTuple):
    """What was made of the words that a person typed: what is wanted, what is not, and what was not understood."""

    taken: tuple[Taken, ...]
    unknown: tuple[str, ...] = ()
    without: tuple[Taken, ...] = ()


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

    def is_name(self, text: str, sense: Sense) -> bool:
        """Tell whether a word that has this sense is the name of the term, in any spelling that folds alike."""
        return text in self.terms[sense.kind] or letters(text) in self._names[sense.kind]

    def senses(self, text: str) -> list[Sense]:
        """Return what a word or phrase stands for, at most one of each kind: names before other words, then themes."""
        spelled = letters(text)
        if spelled in self._unspoken:
            return [self._unspoken[spelled]]
        named = [Sense(kind, names[spelled]) for kind, names in self._names.items() if spelled in names]
        others = [Sense(kind, words[spelled]) for kind, words in self._others.items() if spelled in words]
        return named + [sense for sense in others if sense.kind not in {found.kind for found in named}]

    def unspoken(self, text: str) -> Sense | None:
        """Return the term to which a word or phrase leads before all others; such a text is not to be repeated."""
        taken = self._take(text, try_slips=True, in_sentence=False)
        return taken.sense if taken and taken.is_unspoken else None

    def is_always(self, text: str) -> bool:
        """Tell whether a word goes for every song."""
        return letters(text) in self._always_letters

    def is_whole(self, text: str) -> bool:
        """Tell whether a search finds the text only as words of their own: phrases, and what is unspoken."""
        return (" " in text and bool(self.senses(text))) or letters(text) in self._unspoken

    def meant(self, text: str) -> list[Sense]:
        """Return the terms of which the text may be a slip of spelling: of a name, or else of another word."""
        return list(dict.fromkeys(self.senses(word)[0] for word in self._meant(text, least=_SHORTEST)))

    def read(self, words: Sequence[str]) -> Reading:
        """Return what words mean, in the order they were typed.

        Words in a row that are one are taken together, the longest first; a comma keeps them apart. What is unknown is
        taken for the term of whose name it is a slip of spelling, where there is just one; a slip of another word has
        to stand alone or beside one, for in a sentence it is too often a word of its own ("years" is not "yearn").
        Only what is unspoken is heard there too.
        """
        phrases = re.split(r"[,;/]", " ".join(words))
        pieces = [piece for phrase in phrases for piece in self._pieces(phrase.split())]
        unspoken = self.unspoken(" ".join(words)) if len(pieces) > 1 else None
        if unspoken:  # a slip of a phrase
            return Reading((Taken(" ".join(words), unspoken, is_unspoken=True),))
        taken: list[Taken] = []
        without: list[Taken] = []
        unknown: list[str] = []
        for place, piece in enumerate(pieces):
            found = self._take(piece, len(unknown) < _MOST_SLIPS, in_sentence=len(pieces) > 2)
            if not found:
                unknown.append(piece)
            elif found.is_unspoken:
                return Reading((found,))
            elif place and pieces[place - 1].casefold() in ("not", "without"):  # as in --not
                unknown.remove(pieces[place - 1])
                without += [found._replace(sense=sense) for sense in self.senses(piece)] or [found]
            else:
                taken.append(found)
        return Reading(tuple(taken), tuple(unknown), tuple(without))

    def phrases(self, words: Sequence[str]) -> list[str]:
        """Return the words, those in a row that are another word for a term as one."""
        return list(self._pieces(words))

    def _meant(self, text: str, in_sentence: bool = False, least: int = _LONG_ENOUGH) -> list[str]:
        """Return the names, or else the other words, of which the text may be a slip of spelling.

        Of other words there are so many that one mistaken letter makes one of another, and so does one in a short word.
        In a sentence only those count that are unspoken.
        """
        spelled = letters(text)
        names = slips(spelled, dict.fromkeys(chain(*self._names.values())))
        if names or len(spelled) < least:
            return names
        others: Iterable[str] = self._unspoken if in_sentence else chain(*self._others.values())
        return slips(spelled, dict.fromkeys(word for word in others if len(word) >= least), mistaken=False)

    def _pieces(self, words: Sequence[str]) -> Iterator[str]:
        """Yield words, those in a row together that are known as one."""
        spelled = list(map(letters, words))
        place = 0
        while place < len(words):
            ends = range(min(place + _LONGEST, len(words)), place + 1, -1)
            end = next((end for end in ends if self._is_one(spelled[place:end])), place + 1)
            yield " ".join(words[place:end])
            place = end

    def _is_one(self, words: Sequence[str]) -> bool:
        """Tell whether the letters of several words are those of one, or in Korean of one that ends otherwise."""
        joined = "".join(words)
        return joined in self._known or len(self._begun(joined)) > len(joined) - len(words[-1])

    def _take(self, typed: str, try_slips: bool, in_sentence: bool) -> Taken | None:
        known = typed if letters(typed) in self._known else self._begun(typed)
        senses = self.senses(known) if known else []
        if senses:
            return Taken(typed, senses[0], self.is_name(typed, senses[0]), letters(known) in self._unspoken)
        if known:
            return Taken(typed, None)
        words = self._meant(typed, in_sentence) if try_slips else []
        meant = {self.senses(word)[0] for word in words}
        is_unspoken = not self._unspoken.keys().isdisjoint(words)
        return Taken(typed, meant.pop(), is_unspoken=is_unspoken) if len(meant) == 1 else None

    def _begun(self, typed: str) -> str:
        """Return the longest beginning of Korean text that is known, if one is: what changes in a word is its end."""
        spelled = letters(typed)
        ends = range(len(spelled) - 1, 1, -1) if re.fullmatch("[가-힣]{3,20}", spelled) else ()
        return next((spelled[:end] for end in ends if spelled[:end] in self._known), "")

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        return {kind: {letters(name): name for name in terms} for kind, terms in self.terms.items()}

    @cached_property
    def _others(self) -> dict[str, dict[str, str]]:
        return {
            kind: {letters(word): name for name, term in terms.items() for word in term.also}
            for kind, terms in self.terms.items()
        }

    @cached_property
    def _always_letters(self) -> set[str]:
        return set(map(letters, self._always))

    @cached_property
    def _unspoken(self) -> dict[str, Sense]:
        return {
            letters(word): Sense(kind, name)
            for kind, terms in self.terms.items()
            for name, term in terms.items()
            for word in term.unspoken
        }

    @cached_property
    def _known(self) -> set[str]:
        return self._always_letters.union(*self._names.values(), *self._others.values())


def _names(taken: Sequence[Taken], kind: str) -> list[str]:
    return list(dict.fromkeys(one.sense.name for one in taken if one.sense and one.sense.kind == kind))
