"""sadkpop: a command-line playlist picker for sad K-pop songs."""

__version__ = "2.0.0"
