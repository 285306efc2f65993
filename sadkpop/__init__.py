"""sadkpop: a command-line playlist picker for sad K-pop songs."""

__version__ = "3.0.0"
