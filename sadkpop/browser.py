"""Opening a link in the browser."""

from __future__ import annotations

import os
import sys

import click

_SECONDS_TO_FAIL = 2  # for xdg-open; if it runs longer it is running the browser


def open_in_browser(url: str) -> bool:
    """Open a link in the browser; return whether there was one that could be started."""
    from shutil import which

    opener = which("xdg-open")
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if opener and has_display and not os.environ.get("BROWSER"):
        return _opened_on_desktop(opener, url)
    # Without a display or with a browser named it may be one for the terminal, which is waited for.
    if click.launch(url, wait=sys.platform not in ("darwin", "win32")) == 0:
        return True
    from webbrowser import open as open_with_python

    # Without xdg-open there may still be a browser that Python finds.
    return not opener and open_with_python(url)


def _opened_on_desktop(opener: str, url: str) -> bool:
    """Open a link with xdg-open; return whether there was a browser, without waiting for it to be closed."""
    from subprocess import DEVNULL, Popen, TimeoutExpired

    # In a session of its own: Ctrl-C here is not for the browser, which xdg-open may be the parent of.
    try:
        process = Popen([opener, url], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
        return process.wait(_SECONDS_TO_FAIL) == 0  # it reports failure only in its exit status
    except OSError:  # it cannot be executed
        return False
    except TimeoutExpired:
        return True
