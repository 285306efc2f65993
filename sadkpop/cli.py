"""The commands. The only room that knows click, and the only one that prints.

Whatever needs PyYAML or rich is imported inside a function, so that nobody waits for what a command does not use.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .text import harmless, quoted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from .catalog import Catalog, Song


_ENOUGH = 10  # songs to choose from, in an error


class Program(click.Group):
    """The program, with its commands in the order they are written in. Every failure is reported as a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program and exit, also where standard output is closed, full or of a poor encoding."""
        if sys.stderr is None:  # click would send errors to standard output
            sys.stderr = io.StringIO()
        if sys.stdout is None:
            click.echo("Error: Standard output is closed, so there is nowhere to print to.", err=True)
            sys.exit(1)
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        try:
            return super().main(*args, **kwargs)
        except KeyboardInterrupt:  # click sees to it while a command runs, but not while a shell completes
            sys.exit(1)
        except OSError as error:
            with suppress(OSError):  # standard error may be what is full
                click.echo(f"Error: The output could not be written: {error.strerror}.", err=True)
            # What is still buffered cannot be written either: let it go, or Python complains of it on exit.
            with suppress(OSError):  # or be closed
                for stream in (sys.stdout, sys.stderr):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            sys.exit(1)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse the program's own options. Help is to fit terminals that click's 50 columns are too wide for."""
        columns = terminal_columns()
        if columns and columns < 50:
            kwargs["terminal_width"] = columns
        with harmless_usage_errors():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Parse the command and run it."""
        with harmless_usage_errors():
            return super().invoke(ctx)


@contextmanager
def harmless_usage_errors() -> Iterator[None]:
    """Keep click from repeating control characters or very long arguments to the terminal."""
    try:
        yield
    except click.UsageError as error:
        raise click.UsageError(harmless(error.format_message(), 300), error.ctx) from error


class CatalogProblem(click.ClickException):
    """A catalog that cannot be read. Its sentences name the file themselves, and are printed as they are."""

    def show(self, file: Any = None) -> None:
        """Print the sentences to standard error."""
        click.echo(self.message, err=True)


def catalog_in_force(ctx: click.Context) -> Catalog:
    """Return the catalog that the command line or the environment names, else the built-in one; it is read only once.

    Raises CatalogProblem if it cannot be read.
    """
    from .catalog import CatalogError, load

    root = ctx.find_root()
    if root.obj is None:
        try:
            root.obj = load(at_home(root.params["catalog"]))
        except CatalogError as error:
            raise CatalogProblem(str(error)) from error
    catalog: Catalog = root.obj
    return catalog


def invocation() -> str:
    """Return how to call the program for more of the same catalog."""
    root = click.get_current_context().find_root()
    if root.get_parameter_source("catalog") is not click.core.ParameterSource.COMMANDLINE:
        return "sadkpop"
    from shlex import quote

    return f"sadkpop --catalog {harmless(quote(root.params['catalog']))}"


def at_home(path: str | None) -> str | None:
    """Return the path with ~ expanded, which the shell does not do for a variable, nor while it completes."""
    if path and path.startswith("~"):
        from pathlib import Path

        with suppress(RuntimeError):  # There is no such user.
            return str(Path(path).expanduser())
    return path


def vocabulary_in_force(ctx: click.Context, param: click.Parameter) -> Mapping[str, str]:
    """Return the themes or the moods, whichever `param` is called, with their meanings."""
    catalog = catalog_in_force(ctx)
    return catalog.themes if param.name == "themes" else catalog.moods


def as_in_catalog(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> list[str]:
    """Return themes or moods as the catalog spells them, each once. Raises BadParameter for an unknown word."""
    if not values:
        return []
    from .lookup import find_word, nearest_of

    known = vocabulary_in_force(ctx, param)
    words: dict[str, None] = {}
    for value in values:
        word = find_word(known, value)
        if word is None:
            near = nearest_of(known, value)
            suggestion = f"; did you mean {quoted(near)}?" if near else "."
            raise click.BadParameter(
                f"{quoted(value)} is not one of the {param.name}{suggestion} "
                f"`{invocation()} {param.name}` shows them all."
            )
        words[word] = None
    return list(words)


def completer(
    known: Callable[[click.Context, click.Parameter], Mapping[str, str]],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Return a completer of what is `known`, with what each word means; silent on a catalog that cannot be read."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        try:
            words = known(ctx, param)
        except CatalogProblem:
            return []
        return [
            CompletionItem(word, help=meaning)
            for word, meaning in words.items()
            if word.casefold().startswith(incomplete.casefold())
        ]

    return complete


def titles_by_number(ctx: click.Context, param: click.Parameter) -> Mapping[str, str]:
    """Return the numbers of all the songs, with their titles."""
    return {str(song.number): song.title for song in catalog_in_force(ctx).songs}


vocabulary_option = partial(
    click.option, multiple=True, callback=as_in_catalog, shell_complete=completer(vocabulary_in_force)
)
song_argument = click.argument(
    "words", metavar="SONG", nargs=-1, required=True, shell_complete=completer(titles_by_number)
)
format_option = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "m3u"], case_sensitive=False),
    metavar="FORMAT",
    default="table",
    show_default=True,
    help="Print as table, json, csv or m3u.",
)


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--catalog",
    type=click.Path(),
    envvar="SADKPOP_CATALOG",
    show_envvar=True,
    help="Read the songs from this file instead of the built-in catalog.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, catalog: str | None) -> None:
    """\b
    sadkpop pick --theme breakup
    sadkpop pick --mood hopeful --count 3
    sadkpop show 14

    Sad K-pop songs for what happened or how you feel. `sadkpop themes` and
    `sadkpop moods` tell you what you can ask for.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command("list", short_help="Every song, in catalog order.")
@format_option
@click.pass_context
def list_songs(ctx: click.Context, form: str) -> None:
    """\b
    sadkpop list
    sadkpop list | grep IU
    sadkpop list --format csv > songs.csv

    Every song, in catalog order.
    """
    catalog = catalog_in_force(ctx)
    give(catalog, catalog.songs, form)


@cli.command(short_help="A playlist: the songs that fit.")
@vocabulary_option("-t", "--theme", "themes", metavar="THEME", help="What happened. Repeat it to widen.")
@vocabulary_option("-m", "--mood", "moods", metavar="MOOD", help="How it feels. Repeat it to widen.")
@click.option("-n", "--count", metavar="N", type=click.IntRange(min=1), help="Draw N of them at random, none twice.")
@click.option("--seed", metavar="TEXT", help="Make chance repeatable: same text, same playlist.")
@click.option("--shuffle", is_flag=True, help="Put the songs in random order.")
@click.option("--arc", is_flag=True, help="Order from heavy to light, by the average of the moods.")
@format_option
@click.pass_context
def pick(
    ctx: click.Context,
    themes: Sequence[str],
    moods: Sequence[str],
    count: int | None,
    seed: str | None,
    shuffle: bool,
    arc: bool,
    form: str,
) -> None:
    """\b
    sadkpop pick --theme breakup
    sadkpop pick -t memory -m hopeful
    sadkpop pick -n 3 --seed "$(date +%F)"
    sadkpop pick -f m3u | mpv --playlist=-

    A playlist: the songs that have the theme and the mood, in catalog order
    unless you say otherwise. Several themes mean any of them, and so do several
    moods.
    """
    from random import Random

    from . import playlist

    if shuffle and arc:
        raise click.UsageError("--shuffle and --arc both set the order: give one of them.")
    catalog = catalog_in_force(ctx)
    # The bytes that were typed, whatever the locale made of them.
    chance = Random(seed if seed is None else os.fsencode(seed))
    songs = playlist.matching(catalog.songs, themes, moods)
    if count:
        songs = playlist.drawn(songs, count, chance)
    if shuffle:
        songs = playlist.shuffled(songs, chance)
    if arc:
        songs = playlist.arc(songs, list(catalog.moods))
    give(catalog, songs, form)
    if not songs:
        wanted = [f"the {kind} {' or '.join(words)}" for kind, words in (("theme", themes), ("mood", moods)) if words]
        sentence = f"No song has {' and '.join(wanted)}."
        near = dict.fromkeys(mood for song in playlist.matching(catalog.songs, themes) for mood in song.moods)
        if themes and near:
            sentence += f" With {wanted[0]} there are the moods {', '.join(near)}."
        raise click.ClickException(sentence)


@cli.command(short_help="One song in full: its story and where to listen.")
@song_argument
@format_option
@click.pass_context
def show(ctx: click.Context, words: Sequence[str], form: str) -> None:
    """\b
    sadkpop show 14
    sadkpop show the fool
    sadkpop show 눈코입

    One song in full, with its story and where to listen. SONG is its number, or
    its title in English or Korean, or as much of it as no other song has.
    """
    catalog = catalog_in_force(ctx)
    try:
        song = the_song(catalog, " ".join(words))
    except click.ClickException:
        give(catalog, [], form, alone=True)
        raise
    give(catalog, [song], form, alone=True)


@cli.command(short_help="The songs in which every word occurs.")
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@format_option
@click.pass_context
def search(ctx: click.Context, words: Sequence[str], form: str) -> None:
    """\b
    sadkpop search rain
    sadkpop search BTOB missing
    sadkpop search 아이유
    sadkpop search ㅂㄱㅇ

    The songs in which every WORD occurs, in a title, the artist or the blurb.
    Korean initials will do for titles and artists: ㅂㄱㅇ finds 비가 와.
    """
    from . import lookup

    catalog = catalog_in_force(ctx)
    songs = lookup.search(catalog.songs, words)
    give(catalog, songs, form)
    if not songs:
        unknown = [word for word in words if not lookup.search(catalog.songs, [word])]
        near = lookup.nearest_word(catalog.songs, unknown[0]) if unknown else None
        raise click.ClickException(
            f"No song has {' and '.join(map(quoted, unknown or words))}{'' if unknown else ' together'}"
            + (f"; did you mean {quoted(near)}?" if near else ".")
        )


@cli.command(short_help="The themes: what happened.")
@click.pass_context
def themes(ctx: click.Context) -> None:
    """\b
    sadkpop themes
    sadkpop pick --theme longing

    The themes, which say what happened, and how many songs have each.
    """
    catalog = catalog_in_force(ctx)
    give_words("Theme", catalog.themes, [song.themes for song in catalog.songs])


@cli.command(short_help="The moods: how it feels.")
@click.pass_context
def moods(ctx: click.Context) -> None:
    """\b
    sadkpop moods
    sadkpop pick --mood tender

    The moods, which say how it feels, and how many songs have each. They go from
    the heaviest to the lightest: the way that `sadkpop pick --arc` takes.
    """
    catalog = catalog_in_force(ctx)
    give_words("Mood", catalog.moods, [song.moods for song in catalog.songs], colours=catalog.moods)


@cli.command(short_help="Open a song in the browser.")
@song_argument
@click.pass_context
def play(ctx: click.Context, words: Sequence[str]) -> None:
    """\b
    sadkpop play 14
    sadkpop play the fool

    Open the link of a song, which is a search on YouTube, in the browser. SONG is
    what it is for `sadkpop show`. To play a whole list, see `sadkpop pick -h`.
    """
    song = the_song(catalog_in_force(ctx), " ".join(words))
    write(f"{song.artist} - {song.title}\n{song.url}")
    if not opened(song.url):
        raise click.ClickException("No browser could be started; the link is above.")


def give(catalog: Catalog, songs: Sequence[Song], form: str, alone: bool = False) -> None:
    """Print the songs that were asked for, or the song that a command is about alone, in a format."""
    if form != "table":
        from . import formats

        render = {
            "json": formats.as_json_alone if alone else formats.as_json,
            "csv": formats.as_csv,
            "m3u": formats.as_m3u,
        }
        click.echo(render[form](songs).encode(), nl=False, file=sys.stdout.buffer)
    elif songs:
        from .tables import song_card, song_table

        columns = terminal_columns()
        write(song_card(songs[0], catalog.moods, columns) if alone else song_table(songs, catalog.moods, columns))
        if columns and not alone:
            count = "1 song" if len(songs) == 1 else f"{len(songs)} songs"
            click.echo(f"\n{count}. Read one: {invocation()} show {songs[0].number}", err=True)


def give_words(
    heading: str, words: Mapping[str, str], uses: Iterable[Iterable[str]], colours: Collection[str] = ()
) -> None:
    """Print the vocabulary: words with their meanings, counted among their uses."""
    from .tables import word_table

    write(word_table(heading, words, Counter(chain.from_iterable(uses)), colours, terminal_columns()))


def terminal_columns() -> int | None:
    """Return how wide the terminal is, or None where standard output is a pipe or a file."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns or 80  # Python 3.10 believes a terminal that does not know its size


def write(text: str) -> None:
    """Print text whose colours, if any, have been decided on."""
    # To sys.stdout itself: left to choose, click takes UTF-8 where the encoding is ASCII.
    click.echo(text, file=sys.stdout, color=True)


def the_song(catalog: Catalog, text: str) -> Song:
    """Return the song that `text` means. Raises ClickException, with those to choose from, unless it is just one."""
    from .lookup import find, nearest_titles

    songs = find(catalog.songs, text)
    if len(songs) == 1:
        return songs[0]
    if songs:
        sentence = f"{quoted(text)} is in several titles. Give more of the one you mean, or its number:"
    elif text.isdecimal():
        numbers = [song.number for song in catalog.songs]
        sentence = f"There is no song {quoted(text)}. The numbers go from {min(numbers)} to {max(numbers)}."
    elif songs := nearest_titles(catalog.songs, text):
        sentence = f"No title has {quoted(text)} in it. The nearest:"
    else:
        sentence = f"No title has {quoted(text)} in it. `{invocation()} search` looks at artists and blurbs too."
    lines = [f"{song.number:>4}  {song.title} - {song.artist}" for song in songs[:_ENOUGH]]
    more = [f"      and {len(songs) - _ENOUGH} more"] if len(songs) > _ENOUGH else []
    raise click.ClickException("\n".join([sentence, *lines, *more]))


def opened(url: str) -> bool:
    """Open a link in the browser; return whether there was one that could be started."""
    # xdg-open tells of a failure only by how it ends. Other launchers tell at once, or wait for the browser.
    if click.launch(url, wait=sys.platform not in ("darwin", "win32")) == 0:
        return True
    from shutil import which
    from webbrowser import open as open_in_browser

    # Without xdg-open there may still be a browser that Python finds.
    return not which("xdg-open") and open_in_browser(url)
