"""What a person means: the song, by number, title, artist or sound; the songs in which words occur."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from unicodedata import normalize

from .catalog import Song
from .text import fold, slips

_INITIAL = re.compile("[\u3131-\u314e]")  # a Korean consonant by itself
_LONGEST = 200  # characters; longer texts are no initials, and have to occur with their spaces


class Found(NamedTuple):
    """Songs, and the names as which what was typed had to be read, by ear or as typed on the wrong keyboard."""

    songs: list[Song]
    read_as: tuple[str, ...] = ()


def find_songs(songs: Sequence[Song], text: str) -> Found:
    """Return the songs that `text` can mean, by the first of these ways that finds any.

    The number; a title or alias as typed, then folded; a part of one; the artist; every word somewhere in titles,
    aliases and artist; a Korean title or artist by its sound or typed on the wrong keyboard.
    """
    text = normalize("NFC", text.strip())
    folded = fold(text)
    number = text.removeprefix("#").lstrip("0")
    ways: tuple[Callable[[Song], bool], ...] = (
        lambda song: str(song.number) == number,
        lambda song: text in titles(song),
        lambda song: _letters(folded) in (_letters(fold(title)) for title in titles(song)),
        lambda song: any(map(part.search, map(fold, titles(song)))),
        lambda song: _letters(folded) in (_letters(fold(name)) for name in artists(song)),
    )
    # A number is found whole or not at all, here and below: 80 is no part of 0805.
    part = re.compile(rf"\b{folded}\b") if folded.isdecimal() else _pattern(folded)
    for fits in ways if folded else ():
        found = [song for song in songs if fits(song)]
        if found:
            return Found(found)
    words = text.split()
    found = _songs_with(songs, words, [word for word in words if fold(word).isdecimal()], names_only=True)
    return Found(found) if found else _read_in_korean(songs, text)


def search(songs: Sequence[Song], words: Sequence[str], whole: Sequence[str] = ()) -> Found:
    """Return the songs in whose titles, aliases, artist, themes, moods or blurb every word occurs.

    Those of the words that are in `whole` have to be words there too, not parts of one. Korean initials stand for the
    titles and artists that have them. Where nothing is found, what occurs nowhere is read as the sound of a Korean name
    or as typed on the wrong keyboard.
    """
    found = _songs_with(songs, words, whole)
    if found or not words:
        return Found(found)
    found, read_as = _read_in_korean(songs, " ".join(words))
    if found:
        return Found(found, read_as)
    known, names = [], []
    for word in words:
        if _songs_with(songs, [word], whole):
            known.append(word)
        else:
            names.append(_read_in_korean(songs, word))
    if not all(name.songs for name in names):
        return Found([])
    found = [song for song in _songs_with(songs, known, whole) if all(song in name.songs for name in names)]
    return Found(found, tuple(read for name in names for read in name.read_as) if found else ())


def nearest_titles(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs with a title or alias of which `text` is a slip of spelling."""
    titled = {title: song for song in reversed(songs) for title in titles(song)}
    return list(dict.fromkeys(titled[title] for title in slips(text, reversed(titled))))


def nearest_word(songs: Sequence[Song], word: str) -> str | None:
    """Return a word of a title, alias, artist or blurb of which `word` is a slip of spelling, if there is one."""
    known = {known for song in songs for text in (*_names(song), song.blurb) for known in fold(text).split()}
    return next(iter(slips(word, sorted(known))), None)


def titles(song: Song) -> list[str]:
    """Return what a song is called: its title, its Korean title and its aliases."""
    return [title for title in (song.title, song.korean_title, *song.aliases) if title]


def artists(song: Song) -> list[str]:
    """Return what the artist of a song is called."""
    return [artist for artist in (song.artist, song.korean_artist, *song.artist_aliases) if artist]


def _names(song: Song) -> list[str]:
    return titles(song) + artists(song)


def _letters(folded: str) -> str:
    return folded.replace(" ", "")


def _songs_with(
    songs: Sequence[Song], words: Iterable[str], whole: Sequence[str] = (), names_only: bool = False
) -> list[Song]:
    """Return the songs in which every word occurs; symbols are passed over unless there is nothing else."""
    folded = {word: fold(word) for word in words}
    patterns = {word: _pattern(letters, word in whole) for word, letters in folded.items() if re.search(r"\w", letters)}
    if not patterns:
        symbols = list(filter(None, folded.values()))
        return [
            song for song in songs if symbols and all(map("\n".join(_names(song)).casefold().__contains__, symbols))
        ]

    def has_all(song: Song) -> bool:
        names = "\n".join(map(fold, _names(song)))
        texts = () if names_only else (*song.themes, *song.moods, song.blurb)
        rest = "\n".join(map(fold, texts))
        return all(
            pattern.search(names) or (pattern.search(rest) and not _INITIAL.search(folded[word]))
            for word, pattern in patterns.items()
        )

    return list(filter(has_all, songs))


def _pattern(folded: str, is_whole: bool = False) -> re.Pattern[str]:
    """Return what finds a folded text in another: as it is, inside a word, or over several from the start of one.

    Spaces do not matter, but "her" is not in "the rain". A consonant stands for each syllable that begins with it.
    """
    if len(folded) > _LONGEST:
        return re.compile(re.escape(folded))
    atoms = [_syllables(letter) if _INITIAL.match(letter) else re.escape(letter) for letter in folded]
    letters = [atom for atom in atoms if atom != r"\ "]
    if is_whole:
        return re.compile(r"\b" + " ?".join(letters) + r"\b")
    return re.compile("|".join(["".join(atoms), "".join(letters), r"\b" + " ?".join(letters)]))


def _syllables(initial: str) -> str:
    from .hangul import syllables

    return syllables(initial)


def _read_in_korean(songs: Sequence[Song], text: str) -> Found:
    """Return the songs with a name that the text is by ear, or typed on the wrong keyboard."""
    from .hangul import read

    read_as = read(text, (name for song in songs for name in _names(song)))
    return Found([song for song in songs if not set(read_as).isdisjoint(_names(song))], tuple(read_as))
