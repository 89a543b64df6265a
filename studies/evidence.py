"""The evidence in ``data/``: coded interviews, waits and published figures."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist, parse

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Case:
    """One coded interview: what was seen, how it ended, who told it and when."""

    checklist: Checklist
    offer: bool
    author: str
    written: str
    stage: str
    field: str


def load_cases(path: Path = DATA / "cases.csv", *, as_coded: bool = False) -> list[Case]:
    """Read the coded interviews.

    Left out is what does not mean there what it means in a checklist: `candidates`, not always counted in
    this round; and, in rows of later and final rounds, `next_round_scheduled`, an earlier round that was
    passed (``as_coded`` keeps it).
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    coded = {"stage"} | {signal.id for signal in signals if signal.coded}
    return [
        Case(
            parse({key: row[key] for key in coded if as_coded or key not in _other_meaning(row["stage"])}),
            row["offer"] == "yes",
            row["author"],
            row["written"],
            row["stage"] or "unknown",
            row["field"],
        )
        for row in rows
    ]


def _other_meaning(stage: str) -> set[str]:
    return {"next_round_scheduled"} if stage in ("later", "final") else set()


def load_waits(path: Path = DATA / "wait_times.csv") -> list[dict[str, str]]:
    """Read the waits of answered candidates who had not asked first."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["asked_first"] == "no"]


def load_published(path: Path = DATA / "published.toml") -> dict[str, Any]:
    """Read the published figures."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def hashes() -> dict[str, str]:
    """Give the SHA-256 of everything that the model is built from."""
    files = ("cases.csv", "wait_times.csv", "published.toml", "settings.toml")
    found = {f"data/{name}": hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in files}
    # The catalogue is hashed by what the model takes from it, so that better wording changes no model.
    return found | {"catalogue": hashlib.sha256(_catalogue_numbers()).hexdigest()}


def _catalogue_numbers() -> bytes:
    rows = [
        f"{signal.id},{signal.family},{signal.direction},{signal.weight_yes},{signal.weight_no},{signal.sd},{signal.coded}"
        for signal in signals
    ]
    return "\n".join(rows).encode("ascii")
