"""The errors transcheck raises, each for one reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class TranscheckError(Exception):
    """Base of every error that is raised on purpose."""


class InputError(TranscheckError):
    """The user named something that cannot be used: a path, an option, a value."""


class ConfigError(TranscheckError):
    """The configuration is wrong; every mistake in it is told at once.

    Args:
        problems: One sentence for each mistake, naming file and key.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class PluginError(TranscheckError):
    """A third-party rule cannot be used; the message names its distribution."""


class RuleError(TranscheckError):
    """A rule raised while it checked: a bug, to be reported to its maintainer.

    Args:
        rule: The rule's id.
        distribution: The name of the package that brought the rule.
        path: The file that was checked.
        error: What the rule raised, or the same in words.
    """

    def __init__(
        self, rule: str, distribution: str, path: str, error: Exception | str
    ) -> None:
        said = error if isinstance(error, str) else f"{type(error).__name__}: {error}"
        super().__init__(f"rule '{rule}' of {distribution} failed on {path}: {said}")
        self.rule = rule
        self.distribution = distribution
        self.path = path
        self._said = said

    def __reduce__(self) -> tuple[type[RuleError], tuple[str, str, str, str]]:
        """Pickle it without what the rule raised, which need not be picklable."""
        return RuleError, (self.rule, self.distribution, self.path, self._said)


class WorkerError(TranscheckError):
    """Pages that were given away came back unchecked; the message says what to do."""


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" for the closest of some names, else ""."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    close = get_close_matches(name.lower(), sorted(names), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
