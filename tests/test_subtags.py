"""The parts of language tags, and what CLDR says of those that name no script."""

from __future__ import annotations

import subprocess
import sys

import langcodes
import pytest

from transcheck.subtags import Subtags, read_subtags

_CODES = (
    "af am ar as az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu "
    "ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr "
    "ms mt my nb ne nl nn no or pa pcm pl ps pt ro ru sa sd si sk sl so sq sr sv sw "
    "ta te tg th ti tk tr tt ug uk ur uz vi xh yi yo zh zu fil tl iw in gsw haw yue "
)
LANGUAGES = _CODES.split()
_REGIONS = "AF AZ BR CN ES HK IN IR KZ ME MN MO PK RS SG TW US UZ"
TERRITORIES = ["", *(f"-{region}" for region in _REGIONS.split())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_subtags_are_those_of_the_registry_and_of_cldr(language: str) -> None:
    tags = [language + one for one in TERRITORIES]
    for tag in (*tags, f"{language}-Cyrl-KZ", *map(str.lower, tags), language.upper()):
        parsed = langcodes.Language.get(tag)
        assert read_subtags(tag) == Subtags(
            parsed.language or "",
            parsed.script,
            parsed.territory,
            parsed.maximize().script,
        ), tag


@pytest.mark.parametrize(
    "tag",
    [
        pytest.param("zh-Hant-TW", id="all parts"),
        pytest.param("zh_tw", id="underscore and small letters"),
        pytest.param("zh-hant", id="small letters"),
        pytest.param("zh-TW-x-private", id="private use"),
    ],
)
def test_other_spellings_are_read_too(tag: str) -> None:
    assert read_subtags(tag).likely_script == "Hant"


def test_usual_tags_load_no_library() -> None:
    code = (
        "import sys; from transcheck.subtags import read_subtags;"
        "[read_subtags(tag) for tag in ('en', 'pt-BR', 'zh-cn', 'sr-Latn', 'tl')];"
        "sys.exit('langcodes' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code


def test_what_is_no_tag_is_an_error() -> None:
    with pytest.raises(ValueError, match="not"):
        read_subtags("not a tag")
