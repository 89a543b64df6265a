"""JSON Schema of what goes in and what comes out, for forms, web services and language models."""

from __future__ import annotations

from typing import Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import CANDIDATES_MOST, CHOICES, DATE_KEYS
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.names import nearest

__all__ = ["SCHEMAS", "schema"]

SCHEMAS = ("checklist", "estimate", "model")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CONTEXT = {
    "stage": "Which round is just behind you?",
    "interviewer": "Who led the talk?",
    "pace": "How fast does this kind of employer answer?",
    "candidates": "How many people are still in the running, you included?",
    "structured": "Does everybody get the same set questions?",
    "interviewed_on": "On which day was the interview?",
    "contact_by": "By which day did they say that you would hear from them?",
    "contacted_on": "On which day did you ask them where you stand?",
    "heard_on": "On which day did you last hear from them?",
}


def schema(what: str = "checklist") -> dict[str, Any]:
    """Give the JSON Schema of a checklist, of an estimate or of a model file.

    Parameters
    ----------
    what : {"checklist", "estimate", "model"}
        The input of `score`, what `Estimate.to_dict` gives, or what `Model.save` writes.

    Returns
    -------
    dict
        A schema of draft 2020-12, made anew at each call.

    Raises
    ------
    OutcomeError
        For another name.

    Examples
    --------
    >>> found = schema()
    >>> found["additionalProperties"], len(found["properties"]), found["properties"]["stage"]["enum"]
    (False, 81, ['phone', 'first', 'later', 'final', None])
    >>> found["properties"]["cut_short"]["description"], found["properties"]["stage"]["description"]
    ('Was the interview clearly shorter than planned?', 'Which round is just behind you?')
    """
    if isinstance(what, str) and what in SCHEMAS:
        return {"checklist": _checklist, "estimate": _estimate, "model": _model}[what]()
    near = nearest(what, SCHEMAS) if isinstance(what, str) else None
    message = f"what is {shown(what)}; allowed: {', '.join(SCHEMAS)}."
    hint = f"Did you mean {near!r}?" if near else "Write 'checklist'."
    raise OutcomeError([Problem("unknown_schema", "what", what, message, hint)])


def _model() -> dict[str, Any]:
    from interview_outcome.model_schema import model_file

    return model_file()


def _checklist() -> dict[str, Any]:
    properties: dict[str, Any] = {
        signal.id: {"enum": [True, False, None], "description": signal.question} for signal in signals
    }
    for key, question in _CONTEXT.items():
        properties[key] = {"description": question} | _values(key)
    return {
        "$schema": _DIALECT,
        "title": "Checklist of a job interview",
        "description": "What was seen of one interview. Leave out what is not known, or cannot be known yet: "
        "unknown is never a no.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _values(key: str) -> dict[str, Any]:
    if key in CHOICES:
        return {"enum": [*CHOICES[key], None]}
    if key in DATE_KEYS:
        return {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if key == "candidates":
        return {"type": ["integer", "null"], "minimum": 1, "maximum": CANDIDATES_MOST}
    return {"enum": [True, False, None]}


def _estimate() -> dict[str, Any]:
    likelihood = {"type": "number", "minimum": 0, "maximum": 1}
    text = {"type": "string"}
    reason = {
        "signal": text,
        "answer": {"enum": [True, False, None]},
        "log_odds": {"type": "number"},
        "sd": {"type": "number", "minimum": 0},
        "points": {"type": "number", "minimum": -1, "maximum": 1},
        "text": text,
        "source": text,
    }
    remark = {"code": text, "signals": {"type": "array", "items": text}, "text": text, "claim": text}
    fields: dict[str, Any] = {
        "likelihood": likelihood,
        "interval": {"type": "array", "items": likelihood, "minItems": 2, "maxItems": 2},
        "level": likelihood,
        "band": text,
        "base_rate": likelihood,
        "best_case": likelihood,
        "worst_case": likelihood,
        "reasons": {"type": "array", "items": _object(reason)},
        "remarks": {"type": "array", "items": _object(remark)},
        "model_version": text,
        "model_date": text,
    }
    title = "Estimate of the likelihood of an offer"
    return {"$schema": _DIALECT, "title": title, **_object(fields)}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
