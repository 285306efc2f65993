"""Phrases of care: how they are written, where they count, and the plainest of the built-in ones."""

from typing import NamedTuple

import pytest
from conftest import steps

from sadkpop.care import CareList
from sadkpop.catalog import load


class Care(NamedTuple):
    """A block of care as a catalog has it."""

    phrases: tuple[str, ...]
    leads_to: str | None = "comfort"
    says: str = ""


DARK = Care(("sink", "want to sink", "drown*", "겨울잠", "눈", "먼 바다로 가"), "comfort", "Someone will listen.")
LOSS = Care(("lost + to drowning", "first snow"), "grief")
NONE = Care(("drown in work", "sink or swim", "kitchen sink"), None)
BLOCKS = CareList([DARK, LOSS, NONE])


def hears(phrase, text):
    """Tell whether a phrase counts in a text."""
    return CareList([Care((phrase,))]).heard([text]) is not None


@pytest.mark.parametrize(
    ("phrase", "heard", "missed"),
    [
        ("want to sink", "i really want to just sink please", "want them to sink"),
        ("do not want to stay", "I DONT wanna stay", "want to stay"),
        ("don't want to stay", "do not want to stay", "did not want to stay"),
        ("sink myself", "sink my self", "sink my selfie"),
        ("sink anymore", "sink any mooore", "sink any other"),
        ("keep sinking", "keep sniking", "keep isnking"),
        ("keep sinking", "keep sinkking", "keep inking"),
        ("want/wish to sink/fall", "wish to fall", "hope to fall"),
        ("can't/never swim", "never swim", "can swim"),
        ("can't/never swim", "cannot swim", "can not"),
        ("i … sink", "i want to sink", "i want us to sink"),
        ("better off + without me", "without me they are all better off", "without them i am better off"),
        ("better off + without me", "better off in any world without me", "better off " + "far " * 9 + "without me"),
        ("drown*", "drowning", "brown"),
        ("|sink|", "sink tonight", "sink or swim"),
        ("|sink|", "so tired. sink, please", "my sink"),
        ("|sink|", "right now sink", "now and then sink"),
        ("can't float |", "i can't float anymore", "can't float without you"),
        ("can't float |", "can't float. help me", "can't float on help"),
        ("멀리 가고 싶", "멀리가고 싶어요", "멀리 가고 있어"),
        ("멀리 가고 싶", "더멀리 가고싶다", "멀리 싶"),
        ("겨울잠", "겨울 잠을 자", "한겨울잠"),
        ("자살", "나자살", "감자살래"),
        ("겨울잠", "ㅠㅠ겨울잠ㅠㅠ", "ㅠㅠ"),
        ("want to sink", "i_want_to_sink<3", "want2sink"),
        ("want to sink", "want\u200bto\u3164sink\ufe0f", "want\u200dto sink"),
        ("kms", "k.m.s u", "k.m u"),
        ("먼 바다로", "저먼바다로 가", "저먼바다"),
        ("멀리/깊이 가고 싶", "깊이 가고 싶다", "높이 가고 싶다"),
        ("바다 + 깊이", "깊이 잠든 바다", "깊이 잠든 산"),
        ("바다 … 가고", "바다로 나 혼자 가고", "바다로 나 혼자 아주 멀리 가고"),
    ],
)
def test_phrase(phrase, heard, missed):
    """Signs in a phrase stand for other words, gaps and ends."""
    assert hears(phrase, heard)
    assert not hears(phrase, missed)


@pytest.mark.parametrize("typed", ["sinking", "sniking", "sinkking", "sinkng", "siinking", "sinkinng", "s1nk1ng"])
def test_typo_of_a_long_word(typed):
    """One letter dropped, added, doubled or swapped is a typo."""
    assert hears("sinking", typed)


@pytest.mark.parametrize("typed", ["sink", "sinked", "inking", "sinkings", "sibking", "snikking", "linking", "sinkin"])
def test_no_typo_of_a_long_word(typed):
    """Another first letter, letter or ending is another word."""
    assert not hears("sinking", typed)


@pytest.mark.parametrize(
    ("word", "typed", "is_typo"),
    [
        ("dive", "divve", True),
        ("dive", "dvie", True),
        ("dive", "diver", False),
        ("dive", "die", False),
        ("fall", "fal", True),
        ("off", "of", False),
        ("to", "too", True),
        ("drown*", "drwoning", True),
        ("drown*", "drownning", True),
        ("drown*", "drowing", True),
        ("drown*", "downing", True),
        ("drown*", "dorwning", True),
    ],
)
def test_typo(word, typed, is_typo):
    """In short words only a doubled or swapped letter is a typo, in stems as in words."""
    assert hears(word, typed) is is_typo


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("drowning", DARK),
        ("first snow", LOSS),
        ("first snow and drowning", DARK),  # the order of the blocks, not of the words
        ("lost her to drowning", LOSS),  # the longer phrase
        ("drown in work", None),
        ("kitchen sink", None),
        ("i want to sink or swim", None),  # silenced by a shared word
        ("kitchen sink, and i am drowning", DARK),  # only the one that shares a word is silenced
        ("nothing of the kind", None),
        ("", None),
    ],
)
def test_block_that_counts(text, block):
    """The first block counts, unless a longer phrase or one that leads nowhere stands there."""
    assert BLOCKS.heard([text]) is block


def test_longer_phrase_is_not_silenced_by_one_inside_it():
    """The longer phrase wins whichever block it belongs to."""
    blocks = CareList([Care(("left by the kitchen sink",)), NONE])
    assert blocks.heard(["left by the kitchen sink"])
    assert not blocks.heard(["by the kitchen sink"])


def test_block_never_hides_its_own_phrase():
    """A phrase inside a longer one of its own block still counts."""
    blocks = CareList([Care(("sink", "sink in the cold sea")), Care(("sea side",), None)])
    assert blocks.heard(["sink in the cold sea side"])


def test_texts_are_apart():
    """No phrase runs from one text into the next."""
    assert BLOCKS.heard(["first", "snow"]) is None
    assert BLOCKS.heard(["first snow", "drowning"]) is DARK
    assert BLOCKS.heard([]) is None


def test_list_without_blocks():
    """A catalog without care hears nothing."""
    assert CareList([]).heard(["drowning"]) is None
    assert not CareList([]).is_private("drowning 겨울")


@pytest.mark.parametrize("text", ["meolli gago sipeo", "meolligago sipeoyo", "na meolli gago sip da"])
def test_korean_by_ear(text):
    """Romanized Korean is heard where a word begins."""
    assert hears("멀리 가고 싶", text)


@pytest.mark.parametrize(("text", "is_heard"), [("dalbam", True), ("dalbam hana", False), ("i am cold", False)])
def test_short_korean_by_ear_is_the_whole_text(text, is_heard):
    """A short sound could be part of too many words."""
    assert hears("달밤", text) is is_heard


def test_phrase_that_leads_nowhere_is_not_heard_by_ear():
    """Only what leads somewhere is listened for."""
    assert CareList([Care(("멀리 가고 싶",), None)]).heard(["meolli gago sipeo"]) is None


@pytest.mark.parametrize(
    "text", ["drowning", "drown in work", "kitchen sink", "lost him to drowning", "first snow", "눈사람", "gyeouljam"]
)
def test_private(text):
    """What does not count is still not to be printed."""
    assert BLOCKS.is_private(text)


def test_private_where_other_words_stand_beside():
    """Words beside a phrase make no difference to what is printed."""
    blocks = CareList([Care(("|sink|", "can't float |"))])
    assert blocks.is_private("sink or swim")
    assert blocks.is_private("can't float without you")
    assert not blocks.is_private("sing or swim")


def test_phrases_that_lead_nowhere_are_not_private():
    """A false alarm by itself may be printed."""
    assert not CareList([NONE]).is_private("kitchen sink")


@pytest.mark.parametrize("text", ["sink ", "i want to ", "첫눈 ", "a, b. "])
def test_many_words(text):
    """Twice as many words take twice as long, whatever they are."""
    assert BLOCKS.heard([text * 200]) in (DARK, None)
    assert steps(BLOCKS.heard, [text * 200]) < 2.2 * steps(BLOCKS.heard, [text * 100])


def test_phrases_that_are_only_signs():
    """Signs without words are passed over."""
    assert CareList([Care(("|", "…", "*", "want …", "/"))]).heard(["want ? | *"])


@pytest.fixture(scope="module")
def built_in():
    """Return the care of the built-in catalog."""
    return CareList(load().care)


@pytest.mark.parametrize(
    ("text", "leads_to", "names_help"),
    [
        ("i want to die", "comfort", True),
        ("i dont wanna live anymore", "comfort", True),
        ("suicide", "comfort", True),
        ("everyone would be better off if i was gone", "comfort", True),
        ("nobody would care if i died", "comfort", True),
        ("unaliving myself", "comfort", True),
        ("don't wanna wake up", "comfort", True),
        ("사라지고 싶다", "comfort", True),
        ("죽어버리고 싶어", "comfort", True),
        ("jugo sipeo", "comfort", True),
        ("he raped me and it wasn't my fault", "comfort", True),
        ("my father hits me", "comfort", True),
        ("아빠한테 맞았어", "comfort", True),
        ("lost a friend to suicide", "grief", False),
        ("my dad died by suicide", "grief", False),
        ("miscarriage", "grief", False),
    ],
)
def test_built_in_list_hears(built_in, text, leads_to, names_help):
    """The plainest ways of saying it are answered."""
    care = built_in.heard([text])
    assert care.leads_to == leads_to
    assert ("findahelpline.com" in care.says) is names_help


@pytest.mark.parametrize(
    "text",
    """
    suicide squad, career suicide, exo overdose, to die for, die of laughing, ride or die, cutting ties,
    birth control pills, killing it, my phone died, cut my hair, we should end it, my mom died, want to diet,
    can't live without you, 감자살래, 주고 싶어, 멍 때리기, 배고파 죽겠어, Eyes Nose Lips
    """.split(","),
)
def test_built_in_list_lets_pass(built_in, text):
    """Words that only sound like it are not."""
    assert built_in.heard([text.strip()]) is None


def test_songs_and_vocabulary_are_not_private(built_in):
    """No title and no word of the vocabulary is kept from being printed."""
    catalog = load()
    words = [word for terms in (catalog.themes, catalog.moods) for term in terms.values() for word in term.also]
    names = [name for song in catalog.songs for name in (song.title, song.korean_title, song.artist, *song.aliases)]
    assert [text for text in (*words, *catalog.always, *names) if text and built_in.is_private(text)] == []
