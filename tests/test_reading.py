"""What a sentence asks for, leaves out and denies."""

from unicodedata import normalize

import pytest
from conftest import steps

from sadkpop.catalog import Term, load
from sadkpop.reading import read
from sadkpop.vocabulary import Vocabulary


def vocabulary(themes, moods, always=()):
    """Return a vocabulary of terms, each with a text of other words."""
    terms = [
        {name: Term("A meaning", tuple(words.split(", ")) if words else ()) for name, words in kind.items()}
        for kind in (themes, moods)
    ]
    return Vocabulary(load()._replace(themes=terms[0], moods=terms[1], always=always, songs=()))


BUILT_IN = Vocabulary(load())
OWN = vocabulary(
    {
        "breakup": "dumped, split up, broke up, divorce, my ex, he left, heartbreak, 이별",
        "betrayal": "cheat, cheated, cheating, lied",
        "regret": "my fault, forgive, 후회",
        "longing": "miss, i miss, miss him, can't move on, can't get over, want him back, 그리움",
        "grief": "died, death, passed away, funeral",
        "healing": "heal, moved on",
        "comfort": "tired, can't cope, 위로",
        "parting": "goodbye",
    },
    {
        "lonely": "alone, so alone, no one, nobody, no friends, nobody loves me, 외로워, 외롭, 친구가 없어",
        "despairing": "empty, hopeless, no hope, not okay, despair, 우울",
        "heartbroken": "heartbreak, cry, cried, crying, tears, 눈물, 😭, :(",
        "bitter": "angry, not fair, jealous",
        "hopeful": "hope, happy, better, gets better, get better, 행복",
        "hollow": "doubt",
    },
    ("sad", "song", "songs", "노래", "슬픈"),
)


def names(matches):
    """Return the names of what was matched, those of words for every song aside."""
    return " ".join(dict.fromkeys(match.sense.name for match in matches if match.sense))


def summary(text, vocabulary=OWN):
    """Return the terms that are wanted, and those that are left out."""
    reading = read(vocabulary, text.split(" "))
    return names(reading.wanted), names(reading.left_out)


@pytest.mark.parametrize(
    "text",
    """no breakup
    not a breakup
    no breakup songs please
    please, no breakup
    anything but breakup
    except breakup
    without a breakup
    w/o breakup
    don't want breakup
    dont want breakup
    i don't want any breakup songs
    i do not need a breakup
    please don't play breakup songs
    i'm not in the mood for breakup
    i'm not really looking for breakup songs
    nothing about breakup
    no more breakup songs
    no sad breakup songs
    songs that are not about breakup
    i need music that isn't about breakup
    i'm alive, no breakup
    it's not about breakup
    skip the breakup
    please leave out breakup
    none of that breakup stuff
    music that doesn't sound like the breakup
    can't listen to breakup songs
    i can't do breakup songs
    minus breakup
    other than breakup
    apart from breakup
    이별 말고
    이별말고
    이별은 빼고
    이별 노래 말고
    이별이 아닌 노래
    이별 얘기 말고""".split("\n"),
)
def test_requests_leave_out(text):
    """A no in a request leaves out the term behind it, in Korean the one before it."""
    assert summary(text.strip()) == ("", "breakup")


@pytest.mark.parametrize(
    ("text", "wanted", "left_out"),
    [
        ("healing no breakup", "healing", "breakup"),
        ("lonely no breakup", "lonely", "breakup"),
        ("lonely but not about a breakup", "lonely", "breakup"),
        ("hopeful rather than despairing", "hopeful", "despairing"),
        ("hopeful instead of bitter", "hopeful", "bitter"),
        ("more hope less despair", "hopeful", "despairing"),
        ("i want to feel hopeful not lonely", "hopeful", "lonely"),
        ("not lonely, just tired", "comfort", "lonely"),
        ("not lonely just tired", "comfort", "lonely"),
        ("no just lonely", "lonely", ""),
        ("neither angry nor lonely", "", "bitter lonely"),
        ("no grief or breakup songs", "", "grief breakup"),
        ("no grief songs and a hug, lonely", "lonely", "grief"),
        ("no grief, lonely", "lonely", "grief"),
        ("i missed my deadline but skip grief", "", "grief"),
        ("no grief lonely", "lonely", "grief"),
        ("no grief/lonely", "lonely", "grief"),
        ("no dog and no grief", "", "grief"),
        ("no heartbreak", "", "breakup heartbroken"),
        ("no brekup", "", "breakup"),
        ("not a breakup, a divorce", "breakup", ""),
        ("songs not about a breakup, a divorce", "breakup", ""),
        (f"not dumped{' please' * 30}", "", "breakup"),
        ("not as lonely as last year", "", "lonely"),
        ("not because of a breakup", "", "breakup"),
        ("nothing too bitter", "", "bitter"),
        ("nothing sad about death", "", "grief"),
        ("lonely, skip grief and drop the angry ones", "lonely", "grief bitter"),
        ("not only angry", "bitter", ""),
        ("hopeful ok, breakup no", "hopeful", "breakup"),
        ("grief? no. lonely? yes", "lonely", "grief"),
        ("no breakup songs, he left", "", "breakup"),
        ("he left, no breakup songs", "", "breakup"),
        ("hopeful songs, never angry ones", "hopeful", "bitter"),
        ("이별에 관한 노래는 듣고 싶지 않아요", "", "breakup"),
        ("우울한 노래는 싫어", "", "despairing"),
        ("외롭지 않은 노래", "", "lonely"),
        ("이별 말고 그리움", "longing", "breakup"),
        ("이별이 아니라 그리움", "longing", "breakup"),
        ("눈물 나는 거 말고 위로", "comfort", "heartbroken"),
        ("이별 후회 말고", "breakup", "regret"),
    ],
)
def test_a_no_takes_the_next_term(text, wanted, left_out):
    """A no takes one term of its clause, and those joined to it; what is wanted anywhere is not left out."""
    assert summary(text) == (wanted, left_out)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("it doesn't get better", ""),
        ("it never gets better", ""),
        ("nothing gets better", ""),
        ("i can't be happy", ""),
        ("why can't i be happy", ""),
        ("why don't i miss him", ""),
        ("it wasn't my fault", ""),
        ("he didn't cheat", ""),
        ("he didn't cheat but he left", "breakup"),
        ("i haven't moved on", ""),
        ("we didn't break up", ""),
        ("i'm never lonely", ""),
        ("i'm not lonely", ""),
        ("im not lonely, im just alone tonight", "lonely"),
        ("my mom isn't angry", ""),
        ("nobody died im just tired", "comfort"),
        ("no one died", ""),
        ("no reason to be happy", ""),
        ("i have no reason to be happy", ""),
        ("i am not as happy as i was", ""),
        ("he doesn't want a divorce", ""),
        ("he won't heal and i cry", "heartbroken"),
        ("i'm not angry or jealous", ""),
        ("i'm not sad or lonely", ""),
        ("make me stop crying", "heartbroken"),
        ("i'm not angry i miss you", "longing"),
        ("i don't want him back", ""),
        ("i don't think i'll ever heal", ""),
        ("i don't think that he will ever heal", ""),
        ("i don't see how this gets better", ""),
        ("i don't think about the funeral", ""),
        ("nobody was with us in a funeral", ""),
        ("nobody saw the funeral", ""),
        ("i want to never hear about the funeral", ""),
        ("i'm not sure i can heal", ""),
        ("i doubt it gets better", ""),
        ("don't tell me it gets better", ""),
        ("the doctors could not heal him", ""),
        ("she never lied to me, she died", "grief"),
        ("he packed and went without a goodbye", ""),
        ("안 외로워", ""),
        ("외롭지 않아", ""),
        ("외롭지는 않은데 우울해", "despairing"),
        ("행복하지 못해", ""),
        ("행복하지않아", ""),
        ("이별 아니야", ""),
        ("후회 안 해", ""),
        ("행복이 없어", ""),
    ],
)
def test_stories_deny(text, wanted):
    """A no in a story takes the meaning away: the term is neither wanted nor left out."""
    assert summary(text) == (wanted, "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("i can't believe he cheated", "betrayal"),
        ("i cannot even handle this breakup", "breakup"),
        ("can't cope with death", "comfort grief"),
        ("i never got to say goodbye", "parting"),
        ("i didn't get to say goodbye", "parting"),
        ("never felt so alone", "lonely"),
        ("i've never been so angry", "bitter"),
        ("no wonder i'm lonely", "lonely"),
        ("no matter what i do i cry", "heartbroken"),
        ("not gonna lie i miss him", "longing"),
        ("ngl i miss him", "longing"),
        ("i don't know how to heal", "healing"),
        ("i don't want to be alone", "lonely"),
        ("i dont wanna feel lonely anymore", "lonely"),
        ("not only angry but lonely too", "bitter lonely"),
        ("he left without saying goodbye", "breakup parting"),
        ("can't listen to it without crying", "heartbroken"),
        ("cant go a day without crying", "heartbroken"),
        ("don't you miss him", "longing"),
        ("doesn't anybody else feel lonely", "lonely"),
        ("isn't it sad that he left", "breakup"),
        ("i can't not cry", "heartbroken"),
        ("i never thought he would cheat", "betrayal"),
        ("i didn't think he would cheat", "betrayal"),
        ("i wasn't there when she died", "grief"),
        ("he did not call and i miss him", "longing"),
        ("he isn't here, i cry", "heartbroken"),
        ("i don't think he called i miss him", "longing"),
        ("nobody came to the funeral", "grief"),
        ("i can't talk to anyone about my divorce", "breakup"),
        ("he never apologized for cheating", "betrayal"),
        ("i didn't choose to be alone", "lonely"),
        ("i'm not okay", "despairing"),
        ("im not really okay", "despairing"),
        ("not so very okay", "despairing"),
        ("i have no hope", "despairing"),
        ("no friends", "lonely"),
        ("it isn't fair", "bitter"),
        ("i cannot get over him", "longing"),
        ("i can not move on", "longing"),
        ("i have no one", "lonely"),
        ("nobody", "lonely"),
        ("noone", "lonely"),
        ("ain't nobody here", "lonely"),
        ("nobody loves me", "lonely"),
        ("my doubt", "hollow"),
        ("친구가 없어", "lonely"),
    ],
)
def test_what_only_looks_like_a_no(text, wanted):
    """Phrases of the vocabulary come first, and some noes deny nothing."""
    assert summary(text) == (wanted, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pick no breakup", ("", "breakup")),
        ("without a breakup", ("", "breakup")),
        ("anything but a breakup about cheating", ("", "breakup betrayal")),
        ("i miss him, but not about someone who died", ("longing", "grief")),
        ("후회나 이별 말고 외로워", ("lonely", "regret breakup")),
        ("이별 말고", ("", "breakup")),
        ("i have no one", ("lonely", "")),
        ("i'm not okay", ("despairing", "")),
        ("no hope", ("despairing", "")),
        ("외로워ㅠㅠ", ("lonely heartbroken", "")),
        ("#\ufe0f\u20e3 \ufe0f", ("", "")),
        ("more hope less despair", ("hopeful", "despairing")),
        ("i'm not lonely, i'm just alone tonight", ("lonely", "")),
        ("i'm never lonely", ("", "")),
        ("i don't want breakup, i want hope", ("hopeful", "breakup")),
    ],
)
def test_built_in_catalog(text, expected):
    """The built-in vocabulary has its noes heard too."""
    assert summary(text, BUILT_IN) == expected


@pytest.mark.parametrize(
    "text", ["lovely", "a lovely day", "parking", "hearing voices", "butter", "tinder", "lounging"]
)
def test_words_of_their_own(text):
    """A word that resembles another is not taken for it."""
    assert names(read(BUILT_IN, [text]).wanted) == ""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("3 songs", 3),
        ("five lonely songs", 5),
        ("give me five really sad songs", 5),
        ("twenty tracks", 20),
        ("i want 2 songs about my ex", 2),
        ("a song", 1),
        ("one sad track", 1),
        ("a lonely song", 1),
        ("an angry song", 1),
        ("random", 1),
        ("surprise me", 1),
        ("anything", 1),
        ("just one", 1),
        ("any song", 1),
        ("a dozen songs", 12),
        ("twenty five songs", 25),
        ("surprise me with 3 songs", 3),
        ("3 random songs", 3),
        ("five songs about someone i lost", 5),
        ("me a song", 1),
        ("3 split up songs", 3),
        ("이별 노래 3곡", 3),
        ("whatever", 1),
        ("아무거나", 1),
        ("3", None),
        ("a few songs", None),
        ("3 song", 3),
        ("a songs", None),
        ("0 songs", None),
        ("two of those songs", None),
        ("3 years, songs", None),
        ("3 old purple songs", None),
        ("i heard a song", None),
        ("he left 3 songs", None),
        ("songs", None),
        ("surprise", None),
    ],
)
def test_count(text, count):
    """A number before songs is how many are asked for, but not in a story."""
    assert read(OWN, text.split()).number == count


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("i feel so lonely", ()),
        ("my sister feels lonely", ()),
        ("the purple lonely Potato!", ("purple", "Potato")),
        ("lonely lonely potato potato", ("potato",)),
        ("pick 3", ("3",)),
        ("3 songs", ()),
        ("ab lonely", ()),
        ("i don't like pineapple, but lonely", ()),
        ("without potato", ()),
        ("이별 노래 말고", ()),
        ("외롭지 않았는데", ()),
        ("hasn't wouldn't never no", ()),
        ("my dog died on tuesday", ()),
        ("she walked out of the funeral", ()),
        ("", ()),
        (" , ", ()),
        ("!!", ()),
    ],
)
def test_unknown(text, unknown):
    """Small words, persons, noes and what they deny are not worth naming."""
    assert read(OWN, [text]).unknown == unknown


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("so lonley", [("lonley", "lonely", False)]),
        ("Lonely", [("Lonely", "lonely", True)]),
        ('"split-up"', [("split-up", "breakup", False)]),
        ("my ex & Death", [("my ex", "breakup", False), ("Death", "grief", False)]),
        ("it isn't  fair", [("isn't  fair", "bitter", False)]),
        ("sad songs", [("sad", None, False), ("songs", None, False)]),
        ("lonely/angry", [("lonely", "lonely", True), ("angry", "bitter", False)]),
        ("split,up", []),
        ("😭😭😭", [("😭😭😭", "heartbroken", False)]),
        (":( lonely", [(":(", "heartbroken", False), ("lonely", "lonely", True)]),
        (normalize("NFD", "이별"), [(normalize("NFD", "이별"), "breakup", False)]),
        ("외로워요 이별", [("외로워요", "lonely", False), ("이별", "breakup", False)]),
        ("dumpd", [("dumpd", "breakup", False)]),
        ("purple dumpd", []),
    ],
)
def test_matches(text, matches):
    """A match says what was typed for it and whether it is a name."""
    found = read(OWN, [text]).wanted
    assert [(match.typed, match.sense and match.sense.name, match.is_name) for match in found] == matches


def test_a_word_for_every_song_is_left_out():
    """It is reported, and leaves the no to the term behind it."""
    left_out = read(OWN, ["no sad songs about death"]).left_out
    assert [(match.typed, match.is_name) for match in left_out] == [("sad", False), ("death", False)]


@pytest.mark.parametrize(
    ("text", "wanted", "left_out"),
    [
        ("without", "blue", ""),
        ("not", "not", ""),
        ("without blue", "", "blue"),
        ("not blue", "", "blue"),
        ("blue without", "blue", ""),
        ("without not", "blue not", ""),
        ("not not not", "not", ""),
    ],
)
def test_a_catalog_whose_words_say_no(text, wanted, left_out):
    """A no with no term behind it is a word of its own."""
    assert summary(text, vocabulary({"blue": "without"}, {"not": ""})) == (wanted, left_out)


@pytest.mark.parametrize("words", ["not", "a", "no x", "lonely and", "one", "이별은 말고", "nobody", "xyzzy"])
def test_many_words(words):
    """Twice as many words take twice as long, whatever they are."""
    some = words.split() * 40
    assert steps(read, OWN, some * 2) < 2.2 * steps(read, OWN, some)
