"""The sentences of the commands: pure functions of what was typed and what was found.

Each returns what it is called. `command` makes the command line that a sentence offers; by default it names no catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from .text import command_line, escape, fold, operands, quoted

if TYPE_CHECKING:
    from .catalog import Song
    from .vocabulary import Match, Sense

Command = Callable[..., str]

_MOST_CHOICES = 10  # songs to choose from
_MOST_WORDS = 5  # words or names in a row

SAME_SONG = "--from and --to name the same song. Choose two."
SEED_ALONE = "--seed does nothing alone. Add -n, --shuffle, --from or --to."
TWO_ORDERS = "{} and {} both set the order. Use one of them."
TOO_FEW_STEPS = "With --from or --to, -n must be 2 or more."
NO_BROWSER = "No browser could be started; the link is above."
NO_SERVICE = "SADKPOP_PLAY needs a link with {} where the search goes, as in https://open.spotify.com/search/{}."

# What an option needs, by the name of its parameter; what there is instead of options that other programs have.
_NEEDS = {
    "themes": "a theme, as in -t breakup",
    "moods": "a mood, as in -m lonely",
    "without": "a theme or a mood, as in --not breakup",
    "size": "a whole number of songs from 1 up, as in -n 3",
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
    typed: dict[str, dict[str, None]] = {}
    for match in matches:
        if match.sense and match.how != "name":
            typed.setdefault(match.sense.name, {})[quoted(match.typed)] = None
    return f"Reading {listed([f'{listed(list(words))} as {escape(name)}' for name, words in typed.items()])}."


def without(names: Sequence[str]) -> str:
    return f"Without {listed(names)}."


def not_understood(words: Sequence[str]) -> str:
    return f"Not understood: {listed(list(map(quoted, words)))}."


def an_artist(word: str, command: Command = command_line) -> str:
    return f"{quoted(word)} is an artist: {command('search', *operands([word]))}."


def also_a_song(text: str, song: Song, command: Command = command_line) -> str:
    return f"{quoted(text)} is also a song: {command('show', str(song.number))}."


def that_song(song: Song, command: Command = command_line) -> str:
    return f"That is a song: {command('show', str(song.number))}."


def mood_and_song(typed: str, mood: str, song: Song, fixed: str) -> str:
    return f"Reading {quoted(typed)} as the mood {escape(mood)}. For the song {escape(song.title)}: {fixed}."


def all_songs_are(word: str, songs: Sequence[Song], command: Command = command_line) -> str:
    all_are = f"All {len(songs)} songs here are {escape(word)}. Say what happened or how you feel to get fewer"
    return f"{all_are}; {command('themes')} and {command('moods')} list the choices."


def nothing_left_out(word: str) -> str:
    return f"All songs here are {escape(word)}."


def nearest_instead(themes: Sequence[str], is_ordered: bool) -> str:
    return f"Here are the {listed(themes, 'or')} songs{'' if is_ordered else ', the closest mood first'}."


def path_notes(songs: Sequence[Song], start: str | None, end: str | None, *, steps: int) -> list[str]:
    notes = []
    if 0 < len(songs) < steps:
        notes.append(f"Only {count(songs)} {'matches' if len(songs) == 1 else 'match'}.")
    for song, mood, verb in ((songs[0], start, "starts"), (songs[-1], end, "ends")) if songs else ():
        if mood and mood not in song.moods:
            others = "other song" if any(mood in other.moods for other in songs) else "song left"
            notes.append(f"No {others} is {escape(mood)}, so the playlist {verb} as near to it as it can.")
    return notes


def nothing_understood(examples: Sequence[str], offers: Sequence[str] = (), command: Command = command_line) -> str:
    sentences = ["I can't tell which songs that asks for.", *offers, f"Try a word such as {listed(examples, 'or')};"]
    return f"{' '.join(sentences)} {command('themes')} and {command('moods')} show them all."


def not_repeated(command: Command = command_line) -> str:
    return f"Nothing here goes with that. {command('themes')} and {command('moods')} show what there is."


def did_you_mean(names: Sequence[str], command: Command = command_line) -> str:
    return f"Did you mean {listed(names[:3], 'or')}? {command('pick', names[0])}."


def search_finds(words: Sequence[str], songs: Sequence[Song], command: Command = command_line) -> str:
    return f"{command('search', *operands(words))} finds {count(songs)}."


def by_that_name(words: Sequence[str], songs: Sequence[Song], command: Command = command_line) -> str:
    there_are = f"there {'is' if len(songs) == 1 else 'are'} {count(songs)}"
    return f"By that name {there_are}: {command('search', *operands(words))}."


def only_a_number(number: int, is_song: bool, is_count: bool = True, command: Command = command_line) -> str:
    songs = f"For {number} song{'' if number == 1 else 's'}: {command('pick', '-n', str(number))}."
    read = f"To read song {number}: {command('show', str(number))}."
    return " ".join([songs] * is_count + [read] * is_song)


def clash(names: Sequence[str]) -> str:
    return f"You asked for {listed(names)} and left {'it' if len(names) == 1 else 'them'} out. Choose one."


def no_song(themes: Sequence[str], moods: Sequence[str], left_out: Sequence[str] = ()) -> str:
    once = f" once {listed(left_out)} {'is' if len(left_out) == 1 else 'are'} left out" if left_out else ""
    if themes and moods:
        return f"No song about {listed(themes, 'or')} feels {listed(moods, 'or')}{once}."
    if themes:
        return f"No song is about {listed(themes, 'or')}{once}."
    return f"No song feels {listed(moods, 'or')}{once}." if moods else f"No song is left{once}."


def closest_mood(mood: str, fixed: str) -> str:
    return f"The closest mood is {escape(mood)}{f': {fixed}' if fixed else ''}."


def what_there_is(command: Command = command_line) -> str:
    return f"{command('themes')} and {command('moods')} list what there is."


def unknown_term(typed: str, kind: str, meant: Sequence[str], fixed: str, command: Command = command_line) -> str:
    if meant:
        guess = f"{quoted(typed)} is not a {kind or 'theme or a mood'}; did you mean {listed(meant[:3], 'or')}?"
        return f"{guess} {fixed}".strip()
    where = f"{command(f'{kind}s')} lists" if kind else f"{command('themes')} and {command('moods')} list"
    return f"There is no {kind or 'theme or mood'} {quoted(typed)}. {where} them."


def other_kind(typed: str, kind: str, sense: Sense, is_name: bool, fixed: str) -> str:
    known = f"a {sense.kind}, not a {kind}" if is_name else f"a word for the {sense.kind} {escape(sense.name)}"
    return f"{quoted(typed)} is {known}{f': {fixed}' if fixed else ''}."


def matches_every_song(typed: str, option: str, word: str, command: Command = command_line) -> str:
    if option in ("--from", "--to"):
        place = "start" if option == "--from" else "end"
        return f"Every song here is {escape(word)}, so that is no place to {place}. {command('moods')} lists the moods."
    return f"Every song here is {escape(word)}. Drop {quoted(typed)} and say what happened or how it feels."


def no_end(typed: str, option: str, fixed: str, command: Command = command_line) -> str:
    if fixed:
        return f"{option} takes a mood, a number or a whole title: {fixed}."
    neither = f"{option} takes a mood or a song, and {quoted(typed)} is neither."
    return f"{neither} {command('moods')} lists the moods, {command('list')} the songs."


def several_songs(typed: str, option: str, songs: Sequence[Song]) -> str:
    numbers = listed([str(song.number) for song in songs], "or")
    return f"{quoted(typed)} is the title of {count(songs)}. For {option}, use a number: {numbers}."


def one_mood(option: str, fixed: str) -> str:
    return f"{option} takes one mood.{f' To go from one to the other: {fixed}.' if fixed else ''}"


def which_song(name: str, example: Song, command: Command = command_line) -> str:
    return f"Which song? A number or a title will do, as in {command(name, str(example.number))}."


def one_song(first: Song, command: Command = command_line) -> str:
    return f"play takes one song, as in {command('play', str(first.number))}."


def several(typed: str, songs: Sequence[Song]) -> str:
    return _choices(f"{quoted(typed)} can be several songs. Be more specific, or use a number:", songs)


def no_such_number(typed: Sequence[str], numbers: Sequence[int]) -> str:
    return f"There is no song {listed(typed, 'or')}. Songs are numbered from {min(numbers)} to {max(numbers)}."


def no_such_title(typed: str, near: Sequence[Song], offer: str, command: Command = command_line) -> str:
    if len(near) == 1:
        return f"No song is called {quoted(typed)}. Did you mean {near[0].number} {escape(near[0].title)}?"
    if near:
        return _choices(f"No song is called {quoted(typed)}. The nearest:", near)
    all_songs = f"{command('list')} shows all songs."
    return f"No title or artist matches {quoted(typed)}. {offer or all_songs}"


def read_as(names: Sequence[str]) -> str:
    return f"Read as {listed(names[:3], 'or')}."


def search_for_what(example: Song, command: Command = command_line) -> str:
    return f"Search for what? For example: {command('search', *fold(example.title).split())}."


def not_together(words: Sequence[str]) -> str:
    return f"No song has {listed(list(map(quoted, words)))} together. Try fewer words."


def no_match(words: Sequence[str], meant: str, command: Command = command_line) -> str:
    all_songs = f". {command('list')} shows all songs."
    no_song = f"No song matches {listed(list(map(quoted, words)), 'or')}"
    return f"{no_song}; did you mean {quoted(meant)}?" if meant else no_song + all_songs


def word_for(typed: str, sense: Sense, command: Command = command_line) -> str:
    meaning = f"a word for the {sense.kind} {escape(sense.name)}"
    return f"No song matches {quoted(typed)}, but it is {meaning}: {command('pick', sense.name)}."


def _choices(sentence: str, songs: Sequence[Song]) -> str:
    lines = [f"{song.number:>4}  {escape(song.title)} - {escape(song.artist)}" for song in songs[:_MOST_CHOICES]]
    more = [f"      and {len(songs) - _MOST_CHOICES} more"] if len(songs) > _MOST_CHOICES else []
    return "\n".join([sentence, *lines, *more])


def needs_value(option: str, name: str, choices: Sequence[str] = ()) -> str:
    if choices:
        return f"{option} takes {', '.join(choices[:-1])} or {choices[-1]}."
    return f"{option} needs {_NEEDS[name]}." if name in _NEEDS else f"{option} takes no value."


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


def takes_no_words(name: str, offer: str) -> str:
    return f"{name} takes no words. {offer}".strip()


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
    return f"{order}See words for one: {command(f'{kind}s', name)}"


def all_options(command_path: str) -> str:
    return f"`{command_path} -h` shows them all."
