r"""The examples on a rule's page, which are its tests; for plugin authors too.

Under the page's heading ``Examples``, each heading below it is one example, and what
its fenced blocks are is told by their info strings:

``LANGUAGE PATH [escaped] [no-eol]``
    A file, such as ``markdown en.md`` or ``mdx docs/pl/start.mdx``. Its language is
    the folder, the suffix (``start.pl.md``) or the name (``pl.md``) that is one; what
    is left of the path is the page. A file that is no text, such as
    ``text img/menu.png`` or ``yaml mkdocs.yml``, is just there, and may be empty.
    ``escaped`` decodes ``\uXXXX``, ``\UXXXXXXXX``, ``\xXX`` (one byte, UTF-8 or not),
    ``\t``, ``\r``, ``\n`` and ``\\``; ``no-eol`` takes away the final line end.
``LANGUAGE PATH fixed``
    The same file after every fix that stands the proof, safe or not.
``toml``
    The configuration, as in ``.transcheck.toml``. Without ``original`` the language
    of the first file is the original; ``original = ""`` means that there is none.
``report``
    What is printed in the format ``concise``; none or an empty one means silence.

The files of one page alone are checked as two named files are; as soon as there is
another page or another file, the rules are told of all of them.

Only the rule itself runs, unless the configuration selects more, and everything down
to ``info`` is shown. A fence that holds fences needs a longer fence.

A plugin's own tests are these lines::

    @pytest.mark.parametrize("example", examples(MyRule), ids=str)
    def test_example(example):
        assert outcome(MyRule, example).report == example.report
"""

from __future__ import annotations

from collections.abc import Sequence
from errno import ENOENT
from pathlib import PurePosixPath

from msgspec.structs import replace

from transcheck.config import Settings, read_table
from transcheck.diagnostic import Severity
from transcheck.discover.files import is_content_name
from transcheck.discover.programs import read_generator
from transcheck.discover.tags import canonical, read_tag
from transcheck.engine import Job, judge, map_pages
from transcheck.errors import ConfigError
from transcheck.example_page import Example, ExampleError, ExamplePage, Outcome
from transcheck.fix import RememberedReads, mend
from transcheck.registry import available, configure, page_text
from transcheck.report import render
from transcheck.rule import Rule
from transcheck.site import PageFiles, Site, Surroundings, surround
from transcheck.table import parse_toml
from transcheck.text import Lines, UndecodableError, decode

__all__ = ["Example", "ExampleError", "Outcome", "examples", "outcome", "update"]


def examples(rule: type[Rule]) -> list[Example]:
    """Return the examples on a rule's page, in their order.

    Args:
        rule: The rule; it need not be registered.

    Raises:
        ExampleError: The page has none, or one is not as it must be.
        PluginError: The rule has no page.
    """
    return ExamplePage(rule.id, page_text(rule)).examples


def outcome(rule: type[Rule], example: Example) -> Outcome:
    """Return what an example gives.

    Args:
        rule: The rule; it need not be registered.
        example: The example.

    Raises:
        ConfigError: Its configuration is wrong.
        ExampleError: A path has no language.
        RuleError: The rule failed.
    """
    settings = _settings(rule, example)
    others = [other for other in available() if other.id != rule.id]
    job = Job(_site(example, settings), settings, configure(settings, [rule, *others]))
    read = RememberedReads(example.files.__getitem__)
    results = map_pages(job, read=read)
    found = judge(job, results, read=read)
    mended = mend(job, results, found, lambda run: run.diagnostics, read)

    def read_lines(path: str) -> Lines | None:
        try:
            return Lines(decode(example.files[path]))
        except UndecodableError:
            return None

    report = render("concise", found, color=False, read_lines=read_lines)
    return Outcome(
        report="".join(report),
        fixed={
            path: mended.contents.get(path, (data, data))[1]
            for path, data in example.files.items()
        },
    )


def update(rule: type[Rule], text: str | None = None) -> str:
    """Return a rule's page with the reports and fixed files that its examples give.

    Args:
        rule: The rule; it need not be registered.
        text: The page, None for the one beside the rule.

    Raises:
        ConfigError: As in `outcome`.
        ExampleError: As in `examples`.
        PluginError: As in `examples`.
        RuleError: As in `outcome`.
    """
    page = ExamplePage(rule.id, page_text(rule) if text is None else text)
    return page.updated([outcome(rule, example) for example in page.examples])


def _settings(rule: type[Rule], example: Example) -> Settings:
    def read(path: str) -> bytes:
        if path not in example.files:
            raise FileNotFoundError(ENOENT, "no such file")
        return example.files[path]

    settings, problems = read_table(parse_toml(example.config), read=read)
    if problems:
        raise ConfigError([f"{example}: {problem}" for problem in problems])
    return replace(
        settings,
        select=settings.select or (rule.id,),
        min_severity=Severity.INFO,
    )


def _site(example: Example, settings: Settings) -> Site:
    read = {
        path: _page_and_tag(path) for path in example.files if is_content_name(path)
    }
    if not read:
        raise ExampleError(f"{example}: no file is a text")
    original = settings.original
    if original is None:
        original = next(iter(read.values()))[1]
    files: dict[str, dict[str, str]] = {}
    for path, (name, tag) in read.items():
        files.setdefault(name, {})[tag] = path
    tags = sorted({tag for _, tag in read.values()})
    pages = [
        PageFiles(
            name=name,
            original=original if original in of_page else None,
            files=dict(sorted(of_page.items())),
        )
        for name, of_page in sorted(files.items())
    ]
    alone = len(pages) == 1 and len(read) == len(example.files)
    return Site(
        pages=tuple(pages),
        languages={tag: canonical(tag) or tag for tag in tags},
        surroundings=None if alone else _surroundings(example, pages),
    )


def _surroundings(example: Example, pages: Sequence[PageFiles]) -> Surroundings:
    generators = (
        read_generator(path, data.decode) for path, data in example.files.items()
    )
    return surround(
        files=example.files,
        pages=pages,
        roots=("",),
        generators=(found for found in generators if found is not None),
    )


def _page_and_tag(path: str) -> tuple[str, str]:
    """Return a path without its language, and the language."""
    pure = PurePosixPath(path)
    stem, _, suffix = pure.stem.rpartition(".")
    folders = pure.parts[:-1]
    choices = [
        ("/".join((*folders[:number], *folders[number + 1 :], pure.stem)), folder)
        for number, folder in reversed(list(enumerate(folders)))
    ]
    choices += [("/".join((*folders, stem)), suffix), ("/".join(folders), pure.stem)]
    # A folder `docs` is a language only to those who accept every one there is.
    for is_language in (read_tag, canonical):
        for name, tag in choices:
            if tag and is_language(tag):
                return name or "page", tag
    raise ExampleError(f"no part of the path {path} is a language")
