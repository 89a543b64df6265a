"""Learning weights from interviews with known results, and measuring how true the numbers are."""

from __future__ import annotations

from importlib.util import find_spec

from interview_outcome.errors import MissingExtraError

for _package in ("numpy", "pandas", "narwhals", "pyarrow", "scipy", "sklearn"):
    if find_spec(_package) is None:
        raise MissingExtraError(_package, "learn")
