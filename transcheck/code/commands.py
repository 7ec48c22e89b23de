"""Commands for a shell: which program they call, to do what, with which options.

What they are called with is the reader's, or an example's, and may be another.
"""

from __future__ import annotations

from collections import Counter

from transcheck.code.tokens import Difference, Token
from transcheck.patterns import late_regex
from transcheck.text import Span

# Programs whose first argument says what is to be done.
_WITH_VERBS = frozenset(
    {"apt", "apt-get", "brew", "bundle", "cargo", "composer", "conda", "docker",
     "dotnet", "flutter", "gem", "gh", "git", "go", "helm", "kubectl", "npm", "pip",
     "pnpm", "poetry", "rustup", "systemctl", "uv", "yarn"}
)  # fmt: skip
_OTHERS = frozenset(
    {"cat", "cd", "chmod", "chown", "cp", "curl", "deno", "grep", "java", "ls", "make",
     "mkdir", "mv", "node", "npx", "php", "python", "rm", "ruby", "ssh", "tar", "touch",
     "wget"}
)  # fmt: skip
_LINE = late_regex(r"[^\n]+")
_PROMPT = late_regex(r"\s*(?:[$!] ?|(?:[$] )?sudo )")
_TEXT = late_regex(r"\"[^\"]*\"|'[^']*'|<[^<>]*>|\s#.*")
_WORD = late_regex(r"\S+")
_VERB = late_regex(r"[a-z][a-z-]+")
_OPTION = late_regex(r"-[A-Za-z]+|--[a-z][a-z-]*")


def opens_command(word: str) -> bool:
    """Tell whether a word is the name of a program that many call in a shell.

    Args:
        word: The word.
    """
    name = word.rstrip("0123456789")
    return name in _WITH_VERBS or name in _OTHERS


def takes_verb(word: str) -> bool:
    """Tell whether a program is told by its first argument what to do.

    Args:
        word: Its name.
    """
    return word.rstrip("0123456789") in _WITH_VERBS


def compare_commands(first: str, second: str) -> Difference | None:
    """Return where commands begin to differ, None where they do not or are none.

    Args:
        first: The text of the original's block.
        second: The text of the translation's.
    """
    ours, theirs = _commands(first), _commands(second)
    if ours is None or theirs is None or len(ours) != len(theirs):
        return None
    for one, other in zip(ours, theirs, strict=True):
        found = _compare(one, other)
        if found is not None:
            return found
    return None


def _commands(code: str) -> list[list[Token]] | None:
    """Return the words of each command of a block, None where it holds other lines.

    Where there are prompts, the lines without one are what the programs printed.
    """
    found: list[list[Token]] = []
    is_session = code.startswith("$ ") or "\n$ " in code
    continues = False
    for line in _LINE.finditer(code):
        prompt = _PROMPT.match(line[0])
        # A comment may start the line, and has a space before it elsewhere.
        text = _TEXT.sub(lambda match: " " * len(match[0]), f"\n{line[0]}")[1:]
        words = [
            Token(
                match[0], Span(line.start() + match.start(), line.start() + match.end())
            )
            for match in _WORD.finditer(text, prompt.end() if prompt else 0)
        ]
        if continues:
            found[-1] += words
        elif words and opens_command(words[0].text) and (prompt or not is_session):
            found.append(words)
        elif words and not is_session:
            return None
        else:
            continue
        continues = words[-1:] != [] and words[-1].text == "\\"
    return found or None


def _compare(one: list[Token], other: list[Token]) -> Difference | None:
    """Return where a command calls another program, verb or option."""
    if _name(one[0]) != _name(other[0]):
        return Difference(one[0], other[0])
    if takes_verb(one[0].text) and len(one) > 1 and _VERB.fullmatch(one[1].text):
        verb = other[1] if len(other) > 1 else _end(other)
        if one[1].text != verb.text:
            return Difference(one[1], verb)
    lost, gained = _lacking(one, other), _lacking(other, one)
    if not lost and not gained:
        return None
    return Difference(
        lost[0] if lost else _end(one), gained[0] if gained else _end(other)
    )


def _lacking(one: list[Token], other: list[Token]) -> list[Token]:
    """Return the options of a command that another does not have."""
    left = Counter(_option(word) for word in other)
    lacking = []
    for word in one:
        option = _option(word)
        left[option] -= 1
        if option and left[option] < 0:
            lacking.append(word)
    return lacking


def _option(word: Token) -> str:
    """Return an option as all its spellings, "" for what is none."""
    if not _OPTION.fullmatch(word.text):
        return ""
    return word.text if word.text.startswith("--") else "".join(sorted(word.text))


def _name(word: Token) -> str:
    return word.text.rstrip("0123456789")


def _end(words: list[Token]) -> Token:
    return Token("", Span(words[-1].span.end, words[-1].span.end))
