"""Interview Outcome: what an interview's signals are worth.

A checklist of what was seen goes through a rule layer into features; a calibrated logistic model turns them
into a likelihood of an offer, with an honest interval and reasons that add up.

>>> import interview_outcome as outcome
>>> estimate = outcome.score({"stage": "final", "candidates": 3, "contact_date_given": True})
>>> estimate.band
'less likely than not'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_outcome.advice.letters import draft_letter, review_letter
    from interview_outcome.advice.questions import ask
    from interview_outcome.advice.steps import advise
    from interview_outcome.advice.timeline import timeline
    from interview_outcome.catalogue import signals
    from interview_outcome.checklist import Checklist
    from interview_outcome.errors import OutcomeError
    from interview_outcome.estimate import Estimate, score
    from interview_outcome.frames import score_frame
    from interview_outcome.json_schema import schema
    from interview_outcome.learning.evaluation import Evaluation, evaluate
    from interview_outcome.learning.fitting import fit
    from interview_outcome.model import Model, load, shipped
    from interview_outcome.reading import read

__version__ = "0.1.0"

__all__ = [
    "Checklist",
    "Estimate",
    "Evaluation",
    "Model",
    "OutcomeError",
    "advise",
    "ask",
    "draft_letter",
    "evaluate",
    "fit",
    "load",
    "read",
    "review_letter",
    "schema",
    "score",
    "score_frame",
    "shipped",
    "signals",
    "timeline",
]

# Where each public name lives: it is loaded when it is first asked for, so that importing costs nothing.
_HOMES = {
    "Checklist": "checklist",
    "Estimate": "estimate",
    "Evaluation": "learning.evaluation",
    "Model": "model",
    "OutcomeError": "errors",
    "advise": "advice.steps",
    "ask": "advice.questions",
    "draft_letter": "advice.letters",
    "evaluate": "learning.evaluation",
    "fit": "learning.fitting",
    "load": "model",
    "read": "reading",
    "review_letter": "advice.letters",
    "schema": "json_schema",
    "score": "estimate",
    "score_frame": "frames",
    "shipped": "model",
    "signals": "catalogue",
    "timeline": "advice.timeline",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
