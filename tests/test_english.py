"""The grammar of what people type."""

import re

import pytest

from sadkpop import english

KINDS = {
    "exclude": "anything but, instead of, without, no",
    "refuse": "do not want, rather not, not in the mood",
    "command": "skip, leave out",
    "question": "do not you, is not it",
    "deny": "did not, no one, no longer, stopped being",
    "reach": "not sure, do not think, i doubt",
    "pass": "can not believe, never got to, do not want to be, no wonder, miss the bus",
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind):
    """Each kind of no has its phrases, spread from the choices in them."""
    assert {english.NOES.get(phrase) for phrase in KINDS[kind].split(", ")} == {kind}


def test_every_no_is_spelled_out():
    """What is typed is spelled out before it is looked up, so a phrase that is not would never be found."""
    assert [phrase for phrase in english.NOES if " ".join(english.spell_out(phrase)) != phrase] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("can't cannot cant CAN’T can´t", "can not can not can not can not can not"),
        ("i'm im they've hes didnt didn't", "i am i am they have he is did not did not"),
        ("well were hell whom here", "well were hell whom here"),
        ("wanna gonna u noone", "want to going to you no one"),
        ("w/o b/c lonely/sad help!!please", "without because lonely sad help please"),
        ("sooooo d1e", "so die"),
        ("😭😭😭 💔🥀 :( ㅠㅠ ❤️‍🩹 🙏🏽", "😭 💔 🥀 :( ㅠ ❤‍🩹 🙏🏽"),
        ("... - &", ""),
        ("#\ufe0f\u20e3 \ufe0f", "# \u20e3"),
    ],
)
def test_spell_out(text, words):
    """Contractions, chat spellings and repeated signs have one spelling."""
    assert english.spell_out(text) == words.split()


def test_what_means_nothing():
    """The words that begin, end and fill a clause are among those that mean nothing; words that tell are not."""
    for words in (english.ENDS, english.SUBJECTS, english.PERSONS, english.WANTING, english.INNER, english.NUMBERS):
        assert english.SMALL.issuperset(words)
    assert english.SMALL.isdisjoint("lonely hope better breakup potato reason".split())


def test_numbers():
    """Numbers are known in words."""
    assert [english.NUMBERS[word] for word in "a one five fifteen twenty".split()] == [1, 1, 5, 15, 20]


@pytest.mark.parametrize(
    "text",
    "말고 빼고 은빼고 이아니라 노래말고 얘기는하지마 거아닌 만아니면 없는노래 얘기없는 노래는싫어 "
    "에관한노래는듣고싶지않아 지않은노래".split(),
)
def test_korean_exclusions(text):
    """What stands behind a term, blanks aside, and excludes it."""
    assert re.match(english.KOREAN_EXCLUSION, text)
    assert not re.match(english.KOREAN_DENIAL, "노래")


@pytest.mark.parametrize("text", "지않아 하지못해 지는않은데 이없어 아니야 거아니야 안해 못해 이안나 지마".split())
def test_korean_denials(text):
    """What stands behind a term, blanks aside, and denies it."""
    assert re.match(english.KOREAN_DENIAL, text)
    assert not re.match(english.KOREAN_EXCLUSION, text)


@pytest.mark.parametrize("text", ["노래", "친구", "정말", "안녕", "못참겠어"])
def test_other_korean(text):
    """Other words say no no."""
    assert not re.match(f"{english.KOREAN_EXCLUSION}|{english.KOREAN_DENIAL}", text)
