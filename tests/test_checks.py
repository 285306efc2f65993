"""The rules of a catalog, and what is said of what breaks them."""

import pytest
from conftest import CHECKOUT, SONG

from sadkpop.catalog import CatalogError, load

CATALOG = f"""themes:
  breakup:
    meaning: It is over
    also: >-
      dumped, split up,
      my ex
  memory: It was
moods:
  heavy:
    meaning: At the bottom
    also: [dumped, crying]
  light: At the top
always: sad
care:
  - words: want to die, suicid*
    leads_to: memory
    says: Call somebody.
  - words: to die for
quiet: Somebody listens.
songs:{SONG}"""


@pytest.fixture
def problems(catalog):
    """Return what is wrong with a catalog in which a text is replaced, each with its line."""

    def problems(was, becomes, text=CATALOG):
        assert was in text
        path = catalog(text.replace(was, becomes, 1))
        with pytest.raises(CatalogError) as caught:
            load(path)
        return [problem.removeprefix(f"{path}:") for problem in caught.value.problems]

    return problems


def test_catalog_without_a_problem(catalog):
    """What the other tests break is a catalog, and one word may stand for a theme and for a mood."""
    loaded = load(catalog(CATALOG))
    assert (loaded.themes["breakup"].also[0], loaded.moods["heavy"].also[0]) == ("dumped", "dumped")


def test_built_in_catalog_is_checked_as_a_file():
    """Loaded by its path, with all its words checked, the built-in catalog has no problem and is the same."""
    assert load(CHECKOUT / "data" / "songs.yaml") == load()


AT_THE_EDGE = "must begin at the left edge"


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("always", "allways", '13: unknown field "allways"; did you mean "always"? (If it belongs to the field above, '
                              "indent it.)"),
        ("quiet:", "playlists:", '19: unknown field "playlists"; the fields are themes, moods, always, care, quiet, '
                                 "songs. (If it belongs to the field above, indent it.)"),
        ("It rains.", "It rains.\nsongs: []", "27: songs stands twice"),
        ("quiet: Somebody listens.", "quiet:", "19: quiet is empty: leave the line out if there is none"),
        (f"songs:{SONG}", "", '1: there are no songs; each song begins with "- number:"'),
        (SONG, "", '20: there are no songs; each song begins with "- number:"'),
        (SONG, " []", '20: there are no songs; each song begins with "- number:"'),
        ("  - number", "    number", '21: songs must be a list; each song begins with "- number:"'),
        (SONG, "\n- Rain", '21: song: it has no fields; each song begins with "- number:"'),
        (SONG, "\n- number:1", '21: song: it has no fields; each song begins with "- number:"'),
        ("memory: It was", "memory: It was\n  breakup: It was", "8: breakup stands twice"),
        ("memory: It was", "memory: It was\n  Break-Up:\n    meaning: It was",
         "8: Break-Up stands twice, first as breakup"),
        ("memory: It was", "memory:", "7: theme memory: meaning is empty"),
        ("memory: It was", "memory: []", "7: theme memory: write what memory means"),
        ("    meaning: At the bottom\n", "", "10: mood heavy: meaning is missing"),
        ("meaning: At", "meanign: At", '10: mood heavy: unknown field "meanign"; did you mean "meaning"?'),
        ("meaning: At", "unspoken: [gone]\n    meaning: At", '10: mood heavy: unknown field "unspoken"; move its words '
                                                            "to care, with leads_to: heavy"),
    ],
)  # fmt: skip
def test_problem_with_the_structure(problems, was, becomes, problem):
    """A catalog has themes, moods and songs; what else it has must be known."""
    assert problems(was, becomes) == [problem]


@pytest.mark.parametrize(
    ("moods", "problem"),
    [
        ("", "1: moods is missing; give each its own line: wistful: Missing it quietly"),
        ("moods:\n", "8: moods must be a group of lines; give each its own line: wistful: Missing it quietly"),
        ("moods: {}\n", "8: moods must be a group of lines; give each its own line: wistful: Missing it quietly"),
        ("moods: heavy\n", "8: moods must be a group of lines; give each its own line: wistful: Missing it quietly"),
        ("moods: [heavy]\n", "8: moods must be a group of lines; give each its own line: wistful: Missing it quietly"),
    ],
)
def test_catalog_without_moods(problems, moods, problem):
    """No moods are one problem, and none of each song."""
    was = CATALOG[CATALOG.index("moods:") : CATALOG.index("always:")]
    assert problems(was, moods) == [problem]


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        ("moods:\n  heavy:\n    meaning: At the bottom\n    also: [dumped, crying]\n  light:",
         "  moods:\n    heavy:\n      meaning: At the bottom\n    light:", 8),
        ("\nmoods:", "\n  moods:", 8),
        (f"songs:{SONG}", "", 13),
    ],
    ids=["with its moods", "alone", "songs below moods"],
)  # fmt: skip
def test_section_that_is_indented(problems, was, becomes, line):
    """A section with blanks before it is one problem, not all that follow from it."""
    text = CATALOG
    if not becomes:
        indented = "  songs:" + SONG.replace("\n", "\n  ").rstrip() + "\n"
        text = CATALOG.replace(was, "").replace("light: At the top\n", f"light: At the top\n{indented}")
        was, becomes = "light", "light"
    [problem] = problems(was, becomes, text)
    assert problem in (f"{line}: moods {AT_THE_EDGE}", f"{line}: songs {AT_THE_EDGE}")


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("my ex", "my ex, Dumped", '6: theme breakup: "Dumped" stands twice in also'),
        ("my ex", "memory", '6: theme breakup: "memory" is already a theme, so it cannot be in also'),
        ("split up", "break-up", '5: theme breakup: "break-up" is already a theme, so it cannot be in also'),
        ("memory: It was", "memory:\n    meaning: It was\n    also: gone, split-up",
         '9: theme memory: "split-up" is already a word for breakup, so it cannot be in also'),
        ("crying]", "Crying]", None),
        ("crying]", "crying, light]", '11: mood heavy: "light" is already a mood, so it cannot be in also'),
        ("my ex", "my ex and all that was once ours together",
         '6: theme breakup: "my ex and all that was once ours together" has more than 7 words: is a comma missing?'),
        ("my ex", "my ex,\n      my my my my my my my my",
         '7: theme breakup: "my my my my my my my my" has more than 7 words: is a comma missing?'),
        ("my ex", "my ex and all that was once", None),
        ("always: sad", "always: sad, crying", '13: "crying" is already a word for heavy, so it cannot be in always'),
        ("always: sad", "always: sad, Light", '13: "Light" is already a mood, so it cannot be in always'),
        ("always: sad", "always:\n- sad\n- Break up", '15: "Break up" is already a theme, so it cannot be in always'),
        ("always: sad", "always: sad, SAD", '13: "SAD" stands twice in always'),
        ("always: sad", "always: one two three four five six seven eight",
         '13: "one two three four five six seven eight" has more than 7 words: is a comma missing?'),
    ],
)  # fmt: skip
def test_other_words(problems, catalog, was, becomes, problem):
    """A word stands once in its kind, on the line that is named, and in always only if it stands nowhere else."""
    if problem:
        assert problems(was, becomes) == [problem]
    else:
        assert load(catalog(CATALOG.replace(was, becomes)))


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("words: want to die, suicid*\n    ", "", "15: care: words is missing"),
        ("words: want to die, suicid*", "words:", "15: care: words is empty: leave the line out if there is none"),
        ("words: want to die, suicid*", "words: want to die, …", '15: care: "…" has no letter in it'),
        ("leads_to: memory", "leads_to: memry", '16: care: "memry" is not a theme or a mood; did you mean "memory"?'),
        ("leads_to: memory", "leads_to: xyz", '16: care: "xyz" is not a theme or a mood'),
        ("leads_to: memory\n    ", "", "16: care: says needs a leads_to in its block: a theme or a mood"),
        ("leads_to: m", "lead_to: m", '16: care: unknown field "lead_to"; did you mean "leads_to"?'),
        ("- words: want", "words: want", None),
        ("  - words: to die for", "    words: to die for", "18: care: words stands twice in this block. Does a new "
                                                           'block begin here? Then write "- words:" first.'),
        ("  - words: to die for\n", "  - to die for\n", '18: care: care must be a list; each block begins with '
                                                        '"- words:"'),
    ],
)  # fmt: skip
def test_care(problems, was, becomes, problem):
    """A block of care has words, and leads to a theme or a mood if it says something."""
    if problem:
        assert problems(was, becomes) == [problem]


def test_care_that_is_no_list(problems):
    """Care without dashes is one problem."""
    care = CATALOG[CATALOG.index("care:") : CATALOG.index("quiet:")]
    assert problems(care, "care:\n  words: want to die\n") == [
        '15: care must be a list; each block begins with "- words:"'
    ]


def test_words_of_care_may_be_long(catalog):
    """A phrase of care may have more than seven words."""
    assert load(catalog(CATALOG.replace("want to die", "i do not want to be here any more at all")))


@pytest.mark.parametrize("leads_to", ["light", "breakup"])
def test_care_leads_to_a_theme_or_a_mood(catalog, leads_to):
    """Either will do."""
    loaded = load(catalog(CATALOG.replace("leads_to: memory", f"leads_to: {leads_to}")))
    assert loaded.care[0].leads_to == leads_to


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("[breakup]", "breakup", "24: song 1: themes must be a list: write themes: [breakup]"),
        ("[breakup]", "[]", "24: song 1: a song needs at least one theme"),
        ("themes: [breakup]\n    ", "", "21: song 1: a song needs at least one theme"),
        ("[breakup]", "[breakup memory]", "24: song 1: themes needs commas: write themes: [breakup, memory]"),
        ("[breakup]", "[breakup; memory]", "24: song 1: themes needs commas: write themes: [breakup, memory]"),
        ("[breakup]", "[breakup, breakup]", '24: song 1: "breakup" stands twice in themes'),
        ("[breakup]", "[brekup]", '24: song 1: "brekup" is not a theme; did you mean "breakup"?'),
        ("[breakup]", "[dumped]", '24: song 1: "dumped" is not a theme: write breakup'),
        ("[breakup]", "[Breakup]", '24: song 1: "Breakup" is not a theme: write breakup'),
        ("[breakup]", "[light]", '24: song 1: "light" is a mood: move it to moods'),
        ("[breakup]", "[crying]", '24: song 1: "crying" is a mood: write heavy in moods'),
        ("[heavy]", "[breakup]", '25: song 1: "breakup" is a theme: move it to themes'),
        ("[heavy]", "[xyz]", '25: song 1: "xyz" is not a mood; add it to moods, or choose another'),
        ("[heavy]", "[heavy,\n      xyz]", '26: song 1: "xyz" is not a mood; add it to moods, or choose another'),
        ("blurb", "link: spotify:x\n    blurb", '26: song 1: "spotify:x" is not a link: one '
                                                'begins with https:// and has no spaces'),
        ("blurb", "link: https://a b\n    blurb", '26: song 1: "https://a b" is not a link: one '
                                                  'begins with https:// and has no spaces'),
    ],
)  # fmt: skip
def test_problem_in_a_song(problems, was, becomes, problem):
    """A song has themes and moods of the vocabulary, each once, and a link to the web if it has one."""
    assert problems(was, becomes) == [problem]


def test_number_used_twice(problems):
    """A number can belong to one song only; no number belongs to none."""
    assert problems(SONG, SONG + SONG) == ["28: song 1: number 1 is already taken by an earlier song"]
    two = SONG.replace("number: 1", "number: one")
    assert [problem[:2] for problem in problems(SONG, two + two)] == ["21", "28"]


def test_many_typos_are_answered_at_once(problems):
    """The nearest word is named for each of a hundred songs."""
    songs = "".join(SONG.replace("1", str(n)).replace("breakup", f"brekup{'p' * (n % 2)}") for n in range(1, 300))
    found = problems(SONG, songs)
    assert all(problem.endswith('did you mean "breakup"?') for problem in found[:100])
