"""A model as plain data, and back: what stands in a model file, said once in each direction.

Rule for the protocol number: raise it when a reader of the old number would misread a new file; keep the old
reader and its test. What an old reader may leave aside stands in ``provenance`` and needs no new number.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import CHOICES
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.features import FEATURES, Feature
from interview_outcome.model import BaseRates, Model
from interview_outcome.model_audit import Audit
from interview_outcome.waiting import WaitingCurve, Waits
from interview_outcome.weights import Covariance, Weight

__all__ = ["FORMAT", "LARGEST_WEIGHT", "OFFERS_PER_OPENING", "PROTOCOL", "STAGES", "from_data", "to_data"]

FORMAT = "interview-outcome-model"
PROTOCOL = 1
STAGES = (*CHOICES["stage"], "unknown")
_COMBINATIONS = tuple(combination.code for combination in rules.COMBINATIONS)
_WORDS = (("yes", True), ("no", False))
_NUMBERS = 8  # of a weight: all its fields between the answer and the note
LARGEST_WEIGHT = 20.0
_NOT_KNOWN_THEN = "This model was made before the signal was known, and gives it no weight."
OFFERS_PER_OPENING = (1e-6, 1e3)


def to_data(model: Model) -> dict[str, Any]:
    """Give a model as plain data.

    Examples
    --------
    >>> from interview_outcome.model import shipped
    >>> data = to_data(shipped())
    >>> list(data)[:5], from_data(data) == shipped()
    (['format', 'protocol', 'version', 'created', 'weights'], True)
    """
    curve, base = model.waiting, model.base_rates
    return {
        "format": FORMAT,
        "protocol": PROTOCOL,
        "version": model.version,
        "created": model.created,
        "weights": {
            signal: {word: list(model.weights[signal, answer][2:]) for word, answer in _WORDS}
            for signal in signals.ids
        },
        "covariance": {
            "diagonal": list(model.covariance.diagonal),
            "factors": [list(row) for row in model.covariance.factors],
            "signs": list(model.covariance.signs),
        },
        "base_rates": {
            "stages": {stage: list(base.stages[stage]) for stage in STAGES},
            "offers_per_opening": base.offers_per_opening,
            "most": base.most,
            "candidates_sd": base.candidates_sd,
        },
        "combinations": {code: list(model.combinations[code]) for code in _COMBINATIONS},
        "waiting": {
            "offers": {pace: list(curve.offers[pace]) for pace in CHOICES["pace"]},
            "refusals": list(curve.refusals),
            "stage_shift": {stage: curve.stage_shift[stage] for stage in STAGES},
            "relative_sd": curve.relative_sd,
        },
        "answer_shares": {signal: list(model.answer_shares[signal]) for signal in signals.ids},
        "provenance": model.provenance,
    }


def from_data(data: Any, path: str = "model") -> Model:
    """Build a model from plain data, after it was checked whole; what is wrong is an `OutcomeError`."""
    _check_head(data, path)
    audit = Audit(path)
    version, created = audit.text(data, "version"), _created(audit, data)
    own = audit.names(data, "weights")
    weights = _weights(audit, audit.table(data, "weights", own))
    covariance = _covariance(audit, audit.table(data, "covariance", ("diagonal", "factors", "signs")), own)
    base_rates = _base_rates(audit, data)
    combinations = {
        code: (audit.number(code, first, -LARGEST_WEIGHT, LARGEST_WEIGHT), audit.spread(code, second))
        for code, (first, second) in audit.pairs(
            data, "combinations", audit.names(data, "combinations")
        ).items()
    }
    combinations = {code: combinations.get(code, (0.0, 0.0)) for code in _COMBINATIONS}
    waiting = _waiting(audit, data)
    shares = {
        signal: (
            audit.share(f"answer_shares.{signal}", first),
            audit.share(f"answer_shares.{signal}", second),
        )
        for signal, (first, second) in audit.pairs(data, "answer_shares", own).items()
    }
    shares = {signal: shares.get(signal, (0.5, 0.5)) for signal in signals.ids}
    provenance = data.get("provenance")
    if not isinstance(provenance, dict):
        audit.say("provenance", provenance, f"is {shown(provenance)}; allowed: a table")
    audit.plain("provenance", provenance)
    audit.close()
    return Model(version, created, weights, covariance, base_rates, combinations, waiting, shares, provenance)


def _check_head(data: Any, path: str) -> None:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = f"{path} is JSON, but not a model file of this library."
        raise OutcomeError(
            [Problem("not_a_model", path, None, message, "outcome.fit(...).save(path) makes one.")]
        )
    protocol = data.get("protocol")
    if type(protocol) is int and protocol > PROTOCOL:
        message = (
            f"{path} has protocol {shown(protocol)}; this version of the library reads up to {PROTOCOL}."
        )
        raise OutcomeError([Problem("future_protocol", path, protocol, message, "Update interview-outcome.")])
    if type(protocol) is not int or protocol != PROTOCOL:
        message = f"{path} has protocol {shown(protocol)}; allowed: {PROTOCOL}."
        raise OutcomeError([Problem("bad_protocol", path, protocol, message, "Get the file again.")])


def _created(audit: Audit, data: dict[str, Any]) -> str:
    created = audit.text(data, "created")
    try:
        date.fromisoformat(created)
    except ValueError:
        audit.say("created", created, f"is {shown(created)}; allowed: a date as year-month-day")
    return created


def _weights(audit: Audit, table: dict[str, Any]) -> dict[Feature, Weight]:
    weights = {}
    for signal in table:
        both = audit.table(table, signal, ("yes", "no"))
        for word, answer in _WORDS:
            if word in both:
                weight = _weight(audit, signal, answer, both[word])
                _check_weight(audit, f"weights.{signal}.{word}", weight)
                weights[signal, answer] = weight
    return {feature: weights.get(feature) or _weightless(*feature) for feature in FEATURES}


def _weightless(signal: str, answer: bool) -> Weight:  # noqa: FBT001  a feature
    """Give the weight of a signal that was not known when the file was written: none, and unsure by the catalogue."""
    return Weight(
        signal, answer, 0.0, signals[signal].sd, 0.0, signals[signal].sd, 0.0, 0, 0, 0.0, _NOT_KNOWN_THEN
    )


def _weight(audit: Audit, signal: str, answer: bool, row: Any) -> Weight:  # noqa: FBT001  a feature
    place = f"weights.{signal}.{'yes' if answer else 'no'}"
    if not (isinstance(row, list) and len(row) == _NUMBERS + 1):
        audit.say(place, None, f"is no list of {_NUMBERS} numbers and a note")
        row = [0.0] * _NUMBERS + [""]
    note = audit.text({f"{place}.note": row[-1]}, f"{place}.note")
    return Weight(signal, answer, *audit.numbers(place, row[:-1], _NUMBERS), note)  # type: ignore[arg-type, call-arg]


def _check_weight(audit: Audit, place: str, weight: Weight) -> None:
    """Hold a weight to its sign, and what else is counted or measured to 0 and more."""
    audit.number(place, weight.weight, -LARGEST_WEIGHT, LARGEST_WEIGHT)
    known = weight.signal in signals  # a signal that was given up is read over
    direction = {"+": 1.0, "-": -1.0, "0": 0.0}[signals[weight.signal].direction if known else "0"]
    if weight.weight * direction * (1.0 if weight.answer else -1.0) < 0:
        audit.say(place, weight.weight, f"is {weight.weight}, against the direction of its signal")
    if min(weight.sd, weight.scaled_sd, weight.published_interviews, weight.case_weight) < 0:
        audit.say(place, None, "has a negative spread or number of interviews")
    for count in (weight.offers, weight.refusals):
        if type(count) is not int or count < 0:
            audit.say(place, count, f"has {shown(count)} interviews; allowed: whole numbers, 0 or more")


def _covariance(audit: Audit, table: dict[str, Any], own: tuple[str, ...]) -> Covariance:
    """Read the covariance, which stands in the order of the file's own signals, in the order of `FEATURES`."""
    if not table:
        return Covariance((), (), ())
    features = [(signal, answer) for signal in own for _, answer in _WORDS]
    diagonal = audit.numbers("covariance.diagonal", table["diagonal"], len(features))
    signs, factors = table["signs"], table["factors"]
    if not (
        isinstance(signs, list) and isinstance(factors, list) and len(signs) == len(factors) <= len(features)
    ):
        audit.say("covariance", None, "has another number of signs than of factors")
        return Covariance((), (), ())
    if not all(type(sign) is float and sign in (1.0, -1.0) for sign in signs):
        audit.say("covariance.signs", signs, "holds something else than 1.0 and -1.0")
    rows = [audit.numbers(f"covariance.factors[{at}]", row, len(features)) for at, row in enumerate(factors)]
    if own != signals.ids:
        place = {feature: at for at, feature in enumerate(features)}
        unsure = [signals[signal].sd ** 2 for signal, _ in FEATURES]
        diagonal = [
            diagonal[place[each]] if each in place else unsure[at] for at, each in enumerate(FEATURES)
        ]
        rows = [[row[place[each]] if each in place else 0.0 for each in FEATURES] for row in rows]
    return Covariance(tuple(diagonal), tuple(map(tuple, rows)), tuple(signs))


def _base_rates(audit: Audit, data: dict[str, Any]) -> BaseRates:
    table = audit.table(data, "base_rates", ("stages", "offers_per_opening", "most", "candidates_sd"))
    if not table:
        return BaseRates({}, 0.5, 0.5, 0.5)
    stages = {
        stage: (audit.share(f"base_rates.{stage}", rate), audit.spread(f"base_rates.{stage} sd", sd))
        for stage, (rate, sd) in audit.pairs(table, "stages", STAGES).items()
    }
    return BaseRates(
        stages,
        audit.number("base_rates.offers_per_opening", table["offers_per_opening"], *OFFERS_PER_OPENING),
        audit.share("base_rates.most", table["most"]),
        audit.spread("base_rates.candidates_sd", table["candidates_sd"]),
    )


def _waiting(audit: Audit, data: dict[str, Any]) -> WaitingCurve:
    table = audit.table(data, "waiting", ("offers", "refusals", "stage_shift", "relative_sd"))
    if not table:
        return WaitingCurve({}, Waits(0.5, 0.5, 0.5), {}, 0.5)
    offers = audit.table(table, "offers", CHOICES["pace"])
    shifts = audit.table(table, "stage_shift", STAGES)
    return WaitingCurve(
        {pace: _waits(audit, f"waiting.offers.{pace}", offers[pace]) for pace in offers},
        _waits(audit, "waiting.refusals", table["refusals"]),
        {stage: audit.number(f"waiting.stage_shift.{stage}", shifts[stage]) for stage in shifts},
        audit.spread("waiting.relative_sd", table["relative_sd"]),
    )


def _waits(audit: Audit, place: str, value: object) -> Waits:
    log_mean, log_sd, never = audit.numbers(place, value, 3)
    return Waits(log_mean, audit.number(f"{place} sd", log_sd, 1e-3), audit.share(f"{place} never", never))
