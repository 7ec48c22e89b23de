"""Every detector answers in the same way, whatever it is made of."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.language.detectors import DETECTORS, Detector
from transcheck.language.foreign import foreign_language
from transcheck.language.identify import identify

SENTENCES = {
    "ar": "يروي صاحب الحديقة نباتاته كل صباح قبل أن تشتد حرارة الشمس.",
    "bg": "Градинарят полива растенията всяка сутрин, преди да стане горещо.",
    "cs": "Zahradník zalévá rostliny každé ráno, než začne být příliš horko.",
    "da": "Gartneren vander planterne hver morgen, inden det bliver hedt udenfor.",
    "de": "Der Gärtner gießt die Pflanzen jeden Morgen, bevor es zu heiß wird.",
    "en": "The gardener waters the plants every morning before it gets too hot.",
    "es": "El jardinero riega las plantas cada mañana antes de que haga calor.",
    "fa": "باغبان هر روز صبح پیش از آنکه هوا گرم شود به گیاهان آب می‌دهد.",
    "fi": "Puutarhuri kastelee kasvit joka aamu ennen kuin tulee liian kuuma.",
    "fr": "Le jardinier arrose les plantes chaque matin avant qu'il fasse chaud.",
    "hi": "माली हर सुबह धूप तेज होने से पहले पौधों को पानी देता है।",
    "hu": "A kertész minden reggel megöntözi a növényeket, mielőtt meleg lesz.",
    "it": "Il giardiniere annaffia le piante ogni mattina prima che faccia caldo.",
    "ja": "庭師は毎朝、暑くなる前に植物に水をやります。",
    "mr": "माळी रोज सकाळी ऊन वाढण्याआधी झाडांना पाणी घालतो आणि तण काढतो.",
    "no": "Gartneren vanner plantene hver morgen før det blir altfor varmt ute.",
    "pl": "Ogrodnik podlewa rośliny każdego ranka, zanim zrobi się za gorąco.",
    "pt": "O jardineiro rega as plantas todas as manhãs antes de ficar quente.",
    "ru": "Каждое утро садовник поливает растения, чтобы они не засохли от жары.",
    "sk": "Záhradník polieva rastliny každé ráno, skôr ako začne byť horúco.",
    "sv": "Trädgårdsmästaren vattnar växterna varje morgon innan det blir varmt.",
    "tr": "Bahçıvan her sabah hava çok ısınmadan önce bitkileri sular.",
    "uk": "Садівник поливає рослини щоранку, поки не стало надто спекотно.",
    "ur": "مالی ہر صبح دھوپ تیز ہونے سے پہلے پودوں کو پانی دیتا ہے۔",
    "vi": "Người làm vườn tưới cây vào mỗi buổi sáng trước khi trời nóng.",
    "zh": "园丁每天早上在天气变热之前给植物浇水。",
}
# What a sentence is told from: those that share its script, and others.
ALIKE = (
    {"ar", "fa", "ur"},
    {"hi", "mr"},
    {"bg", "ru", "uk"},
    {"zh", "ja", "en"},
    {"es", "it", "pt", "fr"},
    {"da", "no", "sv", "de"},
    {"cs", "sk", "pl", "hu"},
    {"en", "fi", "tr", "vi"},
)

every_detector = pytest.mark.parametrize(
    "detector", [pytest.param(one, id=name) for name, one in DETECTORS.items()]
)


@every_detector
@pytest.mark.parametrize("language", list(SENTENCES))
def test_a_sentence_is_named_among_languages_that_look_like_it(
    language: str, detector: Detector
) -> None:
    group = next(some for some in ALIKE if language in some)
    odds = detector.probabilities(SENTENCES[language], frozenset(group))
    assert max(odds, key=odds.__getitem__) == language
    assert odds[language] > 0.9


@every_detector
def test_languages_are_named_by_their_bases(detector: Detector) -> None:
    assert set(SENTENCES) <= detector.languages
    assert detector.languages.isdisjoint({"nb", "nn", "zh-cn", "zh-tw"})


@every_detector
@given(
    text=st.one_of(st.text(max_size=200), st.sampled_from(list(SENTENCES.values()))),
    languages=st.frozensets(st.sampled_from(list(SENTENCES)), min_size=2, max_size=6),
)
def test_any_text_has_odds_of_the_languages_asked_about(
    detector: Detector, text: str, languages: frozenset[str]
) -> None:
    odds = detector.probabilities(text, languages)
    assert odds.keys() <= languages
    assert all(0.1 < chance <= 1.000001 for chance in odds.values())
    assert sum(odds.values()) < 1.000001
    assert detector.probabilities(text, languages) == odds


@every_detector
def test_a_blank_text_is_in_no_language_surely(detector: Detector) -> None:
    odds = detector.probabilities(" ", frozenset({"de", "en"}))
    assert max(odds.values(), default=0.0) < 0.9


@every_detector
def test_the_answer_does_not_depend_on_what_was_asked_before(
    detector: Detector,
) -> None:
    languages = frozenset({"da", "de", "en", "no", "sv"})
    forward = {
        text: detector.probabilities(text, languages) for text in SENTENCES.values()
    }
    other = frozenset({"es", "pt"})
    backward = {}
    for text in reversed(SENTENCES.values()):
        detector.probabilities(text, other)
        backward[text] = detector.probabilities(text, languages)
    assert forward == backward


def test_the_answer_is_the_same_in_every_process() -> None:
    """Sets are in another order there."""
    code = (
        "import sys; from transcheck.language.detectors import DETECTORS;"
        "languages = frozenset('da de en es fi it no pt sv tr'.split());"
        "print([one.probabilities(text, languages)"
        " for one in DETECTORS.values() for text in sys.argv[1:]])"
    )
    texts = [text[:30] for text in SENTENCES.values()]
    answers = {
        subprocess.run(  # noqa: S603 - a fixed command of ours
            [sys.executable, "-c", code, *texts],
            capture_output=True,
            check=True,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "PYTHONHASHSEED": seed,
            },
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


@every_detector
def test_a_detector_is_a_value(detector: Detector) -> None:
    assert pickle.loads(pickle.dumps(detector)) == detector  # noqa: S301 - our own
    assert len({detector, DETECTORS[detector.name]}) == 1


@every_detector
@pytest.mark.parametrize("language", list(SENTENCES))
def test_a_text_of_the_page_is_never_foreign(language: str, detector: Detector) -> None:
    others = tuple(SENTENCES)
    assert foreign_language(SENTENCES[language], language, others, detector) is None


@every_detector
@pytest.mark.parametrize(
    ("page", "language"),
    [
        pytest.param("pt", "de", id="German among Portuguese"),
        pytest.param("de", "fr", id="French among German"),
        pytest.param("fr", "tr", id="Turkish among French"),
        pytest.param("sv", "pl", id="Polish among Swedish"),
        pytest.param("ru", "en", id="English among Russian"),
        pytest.param("ja", "ru", id="Russian among Japanese"),
        pytest.param("en", "zh", id="Chinese among English"),
    ],
)
def test_a_text_in_another_language_is_found(
    page: str, language: str, detector: Detector
) -> None:
    text = SENTENCES[language]
    assert foreign_language(text, page, ("en", language), detector) == language


@every_detector
def test_a_long_text_is_named_out_of_all_languages(detector: Detector) -> None:
    text = (
        "Le jardinier arrose les plantes chaque matin avant qu'il fasse trop chaud."
        " Quand il a fini, il s'assied sous le vieil arbre et lit le journal."
    )
    assert identify(text, detector=detector) == "fr"


def test_nothing_is_loaded_before_the_first_question() -> None:
    code = (
        "import sys; from transcheck.language.detectors import DETECTORS;"
        "print(*(set(sys.modules) & set(DETECTORS)))"
    )
    done = subprocess.run(  # noqa: S603 - a fixed command of ours
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert not done.stdout.split()
