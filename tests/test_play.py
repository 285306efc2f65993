"""Opening a song in the browser."""

import os

import pytest

from sadkpop.catalog import load

URL = load().songs[13].url


@pytest.fixture
def browser(tmp_path):
    """Make a program that writes down what it is asked to open and ends with a code. Returns its folder."""

    def browser(name, code=0):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\nexit {code}\n')
        program.chmod(0o755)
        return tmp_path

    return browser


def play(process, folder, *song, timeout=60, **env):
    """Play a song on a machine on which no programs are but those in a folder."""
    env = {"PATH": str(folder), "DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": "", **env}
    return process("play", *song, env=env, timeout=timeout)


@pytest.mark.parametrize("song", ["14", "이바보야"])
def test_play(process, browser, song):
    """The link is opened, and what it is of is printed."""
    folder = browser("xdg-open")
    result = play(process, folder, *song.split())
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode() == f"Jung Seung Hwan - The Fool\n{URL}\n"
    assert (folder / "opened").read_text() == f"{URL}\n"


def test_no_browser(process, browser, tmp_path):
    """Where no browser can be started the link is there to take along."""
    for folder in (tmp_path, browser("xdg-open", code=3)):
        result = play(process, folder, "14")
        assert (result.returncode, result.stderr) == (1, b"Error: No browser could be started; the link is above.\n")
        assert result.stdout.decode().endswith(f"\n{URL}\n")


def test_browser_that_only_python_finds(process, browser):
    """A browser named in the environment will do where the desktop has none."""
    folder = browser("mine")
    assert play(process, folder, "14", BROWSER=f"{folder}{os.sep}mine %s").returncode == 0
    assert (folder / "opened").read_text() == f"{URL}\n"


def test_desktop_without_a_browser(process, browser):
    """On a desktop too a launcher that found no browser is believed, and not asked again."""
    result = play(process, browser("xdg-open", code=3), "14", DISPLAY=":0")
    assert (result.returncode, result.stderr) == (1, b"Error: No browser could be started; the link is above.\n")


def test_browser_that_cannot_be_executed(process, browser):
    """A launcher that is no program is no browser, and that is all that is said."""
    folder = browser("xdg-open")
    (folder / "xdg-open").write_bytes(b"\x7fELF nonsense")
    result = play(process, folder, "14", DISPLAY=":0")
    assert (result.returncode, result.stderr) == (1, b"Error: No browser could be started; the link is above.\n")


def test_play_comes_back(process, browser):
    """A launcher that runs the browser itself is not waited for."""
    folder = browser("xdg-open")
    (folder / "xdg-open").write_text(f"#!/bin/sh\necho started > {folder}/opened\nexec sleep 20\n")
    result = play(process, folder, "14", DISPLAY=":0", PATH=f"{folder}:/bin:/usr/bin", timeout=15)
    assert (result.returncode, result.stderr) == (0, b"")
    assert (folder / "opened").read_text() == "started\n"


def test_several_songs(process, browser):
    """Nothing is opened where several songs may have been meant."""
    folder = browser("xdg-open")
    result = play(process, folder, "beautiful")
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.startswith(b'Error: "beautiful" can be several songs.')
    assert not (folder / "opened").exists()


def test_no_such_song(process, browser):
    """Nothing is opened for a song that is none."""
    folder = browser("xdg-open")
    result = play(process, folder, "wildflowr")
    assert (result.returncode, result.stdout) == (1, b"")
    assert (
        result.stderr.decode()
        == 'Error: No title or artist has "wildflowr" in it. The nearest:\n  15  Wildflower - Park Hyoshin\n'
    )
    assert not (folder / "opened").exists()
