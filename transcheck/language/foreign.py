"""Which language a block is in when it is surely not its page's."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.language.detectors import DEFAULT_DETECTOR, Detector
from transcheck.language.identify import (
    ALONE,
    EAST_ASIAN,
    KANA_SHARE,
    LEAST_BY_SCRIPT,
    Sample,
    chosen,
    identify,
    leading_script,
    name_chinese,
    variant_of,
)
from transcheck.language.names import AUTONYMS
from transcheck.language.noise import strip_noise
from transcheck.language.scripts import (
    base,
    han,
    ideographs,
    not_japanese,
    scripts_of,
    simplified,
    traditional,
)
from transcheck.language.suspects import (
    LEAST_WORDS,
    OWN_WORDS,
    home_of,
    other_words,
)
from transcheck.language.words import tables
from transcheck.patterns import late_regex

# What is quoted is a value, a title or a message, and in its own language.
_QUOTED = late_regex(r'"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»|「[^「」\n]*」')

# It is foreign when less than this share of its letters is in a script of its
# page's language.
_HOME_SHARE = 0.1
# Unless it has so large a share of another script, or so many letters (in weight).
_LATIN_NAMES = 0.5
_SENTENCE = 40
# What the characters of one way of writing Chinese must number, the other at none.
_LEAST_VARIANTS = 3
_LEAST_CHINESE = 8
# What Chinese says all the time and Japanese never, or only inside a word.
_CHINESE_WORDS = frozenset("的是了這们們个個从從将將让讓您你它把被与與也就都很吗嗎呢")


def foreign_language(
    text: str,
    expected: str | None,
    others: Sequence[str] = (),
    detector: Detector = DEFAULT_DETECTOR,
) -> str | None:
    """Return the language a block is in when it is surely not the expected one.

    Args:
        text: The prose of one block.
        expected: The BCP 47 language of its document; None when unknown.
        others: Languages it may be in instead: the original's, the page's others.
            English is always one of them.
        detector: What is asked where script and words leave doubt.

    Returns:
        The language, spelled as in `others` where it is one of them; None when the
        block is in the expected language, too short, or could be.
    """
    if expected is None or (text.isascii() and len(text) < LEAST_BY_SCRIPT):
        return None
    page = home_of(expected, tuple(others))
    sample = Sample(text)
    if (page.own and page.reads_like(sample)) or _looks_like(sample, expected, others):
        return None
    home, rivals = page.language, page.rivals
    said = strip_noise(_QUOTED.sub(" ", text))
    if said != text:
        sample = Sample(said)
    own_scripts = scripts_of(expected)
    weight = sample.weights
    if sum(weight.values()) < LEAST_BY_SCRIPT:
        return None
    script = leading_script(weight) or "Latn"
    if script in EAST_ASIAN:
        found = _foreign_east_asian(sample, expected, others)
    elif script in own_scripts:
        found = other_words(sample, script, home, rivals, detector)
    elif not _outside(sample, weight.get(script, 0), own_scripts, home):
        found = None
    elif script == "Latn":
        found = other_words(sample, script, home, rivals, detector)
    else:
        found = _other_script(sample, script, others, detector)
    return _spelled(found, others)


def _looks_like(sample: Sample, expected: str, others: Sequence[str]) -> bool:
    """Tell at little cost that a block is in its language, or too short, by its script.

    What is noise in it makes no difference yet.
    """
    weight = sample.weights
    if sum(weight.values()) < LEAST_BY_SCRIPT:
        return True
    script, home = leading_script(weight), base(expected)
    if script in EAST_ASIAN:
        kana = weight.keys() & {"Hira", "Kana"}
        if home == "zh":
            return not kana and _foreign_variant(sample, expected, others) is None
        return home == "ja" and bool(kana)
    if script and ALONE.get(script) == home:
        return True
    own = scripts_of(expected)
    alone = script in own if "Latn" not in own else weight.keys() == {"Latn"}
    return alone and len(sample.words) < LEAST_WORDS


def _outside(
    sample: Sample, foreign: int, own_scripts: frozenset[str], home: str
) -> bool:
    """Tell whether letters of another script leave no room for the page's language.

    Latin letters in a text of another script are names more often than not.
    """
    weight = sample.weights
    inside = sum(weight.get(name, 0) for name in own_scripts)
    total = sum(weight.values())
    if inside < _HOME_SHARE * total:
        return True
    if own_scripts != {"Latn"}:
        return False
    if foreign < min((1 - _LATIN_NAMES) * total, _SENTENCE):
        return False
    return len(sample.distinct & tables().get(home, frozenset())) < OWN_WORDS


def _spelled(language: str | None, others: Sequence[str]) -> str | None:
    if language is None:
        return None
    found = chosen(language, others)
    # Where the page has one way of writing Chinese, the text may be in the other.
    if found is None or han(found) not in (None, han(language)):
        return language
    return found


def _foreign_east_asian(
    sample: Sample, expected: str, others: Sequence[str]
) -> str | None:
    """Name a text in Chinese or Japanese on a page that should not be in it."""
    weight = sample.weights
    kana = weight.get("Hira", 0) + weight.get("Kana", 0)
    both = kana + weight.get("Hani", 0)
    home = base(expected)
    if home == "zh":
        if kana > KANA_SHARE * both and kana >= 2 * LEAST_BY_SCRIPT:
            return "ja"
        return None if kana else _foreign_variant(sample, expected, others)
    found = ideographs(sample.text)
    if home == "ja":
        telling = max(not_japanese(found), len(_CHINESE_WORDS.intersection(found)))
        sure = not kana and telling >= _LEAST_VARIANTS
        return name_chinese(sample) if sure else None
    own_scripts = scripts_of(expected) - {"Hani"}
    if _only_autonyms(sample) or not _outside(sample, both, own_scripts, home):
        return None
    if kana > KANA_SHARE * both:
        return "ja"
    # Without kana a few characters may be either language's, or a Korean's.
    return name_chinese(sample) if len(found) >= _LEAST_CHINESE else None


def _foreign_variant(
    sample: Sample, expected: str, others: Sequence[str]
) -> str | None:
    """Tell simplified from traditional Chinese.

    A bare `zh` is neither, unless the page has the traditional one beside it.
    """
    variant = han(expected)
    if variant is None:
        beside = {variant_of(tag) for tag in others if base(tag) == "zh"}
        variant = "Hans" if beside == {"Hant"} else None
    if variant not in ("Hans", "Hant"):
        return None
    found = ideographs(sample.text)
    own, other = simplified, traditional
    if variant == "Hant":
        own, other = traditional, simplified
    if other(found) < _LEAST_VARIANTS or own(found):
        return None
    return "zh-Hans" if variant == "Hant" else "zh-Hant"


def _only_autonyms(sample: Sample) -> bool:
    return all(word in AUTONYMS for word in sample.words)


def _other_script(
    sample: Sample, script: str, others: Sequence[str], detector: Detector
) -> str | None:
    """Name the language of a text in a script that its page's language lacks."""
    if _only_autonyms(sample):
        return None
    if script in ALONE:
        return ALONE[script]
    beside = {base(tag) for tag in others if script in scripts_of(tag)}
    if len(beside) == 1:
        return beside.pop()
    return identify(sample.text, tuple(sorted(beside)), detector)
