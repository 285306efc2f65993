"""The rules of a catalog: from nodes to songs and vocabulary, with every problem there is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..text import escape, letters, quoted, split_words, typos
from . import Care, Catalog, Song, Term
from .fields import Fields, did_you_mean, is_empty, visible
from .reader import List, Source, Table, parse

_NO_CATALOG = "this is not a catalog: it needs themes, moods and songs. A start: the built-in songs.yaml."
_NO_CARE = 'care must be a list; each block begins with "- words:"'
_NO_SONG = 'each song begins with "- number:"'
_AGAIN = ' in this {0}. Does a new {0} begin here? Then write "- {1}:" first.'
_EXAMPLES = {"theme": "breakup: Love is over", "mood": "wistful: Missing it quietly"}


def read_catalog(source: Source, check_words: bool) -> Catalog:
    """Return the catalog in a file. Unless `check_words`, words are taken as they are.

    Raises CatalogError listing every problem there is.
    """
    top = Fields(source, "", parse(source)).take(_NO_CATALOG, Catalog._fields)
    if not top:
        source.raise_problems()
    themes, moods = (_Terms(kind, source, top, check_words) for kind in ("theme", "mood"))
    if check_words:
        _check_words(top, "always", themes, moods)
    catalog = Catalog(
        themes=themes.terms,
        moods=moods.terms,
        always=split_words(top.words("always")),
        care=tuple(_read_care(source, top, {**moods.terms, **themes.terms}, check_words)),
        quiet=top.optional_text("quiet") or "",
        songs=tuple(_read_songs(source, top, themes, moods)),
    )
    source.raise_problems()
    return catalog


class _Terms:
    """The terms of one kind, and which of them a word stands for, however it is spelled."""

    def __init__(self, kind: str, source: Source, top: Fields, check_words: bool) -> None:
        self.kind = kind
        self.terms: dict[str, Term] = {}
        self._names: dict[str, str] = {}  # of terms, by the spelling of a word
        node = top[f"{kind}s"]
        state = "must be a group of lines" if f"{kind}s" in top else "is missing"
        fields = Fields(source, "", node).take(f"{kind}s {state}; give each its own line: {_EXAMPLES[kind]}")
        for key in node.nodes[::2] if isinstance(node, Table) else ():
            name = visible(key)
            if name in ("moods", "songs") and name not in top:
                source.report(key.start, f"{name} must begin at the left edge")
                source.raise_problems()  # what follows from it is no problem
            earlier = self._names.setdefault(letters(name), name)
            if earlier != name:
                source.report(key.start, f"{escape(name)} stands twice, first as {escape(earlier)}")
        for name, node in fields.items():
            own = Fields(source, f"{kind} {escape(name)}", node)
            if isinstance(node, Table | List):
                own.take(f"write what {escape(name)} means", ("meaning", "also"))
            else:
                own["meaning"] = node
            for spelling in _check_words(own, "also", self) if check_words else ():
                self._names.setdefault(spelling, name)
            self.terms[name] = Term(own.text("meaning") if own else "", own.words("also"))

    def find(self, word: str) -> str | None:
        """Return the name of the term that a word stands for."""
        return self._names.get(letters(word))


def _check_words(fields: Fields, field: str, *kinds: _Terms) -> set[str]:
    """Return the spellings of words. Report those that stand for a term already, stand twice or lack a comma."""
    seen: set[str] = set()
    for start, word in fields.each(field):
        spelling = letters(word)
        for terms in kinds:
            if name := terms.find(word):
                meaning = f"a {terms.kind}" if letters(name) == spelling else f"a word for {escape(name)}"
                fields.report(start, f"{quoted(word)} is already {meaning}, so it cannot be in {field}")
        if spelling in seen:
            fields.report(start, f"{quoted(word)} stands twice in {field}")
        if len(word.split()) > 7:
            fields.report(start, f"{quoted(word)} has more than 7 words: is a comma missing?")
        seen.add(spelling)
    return seen


def _read_care(source: Source, top: Fields, terms: Collection[str], check_words: bool) -> Iterator[Care]:
    for node in top.entries("care", _NO_CARE):
        block = Fields(source, "care", node).take(_NO_CARE, Care._fields, _AGAIN.format("block", "words"))
        words, leads_to, says = block.words("words"), block.optional_text("leads_to"), block.optional_text("says")
        if block and "words" not in block:
            block.report(node.start, "words is missing")
        for start, phrase in block.each("words") if check_words else ():
            if not any(map(str.isalnum, phrase)):
                block.report(start, f"{quoted(phrase)} has no letter in it")
        if leads_to and leads_to not in terms:
            fix = did_you_mean(typos(leads_to, terms))
            block.report(block["leads_to"].start, f"{quoted(leads_to)} is not a theme or a mood{'; ' * bool(fix)}{fix}")
        if says and "leads_to" not in block:
            block.report(block["says"].start, "says needs a leads_to in its block: a theme or a mood")
        yield Care(words, leads_to, says or "")


def _read_songs(source: Source, top: Fields, themes: _Terms, moods: _Terms) -> Iterator[Song]:
    numbers: set[int] = set()
    if is_empty(top["songs"]):
        top.report(top["songs"].start, f"there are no songs; {_NO_SONG}")
        return
    for node in top.entries("songs", f"songs must be a list; {_NO_SONG}"):
        song = Fields(source, "song", node)
        if not song.take(f"it has no fields; {_NO_SONG}", Song._fields, _AGAIN.format("song", "number")):
            continue
        link = song.optional_text("link")
        if link and not re.match(r"https?://[^\s/]\S*$", link):
            song.report(song["link"].start, f"{quoted(link)} is not a link: one begins with https:// and has no spaces")
        yield Song(
            number=song.number("number", numbers),
            title=song.text("title"),
            korean_title=song.optional_text("korean_title"),
            artist=song.text("artist"),
            korean_artist=song.optional_text("korean_artist"),
            artist_aliases=song.texts("artist_aliases"),
            aliases=song.texts("aliases"),
            themes=_read_names(song, themes, moods),
            moods=_read_names(song, moods, themes),
            blurb=song.text("blurb"),
            link=link,
        )


def _read_names(fields: Fields, terms: _Terms, others: _Terms) -> tuple[str, ...]:
    field = f"{terms.kind}s"
    if is_empty(fields[field]):
        fields.report(fields[field].start, f"a song needs at least one {terms.kind}")
        return ()
    names = fields.texts(field)
    if len({*names}) < len(names):
        _check_words(fields, field)
    unknown = {*names}.difference(terms.terms) if terms.terms else set()
    for start, name in fields.each(field) if unknown else ():
        if name in unknown:
            fields.report(start, _not_a_term(name, terms, others))
    return names


def _not_a_term(word: str, terms: _Terms, others: _Terms) -> str:
    parts = re.split("[ ;/+，、]+", word[:200])
    if all(part in terms.terms for part in parts):
        return f"{terms.kind}s needs commas: write {terms.kind}s: [{', '.join(parts)}]"
    if meant := terms.find(word):
        return f"{quoted(word)} is not a {terms.kind}: write {escape(meant)}"
    if other := others.find(word):
        fix = "move it to" if other == word else f"write {escape(other)} in"
        return f"{quoted(word)} is a {others.kind}: {fix} {others.kind}s"
    fix = did_you_mean(typos(word, terms.terms)) or f"add it to {terms.kind}s, or choose another"
    return f"{quoted(word)} is not a {terms.kind}; {fix}"
