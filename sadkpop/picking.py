"""From words and options to a playlist, and to what is to be said about it. Nothing here prints."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from . import messages, playlist, reading, search
from .catalog import Catalog, Song
from .messages import Command
from .text import command_line, letters, operands
from .vocabulary import Match, Vocabulary

_STEPS = 5  # songs from one mood to another by default


class WrongOption(Exception):
    """Options that contradict each other. The text is a sentence with a way out."""


class UnknownValue(WrongOption):
    """A value that an option does not know. `kind` is that of the terms it takes: "theme", "mood", or "" for both."""

    def __init__(self, option: str, value: str, kind: str) -> None:
        super().__init__(f"{option}: {value}")
        self.option = option
        self.value = value
        self.kind = kind


class Request(NamedTuple):
    """The words and options of `pick`, as typed."""

    words: Sequence[str] = ()
    themes: Sequence[str] = ()
    moods: Sequence[str] = ()
    without: Sequence[str] = ()
    size: int | None = None
    seed: str | None = None
    shuffle: bool = False
    arc: bool = False
    start: str | None = None
    end: str | None = None

    def args(self) -> list[str]:
        """Return the command line that asks for this."""
        args = ["pick"]
        for option, values in (("-t", self.themes), ("-m", self.moods), ("--not", self.without)):
            args += [part for value in values for part in (option, value)]
        for option, value in (("-n", self.size), ("--seed", self.seed), ("--from", self.start), ("--to", self.end)):
            args += [option, str(value)] if value is not None else []
        return [*args, *["--shuffle"] * self.shuffle, *["--arc"] * self.arc, *operands(self.words)]


class Query(NamedTuple):
    """The terms that songs are to have, one of each kind, and those that they are not to have."""

    themes: Sequence[str] = ()
    moods: Sequence[str] = ()
    not_themes: Sequence[str] = ()
    not_moods: Sequence[str] = ()

    @classmethod
    def of(cls, wanted: Sequence[Match], left_out: Sequence[Match]) -> Query:
        """Return the query that words and options make, each name once."""
        return cls(
            *(
                list(dict.fromkeys(match.sense.name for match in matches if match.sense and match.sense.kind == kind))
                for matches in (wanted, left_out)
                for kind in ("theme", "mood")
            )
        )

    @property
    def left_out(self) -> list[str]:
        """What is left out, each name once."""
        return list(dict.fromkeys([*self.not_themes, *self.not_moods]))


class Picked(NamedTuple):
    """A playlist, and what is to be said about it."""

    songs: Sequence[Song]
    query: Query
    notes: Sequence[str] = ()  # before the songs
    title: str = ""  # what was asked for
    is_understood: bool = True
    needs_quiet: bool = False  # whether the heaviest mood was asked for, or nothing was understood


class _End(NamedTuple):
    """Where a path starts or ends: in a mood, or with a song."""

    mood: str
    song: Song | None = None
    match: Match | None = None  # how a mood was named
    namesake: Song | None = None  # a song with the title that was read as a mood

    def __str__(self) -> str:
        return self.song.title if self.song else self.mood


def pick(catalog: Catalog, vocabulary: Vocabulary, request: Request, command: Command = command_line) -> Picked:
    """Return the playlist that words and options ask for. Raises WrongOption if an option cannot be obeyed."""
    typed = reading.read(vocabulary, request.words)
    request = request._replace(size=typed.number if request.size is None else request.size)
    _check_order(request)
    options = [
        *_matches(vocabulary, "-t", request.themes, "theme"),
        *_matches(vocabulary, "-m", request.moods, "mood"),
    ]
    without = list(_matches(vocabulary, "--not", request.without, ""))
    start = _end(catalog, vocabulary, "--from", request.start)
    end = _end(catalog, vocabulary, "--to", request.end)
    if start and end and start.song and start.song == end.song:
        raise WrongOption(messages.SAME_SONG)
    query = Query.of([*typed.wanted, *options], [*typed.left_out, *without])
    if request.words and not (typed.wanted or typed.left_out or typed.number):
        return Picked([], query, is_understood=False, needs_quiet=True)
    notes = [
        *_reading_notes(catalog, request.words, typed, [*options, *without], command),
        *_end_notes(request, start, end, command),
    ]
    songs = _fitting(catalog, query, request, notes)
    moods = list(catalog.moods)
    rng = Random(request.seed if request.seed is None else os.fsencode(request.seed))  # the bytes that were typed
    path = (start or _End(moods[0]), end or _End(moods[-1])) if start or end else ()
    if path:
        steps = request.size or _STEPS
        songs = playlist.path(songs, moods, path[0].mood, path[1].mood, steps, rng, path[0].song, path[1].song)
        notes += messages.path_notes(songs, *(None if one.song else one.mood for one in path), steps=steps)
    elif request.size:
        songs = playlist.sample(songs, request.size, rng)
    if request.shuffle:
        songs = playlist.shuffle(songs, rng)
    if request.arc:
        songs = playlist.arc(songs, moods)
    parts = [" to ".join(map(str, path))] if path else []
    title = ", ".join([*parts, *query.themes, *query.moods, *(f"not {name}" for name in query.left_out)])
    needs_quiet = moods[0] in (*query.moods, *(one.mood for one in (start, end) if one))
    default = songs[0].title if len(songs) == 1 else messages.count(songs)
    return Picked(songs, query, notes, title or default, needs_quiet=needs_quiet)


def words_in(vocabulary: Vocabulary, value: str) -> list[str]:
    """Return the words in the value of an option: it is one word for a term, or several with commas."""
    return [value] if vocabulary.senses(value) else [word.strip() for word in value.split(",")]


def _check_order(request: Request) -> None:
    """Raise WrongOption unless the options that set an order go together, and with -n and --seed."""
    orders = {"--shuffle": request.shuffle, "--arc": request.arc, "--from": request.start, "--to": request.end}
    given = [option for option, value in orders.items() if value not in (None, False)]
    if len(given) > 1 and given != ["--from", "--to"]:
        raise WrongOption(messages.TWO_ORDERS.format(*given[:2]))
    if request.seed is not None and not request.size and given in ([], ["--arc"]):
        raise WrongOption(messages.SEED_ALONE)
    if request.size is not None and request.size < 1:
        raise WrongOption(messages.needs_value("-n", "size"))
    if request.size == 1 and not {"--from", "--to"}.isdisjoint(given):
        raise WrongOption(messages.TOO_FEW_STEPS)


def _matches(vocabulary: Vocabulary, option: str, values: Sequence[str], kind: str) -> Iterator[Match]:
    """Yield what the values of an option stand for. Raises UnknownValue."""
    for word in (word for value in values for word in words_in(vocabulary, value)):
        senses = [sense for sense in vocabulary.senses(word) if kind in ("", sense.kind)]
        if option == "--not" and vocabulary.is_always(word):
            yield Match(word, None, "always")
        elif not senses:
            raise UnknownValue(option, word, kind)
        for sense in senses:
            yield Match(word, sense, "name" if vocabulary.is_name(word, sense) else "other")


def _end(catalog: Catalog, vocabulary: Vocabulary, option: str, value: str | None) -> _End | None:
    """Return where a path starts or ends, None if the option was not given. Raises UnknownValue."""
    if value is None:
        return None
    songs = search.by_number(catalog.songs, value) or search.titled(catalog.songs, value)
    for mood in vocabulary.senses(value):
        if mood.kind == "mood":
            how = vocabulary.is_name(value, mood)
            return _End(
                mood.name, match=Match(value, mood, "name" if how else "other"), namesake=songs[0] if songs else None
            )
    if len(songs) != 1:
        raise UnknownValue(option, value, "mood")
    return _End(songs[0].moods[0], songs[0])


def _fitting(catalog: Catalog, query: Query, request: Request, notes: list[str]) -> list[Song]:
    """Return the songs that fit.

    Where words ask for a theme and a mood that no song has together, these are the theme's songs, those nearest the
    mood first, and a note says so.
    """
    songs = playlist.filter_songs(catalog.songs, *query)
    if songs or not (request.words and query.themes and query.moods):
        return songs
    of_theme = playlist.filter_songs(catalog.songs, *query._replace(moods=()))
    if of_theme:
        is_ordered = bool(request.start or request.end or request.shuffle or request.arc)
        instead = messages.nearest_instead(query.themes, is_ordered)
        notes.append(f"{messages.no_song(query.themes, query.moods)} {instead}")
    return playlist.nearest_first(of_theme, list(catalog.moods), query.moods)


def _reading_notes(
    catalog: Catalog, words: Sequence[str], typed: reading.Reading, options: Sequence[Match], command: Command
) -> Iterator[str]:
    """Yield how words were read."""
    text = " ".join(words)
    for song in search.titled(catalog.songs, text)[:1]:
        yield messages.also_a_song(text, song, command)
    if any(match.how != "name" and match.sense for match in (*typed.wanted, *options)):
        yield messages.reading([*typed.wanted, *options])
    left_out = list(dict.fromkeys(match.sense.name for match in typed.left_out if match.sense))
    if left_out:
        yield messages.without(left_out)
    if typed.wanted and not (typed.number or left_out or options or any(match.sense for match in typed.wanted)):
        yield messages.all_songs_are(catalog.always[0], catalog.songs, command)
    elif not all(match.sense for match in (*typed.left_out, *options)):
        yield messages.nothing_left_out(catalog.always[0])
    of_artists = {letters(name) for song in catalog.songs for name in search.artists(song)}
    read = {word for match in (*typed.wanted, *typed.left_out) for word in match.typed.split()}
    artists = [word for word in dict.fromkeys(words) if word not in read and letters(word) in of_artists]
    yield from (messages.an_artist(word, command) for word in artists)
    unknown = [word for word in typed.unknown if word not in artists]
    if unknown:
        yield messages.not_understood(unknown)


def _end_notes(request: Request, start: _End | None, end: _End | None, command: Command) -> Iterator[str]:
    """Yield how the moods were read that a path starts and ends with."""
    for field, one in (("start", start), ("end", end)):
        if one and one.namesake and one.match:
            fixed = request._replace(**{field: str(one.namesake.number)})  # type: ignore[arg-type]
            if fixed.start != fixed.end:
                yield messages.mood_and_song(one.match.typed, one.mood, one.namesake, command(*fixed.args()))
        elif one and one.match and one.match.how != "name":
            yield messages.reading([one.match])
