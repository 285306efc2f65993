"""What the options accept, and what is said of the values that they do not know."""

import json
import shlex

import pytest
from conftest import commands_in

from sadkpop.catalog import load
from sadkpop.cli import cli


@pytest.mark.parametrize("typed", ["json", "JSON", "Json"])
def test_formats_in_any_case(run, typed):
    """A format is the same in capitals."""
    assert len(json.loads(run("list", "-f", typed).stdout)) == 25


def test_formats_of_each_command(run):
    """What lists or shows songs has all the formats, what shows the vocabulary has two."""
    for name in ("list", "pick", "search", "show"):
        assert "table (by default)" in " ".join(run(name, "-h").stdout.split())
        for form in ("table", "json", "csv", "m3u", "svg", "text"):
            result = run(name, "-f", form, *([] if name in ("list", "pick") else ["4"] if name == "show" else ["rain"]))
            assert (result.exit_code, result.stderr) == (0, "")
            assert "Baekhyun" in result.stdout
    for name in ("themes", "moods"):
        assert run(name, "-f", "json").exit_code == 0
        assert run(name, "-f", "csv").exit_code == 2


@pytest.mark.parametrize(("typed", "count"), [("1", 1), ("03", 3), ("25", 25), ("100", 25), ("9" * 18, 25), ("٣", 3)])
def test_numbers_of_songs(run, typed, count):
    """Any whole number from one up will do; beyond all songs it is all of them."""
    assert len(json.loads(run("pick", "-n", typed, "-f", "json").stdout)) == count


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "three", "", " ", "9" * 5000])
def test_numbers_that_are_none(run, typed):
    """Anything else is refused in a sentence."""
    result = run("pick", "-n", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: -n needs a whole number, 1 or more, as in -n 3.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("-t brekup", 'No theme matches "brekup". Did you mean breakup? `sadkpop pick -t breakup`.'),
        ("-m Hopefull", 'No mood matches "Hopefull". Did you mean hopeful? `sadkpop pick -m hopeful`.'),
        ("--not brekup", 'No theme or mood matches "brekup". Did you mean breakup? `sadkpop pick --not breakup`.'),
        ("-t xyz", 'No theme matches "xyz". `sadkpop themes` shows them all.'),
        ("-m xyz", 'No mood matches "xyz". `sadkpop moods` shows them all.'),
        ("--not xyz", 'No theme or mood matches "xyz". `sadkpop themes` and `sadkpop moods` show them all.'),
        ("-t ''", "-t needs a theme, as in -t breakup."),
        ("-m ' '", "-m needs a mood, as in -m lonely."),
        ("--not ''", "--not needs a theme or a mood, as in --not breakup."),
        ("--from ''", "--from needs a mood or a song, as in --from heartbroken."),
        ("-t lonely", '"lonely" is a mood, not a theme: `sadkpop pick -m lonely`.'),
        ("-m divorce", '"divorce" is a word for the theme breakup: `sadkpop pick -t breakup`.'),
        ("-t sad", "All songs here are sad. Try another word for what happened or how you feel; `sadkpop themes`"),
        ("--from sad", "All songs here are sad. Try another word for what happened or how you feel; `sadkpop themes`"),
        ("--to sad", "All songs here are sad. Try another word for what happened or how you feel; `sadkpop themes`"),
        # What one option gets wrong, the command that is suggested keeps the others.
        ("-t lonely,lonely", '"lonely" is a mood, not a theme: `sadkpop pick -m lonely`.'),
        ("-t breakup,lonely", '"lonely" is a mood, not a theme: `sadkpop pick -t breakup -m lonely`.'),
        ("-t breakup -m lonley", 'No mood matches "lonley". Did you mean lonely? `sadkpop pick -t breakup -m lonely`.'),
        (
            "-t brekup -n 3 --seed 'a b' --shuffle",
            "No theme matches \"brekup\". Did you mean breakup? `sadkpop pick -t breakup -n 3 --seed 'a b' --shuffle`.",
        ),
        (
            "-t lonely --not bitter tender",
            '"lonely" is a mood, not a theme: `sadkpop pick -m lonely --not bitter tender`.',
        ),
        ("-t lonely --arc", '"lonely" is a mood, not a theme: `sadkpop pick -m lonely --arc`.'),
        # A way out that finds nothing is not offered.
        (
            "--from missing",
            '"missing" is a word for the theme longing: `sadkpop pick -t longing --from yearning`.',
        ),
        (
            "--from missing qqq",
            '"missing" is a word for the theme longing. --from takes a mood or a song. '
            "`sadkpop moods` and `sadkpop list` show them all.",
        ),
        ("-t comfort,bitter", '"bitter" is a mood, not a theme. `sadkpop themes` shows them all.'),
        # Both ends of a path.
        ("--to hopful", "--to takes a mood or a song. Did you mean hopeful? `sadkpop pick --to hopeful`."),
        ("--from breakup", '"breakup" is a theme, not a mood: `sadkpop pick -t breakup --from despairing`.'),
        ("--to breakup", '"breakup" is a theme, not a mood: `sadkpop pick -t breakup --to '),
        (
            "--from lonely,hopeful",
            "--from takes a mood or a song. To go from one to the other: `sadkpop pick --from lonely --to hopeful`.",
        ),
        ("--from 14 --to 14", "--from and --to name the same song. Choose two."),
        ("--from 14 --to 'the fool'", "--from and --to name the same song. Choose two."),
        ("--from qqq", "--from takes a mood or a song. `sadkpop moods` and `sadkpop list` show them all."),
        ("--to 99", "--to takes a mood or a song. `sadkpop moods` and `sadkpop list` show them all."),
        (
            "--to yeppeosseo",
            "--to takes a mood or a song. Did you mean 25 You Were Beautiful? `sadkpop pick --to 25`.",
        ),
        (
            "--from beautiful",
            "--from takes a mood or a song. "
            "Did you mean 1 Beautiful Pain or 25 You Were Beautiful? `sadkpop pick --from 1`.",
        ),
        # Options that do not go together.
        ("--shuffle --arc", "--shuffle and --arc both set the order. Use one of them."),
        ("--shuffle --from lonely", "--shuffle and --from both set the order. Use one of them."),
        ("--arc --to lonely", "--arc and --to both set the order. Use one of them."),
        ("--arc --from lonely --to hopeful", "--arc and --from both set the order. Use one of them."),
        ("--seed x", "--seed does nothing alone. Add -n, --shuffle, --from or --to."),
        ("--seed x --arc", "--seed does nothing alone. Add -n, --shuffle, --from or --to."),
        ("--seed ''", "--seed does nothing alone. Add -n, --shuffle, --from or --to."),
        ("--from lonely -n 1", "--from and --to need two songs or more."),
        ("--to lonely -n 1", "--from and --to need two songs or more."),
    ],
)
def test_wrong_values(run, arguments, message):
    """A value that is wrong is answered with what to type, which works, and nothing is printed."""
    result = run("pick", *shlex.split(arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {message}")
    assert len(result.stderr.splitlines()) == 1
    for command in commands_in(result.stderr):
        assert run(*command).exit_code == 0


def test_a_theme_at_an_end_of_a_path(run):
    """Who names a theme there is offered the heaviest mood of its songs to start from, or the lightest to end in."""
    places = []
    for option in ("--from", "--to"):
        [command] = commands_in(run("pick", option, "breakup").stderr)
        places.append(list(load().moods).index(command[-1]))
    assert places[0] < places[1]


def test_options_several_times_or_with_commas(run):
    """Two values are the same typed twice, with a comma or with one of another script."""
    expected = run("pick", "-t", "grief", "-t", "comfort").stdout
    for value in ("grief,comfort", "grief, comfort", "comfort,grief", "grief,grief,comfort"):
        assert run("pick", "-t", value).stdout == expected


def test_the_name_of_the_variable_is_in_the_help(run):
    """What the environment can say is in the help."""
    for name in cli.commands:
        if name != "help":
            assert "SADKPOP_CATALOG" in " ".join(run(name, "-h").stdout.split())
    assert "SADKPOP_PLAY" in run("play", "-h").stdout
