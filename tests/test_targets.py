"""Whether two links lead to the same place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.targets import (
    ANY_LOCALE,
    is_in_language,
    is_own_page,
    locales,
    loose,
    normalize,
    same_place,
)

SAME = [
    pytest.param("fr", "/hard-sell", "/hard-sell/", id="a trailing slash"),
    pytest.param("fr", "https://www.a.org/x", "http://A.org/x", id="scheme, www, case"),
    pytest.param("pl", "/pl/cykl", "/en/cykl", id="a language at the front"),
    pytest.param("pt-BR", "/docs/pt-br/x", "/docs/x", id="a language in the path"),
    pytest.param("zh_CN", "/docs/zh-cn/x", "/docs/en-US/x", id="an underscore tag"),
    pytest.param("zh-CN", "/components/a-cn", "/components/a", id="a country suffix"),
    pytest.param("fr", "guide.fr.md", "guide.md", id="a language suffix"),
    pytest.param("zh-TW", "x_zh-hant-tw.md", "x_en.md", id="a long suffix"),
    pytest.param("de", "../../a/b.md", "./a/b/", id="depth and extension"),
    pytest.param("de", "a/b.mdx", "a/b.html", id="two extensions"),
    pytest.param("de", "a/index.md", "a/", id="an index"),
    pytest.param("de", "a/_index.md", "a", id="an index of Hugo"),
    pytest.param("de", "a/README.md", "a/", id="a readme"),
    pytest.param("ru", "/%D0%BA%D0%BE%D1%82", "/кот", id="percent-encoded Cyrillic"),
    pytest.param("el", "/caf%C3%A9", "/cafe\u0301", id="decomposed letters"),
    pytest.param("ja", "/x?hl=ja&a=1", "/x?a=1", id="a language parameter"),
    pytest.param("ja", "/x?a=1&amp;b=2", "/x?a=1&b=2", id="an entity"),
    pytest.param("es", "https://es.react.dev/x", "https://react.dev/x", id="a host"),
    pytest.param(
        "zh-CN", "https://zh-hans.react.dev", "https://react.dev/", id="a script host"
    ),
    pytest.param(
        "pl",
        "https://pl.wikipedia.org/wiki/Kot",
        "https://en.wikipedia.org/wiki/Cat#Diet",
        id="the article of another Wikipedia",
    ),
    pytest.param(
        "fr",
        "https://developer.mozilla.org/fr/docs/Web",
        "https://developer.mozilla.org/en-US/docs/Web",
        id="the documentation of another site in French",
    ),
    pytest.param("zh-CN", "#/zh-CN/form", "#/en-US/form", id="a hash router"),
    pytest.param("zhCN", "/demo/zhCN/a", "/demo/enUS/a", id="glued tags"),
    pytest.param("ar", "/images/ar/a.png", "/images/a.png", id="an image in Arabic"),
    pytest.param("he", "img/a.he.png", "img/a.png", id="an image's suffix"),
    pytest.param("ru", "../ch1/2", "/course/ch1/2", id="from another folder"),
    pytest.param("ru", "../ch3/1", "/course/ch3", id="a folder's first page"),
    pytest.param("de", '{{< ref "x" >}}', '{{<ref "x">}}', id="a shortcode"),
    pytest.param(
        "de", '{{< ref "/en/x.md" >}}', '{{% relref "/de/x" %}}', id="a page of Hugo"
    ),
    pytest.param(
        "uk", "{% link en/x.md %}#y", "{%- link uk/x.md -%}#y", id="a page of Jekyll"
    ),
    pytest.param("de", "{{ a }}/x", "{{a}}/x", id="a template"),
]


@pytest.mark.parametrize(("tag", "first", "second"), SAME)
def test_spelling_makes_no_other_place(tag: str, first: str, second: str) -> None:
    known = locales([tag, "en"])
    assert same_place(normalize(first, known), normalize(second, known))


OTHER = [
    pytest.param("/hard-sell", "/hard-sel", id="a lost letter"),
    pytest.param("/course/chapter1", "/kurs/rozdzial1", id="a translated path"),
    pytest.param("/x", "https://chat.example.com/x", id="another host"),
    pytest.param("https://a.org/x", "https://b.org/x", id="two hosts"),
    pytest.param("/a/x", "/b/x", id="two folders"),
    pytest.param("/x?page=1", "/x?page=2", id="two queries"),
    pytest.param("mailto:a@b.org", "mailto:b@b.org", id="two addresses"),
    pytest.param("img/a.png", "img/a.svg", id="two images"),
    pytest.param("/tightly", "/tight-ly", id="a hyphen that is no language"),
    pytest.param("../ch3/1", "/course/ch2", id="the first page of another folder"),
    pytest.param("https://a.org/x", "https://a\t.org/x", id="a tab inside"),
    pytest.param("https://[x", "https://[y", id="no address at all"),
]


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_another_place_stays_another(first: str, second: str) -> None:
    known = locales(["pl", "en"])
    assert not same_place(normalize(first, known), normalize(second, known))


@pytest.mark.parametrize(
    ("target", "fragment"),
    [
        pytest.param("#a", "a", id="plain"),
        pytest.param("/x#%D0%BA", "к", id="percent-encoded"),
        pytest.param("/x#:~:text=a", "", id="words of the page"),
    ],
)
def test_fragment_is_apart(target: str, fragment: str) -> None:
    assert normalize(target, ANY_LOCALE).fragment == fragment


@pytest.mark.parametrize(
    ("target", "tag", "expected"),
    [
        pytest.param("https://de.wikipedia.org/wiki/Kran", "de", True, id="a host"),
        pytest.param("https://kran.example.de/", "de", True, id="a country"),
        pytest.param("https://a.example.cz/x", "cs", True, id="another country's code"),
        pytest.param("https://a.example/zh-CN/x", "zh_CN", True, id="a folder"),
        pytest.param("https://a.example/x?hl=ja", "ja", True, id="a query"),
        pytest.param("https://a.example/fr/x", "de", False, id="another language"),
        pytest.param("https://a.example/x?q=de", "de", False, id="another query"),
        pytest.param("https://desk.example/x", "de", False, id="a part of a word"),
        pytest.param("/de/x", "de", False, id="the site itself"),
        pytest.param("https://[x", "de", False, id="no address"),
    ],
)
def test_language_of_another_site_is_read(
    target: str, tag: str, expected: bool
) -> None:
    assert is_in_language(target, tag, None) is expected


OWN = [
    pytest.param("../ru/a.md", "docs/fr/a.md", True, id="a sibling folder"),
    pytest.param("README.zh-CN.md", "README.md", True, id="a readme in Chinese"),
    pytest.param("../../README.md", "i18n/fr/README.md", True, id="a root above"),
    pytest.param("/ko/guide/a", "docs/ja/guide/a.md", True, id="a site's path"),
    pytest.param(
        "https://example.org/o/r/docs/ja/a.md", "docs/en/a.md", True, id="an edit link"
    ),
    pytest.param("b.md", "docs/fr/a.md", False, id="a neighbour"),
    pytest.param("#top", "docs/fr/a.md", False, id="a fragment"),
    pytest.param("https://example.org/a", "a.md", False, id="a foreign page, one name"),
]


@pytest.mark.parametrize(("target", "path", "own"), OWN)
def test_language_switcher_is_known(target: str, path: str, own: bool) -> None:
    assert is_own_page(target, path) is own


@pytest.mark.parametrize(
    ("fragment", "heading"),
    [
        pytest.param("was-ist-das", "Was ist das?", id="Latin"),
        pytest.param("что-это", "Что это?", id="Cyrillic"),
        pytest.param("यह-क्या-है", "यह क्या है", id="Devanagari"),
        pytest.param("これは何", "これは何？", id="Japanese"),
    ],
)
def test_fragment_is_held_against_its_heading(fragment: str, heading: str) -> None:
    assert loose(fragment) == loose(heading)


@given(st.text(), st.sampled_from(["fr", "zh-Hant-TW", "français", None]))
def test_normalizing_takes_any_text(target: str, tag: str | None) -> None:
    known = locales([tag])
    once = normalize(target, known)
    assert once == normalize(target, known)
    assert same_place(once, once)
