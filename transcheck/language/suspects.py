"""Which language a text is in by its words, letters and sound, where not its page's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from transcheck.language.alphabets import neighbours_letters
from transcheck.language.detector import probabilities, profiles
from transcheck.language.identify import Sample
from transcheck.language.scripts import base, scripts_of
from transcheck.language.words import tables

# Languages that differ too little to be told apart in a paragraph.
_SAME = (frozenset({"hr", "sr", "bs"}), frozenset({"id", "ms"}))

# Languages that share so much that only long and clear evidence tells them apart.
_TWINS = (
    frozenset({"no", "da", "sv"}),
    frozenset({"cs", "sk"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"pt", "gl", "es", "ca"}),
    frozenset({"nl", "af"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"bg", "mk", "sr"}),
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"tr", "az"}),
    frozenset({"fa", "ar", "ur", "ps"}),
    frozenset({"kk", "ky"}),
    frozenset({"fi", "et"}),
)

# A block with this many function words of its page's language may be in it.
OWN_WORDS = 2
# Where they are a smaller share of its words it may be in a language nobody expected.
_OWN_SHARE = 0.2
# It is foreign when it holds at least this many words, of them these function words.
_LEAST_WORDS = 5
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
# What langdetect must say, of two languages and of all.
_OVERWHELMING = 0.99
_CONFIRMED = 0.95
# The same where two languages are near each other.
_TWIN_WORDS = 12
_TWIN_FUNCTION_WORDS = 6


@lru_cache(maxsize=512)
def rivals_of(home: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bases a block may be in instead, those too near left out.

    The languages near the expected one are among them: their function words are
    mostly its own, so that a block in one of them would pass for it.
    """
    near = sorted(name for group in _TWINS if home in group for name in group)
    bases = dict.fromkeys((*(base(tag) for tag in others), "en", *near))
    return tuple(
        language
        for language in bases
        if language != home and not _together(language, home, _SAME)
    )


def reads_like(
    sample: Sample,
    home: str,
    rivals: tuple[str, ...],
) -> bool:
    """Tell at little cost that a block is in its language: most blocks are."""
    own = tables().get(home)
    if own is None:
        return False
    hits = sample.distinct & own
    if len(hits) < OWN_WORDS or _strange(sample, home):
        return False
    strongest = max(
        (len((sample.distinct & tables().get(name, frozenset())) - own))
        for name in (*rivals, "en")
    )
    if len(hits) <= strongest:
        return False
    # A language that nobody expected has a few words that look the same.
    return sample.share(home) >= _OWN_SHARE


def other_words(
    sample: Sample, script: str, home: str, rivals: tuple[str, ...]
) -> str | None:
    """Name the language of a text by its words, when they surely are not the page's.

    A language with neither function words nor profile is unknown: nothing in its
    script is judged.
    """
    shares_script = script in scripts_of(home)
    own = tables().get(home, frozenset()) if shares_script else frozenset()
    if shares_script and not own and home not in profiles():
        return None
    letters = sum(map(len, sample.words))
    if len(sample.words) < _LEAST_WORDS or letters < _LEAST_LETTERS:
        return None
    if _mostly_names(sample):
        return None
    suspect = _suspect(sample, script, own, rivals)
    if suspect is None or not _telling(sample, suspect, home, own):
        suspect = _by_letters(sample, home, rivals)
    if suspect is None:
        suspect = _by_sound(sample, script, home, rivals)
    return _confirmed(sample.text, suspect, home, script) if suspect else None


def _by_letters(sample: Sample, home: str, rivals: tuple[str, ...]) -> str | None:
    """Return the rival that has what letters the page's language lacks, and no other.

    They tell languages apart that share too many words.
    """
    if len(_strange(sample, home)) < _LEAST_STRANGE:
        return None
    for language in rivals:
        strange = neighbours_letters(language)
        if strange is None or language not in profiles():
            continue
        if not strange.search(sample.text):
            return language
    return None


def _strange(sample: Sample, home: str) -> list[str]:
    """Return the words with letters that only languages near the page's have."""
    strange = neighbours_letters(home)
    if strange is None or not strange.search(sample.text):
        return []
    return [word for word in sample.distinct if strange.search(word)]


def _by_sound(
    sample: Sample, script: str, home: str, rivals: tuple[str, ...]
) -> str | None:
    """Return the rival that langdetect takes a text for that has few function words.

    Code and names sound like any language.
    """
    heard = [
        name for name in rivals if script in scripts_of(name) and name in profiles()
    ]
    if not heard or sum(map(len, sample.words)) < _LEAST_LETTERS_OF_SOUND:
        return None
    shares_script = script in scripts_of(home)
    if not shares_script and scripts_of(home) & sample.weights.keys():
        return None
    own = tables().get(home, frozenset()) if shares_script else frozenset()
    known = {name: tables().get(name, frozenset()) for name in heard}
    if sample.distinct & own - frozenset().union(*known.values()):
        return None
    asked = frozenset(heard)
    if home in profiles() and shares_script:
        asked |= {home}
    odds = probabilities(sample.text, asked) if len(asked) > 1 else {heard[0]: 1.0}
    best = max(heard, key=lambda name: (odds.get(name, 0.0), name))
    if odds.get(best, 0.0) < _OVERWHELMING or _together(best, home, (*_SAME, *_TWINS)):
        return None
    if sample.distinct & own - known[best]:
        return None
    hits = {name: len(sample.distinct & table - own) for name, table in known.items()}
    return best if _is_backed(best, hits, sample) else None


def _is_backed(language: str, hits: Mapping[str, int], sample: Sample) -> bool:
    """Tell whether words or letters speak for what a text sounds like.

    Args:
        language: What it sounds like.
        hits: The function words in it of each language that it may be in.
        sample: The text.
    """
    if language == "en":
        # Its terms are kept in every language.
        return hits[language] >= _FUNCTION_WORDS_ALONE
    accented = not all(map(str.isascii, sample.words))
    return accented or hits[language] == max(1, *hits.values())


def _telling(sample: Sample, suspect: str, home: str, own: frozenset[str]) -> bool:
    """Tell whether the function words of another language are many enough.

    Turkish or Finnish say with endings what English says with words: few will do in
    a text that has not one of its own language's.
    """
    table = tables()[suspect]
    hits = (sample.distinct & table) - own
    against = (sample.distinct & own) - table
    if _together(suspect, home, _TWINS):
        long = len(sample.words) >= _TWIN_WORDS
        return long and len(hits) >= _TWIN_FUNCTION_WORDS and not against
    if 4 * len(against) > len(hits):
        return False
    share = sum(word in hits for word in sample.words) / len(sample.words)
    if len(hits) >= _LEAST_FUNCTION_WORDS and share >= _LEAST_FUNCTION_SHARE:
        return True
    return share >= _LEAST_SHARE_ALONE and not against


def _suspect(
    sample: Sample, script: str, own: frozenset[str], rivals: tuple[str, ...]
) -> str | None:
    """Return the rival with the most function words that the page's language lacks."""
    best, most = None, 0
    long = len(sample.words) >= _WORDS_ALONE
    pool = rivals
    if long and sum(word in own for word in sample.words) < _OWN_SHARE * len(
        sample.words
    ):
        pool = (*rivals, *(name for name in tables() if name not in rivals))
    for language in pool:
        if script not in scripts_of(language) or language not in profiles():
            continue
        found = sample.distinct & tables().get(language, frozenset())
        alone = long and sample.distinct & own <= found
        hits = len(found - own)
        least = _FUNCTION_WORDS_ALONE if alone else _LEAST_FUNCTION_WORDS
        if hits > most and hits >= least:
            best, most = language, hits
    return best


def _mostly_names(sample: Sample) -> bool:
    """Tell a title or a list of names, which stays as it is in every language."""
    lower = sum(run.text[0].islower() for run in sample.runs)
    return lower < 0.5 * len(sample.runs) and any(
        run.text[0].isupper() for run in sample.runs
    )


def _confirmed(text: str, suspect: str, home: str, script: str) -> str | None:
    """Ask langdetect: first the two languages in question, then all of the script.

    Returns:
        The suspect, or the twin of it that langdetect takes it for; None when it
        sees another language, or leaves room for the page's own.
    """
    if home in profiles() and script in scripts_of(home):
        odds = probabilities(text, frozenset({suspect, home}))
        if odds.get(suspect, 0.0) < _OVERWHELMING:
            return None
    everyone = frozenset(name for name in profiles() if script in scripts_of(name))
    odds = probabilities(text, everyone)
    near = {
        name: chance
        for name, chance in odds.items()
        if name == suspect or _together(name, suspect, (*_SAME, *_TWINS))
    }
    if odds.get(home) or sum(near.values()) < _CONFIRMED:
        return None
    return max(near, key=lambda name: (near[name], name))


def are_near(first: str, second: str) -> bool:
    """Tell whether two languages, by their bases, have many words in common."""
    return first == second or _together(first, second, (*_SAME, *_TWINS))


def _together(first: str, second: str, groups: Iterable[frozenset[str]]) -> bool:
    return any(first in group and second in group for group in groups)
