"""The short name of Interview Outcome: ``import outcome`` is ``import interview_outcome as outcome``.

Where another distribution owns a folder called ``outcome`` (trio needs one), Python prefers that folder; then
write ``import interview_outcome as outcome``.
"""

from __future__ import annotations

import interview_outcome as _package
from interview_outcome import __all__, __version__  # noqa: F401  handed on as they are


def __getattr__(name: str) -> object:
    return getattr(_package, name)


def __dir__() -> list[str]:
    return dir(_package)
