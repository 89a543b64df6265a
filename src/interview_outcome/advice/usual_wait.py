"""How long the usual wait for an offer is: after it, silence is counted as a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_outcome.waiting import LAST_DAY, still_waiting

if TYPE_CHECKING:
    from interview_outcome.checklist import Checklist
    from interview_outcome.model import Model

__all__ = ["usual_days"]

# The wait has outlasted the usual one when no more than this share of offers is still to be told: the first
# where silence is a no by itself, since they call only if the answer is yes (article A10).
STILL_OPEN = {True: 0.25, False: 0.1}


def usual_days(model: Model, known: Checklist) -> int:
    """Give the days without a word after which most offers, of those that are told at all, were told.

    Most are nine in ten, and three in four where they call only if the answer is yes.

    Examples
    --------
    >>> from interview_outcome.checklist import parse
    >>> from interview_outcome.model import shipped
    >>> fast, slow = (usual_days(shipped(), parse({"pace": pace})) for pace in ("fast", "slow"))
    >>> 7 < fast < slow < 120
    True
    """
    curve, context = model.waiting, known.context
    waits = curve.offers[context.get("pace", "usual")]._replace(never=0.0)
    shift = curve.stage_shift.get(context.get("stage", "unknown"), 0.0)
    days = range(1, LAST_DAY)
    still_open = STILL_OPEN[known.answers.get("no_call_if_refused") is True]
    return next((day for day in days if still_waiting(waits, day, shift) <= still_open), LAST_DAY)
