"""Code held against code: what a translator may change in it, and what not.

Comments, string literals and the output of programs may be translated. Everything
else must stay, so two blocks are compared token by token, with what may be translated
as blanks.
"""

from transcheck.code.commands import opens_command, takes_verb
from transcheck.code.commented import compare_commented
from transcheck.code.comparison import code_span, compare_code
from transcheck.code.languages import code_language, same_language
from transcheck.code.tokens import Difference, Token

__all__ = [
    "Difference",
    "Token",
    "code_language",
    "code_span",
    "compare_code",
    "compare_commented",
    "opens_command",
    "same_language",
    "takes_verb",
]
