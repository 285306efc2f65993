"""The core: a catalog is loaded as songs and the vocabulary that describes them."""

import zipfile

import pytest
from conftest import CHECKOUT, SONG, VOCABULARY

from sadkpop.catalog import Care, CatalogError, Song, Term, UnreadableCatalog, load

FULL = """
themes:
  breakup:
    meaning: It is over
    also: >-
      dumped, split up，it's over、
      이별,

      헤어졌어
  memory: It was
moods:
  heavy:
    meaning: At the bottom
    also: [dumped, "well, well"]
  light: At the top
always: sad, so sad
care:
  - words: want to die, A + B, suicid*
    leads_to: memory
    says: >-
      Call
      somebody.
  - words: [to die for]
quiet: Somebody listens.
songs:
"""


def test_song(catalog):
    """A song has the fields of the file; the optional ones are None or empty if they are missing."""
    [song] = load(catalog()).songs
    assert song == Song(1, "Rain", None, "Somebody", None, (), (), ("breakup",), ("heavy",), "It rains.", None)


def test_terms(catalog):
    """A term is its meaning alone, or has other words: a text with commas, or a list for words with a comma."""
    loaded = load(catalog(FULL + SONG))
    assert list(loaded.themes) == ["breakup", "memory"]
    assert loaded.themes["breakup"].meaning == "It is over"
    assert loaded.themes["breakup"].also == ("dumped", "split up", "it's over", "이별", "헤어졌어")
    assert loaded.themes["memory"] == Term("It was")
    assert loaded.themes["memory"].also == ()
    assert loaded.moods["heavy"].also == ("dumped", "well, well")


def test_words_for_every_song_care_and_quiet(catalog):
    """The rest of a catalog is optional, and read as written."""
    loaded = load(catalog(FULL + SONG))
    assert loaded.always == ("sad", "so sad")
    assert loaded.care == (
        Care("want to die, A + B, suicid*", "memory", "Call somebody."),
        Care(("to die for",), None, ""),
    )
    assert [care.phrases for care in loaded.care] == [("want to die", "A + B", "suicid*"), ("to die for",)]
    assert loaded.quiet == "Somebody listens."
    plain = load(catalog())
    assert (plain.always, plain.care, plain.quiet) == ((), (), "")


def test_url_is_a_search_for_artist_and_titles(catalog):
    """The link is plain ASCII and asks for artist, title and Korean title."""
    [song] = load(catalog(songs=SONG + "    korean_title: 비\n")).songs
    assert song.query == "Somebody Rain 비"
    assert song.url == "https://www.youtube.com/results?search_query=Somebody+Rain+%EB%B9%84"
    [song] = load(catalog()).songs
    assert song.url.endswith("=Somebody+Rain")


def test_url_is_the_link_of_a_song_that_has_one(catalog):
    """A link of its own goes before a search, which can still be asked for."""
    [song] = load(catalog(songs=SONG + "    link: https://example.org/rain?v=1#t=3\n")).songs
    assert song.url == song.link == "https://example.org/rain?v=1#t=3"
    assert song.query == "Somebody Rain"


@pytest.mark.parametrize(
    ("artist", "title", "query"),
    [
        ("IU", "Memories -Reload-", "IU Memories Reload-"),
        ("-A- --B", "- C", "A- B C"),
        ("A|B", '"C" “D”', "A B C D"),
        ("G-Dragon", "Rain", "G-Dragon Rain"),
    ],
)
def test_no_word_of_a_query_is_an_operator(artist, title, query):
    """To a search a hyphen before a word means without it, a bar either of two, and quotation marks this very text."""
    assert Song(1, title, None, artist, None, (), (), (), (), "").query == query


def test_errors_tell_an_unreadable_file_from_a_broken_one(catalog, tmp_path):
    """Both errors have their sentences in `problems`, and as their text."""
    with pytest.raises(UnreadableCatalog) as unreadable:
        load(tmp_path / "none.yaml")
    assert unreadable.value.problems == (f"Cannot read {tmp_path / 'none.yaml'}: no such file",)
    with pytest.raises(CatalogError) as broken:
        load(catalog(VOCABULARY))
    assert not isinstance(broken.value, UnreadableCatalog)
    assert str(broken.value) == "\n".join(broken.value.problems)


def test_built_in_catalog_in_a_zip_application(tmp_path, process):
    """The songs are found inside a zip file, too."""
    with zipfile.ZipFile(tmp_path / "app.zip", "w") as app:
        for file in (CHECKOUT / "sadkpop").rglob("*.py"):
            app.write(file, file.relative_to(CHECKOUT))
        app.write(CHECKOUT / "data" / "songs.yaml", "sadkpop/data/songs.yaml")
    result = process("show", "14", cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "app.zip")})
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"The Fool" in result.stdout
