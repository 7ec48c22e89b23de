"""Which name a near miss was meant to be."""

from __future__ import annotations

import pytest

from transcheck.near_miss import NearNames, differs_by


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("docs/open_the_shop", "docs/open-the-shop", id="underscores"),
        pytest.param("docs/open the shop", "docs/open-the-shop", id="spaces"),
        pytest.param("docs/open%20the%20shop", "docs/open-the-shop", id="an address"),
        pytest.param("docs/OpenTheShop", "docs/open-the-shop", id="capitals"),
        pytest.param("docs/open-theshop", "docs/open-the-shop", id="a lost hyphen"),
        pytest.param("docs/price-lists", "docs/price-list", id="a plural"),
        pytest.param("docs/policies", "docs/policy", id="a plural in -ies"),
        pytest.param("docs/boxes", "docs/box", id="a plural in -es"),
        pytest.param("docs/recepit", "docs/receipt", id="swapped letters"),
        pytest.param("docs/recipt", "docs/receipt", id="a lost letter"),
        pytest.param("docs/склаад", "docs/склад", id="a doubled letter in Cyrillic"),
        pytest.param("docs/cafe\u0301", "docs/caf\u00e9", id="a letter in two parts"),
        pytest.param("doc_s/склад", "docs/склад", id="a folder"),
    ],
)
def test_a_near_miss_is_known(name: str, meant: str) -> None:
    names = NearNames([meant, "docs/returns", "docs/opening-hours", "open-the-shop"])
    assert names.nearest(name, lambda _: True) == meant


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("chapter1/8", "chapter1/9", id="numbers"),
        pytest.param("v1.2", "v12", id="parts of a number"),
        pytest.param("12/3a", "12/3b", id="letters of chapters"),
        pytest.param("import", "export", id="other words"),
        pytest.param("docs/get-users", "docs/set-users", id="short words"),
        pytest.param("c", "c++", id="signs"),
        pytest.param("倉庫管理方法", "倉庫管理方式", id="a letter that is a word"),
        pytest.param("a/install", "b/install", id="folders with one letter"),
        pytest.param("install", "docs/install", id="a folder more"),
        pytest.param("access", "acces/s", id="a folder in a word"),
        pytest.param("process", "proces-9", id="a number more"),
        pytest.param("same", "same", id="the name itself"),
    ],
)
def test_another_name_is_no_near_miss(name: str, other: str) -> None:
    assert NearNames([other]).nearest(name, lambda _: True) is None


def test_the_surest_is_taken() -> None:
    names = NearNames(["price-list", "price-lists", "price-lisst"])
    assert names.nearest("price_list", lambda _: True) == "price-list"
    assert names.nearest("price_list", lambda one: one != "price-list") == "price-lists"


def test_of_two_that_are_as_likely_none_is_taken() -> None:
    names = NearNames(["receipt", "recpipt"])
    assert names.nearest("recipt", lambda _: True) is None


@pytest.mark.parametrize(
    ("other", "most", "expected"),
    [
        pytest.param("recepit", 1, True, id="two letters changed places"),
        pytest.param("recipe", 1, False, id="more letters than may differ"),
        pytest.param("recipe", 3, True, id="as many letters as may differ"),
        pytest.param("receipt", 0, True, id="the same"),
    ],
)
def test_names_are_one_but_for_so_many_letters(
    other: str, most: int, *, expected: bool
) -> None:
    assert differs_by("receipt", other, most) is expected


def test_another_number_is_another_name() -> None:
    assert not differs_by("step-12", "step-13", 3)
