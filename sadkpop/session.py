"""Per-run state: what was typed, which catalog is in use, and how to refer to it in suggested commands."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import click

from . import messages
from .terminal import Failure, has_color, terminal_columns
from .text import command_line, is_printable

if TYPE_CHECKING:
    from .care import CareList
    from .catalog import Care, Catalog, Song
    from .offers import Offers
    from .page import Page, Shown
    from .vocabulary import Vocabulary

VARIABLE = "SADKPOP_CATALOG"  # in the environment: the catalog to read where none is typed
FORMATS = ("table", "json", "csv", "m3u", "svg", "text")
_SERVICE = r"(https?://[^\s/]\S*\{\}\S*)?"  # in SADKPOP_PLAY
_MOST_CARED_FOR = 40  # songs of an answer: as many as a picture holds
_NAMED_SONG = ("show", "play", "search")  # commands whose words may be the name of a song


class Session:
    """One run of the program: the words and option values of a command line, and the catalog that they are about."""

    def __init__(self, args: Sequence[str], program: click.Group) -> None:
        self.commands = program.commands
        self._format = "table"
        self._service = os.environ.get("SADKPOP_PLAY", "")
        self.words: list[str] = []
        self._values: list[str] = []
        self._path: str | None = None
        self._typed: list[str] = []  # words and values, as they stand
        params = [param for command in (program, *program.commands.values()) for param in command.params]
        options = {name: option for option in params if isinstance(option, click.Option) for name in option.opts}
        rest = iter(args)
        for arg in rest:
            if arg.startswith("-") and arg not in ("-", "--"):
                self._read_option(arg, rest, options)
            else:
                words = list(rest) if arg == "--" else [arg]
                self.words += words
                self._typed += words
        names = [self.words.pop(0) for word in self.words[:2] if self.words[0] in program.commands]
        self.command_name = next(iter(names), "")

    def _read_option(self, arg: str, rest: Iterator[str], options: Mapping[str, click.Option]) -> None:
        name, is_joined, value = arg.partition("=") if arg.startswith("--") else (arg[:2], arg[2:], arg[2:])
        option = options.get(name)
        if not is_joined and option and not option.is_flag:
            value = next(rest, "")
        typed = [text for text in ([value] if option else [arg.replace("-", " "), value]) if text]
        command = self.commands.get(self.words[0]) if self.words else None
        has_option = command is None or any(name in param.opts for param in command.params)
        if name == "--catalog":
            self._path = value
        elif name in ("-f", "--format") and value.lower() in FORMATS:
            self._format = value.lower()
        elif name not in ("--seed", "--title") or not has_option:
            self._values += typed
            self._typed += typed

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog that the command line or the environment names, else the built-in one.

        Raises Failure if it cannot be read or is not a valid catalog.
        """
        from .catalog import CatalogError, UnreadableCatalog, load

        path = (os.environ.get(VARIABLE) or None) if self._path is None else self._path
        try:
            return load(os.path.expanduser(path) if path else path)
        except UnreadableCatalog as error:
            where = f" It is the one that {VARIABLE} names." if self._path is None else ""
            raise Failure(f"{error}.{where}") from error
        except CatalogError as error:
            raise Failure(str(error), label="") from error

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the catalog."""
        from .vocabulary import Vocabulary

        return Vocabulary(self.catalog)

    @cached_property
    def offers(self) -> Offers:
        """What to type instead of something that leads nowhere."""
        from .offers import Offers

        return Offers(self.catalog, self.vocabulary, self.command)

    @cached_property
    def page(self) -> Page:
        """How to show something on standard output, in the format that was asked for."""
        from .page import Page

        is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
        note = messages.NO_SERVICE if self.has_bad_service else ""
        columns, color = terminal_columns(sys.stdout), has_color(sys.stdout)
        return Page(self.catalog, self._format, columns, color, is_unicode, self.link, self.command, note)

    def command(self, *words: str) -> str:
        """Return a command line of this program about the same catalog, set off as messages set off commands."""
        return command_line(*words, catalog=self._path or "")

    def link(self, song: Song) -> str:
        """Return where a song plays: its own link, else a search at the service that SADKPOP_PLAY names, or YouTube."""
        from urllib.parse import quote

        is_elsewhere = self._service and not song.link and not self.has_bad_service
        return self._service.replace("{}", quote(song.query, safe="")) if is_elsewhere else song.url

    @property
    def has_bad_service(self) -> bool:
        """Whether SADKPOP_PLAY is set, and not to a link with {} in it."""
        return not (is_printable(self._service) and re.fullmatch(_SERVICE, self._service, re.I))

    def care(self) -> Care | None:
        """Return the block of the catalog that answers what was typed, before anything else does."""
        try:
            return self._care_list.heard(self._texts) if self._texts else None
        except Failure:
            # Nobody in need goes unheard because of a file that cannot be read.
            from .care import CareList
            from .catalog import load

            builtin = load()
            heard = CareList(builtin.care).heard(self._texts)
            if heard:
                self.catalog, self._path = builtin, None
            return heard

    def care_page(self, care: Care) -> Shown:
        """Return the songs that answer a block of care, lightest first, in the format that was asked for."""
        from .playlist import gentle

        term = care.leads_to or ""
        songs = gentle(self.catalog.songs, list(self.catalog.moods), term)[:_MOST_CARED_FOR]
        return self.page.songs(songs, term, [term])

    @cached_property
    def is_private(self) -> bool:
        """Whether anything typed must not be repeated."""
        with suppress(Failure):  # a catalog that cannot be read has no words of care
            return any(map(self._care_list.is_private, self._texts))
        return False

    @cached_property
    def _texts(self) -> list[str]:
        """The texts that may have to be answered before anything else.

        The words are one text and each option value is another; a phrase may also begin in a value and go on behind it.
        """
        words = " ".join(self.words)
        texts = [words, *self._values, *([" , ".join(self._typed)] if self._values else [])]
        if self.command_name in _NAMED_SONG and words:
            from .search import by_artist, titled

            with suppress(Failure):  # a catalog that cannot be read names no song
                if titled(self.catalog.songs, words) or by_artist(self.catalog.songs, words):
                    texts = self._values
        return [text for text in texts if any(map(str.isalpha, text))]

    @cached_property
    def _care_list(self) -> CareList:
        from .care import CareList

        return CareList(self.catalog.care)


pass_session = click.make_pass_decorator(Session)
