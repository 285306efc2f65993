"""Songs as plain text: for other programs (JSON, CSV, M3U), for a chat, and as a table for a pipe or a file.

What only one format needs is imported in it; of rich that is rich.cells, never the Console, which is slow to start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .catalog import Song, Term

_COLUMNS = (*(field for field in Song._fields if field != "link"), "url")
_HEADINGS = ("#", "Title", "Korean title", "Artist", "Themes", "Moods")
_GAP = "  "


def songs_as_json(songs: Sequence[Song]) -> str:
    """Return an array of the songs, one a line, each with all the fields of the catalog and `url`."""
    return "[\n" + ",\n".join(map(_json_object, songs)) + "\n]\n" if songs else "[]\n"


def song_as_json(song: Song | None) -> str:
    """Return a song as an object; null for None."""
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


def songs_as_m3u(songs: Sequence[Song], title: str = "") -> str:
    """Return an extended M3U playlist for mpv, which plays the first result of a search through yt-dlp.

    A song with a link of its own has that instead of a search. `title` is one line.
    """
    lines = ["#EXTM3U", *([f"#PLAYLIST:{title}"] if title else [])]
    for song in songs:
        lines += [f"#EXTINF:-1,{song.artist} - {song.title}", song.link or f"ytdl://ytsearch1:{song.query}"]
    return "\n".join(lines) + "\n"


def songs_as_text(songs: Sequence[Song], title: str = "") -> str:
    """Return the title, then the songs, a line each, numbered by their place in the list."""
    lines = [f"{place}. {_name(song)}" for place, song in enumerate(songs, 1)]
    return "".join(f"{line}\n" for line in ([title, *lines] if title else lines))


def stories_as_text(songs: Sequence[Song], title: str = "") -> str:
    """Return the title, then each song's name, story and link, with a blank line between songs."""
    stories = [f"{_name(song)}\n{song.blurb}\n{song.url}\n" for song in songs]
    return "\n".join([f"{title}\n", *stories] if title else stories)


def terms_as_json(terms: Mapping[str, Term], counts: Mapping[str, int]) -> str:
    """Return an array of terms, each with its name, its meaning, how many songs have it and other words for it."""
    rows = (
        _encode({"name": name, "meaning": term.meaning, "songs": counts[name], "words": term.also})
        for name, term in terms.items()
    )
    return "[\n" + ",\n".join(rows) + "\n]\n"


def song_lines(songs: Sequence[Song], rule: str) -> str:
    """Return a table without styles, a whole line a song, its headings underlined with the character `rule`."""
    from rich.cells import cell_len

    rows = [_HEADINGS]
    for song in songs:
        names = song.title, song.korean_title or "–", song.artist
        rows.append((str(song.number), *names, ", ".join(song.themes), ", ".join(song.moods)))
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    lines = [rule * (sum(widths) + len(_GAP) * (len(widths) - 1))]
    for number, *cells in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths[1:], strict=True))
        lines.append(_GAP.join([number.rjust(widths[0]), *padded]).rstrip(" "))
    lines[0], lines[1] = lines[1], lines[0]
    return "\n".join(lines)


def _json_object(song: Song) -> str:
    return _encode({column: getattr(song, column) for column in _COLUMNS})


def _encode(value: Mapping[str, object]) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _name(song: Song) -> str:
    return f"{song.title}{f' ({song.korean_title})' if song.korean_title else ''} - {song.artist}"
