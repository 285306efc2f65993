"""Text compared, printed and misspelled."""

from unicodedata import normalize

import pytest

from sadkpop.text import (
    command_line,
    escape,
    fold,
    is_printable,
    letters,
    operands,
    quoted,
    split_words,
    symbols,
    typos,
    whole_number,
)


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
def test_typos(typed, meant):
    """A letter dropped, added, swapped or mistaken is a typo, two in a long word, and doubled letters do not count."""
    assert typos(typed, WORDS) == [meant]


@pytest.mark.parametrize(
    "typed",
    [*"cheating crying depressed friends family suicide goal hartbrkn dopeful brkp 이발 xyz".split(), ""],
)
def test_words_that_are_merely_similar(typed):
    """What is merely similar is not a typo, nor is a short word or one that begins otherwise."""
    assert typos(typed, WORDS) == []


def test_typos_without_mistaken_letters():
    """Where words are many, a letter that is another is taken for another word."""
    assert typos("blade", ["blame"]) == ["blame"]
    assert typos("blade", ["blame"], mistaken=False) == []
    assert typos("blmae", ["blame"], mistaken=False) == ["blame"]


def test_the_nearest_typos():
    """Of several words the nearest are returned, all that are as near, in their order."""
    assert typos("hopless", ["hopes", "hopeless"]) == ["hopeless"]
    assert typos("fallling", ["failing", "falling", "filling"]) == ["falling"]
    assert typos("faxling", ["failing", "falling"]) == ["failing", "falling"]


def test_typos_of_short_words():
    """Of words with fewer letters there is a typo where that is allowed."""
    assert typos("lst", ["list", "last"], mistaken=False) == []
    assert typos("lst", ["list"], mistaken=False, least=3) == ["list"]
    assert typos("l", ["list"], least=1) == []


@pytest.mark.parametrize("text", ["plain", "한글", "a b", "👩‍👩‍👧", "\u200d", "é", ""])
def test_printable_text_is_kept(text):
    """What harms nobody is printed as it is."""
    assert is_printable(text)
    assert escape(text) == text


UNSAFE = [
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0xD800,
]


def test_unprintable_text_is_escaped():
    """What could drive a terminal, turn a line around or not be encoded is shown as what it is."""
    shown = {f"a{chr(code)}b": f"a{chr(code).encode('unicode_escape').decode()}b" for code in UNSAFE}
    assert list(filter(is_printable, shown)) == []
    assert {text: escape(text) for text in shown} == shown
    assert {text: quoted(text) for text in shown} == {text: f'"{escaped}"' for text, escaped in shown.items()}


def test_long_text_loses_its_middle():
    """Of a text 80 characters are shown; of a longer one, its beginning and its end."""
    start, end = "b" * 40, "q" * 40
    assert escape(f"{start}{end}") == f"{start}{end}"
    assert escape(f"{start}z{end}") == f"{start}…{end}"
    assert escape("abcdef", limit=4) == "ab…ef"


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("03", 3), ("999999999", 999999999), ("1" * 10, 0), ("-1", 0), ("1.0", 0), ("٣", 0), ("²", 0), ("", 0)],
)
def test_whole_numbers(text, number):
    """A number of up to nine digits; nothing else is one."""
    assert whole_number(text) == number


def test_split_words():
    """Words have commas between them, of any script, and no blanks around them; nothing is no word."""
    assert split_words(" a b, c，d、 e ,, ") == ("a b", "c", "d", "e")
    assert split_words("") == split_words(" , ") == ()


def test_letters_and_symbols():
    """Without spaces, or as they are but for width and form."""
    assert letters("Break-Up Now") == "breakupnow"
    assert symbols("？❤️") == "?❤"


def test_command_lines():
    """A command is in backticks, quoted for a shell, and names the catalog if it is handed one."""
    assert command_line("pick", "my ex", "a;b") == "`sadkpop pick 'my ex' 'a;b'`"
    assert command_line("list", catalog="my songs.yaml") == "`sadkpop --catalog 'my songs.yaml' list`"


def test_operands():
    """Words that begin with a dash stand behind two."""
    assert operands(["a", "b-c"]) == ["a", "b-c"]
    assert operands(["a", "-b"]) == ["--", "a", "-b"]
    assert operands([]) == []
