"""The fields of a catalog: text that can be shown, numbers, lists, words with commas."""

from unicodedata import normalize

import pytest
from conftest import SONG, VOCABULARY

from sadkpop.catalog import CatalogError, load

NO_TAGS = "a catalog has no tags (!) and no references (& and *): write out what is meant"
MARKS = " needs quotation marks: "
LEAVE_OUT = "leave the line out if there is none"
FIELDS = "number, title, korean_title, artist, korean_artist, artist_aliases, aliases, themes, moods, blurb, link"
COMMENT = "because YAML takes # for a comment"


@pytest.fixture
def problems(catalog):
    """Return what is wrong with a song in which a text is replaced, each with its line."""

    def problems(was, becomes, songs=SONG):
        assert was in songs
        path = catalog(songs=songs.replace(was, becomes, 1))
        with pytest.raises(CatalogError) as caught:
            load(path)
        return [problem.removeprefix(f"{path}:") for problem in caught.value.problems]

    return problems


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("    title: Rain\n", "", "9: song 1: title is missing"),
        ("Rain", "''", "10: song 1: title is empty"),
        ("Rain", "'   '", "10: song 1: title is empty"),
        ("Somebody", "", "11: song 1: artist is empty"),
        ("Rain", "#1", f'10: song 1: title is empty, {COMMENT}: write "#1"'),
        ("Rain", "[Rain]", "10: song 1: title must be text, not a list: write Rain, or \"[Rain]\" if the brackets "
                           "belong to it"),
        ("Rain", "\n      - Rain", "11: song 1: title must be text, not a list: write Rain"),
        ("Rain", "[]", "10: song 1: title must be text, not a list"),
        ("Rain", "{a: b}", '10: song 1: title needs quotation marks: "{a: b}"'),
        ("Somebody", "&TEAM feat. IU", f'11: song 1: artist{MARKS}"&TEAM feat. IU"'),
        ("Somebody", "!llmind", f'11: song 1: artist{MARKS}"!llmind"'),
        ("Somebody", "*Rain", f'11: song 1: artist{MARKS}"*Rain"'),
        ("Somebody", '!say "hi"', f"11: song 1: artist{MARKS}'!say \"hi\"'"),
        ("artist:", "aliases: [&TEAM, b]\n    artist:", f'11: song 1: an entry of aliases{MARKS}"&TEAM"'),
        ("artist:", "aliases: [[a]]\n    artist:", "11: song 1: an entry of aliases must be text, not a list: write a, "
                                                   'or "[a]" if the brackets belong to it'),
        ("artist:", 'aliases: "S\\e"\n    artist:', "11: song 1: aliases must be a list: write aliases: [S\\x1b]"),
        ("artist:", "aliases: Snow\n    artist:", "11: song 1: aliases must be a list: write aliases: [Snow]"),
        ("artist:", "aliases: (Snow)\n    artist:", "11: song 1: aliases must be a list: write aliases: [Snow]"),
        ("artist:", "aliases: {a: b}\n    artist:", "11: song 1: aliases must be a list: write aliases: [one, two]"),
        ("artist:", "korean_title:\n    artist:", f"11: song 1: korean_title is empty: {LEAVE_OUT}"),
        ("[heavy]", "*heavy", f"13: song 1: {NO_TAGS}"),
        ("[heavy]", "&m [heavy]", f"13: song 1: {NO_TAGS}"),
        ("- number", "- !song\n    number", f"9: song: {NO_TAGS}"),
        ("artist:", "artits:", '11: song 1: unknown field "artits"; did you mean "artist"?'),
        ("artist:", "year: 1999\n    artist:", f'11: song 1: unknown field "year"; the fields are {FIELDS}'),
        ("artist:", "title: Snow\n    artist:", "11: song 1: title stands twice in this song. Does a new song begin "
                                                'here? Then write "- number:" first.'),
        ("artist:", "'': x\n    artist:", "11: song 1: a name is empty"),
        ("artist:", "? [a]\n    : x\n    artist:",
         "11: song 1: a name must be text, not a list: write a, or \"[a]\" if "
                                                    "the brackets belong to it"),
    ],
)  # fmt: skip
def test_problem_with_a_field(problems, was, becomes, problem):
    """One mistake is one problem, which names line, song and field and says what to write."""
    assert problems(was, becomes) == [problem]


def test_two_songs_under_one_dash(problems):
    """A missing dash is one problem, not one for each field that comes again."""
    [problem] = problems("  - number: 2", "    number: 2", SONG + SONG.replace("number: 1", "number: 2").lstrip("\n"))
    assert problem == (
        '15: song 1: number stands twice in this song. Does a new song begin here? Then write "- number:" first.'
    )


@pytest.mark.parametrize("number", ["one", "1.5", "-1", "0", "1_000", "١", "4" * 5000, "0x10", "1000000000"])
def test_number_must_be_a_whole_number(problems, number):
    """Only a positive whole number is a number, and what stands there instead is not repeated at length."""
    [problem] = problems("number: 1", f"number: {number}")
    assert problem.startswith("9: song: number must be a whole number from 1 to 999999999, not ")
    assert len(problem) < 200


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u3164", "\u00ad", "\u2060", "\u3000", "\ufe0f", "\u0301"])
def test_text_that_cannot_be_seen_is_empty(problems, unseen):
    """A text without one visible character is no text."""
    assert problems("Rain", f'"{unseen}"') == ["10: song 1: title is empty"]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("' Rain '", "Rain"),
        ("joyful\u200d", "joyful"),
        ("\u200bjoyful\u3164", "joyful"),
        ("👩‍🚀 in Rain", "👩‍🚀 in Rain"),
        ("❤️", "❤️"),
        ("A\u3000B", "A\u3000B"),
        ("A\ue000B", "A\ue000B"),
        (normalize("NFD", "비가 와"), "비가 와"),
        (">\n      It rains\n      again.", "It rains again."),
        ('"Love #1"', "Love #1"),
        ("Love#1", "Love#1"),
        ("Love # a song", "Love"),
        ("'Love' #1", "Love"),
        (">-\n      Love #1", "Love #1"),
    ],
)
def test_text_as_it_is_kept(catalog, title, kept):
    """Text is composed, without what cannot be seen at its ends, and otherwise as it is written."""
    [song] = load(catalog(songs=SONG.replace("Rain", title))).songs
    assert song.title == kept


def test_theme_is_the_same_composed_or_not(catalog):
    """What was typed decomposed, as on a Mac, is the same name."""
    text = f"{VOCABULARY}songs:{SONG}".replace("breakup", "이별")
    assert load(catalog(text.replace("[이별]", normalize("NFD", "[이별]")))).songs[0].themes == ("이별",)


UNSAFE = [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]


def test_every_control_character(catalog):
    """Each of them is found, and named by its code; none is printed."""
    songs = "".join(
        SONG.replace("number: 1", f"number: {place}").replace("Rain", f'"a\\U{code:08x}b"')
        for place, code in enumerate(UNSAFE, 1)
    )
    with pytest.raises(CatalogError) as caught:
        load(catalog(songs=songs))
    assert len(caught.value.problems) == len(UNSAFE)
    for code, problem in zip(UNSAFE, caught.value.problems, strict=True):
        assert problem.isprintable()
        name = "a line break" if code == 10 else f"a control character (U+{code:04X})"
        assert problem.endswith(f"title has {name} in it: delete it")


PLACES = [
    ("Rain", "{}"),
    ("title: Rain", "title: Rain\n    korean_title: {}"),
    ("title: Rain", "title: Rain\n    aliases: [{}]"),
    ("[breakup]", "[{}]"),
    ("It rains.", "{}"),
    ("number: 1", "number: {}"),
    ("title: Rain", "title: Rain\n    {}: x"),
]


@pytest.mark.parametrize(("was", "becomes"), PLACES)
@pytest.mark.parametrize("code", [0x1B, 0x202E], ids=hex)
def test_control_characters_in_any_field(problems, was, becomes, code):
    """No text, in whatever place, can drive the terminal; nor can the error that says so."""
    found = problems(was, becomes.format(f'"{"a" * 50}\\U{code:08x}b"'))
    assert all(problem.isprintable() and len(problem) < 300 for problem in found)


@pytest.mark.parametrize(
    ("was", "becomes", "problem", "fix"),
    [
        ("Rain", "Love #1", 'title ends before "#1"', 'write "Love #1", or, for a comment, put a space after'),
        ("It rains.", "It\n      rains \t#1", 'blurb ends before "#1"', 'write "It rains #1", or, for'),
        ("artist:", "korean_title: Love\t#1\n    artist:", 'korean_title ends before "#1"', "put a space after the #"),
        ("artist:", "aliases:\n      - Love #한\n    artist:", 'aliases ends before "#한"', 'write "Love #한"'),
        (
            "It rains.",
            ">-\n      It rains.\n      #It snows.\n",
            "blurb: below >- a # does",
            'delete "#It snows.", or put',
        ),
    ],
)
def test_number_sign(problems, was, becomes, problem, fix):
    """A text that YAML cuts off at a # is reported, and so is a line that was to be a comment and is text."""
    [found] = problems(was, becomes)
    assert problem in found
    assert fix in found
    assert found.startswith(("10: song 1", "11: song 1", "12: song 1", "15: song 1", "16: song 1"))


def test_number_sign_among_words(catalog):
    """In words, too: one that begins with # below >- was to be a comment; one that has it inside is a word."""
    text = f"{VOCABULARY}songs:{SONG}".replace("memory: It was", "memory:\n    meaning: It was\n    also: {}")
    with pytest.raises(CatalogError, match=':6: theme memory: also ends before "#1 ex", because'):
        load(catalog(text.replace("{}", "dumped, my #1 ex")))
    not_a_comment = ':7: theme memory: also: below >- a # does not start a comment: delete "#split up"'
    with pytest.raises(CatalogError, match=not_a_comment):
        load(catalog(text.replace("{}", ">-\n      dumped, #split up, gone")))
    assert load(catalog(text.replace("{}", ">-\n      dumped, my #1 ex"))).themes["memory"].also[1] == "my #1 ex"


def test_words_below_a_bar(catalog):
    """Below | each line is a word of its own, as it looks."""
    text = f"{VOCABULARY}always: |\n  sad\n  so sad,\n  unhappy\nsongs:{SONG}"
    assert load(catalog(text)).always == ("sad", "so sad", "unhappy")


@pytest.mark.parametrize(
    ("always", "problem"),
    [
        ("{a: b}", 'always needs quotation marks: "{a: b}"'),
        ("[a, [b]]", 'an entry of always must be text, not a list: write b, or "[b]" if the brackets belong to it'),
        ("", f"always is empty: {LEAVE_OUT}"),
        ("&sad sad", f'always{MARKS}"&sad sad"'),
    ],
)
def test_words_must_be_words(catalog, always, problem):
    """Words are a text or a list of texts."""
    path = catalog(f"{VOCABULARY}always: {always}\nsongs:{SONG}")
    with pytest.raises(CatalogError) as caught:
        load(path)
    assert caught.value.problems == (f"{path}:8: {problem}",)


def test_typo_of_a_field_is_read_as_the_field(problems):
    """What a misspelled field holds is checked all the same, and the field is not missing."""
    assert problems("[heavy]", "[]", SONG.replace("moods", "mods")) == [
        '13: song 1: unknown field "mods"; did you mean "moods"?',
        "13: song 1: a song needs at least one mood",
    ]


def test_a_misspelled_field_beside_the_right_one(problems):
    """It is one problem, and what is wrong with the right one is found too."""
    assert problems("artist: Somebody", "artits: Nobody\n    artist: Love #1") == [
        '11: song 1: unknown field "artits"; did you mean "artist"?',
        f'12: song 1: artist ends before "#1", {COMMENT}: write "Love #1", or, for a comment, put a space after the #',
    ]
