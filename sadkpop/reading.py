"""A sentence, read for what is wanted, what is to be left out and what is denied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from . import english
from .text import whole_number
from .vocabulary import Match, Phrase, Vocabulary

_BREAK = ","  # the word that stands for whatever keeps words apart
_PARTS = re.compile(
    r"(?<!\S)(?:w/o?|b/c|[^\w\s]+)(?!\S)|[,，、。;/.!?…()]+|[ㄱ-ㅣ]+|\d+(?=곡)|[^\s,，、。;/.!?…()ㄱ-ㅣ]+"
)
_LONGEST = 6  # words of a no, before a term or behind it
_FAR = 20  # words to look ahead
_STOPS = english.ENDS | english.CONTRASTS | english.SUBJECTS | {_BREAK}
_LIGHT = english.BETWEEN | english.PREPOSITIONS

_Fate = Literal["wanted", "left out", "denied"]


class Reading(NamedTuple):
    """What words ask for."""

    wanted: tuple[Match, ...]
    left_out: tuple[Match, ...]  # one for each sense of a word
    unknown: tuple[str, ...]  # the words, as typed, that are worth naming
    number: int | None  # of songs


def read(vocabulary: Vocabulary, words: Sequence[str]) -> Reading:
    """Return what words ask for, read from left to right, a clause at a time."""
    return _Reader(vocabulary, " ".join(words)).read()


class _Clause:
    """A clause as far as it was read."""

    def __init__(self, start: int, words: Iterable[str] = ()) -> None:
        self.start = start
        self.words = set(words)  # those of the clause before too, where it goes on telling or asking
        self.goes_on_asking = self.has(english.ASKING)
        self.fate: _Fate = "wanted"  # of the next term
        self.reaches = False  # a no reaches through the next subject

    def has(self, words: set[str]) -> bool:
        return not words.isdisjoint(self.words)


class _Reader:
    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self._text = text
        typed = [(word, part) for part in _PARTS.finditer(text) for word in english.spell_out(part[0]) or [_BREAK]]
        self._spans = [part.span() for _, part in typed]
        self._words = [word for word, _ in typed]
        found = [(place, vocabulary.find(self._words, place)) for place in range(len(typed))]
        self._terms = {place: phrase for place, phrase in found if phrase}
        said = {place: " ".join(self._words[place : it.end]) for place, it in self._terms.items() if it.senses}
        self._targets = {place for place, words in said.items() if words not in english.NOES}
        self._words.append(_BREAK)
        self._found: dict[_Fate, dict[Match, bool]] = {"wanted": {}, "left out": {}, "denied": {}}
        self._unknown: dict[str, None] = {}
        self._clause = _Clause(0)

    def read(self) -> Reading:
        place = 0
        while place < len(self._spans):
            self._enter(place)
            place = self._read_no(place) or self._read_term(place) or self._read_word(place)
        wanted, left_out = self._found["wanted"], self._found["left out"]
        refused = {match.sense for match in left_out if not english.SONGS.isdisjoint(self._words)}
        for match in [match for match, is_told in wanted.items() if is_told and match.sense in refused]:
            del wanted[match]  # no breakup songs, he left me
        senses = {match.sense for match in wanted if match.sense}
        number = self._count()
        # A list of words is a request, in which one that is not known is worth naming; a sentence is not.
        is_list = (english.SMALL - english.LINKS - english.SONGS - english.WANTING - {"the"}).isdisjoint(self._words)
        unknown = [word for word in self._unknown if is_list and whole_number(word) != number]
        only_left_out = tuple(match for match in left_out if match.sense not in senses)
        return Reading(tuple(wanted), only_left_out, tuple(unknown), number)

    def _typed(self, start: int, end: int) -> str:
        return self._text[self._spans[start][0] : self._spans[end - 1][1]].strip("\"'“”‘’")

    def _rest(self, place: int) -> list[int]:
        return list(takewhile(lambda at: self._words[at] not in _STOPS, range(place, place + _FAR)))

    def _read_no(self, place: int) -> int:
        """Read what says no at a place, and return where it ends; 0 if nothing does."""
        end, kind = self._find_no(place)
        if not kind:
            return 0
        clause, following = self._clause, self._words[end]
        if place in self._terms and self._terms[place].end >= end:
            rest = [end, *self._rest(end + (following != _BREAK))]
            if kind == "pass" or self._terms[place].end > end or self._targets.isdisjoint(rest):
                return 0  # the longest comes first, and a no without a term is a word of its own
        clause.fate = self._fate(kind, end)
        clause.reaches = kind == "reach" or (self._words[end - 1] in ("not", "of") and following in english.SUBJECTS)
        if kind != "pass" and following in english.ENDS and end not in self._terms:
            clause.words.add(following)
            return end + 1  # no clause ends right behind a no
        return end

    def _find_no(self, place: int) -> tuple[int, str]:
        if self._words[place] in english.KOREAN_NOES and place + 1 in self._terms:
            return place + 1, "deny"
        for end in range(min(place + _LONGEST, len(self._spans)), place, -1):
            words = self._words[place:end]
            plain = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or word not in english.INNER]
            kind = english.NOES.get(" ".join(words)) or english.NOES.get(" ".join(plain), "")
            if kind in ("command", "question") and place != self._clause.start:
                continue
            cut = min([end, *(at for at in range(place + 1, end) if at in self._terms and self._terms[at].end > end)])
            if kind and (kind == "pass" or cut == end):
                return cut, kind
        return place, ""

    def _fate(self, kind: str, end: int) -> _Fate:
        """Return what becomes of the term behind a no that ends at a place."""
        last, following, rest = self._words[end - 1], self._words[end], self._rest(end)
        is_story, asks = self._clause.has(english.TELLING), self._clause.has(english.ASKING)
        is_of_one = following in english.TELLS and end not in self._terms  # without him
        is_double = "not" in self._words[max(end - _LONGEST, 0) : end]  # can not hear it without crying
        if last == "without" and (is_of_one or ((is_story or is_double) and following.endswith("ing"))):
            return "wanted"
        if kind in ("pass", "question") or (last == "not" and following in english.NO_WORDS):  # i can not not cry
            return "wanted"
        song_follows = any(self._words[at] in english.SONGS for at in rest)
        is_denied = kind in ("deny", "reach")
        if kind == "refuse" or (kind == "deny" and (song_follows or self._clause.goes_on_asking)):
            is_denied = self._clause.has(english.OTHERS)
        elif kind == "exclude":
            target = next((at for at in rest if at in self._targets), end + len(rest) - 1)
            between = [at for at in range(end, target + 1) if self._words[at] not in _LIGHT]
            has_verb = any(at not in self._terms or self._words[at] in english.SMALL for at in between)
            is_filled = has_verb and not english.FILLED.isdisjoint(self._words[max(end - 2, 0) : end])
            is_denied = (is_story or is_filled) and not asks and not song_follows
        return "denied" if is_denied else "left out"

    def _read_term(self, place: int) -> int:
        if place not in self._terms:
            return 0
        clause, phrase = self._clause, self._terms[place]
        words = self._words[place : phrase.end]
        end, fate = self._fate_behind(phrase)
        fate = fate or (clause.fate if place in self._targets or not phrase.senses else "wanted")
        if phrase.senses or fate == "denied":
            clause.fate = "wanted"
        clause.words.update(words)
        if fate == "wanted" or not english.SONGS.issuperset(words):
            matches = [Match(self._typed(place, phrase.end), it, phrase.is_name) for it in phrase.senses or (None,)]
            is_told = clause.has(english.TELLING) and not clause.has(english.ASKING)
            self._found[fate].update(dict.fromkeys(matches[:1] if fate == "wanted" else matches, is_told))
        rest = range(phrase.end, min(phrase.end + _FAR, len(self._words)))
        link = [at for at in rest if at in self._targets or self._words[at] not in english.BETWEEN][:2]
        if self._words[phrase.end] == "about":  # no love songs about cheating
            following = link[:1]
        else:
            following = link[1:] if link and self._words[link[0]] in english.LINKS else []
        if fate != "wanted" and not self._targets.isdisjoint(following):
            clause.fate, end = fate, following[0]
        return end

    def _fate_behind(self, phrase: Phrase) -> tuple[int, _Fate | None]:
        end = phrase.end
        if phrase.rest in english.KOREAN_LINKS and end in self._terms:
            return end, self._fate_behind(self._terms[end])[1]
        behind = self._words[end : end + 3][self._words[end] == _BREAK :]
        if behind[1:2] == [_BREAK] and behind[0] in english.NOES_BEHIND and not self._clause.has(english.TELLING):
            return end, "left out"
        while self._words[end] >= "가" and end not in self._targets and end < phrase.end + _LONGEST:
            end += 1
        tail = phrase.rest + "".join(self._words[phrase.end : end])
        if re.match(english.KOREAN_EXCLUSION, tail):
            return end, "left out"
        return (end, "denied") if re.match(english.KOREAN_DENIAL, tail) else (phrase.end, None)

    def _read_word(self, place: int) -> int:
        clause, (word, following) = self._clause, self._words[place : place + 2]
        is_definite = following in english.DEFINITE or (place + 1 in self._terms and following.endswith("ing"))
        if is_definite and word in english.PREPOSITIONS and clause.fate == "denied":  # nobody came to the funeral
            clause.fate = "denied" if clause.has(english.ASKING) or clause.reaches else "wanted"
        if clause.fate == "wanted" or word not in english.PERSONS:
            clause.words.add(word)
        if word not in english.SMALL and (len(word) > 2 or word.isdigit()) and clause.fate == "wanted":
            self._unknown[self._typed(place, place + 1)] = None
        return place + 1

    def _enter(self, place: int) -> None:
        word = self._words[place]
        if word in english.SUBJECTS:
            self._clause = self._clause if self._clause.reaches else _Clause(place)
            self._clause.reaches = False
        elif self._clause.fate == "left out" and word in english.WHOS:
            pass  # not about someone who died
        elif word in _STOPS and place not in self._terms:
            self._clause = _Clause(place + 1, self._clause.words if word in english.RELATIVES else ())

    def _count(self) -> int | None:
        """Return how many songs are asked for: five lonely songs, a song; one by chance. A story may begin with it."""
        tells, asks = (not words.isdisjoint(self._words) for words in (english.TELLS, english.WANTING))
        is_story = tells and not asks
        in_terms = {at for place, phrase in self._terms.items() for at in range(place, phrase.end)}
        for place, word in enumerate(self._words[:2] if is_story else self._words):
            number = english.NUMBERS.get(word) or whole_number(word)
            number += 20 if number and self._words[place - 1 : place] == ["twenty"] else 0
            ahead = range(place + 1, min(place + _FAR, len(self._words)) if number else 0)
            near = takewhile(lambda at: at in in_terms or self._words[at] in english.BETWEEN - {"of"}, ahead)
            songs = english.SINGULAR | (english.COUNTED if number > 1 else set())
            if not songs.isdisjoint(self._words[at] for at in near):
                return number
        return 1 if not is_story and re.search(english.CHANCE, " ".join(self._words)) else None
