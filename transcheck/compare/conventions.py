"""Typographic conventions: what the pages of a language mostly do, and which do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from transcheck.align.model import AlignedPage
from transcheck.compare.own_texts import left_out
from transcheck.compare.texts import texts_of
from transcheck.document import (
    Block,
    Document,
    Heading,
    Link,
    RunningText,
    WikiLink,
    inlines_by_block,
    label,
)
from transcheck.text import Span
from transcheck.typography import QUOTE, Convention, Use, find_quoted, find_uses

# So many uses, on so many pages, show what is done.
_LEAST_USES, _LEAST_PAGES = 20, 5
# So many places of a form are kept; a page that has more of them is to be written anew.
_MOST_PLACES = 20
_BETWEEN = frozenset({Convention.SPACES, Convention.SPACES_OF_NUMBERS})


class Form(Struct, frozen=True, array_like=True, gc=False):
    """One way in which a document follows a convention.

    Args:
        form: As in `Use`.
        count: How often.
        spans: Where, in the order of the file; the first ones where it is often.
        plain: All of them can be written in another form, each by itself.
    """

    form: str
    count: int
    spans: tuple[Span, ...]
    plain: bool


class Habit(Struct, frozen=True, array_like=True, gc=False):
    """How a document follows a convention.

    Args:
        convention: The convention.
        language: The document's BCP 47 language.
        label: What messages call it.
        path: The document.
        forms: In the order of their first places.
    """

    convention: Convention
    language: str
    label: str
    path: str
    forms: tuple[Form, ...]

    @property
    def usual(self) -> str | None:
        """Return the form that the document mostly has, None where two are equal."""
        if len(self.forms) == 1:
            return self.forms[0].form
        (first, times), *others = Counter(
            {one.form: one.count for one in self.forms}
        ).most_common(2)
        return None if others and others[0][1] == times else first


class Deviation(Struct, frozen=True):
    """What a document writes in another form than the pages of its language do.

    Args:
        habit: How the document follows the convention.
        form: The form that it has.
        usual: The form that the others mostly have.
        pages: On how many pages that form prevails.
        of: On how many pages the convention shows.
        agreement: The share of these pages, or of all places on them where that is
            less, 0.0 to 1.0.
    """

    habit: Habit
    form: Form
    usual: str
    pages: int
    of: int
    agreement: float


def find_habits(page: AlignedPage) -> Iterator[Habit]:
    """Yield how the documents of a page follow conventions.

    What a translation copies from its original is none of its own: names, quotations
    of code and of buttons. Nor are titles of what is on another site.
    """
    original = page.original
    for document in page.documents:
        uses = document.once(_find_uses)
        if document.language is None or not uses:
            continue
        others = left_out(page, document)
        copied: frozenset[str] = frozenset()
        said = ""
        if original is not None and document is not original:
            copied, said = original.once(_said), original.text
        found: dict[Convention, list[_Found]] = {}
        for one in uses:
            words = one.use.said
            is_quoted = one.convention is Convention.QUOTES
            if words and (words in copied or (is_quoted and words in said)):
                continue
            if id(one.block) not in others:
                found.setdefault(one.convention, []).append(one)
        for convention, group in found.items():
            yield Habit(
                convention,
                document.language,
                label(document),
                document.path,
                _forms(group),
            )


def find_deviations(habits: Iterable[Habit], share: float) -> Iterator[Deviation]:
    """Yield what documents write in another form than those of their language do.

    Args:
        habits: Those of all pages of a site.
        share: So many pages, and so many uses on them, must agree, 0.0 to 1.0.
    """
    groups: dict[tuple[Convention, str], list[Habit]] = {}
    for habit in habits:
        groups.setdefault((habit.convention, habit.language), []).append(habit)
    for group in groups.values():
        uses: Counter[str] = Counter()
        for habit in group:
            for one in habit.forms:
                uses[one.form] += one.count
        usual, count = uses.most_common(1)[0]
        if len(group) < _LEAST_PAGES or uses.total() < _LEAST_USES:
            continue
        pages = sum(habit.usual == usual for habit in group)
        agreement = min(count / uses.total(), pages / len(group))
        if agreement < share:
            continue
        for habit in group:
            for form in habit.forms:
                if form.form != usual:
                    yield Deviation(habit, form, usual, pages, len(group), agreement)


class _Found(Struct, frozen=True, gc=False):
    """A use of a convention, and where in a document it is."""

    block: Block
    convention: Convention
    use: Use
    span: Span
    plain: bool


def _find_uses(document: Document) -> tuple[_Found, ...]:
    """Return the uses of conventions in a document's text."""
    texts = texts_of(document)
    found: list[_Found] = []
    for convention, use in find_uses(texts.text, document.language or ""):
        block, reading, start = texts.locate(use.start)
        found += _locate(block, reading, convention, use, start)
    for block, reading in texts.having(QUOTE):
        for use in find_quoted(reading.text):
            found += _locate(block, reading, Convention.QUOTES, use)
    elsewhere = _elsewhere(document)
    return tuple(
        one
        for one in found
        if not any(one.span in span for span in elsewhere.get(id(one.block), ()))
    )


def _said(document: Document) -> frozenset[str]:
    """Return the words with marks that translations may copy."""
    return frozenset(one.use.said for one in document.once(_find_uses))


def _elsewhere(document: Document) -> Mapping[int, Sequence[Span]]:
    """Return where the names of other pages and the titles of other sites are.

    By the ``id()`` of their block.
    """
    found: dict[int, list[Span]] = {}
    for block, links in inlines_by_block(document, Link).items():
        found[block] = [
            one.span for one in links if isinstance(one, Link) and "://" in one.target
        ]
    for block, links in inlines_by_block(document, WikiLink).items():
        spans = found.setdefault(block, [])
        spans += (one.target_span for one in links if isinstance(one, WikiLink))
    return found


def _locate(
    block: Block, reading: RunningText, convention: Convention, use: Use, first: int = 0
) -> Iterator[_Found]:
    """Yield a use of a block's text with its place, nothing where it tells nothing.

    The text is from `first` on in what the use was found in.
    """
    start, end, plain = use.start - first, use.end - first, use.plain
    if convention in _BETWEEN:
        if isinstance(block, Heading):
            return  # it is the name of something, as a program or a book shows it
        around = reading.span(start - 1, end + 1)
        if around.end - around.start == end - start + 2:  # no markup in between
            span = Span(around.start + 1, around.end - 1)
            yield _Found(block, convention, use, span, plain)
        return
    if convention is Convention.QUOTES:
        if not any(map(str.isalnum, use.said)):
            return  # code
        # An escaped mark is two characters.
        marks = reading.span(start, start + 1), reading.span(end - 1, end)
        plain = plain and all(mark.end - mark.start == 1 for mark in marks)
    yield _Found(block, convention, use, reading.span(start, end), plain)


def _forms(uses: list[_Found]) -> tuple[Form, ...]:
    groups: dict[str, list[_Found]] = {}
    for one in uses:
        groups.setdefault(one.use.form, []).append(one)
    return tuple(
        Form(
            form,
            len(group),
            tuple(one.span for one in group[:_MOST_PLACES]),
            all(one.plain for one in group),
        )
        for form, group in groups.items()
    )
