"""What is offered to type instead: every command works as it stands, whatever led to it."""

import random

import pytest
from conftest import SONG, commands_in

import sadkpop.catalog
from sadkpop.catalog import load
from sadkpop.cli import cli
from sadkpop.offers import Offers
from sadkpop.text import command_line
from sadkpop.vocabulary import Vocabulary

BUILT_IN = load()

# Titles, themes and moods that look like options, commands, numbers and what a shell would take apart.
ODD = """
themes:
  empty: No song has it
  breakup: {meaning: It is over, also: "dumped, it's over, $HOME, -x, a;b, without"}
  not: It was not
  rain: It falls
  lost & found: It was
moods:
  heavy: {meaning: At the bottom, also: "so-so, 3"}
  middle: {meaning: Between, also: list}
  light: At the top
  lightest: No song has it
always: sad
songs:
"""
TITLES = ["Rain", "-LISTEN-", "4", "List", "Don't; Go", "Rain", "$HOME", "?!", "Snow Falls", "비가 와", "--", "Heavy"]
for place, title in enumerate(TITLES, 2):
    themes, mood = ["breakup", "not", "rain", "lost & found"], ["heavy", "middle", "light"]
    ODD += (
        f'  - {{number: {place}, title: "{title}", artist: "{TITLES[place % 5]} {place}", '
        f"themes: [{themes[place % 4]}], moods: [{mood[place % 3]}], blurb: It rains all the end of {place}.}}\n"
    )


@pytest.fixture
def odd(catalog, monkeypatch):
    """Return the path of an odd catalog, which is read once."""
    path = catalog(ODD)
    read, kept = sadkpop.catalog.load, load(path)
    monkeypatch.setattr(sadkpop.catalog, "load", lambda path=None: kept if path else read(path))
    return path


def words_of(catalog):
    """Return words of a catalog: what its terms and songs are called, and parts of that."""
    terms = [*catalog.themes.items(), *catalog.moods.items()]
    words = [word for name, term in terms for word in (name, *term.also[:5])]
    words += [
        text for song in catalog.songs for text in (song.title, song.artist, str(song.number), *song.artist_aliases)
    ]
    return [*words, *(part for word in words for part in word.split()), *catalog.always]


def misspelled(word, rng):
    """Return a word with a letter dropped, doubled or swapped."""
    at = rng.randrange(max(len(word) - 1, 1))
    return rng.choice(
        [word[:at] + word[at + 1 :], word[: at + 1] + word[at:], word[:at] + word[at : at + 2][::-1] + word[at + 2 :]]
    )


STRAY = ["", "-", "--", "-x", "--colour", "--json", "'", '"', "a b", ";", "$(ls)", "*", "the", "of", "80", "0", "4-99",
         "99", "1,2", ",", "xyzzy", "no", "not", "songs", "for", "the end", "#4", "4 5", "help", "?"]  # fmt: skip


def lines(words, rng, count):
    """Yield odd command lines."""
    flags = sorted({option for command in cli.commands.values() for param in command.params for option in param.opts})
    flags = [flag for flag in flags if flag.startswith("-") and flag != "--catalog"]
    for _ in range(count):
        line = [rng.choice([*cli.commands, "pick", "pick", "pick", "show", "search"])] if rng.random() < 0.85 else []
        if line and rng.random() < 0.1:
            line = [misspelled(line[0], rng)]
        for _ in range(rng.randrange(4)):
            word = rng.choice(words) if rng.random() < 0.75 else rng.choice(STRAY)
            if rng.random() < 0.3:
                word = misspelled(word, rng)
            if line and rng.random() < 0.4:
                option = rng.choice(["-t", "-m", "--not", "--from", "--to"] if rng.random() < 0.8 else flags)
                line.append(misspelled(option, rng) if rng.random() < 0.1 else option)
                word = f"{word},{rng.choice(words)}" if rng.random() < 0.2 else word
            line.append(word)
        yield line


@pytest.mark.parametrize(("name", "count"), [("built-in", 30), ("odd", 90)])
def test_every_command_that_is_offered_works(run, odd, monkeypatch, name, count):
    """Whatever was typed, a command in backticks names the catalog, runs as it stands and finds something."""
    monkeypatch.setattr("webbrowser.open", lambda url: True)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    named = ["--catalog", str(odd)] if name == "odd" else []
    tried = set()
    for line in lines(words_of(load(odd) if named else BUILT_IN), random.Random(name), count):
        message = run(*named, *line).stderr
        assert message.count("`") % 2 == 0
        offered = [tuple(command) for command in commands_in(message)]
        assert len(set(offered)) == len(offered), (line, message)
        for command in set(offered) - tried:
            assert "-h" in command or list(command[: len(named)]) == named, (line, message)
            result = run(*command)
            assert result.exit_code == 0, (line, message, result.stderr)
            tried.add(command)
    assert len(tried) > count / 5


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("1", "For 1 song: `sadkpop pick -n 1`. To read song 1: `sadkpop show 1`."),
        ("3", "For 3 songs: `sadkpop pick -n 3`. To read song 3: `sadkpop show 3`."),
        ("#3", "For 3 songs: `sadkpop pick -n 3`. To read song 3: `sadkpop show 3`."),
        ("25", "For 25 songs: `sadkpop pick -n 25`. To read song 25: `sadkpop show 25`."),
        ("the fool", "By that name there is 1 song: `sadkpop show 14`."),
        ("7월 7일", "By that name there is 1 song: `sadkpop show 17`."),
        ("bts", "By that name there is 1 song: `sadkpop search bts`."),
        ("EXO", "By that name there are 3 songs: `sadkpop search EXO`."),
        ("taeyang", "By that name there are 2 songs: `sadkpop search taeyang`."),
    ],
)
def test_instead_of_words(run, words, offer):
    """A number, a title or an artist is answered as what it is, and nothing else is said."""
    result = run("pick", *words.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{offer}\n")


def test_a_number_that_is_no_song_of_the_catalog(run, odd):
    """As many songs as there are may be asked for, also where no song has that number."""
    assert run("--catalog", odd, "pick", "1").stderr == f"For 1 song: `sadkpop --catalog {odd} pick -n 1`.\n"
    assert run("--catalog", odd, "pick", "13").stderr == (
        f"By that name there is 1 song: `sadkpop --catalog {odd} show 13`.\n"
    )
    assert run("--catalog", odd, "show", "13").exit_code == 0


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("0", ""),
        ("26", ""),
        ("80", ""),
        ("0805", "`sadkpop search 0805` finds 1 song."),
        ("2014", "`sadkpop search 2014` finds 1 song."),
        ("-- --fool", "`sadkpop search -- --fool` finds 1 song."),
        ("hopelful", "Did you mean hopeful? `sadkpop pick hopeful`."),
        ("potato umbrella", ""),
        ("qqq", ""),
    ],
)
def test_nothing_understood(run, words, offer):
    """Words that lead to no term may be found, or be a typo; what is similar is not offered, and there are others."""
    result = run("pick", *words.split())
    assert (result.exit_code, result.stdout) == (1, "")
    before, _, rest = result.stderr.partition("I can't tell which songs that asks for. ")[2].partition(
        "Try a word such as "
    )
    assert before == (f"{offer} " if offer else "")
    words, *_ = rest.partition(";")
    assert 3 <= len(words.replace(" or ", ", ").split(", ")) <= 4


def test_words_that_are_offered_lead_somewhere(run, odd):
    """The words to try are of the catalog in use, and each has songs."""
    for named in ([], ["--catalog", odd]):
        message = run(*named, "pick", "qqq").stderr
        words = message.partition("a word such as ")[2].partition(";")[0].replace(" or ", ", ").split(", ")
        assert words
        for word in words:
            assert run(*named, "pick", *word.split()).exit_code == 0


@pytest.mark.parametrize("word", "cheating crying depressed friends family divorce angry ex death goal".split())
def test_no_word_is_answered_with_a_similar_one(run, word):
    """Everyday words of sad people are never corrected to something else."""
    for command in (["pick"], ["pick", "-t"], ["pick", "-m"], ["search"], ["show"]):
        message = run(*command, word).stderr.lower()
        assert "did you mean" not in message
        assert "nearest:" not in message


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("wildflowr", 'No song matches "wildflowr". Did you mean wildflower?'),
        ("wildflowr qqq", 'No song matches "wildflowr" or "qqq". Did you mean wildflower?'),
        ("rain qqq", 'No song matches "qqq". `sadkpop list` shows them all.'),
        ("rain fool", 'No song matches "rain fool". Try fewer words.'),
        ("%", 'No song matches "%". `sadkpop list` shows them all.'),
        ("dumped", '"dumped" is a word for the theme breakup: `sadkpop pick breakup`.'),
        ("hopful", 'No song matches "hopful". Did you mean hopeful? `sadkpop pick hopeful`.'),
        ("-- -zzz", 'No song matches "-zzz". `sadkpop list` shows them all.'),
    ],
)
def test_instead_of_search(run, words, message):
    """A search in vain says which word is to blame, and where it leads."""
    result = run("search", *words.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Error: {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "-t comfort -m bitter -m lonely",
            "No song is about comfort and feels bitter or lonely. "
            "The closest mood is anxious: `sadkpop pick -t comfort -m anxious`.",
        ),
        (
            "-t comfort --not anxious -m bitter",
            "No song is about comfort and feels bitter once anxious is left out. "
            "The closest mood is despairing: `sadkpop pick -t comfort -m despairing --not anxious`.",
        ),
        ("lonely --not lonely", "You asked for lonely and left it out. Choose one."),
        ("-t breakup --not lonely,breakup", "You asked for breakup and left it out. Choose one."),
        (
            "-t breakup -m lonely --not lonely,breakup",
            "You asked for breakup and lonely and left them out. Choose one.",
        ),
        ("-t betrayal --not bitter", "No song is about betrayal once bitter is left out. Try fewer words."),
    ],
)
def test_instead_of_nothing(run, arguments, message):
    """What options asked for in vain is named, and what there is instead."""
    result = run("pick", *arguments.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {message}\n")


def test_a_term_that_no_song_has(run, odd):
    """A theme or mood without songs is said to have none."""
    for words, sentence in (("-t empty", "No song is about empty."), ("-m lightest", "No song feels lightest.")):
        result = run("--catalog", odd, "pick", *words.split())
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"Error: {sentence} Try another word")
        assert f"`sadkpop --catalog {odd} themes`" in result.stderr


def test_a_word_given_twice(run):
    """A word given twice is one word."""
    result = run("pick", "-t", "comfort", "-t", "COMFORT", "-m", "bitter")
    assert result.stderr.startswith("Error: No song is about comfort and feels bitter. The closest")


def test_an_end_with_the_title_of_several_songs(run, catalog):
    """Of a name that two songs have, the numbers are named: a path cannot begin with both."""
    path = catalog(songs=SONG + SONG.replace("number: 1", "number: 7"))
    result = run("--catalog", path, "pick", "--from", "rain")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: --from takes a mood or a song. "
        f"Did you mean 1 Rain or 7 Rain? `sadkpop --catalog {path} pick --from 1`.\n"
    )


def test_the_title_of_several_songs(run, odd):
    """Of a name that two songs have, both are offered; in a playlist, both are named."""
    assert run("--catalog", odd, "show", "Rain").stderr.splitlines()[1:] == ["   2  Rain - 4 2", "   7  Rain - 4 7"]
    notes = run("--catalog", odd, "pick", "Rain").stderr.splitlines()
    assert notes == [f"By that name there are 2 songs: `sadkpop --catalog {odd} show 2 7`."]


@pytest.fixture(scope="module")
def built_in():
    """Return what is offered from the built-in catalog."""
    return Offers(BUILT_IN, Vocabulary(BUILT_IN), command_line)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("lst", "list"),
        ("serach rain", "search rain"),
        ("serach qqq", ""),
        ("14", "show 14"),
        ("the fool", "show the fool"),
        ("rain", "show rain"),
        ("theme grief", "themes grief"),
        ("foo", "search foo"),
        ("`", ""),
        ("dumped", "pick dumped"),
        ("btob hopeful", "pick btob hopeful"),
        ("btob", "search btob"),
        ("playy 14", "play 14"),
        ("99", ""),
        ("help qqq", ""),
        ("hlep foo", ""),
        ("help serach", "help search"),
        ("help 14", "show 14"),
        ("help dumped", "pick dumped"),
    ],
)
def test_instead_of_a_command(built_in, words, command):
    """A command is offered if it finds something: the one that was nearly typed, or what words alone may mean."""
    sentence = built_in.instead_of_command(words.split(), cli.commands)
    if command:
        unknown = next(word for word in words.split() if word != "help")
        assert sentence == f'There is no command "{unknown}"; did you mean `sadkpop {command}`?'
    else:
        assert sentence == "Start with a command, as in `sadkpop pick missing you`. `sadkpop -h` lists them all."


@pytest.mark.parametrize("words", ["help show rain", "help pick me", "hlep pick", "list all", "help -x"])
def test_no_command_is_said_not_to_be_one(run, words):
    """What is said not to be a command is none, whatever stands before or behind it."""
    sentence = run(*words.split()).stderr
    assert not [name for name in cli.commands if f'no command "{name}"' in sentence]


def test_examples_are_of_the_catalog(built_in, odd):
    """A song and words to show how to name one: number 14 or else the first, and what has songs."""
    catalog = load(odd)
    of_odd = Offers(catalog, Vocabulary(catalog), command_line)
    assert (built_in.song.number, of_odd.song.number) == (14, 2)
    assert built_in.words == ["missing you", "tired", "angry", "nostalgic"]
    assert of_odd.words
    assert not {"empty", "lightest"} & set(of_odd.words)


@pytest.mark.parametrize("line", ["list {}", "pick {}", "show {}", "search {} zzz", "sadkpop {}"])
@pytest.mark.parametrize("words", ["rain\n", "EXO\t", "lonely EXO\x07", "not " * 700])
def test_what_cannot_be_typed_is_in_no_command(run, line, words):
    """A command that is offered is short, and holds nothing that a shell would read otherwise."""
    message = run(*(words if part == "{}" else part for part in line.removeprefix("sadkpop ").split())).stderr
    assert len(message) < 400
    assert not any("\\" in word for command in commands_in(message) for word in command)


def test_long_path_in_a_command(run, catalog):
    """The path of a catalog is never cut in a command."""
    folder = catalog().parent / ("deep " * 30).strip()
    folder.mkdir(exist_ok=True)
    path = catalog().rename(folder / "my.yaml")
    [command] = commands_in(run("show", "--catalog", path).stderr)
    assert run(*command).exit_code == 0
