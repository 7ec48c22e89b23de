"""What things are called: the words that the user wants, and glossaries."""

from transcheck.terms.model import SOURCE, TARGET, Entry, Terms
from transcheck.terms.settings import ReadFile, read_terms

__all__ = ["SOURCE", "TARGET", "Entry", "ReadFile", "Terms", "read_terms"]
