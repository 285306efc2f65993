"""The program: `sadkpop`, or python -m sadkpop from an installation, a bare checkout or a zip application."""

import sys


def main() -> None:
    """Run the program and exit."""
    try:
        from .cli import cli  # takes most of the time it takes to start, in which somebody may press Ctrl-C

        cli(prog_name="sadkpop")
    except KeyboardInterrupt:
        sys.exit(1)


if __name__ == "__main__":
    main()
