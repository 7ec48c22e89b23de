"""The parts of language tags, and what CLDR says of those that name no script."""

from __future__ import annotations

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
TERRITORIES = ["", "-AF", "-BR", "-CN", "-ES", "-IR", "-ME", "-PK", "-TW", "-US"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_subtags_are_those_of_the_registry_and_of_cldr(language: str) -> None:
    for tag in (*(language + one for one in TERRITORIES), f"{language}-Cyrl-KZ"):
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


def test_what_is_no_tag_is_an_error() -> None:
    with pytest.raises(ValueError, match="not"):
        read_subtags("not a tag")
