"""Glossaries and the table of terms: read into values, and told what is wrong."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from transcheck.config import read_table
from transcheck.table import parse_toml
from transcheck.terms import SOURCE, TARGET, Entry, Terms

TBX_2008 = """\
<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1">
  <langSet xml:lang="en"><tig><term>raised <hi>bed</hi></term></tig></langSet>
  <langSet xml:lang="fi">
    <ntig><termGrp><term>kohopenkki</term></termGrp></ntig>
    <tig><term>korkeapenkki</term>
      <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
  </langSet>
</termEntry>
</body></text></martif>
"""
TBX_2019 = """\
<?xml version="1.0" encoding="UTF-16"?>
<tbx:tbx xmlns:tbx="urn:iso:std:iso:30042:ed-2"><tbx:text><tbx:body>
<tbx:conceptEntry>
  <tbx:langSec xml:lang="en"><tbx:termSec><tbx:term>raised bed</tbx:term></tbx:termSec>
  </tbx:langSec>
  <tbx:langSec xml:lang="fi">
    <tbx:termSec><tbx:term>kohopenkki</tbx:term></tbx:termSec>
    <tbx:termSec><tbx:term>korkeapenkki</tbx:term>
      <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
    </tbx:termSec>
  </tbx:langSec>
</tbx:conceptEntry>
</tbx:body></tbx:text></tbx:tbx>
"""
GROWING = """\
<?xml version="1.0"?>
<!DOCTYPE tbx [
<!ENTITY a "grow">
<!ENTITY b "&a;&a;&a;&a;">
]>
<tbx><text>&b;</text></tbx>
"""


def read(config: str, files: Mapping[str, bytes]) -> tuple[Terms, list[str]]:
    def of(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory")
        return files[path]

    settings, problems = read_table(parse_toml(config), read=of)
    return settings.terms, problems


def glossary(name: str, content: str | bytes) -> tuple[Terms, list[str]]:
    data = content if isinstance(content, bytes) else content.encode()
    return read(f"[terms]\nglossary = ['{name}']", {name: data})


def test_the_table_is_read() -> None:
    terms, problems = read(
        '[terms]\nkeep = ["npm"]\ntranslate = ["bed"]\nforbidden = {de = ["Bett"]}',
        {},
    )
    assert not problems
    assert terms == Terms(
        keep=("npm",), translate=("bed",), forbidden={"de": ("Bett",)}
    )


def test_nothing_is_asked_without_a_table() -> None:
    assert not read("", {})[0]


@pytest.mark.parametrize(
    ("name", "content", "entry"),
    [
        pytest.param(
            "terms.csv",
            "EN,pt-BR,zh\nbed,canteiro|leito,花坛\n",
            Entry({"en": ("bed",), "pt-br": ("canteiro", "leito"), "zh": ("花坛",)}),
            id="a column for each language",
        ),
        pytest.param(
            "terms.csv",
            '\ufeffen;de\r\n"bed; raised";Hochbeet\r\n',
            Entry({"en": ("bed; raised",), "de": ("Hochbeet",)}),
            id="semicolons, a byte order mark and a quoted cell",
        ),
        pytest.param(
            "terms.tsv",
            "en\tde\nbed\tBeet\n\n",
            Entry({"en": ("bed",), "de": ("Beet",)}),
            id="tabs and an empty line",
        ),
        pytest.param(
            "terms.csv",
            "source,target,forbidden\nbed,Beet,Bett\n",
            Entry({SOURCE: ("bed",), TARGET: ("Beet",)}, {TARGET: ("Bett",)}),
            id="source and target of any language",
        ),
        pytest.param(
            "l10n/terms.pt_BR.csv",
            "source,target\nbed,canteiro\n",
            Entry({SOURCE: ("bed",), "pt-BR": ("canteiro",)}, {"pt-BR": ()}),
            id="the language in the name of the file",
        ),
        pytest.param(
            "terms.csv",
            "en,de,note\nbed\n",
            Entry({"en": ("bed",)}),
            id="a short row",
        ),
    ],
)
def test_csv_is_read(name: str, content: str, entry: Entry) -> None:
    terms, problems = glossary(name, content)
    assert not problems
    assert terms.entries == (entry,)


@pytest.mark.parametrize("content", [TBX_2008, TBX_2019], ids=["of 2008", "of 2019"])
def test_tbx_is_read(content: str) -> None:
    terms, problems = glossary("team.tbx", content)
    assert not problems
    assert terms.entries == (
        Entry(
            {"en": ("raised bed",), "fi": ("kohopenkki",)},
            {"fi": ("korkeapenkki",)},
        ),
    )


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param(
            "a.csv",
            "en,de\nbed,Beet\n\nbed,Beet,Bett\n",
            "a.csv:4: a row of 3 cells under 2 columns",
            id="a row that is too long",
        ),
        pytest.param(
            "a.csv",
            "en,DE,de\n",
            "a.csv:1: two columns 'de'",
            id="a language twice",
        ),
        pytest.param(
            "a.csv",
            "source,de\nbed,Beet\n",
            "a.csv:1: 'source' and 'target' go together",
            id="a source without a target",
        ),
        pytest.param(
            "a.csv",
            "bed\n",
            "a.csv:1: expected a column for each language",
            id="one column",
        ),
        pytest.param("a.csv", "", "a.csv:1: no row names the columns", id="no row"),
        pytest.param(
            "a.csv",
            'en,de\n"bed,Beet\n',
            "a.csv:2: not CSV: unexpected end of data",
            id="an open quotation mark",
        ),
        pytest.param(
            "a.csv",
            b"en,de\nbed,B\xe4tt\n",
            "a.csv:2: not UTF-8: byte 0xe4",
            id="bytes",
        ),
        pytest.param(
            "a.tbx",
            "<tbx><text>\n</tbx>",
            "a.tbx:2: not XML: mismatched tag",
            id="broken XML",
        ),
        pytest.param(
            "a.tbx", "<html>\n</html>", "a.tbx:1: not TBX: it holds 'html'", id="HTML"
        ),
        pytest.param(
            "a.tbx", GROWING, "a.tbx:3: entities are not allowed", id="entities"
        ),
        pytest.param(
            "a.tbx",
            '<!DOCTYPE tbx [\n<!ENTITY f SYSTEM "file:///etc/hostname">]>\n<tbx>&f;</tbx>',
            "a.tbx:2: entities are not allowed",
            id="an entity that is another file",
        ),
        pytest.param(
            "a.json",
            "{}",
            "'a.json' ends in none of .csv, .tsv, .tbx",
            id="no glossary",
        ),
    ],
)
def test_mistakes_are_told(name: str, content: str | bytes, problem: str) -> None:
    _, problems = glossary(name, content)
    assert problems == [f"terms.glossary: {problem}"]


def test_a_glossary_that_is_not_there_is_told() -> None:
    _, problems = read('[terms]\nglossary = ["a.csv"]', {})
    assert problems == ["terms.glossary: cannot read a.csv: no such file or directory"]


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        pytest.param(
            'keep = "npm"',
            "terms.keep: expected an array of strings, got string 'npm'",
            id="a name that is no array",
        ),
        pytest.param(
            'keep = [" "]', "terms.keep: it holds an empty name", id="an empty name"
        ),
        pytest.param(
            "forbidden = {de = 1}",
            "terms.forbidden.de: expected an array of strings, got integer 1",
            id="a word that is a number",
        ),
        pytest.param(
            'keeps = ["npm"]',
            "terms: no key 'keeps'; did you mean 'keep'?",
            id="an unknown key",
        ),
    ],
)
def test_a_wrong_table_is_told(config: str, problem: str) -> None:
    assert read(f"[terms]\n{config}", {})[1] == [problem]
