"""What the tests share: catalogs to run on."""

import pytest

VOCABULARY = """
themes:
  breakup: It is over
  memory: It was
moods:
  heavy: At the bottom
  light: At the top
"""

SONG = """
  - number: 1
    title: Rain
    artist: Somebody
    themes: [breakup]
    moods: [heavy]
    blurb: It rains.
"""


@pytest.fixture
def catalog(tmp_path):
    """Write a catalog: the text given, or a small vocabulary followed by the songs given. Returns its path."""

    def catalog(text=None, songs=SONG):
        path = tmp_path / "my.yaml"
        text = f"{VOCABULARY}songs:{songs}" if text is None else text
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        return path

    return catalog
