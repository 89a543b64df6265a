"""How light one score is: ``python benchmarks/core.py`` prints ratios within one run.

Cold start is the CPU time of a new Python that imports and scores, over that of one that does nothing. A warm score
of 12 answers and two context keys, its likelihood, interval and reasons read, stands beside a hand-written loop over
a dictionary and, where it is installed, scikit-learn on one ready row.
"""

import resource
import subprocess
import sys
import time
from math import exp

CHECKLIST = {
    "stage": "final", "candidates": 3, "praised": True, "friendly_interaction": True, "smooth_dialogue": True,
    "warm_body_language": False, "cut_short": False, "contact_date_given": True, "interest_stated": True,
    "pay_discussed": True, "test_passed": True, "vacancy_sold": False, "office_tour": True, "thank_you_sent": True,
}  # fmt: skip
SCORE = f"import interview_outcome as outcome; outcome.score({CHECKLIST!r}).reasons"
RUNS, REPEATS = 15, 2_000


def cold(code: str) -> float:
    """Give the CPU milliseconds of a new Python, best of some runs; the first writes the bytecode."""
    best = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * best


def warm(call) -> float:
    """Give the microseconds of one call, best of five rounds."""
    rounds = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(REPEATS):
            call()
        rounds.append((time.perf_counter() - start) / REPEATS)
    return 1e6 * min(rounds)


def by_hand(weights: dict, base: float):
    """Give the loop that one would write by hand: no rules, no interval, no words."""

    def call():
        reasons = [(key, weights[key, value]) for key, value in CHECKLIST.items() if (key, value) in weights]
        return 1 / (1 + exp(-base - sum(weight for _, weight in reasons))), sorted(
            reasons, key=lambda item: -abs(item[1])
        )

    return call


def ours():
    """Score and read what a user reads."""
    import interview_outcome as outcome

    score = outcome.score

    def call():
        estimate = score(CHECKLIST)
        return estimate.likelihood, estimate.interval, estimate.reasons

    return call


def scikit_learn():
    """Predict one ready row with a fitted logistic regression."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    rows = np.random.default_rng(0).random((200, 144))
    model = LogisticRegression().fit(rows, rows[:, 0] > 0.5)
    row = rows[:1]
    return lambda: (model.predict_proba(row), row * model.coef_)


if __name__ == "__main__":
    from interview_outcome.model import shipped

    weights = {feature: weight.weight for feature, weight in shipped().weights.items()}
    bare, first = cold("pass"), cold(SCORE)
    print(
        f"cold start: bare Python {bare:.1f} ms, with a first score {first:.1f} ms: {first / bare:.1f} times"
    )
    limit, warmed = warm(by_hand(weights, -0.4)), warm(ours())
    print(f"one score: loop by hand {limit:.1f} µs; ours {warmed:.0f} µs: {warmed / limit:.0f} times")
    try:
        row = warm(scikit_learn())
        print(f"one score: scikit-learn on a ready row {row:.0f} µs: {row / warmed:.1f} times ours")
    except ImportError:
        print("scikit-learn is not installed: left out")
