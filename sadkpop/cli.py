"""The commands: each opens with its help, asks for the catalog and hands songs to what prints them.

What a command alone needs is imported inside it, so that nobody waits for what a command does not use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from . import __version__
from .options import (
    Count,
    catalog_option,
    format_option,
    mood_option,
    song_argument,
    term_option,
    words_argument,
)
from .output import print_song, print_songs, print_vocabulary
from .program import Program, ProgramError, print_text
from .session import current_catalog, current_vocabulary

if TYPE_CHECKING:
    from .vocabulary import Taken


def meant_by(words: list[str]) -> list[str]:
    """Return the command line that somebody meant who named no command."""
    if words[0] == "help":
        return [*words[1:2], "-h"]
    return ["show" if words[0].isdecimal() else "pick", *words]


@click.group(
    cls=Program,
    fallback=meant_by,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@catalog_option(of_program=True)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Sad K-pop songs for what happened or how you feel. Say it in
    your own words:

    \b
      sadkpop pick dumped
      sadkpop pick lonely hopeful
      sadkpop show 14
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command("list")
@format_option
@catalog_option()
@click.pass_context
def list_songs(ctx: click.Context, output_format: str) -> None:
    """List all the songs.

    \b
      sadkpop list
      sadkpop list | grep IU
      sadkpop list -f csv > songs.csv
    """
    catalog = current_catalog(ctx)
    print_songs(catalog, catalog.songs, output_format)


@cli.command(short_help="Pick a playlist in your own words.")
@words_argument("theme", "mood", metavar="[WORD]...")
@term_option("-t", "--theme", "themes", kind="theme", metavar="THEME", help="What happened.")
@term_option("-m", "--mood", "moods", kind="mood", metavar="MOOD", help="How it feels.")
@term_option("--not", "without", metavar="WORD", help="Leave out the songs with this theme or mood.")
@click.option("-n", "--count", metavar="N", type=Count(), help="Pick N songs at random, without repeats.")
@click.option("--seed", metavar="TEXT", help="Repeat a playlist: the same TEXT, the same songs.")
@click.option("--shuffle", is_flag=True, help="Put the songs in random order.")
@click.option("--arc", is_flag=True, help="Order the songs from heavy to light.")
@mood_option("--from", "start", help="Start in this mood, and lead on step by step.")
@mood_option("--to", "end", help="Lead to this mood, step by step.")
@format_option
@catalog_option()
@click.pass_context
def pick(
    ctx: click.Context,
    words: Sequence[str],
    themes: Sequence[Taken],
    moods: Sequence[Taken],
    without: Sequence[Taken],
    count: int | None,
    seed: str | None,
    shuffle: bool,
    arc: bool,
    start: Taken | None,
    end: Taken | None,
    output_format: str,
) -> None:
    """Pick a playlist: the songs for what happened and how it feels.

    \b
      sadkpop pick dumped
      sadkpop pick missing you, hopeful
      sadkpop pick -t breakup --not angry
      sadkpop pick --from heartbroken
      sadkpop pick -n 3 --seed "$(date)"

    A WORD is a theme or a mood, by name or in your own words (an apostrophe
    needs quotation marks, or leave it out: cant sleep). Two themes, or two
    moods, give you songs with either; a theme and a mood, songs with both.
    -t, -m and --not may be given more than once.

    --from and --to lead from one mood to another in five songs, or N. You can
    give just one of them.
    """
    from . import asking, playlist
    from .messages import nothing_fits

    orders = {"--shuffle": shuffle, "--arc": arc, asking.WAY: bool(start or end)}
    asking.check_order([name for name, given in orders.items() if given], seed, count)
    catalog = current_catalog(ctx)
    rng = asking.seeded(seed)
    wish = asking.understand(ctx, words, [*themes, *moods], without, list(filter(None, [start, end])))
    songs = asking.choose(catalog, wish, by_words=bool(words), in_order=any(orders.values()))
    if start or end:
        songs = asking.lead(catalog, songs, start, end, count, rng)
    elif count:
        songs = playlist.sample(songs, count, rng)
    if shuffle:
        songs = playlist.shuffle(songs, rng)
    if arc:
        songs = playlist.arc(songs, list(catalog.moods))
    name = asking.playlist_name(catalog, wish, start, end, songs, seed)
    print_songs(catalog, songs, output_format, name, with_scale=arc or bool(start or end))
    if not songs:
        raise ProgramError(nothing_fits(catalog, wish))


@cli.command(short_help="Show one song: its story.")
@song_argument
@format_option
@catalog_option()
@click.pass_context
def show(ctx: click.Context, words: Sequence[str], output_format: str) -> None:
    """Show one song: its story, and where to listen.

    \b
      sadkpop show 14
      sadkpop show the fool
      sadkpop show 눈코입
      sadkpop show goodbye 2ne1

    SONG is a number, or enough of the title and artist, in English or Korean.
    """
    from .asking import find

    catalog = current_catalog(ctx)
    songs = find(catalog, words)
    song = songs[0] if len(songs) == 1 else None
    print_song(catalog, song, output_format)
    if song is None:
        from .messages import which_song

        raise ProgramError(which_song(catalog, " ".join(words), songs, ctx.info_name or ""))


@cli.command(short_help="Search titles, artists and stories.")
@words_argument(metavar="WORD...", needed="Search for what? For example: `sadkpop search rain`.")
@format_option
@catalog_option()
@click.pass_context
def search(ctx: click.Context, words: Sequence[str], output_format: str) -> None:
    """Search titles, artists, themes, moods and stories for songs with every WORD.

    \b
      sadkpop search rain
      sadkpop search btob hopeful
      sadkpop search 아이유
      sadkpop search ㅂㄱㅇ

    For Korean titles and artists, the initial consonants are enough.
    """
    from . import asking
    from .messages import nothing_found

    catalog, vocabulary = current_catalog(ctx), current_vocabulary(ctx)
    phrases = vocabulary.phrases(words)
    found = asking.search(catalog, vocabulary, phrases)
    print_songs(catalog, found.songs, output_format, " ".join(words))
    if not found.songs:
        raise ProgramError(nothing_found(catalog, vocabulary, phrases, found.unknown))


@cli.command()
@words_argument("theme", metavar="[THEME]")
@catalog_option()
@click.pass_context
def themes(ctx: click.Context, words: Sequence[str]) -> None:
    """Show the themes: what happened.

    \b
      sadkpop themes
      sadkpop themes longing
    """
    print_vocabulary("theme", " ".join(words), current_catalog(ctx), current_vocabulary(ctx))


@cli.command()
@words_argument("mood", metavar="[MOOD]")
@catalog_option()
@click.pass_context
def moods(ctx: click.Context, words: Sequence[str]) -> None:
    """Show the moods: how it feels.

    \b
      sadkpop moods
      sadkpop moods tender

    They go from the heaviest to the lightest, as in `sadkpop pick --arc`.
    """
    print_vocabulary("mood", " ".join(words), current_catalog(ctx), current_vocabulary(ctx))


@cli.command(short_help="Play a song on YouTube.")
@song_argument
@catalog_option()
@click.pass_context
def play(ctx: click.Context, words: Sequence[str]) -> None:
    """Play a song on YouTube, in the browser.

    \b
      sadkpop play 14
      sadkpop play the fool

    SONG is a number, or enough of the title and artist. To play a whole
    playlist, see the README.
    """
    from .asking import find

    catalog = current_catalog(ctx)
    songs = find(catalog, words)
    if len(songs) != 1:
        from .messages import which_song

        raise ProgramError(which_song(catalog, " ".join(words), songs, ctx.info_name or ""))
    [song] = songs
    print_text(f"{song.artist} - {song.title}\n{song.url}")
    from .browser import open_in_browser

    if not open_in_browser(song.url):
        raise ProgramError("No browser could be started; the link is above.")
