"""What to type instead, where something typed leads nowhere. A command is tried before it is offered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from . import messages, playlist, search
from .catalog import Catalog, Song
from .messages import Command
from .picking import Query, Request, UnknownValue, WrongOption, pick, words_in
from .text import escape, fold, operands, typos, whole_number
from .vocabulary import Vocabulary

_FIELDS = {"--from": "start", "--to": "end"}  # of a request


class Named(NamedTuple):
    """The songs that words name, what to say if they do not, and the Korean names that matched by ear or by keys."""

    songs: Sequence[Song]
    problem: str = ""
    read_as: Sequence[str] = ()
    is_list: bool = False


class Offers:
    """What other commands are offered from. `command` names the catalog in them."""

    def __init__(self, catalog: Catalog, vocabulary: Vocabulary, command: Command) -> None:
        self._catalog = catalog
        self._songs = catalog.songs
        self._vocabulary = vocabulary
        self._command = command

    @property
    def song(self) -> Song:
        """A song to show how to name one: number 14, as in the help, if there is one."""
        return (search.by_number(self._songs, "14") or self._songs)[0]

    @property
    def words(self) -> list[str]:
        """A few words that lead somewhere: the first other word, or else the name, of every fourth term with songs."""
        used = {name for song in self._songs for name in (*song.themes, *song.moods)}
        terms = {**self._catalog.themes, **self._catalog.moods}
        words = [(*terms[name].also, name)[0] for name in terms if name in used]
        return (words[4::4] or words)[:4]

    def instead_of_words(self, words: Sequence[str]) -> str:
        """Return what words of a playlist that lead to no term name instead: a number, a song or an artist, if any."""
        text = " ".join(words)
        number = whole_number(text.removeprefix("#"))
        is_song = bool(search.by_number(self._songs, text))
        is_count = 0 < number <= len(self._songs)
        if is_song or is_count:
            return messages.only_a_number(number, is_song, is_count, self._command)
        named = search.titled(self._songs, text)
        if len(named) == 1:
            return messages.that_song(named[0], self._command)
        if search.by_artist(self._songs, text):
            return messages.by_that_name(words, search.search(self._songs, words).songs, self._command)
        return ""

    def nothing_understood(self, words: Sequence[str]) -> str:
        """Return what to try instead of words of a playlist that lead nowhere; without words, none are repeated."""
        found = search.search(self._songs, words).songs if words and self._can_be_typed(words) else []
        offers = [messages.search_finds(words, found, self._command)] if found else []
        meant = [name for name in self._meant(" ".join(words)) if self.works("pick", [name])]
        if meant:
            offers.insert(0, messages.did_you_mean(meant, self._command))
        return messages.nothing_understood(self.words, offers, self._command)

    def instead_of_option(self, request: Request, error: WrongOption) -> str:
        """Return what to say of an option that cannot be obeyed, with a command that keeps the others."""
        if not isinstance(error, UnknownValue):
            return str(error)
        option, value, kind = error.option, error.value, error.kind
        if not fold(value):
            names = {"-t": "themes", "-m": "moods", "--not": "without", **_FIELDS}
            return messages.needs_value(option, names[option])
        if self._vocabulary.is_always(value):
            return messages.matches_every_song(value, option, self._catalog.always[0], self._command)
        if option in _FIELDS:
            return self._instead_of_end(request, option, value)
        fixed = self._tried(self._fixed(request))
        for sense in self._vocabulary.senses(value):
            return messages.other_kind(value, kind, sense, self._vocabulary.is_name(value, sense), fixed)
        return messages.unknown_term(value, kind, self._meant(value, kind), fixed, self._command)

    def _instead_of_end(self, request: Request, option: str, value: str) -> str:
        songs = search.titled(self._songs, value)
        if songs:
            return messages.several_songs(value, option, songs)
        for theme in self._vocabulary.senses(value):
            of_theme = playlist.arc(playlist.filter_songs(self._songs, [theme.name]), list(self._catalog.moods))
            mood = of_theme[-(option == "--to")].moods[0] if of_theme else ""
            fixed = self._tried(request, themes=[*request.themes, theme.name], **{_FIELDS[option]: mood})
            return messages.other_kind(value, "mood", theme, self._vocabulary.is_name(value, theme), fixed)
        moods = [sense.name for word in words_in(self._vocabulary, value) for sense in self._vocabulary.senses(word)]
        if len(moods) > 1:
            return messages.one_mood(option, self._tried(request, start=moods[0], end=moods[1]))
        meant = self._meant(value, "mood")
        if not meant:
            found = [*search.find(self._songs, value).songs, *search.nearest_titles(self._songs, value)]
            number = str(found[0].number) if len(found) == 1 else ""
            fixed = self._tried(request, **{_FIELDS[option]: number}) if number else ""
            return messages.no_end(value, option, fixed, self._command)
        fixed = self._tried(request, **{_FIELDS[option]: meant[0]})
        return messages.unknown_term(value, "mood", meant, fixed, self._command)

    def _meant(self, text: str, kind: str = "") -> list[str]:
        """Return the terms of a kind that a text may be a typo for."""
        return [sense.name for sense in self._vocabulary.meant(text) if kind in ("", sense.kind)]

    def _fixed(self, request: Request) -> Request:
        """Return the request with each word under the option for it, typos corrected and unknown words left out."""
        fixed: dict[str, list[str]] = {"theme": [], "mood": [], "": []}
        for kind, values in (("theme", request.themes), ("mood", request.moods), ("", request.without)):
            for word in (word for value in values for word in words_in(self._vocabulary, value)):
                senses = self._vocabulary.senses(word)
                if any(kind in ("", sense.kind) for sense in senses):
                    fixed[kind].append(word)
                elif senses:
                    fixed[senses[0].kind].append(senses[0].name)
                else:
                    fixed[kind] += self._meant(word, kind)[:1]
        return request._replace(themes=fixed["theme"], moods=fixed["mood"], without=fixed[""])

    def _tried(self, request: Request, **changed: str | Sequence[str]) -> str:
        """Return the command for a changed request; nothing if it finds no songs."""
        request = request._replace(**changed)  # type: ignore[arg-type]  # by the names of fields
        try:
            songs = pick(self._catalog, self._vocabulary, request).songs
        except WrongOption:
            return ""
        return self._command(*request.args()) if songs and self._can_be_typed(request.args()) else ""

    def _can_be_typed(self, words: Sequence[str]) -> bool:
        """Return whether words stand in a command as they are: what is not printable, or long, does not."""
        return all(escape(word) == word for word in words)

    def instead_of_nothing(self, request: Request, query: Query) -> str:
        """Return why no song fits, with the closest mood that there is."""
        clash = [name for name in (*query.themes, *query.moods) if name in query.left_out]
        if clash:
            return messages.clash(clash)
        problem = messages.no_song(query.themes, query.moods, query.left_out)
        left = playlist.filter_songs(self._songs, *query._replace(moods=()))
        if not (query.themes and query.moods and left):
            return f"{problem} {messages.what_there_is(self._command)}"
        nearest = playlist.nearest_mood(left, list(self._catalog.moods), query.moods)
        return f"{problem} {messages.closest_mood(nearest, self._tried(request, moods=[nearest]))}"

    def instead_of_command(self, words: Sequence[str], commands: Collection[str]) -> str:
        """Return what to say of words of which the first is no command, or of which it is help, of none."""
        near = [(name, words[1:]) for name in typos(words[0], commands, mistaken=False, least=3)]
        if words[0] == "help":
            near = [("help", [name]) for name in typos(words[1], commands, mistaken=False, least=3)]
            near += [("show", words[1:]), ("pick", words[1:])]
        tried = [*near, *((name, words) for name in ("show", "pick", "search"))]
        for name, meant in tried:
            is_wrong_help = name == "help" and meant and meant[0] not in commands
            if self._can_be_typed(meant) and self.works(name, meant) and not is_wrong_help:
                typed = next((word for word in words if word not in commands), words[-1])
                return messages.no_such_command(typed, self._command(name, *operands(meant)))
        return messages.which_command(self.words[0], self._command)

    def works(self, name: str, words: Sequence[str]) -> bool:
        """Return whether a command finds something for the words."""
        text = " ".join(words)
        if name == "pick":
            return bool(pick(self._catalog, self._vocabulary, Request(words)).songs)
        if name == "search":
            return bool(words and search.search(self._songs, words).songs)
        if name in ("show", "play"):
            numbers = search.numbered(self._songs, words) if name == "show" else None
            return len(search.by_number(self._songs, text) or search.titled(self._songs, text)) == 1 or bool(
                numbers and not numbers[1]
            )
        return name == "help" or not words

    def named(self, words: Sequence[str]) -> Named:
        """Return the songs that words name: several by their numbers, else one."""
        numbers = search.numbered(self._songs, words)
        if numbers is not None:
            songs, unknown = numbers
            every = [song.number for song in self._songs]
            return Named(songs, messages.no_such_number(unknown, every) if unknown else "", is_list=True)
        found = search.find(self._songs, " ".join(words))
        if len(found.songs) == 1:
            return Named(found.songs, read_as=found.read_as)
        return Named([], self._instead_of_song(words, found.songs), found.read_as)

    def _instead_of_song(self, words: Sequence[str], songs: Sequence[Song]) -> str:
        text = " ".join(words)
        if songs:
            return messages.several(text, songs)
        if fold(text).isdecimal():
            return messages.no_such_number([text], [song.number for song in self._songs])
        found = search.search(self._songs, words).songs
        offer = messages.search_finds(words, found, self._command) if found and self._can_be_typed(words) else ""
        return messages.no_such_title(text, search.nearest_titles(self._songs, text), offer, self._command)

    def instead_of_search(self, words: Sequence[str], unknown: Sequence[str]) -> str:
        """Return what to say where a search found nothing: which of the words occur nowhere, and where they lead."""
        if not unknown:
            return messages.not_together(words)
        near = search.nearest_words(self._songs, unknown)
        for word in unknown:
            for sense in self._vocabulary.senses(word):
                if self.works("pick", [sense.name]):
                    return messages.word_for(word, sense, self._command)
            if word in near:
                return messages.no_match(unknown, near[word], self._command)
        return messages.no_match(unknown, next(iter(self._meant(" ".join(unknown))), ""), self._command)

    def term(self, kind: str, text: str) -> str:
        """Return the name of the theme or mood that a text stands for. Raises WrongOption if it stands for none."""
        senses = sorted(self._vocabulary.senses(text), key=lambda sense: sense.kind != kind)
        for sense in senses:
            if sense.kind == kind:
                return sense.name
            fixed = self._command(f"{sense.kind}s", sense.name)
            raise WrongOption(messages.other_kind(text, kind, sense, self._vocabulary.is_name(text, sense), fixed))
        raise WrongOption(messages.unknown_term(text, kind, self._meant(text, kind), "", self._command))
