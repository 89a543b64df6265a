"""JSON Schema of a model file; what a schema cannot say, such as the checksum, the audit holds besides."""

from __future__ import annotations

from typing import Any

from interview_outcome.checklist_values import CHOICES
from interview_outcome.model_data import FORMAT, LARGEST_WEIGHT, OFFERS_PER_OPENING, PROTOCOL, STAGES

__all__ = ["model_file"]

_NUMBER = {"type": "number"}
_SPREAD = {"type": "number", "minimum": 0}
_SHARE = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}
_COUNT = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string", "maxLength": 1000}
_WEIGHT = {"type": "number", "minimum": -LARGEST_WEIGHT, "maximum": LARGEST_WEIGHT}
_NAME = {"pattern": r"^[^\W\d]\w{0,99}$"}


def model_file() -> dict[str, Any]:
    """Give the JSON Schema of a model file.

    >>> model_file()["properties"]["protocol"]
    {'const': 1}
    """
    # As the fields of `Weight` stand: weight, sd, scaled, its sd and worth, offers, refusals, what they count for.
    weight = _row(_WEIGHT, _SPREAD, _NUMBER, _SPREAD, _SPREAD, _COUNT, _COUNT, _SPREAD, _TEXT)
    waits = _row(_NUMBER, {"type": "number", "minimum": 1e-3}, _SHARE)
    fields: dict[str, Any] = {
        "format": {"const": FORMAT},
        "protocol": {"const": PROTOCOL},
        "version": _TEXT,
        "created": {"type": "string", "format": "date"},
        "weights": _by_name(_object({"yes": weight, "no": weight})),
        "covariance": _object({
            "diagonal": {"type": "array", "items": _NUMBER},
            "factors": {"type": "array", "items": {"type": "array", "items": _NUMBER}},
            "signs": {"type": "array", "items": {"enum": [1.0, -1.0]}},
        }),
        "base_rates": _object({
            "stages": _object(dict.fromkeys(STAGES, _row(_SHARE, _SPREAD))),
            "offers_per_opening": {
                "type": "number", "minimum": OFFERS_PER_OPENING[0], "maximum": OFFERS_PER_OPENING[1],
            },
            "most": _SHARE,
            "candidates_sd": _SPREAD,
        }),
        "combinations": _by_name(_row(_WEIGHT, _SPREAD)),
        "waiting": _object({
            "offers": _object(dict.fromkeys(CHOICES["pace"], waits)),
            "refusals": waits,
            "stage_shift": _object(dict.fromkeys(STAGES, _NUMBER)),
            "relative_sd": _SPREAD,
        }),
        "answer_shares": _by_name(_row(_SHARE, _SHARE)),
        "provenance": {"type": "object"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }  # fmt: skip
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "Model of interview outcomes", **_object(fields)}


def _row(*items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "prefixItems": list(items), "items": False, "minItems": len(items)}


def _by_name(values: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": _NAME, "additionalProperties": values}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
