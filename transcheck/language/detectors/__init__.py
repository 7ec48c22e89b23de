"""What can be asked which language a text is in, each behind the same interface.

None is loaded before the first question.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType

from transcheck.language.detectors.detector import Detector
from transcheck.language.detectors.langdetect import Langdetect
from transcheck.language.detectors.lingua import Lingua
from transcheck.language.detectors.py3langid import Py3langid

__all__ = [
    "DEFAULT_DETECTOR",
    "DETECTORS",
    "Detector",
    "missing_package",
]

DEFAULT_DETECTOR: Detector = Langdetect()
DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {one.name: one for one in (DEFAULT_DETECTOR, Lingua(), Py3langid())}
)


def missing_package(name: str) -> str | None:
    """Return what to do about a detector that is not installed, None where it is.

    Args:
        name: Its name, which is that of its module and of the extra that brings it.
    """
    if find_spec(name) is not None:
        return None
    return f"{name} is not installed; 'pip install transcheck[{name}]' installs it"
