"""A run over a site: what is read, asked, suppressed, stamped, shown and counted."""

from __future__ import annotations

import os
import pickle
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest
from msgspec.structs import replace

from transcheck.check.job import PageJob
from transcheck.check.map_page import map_page
from transcheck.config import RuleSettings, Settings
from transcheck.diagnostic import Diagnostic, Severity
from transcheck.document import document_blocks
from transcheck.engine import Job, Run, run
from transcheck.errors import InputError, RuleError
from transcheck.registry import available, configure
from transcheck.rule import (
    AlignedPage,
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    PageRule,
    Pair,
    PairRule,
    Place,
    RefinedRule,
    Related,
    Rewrite,
    Rule,
    SiteRule,
    Span,
)
from transcheck.site import PageFiles, Site, Skipped, surround
from transcheck_rules.files.unreadable import Unreadable
from transcheck_rules.files.unused_suppression import UnusedSuppression

# --- rules that look for a letter -------------------------------------------------


class Marks(DocumentRule, frozen=True):
    """Reports every "§"; one cause for each, but for those of one number."""

    id: ClassVar[str] = "marks"
    category: ClassVar[str] = "punctuation"

    def check(self, document: Document) -> Iterator[Finding]:
        """Report each mark."""
        for number, span in enumerate(find(document, "§")):
            place = Place(document.path, span)
            fix = Fix("remove it", (Edit(place, ""),), safe=True)
            yield Finding(place, f"mark {number}", cause=("mark", number), fix=fix)


class Doubled(DocumentRule, frozen=True):
    """Reports every "%", all for one cause."""

    id: ClassVar[str] = "doubled"
    category: ClassVar[str] = "punctuation"

    def check(self, document: Document) -> Iterator[Finding]:
        """Report each mark, the last one first."""
        for span in reversed(find(document, "%")):
            yield Finding(Place(document.path, span), "a percent sign", cause=("%",))


class Headings(PairRule, frozen=True):
    """Reports headings that the translation has and the reference has not."""

    id: ClassVar[str] = "headings"
    category: ClassVar[str] = "structure"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Compare the first blocks."""
        if "?" in pair.translation.text and "?" not in pair.original.text:
            (span, *_) = find(pair.translation, "?")
            yield Finding(
                Place(pair.translation.path, span),
                "a question",
                cause=("question",),
                related=(Related(Place(pair.original.path, Span(0, 1)), "none here"),),
                blame="no question",
            )


class Languages(PageRule, frozen=True):
    """Reports a page in one language."""

    id: ClassVar[str] = "languages"
    category: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.INFO

    def check(self, page: AlignedPage) -> Iterator[Finding]:
        """Count the documents."""
        if len(page.documents) == 1:
            place = Place(page.documents[0].path, Span(0, 0))
            yield Finding(place, "only one language", cause=("one",))


class Pages(SiteRule[Hashable], frozen=True):
    """Reports pages that begin alike."""

    id: ClassVar[str] = "pages"
    category: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.ERROR

    def facts(self, page: AlignedPage) -> Iterable[Hashable]:
        """Return the first line of each file."""
        return [(one.path, one.text.split("\n")[0]) for one in page.documents]

    def check(self, facts: tuple[Hashable, ...]) -> Iterator[Finding]:
        """Compare the first lines."""
        seen: set[object] = set()
        for fact in facts:
            path, line = fact if isinstance(fact, tuple) else ("", "")
            if line in seen:
                place = Place(path, Span(0, len(line)))
                yield Finding(place, "begins like another page", cause=("first", line))
            seen.add(line)


class Refined(RefinedRule[Hashable], frozen=True):
    """Reports every translation, and tells how many pages there are."""

    id: ClassVar[str] = "refined"
    category: ClassVar[str] = "structure"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Report the first letter."""
        place = Place(pair.translation.path, Span(0, 1))
        yield Finding(place, "a translation", cause=("translation",))

    def facts(self, page: AlignedPage) -> Iterable[Hashable]:
        """Return the name of the page."""
        return [page.name]

    def refine(
        self, findings: tuple[Finding, ...], facts: tuple[Hashable, ...]
    ) -> Iterator[Finding]:
        """Count the pages, and point at the first finding from all others."""
        for finding in findings:
            related = (Related(findings[0].place, "the first"),)
            yield replace(
                finding, message=f"one of {len(facts)} pages", related=related
            )


class Letters(PairRule, frozen=True):
    """Reports every "Y" that stands for an "X"."""

    id: ClassVar[str] = "letters"
    category: ClassVar[str] = "links"

    def check(self, pair: Pair) -> Iterator[Finding]:
        """Compare the letters."""
        for number, span in enumerate(find(pair.translation, "Y")):
            yield Finding(
                Place(pair.translation.path, span),
                "Y for X",
                cause=("Y", number),
                rewrites=(Rewrite(("X",), ("Y",), "Y"),),
            )

    def written(self, pair: Pair) -> Iterable[str]:
        """Return the letters that there are."""
        return set(pair.translation.text) & {"X", "Y"}


class Broken(DocumentRule, frozen=True):
    """Fails on a file that holds "!"."""

    id: ClassVar[str] = "broken"
    category: ClassVar[str] = "links"

    def check(self, document: Document) -> Iterator[Finding]:
        """Fail."""
        if "!" in document.text:
            raise KeyError("kaputt")
        return iter(())


class Stray(DocumentRule, frozen=True):
    """Reports a place in a file of another page."""

    id: ClassVar[str] = "stray"
    category: ClassVar[str] = "links"

    def check(self, document: Document) -> Iterator[Finding]:
        """Report it."""
        del document
        yield Finding(Place("elsewhere.md", Span(0, 0)), "x", cause=("x",))


def find(document: Document, mark: str) -> list[Span]:
    return [Span(at, at + 1) for at, char in enumerate(document.text) if char == mark]


# --- sites in memory --------------------------------------------------------------


def site_of(files: dict[str, str], *, original: str | None = None, **more: Any) -> Site:
    """Return a site of files ``TAG/NAME.md``."""
    pages: dict[str, dict[str, str]] = {}
    for path in sorted(files):
        tag, name = path.removesuffix(".md").split("/")
        pages.setdefault(name, {})[tag] = path
    return Site(
        pages=tuple(
            PageFiles(name, original if original in tags else None, tags)
            for name, tags in sorted(pages.items())
        ),
        languages={tag: tag for tags in pages.values() for tag in tags},
        **more,
    )


def check(
    files: dict[str, str],
    *rules: Rule,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    original: str | None = None,
    named: Sequence[str] = (),
    whole_page: bool = False,
) -> Run:
    job = Job(
        site_of(files, original=original, named=frozenset(named)),
        settings,
        rules,
        whole_page=whole_page,
    )
    return run(job, read=lambda path: files[path].encode())


def shown(diagnostics: Sequence[Diagnostic]) -> list[str]:
    return [
        f"{one.path}:{one.range.start.line}:{one.range.start.column}:"
        f" {one.severity.value} {one.rule}: {one.message}"
        for one in diagnostics
    ]


# --- asking the rules -------------------------------------------------------------


def test_document_rules_see_every_document() -> None:
    found = check({"en/a.md": "§\n", "pl/a.md": "# Ż §\n"}, Marks())
    assert shown(found.diagnostics) == [
        "en/a.md:1:1: warning marks: mark 0",
        "pl/a.md:1:5: warning marks: mark 0",
    ]


def test_findings_of_one_cause_in_one_file_collapse_to_the_first() -> None:
    found = check({"en/a.md": "a\n% b\n%\n", "pl/a.md": "%\n"}, Doubled())
    assert shown(found.diagnostics) == [
        "en/a.md:2:1: warning doubled: a percent sign",
        "pl/a.md:1:1: warning doubled: a percent sign",
    ]


def test_pair_rules_see_translations_against_the_original() -> None:
    files = {"en/a.md": "# A\n\nText.\n", "pl/a.md": "# B\n\nTekst?\n"}
    found = check(files, Headings(), original="en")
    assert shown(found.diagnostics) == ["pl/a.md:3:6: warning headings: a question"]
    (related,) = found.diagnostics[0].related
    assert (related.path, related.range.end.column) == ("en/a.md", 2)


def test_most_translations_outvote_the_original() -> None:
    files = {f"{tag}/a.md": "# B\n\nText?\n" for tag in ("de", "el", "th")}
    found = check({"en/a.md": "# A\n\nText.\n", **files}, Headings(), original="en")
    assert shown(found.diagnostics) == ["en/a.md:1:1: warning headings: no question"]


def test_two_documents_without_an_original_give_an_info() -> None:
    files = {"de/a.md": "# A\n\nText.\n", "pl/a.md": "# B\n\nText?\n"}
    found = check(files, Headings(), settings=Settings(min_severity=Severity.INFO))
    assert [one.severity for one in found.diagnostics] == [Severity.INFO]


def test_page_and_site_rules_see_all_of_it() -> None:
    files = {"en/a.md": "# One\n", "en/b.md": "# One\n", "pl/b.md": "# Dwa\n"}
    settings = Settings(min_severity=Severity.INFO)
    found = check(files, Languages(), Pages(), settings=settings)
    assert shown(found.diagnostics) == [
        "en/a.md:1:1: info languages: only one language",
        "en/b.md:1:1: error pages: begins like another page",
    ]


class Graded(SiteRule[Hashable], frozen=True):
    """Reports the first file, as graver than the rule is where that is told."""

    id: ClassVar[str] = "graded"
    category: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.INFO

    graver: bool = False

    def facts(self, page: AlignedPage) -> Iterable[Hashable]:
        """Return the paths of the page."""
        return [one.path for one in page.documents]

    def check(self, facts: tuple[Hashable, ...]) -> Iterator[Finding]:
        """Report it."""
        severity = Severity.WARNING if self.graver else None
        place = Place(str(facts[0]), Span(0, 1))
        yield Finding(place, "the first", cause=("first",), severity=severity)


@pytest.mark.parametrize(
    ("told", "runs"),
    [
        pytest.param({}, False, id="not where nothing of it is shown"),
        pytest.param({"thorough": True}, True, id="where what is not shown counts"),
        pytest.param(
            {"settings": Settings(min_severity=Severity.INFO)}, True, id="where it is"
        ),
        pytest.param(
            {
                "settings": Settings(
                    rules={"graded": RuleSettings(severity=Severity.ERROR)}
                )
            },
            True,
            id="where the configuration makes it graver",
        ),
    ],
)
def test_rule_on_the_site_runs(told: dict[str, Any], *, runs: bool) -> None:
    settings = told.pop("settings", Settings())
    job = Job(site_of({"en/a.md": ""}), settings, (Graded(),), **told)
    found = run(job, read=lambda _: b"a")
    assert bool(found.diagnostics or found.unshown) is runs


def test_comment_for_a_rule_on_the_site_that_is_not_shown_is_used() -> None:
    files = {"en/a.md": "<!-- transcheck-disable-file graded -->\n"}
    found = check(files, Graded(), UnusedSuppression())
    assert shown(found.diagnostics) == []


def test_finding_graver_than_its_rule_on_the_site_is_the_rules_fault() -> None:
    settings = Settings(min_severity=Severity.INFO)
    with pytest.raises(RuleError, match="graver than the rule is: the first"):
        check({"en/a.md": "a\n"}, Graded(graver=True), settings=settings)


def test_rule_that_fails_is_named_with_its_file() -> None:
    with pytest.raises(RuleError) as raised:
        check({"en/a.md": "a\n", "pl/a.md": "!\n"}, Broken())
    error = raised.value
    assert (error.rule, error.path) == ("broken", "pl/a.md")
    assert str(error) == (
        "rule 'broken' of transcheck failed on pl/a.md: KeyError: 'kaputt'"
    )


def test_place_outside_of_the_page_is_the_rules_fault() -> None:
    with pytest.raises(RuleError, match=r"elsewhere\.md, which is not in the page"):
        check({"en/a.md": "a\n"}, Stray())


def test_result_of_a_page_can_be_sent_to_another_process() -> None:
    files = {"en/a.md": "§ <!-- transcheck-disable -->\n", "pl/a.md": "x\n"}
    (page,) = site_of(files).pages
    rules = (Marks(), Pages(), UnusedSuppression())
    job = PageJob(languages={"en": "en"}, rules=rules)
    result = map_page(page, job, lambda path: files[path].encode())
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 - our own


# --- files that are no text -------------------------------------------------------

GONE = "no such file or directory"


def test_unreadable_file_is_reported_and_the_rest_is_checked(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_bytes(b"# A \xa7\n")
    (tmp_path / "pl.md").write_bytes("# B §\n".encode())
    (tmp_path / "th.md").symlink_to(tmp_path / "gone.md")
    files = {tag: os.fspath(tmp_path / f"{tag}.md") for tag in ("en", "pl", "th")}
    site = Site(
        pages=(PageFiles("page", "en", files),), languages={tag: tag for tag in files}
    )
    found = run(Job(site, Settings(), (Marks(), Unreadable())))
    assert shown(found.diagnostics) == [
        f"{files['en']}:1:5: error unreadable: cannot be read: not UTF-8: byte 0xa7",
        f"{files['pl']}:1:5: warning marks: mark 0",
        f"{files['th']}:1:1: error unreadable: cannot be read: {GONE}",
    ]
    assert (found.summary.files, found.summary.pages) == (1, 1)
    assert found.summary.languages == ("pl",)


def test_page_of_unreadable_files_is_no_page() -> None:
    site = site_of({"en/a.md": ""})
    found = run(Job(site, Settings(), (Unreadable(),)), read=lambda _: b"\0")
    assert (found.summary.pages, found.summary.errors) == (0, 1)


def test_empty_file_is_checked() -> None:
    found = check({"en/a.md": "", "pl/a.md": ""}, *configure(Settings()), original="en")
    assert (found.summary.files, found.diagnostics) == (2, ())


def test_file_that_changes_during_the_run_is_the_users_matter() -> None:
    contents = {"en/a.md": [b"# A\n"], "en/b.md": [b"# A\n"]}
    with pytest.raises(InputError, match=r"en/b\.md changed while it was checked"):
        run(
            Job(site_of({"en/a.md": "", "en/b.md": ""}), Settings(), (Pages(),)),
            read=lambda path: (contents[path] or [b"\xff"]).pop(),
        )


# --- comments ---------------------------------------------------------------------


NOTHING = "'marks' finds nothing here to suppress"
DISABLED = "<!-- transcheck-disable-next-line {} -->\n"


def test_suppressed_finding_is_gone_and_its_comment_used() -> None:
    files = {"en/a.md": DISABLED.format("marks") + "§\n\n§\n"}
    found = check(files, Marks(), UnusedSuppression())
    assert shown(found.diagnostics) == ["en/a.md:4:1: warning marks: mark 1"]


def test_unused_comment_is_reported() -> None:
    files = {"en/a.md": DISABLED.format("marks") + "a\n\n§\n"}
    found = check(files, Marks(), UnusedSuppression())
    assert shown(found.diagnostics) == [
        f"en/a.md:1:35: warning unused-suppression: {NOTHING}",
        "en/a.md:4:1: warning marks: mark 0",
    ]


def test_comment_for_a_rule_that_judged_no_pair_is_not_called_unused() -> None:
    files = {"en/a.md": DISABLED.format("headings") + "a\n"}
    assert check(files, Headings(), UnusedSuppression()).diagnostics == ()


def test_suppressed_translations_are_no_votes() -> None:
    text = "# B\n\n" + DISABLED.format("headings") + "Text?\n"
    files = {f"{tag}/a.md": text for tag in ("de", "el", "th")}
    found = check({"en/a.md": "# A\n\nText.\n", **files}, Headings(), original="en")
    assert found.diagnostics == ()


def test_findings_about_the_site_are_suppressed_too() -> None:
    comment = "\n<!-- transcheck-disable-file pages -->\n"
    files = {"en/a.md": "# One\n", "en/b.md": "# One\n" + comment}
    assert check(files, Pages(), UnusedSuppression()).diagnostics == ()


def test_what_is_said_of_comments_is_suppressed_by_name_only() -> None:
    silent = "<!-- transcheck-disable-file unused-suppression -->\n\n"
    files = {
        "en/a.md": DISABLED.format("marks") + "<!-- transcheck-disable-file -->\n",
        "en/b.md": silent + DISABLED.format("marks") + "a\n",
    }
    found = check(files, Marks(), UnusedSuppression())
    assert [one.path for one in found.diagnostics] == ["en/a.md"]


# --- severities and languages -----------------------------------------------------


def test_severity_of_the_configuration_wins() -> None:
    settings = Settings(rules={"marks": RuleSettings(severity=Severity.ERROR)})
    found = check({"en/a.md": "§\n"}, Marks(), settings=settings)
    assert (found.summary.errors, found.summary.warnings) == (1, 0)


def test_less_than_the_minimal_severity_is_not_shown() -> None:
    files = {"en/a.md": "§\n"}
    assert check(files, Languages()).diagnostics == ()
    settings = Settings(min_severity=Severity.ERROR)
    assert check(files, Marks(), settings=settings).diagnostics == ()


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(
            Settings(rules={"marks": RuleSettings(languages=("pl",))}), id="of a rule"
        ),
        pytest.param(Settings(languages=("pl",)), id="of the run"),
    ],
)
def test_languages_limit_where_findings_are_shown(settings: Settings) -> None:
    files = {"en/a.md": "§\n", "pl/a.md": "§\n", "pt/a.md": "§\n"}
    found = check(files, Marks(), settings=settings)
    assert [one.path for one in found.diagnostics] == ["pl/a.md"]


# --- what is shown ----------------------------------------------------------------


def test_only_named_files_are_shown_and_only_their_pages_read() -> None:
    files = {"en/a.md": "§\n", "pl/a.md": "§\n", "pl/b.md": "§\n"}
    found = check(files, Marks(), named=["pl/a.md"])
    assert [one.path for one in found.diagnostics] == ["pl/a.md"]
    assert [one.path for one in found.elsewhere] == ["en/a.md"]
    assert found.summary.files == 2


def test_whole_page_shows_what_is_elsewhere() -> None:
    files = {"en/a.md": "§\n", "pl/a.md": "§\n", "pl/b.md": "§\n"}
    found = check(files, Marks(), named=["pl/a.md"], whole_page=True)
    assert [one.path for one in found.diagnostics] == ["en/a.md", "pl/a.md"]
    assert found.elsewhere == ()


def test_rules_on_the_site_are_withheld_when_pages_are_missing() -> None:
    files = {"en/a.md": "# One\n", "en/b.md": "# One\n"}
    part = check(files, Pages(), named=["en/b.md"])
    assert (part.diagnostics, part.withheld) == ((), ("pages",))
    whole = check(files, Pages(), named=["en/a.md", "en/b.md"])
    assert (len(whole.diagnostics), whole.withheld) == (1, ())


def test_findings_are_refined_when_all_pages_are_known() -> None:
    texts = {"en/a.md": "# One\n", "en/b.md": "# Two\n", "en/c.md": "# Three\n"}
    files = {**texts, "pl/a.md": "# Jeden\n", "pl/b.md": "# Dwa\n"}
    part = check(files, Refined(), named=["pl/b.md"], original="en")
    assert [one.message for one in part.diagnostics] == ["a translation"]
    assert part.withheld == ()
    whole = check(files, Refined(), original="en")
    assert [one.message for one in whole.diagnostics] == ["one of 3 pages"] * 2
    assert [one.related[0].path for one in whole.diagnostics] == ["pl/a.md"] * 2
    assert whole.diagnostics[1].fingerprint == part.diagnostics[0].fingerprint


# --- customs ----------------------------------------------------------------------


def rewriting(changed: int, kept: int = 0) -> dict[str, str]:
    """Return a site whose Polish pages have "Y" for "X", and others that keep it."""
    texts = ["Y Y"] * changed + ["X X"] * kept
    return {
        f"{tag}/{number}.md": f"{text}\n"
        for number, own in enumerate(texts)
        for tag, text in (("en", "X X"), ("pl", own))
    }


@pytest.mark.parametrize(
    ("changed", "kept", "reported"),
    [
        pytest.param(2, 0, 4, id="on two pages it is none"),
        pytest.param(3, 0, 0, id="on three pages it is a custom"),
        pytest.param(3, 3, 6, id="nor where as many pages keep it"),
    ],
)
def test_customs_of_a_language_are_no_findings(
    changed: int, kept: int, reported: int
) -> None:
    found = check(rewriting(changed, kept), Letters(), original="en")
    assert len(found.diagnostics) == reported
    assert found.withheld == ()


def test_what_may_be_a_custom_is_withheld_when_pages_are_missing() -> None:
    files = rewriting(3)
    named = ["pl/0.md"]
    part = check(files, Letters(), original="en", named=named)
    assert (part.diagnostics, part.withheld) == ((), ("letters",))
    assert "letters" not in part.judged


def test_what_is_rare_in_the_files_not_read_is_no_custom() -> None:
    files = rewriting(2, kept=2)
    site = site_of(files, original="en", named=frozenset({"pl/0.md"}))
    around = surround(files=files, pages=site.pages, roots=("",))
    job = Job(replace(site, surroundings=around), Settings(), (Letters(),))
    found = run(job, read=lambda path: files[path].encode())
    assert {one.path for one in found.diagnostics} == {"pl/0.md"}
    assert found.withheld == ()


def test_incomplete_site_withholds_though_all_its_pages_are_read() -> None:
    files = rewriting(1)
    site = replace(site_of(files, original="en"), complete=False)
    found = run(
        Job(site, Settings(), (Letters(), Pages())),
        read=lambda path: files[path].encode(),
    )
    assert found.withheld == ("letters", "pages")


def test_diagnostics_are_sorted_by_path_then_place() -> None:
    files = {"pl/b.md": "§ %\n§\n", "en/a.md": "%§\n"}
    found = check(files, Marks(), Doubled())
    assert shown(found.diagnostics) == [
        "en/a.md:1:1: warning doubled: a percent sign",
        "en/a.md:1:2: warning marks: mark 0",
        "pl/b.md:1:1: warning marks: mark 0",
        "pl/b.md:1:3: warning doubled: a percent sign",
        "pl/b.md:2:1: warning marks: mark 1",
    ]


def test_summary_counts() -> None:
    files = {"en/a.md": "§ %\n", "pl/a.md": "§\n", "en/b.md": "x\n"}
    skipped = (Skipped("LICENSE.md", "a licence"),)
    found = run(
        Job(site_of(files, skipped=skipped), Settings(), (Marks(), Doubled())),
        read=lambda path: files[path].encode(),
    )
    summary = found.summary
    assert (summary.files, summary.pages, summary.skipped) == (3, 2, 1)
    assert summary.languages == ("en", "pl")
    assert (summary.errors, summary.warnings, summary.infos) == (0, 3, 0)
    assert summary.fixable == 2
    assert found.skipped == skipped


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    files = {"en/a.md": "", "en/b.md": ""}
    run(
        Job(site_of(files), Settings(), ()),
        progress=lambda done, total: told.append((done, total)),
        read=lambda path: files[path].encode(),
    )
    assert told == [(0, 2), (1, 2), (2, 2)]


# --- fingerprints -----------------------------------------------------------------


def fingerprints(files: dict[str, str], **more: Any) -> list[str]:
    return [one.fingerprint for one in check(files, Marks(), **more).diagnostics]


def test_fingerprint_survives_edits_elsewhere_in_the_file() -> None:
    before = fingerprints({"en/a.md": "§\n"})
    assert before == fingerprints({"en/a.md": "ไทย\n\n\n§\n"})


def test_fingerprint_tells_files_and_causes_apart() -> None:
    found = fingerprints({"en/a.md": "§§\n", "pl/a.md": "§\n", "pl/b.md": "§\n"})
    assert len(set(found)) == 4


def test_fingerprint_does_not_depend_on_what_is_shown() -> None:
    files = {"en/a.md": "§\n", "pl/a.md": "§\n"}
    assert fingerprints(files)[1:] == fingerprints(files, named=["pl/a.md"])


def test_fingerprint_is_the_same_in_every_version() -> None:
    # Users keep them in baselines: a change of this line is a breaking change.
    assert fingerprints({"en/a.md": "§\n"}) == ["1e3b66eff59dec6fa5042a9827c9c5f3"]


# --- all rules --------------------------------------------------------------------


def test_all_rules_run_on_a_page_of_many_scripts() -> None:
    texts = {
        "en": "# Start\n\nRead [this](a.md).\n",
        "ar": "# البداية\n\nاقرأ [هذا](a.md).\n",
        "he": "# התחלה\n\nקראו את [זה](a.md).\n",
        "hi": "# शुरुआत\n\n[यह](a.md) पढ़ें।\n",
        "ja": "# はじめに\n\n[これ](a.md)を読んでください。\n",
        "th": "# เริ่มต้น\n\nอ่าน[สิ่งนี้](a.md)\n",
        "el": "# Αρχή 🚀\n\nΔιαβάστε [αυτό](a.md).\n",
    }
    files = {f"{tag}/page.md": text for tag, text in texts.items()}
    rules = configure(Settings())
    assert len(rules) == len(available())
    assert shown(check(files, *rules, original="en").diagnostics) == []


def test_blocks_are_there_for_rules() -> None:
    seen: list[str] = []

    class Blocks(DocumentRule, frozen=True):
        id: ClassVar[str] = "blocks"
        category: ClassVar[str] = "structure"

        def check(self, document: Document) -> Iterator[Finding]:
            seen.extend(type(block).__name__ for block in document_blocks(document))
            return iter(())

    check({"en/a.md": "# A\n\nb\n"}, Blocks())
    assert seen == ["Heading", "Paragraph"]
