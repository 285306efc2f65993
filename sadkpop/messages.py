"""The sentences: how words were taken, why nothing was found, and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from . import lookup, playlist
from .catalog import Catalog, Song
from .session import command, search_command
from .text import escape, fold, quoted, whole_number
from .vocabulary import Reading, Sense, Taken, Vocabulary, Wish

_MOST_CHOICES = 10  # songs to choose from
_MOST_WORDS = 5  # words or names in a row


def count(songs: Sequence[Song]) -> str:
    """Return how many songs there are."""
    return "1 song" if len(songs) == 1 else f"{len(songs)} songs"


def taken_as(taken: Iterable[Taken]) -> str | None:
    """Return how words that are not the names of terms were taken, if there are any."""
    typed: dict[Sense, dict[str, None]] = {}
    for one in taken:
        if one.sense and one.is_unspoken:
            return f"These are the songs of {escape(one.sense.name)}."
        if one.sense and not one.is_name:
            typed.setdefault(one.sense, {})[quoted(one.typed)] = None
    parts = [
        f"{_listed(list(words))} {'are' if len(words) > 1 else 'is'} taken as {sense}" for sense, words in typed.items()
    ]
    return f"{'; '.join(parts)}." if parts else None


def reading_notes(catalog: Catalog, words: Sequence[str], reading: Reading, options: Sequence[Taken] = ()) -> list[str]:
    """Return what is to be said of how the words of a playlist, and those in its options, were taken."""
    notes = [taken_as([*reading.taken, *reading.without, *options])]
    always = [one.typed for one in reading.taken if one.sense is None]
    if always and len(always) == len(reading.taken) and not options:
        goes = f"{quoted(always[0])} goes for every song. For fewer, add what happened or how it feels."
        notes.append(f"{goes} {_where_words_are()}")
    unknown = [word for word in reading.unknown if len(word) > 2]  # and not "I", "am", "my"
    if unknown:
        notes.append(f"Not understood: {_listed(list(map(quoted, unknown)))}.")
    text = fold(" ".join(words))
    titled = next((song for song in catalog.songs if text in map(fold, lookup.titles(song))), None)
    if titled:
        notes.append(f"{quoted(' '.join(words))} is also a song: {command('show', str(titled.number))}.")
    return list(filter(None, notes))


def nothing_understood(catalog: Catalog, vocabulary: Vocabulary, words: Sequence[str]) -> str:
    """Return what to say where no word of a playlist is known: the nearest, and where to look."""
    text = " ".join(words)
    sentences = [f"{quoted(text)} is not a theme or a mood."]
    if len(words) == 1 and whole_number(text):
        return " ".join([*sentences, f"For {escape(text)} songs, type {command('pick', '-n', text)}.",
                         f"To read song {escape(text)}, type {command('show', text)}."])  # fmt: skip
    meant = vocabulary.meant(text)
    if meant:
        sentences.append(f"Did you mean {_listed([sense.name for sense in meant[:3]], 'or')}?")
    near = lookup.nearest_words(catalog.songs, words[:_MOST_WORDS])
    if near and not meant:
        sentences.append(f"Did you mean {search_command(list(near.values()))}?")
    found = lookup.search(catalog.songs, words).songs
    if found:
        sentences.append(f"{search_command(words)} finds {count(found)}.")
    return " ".join([*sentences, _where_words_are()])


def not_a_term(vocabulary: Vocabulary, typed: str, kind: str, way_out: str = "") -> str:
    """Return what to say where an option for themes, for moods or, without a kind, for both does not know a word.

    The way out is what to say of a word of the other kind, if it is not to pick that.
    """
    unspoken = vocabulary.unspoken(typed)
    if unspoken:
        return songs_of(unspoken)
    sentence = f"{quoted(typed)} is not a {kind or 'theme or a mood'}"
    senses = vocabulary.senses(typed)
    if senses and way_out:
        return f"{sentence}. {way_out}"
    if senses:
        option = {"theme": "-t", "mood": "-m"}[senses[0].kind]
        known = (
            f"it is a {senses[0].kind}"
            if vocabulary.is_name(typed, senses[0])
            else f"it is another word for {senses[0]}"
        )
        return f"{sentence}; {known}: {command('pick', option, senses[0].name)}."
    if vocabulary.is_always(typed):
        return f"{sentence}; it goes for every song, so leave it out."
    meant = [sense.name for sense in vocabulary.meant(typed) if kind in ("", sense.kind)]
    guess = f"; did you mean {_listed(meant[:3], 'or')}?" if meant else "."
    return f"{sentence}{guess} {_where_words_are(kind)}"


def songs_of(sense: Sense) -> str:
    """Return where words lead that are not to be repeated."""
    return f"For the songs of {escape(sense.name)}, type {command('pick', sense.name)}."


def nothing_fits(catalog: Catalog, wish: Wish) -> str:
    """Return what to say where no song has what options asked for: with the nearest mood that there is."""
    wanted = [
        f"the {kind} {_listed(names, 'or')}" for kind, names in (("theme", wish.themes), ("mood", wish.moods)) if names
    ]
    without = list(dict.fromkeys([*wish.not_themes, *wish.not_moods]))
    clash = [name for name in (*wish.themes, *wish.moods) if name in without]
    if clash:
        return f"You asked for {_listed(clash)} and left it out."
    sentence = f"No song has {' and '.join(wanted)}" if wanted else "No song is left"
    sentence += f", with {_listed(without)} left out." if without else "."
    left = playlist.filter_songs(catalog.songs, *wish._replace(moods=()))
    if wish.themes and wish.moods and left:
        nearest = playlist.nearest_mood(left, list(catalog.moods), wish.moods)
        again = [part for theme in wish.themes for part in ("-t", theme)] + ["-m", nearest]
        # What was left out may have been a word for more than it is called.
        way_out = "" if without else f": {command('pick', *again)}"
        sentence += f" The closest mood is {escape(nearest)}{way_out}."
    return sentence


def nearest_instead(wish: Wish, in_order: bool) -> str:
    """Return what to say where words asked for a theme and a mood that no song has together.

    The songs with the theme may be ordered otherwise than by the mood.
    """
    sentence = f"No song has the theme {_listed(wish.themes, 'or')} and the mood {_listed(wish.moods, 'or')}."
    return f"{sentence} Here are those with the theme{'' if in_order else ', the closest mood first'}."


def way_notes(songs: Sequence[Song], start: str, end: str, steps: int) -> list[str]:
    """Return what is to be said of a playlist that leads from one mood to another: where it is short or off."""
    notes = []
    if 0 < len(songs) < steps:
        notes.append(f"Only {count(songs)} {'fits' if len(songs) == 1 else 'fit'}.")
    for song, mood, place in ((songs[0], start, "first"), (songs[-1], end, "last")) if songs else ():
        if mood not in song.moods:
            notes.append(f"No song left has the mood {escape(mood)}: the {place} one is the closest.")
    return notes


def read_note(names: Sequence[str]) -> str:
    """Return as what Korean names words had to be read."""
    return f"Read as {_listed([escape(name) for name in names[:3]], 'or')}."


def which_song(catalog: Catalog, text: str, songs: Sequence[Song], name: str) -> str:
    """Return what to say where `text` means several songs, or none, to the command of that name."""
    numbers = [song.number for song in catalog.songs]
    words = text.split()
    if songs:
        sentence = f"{quoted(text)} can be several songs. Be more specific, or use a number:"
    elif len(words) > 1 and all(word.removeprefix("#").isdecimal() for word in words):
        return f"One song at a time, please: {command(name, words[0])}."
    elif text.removeprefix("#").isdecimal():
        return f"There is no song {quoted(text)}. Songs are numbered from {min(numbers)} to {max(numbers)}."
    elif songs := lookup.nearest_titles(catalog.songs, text):
        sentence = f"No title or artist has {quoted(text)} in it. The nearest:"
    else:
        found = lookup.search(catalog.songs, words).songs
        sentence = f"No title or artist has {quoted(text)} in it."
        if found:
            return f"{sentence} {search_command(words)} finds {count(found)}."
        return f"{sentence} {command('list')} shows all songs."
    lines = [f"{song.number:>4}  {escape(song.title)} - {escape(song.artist)}" for song in songs[:_MOST_CHOICES]]
    more = [f"      and {len(songs) - _MOST_CHOICES} more"] if len(songs) > _MOST_CHOICES else []
    return "\n".join([sentence, *lines, *more])


def nothing_found(catalog: Catalog, vocabulary: Vocabulary, words: Sequence[str], unknown: Sequence[str]) -> str:
    """Return what to say where a search found nothing: which of the words occur nowhere, and where they lead."""
    unspoken = next(filter(None, map(vocabulary.unspoken, (" ".join(words), *words[:_MOST_WORDS]))), None)
    if unspoken:
        return songs_of(unspoken)
    if not unknown:
        return f"No song has {_listed(list(map(quoted, words)))} together. Try fewer words."
    sentence = f"No song has {_listed(list(map(quoted, unknown)), 'or')}"
    near = lookup.nearest_words(catalog.songs, unknown[:_MOST_WORDS])
    for word in unknown[:_MOST_WORDS]:
        senses = vocabulary.senses(word)
        if senses:
            subject = "that" if len(unknown) == 1 else quoted(word)
            return f"{sentence}, but {subject} is another word for {senses[0]}: {command('pick', senses[0].name)}."
        if near.get(word):
            return f"{sentence}; did you mean {quoted(near[word])}?"
        meant = vocabulary.meant(word)
        if meant:
            return f"{sentence}; did you mean {command('pick', meant[0].name)}?"
    return f"{sentence}. {command('list')} shows all songs."


def _where_words_are(kind: str = "") -> str:
    """Return which command shows the words for themes, for moods or for both."""
    if kind:
        return f"{command(f'{kind}s')} has the words."
    return f"{command('themes')} and {command('moods')} have the words."


def _listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a sentence lists them, the first few of many."""
    shown = [escape(name) for name in names[:_MOST_WORDS]]
    if len(names) > _MOST_WORDS:
        return ", ".join([*shown, "…"])
    return f" {last} ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
