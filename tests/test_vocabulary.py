"""What words mean: themes and moods by name, by another word, by a slip."""

from unicodedata import normalize

import pytest

from sadkpop.catalog import Catalog, Term, load
from sadkpop.vocabulary import Vocabulary, Wish

BUILT_IN = Vocabulary(load())
OWN = Vocabulary(
    Catalog(
        themes={
            "breakup": Term("It is over", ("dumped", "split up", "heartbreak")),
            "grief": Term("Gone", ("up north",)),
        },
        moods={
            "lonely": Term("Alone", ("no friends", "split")),
            "heartbreak": Term("It hurts"),
            "이별": Term("Bye", ("외로워",)),
        },
        always=("sad",),
        songs=(),
    )
)


def read(text, vocabulary=OWN):
    """Return what words were taken for, a pair each, and the unknown ones."""
    taken, unknown, _ = vocabulary.read([text])
    return [(one.typed, one.sense and one.sense.name) for one in taken], list(unknown)


@pytest.mark.parametrize(
    ("text", "taken", "unknown"),
    [
        ("breakup", ["breakup"], []),
        ("BreakUp", ["breakup"], []),
        ("break-up", ["breakup"], []),
        ("break up", ["breakup"], []),
        ("split up", ["breakup"], []),
        ("split-up", ["breakup"], []),
        ("split, up north", ["lonely", "grief"], []),
        ("split up north", ["breakup"], ["north"]),
        ("dumped and no friends", ["breakup", "lonely"], ["and"]),
        ("heartbreak", ["heartbreak"], []),  # a name comes before another word, though it is a mood
        (normalize("NFD", "이별"), ["이별"], []),
        ("외로워요", ["이별"], []),  # what changes in a Korean word is its end
        ("sad", [None], []),
        ("brekup", ["breakup"], []),
        ("my brekup", ["breakup"], ["my"]),
        ("dumpeed", ["breakup"], []),
        ("my splitup thing", ["breakup"], ["my", "thing"]),
        ("all my nofreinds", [], ["all", "my", "nofreinds"]),
        ("nofreinds breakup", ["lonely", "breakup"], []),  # a slip of another word has to stand alone
        ("jumped", [], ["jumped"]),
        ("dunped", [], ["dunped"]),  # nor may a letter be mistaken: that makes other words
        ("xyz", [], ["xyz"]),
        ("", [], []),
        (" , ", [], []),
        ("x" * 5000, [], ["x" * 5000]),
    ],
)
def test_read(text, taken, unknown):
    """Words are taken for what they stand for, those in a row that are one together, the longest first."""
    found, rest = read(text)
    assert ([name for _, name in found], rest) == (taken, unknown)


def test_reading_tells_names_from_other_words():
    """It is known which words were not the name of a term."""
    taken, _, _ = OWN.read(["breakup", "dumped", "brekup", "sad"])
    assert [one.is_name for one in taken] == [True, False, False, False]


def test_many_words_are_read_at_once():
    """A hundred thousand characters of nonsense are no reason to wait."""
    taken, unknown, _ = BUILT_IN.read(["xyzzy " * 20_000])
    assert (taken, len(unknown)) == ((), 20_000)


def test_not():
    """What stands after not, or without, is left out, whatever it is a word for."""
    reading = OWN.read(["dumped not heartbreak without no friends"])
    assert [one.sense.name for one in reading.taken] == ["breakup"]
    assert [one.sense.name for one in reading.without] == ["heartbreak", "breakup", "lonely"]
    assert reading.unknown == ()


@pytest.mark.parametrize("word", "noose blade homeless morning window layer longer losing years sweat summer".split())
def test_no_word_is_taken_for_a_merely_similar_one(word):
    """Words of their own are not taken for slips of others."""
    taken = BUILT_IN.read([word]).taken
    assert all(one.is_unspoken or BUILT_IN.senses(word) for one in taken)


def test_a_word_for_a_theme_and_a_mood():
    """A word may stand for one of each; what it is the name of comes first."""
    assert [str(sense) for sense in OWN.senses("heartbreak")] == ["the mood heartbreak", "the theme breakup"]
    assert [str(sense) for sense in BUILT_IN.senses("longing")] == ["the theme longing", "the mood yearning"]


def test_wish():
    """What is wanted and what is not, each name once."""
    taken, _, _ = OWN.read(["dumped", "breakup", "no friends"])
    assert Wish.of(taken, taken[:1]) == (["breakup"], ["lonely"], ["breakup"], [])


# What sad people typed who did not know the vocabulary, and where it must not lead.
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lonely", "lonely"),
        ("death", "grief"),
        ("friends", "comfort"),
        ("my ex", "breakup"),
        ("cheating", "betrayal"),
        ("missing you", "longing"),
        ("hope", "hopeful"),
        ("angry", "bitter"),
        ("divorce", "breakup"),
        ("goodbye", "parting"),
        ("depressed", "despairing"),
        ("crying", "heartbroken"),
        ("family", "comfort"),
        ("no friends", "lonely"),
        ("mum passed", "grief"),
        ("헤어졌어요", "breakup"),
        ("보고싶어", "longing"),
        ("ㅠㅠ", "heartbroken"),
        ("💔", "heartbroken"),
    ],
)
def test_words_that_people_type(text, name):
    """Everyday words lead to the theme or mood that they are about."""
    assert [one.sense.name for one in BUILT_IN.read([text]).taken] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "suicide",
        "kil myslef",
        "sucidal",
        "suicidal",
        "self-harm",
        "want to die",
        "wanna die",
        "kill myself",
        "end my life",
        "자살",
        "죽고 싶다",
        "sucide",
        "i think about sucide all day",
        "i want to kil myself",
    ],
)
def test_words_about_dying(text):
    """The words about wanting to die lead to comfort and nowhere else, and are never an example."""
    assert {one.sense.name for one in BUILT_IN.read([text]).taken} == {"comfort"}
    assert [str(sense) for sense in BUILT_IN.senses(text)] in (["the theme comfort"], [])
    assert text not in load().themes["comfort"].also[:6]
