"""Models in files: JSON, bounded in size, with a checksum, written whole or not at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.model_data import from_data, to_data
from interview_outcome.new_file import new_file, parse_path, told_as_problem

if TYPE_CHECKING:
    from pathlib import Path

    from interview_outcome.model import Model

__all__ = ["MOST_BYTES", "read", "read_shipped", "save"]

MOST_BYTES = 4_000_000
_CHECKSUM = "sha256"


def save(model: Model, path: str | Path) -> None:
    """Write a model to a file, whole or not at all; a model that could not be read again is not written."""
    data = to_data(model)
    from_data(data)
    raw = _written(data | {_CHECKSUM: _digest(data)}).encode("ascii")
    if len(raw) > MOST_BYTES:
        message = f"The model has {len(raw):,} bytes as a file; allowed: {MOST_BYTES:,}."
        hint = "Its provenance is free text, such as names of columns: make it shorter."
        raise OutcomeError([Problem("too_large", "provenance", len(raw), message, hint)])
    with new_file(path) as file, told_as_problem(path):
        file.write(raw)


def read(path: str | Path) -> Model:
    """Read a model file; everything that is wrong with it is an `OutcomeError`."""
    name = parse_path(path)
    raw = _bytes(name)
    try:
        data = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_doubles)
        digest = _digest(data) if isinstance(data, dict) else ""
    except (ValueError, RecursionError):
        message = f"{name} is not JSON: it is damaged, cut short, or no model file."
        raise OutcomeError([Problem("not_json", name, None, message, "Get the file again.")]) from None
    model = from_data(data, name)
    if data.get(_CHECKSUM) != digest:
        message = f"{name}: {_CHECKSUM} does not fit the content: it was damaged or changed by hand."
        hint = "Get the file again."
        raise OutcomeError([Problem("bad_checksum", _CHECKSUM, data.get(_CHECKSUM), message, hint)])
    return model


def read_shipped(path: str) -> Model:
    """Read the model that comes with the package, which the installer has checked."""
    with open(path, "rb") as file:  # noqa: PTH123  pathlib would cost a first score too much
        return from_data(json.load(file), path)


def _bytes(name: str) -> bytes:
    try:
        with open(name, "rb") as file:  # noqa: PTH123  a path that is text already
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{name} cannot be read: {error.strerror}."
        raise OutcomeError([Problem("cannot_read", name, None, message, "Check the path.")]) from None
    if len(raw) > MOST_BYTES:
        message = f"{name} is larger than {MOST_BYTES:,} bytes; no model file is."
        raise OutcomeError([Problem("too_large", name, None, message, "Check that it is a model file.")])
    return raw


def _digest(data: dict[str, Any]) -> str:
    import hashlib

    content = {key: value for key, value in data.items() if key != _CHECKSUM}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)
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
            parts.append(f"{json.dumps(key)}: {json.dumps(value, indent=2)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found
