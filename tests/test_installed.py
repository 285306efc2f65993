"""The program as a process of its own, wherever its files are and from wherever it is called."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CHECKOUT


@pytest.fixture(params=["checkout", "installed"])
def place(request, tmp_path):
    """Return a folder with the package in it, laid out as in a checkout or as a wheel installs it."""
    home = tmp_path / "home"
    shutil.copytree(CHECKOUT / "sadkpop", home / "sadkpop", ignore=shutil.ignore_patterns("__pycache__"))
    songs = home / "data" if request.param == "checkout" else home / "sadkpop" / "data"
    shutil.copytree(CHECKOUT / "data", songs)
    return home


def test_catalog_is_found(place, process, tmp_path):
    """The songs are found beside the package or inside it, from any working directory."""
    result = process("pick", "-t", "comfort", cwd=tmp_path, env={"PYTHONPATH": str(place)})
    assert (result.returncode, result.stderr) == (0, b"")
    assert "Breathe" in result.stdout.decode()


def test_installed_command(tmp_path):
    """Installing gives the command `sadkpop`."""
    command = Path(sys.executable).with_name("sadkpop")
    result = subprocess.run([command, "pick", "-t", "comfort"], cwd=tmp_path, capture_output=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "놓아줘" in result.stdout.decode()


def test_program_name_without_the_command(process):
    """Run as a module it calls itself by its name all the same."""
    assert process("--help").stdout.startswith(b"Usage: sadkpop [OPTIONS]")
