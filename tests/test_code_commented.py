"""Code in comments held against code in comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.code import compare_commented


@pytest.mark.parametrize(
    ("info", "first", "second", "before", "after"),
    [
        pytest.param(
            "docker", "# RUN dig -a", "# ЗАПУСК dig -a", "RUN", "ЗАПУСК", id="Docker"
        ),
        pytest.param(
            "sql", "-- SELECT bed", "-- WYBIERZ bed", "SELECT", "WYBIERZ", id="SQL"
        ),
        pytest.param(
            "python", "a\n# dig(bed)", "a\n# σκάψε(bed)", "dig", "σκάψε", id="a call"
        ),
        pytest.param(
            "js",
            "// const bed = 1;",
            "// const lit = 1;",
            "bed",
            "lit",
            id="JavaScript",
        ),
    ],
)
def test_changed_code_in_a_comment(
    info: str, first: str, second: str, before: str, after: str
) -> None:
    found = compare_commented(first, second, info)

    assert found is not None
    assert found.first.span.cut(first) == before
    assert found.second.span.cut(second) == after


@pytest.mark.parametrize(
    ("info", "first", "second"),
    [
        pytest.param("python", "# Dig (deep)", "# 掘る（深く）", id="prose"),
        pytest.param("python", "# dig('all')", "# dig('全部')", id="its literal"),
        pytest.param("python", "# for all beds", "# لكل الأحواض", id="a small keyword"),
        pytest.param("docker", "# NOTE on this", "# ΣΗΜΕΙΩΣΗ", id="capitals"),
        pytest.param("docker", "# RUN a\n# b", "# ЗАПУСК a", id="other comments"),
        pytest.param("docker", "# RUN a\n#", "# RUN a\n#", id="an empty comment"),
        pytest.param("", "# dig(bed)", "# खोदो(bed)", id="no language"),
    ],
)
def test_what_is_no_changed_code(info: str, first: str, second: str) -> None:
    assert compare_commented(first, second, info) is None


CODE = st.text(alphabet="#/- \n\t(=)aRUN.ы\u3000\r", max_size=40)


@given(
    info=st.sampled_from(["python", "docker", "js", "sql", "bash", "nothing"]),
    first=CODE,
    second=CODE,
)
def test_spans_are_in_the_code(info: str, first: str, second: str) -> None:
    found = compare_commented(first, second, info)

    if found is not None:
        assert found.first.span.end <= len(first)
        assert found.second.span.end <= len(second)
