"""A rule's page as a list of examples: read, and written again."""

from __future__ import annotations

from msgspec import Struct

from transcheck.document import CodeBlock, Document, Section, prose, walk_sections
from transcheck.errors import TranscheckError
from transcheck.parse import parse
from transcheck.patterns import late_regex
from transcheck.text import Lines

_HEADING = "Examples"
_REPORT = "report"
_CONFIG = "toml"
_ESCAPED, _NO_EOL, _FIXED = "escaped", "no-eol", "fixed"
_WORDS = frozenset({_ESCAPED, _NO_EOL, _FIXED})

_ESCAPE = late_regex(
    r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([trn\\]))"
)
_LETTERS = {"t": b"\t", "r": b"\r", "n": b"\n", "\\": b"\\"}
_NAMES = {"\t": "\\t", "\r": "\\r", "\\": "\\\\"}


class ExampleError(TranscheckError):
    """An example on a rule's page is not as it must be; for the rule's maintainer."""


class Example(Struct, frozen=True, kw_only=True):
    """One example on a rule's page.

    Args:
        rule: The rule's id.
        title: Its heading.
        files: Path to content, the original first.
        config: The configuration, TOML.
        report: What must be printed.
        fixed: Path to content after every fix, for the files that are shown so.
    """

    rule: str
    title: str
    files: dict[str, bytes]
    config: str
    report: str
    fixed: dict[str, bytes]

    def __str__(self) -> str:
        """Return a name for a test: ``stray-punctuation: A full stop too many``."""
        return f"{self.rule}: {self.title}"


class Outcome(Struct, frozen=True, kw_only=True):
    """What an example gives.

    Args:
        report: What is printed.
        fixed: Path to content, for every file, after every fix.
    """

    report: str
    fixed: dict[str, bytes]


class _Fence(Struct, frozen=True):
    """A fenced block of an example, its info string taken apart.

    Args:
        block: The block.
        kind: ``report``, ``toml`` or ``file``.
        path: The path of a file, "" for other kinds.
        words: What else is said of a file.
    """

    block: CodeBlock
    kind: str
    path: str
    words: frozenset[str]


class ExamplePage:
    """The page of a rule.

    Args:
        rule: The rule's id.
        text: The page, Markdown.

    Raises:
        ExampleError: It has no examples, or one is not as it must be.
    """

    def __init__(self, rule: str, text: str) -> None:
        self._rule = rule
        self._text = text
        self._lines = Lines(text)
        page = parse(text, path=f"{rule}.md")
        self._examples = [
            (self._read(section), self._fences(section))
            for section in self._sections(page)
        ]

    @property
    def examples(self) -> list[Example]:
        """The examples, in their order."""
        return [example for example, _ in self._examples]

    def updated(self, outcomes: list[Outcome]) -> str:
        """Return the page with other reports and fixed files.

        Args:
            outcomes: What the examples give, in their order.
        """
        edits: list[tuple[int, int, str]] = []
        for (_, fences), outcome in zip(self._examples, outcomes, strict=True):
            if outcome.report and all(fence.kind != _REPORT for fence in fences):
                end = fences[-1].block.span.end
                edits.append((end, end, f"\n\n```report\n{outcome.report}```"))
            for fence in fences:
                content = _new_content(fence, outcome)
                if content is not None:
                    block = fence.block
                    new = f"{block.fence}{block.info}\n{content}{block.fence}"
                    edits.append((block.span.start, block.span.end, new))
        text = self._text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _sections(self, page: Document) -> tuple[Section, ...]:
        for section in walk_sections(page.root):
            if section.heading and _title(section) == _HEADING:
                if self._fences(section):
                    raise self._error(section.heading.span.start, "has no heading")
                if section.sections:
                    return section.sections
        raise ExampleError(f"{self._rule}.md: no examples under '{_HEADING}'")

    def _fences(self, section: Section) -> list[_Fence]:
        return [
            self._fence(block)
            for block in section.blocks
            if isinstance(block, CodeBlock) and block.fence
        ]

    def _fence(self, block: CodeBlock) -> _Fence:
        words = block.info.split()
        if words in ([_REPORT], [_CONFIG]):
            return _Fence(block, words[0], "", frozenset())
        if len(words) == 1:
            raise self._error(block.span.start, "has a file without a path")
        if not words or not _WORDS.issuperset(words[2:]):
            raise self._error(block.span.start, f"has a fence '{block.info}'")
        return _Fence(block, "file", words[1], frozenset(words[2:]))

    def _read(self, section: Section) -> Example:
        files: dict[str, bytes] = {}
        fixed: dict[str, bytes] = {}
        texts = {_REPORT: "", _CONFIG: ""}
        for fence in self._fences(section):
            if fence.kind in texts:
                texts[fence.kind] += fence.block.content
                continue
            known = fixed if _FIXED in fence.words else files
            if fence.path in known or (known is fixed and fence.path not in files):
                what = f"has {fence.path} twice, or fixed only"
                raise self._error(fence.block.span.start, what)
            known[fence.path] = _content(fence)
        if not files and section.heading:
            raise self._error(section.heading.span.start, "has no file")
        return Example(
            rule=self._rule,
            title=_title(section),
            files=files,
            config=texts[_CONFIG],
            report=texts[_REPORT],
            fixed=fixed,
        )

    def _error(self, offset: int, what: str) -> ExampleError:
        line = self._lines.position(offset).line
        return ExampleError(f"{self._rule}.md:{line}: an example {what}")


def _title(section: Section) -> str:
    heading = section.heading
    return prose(*heading.inlines) if heading else ""


def _content(fence: _Fence) -> bytes:
    text = fence.block.content
    if _NO_EOL in fence.words:
        text = text.removesuffix("\n")
    return _decode_escapes(text) if _ESCAPED in fence.words else text.encode()


def _new_content(fence: _Fence, outcome: Outcome) -> str | None:
    if fence.kind == _REPORT:
        return outcome.report
    if _FIXED not in fence.words:
        return None
    text = outcome.fixed[fence.path].decode()
    if _ESCAPED in fence.words:
        text = _encode_escapes(text)
    return text if text.endswith("\n") else f"{text}\n"


def _decode_escapes(text: str) -> bytes:
    parts: list[bytes] = []
    end = 0
    for escape in _ESCAPE.finditer(text):
        parts.append(text[end : escape.start()].encode())
        end = escape.end()
        short, long, byte, letter = escape.groups()
        if letter:
            parts.append(_LETTERS[letter])
        elif byte:
            parts.append(bytes.fromhex(byte))
        else:
            parts.append(chr(int(short or long, 16)).encode())
    return b"".join([*parts, text[end:].encode()])


def _encode_escapes(text: str) -> str:
    return "".join(
        _NAMES.get(character)
        or (
            character
            if character.isprintable() or character == "\n"
            else f"\\U{ord(character):08x}"
            if ord(character) > 0xFFFF  # noqa: PLR2004 - the last with four digits
            else f"\\u{ord(character):04x}"
        )
        for character in text
    )
