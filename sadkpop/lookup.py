"""What a person means: a song, by its number, its title or a part of that; words to search for; a theme or a mood."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .catalog import Song
from .hangul import INITIALS, syllables
from .text import fold, nearest


def find_songs(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs that `text` can mean.

    That is the one of that number, else those with that title or alias, else those with a title it is a part of.
    """
    number = text.strip().lstrip("0")
    numbered = [song for song in songs if str(song.number) == number]
    letters = fold(text).replace(" ", "")
    if numbered or not letters:
        return numbered or [song for song in songs if text in _titles(song)]
    # A number is found whole or not at all: 80 is no part of 0805.
    part = re.compile(rf"\b{letters}\b") if letters.isdecimal() else _pattern(fold(text))
    titles = [(song, [fold(title) for title in _titles(song)]) for song in songs]
    whole = [song for song, folded in titles if letters in (title.replace(" ", "") for title in folded)]
    return whole or [song for song, folded in titles if any(map(part.search, folded))]


def nearest_titles(songs: Sequence[Song], text: str) -> list[Song]:
    """Return up to three songs with a title or alias that is spelled like `text`, the nearest first."""
    titled = {fold(title): song for song in reversed(songs) for title in _titles(song)}
    return list(dict.fromkeys(titled[title] for title in nearest(fold(text), titled, 3)))


def search(songs: Sequence[Song], words: Sequence[str]) -> list[Song]:
    """Return the songs in whose titles, aliases, artist or blurb every word occurs.

    Korean initials stand for the titles and artists that have them. What has no letter or digit in it is passed over;
    where nothing else is asked for, nothing is found.
    """
    patterns = [(_pattern(word), set(INITIALS).isdisjoint(word)) for word in map(fold, words) if word]

    def has_all(song: Song) -> bool:
        names, blurb = "\n".join(map(fold, _names(song))), fold(song.blurb)
        return all(pattern.search(names) or (anywhere and pattern.search(blurb)) for pattern, anywhere in patterns)

    return [song for song in songs if patterns and has_all(song)]


def find_word(words: Collection[str], text: str) -> str | None:
    """Return which of the words `text` is, if it is one, in any letter case."""
    folded = {fold(word): word for word in words if fold(word)}
    return text if text in words else folded.get(fold(text))


def nearest_word(words: Collection[str], text: str) -> str | None:
    """Return which of the words is spelled most like `text`, if one is."""
    folded = {fold(word): word for word in words}
    return next((folded[near] for near in nearest(fold(text), folded)), None)


def nearest_in_songs(songs: Sequence[Song], word: str) -> str | None:
    """Return the word of a title, alias, artist or blurb that is spelled most like `word`, if one is."""
    known = {known for song in songs for text in (*_names(song), song.blurb) for known in fold(text).split()}
    return nearest_word(sorted(known), word)


def _titles(song: Song) -> list[str]:
    return [title for title in (song.title, song.korean_title, *song.aliases) if title]


def _names(song: Song) -> list[str]:
    return [*_titles(song), song.artist, *filter(None, [song.korean_artist])]


def _pattern(folded: str) -> re.Pattern[str]:
    """Return what finds a folded text in another: as it is, inside a word, or over several from the start of one.

    Spaces do not matter, but "her" is not in "the rain". A consonant stands for each syllable that begins with it.
    """
    atoms = [syllables(letter) if letter in INITIALS else letter for letter in folded]
    letters = [atom for atom in atoms if atom != " "]
    return re.compile("|".join(["".join(atoms), "".join(letters), r"\b" + " ?".join(letters)]))
