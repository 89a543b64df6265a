"""Learn what the words of a sentence speak for: ``reading/words.json``, for the reader.

    python studies/reader_words.py           learn and write it (seconds)
    python studies/reader_words.py --check   fail if it is not what the texts give

For each answer to each signal a logistic regression (scikit-learn) on the words and pairs of words of sentences. The
sentences are the examples and near misses of the phrase files, ``data/sentences.jsonl``, and the development part of
``data/notes.jsonl``. A note says only that it gives an answer, not where: that sentence of it counts which speaks most
for the answer by what was learned from the other texts. Small weights are left out, and the rest are rounded.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from interview_outcome.reading.fragments import joined
from interview_outcome.reading.patterns import COMMON_WORDS
from interview_outcome.reading.settling import IMPLIED
from interview_outcome.reading.text import sentences
from interview_outcome.reading.word_weights import WEIGHT_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
READING = ROOT / "src" / "interview_outcome" / "reading"
WORDS = READING / "words.json"
SELDOM = 2  # sentences that a word or a pair of words must stand in
FEWEST = 5  # sentences with an answer from which it is learned
STRENGTH = 3.0  # of learning: C of the regression
SMALL = 0.2  # weights below are left out
CLOSE = 1  # units by which stored weights may differ from those learned on another machine
IDLE = COMMON_WORDS - {"not", "no"}  # words that are learned in pairs only
Answer = tuple[str, bool]
Labelled = tuple[tuple[str, ...], frozenset[Answer]]


class Weights(NamedTuple):
    """What was learned: the answers, their starts, the features, and a row of weights for each answer."""

    answers: list[Answer]
    starts: NDArray[Any]
    vectorizer: CountVectorizer
    weights: NDArray[Any]


def main() -> None:
    """Write the weights, or compare them."""
    learned = stored(learn([*exemplary(), *single(), *noted()]))
    if "--check" not in sys.argv:
        WORDS.write_text(written(learned), encoding="utf-8")
    elif not alike(learned, json.loads(WORDS.read_text(encoding="utf-8"))):
        sys.exit("reading/words.json is not what the texts give: run python studies/reader_words.py")
    print(f"{WORDS.name}: {WORDS.stat().st_size:,} bytes")


def exemplary() -> Iterator[Labelled]:
    """Give the examples of the phrases, each with its answer, and the near misses with none."""
    for path in sorted((READING / "phrases").glob("signals_*.toml")):
        for signal, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, answers in (
                ("examples_yes", [(signal, True)]), ("examples_no", [(signal, False)]), ("near_misses", []),
            ):  # fmt: skip
                for example in table.get(name, ()):
                    yield _words(example), frozenset(answers)


def single() -> Iterator[Labelled]:
    """Give the single sentences, each with its answers; near misses have none."""
    for line in (DATA / "sentences.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield _words(row["text"]), _with_implied(row["answers"])


def _with_implied(answers: dict[str, bool]) -> frozenset[Answer]:
    """Add what answers say by their meaning: who asked before the named day was told a day."""
    implied = {other: also for key, answer, other, also in IMPLIED if answers.get(key) is answer}
    return frozenset((implied | answers).items())


def noted() -> Iterator[Labelled]:
    """Give the sentences of the notes of the development part, each with the answers that it gives."""
    first = learn([*exemplary(), *single()])
    for line in (DATA / "notes.jsonl").read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        split = [sentence.words for sentence in joined(sentences(note["text"]))]
        if note["part"] != "development" or not split:
            continue
        sums = log_odds(first, split)
        given: list[set[Answer]] = [set() for _ in split]
        for answer in note["answers"].items():
            if answer in first.answers:
                given[int(np.argmax(sums[:, first.answers.index(answer)]))].add(answer)
        yield from zip(split, map(frozenset, given), strict=True)


def learn(labelled: list[Labelled]) -> Weights:
    """Learn the weights of words and pairs of words for each answer that occurs often enough."""
    texts = [list(words) for words, _ in labelled]
    vectorizer = CountVectorizer(analyzer=_features, binary=True, min_df=SELDOM)
    features = vectorizer.fit_transform(texts)
    count = Counter(answer for _, answers in labelled for answer in answers)
    often = sorted(answer for answer, times in count.items() if times >= FEWEST)
    models = [
        LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(
            features, [answer in answers for _, answers in labelled]
        )
        for answer in often
    ]
    starts = np.array([model.intercept_[0] for model in models])
    return Weights(often, starts, vectorizer, np.vstack([model.coef_[0] for model in models]))


def log_odds(learned: Weights, split: list[tuple[str, ...]]) -> NDArray[Any]:
    """Give the log-odds of each answer (columns) for each sentence (rows)."""
    return np.asarray(learned.vectorizer.transform(split) @ learned.weights.T + learned.starts)


def stored(learned: Weights) -> dict[str, Any]:
    """Give what is stored: large weights by feature, as place and size, in whole numbers of the unit."""
    sizes = np.rint(learned.weights / WEIGHT_UNIT).astype(int)
    sizes[np.abs(learned.weights) < SMALL] = 0
    names = learned.vectorizer.get_feature_names_out()
    weights = {
        str(name): [int(number) for place in np.flatnonzero(column) for number in (place, column[place])]
        for name, column in zip(names, sizes.T, strict=True)
        if column.any()
    }
    starts = {
        f"{signal}:{'yes' if answer else 'no'}": round(start / WEIGHT_UNIT)
        for (signal, answer), start in zip(learned.answers, learned.starts, strict=True)
    }
    return {"starts": starts, "weights": weights}


def alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two sets of weights are the same but for rounding."""
    if list(one["starts"]) != list(other["starts"]):
        return False
    least = SMALL / WEIGHT_UNIT
    pairs = list(zip(one["starts"].values(), other["starts"].values(), strict=True))
    for feature in {**one["weights"], **other["weights"]}:
        first, second = (_by_place(which["weights"].get(feature, [])) for which in (one, other))
        # A weight on the edge may be left out on one side.
        pairs += [
            (
                first.get(place, np.copysign(least, second.get(place, 0))),
                second.get(place, np.copysign(least, first.get(place, 0))),
            )
            for place in {*first, *second}
        ]
    return all(abs(left - right) <= CLOSE for left, right in pairs)


def written(learned: dict[str, Any]) -> str:
    """Write the weights as JSON, a line for each feature."""
    lines = ",\n".join(f"{json.dumps(name)}:{_tight(flat)}" for name, flat in learned["weights"].items())
    return f'{{"starts": {_tight(learned["starts"])},\n"weights": {{\n{lines}\n}}}}\n'


def _by_place(flat: list[int]) -> dict[int, int]:
    return dict(zip(flat[::2], flat[1::2], strict=True))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for sentence in joined(sentences(text)) for word in sentence.words)


def _features(words: list[str]) -> list[str]:
    """Give words, but for the most frequent ones, and pairs of words."""
    telling = [word for word in words if word not in IDLE]
    return [*telling, *map(" ".join, pairwise(words))]


def _tight(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    main()
