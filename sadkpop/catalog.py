"""The catalog: a YAML file, read and checked, as songs and the vocabulary that describes them."""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Mapping, Sequence
from os import F_OK, PathLike, access, fspath
from typing import NamedTuple
from urllib.parse import urlencode

from . import __path__ as _package
from . import source
from .fields import MOST_PROBLEMS, Fields, Problems
from .text import escape, letters, quoted


class CatalogError(Exception):
    """A file that is no catalog.

    `problems` has a sentence for each thing wrong with it, of the first hundred found, with file and line and in the
    order of the file; `count` is how many there are. The text is all of that.
    """

    def __init__(self, problems: Sequence[str], count: int = 1) -> None:
        """Keep the problems, and how many there are."""
        self.problems = tuple(problems)
        self.count = count
        rest = count - len(problems)
        more = f"\n… and {rest} more problem{'' if rest == 1 else 's'}." if rest else ""
        super().__init__("\n".join(problems) + more)


class UnreadableCatalog(CatalogError):
    """A file that cannot be read at all. The one problem says so; it has no line."""


class Term(NamedTuple):
    """A theme or a mood: what it means, and other words for it.

    Those of the other words that are `unspoken` lead there before all others, and are never shown.
    """

    meaning: str
    also: tuple[str, ...] = ()
    unspoken: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The other words that may be shown."""
        return self.also[: len(self.also) - len(self.unspoken)]


# Named tuples rather than dataclasses: as frozen, and start-up is shorter by a thirtieth.
class Song(NamedTuple):
    """One song. The fields are the catalog's, in the catalog's order; the main theme and the main mood stand first."""

    number: int
    title: str
    korean_title: str | None
    artist: str
    korean_artist: str | None
    artist_aliases: tuple[str, ...]
    aliases: tuple[str, ...]
    themes: tuple[str, ...]
    moods: tuple[str, ...]
    blurb: str

    @property
    def query(self) -> str:
        """What to type into YouTube's search box to hear it: artist, title and Korean title, with no operator."""
        text = " ".join(filter(None, (self.artist, self.title, self.korean_title)))
        words = (word.lstrip(_HYPHENS) for word in text.translate(_OPERATORS).split())
        return " ".join(filter(None, words))

    @property
    def url(self) -> str:
        """A YouTube search for the song, in ASCII."""
        return "https://www.youtube.com/results?" + urlencode({"search_query": self.query})


_HYPHENS = "-‐‑‒–—―−﹣－"  # before a word: without it
_OPERATORS = dict.fromkeys(map(ord, '|｜"＂“”„‟〝〞'), " ")  # either of two; this very text


class Catalog(NamedTuple):
    """The vocabulary and the songs, in the order of the file: the moods from the heaviest to the lightest.

    `always` are other words that go for every song.
    """

    themes: Mapping[str, Term]
    moods: Mapping[str, Term]
    always: tuple[str, ...]
    songs: tuple[Song, ...]


def load(path: str | PathLike[str] | None = None) -> Catalog:
    """Return the catalog in the file at `path`; without one, the built-in catalog.

    Raises CatalogError, with every problem there is, for a file that is none; UnreadableCatalog if it cannot be read.
    """
    # To go over the growing tree would take the garbage collector three quarters of the time for a large one.
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return _load(path)
    finally:
        if was_collecting:
            gc.enable()


def _load(path: str | PathLike[str] | None) -> Catalog:
    """Do what load does, whatever the garbage collector does."""
    name = f"{_package[0]}/data/songs.yaml" if path is None else fspath(path)
    problems: list[tuple[int, str]] = []
    try:
        file = _built_in() if path is None else source.read(name)
        root = source.compose(file)
        found = Problems(file)
        # The words of the built-in catalog are checked by the tests: there are two thousand, and it takes a while.
        catalog = _catalog(root, found, check_words=path is not None)
        problems, count = found.in_order(), found.count
    except source.Unreadable as error:
        raise UnreadableCatalog([f"cannot read {escape(name, 300) or 'the catalog'}: {error}"]) from None
    except source.InvalidYAML as error:
        from .mistakes import explain

        problems, count = [explain(file.text, [error.line, error.begun], str(error))], 1
    except source.Malformed as error:
        problems, count = [(error.line, str(error))], 1
    if problems:
        sentences = [f"{escape(name, 300)}:{line}: {sentence}" for line, sentence in problems[:MOST_PROBLEMS]]
        raise CatalogError(sentences, count)
    return catalog


def _built_in() -> source.Source:
    """Return the file of the songs, which are inside an installed package and beside that of a checkout."""
    for path in (f"{_package[0]}/data/songs.yaml", f"{_package[0]}/../data/songs.yaml"):
        if access(path, F_OK):
            return source.read(path)
    from pkgutil import get_data

    try:
        return source.decode(get_data(__package__, "data/songs.yaml") or b"")  # from a zip application
    except OSError:
        raise source.Unreadable("no such file") from None


def _catalog(root: source.Node, problems: Problems, check_words: bool) -> Catalog:
    """Return the catalog that the tree at `root` holds, with gaps where there are problems.

    The other words for its terms may be taken as they are.
    """
    top = Fields(root, "", problems, "the fields themes, moods and songs", Catalog._fields)
    if not top:
        return Catalog({}, {}, (), ())
    themes = _Vocabulary("themes", top, problems, check_words)
    moods = _Vocabulary("moods", top, problems, check_words)
    songs: list[Song] = []
    numbers: set[int] = set()
    for node in top.nodes("songs", 'at least one song, each beginning with "- number:"'):
        once = 'it once: the next song begins with "- number:"'
        fields = Fields(node, _song_label(node), problems, "the fields of a song", Song._fields, once)
        if fields:
            songs.append(_song(fields, numbers, themes, moods))
            numbers.add(songs[-1].number)
    return Catalog(themes.terms, moods.terms, _always(top, themes, moods), tuple(songs))


def _song_label(node: source.Node) -> str:
    """Return what problems call a song: its number, where it has one."""
    for key, value in node.pairs() if isinstance(node, source.Mapping) else ():
        if key.value == "number" and isinstance(value, source.Text) and value.value:
            return f"song {escape(value.value, 20)}"
    return "song"


def _song(fields: Fields, numbers: Collection[int], themes: _Vocabulary, moods: _Vocabulary) -> Song:
    """Return a song, whose number must not be one of the `numbers`."""
    return Song(
        number=fields.number("number", numbers),
        title=fields.text("title"),
        korean_title=fields.optional_text("korean_title"),
        artist=fields.text("artist"),
        korean_artist=fields.optional_text("korean_artist"),
        artist_aliases=tuple(text for _, text in fields.optional_texts("artist_aliases")),
        aliases=tuple(text for _, text in fields.optional_texts("aliases")),
        themes=_names(fields, themes, moods),
        moods=_names(fields, moods, themes),
        blurb=fields.text("blurb"),
    )


def _names(fields: Fields, vocabulary: _Vocabulary, other: _Vocabulary) -> tuple[str, ...]:
    """Return the themes or the moods of a song, whose names must be in the vocabulary; the other kind is told apart."""
    kind = vocabulary.kind
    names: dict[str, None] = {}
    for node, name in fields.texts(kind, vocabulary.example):
        if vocabulary.terms and name not in vocabulary.terms:
            fields.wrong(node, kind, *_unknown(name, vocabulary, other), name, vocabulary.terms)
        elif name in names:
            fields.wrong(node, kind, "it once", f"{quoted(name)} again")
        names[name] = None
    return tuple(names)


def _unknown(word: str, vocabulary: _Vocabulary, other: _Vocabulary) -> tuple[str, str]:
    """Return what was expected and what was found in place of the name of a term."""
    parts = re.split("[ ;/+，、]+", word[:200])
    if all(part in vocabulary.terms for part in parts):
        return f"commas between them: {', '.join(parts)}", quoted(word)
    spelling = letters(word)
    meant = vocabulary.meaning(spelling) or other.meaning(spelling)
    expected = f"one of the catalog's {vocabulary.kind}"
    return expected, f"{quoted(word)}, which is {meant}" if meant else quoted(word)


def _always(top: Fields, *vocabularies: _Vocabulary) -> tuple[str, ...]:
    """Return the words that go for every song, which must not stand for a theme or a mood."""
    words = top.optional_texts("always")
    taken: dict[str, str] = {}
    for node, word in words:
        spelling = letters(word)
        meant = " and ".join(filter(None, (vocabulary.meaning(spelling) for vocabulary in vocabularies)))
        if meant:
            top.wrong(node, "always", "words that are no theme and no mood", f"{quoted(word)}, which is {meant}")
        elif spelling in taken:
            top.wrong(node, "always", "it once", f"{quoted(word)} again")
        taken[spelling] = word
    return tuple(word for _, word in words)


class _Vocabulary:
    """The terms of one kind, and what each word stands for, however it is spelled."""

    def __init__(self, kind: str, top: Fields, problems: Problems, check_words: bool) -> None:
        """Read the terms of a kind: "themes" or "moods"."""
        self.kind = kind
        self._check_words = check_words
        self.terms: dict[str, Term] = {}
        self._names: dict[str, str] = {}  # by spelling
        self._others: dict[str, str] = {}  # the name by the spelling of another word
        expected = f"the {kind}, each in a line of its own: a word, a colon and what it means"
        fields = Fields(top[kind], kind, problems, expected)
        for name in fields:
            spelling = letters(name)
            if spelling in self._names:
                fields.wrong(
                    fields[name], name, "it once", f"{quoted(self._names[spelling])} again, in another spelling"
                )
            self._names[spelling] = name
        for name in fields:
            if name in ("moods", "songs") and name not in top:  # which a catalog has to have
                fields.wrong(fields[name], name, "no spaces before it", "a field of the whole catalog")
            self.terms[name] = self._term(fields, name, problems)
        self.example = f"a list, as in {kind}: [{escape(next(iter(fields), 'one'), 40)}]"

    def _term(self, fields: Fields, name: str, problems: Problems) -> Term:
        """Return a term, which is its meaning alone or has fields."""
        node = fields[name]
        if isinstance(node, source.Text | source.Marked):
            return Term(fields.text(name, "its meaning"))
        expected = "its meaning, or the fields meaning and also"
        fields = Fields(node, f"{self.kind}, {escape(name)}", problems, expected, Term._fields)
        meaning = fields.text("meaning") if fields else ""
        also, unspoken = (
            self._other_words(fields, name, field)
            if self._check_words
            else tuple([word.value for word in fields.nodes(field, "", 0)] if field in fields else [])
            for field in ("also", "unspoken")
        )
        return Term(meaning, also + unspoken, unspoken)

    def _other_words(self, fields: Fields, name: str, field: str) -> tuple[str, ...]:
        """Return the other words for a term in a field, of which none may stand for another of its kind."""
        words = fields.optional_texts(field)
        for place, word in words:
            spelling = letters(word)
            meant = self.meaning(spelling)
            if meant:
                found = (
                    f"{quoted(word)} again"
                    if self._others.get(spelling) == name
                    else f"{quoted(word)}, which is {meant}"
                )
                fields.wrong(place, field, "it once", found)
            self._others.setdefault(spelling, name)
        return tuple(word for _, word in words)

    def meaning(self, spelling: str) -> str:
        """Return what a word of this spelling stands for, in a few words; nothing if it is not in the vocabulary."""
        if spelling in self._names:
            return f"the {self.kind[:-1]} {quoted(self._names[spelling])}"
        return f"another word for {quoted(self._others[spelling])}" if spelling in self._others else ""
