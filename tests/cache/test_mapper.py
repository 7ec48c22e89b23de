"""Pages are mapped again when something they depend on has changed, and only then."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import ClassVar

import pytest
from msgspec.structs import replace

from transcheck.cache import Cached, stamps
from transcheck.check.job import PageJob, ReadBytes
from transcheck.check.page_result import PageResult
from transcheck.check.source import digest
from transcheck.config import RuleSettings, Settings
from transcheck.discover import discover
from transcheck.engine import Job, Run, judge, map_pages
from transcheck.errors import RuleError
from transcheck.registry import configure
from transcheck.rule import (
    AlignedPage,
    Document,
    DocumentRule,
    Finding,
    Rule,
    SiteRule,
)
from transcheck.site import PageFiles
from transcheck.terms import Terms
from transcheck.workers.mapper import map_here

FOLDER = Path(".transcheck_cache")
PAGES = ["guide", "index", "news"]
FILES = {
    "en/guide.md": "# Guide\n\nRead [the news](news.md) with care.\n",
    "en/index.md": "# Start\n\nThis is where everyone begins who is new here.\n",
    "en/news.md": "# News\n\nThere is a new version for all who use it at home.\n",
    "pl/guide.md": "# Poradnik\n\nPrzeczytaj uważnie [nowości](news.md).\n",
    "pl/index.md": "# Początek\n\nTutaj zaczyna każdy, kto jest tutaj nowy.\n",
    "pl/news.md": "# Nowości\n\nJest nowa wersja dla wszystkich, którzy używają.\n",
}


@dataclass
class Counting:
    """Maps pages in this process, and notes which."""

    mapped: list[str] = field(default_factory=list)

    def __call__(
        self, job: PageJob, pages: Sequence[PageFiles], read: ReadBytes
    ) -> Iterator[tuple[int, PageResult]]:
        """Yield the results of pages with their numbers."""
        for number, result in map_here(job, pages, read):
            self.mapped.append(pages[number].name)
            yield number, result


@dataclass
class Workshop:
    """A site in the working folder, and what is kept of it."""

    settings: Settings = field(default_factory=lambda: Settings(original="en"))
    rules: tuple[Rule, ...] | None = None
    whole_page: bool = False

    def write(self, files: Mapping[str, str]) -> None:
        """Make files, or write them anew."""
        for name, text in files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def check(self, *paths: str) -> tuple[Run, list[str]]:
        """Return what is found, and the names of the pages that were mapped for it.

        Without keeping anything the same would have been found.
        """
        job = Job(
            discover(paths or (".",), self.settings),
            self.settings,
            configure(self.settings) if self.rules is None else self.rules,
            whole_page=self.whole_page,
        )
        counting = Counting()
        run = judge(job, map_pages(job, mapper=Cached(counting, FOLDER)))
        assert run == judge(job, map_pages(job))
        return run, sorted(counting.mapped)

    def mapped(self, *paths: str) -> list[str]:
        """Return the names of the pages that are mapped."""
        return self.check(*paths)[1]


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """Return a site of three pages in two languages, checked once."""
    monkeypatch.chdir(tmp_path)
    shop = Workshop()
    shop.write(FILES)
    assert shop.mapped() == PAGES
    return shop


def test_nothing_is_mapped_when_nothing_has_changed(workshop: Workshop) -> None:
    before = sorted(FOLDER.iterdir())

    assert workshop.mapped() == []
    assert sorted(FOLDER.iterdir()) == before


def edit(name: str, text: str) -> Callable[[Workshop], None]:
    return lambda shop: shop.write({name: text})


def rename(_: Workshop) -> None:
    for tag in ("en", "pl"):
        Path(tag, "news.md").rename(Path(tag, "blog.md"))


def configure_with(**told: object) -> Callable[[Workshop], None]:
    def change(shop: Workshop) -> None:
        shop.settings = replace(shop.settings, **told)

    return change


@pytest.mark.parametrize(
    ("change", "mapped"),
    [
        pytest.param(edit("pl/news.md", "# Wieści\n"), ["news"], id="an edit"),
        pytest.param(
            edit("pl/guide.md", FILES["pl/guide.md"].replace("news", "nevs")),
            ["guide"],
            id="an edit that keeps the size",
        ),
        pytest.param(edit("en/new.md", "# New\n"), ["new"], id="a new page"),
        pytest.param(edit("de/news.md", "# Neues\n"), PAGES, id="a new language"),
        pytest.param(edit("image.png", ""), [], id="a file that nobody asked about"),
        pytest.param(
            lambda _: Path("pl/index.md").unlink(), ["index"], id="a translation less"
        ),
        pytest.param(
            lambda _: Path("pl/news.md").unlink(),
            ["guide", "news"],
            id="a translation less that another page links to",
        ),
        pytest.param(rename, ["blog", "guide"], id="a page renamed that is linked to"),
        pytest.param(
            lambda _: Path("en/news.md").touch(), [], id="a touch without a change"
        ),
        pytest.param(
            configure_with(select=("links",)), PAGES, id="other rules are selected"
        ),
        pytest.param(
            configure_with(
                rules={"link-targets": RuleSettings(options={"extra": False})}
            ),
            PAGES,
            id="an option of a rule",
        ),
        pytest.param(
            configure_with(terms=Terms(keep=("Poradnik",))), PAGES, id="a term"
        ),
        pytest.param(
            configure_with(rules={"link-targets": RuleSettings(languages=("de",))}),
            [],
            id="what is shown of a rule",
        ),
        pytest.param(configure_with(fail_on=None), [], id="when a run fails"),
    ],
)
def test_what_depends_on_a_change_is_mapped_again(
    workshop: Workshop, change: Callable[[Workshop], None], mapped: list[str]
) -> None:
    change(workshop)

    assert workshop.mapped() == mapped
    assert workshop.mapped() == []


def test_edit_that_no_time_tells_is_found(workshop: Workshop) -> None:
    path = Path("pl/guide.md")
    before = path.stat()

    workshop.write({"pl/guide.md": FILES["pl/guide.md"].replace("news", "nevs")})
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert workshop.mapped() == ["guide"]


def test_file_that_rested_is_not_read_again(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "pl/guide.md"
    content = digest(Path(path).read_bytes())
    young = stamps.look_at(path)
    monkeypatch.setattr(stamps, "time_ns", lambda: 2**62)
    rested = stamps.look_at(path)
    assert young is not None
    assert rested is not None
    young, rested = (stamps.with_digest(one, content) for one in (young, rested))

    workshop.write({path: "another text"})

    assert stamps.renew(path, young) is None
    assert stamps.renew(path, rested) is None
    workshop.write({path: FILES[path]})
    now = stamps.renew(path, young)
    assert now is not None
    assert now.sure
    assert stamps.renew(path, now) is now


@pytest.mark.parametrize("whole_page", [True, False])
def test_named_page_leaves_the_results_of_others(
    workshop: Workshop, *, whole_page: bool
) -> None:
    site = Path("site").absolute()
    site.mkdir()
    for tag in ("en", "pl"):
        shutil.move(tag, site / tag)
    (site / ".transcheck.toml").touch()
    os.chdir(site)
    assert workshop.mapped(".") == PAGES

    workshop.write({"pl/news.md": "# Wieści\n"})
    workshop.whole_page = whole_page

    assert workshop.mapped("pl/news.md") == ["news"]
    # Where some files of a page suffice, they are read each time.
    assert workshop.mapped("pl/guide.md") == ([] if whole_page else ["guide"])
    assert workshop.mapped(".") == ([] if whole_page else ["news"])


def test_results_of_pages_that_are_gone_are_dropped(workshop: Workshop) -> None:
    size = sum(path.stat().st_size for path in FOLDER.iterdir())
    for tag in ("en", "pl"):
        Path(tag, "index.md").unlink()

    workshop.mapped()

    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < size * 0.8


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-100], id="torn"),
        pytest.param(lambda data: data[:200] + b"x" + data[201:], id="damaged"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"something else", id="foreign"),
        pytest.param(lambda data: data.replace(b"cache 1", b"cache 0"), id="old"),
    ],
)
def test_file_that_cannot_be_used_is_made_anew(
    workshop: Workshop, damage: Callable[[bytes], bytes]
) -> None:
    (kept,) = FOLDER.glob("*.results")
    kept.write_bytes(damage(kept.read_bytes()))

    assert workshop.mapped() == PAGES
    assert workshop.mapped() == []


def test_folder_that_cannot_be_written_is_no_matter(workshop: Workshop) -> None:
    shutil.rmtree(FOLDER)
    FOLDER.write_text("a file in the place of the folder")

    assert workshop.mapped() == PAGES
    assert workshop.mapped() == PAGES


def test_few_ways_to_set_the_rules_are_kept(workshop: Workshop) -> None:
    for category in ("links", "code", "markup", "metadata", "language", "terms"):
        workshop.settings = replace(workshop.settings, select=(category,))
        assert workshop.mapped() == PAGES

    assert len(list(FOLDER.glob("*.results"))) == 4
    assert workshop.mapped() == []


class Side(Enum):
    """A plain enum."""

    LEFT = "left"


class Undeclared(SiteRule[Hashable], frozen=True):
    """Has facts of which it does not say what they are."""

    id: ClassVar[str] = "undeclared"
    category: ClassVar[str] = "structure"

    def facts(self, page: AlignedPage) -> Iterable[Hashable]:
        """Return something for one page."""
        return [Side.LEFT] if page.name == "news" else [(page.name, None, True)]

    def check(self, facts: tuple[Hashable, ...]) -> Iterator[Finding]:
        """Find nothing, in facts that are what they were."""
        assert facts == (("guide", None, True), ("index", None, True), Side.LEFT)
        yield from ()


def test_page_with_a_fact_that_is_no_data_is_not_kept(workshop: Workshop) -> None:
    workshop.rules = (Undeclared(),)

    assert workshop.mapped() == PAGES
    assert workshop.mapped() == ["news"]


class Failing(DocumentRule, frozen=True):
    """Fails at a word."""

    id: ClassVar[str] = "failing"
    category: ClassVar[str] = "structure"

    def check(self, document: Document) -> Iterator[Finding]:
        """Fail."""
        if "News" in document.text:
            raise ValueError
        yield from ()


def test_what_was_mapped_before_a_rule_failed_is_kept(workshop: Workshop) -> None:
    workshop.rules = (Failing(),)
    with pytest.raises(RuleError):
        workshop.mapped()

    workshop.write({"en/news.md": "# Other\n"})

    assert workshop.mapped() == ["news"]
