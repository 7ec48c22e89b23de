"""The scripts in tools/."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from transcheck.registry import builtin
from transcheck_rules import BUILTIN

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def tool(request: pytest.FixtureRequest) -> Iterator[ModuleType]:
    """Import a script by its name, and leave the search path as it was."""
    name = request.param
    path = list(sys.path)
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = path


@pytest.mark.parametrize("tool", ["generate"], indirect=True)
def test_what_is_generated_is_up_to_date(tool: ModuleType) -> None:
    stale = [
        path.name
        for path, text in tool.generate()
        if path.read_bytes().decode("utf-8") != text
    ]
    assert stale == []


@pytest.mark.parametrize("tool", ["generate"], indirect=True)
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("None.\n\n", id="a page that says none"),
        pytest.param("| Option |\n| --- |\n| `x` |\n\n", id="a page with a table"),
        pytest.param("", id="a page that says nothing"),
        pytest.param(
            "<!-- generated: options -->\n\nold\n\n<!-- end: options -->\n\n",
            id="a page with marks",
        ),
    ],
)
def test_options_are_written_between_marks(tool: ModuleType, body: str) -> None:
    rule = next(rule for rule in builtin() if rule.id == "unreadable")
    page = f"# unreadable\n\n## Options\n\n{body}## Examples\n"
    written = (
        "# unreadable\n\n## Options\n\n<!-- generated: options -->\n\nNone.\n\n"
        "<!-- end: options -->\n\n## Examples\n"
    )
    assert tool.with_options(page, rule) == written
    assert tool.with_options(written, rule) == written


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a folder with the registry of the built-in rules."""
    source = ROOT / "rules" / "transcheck_rules" / "__init__.py"
    (tmp_path / "__init__.py").write_bytes(source.read_bytes())
    return tmp_path


@pytest.mark.parametrize("tool", ["new_rule"], indirect=True)
@pytest.mark.parametrize("kind", ["document", "pair", "page"])
def test_a_new_rule_is_a_rule(tool: ModuleType, kind: str, package: Path) -> None:
    tool.create("aaa-bbb", kind=kind, category="links", package=package)
    spec = importlib.util.spec_from_file_location(
        "aaa_bbb", package / "links" / "aaa_bbb.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["aaa_bbb"] = module  # a dataclass looks its module up
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules["aaa_bbb"]
    rule = module.AaaBbb()
    assert (rule.id, rule.category) == ("aaa-bbb", "links")
    assert list(rule.check(None)) == []


@pytest.mark.parametrize("tool", ["new_rule"], indirect=True)
def test_a_new_rule_stands_where_the_order_of_the_docs_has_it(
    tool: ModuleType, package: Path
) -> None:
    before = (package / "__init__.py").read_text(encoding="utf-8").splitlines()
    tool.create("aaa-bbb", kind="pair", category="links", package=package)
    after = (package / "__init__.py").read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert added == ['    "links.aaa_bbb.AaaBbb",']
    first = next(rule for rule in BUILTIN if rule.startswith("links."))
    assert after.index(added[0]) + 1 == after.index(f'    "{first}",')


@pytest.mark.parametrize("tool", ["new_rule"], indirect=True)
@pytest.mark.parametrize(
    ("rule_id", "problem"),
    [
        pytest.param("Link_Text", "kebab-case", id="no kebab-case"),
        pytest.param("taken", "there is a rule", id="an id that is taken"),
    ],
)
def test_a_wrong_id_is_refused_and_nothing_written(
    tool: ModuleType, rule_id: str, problem: str, package: Path
) -> None:
    (package / "files").mkdir()
    (package / "files" / "taken.py").touch()
    before = sorted(package.rglob("*"))
    with pytest.raises(SystemExit, match=problem):
        tool.create(rule_id, kind="pair", category="links", package=package)
    assert sorted(package.rglob("*")) == before
