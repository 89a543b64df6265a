"""The model file: JSON under a protocol number, checked whole before a model is built from it.

Rule for the protocol number: raise it when a reader of the old number would misread a new file; keep the old
reader and its test. A field that an old reader may ignore needs no new number.
"""

from __future__ import annotations

import json
import math
import os
from typing import TYPE_CHECKING, Any

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.checklist import CHOICES
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.features import FEATURES
from interview_outcome.model import BaseRates, Covariance, Model, Weight
from interview_outcome.waiting import WaitingCurve, Waits

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FORMAT", "MOST_BYTES", "PROTOCOL", "from_data", "read", "save", "to_data"]

FORMAT = "interview-outcome-model"
PROTOCOL = 1
MOST_BYTES = 4_000_000
_STAGES = (*CHOICES["stage"], "unknown")
_WEIGHT_NUMBERS = ("weight", "sd", "published", "published_sd", "published_interviews", "offers", "refusals",
                   "case_weight")  # fmt: skip


def to_data(model: Model) -> dict[str, Any]:
    """Give a model as plain data, the content of its file."""
    curve, base = model.waiting, model.base_rates
    content: dict[str, Any] = {
        "format": FORMAT,
        "protocol": PROTOCOL,
        "version": model.version,
        "created": model.created,
        "weights": {
            signal: {
                word: [getattr(model.weights[signal, answer], key) for key in _WEIGHT_NUMBERS]
                + [model.weights[signal, answer].note]
                for word, answer in (("yes", True), ("no", False))
            }
            for signal in signals.ids
        },
        "covariance": {
            "diagonal": list(model.covariance.diagonal),
            "factors": [list(row) for row in model.covariance.factors],
            "signs": list(model.covariance.signs),
        },
        "base_rates": {
            "stages": {stage: list(base.stages[stage]) for stage in _STAGES},
            "offers_per_opening": base.offers_per_opening,
            "most": base.most,
            "candidates_sd": base.candidates_sd,
        },
        "combinations": {code: list(pair) for code, pair in model.combinations.items()},
        "waiting": {
            "offers": {pace: _waits_data(curve.offers[pace]) for pace in CHOICES["pace"]},
            "refusals": _waits_data(curve.refusals),
            "stage_shift": {stage: curve.stage_shift[stage] for stage in _STAGES},
            "relative_sd": curve.relative_sd,
        },
        "answer_shares": {signal: list(model.answer_shares[signal]) for signal in signals.ids},
        "provenance": model.provenance,
    }
    return content | {"sha256": _digest(content)}


def save(model: Model, path: str | Path) -> None:
    """Write a model to a file, whole or not at all."""
    from pathlib import Path

    path = Path(path)
    text = _written(to_data(model))
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        message = f"{path} cannot be written: {error.strerror}."
        problem = Problem("cannot_write", str(path), None, message, "Choose a folder that exists and is yours.")
        raise OutcomeError([problem]) from None


def read(path: str | Path) -> Model:
    """Read a model file; everything that is wrong with it is an `OutcomeError`."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123  pathlib would cost a first score too much
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise OutcomeError([Problem("cannot_read", str(path), None, message, "Check the path.")]) from None
    if len(raw) > MOST_BYTES:
        message = f"{path} is larger than {MOST_BYTES:,} bytes; no model file is."
        raise OutcomeError([Problem("too_large", str(path), None, message, "Check that it is a model file.")])
    try:
        data = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        message = f"{path} is not JSON: it is damaged, cut short, or no model file."
        raise OutcomeError([Problem("not_json", str(path), None, message, "Get the file again.")]) from None
    if isinstance(data, dict) and data.get("format") == FORMAT:
        content = {key: value for key, value in data.items() if key != "sha256"}
        if data.get("sha256") != _digest(content):
            message = f"{path}: sha256 does not fit the content: it was damaged or changed by hand."
            raise OutcomeError([Problem("bad_sha256", "sha256", data.get("sha256"), message, "Get the file again.")])
    return from_data(data, str(path))


def read_shipped(path: str) -> Model:
    """Read the model that comes with the package, which the installer has checked."""
    with open(path, "rb") as file:  # noqa: PTH123
        return from_data(json.load(file), path)


def from_data(data: Any, path: str = "model") -> Model:
    """Build a model from plain data, after it was checked whole."""
    _check_head(data, path)
    audit = _Audit(path)
    version = audit.text(data, "version")
    created = audit.text(data, "created")
    weights = _read_weights(audit, audit.table(data, "weights", signals.ids))
    covariance = _read_covariance(audit, audit.table(data, "covariance", ("diagonal", "factors", "signs")))
    base_rates = _read_base_rates(audit, data)
    combinations = {
        code: (pair[0], audit.positive("combinations", code, pair[1]))
        for code, pair in audit.rows(data, "combinations", _COMBINATIONS, 2).items()
    }
    waiting = _read_waiting(audit, data)
    shares = {
        signal: (audit.share("answer_shares", signal, pair[0]), audit.share("answer_shares", signal, pair[1]))
        for signal, pair in audit.rows(data, "answer_shares", signals.ids, 2).items()
    }
    provenance = audit.mapping(data, "provenance")
    audit.close()
    return Model(version, created, weights, covariance, base_rates, combinations, waiting, shares, provenance)


def _check_head(data: Any, path: str) -> None:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        message = f"{path} is JSON, but not a model file of this library."
        raise OutcomeError([Problem("not_a_model", path, None, message, "outcome.fit(...).save(path) makes one.")])
    protocol = data.get("protocol")
    if type(protocol) is int and protocol > PROTOCOL:
        message = f"{path} has protocol {protocol}; this version of the library reads up to {PROTOCOL}."
        raise OutcomeError([Problem("future_protocol", path, protocol, message, "Update interview-outcome.")])
    if type(protocol) is not int or protocol != PROTOCOL:
        message = f"{path} has protocol {shown(protocol)}; allowed: {PROTOCOL}."
        raise OutcomeError([Problem("bad_protocol", path, protocol, message, "Get the file again.")])


_COMBINATIONS = tuple(combination.code for combination in rules.COMBINATIONS)


class _Audit:
    """Gathers everything that is wrong with a file, and gives harmless values until it is closed."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._problems: list[Problem] = []

    def say(self, place: str, value: object, what: str) -> None:
        message = f"{self._path}: {place} {what}."
        self._problems.append(Problem("bad_model_file", place, value, message, "Get the file again, or fit anew."))

    def close(self) -> None:
        if self._problems:
            raise OutcomeError(self._problems[:20])

    def number(self, place: str, value: object) -> float:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
            return value
        self.say(place, value, f"is {shown(value)}; allowed: a finite number")
        return 0.5

    def share(self, place: str, key: str, value: object) -> float:
        number = self.number(f"{place}.{key}", value)
        if not 0.0 < number < 1.0:
            self.say(f"{place}.{key}", value, f"is {shown(value)}; allowed: between 0 and 1")
        return number

    def positive(self, place: str, key: str, value: object) -> float:
        number = self.number(f"{place}.{key}", value)
        if number < 0:
            self.say(f"{place}.{key}", value, f"is {shown(value)}; allowed: 0 or more")
        return number

    def text(self, table: dict[str, Any], key: str) -> str:
        value = table.get(key)
        if isinstance(value, str) and len(value) <= 1000:
            return value
        self.say(key, value, f"is {shown(value)}; allowed: a text")
        return ""

    def mapping(self, table: dict[str, Any], key: str) -> dict[str, Any]:
        value = table.get(key)
        if isinstance(value, dict):
            return value
        self.say(key, value, f"is {shown(value)}; allowed: a table")
        return {}

    def table(self, outer: dict[str, Any], key: str, keys: tuple[str, ...]) -> dict[str, Any]:
        """Give a table that has exactly some keys."""
        found = self.mapping(outer, key)
        if set(found) != set(keys):
            missing, unknown = sorted(set(keys) - set(found)), sorted(set(found) - set(keys))
            self.say(key, None, f"lacks {shown(missing)} and has {shown(unknown)}, which it should not")
            return {}
        return found

    def numbers(self, place: str, value: object, length: int) -> list[float]:
        if isinstance(value, list) and len(value) == length:
            return [self.number(f"{place}[{at}]", item) for at, item in enumerate(value)]
        self.say(place, None, f"is no list of {length} numbers")
        return [0.5] * length

    def rows(self, outer: dict[str, Any], key: str, keys: tuple[str, ...], length: int) -> dict[str, list[float]]:
        """Give a table of lists of numbers."""
        table = self.table(outer, key, keys)
        return {name: self.numbers(f"{key}.{name}", table[name], length) for name in keys if name in table}


def _read_weights(audit: _Audit, table: dict[str, Any]) -> dict[tuple[str, bool], Weight]:
    weights = {}
    for signal in table:
        both = audit.table(table, signal, ("yes", "no"))
        for word, answer in (("yes", True), ("no", False)):
            row = both.get(word)
            place = f"weights.{signal}.{word}"
            if not isinstance(row, list) or not row or not isinstance(row[-1], str):
                audit.say(place, None, "is no list of numbers with a note")
                continue
            values = audit.numbers(place, row[:-1], len(_WEIGHT_NUMBERS))
            weight = Weight(signal, answer, *values, row[-1])  # type: ignore[arg-type]
            audit.positive(place, "sd", weight.sd)
            direction = {"+": 1.0, "-": -1.0, "0": 0.0}[signals[signal].direction] * (1.0 if answer else -1.0)
            if weight.weight * direction < 0 or abs(weight.weight) > MOST_LOG_ODDS:
                audit.say(place, weight.weight, f"is {weight.weight}, against the direction of the signal or too large")
            weights[signal, answer] = weight
    return {feature: weights[feature] for feature in FEATURES if feature in weights}


MOST_LOG_ODDS = 20.0


def _read_covariance(audit: _Audit, table: dict[str, Any]) -> Covariance:
    if not table:
        return Covariance((), (), ())
    diagonal = audit.numbers("covariance.diagonal", table["diagonal"], len(FEATURES))
    signs = table["signs"]
    factors = table["factors"]
    if not (isinstance(signs, list) and isinstance(factors, list) and len(signs) == len(factors) <= len(FEATURES)):
        audit.say("covariance", None, "has another number of signs than of factors")
        return Covariance((), (), ())
    if not all(sign in (1.0, -1.0) for sign in signs):
        audit.say("covariance.signs", None, "holds something else than 1 and -1")
    rows = [audit.numbers(f"covariance.factors[{at}]", row, len(FEATURES)) for at, row in enumerate(factors)]
    return Covariance(tuple(diagonal), tuple(map(tuple, rows)), tuple(map(float, signs)))


def _read_base_rates(audit: _Audit, data: dict[str, Any]) -> BaseRates:
    table = audit.table(data, "base_rates", ("stages", "offers_per_opening", "most", "candidates_sd"))
    if not table:
        return BaseRates({}, 0.5, 0.5, 0.5)
    stages = {
        stage: (audit.share("base_rates", stage, pair[0]), audit.positive("base_rates", f"{stage} sd", pair[1]))
        for stage, pair in audit.rows(table, "stages", _STAGES, 2).items()
    }
    offers = audit.positive("base_rates", "offers_per_opening", table["offers_per_opening"])
    most = audit.share("base_rates", "most", table["most"])
    return BaseRates(stages, offers, most, audit.positive("base_rates", "candidates_sd", table["candidates_sd"]))


def _read_waiting(audit: _Audit, data: dict[str, Any]) -> WaitingCurve:
    table = audit.table(data, "waiting", ("offers", "refusals", "stage_shift", "relative_sd"))
    if not table:
        return WaitingCurve({}, Waits(0.5, 0.5, 0.5), {}, 0.5)
    offers = audit.table(table, "offers", CHOICES["pace"])
    shifts = audit.table(table, "stage_shift", _STAGES)
    return WaitingCurve(
        {pace: _read_waits(audit, f"waiting.offers.{pace}", offers[pace]) for pace in offers},
        _read_waits(audit, "waiting.refusals", table["refusals"]),
        {stage: audit.number(f"waiting.stage_shift.{stage}", shifts[stage]) for stage in shifts},
        audit.positive("waiting", "relative_sd", table["relative_sd"]),
    )


def _read_waits(audit: _Audit, place: str, value: object) -> Waits:
    log_mean, log_sd, never = audit.numbers(place, value, 3)
    if log_sd <= 0:
        audit.say(place, log_sd, f"has a standard deviation of {log_sd}; allowed: more than 0")
    return Waits(log_mean, log_sd, audit.share(place, "never", never))


def _waits_data(waits: Waits) -> list[float]:
    return [waits.log_mean, waits.log_sd, waits.never]


def _digest(content: dict[str, Any]) -> str:
    import hashlib

    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _written(data: dict[str, Any]) -> str:
    """Write JSON with one signal a line, so that a change can be read in a diff."""
    parts = []
    for key, value in data.items():
        if key in ("weights", "answer_shares"):
            rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in value.items())
            parts.append(f"{json.dumps(key)}: {{\n{rows}\n }}")
        elif key == "covariance":
            factors = ",\n".join(f"   {json.dumps(row)}" for row in value["factors"])
            head = f'"diagonal": {json.dumps(value["diagonal"])},\n  "signs": {json.dumps(value["signs"])}'
            parts.append(f'"covariance": {{\n  {head},\n  "factors": [\n{factors}\n  ]\n }}')
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, indent=2, allow_nan=False)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _no_constant(name: str) -> float:
    raise ValueError(name)
