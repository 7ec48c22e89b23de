"""What was wrong before: a file of findings that later runs do not show.

A line holds a fingerprint, the rule and the file; the last two are for people, and tell
which lines a run can judge. Lines are sorted by fingerprint, so that what two branches
add seldom meets, and one that stands twice counts once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from transcheck.align.model import PairState
from transcheck.check.stamp import name_defect
from transcheck.diagnostic import Diagnostic
from transcheck.engine import BaselineCounts, Run, recount
from transcheck.errors import InputError
from transcheck.files import replace_file
from transcheck.patterns import late_regex
from transcheck.rule import PairRule, Rule
from transcheck.site import PageFiles, Site

_HEAD = (
    "# Findings that transcheck does not show: fingerprint, rule, file.\n"
    "# Written by 'transcheck check --update-baseline'; lines can be removed by hand.\n"
)
_LINE = late_regex(r"([0-9a-f]{16}) ([a-z0-9-]+) (\S(?:.*\S)?)")
_DIGEST_BYTES = 8
# What a path may hold and a line may not, and the mark that writes it.
_UNSAFE = late_regex(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|^\s|\s$")
_ESCAPE = late_regex(r"\\u([0-9a-f]{4})")


class Entry(Struct, frozen=True, order=True):
    """A finding that is known.

    Args:
        fingerprint: 16 hexadecimal digits.
        rule: The rule's id.
        path: The file, from the folder of the baseline, with ``/`` between folders.
    """

    fingerprint: str
    rule: str
    path: str


class Baseline(Struct, frozen=True):
    """The findings that are known.

    Args:
        folder: What the paths of the entries start from; absolute.
        entries: The findings.
    """

    folder: Path
    entries: frozenset[Entry] = frozenset()


def read_baseline(path: Path, *, missing_ok: bool = False) -> Baseline:
    """Return what a file holds.

    Args:
        path: The file.
        missing_ok: A file that is not there holds nothing.

    Raises:
        InputError: It cannot be read, or is no baseline.
    """
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() follows links
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if missing_ok:
            return Baseline(folder)
        raise InputError(f"no baseline {path}: --update-baseline writes one") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot read the baseline {path}: {reason}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is no baseline: not UTF-8") from None
    entries = set()
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.rstrip("\r")
        if not bare or bare.startswith("#"):
            continue
        match = _LINE.fullmatch(bare)
        if match is None:
            raise InputError(
                f"{path}:{number}: no fingerprint, rule and file; mend the line, or"
                " remove it"
            )
        entries.add(Entry(match[1], match[2], _unescape(match[3])))
    return Baseline(folder, frozenset(entries))


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline in place of what is there, whole or not at all.

    Args:
        path: The file.
        baseline: What it shall hold.

    Raises:
        InputError: It cannot be written.
    """
    lines = (
        f"{entry.fingerprint} {entry.rule} {_escape(entry.path)}\n"
        for entry in sorted(baseline.entries)
    )
    try:
        replace_file(path, "".join((_HEAD, *lines)).encode())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"cannot write the baseline {path}: {reason}") from None


def hide(run: Run, baseline: Baseline) -> Run:
    """Return a run without what is known.

    Its summary counts what is new, and says how many known findings were hidden, and
    how many are gone: the run could have found them, and did not.

    Args:
        run: What was found.
        baseline: What is known.
    """
    known = {entry.fingerprint for entry in baseline.entries}

    def new(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(
            one
            for one in diagnostics
            if _entry(one, baseline.folder).fingerprint not in known
        )

    shown = new(run.diagnostics)
    counts = BaselineCounts(
        hidden=len(run.diagnostics) - len(shown), gone=len(_gone(run, baseline))
    )
    summary = replace(recount(run.summary, shown), baseline=counts)
    return replace(
        run, diagnostics=shown, elsewhere=new(run.elsewhere), summary=summary
    )


def renew(baseline: Baseline, runs: Sequence[Run]) -> Baseline:
    """Return what is known after runs: what they show, and what they cannot judge.

    Args:
        baseline: What was known before.
        runs: What was found, before anything was hidden.
    """
    shown = {_entry(one, baseline.folder) for run in runs for one in run.diagnostics}
    left = baseline.entries
    for run in runs:
        left -= _gone(run, baseline)
    # A finding that is not shown now, as --min-severity or --languages have it, is
    # known all the same; one that is shown brings the file's present name.
    fingerprints = {entry.fingerprint for entry in shown}
    kept = {entry for entry in left if entry.fingerprint not in fingerprints}
    return replace(baseline, entries=frozenset(shown | kept))


def known_states(
    baseline: Baseline, site: Site, rules: Iterable[Rule]
) -> dict[str, PairState] | None:
    """Return the states that translations were in when a baseline was written.

    A page that is a little outdated would cease to be so when a paragraph is added, and
    everything in it would be found anew. So it stays what it is known to be until it is
    clearly something else.

    Args:
        baseline: What is known.
        site: The pages.
        rules: The rules that run.

    Returns:
        The state of each translation by its path; one that is not there was parallel.
        None when nothing is known of any.
    """
    if not baseline.entries:
        return None
    pair_rules = [rule for rule in rules if isinstance(rule, PairRule)]
    reporters = [
        (rule.id, rule.reports) for rule in pair_rules if rule.reports is not None
    ]
    known = {entry.fingerprint for entry in baseline.entries}
    told = {entry.rule for entry in baseline.entries}
    reporters = [(rule, state) for rule, state in reporters if rule in told]
    ids = {rule.id for rule in pair_rules}
    compared = {entry.path for entry in baseline.entries if entry.rule in ids}

    def state_of(page: PageFiles, tag: str) -> PairState | None:
        for rule, state in reporters:
            path = _relative(page.files[tag], baseline.folder)
            names = name_defect(rule, page.name, tag, state.cause)
            if _fingerprint(path, *names) in known:
                return state
        return None

    states: dict[str, PairState] = {}
    for page in site.pages if reporters else ():
        blamed = page.original and state_of(page, page.original)
        for tag, path in page.files.items():
            state = state_of(page, tag)
            # Where the original is blamed nothing else is said of its translations.
            if not state and _relative(path, baseline.folder) not in compared:
                state = blamed or None
            if state:
                states[path] = state
    return states


def _gone(run: Run, baseline: Baseline) -> frozenset[Entry]:
    """Return the entries that a run could have found, and did not."""
    found = {
        _entry(one, baseline.folder).fingerprint
        for part in (run.diagnostics, run.elsewhere, run.unshown)
        for one in part
    }
    checked = {_relative(path, baseline.folder) for path in run.checked}
    return frozenset(
        entry
        for entry in baseline.entries
        if entry.fingerprint not in found
        and entry.rule in run.judged
        and (entry.path in checked or not (baseline.folder / entry.path).exists())
    )


def _entry(diagnostic: Diagnostic, folder: Path) -> Entry:
    """Return the entry of a diagnostic.

    Below the baseline's folder a file is known by its path from there, whatever
    folder was named and wherever the run was started; any other by its page's name.
    """
    path = _relative(diagnostic.path, folder)
    fingerprint = _fingerprint(path, diagnostic.fingerprint, diagnostic.defect)
    return Entry(fingerprint, diagnostic.rule, path)


def _fingerprint(path: str, fingerprint: str, defect: str) -> str:
    away = Path(path).is_absolute() or path.startswith("../")
    source = fingerprint if away else f"{path}\n{defect}"
    digest = blake2b(source.encode(errors="surrogatepass"), digest_size=_DIGEST_BYTES)
    return digest.hexdigest()


def _relative(path: str, folder: Path) -> str:
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 - as above


def _escape(path: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", path)


def _unescape(path: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), path)
