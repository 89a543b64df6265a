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


def load_cases(path: Path = DATA / "cases.csv") -> list[Case]:
    """Read the coded interviews. `candidates` is left out: it was not always counted in this round."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    coded = {signal.id for signal in signals if signal.coded}
    return [
        Case(
            parse({key: value for key, value in row.items() if key in coded or key == "stage"}),
            row["offer"] == "yes",
            row["author"],
            row["written"],
            row["stage"] or "unknown",
            row["field"],
        )
        for row in rows
    ]


def load_waits(path: Path = DATA / "wait_times.csv") -> list[dict[str, str]]:
    """Read the waits of answered candidates who had not asked first."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["asked_first"] == "no"]


def load_published(path: Path = DATA / "published.toml") -> dict[str, Any]:
    """Read the published figures."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def hashes() -> dict[str, str]:
    """Give the SHA-256 of every file that the model is built from."""
    package = Path(__file__).parents[1] / "src" / "interview_outcome"
    names = {
        "data/cases.csv": DATA / "cases.csv",
        "data/wait_times.csv": DATA / "wait_times.csv",
        "data/published.toml": DATA / "published.toml",
        "data/settings.toml": DATA / "settings.toml",
        "signals.toml": package / "signals.toml",
    }
    # Weights are hashed by what the model takes from the catalogue, so that better wording changes no model.
    return {
        name: hashlib.sha256(_catalogue_numbers() if name == "signals.toml" else path.read_bytes()).hexdigest()
        for name, path in names.items()
    }


def _catalogue_numbers() -> bytes:
    rows = [
        f"{signal.id},{signal.family},{signal.direction},{signal.weight_yes},{signal.weight_no},{signal.sd},{signal.coded}"
        for signal in signals
    ]
    return "\n".join(rows).encode("ascii")
