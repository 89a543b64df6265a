"""What is checked before a model is held against interviews, and what must be known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.arguments import as_whole, parse_share
from interview_outcome.checklist import Remark
from interview_outcome.display.text import percent
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.learning.baselines import TITLES
from interview_outcome.learning.outcomes import check_known
from interview_outcome.learning.weakness import FEW_ROWS
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from interview_outcome.learning.bootstrap import Measure, Measured
    from interview_outcome.learning.outcomes import Outcomes

__all__ = ["BASE_RATES", "beaten", "check_results", "checked", "own_cases"]

BASE_RATES = ("model", "sample")


def checked(model: Any, against: Any, base_rate: Any, level: Any, seed: Any) -> tuple[Model, float, int]:
    """Check the arguments; give the model that is used, the level and the seed, of Python's own kinds."""
    problems = []
    for name, given in (("model", model), ("against", against)):
        if not (given is None or isinstance(given, Model)):
            message = f"{name} is {shown(given)}; allowed: a Model."
            hint = "outcome.load(path) reads one from a file."
            if name == "against":
                hint += " The one that comes with the package is interview_outcome.model.shipped()."
            problems.append(Problem("bad_model", name, given, message, hint))
    if base_rate not in BASE_RATES:
        message = f"base_rate is {shown(base_rate)}; allowed: {', '.join(BASE_RATES)}."
        hint = "Write 'sample' for a collection, whose mix of results says nothing."
        problems.append(Problem("bad_base_rate", "base_rate", base_rate, message, hint))
    try:
        level = parse_share("level", level, "Write 0.8 for 80% intervals.")
    except OutcomeError as error:
        problems += error.problems
    start = as_whole(seed)
    if start is None or start < 0:
        message = f"seed is {shown(seed)}; allowed: a whole number, 0 or more."
        problems.append(Problem("bad_seed", "seed", seed, message, "The same seed gives the same intervals."))
    if problems or start is None:
        raise OutcomeError(problems)
    return shipped() if model is None else model, level, start


def check_results(outcomes: Outcomes) -> None:
    """Refuse interviews of which nothing can be measured."""
    check_known(outcomes)
    rows, offers = len(outcomes.results), outcomes.offers
    if 0 < offers < rows:
        return
    ended = "with an offer" if offers else "without an offer"
    message = f"All {rows} interviews ended {ended}: with one result alone nothing can be compared."
    raise OutcomeError(
        [Problem("one_result", "offer", rows, message, "Add interviews that ended otherwise.")]
    )


def own_cases(outcomes: Outcomes, model: Model, title: str = "The model") -> tuple[Remark, ...]:
    """Say so where the interviews are, by their numbers, those that a model was fitted to."""
    seen = {"interviews": len(outcomes.results), "offers": outcomes.offers}
    for name in ("cases", "fit"):
        fitted = model.provenance.get(name)
        if isinstance(fitted, dict) and all(fitted.get(key) == value for key, value in seen.items()):
            text = (
                f"{title} was fitted to as many interviews with as many offers. If they are these, its "
                "numbers here are too good: test it on others, or out of fold as the study of the model does."
            )
            return (Remark("own_cases", (), text),)
    return ()


def beaten(found: Measured, rows: int, base_rate: str, level: float) -> tuple[Remark, ...]:
    """Say what has the lower log loss beyond chance, and what follows from it; few rows cannot tell."""
    better = [name for name, difference in found.differences.items() if (difference.low or 0.0) > 0.0]
    if not better or rows < FEW_ROWS:
        return ()
    names = ", ".join(TITLES[name] for name in better)
    parts = [f"Lower log loss than the model, by more than chance ({percent(level)} interval): {names}."]
    measures = found.measures["model"]
    if _holds(measures["slope"], 1.0) and _holds(measures["intercept"], 0.0):
        parts.append("Slope and intercept say nothing against these likelihoods, but more can be told apart.")
    elif (measures["auc"].low or 0.0) > 0.5:
        parts.append(
            "Do not take these likelihoods at face value; to put interviews in order they may serve (AUC)."
        )
    else:
        parts.append(
            "Do not lean on these likelihoods: even the order in which they put interviews may be chance."
        )
    if base_rate == "model":
        parts.append("If the interviews were picked, measure with the mix of the sample (base_rate) first.")
    if "against" in better:
        parts.append("Keep the other model.")
    else:
        parts.append("To mend it, fit the model to interviews of this kind, and test it on others.")
    return (Remark("beaten", (), " ".join(parts)),)


def _holds(measure: Measure, value: float) -> bool:
    return measure.low is not None and measure.high is not None and measure.low <= value <= measure.high
