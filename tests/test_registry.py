"""Which rules there are, which run, with which options; and plugins."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from msgspec.structs import replace

from transcheck.config import RuleSettings, Settings
from transcheck.errors import ConfigError, InputError, PluginError
from transcheck.options import options
from transcheck.registry import (
    available,
    builtin,
    configure,
    distribution_name,
    find,
    page_text,
    rule_page,
    rule_url,
)
from transcheck.rule import Document, DocumentRule, Finding, Rule


class Silent(DocumentRule, frozen=True):
    """A rule that finds nothing."""

    id: ClassVar[str] = "silent"
    category: ClassVar[str] = "links"

    def check(self, document: Document) -> Iterator[Finding]:
        """Find nothing."""
        del document
        return iter(())


class Tunable(Silent, frozen=True):
    """A rule with an option of every kind."""

    id: ClassVar[str] = "tunable"
    category: ClassVar[str] = "code"

    extra: Annotated[bool, "A switch."] = True
    deepest_level: Annotated[int, "A count."] = 3
    share: Annotated[float, "A share."] = 0.5
    marks: Annotated[str, "Characters."] = '."'
    names: Annotated[tuple[str, ...], "Names."] = ("a", "b")

    def __post_init__(self) -> None:
        """Refuse levels that no heading has."""
        if self.deepest_level > 6:
            raise ValueError("deepest-level is at most 6")


RULES = (Silent, Tunable)


def selected(settings: Settings) -> list[str]:
    return [rule.id for rule in configure(settings, RULES)]


def problems(settings: Settings) -> list[str]:
    with pytest.raises(ConfigError) as raised:
        configure(settings, RULES)
    return list(raised.value.problems)


# --- selection --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(Settings(), ["silent", "tunable"], id="all by default"),
        pytest.param(Settings(select=("silent",)), ["silent"], id="a rule"),
        pytest.param(Settings(select=("code",)), ["tunable"], id="a category"),
        pytest.param(Settings(select=()), [], id="nothing at all"),
        pytest.param(
            Settings(select=("silent",), extend_select=("code",)),
            ["silent", "tunable"],
            id="more is added",
        ),
        pytest.param(Settings(ignore=("silent",)), ["tunable"], id="all but one"),
        pytest.param(Settings(ignore=("code",)), ["silent"], id="all but a category"),
        pytest.param(
            Settings(ignore=("all",), extend_select=("silent",)),
            ["silent"],
            id="a rule is narrower than all",
        ),
        pytest.param(
            Settings(ignore=("links",), extend_select=("silent",)),
            ["silent", "tunable"],
            id="a rule is narrower than its category",
        ),
        pytest.param(
            Settings(select=("links",), ignore=("all",)),
            ["silent"],
            id="a category is narrower than all",
        ),
        pytest.param(
            Settings(select=("silent", "tunable"), ignore=("silent",)),
            ["tunable"],
            id="between equals ignoring wins",
        ),
    ],
)
def test_selection(settings: Settings, expected: list[str]) -> None:
    assert selected(settings) == expected


def test_unknown_names_are_told_all_at_once() -> None:
    settings = Settings(
        select=("silnet", "all"),
        extend_select=("linkz",),
        ignore=("x",),
        rules={"tuneable": RuleSettings()},
    )
    assert problems(settings) == [
        "select: no rule or category 'silnet'; did you mean 'silent'?",
        "extend-select: no rule or category 'linkz'; did you mean 'links'?",
        "ignore: no rule or category 'x'",
        "rules: no rule 'tuneable'; did you mean 'tunable'?",
    ]


# --- options ----------------------------------------------------------------------


def test_options_are_set() -> None:
    told = {
        "extra": False,
        "deepest_level": 2,
        "share": 1,
        "marks": "。",
        "names": ["日本語"],
    }
    settings = Settings(
        select=("tunable",), rules={"tunable": RuleSettings(options=told)}
    )
    assert tuple(configure(settings, RULES)) == (
        Tunable(extra=False, deepest_level=2, share=1.0, marks="。", names=("日本語",)),
    )


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        pytest.param(
            "deepest_level",
            True,
            "rules.tunable.deepest-level: expected an integer, got boolean true",
            id="a bool is no int",
        ),
        pytest.param(
            "share",
            False,
            "rules.tunable.share: expected a number, got boolean false",
            id="a bool is no float",
        ),
        pytest.param(
            "extra",
            1,
            "rules.tunable.extra: expected a boolean, got integer 1",
            id="an int is no bool",
        ),
        pytest.param(
            "deepest_level",
            2.0,
            "rules.tunable.deepest-level: expected an integer, got float 2.0",
            id="a float is no int",
        ),
        pytest.param(
            "names",
            "a",
            "rules.tunable.names: expected an array of strings, got string 'a'",
            id="a string is no array",
        ),
        pytest.param(
            "names",
            ["a", 1],
            "rules.tunable.names: expected an array of strings, got an array",
            id="an array of strings holds strings",
        ),
        pytest.param(
            "deepest_levels",
            2,
            "rules.tunable: no option 'deepest-levels'; did you mean 'deepest-level'?",
            id="a misspelt option",
        ),
        pytest.param(
            "languagse",
            [],
            "rules.tunable: no option 'languagse'; did you mean 'languages'?",
            id="a misspelt key that every rule has",
        ),
        pytest.param(
            "deepest_level",
            7,
            "rules.tunable: deepest-level is at most 6",
            id="a value the rule refuses",
        ),
    ],
)
def test_wrong_option_is_told(name: str, value: object, problem: str) -> None:
    told = {"tunable": RuleSettings(options={name: value})}
    assert problems(Settings(rules=told)) == [problem]


def test_options_are_told_as_toml() -> None:
    assert [(one.name, one.kind, one.default) for one in options(Tunable)] == [
        ("extra", "a boolean", "true"),
        ("deepest-level", "an integer", "3"),
        ("share", "a number", "0.5"),
        ("marks", "a string", '".\\""'),
        ("names", "an array of strings", '["a", "b"]'),
    ]


# --- built-in rules ---------------------------------------------------------------


def test_builtin_rules_come_first() -> None:
    assert available()[: len(builtin())] == builtin()


def test_rule_is_found_with_its_page_and_address() -> None:
    assert find("unreadable").id == "unreadable"
    assert rule_page("unreadable").startswith("# unreadable\n")
    assert rule_url("unreadable").endswith(
        "/rules/transcheck_rules/files/unreadable.md"
    )
    assert distribution_name(find("unreadable")) == "transcheck"


def test_rule_that_does_not_exist_is_told() -> None:
    with pytest.raises(
        InputError, match="no rule 'unreedable'; did you mean 'unreadable'"
    ):
        find("unreedable")


# --- plugins ----------------------------------------------------------------------


Install = Callable[..., None]

PLUGIN = '''
from transcheck.rule import DocumentRule

class NoShouting(DocumentRule, frozen=True):
    """Nobody shouts."""
    id = "no-shouting"
    category = "punctuation"
    def check(self, document):
        return iter(())

class Thawed(DocumentRule, frozen=False):
    id = "thawed"
    category = "links"
    def check(self, document):
        return iter(())

class Unready(DocumentRule, frozen=True):
    id = "unready"
    category = "links"

class Taken(NoShouting, frozen=True):
    id = "unreadable"

class Loud(NoShouting, frozen=True):
    id = "No Shouting"

class Homeless(NoShouting, frozen=True):
    category = "style"

class Untyped(NoShouting, frozen=True):
    marks: list = ()

no_rule = 1
'''


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a distribution with one rule, as pip would."""
    monkeypatch.syspath_prepend(tmp_path)

    def install_rule(target: str, distribution: str = "acme") -> None:
        package = f"{distribution}_checks"
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
        (tmp_path / package / "rules.py").write_text(PLUGIN)
        (tmp_path / package / "rules.md").write_text("# no-shouting\n")
        info = tmp_path / f"{distribution}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
            "Project-URL: Documentation, https://acme.example/docs\n"
        )
        (info / "entry_points.txt").write_text(
            f"[transcheck.rules]\nrule = {package}.rules:{target}\n"
        )

    yield install_rule
    for name in [
        name for name in sys.modules if name.endswith(("_checks", "_checks.rules"))
    ]:
        del sys.modules[name]


def test_plugin_comes_after_the_builtin_rules(install: Install) -> None:
    install("NoShouting")
    assert [rule.id for rule in available()[len(builtin()) :]] == ["no-shouting"]
    assert distribution_name(find("no-shouting")) == "acme"
    assert rule_url("no-shouting") == "https://acme.example/docs"
    assert rule_page("no-shouting") == "# no-shouting\n"


def test_plugin_in_an_archive_is_found(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("NoShouting")
    elsewhere = tmp_path.with_name(f"{tmp_path.name}-archive")
    archive = shutil.make_archive(str(elsewhere), "zip", tmp_path)
    monkeypatch.setattr(sys, "path", [one for one in sys.path if one != str(tmp_path)])
    assert "no-shouting" not in [rule.id for rule in available()]
    monkeypatch.syspath_prepend(archive)
    assert "no-shouting" in [rule.id for rule in available()]


def test_plugin_with_older_metadata_is_found(install: Install, tmp_path: Path) -> None:
    install("NoShouting")
    (tmp_path / "acme-1.0.dist-info" / "METADATA").rename(
        tmp_path / "acme-1.0.dist-info" / "PKG-INFO"
    )
    (tmp_path / "acme-1.0.dist-info").rename(tmp_path / "acme-1.0.egg-info")
    assert "no-shouting" in [rule.id for rule in available()]


def test_plugin_runs_by_default(install: Install) -> None:
    install("NoShouting")
    assert "no-shouting" in [rule.id for rule in configure(Settings())]


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        pytest.param(
            "NoShoutin",
            "acme: cannot load acme_checks.rules:NoShoutin: ",
            id="no such name",
        ),
        pytest.param("no_rule", "is no subclass of Rule", id="no class"),
        pytest.param("Thawed", "is not frozen", id="one that can change"),
        pytest.param("Unready", "is abstract", id="no check"),
        pytest.param(
            "Loud", "has the id 'No Shouting'", id="an id that is not kebab-case"
        ),
        pytest.param("Homeless", "has the category 'style'", id="an unknown category"),
        pytest.param(
            "Untyped", "has the option 'marks'", id="an option of another type"
        ),
        pytest.param(
            "Taken",
            "acme: the id 'unreadable' is taken by a rule of transcheck",
            id="an id that is taken",
        ),
    ],
)
def test_broken_plugin_stops_the_run(
    install: Install, target: str, problem: str
) -> None:
    install(target)
    with pytest.raises(PluginError) as raised:
        available()
    assert str(raised.value).startswith("acme: ")
    assert problem in str(raised.value)


def test_two_plugins_with_one_id_are_told(install: Install) -> None:
    install("NoShouting", "zebra")
    install("NoShouting", "acme")
    with pytest.raises(
        PluginError, match=r"zebra: the id 'no-shouting' is taken .* acme"
    ):
        available()


def test_rule_without_a_page_is_told() -> None:
    with pytest.raises(PluginError, match="rule 'silent' has no page"):
        page_text(Silent)


def test_rule_is_a_value() -> None:
    (rule,) = configure(Settings(select=("tunable",)), RULES)
    assert isinstance(rule, Rule)
    assert replace(Tunable(), deepest_level=3) == rule
