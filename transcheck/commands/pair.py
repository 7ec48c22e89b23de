"""The two files of --pair as a site of one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from transcheck.discover.tags import Strength, Tag, base, canonical, read_tag
from transcheck.errors import ConfigError
from transcheck.language.detectors import Detector
from transcheck.language.identify import identify
from transcheck.patterns import late_regex
from transcheck.site import PageFiles, Site
from transcheck.text import UndecodableError, decode

_ROLES = ("original", "translation")
_BETWEEN = late_regex(r"[._-]")


def find_pair(
    original: str, translation: str, languages: Sequence[str], detector: Detector
) -> Site:
    """Return a site that holds two files as one page, the translation named.

    Their languages are those that were told, else what the paths tell where they
    differ, else what the texts do. A file whose language stays unknown, or is the
    other's, has the tag ``original`` or ``translation``.

    Args:
        original: The original's path.
        translation: The translation's path.
        languages: The two languages in this order, or none.
        detector: What is asked where the paths do not tell.

    Raises:
        ConfigError: A path is no file, or the languages are not two; all mistakes at
            once.
    """
    paths = tuple(PurePath(path).as_posix() for path in (original, translation))
    problems = [*_wrong_files(paths), *_wrong_languages(languages)]
    if problems:
        raise ConfigError(problems)
    tags, known = find_languages(paths, languages, detector)
    return Site(
        pages=(
            PageFiles(
                name=PurePath(translation).with_suffix("").as_posix(),
                original=tags[0],
                files=dict(sorted(zip(tags, paths, strict=True))),
            ),
        ),
        languages=dict(sorted(known.items())),
        original_reason="named as the original",
        named=frozenset({paths[1]}),
    )


def find_languages(
    paths: Sequence[str], languages: Sequence[str], detector: Detector
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the tags of an original and a translation, and what each is in BCP 47.

    Args:
        paths: The two paths.
        languages: As in `find_pair`.
        detector: As in `find_pair`.
    """
    spelled = [
        _told(told, path, other) if told else _found(path, other, detector)
        for told, path, other in zip(
            languages or (None, None), paths, reversed(paths), strict=True
        )
    ]
    distinct = None not in spelled and spelled[0] != spelled[1]
    tags = tuple(
        tag if tag and distinct else role
        for tag, role in zip(spelled, _ROLES, strict=True)
    )
    known = {
        tag: language
        for tag, spelling in zip(tags, spelled, strict=True)
        if spelling and (language := canonical(spelling))
    }
    return tags, known


def _wrong_files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        if Path(path).is_dir():
            yield f"--pair takes two files, and {path} is a folder"
    if paths[0] == paths[1]:
        yield f"--pair takes two files, and both are {paths[0]}"


def _wrong_languages(languages: Sequence[str]) -> Iterator[str]:
    if languages and len(languages) != len(_ROLES):
        yield (
            "--languages with --pair takes the original's language and the"
            f" translation's, not {len(languages)}"
        )
    for language in languages:
        if canonical(language) is None:
            yield f"--languages: '{language}' is no language"


def _told(language: str, path: str, other: str) -> str:
    """Return a language that was told, as the path spells it where it does."""
    wanted = canonical(language)
    return next(
        (tag.spelling for tag in _spelled(path, other) if tag.language == wanted),
        language,
    )


def _found(path: str, other: str, detector: Detector) -> str | None:
    """Return the language of a file as its path spells it, else by its text."""
    likeliest = max(_spelled(path, other), key=lambda tag: tag.strength, default=None)
    if likeliest is not None and likeliest.strength > Strength.DOUBTFUL:
        return likeliest.spelling
    language = identify(_text(path), detector=detector)
    if likeliest is not None and language in {None, base(likeliest.language)}:
        return likeliest.spelling
    return language


def _spelled(path: str, other: str) -> list[Tag]:
    """Return what could be a language in a path, where it differs from the other."""
    common = set(_parts(other))
    tags = (read_tag(part) for part in _parts(path) if part not in common)
    return [tag for tag in tags if tag is not None]


def _parts(path: str) -> list[str]:
    """Return what can be a tag: folders, the stem, and the ends of the stem."""
    pure = PurePath(path)
    ends = [pure.stem[mark.end() :] for mark in _BETWEEN.finditer(pure.stem)]
    return [*pure.parent.parts, pure.stem, *ends]


def _text(path: str) -> str:
    try:
        return decode(Path(path).read_bytes())
    except UndecodableError as error:
        return error.before
    except OSError:
        return ""  # the run reports it as unreadable
