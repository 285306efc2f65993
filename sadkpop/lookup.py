"""What a person means: the song, by number, title, artist or sound; the songs in which words occur."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from .catalog import Song
from .text import fold, letters, slips, symbols

_INITIAL = re.compile("[\u3131-\u314e]")  # a Korean consonant by itself
_MOST_UNKNOWN = 10  # words that are told to occur nowhere
_LONGEST = 200  # characters; longer texts are no initials, and have to occur with their spaces


class Found(NamedTuple):
    """Songs; the names as which words had to be read, by ear or by keys; and a few of the words that occur nowhere."""

    songs: list[Song]
    read_as: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class _Text(NamedTuple):
    """A song with all that is looked for in it: folded, a line each; and its names with their symbols."""

    song: Song
    names: str
    rest: str
    symbols: str


def find_songs(songs: Sequence[Song], text: str) -> Found:
    """Return the songs that `text` can mean, by the first of these ways that finds any.

    The number; a title or alias as typed, then folded; a part of one; the artist; every word somewhere in titles,
    aliases and artist; a Korean title or artist by its sound or typed on the wrong keyboard.
    """
    text = normalize("NFC", text.strip())
    folded = fold(text)
    number = normalize("NFKC", text.removeprefix("#")).lstrip("0")  # in wide digits too
    ways: tuple[Callable[[Song], bool], ...] = (
        lambda song: str(song.number) == number,
        lambda song: text in titles(song),
        lambda song: letters(text) in map(letters, titles(song)),
        lambda song: any(map(part.search, map(fold, titles(song)))),
        lambda song: letters(text) in map(letters, artists(song)),
    )
    # A number is found whole or not at all, here and below: 80 is no part of 0805.
    part = re.compile(rf"\b{folded}\b") if folded.isdecimal() else _pattern(folded)
    for fits in ways if folded else ():
        found = [song for song in songs if fits(song)]
        if found:
            return Found(found)
    words = text.split()
    numbers = [word for word in words if fold(word).isdecimal()]
    found = _matching(list(map(_text, songs)), words, numbers, names_only=True)
    return Found(found) if found else _read_in_korean(songs, text)


def search(songs: Sequence[Song], words: Sequence[str], whole: Sequence[str] = ()) -> Found:
    """Return the songs in whose titles, aliases, artist, themes, moods or blurb every word occurs.

    Those of the words that are in `whole` have to be words there too, not parts of one. Korean initials stand for the
    titles and artists that have them. Where nothing is found, what occurs nowhere is read as the sound of a Korean name
    or as typed on the wrong keyboard.
    """
    texts = [_text(song) for song in songs]
    found = _matching(texts, words, whole)
    if found or not words:
        return Found(found)
    found, read_as, _ = _read_in_korean(songs, " ".join(words))
    if found:
        return Found(found, read_as)
    words = list(dict.fromkeys(words))
    unknown = tuple(islice((word for word in words if not _matching(texts, [word], whole)), _MOST_UNKNOWN))
    known = [word for word in words if word not in unknown]
    left = _matching(texts, known, whole) if known else list(songs)
    names: list[str] = []
    for word in unknown:
        found, read_as, _ = _read_in_korean(songs, word)
        if not found:
            return Found([], unknown=unknown)
        left = [song for song in left if song in found]
        names += read_as
    return Found(left, tuple(names) if left else (), () if left else unknown)


def nearest_titles(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs with a title or alias of which `text` is a slip of spelling."""
    titled = {title: song for song in reversed(songs) for title in titles(song)}
    return list(dict.fromkeys(titled[title] for title in slips(text, reversed(titled))))


def nearest_words(songs: Sequence[Song], words: Sequence[str]) -> dict[str, str]:
    """Return, for those of the words that are slips of one in a title, alias, artist or blurb, the nearest of these."""
    known = sorted({known for song in songs for text in (*_names(song), song.blurb) for known in fold(text).split()})
    return {word: near[0] for word in words if (near := slips(word, known))}


def titles(song: Song) -> list[str]:
    """Return what a song is called: its title, its Korean title and its aliases."""
    return [title for title in (song.title, song.korean_title, *song.aliases) if title]


def artists(song: Song) -> list[str]:
    """Return what the artist of a song is called."""
    return [artist for artist in (song.artist, song.korean_artist, *song.artist_aliases) if artist]


def _names(song: Song) -> list[str]:
    return titles(song) + artists(song)


def _text(song: Song) -> _Text:
    names = _names(song)
    rest = (*song.themes, *song.moods, song.blurb)
    return _Text(song, "\n".join(map(fold, names)), "\n".join(map(fold, rest)), symbols("\n".join(names)))


def _matching(
    texts: Sequence[_Text], words: Iterable[str], whole: Sequence[str] = (), names_only: bool = False
) -> list[Song]:
    """Return the songs in which every word occurs; symbols are passed over unless there is nothing else."""
    folded = {fold(word): word in whole for word in words}
    wanted = [word for word in folded if re.search(r"\w", word)]
    if not wanted:
        signs = list(filter(None, folded))
        return [text.song for text in texts if signs and all(sign in text.symbols for sign in signs)]
    pattern = cache(_pattern)  # made when it is needed: most of many words are not

    def has_all(text: _Text) -> bool:
        return all(
            pattern(word, folded[word]).search(text.names)
            or (not names_only and not _INITIAL.search(word) and pattern(word, folded[word]).search(text.rest))
            for word in wanted
        )

    return [text.song for text in texts if has_all(text)]


def _pattern(folded: str, is_whole: bool = False) -> re.Pattern[str]:
    """Return what finds a folded text in another: as it is, inside a word, or over several from the start of one.

    Spaces do not matter, but "her" is not in "the rain", nor "tom" in "to miss". A consonant stands for each syllable
    that begins with it.
    """
    if len(folded) > _LONGEST:
        return re.compile(re.escape(folded))
    atoms = [_syllables(letter) if _INITIAL.match(letter) else re.escape(letter) for letter in folded]
    joined = [atom for atom in atoms if atom != r"\ "]
    if is_whole:
        return re.compile(r"\b" + " ?".join(joined) + r"\b")
    # Latin letters over several words have to end with one, as they begin with one.
    end = r"\b" if folded.isascii() else ""
    return re.compile("|".join(["".join(atoms), "".join(joined), r"\b" + " ?".join(joined) + end]))


def _syllables(initial: str) -> str:
    from .hangul import syllables

    return syllables(initial)


def _read_in_korean(songs: Sequence[Song], text: str) -> Found:
    """Return the songs with a name that the text is by ear, or typed on the wrong keyboard."""
    from .hangul import read

    read_as = read(text, (name for song in songs for name in _names(song)))
    return Found([song for song in songs if not set(read_as).isdisjoint(_names(song))], tuple(read_as))
