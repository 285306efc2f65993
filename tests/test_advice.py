"""What is said of the commonest mistakes of YAML, of which the parser says only that it stopped."""

import pytest
import yaml
from conftest import SONG, VOCABULARY

from sadkpop.catalog import CatalogError, load

MARKS = "needs quotation marks: "
OTHERS = "needs the other quotation marks: "


@pytest.fixture
def problem(catalog):
    """Return what is wrong with a text, with its line."""

    def problem(text):
        path = catalog(text)
        with pytest.raises(CatalogError) as caught:
            load(path)
        [found] = caught.value.problems
        return found.removeprefix(f"{path}:")

    return problem


@pytest.mark.parametrize(
    ("was", "becomes", "advice"),
    [
        ("title: Rain", "title:Rain", '10: "title:Rain" needs a space after the colon'),
        ("title: Rain", "title：Rain", '10: "title：Rain" needs a plain colon and a plain space after the name'),
        ("title: Rain", "title:\u00a0Rain",
         '10: "title:\u00a0Rain" needs a plain colon and a plain space after the name'),
        ("- number", "-number", '9: "-number: 1" needs a space after the dash'),
        ("    artist", "\tartist", '11: "artist: Somebody" needs spaces instead of the tab at its start'),
        ("Rain", "Rain: two", f'10: title {MARKS}"Rain: two"'),
        ("It rains.", "It's \"over\", he says: bye",
         "14: blurb needs quotation marks: >- and the text below, indented more"),
        ("It rains.", "It rains all day\n      and he says: too late",
         "15: blurb: a text with a colon in it needs quotation marks, or >- and its lines below"),
        ("Rain", '"Rain" again', f"10: title {OTHERS}'\"Rain\" again'"),
        ("Rain", "'Rain' again", f"10: title {OTHERS}\"'Rain' again\""),
        ("Rain", '"Rain', '10: title: the quotation mark is never closed: write "Rain"'),
        ("Rain", "'Rain", '10: title: the quotation mark is never closed: write "Rain"'),
        ("Rain", "@Rain", f'10: title {MARKS}"@Rain"'),
        ("Rain", "%Rain", f'10: title {MARKS}"%Rain"'),
        ("Rain", "> Rain", f'10: title {MARKS}"> Rain"'),
        ("Rain", "[Rain] x", f'10: title {MARKS}"[Rain] x"'),
        ("[breakup]", "[breakup", "12: themes: [ is not closed: add ], or quotation marks if it is a text"),
        ("Rain", "{Rain", "10: title: { is not closed: add }, or quotation marks if it is a text"),
        ("artist:", "aliases: [Love #1, x]\n    artist:",
         '11: "#1, x]" is a comment to YAML: put quotation marks around the text with # in it'),
        ("It rains.", "It rains #1\n      all day",
         '14: "#1" is a comment to YAML: put quotation marks around the text with # in it'),
        ("    artist", "   artist",
         "11: artist begins in column 4, the field above in column 5: make them the same"),
        ("    artist", "     artist",
         "11: artist begins in column 6, the field above in column 5: make them the same"),
        ("\nmoods:", "\n moods:", "5: moods must begin at the left edge"),
        ("    moods:", "   moods:",
         "13: moods begins in column 4, the field above in column 5: make them the same"),
        ("memory: It was", "memory:It was", '4: "memory:It was" needs a space after the colon'),
        ("R", "R\x07", "10: this line has a control character (U+0007): delete it, or save the file as UTF-8"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_yaml_mistakes_are_explained(problem, was, becomes, advice, end):
    """The commonest mistakes are reported on their own line, with what to write instead."""
    text = f"{VOCABULARY}songs:{SONG}"
    assert was in text
    assert problem(text.replace(was, becomes, 1).replace("\n", end)) == advice


def test_other_mistakes_have_the_words_of_the_parser(problem):
    """What is no common mistake is reported in the parser's own words."""
    assert problem(f'{VOCABULARY}songs: "\\q"') == "8: not valid YAML: found unknown escape character"


def test_dash_in_the_wrong_place(problem):
    """A song that begins further right is not said to have a field in the wrong place."""
    second = SONG.replace("  - number: 1", "   - number: 2").lstrip("\n")
    assert problem(f"{VOCABULARY}songs:{SONG}{second}").startswith("15: not valid YAML: ")


def test_advice_without_libyaml(problem, monkeypatch):
    """Where PyYAML is built without libyaml, the advice is the same."""
    monkeypatch.delattr(yaml, "CBaseLoader")
    assert problem(f"{VOCABULARY}songs:{SONG}".replace("Rain", "Rain: two")) == f'10: title {MARKS}"Rain: two"'


@pytest.mark.parametrize(("was", "becomes"), [("    artist", "   arti\u202est"), ("title: Rain", "ti\ttle: [Rain")])
def test_advice_beside_control_characters(problem, was, becomes):
    """What is said of a mistake drives no terminal, whatever stands beside it."""
    assert problem(f"{VOCABULARY}songs:{SONG}".replace(was, becomes)).isprintable()
