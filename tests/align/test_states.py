"""What became of a text, and of a page."""

from __future__ import annotations

import pytest

from transcheck.align.model import BlockState, Pair, PairState
from transcheck.align.page import align_pair
from transcheck.align.states import nearly_equal, says_something
from transcheck.parse import parse


def hold(
    original: str, translation: str, languages: tuple[str | None, str | None]
) -> Pair:
    one, other = languages
    return align_pair(
        parse(original, path="one.md", tag=one, language=one),
        parse(translation, path="other.md", tag=other, language=other),
    )


SENTENCE = "You can use the same settings for every page of the site."


@pytest.mark.parametrize(
    ("original", "translation", "languages", "state"),
    [
        pytest.param(
            SENTENCE,
            SENTENCE,
            ("en", "de"),
            BlockState.UNTRANSLATED,
            id="the same sentence was left",
        ),
        pytest.param(
            SENTENCE,
            SENTENCE.replace("every page", "each page"),
            ("en", "de"),
            BlockState.UNTRANSLATED,
            id="a sentence changed by a word was left",
        ),
        pytest.param(
            SENTENCE,
            "Du kannst für jede Seite dieselben Einstellungen verwenden.",
            ("en", "de"),
            BlockState.TRANSLATED,
            id="another sentence was translated",
        ),
        pytest.param(
            SENTENCE, SENTENCE, ("en", "en"), BlockState.TRANSLATED, id="one language"
        ),
        pytest.param(
            SENTENCE,
            SENTENCE,
            ("en-US", "en-GB"),
            BlockState.TRANSLATED,
            id="two countries of one language",
        ),
        pytest.param(
            SENTENCE,
            SENTENCE,
            (None, "de"),
            BlockState.TRANSLATED,
            id="unknown language",
        ),
        pytest.param(
            "Ovo je jedna obična rečenica koja je ista u oba jezika.",
            "Ovo je jedna obična rečenica koja je ista u oba jezika.",
            ("hr", "bs"),
            BlockState.TRANSLATED,
            id="close languages share sentences",
        ),
        pytest.param(
            "Ovo je jedna obična rečenica koja je dovoljno duga za ovo.",
            "Ovo je jedna obična rečenica koja je dovoljno duga za ovo.",
            ("sr-Latn", "sr-Cyrl"),
            BlockState.UNTRANSLATED,
            id="one language in two scripts",
        ),
        pytest.param(
            "Docker Compose, Kubernetes, Red Hat OpenShift and Apache Mesos",
            "Docker Compose, Kubernetes, Red Hat OpenShift and Apache Mesos",
            ("en", "de"),
            BlockState.TRANSLATED,
            id="names are no sentence",
        ),
        pytest.param(
            "Define a path operation decorator for this",
            "Define un path operation decorator for this",
            ("en", "es"),
            BlockState.TRANSLATED,
            id="a short one in which a word was translated",
        ),
        pytest.param(
            "All settings",
            "All settings",
            ("en", "de"),
            BlockState.TRANSLATED,
            id="short",
        ),
        pytest.param(
            "你可以对网站的每个页面使用相同的设置,无需任何更改。",
            "你可以对网站的每个页面使用相同的设置,无需任何更改。",
            ("zh-CN", "ru"),
            BlockState.UNTRANSLATED,
            id="a script without spaces has sentences too",
        ),
        pytest.param(
            "Можно использовать одни и те же настройки для каждой страницы.",
            "Можно использовать одни и те же настройки для каждой страницы.",
            ("ru", "el"),
            BlockState.UNTRANSLATED,
            id="the original may be in any language",
        ),
    ],
)
def test_a_block_has_a_state(
    original: str,
    translation: str,
    languages: tuple[str | None, str | None],
    state: BlockState,
) -> None:
    [block] = hold(original, translation, languages).walk_blocks()
    assert block.state is state
    assert block.detected is None


def test_a_block_in_a_third_language_is_foreign() -> None:
    french = "Vous pouvez utiliser les mêmes paramètres pour toutes les pages du site."
    [block] = hold(SENTENCE, french, ("en", "ru")).walk_blocks()
    # French is none of the page's languages, so it may be told or not, never guessed.
    assert (block.state, block.detected) in {
        (BlockState.FOREIGN, "fr"),
        (BlockState.TRANSLATED, None),
    }
    english = "Nothing of this stands in the original text, but it is in its language."
    [block] = hold("Вот совсем другой текст.", english, ("ru", "uk")).walk_blocks()
    assert (block.state, block.detected) == (BlockState.FOREIGN, "en")


def test_an_edited_block_in_the_language_of_the_original_was_left() -> None:
    edited = "You can now use just the same old settings for every page of the site."
    [block] = hold(SENTENCE, edited, ("en", "ru")).walk_blocks()
    assert block.state is BlockState.UNTRANSLATED


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("a b c", "a b c", True, id="equal texts"),
        pytest.param("", "", True, id="empty texts"),
        pytest.param("word " * 2000, "word " * 2000 + "x", True, id="long texts"),
        pytest.param("word " * 2000, "else " * 2000, False, id="long different texts"),
        pytest.param(
            "some words", "some words and many more", False, id="other lengths"
        ),
    ],
)
def test_texts_are_nearly_equal(first: str, second: str, *, expected: bool) -> None:
    assert nearly_equal(first, second) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(SENTENCE, True, id="English"),
        pytest.param("сегодня очень хорошая погода везде", True, id="Russian"),
        pytest.param("هذا نص طويل بما يكفي لكي يقول شيئا", True, id="Arabic"),
        pytest.param("这是一个足够长的中文句子可以说明问题", True, id="Chinese"),
        pytest.param("ประโยคนี้ยาวพอที่จะบอกอะไรบางอย่าง", True, id="Thai"),
        pytest.param("यह वाक्य कुछ कहने के लिए काफी लंबा है", True, id="Hindi"),
        pytest.param("12345 67890 12345 67890 12345", False, id="numbers"),
        pytest.param("😀 😀 😀 😀 😀 😀", False, id="emoji"),
        pytest.param("中文", False, id="two characters"),
    ],
)
def test_a_text_says_something(text: str, *, expected: bool) -> None:
    assert says_something(text) is expected


def page(*words: str) -> str:
    """Return a page with a section for each word, told apart by links and code."""
    return "".join(
        f"## {word}\n\nAbout [{word}]({word}.md) and `{word}()` in 20{number:02}.\n\n"
        f"```\nrun {word}\n```\n\n"
        for number, word in enumerate(words)
    )


WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")


@pytest.mark.parametrize(
    ("original", "translation", "state"),
    [
        pytest.param(
            page(*WORDS), page(*WORDS), PairState.PARALLEL, id="the same page"
        ),
        pytest.param(
            page(*WORDS), page(*WORDS[1:]), PairState.PARALLEL, id="a section is lost"
        ),
        pytest.param(
            page(*WORDS), page(*WORDS[3:]), PairState.OUTDATED, id="half of it is owed"
        ),
        pytest.param(
            page(*WORDS),
            page(*WORDS, "eta", "theta"),
            PairState.PARALLEL,
            id="additions",
        ),
        pytest.param(
            page(*WORDS),
            "Text `one`.\n\n" + page("un", "deux", "trois").replace("##", "####"),
            PairState.NOT_PARALLEL,
            id="another page",
        ),
        pytest.param(
            "A term is a word.\n\n## Why\n\nIt helps.\n\n## How\n\nRead it.",
            "Ein Begriff ist ein Wort.\n\n## Warum\n\nEs hilft.\n\n## Wie\n\nLies ihn.",
            PairState.PARALLEL,
            id="a short page without any features",
        ),
        pytest.param("One.\n\nTwo.\n\nThree.", "Eins.", PairState.PARALLEL, id="tiny"),
        pytest.param(page(*WORDS), "", PairState.OUTDATED, id="nothing is there yet"),
        pytest.param("", "", PairState.PARALLEL, id="two empty files"),
        pytest.param("", page(*WORDS), PairState.PARALLEL, id="an empty original"),
    ],
)
def test_a_pair_has_a_state(original: str, translation: str, state: PairState) -> None:
    pair = hold(original, translation, ("en", "de"))
    assert pair.state is state
    assert pair.similarity is not None
    assert 0 <= pair.similarity <= 1
    assert 0 <= pair.owed <= 1


def test_a_page_left_in_the_language_of_the_original_is_untranslated() -> None:
    text = "\n\n".join(f"In part {word} {SENTENCE.lower()}" for word in WORDS)
    pair = hold(text, text, ("en", "de"))
    assert pair.state is PairState.UNTRANSLATED
    assert pair.untranslated == 1.0
    half = (
        text + "\n\n" + "\n\n".join(["Ein deutscher Satz ist auch ein Satz." * 2] * 9)
    )
    original = (
        text + "\n\n" + "\n\n".join(["A German phrase is a phrase as well. " * 2] * 9)
    )
    pair = hold(original, half, ("en", "de"))
    assert pair.state is PairState.PARALLEL
    assert 0.2 < pair.untranslated < 0.5


def test_names_and_commands_count_on_neither_side() -> None:
    text = "\n\n".join(["Docker Compose", "Kubernetes", "`run`"] * 5)
    pair = hold(text + "\n\n" + SENTENCE, text + "\n\nEin Satz.", ("en", "de"))
    assert pair.untranslated == 0.0


def test_pages_of_commands_are_one_page_whatever_the_reader_fills_in() -> None:
    """The names of what is filled in are words of the language."""
    english = "\n".join(
        f"- Dig {number}:\n\n`dig --{option} {{{{path/to/{name}}}}}`\n"
        for number, (option, name) in enumerate(
            [("deep", "bed"), ("wide", "pot"), ("wet", "pond"), ("all", "garden")]
        )
    )
    spanish = english.replace("Dig", "Cava").replace("path/to", "ruta/a")
    for word, other in (("bed", "arriate"), ("pot", "maceta"), ("pond", "charca")):
        spanish = spanish.replace(f"a/{word}", f"a/{other}")
    pair = hold(f"# dig\n\n{english}", f"# dig\n\n{spanish}", ("en", "es"))
    assert pair.state is PairState.PARALLEL
