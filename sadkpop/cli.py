"""The commands: each opens with its help, asks for the catalog and hands songs to what prints them.

What a command alone needs is imported inside it, so that nobody waits for what a command does not use.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import click

from . import __version__
from .options import catalog_option, command_prefix, current_catalog, format_option, song_argument, term_option
from .program import Program, ProgramError, open_in_browser, print_note, print_text, terminal_columns
from .text import quoted

if TYPE_CHECKING:
    from .catalog import Catalog, Song

_MOST_CHOICES = 10  # songs to choose from, in an error


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@catalog_option(envvar="SADKPOP_CATALOG", show_envvar=True)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
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
@catalog_option()
@click.pass_context
def list_songs(ctx: click.Context, output_format: str) -> None:
    """\b
    sadkpop list
    sadkpop list | grep IU
    sadkpop list --format csv > songs.csv

    Every song, in catalog order.
    """
    catalog = current_catalog(ctx)
    print_songs(catalog, catalog.songs, output_format)


@cli.command(short_help="A playlist: the songs that fit.")
@term_option("-t", "--theme", "themes", metavar="THEME", help="What happened. Repeat it to widen.")
@term_option("-m", "--mood", "moods", metavar="MOOD", help="How it feels. Repeat it to widen.")
@click.option("-n", "--count", metavar="N", type=click.IntRange(min=1), help="Draw N of them at random, none twice.")
@click.option("--seed", metavar="TEXT", help="Make chance repeatable: same text, same playlist.")
@click.option("--shuffle", is_flag=True, help="Put the songs in random order.")
@click.option("--arc", is_flag=True, help="Order from heavy to light, by the average of the moods.")
@format_option
@catalog_option()
@click.pass_context
def pick(
    ctx: click.Context,
    themes: Sequence[str],
    moods: Sequence[str],
    count: int | None,
    seed: str | None,
    shuffle: bool,
    arc: bool,
    output_format: str,
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
    catalog = current_catalog(ctx)
    # The bytes that were typed, whatever the locale made of them.
    rng = Random(seed if seed is None else os.fsencode(seed))
    songs = playlist.filter_songs(catalog.songs, themes, moods)
    if count:
        songs = playlist.sample(songs, count, rng)
    if shuffle:
        songs = playlist.shuffle(songs, rng)
    if arc:
        songs = playlist.arc(songs, list(catalog.moods))
    print_songs(catalog, songs, output_format)
    if not songs:
        wanted = [f"the {kind} {' or '.join(words)}" for kind, words in (("theme", themes), ("mood", moods)) if words]
        sentence = f"No song has {' and '.join(wanted)}."
        near = dict.fromkeys(mood for song in playlist.filter_songs(catalog.songs, themes) for mood in song.moods)
        if themes and near:
            sentence += f" With {wanted[0]} there are the moods {', '.join(near)}."
        raise ProgramError(sentence)


@cli.command(short_help="One song in full: its story and where to listen.")
@song_argument
@format_option
@catalog_option()
@click.pass_context
def show(ctx: click.Context, words: Sequence[str], output_format: str) -> None:
    """\b
    sadkpop show 14
    sadkpop show the fool
    sadkpop show 눈코입

    One song in full, with its story and where to listen. SONG is its number, or
    its title in English or Korean, or as much of it as no other song has.
    """
    from .lookup import find_songs

    catalog = current_catalog(ctx)
    text = " ".join(words)
    songs = find_songs(catalog.songs, text)
    song = songs[0] if len(songs) == 1 else None
    print_song(catalog, song, output_format)
    if song is None:
        raise ProgramError(which_song(catalog, text, songs))


@cli.command(short_help="The songs in which every word occurs.")
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@format_option
@catalog_option()
@click.pass_context
def search(ctx: click.Context, words: Sequence[str], output_format: str) -> None:
    """\b
    sadkpop search rain
    sadkpop search BTOB missing
    sadkpop search 아이유
    sadkpop search ㅂㄱㅇ

    The songs in which every WORD occurs, in a title, the artist or the blurb.
    Of titles and artists, the initial consonants of the Korean will do.
    """
    from . import lookup

    catalog = current_catalog(ctx)
    songs = lookup.search(catalog.songs, words)
    print_songs(catalog, songs, output_format)
    if not songs:
        unknown = [word for word in words if not lookup.search(catalog.songs, [word])]
        near = lookup.nearest_in_songs(catalog.songs, unknown[0]) if unknown else None
        raise ProgramError(
            f"No song has {' and '.join(map(quoted, unknown or words))}{'' if unknown else ' together'}"
            + (f"; did you mean {quoted(near)}?" if near else ".")
        )


@cli.command(short_help="The themes: what happened.")
@catalog_option()
@click.pass_context
def themes(ctx: click.Context) -> None:
    """\b
    sadkpop themes
    sadkpop pick --theme longing

    The themes, which say what happened, and how many songs have each.
    """
    catalog = current_catalog(ctx)
    print_vocabulary("Theme", catalog.themes, [song.themes for song in catalog.songs])


@cli.command(short_help="The moods: how it feels.")
@catalog_option()
@click.pass_context
def moods(ctx: click.Context) -> None:
    """\b
    sadkpop moods
    sadkpop pick --mood tender

    The moods, which say how it feels, and how many songs have each. They go from
    the heaviest to the lightest: the way that `sadkpop pick --arc` takes.
    """
    catalog = current_catalog(ctx)
    print_vocabulary("Mood", catalog.moods, [song.moods for song in catalog.songs], colors=catalog.moods)


@cli.command(short_help="Open a song in the browser.")
@song_argument
@catalog_option()
@click.pass_context
def play(ctx: click.Context, words: Sequence[str]) -> None:
    """\b
    sadkpop play 14
    sadkpop play the fool

    Open the link of a song, which is a search on YouTube, in the browser. SONG is
    what it is for `sadkpop show`. To play a whole list, see `sadkpop pick -h`.
    """
    from .lookup import find_songs

    catalog = current_catalog(ctx)
    text = " ".join(words)
    songs = find_songs(catalog.songs, text)
    if len(songs) != 1:
        raise ProgramError(which_song(catalog, text, songs))
    [song] = songs
    print_text(f"{song.artist} - {song.title}\n{song.url}")
    if not open_in_browser(song.url):
        raise ProgramError("No browser could be started; the link is above.")


def print_songs(catalog: Catalog, songs: Sequence[Song], output_format: str) -> None:
    """Print songs in a format; in a terminal with what to do next."""
    if output_format != "table":
        from . import formats

        render = {"json": formats.songs_as_json, "csv": formats.songs_as_csv, "m3u": formats.songs_as_m3u}
        print_document(render[output_format](songs))
    elif songs:
        from .tables import song_table

        columns = terminal_columns(sys.stdout)
        print_text(song_table(songs, catalog.moods, columns))
        if columns:
            count = "1 song" if len(songs) == 1 else f"{len(songs)} songs"
            print_note(f"\n{count}. Read one: `{command_prefix()} show {songs[0].number}`")


def print_song(catalog: Catalog, song: Song | None, output_format: str) -> None:
    """Print the song that a command is about, or what stands for no song in a format."""
    if output_format == "json":
        from .formats import song_as_json

        print_document(song_as_json(song))
    elif output_format != "table":
        print_songs(catalog, [song] if song else [], output_format)
    elif song:
        from .tables import song_card

        print_text(song_card(song, catalog.moods, terminal_columns(sys.stdout)))


def print_document(text: str) -> None:
    """Print what is for other programs, in UTF-8 whatever the terminal takes."""
    click.echo(text.encode(), nl=False, file=sys.stdout.buffer)


def print_vocabulary(
    heading: str, words: Mapping[str, str], uses: Iterable[Iterable[str]], colors: Collection[str] = ()
) -> None:
    """Print words with their meanings, counted among their uses."""
    from .tables import word_table

    print_text(word_table(heading, words, Counter(chain.from_iterable(uses)), colors, terminal_columns(sys.stdout)))


def which_song(catalog: Catalog, text: str, songs: Sequence[Song]) -> str:
    """Return what to say where `text` means several songs, or none: those to choose from, or where to look."""
    from .lookup import nearest_titles

    if songs:
        sentence = f"{quoted(text)} is in several titles. Give more of the one you mean, or its number:"
    elif text.isdecimal():
        numbers = [song.number for song in catalog.songs]
        sentence = f"There is no song {quoted(text)}. The numbers go from {min(numbers)} to {max(numbers)}."
    elif songs := nearest_titles(catalog.songs, text):
        sentence = f"No title has {quoted(text)} in it. The nearest:"
    else:
        sentence = f"No title has {quoted(text)} in it. `{command_prefix()} search` looks at artists and blurbs too."
    lines = [f"{song.number:>4}  {song.title} - {song.artist}" for song in songs[:_MOST_CHOICES]]
    more = [f"      and {len(songs) - _MOST_CHOICES} more"] if len(songs) > _MOST_CHOICES else []
    return "\n".join([sentence, *lines, *more])
