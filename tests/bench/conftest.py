"""Makes the benchmarks importable where the checkout is not on the path."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_BENCH = Path(__file__).resolve().parents[2] / "bench"

if "bench" not in sys.modules:
    _spec = importlib.util.spec_from_file_location("bench", _BENCH / "__init__.py")
    assert _spec is not None
    assert _spec.loader is not None
    sys.modules["bench"] = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules["bench"])
