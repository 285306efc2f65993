"""The commands: each opens with its help, asks the session for the catalog and prints what it finds.

What a command alone needs is imported inside it, so that nobody waits for what a command does not use.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from . import __version__, messages
from .errors import Program
from .options import Names, common_options, songs_options, terms_options
from .session import Session, pass_session
from .terminal import Failure, open_in_browser, print_note, print_page
from .text import fold

if TYPE_CHECKING:
    from .offers import Named
    from .vocabulary import Kind


# The help pages are no docstrings, which python -OO leaves out. \b keeps lines as they are.
_CLI = """\
Sad K-pop songs for what happened or how you feel. Say it in your own words:

\b
  sadkpop pick dumped
  sadkpop pick lonely hopeful
  sadkpop show 14
"""


@click.group("sadkpop", cls=Program, invoke_without_command=True, help=_CLI)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s", help="Show the version.")
@common_options
@click.pass_context
def cli(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


_LIST = """\
List all the songs.

\b
  sadkpop list
  sadkpop list -f csv > songs.csv
  sadkpop list --catalog my.yaml

With a catalog of your own, this shows every mistake in it.
"""


@cli.command("list", help=_LIST)
@click.argument("words", nargs=-1, metavar="")
@songs_options
def list_songs(session: Session, words: Sequence[str], title: str | None) -> None:
    if words:
        raise Failure(messages.takes_no_words("list", session.offers.search_finds(words), session.command), 2)
    songs = session.catalog.songs
    print_page(session.page.songs(songs, title or messages.count(songs)))


_PICK = """\
Pick a playlist: the songs for what happened and how it feels.

\b
  sadkpop pick missing you, hopeful
  sadkpop pick lonely, not a breakup
  sadkpop pick 3 angry songs
  sadkpop pick -t breakup --not angry
  sadkpop pick --from 14 --to hopeful

Say what happened (a theme) or how it feels (a mood). Two themes (or two moods) mean either; a theme and a mood mean
both. Quote an apostrophe or leave it out: cant sleep. -t, -m and --not may be given more than once.

--from and --to lead from one mood or song to another, in five songs, or N with -n. One of them is enough.
"""


@cli.command(short_help="Pick a playlist in your own words.", help=_PICK)
@click.argument("words", nargs=-1, metavar="[WORD]...", type=Names("theme", "mood"))
@click.option("-t", "--theme", "themes", multiple=True, type=Names("theme"), metavar="THEME", help="What it is about.")
@click.option("-m", "--mood", "moods", multiple=True, type=Names("mood"), metavar="MOOD", help="How it feels.")
@click.option("--not", "without", multiple=True, type=Names("theme", "mood"), metavar="WORD", help="Leave this out.")
@click.option("-n", "--count", "size", metavar="N", type=int, help="Pick N songs at random, without repeats.")
@click.option("--seed", metavar="TEXT", help="Make the choice repeatable: same TEXT, same songs.")
@click.option("--shuffle", is_flag=True, help="Put the songs in random order.")
@click.option("--arc", is_flag=True, help="Order the songs from heavy to light.")
@click.option("--from", "start", type=Names("mood", "song"), metavar="MOOD|SONG", help="Start with this mood or song.")
@click.option("--to", "end", type=Names("mood", "song"), metavar="MOOD|SONG", help="End with this one.")
@songs_options
def pick(session: Session, /, title: str | None, **asked: Any) -> None:
    from . import picking

    request = picking.Request(**asked)
    if request.words == ("help",):
        click.echo(click.get_current_context().get_help())
        return
    try:
        picked = picking.pick(session.catalog, session.vocabulary, request, session.command)
    except picking.WrongOption as error:
        raise Failure(session.offers.instead_of_option(request, error), 2) from error
    for note in () if session.is_private else picked.notes:
        print_note(note)
    with_scale = bool(request.arc or request.start or request.end)
    terms = (*picked.query.themes, *picked.query.moods)
    hint = "" if any(asked.values()) else messages.fewer(picked.songs, session.offers.words[0], session.command)
    print_page(session.page.songs(picked.songs, title or picked.title, terms, with_scale, hint))
    quiet = session.catalog.quiet if picked.needs_quiet else ""
    if not picked.is_understood:
        words = () if session.is_private else request.words
        if named := session.offers.instead_of_words(words):
            raise Failure(named, label="")
        raise Failure(session.offers.nothing_understood(words), hint=quiet, label="")
    if not picked.songs:
        raise Failure(session.offers.instead_of_nothing(request, picked.query), hint=quiet)
    if quiet:
        print_note(f"\n{quiet}", is_hint=True)


_SHOW = """\
Show a song, or several, in full: the story, and where to listen.

\b
  sadkpop show 14
  sadkpop show 4 8 15-17
  sadkpop show the fool
  sadkpop show goodbye 2ne1

SONG is a number, a range such as 4-8, or part of the title or artist, in English, in Korean, or as the Korean sounds.
"""


@cli.command(short_help="Show songs with their stories.", help=_SHOW)
@click.argument("words", nargs=-1, metavar="SONG...", type=Names("song"))
@songs_options
def show(session: Session, words: Sequence[str], title: str | None) -> None:
    named = _named(session, words, "show")
    print_page(session.page.cards(named.songs, title or "", named.is_list))
    if named.problem:
        raise Failure(named.problem)


_SEARCH = """\
Search titles, artists, themes, moods and stories for every WORD.

\b
  sadkpop search rain
  sadkpop search btob hopeful
  sadkpop search 아이유
  sadkpop search ㅂㄱㅇ

For Korean titles and artists, the initial consonants are enough.
"""


@cli.command(short_help="Search songs for words.", help=_SEARCH)
@click.argument("words", nargs=-1, metavar="WORD...")
@songs_options
def search(session: Session, words: Sequence[str], title: str | None) -> None:
    from .search import search as search_songs

    if not fold(" ".join(words)):
        raise Failure(messages.search_for_what(session.offers.song, session.command), 2)
    found = search_songs(session.catalog.songs, words)
    if found.read_as:
        print_note(messages.read_as(found.read_as))
    default = messages.count(found.songs) if session.is_private else " ".join(words)
    print_page(session.page.songs(found.songs, title or default))
    if not found.songs:
        raise Failure(session.offers.instead_of_search(words, found.unknown))


_THEMES = """\
List the themes: what a song is about. With a THEME, show words for it.

\b
  sadkpop themes longing
"""


@cli.command(help=_THEMES)
@click.argument("words", nargs=-1, metavar="[THEME]", type=Names("theme"))
@terms_options
def themes(session: Session, words: Sequence[str]) -> None:
    _print_terms(session, "theme", words)


_MOODS = """\
List the moods, from heavy to light. With a MOOD, show words for it.

\b
  sadkpop moods tender
"""


@cli.command(help=_MOODS)
@click.argument("words", nargs=-1, metavar="[MOOD]", type=Names("mood"))
@terms_options
def moods(session: Session, words: Sequence[str]) -> None:
    _print_terms(session, "mood", words)


_PLAY = """\
Play a song in the browser: its own link, or a YouTube search for it.

\b
  sadkpop play 14
  sadkpop play the fool
  sadkpop pick lonely -f m3u > my.m3u
  mpv --no-video --playlist=my.m3u

The last two play a playlist in mpv, with yt-dlp. To search elsewhere, set SADKPOP_PLAY to a link with {} where the
search goes, such as https://open.spotify.com/search/{}
"""


@cli.command(short_help="Play a song in the browser.", help=_PLAY)
@click.argument("words", nargs=-1, metavar="SONG", type=Names("song"))
@common_options
@pass_session
def play(session: Session, words: Sequence[str]) -> None:
    named = _named(session, words, "play")
    if named.is_list:
        raise Failure(messages.one_song((*named.songs, session.offers.song)[0], session.command), 2)
    if named.problem:
        raise Failure(named.problem)
    [song] = named.songs
    if session.has_bad_service and not song.link:
        raise Failure(messages.NO_SERVICE, 2)
    link = session.link(song)
    click.echo(f"{song.artist} - {song.title}\n{link}", file=sys.stdout)
    if not open_in_browser(link):
        raise Failure(messages.NO_BROWSER)


_HELP = """\
Show the help of a command, or of the program.

\b
  sadkpop help pick
"""


@cli.command("help", short_help="Show the help of a command.", help=_HELP)
@click.argument("words", nargs=-1, metavar="[COMMAND]", type=Names("command"))
@common_options
@click.pass_context
def show_help(ctx: click.Context, words: Sequence[str]) -> None:
    name, root = " ".join(words[:1]), ctx.find_root()
    if name and name not in cli.commands:
        raise Failure(ctx.obj.offers.instead_of_command(["help", *words], cli.commands), 2)
    click.echo((click.Context(cli.commands[name], root, name) if name else root).get_help())


def _named(session: Session, words: Sequence[str], name: str) -> Named:
    """Return the songs that words name. Raises Failure without words."""
    if not fold(" ".join(words)):
        raise Failure(messages.which_song(name, session.offers.song, session.command), 2)
    named = session.offers.named(words)
    if named.read_as:
        print_note(messages.read_as(named.read_as))
    return named


def _print_terms(session: Session, kind: Kind, words: Sequence[str]) -> None:
    """Print the themes or the moods, or the one of them that words stand for."""
    from .picking import WrongOption

    try:
        name = session.offers.term(kind, " ".join(words)) if words else ""
    except WrongOption as error:
        raise Failure(str(error), 2) from error
    print_page(session.page.terms(kind, session.vocabulary.terms[kind], name))
