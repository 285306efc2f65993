"""How long the program takes next to a floor: a script that imports the same, reads the same and prints the same.

Run by hand: python tests/benchmark.py [RUNS]. Processes are timed whole and in alternation, and of the times of each
the lower quartile is taken: what else the machine does only ever adds. What counts is the ratio. Needs a system that
tells the peak memory of a process, which Windows does not.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sadkpop.cli import cli

CHECKOUT = Path(__file__).parent.parent
SONGS = CHECKOUT / "data" / "songs.yaml"

FLOORS = {
    "help": """
import sys
import click
with open(sys.argv[1], encoding="utf-8") as stream:
    text, *commands = stream.read().splitlines()
program = click.Group("sadkpop", help=text)
for command in commands:
    name, _, short_help = command.partition(" ")
    program.add_command(click.Command(name, short_help=short_help))
program(["--help"])
""",
    "list": """
import sys
import click
import yaml
from rich.console import Console
from rich.table import Table
with open(sys.argv[1], "rb") as stream:
    songs = yaml.load(stream, yaml.CBaseLoader)["songs"]
table = Table("#", "Title", "Korean title", "Artist", "Themes", "Moods", box=None)
for song in songs:
    table.add_row(song["number"], song["title"], song.get("korean_title", "-"), song["artist"],
                  ", ".join(song["themes"]), ", ".join(song["moods"]))
Console(width=200, highlight=False).print(table)
""",
    "json": """
import json
import sys
from urllib.parse import urlencode
import click
import yaml
with open(sys.argv[1], "rb") as stream:
    songs = yaml.load(stream, yaml.CBaseLoader)["songs"]
for song in songs:
    query = " ".join(filter(None, (song["artist"], song["title"], song.get("korean_title"))))
    song["url"] = "https://www.youtube.com/results?" + urlencode({"search_query": query})
click.echo("\\n".join(json.dumps(song, ensure_ascii=False) for song in songs).encode())
""",
    "parse": """
import sys
import yaml
with open(sys.argv[1], "rb") as stream:
    yaml.load(stream, yaml.CBaseLoader)
""",
}

ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "SADKPOP_CATALOG", "FORCE_COLOR")
}


def measure(code, *args):
    """Run code in a Python of its own; return its time in milliseconds and its peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (code, args)
    return (time.perf_counter() - start) * 1000, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def sadkpop(*args, terminal=False):
    """Return a run of the program; what it prints goes nowhere, though the program may be told it is a terminal."""
    is_terminal = "import sys; sys.stdout.isatty = lambda: True; " if terminal else ""
    return (f"{is_terminal}from sadkpop.cli import cli; cli(prog_name='sadkpop')", *args)


def floor(name, path):
    """Return a run of a floor, from a module as the program is."""
    return (f"import floor_{name}", path)


def compare(title, ours, theirs, runs):
    """Print the times of two runs, each the lower quartile of as many, and their ratio."""
    pairs = [(measure(*ours)[0], measure(*theirs)[0]) for _ in range(runs)]
    mine, floors = (statistics.quantiles(times, n=4)[0] for times in zip(*pairs, strict=True))
    print(f"{title:<32} {mine:8.1f} ms   beside {floors:8.1f} ms   ratio {mine / floors:.2f}", flush=True)


def many(count, path):
    """Write a catalog of so many songs, made from those of the built-in one."""
    head, _, songs = SONGS.read_text("utf-8").partition("songs:\n")
    songs = ["  - number:" + song.partition("\n")[2].join(["{}\n", ""]) for song in songs.split("  - number:")[1:]]
    with path.open("w", encoding="utf-8") as stream:
        stream.write(head + "songs:\n")
        for number in range(count):
            stream.write(songs[number % len(songs)].replace("{}", f" {number + 1}", 1))
    return path


COMMANDS = {
    "list into a pipe": ("list",),
    "a path": ("pick", "--from", "heartbroken", "--seed", "x"),
    "heard": ("search", "yeppeosseo"),
    "search": ("search", "btob", "hopeful"),
}


def main(runs):
    """Print every figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ENVIRONMENT["PYTHONPATH"] = f"{CHECKOUT}{os.pathsep}{folder}"
        for floor_name, code in FLOORS.items():
            (folder / f"floor_{floor_name}.py").write_text(code, "utf-8")
        help_text = folder / "help.txt"
        helps = [cli.help or "", *(f"{name} {command.get_short_help_str()}" for name, command in cli.commands.items())]
        help_text.write_text("\n".join(" ".join(text.split()) for text in helps), "utf-8")
        compare("--help", sadkpop("--help"), floor("help", help_text), runs)
        compare("list", sadkpop("list", terminal=True), floor("list", SONGS), runs)
        compare("list into a pipe", sadkpop("list"), floor("list", SONGS), runs)
        compare("list -f json", sadkpop("list", "-f", "json"), floor("json", SONGS), runs)
        files = {count: many(count, folder / f"{count}.yaml") for count in (25, 1_000, 10_000)}
        print("\nBeside list -f json of the same file:", flush=True)
        for count, path in files.items():
            as_json = sadkpop("--catalog", path, "list", "-f", "json")
            for title, arguments in COMMANDS.items():
                few = max(5, runs * 25 // (count + 25))
                compare(f"{title}, {count:,} songs", sadkpop("--catalog", path, *arguments), as_json, few)
        print(flush=True)
        as_json = sadkpop("--catalog", files[10_000], "list", "-f", "json")
        compare("json, 10,000 songs", as_json, floor("parse", files[10_000]), 5)
        print(f"json, 10,000 songs: {measure(*as_json)[1]:.0f} MiB at the most", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
