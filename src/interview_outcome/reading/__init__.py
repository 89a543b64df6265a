"""Free text to checklist."""

from __future__ import annotations

from interview_outcome.reading.reader import read

__all__ = ["read"]
