"""From what a person typed to songs, telling on the way how it was understood."""

from __future__ import annotations

import os
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from . import lookup, messages, playlist
from .catalog import Catalog, Song
from .program import UsageError, print_note
from .session import current_catalog, current_vocabulary
from .vocabulary import Taken, Vocabulary, Wish

if TYPE_CHECKING:
    from click import Context

_STEPS = 5  # songs from one mood to another, if not said otherwise
_MOST_STEPS = 100  # more would take a while, and be no evening
WAY = "--from or --to"  # one of the options that set an order, as these are named


def check_order(orders: Sequence[str], seed: str | None, count: int | None) -> None:
    """Raise UsageError unless the options that set an order, those given, go together and with the others."""
    if len(orders) > 1:
        raise UsageError(f"{orders[0]} and {orders[1]} both set the order: use one of them.")
    if seed is not None and not count and orders in ([], ["--arc"]):
        raise UsageError("--seed only matters with -n, --shuffle, --from or --to.")
    if count is not None and orders == [WAY] and not 2 <= count <= _MOST_STEPS:
        raise UsageError(f"Going from one mood to another takes at least two songs: -n 2 to -n {_MOST_STEPS}.")


def seeded(seed: str | None) -> Random:
    """Return what chance comes from: the same for the same seed."""
    # The bytes that were typed, whatever the locale made of them.
    return Random(seed if seed is None else os.fsencode(seed))


def understand(
    ctx: Context, words: Sequence[str], options: Sequence[Taken], without: Sequence[Taken], ends: Sequence[Taken]
) -> Wish:
    """Return what words and options ask for. Raises UsageError where there are words and none is known."""
    catalog, vocabulary = current_catalog(ctx), current_vocabulary(ctx)
    typed = vocabulary.read(words)
    if words and not (typed.taken or typed.without):
        raise UsageError(messages.nothing_understood(catalog, vocabulary, words))
    for note in messages.reading_notes(catalog, words, typed, [*options, *without, *ends]):
        print_note(note)
    return Wish.of([*typed.taken, *options], [*typed.without, *without])


def choose(catalog: Catalog, wish: Wish, by_words: bool, in_order: bool) -> list[Song]:
    """Return the songs that a wish asks for.

    Where words asked for a theme and a mood that no song has together, they are all those with the theme, nearest the
    mood first; they may be put in another order later.
    """
    songs = playlist.filter_songs(catalog.songs, *wish)
    if by_words and not songs and wish.themes and wish.moods:
        of_theme = playlist.filter_songs(catalog.songs, *wish._replace(moods=()))
        songs = playlist.nearest_first(of_theme, list(catalog.moods), wish.moods)
        if songs:
            print_note(messages.nearest_instead(wish, in_order))
    return songs


def ends(catalog: Catalog, start: Taken | None, end: Taken | None) -> tuple[str, str]:
    """Return the moods in which a way starts and ends: by itself the heaviest and the lightest."""
    moods = list(catalog.moods)
    first = start.sense.name if start and start.sense else moods[0]
    return first, end.sense.name if end and end.sense else moods[-1]


def lead(
    catalog: Catalog, songs: Sequence[Song], start: Taken | None, end: Taken | None, count: int | None, rng: Random
) -> list[Song]:
    """Return songs that lead from one mood to another."""
    first, last = ends(catalog, start, end)
    found = playlist.way(songs, list(catalog.moods), first, last, count or _STEPS, rng)
    for note in messages.way_notes(found, first, last, count or _STEPS):
        print_note(note)
    return found


def playlist_name(
    catalog: Catalog, wish: Wish, start: Taken | None, end: Taken | None, songs: Sequence[Song], seed: str | None
) -> str:
    """Return what to call a playlist: what was asked for."""
    parts = [" to ".join(ends(catalog, start, end))] if start or end else []
    parts += [*wish.themes, *wish.moods]
    parts += [f"not {name}" for name in dict.fromkeys([*wish.not_themes, *wish.not_moods])]
    parts = parts or [messages.count(songs)]
    return ", ".join(parts + ([f"seed {seed}"] if seed is not None else []))


def find(catalog: Catalog, words: Sequence[str]) -> list[Song]:
    """Return the songs that words can mean."""
    return _told(lookup.find_songs(catalog.songs, " ".join(words))).songs


def search(catalog: Catalog, vocabulary: Vocabulary, words: Sequence[str]) -> lookup.Found:
    """Return the songs in which all the words occur, and what was made of the words."""
    return _told(lookup.search(catalog.songs, words, list(filter(vocabulary.is_whole, words))))


def _told(found: lookup.Found) -> lookup.Found:
    if found.read_as:
        print_note(messages.read_note(found.read_as))
    return found
