"""Named translations are told the same, whether their page is read whole or in part."""

from __future__ import annotations

import pytest

from transcheck.config import RuleSettings, Settings
from transcheck.diagnostic import Severity
from transcheck.engine import Job, Run, run
from transcheck.registry import configure
from transcheck.site import PageFiles, Site, surround

ENGLISH = """# Tea at home

Boil the water in [a clean kettle](kettle.md) and warm the pot before you begin.

Put the leaves into `pot.fill()` and wait for four minutes.
"""
GERMAN = """# Tee zu Hause

Kochen Sie das Wasser in [einem sauberen Kessel](kettle.md) und wärmen Sie die Kanne.

Geben Sie die Blätter in `pot.fill()` und warten Sie vier Minuten.
"""
POLISH = """# Herbata w domu

Zagotuj wodę w [czystym czajniku](kettle.md) i ogrzej dzbanek, zanim zaczniesz.

Wsyp liście do `pot.fill()` i poczekaj cztery minuty.
"""
UKRAINIAN = """# Чай удома

Закип'ятіть воду в [чистому чайнику](kettle.md) і прогрійте заварник.

Покладіть листя в `pot.fill()` і зачекайте чотири хвилини.
"""
HINDI = """# घर पर चाय

पानी को [साफ़ केतली](kettle.md) में उबालें और चायदानी को गरम कर लें।

पत्तियाँ `pot.fill()` में डालें और चार मिनट रुकें।
"""
TEXTS = {"de": GERMAN, "en": ENGLISH, "hi": HINDI, "pl": POLISH, "uk": UKRAINIAN}


def check(
    texts: dict[str, str],
    *named: str,
    thorough: bool = False,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Run:
    """Check a page of a site that has another."""
    contents = {f"{tag}/tea.md": text for tag, text in texts.items()}
    contents |= {f"{tag}/kettle.md": f"# {tag}\n" for tag in texts}
    pages = tuple(
        PageFiles(name, "en", {tag: f"{tag}/{name}.md" for tag in sorted(texts)})
        for name in ("kettle", "tea")
    )
    site = Site(
        pages=pages,
        languages={tag: tag for tag in texts},
        named=frozenset(f"{tag}/tea.md" for tag in named),
        surroundings=surround(files=contents, pages=pages, roots=("",)),
        complete=not named,
    )
    job = Job(site, settings, configure(settings), thorough=thorough)
    return run(job, read=lambda path: contents[path].encode())


def test_only_the_original_and_what_was_named_is_read_where_nothing_is_found() -> None:
    found = check(TEXTS, "de", "pl")
    assert not found.diagnostics
    assert found.checked == {"de/tea.md", "en/tea.md", "pl/tea.md"}
    assert found.summary.files == 3


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(("en",), id="alone"),
        pytest.param(("de", "en"), id="with a translation"),
    ],
)
def test_all_files_are_read_where_the_original_was_named(
    named: tuple[str, ...],
) -> None:
    assert check(TEXTS, *named).checked == {f"{tag}/tea.md" for tag in TEXTS}


LOST = {
    tag: text.replace("`pot.fill()`", "`pot.empty()`") for tag, text in TEXTS.items()
}


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        pytest.param(TEXTS | {"de": LOST["de"]}, "de", id="wrong in one translation"),
        pytest.param(LOST | {"en": ENGLISH}, "pl", id="all translations agree on it"),
        pytest.param(LOST | {"en": ENGLISH, "uk": UKRAINIAN}, "hi", id="most agree"),
        pytest.param(TEXTS | {"de": ENGLISH}, "de", id="left in English"),
        pytest.param(TEXTS | {"uk": POLISH}, "uk", id="a text in another's place"),
        pytest.param(TEXTS | {"uk": POLISH}, "pl", id="a text that another has too"),
        pytest.param(
            TEXTS | {"hi": HINDI.replace("चार", "cztery minuty potem")},
            "hi",
            id="words of another translation",
        ),
        pytest.param(TEXTS | {"pl": f"{POLISH}\n`ab cd )`,."}, "pl", id="stray marks"),
    ],
)
def test_named_file_is_told_what_it_is_told_on_the_whole_page(
    texts: dict[str, str], named: str
) -> None:
    narrow, whole = check(texts, named), check(texts, named, thorough=True)
    assert narrow.diagnostics == whole.diagnostics
    assert whole.checked == {f"{tag}/tea.md" for tag in texts}


def test_original_is_blamed_for_what_its_translations_agree_on() -> None:
    assert not check(LOST | {"en": ENGLISH}, "pl").diagnostics


@pytest.mark.parametrize(
    ("told", "least", "files"),
    [
        pytest.param(Severity.INFO, Severity.WARNING, 2, id="below what is shown"),
        pytest.param(Severity.INFO, Severity.INFO, 5, id="shown"),
        pytest.param(Severity.ERROR, Severity.ERROR, 5, id="graver by configuration"),
    ],
)
def test_others_are_read_only_for_what_is_shown(
    told: Severity, least: Severity, files: int
) -> None:
    rules = {"inline-code": RuleSettings(severity=told)}
    settings = Settings(rules=rules, min_severity=least)
    texts = TEXTS | {"de": LOST["de"]}
    assert check(texts, "de", settings=settings).summary.files == files


def test_unreadable_file_among_the_others_changes_nothing() -> None:
    contents = {f"{tag}/tea.md": text.encode() for tag, text in TEXTS.items()}
    del contents["hi/tea.md"]

    def read(path: str) -> bytes:
        if path not in contents:
            raise FileNotFoundError(2, "No such file", path)
        return contents[path]

    page = PageFiles("tea", "en", {tag: f"{tag}/tea.md" for tag in TEXTS})
    settings = Settings()
    site = Site(
        pages=(page,),
        languages={tag: tag for tag in TEXTS},
        named=frozenset({"de/tea.md"}),
        complete=False,
    )
    found = run(Job(site, settings, configure(settings)), read=read)
    assert not [one for one in found.diagnostics if one.path == "de/tea.md"]
