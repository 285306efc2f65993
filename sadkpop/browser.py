"""Opening a link in the browser."""

from __future__ import annotations

import os
import sys

_SECONDS_TO_FAIL = 2  # for xdg-open; if it runs longer it is running the browser
_IN_THE_TERMINAL = ("w3m", "lynx", "links", "links2", "elinks", "www-browser")


def open_in_browser(url: str) -> bool:
    """Open a link in the browser; return whether there was one that could be started."""
    if sys.platform in ("darwin", "win32"):
        from click import launch

        return launch(url) == 0
    from shutil import which

    opener = which("xdg-open")
    if not opener:  # there may still be a browser that Python finds
        from webbrowser import open as open_with_python

        return open_with_python(url)
    return _open(opener, url, wait=_is_in_the_terminal())


def _is_in_the_terminal() -> bool:
    """Tell whether the browser is to be one for the terminal: without a display, or where the environment says so."""
    browsers = os.environ.get("BROWSER", "").split(":")
    names = {os.path.basename(browser.split()[0]) for browser in browsers if browser.split()}
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not has_display or not names.isdisjoint(_IN_THE_TERMINAL)


def _open(opener: str, url: str, wait: bool) -> bool:
    """Open a link with xdg-open; return whether there was a browser, by itself without waiting for it to be closed."""
    from subprocess import DEVNULL, Popen, TimeoutExpired, run

    try:
        if wait:
            return run([opener, url], stderr=DEVNULL).returncode == 0  # it tells of every browser that is not there
        # In a session of its own: Ctrl-C here is not for the browser, which xdg-open may be the parent of.
        process = Popen([opener, url], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
        return process.wait(_SECONDS_TO_FAIL) == 0  # it reports failure only in its exit status
    except OSError:  # it cannot be executed
        return False
    except TimeoutExpired:
        return True
