"""Where translations in a container have their originals, when at other paths.

Docusaurus keeps the translation of ``docs/{path}`` at
``i18n/{lang}/docusaurus-plugin-content-docs/current/{path}``, that of
``versioned_docs/version-1.0/{path}`` at ``…-docs/version-1.0/{path}``, and so on. None
of its names is known here: every unmarked file votes with the end of its path.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from transcheck.discover.paths import is_telling
from transcheck.discover.root import join
from transcheck.discover.tags import Strength, read_tag
from transcheck.patterns import late_regex

# The share of the paths below a folder that must have their originals in one root.
_ANSWERED = 0.4
# So many telling paths need no other evidence.
_MANY_TELLING = 3
# A name that so many folders have says nothing about where it belongs.
_EVERYWHERE = 50

_VERSION = late_regex(r"\d+|(?<=version-)[^/]+")
_WORDS = late_regex(r"[^\W_]+")
# Words of generators, which say nothing about what is in a folder.
_EMPTY_WORDS = frozenset(["content", "current", "docusaurus", "plugin", "version"])


class Move(Struct, frozen=True):
    """Files below a folder of every language have their originals below another.

    Args:
        prefix: A folder within the language folders, "" for these themselves.
        root: The folder of the originals.
    """

    prefix: str
    root: str

    def original(self, residual: str) -> str | None:
        """Return where the original of a path would be, None when it is elsewhere."""
        if not self.prefix:
            return join(self.root, residual)
        if residual.startswith(self.prefix + "/"):
            return join(self.root, residual[len(self.prefix) + 1 :])
        return None


def find_moves(
    container: str, residuals: Iterable[str], unmarked: Iterable[str]
) -> tuple[Move, ...]:
    """Return where the originals of a container's translations are.

    Args:
        container: The folder that holds the language folders.
        residuals: Paths below these, without extension.
        unmarked: The paths of files that may be originals, without extension.

    Returns:
        The longest prefix first; no prefix and no root twice.
    """
    wanted = sorted(residuals)
    votes = _votes(wanted, _roots_by_tail(wanted, unmarked))
    uses = Counter(word for prefix in votes for word in _words(prefix))
    left = Counter(prefix for path in wanted for prefix, _ in _cuts(path))
    order = sorted(votes, key=lambda prefix: (-_most(votes[prefix]), prefix))
    accepted: dict[str, str] = {}
    # What is accepted leaves fewer paths to the folders above it: so once again.
    for prefix in (*order, *order):
        if prefix in accepted:
            continue
        # A root that another prefix has is not the place of these as well.
        roots = [
            _Root(root, paths, _likeness(prefix, _relative(root, container), uses))
            for root, paths in votes[prefix].items()
            if not any(_overlap(root, other) for other in accepted.values())
            and _versions(prefix) == _versions(_relative(root, container))
        ]
        found = _choose(roots, container)
        if found is not None and len(found.paths) >= _ANSWERED * left[prefix]:
            accepted[prefix] = found.folder
            for above, _ in _cuts(prefix):
                left[above] -= left[prefix]
    moves = [Move(prefix, root) for prefix, root in accepted.items()]
    return tuple(sorted(moves, key=lambda move: (-len(move.prefix), move.prefix)))


_Votes = Mapping[str, Mapping[str, set[str]]]  # prefix, then root, to residuals


def _roots_by_tail(
    residuals: Iterable[str], unmarked: Iterable[str]
) -> dict[str, list[str]]:
    """Return the end of a path to the folders that hold files at it."""
    names = {residual.rpartition("/")[2] for residual in residuals}
    roots: dict[str, list[str]] = defaultdict(list)
    for path in unmarked:
        if path.rpartition("/")[2] in names:
            for root, tail in _cuts(path):
                if not _is_marked(root):
                    roots[tail].append(root)
    return roots


def _votes(residuals: Iterable[str], roots: Mapping[str, list[str]]) -> _Votes:
    """Let each path vote for the roots that share its longest end."""
    votes: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for residual in residuals:
        found = next((cut for cut in _cuts(residual) if cut[1] in roots), None)
        if found is not None and len(roots[found[1]]) <= _EVERYWHERE:
            for root in roots[found[1]]:
                votes[found[0]][root].add(residual)
    return votes


def _most(roots: Mapping[str, set[str]]) -> int:
    return max(len(paths) for paths in roots.values())


class _Root(Struct, frozen=True):
    """A folder that may hold the originals of some paths.

    Args:
        folder: Its path.
        paths: The residual paths that vote for it.
        likeness: How telling a word its name shares with theirs, 0.0 to 1.0.
    """

    folder: str
    paths: set[str]
    likeness: float

    @property
    def is_likely(self) -> bool:
        """Tell whether it may be chosen: a few votes for another name are chance."""
        telling = sum(is_telling(_name(path)) for path in self.paths)
        return telling >= _MANY_TELLING or self.likeness > 0


def _likeness(prefix: str, root: str, uses: Mapping[str, int]) -> float:
    """Return how telling the best common word is: less so if many prefixes have it."""
    return max((1 / uses[word] for word in _words(prefix) & _words(root)), default=0.0)


def _choose(roots: Iterable[_Root], container: str) -> _Root | None:
    """Return the best of the roots that have half of the most votes.

    That is the one most alike by its name, then the nearest to the container.
    """
    likely = [root for root in roots if root.is_likely]
    most = max((len(root.paths) for root in likely), default=0)
    return min(
        (root for root in likely if 2 * len(root.paths) >= most),
        key=lambda root: (
            -root.likeness,
            _distance(root.folder, container),
            -len(root.paths),
            root.folder,
        ),
        default=None,
    )


def _cuts(path: str) -> Iterator[tuple[str, str]]:
    """Yield every way to cut a path in two, the longest end first."""
    parts = path.split("/")
    for index in range(len(parts)):
        yield "/".join(parts[:index]), "/".join(parts[index:])


def _is_marked(root: str) -> bool:
    """Tell whether a folder is one of translations itself."""
    tags = [read_tag(part) for part in root.split("/")]
    return any(tag is not None and tag.strength >= Strength.PLAIN for tag in tags)


def _is_below(path: str, folder: str) -> bool:
    return not folder or path.startswith(folder + "/")


def _overlap(one: str, other: str) -> bool:
    return one == other or _is_below(one, other) or _is_below(other, one)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _words(path: str) -> set[str]:
    return set(_WORDS.findall(path.lower())) - _EMPTY_WORDS


def _versions(path: str) -> list[str]:
    """Return the versions in a path: pages of another one are other pages."""
    return _VERSION.findall(path)


def _relative(root: str, container: str) -> str:
    """Return a root without the folders that the container is in as well."""
    return "/".join(root.split("/")[_common(root, container) :])


def _distance(root: str, container: str) -> int:
    """Return how many steps lead from the folder of the container to a root."""
    above = container.split("/")[:-1]
    shared = _common(root, "/".join(above))
    return len(above) - shared + len([*filter(None, root.split("/"))]) - shared


def _common(one: str, other: str) -> int:
    count = 0
    for first, second in zip(one.split("/"), other.split("/"), strict=False):
        if first != second or not first:
            break
        count += 1
    return count
