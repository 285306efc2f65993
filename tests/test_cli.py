"""The commands as a person uses them: what is printed where, and how they end."""

import json
import re
import shlex

import pytest
from conftest import CHECKOUT, SONG, VOCABULARY, commands_in, numbers, without_escapes

import sadkpop
from sadkpop.catalog import load
from sadkpop.cli import cli

BUILT_IN = load()
PACKAGE = CHECKOUT / "sadkpop"
QUIET = VOCABULARY + "quiet: Somebody listens.\n"


def several(count, songs=SONG):
    """Return as many songs, alike but for their numbers."""
    return "".join(songs.replace("number: 1", f"number: {number}") for number in range(1, count + 1))


def test_list(run):
    """Every song, in the order of the catalog."""
    result = run("list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert numbers(result) == list(range(1, 26))


@pytest.mark.parametrize(
    ("words", "offer"),
    [("rain", "`sadkpop search rain` finds 1 song."), ("rain qqq", "`sadkpop list` shows all songs.")],
)
def test_list_takes_no_words(run, words, offer):
    """Who types words is told how to search for them, if that finds anything."""
    result = run("list", *words.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: list takes no words. {offer}\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("", list(range(1, 26))),
        ("--theme breakup", [1, 2, 3, 4, 8, 9, 11, 12, 14, 16, 18, 23, 24, 25]),
        ("-t BREAKUP -t Betrayal", [1, 2, 3, 4, 8, 9, 11, 12, 13, 14, 16, 18, 23, 24, 25]),
        ("-t grief,comfort", [5, 7, 15, 16, 20, 21]),
        ("comfort", [7, 20, 21]),
        ("comfort tender", [7, 21]),
        ("comfort grief -m hopeful", [16, 20]),
        ("dumped hopeful", [8, 16, 23]),
        ("brekup", [1, 2, 3, 4, 8, 9, 11, 12, 14, 16, 18, 23, 24, 25]),
        ("sad comfort", [7, 20, 21]),
        ("sad", list(range(1, 26))),
        ("--not breakup -m hopeful", [6, 19, 20]),
        ("hopeful --not breakup,parting", [20]),
        ("hopeful not breakup", [6, 19, 20]),
        ("comfort bitter", [20, 21, 7]),
        ("--mood TENDER --mood anxious", [7, 13, 20, 21]),
        ("-m hopeful --arc", [16, 20, 8, 6, 19, 23]),
        ("-t grief -n 99", [5, 15, 16]),
        # What a seed draws is promised to stay, whatever the platform and the version of Python.
        ("-n 3 --seed tonight", [8, 16, 17]),
        ("-n 4 --seed rain", [1, 12, 17, 23]),
        ("-n 4 --seed rain --shuffle", [12, 1, 17, 23]),
        ("-t grief --seed 눈 --shuffle", [16, 5, 15]),
        ("-n 3 --seed ''", [11, 14, 20]),
    ],
)
def test_pick(run, arguments, expected):
    """The songs that fit, in the order asked for."""
    result = run("pick", *shlex.split(arguments))
    assert result.exit_code == 0
    assert numbers(result) == expected


def test_pick_says_how_words_were_read(run):
    """What was made of the words stands beside the songs, and not among them."""
    result = run("pick", "dumped", "hopeful")
    assert (result.exit_code, result.stderr) == (0, 'Reading "dumped" as breakup.\n')
    assert result.stdout.startswith(" #  Title")


def test_pick_without_a_seed_varies(run):
    """Chance is chance until it is given a seed."""
    assert len({tuple(numbers(run("pick", "-n", "5"))) for _ in range(5)}) > 1
    assert len({tuple(numbers(run("pick", "--from", "heartbroken"))) for _ in range(8)}) > 1
    assert len({tuple(numbers(run("pick", "--from", "heartbroken", "--seed", "rain"))) for _ in range(3)}) == 1


def test_nothing_understood(run):
    """That is no error of the person's, and what was typed is not repeated."""
    result = run("pick", "xyzzy", "plugh")
    assert (result.exit_code, result.stdout) == (1, "")
    sentence, quiet = result.stderr.splitlines()
    assert sentence.startswith("I can't tell which songs that asks for. Try a word such as ")
    assert sentence.endswith("; `sadkpop themes` and `sadkpop moods` show them all.")
    assert quiet == BUILT_IN.quiet
    assert "xyzzy" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "is_quiet"),
    [
        ("-m heavy", True),
        ("--from heavy", True),
        ("qqq", True),
        ("-m heavy -t memory", True),
        ("-m light", False),
        ("--from light", False),
        ("--to heavy", True),
        ("breakup", False),
        ("", False),
    ],
)
def test_quiet_line(run, catalog, arguments, is_quiet):
    """Where the heaviest mood is asked for, and where nothing is understood, stands where help is."""
    result = run("pick", *arguments.split(), "--catalog", catalog(f"{QUIET}songs:{several(2)}"))
    assert result.stderr.endswith("\nSomebody listens.\n") is is_quiet
    assert result.stderr.count("Somebody listens.") == is_quiet


def test_no_quiet_line_without_one(run, catalog):
    """A catalog that has no such line gets none."""
    path = catalog()
    assert run("--catalog", path, "pick", "heavy").stderr == ""
    assert len(run("--catalog", path, "pick", "qqq").stderr.splitlines()) == 1


def test_pick_help_is_the_help(run):
    """The word alone asks for the page; in a sentence it asks for comfort."""
    assert run("pick", "help").stdout == run("pick", "-h").stdout
    assert numbers(run("pick", "help", "me")) == [7, 20, 21]


def test_show(run):
    """A song in full: names, story, themes and moods, what is near, and where it plays."""
    result = run("show", "17")
    song = BUILT_IN.songs[16]
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[:2] == ["17  One of These Nights  7월 7일", "    Red Velvet · 레드벨벳"]
    assert lines[-2:] == ["", song.url]
    assert f"    {song.blurb}" in lines
    assert "    Themes   memory, longing" in lines
    assert "    Moods    wistful" in lines
    assert "    Also     One of Those Nights" in lines
    assert re.search(r"^    Near it +\d+  .* - ", result.stdout, re.MULTILINE)


@pytest.mark.parametrize("song", ["14", "014", "#14", "the fool", "THE FOOL", "fool", "이바보야", "the-fool!"])
def test_show_by_number_or_title(run, song):
    """A song is what a person calls it; several words need no quotation marks."""
    result = run("show", *song.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("14  The Fool  이 바보야\n")


@pytest.mark.parametrize(
    ("words", "expected", "unknown"),
    [
        ("4 8 15", [4, 8, 15], ""),
        ("15 4 8", [15, 4, 8], ""),
        ("4, 8, 15", [4, 8, 15], ""),
        ("4-8", [4, 5, 6, 7, 8], ""),
        ("8-4", [8, 7, 6, 5, 4], ""),
        ("#4 #6-#7", [4, 6, 7], ""),
        ("4–5", [4, 5], ""),
        ("4-6 5 4", [4, 5, 6], ""),
        ("24-99", [24, 25], ""),
        ("0805 2014", [6, 11], ""),
        ("99 4", [4], "99"),
        ("98 4 99", [4], "98 or 99"),
        ("30-40", [], "30-40"),
    ],
)
def test_show_several(run, words, expected, unknown):
    """Numbers and ranges, in the order typed, each once; of unknown ones a sentence, and the others are shown."""
    result = run("show", *words.split(), "-f", "json")
    assert [song["number"] for song in json.loads(result.stdout)] == expected
    problem = f"Error: There is no song {unknown}. Songs are numbered from 1 to 25.\n" if unknown else ""
    assert (result.exit_code, result.stderr) == (1 if unknown else 0, problem)


def test_show_one_and_several_in_json(run):
    """One song is an object, a list of one song is a list."""
    assert json.loads(run("show", "14", "-f", "json").stdout)["title"] == "The Fool"
    assert [song["number"] for song in json.loads(run("show", "14-14", "-f", "json").stdout)] == [14]
    assert run("show", "99", "-f", "json").stdout == "null\n"


def test_show_a_title_of_numbers(run):
    """What is a whole title is no list of numbers, and what is no song's number may stand in a title."""
    assert run("show", "7월", "7일").stdout.startswith("17  One of These Nights")
    assert run("show", "0805").stdout.startswith("6  Sailing (0805)")


@pytest.mark.parametrize(
    ("song", "message"),
    [
        ("99", "There is no song 99. Songs are numbered from 1 to 25."),
        ("0", "There is no song 0. Songs are numbered from 1 to 25."),
        (
            "beautiful",
            '"beautiful" can be several songs. Be more specific, or use a number:\n'
            "   1  Beautiful Pain - BTOB\n"
            "  25  You Were Beautiful - DAY6",
        ),
        ("wildflowr", 'No song matches "wildflowr". Did you mean 15 Wildflower?'),
        ("the fule", 'No song matches "the fule". Did you mean 14 The Fool?'),
        ("qqq", 'No song matches "qqq". `sadkpop list` shows them all.'),
    ],
)
def test_show_no_song_or_several(run, song, message):
    """What is no song, or several, says so, with the songs it may have been."""
    result = run("show", *song.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}\n")


def test_a_story_is_not_a_name(run, catalog):
    """What stands in a story is searched for, not shown."""
    path = catalog()
    result = run("--catalog", path, "show", "it", "rains")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f'Error: No song matches "it rains". `sadkpop --catalog {path} search it rains` finds 1 song.\n'
    )


def test_numbers_in_any_order(run, catalog):
    """Which numbers there are is said right, whatever the order of the songs."""
    path = catalog(songs="".join(SONG.replace("number: 1", f"number: {number}") for number in (5, 7, 3, 4)))
    assert "no song 9. Songs are numbered from 3 to 7." in run("--catalog", path, "show", "9").stderr


def test_songs_to_choose_from(run, catalog):
    """Of twelve songs that were perhaps meant ten are named; of ten, all, without a word of more."""
    lines = run("--catalog", catalog(songs=several(12)), "show", "rain").stderr.splitlines()
    assert (lines[1], lines[10]) == ("   1  Rain - Somebody", "  10  Rain - Somebody")
    assert lines[11:] == ["      and 2 more"]
    assert len(run("--catalog", catalog(songs=several(10)), "show", "rain").stderr.splitlines()) == 11


@pytest.mark.parametrize("command", ["show", "search"])
def test_read_in_korean_is_said(run, command):
    """A name found by ear or by keys is named on standard error."""
    result = run(command, "yeppeosseo", "-f", "csv")
    assert (result.exit_code, result.stderr) == (0, "Read as 예뻤어.\n")
    assert "DAY6" in result.stdout


def test_search(run):
    """The songs in which every word occurs, as a table."""
    assert numbers(run("search", "ㅂㅌㅂ")) == [1, 23]
    assert numbers(run("search", "Taeyang", "comfort")) == [20]
    result = run("search", "Taeyang", "rain")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == 'Error: No song matches "Taeyang rain". Try fewer words.\n'


@pytest.mark.parametrize(
    ("command", "question", "example"),
    [
        ("show", "Which song? A number or a title will do, as in", "show 14"),
        ("play", "Which song? A number or a title will do, as in", "play 14"),
        ("search", "Search for what? For example:", "search the fool"),
    ],
)
def test_nothing_to_look_for(run, command, question, example):
    """Where it is not said what to look for, the command line is wrong, and there is an example."""
    for words in ([], [""], ["", " "]):
        result = run(command, *words)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {question} `sadkpop {example}`.\n")


@pytest.mark.parametrize(
    ("command", "terms"), [("themes", BUILT_IN.themes), ("moods", BUILT_IN.moods)], ids=["themes", "moods"]
)
def test_vocabulary(run, command, terms):
    """Each word, how many songs have it and what it means, in the order of the catalog."""
    result = run(command)
    rows = [line.split(maxsplit=2) for line in result.stdout.splitlines()[2:]]
    assert (result.exit_code, [row[0] for row in rows]) == (0, list(terms))
    for name, count, rest in rows:
        assert int(count) == sum(name in (*song.themes, *song.moods) for song in BUILT_IN.songs)
        assert rest.startswith(terms[name].meaning)
    names = [term["name"] for term in json.loads(run(command, "-f", "json").stdout)]
    assert names == list(terms)


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        ("themes breakup", ["breakup", "Love is over", "14", "dumped"]),
        ("themes split up", ["breakup", "Love is over"]),
        ("themes Break-Up", ["breakup", "Love is over"]),
        ("moods Angry", ["bitter", "furious"]),
    ],
)
def test_one_term(run, arguments, seen):
    """A theme or mood by name or another word: what it means, how many songs have it, and words that lead to it."""
    result = run(*arguments.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(text in result.stdout for text in seen)
    assert len(json.loads(run(*arguments.split(), "-f", "json").stdout)) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("themes angry", '"angry" is a word for the mood bitter: `sadkpop moods bitter`.'),
        ("themes lonely", '"lonely" is a mood, not a theme: `sadkpop moods lonely`.'),
        ("moods brekup", 'No mood matches "brekup". Did you mean breakup? `sadkpop themes breakup`.'),
        ("themes brekup", 'No theme matches "brekup". Did you mean breakup? `sadkpop themes breakup`.'),
        ("moods qqq", 'No mood matches "qqq". `sadkpop moods` shows them all.'),
    ],
)
def test_a_term_that_is_none(run, arguments, message):
    """A mood is not a theme, and is said to be a mood."""
    result = run(*arguments.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ("list", "25 songs. Read one: `sadkpop show 1`"),
        ("pick", "25 songs. For fewer, say what happened or how you feel: `sadkpop pick {}`"),
        ("pick comfort", "3 songs. Read one: `sadkpop show 7`"),
        ("pick -n 2", "2 songs. Read one: `sadkpop show {}`"),
        ("pick memory -n 1 --seed x", "Play it: `sadkpop play {}`"),
        ("search rain", "Play it: `sadkpop play 4`"),
        ("show 14", "Play it: `sadkpop play 14`"),
        ("show 4 8", "Play one: `sadkpop play 4`"),
        ("show 8-4", "Play one: `sadkpop play 8`"),
        ("themes", "See words for one: `sadkpop themes breakup`"),
        ("moods", "From the heaviest to the lightest. See words for one: `sadkpop moods despairing`"),
        ("themes breakup", None),
        ("list -f csv", None),
    ],
)
def test_what_to_do_next(terminal, run, arguments, hint):
    """Below what was asked for stands what to do next, at a terminal alone."""
    *_, blank, last = without_escapes(terminal(*arguments.split(), columns=100)).splitlines()
    if hint is None:
        assert "`" not in last
    else:
        assert not blank
        assert re.fullmatch(re.escape(hint).replace(r"\{\}", r"[^`]+"), last)
    assert run(*arguments.split()).stderr == ""


def test_version(run):
    """The version is that of the package."""
    for option in ("--version", "-V"):
        result = run(option)
        assert (result.exit_code, result.stdout) == (0, f"sadkpop {sadkpop.__version__}\n")


def test_bare_program_shows_the_help(run):
    """Without a command there is the help, and that is no error."""
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run("--help").stdout == run("-h").stdout == run("help").stdout
    assert "SADKPOP_CATALOG" in result.stdout


@pytest.mark.parametrize("command", [[], *([name] for name in cli.commands)])
def test_help_opens_with_what_it_is_and_examples(run, command):
    """Every help says what the command is and shows how it is used."""
    result = run(*command, "-h")
    assert result.exit_code == 0
    usage, _, sentence, *rest = result.stdout.splitlines()
    assert usage.startswith(" ".join(["Usage: sadkpop", *command]))
    assert re.match("  [A-Z]", sentence)
    example = next(line for line in rest if line.startswith("    "))
    assert example.split()[: len(command) + 1] == ["sadkpop", *command]
    assert run("help", *command).stdout == result.stdout


def test_help_without_docstrings():
    """Python drops docstrings where it is told to optimize (-OO); the help is there all the same."""
    kept = compile((PACKAGE / "cli.py").read_text("utf-8"), "cli.py", "exec", optimize=2).co_consts
    for command in (cli, *cli.commands.values()):
        assert command.help in kept


def test_examples_of_the_help_work(run):
    """What the help shows can be typed."""
    for command in [[], *([name] for name in cli.commands)]:
        for line in re.findall(r"^    (sadkpop (?!play).*)$", run(*command, "-h").stdout, re.MULTILINE):
            arguments = shlex.split(re.split(" [|>] ", line)[0])[1:]
            if "my.yaml" not in arguments:
                assert run(*arguments).exit_code == 0


def test_commands_are_listed_in_order(run):
    """The help lists the commands from the first to the last one that a newcomer needs."""
    help_text = run("-h").stdout
    places = [help_text.index(f"\n  {name} ") for name in cli.commands]
    assert places == sorted(places)


@pytest.mark.parametrize("columns", [40, 45, 60, 100])
def test_help_is_as_wide_as_the_terminal(terminal, columns):
    """No line of the help is wider than the terminal, but for an example."""
    printed = terminal("pick", "-h", columns=columns)
    for line in printed.splitlines():
        assert len(line) <= columns or line.startswith("    sadkpop")


@pytest.mark.parametrize(
    ("command", "default"),
    [("list", "25 songs"), ("pick -t comfort", "comfort"), ("search breathe lee", "breathe lee"), ("show 7", "Breathe"),
     ("show 7 20", "2 songs"), ("pick -n 1 -t grief -m hopeful", "grief, hopeful")],
)  # fmt: skip
def test_titles(run, command, default):
    """A playlist is called what it was asked to be called, else what was asked for."""
    for form, place in (("text", "{}\n1. "), ("m3u", "#EXTM3U\n#PLAYLIST:{}\n"), ("svg", "<title>{}</title>")):
        if form != "text" or "show" not in command:  # the stories are a text without a title
            assert place.format(default) in run(*command.split(), "-f", form).stdout
            named = run(*command.split(), "-f", form, "--title", " For\nyou\x1b[1m\n").stdout
            assert place.format("For\\nyou\\x1b[1m") in named


def test_a_picture_of_too_many(run, catalog):
    """More songs than a picture holds are refused, with what to do; as many as it holds are drawn."""
    path = catalog(songs=several(41))
    result = run("--catalog", path, "list", "-f", "svg")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: A picture holds up to 40 songs, and this list has 41. "
        f"Any 40 songs: `sadkpop --catalog {path} pick -n 40 -f svg`.\n"
    )
    [fewer] = commands_in(result.stderr)
    assert "<svg" in run(*fewer).stdout
    assert "<svg" in run("--catalog", catalog(songs=several(40)), "list", "-f", "svg").stdout


@pytest.mark.parametrize("command", ["pick", "search", "show", "themes", "{}", "-t", "--seed"])
def test_odd_arguments(run, command):
    """Whatever a shell can pass is answered in a line or two that cannot drive the terminal."""
    for odd in ("\x1b[31mred", "\u202e", "\udcff", "", "9" * 5000, "[bold]%s{}"):
        result = run(*([odd] if command == "{}" else ["pick", command, odd] if "-" in command else [command, odd]))
        assert result.exit_code in (0, 1, 2)
        assert len(result.stderr) < 1000
        assert all(line.isprintable() for line in result.stderr.split("\n"))


@pytest.mark.parametrize("command", ["pick", "search", "show"])
def test_many_words(run, command):
    """A long command line is answered in a few words."""
    result = run(command, "--", *(f"abc{number}" for number in range(40)))
    assert len(result.stderr) < 3000
    assert result.exit_code == 1
