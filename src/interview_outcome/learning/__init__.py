"""Learning weights from interviews with known results, and measuring how true the numbers are.

>>> from interview_outcome.learning import PriorLogisticRegression, RuleFeatures
>>> PriorLogisticRegression("shipped", width=2.0), RuleFeatures()
(PriorLogisticRegression(model='shipped', width=2.0), RuleFeatures())
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from interview_outcome.errors import MissingExtraError

__all__ = ["PriorLogisticRegression", "RuleFeatures"]

for _package in ("numpy", "pandas", "narwhals", "pyarrow", "scipy", "sklearn"):
    if find_spec(_package) is None:
        raise MissingExtraError(_package, "learn")


def __getattr__(name: str) -> object:
    if name in __all__:  # scikit-learn takes a second to load
        return getattr(import_module(f"{__name__}.estimators"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
