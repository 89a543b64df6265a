"""Count the words of labelled texts for the reader's second opinion: ``reading/words.json``.

    python studies/reader_words.py           write it
    python studies/reader_words.py --check   fail if it is not what the texts give

The texts are the development half of ``data/notes.jsonl`` and the examples and near misses of the phrase files.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from interview_outcome.reading.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
NOTES = ROOT / "data" / "notes.jsonl"
READING = ROOT / "src" / "interview_outcome" / "reading"
WORDS = READING / "words.json"
SELDOM = 2  # texts that a word must stand in to be counted
Labelled = tuple[str, dict[str, bool]]


def main() -> None:
    """Write the counts, or compare them."""
    text = written(counted([*noted(), *exemplary()]))
    if "--check" not in sys.argv:
        WORDS.write_text(text, encoding="utf-8")
    elif WORDS.read_text(encoding="utf-8") != text:
        sys.exit("reading/words.json is not what the texts give: run python studies/reader_words.py")
    print(f"{WORDS.name}: {len(text):,} bytes")


def noted() -> Iterator[Labelled]:
    """Give the notes of the development half."""
    for line in NOTES.read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        if note["half"] == "development":
            yield note["text"], note["answers"]


def exemplary() -> Iterator[Labelled]:
    """Give the examples of the phrases, each with its answer, and the near misses with none."""
    for path in sorted((READING / "phrases").glob("signals_*.toml")):
        for signal, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, answers in (
                ("examples_yes", {signal: True}), ("examples_no", {signal: False}), ("near_misses", {}),
            ):  # fmt: skip
                for example in table.get(name, ()):
                    yield example, answers


def counted(texts: list[Labelled]) -> dict[str, object]:
    """Count in how many texts each word stands, of all and of those that give each answer."""
    total: Counter[str] = Counter()
    given: dict[str, Counter[str]] = defaultdict(Counter)
    answers: Counter[str] = Counter()
    for text, answered in texts:
        words = {word for sentence in sentences(text) for word in sentence.words}
        total.update(words)
        for signal, answer in answered.items():
            key = f"{signal}:{'yes' if answer else 'no'}"
            answers[key] += 1
            given[key].update(words)
    known = {word: count for word, count in sorted(total.items()) if count >= SELDOM}
    return {
        "texts": len(texts),
        "words": known,
        "answers": {
            key: {
                "texts": answers[key],
                "words": {word: count for word, count in sorted(given[key].items()) if word in known},
            }
            for key in sorted(answers)
        },
    }


def written(counts: dict[str, object]) -> str:
    """Write the counts as JSON, a line for each answer."""
    answers = counts["answers"]
    assert isinstance(answers, dict)
    lines = ",\n".join(f"{json.dumps(key)}: {_tight(value)}" for key, value in answers.items())
    words = _tight(counts["words"])
    return f'{{"texts": {counts["texts"]},\n"words": {words},\n"answers": {{\n{lines}\n}}}}\n'


def _tight(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    main()
