"""Configuration files: found, read, told what is wrong with them, overridden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from transcheck.config import Settings, concerns, load, override
from transcheck.diagnostic import Severity
from transcheck.errors import ConfigError, InputError

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file below the working folder and return its path."""
    monkeypatch.chdir(tmp_path)

    def write_file(path: str, text: str) -> Path:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    return write_file


def problems(root: Path) -> list[str]:
    with pytest.raises(ConfigError) as raised:
        load(root)
    return list(raised.value.problems)


# --- finding ----------------------------------------------------------------------


def test_no_file_gives_the_defaults(write: Write) -> None:
    page = write("docs/en/page.md", "")
    assert load(page.parent) == Settings()


def test_nearest_file_upward_counts_alone(write: Write) -> None:
    write(".transcheck.toml", 'original = "en"\nlayout = "{lang}/{path}"')
    near = write("docs/.transcheck.toml", 'original = "de"')
    page = write("docs/content/pl/page.md", "")
    assert load(page.parent) == Settings(source=near, original="de")


def test_pyproject_without_our_table_is_passed_over(write: Write) -> None:
    write(".transcheck.toml", 'original = "en"')
    write("docs/pyproject.toml", "[tool.ruff]\nline-length = 88")
    page = write("docs/pl/page.md", "")
    assert load(page.parent).original == "en"


def test_own_file_comes_before_pyproject(write: Write) -> None:
    write("pyproject.toml", '[tool.transcheck]\noriginal = "de"')
    own = write(".transcheck.toml", 'original = "en"')
    assert load(own.parent).original == "en"


def test_pyproject_is_read_from_its_table(write: Write) -> None:
    file = write(
        "pyproject.toml", '[project]\nname = "x"\n[tool.transcheck]\noriginal = "de"'
    )
    assert load(file.parent) == Settings(source=file, original="de")


def test_named_file_is_read_in_place_of_the_nearest(write: Write) -> None:
    write(".transcheck.toml", 'original = "en"')
    named = write("ci/strict.toml", 'original = "de"')
    assert load(Path(), config_file=named).source == named


def test_isolated_run_reads_nothing(write: Write) -> None:
    file = write(".transcheck.toml", "this is no TOML")
    assert load(file.parent, isolated=True) == Settings()


def test_byte_order_mark_is_no_mistake(write: Write) -> None:
    file = write(".transcheck.toml", '\ufefforiginal = "el"')
    assert load(file.parent).original == "el"


def test_named_and_isolated_exclude_each_other(write: Write) -> None:
    named = write("strict.toml", "")
    with pytest.raises(InputError, match="--config and --isolated exclude each other"):
        load(Path(), config_file=named, isolated=True)


def test_named_file_that_does_not_exist_is_told(write: Write) -> None:
    named = write("there.toml", "").with_name("gone.toml")
    with pytest.raises(InputError, match=r"gone\.toml: no such file or directory"):
        load(Path(), config_file=named)


def test_named_pyproject_without_our_table_is_told(write: Write) -> None:
    named = write("pyproject.toml", "")
    with pytest.raises(
        ConfigError, match=r"pyproject\.toml: no table \[tool\.transcheck\]"
    ):
        load(Path(), config_file=named)


def test_file_in_another_encoding_is_told(write: Write) -> None:
    file = write(".transcheck.toml", "")
    file.write_bytes('original = "é"'.encode("latin-1"))
    assert problems(file.parent) == [".transcheck.toml: not UTF-8"]


# --- reading ----------------------------------------------------------------------


def test_everything_can_be_set(write: Write) -> None:
    file = write(
        ".transcheck.toml",
        """
        original = "en"
        languages = ["pl", "zh-CN"]
        layout = "{lang}/{path}"
        include = ["docs/"]
        exclude = ["drafts/"]
        select = ["all"]
        extend-select = ["links"]
        ignore = ["language"]
        min-severity = "info"
        fail-on = "never"
        detector = "lingua"

        [rules.link-targets]
        extra = false
        same-order = true
        severity = "warning"
        languages = ["de"]
        """,
    )
    settings = load(file.parent)
    told = settings.rules["link-targets"]
    assert settings == Settings(
        source=file,
        original="en",
        languages=("pl", "zh-CN"),
        layout="{lang}/{path}",
        include=("docs/",),
        exclude=("drafts/",),
        select=("all",),
        extend_select=("links",),
        ignore=("language",),
        min_severity=Severity.INFO,
        fail_on=None,
        detector="lingua",
        rules={"link-targets": told},
    )
    assert told.options == {"extra": False, "same_order": True}
    assert (told.severity, told.languages) == (Severity.WARNING, ("de",))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            'orignal = "en"',
            "no key 'orignal'; did you mean 'original'?",
            id="a misspelt key gets a hint",
        ),
        pytest.param(
            "日本語 = 1".replace("日本語", '"日本語"'), "no key '日本語'", id="no hint"
        ),
        pytest.param(
            'min_severity = "info"',
            "no key 'min_severity'; did you mean 'min-severity'?",
            id="keys are kebab-case",
        ),
        pytest.param(
            "original = true",
            "original: expected a string, got boolean true",
            id="a bool is no string",
        ),
        pytest.param(
            'languages = "de"',
            "languages: expected an array of strings, got string 'de'",
            id="a string is no array",
        ),
        pytest.param(
            'exclude = ["a", 1]',
            "exclude: expected an array of strings, it holds integer 1",
            id="an array of strings holds strings",
        ),
        pytest.param(
            'min-severity = "warn"',
            "min-severity: expected info or warning or error, got string 'warn';"
            " did you mean 'warning'?",
            id="a severity is one of three",
        ),
        pytest.param(
            'detector = "langid"',
            "detector: expected langdetect or lingua or py3langid,"
            " got string 'langid'; did you mean 'py3langid'?",
            id="a detector is one of three",
        ),
        pytest.param(
            "fail-on = 2024-05-01",
            "fail-on: expected info or warning or error or never,"
            " got date or time 2024-05-01",
            id="a date is no severity",
        ),
        pytest.param(
            "rules = 1.5", "rules: expected a table, got float 1.5", id="rules"
        ),
        pytest.param(
            "[rules]\nlink-targets = []",
            "rules.link-targets: expected a table, got an array",
            id="a rule is a table",
        ),
        pytest.param(
            "[rules.link-targets]\nseverity = {}",
            "rules.link-targets.severity: expected info or warning or error,"
            " got a table",
            id="a rule's severity",
        ),
        pytest.param(
            "[rules.link-targets]\nsame_order = true",
            "rules.link-targets: no option 'same_order'; did you mean 'same-order'?",
            id="options are kebab-case",
        ),
    ],
)
def test_mistake_names_file_and_key(write: Write, text: str, problem: str) -> None:
    file = write("docs/.transcheck.toml", text)
    assert problems(file.parent) == [f"docs/.transcheck.toml: {problem}"]


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    file = write(
        ".transcheck.toml", 'orignal = 1\nlayout = 2\n[rules.x]\nlanguages = ""'
    )
    assert len(problems(file.parent)) == 3


def test_what_is_checked_above_is_told_with_the_rest(write: Write) -> None:
    file = write(".transcheck.toml", 'layout = 2\nselect = ["x"]')

    def check(settings: Settings) -> list[str]:
        return [f"select: no rule '{name}'" for name in settings.select or ()]

    with pytest.raises(ConfigError) as raised:
        load(file.parent, check=check)
    assert raised.value.problems == (
        ".transcheck.toml: layout: expected a string, got integer 2",
        ".transcheck.toml: select: no rule 'x'",
    )


def test_text_that_is_no_toml_is_told_with_its_line(write: Write) -> None:
    file = write(".transcheck.toml", "original = = 1")
    (problem,) = problems(file.parent)
    assert problem.startswith(".transcheck.toml: not TOML: ")
    assert "line 1" in problem


def test_table_of_tools_that_is_none_is_told(write: Write) -> None:
    file = write("pyproject.toml", "[tool]\ntranscheck = 1")
    assert problems(file.parent) == [
        "pyproject.toml: tool.transcheck: expected a table, got integer 1"
    ]


# --- the command line -------------------------------------------------------------


FROM_FILE = Settings(
    original="en",
    exclude=("drafts/",),
    select=("links",),
    extend_select=("code-block",),
    ignore=("link-targets",),
    fail_on=Severity.WARNING,
)


def test_nothing_said_keeps_the_file() -> None:
    assert override(FROM_FILE) == FROM_FILE


def test_selection_replaces_all_of_the_files() -> None:
    settings = override(FROM_FILE, select=("link-targets",))
    assert (settings.select, settings.extend_select, settings.ignore) == (
        ("link-targets",),
        (),
        (),
    )


def test_more_is_added_and_no_longer_ignored() -> None:
    settings = override(FROM_FILE, extend_select=("link-targets",), ignore=("files",))
    assert settings.extend_select == ("code-block", "link-targets")
    assert settings.ignore == ("files",)


def test_values_replace_the_files() -> None:
    settings = override(
        FROM_FILE, original="de", exclude=("x/",), min_severity="info", fail_on="never"
    )
    assert (settings.original, settings.exclude) == ("de", ("x/",))
    assert (settings.min_severity, settings.fail_on) == (Severity.INFO, None)


@pytest.mark.parametrize(
    ("names", "tag", "language", "expected"),
    [
        pytest.param(["pl"], "pl", "pl", True, id="the tag itself"),
        pytest.param(["zh_cn"], "zh-CN", "zh-CN", True, id="in another spelling"),
        pytest.param(
            ["zh-Hans"], "cn", "zh-Hans", True, id="the language, not the tag"
        ),
        pytest.param(["pt"], "pt-br", "pt-BR", True, id="a narrower language"),
        pytest.param(["pt-BR"], "pt", "pt", False, id="a wider language is not meant"),
        pytest.param(["p"], "pl", "pl", False, id="a prefix of letters is nothing"),
        pytest.param(["pl"], None, None, False, id="a file without a language"),
        pytest.param([], "pl", "pl", False, id="no language at all"),
    ],
)
def test_list_of_languages_means_a_file(
    names: list[str], tag: str | None, language: str | None, *, expected: bool
) -> None:
    assert concerns(names, tag, language) is expected
