"""From layouts to the pages of a site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.config import Settings, concerns
from transcheck.discover.content import find_by_content
from transcheck.discover.context import Context, language_of
from transcheck.discover.drafts import Draft, Layout
from transcheck.discover.files import Tree
from transcheck.discover.folder_suffixes import find_folder_suffixes
from transcheck.discover.folders import find_folders
from transcheck.discover.keys import find_by_keys
from transcheck.discover.misnamed import add_misnamed, originals_of_misnamed
from transcheck.discover.mixed import languages_within
from transcheck.discover.names import find_names
from transcheck.discover.original import choose, original_tag
from transcheck.discover.patterns import seen_from
from transcheck.discover.prefixes import find_prefixes
from transcheck.discover.suffixes import find_suffixes
from transcheck.discover.template import find_by_template
from transcheck.site import PageFiles, Skipped

ALONE = "no other language of this page was found"

_BY_PATHS = (
    find_folders,
    find_folder_suffixes,
    find_names,
    find_suffixes,
    find_prefixes,
)


class Found(Struct, frozen=True):
    """The pages of one root, paths relative to it.

    Args:
        pages: Sorted by name.
        skipped: The files that are on no page, sorted by path.
        reason: Which original was chosen and why.
        every: The pages in all languages, those too that are not to be checked.
    """

    pages: tuple[PageFiles, ...]
    skipped: tuple[Skipped, ...]
    reason: str
    every: tuple[PageFiles, ...]


def find_layouts(tree: Tree, settings: Settings, context: Context) -> list[Layout]:
    """Return the layouts of a tree, a file in one of them at most.

    Raises:
        InputError: `settings.layout` is no template.
    """
    if settings.layout is not None:
        bases = seen_from(tree.folder, settings)
        return find_by_template(settings.layout, tree.content, bases, context)
    layouts: list[Layout] = []
    free = set(tree.content)
    for find in _BY_PATHS:
        found = find(free, context)
        layouts += found
        for layout in found:
            free -= layout.files()
    layouts = find_by_keys(layouts, free, context)
    return layouts or find_by_content(free, context)


def make_pages(
    tree: Tree,
    layouts: Sequence[Layout],
    settings: Settings,
    context: Context,
) -> Found:
    """Return the pages of a tree, each with its original.

    Args:
        tree: The files.
        layouts: The layouts found in them.
        settings: Which languages are wanted.
        context: Where to ask for texts, and what the user said.
    """
    layouts = add_misnamed(tree, layouts)
    choice = choose(layouts, context)
    reasons = {**dict(tree.skipped), **dict(_reasons(tree, layouts, settings, context))}
    pages: list[PageFiles] = []
    every: list[PageFiles] = []
    unwanted: dict[str, PageFiles] = {}
    for layout, original, draft, name in _named(
        layouts, choice.originals, tree.folder.name
    ):
        files, unmarked = _files(draft, layout)
        page = PageFiles(name, original_tag(files, unmarked, original), files)
        every.append(page)
        wanted = _wanted(page, settings)
        left_out = files.keys() - (wanted.files if wanted else {})
        reasons.update(
            {files[tag]: f"in {tag}, not a language to check" for tag in left_out}
        )
        if wanted is not None:
            pages.append(wanted)
        else:
            unwanted[name] = page
    for page in originals_of_misnamed(pages, unwanted):
        pages.append(page)
        for path in page.files.values():
            del reasons[path]
    return Found(
        tuple(sorted(pages, key=lambda page: page.name)),
        tuple(Skipped(path, reasons[path]) for path in sorted(reasons)),
        choice.reason if pages else "",
        tuple(sorted(every, key=lambda page: page.name)),
    )


def _reasons(
    tree: Tree, layouts: Sequence[Layout], settings: Settings, context: Context
) -> Iterator[tuple[str, str]]:
    """Yield the content files that are on no page, with the reason."""
    taken: set[str] = set()
    for layout in layouts:
        taken |= layout.files()
        for path, first in layout.duplicates.items():
            yield path, f"duplicate: {first} is this page in the same language"
    alone = ALONE if settings.layout is None else f"not in layout '{settings.layout}'"
    for path in tree.content:
        if path in taken:
            continue
        within = languages_within(context.samples.head(path))
        yield path, _mixed(within) if within else alone


def _mixed(languages: Sequence[str]) -> str:
    *first, last = languages
    return f"holds {', '.join(first)} and {last} in sections, which are not compared"


def _named(
    layouts: Sequence[Layout], originals: Sequence[str | None], folder: str
) -> Iterator[tuple[Layout, str | None, Draft, str]]:
    """Yield each draft with a name that no other has; the root's own has no path."""
    counts = Counter(draft.name for layout in layouts for draft in layout.pages)
    given: Counter[str] = Counter()
    for layout, original in zip(layouts, originals, strict=True):
        for draft in layout.pages:
            name = draft.name or folder
            if counts[draft.name] > 1:
                # Two layouts side by side: `docs/en/x.md` and `docs/x.en.md`.
                name = f"{name} ({layout.template})"
            given[name] += 1
            yield layout, original, draft, name + f" {given[name]}" * (given[name] > 1)


def _files(draft: Draft, layout: Layout) -> tuple[dict[str, str], str | None]:
    files = dict(draft.marked)
    unmarked = layout.unmarked_tag if draft.unmarked is not None else None
    if draft.unmarked is not None and unmarked is not None:
        files[unmarked] = draft.unmarked
    return dict(sorted(files.items())), unmarked


def _wanted(page: PageFiles, settings: Settings) -> PageFiles | None:
    """Leave the languages that are to be checked, and the original they need."""
    if settings.languages is None:
        return page
    asked = {
        tag for tag in page.files if concerns(settings.languages, tag, language_of(tag))
    }
    if not asked:
        return None
    files = {
        tag: path
        for tag, path in page.files.items()
        if tag in asked or tag == page.original
    }
    return PageFiles(page.name, page.original, files)


def languages_of(pages: Iterable[PageFiles]) -> dict[str, str]:
    """Return tag to BCP 47 for the tags of some pages, sorted by tag."""
    return {
        tag: language_of(tag)
        for tag in sorted({tag for page in pages for tag in page.files})
    }
