"""The second phase of a run: what pages owe each other, and what is shown of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec import Struct

from transcheck.check.checker import ask
from transcheck.check.customs import Customs, find_marks, find_rare
from transcheck.check.job import ReadBytes
from transcheck.check.page_result import PageResult
from transcheck.check.stamp import FileOfPage, Located, identity, locate, stamp
from transcheck.check.vote import collapse
from transcheck.config import RuleSettings, Settings, concerns
from transcheck.diagnostic import Diagnostic, Finding, Severity
from transcheck.errors import InputError
from transcheck.registry import available_ids, documentation_url
from transcheck.rule import RefinedRule, Rule, SiteRule, SuppressionRule
from transcheck.ruleset import RuleSet
from transcheck.site import Surroundings
from transcheck.suppress import find_unused
from transcheck.text import Lines, UndecodableError, decode


class Found(Struct, frozen=True):
    """Everything that was found, sorted by path, line, column, rule and message.

    Args:
        wanted: What the settings let through.
        unshown: What else was found: below the minimal severity, or in another
            language.
        withheld: The ids of the rules that found what may be a custom of a language,
            for all that the pages tell that were read.
    """

    wanted: tuple[Diagnostic, ...]
    unshown: tuple[Diagnostic, ...]
    withheld: frozenset[str] = frozenset()


def reduce(  # noqa: PLR0913 - what a run depends on, each by its name
    results: Sequence[PageResult],
    settings: Settings,
    rules: Iterable[Rule],
    *,
    complete: bool,
    read: ReadBytes,
    site: Surroundings | None = None,
    thorough: bool = True,
) -> Found:
    """Return every diagnostic.

    Args:
        results: What the pages gave, in the order of pages.
        settings: What is shown, and how grave it is.
        rules: The rules that run, configured.
        complete: All pages of the site are there; without them, rules on the
            whole site say nothing, and what may be a custom is withheld.
        read: Gives the bytes of a file.
        site: Where the other pages are, for those that are not there.
        thorough: Run rules on the whole site of which nothing is shown as well.

    Raises:
        RuleError: A rule failed.
        InputError: A file changed or vanished while the run went on.
    """
    chosen = RuleSet.of(rules)
    reducer = _Reducer(results, chosen, read)
    withheld = reducer.drop_customs(site, complete=complete)
    if complete:
        # Whether a comment suppresses anything, they know all the same.
        everything = thorough or reducer.has_comments
        for rule in reducer.rules_with_facts():
            if isinstance(rule, SiteRule):
                if everything or _may_be_wanted(rule, settings):
                    reducer.check_site(rule)
            elif isinstance(rule, RefinedRule):
                reducer.refine(rule)
    if reducer.has_comments:
        for rule in chosen:
            if isinstance(rule, SuppressionRule):
                reducer.check_suppressions(rule)
    wanted: list[Diagnostic] = []
    unshown: list[Diagnostic] = []
    for diagnostic, is_wanted in reducer.stamp(settings):
        (wanted if is_wanted else unshown).append(diagnostic)
    return Found(
        wanted=tuple(sorted(wanted, key=_order)),
        unshown=tuple(sorted(unshown, key=_order)),
        withheld=withheld,
    )


def _order(diagnostic: Diagnostic) -> tuple[Hashable, ...]:
    start = diagnostic.range.start
    return (diagnostic.path, start, diagnostic.rule, diagnostic.message)


class _Reducer:
    """Collects what is found by pages, by rules on the site and in comments."""

    def __init__(
        self, results: Sequence[PageResult], rules: RuleSet, read: ReadBytes
    ) -> None:
        self._results = results
        self._rules = rules
        self._read = read
        self._lines: dict[str, Lines] = {}
        self._found = [located for result in results for located in result.found]
        self._checked = {file.path: file for one in results for file in one.checked}
        self._unreadable = {
            file.path: file for one in results for file in one.unreadable
        }
        self._used = {path: set(file.used) for path, file in self._checked.items()}
        self._on_site: set[str] = set()

    @property
    def has_comments(self) -> bool:
        """Whether there is a comment in any of the files."""
        return any(file.suppressions for file in self._checked.values())

    def rules_with_facts(self) -> Iterator[Rule]:
        """Yield the rules that have facts of pages to judge."""
        judging = {rule for result in self._results for rule in result.facts}
        return (self._rules.find(one) for one in self._rules.ids if one in judging)

    def drop_customs(
        self, site: Surroundings | None, *, complete: bool
    ) -> frozenset[str]:
        """Drop what is a custom of a language, or may be one.

        Args:
            site: Where the pages are that were not read.
            complete: All were read.

        Returns:
            The ids of the rules whose findings may be customs, and may be none.
        """
        habits = (one for result in self._results for one in result.habits)
        customs = Customs(habits)
        tags = {path: file.tag for path, file in self._checked.items()}
        kept = [one for one in self._found if not customs.cover(one, tags)]
        doubtful: list[Located] = []
        if not complete:
            marks = [(one, frozenset(find_marks(one, tags))) for one in kept]
            known = (mark for _, of_one in marks for mark in of_one)
            rare = find_rare(known, site, self._read) if site else frozenset()
            doubtful = [one for one, of_one in marks if not of_one <= rare]
            kept = [one for one, of_one in marks if of_one <= rare]
        self._found = kept
        return frozenset(one.rule for one in doubtful)

    def check_site(self, rule: SiteRule[Hashable]) -> None:
        """Let a rule judge the facts of all pages."""
        self._on_site.add(rule.id)
        facts = self._facts(rule)
        for finding in collapse(ask(rule, "the site", rule.check, facts)):
            path, offset = finding.place.path, finding.place.span.start
            numbers: frozenset[int] = frozenset()
            if path in self._checked:
                numbers = self._checked[path].suppressions.covering(rule.id, offset)
                self._used[path].update(numbers)
            if not numbers:
                self._keep(rule, finding)

    def refine(self, rule: RefinedRule[Hashable]) -> None:
        """Let a rule tell more of what it found."""
        numbers = [
            number for number, one in enumerate(self._found) if one.rule == rule.id
        ]
        if not numbers:
            return
        findings = tuple(self._found[number].finding for number in numbers)
        facts = self._facts(rule)

        def refined(before: tuple[Finding, ...]) -> Iterator[tuple[int, Located]]:
            after = rule.refine(before, facts)
            for number, old, new in zip(numbers, before, after, strict=True):
                if new is not old:
                    yield number, locate(rule, new, self._lines_of)

        for number, located in ask(rule, "the site", refined, findings):
            self._found[number] = located

    def _facts(self, rule: Rule) -> tuple[Hashable, ...]:
        return tuple(fact for one in self._results for fact in one.facts[rule.id])

    def check_suppressions(self, rule: SuppressionRule) -> None:
        """Let a rule judge the comments that suppressed nothing.

        It is silenced only by its name: a comment that suppresses everything would
        silence what is said of itself.
        """
        commented = [file for file in self._checked.values() if file.suppressions]
        known = {*self._rules.ids, *available_ids()}
        for file in commented:
            path = file.path
            own = {
                number
                for number, suppression in enumerate(file.suppressions.active)
                if suppression.rule == rule.id
            }
            unused = find_unused(
                file.suppressions,
                self._used[path] | own,
                file.judged | self._on_site,
                known,
            )
            for comment in unused:
                for finding in ask(rule, path, rule.check, comment):
                    start = finding.place.span.start
                    if not file.suppressions.covering(rule.id, start) & own:
                        self._keep(rule, finding)

    def stamp(self, settings: Settings) -> Iterator[tuple[Diagnostic, bool]]:
        """Yield what was found, and whether it is to be shown."""
        urls = {
            one.id: documentation_url(one.module, one.name) for one in self._rules.names
        }
        files: dict[str, FileOfPage] = {**self._unreadable, **self._checked}
        numbers: Counter[Hashable] = Counter()
        for located in self._found:
            file = files[located.finding.place.path]
            key = identity(located, file)
            # Whatever is shown has the same number: fingerprints outlive settings.
            number = numbers[key]
            numbers[key] += 1
            told = settings.rules.get(located.rule, RuleSettings())
            severity = told.severity or located.severity
            diagnostic = stamp(
                located,
                file=file,
                severity=severity,
                url=urls[located.rule],
                number=number,
            )
            yield diagnostic, _is_wanted(file, severity, told, settings)

    def _keep(self, rule: Rule, finding: Finding) -> None:
        def located(one: Finding) -> Iterator[Located]:
            if one.severity and one.severity.rank > rule.severity.rank:
                raise ValueError(f"graver than the rule is: {one.message}")
            yield locate(rule, one, self._lines_of)

        self._found += ask(rule, finding.place.path, located, finding)

    def _lines_of(self, path: str) -> Lines:
        """Return the lines of a file that was read before; texts are not kept."""
        if path not in self._checked and path not in self._unreadable:
            raise ValueError(f"found something in {path}, which is not in the site")
        if path not in self._lines:
            try:
                text = decode(self._read(path))
            except (OSError, UndecodableError):
                raise InputError(f"{path} changed while it was checked") from None
            self._lines[path] = Lines(text)
        return self._lines[path]


def _may_be_wanted(rule: Rule, settings: Settings) -> bool:
    """Tell whether what a rule on the site finds is grave enough to be shown."""
    told = settings.rules.get(rule.id, RuleSettings())
    return (told.severity or rule.severity).rank >= settings.min_severity.rank


def _is_wanted(
    file: FileOfPage, severity: Severity, told: RuleSettings, settings: Settings
) -> bool:
    if severity.rank < settings.min_severity.rank:
        return False
    if told.languages is not None and not concerns(
        told.languages, file.tag, file.language
    ):
        return False
    # A file of a language that nobody knows was named by itself.
    return (
        settings.languages is None
        or file.language is None
        or concerns(settings.languages, file.tag, file.language)
    )
