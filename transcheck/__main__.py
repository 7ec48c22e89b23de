"""python -m transcheck."""

from __future__ import annotations

import sys
from pathlib import Path

# A checkout that is not installed keeps the built-in rules under rules/.
_checkout_rules = Path(__file__).resolve().parents[1] / "rules"
if (_checkout_rules / "transcheck_rules").is_dir():
    sys.path.insert(0, str(_checkout_rules))

from transcheck.cli import main  # noqa: E402 - the path comes first

if __name__ == "__main__":
    sys.exit(main())
