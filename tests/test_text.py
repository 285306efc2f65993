"""Text compared, printed and misspelled."""

from unicodedata import normalize

import pytest

from sadkpop.text import fold, slips


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ROSÉ", "rose"),
        ("Déjà Vu", "deja vu"),
        ("비가 와", normalize("NFD", "비가 와")),
        ("ＢＴＯＢ", "btob"),
        ("Straße", "strasse"),
        ("İz", "iz"),
        ("Eyes, Nose_Lips", "eyes noselips"),
        ("  a\t b\u3000", "a b"),
        ("Zico feat. Luna", "zico ft luna"),
        ("Zico Featuring Luna", "zico feat luna"),
        ("ﾡ", "ㄱ"),  # half width
        ("\u1100", "ㄱ"),  # the one that begins a syllable
        ("\u11a8", "ㄱ"),  # and the one that ends it
        ("ㄳ", "ㄱㅅ"),
        ("\uffa3", "ㄱㅅ"),
        ("가ㄳ", "가ㄱㅅ"),
        ("❤️", "❤"),
        ("？", "?"),
    ],
)
def test_the_same_text(one, other):
    """What a person would call the same folds alike."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("は", "ば"), ("♥", "♡"), ("?", "!"), ("feature", "feat"), ("a b", "ab")])
def test_different_text(one, other):
    """What a person would tell apart does not."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_blank_text(text):
    """Blanks alone are nothing."""
    assert fold(text) == ""


WORDS = """
    healing parting pretend fail beside breakup hopeful yearning wildflower goblin artist heartbroken 외로움 이별
""".split()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brekup", "breakup"),
        ("brekaup", "breakup"),
        ("bleakup", "breakup"),
        ("breeakup", "breakup"),
        ("hopfull", "hopeful"),
        ("HOPEFULLL", "hopeful"),
        ("yaerning", "yearning"),
        ("wildflowr", "wildflower"),
        ("wild flowr", "wildflower"),
        ("goblni", "goblin"),
        ("artits", "artist"),
        ("hartbroken", "heartbroken"),
        ("hartbrokn", "heartbroken"),
        ("외러움", "외로움"),
        (normalize("NFD", "외러움"), "외로움"),
    ],
)
def test_slips(typed, meant):
    """A letter dropped, added, swapped or mistaken is a slip, two in a long word, and doubled letters do not count."""
    assert slips(typed, WORDS) == [meant]


@pytest.mark.parametrize(
    "typed",
    [*"cheating crying depressed friends family suicide goal hartbrkn dopeful brkp 이발 xyz".split(), "", "a" * 5000],
)
def test_no_slips(typed):
    """What is merely similar is no slip, nor is a short word or one that begins otherwise."""
    assert slips(typed, WORDS) == []


def test_slips_without_mistaken_letters():
    """Where words are many, a letter that is another is taken for another word."""
    assert slips("blade", ["blame"]) == ["blame"]
    assert slips("blade", ["blame"], mistaken=False) == []
    assert slips("blmae", ["blame"], mistaken=False) == ["blame"]


def test_the_nearest_slips():
    """Of several words the nearest are returned, all that are as near, in their order."""
    assert slips("hopless", ["hopes", "hopeless"]) == ["hopeless"]
    assert slips("fallling", ["failing", "falling", "filling"]) == ["falling"]
    assert slips("faxling", ["failing", "falling"]) == ["failing", "falling"]
