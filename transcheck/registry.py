"""Which rules there are, which of them run, and how they are configured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from transcheck.config import Settings
from transcheck.errors import ConfigError, InputError, PluginError, did_you_mean
from transcheck.options import check_options, configured
from transcheck.plugins import ALL, CATEGORIES, entry_point, owner, plugin_rules
from transcheck.rule import Rule
from transcheck.ruleset import RuleName, RuleSet, load_class
from transcheck_rules import BUILTIN

_DISTRIBUTION = "transcheck"
_BUILTIN_PACKAGE = "transcheck_rules"
_PAGES = "https://github.com/transcheck/transcheck/blob/main/rules/transcheck_rules/"

# How narrow a name of a selection is: the narrower one decides.
_BY_ALL, _BY_CATEGORY, _BY_ID = 1, 2, 3


# --- what there is ----------------------------------------------------------------


class _Known(Struct, frozen=True):
    """A rule that there is.

    Args:
        id: The rule's id.
        category: The rule's.
        module: The module that it is in.
        name: Its class's, in the module.
        loaded: The class, None for one that is not loaded before it is asked for.
    """

    id: str
    category: str
    module: str
    name: str
    loaded: type[Rule] | None = None

    @property
    def rule(self) -> type[Rule]:
        """The class."""
        return self.loaded or load_class(self.module, self.name)


def available() -> tuple[type[Rule], ...]:
    """Return all rules: the built-in ones in the order of the docs, then plugins'.

    Raises:
        PluginError: A distribution's rule cannot be loaded, is no rule, or takes an
            id that is taken.
    """
    return tuple(one.rule for one in _known().values())


def available_ids() -> tuple[str, ...]:
    """Return the ids of all rules, in the order of `available`.

    Raises:
        PluginError: As in `available`.
    """
    return tuple(_known())


def builtin() -> tuple[type[Rule], ...]:
    """Return the built-in rules, in the order of the docs."""
    return tuple(one.rule for one in _builtin())


def _known() -> dict[str, _Known]:
    rules = {one.id: one for one in _builtin()}
    owners = dict.fromkeys(rules, _DISTRIBUTION)
    for distribution, rule in plugin_rules():
        if rule.id in rules:
            raise PluginError(
                f"{distribution}: the id '{rule.id}' is taken by a rule of"
                f" {owners[rule.id]}"
            )
        rules[rule.id], owners[rule.id] = _known_as(rule), distribution
    return rules


def _builtin() -> Iterator[_Known]:
    for path in BUILTIN:
        category, module, name = path.split(".")
        rule_id = module.replace("_", "-")
        yield _Known(rule_id, category, f"{_BUILTIN_PACKAGE}.{category}.{module}", name)


def _known_as(rule: type[Rule]) -> _Known:
    return _Known(rule.id, rule.category, rule.__module__, rule.__qualname__, rule)


def find(rule_id: str) -> type[Rule]:
    """Return the rule with an id.

    Raises:
        InputError: There is none.
        PluginError: As in `available`.
    """
    return _find(rule_id).rule


def _find(rule_id: str) -> _Known:
    rules = _known()
    if rule_id not in rules:
        raise InputError(f"no rule '{rule_id}'{did_you_mean(rule_id, rules)}")
    return rules[rule_id]


def distribution_name(rule: type[Rule]) -> str:
    """Return the name of the distribution that brought a rule."""
    entry = entry_point(rule.__module__, rule.__qualname__)
    return owner(entry) if entry else _DISTRIBUTION


# --- what runs --------------------------------------------------------------------


def configure(settings: Settings, rules: Sequence[type[Rule]] | None = None) -> RuleSet:
    """Return the rules that settings select, with their options set.

    Of two names that mean a rule, the narrower one decides: its id before its
    category before ``all``; between equals, ``ignore`` does.

    Args:
        settings: What the configuration file and the command line say.
        rules: The rules there are, None for `available`.

    Raises:
        ConfigError: A name or an option is unknown, or a value is wrong; all are
            told at once.
        PluginError: As in `available`.
    """
    problems = list(check(settings, rules))
    if problems:
        raise ConfigError(problems)
    options = {name: told.options for name, told in settings.rules.items()}
    chosen = [one for one in _among(rules).values() if _is_selected(one, settings)]
    return RuleSet(
        (
            RuleName(one.id, one.module, one.name, options.get(one.id, {}))
            for one in chosen
        ),
        {
            one.id: configured(one.loaded, options.get(one.id, {}))
            for one in chosen
            if one.loaded is not None
        },
    )


def check(
    settings: Settings, rules: Sequence[type[Rule]] | None = None
) -> Iterator[str]:
    """Yield what settings say wrongly of rules, a sentence each with its key.

    Args:
        settings: What the configuration file and the command line say.
        rules: The rules there are, None for `available`.

    Raises:
        PluginError: As in `available`.
    """
    known = _among(rules)
    names = (*known, *CATEGORIES, ALL)
    for key, chosen in (
        ("select", settings.select or ()),
        ("extend-select", settings.extend_select),
        ("ignore", settings.ignore),
    ):
        for name in chosen:
            if name not in names:
                hint = did_you_mean(name, names)
                yield f"{key}: no rule or category '{name}'{hint}"
    for name, told in settings.rules.items():
        if name in known:
            yield from check_options(known[name].rule, told.options)
        else:
            yield f"rules: no rule '{name}'{did_you_mean(name, known)}"


def _among(rules: Sequence[type[Rule]] | None) -> dict[str, _Known]:
    return _known() if rules is None else {one.id: _known_as(one) for one in rules}


def _is_selected(rule: _Known, settings: Settings) -> bool:
    selected = (ALL,) if settings.select is None else settings.select
    wanted = _narrowness(rule, (*selected, *settings.extend_select))
    return wanted > _narrowness(rule, settings.ignore)


def _narrowness(rule: _Known, names: Sequence[str]) -> int:
    if rule.id in names:
        return _BY_ID
    if rule.category in names:
        return _BY_CATEGORY
    return _BY_ALL if ALL in names else 0


# --- pages ------------------------------------------------------------------------


def rule_page(rule_id: str) -> str:
    """Return the text of the page beside a rule, Markdown.

    Raises:
        InputError: There is no such rule.
        PluginError: The rule has no page.
    """
    return page_text(find(rule_id))


def page_text(rule: type[Rule]) -> str:
    """Return the text of the page beside a rule's module, Markdown.

    Raises:
        PluginError: The rule has no page.
    """
    from importlib import resources  # noqa: PLC0415 - start-up counts

    package, _, module = rule.__module__.rpartition(".")
    name = f"{module}.md"
    try:
        # read_text() would rewrite line ends, which examples may be about.
        return (resources.files(package) / name).read_bytes().decode("utf-8")
    except (OSError, ValueError, ImportError) as error:
        raise PluginError(
            f"{distribution_name(rule)}: rule '{rule.id}' has no page {name} beside it"
        ) from error


def rule_url(rule_id: str) -> str:
    """Return where a rule is documented: its page, or its distribution's home page.

    Raises:
        InputError: There is no such rule.
    """
    rule = _find(rule_id)
    return documentation_url(rule.module, rule.name)


def documentation_url(module: str, name: str) -> str:
    """Return the same as `rule_url`, "" for a rule that no distribution declares.

    Args:
        module: The module that the rule's class is in.
        name: The class's name there.
    """
    package, _, page = module.partition(".")
    if package == _BUILTIN_PACKAGE:
        return f"{_PAGES}{page.replace('.', '/')}.md"
    entry = entry_point(module, name)
    if entry is None or entry.dist is None:
        return ""
    # "Label, URL"; the field Home-page is the older way to say the same.
    project = entry.dist.metadata
    urls = [
        line.partition(",")[2].strip() for line in project.get_all("Project-URL") or ()
    ]
    return next(iter([*urls, *(project.get_all("Home-page") or ())]), "")
