"""The sentences of the commands: pure functions of what was typed and what was found.

Each function returns the sentence it is named after. `command` writes the command in it, by default without a catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from .text import command_line, escape, fold, letters, operands, quoted

if TYPE_CHECKING:
    from .catalog import Song
    from .vocabulary import Match, Sense

Command = Callable[..., str]

_MOST_CHOICES = 10  # songs to choose from
_MOST_WORDS = 5  # words or names in a row

SAME_SONG = "--from and --to name the same song. Choose two."
SEED_ALONE = "--seed does nothing alone. Add -n, --shuffle, --from or --to."
FEWER_WORDS = "Try fewer words."
TWO_ORDERS = "{} and {} both set the order. Use one of them."
CLOSEST_MOOD = "The closest mood is {}: {}."
TO_THE_OTHER = "To go from one to the other: {}."
TOO_FEW_STEPS = "--from and --to need two songs or more."
NO_BROWSER = "No browser could be started; the link is above."
NO_SERVICE = "SADKPOP_PLAY needs a whole link, with {} where the search goes: https://open.spotify.com/search/{}"

# What an option needs, by the name of its parameter; what there is instead of options that other programs have.
_NEEDS = {
    "themes": "a theme, as in -t breakup",
    "moods": "a mood, as in -m lonely",
    "without": "a theme or a mood, as in --not breakup",
    "size": "a whole number, 1 or more, as in -n 3",
    "start": "a mood or a song, as in --from heartbroken",
    "end": "a mood or a song, as in --to hopeful",
    "seed": "some text, as in --seed rain",
    "title": "some text, as in --title Tonight",
    "catalog": "a file, as in --catalog my.yaml",
}
_INSTEAD = {"--json": "For JSON: -f json.", "--csv": "For CSV: -f csv.", "--no-color": "For no color, set NO_COLOR=1."}


def count(songs: Sequence[Song]) -> str:
    return "1 song" if len(songs) == 1 else f"{len(songs)} songs"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a sentence lists them, the first few of many."""
    shown = [escape(name) for name in names[:_MOST_WORDS]]
    if len(names) > _MOST_WORDS:
        return ", ".join([*shown, "…"])
    return f" {last} ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def reading(matches: Iterable[Match]) -> str:
    typed: dict[str, dict[str, None]] = {}  # the words for each term, once
    for match in matches:
        if match.sense:
            typed.setdefault(match.sense.name, {})[quoted(match.typed)] = None
    return f"Reading {listed([f'{listed(list(words))} as {escape(name)}' for name, words in typed.items()])}."


def without(names: Sequence[str]) -> str:
    return f"Without {listed(names)}."


def not_understood(words: Sequence[str]) -> str:
    return f"Not understood: {listed(list(map(quoted, words)))}."


def all_songs_are(word: str) -> str:
    return f"All songs here are {escape(word)}."


def path_notes(songs: Sequence[Song], start: str, end: str, steps: int) -> list[str]:
    notes = []
    if 0 < len(songs) < steps:
        notes.append(f"Only {count(songs)} {'matches' if len(songs) == 1 else 'match'}.")
    for song, mood, verb in ((songs[0], start, "starts"), (songs[-1], end, "ends")) if songs else ():
        if mood not in song.moods:
            notes.append(f"No song left is {escape(mood)}, so the playlist {verb} as near to it as it can.")
    return notes


def nothing_understood(examples: Sequence[str], offer: str = "", command: Command = command_line) -> str:
    unknown = f"I can't tell which songs that asks for. {offer}".strip()
    return f"{unknown} Try a word such as {listed(examples, 'or')}; {show_them_all(command)}"


def show_them_all(command: Command = command_line, kinds: Sequence[str] = ("theme", "mood")) -> str:
    commands = [command({"theme": "themes", "mood": "moods", "song": "list"}[kind]) for kind in kinds]
    return f"{' and '.join(commands)} {'show' if len(kinds) > 1 else 'shows'} them all."


def another_word(command: Command = command_line) -> str:
    return f"Try another word for what happened or how you feel; {show_them_all(command)}"


def not_repeated(command: Command = command_line) -> str:
    return f"Nothing here goes with that. {another_word(command)}"


def did_you_mean(names: Sequence[str], fixed: str = "") -> str:
    return f"Did you mean {listed(names[:3], 'or')}?{f' {fixed}.' if fixed else ''}" if names else ""


def search_finds(words: Sequence[str], songs: Sequence[Song], command: Command = command_line) -> str:
    return f"{command('search', *operands(words))} finds {count(songs)}."


def by_that_name(songs: Sequence[Song], fixed: str) -> str:
    return f"By that name there {'is' if len(songs) == 1 else 'are'} {count(songs)}: {fixed}."


def end_of_that_name(option: str, song: Song) -> str:
    return f"For the song {escape(song.title)}: {option} {song.number}."


def only_a_number(number: int, is_song: bool, command: Command = command_line) -> str:
    songs = f"For {number} song{'' if number == 1 else 's'}: {command('pick', '-n', str(number))}."
    return f"{songs} To read song {number}: {command('show', str(number))}." if is_song else songs


def no_song(themes: Sequence[str], moods: Sequence[str], left_out: Sequence[str] = ()) -> str:
    asked = [f"{verb} {listed(names, 'or')}" for verb, names in (("is about", themes), ("feels", moods)) if names]
    once = f" once {listed(left_out)} {'is' if len(left_out) == 1 else 'are'} left out" if left_out else ""
    return f"No song {' and '.join(asked) or 'remains'}{once}."


def clash(names: Sequence[str]) -> str:
    return f"You asked for {listed(names)} and left {'it' if len(names) == 1 else 'them'} out. Choose one."


def nearest_instead(themes: Sequence[str], moods: Sequence[str], is_ordered: bool) -> str:
    order = "" if is_ordered else ", the closest mood first"
    return f"{no_song(themes, moods)} Here are the {listed(themes, 'or')} songs{order}."


def other_kind(typed: str, kind: str, sense: Sense, fixed: str = "") -> str:
    is_name = letters(typed) == letters(sense.name)
    known = f"a {sense.kind}, not a {kind}" if is_name else f"a word for the {sense.kind} {escape(sense.name)}"
    return f"{quoted(typed)} is {known}{f': {fixed}' if fixed else ''}."


def one_end(option: str, offer: str = "", command: Command = command_line) -> str:
    return f"{option} takes a mood or a song. {offer or show_them_all(command, ('mood', 'song'))}"


def which_song(name: str, example: Song, command: Command = command_line) -> str:
    return f"Which song? A number or a title will do, as in {command(name, str(example.number))}."


def one_song(first: Song, command: Command = command_line) -> str:
    return f"play takes one song, as in {command('play', str(first.number))}."


def several(typed: str, songs: Sequence[Song]) -> str:
    lines = [f"{song.number:>4}  {escape(song.title)} - {escape(song.artist)}" for song in songs[:_MOST_CHOICES]]
    more = [f"      and {len(songs) - _MOST_CHOICES} more"] if len(songs) > _MOST_CHOICES else []
    return "\n".join([f"{quoted(typed)} can be several songs. Be more specific, or use a number:", *lines, *more])


def no_such_number(typed: Sequence[str], songs: Sequence[Song]) -> str:
    numbers = [song.number for song in songs]
    return f"There is no song {listed(typed, 'or')}. Songs are numbered from {min(numbers)} to {max(numbers)}."


def read_as(names: Sequence[str]) -> str:
    return f"Read as {listed(names[:3], 'or')}."


def search_for_what(example: Song, command: Command = command_line) -> str:
    return f"Search for what? For example: {command('search', *fold(example.title).split())}."


def no_match(words: Sequence[str], kinds: Sequence[str], offer: str = "", command: Command = command_line) -> str:
    nothing = f"No {' or '.join(kinds)} matches {listed(list(map(quoted, words)), 'or')}."
    return f"{nothing} {offer or show_them_all(command, kinds)}"


def needs_value(option: str, name: str, choices: Sequence[str] = ()) -> str:
    if choices:
        return f"{option} takes {', '.join(choices[:-1])} or {choices[-1]}."
    return f"{option} needs {_NEEDS[name]}." if name in _NEEDS else f"{option} takes no value; type just {option}."


def no_such_option(option: str, command: str, near: Sequence[str], other: str, formats: Sequence[str] = ()) -> str:
    if option in _INSTEAD and option.removeprefix("--") in (*formats, "no-color"):
        return f"There is no option {option}. {_INSTEAD[option]}"
    if near:
        return f"There is no option {escape(option)}; did you mean {near[0]}?"
    return f"{command} has no option {escape(option)}{f'; {other}' if other else ''}."


def no_such_command(typed: str, fixed: str) -> str:
    return f"There is no command {quoted(typed)}; did you mean {fixed}?"


def which_command(example: str, command: Command = command_line) -> str:
    return f"Start with a command, as in {command('pick', *example.split())}. {command('-h')} lists them all."


def takes_no_words(name: str, offer: str = "", command: Command = command_line) -> str:
    return f"{name} takes no words. {offer or f'{command(name)} shows all songs.'}"


def too_many_for_a_picture(songs: Sequence[Song], most: int, command: Command = command_line) -> str:
    some = command("pick", "-n", str(most), "-f", "svg")
    return f"A picture holds up to {most} songs, and this list has {len(songs)}. Any {most} songs: {some}."


def read_one(songs: Sequence[Song], command: Command = command_line) -> str:
    return f"{count(songs)}. Read one: {command('show', str(songs[0].number))}"


def play_it(songs: Sequence[Song], command: Command = command_line) -> str:
    return f"Play {'it' if len(songs) == 1 else 'one'}: {command('play', str(songs[0].number))}"


def fewer(songs: Sequence[Song], example: str, command: Command = command_line) -> str:
    return f"{count(songs)}. For fewer, say what happened or how you feel: {command('pick', *example.split())}"


def see_one(kind: str, name: str, command: Command = command_line) -> str:
    order = "From the heaviest to the lightest. " if kind == "mood" else ""
    return f"{order}See words for one: {command(f'{kind}s', *operands([name]))}"


def all_options(command_path: str) -> str:
    return f"`{command_path} -h` shows them all."
