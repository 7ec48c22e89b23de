"""Names found in whatever form the grammar gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.compare.name_search import NameSearch, is_alike, plain, says


def found(text: str, *names: str) -> list[str]:
    return [text[one.start : one.end] for one in NameSearch(names).find(text)]


@pytest.mark.parametrize(
    ("text", "names", "there"),
    [
        pytest.param("A raised bed.", ["raised bed"], ["raised bed"], id="as it is"),
        pytest.param("Raised Beds", ["raised bed"], ["Raised Beds"], id="a plural"),
        pytest.param("a raised\n  bed", ["raised bed"], ["raised\n  bed"], id="lines"),
        pytest.param("raised-bed soil", ["raised bed"], ["raised-bed"], id="a hyphen"),
        pytest.param(
            "the library, libraries",
            ["library"],
            ["library", "libraries"],
            id="an ending",
        ),
        pytest.param("a bedrock", ["bed"], [], id="another word"),
        pytest.param("an art, articles", ["art"], ["art"], id="a longer word"),
        pytest.param("let it go", ["Go"], [], id="capitals count in a name with some"),
        pytest.param("Go and go", ["Go"], ["Go"], id="a name with a capital"),
        pytest.param(
            "a raised bed, a bed",
            ["bed", "raised bed"],
            ["raised bed", "bed"],
            id="the longer one",
        ),
        pytest.param(
            "images registry",
            ["images", "image registry"],
            ["images registry"],
            id="the longer one by its stem",
        ),
        pytest.param("この花壇の土", ["花壇"], ["花壇"], id="Japanese"),
        pytest.param("容器镜像仓库", ["镜像", "容器镜像"], ["容器镜像"], id="Chinese"),
        pytest.param("GitHubのリスト", ["GitHub"], ["GitHub"], id="Latin in Japanese"),
        pytest.param("ถังน้ำของสวน", ["น้ำ"], ["น้ำ"], id="Thai"),
        pytest.param("высокие грядки", ["грядка"], ["грядки"], id="Russian"),
        pytest.param("पौधों की क्यारी", ["क्यारी"], ["क्यारी"], id="Hindi"),
        pytest.param("use C++ here", ["C++"], ["C"], id="signs are no part of words"),
    ],
)
def test_names_are_found(text: str, names: list[str], there: list[str]) -> None:
    assert found(text, *names) == there


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Die Hochbeete sind voll.", "Hochbeet", id="German plural"),
        pytest.param("Containerabbilder", "Container-Abbild", id="German compound"),
        pytest.param("kohopenkissä", "kohopenkki", id="Finnish, with its gradation"),
        pytest.param("yükseltilmiş yataklarda", "yükseltilmiş yatak", id="Turkish"),
        pytest.param("на высоких грядках", "высокая грядка", id="Russian"),
        pytest.param("imágenes de contenedores", "imagen de contenedor", id="Spanish"),
        pytest.param("コンテナ イメージ", "コンテナイメージ", id="Japanese, spaced"),
        pytest.param("컨테이너 이미지를", "컨테이너 이미지", id="Korean particle"),
        pytest.param("والحديقة", "حديقة", id="Arabic with a prefix"),
    ],
)
def test_forms_of_a_name_count(text: str, name: str) -> None:
    assert says(plain(text), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("容器图像", "容器镜像", id="Chinese"),
        pytest.param("Das Bett", "Beet", id="German"),
        pytest.param("высокие кровати", "высокая грядка", id="Russian"),
    ],
)
def test_other_words_do_not(text: str, name: str) -> None:
    assert not says(plain(text), name)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("план полива", "плана полива", id="Russian cases"),
        pytest.param("dağıtık bir sistem", "dağıtık sistemler", id="an article"),
        pytest.param("Gießplan", "der Gießplan vom Juni", id="a part of the other"),
        pytest.param("guide du jardin", "Guide de jardin", id="grammar and capitals"),
        pytest.param("追加モデル", "追加のモデル", id="a Japanese particle"),
        pytest.param("물 주기 계획", "물주기 계획을", id="Korean spaces"),
        pytest.param("第１章", "第1章", id="another width"),
    ],
)
def test_forms_are_alike(first: str, second: str) -> None:
    assert is_alike(first, second)
    assert is_alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("план полива", "график полива", id="Russian"),
        pytest.param("Gießplan", "Bewässerungsplan", id="German"),
        pytest.param("水平伸缩", "水平扩展", id="Chinese"),
        pytest.param("자습서", "튜토리얼", id="Korean"),
        pytest.param("अवलोकनशीलता", "ऑब्जर्वेबिलिटी", id="Hindi"),
        pytest.param("خطة الري", "برنامج السقي", id="Arabic"),
    ],
)
def test_other_names_are_not_alike(first: str, second: str) -> None:
    assert not is_alike(first, second)


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_what_is_found_is_apart_and_in_order(text: str, names: list[str]) -> None:
    end = 0
    for one in NameSearch(names).find(text):
        assert end <= one.start < one.end <= len(text)
        assert one.name in names
        end = one.end
