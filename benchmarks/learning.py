"""What learning costs: ``python benchmarks/learning.py`` prints ratios within one run.

200,000 interviews, seven of ten answers unknown, are learned by `interview_outcome.fit`: reading, rules, prior,
signs, covariance and all. Beside it stands scikit-learn's plain LogisticRegression, as it comes, on the same
interviews as a ready matrix; and on that matrix `PriorLogisticRegression`, the prior alone. Memory is the peak that
was allocated, the table and the matrix themselves included, counted by tracemalloc in runs of their own.
"""

import argparse
import time
import tracemalloc
import warnings

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

import interview_outcome as outcome
from interview_outcome.features import FEATURES
from interview_outcome.frames.columns.table import parse_table
from interview_outcome.learning.encoding import encode_table
from interview_outcome.learning.estimators import PriorLogisticRegression
from interview_outcome.model import shipped

ROWS = 200_000
MOST = 2.0  # times plain LogisticRegression, in time and in memory


def make_frame(rows: int) -> pd.DataFrame:
    """Give interviews whose results follow the model's weights, so that there is something to learn."""
    random = np.random.default_rng(1)
    columns = {}
    for signal in outcome.signals.ids:
        draw = random.random(rows)
        answers = pd.array(draw < 0.15, dtype="boolean")
        answers[draw > 0.3] = pd.NA
        columns[signal] = answers
    frame = pd.DataFrame(columns)
    likelihood = outcome.score_frame(frame, interval=False)["likelihood"].to_numpy()
    return frame.assign(offer=pd.array(random.random(rows) < likelihood, dtype="boolean"))


def seconds(call, rounds: int) -> float:
    """Give the seconds of a call, the best of some rounds."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return min(found)


def peak(call) -> int:
    """Give the bytes that were allocated at the most while a call ran."""
    tracemalloc.start()
    call()
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


def main() -> None:
    """Print times, memory and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    warnings.simplefilter("ignore")  # scikit-learn's default number of steps may end a fit early
    frame = make_frame(given.rows)
    results = frame["offer"].to_numpy(dtype=float)
    matrix = encode_table(parse_table(frame), shipped()).shares
    names = [f"{signal}={answer}" for signal, answer in FEATURES]
    print(f"{given.rows:,} interviews, {len(names)} features")
    calls = {
        "LogisticRegression on the encoded matrix": lambda: LogisticRegression().fit(matrix, results),
        "PriorLogisticRegression on the same matrix": lambda: PriorLogisticRegression().fit(matrix, results),
        "fit(frame, mix='record')": lambda: outcome.fit(frame, mix="record"),
        "fit(frame, mix='collection')": lambda: outcome.fit(frame, mix="collection"),
    }
    base_time = base_memory = 0.0
    for number, (name, call) in enumerate(calls.items()):
        took, memory = seconds(call, given.rounds), matrix.nbytes + peak(call)
        if number >= 2:  # they make their matrix themselves
            memory -= matrix.nbytes
        base_time, base_memory = base_time or took, base_memory or memory
        good = took <= MOST * base_time and memory <= MOST * base_memory
        verdict = "" if number == 0 else "  within twice" if good else "  more than twice"
        print(
            f"{name:<46}{took:>7.2f} s{took / base_time:>6.2f} x{memory / 1e6:>8.0f} MB"
            f"{memory / base_memory:>6.2f} x{verdict}"
        )


if __name__ == "__main__":
    main()
