"""Many interviews at once: any frame in, the same kind out, on one machine or on many."""

from __future__ import annotations

from importlib.util import find_spec

from interview_outcome.errors import MissingExtraError

for _package in ("numpy", "narwhals", "pyarrow"):
    if find_spec(_package) is None:
        raise MissingExtraError(_package, "frames")
