"""A song by its name, and the songs in which words occur."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from . import hangul
from .catalog import Song
from .text import fold, letters, symbols, typos, whole_number

_RANGE = re.compile(r"#?\d{1,9}(?:[-–~]#?\d{1,9})?")
_INITIAL = re.compile("[\u3131-\u314e]")  # a Korean consonant by itself


class Found(NamedTuple):
    """The songs found, the Korean names that matched by ear or by keys, and the words that occur nowhere."""

    songs: list[Song]
    read_as: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def titles(song: Song) -> list[str]:
    """Return what a song is called: its title, its Korean title and its aliases."""
    return list(filter(None, (song.title, song.korean_title, *song.aliases)))


def artists(song: Song) -> list[str]:
    """Return what the artist of a song is called."""
    return list(filter(None, (song.artist, song.korean_artist, *song.artist_aliases)))


def by_number(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the song with this number, in digits of any width; none if the text is not a number."""
    number = whole_number(normalize("NFKC", text.strip().removeprefix("#")))
    return [song for song in songs if song.number == number]


def numbered(songs: Sequence[Song], words: Sequence[str]) -> tuple[list[Song], list[str]] | None:
    """Return the songs of several numbers or ranges, each once, and those of the words that are no song's number.

    None if any word is neither, there is one number alone, or the text is a whole title. A number that is no song's may
    be part of a title; what a range has no songs for is passed over.
    """
    parts = " ".join(words).replace(",", " ").split()
    ends = [list(map(int, re.split("[-–~]", part.replace("#", "")))) for part in parts if _RANGE.fullmatch(part)]
    if len(ends) < len(parts) or sum(map(len, ends)) < 2 or titled(songs, " ".join(words)):
        return None
    shown: dict[int, Song] = {}
    unknown = []
    for part, (first, *last) in zip(parts, ends, strict=True):
        low, high = sorted([first, *(last or [first])])
        inside = [song for song in songs if low <= song.number <= high]
        inside = inside or (find(songs, part).songs if low == high else [])
        shown |= {song.number: song for song in sorted(inside, key=lambda song: song.number, reverse=low < first)}
        if not inside:
            unknown.append(part)
    return list(shown.values()), unknown


def titled(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs with this title or alias: as typed or, failing that, in another spelling."""
    text = normalize("NFC", text.strip())
    spelled = letters(text)
    exact = [song for song in songs if text in titles(song)]
    return exact or [song for song in songs if spelled in map(letters, titles(song))]


def by_artist(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs of the artist with this name, in any spelling."""
    spelled = letters(text)
    return [song for song in songs if spelled in map(letters, artists(song))]


def find(songs: Sequence[Song], text: str) -> Found:
    """Return the songs that `text` can mean, by the first of these that finds any.

    The number; a title or alias as typed, then folded; a part of one; the artist; every word somewhere in titles,
    aliases and artist; a Korean title or artist by its sound or typed on the wrong keyboard.
    """
    folded = fold(text)
    if not folded:
        return Found([])
    part = _pattern(folded)
    found = (
        by_number(songs, text)
        or titled(songs, text)
        or [song for song in songs if any(map(part.search, map(fold, titles(song))))]
        or by_artist(songs, text)
        or _matching(songs, text.split(), names_only=True)
    )
    return Found(found) if found else _read_in_korean(songs, text)


def search(songs: Sequence[Song], words: Sequence[str]) -> Found:
    """Return the songs in whose titles, aliases, artist, themes, moods or blurb every word occurs.

    Korean initials stand for the titles and artists that have them. Where nothing is found, what occurs nowhere is read
    as the sound of a Korean name or as typed on the wrong keyboard.
    """
    found = _matching(songs, words)
    if found or not words:
        return Found(found)
    heard = _read_in_korean(songs, " ".join(words))
    if heard.songs:
        return heard
    left = list(songs)
    read_as: list[str] = []
    unknown: list[str] = []
    for word in dict.fromkeys(words):
        found = _matching(songs, [word])
        heard = Found(found) if found else _read_in_korean(songs, word)
        numbers = {song.number for song in heard.songs}
        left = [song for song in left if song.number in numbers]
        read_as += heard.read_as
        if not heard.songs:
            unknown.append(word)
    return Found(left, tuple(read_as) if left else (), tuple(unknown))


def nearest_titles(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs with a title or alias of which `text` is a typo, the nearest."""
    near = typos(text, {title for song in songs for title in titles(song)})
    return [song for song in songs if not set(near).isdisjoint(titles(song))]


def nearest_word(songs: Sequence[Song], words: Sequence[str]) -> str:
    """Return the word in a title, alias, artist or blurb that the first typo of one is nearest to; "" if none is."""
    texts = (text for song in songs for text in (*titles(song), *artists(song), song.blurb))
    known = sorted({known for text in texts for known in fold(text).split()})
    return next((near[0] for word in words if (near := typos(word, known))), "")


@cache
def _texts(song: Song) -> tuple[str, str, str]:
    """Return what is searched in a song, a line each: its names and the rest, folded, and its names as they are."""
    names, rest = titles(song) + artists(song), (*song.themes, *song.moods, song.blurb)
    return "\n".join(map(fold, names)), "\n".join(map(fold, rest)), symbols("\n".join(names))


def _matching(songs: Sequence[Song], words: Iterable[str], names_only: bool = False) -> list[Song]:
    """Return the songs in which every word occurs; symbols are passed over unless there is nothing else."""
    folded = dict.fromkeys(map(fold, words))
    wanted = [word for word in folded if re.search(r"\w", word)]
    if not wanted:
        signs = [sign for word in folded for sign in word.split()]
        return [song for song in songs if signs and all(sign in _texts(song)[2] for sign in signs)]

    def has(song: Song, word: str) -> bool:
        kinds = _texts(song)[: 1 if names_only or _INITIAL.search(word) else 2]
        return any(map(_pattern(word).search, kinds))

    return [song for song in songs if all(has(song, word) for word in wanted)]


@lru_cache(1024)  # made when it is needed: most of many words are not
def _pattern(folded: str) -> re.Pattern[str]:
    """Return what finds a folded text in another: as it is, inside a word, or over several from the start of one.

    Spaces do not matter, but "her" is not in "the rain", nor "tom" in "to miss"; and a number is found whole: 80 is not
    in 0805. A consonant stands for each syllable that begins with it.
    """
    if folded.isdecimal():
        return re.compile(rf"(?<!\d){folded}(?!\d)")
    atoms = [hangul.syllables(letter) if _INITIAL.match(letter) else re.escape(letter) for letter in folded]
    joined = [atom for atom in atoms if atom != r"\ "]
    # Latin letters over several words have to end with one, as they begin with one.
    end = r"\b" if folded.isascii() else ""
    return re.compile("|".join(["".join(atoms), "".join(joined), r"\b" + " ?".join(joined) + end]))


def _read_in_korean(songs: Sequence[Song], text: str) -> Found:
    names = {song.number: titles(song) + artists(song) for song in songs}
    read_as = hangul.read(text, (name for of_song in names.values() for name in of_song))
    return Found([song for song in songs if not set(read_as).isdisjoint(names[song.number])], tuple(read_as))
