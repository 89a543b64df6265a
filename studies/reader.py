"""How well notes are read: precision, recall and F1 on the labelled notes, by part and by signal.

    python studies/reader.py                   every part, overall, by signal, and the confusion with negation
    python studies/reader.py --errors          also every error in the development part
    python studies/reader.py --reader plain    another way of reading (see reader_alternatives.py)
    python studies/reader.py --write           all ways of reading, into data/reader_study.json (spaCy takes long);
                                               with --reader only that one

An answer is right where the note's label says the same. Signals that a note lists as open count neither way.
A wrong polarity counts twice: as an answer that should not be, and as one that is missing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from reader_alternatives import by_grammar, by_likeness, by_phrases_alone, by_token_patterns

from interview_outcome.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NOTES = Path(__file__).parents[1] / "data" / "notes.jsonl"
RESULTS = NOTES.with_name("reader_study.json")
TIMED = 40  # notes that are read a second time, to time it
# Phrases and words are tuned on the first part, the bounds of the words on the second, nothing on the others.
PARTS = ("development", "choice", "held out", "held out later")
Note = dict[str, Any]


def main() -> None:
    """Print the study, or write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=Path, default=NOTES, help="labelled notes, one JSON object a line")
    parser.add_argument("--reader", choices=sorted(READERS), help="the library, if not given")
    parser.add_argument("--errors", action="store_true", help="list the errors of the development part")
    parser.add_argument("--write", action="store_true", help="write the totals of this reader, or of all")
    arguments = parser.parse_args()
    parts = split_parts(arguments.notes)
    if arguments.write:
        write(parts, [arguments.reader] if arguments.reader else list(READERS))
        return
    for part, notes in parts.items():
        readings = [READERS[arguments.reader or "library"](note["text"]) for note in notes]
        report(part, notes, readings)
        print(f"\n{milliseconds(notes, arguments.reader or 'library')} ms for 200 words, warm")
        if arguments.errors and part == PARTS[0]:
            list_errors(notes, readings)


def write(parts: dict[str, list[Note]], names: list[str]) -> None:
    """Measure some ways of reading, and keep what was written of the others."""
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results |= {name: {part: totals(notes, name) for part, notes in parts.items()} for name in names}
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def split_parts(path: Path) -> dict[str, list[Note]]:
    """Read the labelled notes, by part; a part without notes is left out."""
    notes = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    parts = {part: [note for note in notes if note["part"] == part] for part in PARTS}
    return {part: chosen for part, chosen in parts.items() if chosen}


def totals(notes: list[Note], name: str) -> dict[str, float]:
    """Measure one way of reading: its counts, and the milliseconds for 200 words, once warm."""
    readings = [READERS[name](note["text"]) for note in notes]
    right, wrong, missed = (counts.total() for counts in count(notes, readings))
    table = confusion(notes, readings)
    return {
        "notes": len(notes),
        "labels": right + missed,
        "right": right,
        "wrong": wrong,
        "missed": missed,
        "yes_as_no": table[True, False],
        "no_as_yes": table[False, True],
        "milliseconds": milliseconds(notes, name),
    }


def milliseconds(notes: list[Note], name: str) -> float:
    """Time one way of reading for 200 words of notes that it has read before: the best of three times."""
    texts = [note["text"] for note in notes[:TIMED]]
    times = []
    for _ in range(3):
        begun = perf_counter()
        for text in texts:
            READERS[name](text)
        times.append(perf_counter() - begun)
    words = sum(len(text.split()) for text in texts)
    return round(1000 * min(times) * 200 / words, 1)


def report(part: str, notes: list[Note], readings: list[dict[str, bool]]) -> None:
    """Print the figures of one part."""
    right, wrong, missed = count(notes, readings)
    print(f"\n{part}: {len(notes)} notes, {sum(right.values()) + sum(missed.values())} labels")
    print(f"{'signal':34}{'right':>7}{'wrong':>7}{'missed':>7}{'prec.':>8}{'recall':>8}{'F1':>8}")
    for signal in sorted({*right, *wrong, *missed}):
        print(row(signal, right[signal], wrong[signal], missed[signal]))
    print(row("all signals", right.total(), wrong.total(), missed.total()))
    print("\nlabel (rows) and reading (columns), open signals left out")
    print(f"{'':10}{'yes':>7}{'no':>7}{'none':>7}")
    table = confusion(notes, readings)
    for label in (True, False, None):
        print(f"{NAMES[label]:10}" + "".join(f"{table[label, read]:>7}" for read in (True, False, None)))


NAMES = {True: "yes", False: "no", None: "none"}


def row(name: str, right: int, wrong: int, missed: int) -> str:
    """Give one line of the table."""
    precision = right / (right + wrong) if right + wrong else None
    recall = right / (right + missed) if right + missed else None
    f1 = 2 * right / (2 * right + wrong + missed) if right + wrong + missed else None
    shares = "".join(f"{'' if share is None else f'{share:.2f}':>8}" for share in (precision, recall, f1))
    return f"{name:34}{right:>7}{wrong:>7}{missed:>7}{shares}"


def count(
    notes: Iterable[Note], readings: Iterable[dict[str, bool]]
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count right, wrong and missed answers by signal."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for note, reading in zip(notes, readings, strict=True):
        labels = note["answers"]
        right.update(signal for signal, answer in reading.items() if labels.get(signal) is answer)
        wrong.update(
            signal
            for signal, answer in reading.items()
            if labels.get(signal) is not answer and signal not in note["open"]
        )
        missed.update(signal for signal, answer in labels.items() if reading.get(signal) is not answer)
    return right, wrong, missed


def confusion(
    notes: Iterable[Note], readings: Iterable[dict[str, bool]]
) -> Counter[tuple[bool | None, bool | None]]:
    """Count pairs of label and reading."""
    pairs: Counter[tuple[bool | None, bool | None]] = Counter()
    for note, reading in zip(notes, readings, strict=True):
        for signal in {*note["answers"], *reading} - set(note["open"]):
            pairs[note["answers"].get(signal), reading.get(signal)] += 1
    return pairs


def list_errors(notes: Iterable[Note], readings: Iterable[dict[str, bool]]) -> None:
    """Print every wrong and missed answer with its note."""
    for note, reading in zip(notes, readings, strict=True):
        labels = note["answers"]
        unsaid = {signal: answer for signal, answer in reading.items() if signal not in note["open"]}
        wrong = [
            f"{signal}={NAMES[answer]}"
            for signal, answer in unsaid.items()
            if labels.get(signal) is not answer
        ]
        missed = [
            f"{signal}={NAMES[answer]}"
            for signal, answer in labels.items()
            if reading.get(signal) is not answer
        ]
        if wrong or missed:
            print(f"\n{note['id']}: {note['text']}")
            print(f"    wrong: {', '.join(wrong) or '-'}\n    missed: {', '.join(missed) or '-'}")


def read_answers(text: str) -> dict[str, bool]:
    """Read as the library does."""
    return read(text).answers


READERS: dict[str, Callable[[str], dict[str, bool]]] = {
    "library": read_answers,
    "grammar": by_grammar,
    "plain": by_phrases_alone,
    "rapidfuzz": by_likeness,
    "spacy": by_token_patterns,
}

if __name__ == "__main__":
    main()
