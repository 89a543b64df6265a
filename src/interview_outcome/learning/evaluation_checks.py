"""What is checked before a model is held against interviews, and what must be known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.checklist import Remark
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from interview_outcome.learning.outcomes import Outcomes

__all__ = ["BASE_RATES", "check_results", "checked", "own_cases"]

BASE_RATES = ("model", "sample")


def checked(model: Any, base_rate: Any, level: Any, seed: Any) -> Model:
    """Check the arguments, and give the model that is used."""
    problems = []
    if not (model is None or isinstance(model, Model)):
        hint = "outcome.load(path) reads one from a file."
        problems.append(
            Problem("bad_model", "model", model, f"model is {shown(model)}; allowed: a Model.", hint)
        )
    if base_rate not in BASE_RATES:
        message = f"base_rate is {shown(base_rate)}; allowed: {', '.join(BASE_RATES)}."
        hint = "Write 'sample' for a collection, whose mix of results says nothing."
        problems.append(Problem("bad_base_rate", "base_rate", base_rate, message, hint))
    if isinstance(level, bool) or not (isinstance(level, (int, float)) and 0 < level < 1):
        message = f"level is {shown(level)}; allowed: a number between 0 and 1."
        problems.append(Problem("bad_level", "level", level, message, "Write 0.8 for 80% intervals."))
    if isinstance(seed, bool) or not (isinstance(seed, int) and seed >= 0):
        message = f"seed is {shown(seed)}; allowed: a whole number, 0 or more."
        problems.append(Problem("bad_seed", "seed", seed, message, "The same seed gives the same intervals."))
    if problems:
        raise OutcomeError(problems)
    return shipped() if model is None else model


def check_results(outcomes: Outcomes) -> None:
    """Refuse interviews of which nothing can be measured."""
    rows, offers = len(outcomes.results), outcomes.offers
    if 0 < offers < rows:
        return
    if rows == 0:
        message, hint = "There is no interview with a known result.", "Fill in the column 'offer'."
        raise OutcomeError([Problem("no_rows", "offer", 0, message, hint)])
    ended = "with an offer" if offers else "without an offer"
    message = f"All {rows} interviews ended {ended}: with one result alone nothing can be compared."
    raise OutcomeError(
        [Problem("one_result", "offer", rows, message, "Add interviews that ended otherwise.")]
    )


def own_cases(outcomes: Outcomes, model: Model) -> tuple[Remark, ...]:
    """Say so where the interviews are, by their numbers, those that the model was fitted to."""
    seen = {"interviews": len(outcomes.results), "offers": outcomes.offers}
    for name in ("cases", "fit"):
        fitted = model.provenance.get(name)
        if isinstance(fitted, dict) and all(fitted.get(key) == value for key, value in seen.items()):
            text = (
                "The model was fitted to as many interviews with as many offers. If they are these, its "
                "numbers here are too good: test it on others, or out of fold as the study of the model does."
            )
            return (Remark("own_cases", (), text),)
    return ()
