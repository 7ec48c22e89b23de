"""Finding the pages of a site by what its files say, where no path tells.

Translations of one page share what nobody translates: where links lead, images, code,
numbers, the values of the frontmatter, and the sequence of headings and paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from transcheck.discover.context import Context
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.mixed import languages_within
from transcheck.discover.paths import stem
from transcheck.discover.samples import Samples, spread
from transcheck.discover.tags import Strength, read_tag
from transcheck.patterns import late_regex

# Shorter files share too little to be told apart.
_LEAST_BYTES = 200
# What two files must share, and how alike they must be. Measured on four sites whose
# paths were hidden: of the pairs found at these values, 99 in 100 are right.
_LEAST_EVIDENCE = 1.5
_LEAST_SCORE = 0.5
# A feature that a tenth as many files of one language have says a tenth as much; one
# that more than this number of them have starts no comparison.
_COMMON = 8
# So many files are read to learn whether the tree is in several languages at all.
_GLANCE = 40


def find_by_content(files: Iterable[str], context: Context) -> list[Layout]:
    """Return the pages found by content; their tags are the detected languages.

    Args:
        files: Content files, relative to the root.
        context: Where to ask for their texts.
    """
    samples = context.samples
    paths = sorted(files)
    if len({samples.language(path) for path in spread(paths, _GLANCE)} - {None}) < 2:  # noqa: PLR2004 - in one language nothing is translated
        return []
    known = [
        _read(path, language, samples)
        for path in paths
        if (language := samples.language(path)) is not None
        and len(samples.head(path).encode()) >= _LEAST_BYTES
        and not languages_within(samples.head(path))
    ]
    pages = tuple(
        Draft(
            name=stem(min(page.path for page in group)),
            marked={page.language: page.path for page in group},
        )
        for group in _group(known)
    )
    return [Layout(template="by content", pages=pages)] if pages else []


# --- features ---------------------------------------------------------------------


class _Fingerprint(Struct, frozen=True):
    """What a file shares with its translations.

    Args:
        features: Link targets, code and so on.
        headings: The levels of the headings, a digit each.
        skeleton: A letter for each block.
    """

    path: str
    language: str
    features: frozenset[str]
    headings: str
    skeleton: str


_FENCE = late_regex(
    r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_TARGET = late_regex(
    r"\]\(\s*<?([^\s)>]+)|\]:[ \t]+<?(\S+?)>?$|(?:src|href)=[\"']([^\"']+)"
)
_CODE_SPAN = late_regex(r"`([^`\n]+)`")
_HEADING_ID = late_regex(r"\{#([\w-]+)")
_NUMBER = late_regex(r"(?<![\w.])\d+(?:\.\d+)+|(?<!\w)\d{3,}(?!\w)")
_KEY_LINE = late_regex(r"^[\w-]+:[ \t]*\S.*$", re.MULTILINE)
_HEADING = late_regex(r"^ {0,3}(#{1,6})(?=[ \t])")
_ITEM = late_regex(r"\s*(?:[-*+]|\d+[.)])\s")


def _read(path: str, language: str, samples: Samples) -> _Fingerprint:
    body = samples.text(path)
    whole = samples.head(path)
    head = whole[: len(whole) - len(body)]
    features = {"value " + line for line in _KEY_LINE.findall(head)}
    for fence in _FENCE.finditer(body):
        features.update(
            "code " + line.strip()
            for line in fence[0].splitlines()[1:-1]
            if line.strip()
        )
    prose = _FENCE.sub("\n```\n", body)
    for found in _TARGET.finditer(prose):
        features.add("target " + _without_language(next(filter(None, found.groups()))))
    features.update("span " + code for code in _CODE_SPAN.findall(prose))
    features.update("id " + name for name in _HEADING_ID.findall(prose))
    features.update("number " + number for number in _NUMBER.findall(prose))
    headings, skeleton = _shape(prose)
    return _Fingerprint(path, language, frozenset(features), headings, skeleton)


def _without_language(target: str) -> str:
    parts = target.split("/")
    return "/".join(part for part in parts if not _is_language(part))


def _is_language(part: str) -> bool:
    tag = read_tag(part)
    return tag is not None and tag.strength >= Strength.PLAIN


def _shape(prose: str) -> tuple[str, str]:
    headings = []
    blocks = []
    previous = ""
    for line in prose.split("\n"):
        heading = _HEADING.match(line)
        if heading:
            headings.append(str(len(heading[1])))
            kind = "h"
        elif not line.strip():
            kind = ""
        elif _ITEM.match(line):
            kind = "l"
        else:
            kind = {"`": "c", "|": "t", ">": "q", "<": "x", "!": "i"}.get(line[0], "p")
        if kind and (kind != previous or kind in "hl"):
            blocks.append(kind)
        previous = kind
    return "".join(headings), "".join(blocks)


# --- grouping ---------------------------------------------------------------------


def _group(files: Sequence[_Fingerprint]) -> list[list[_Fingerprint]]:
    """Join the most alike first, one file for each language, by average linkage."""
    weights = _weights(files)
    scores = {
        pair: score
        for pair in _pairs(files)
        if (score := _score(files[pair[0]], files[pair[1]], weights))
    }
    clusters = {index: [index] for index in range(len(files))}
    place = list(range(len(files)))
    for first, second in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = place[first], place[second]
        if one != other and _may_join(clusters[one], clusters[other], files, scores):
            clusters[one] += clusters.pop(other)
            for index in clusters[one]:
                place[index] = one
    return [
        [files[index] for index in sorted(members)]
        for members in clusters.values()
        if len(members) > 1
    ]


def _weights(files: Iterable[_Fingerprint]) -> dict[str, float]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for file in files:
        for feature in file.features:
            counts[feature][file.language] += 1
    return {feature: 1 / max(found.values()) for feature, found in counts.items()}


def _pairs(files: Sequence[_Fingerprint]) -> set[tuple[int, int]]:
    """Return the pairs that share something telling, in different languages."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, file in enumerate(files):
        for feature in file.features:
            holders[feature].append(index)
    pairs: set[tuple[int, int]] = set()
    for found in holders.values():
        per_language = Counter(files[index].language for index in found)
        if max(per_language.values()) <= _COMMON:
            pairs.update(
                pair
                for pair in combinations(found, 2)
                if files[pair[0]].language != files[pair[1]].language
            )
    return pairs


def _score(
    first: _Fingerprint, second: _Fingerprint, weights: Mapping[str, float]
) -> float:
    """Return how alike two files are, 0.0 to 1.0; 0 below the least evidence."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - start-up counts

    shared = sum(weights[feature] for feature in first.features & second.features)
    if shared < _LEAST_EVIDENCE:
        return 0.0
    sizes = [sum(weights[name] for name in file.features) for file in (first, second)]
    containment = shared / min(sizes)
    jaccard = shared / (sum(sizes) - shared)
    headings = Indel.normalized_similarity(first.headings, second.headings)
    skeleton = Indel.normalized_similarity(first.skeleton, second.skeleton)
    return 0.35 * containment + 0.25 * jaccard + 0.2 * headings + 0.2 * skeleton


def _may_join(
    one: Sequence[int],
    other: Sequence[int],
    files: Sequence[_Fingerprint],
    scores: Mapping[tuple[int, int], float],
) -> bool:
    if {files[index].language for index in one} & {
        files[index].language for index in other
    }:
        return False
    total = sum(
        scores.get((min(first, second), max(first, second)), 0.0)
        for first in one
        for second in other
    )
    return total / (len(one) * len(other)) >= _LEAST_SCORE
