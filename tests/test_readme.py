"""README.md is true: what it shows is what the program prints."""

import os
import re
import shlex
import sys

import pytest
from conftest import CHECKOUT, in_terminal, on_screen

from sadkpop.catalog import Care, Catalog, Song, Term, load
from sadkpop.cli import cli

README = (CHECKOUT / "README.md").read_text("utf-8")
PICTURE = re.search(r"the one above is\s`(sadkpop pick [^`]* -f svg)`", README)


def blocks(language):
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


EXAMPLES = [
    (command, output)
    for block in blocks("console")
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
RECIPES = re.findall(r"^sadkpop (?:.*\\\n)*.*", "".join(blocks("sh")), re.MULTILINE)
CATALOG = blocks("yaml")[0]
BROKEN_CATALOG = CATALOG.replace("artist: L", "artits: L").replace("[comfort]", "[comfrot]")


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """Run a line as a shell that knows `sadkpop` does, in a terminal of 80 columns without escape sequences.

    Where it ends with another code than 0, a word for that is printed too.
    """
    folder = tmp_path_factory.mktemp("readme")
    program = folder / "sadkpop"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m sadkpop "$@"\n')
    program.chmod(0o755)
    (folder / "my.yaml").write_text(CATALOG, "utf-8")
    (folder / "broken.yaml").write_text(BROKEN_CATALOG, "utf-8")

    def shell(line, failed=""):
        if not re.search(r"[|<>$;&\\]", line):  # without a shell, in a tenth of the time
            printed, code = on_screen(*shlex.split(line)[1:])
            return printed + (failed if code else "")
        return in_terminal(lambda: os.execvp("sh", ["sh", "-c", f"{line}\n[ $? = 0 ] || printf '{failed}'"]), 80)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder), prepend=os.pathsep)
        patch.setenv("PYTHONPATH", str(CHECKOUT))
        patch.setenv("TERM", "dumb")
        patch.chdir(folder)
        yield shell


def test_there_are_examples():
    """The page has examples and recipes, or else what follows would test nothing."""
    assert len(EXAMPLES) >= 6
    assert len(RECIPES) >= 5


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_example(shell, command, output):
    """Each example prints what stands below it."""
    assert shell(command) == output


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe(shell, recipe):
    """What a recipe hands on, to a player or a file, is there."""
    printed = shell(re.sub(r" (\| (mpv|fzf|rsvg-convert) [\s\S]*|> \S+)$", "", recipe), "Failed")
    assert "Error" not in printed
    assert "Failed" not in printed
    assert re.search("EXTINF|<svg|[Tt]itle| - ", printed)


def test_preview_has_the_whole_story(shell):
    """The preview of the recipe for fzf cuts off no line of a story."""
    (command,) = re.findall(r"--preview '(.*?)'", "".join(RECIPES))
    columns = 76
    for song in max(load().songs, key=lambda song: len(song.blurb)), load().songs[0]:
        printed = shell(f"FZF_PREVIEW_COLUMNS={columns}; {command.replace('{1}', str(song.number))}")
        assert song.blurb in " ".join(printed.split())
        assert max(len(line) for line in printed.splitlines()) <= columns


def test_picture(shell):
    """The picture is what its command draws."""
    assert shell(PICTURE[1]) == (CHECKOUT / ".github" / "evening.svg").read_text("utf-8")


@pytest.mark.parametrize("command", re.findall(r"`(sadkpop (?!play)[^`]*)`", README))
def test_command_in_a_sentence(shell, command):
    """A command inside a sentence works too."""
    printed = shell(command, "Failed")
    assert "Failed" not in printed
    assert len(printed) > 1


@pytest.mark.parametrize("catalog", ["", " --catalog my.yaml"])
def test_help_is_named_first(shell, catalog):
    """Words about wanting to die are answered as the page says, also by the catalog that shows the format."""
    printed = shell(f"sadkpop pick i want to die{catalog}")
    before, breathe, _ = printed.partition("Breathe")
    assert breathe
    assert "findahelpline.com" in before
    assert "die" not in printed


def test_catalog_format(shell):
    """The catalog that shows the format is one, and shows every field."""
    assert "What happens in it" in " ".join(shell("sadkpop list --catalog my.yaml").split())
    fields = {*Song._fields, "meaning", "also", *Care._fields}
    assert Term._fields == ("meaning", "words")  # what the file calls also
    assert fields <= set(re.findall(r"^ +(?:- )?(\w+):", CATALOG, re.MULTILINE))
    assert set(Catalog._fields) == set(re.findall(r"^(\w+):", CATALOG, re.MULTILINE))


def test_continuous_integration_runs_the_readme_command():
    """What is run to check a change is what the page tells a person to run."""
    lines = (CHECKOUT / ".ci" / "run").read_text("utf-8").splitlines(keepends=True)
    assert [block for block in blocks("sh") if block in lines and "pytest" in block]


def test_page_is_short():
    """Who opens the page reads it to the end, without scrolling sideways."""
    lines = README.splitlines()
    assert len(lines) < 220
    assert max(map(len, lines)) <= 120


def test_every_command_is_shown():
    """There is no command that the page does not name."""
    for name in cli.commands:
        assert f"sadkpop {name}" in README


def test_links_lead_somewhere():
    """Files that the page links to, or shows, are there."""
    for path in re.findall(r'(?:\]\(|src=")(?!http)([^)"]+)', README):
        assert (CHECKOUT / path).is_file()
