"""Code in comments, which is no text for translators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.code.comparison import compare_code
from transcheck.code.languages import code_language, find_lexer
from transcheck.code.tokens import Difference, Token
from transcheck.patterns import late_regex
from transcheck.text import Span

_MARKS = late_regex(r"\s*(?:#+|//+|--+|;+|%+)[ \t]*")
# A call or an assignment and nothing else; prose may well name one.
_STATEMENT = late_regex(
    r"[\w.$]+\(.*\)[;,]?|(?:(?:const|let|var) )?[\w.$]+(?:\[[^\]]*\])? [-+*/|&]?= \S.*",
    re.ASCII,
)
_SHOUTED = late_regex(r"[A-Z]{2,}(?= +\S)")


def compare_commented(first: str, second: str, info: str) -> Difference | None:
    """Return where code that is commented out begins to differ, None where it does not.

    Only where both have as many comments: one answers the other then.

    Args:
        first: The code.
        second: The code that should be the same, comments and literals aside.
        info: The info string of the first.
    """
    if first == second or not _has_statement(first):
        return None
    ours, theirs = list(_comments(first, info)), list(_comments(second, info))
    if len(ours) != len(theirs):
        return None
    for one, other in zip(ours, theirs, strict=True):
        before, after = one.cut(first), other.cut(second)
        if before == after:
            continue
        if _STATEMENT.fullmatch(before):
            found = compare_code(before, after, info)
            if found is not None:
                return Difference(_shift(found.first, one), _shift(found.second, other))
        elif _starts_with_keyword(before, info):
            words = re.match(r"\S+", before), re.match(r"\S+", after)
            if words[0] and words[1] and words[0][0] != words[1][0]:
                return Difference(_token(words[0], one), _token(words[1], other))
    return None


def _has_statement(code: str) -> bool:
    """Tell whether code may have some that is commented out, without a lexer."""
    return any(
        _STATEMENT.fullmatch(line, mark.end()) or _SHOUTED.match(line, mark.end())
        for line in code.split("\n")
        if (mark := _MARKS.match(line))
    )


def _comments(code: str, info: str) -> Iterator[Span]:
    """Yield the text of each line that is a comment and nothing else."""
    from pygments.token import Token as Kind  # noqa: PLC0415 - start-up counts
    from pygments.token import is_token_subtype  # noqa: PLC0415

    lexer = find_lexer(code_language(info))
    if lexer is None:
        return
    offset = 0
    for kind, text in lexer.get_tokens(code):
        start, offset = offset, offset + len(text)
        mark = _MARKS.match(text)
        end = len(text.rstrip())
        if mark is None or not is_token_subtype(kind, Kind.Comment):
            continue
        if mark.end() < end:
            yield Span(start + mark.end(), start + end)


def _starts_with_keyword(comment: str, info: str) -> bool:
    from pygments.token import Token as Kind  # noqa: PLC0415 - start-up counts
    from pygments.token import is_token_subtype  # noqa: PLC0415

    lexer = find_lexer(code_language(info))
    if lexer is None or not _SHOUTED.match(comment):
        return False
    kind, _ = next(iter(lexer.get_tokens(comment)))
    return is_token_subtype(kind, Kind.Keyword)


def _shift(token: Token, by: Span) -> Token:
    return Token(
        token.text, Span(token.span.start + by.start, token.span.end + by.start)
    )


def _token(match: re.Match[str], by: Span) -> Token:
    return _shift(Token(match[0], Span(*match.span())), by)
