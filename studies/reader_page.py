"""The figures and the table of ``docs/explanation/reading.md``, from ``data/reader_study.json``."""

from __future__ import annotations

import json
import math
from typing import Any

from evidence import DATA
from tables import table

from interview_outcome.reading import word_weights

RESULTS = DATA / "reader_study.json"
SENTENCES = DATA / "sentences.jsonl"
# Each way of reading, with its name for people.
WAYS = {
    "library": "the library: phrases, grammar and words",
    "grammar": "phrases and grammar, without the words",
    "plain": "phrases alone, without grammar",
    "spacy": "the same phrases in spaCy's matcher",
    "rapidfuzz": "likeness to example sentences (rapidfuzz)",
}
HEADINGS = (
    "way of reading",
    "notes",
    "precision",
    "recall",
    "F1",
    "yes read as no, or no as yes",
    "ms for 200 words",
)


def values() -> dict[str, str]:
    """Give every figure and table of the page by its name."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    parts = results["library"]
    rows = [_row(WAYS[way], part, results[way][part]) for part in parts for way in WAYS]
    return {
        "notes": str(sum(part["notes"] for part in parts.values())),
        "choice": str(parts["choice"]["notes"]),
        "labels": str(sum(part["labels"] for part in parts.values())),
        "table": table(HEADINGS, rows),
        "bounds": _bounds(results["bounds"]),
        "sentences": f"{len(SENTENCES.read_text(encoding='utf-8').splitlines()):,}",
        "doubted": _signed(word_weights.DOUBTED),
        "one_in": str(round(1 + math.exp(-word_weights.DOUBTED))),
        "believed": _signed(word_weights.BELIEVED),
    }


def _bounds(found: list[dict[str, float]]) -> str:
    """Write precision and recall for each pair of bounds: rows doubt, columns believe."""
    columns = sorted({row["believed"] for row in found})
    cells = {
        (row["doubted"], row["believed"]): f"{row['precision']:.3f}, {row['recall']:.3f}" for row in found
    }
    rows = [
        (_signed(doubted), *(cells[doubted, believed] for believed in columns))
        for doubted in sorted({row["doubted"] for row in found})
    ]
    return table(("a phrase is doubted below", *(f"believed above {_signed(one)}" for one in columns)), rows)


def _signed(log_odds: float) -> str:
    return f"{log_odds:+g}".replace("-", "−") if log_odds else "0"


def _row(way: str, name: str, part: dict[str, Any]) -> tuple[str, ...]:
    right, wrong, missed = part["right"], part["wrong"], part["missed"]
    return (
        way,
        name,
        f"{right / (right + wrong):.2f}",
        f"{right / (right + missed):.2f}",
        f"{2 * right / (2 * right + wrong + missed):.2f}",
        str(part["yes_as_no"] + part["no_as_yes"]),
        f"{part['milliseconds']:.1f}",
    )
