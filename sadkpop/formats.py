"""Songs as plain text: for other programs (JSON, CSV, M3U), for a chat, and as a table for a pipe or a file.

What only one format needs is imported in it; of rich that is rich.cells, never the Console, which is slow to start.
"""

from __future__ import annotations

from collections.abc import Sequence

from .catalog import Song

_COLUMNS = (*(field for field in Song._fields if field != "link"), "url")


def as_json(value: object) -> str:
    """Return a value as JSON, a list with a line for each of its items."""
    import json

    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]\n"
    return json.dumps(value, ensure_ascii=False) + "\n"


def as_dict(song: Song) -> dict[str, object]:
    """Return all the fields of the catalog for a song, and `url`."""
    return {column: getattr(song, column) for column in _COLUMNS}


def songs_as_json(songs: Sequence[Song], title: str = "") -> str:
    """Return an array of the songs, one a line."""
    return as_json([as_dict(song) for song in songs])


def songs_as_csv(songs: Sequence[Song], title: str = "") -> str:
    """Return a table of the songs, a field a column and a song a row under a heading; lists are joined with "; "."""
    import csv
    import io

    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for song in songs:
        writer.writerow("; ".join(value) if isinstance(value, tuple) else value for value in as_dict(song).values())
    return table.getvalue()


def songs_as_m3u(songs: Sequence[Song], title: str) -> str:
    """Return an extended M3U playlist for mpv: a link for each song, or a search, which mpv leaves to yt-dlp."""
    lines = ["#EXTM3U", f"#PLAYLIST:{title}"]
    for song in songs:
        lines += [f"#EXTINF:-1,{song.artist} - {song.title}", song.link or f"ytdl://ytsearch1:{song.query}"]
    return "\n".join(lines) + "\n"


def songs_as_text(songs: Sequence[Song], title: str) -> str:
    """Return the title, then the songs, a line each, numbered by their place in the list; nothing without songs."""
    lines = [f"{place}. {_name(song)}\n" for place, song in enumerate(songs, 1)]
    return "".join([f"{title}\n", *lines] if lines else [])


def stories_as_text(songs: Sequence[Song], title: str = "") -> str:
    """Return the title, then each song's name, story and link, with a blank line between songs."""
    stories = [f"{_name(song)}\n{song.blurb}\n{song.url}\n" for song in songs]
    return "\n".join([f"{title}\n", *stories] if title else stories)


def song_lines(songs: Sequence[Song], rule: str) -> str:
    """Return a table without styles, a whole line a song, its headings underlined with the character `rule`."""
    from rich.cells import cell_len, set_cell_size

    rows = [("#", "Title", "Korean title", "Artist", "Themes", "Moods")]
    for song in songs:
        names = song.title, song.korean_title or "–", song.artist
        rows.append((str(song.number), *names, ", ".join(song.themes), ", ".join(song.moods)))
    number_width, *widths = (max(map(cell_len, column)) for column in zip(*rows, strict=True))
    lines = []
    for number, *cells in rows:
        padded = map(set_cell_size, cells, widths)
        lines.append("  ".join([number.rjust(number_width), *padded]).rstrip(" "))
    lines.insert(1, rule * (number_width + sum(2 + width for width in widths)))
    return "\n".join(lines)


def _name(song: Song) -> str:
    return f"{song.title}{f' ({song.korean_title})' if song.korean_title else ''} - {song.artist}"


WRITERS = {"json": songs_as_json, "csv": songs_as_csv, "m3u": songs_as_m3u, "text": songs_as_text}
