"""Where words may doubt a phrase and answer by themselves: precision and recall for each pair of bounds.

python studies/reader_bounds.py            on the notes of the part "choice"
python studies/reader_bounds.py --write    also into data/reader_study.json
"""

from __future__ import annotations

import argparse
import json
from itertools import product
from typing import Any

from reader import NOTES, RESULTS, count, split_parts

from interview_outcome.reading import read, word_weights

DOUBTED = (-5.0, -4.5, -4.0, -3.5, -3.0, -2.5, -2.0)
BELIEVED = (-1.0, -0.5, -0.25, 0.0, 0.5)
PART = "choice"


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write it into data/reader_study.json")
    write = parser.parse_args().write
    found = search(split_parts(NOTES)[PART])
    for row in found:
        print(
            "doubted {doubted:+.2f}  believed {believed:+.2f}  precision {precision:.3f}  recall {recall:.3f}".format(
                **row
            )
        )
    if write:
        results = json.loads(RESULTS.read_text(encoding="utf-8")) | {"bounds": found}
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def search(notes: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Read some notes with each pair of bounds; the ones of the library are put back."""
    kept = word_weights.DOUBTED, word_weights.BELIEVED
    try:
        return [measured(notes, *bounds) for bounds in product(DOUBTED, BELIEVED)]
    finally:
        word_weights.DOUBTED, word_weights.BELIEVED = kept


def measured(notes: list[dict[str, Any]], doubted: float, believed: float) -> dict[str, float]:
    """Give precision and recall with two bounds."""
    word_weights.DOUBTED, word_weights.BELIEVED = doubted, believed
    right, wrong, missed = (
        counts.total() for counts in count(notes, [read(note["text"]).answers for note in notes])
    )
    return {
        "doubted": doubted,
        "believed": believed,
        "precision": round(right / (right + wrong), 3),
        "recall": round(right / (right + missed), 3),
    }


if __name__ == "__main__":
    main()
