"""The program as a process of its own, wherever its files are and from wherever it is called."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CHECKOUT


@pytest.fixture(params=["checkout", "installed"])
def place(request, tmp_path):
    """Return a folder with the package in it, laid out as in a checkout or as a wheel installs it."""
    package = tmp_path / "home" / "sadkpop"
    package.mkdir(parents=True)
    for path in (CHECKOUT / "sadkpop").iterdir():
        (package / path.name).symlink_to(path)
    data = package.parent / "data" if request.param == "checkout" else package / "data"
    data.symlink_to(CHECKOUT / "data")
    return package.parent


def test_catalog_is_found(place, tmp_path):
    """The songs are found beside the package or inside it, from any working directory."""
    code = "import sadkpop.catalog; print(sadkpop.__file__, sadkpop.catalog.load().songs[6].title)"
    env = {**os.environ, "PYTHONPATH": str(place)}
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode() == f"{place / 'sadkpop' / '__init__.py'} Breathe\n"


def test_installed_command(tmp_path):
    """Installing gives the command `sadkpop`."""
    command = Path(sys.executable).with_name("sadkpop")
    result = subprocess.run([command, "pick", "-t", "comfort"], cwd=tmp_path, capture_output=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "놓아줘" in result.stdout.decode()


def test_program_name_without_the_command(monkeypatch, capsys):
    """Run as a module it calls itself by its name all the same."""
    monkeypatch.setattr(sys, "argv", ["__main__.py", "--help"])
    with pytest.raises(SystemExit):
        runpy.run_module("sadkpop", run_name="__main__")
    assert capsys.readouterr().out.startswith("Usage: sadkpop [OPTIONS]")
