"""The sentences, each called as what it is: a function of what was typed and what was found."""

import subprocess
import sys
from functools import partial

import pytest

from sadkpop import messages
from sadkpop.catalog import Song
from sadkpop.text import command_line
from sadkpop.vocabulary import Match, Sense

RAIN = Song(4, "Rain", "비가 와", "Baekhyun & Soyou", None, (), (), ("breakup",), ("wistful",), "It rains.")
FOOL = RAIN._replace(number=14, title="The Fool", moods=("bitter", "tender"))
SONGS = [RAIN, FOOL]
BREAKUP, LONELY = Sense("theme", "breakup"), Sense("mood", "lonely")
MINE = partial(command_line, catalog="my songs.yaml")
WORDS = ["a", "b", "c", "d", "e"]


SENTENCES = [
    (messages.count([RAIN]), "1 song"),
    (messages.count(SONGS), "2 songs"),
    (messages.count([]), "0 songs"),
    (messages.listed([]), ""),
    (messages.listed(["a"]), "a"),
    (messages.listed(["a", "b"]), "a and b"),
    (messages.listed(["a", "b", "c"], "or"), "a, b or c"),
    (messages.listed(WORDS), "a, b, c, d and e"),
    (messages.listed([*WORDS, "f"]), "a, b, c, d, e, …"),
    # How words were understood.
    (messages.reading([Match("dumped", BREAKUP)]), 'Reading "dumped" as breakup.'),
    (
        messages.reading([Match("dumped", BREAKUP), Match("alone", LONELY)]),
        'Reading "dumped" as breakup and "alone" as lonely.',
    ),
    (
        messages.reading([Match("dumped", BREAKUP), Match("my ex", BREAKUP)]),
        'Reading "dumped" and "my ex" as breakup.',
    ),
    (messages.reading([Match("x", LONELY), Match("x", LONELY)]), 'Reading "x" as lonely.'),
    (messages.without(["breakup", "lonely"]), "Without breakup and lonely."),
    (messages.not_understood(["foo", "bar"]), 'Not understood: "foo" and "bar".'),
    (messages.all_songs_are("sad"), "All songs here are sad."),
    (
        messages.nearest_instead(["comfort"], ["bitter"], False),
        "No song is about comfort and feels bitter. Here are the comfort songs, the closest mood first.",
    ),
    (
        messages.nearest_instead(["comfort", "grief"], ["bitter"], True),
        "No song is about comfort or grief and feels bitter. Here are the comfort or grief songs.",
    ),
    # Paths.
    (messages.path_notes(SONGS, "wistful", "tender", 2), []),
    (messages.path_notes(SONGS, "wistful", "tender", 5), ["Only 2 songs match."]),
    (messages.path_notes([RAIN], "wistful", "wistful", 5), ["Only 1 song matches."]),
    (messages.path_notes([], "wistful", "tender", 5), []),
    (
        messages.path_notes(SONGS, "tender", "wistful", 2),
        [
            "No song left is tender, so the playlist starts as near to it as it can.",
            "No song left is wistful, so the playlist ends as near to it as it can.",
        ],
    ),
    # Nothing understood, or nothing fits.
    (
        messages.nothing_understood(["tired", "my ex"], "Did you mean x?"),
        "I can't tell which songs that asks for. Did you mean x? Try a word such as tired or my ex; "
        "`sadkpop themes` and `sadkpop moods` show them all.",
    ),
    (
        messages.nothing_understood(["tired"]),
        "I can't tell which songs that asks for. Try a word such as tired; "
        "`sadkpop themes` and `sadkpop moods` show them all.",
    ),
    (messages.show_them_all(), "`sadkpop themes` and `sadkpop moods` show them all."),
    (messages.show_them_all(kinds=["song"]), "`sadkpop list` shows them all."),
    (
        messages.another_word(),
        "Try another word for what happened or how you feel; `sadkpop themes` and `sadkpop moods` show them all.",
    ),
    (
        messages.not_repeated(),
        "Nothing here goes with that. Try another word for what happened or how you feel; "
        "`sadkpop themes` and `sadkpop moods` show them all.",
    ),
    (messages.did_you_mean([]), ""),
    (messages.did_you_mean(["a", "b", "c", "d"]), "Did you mean a, b or c?"),
    (messages.did_you_mean(["a"], "`x`"), "Did you mean a? `x`."),
    (messages.search_finds(["the", "end"], SONGS), "`sadkpop search the end` finds 2 songs."),
    (messages.search_finds(["-x"], [RAIN]), "`sadkpop search -- -x` finds 1 song."),
    (messages.by_that_name([RAIN], "`x`"), "By that name there is 1 song: `x`."),
    (messages.by_that_name(SONGS, "--from 4"), "By that name there are 2 songs: --from 4."),
    (messages.only_a_number(3, False), "For 3 songs: `sadkpop pick -n 3`."),
    (messages.only_a_number(1, True), "For 1 song: `sadkpop pick -n 1`. To read song 1: `sadkpop show 1`."),
    (messages.no_song(["comfort"], ["bitter", "sad"]), "No song is about comfort and feels bitter or sad."),
    (messages.no_song(["a", "b"], [], ["c"]), "No song is about a or b once c is left out."),
    (messages.no_song([], ["bitter"], ["c", "d"]), "No song feels bitter once c and d are left out."),
    (messages.no_song([], [], ["c"]), "No song remains once c is left out."),
    (messages.CLOSEST_MOOD.format("bitter", "`x`"), "The closest mood is bitter: `x`."),
    # Options.
    (messages.no_match(["x"], ["theme"]), 'No theme matches "x". `sadkpop themes` shows them all.'),
    (
        messages.no_match(["x"], ["theme", "mood"]),
        'No theme or mood matches "x". `sadkpop themes` and `sadkpop moods` show them all.',
    ),
    (messages.other_kind("lonely", "theme", LONELY), '"lonely" is a mood, not a theme.'),
    (messages.other_kind("Break-Up", "mood", BREAKUP, "`y`"), '"Break-Up" is a theme, not a mood: `y`.'),
    (messages.other_kind("x", "mood", BREAKUP, "`y`"), '"x" is a word for the theme breakup: `y`.'),
    (messages.one_end("--to"), "--to takes a mood or a song. `sadkpop moods` and `sadkpop list` show them all."),
    (messages.one_end("--from", "y."), "--from takes a mood or a song. y."),
    (messages.TO_THE_OTHER.format("`x`"), "To go from one to the other: `x`."),
    (messages.TWO_ORDERS.format("--arc", "--to"), "--arc and --to both set the order. Use one of them."),
    # Songs by name, and search.
    (messages.which_song("play", RAIN), "Which song? A number or a title will do, as in `sadkpop play 4`."),
    (messages.one_song(RAIN), "play takes one song, as in `sadkpop play 4`."),
    (
        messages.several("x", SONGS),
        '"x" can be several songs. Be more specific, or use a number:\n'
        "   4  Rain - Baekhyun & Soyou\n  14  The Fool - Baekhyun & Soyou",
    ),
    (messages.several("x", [RAIN] * 12).splitlines()[-1], "      and 2 more"),
    (messages.no_such_number(["9"], [FOOL, RAIN]), "There is no song 9. Songs are numbered from 4 to 14."),
    (messages.no_such_number(["9", "10"], [RAIN]), "There is no song 9 or 10. Songs are numbered from 4 to 4."),
    (messages.read_as(["a", "b", "c", "d"]), "Read as a, b or c."),
    (messages.search_for_what(FOOL), "Search for what? For example: `sadkpop search the fool`."),
    (messages.no_match(["a", "b"], ["song"]), 'No song matches "a" or "b". `sadkpop list` shows them all.'),
    (messages.no_match(["a b"], ["song"], messages.FEWER_WORDS), 'No song matches "a b". Try fewer words.'),
    # Wrong command lines.
    (messages.needs_value("-t", "themes"), "-t needs a theme, as in -t breakup."),
    (messages.needs_value("--arc", "arc"), "--arc takes no value; type just --arc."),
    (messages.needs_value("--seed", "seed"), "--seed needs some text, as in --seed rain."),
    (messages.needs_value("-n", "size"), "-n needs a whole number, 1 or more, as in -n 3."),
    (messages.needs_value("-f", "output_format", ["table", "json"]), "-f takes table or json."),
    (messages.needs_value("-f", "output_format", ["table", "json", "csv"]), "-f takes table, json or csv."),
    (
        messages.no_such_option("--json", "list", [], "", ["table", "json"]),
        "There is no option --json. For JSON: -f json.",
    ),
    (messages.no_such_option("--csv", "themes", [], "", ["table", "json"]), "themes has no option --csv."),
    (
        messages.no_such_option("--no-color", "play", [], ""),
        "There is no option --no-color. For no color, set NO_COLOR=1.",
    ),
    (messages.no_such_option("--ar", "pick", ["--arc"], ""), "There is no option --ar; did you mean --arc?"),
    (messages.no_such_option("--x", "list", [], ""), "list has no option --x."),
    (messages.no_such_option("--arc", "list", [], "pick has"), "list has no option --arc; pick has."),
    (messages.no_such_option("--ar", "list", [], "pick has --arc"), "list has no option --ar; pick has --arc."),
    (messages.no_such_command("x", "`y`"), 'There is no command "x"; did you mean `y`?'),
    (
        messages.which_command("my ex"),
        "Start with a command, as in `sadkpop pick my ex`. `sadkpop -h` lists them all.",
    ),
    (messages.takes_no_words("list"), "list takes no words. `sadkpop list` shows all songs."),
    (messages.takes_no_words("list", "x"), "list takes no words. x"),
    (
        messages.too_many_for_a_picture(SONGS, 1),
        "A picture holds up to 1 songs, and this list has 2. Any 1 songs: `sadkpop pick -n 1 -f svg`.",
    ),
    # What to do next.
    (messages.read_one(SONGS), "2 songs. Read one: `sadkpop show 4`"),
    (messages.play_it([FOOL]), "Play it: `sadkpop play 14`"),
    (messages.play_it(SONGS), "Play one: `sadkpop play 4`"),
    (
        messages.fewer(SONGS, "my ex"),
        "2 songs. For fewer, say what happened or how you feel: `sadkpop pick my ex`",
    ),
    (messages.see_one("theme", "a b"), "See words for one: `sadkpop themes 'a b'`"),
    (
        messages.see_one("mood", "a"),
        "From the heaviest to the lightest. See words for one: `sadkpop moods a`",
    ),
    (messages.all_options("sadkpop pick"), "`sadkpop pick -h` shows them all."),
]


def test_sentences():
    """Each says what it is to say."""
    assert [(sentence, expected) for sentence, expected in SENTENCES if sentence != expected] == []


@pytest.mark.parametrize(
    "sentence",
    [
        messages.nothing_understood(["x"], "", MINE),
        messages.show_them_all(MINE),
        messages.another_word(MINE),
        messages.not_repeated(MINE),
        messages.search_finds(["x"], SONGS, MINE),
        messages.only_a_number(3, True, MINE),
        messages.no_match(["x"], ["theme"], "", MINE),
        messages.no_match(["x"], ["theme", "mood"], "", MINE),
        messages.one_end("--from", "", MINE),
        messages.which_song("show", RAIN, MINE),
        messages.one_song(RAIN, MINE),
        messages.search_for_what(RAIN, MINE),
        messages.no_match(["x"], ["song"], "", MINE),
        messages.which_command("x", MINE),
        messages.too_many_for_a_picture(SONGS, 1, MINE),
        messages.read_one(SONGS, MINE),
        messages.play_it([RAIN], MINE),
        messages.fewer(SONGS, "x", MINE),
        messages.see_one("mood", "x", MINE),
    ],
)
def test_commands_name_the_catalog(sentence):
    """What a sentence offers names the catalog that it is handed, quoted for a shell, in each of its commands."""
    assert sentence.count("`sadkpop --catalog 'my songs.yaml' ") == sentence.count("`") / 2 > 0


@pytest.mark.parametrize(
    "sentence",
    [
        messages.not_understood(["\x1b[1m"]),
        messages.several("\x1b[1m", SONGS),
        messages.no_match(["\x1b[1m"], ["song"]),
        messages.other_kind("\x1b[1m", "mood", BREAKUP),
        messages.did_you_mean(["\x1b[1m"]),
        messages.no_such_option("\x1b[1m", "pick", [], ""),
        messages.no_such_command("\x1b[1m", "`y`"),
        messages.search_finds(["\x1b[1m"], SONGS),
        messages.no_such_number(["\x1b[1m"], SONGS),
    ],
)
def test_what_was_typed_is_escaped(sentence):
    """What was typed cannot drive the terminal from inside a sentence."""
    assert "\x1b" not in sentence
    assert "\\x1b[1m" in sentence


def test_sentences_need_no_click():
    """They can be called from a Python prompt: nothing of click, rich or yaml is imported, nothing is looked up."""
    code = (
        "import sys; from sadkpop import messages; from sadkpop.catalog import Song;"
        "song = Song(4, 'Rain', None, 'IU', None, (), (), ('a',), ('b',), 'It rains.');"
        "print(messages.no_song(['a'], ['b']), messages.read_one([song, song]), messages.which_command('x'));"
        "print(*{'click', 'rich', 'yaml'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert result.stderr == ""
    assert result.stdout == (
        "No song is about a and feels b. 2 songs. Read one: `sadkpop show 4` "
        "Start with a command, as in `sadkpop pick x`. `sadkpop -h` lists them all.\n\n"
    )
