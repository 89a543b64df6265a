"""How well letters are reviewed: precision and recall by kind of fault on the labelled sample letters.

python studies/letters.py             the tables of docs/explanation/letters.md

A fault counts once a letter: it is found where the review has one of its kind.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interview_outcome.advice.letter_review import FAULT_KINDS, review_letter

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[1] / "tests" / "advice" / "letters" / "samples.jsonl"
Sample = dict[str, Any]


def main() -> None:
    """Print the tables."""
    samples = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    for title, origin, found in (
        ("rules unknown to the writer, first review", "rules unknown", first_found),
        ("rules unknown to the writer, today", "rules unknown", found_today),
        ("rules known to the writer, today", "rules known", found_today),
    ):
        print(f"### {title}\n\n{table([one for one in samples if one['origin'] == origin], found)}\n")


def first_found(sample: Sample) -> list[str]:
    """Give the kinds of fault that the first review of this letter found, before a rule was changed after seeing it."""
    return list(sample["first_found"])


def found_today(sample: Sample) -> list[str]:
    """Give the kinds of fault that the review finds now."""
    return [fault.kind for fault in review_letter(sample["text"]).faults]


def table(samples: list[Sample], found: Callable[[Sample], list[str]]) -> str:
    """Give precision and recall by kind, and how many letters without fault pass, as a table in Markdown."""
    counts: Counter[tuple[str, str]] = Counter()
    clean = passed = 0
    for sample in samples:
        labels, kinds = set(sample["faults"]), set(found(sample))
        counts.update([(kind, "right") for kind in labels & kinds])
        counts.update([(kind, "extra") for kind in kinds - labels])
        counts.update([(kind, "missed") for kind in labels - kinds])
        clean += not labels
        passed += not labels and not kinds
    rows = [
        _row(kind.replace("_", " "), *(counts[kind, name] for name in ("right", "extra", "missed")))
        for kind in FAULT_KINDS
    ]
    totals = [sum(counts[kind, name] for kind in FAULT_KINDS) for name in ("right", "extra", "missed")]
    head = "| fault | found | found wrongly | missed | precision | recall |\n|---|---|---|---|---|---|"
    end = f"Of {clean} letters without a fault {passed} pass."
    return "\n".join([head, *rows, _row("all", *totals), "", end])


def _row(name: str, right: int, extra: int, missed: int) -> str:
    shares = (f"{right / whole:.2f}" if whole else "" for whole in (right + extra, right + missed))
    return f"| {name} | {right} | {extra} | {missed} | {' | '.join(shares)} |"


if __name__ == "__main__":
    main()
