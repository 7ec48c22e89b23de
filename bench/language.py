"""Measure how well blocks in a wrong language are found, on sites that you have.

usage: python bench/language.py SITE... [--every N] [--samples N] [--show N]
       [--detector NAME | all]...

Blocks of each language of a site are asked about as blocks of its own pages, where any
answer is a false alarm, and as if they stood on the pages of each other language, where
none is a miss. So are sentences of languages that the site does not have.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "rules")]  # a checkout need not be installed

from transcheck.compare.readable import (  # noqa: E402 - the path comes first
    is_title_elsewhere,
)
from transcheck.config import Settings  # noqa: E402 - as above
from transcheck.discover import discover  # noqa: E402 - as above
from transcheck.document import (  # noqa: E402 - as above
    block_prose,
    document_blocks,
    own_inlines,
)
from transcheck.language.detectors import (  # noqa: E402 - as above
    DEFAULT_DETECTOR,
    DETECTORS,
    Detector,
)
from transcheck.language.foreign import foreign_language  # noqa: E402 - as above
from transcheck.language.identify import variant_of  # noqa: E402 - as above
from transcheck.language.noise import strip_noise  # noqa: E402 - as above
from transcheck.language.scripts import base, letters  # noqa: E402 - as above
from transcheck.parse import parse  # noqa: E402 - as above
from transcheck.site import PageFiles, Site  # noqa: E402 - as above
from transcheck.text import UndecodableError, decode  # noqa: E402 - as above

T = TypeVar("T")

LENGTHS = {30: "under 30", 60: "30 to 60", 120: "60 to 120", sys.maxsize: "over 120"}

_ALL = "all"
_LONG = (LENGTHS[120], LENGTHS[sys.maxsize])

# Languages that a sentence often does not tell apart.
TWINS = (
    frozenset({"no", "da"}),
    frozenset({"id", "ms"}),
    frozenset({"hr", "sr", "bs"}),
    frozenset({"cs", "sk"}),
    frozenset({"gl", "es", "pt"}),
)

_FOLDER = Path(__file__).parent
# What is planted from outside of a site: a language and a sentence of ours a line, of
# each length.
OUTSIDE = tuple(
    line.split(" ", 1)
    for line in (_FOLDER / "outside.txt").read_text("utf-8").splitlines()
)
# Blocks of public sites that were read, and really are in another language than their
# page: the start of the SHA-256 of their prose.
FOREIGN = frozenset((_FOLDER / "foreign_blocks.txt").read_text("utf-8").split())


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one block.

    Args:
        page: The BCP 47 language of the page it stands on, or is planted on.
        source: The language it is in.
        length: Its length as a heading of the tables.
        found: The language that it is said to be in, None for that of its page.
        text: Its prose.
    """

    page: str
    source: str
    length: str
    found: str | None
    text: str


@dataclass(slots=True)
class Answers:
    """What was said of the blocks of a site, and the time that it took.

    Args:
        own: Of blocks on pages in their language.
        planted: Of blocks on pages in another one.
        own_seconds: The processor time for the first.
        planted_seconds: That for the second.
    """

    own: list[Answer] = field(default_factory=list)
    planted: list[Answer] = field(default_factory=list)
    own_seconds: float = 0.0
    planted_seconds: float = 0.0


def main() -> int:
    """Read the sites, ask about their blocks, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sites", nargs="+", metavar="SITE", help="a folder")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="read every Nth page only"
    )
    parser.add_argument(
        "--samples",
        type=int,
        default=20,
        metavar="N",
        help="plant so many blocks for each length and pair of languages",
    )
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print so many wrong answers"
    )
    parser.add_argument(
        "--detector",
        action="append",
        choices=(*DETECTORS, _ALL),
        help="ask this one, may be repeated; langdetect unless you say otherwise",
    )
    options = parser.parse_args()
    chosen = options.detector or [DEFAULT_DETECTOR.name]
    detectors = [DETECTORS[one] for one in (DETECTORS if _ALL in chosen else chosen)]
    for folder in options.sites:
        blocks = read(discover([folder], Settings()), options.every)
        count = sum(map(len, blocks.values()))
        print(f"{folder}: {count} blocks in {len(blocks)} languages", flush=True)
        for detector in detectors:
            print(f"\n{detector.name}: {load(detector):.2f} s to load", flush=True)
            report(ask(blocks, options.samples, detector), options.show)
    return 0


def load(detector: Detector) -> float:
    """Return the processor time of the first question, about all its languages."""
    begin = process_time()
    detector.probabilities(OUTSIDE[0][1], detector.languages)
    return process_time() - begin


def read(site: Site, every: int) -> dict[str, list[str]]:
    """Return the prose of the blocks of a site by language, each once.

    Args:
        site: The site.
        every: Read every so many pages.

    Returns:
        What the original has too is only in the original's language; what really is
        in another language is left out.
    """
    blocks: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for page in site.pages[::every]:
        texts = dict(_read_page(page, site))
        left = frozenset(texts.get(page.original or "", ()))
        for tag, found in texts.items():
            language = site.languages[tag]
            own = found if tag == page.original else [x for x in found if x not in left]
            blocks[language].update(
                dict.fromkeys(one for one in own if _digest(one) not in FOREIGN)
            )
    return {language: list(found) for language, found in sorted(blocks.items())}


def _read_page(page: PageFiles, site: Site) -> Iterator[tuple[str, list[str]]]:
    for tag, path in page.files.items():
        try:
            text = decode(Path(path).read_bytes())
        except UndecodableError:
            continue
        document = parse(text, path=path, tag=tag, language=site.languages[tag])
        yield (
            tag,
            [
                prose
                for block in document_blocks(document)
                if own_inlines(block) and not is_title_elsewhere(block)
                if letters(strip_noise(prose := block_prose(block)))
            ],
        )


def ask(blocks: dict[str, list[str]], samples: int, detector: Detector) -> Answers:
    """Ask about the blocks of a site on their own pages, and planted on others.

    Args:
        blocks: Prose by language.
        samples: How many to plant for each length and pair of languages.
        detector: What is asked where script and words leave doubt.
    """
    planted: dict[str, list[str]] = {
        language: [
            text
            for some in _by_length(found).values()
            for text in spread(some, samples)
        ]
        for language, found in blocks.items()
    }
    present = {base(language) for language in blocks}
    for name, sentence in OUTSIDE:
        if name not in present:
            planted.setdefault(name, []).append(sentence)
    answers = Answers()
    for page, own in blocks.items():
        others = tuple(language for language in blocks if language != page)
        begin = process_time()
        answers.own += [_answer(page, page, text, others, detector) for text in own]
        middle = process_time()
        answers.planted += [
            _answer(page, source, text, others, detector)
            for source, texts in planted.items()
            if _differ(source, page)
            for text in texts
        ]
        answers.own_seconds += middle - begin
        answers.planted_seconds += process_time() - middle
    return answers


def _differ(first: str, second: str) -> bool:
    """Tell whether two tags are two languages, or the two ways of writing Chinese."""
    if base(first) == base(second) == "zh":
        return variant_of(first) != variant_of(second)
    return base(first) != base(second)


def _answer(
    page: str, source: str, text: str, others: tuple[str, ...], detector: Detector
) -> Answer:
    found = foreign_language(text, page, others, detector)
    return Answer(page, source, _length(text), found, text)


def _length(text: str) -> str:
    count = letters(strip_noise(text))
    return next(name for least, name in LENGTHS.items() if count < least)


def _by_length(texts: Sequence[str]) -> dict[str, list[str]]:
    result: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        result[_length(text)].append(text)
    return result


def spread(values: Sequence[T], count: int) -> Sequence[T]:
    """Return so many values, evenly out of all."""
    return values[:: max(1, len(values) // count)][:count]


def report(answers: Answers, show: int) -> None:
    """Print the tables.

    Args:
        answers: All of one site.
        show: How many false alarms, and how many misses, to print with their texts.
    """
    apart = [one for one in answers.planted if not _near(one)]
    twins = [one for one in answers.planted if _near(one)]
    print("\nplanted blocks         blocks   found   named right")
    for name, group in (("", apart), ("near twins, ", twins)):
        for length in LENGTHS.values():
            _print_recall(name + length, [one for one in group if one.length == length])
    print("\nown blocks             blocks   flagged, without those really foreign")
    for length in LENGTHS.values():
        _print_alarms(length, [one for one in answers.own if one.length == length])
    _print_alarms("all", answers.own)
    print("\nfound of 60 letters and more, %: pages in rows, planted from columns")
    _print_pairs([one for one in answers.planted if one.length in _LONG])
    for name, seconds, asked in (
        ("own", answers.own_seconds, answers.own),
        ("planted", answers.planted_seconds, answers.planted),
    ):
        print(f"{1000 * seconds / len(asked):.3f} ms a block, {name}")
    alarms = [one for one in answers.own if one.found]
    missed = [one for one in apart if not one.found and one.length != LENGTHS[30]]
    for title, wrong in (("flagged", alarms), ("missed", missed)):
        for one in spread(wrong, show) if show else ():
            print(f"{title} {_digest(one.text)} {one.source} on {one.page}:", end=" ")
            print(f"{one.found} {one.text!r}")
    print(flush=True)


def _near(answer: Answer) -> bool:
    return any({base(answer.page), base(answer.source)} <= group for group in TWINS)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def _print_recall(name: str, answers: Sequence[Answer]) -> None:
    if answers:
        found = [one for one in answers if one.found]
        right = sum(base(one.found or "") == base(one.source) for one in found)
        print(
            f"  {name:20} {len(answers):6} {len(found) / len(answers):7.1%}"
            f" {right / len(answers):7.1%}"
        )


def _print_alarms(name: str, answers: Sequence[Answer]) -> None:
    flagged = sum(one.found is not None for one in answers)
    rate = f"1 in {len(answers) // flagged}" if flagged else "none"
    print(f"  {name:20} {len(answers):6} {flagged:7}   {rate}")


def _print_pairs(answers: Sequence[Answer]) -> None:
    asked = Counter((one.page, one.source) for one in answers)
    found = Counter((one.page, one.source) for one in answers if one.found)
    sources = sorted({source for _, source in asked})
    width = max(map(len, sources), default=0) + 1
    print(" " * width + "".join(f"{source:>{width}}" for source in sources))
    for page in sorted({page for page, _ in asked}):
        row = (
            f"{100 * found[page, source] / asked[page, source]:.0f}"
            if asked[page, source]
            else "-"
            for source in sources
        )
        print(f"{page:{width}}" + "".join(f"{cell:>{width}}" for cell in row))


if __name__ == "__main__":
    sys.exit(main())
