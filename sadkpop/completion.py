"""What click's completion lacks in bash, zsh and fish. Imported by Tab alone, it goes before click's."""

from __future__ import annotations

from click import shell_completion
from click.shell_completion import CompletionItem, add_completion_class


class _JoinedOptions(shell_completion.ShellComplete):
    """A shell that takes an option and the value joined to it for one word, and so replaces both."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what the whole word may become."""
        name, sign, _ = incomplete.partition("=")
        joined = name + sign if sign and name.startswith("--") else ""
        items = super().get_completions(args, incomplete)
        return [CompletionItem(joined + item.value, item.type, item.help) for item in items]


@add_completion_class
class _Bash(_JoinedOptions, shell_completion.BashComplete):
    """bash, which takes a value with a blank or a sign in it for several."""

    source_template = shell_completion.BashComplete.source_template.replace(
        "COMPREPLY+=($value)", 'COMPREPLY+=("$value"); [[ $value == *[^[:alnum:]=-]* ]] && compopt -o filenames'
    )

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the complete words and the incomplete one. bash may make three words of --option=value."""
        args, incomplete = super().get_completion_args()
        return [arg for arg in args if arg != "="], incomplete


@add_completion_class
class _Zsh(_JoinedOptions, shell_completion.ZshComplete):
    """zsh."""


@add_completion_class
class _Fish(_JoinedOptions, shell_completion.FishComplete):
    """fish, which may find commas in a value and in what it means."""

    source_template = shell_completion.FishComplete.source_template.replace(
        'string split ","', 'string split --max 1 ","'
    )
