"""What words mean: themes and moods by name, by another word, by a typo."""

from unicodedata import normalize

import pytest

from sadkpop.catalog import Term, load
from sadkpop.english import spell_out
from sadkpop.vocabulary import Sense, Vocabulary

BUILT_IN = Vocabulary(load())
OWN = Vocabulary(
    load()._replace(
        themes={
            "breakup": Term("It is over", ("dumped", "split up", "heartbreak", "can't let go", "not over")),
            "grief": Term("Gone", ("up north", "funeral", "good old days")),
            "parting": Term("Bye", ("goodbyes", "bye")),
            "longing": Term("Reaching", ("yearning", "grief")),
        },
        moods={
            "lonely": Term("Alone", ("no friends", "split", "abandoned")),
            "lovely": Term("Love", ("loved",)),
            "heartbreak": Term("It hurts"),
            "hopeful": Term("Ahead", ("encouraging",)),
            "이별": Term("Bye", ("외로워", "보고싶어", "꿈", "잠이 안 와")),
            "yearning": Term("Reaching"),
        },
        always=("sad", "so sad"),
        songs=(),
    )
)


def senses(text, vocabulary=OWN):
    """Return the names of what a text stands for."""
    return [sense.name for sense in vocabulary.senses(text)]


def found(text, start=0):
    """Return the phrase at a place of a text: its words, what it stands for, and whether by name."""
    words = spell_out(text)
    phrase = OWN.find(words, start)
    return phrase and (" ".join(words[start : phrase.end]), [sense.name for sense in phrase.senses], phrase.is_name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("breakup", ["breakup"]),
        ("Break-Up", ["breakup"]),
        ("break up", ["breakup"]),
        ("splitup", ["breakup"]),
        ("ｂreakup", ["breakup"]),
        ("cant let go", ["breakup"]),
        ("cannot let go", ["breakup"]),
        ("can not let go", ["breakup"]),
        ("heartbreak", ["heartbreak", "breakup"]),  # of each kind one
        ("yearning", ["yearning", "longing"]),
        ("grief", ["grief"]),
        (normalize("NFD", "이별"), ["이별"]),
        ("보고 싶어", ["이별"]),
        ("잠이안와", ["이별"]),
        ("외로워요", ["이별"]),
        ("no friends", ["lonely"]),
        ("nofriends", []),
        ("sad", []),
        ("xyz", []),
        ("", []),
    ],
)
def test_senses(text, names):
    """A word stands for at most one term of each kind; its name comes first, then a theme."""
    assert senses(text) == names


def test_names_and_words_for_every_song():
    """Names are told from other words, whatever their spelling, and so are words for every song."""
    breakup = Sense("theme", "breakup")
    assert OWN.is_name("BREAK up", breakup)
    assert not OWN.is_name("dumped", breakup)
    assert not OWN.is_name("breakup", Sense("mood", "breakup"))
    assert OWN.is_always("SO SAD")
    assert not OWN.is_always("breakup")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("split up north", ("split up", ["breakup"], False)),
        ("split the north", ("split", ["lonely"], False)),
        ("breakup", ("breakup", ["breakup"], True)),
        ("heartbreak hotel", ("heartbreak", ["heartbreak", "breakup"], True)),
        ("so sad now", ("so sad", [], False)),
        ("not over", ("not over", ["breakup"], False)),
        ("not really over", ("not really over", ["breakup"], False)),
        ("not so very over", ("not so very over", ["breakup"], False)),
        ("not so very really over", ("not so very really over", ["breakup"], False)),
        ("not purple over", None),
        ("really not over", None),
        ("no friends", ("no friends", ["lonely"], False)),
        ("can't just let go", ("can not just let go", ["breakup"], False)),
        ("외로워요 이별", ("외로워요", ["이별"], False)),
        ("보고 싶어요 이별", ("보고 싶어요", ["이별"], False)),
        ("이별", ("이별", ["이별"], True)),
        ("이별은", ("이별은", ["이별"], False)),
        ("꿈", ("꿈", ["이별"], False)),
        ("꿈나무", None),
        ("외로", None),
        ("xyz", None),
    ],
)
def test_find(text, phrase):
    """The longest phrase is found, with words of degree inside it or another Korean ending."""
    assert found(text) == phrase


def test_every_word_of_the_built_in_catalog():
    """Each of its thousands of words leads to its term, also those with words of degree inside."""
    for terms in BUILT_IN.terms.values():
        for name, term in terms.items():
            for words in map(spell_out, term.also):
                phrase = BUILT_IN.find([*words, "xyzzy"], 0)
                assert phrase.end == len(words)
                assert name in [sense.name for sense in phrase.senses]


def test_a_no_is_not_joined_to_another_word():
    """Hope and less are not hopeless."""
    vocabulary = Vocabulary(load()._replace(themes={"despair": Term("Down", ("hopeless", "no hope"))}, moods={}))
    assert vocabulary.find(["hope", "less"], 0) is None
    assert vocabulary.find(["no", "hope"], 0).end == 2


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("brekup", "breakup"),  # dropped
        ("breakuup", "breakup"),  # doubled
        ("braekup", "breakup"),  # swapped
        ("brakup", "breakup"),
        ("breakupt", None),  # added
        ("braekuup", "breakup"),  # swapped, and a double letter is one
        ("rbeakup", None),  # the first letter
        ("breqkup", None),  # another letter
        ("hartbraek", "heartbreak"),  # two in a long word
        ("heartbreakt", "heartbreak"),  # added to a long word
        ("lonley", "lonely"),
        ("loely", None),  # as near to lovely
        ("dumpd", "breakup"),  # of another word
        ("byee", None),  # too short
        ("abandonned", "lonely"),
        ("encuoraginng", "hopeful"),
    ],
)
def test_typos(word, name):
    """A word is taken for a typo of one term, if letters were only dropped, doubled or swapped."""
    phrase = found(word)
    assert (phrase and phrase[1:]) == (name and ([name], False))


def test_typos_in_a_sentence():
    """Beside other words only a typo of a name is taken."""
    assert found("my brekup", 1) == ("brekup", ["breakup"], False)
    assert found("my dumpd", 1) is None


@pytest.mark.parametrize(
    "word",
    "lovely parking partying hearing butter lounging tinder noose blade homeless morning window longer years".split(),
)
def test_no_word_is_taken_for_a_merely_similar_one(word):
    """Words of their own are not taken for typos."""
    phrase = BUILT_IN.find([word], 0)
    assert phrase is None or BUILT_IN.senses(word)


@pytest.mark.parametrize(
    ("text", "names"),
    [("breqkup", ["breakup"]), ("lonelu", ["lonely"]), ("splitupp", ["breakup"]), ("xyzzy", []), ("dunped", [])],
)
def test_meant(text, names):
    """Other typos are offered: of a name one with another letter too."""
    assert [sense.name for sense in OWN.meant(text)] == names


@pytest.mark.parametrize(
    ("word", "name"), [("breakups", "breakup"), ("funerals", "grief"), ("byes", None), ("xyzzys", None)]
)
def test_plurals(word, name):
    """The plural of a word is the word, unless it is short."""
    phrase = found(word)
    assert (phrase and phrase[1]) == (name and [name])


# What sad people typed who did not know the vocabulary, and where it must lead.
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lonely", "lonely"),
        ("death", "grief"),
        ("cheating", "betrayal"),
        ("hope", "hopeful"),
        ("angry", "bitter"),
        ("divorce", "breakup"),
        ("goodbye", "parting"),
        ("depressed", "despairing"),
        ("crying", "heartbroken"),
        ("no friends", "lonely"),
        ("보고싶어", "longing"),
        ("ㅠㅠ", "heartbroken"),
        ("💔", "heartbroken"),
    ],
)
def test_words_that_people_type(text, name):
    """Everyday words lead to the theme or mood that they are about."""
    assert senses(text, BUILT_IN)[0] == name
