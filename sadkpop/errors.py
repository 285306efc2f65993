"""The program as a click group whose errors are sentences: its own, and click's in its words."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from . import messages
from .session import Session
from .terminal import Failure, discard, prepare_streams, print_note, print_page, terminal_columns
from .text import escape, typos


class Program(click.Group):
    """The program. What must come before all else is answered before anything typed is complained about."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order they are defined in."""
        return list(self.commands)

    def main(self, args: Sequence[str] | None = None, *more: Any, **kwargs: Any) -> Any:
        """Run the program and exit, also where a stream is closed or full."""
        if "_SADKPOP_COMPLETE" in os.environ:
            from . import completion  # noqa: F401  # goes before click's
        session = Session(sys.argv[1:] if args is None else args, self)
        try:
            prepare_streams()
            sys.exit(super().main(args, *more, **{**kwargs, "standalone_mode": False, "obj": session}) or 0)
        except click.Abort:
            sys.exit(1)
        except click.ClickException as error:
            failure = error if isinstance(error, Failure) else self._in_our_words(error, session)
            if failure.label and session.is_private:
                care = session.care()  # which has nowhere to be printed if it gets here
                answer = care.says or failure.message if care else messages.not_repeated(session.command)
                failure = Failure(answer, failure.exit_code, label="")
        except OSError as error:
            discard(sys.stdout)
            failure = Failure(f"The output could not be written: {error.strerror}.")
        except (KeyError, ValueError):
            if "_SADKPOP_COMPLETE" not in os.environ:
                raise
            sys.exit(1)  # the shell did not say what to complete
        print_note(failure.message, failure.label)
        if failure.hint:
            print_note(failure.hint, is_hint=True)
        sys.exit(failure.exit_code)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands before the command, unless it is all answered already."""
        if ctx.resilient_parsing:  # while a shell completes, the command line is not that of the process
            ctx.obj = Session(args, self)
        elif care := ctx.obj.care():
            if care.says:
                print_note(f"{care.says}\n")
            print_page(ctx.obj.care_page(care))
            ctx.exit()
        columns = min(max(terminal_columns(sys.stdout) or 80, 24), 80)  # click's would be no fewer than 50
        ctx.terminal_width = columns - 2
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command that was typed. Raises Failure naming the one that was meant."""
        if args[0] in self.commands or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise Failure(ctx.obj.offers.instead_of_command(ctx.obj.words, self.commands), 2)

    def _in_our_words(self, error: click.ClickException, session: Session) -> Failure:
        if isinstance(error, click.NoSuchOption) and error.ctx:
            return self._no_such_option(error.ctx, error.option_name)
        if isinstance(error, click.BadParameter) and error.param:
            option = error.param.opts[0]
        elif isinstance(error, click.BadOptionUsage):
            option = error.option_name
        else:
            return Failure(escape(error.format_message(), 1000), error.exit_code)
        param = self._options(session)[option][1]
        return Failure(messages.needs_value(option, param.name or "", getattr(param.type, "choices", ())), 2)

    def _no_such_option(self, ctx: click.Context, option: str) -> Failure:
        known = [known for param in ctx.command.get_params(ctx) for known in param.opts if known.startswith("--")]
        others = self._options(ctx.obj)
        near = typos(option, known, mistaken=False, least=3)
        meant = [option] if option in others else typos(option, others, mistaken=False, least=3)
        other = f"{others[meant[0]][0].name} has {meant[0]}".removesuffix(f" {option}") if meant else ""
        formats = [choice for param in ctx.command.params for choice in getattr(param.type, "choices", ())]
        sentence = messages.no_such_option(option, ctx.info_name or "", near[:1], other, formats)
        return Failure(sentence, 2, messages.all_options(ctx.command_path))

    def _options(self, session: Session) -> dict[str, tuple[click.Command, click.Parameter]]:
        """Return each option with a command that has it: the one that was typed, or else the first."""
        typed = self.commands.get(session.command_name, self)
        commands = (self, *reversed(list(self.commands.values())), typed)
        pairs = [(command, param) for command in commands for param in command.params]
        return {name: (command, param) for command, param in pairs for name in param.opts if name.startswith("-")}
