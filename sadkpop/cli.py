"""The commands. The only room that knows click, and the only one that prints.

Whatever needs PyYAML or rich is imported inside a function, so that nobody waits for what a command does not use.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .text import nearest, quoted

if TYPE_CHECKING:
    from .catalog import Catalog, Song


class CatalogProblem(click.ClickException):
    """A catalog that cannot be read. Its sentences name the file themselves and are printed as they are."""

    def show(self, file: Any = None) -> None:
        """Print the sentences to standard error."""
        click.echo(self.message, err=True)


class Program(click.Group):
    """The program: its commands in the order they are written in."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.commands)


def catalog_in_force(ctx: click.Context) -> Catalog:
    """Return the catalog named on the command line or in the environment, else the built-in one, read but once.

    Raises CatalogProblem if it cannot be read.
    """
    from .catalog import CatalogError, load

    root = ctx.find_root()
    if root.obj is None:
        try:
            root.obj = load(root.params["catalog"])
        except CatalogError as error:
            raise CatalogProblem(str(error)) from error
    catalog: Catalog = root.obj
    return catalog


def words_in_force(ctx: click.Context, param: click.Parameter) -> Mapping[str, str]:
    """Return the themes or the moods, as `param` is called, of the catalog in force, each with its meaning."""
    catalog = catalog_in_force(ctx)
    return catalog.themes if param.name == "themes" else catalog.moods


def spelled(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> list[str]:
    """Return themes or moods as the catalog spells them, whatever their letter case. Raises BadParameter for others."""
    words = []
    for value in values:
        known = {word.casefold(): word for word in words_in_force(ctx, param)}
        if value.casefold() not in known:
            near = nearest(value.casefold(), known)
            suggestion = f"; did you mean {quoted(known[near[0]])}?" if near else "."
            raise click.BadParameter(
                f"{quoted(value)} is not one of the {param.name}{suggestion} `sadkpop {param.name}` shows them all."
            )
        words.append(known[value.casefold()])
    return words


vocabulary_option = partial(click.option, multiple=True, callback=spelled)


def write(text: str) -> None:
    """Write a line or more to standard output. Colour has been decided on by whoever made the text."""
    click.echo(text, color=True)


def hint(text: str) -> None:
    """Tell a person at a terminal what they may want to know next."""
    if sys.stdout.isatty():
        click.echo(text, err=True)


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path),
    envvar="SADKPOP_CATALOG",
    show_envvar=True,
    help="Read the songs from this file instead of the built-in catalog.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, catalog: Path | None) -> None:
    """\b
    sadkpop pick --theme breakup
    sadkpop pick --mood hopeful --count 3
    sadkpop show 14

    Sad K-pop songs for what happened or how you feel. `sadkpop themes` and
    `sadkpop moods` tell you what you can ask for.
    """  # noqa: D301
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command("list", short_help="Every song, in catalog order.")
@click.pass_context
def list_songs(ctx: click.Context) -> None:
    """\b
    sadkpop list
    sadkpop list | grep IU

    Every song, in catalog order.
    """
    catalog = catalog_in_force(ctx)
    give(catalog, catalog.songs)


@cli.command(short_help="A playlist: the songs that fit.")
@vocabulary_option("-t", "--theme", "themes", metavar="THEME", help="What happened. Repeat it to widen.")
@vocabulary_option("-m", "--mood", "moods", metavar="MOOD", help="How it feels. Repeat it to widen.")
@click.option("-n", "--count", metavar="N", type=click.IntRange(min=1), help="Draw N of them at random, none twice.")
@click.option("--seed", metavar="TEXT", help="Make what is random repeatable: same text, same playlist.")
@click.option("--shuffle", is_flag=True, help="Put the songs in random order.")
@click.option("--arc", is_flag=True, help="Order the songs from the heaviest mood to the lightest.")
@click.pass_context
def pick(
    ctx: click.Context,
    themes: Sequence[str],
    moods: Sequence[str],
    count: int | None,
    seed: str | None,
    shuffle: bool,
    arc: bool,
) -> None:
    """\b
    sadkpop pick --theme breakup
    sadkpop pick -t memory -m hopeful
    sadkpop pick -n 3 --seed "$(date +%F)"
    sadkpop pick --mood lonely --arc

    A playlist: the songs that have the theme and the mood, in catalog order
    unless you say otherwise. Several themes mean any of them, and so do several
    moods.
    """
    from random import Random

    from . import playlist

    if shuffle and arc:
        raise click.UsageError("--shuffle and --arc both set the order: give one of them.")
    catalog = catalog_in_force(ctx)
    chance = Random(seed if seed is None else seed.encode("utf-8", "surrogatepass"))
    songs = playlist.matching(catalog.songs, themes, moods)
    if count:
        songs = playlist.drawn(songs, count, chance)
    if shuffle:
        songs = playlist.shuffled(songs, chance)
    if arc:
        songs = playlist.arc(songs, list(catalog.moods))
    give(catalog, songs)
    if not songs:
        raise click.ClickException(_nothing_fits(catalog, themes, moods))


def _nothing_fits(catalog: Catalog, themes: Sequence[str], moods: Sequence[str]) -> str:
    """Return what was asked for in vain and, where the themes and the moods only fail together, what goes with what."""
    from .playlist import matching

    wanted = [f"the {kind} {' or '.join(words)}" for kind, words in (("theme", themes), ("mood", moods)) if words]
    sentence = f"No song has {' and '.join(wanted)}."
    near = dict.fromkeys(mood for song in matching(catalog.songs, themes) for mood in song.moods)
    if themes and moods and near:
        sentence += f" With {wanted[0]} there are the moods {', '.join(near)}."
    return sentence


@cli.command(short_help="One song in full: its story and where to listen.")
@click.argument("song", nargs=-1, required=True)
@click.pass_context
def show(ctx: click.Context, song: Sequence[str]) -> None:
    """\b
    sadkpop show 14

    One song in full, with its story and where to listen. SONG is its number.
    """
    from .tables import song_card

    catalog = catalog_in_force(ctx)
    write(song_card(find_one(catalog, " ".join(song)), catalog.moods))


@cli.command(short_help="The themes: what happened.")
@click.pass_context
def themes(ctx: click.Context) -> None:
    """\b
    sadkpop themes
    sadkpop pick --theme longing

    The themes, which say what happened, and how many songs have each.
    """
    from .tables import theme_table

    catalog = catalog_in_force(ctx)
    write(theme_table(catalog.themes, Counter(theme for song in catalog.songs for theme in song.themes)))


@cli.command(short_help="The moods: how it feels.")
@click.pass_context
def moods(ctx: click.Context) -> None:
    """\b
    sadkpop moods
    sadkpop pick --mood tender

    The moods, which say how it feels, and how many songs have each. They go from
    the heaviest to the lightest: the way that `sadkpop pick --arc` takes.
    """
    from .tables import mood_table

    catalog = catalog_in_force(ctx)
    write(mood_table(catalog.moods, Counter(mood for song in catalog.songs for mood in song.moods)))


def give(catalog: Catalog, songs: Sequence[Song]) -> None:
    """Hand the songs to the person who asked for them."""
    from .tables import song_table

    if songs:
        write(song_table(songs, catalog.moods))
        count = "1 song" if len(songs) == 1 else f"{len(songs)} songs"
        hint(f"\n{count}. Read one: sadkpop show {songs[0].number}")


def find_one(catalog: Catalog, text: str) -> Song:
    """Return the one song that `text` means. Raises ClickException if there is none."""
    from .lookup import find

    found = find(catalog.songs, text)
    if not found:
        numbers = [song.number for song in catalog.songs]
        raise click.ClickException(
            f"There is no song {quoted(text)}. The numbers go from {min(numbers)} to {max(numbers)}; "
            "`sadkpop list` shows them all."
        )
    return found[0]
