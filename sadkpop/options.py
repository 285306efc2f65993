"""The options that commands share: what they accept, and what the Tab key offers for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .program import ProgramError, UsageError
from .session import VARIABLE, command, current_catalog, current_vocabulary, remember_catalog
from .text import fold, quoted, whole_number

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .vocabulary import Taken, Vocabulary

# Whether a file can be read is told when it is read. One for all commands: to make one costs start-up.
_FILE = click.Path(readable=False)
_Function = TypeVar("_Function", bound=Callable[..., Any])
_Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


class Count(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic only in newer versions of click
    """A number of songs, at least one, refused in a sentence where it is none."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number. Raises UsageError unless it is a whole one from 1 up."""
        count = whole_number(str(value))
        if not count:
            raise UsageError(f"-n takes a whole number from 1 up, not {quoted(str(value))}.", ctx)
        return count


class Format(click.Choice):  # type: ignore[type-arg,unused-ignore]  # as above
    """A format, refused in a sentence where it is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the format. Raises UsageError unless it is one."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            names = ", ".join(map(str, self.choices))
            raise UsageError(f"-f takes one of {names}, not {quoted(str(value))}.", ctx) from error


def _take_terms(kind: str) -> Callable[[click.Context, click.Parameter, Sequence[str]], list[Taken]]:
    """Return what takes the words of an option for themes or moods. It raises UsageError for what is none."""

    def take(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> list[Taken]:
        return [taken for value in values for taken in _taken(current_vocabulary(ctx), value, kind)]

    return take


def _taken(vocabulary: Vocabulary, value: str, kind: str, way_out: str = "") -> Iterable[Taken]:
    """Yield what the value of an option is taken for: one word for a theme or mood, or several with commas.

    The kind may be empty: then a word is taken for all that it stands for. Raises UsageError for what is no such word.
    """
    from .vocabulary import Taken

    for word in [value] if vocabulary.senses(value) else value.split(","):
        senses = [sense for sense in vocabulary.senses(word) if kind in ("", sense.kind)]
        if not senses:
            from .messages import not_a_term

            raise UsageError(not_a_term(vocabulary, word.strip(), kind, way_out))
        for sense in senses:
            yield Taken(word.strip(), sense, vocabulary.is_name(word, sense), bool(vocabulary.unspoken(word)))


def _completer(choices: Callable[[click.Context], Sequence[Iterable[tuple[str, str]]]]) -> _Completer:
    """Return a completer of pairs of a word and what it means: of the first choices any of which begins as typed.

    It is silent on a catalog that cannot be read.
    """

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        with suppress(ProgramError):
            begun = fold(incomplete)
            for pairs in choices(ctx):
                found = [CompletionItem(word, help=meaning) for word, meaning in pairs if fold(word).startswith(begun)]
                if found:
                    return found
        return []

    return complete


def _terms(*kinds: str) -> Callable[[click.Context], Sequence[Iterable[tuple[str, str]]]]:
    """Return what gives the names of themes or moods, then the other words for them, as no shell quotes phrases."""

    def choices(ctx: click.Context) -> Sequence[Iterable[tuple[str, str]]]:
        vocabulary = current_vocabulary(ctx)
        terms = [pair for kind in kinds for pair in vocabulary.terms[kind].items()]
        names = ((name, term.meaning) for name, term in terms)
        others = ((word, name) for name, term in terms for word in term.shown if " " not in word)
        return names, others

    return choices


def _numbers(ctx: click.Context) -> Sequence[Iterable[tuple[str, str]]]:
    """Return the numbers of all the songs, with their titles."""
    return [((str(song.number), song.title) for song in current_catalog(ctx).songs)]


def catalog_option(of_program: bool = False) -> Callable[[_Function], _Function]:
    """Return the option that names a catalog: on a command, or on the program, where the variable counts too."""
    return click.option(
        "--catalog",
        metavar="FILE",
        type=_FILE,
        is_eager=True,  # so that it is known before a theme or a mood is looked up in it
        expose_value=False,
        callback=remember_catalog,
        help="Read the songs from this file instead of the built-in catalog.",
        envvar=VARIABLE if of_program else None,
        show_envvar=of_program,
    )


def term_option(*names: str, kind: str = "", **settings: Any) -> Callable[[_Function], _Function]:
    """Return an option for themes or for moods, or without a kind for both."""
    kinds = (kind,) if kind else ("theme", "mood")
    return click.option(
        *names, multiple=True, callback=_take_terms(kind), shell_complete=_completer(_terms(*kinds)), **settings
    )


def mood_option(*names: str, **settings: Any) -> Callable[[_Function], _Function]:
    """Return an option for one mood. It raises UsageError for what is none, or several."""

    def take(ctx: click.Context, param: click.Parameter, value: str | None) -> Taken | None:
        if value is None:
            return None
        moods = list(_taken(current_vocabulary(ctx), value, "mood", f"{command('moods')} has the words."))
        if len(moods) > 1:
            raise UsageError(f"{names[0]} takes one mood.")
        return moods[0]

    return click.option(*names, metavar="MOOD", callback=take, shell_complete=_completer(_terms("mood")), **settings)


def words_argument(*kinds: str, metavar: str, needed: str = "") -> Callable[[_Function], _Function]:
    """Return the argument of words, of which Tab offers the themes or moods of the kinds.

    Where words are needed, that says so to somebody who types none.
    """
    complete = _completer(_terms(*kinds)) if kinds else None
    return click.argument("words", metavar=metavar, nargs=-1, callback=_need(needed), shell_complete=complete)


def _need(sentence: str) -> Callable[[click.Context, click.Parameter, Sequence[str]], Sequence[str]]:
    """Return what raises UsageError with a sentence, if there is one, where nothing was typed."""

    def need(ctx: click.Context, param: click.Parameter, words: Sequence[str]) -> Sequence[str]:
        if sentence and not words and not ctx.resilient_parsing:
            raise UsageError(sentence)
        return words

    return need


song_argument = click.argument(
    "words",
    metavar="SONG",
    nargs=-1,
    callback=_need("Which song? A number or a title will do, as in `sadkpop show 14`."),
    shell_complete=_completer(_numbers),
)
format_option = click.option(
    "-f",
    "--format",
    "output_format",
    type=Format(["table", "json", "csv", "m3u", "svg"], case_sensitive=False),
    metavar="FORMAT",
    default="table",
    show_default=True,
    help="Print as table, json, csv, m3u or svg (a picture).",
)
