"""The commands as a person uses them: what is printed where, and how they end."""

import json
import os
import re
import shlex

import pytest
from conftest import SONG, VOCABULARY

import sadkpop
from sadkpop.catalog import load
from sadkpop.cli import cli


def numbers(result):
    """Return the numbers of the songs in a table, in the order they are printed."""
    return [int(line.split()[0]) for line in result.stdout.splitlines()[2:]]


def test_list(run):
    """Every song, in the order of the catalog."""
    result = run("list")
    assert result.exit_code == 0
    assert numbers(result) == list(range(1, 26))
    assert result.stderr == ""


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
        ("split up hopeful", [8, 16, 23]),
        ("brekup hopfull", [8, 16, 23]),
        ("sad comfort", [7, 20, 21]),
        ("sad", list(range(1, 26))),
        ("my dog died", [5, 15, 16]),
        ("--not breakup -m hopeful", [6, 19, 20]),
        ("--not dumped --not 'missing you' tender", [7, 21]),
        ("hopeful --not breakup,parting", [20]),
        ("comfort bitter", [20, 21, 7]),
        ("hopeful not breakup", [6, 19, 20]),
        ("i wish i was dead", [7, 20, 21]),
        ("sucide", [7, 20, 21]),
        ("-m tender", [7, 21]),
        ("--mood TENDER --mood anxious", [7, 13, 20, 21]),
        ("-t memory -m hopeful", [6, 23]),
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


@pytest.mark.parametrize(
    ("arguments", "first", "last", "count"),
    [
        ("--from heartbroken", "heartbroken", "hopeful", 5),
        ("--to hopeful", "despairing", "hopeful", 5),
        ("--from hopeful --to lonely", "hopeful", "lonely", 5),
        ("--from lonely --to lonely", "lonely", "lonely", 5),
        ("--from crying --to better -n 3", "heartbroken", "hopeful", 3),
        ("--from bitter -n 2 --seed x", "bitter", "hopeful", 2),
        ("breakup --from despairing --to hopeful -n 7", "despairing", "hopeful", 7),
        ("--not comfort --from tender", None, "hopeful", 5),
    ],
)
def test_pick_a_way(run, arguments, first, last, count):
    """A way starts in one mood and ends in the other, or says where no song left has it."""
    result = run("pick", *arguments.split(), "-f", "json")
    songs = json.loads(result.stdout)
    assert (result.exit_code, len(songs)) == (0, count)
    assert last in songs[-1]["moods"]
    if first:
        assert first in songs[0]["moods"]
    else:
        assert "No song left has the mood tender: the first one is the closest." in result.stderr


def test_pick_a_short_way(run):
    """Where fewer songs fit, the way is shorter, and that is said."""
    result = run("pick", "-t", "comfort", "--from", "despairing")
    assert (result.exit_code, result.stderr) == (0, "Only 3 songs fit.\n")
    assert len(numbers(result)) == 3


def test_pick_a_way_that_a_seed_repeats(run):
    """A seed repeats an evening; without one they differ."""
    ways = [tuple(numbers(run("pick", "--from", "heartbroken", "--seed", "rain"))) for _ in range(3)]
    assert len(set(ways)) == 1
    assert len({tuple(numbers(run("pick", "--from", "heartbroken"))) for _ in range(8)}) > 1


def test_pick_without_a_seed_varies(run):
    """Chance is chance until it is given a seed."""
    assert len({tuple(numbers(run("pick", "-n", "5"))) for _ in range(5)}) > 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("dumped hopeful", '"dumped" is taken as the theme breakup.\n'),
        ("-t dumped -m alone", '"dumped" is taken as the theme breakup; "alone" is taken as the mood lonely.\n'),
        ("my dog died", '"my dog died" is taken as the theme grief.\n'),
        ("--not angry", '"angry" is taken as the mood bitter.\n'),
        ("rain upon me", '"rain" is taken as the mood wistful.\nNot understood: "upon".\n'),
        ("not angry", '"angry" is taken as the mood bitter.\n'),
        ("i want to die", "These are the songs of comfort.\n"),
        ("죽고 싶어요", "These are the songs of comfort.\n"),
        (
            "missing you",
            '"missing you" is taken as the theme longing.\n"missing you" is also a song: `sadkpop show 23`.\n',
        ),
        (
            "sad",
            '"sad" goes for every song. For fewer, add what happened or how it feels. '
            "`sadkpop themes` and `sadkpop moods` have the words.\n",
        ),
        (
            "comfort bitter",
            "No song has the theme comfort and the mood bitter. "
            "Here are those with the theme, the closest mood first.\n",
        ),
        ("breakup", ""),
        ("sad Break-Up", ""),
    ],
)
def test_pick_tells_how_words_were_taken(run, arguments, message):
    """What was not the name of a theme or mood is said to be taken as one, beside the data."""
    result = run("pick", *arguments.split())
    assert (result.exit_code, result.stderr) == (0, message)
    assert numbers(result)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "-t comfort -m bitter -m lonely",
            "No song has the theme comfort and the mood bitter or lonely. "
            "The closest mood is anxious: `sadkpop pick -t comfort -m anxious`.\n",
        ),
        (
            "-t comfort --not anxious -m bitter",
            "No song has the theme comfort and the mood bitter, with anxious left out. "
            "The closest mood is despairing.\n",
        ),
        ("lonely --not lonely", "You asked for lonely and left it out.\n"),
        ("-t betrayal --not bitter", "No song has the theme betrayal, with bitter left out.\n"),
    ],
)
def test_pick_nothing(run, arguments, message):
    """What options asked for in vain is named, and what there is instead."""
    result = run("pick", *arguments.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}")


def test_pick_the_nearest_can_be_typed(run):
    """The command that is offered instead finds something."""
    for theme in ("comfort", "betrayal", "grief"):
        for mood in ("bitter", "tender", "wistful"):
            message = run("pick", "-t", theme, "-m", mood).stderr
            if "closest" in message:
                offered = re.search(r"`sadkpop (.*)`", message)[1]
                assert run(*shlex.split(offered)).exit_code == 0


def test_pick_a_mood_that_no_song_has(run, catalog):
    """A mood without songs is said to have none, and nothing else."""
    result = run("--catalog", catalog(), "pick", "-m", "light")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Error: No song has the mood light.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("-t brekup", '"brekup" is not a theme; did you mean breakup? `sadkpop themes` has the words.'),
        ("-m Hopefull", '"Hopefull" is not a mood; did you mean hopeful? `sadkpop moods` has the words.'),
        ("-t xyz", '"xyz" is not a theme. `sadkpop themes` has the words.'),
        ("-t ''", '"" is not a theme. `sadkpop themes` has the words.'),
        ("-t lonely", '"lonely" is not a theme; it is a mood: `sadkpop pick -m lonely`.'),
        ("-m divorce", '"divorce" is not a mood; it is another word for the theme breakup: `sadkpop pick -t breakup`.'),
        ("-t sad", '"sad" is not a theme; it goes for every song, so leave it out.'),
        ("--not xyz", '"xyz" is not a theme or a mood. `sadkpop themes` and `sadkpop moods` have the words.'),
        ("-n 0", '-n takes a whole number from 1 up, not "0".'),
        ("-n some", '-n takes a whole number from 1 up, not "some".'),
        ("--shuffle --arc", "--shuffle and --arc both set the order: use one of them."),
        ("--shuffle --from lonely", "--shuffle and --from or --to both set the order: use one of them."),
        ("--arc --to lonely", "--arc and --from or --to both set the order: use one of them."),
        ("--seed x", "--seed only matters with -n, --shuffle, --from or --to."),
        ("--seed x --arc", "--seed only matters with -n, --shuffle, --from or --to."),
        ("--from lonely -n 1", "Going from one mood to another takes at least two songs: -n 2 to -n 100."),
        ("--from lonely -n 101", "Going from one mood to another takes at least two songs: -n 2 to -n 100."),
        ("--from lonely,hopeful", "--from takes one mood."),
        ("--from breakup", '"breakup" is not a mood. `sadkpop moods` has the words.'),
        ("--to hopful", '"hopful" is not a mood; did you mean hopeful? `sadkpop moods` has the words.'),
        ("3", "For 3 songs, type `sadkpop pick -n 3`. To read song 3, type `sadkpop show 3`."),
        ("0", '"0" is not a theme or a mood. `sadkpop search 0` finds 2 songs.'),
        ("wildflowr", "Did you mean `sadkpop search wildflower`?"),
        ("dumpd", "Did you mean breakup?"),
        ("-- --foo", '"--foo" is not a theme or a mood.'),
        ("umbrella", '"umbrella" is not a theme or a mood. `sadkpop themes` and `sadkpop moods` have the words.'),
        ("snared drum", '"snared drum" is not a theme or a mood. `sadkpop themes` and'),
        ("baekhyun soyou", "`sadkpop search baekhyun soyou` finds 1 song. `sadkpop themes` and"),
        ("taeyang", "`sadkpop search taeyang` finds 2 songs."),
    ],
)
def test_pick_usage_errors(run, arguments, message):
    """A command line that is wrong says how, and nothing is printed."""
    result = run("pick", *shlex.split(arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Usage: sadkpop pick" in result.stderr


@pytest.mark.parametrize(
    "word", "cheating crying depressed friends family suicide divorce lonely angry ex death goodbye".split()
)
def test_no_word_is_answered_with_a_similar_one(run, word):
    """Everyday words of sad people are understood wherever they are typed, and never corrected to something else."""
    assert run("pick", word).exit_code == 0
    for command in (["pick", "-t", word], ["pick", "-m", word], ["search", word], ["show", word]):
        assert "did you mean" not in run(*command).stderr
        assert "nearest:" not in run(*command).stderr


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("lst", "list"),
        ("serach rain", "search rain"),
        ("14", "show 14"),
        ("help pick", "pick -h"),
        ("lost", "pick lost"),
        ("dumped", "pick dumped"),
        ("lost;ls", "pick 'lost;ls'"),
    ],
)
def test_unknown_command(run, words, meant):
    """Who names no command is told which one is meant."""
    result = run(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert f'There is no command "{words.split()[0]}"; did you mean `sadkpop {meant}`?' in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("list --theme breakup", '`sadkpop list` has no option "--theme", but `sadkpop pick` has.'),
        ("search -t breakup", '`sadkpop search` has no option "-t", but `sadkpop pick` has.'),
        ("show -LISTEN-", "To mean a word, put -- before it: `sadkpop show -- -LISTEN-`."),
        ("-n 3", '`sadkpop` has no option "-n", but `sadkpop pick` has.'),
        ("list -f pdf", '-f takes one of table, json, csv, m3u, svg, not "pdf".'),
        ("pick --shufle", '`sadkpop pick` has no option "--shufle"; did you mean --shuffle?'),
        ("list --nonsense", '`sadkpop list` has no option "--nonsense".'),
    ],
)
def test_unknown_option(run, arguments, message):
    """An option that a command does not have leads to the command that has it, or to how a word is typed."""
    result = run(*arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_title_with_hyphens(run, catalog):
    """A title that looks like an option can be asked for as it was said."""
    path = catalog(songs=SONG.replace("Rain", "-LISTEN-"))
    assert "-LISTEN-" in run("--catalog", path, "show", "--", "-LISTEN-").stdout


@pytest.mark.parametrize(
    ("command", "question"), [("show", "Which song?"), ("play", "Which song?"), ("search", "Search for what?")]
)
def test_nothing_to_look_for(run, command, question):
    """Where it is not said what to look for, that is a usage error, with an example."""
    result = run(command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Usage: sadkpop {command}" in result.stderr
    assert question in result.stderr


def test_show(run):
    """A song in full."""
    result = run("show", "17")
    assert result.exit_code == 0
    assert result.stdout == (
        "17  One of These Nights  7월 7일\n"
        "    Red Velvet · 레드벨벳\n"
        "\n"
        "    For one night a happy moment is back in a dream, as bright as it ever was, though it ended long ago. "
        "Then sleep lets go of it. The dream was never the sad part; waking up is.\n"
        "\n"
        "    Themes   memory, longing\n"
        "    Moods    wistful\n"
        "             heavy ⋅⋅⋅⋅⋅⋅▪⋅⋅⋅ light\n"
        "    Also     One of Those Nights\n"
        "    Near it   6  Sailing (0805) - Girls' Generation\n"
        "              4  Rain - Baekhyun & Soyou\n"
        "             25  You Were Beautiful - DAY6\n"
        "\n"
        "https://www.youtube.com/results?search_query="
        "Red+Velvet+One+of+These+Nights+7%EC%9B%94+7%EC%9D%BC\n"
    )


@pytest.mark.parametrize("song", ["14", "014", "the fool", "THE FOOL", "fool", "이바보야", "the-fool!"])
def test_show_by_number_or_title(run, song):
    """A song is what a person calls it; several words need no quotation marks."""
    result = run("show", *song.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("14  The Fool  이 바보야\n")


@pytest.mark.parametrize(
    ("song", "message"),
    [
        ("99", 'There is no song "99". Songs are numbered from 1 to 25.\n'),
        ("0", 'There is no song "0". Songs are numbered from 1 to 25.\n'),
        ("4 5", "One song at a time, please: `sadkpop show 4`.\n"),
        (
            "beautiful",
            '"beautiful" can be several songs. Be more specific, or use a number:\n'
            "   1  Beautiful Pain - BTOB\n"
            "  25  You Were Beautiful - DAY6\n",
        ),
        ("wildflowr", 'No title or artist has "wildflowr" in it. The nearest:\n  15  Wildflower - Park Hyoshin\n'),
        ("qqq", 'No title or artist has "qqq" in it. `sadkpop list` shows all songs.\n'),
        ("", 'No title or artist has "" in it. `sadkpop list` shows all songs.\n'),
    ],
)
def test_show_no_song_or_several(run, song, message):
    """What is no song, or several, says so, with the songs it may have been."""
    result = run("show", *song.split() or [""])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}")


def test_play_one_at_a_time(run):
    """Who names two songs is told how to play the first."""
    assert run("play", "4", "5").stderr == "Error: One song at a time, please: `sadkpop play 4`.\n"


def test_numbers_in_any_order(run, catalog):
    """Which numbers there are is told right, whatever the order of the songs."""
    path = catalog(songs="".join(SONG.replace("number: 1", f"number: {number}") for number in (5, 7, 3, 4)))
    assert 'no song "9". Songs are numbered from 3 to 7.' in run("--catalog", path, "show", "9").stderr


@pytest.mark.parametrize("command", ["show", "search"])
def test_read_in_korean_is_told(run, command):
    """A name found by ear or by keys is named on standard error."""
    result = run(command, "yeppeosseo", "-f", "csv")
    assert (result.exit_code, result.stderr) == (0, "Read as 예뻤어.\n")
    assert "DAY6" in result.stdout


def test_show_too_many(run, catalog):
    """Of a hundred songs that it may have been, a person is told ten."""
    path = catalog(songs="".join(SONG.replace("number: 1", f"number: {number}") for number in range(1, 101)))
    lines = run("--catalog", path, "show", "rain").stderr.splitlines()
    assert (lines[1], lines[10], lines[11:]) == (
        "   1  Rain - Somebody",
        "  10  Rain - Somebody",
        ["      and 90 more"],
    )


def test_show_as_many_as_are_shown(run, catalog):
    """Where just as many songs are to choose from as a person is told, there is no word of more."""
    path = catalog(songs="".join(SONG.replace("number: 1", f"number: {number}") for number in range(1, 11)))
    assert run("--catalog", path, "show", "rain").stderr.splitlines()[-1] == "  10  Rain - Somebody"


def test_search(run):
    """The songs in which every word occurs, as a table."""
    assert numbers(run("search", "ㅂㅌㅂ")) == [1, 23]
    assert numbers(run("search", "Taeyang", "rain")) == []
    assert numbers(run("search", "Taeyang", "afraid")) == [20]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("wildflowr", 'No song has "wildflowr"; did you mean "wildflower"?'),
        ("wildflowr qqq", 'No song has "wildflowr" or "qqq"; did you mean "wildflower"?'),
        ("rain qqq", 'No song has "qqq". `sadkpop list` shows all songs.'),
        ("rain fool", 'No song has "rain" and "fool" together. Try fewer words.'),
        ("%", 'No song has "%". `sadkpop list` shows all songs.'),
        ("divorce", 'No song has "divorce", but that is another word for the theme breakup: `sadkpop pick breakup`.'),
        ("want to die", "For the songs of comfort, type `sadkpop pick comfort`."),
        ("-- -zzz", 'No song has "-zzz". `sadkpop list` shows all songs.'),
        ("die", "For the songs of comfort, type `sadkpop pick comfort`."),
        ("suicide rain", "For the songs of comfort, type `sadkpop pick comfort`."),
        ("hopful", 'No song has "hopful"; did you mean `sadkpop pick hopeful`?'),
    ],
)  # fmt: skip
def test_search_nothing(run, words, message):
    """A search in vain says which word is to blame, and where it leads."""
    result = run("search", *words.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}\n")


@pytest.mark.parametrize(
    ("command", "first", "last"), [("themes", "breakup", "healing"), ("moods", "despairing", "hopeful")]
)
def test_vocabulary(run, command, first, last):
    """Each word, how many songs have it and what it means, in the order of the catalog."""
    result = run(command)
    rows = [line.split(maxsplit=2) for line in result.stdout.splitlines()[2:]]
    assert (result.exit_code, len(rows), rows[0][0], rows[-1][0]) == (0, 10, first, last)
    assert all(len(row) == 3 and int(row[1]) > 0 for row in rows)


def test_vocabulary_counts(run):
    """A count is the number of songs that pick gives for the word."""
    assert re.search(r"breakup +14 ▪+  Love is over", run("themes").stdout)
    assert len(numbers(run("pick", "-t", "breakup"))) == 14


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        ("themes breakup", ["breakup", "Love is over", "14", "dumped", "이별"]),
        ("themes split up", ["breakup", "Love is over"]),
        ("moods Angry", ["bitter", "furious"]),
    ],
)
def test_one_term(run, arguments, seen):
    """A theme or mood by name or another word: what it means, how many songs have it, and all that leads to it."""
    result = run(*arguments.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(text in result.stdout for text in seen)


def test_a_term_of_the_wrong_kind(run):
    """A mood is none of the themes, and is said to be a mood."""
    result = run("themes", "angry")
    assert (result.exit_code, result.stdout) == (2, "")
    assert '"angry" is not a theme. It leads to a mood: `sadkpop moods angry`.' in result.stderr


def test_unspoken_words_are_never_shown(run, terminal):
    """The words about wanting to die lead to comfort, and the program says none of them."""
    shown = run("themes", "comfort").stdout + terminal("themes", columns=200)
    assert not [word for word in load().themes["comfort"].unspoken if word in shown]


def test_version(run):
    """The version is that of the package."""
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"sadkpop {sadkpop.__version__}\n")


def test_bare_program_shows_the_help(run):
    """Without a command there is the help, and that is no error."""
    result = run()
    assert result.exit_code == 0
    assert result.stdout == run("--help").stdout == run("-h").stdout


@pytest.mark.parametrize("command", [[], *([name] for name in cli.commands)])
def test_help_opens_with_what_it_is_and_examples(run, command):
    """Every help says what the command is and shows how it is used, before anything else."""
    result = run(*command, "-h")
    assert result.exit_code == 0
    usage, _, sentence, _, example, *_ = result.stdout.splitlines()
    assert usage.startswith(" ".join(["Usage: sadkpop", *command]))
    assert re.match(r"  [A-Z].*[.:]$", sentence)
    assert example.startswith("    " + " ".join(["sadkpop", *command]))


def test_examples_of_the_help_work(run):
    """What the help shows can be typed."""
    for command in [[], *([name] for name in cli.commands)]:
        for line in re.findall(r"^    (sadkpop (?!play).*)$", run(*command, "-h").stdout, re.MULTILINE):
            arguments = shlex.split(re.split(" [|>] ", line)[0])[1:]
            assert run(*arguments).exit_code == 0


def test_help_names_the_variable(run):
    """The help tells that a catalog can also be named by the environment."""
    assert "SADKPOP_CATALOG" in run("-h").stdout


def test_commands_are_listed_in_order(run):
    """The help lists the commands from the first to the last one that a newcomer needs."""
    help_text = run("-h").stdout
    places = [help_text.index(f"\n  {name} ") for name in cli.commands]
    assert places == sorted(places)


def test_own_catalog(run, catalog):
    """A catalog of one's own is named by the option or, failing that, by the environment."""
    path = catalog()
    assert "Somebody" in run("--catalog", path, "list").stdout
    assert "Somebody" in run("list", env={"SADKPOP_CATALOG": str(path)}).stdout
    assert "Somebody" in run("--catalog", path, "list", env={"SADKPOP_CATALOG": "/nowhere"}).stdout
    assert len(numbers(run("list", env={"SADKPOP_CATALOG": ""}))) == 25


def test_what_to_do_next_keeps_the_catalog(run, terminal, catalog):
    """Where a catalog was named for one command, it is named again for the next."""
    path = catalog()
    path = path.rename(path.with_name("x" * 100 + ".yaml"))
    for arguments in (("--catalog", str(path), "list"), ("list", "--catalog", str(path))):
        assert f"`sadkpop --catalog {path} play 1`" in terminal(*arguments)
    assert f"`sadkpop --catalog {path} themes` has the words." in run("--catalog", path, "pick", "-t", "x").stderr
    assert "Play it: `sadkpop play 1`" in terminal("list", env={"SADKPOP_CATALOG": str(path)})


@pytest.mark.parametrize(
    ("name", "shown"),
    [("my songs.yaml", "'{}/my songs.yaml'"), ("a;b.yaml", "'{}/a;b.yaml'"), ("\x1b[1m.yaml", "'{}/\\x1b[1m.yaml'")],
)
def test_what_to_do_next_can_be_typed(run, catalog, name, shown):
    """A path that a shell would read otherwise is quoted, and one that would drive the terminal is escaped."""
    path = catalog()
    odd = path.rename(path.with_name(name))
    message = run("--catalog", odd, "pick", "-t", "x").stderr
    assert f"`sadkpop --catalog {shown.format(path.parent)} themes` has the words." in message


def test_catalog_before_and_after_the_command(run, catalog):
    """The catalog may be named before the command or after it: the last one typed is read, then the variable's."""
    path = catalog()
    assert "Somebody" in run("list", "--catalog", path).stdout
    assert "Somebody" in run("--catalog", "/nowhere", "pick", "-t", "breakup", "--catalog", path).stdout
    assert "Somebody" in run("list", "--catalog", path, env={"SADKPOP_CATALOG": "/nowhere"}).stdout
    assert run("--catalog", path, "list", "--catalog", "/nowhere").exit_code == 1


@pytest.mark.parametrize("command", ["pick -t breakup -t memory -m heavy", "search rain"])
def test_catalog_is_read_once(process, catalog, command):
    """A catalog that can be read but once, such as a pipe, is enough for every command."""
    result = process(*command.split(), "--catalog", "/dev/stdin", input=catalog().read_bytes())
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Rain" in result.stdout


def test_words_given_twice(run):
    """A word given twice is one word."""
    result = run("pick", "-t", "comfort", "-t", "COMFORT", "-m", "bitter")
    assert "No song has the theme comfort and the mood bitter." in result.stderr


def test_own_vocabulary(run, catalog):
    """A catalog of one's own brings its own themes and moods."""
    path = catalog(f"{VOCABULARY}songs:{SONG}".replace("breakup", "이별"))
    assert numbers(run("--catalog", path, "pick", "-t", "이별", "-m", "Heavy")) == [1]
    assert run("--catalog", path, "pick", "-t", "breakup").exit_code == 2


@pytest.mark.parametrize("command", ["list", "pick", "show 1", "search rain", "play 1", "themes", "moods"])
def test_broken_catalog(run, catalog, command):
    """Every problem is told, one a line, each with the file; nothing else is."""
    path = catalog(songs=SONG.replace("[breakup]", "[brekup]").replace("[heavy]", "[]") + "  - Snow\n")
    result = run("--catalog", path, *command.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.rpartition(f"{path}:")[2].split(",")[0] for line in result.stderr.splitlines()] == [
        "12: song 1",
        "13: song 1",
        '15: song: found "Snow"',
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_catalog_without_permission(run, catalog):
    """A catalog that may not be read is like one that is not there."""
    path = catalog()
    path.chmod(0)
    assert run("list", env={"SADKPOP_CATALOG": str(path)}).exit_code == 1
    assert run("list", "-h", env={"SADKPOP_CATALOG": str(path)}).exit_code == 0


def test_missing_catalog(run):
    """A catalog that is not there ends with 1, as every unreadable one does."""
    result = run("--catalog", "/nowhere/songs.yaml", "list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == ("Error: cannot read /nowhere/songs.yaml: no such file.\n")
