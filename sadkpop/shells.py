"""What click's completion lacks in bash, zsh and fish: values after --option=, and commas. Imported by Tab alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from glob import escape, glob

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)


class _JoinedOptions(ShellComplete):
    """A shell in which the value of an option may be joined to its name."""

    _joined = ""  # the name and the sign, where the shell takes them and the value for one word

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the complete words and the incomplete one; bash may make a word of the sign."""
        args, incomplete = super().get_completion_args()
        if args and args[-1] == "=":
            args.pop()
        name, sign, _ = incomplete.partition("=")
        self._joined = name + sign if sign and name.startswith("--") else ""
        return args, incomplete

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what the incomplete word may become: the whole word, as the shell sees it."""
        items = super().get_completions(args, incomplete)
        if not self._joined:
            return items
        values = [value for item in items for value in _values(item)]
        return [CompletionItem(self._joined + value.value, value.type, value.help) for value in values]


def _values(item: CompletionItem) -> Iterator[CompletionItem]:
    """Yield the item or, for a file, the paths that begin so: no shell looks for paths after another word."""
    if item.type != "file":
        yield item
        return
    path = os.path.expanduser(item.value)
    for found in sorted(glob(f"{escape(path)}*")):
        yield CompletionItem(item.value + found[len(path) :] + ("/" if os.path.isdir(found) else ""))


class _Bash(_JoinedOptions, BashComplete):
    """bash, whatever it takes for the end of a word."""


class _Zsh(_JoinedOptions, ZshComplete):
    """zsh."""


class _Fish(_JoinedOptions, FishComplete):
    """fish, which may find commas in a value and in what it means."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')


def register() -> None:
    """Have click complete for these shells so."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)
