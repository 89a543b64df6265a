"""Checks against evidence that no weight was fitted to: reviews, counts, waits and the cases' own silence."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from evidence import DATA, load_cases, load_published, load_waits
from waits import build_curve

from interview_outcome.features import FEATURES, overlap_group
from interview_outcome.model import Model, expit, logit, shipped
from interview_outcome.waiting import still_waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

HINDSIGHT = (
    0.5  # what of an association is believed that was told after the result (published figures 5 and 6)
)
Z95, Z80 = 1.959963984540054, 1.2815515655446004
PACES = ("fast", "usual", "slow")

# What patterns found in review texts, and the answer that says the same. The rest has no signal.
SAME = {
    "interviewer disengaged/bored/distracted": ("interviewer_lost_interest", True),
    "cut short": ("cut_short", True),
    "clear next steps / timeline told": ("next_steps_explained", True),
    "praised / told did well": ("praised", True),
    "interviewer rude/cold/arrogant/unfriendly": ("friendly_interaction", False),
    "pay/comp asked": ("pay_discussed", True),
    "dry/one-sided/scripted questions": ("standard_questions_only", True),
    'told "we will be in touch / get back to you"': ("vague_call_promise", True),
    "slow gap / long silence in process": ("long_silence", True),
    "did well (own words)": ("candidate_felt_good", True),
    "recruiter/referral contacted candidate": ("employer_approached_first", True),
    "take-home / work sample / case given": ("test_task_given", True),
    "asked about other offers/processes": ("asked_about_other_offers", True),
    "candidate could ask questions": ("candidate_asked_questions", True),
    "interviewer friendly/warm/nice": ("friendly_interaction", True),
    "role/team explained": ("role_details_shared", True),
    "tour/office shown": ("office_tour", True),
    "conversational/felt like a chat": ("smooth_dialogue", True),
    "met team/several people/higher managers": ("introduced_to_team", True),
    "references asked": ("references_requested", True),
}
# Two answers to compare, and the two values of a column of the counts that stand for them.
CONTRASTS = (
    ("experience", "positive", "negative", "candidate_felt_good", (True, False)),
    ("channel", "employee referral", "online", "referred", (True, False)),
    ("channel", "recruiter", "online", "employer_approached_first", (True, False)),
)


class Association(NamedTuple):
    """A log odds ratio with its 95% interval, and the weight of the model that it is held against."""

    words: str
    number: int
    feature: str
    log_ratio: float
    low: float
    high: float
    published: float
    weight: float
    sd: float

    @property
    def halved(self) -> tuple[float, float, float]:
        """The log odds ratio and its interval after the halving for hindsight."""
        return HINDSIGHT * self.log_ratio, HINDSIGHT * self.low, HINDSIGHT * self.high

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0.0 or self.high < 0.0

    @property
    def same_direction(self) -> bool | None:
        """Whether weight and association point the same way; None where the weight is 0 by design."""
        return None if self.published == 0.0 else self.weight * self.log_ratio > 0.0

    @property
    def inside(self) -> bool:
        """Whether the weight lies in the interval of the halved association."""
        return self.halved[1] <= self.weight <= self.halved[2]


def associations(model: Model) -> tuple[list[Association], list[str]]:
    """Hold the weights against `review_associations.csv`; give also what has no signal or no ratio."""
    found, left = [], []
    for row in read_rows("review_associations.csv"):
        feature = SAME.get(row["signal"])
        if feature is None or not row["OR"]:
            left.append(row["signal"])
            continue
        numbers = [float(np.log(float(row[key]))) for key in ("OR", "lo", "hi")]
        weight = model.weights[feature]
        found.append(
            Association(
                row["signal"],
                int(row["n"]),
                _named(feature),
                *numbers,
                weight.scaled,
                weight.weight,
                weight.sd,
            )
        )
    return sorted(found, key=lambda one: -abs(one.weight)), left


def agreement(found: Sequence[Association]) -> dict[str, float]:
    """Give how well weights and halved associations agree."""
    directed = [one for one in found if one.same_direction is not None]
    clear = [one for one in directed if one.clear]
    weights = np.array([one.weight for one in directed])
    halved = np.array([one.halved[0] for one in directed])
    precision = np.array([(2.0 * Z95 / (one.halved[2] - one.halved[1])) ** 2 for one in directed])
    return {
        "compared": len(directed),
        "same": sum(one.same_direction is True for one in directed),
        "clear": len(clear),
        "clear_same": sum(one.same_direction is True for one in clear),
        "inside": sum(one.inside for one in directed),
        "rank_correlation": float(np.corrcoef(_ranks(weights), _ranks(halved))[0, 1]),
        # How large an association goes with one unit of weight: 1 would be the same size.
        "size": float((precision * weights * halved).sum() / (precision * weights**2).sum()),
    }


def contrasts(model: Model) -> list[Association]:
    """Hold differences of two answers against `review_counts.csv`, within cells that are alike otherwise."""
    rows = read_rows("review_counts.csv")
    found = []
    for column, high, low, signal, (first, second) in CONTRASTS:
        ratio, error = _mantel_haenszel(rows, column, high, low)
        one, other = model.weights[signal, first], model.weights[signal, second]
        number = sum(int(row["offers"]) + int(row["no_offers"]) for row in rows if row[column] in {high, low})
        found.append(
            Association(
                f"{column}: {high} against {low}",
                number,
                f"{signal}: yes against no",
                ratio,
                ratio - Z95 * error,
                ratio + Z95 * error,
                one.scaled - other.scaled,
                one.weight - other.weight,
                float(np.hypot(one.sd, other.sd)),
            )
        )
    return found


def silence_in_cases(model: Model) -> list[Association]:
    """Hold the waiting family, which did not learn from the cases, against the cases."""
    cases = load_cases()
    results = np.array([case.offer for case in cases])
    found = []
    for feature in FEATURES:
        signal, answer = feature
        seen = np.array([case.checklist.answers.get(signal) is answer for case in cases])
        if overlap_group(signal) != "waiting" or not seen.any():
            continue
        # Half a case is added to each cell, so that an empty one gives no infinity.
        cells = [(seen & results), (seen & ~results), (~seen & results), (~seen & ~results)]
        offers, refusals, other_offers, other_refusals = (cell.sum() + 0.5 for cell in cells)
        ratio = float(np.log(offers * other_refusals / (refusals * other_offers)))
        error = float(np.sqrt(1 / offers + 1 / refusals + 1 / other_offers + 1 / other_refusals))
        weight = model.weights[feature]
        found.append(
            Association(
                f"{int(offers)} offers, {int(refusals)} refusals",
                int(seen.sum()),
                _named(feature),
                ratio,
                ratio - Z95 * error,
                ratio + Z95 * error,
                weight.scaled,
                weight.weight,
                weight.sd,
            )
        )
    return found


def curves() -> dict[str, Any]:
    """Give the waiting curve from published points alone, from reviews alone, and as it is."""
    published = load_published()

    def with_share(share: float) -> Any:
        return build_curve(
            published | {"waits": published["waits"] | {"published_share": share}}, load_waits()
        )

    return {"published alone": with_share(1.0), "reviews alone": with_share(0.0), "model": shipped().waiting}


def points() -> list[tuple[str, float, float, float]]:
    """Give every published point beside the model's share still waiting among the answered."""
    waits, curve = load_published()["waits"], shipped().waiting
    found = []
    for pace, table in waits["offers"].items():
        for days, share in table["points"]:
            found.append((f"offers, {pace}", days, share, _among_answered(curve.offers[pace], days)))
    for days, share in waits["refusals"]["usual"]["points"]:
        found.append(("refusals", days, share, _among_answered(curve.refusals, days)))
    return found


def reviewers() -> list[tuple[str, int, float, float, float]]:
    """Give, by stage and result, the share of reviewers still waiting after some days beside the model's."""
    curve = shipped().waiting
    found = []
    for stage in ("final", "phone"):
        for result, name in (("yes", "offers"), ("no", "refusals")):
            days = np.array(
                [float(w["days"]) for w in load_waits() if w["stage"] == stage and w["offer"] == result]
            )
            for day in (3, 7, 14):
                waits = curve.offers["usual"] if result == "yes" else curve.refusals
                shift = curve.stage_shift[stage] if result == "yes" else 0.0
                share = (days >= day).mean()
                error = np.sqrt(max(share * (1 - share), 0.25 / len(days)) / len(days))
                found.append((f"{name} after {stage} ({len(days)})", day, float(share), float(error),
                              _among_answered(waits, day, shift)))  # fmt: skip
    return found


def _among_answered(waits: Any, days: float, shift: float = 0.0) -> float:
    return (still_waiting(waits, days, shift) - waits.never) / (1.0 - waits.never)


def next_steps_up(model: Model) -> list[tuple[str, float, float]]:
    """Give what a scheduled next round makes of a base rate, beside the base rate of the round after it."""
    weight = model.weights["next_round_scheduled", True].weight
    rates = {stage: rate for stage, (rate, _) in model.base_rates.stages.items()}
    pairs = (("phone", "first"), ("first", "later"))
    return [
        (f"{stage}, then {after}", float(expit(logit(rates[stage]) + weight)), rates[after])
        for stage, after in pairs
    ]


def _mantel_haenszel(rows: list[dict[str, str]], column: str, high: str, low: str) -> tuple[float, float]:
    """Give the log odds ratio of two values of a column within cells alike otherwise, with its error."""
    others = [name for name in ("experience", "difficulty", "channel", "process_days") if name != column]
    cells: dict[tuple[str, ...], dict[str, tuple[int, int]]] = {}
    for row in rows:
        key = tuple(row[name] for name in others)
        cells.setdefault(key, {})[row[column]] = (int(row["offers"]), int(row["no_offers"]))
    tables = [(*cell[high], *cell[low]) for cell in cells.values() if high in cell and low in cell]
    a, b, c, d = (np.array(part, dtype=float) for part in zip(*tables, strict=True))
    total = a + b + c + d
    top, bottom = a * d / total, b * c / total
    # The variance of Robins, Breslow and Greenland.
    right, left = (a + d) / total, (b + c) / total
    variance = (
        (right * top).sum() / (2 * top.sum() ** 2)
        + (right * bottom + left * top).sum() / (2 * top.sum() * bottom.sum())
        + (left * bottom).sum() / (2 * bottom.sum() ** 2)
    )
    return float(np.log(top.sum() / bottom.sum())), float(np.sqrt(variance))


def _ranks(values: Any) -> Any:
    return np.argsort(np.argsort(values))


def _named(feature: tuple[str, bool]) -> str:
    return f"{feature[0]}: {'yes' if feature[1] else 'no'}"


def counted_reviews() -> int:
    """Count the reviews in `review_counts.csv`."""
    return sum(int(row["offers"]) + int(row["no_offers"]) for row in read_rows("review_counts.csv"))


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a table of the evidence."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
