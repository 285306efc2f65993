"""python -m sadkpop: the program, from an installation or a bare checkout."""

from .cli import cli

cli(prog_name="sadkpop")
