"""README.md is true: what it shows is what the program prints."""

import os
import re
import shlex
import sys

import pytest
from conftest import CHECKOUT, in_terminal

from sadkpop.catalog import Catalog, Song, Term
from sadkpop.cli import cli

README = (CHECKOUT / "README.md").read_text("utf-8")


def blocks(language):
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


EXAMPLES = [
    (command, output)
    for block in blocks("console")
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
RECIPES = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("sadkpop ")]


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """Run a line in a shell that knows `sadkpop`, in a terminal of 80 columns without escape sequences."""
    program = tmp_path / "sadkpop"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m sadkpop "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    monkeypatch.setenv("TERM", "dumb")
    catalog = blocks("yaml")[0]
    (tmp_path / "my.yaml").write_text(catalog, "utf-8")
    (tmp_path / "broken.yaml").write_text(
        catalog.replace("[breakup]", "[brekup]").replace("artist: B", "artits: B"), "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return lambda line: in_terminal(lambda: os.execvp("sh", ["sh", "-c", line]), 80)


def test_there_are_examples():
    """The page has examples and recipes, or else what follows would test nothing."""
    assert len(EXAMPLES) >= 6
    assert len(RECIPES) >= 6


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_example(shell, command, output):
    """Each example prints what stands below it."""
    assert shell(command) == output


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe(shell, recipe):
    """What a recipe hands on, to a player or a file, is there."""
    printed = shell(re.sub(r" (\| (mpv|fzf) .*|> \S+)$", "", recipe) + " || echo Error")
    assert "Error" not in printed
    assert re.search("sadkpop show|EXTINF|youtube|<svg|Title| - ", printed)


def test_catalog_format(shell):
    """The catalog that shows the format is one, and shows every field."""
    assert "What happens in it" in " ".join(shell("sadkpop list --catalog my.yaml").split())
    fields = {*Song._fields, *Term._fields}
    assert fields <= set(re.findall(r"^ +(?:- )?(\w+):", blocks("yaml")[0], re.MULTILINE))
    assert set(Catalog._fields) == set(re.findall(r"^(\w+):", blocks("yaml")[0], re.MULTILINE))


def test_continuous_integration_runs_the_readme_command():
    """What is run to check a change is what the page tells a person to run."""
    lines = (CHECKOUT / ".ci" / "run").read_text("utf-8").splitlines(keepends=True)
    assert [block for block in blocks("sh") if block in lines and "pytest" in block]


def test_page_is_short():
    """Who opens the page reads it to the end."""
    assert len(README.splitlines()) < 250


def test_every_command_is_shown():
    """There is no command that the page does not name."""
    for name in cli.commands:
        assert f"sadkpop {name}" in README


def test_every_module_is_named():
    """What is said of the code leaves no module out."""
    for module in (CHECKOUT / "sadkpop").glob("[!_]*.py"):
        assert f"`{module.name}`" in README
