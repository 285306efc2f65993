"""From words and options to a playlist, and to what is to be said about it. Nothing here prints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from . import messages, playlist, reading, search
from .catalog import Catalog, Song
from .messages import Command
from .text import can_be_typed, command_line, letters, operands
from .vocabulary import Match, Vocabulary

_STEPS = 5  # songs from one mood to another by default


class WrongOption(Exception):
    """Options that contradict each other. The text is a sentence with a way out."""


class UnknownValue(WrongOption):
    """A value that an option does not know. `kinds` are what it takes: "theme", "mood" or "song"."""

    def __init__(self, option: str, value: str, kinds: Sequence[str]) -> None:
        self.option = option
        self.value = value
        self.kinds = kinds


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
    """Where a path starts or ends: in a mood, with how it was named, or with a song."""

    mood: str
    song: Song | None = None
    match: Match | None = None
    note: str = ""  # that a song is called like the mood


def pick(catalog: Catalog, vocabulary: Vocabulary, request: Request, command: Command = command_line) -> Picked:
    """Return the playlist that words and options ask for. Raises WrongOption if an option cannot be obeyed."""
    typed = reading.read(vocabulary, request.words)
    request = request._replace(size=typed.number if request.size is None else request.size)
    _check_order(request)
    options = list(_matches(vocabulary, "-t", request.themes, ["theme"]))
    options += _matches(vocabulary, "-m", request.moods, ["mood"])
    without = list(_matches(vocabulary, "--not", request.without, ["theme", "mood"]))
    start = _end(catalog, vocabulary, "--from", request.start)
    end = _end(catalog, vocabulary, "--to", request.end)
    if start and end and start.song and start.song == end.song:
        raise WrongOption(messages.SAME_SONG)
    ends = [one for one in (start, end) if one]
    wanted, left_out = [*typed.wanted, *options], [*typed.left_out, *without]
    query = Query(_names(wanted, "theme"), _names(wanted, "mood"), _names(left_out, "theme"), _names(left_out, "mood"))
    if request.words and not (typed.wanted or typed.left_out or typed.number):
        return Picked([], query, is_understood=False, needs_quiet=True)
    read = [*options, *without, *(one.match for one in ends if one.match)]
    notes = [*_reading_notes(catalog, request.words, typed, read, command), *(one.note for one in ends if one.note)]
    moods = list(catalog.moods)
    needs_quiet = moods[0] in (*query.moods, *(one.mood for one in ends))
    songs, query = _fitting(catalog, query, request, notes)
    rng = Random(request.seed if request.seed is None else os.fsencode(request.seed))  # the bytes that were typed
    path = (start or _End(moods[0]), end or _End(moods[-1])) if ends else ()
    if path:
        steps = request.size or _STEPS
        songs = playlist.path(songs, moods, path[0].mood, path[1].mood, steps, rng, path[0].song, path[1].song)
        notes += messages.path_notes(songs, path[0].mood, path[1].mood, steps)
    elif request.size:
        songs = playlist.sample(songs, request.size, rng)
    if request.shuffle:
        songs = playlist.shuffle(songs, rng)
    if request.arc:
        songs = playlist.arc(songs, moods)
    led = [" to ".join(one.song.title if one.song else one.mood for one in path)] if path else []
    title = ", ".join([*led, *query.themes, *query.moods, *(f"not {name}" for name in query.left_out)])
    default = songs[0].title if len(songs) == 1 else messages.count(songs)
    return Picked(songs, query, notes, title or default, needs_quiet=needs_quiet)


def words_in(vocabulary: Vocabulary, values: Sequence[str]) -> Iterator[str]:
    """Yield the words in the values of an option: each is one word for a term, or several with commas."""
    for value in values:
        yield from [value] if vocabulary.senses(value) else map(str.strip, value.split(","))


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


def _matches(vocabulary: Vocabulary, option: str, values: Sequence[str], kinds: Sequence[str]) -> Iterator[Match]:
    """Yield what the values of an option stand for. Raises UnknownValue."""
    for word in words_in(vocabulary, values):
        senses = [sense for sense in vocabulary.senses(word) if sense.kind in kinds]
        if option == "--not" and vocabulary.is_always(word):
            yield Match(word, None)
        elif not senses:
            raise UnknownValue(option, word, kinds)
        for sense in senses:
            yield Match(word, sense, vocabulary.is_name(word, sense))


def _end(catalog: Catalog, vocabulary: Vocabulary, option: str, value: str | None) -> _End | None:
    """Return where a path starts or ends, None if the option was not given. Raises UnknownValue."""
    if value is None:
        return None
    songs = search.by_number(catalog.songs, value) or search.titled(catalog.songs, value)
    for mood in vocabulary.senses(value):
        if mood.kind == "mood":
            match = Match(value, mood, vocabulary.is_name(value, mood))
            note = messages.end_of_that_name(option, songs[0]) if songs else ""
            return _End(mood.name, None, match, note)
    if len(songs) != 1:
        raise UnknownValue(option, value, ["mood", "song"])
    return _End(songs[0].moods[0], songs[0])


def _names(matches: Iterable[Match], kind: str) -> list[str]:
    """Return the terms of a kind that words stand for, each name once."""
    return list(dict.fromkeys(match.sense.name for match in matches if match.sense and match.sense.kind == kind))


def _fitting(catalog: Catalog, query: Query, request: Request, notes: list[str]) -> tuple[list[Song], Query]:
    """Return the songs that fit, and what they fit.

    Where words ask in vain for a theme with a mood, that is the theme, and a note says so.
    """
    songs = playlist.filter_songs(catalog.songs, *query)
    if not songs and request.words and query.themes and query.moods:
        of_theme = playlist.filter_songs(catalog.songs, *query._replace(moods=()))
        if of_theme:
            is_ordered = bool(request.start or request.end or request.shuffle or request.arc)
            notes.append(messages.nearest_instead(query.themes, query.moods, is_ordered))
            songs = playlist.nearest_first(of_theme, list(catalog.moods), query.moods)
            query = query._replace(moods=())
    return songs, query


def _reading_notes(
    catalog: Catalog, words: Sequence[str], typed: reading.Reading, options: Sequence[Match], command: Command
) -> Iterator[str]:
    """Yield how words and the values of options were read."""
    named = search.titled(catalog.songs, " ".join(words))
    if named:
        yield messages.by_that_name(named, command("show", *(str(song.number) for song in named)))
    names = {match.typed for match in options if match.is_name}
    read = [match for match in (*typed.wanted, *options) if not match.is_name and match.typed not in names]
    if any(match.sense for match in read):
        yield messages.reading(read)
    left_out = list(dict.fromkeys(match.sense.name for match in typed.left_out if match.sense))
    if left_out:
        yield messages.without(left_out)
    artists = _artists(catalog.songs, words, typed)
    for name in artists:
        yield messages.by_that_name(search.search(catalog.songs, [name]).songs, command("search", *operands([name])))
    has_terms = typed.number or left_out or options or any(match.sense for match in typed.wanted)
    if typed.wanted and not (has_terms or artists):
        yield f"{messages.all_songs_are(catalog.always[0])} {messages.another_word(command)}"
    elif not all(match.sense for match in (*typed.left_out, *options)):
        yield messages.all_songs_are(catalog.always[0])
    unknown = [word for word in typed.unknown if word not in artists]
    if unknown:
        yield messages.not_understood(unknown)


def _artists(songs: Sequence[Song], words: Sequence[str], typed: reading.Reading) -> list[str]:
    """Return the artists named by one of the words, but for those that stand for terms."""
    in_terms = {word for match in (*typed.wanted, *typed.left_out) for word in match.typed.split()}
    rest = [word for word in dict.fromkeys(" ".join(words).split()) if word not in in_terms and can_be_typed([word])]
    names = {letters(name) for song in songs for name in search.artists(song)} if rest else set()
    return [word for word in rest if letters(word) in names]
