"""Marks of all scripts, by what they do.

Source: the code charts and UAX 14 (line breaking) of Unicode 15.1.
"""

from __future__ import annotations

# What ends a sentence that states something.
FULL_STOPS = frozenset(".。．｡۔।։။។᱾᠃።")
# A question, an exclamation; Armenian sets them on a vowel, not at the end.
QUESTIONS = frozenset("?？؟\u037e՞፧⁇⁈⁉")
EXCLAMATIONS = frozenset("!！՜߹‼")
# Commas and their like.
COMMAS = frozenset(",，、､،၊፣᠂")
SEMICOLONS = frozenset(";；؛፤")
COLONS = frozenset(":：៖፥፦")
# What trails off, but for the full stops in a row.
ELLIPSES = frozenset("…⋯")
# Marks that stand between or after words and never beside one another.
SEPARATORS = FULL_STOPS | COMMAS | frozenset(";:；：؛፤፥")
# What may close between the last word and a mark.
CLOSING = frozenset(")]}»›”’\"'）］｝」』】〉》〗〙”’")

# Brackets that stand close to what is in them, and what closes each.
BRACKETS = {"(": ")", "（": "）"}

# Three or more of one of these trail off: an ellipsis, typed.
ELLIPSIS_MARKS = frozenset(".。．、")
