"""What every rule owes: names that agree, and a page that tells and shows all of it."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

import transcheck_rules
from transcheck.document import (
    Document,
    Section,
    Table,
    block_prose,
    prose,
    walk_sections,
)
from transcheck.options import Option, options
from transcheck.parse import parse
from transcheck.plugins import CATEGORIES, defects
from transcheck.registry import builtin, page_text
from transcheck.rule import Rule
from transcheck.testing import examples, outcome

SECTIONS = ["Why", "When it is wrong to fire", "Options", "Examples"]
FOLDER = Path(transcheck_rules.__file__).parent

every_rule = pytest.mark.parametrize(
    "rule", [pytest.param(r, id=r.id) for r in builtin()]
)


def page_of(rule: type[Rule]) -> Document:
    return parse(page_text(rule), path=f"{rule.id}.md")


def title(section: Section) -> str:
    return prose(*section.heading.inlines) if section.heading else ""


def section_of(rule: type[Rule], name: str) -> Section:
    sections = [one for one in walk_sections(page_of(rule).root) if title(one) == name]
    assert len(sections) == 1
    return sections[0]


@every_rule
def test_rule_is_as_a_plugin_must_be(rule: type[Rule]) -> None:
    assert list(defects(rule)) == []


@every_rule
def test_folder_module_class_and_id_have_one_name(rule: type[Rule]) -> None:
    module = rule.id.replace("-", "_")
    assert rule.__module__ == f"transcheck_rules.{rule.category}.{module}"
    assert rule.__name__ == "".join(part.title() for part in rule.id.split("-"))


@every_rule
def test_page_opens_with_the_id_and_the_first_sentence_of_the_docstring(
    rule: type[Rule],
) -> None:
    first = (inspect.getdoc(rule) or "").split("\n\n")[0].replace("\n", " ")
    page = page_of(rule).root.sections[0]
    assert title(page) == rule.id
    assert block_prose(page.blocks[0]) == first


@every_rule
def test_page_has_its_sections_in_order(rule: type[Rule]) -> None:
    page = page_of(rule).root
    assert [title(one) for one in page.sections[0].sections] == SECTIONS


@every_rule
def test_options_are_described(rule: type[Rule]) -> None:
    assert [one.name for one in options(rule) if not one.description] == []


@every_rule
def test_options_on_the_page_are_the_fields(rule: type[Rule]) -> None:
    tables = [
        block
        for block in section_of(rule, "Options").blocks
        if isinstance(block, Table)
    ]
    rows = [
        [page_of(rule).text[cell.span.start : cell.span.end] for cell in row.blocks]
        for table in tables
        for row in table.blocks
    ]
    expected = [as_row(option) for option in options(rule)]
    assert rows == (
        [["Option", "Default", "Description"], *expected] if expected else []
    )


def as_row(option: Option) -> list[str]:
    return [f"`{option.name}`", f"`{option.default}`", option.description]


@every_rule
def test_page_shows_the_rule_firing_and_silent(rule: type[Rule]) -> None:
    reports = [example.report for example in examples(rule)]
    assert any(f"[{rule.id}]" in report for report in reports)
    assert "" in reports


@every_rule
def test_titles_of_examples_differ(rule: type[Rule]) -> None:
    titles = [example.title for example in examples(rule)]
    assert sorted(set(titles)) == sorted(titles)


@every_rule
def test_a_fix_is_shown_where_there_is_one(rule: type[Rule]) -> None:
    shown = any(example.fixed for example in examples(rule))
    given = any(
        outcome(rule, example).fixed != example.files for example in examples(rule)
    )
    assert (shown, given) == (rule.fixable, rule.fixable)


def test_builtin_holds_every_module_once() -> None:
    modules = [path.stem for path in FOLDER.glob("*/*.py") if path.stem != "__init__"]
    registered = [rule.__module__.rpartition(".")[2] for rule in builtin()]
    assert sorted(registered) == sorted(modules)


def test_builtin_is_in_the_order_of_the_docs() -> None:
    order = [CATEGORIES.index(rule.category) for rule in builtin()]
    assert order == sorted(order)


def test_rules_do_not_import_one_another() -> None:
    imports = [
        (path.name, node.module)
        for path in FOLDER.glob("*/*.py")
        if path.stem != "__init__"
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("transcheck_rules")
    ]
    assert imports == []
