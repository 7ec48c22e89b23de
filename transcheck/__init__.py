"""transcheck, a linter for translation consistency of Markdown content."""

__version__ = "0.1.0"
