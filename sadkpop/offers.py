"""What to type instead, where something typed leads nowhere. A command is tried before it is offered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from . import messages, playlist, search
from .catalog import Catalog, Song
from .messages import Command
from .picking import Query, Request, UnknownValue, WrongOption, pick, words_in
from .text import can_be_typed, escape, fold, operands, typos, whole_number
from .vocabulary import Kind, Vocabulary

_FIELDS = {"-t": "themes", "-m": "moods", "--not": "without", "--from": "start", "--to": "end"}  # of a request


class Named(NamedTuple):
    """The songs that words name, what to say if they do not, and the Korean names that matched by ear or by keys."""

    songs: Sequence[Song]
    problem: str = ""
    read_as: Sequence[str] = ()
    is_list: bool = False


class Offers:
    """Finds commands to offer. `command` writes them, with the catalog that is in use."""

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
        """Return what words for a playlist name instead of a term, if anything: a number, a song or an artist."""
        text = " ".join(words)
        named = search.by_number(self._songs, text) or search.titled(self._songs, text)
        number = whole_number(text.removeprefix("#"))
        if 0 < number <= len(self._songs):
            return messages.only_a_number(number, bool(named), self._command)
        if named:
            return messages.by_that_name(named, self._command("show", *(str(song.number) for song in named)))
        if search.by_artist(self._songs, text) and can_be_typed(words):
            found = search.search(self._songs, words).songs
            return messages.by_that_name(found, self._command("search", *operands(words)))
        return ""

    def nothing_understood(self, words: Sequence[str]) -> str:
        """Return what to try instead of words for a playlist that lead nowhere, which only a command repeats."""
        meant = [sense.name for sense in self._vocabulary.meant(" ".join(words))]
        fixed = self._tried(Request(meant[:1])) if meant else ""
        offer = messages.did_you_mean(meant, fixed) if fixed else self.search_finds(words)
        return messages.nothing_understood(self.words, offer, self._command)

    def instead_of_option(self, request: Request, error: WrongOption) -> str:
        """Return what to say of an option that cannot be obeyed, with a command that keeps the others."""
        if not isinstance(error, UnknownValue):
            return str(error)
        if not fold(error.value):
            return messages.needs_value(error.option, _FIELDS[error.option])
        if self._vocabulary.is_always(error.value):
            return f"{messages.all_songs_are(self._catalog.always[0])} {messages.another_word(self._command)}"
        if error.option in ("--from", "--to"):
            return self._instead_of_end(request, error)
        return self._instead_of_term([error.value], error.kinds, self._tried(self._fixed(request)))

    def _instead_of_end(self, request: Request, error: UnknownValue) -> str:
        field, value = _FIELDS[error.option], error.value
        for theme in self._vocabulary.senses(value):
            of_theme = playlist.arc(playlist.filter_songs(self._songs, [theme.name]), list(self._catalog.moods))
            mood = of_theme[-(field == "end")].moods[0] if of_theme else ""
            fixed = self._tried(request, themes=[*request.themes, theme.name], **{field: mood})
            known = messages.other_kind(value, "mood", theme, fixed)
            return known if fixed else f"{known} {messages.one_end(error.option, command=self._command)}"
        moods = [sense.name for word in words_in(self._vocabulary, [value]) for sense in self._vocabulary.senses(word)]
        fixed = self._tried(request, start=moods[0], end=moods[1]) if len(moods) > 1 else ""
        if fixed:
            return messages.one_end(error.option, messages.TO_THE_OTHER.format(fixed), self._command)
        songs = search.find(self._songs, value).songs or search.nearest_titles(self._songs, value)
        ends = {sense.name: sense.name for sense in self._vocabulary.meant(value) if sense.kind == "mood"}
        ends |= {str(song.number): f"{song.number} {song.title}" for song in songs}
        fixed = self._tried(request, **{field: next(iter(ends))}) if ends else ""
        return messages.one_end(error.option, messages.did_you_mean(list(ends.values()), fixed), self._command)

    def _instead_of_term(self, words: Sequence[str], kinds: Sequence[str], fixed: str) -> str:
        text = " ".join(words)
        for sense in self._vocabulary.senses(text):
            known = messages.other_kind(text, kinds[0], sense, fixed)
            return known if fixed else f"{known} {messages.show_them_all(self._command, kinds)}"
        meant = [sense.name for sense in self._vocabulary.meant(text)]
        return messages.no_match(words, kinds, messages.did_you_mean(meant, fixed), self._command)

    def _fixed(self, request: Request) -> Request:
        """Return the request with each word under the option for it, typos corrected and unknown words left out."""
        fixed: dict[str, list[str]] = {"theme": [], "mood": [], "": []}
        for kind, values in (("theme", request.themes), ("mood", request.moods), ("", request.without)):
            for word in words_in(self._vocabulary, values):
                senses = self._vocabulary.senses(word) or self._vocabulary.meant(word)
                for sense in [sense for sense in senses if kind in ("", sense.kind)] or senses:
                    fixed[sense.kind if kind else ""].append(sense.name)
        themes, moods, without = (list(dict.fromkeys(names)) for names in fixed.values())
        return request._replace(themes=themes, moods=moods, without=without)

    def _tried(self, request: Request, **changed: Any) -> str:
        """Return the command for a changed request; nothing if it finds no songs."""
        request = request._replace(**changed)
        try:
            songs = pick(self._catalog, self._vocabulary, request).songs
        except WrongOption:
            return ""
        return self._command(*request.args()) if songs and can_be_typed(request.args()) else ""

    def search_finds(self, words: Sequence[str]) -> str:
        """Return what a search for the words finds; nothing if it finds nothing."""
        found = search.search(self._songs, words).songs if can_be_typed(words) else []
        return messages.search_finds(words, found, self._command) if found else ""

    def instead_of_nothing(self, request: Request, query: Query) -> str:
        """Return why no song fits, with the closest mood that there is."""
        clash = [name for name in (*query.themes, *query.moods) if name in query.left_out]
        if clash:
            return messages.clash(clash)
        problem = messages.no_song(query.themes, query.moods, query.left_out)
        left = playlist.filter_songs(self._songs, *query._replace(moods=()))
        if query.themes and query.moods and left:
            nearest = playlist.nearest_mood(left, list(self._catalog.moods), query.moods)
            if fixed := self._tried(request, moods=[nearest]):
                return f"{problem} {messages.CLOSEST_MOOD.format(escape(nearest), fixed)}"
        return f"{problem} {messages.FEWER_WORDS if query.left_out else messages.another_word(self._command)}"

    def instead_of_command(self, words: Sequence[str], commands: Collection[str]) -> str:
        """Return what to say if the first word is not a command, or if it is help and the second is not."""
        is_help = words[0] == "help"
        words = words[1:] if is_help else words
        near = typos(words[0], commands, mistaken=False, least=3)
        tried = [("help", [name]) if is_help else (name, words[1:]) for name in near]
        for name, meant in [*tried, *((name, words) for name in ("show", "pick", "search"))]:
            if self._works(name, meant, commands):
                return messages.no_such_command(words[0], self._command(name, *operands(meant)))
        return messages.which_command(self.words[0], self._command)

    def _works(self, name: str, words: Sequence[str], commands: Collection[str]) -> bool:
        """Return whether a command finds something for the words."""
        if not can_be_typed(words):
            return False
        if name == "pick":
            return bool(self._tried(Request(words)))
        if name == "search":
            return bool(self.search_finds(words))
        if name in ("show", "play"):
            named, text = self.named(words), " ".join(words)
            is_whole = named.is_list or search.by_number(self._songs, text) or search.titled(self._songs, text)
            return bool(is_whole) and not named.problem and (name == "show" or not named.is_list)
        if name in ("themes", "moods") and words:
            return any(f"{sense.kind}s" == name for sense in self._vocabulary.senses(" ".join(words)))
        return not words or (name == "help" and words[0] in commands)

    def named(self, words: Sequence[str]) -> Named:
        """Return the songs that words name: several by their numbers, else one."""
        numbers = search.numbered(self._songs, words)
        if numbers is not None:
            songs, unknown = numbers
            return Named(songs, messages.no_such_number(unknown, self._songs) if unknown else "", is_list=True)
        text = " ".join(words)
        songs, read_as, _ = search.find(self._songs, text)
        if len(songs) == 1:
            return Named(songs, read_as=read_as)
        if songs:
            problem = messages.several(text, songs)
        elif fold(text).isdecimal():
            problem = messages.no_such_number([text], self._songs)
        else:
            near = [f"{song.number} {song.title}" for song in search.nearest_titles(self._songs, text)]
            offer = messages.did_you_mean(near) or self.search_finds(words)
            problem = messages.no_match([text], ["song"], offer, self._command)
        return Named([], problem, read_as)

    def instead_of_search(self, words: Sequence[str], unknown: Sequence[str]) -> str:
        """Return what to say where a search found nothing: which of the words occur nowhere, and where they lead."""
        if not unknown:
            return messages.no_match([" ".join(words)], ["song"], messages.FEWER_WORDS)
        text = " ".join(unknown)
        senses = self._vocabulary.senses(text)
        near = "" if senses else search.nearest_word(self._songs, unknown)
        if near:
            return messages.no_match(unknown, ["song"], messages.did_you_mean([near]), self._command)
        meant = [sense.name for sense in senses or self._vocabulary.meant(text)]
        return self._instead_of_term(unknown, ["song"], self._tried(Request(meant[:1])) if meant else "")

    def term(self, kind: Kind, text: str) -> str:
        """Return the name of the theme or mood that a text stands for. Raises WrongOption if it stands for none."""
        senses = self._vocabulary.senses(text)
        for sense in senses:
            if sense.kind == kind:
                return sense.name
        near = senses or self._vocabulary.meant(text)
        commands = [self._command(f"{sense.kind}s", *operands([sense.name])) for sense in near]
        raise WrongOption(self._instead_of_term([text], [kind], "".join(commands[:1])))
