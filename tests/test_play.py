"""Opening a song in the browser."""

import os
from subprocess import Popen

import pytest
from conftest import SONG, VOCABULARY, without_escapes

from sadkpop.catalog import load

SONG_14 = load().songs[13]
URL = SONG_14.url
FAILED = "Error: No browser could be started; the link is above.\n"


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """Make a program that writes down what it is asked to open and ends with a code: the only one there is."""

    def browser(name, code=0, then=""):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n{then}\nexit {code}\n')
        program.chmod(0o755)
        return tmp_path

    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("webbrowser._tryorder", None)  # it looks for browsers anew
    monkeypatch.setattr("webbrowser._browsers", {})
    return browser


@pytest.mark.parametrize("env", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}])
@pytest.mark.parametrize("song", ["14", "이바보야"])
def test_play(run, browser, song, env):
    """The link is opened, and what it is of is printed."""
    folder = browser("xdg-open")
    result = run("play", song, env=env)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Jung Seung Hwan - The Fool\n{URL}\n"
    assert (folder / "opened").read_text() == f"{URL}\n"


def test_play_without_a_display(run, browser):
    """Without a display a browser for the terminal will do."""
    folder = browser("w3m")
    assert run("play", "14").exit_code == 0
    assert (folder / "opened").read_text() == f"{URL}\n"


def test_no_browser(run, browser, tmp_path):
    """Where no browser can be started the link is there to take along."""
    for _ in (tmp_path, browser("xdg-open", code=3)):
        for env in ({}, {"DISPLAY": ":0"}):
            result = run("play", "14", env=env)
            assert (result.exit_code, result.stderr) == (1, FAILED)
            assert result.stdout.endswith(f"\n{URL}\n")


def test_browser_that_only_python_finds(run, browser):
    """A browser named in the environment is the one that is meant."""
    folder = browser("mine")
    browser("xdg-open", code=3)
    assert run("play", "14", env={"BROWSER": f"{folder}{os.sep}mine %s", "DISPLAY": ":0"}).exit_code == 0
    assert (folder / "opened").read_text() == f"{URL}\n"


def test_browser_that_cannot_be_executed(run, browser):
    """A launcher that is no program is no browser, and that is all that is said."""
    folder = browser("xdg-open")
    (folder / "xdg-open").write_bytes(b"\x7fELF nonsense")
    assert run("play", "14", env={"DISPLAY": ":0"}).stderr == FAILED


def test_play_comes_back(run, browser, monkeypatch):
    """A launcher that runs the browser itself is not waited for."""
    folder = browser("xdg-open", code=3, then="read line < closed")
    os.mkfifo(folder / "closed")
    monkeypatch.chdir(folder)
    wait, started = Popen.wait, []
    monkeypatch.setattr(Popen, "wait", lambda self, timeout: started.append(self) or wait(self, timeout / 20))
    result = run("play", "14", env={"DISPLAY": ":0"})
    (folder / "closed").write_text("\n")
    assert wait(started[0], 60) == 3
    assert (result.exit_code, result.stderr) == (0, "")
    assert (folder / "opened").read_text() == f"{URL}\n"


@pytest.mark.parametrize(
    ("song", "message"),
    [
        ("beautiful", '"beautiful" can be several songs. Be more specific, or use a number:'),
        ("wildflowr", 'No song matches "wildflowr". Did you mean 15 Wildflower?'),
        ("99", "There is no song 99. Songs are numbered from 1 to 25."),
    ],
)
def test_what_is_not_one_song(run, browser, song, message):
    """Nothing is opened where no song or several may have been meant."""
    folder = browser("xdg-open")
    result = run("play", song)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {message}\n")
    assert not (folder / "opened").exists()


@pytest.mark.parametrize("words", ["4 5", "4-5", "4-4", "4 99"])
def test_one_song_at_a_time(run, browser, words):
    """Who names several is told so."""
    folder = browser("xdg-open")
    result = run("play", *words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: play takes one song, as in `sadkpop play 4`.\n"
    assert not (folder / "opened").exists()


def test_no_song_of_several(run, browser):
    """Where none of the numbers is a song's, another song is the example."""
    assert run("play", "98", "99").stderr == "Error: play takes one song, as in `sadkpop play 14`.\n"


SPOTIFY = "https://open.spotify.com/search/{}"
FOUND = "https://open.spotify.com/search/Jung%20Seung%20Hwan%20The%20Fool%20%EC%9D%B4%20%EB%B0%94%EB%B3%B4%EC%95%BC"


def test_another_place_to_search(run, terminal, browser):
    """SADKPOP_PLAY is where `play` goes and what a card shows; for other programs nothing changes."""
    folder = browser("w3m")
    env = {"SADKPOP_PLAY": SPOTIFY}
    assert run("play", "14", env=env).stdout == f"Jung Seung Hwan - The Fool\n{FOUND}\n"
    assert (folder / "opened").read_text() == f"{FOUND}\n"
    assert run("show", "14", env=env).stdout.endswith(f"\n{FOUND}\n")
    assert FOUND in terminal("pick", "comfort", "--from", "14", "-n", "2", env=env) + terminal("show", "14", env=env)
    for form in ("json", "csv", "m3u"):
        for command in (("show", "14"), ("list",)):
            assert run(*command, "-f", form, env=env).stdout == run(*command, "-f", form).stdout


def test_every_place_of_the_search(run, browser):
    """Every {} is the search."""
    browser("w3m")
    result = run("play", "rain", env={"SADKPOP_PLAY": "HTTPS://a.b/{}?q={}"})
    query = "Baekhyun%20%26%20Soyou%20Rain%20%EB%B9%84%EA%B0%80%20%EC%99%80"
    assert result.stdout.endswith(f"\nHTTPS://a.b/{query}?q={query}\n")


def test_a_link_of_its_own(run, browser, catalog):
    """A song that says where it plays plays there, whatever the variable."""
    folder = browser("w3m")
    path = catalog(f"{VOCABULARY}songs:{SONG}    link: https://a.b/c\n")
    for env in ({}, {"SADKPOP_PLAY": SPOTIFY}):
        assert run("play", "1", "--catalog", path, env=env).exit_code == 0
        assert (folder / "opened").read_text() == "https://a.b/c\n"
    for env in ({}, {"SADKPOP_PLAY": SPOTIFY}, {"SADKPOP_PLAY": "nonsense"}):
        assert run("show", "1", "--catalog", path, env=env).stdout.endswith("\nhttps://a.b/c\n")


@pytest.mark.parametrize("value", ["https://a.b/", "a.b/{}", "ftp://a.b/{}", "javascript:alert('{}')", "{}"])
def test_a_place_that_is_none(run, browser, value):
    """A value without {}, or that is no link of the web, is refused, and nothing is opened."""
    folder = browser("xdg-open")
    result = run("play", "14", env={"SADKPOP_PLAY": value})
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: SADKPOP_PLAY needs a whole link, with {} where the search goes: https://open.spotify.com/search/{}\n"
    )
    assert not (folder / "opened").exists()


def test_a_place_that_is_none_beside_a_card(run, terminal):
    """A card is shown all the same, with a note that names the variable; what has no card says nothing of it."""
    env = {"SADKPOP_PLAY": "nonsense"}
    result = run("show", "14", env=env)
    assert result.exit_code == 0
    assert result.stdout == run("show", "14").stdout
    assert (
        result.stderr
        == "SADKPOP_PLAY needs a whole link, with {} where the search goes: https://open.spotify.com/search/{}\n"
    )
    printed = without_escapes(terminal("search", "rain", env=env, columns=120))
    assert printed.splitlines()[-1].startswith("SADKPOP_PLAY needs a whole link")
    for line in ("list", "show 14 -f json", "search rain", "show 99"):
        assert "SADKPOP" not in run(*line.split(), env=env).stderr


def test_no_place_at_all(run, browser):
    """An empty variable is none."""
    folder = browser("w3m")
    assert run("play", "14", env={"SADKPOP_PLAY": ""}).exit_code == 0
    assert (folder / "opened").read_text() == f"{URL}\n"
