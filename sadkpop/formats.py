"""Songs for other programs: JSON, CSV and M3U."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .catalog import Song

_COLUMNS = (*Song._fields, "url")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def songs_as_json(songs: Sequence[Song]) -> str:
    """Return an array of the songs, one a line, each with all the fields of the catalog and `url`."""
    return "[\n" + ",\n".join(map(_json_object, songs)) + "\n]\n" if songs else "[]\n"


def song_as_json(song: Song | None) -> str:
    """Return a song as an object; null for none."""
    return _json_object(song) + "\n" if song else "null\n"


def songs_as_csv(songs: Sequence[Song]) -> str:
    """Return a table of the songs, a field a column and a song a row under a heading; lists are joined with "; "."""
    import csv
    import io

    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for song in songs:
        values = (getattr(song, column) for column in _COLUMNS)
        writer.writerow("; ".join(value) if isinstance(value, tuple) else value for value in values)
    return table.getvalue()


def songs_as_m3u(songs: Sequence[Song]) -> str:
    """Return an extended M3U of the songs, each a search of which mpv, by way of yt-dlp, plays the first result."""
    entries = (f"#EXTINF:-1,{song.artist} - {song.title}\nytdl://ytsearch1:{song.query}\n" for song in songs)
    return "#EXTM3U\n" + "".join(entries)


def _json_object(song: Song) -> str:
    return _encode({**song._asdict(), "url": song.url})
