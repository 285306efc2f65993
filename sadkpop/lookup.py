"""Finding songs by what a person types."""

from __future__ import annotations

from collections.abc import Sequence

from .catalog import Song


def find(songs: Sequence[Song], text: str) -> list[Song]:
    """Return the songs that `text` may mean: the one of that number."""
    return [song for song in songs if str(song.number) == text.strip().lstrip("0")]
