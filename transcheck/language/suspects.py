"""Which language a text is in by its words, letters and sound, where not its page's."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from msgspec import Struct

from transcheck.language.alphabets import neighbours_letters
from transcheck.language.detectors import Detector
from transcheck.language.identify import Sample
from transcheck.language.near import NEAR, SAME, TWINS, together
from transcheck.language.scripts import base, scripts_of, words
from transcheck.language.words import languages_by_word, tables

# A block with this many function words of its page's language may be in it.
OWN_WORDS = 2
# Where they are a smaller share of its words it may be in a language nobody expected.
_OWN_SHARE = 0.2
# It is foreign when it holds at least this many words, of them these function words.
LEAST_WORDS = 5
_LEAST_LETTERS = 20
_LEAST_FUNCTION_WORDS = 3
_LEAST_FUNCTION_SHARE = 0.2
# The same in a text without one function word that only its page's language has.
_WORDS_ALONE = 8
_FUNCTION_WORDS_ALONE = 2
_LEAST_SHARE_ALONE = 0.1
# What a text must have of letters that its page's language lacks, in words, ...
_LEAST_STRANGE = 2
# ... or of letters in all, where few of its words are function words.
_LEAST_LETTERS_OF_SOUND = 25
# What a detector must say, of two languages and of all.
_OVERWHELMING = 0.99
_CONFIRMED = 0.95
# The same where two languages are near each other.
_TWIN_WORDS = 12
_TWIN_FUNCTION_WORDS = 6


class Home(Struct, frozen=True):
    """The language of a page, and those that a block of it may be in instead.

    Args:
        language: Its base.
        rivals: Their bases, those too near left out.
        own: Its function words.
        only: Those that no rival has.
        strange: The function words of rivals that it lacks.
        tables: The function words of each rival that has some.
    """

    language: str
    rivals: tuple[str, ...]
    own: frozenset[str]
    only: frozenset[str]
    strange: frozenset[str]
    tables: tuple[frozenset[str], ...]

    def reads_like(self, sample: Sample) -> bool:
        """Tell at little cost that a block is in its language: most blocks are."""
        hits = sample.distinct & self.own
        if len(hits) < OWN_WORDS or _strange(sample, self.language):
            return False
        strange = sample.distinct & self.strange
        if strange and len(strange) >= len(hits & self.only):
            for table in self.tables:
                theirs = len(strange & table)
                if theirs and theirs >= len(hits - table):
                    return False
        # A language that nobody expected has a few words that look the same.
        enough = _OWN_SHARE * len(sample.words)
        return len(hits) >= enough or sample.share_of(hits) >= _OWN_SHARE


@lru_cache(maxsize=512)
def home_of(expected: str, others: tuple[str, ...]) -> Home:
    """Return what a block is held against.

    The languages near the expected one are among its rivals: their function words are
    mostly its own, so that a block in one of them would pass for it.

    Args:
        expected: The BCP 47 language of its page.
        others: Those it may be in instead.
    """
    language = base(expected)
    near = sorted(name for group in NEAR if language in group for name in group)
    bases = dict.fromkeys((*(base(tag) for tag in others), "en", *near))
    rivals = tuple(
        name
        for name in bases
        if name != language and not together(name, language, SAME)
    )
    own = tables().get(language, frozenset())
    theirs = tuple(tables()[name] for name in rivals if name in tables())
    every = frozenset().union(*theirs)
    return Home(language, rivals, own, own - every, every - own, theirs)


class _Doubt(Struct, frozen=True):
    """A text that may not be in its page's language.

    Args:
        sample: The text.
        script: The script it is in.
        home: The base of the page's language.
        own: The function words of that, where it is written in the script.
        against: Those of them that the text has.
        hits: How many others the text has of each language.
        rivals: What the text may be in instead.
        detector: What is asked where words leave doubt.
    """

    sample: Sample
    script: str
    home: str
    own: frozenset[str]
    against: frozenset[str]
    hits: Counter[str]
    rivals: tuple[str, ...]
    detector: Detector

    def knows(self, language: str) -> bool:
        """Tell whether a language has the script, and the detector knows it."""
        known = language in self.detector.languages
        return known and self.script in scripts_of(language)


def other_words(
    sample: Sample,
    script: str,
    home: str,
    rivals: tuple[str, ...],
    detector: Detector,
) -> str | None:
    """Name the language of a text by its words, when they surely are not the page's.

    A language that has no function words, and that the detector does not know, is
    unknown: nothing in its script is judged.
    """
    shares_script = script in scripts_of(home)
    own = tables().get(home, frozenset()) if shares_script else frozenset()
    if shares_script and not own and home not in detector.languages:
        return None
    letters = sum(map(len, sample.words))
    if len(sample.words) < LEAST_WORDS or letters < _LEAST_LETTERS:
        return None
    index = languages_by_word()
    strange = sample.distinct - own
    hits = Counter(name for word in strange for name in index.get(word, ()))
    against = sample.distinct & own
    doubt = _Doubt(sample, script, home, own, against, hits, rivals, detector)
    suspect = _by_words(doubt) or _by_letters(doubt)
    likely = () if suspect else _likely(doubt)
    if not (suspect or likely) or _mostly_names(sample):
        return None
    suspect = suspect or _by_sound(doubt, likely)
    return _confirmed(doubt, suspect) if suspect else None


def _mostly_names(sample: Sample) -> bool:
    """Tell a title or a list of names, which stays as it is in every language."""
    spelled = words(sample.text)
    return 2 * sum(word[0].isupper() for word in spelled) > len(spelled)


def _by_words(doubt: _Doubt) -> str | None:
    """Return the language with the most function words, where they are enough."""
    suspect = _suspect(doubt)
    return suspect if suspect and _telling(doubt, suspect) else None


def _suspect(doubt: _Doubt) -> str | None:
    """Return the rival with the most function words that the page's language lacks."""
    sample, rivals = doubt.sample, doubt.rivals
    many = [name for name, hits in doubt.hits.items() if hits >= _FUNCTION_WORDS_ALONE]
    if not many:
        return None
    long = len(sample.words) >= _WORDS_ALONE
    against = doubt.against
    anyone = long and (not against or sample.share_of(doubt.own) < _OWN_SHARE)
    order = {name: place for place, name in enumerate(rivals)}
    last = len(rivals)
    many.sort(key=lambda name: (-doubt.hits[name], order.get(name, last), name))
    for name in many:
        if (name in order or anyone) and doubt.knows(name):
            alone = long and against <= tables()[name]
            if alone or doubt.hits[name] >= _LEAST_FUNCTION_WORDS:
                return name
    return None


def _telling(doubt: _Doubt, suspect: str) -> bool:
    """Tell whether the function words of another language are many enough.

    Turkish or Finnish say with endings what English says with words: few will do in
    a text that has not one of its own language's.
    """
    sample, own, table = doubt.sample, doubt.own, tables()[suspect]
    hits = (sample.distinct & table) - own
    against = doubt.against - table
    if together(suspect, doubt.home, TWINS):
        long = len(sample.words) >= _TWIN_WORDS
        return long and len(hits) >= _TWIN_FUNCTION_WORDS and not against
    if 4 * len(against) > len(hits):
        return False
    share = sample.share_of(hits)
    if len(hits) >= _LEAST_FUNCTION_WORDS and share >= _LEAST_FUNCTION_SHARE:
        return True
    return share >= _LEAST_SHARE_ALONE and not against


def _by_letters(doubt: _Doubt) -> str | None:
    """Return a rival that has the letters the page's language lacks.

    They tell languages apart that share too many words. It is the one with the most
    function words that the page's language lacks.
    """
    if len(_strange(doubt.sample, doubt.home)) < _LEAST_STRANGE:
        return None
    covering = [
        name
        for name in doubt.rivals
        if doubt.hits[name]
        and doubt.knows(name)
        and neighbours_letters(name)
        and not _strange(doubt.sample, name)
    ]
    return max(covering, key=lambda name: doubt.hits[name], default=None)


def _strange(sample: Sample, home: str) -> list[str]:
    """Return the words with letters that only languages near the page's have."""
    strange = neighbours_letters(home)
    if strange is None or sample.text.isascii() or not strange.search(sample.text):
        return []
    return [word for word in sample.distinct if strange.search(word)]


def _likely(doubt: _Doubt) -> tuple[str, ...]:
    """Return the rivals that words or letters speak for, if only a few.

    Code and names sound like any language: whom nothing but the sound would speak for
    need not be heard.
    """
    sample, home, hits = doubt.sample, doubt.home, doubt.hits
    if sum(map(len, sample.words)) < _LEAST_LETTERS_OF_SOUND:
        return ()
    if (
        doubt.script not in scripts_of(home)
        and scripts_of(home) & sample.weights.keys()
    ):
        return ()
    most = max(1, *(hits[name] for name in doubt.rivals))
    accented = doubt.script == "Latn" and not all(map(str.isascii, sample.distinct))
    by_letters = accented or bool(_strange(sample, home))
    found = []
    for name in doubt.rivals:
        if name == "en":
            # Its terms are kept in every language.
            strange = _LEAST_STRANGE if hits[name] >= _FUNCTION_WORDS_ALONE else 0
        else:
            strange = _LEAST_STRANGE if hits[name] == most else int(by_letters)
        if strange and doubt.knows(name) and _may_be_in(doubt, name, strange):
            found.append(name)
    return tuple(found)


def _may_be_in(doubt: _Doubt, language: str, strange: int) -> bool:
    """Tell whether nothing in a text speaks against a rival.

    Args:
        doubt: The text.
        language: The rival.
        strange: The number of words that are too many, with letters it lacks.
    """
    if doubt.against - tables().get(language, frozenset()):
        return False
    if together(language, doubt.home, TWINS):
        return False
    return len(_strange(doubt.sample, language)) < strange


def _by_sound(doubt: _Doubt, likely: tuple[str, ...]) -> str | None:
    """Return the one of likely rivals that a detector takes a text for."""
    asked = frozenset(filter(doubt.knows, (*doubt.rivals, doubt.home)))
    odds = {likely[0]: 1.0}
    if len(asked) > 1:
        odds = doubt.detector.probabilities(doubt.sample.text, asked)
    best = max(likely, key=lambda name: (odds.get(name, 0.0), name))
    return best if odds.get(best, 0.0) >= _OVERWHELMING else None


def _confirmed(doubt: _Doubt, suspect: str) -> str | None:
    """Ask the detector: first the two languages in question, then all of the script.

    Returns:
        The suspect, or the twin of it that the detector takes it for; None when it
        sees another language, or leaves room for the page's own.
    """
    ask, text, home = doubt.detector.probabilities, doubt.sample.text, doubt.home
    if doubt.knows(home):
        odds = ask(text, frozenset({suspect, home}))
        if odds.get(suspect, 0.0) < _OVERWHELMING:
            return None
    odds = ask(text, frozenset(filter(doubt.knows, doubt.detector.languages)))
    near = {
        name: chance
        for name, chance in odds.items()
        if name == suspect or together(name, suspect, TWINS)
    }
    if odds.get(home) or sum(near.values()) < _CONFIRMED:
        return None
    return max(near, key=lambda name: (near[name], name))
