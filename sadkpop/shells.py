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
        """Return the complete words and the incomplete one."""
        args, incomplete = super().get_completion_args()
        name, sign, _ = incomplete.partition("=")
        self._joined = name + sign if sign and name.startswith("--") else ""
        return args, incomplete

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what the incomplete word may become: the whole word, as the shell sees it."""
        items = [value for item in super().get_completions(args, incomplete) for value in self._values(item)]
        return [
            item if item.type == "file" else CompletionItem(self._joined + item.value, item.type, item.help)
            for item in items
        ]

    def _values(self, item: CompletionItem) -> Iterator[CompletionItem]:
        """Yield the item or, for a file that the shell does not look for itself, the paths that begin so."""
        if item.type == "file" and self._joined:
            yield from _paths(item.value)
        else:
            yield item


def _paths(typed: str) -> Iterator[CompletionItem]:
    """Yield the paths that begin as typed, folders with a slash."""
    path = os.path.expandvars(os.path.expanduser(typed))
    for found in sorted(glob(f"{escape(path)}*")):
        yield CompletionItem(typed + found[len(path) :] + ("/" if os.path.isdir(found) else ""))


class _Bash(_JoinedOptions, BashComplete):
    """bash, which may make three words of --option=value, and takes what has a blank or a sign in it for several."""

    source_template = BashComplete.source_template.replace(
        "COMPREPLY+=($value)",
        'COMPREPLY+=("$value"); [[ $value == *[^[:alnum:]=-]* ]] && compopt -o filenames',
    )

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the complete words, with options and values put together again, and the incomplete one."""
        args, incomplete = super().get_completion_args()
        words: list[str] = []
        for word in args:
            if words and words[-1].startswith("--") and (word == "=" or words[-1].endswith("=")):
                words[-1] += word
            else:
                words.append(word)
        if words and words[-1].startswith("--"):
            words[-1] = words[-1].removesuffix("=")  # its value is what is incomplete
        return words, incomplete


class _Zsh(_JoinedOptions, ZshComplete):
    """zsh, which looks for files itself once it is told where their names begin."""

    source_template = ZshComplete.source_template.replace(
        "_path_files -f", "[[ $PREFIX == --*=* ]] && compset -P 1 '*='; _path_files -f"
    )

    def _values(self, item: CompletionItem) -> Iterator[CompletionItem]:
        yield item


class _Fish(_JoinedOptions, FishComplete):
    """fish, which may find commas in a value and in what it means, and looks for no file below ~."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')

    def _values(self, item: CompletionItem) -> Iterator[CompletionItem]:
        if item.type == "file":
            yield from _paths(item.value)
        else:
            yield item


def register() -> None:
    """Have click complete for these shells so."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)
