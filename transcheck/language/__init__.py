"""Which language a text is in, and which language a block is surely not in.

Cheap signals first: the script of the letters, then function words, and a detector
only where doubt is left. Every answer is that of the text alone: the same text gives
the same answer in any order and any company.
"""

from transcheck.language.foreign import foreign_language
from transcheck.language.identify import identify
from transcheck.language.names import display_name
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import letters
from transcheck.language.words import function_words

__all__ = [
    "display_name",
    "foreign_language",
    "function_words",
    "identify",
    "letters",
    "strip_noise",
]
