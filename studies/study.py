"""The study of the model's choices: repeated nested cross-validation by author.

    python studies/study.py            the whole study (about a quarter of an hour): data/study_results.json
    python studies/study.py --reduced  are the stored results those of this data and of these rules? (seconds)

`python studies/pages.py` then writes docs/explanation/study.md and docs/model-card.md from them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from itertools import product
from typing import TYPE_CHECKING, Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # many small fits: threads would only wait for each other

import numpy as np
from baselines import BASELINES
from evidence import hashes, load_cases, load_published
from fitting import COMBINATION_CODES, load_settings
from measures import difference, draws, loss, measure, slope
from nested import Nested, nested
from provenance import RESULTS
from validation import FOLDS, LEARNING, Trials, Variant
from worked_example import likelihood_of_a_very_good_interview

from interview_outcome.model import logit

if TYPE_CHECKING:
    from collections.abc import Callable

REPEATS = 8
CLOSE = 2e-4  # results are stored with four digits
GRID: dict[str, tuple[Any, ...]] = {
    "overlap_step": (0.5, 0.7, 1.0),
    "learning": tuple(LEARNING),
    "combinations": (True, False),
    "after_weight": (0.25, 0.5, 1.0),
    "global_factor": (0.3, 0.5, 0.7, 1.0),
    "width_factor": (1.0, 1.5, 2.0, 3.0),
}
# One choice changed at a time, from the settings of the model.
STEPS: tuple[tuple[str, Any], ...] = (
    *(("global_factor", value) for value in (0.3, 0.5, 0.7, 1.0)),
    *(("width_factor", value) for value in (1.0, 2.0, 3.0)),
    *(("after_weight", value) for value in (0.25, 1.0)),
    *(("learning", value) for value in tuple(LEARNING)[1:]),
    *(("overlap_step", value) for value in (0.7, 1.0)),
    ("combinations", False),
    *(("intercepts", value) for value in ("one", "by written and stage")),
)
FIELDS = {
    "software and IT": ("software", "it", "web", "data", "linux", "tech", "games", "ux"),
    "teaching, research, libraries": ("teaching", "academia", "university", "library", "research", "school"),
    "nursing and health": ("nursing", "health", "pharmaceutical", "laboratory"),
}
FACTORS = tuple(round(0.5 + 0.02 * step, 2) for step in range(16))


class Study:
    """Out-of-fold log-odds by repeated cross-validation, and what is measured on them."""

    def __init__(self, trials: Trials, repeats: int = REPEATS) -> None:
        self.trials = trials
        self.chosen = Variant(load_settings()[1])
        self.folds = [trials.folds(seed) for seed in range(repeats)]
        self.weights = draws(trials.authors)
        self.bases = self.repeated(self._base_rate)

    def repeated(self, fit: Callable[[Any], Any]) -> list[Any]:
        """Give the log-odds of each case by a fit without its fold, for every repeat."""
        found = []
        for dealt in self.folds:
            log_odds = np.empty(len(dealt))
            for fold in range(FOLDS):
                log_odds[dealt == fold] = fit(np.flatnonzero(dealt != fold))[dealt == fold]
            found.append(log_odds)
        return found

    def variant(self, variant: Variant, trials: Trials | None = None) -> list[Any]:
        """Give out-of-fold log-odds of a variant."""
        return self.repeated(lambda training: (trials or self.trials).fit(variant, training))

    def measured(self, repeats: list[Any], rows: Any = None) -> dict[str, list[float]]:
        """Measure log-odds, on all cases or on some."""
        rows = np.ones(len(self.trials.cases), dtype=bool) if rows is None else rows
        of_rows = [[one[rows] for one in many] for many in (repeats, self.bases)]
        return measure(self.trials.results[rows], *of_rows, self.weights[:, rows])

    def in_full(self, repeats: list[Any]) -> dict[str, Any]:
        """Measure log-odds on all cases, with the calibration slope, and on those told before the result."""
        found = self.measured(repeats) | {"slope": slope(self.trials.results, repeats, self.weights)}
        return found | {"in_diaries": self.measured(repeats, self.trials.before)}

    def compared(self, repeats: list[Any], out: list[Any]) -> dict[str, Any]:
        """Measure log-odds, and how much better they are than the chosen settings, also in diaries."""
        before, results = self.trials.before, self.trials.results
        in_diaries = [[one[before] for one in many] for many in (out, repeats)]
        return self.in_full(repeats) | {
            "better": difference(out, repeats, results, self.weights),
            "better_in_diaries": difference(*in_diaries, results[before], self.weights[:, before]),
        }

    def _base_rate(self, training: Any) -> Any:
        share = self.trials.results[training].mean()
        return np.full(len(self.trials.cases), np.log(share / (1.0 - share)))


def load_trials(*, as_coded: bool = False) -> Trials:
    """Read the cases, with the known weights of the combinations."""
    combinations = load_published()["combinations"]
    known = np.array([combinations[code]["log_odds"] for code in COMBINATION_CODES])
    return Trials(load_cases(as_coded=as_coded), known)


def run(study: Study) -> dict[str, Any]:
    """Do the whole study."""
    started = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {text}", flush=True)

    out = study.variant(study.chosen)
    say("the chosen settings")
    quick = quick_part(study, out)
    found = {
        "one_step": one_step(study, out),
        "other_scorings": other_scorings(study),
        "waiting": waiting(study),
        "groups": groups(study, out),
        "worked_example": worked_example(study),
    }
    say("one choice at a time, and groups of cases")
    grid = [study.chosen.but(**dict(zip(GRID, values, strict=True))) for values in product(*GRID.values())]
    tried = nested(study.trials, grid, study.folds, study.chosen, say)
    return quick | found | nested_part(study, tried)


def quick_part(study: Study, out: list[Any]) -> dict[str, Any]:
    """Give what the reduced run computes anew: the chosen settings and what they are compared with."""
    losses = [round(float(loss(study.trials.results, one).mean()), 4) for one in out]
    baselines = {
        name: study.in_full(study.repeated(lambda training, fit=fit: fit(study.trials, training)))
        for name, fit in BASELINES.items()
    }
    how = f"{len(out)} times {FOLDS}-fold cross-validation by author; value, low and high of an 80% interval"
    return {
        "data": hashes(),
        "repeats": len(study.folds),
        "folds": FOLDS,
        "chosen": {"how": how} | study.in_full(out),
        "chosen_losses": losses,
        "base_rate": {name: values for name, values in study.measured(study.bases).items() if name != "auc"},
        "baselines": baselines,
    }


def one_step(study: Study, out: list[Any]) -> list[dict[str, Any]]:
    """Change one choice at a time."""
    found = []
    for name, value in STEPS:
        variant = study.chosen.but(**{name: value})
        without_waiting = study.measured(study.variant(variant.but(waiting_factor=0.0)))["gain"]
        compared = study.compared(study.variant(variant), out)
        found.append({"choice": name, "value": value, "gain_without_waiting": without_waiting} | compared)
    coded = study.variant(study.chosen, load_trials(as_coded=True))
    return [*found, {"choice": "next_round_scheduled", "value": "as coded"} | study.compared(coded, out)]


def other_scorings(study: Study) -> dict[str, Any]:
    """Score with the chosen settings, but from base rates by stage, or the cases as they are coded."""
    rates = load_published()["base_rates"]
    start = np.array([logit(rates[case.stage]["likelihood"]) for case in study.trials.cases])
    as_coded = load_trials(as_coded=True)

    def by_stage(training: Any) -> Any:
        return study.trials.score(study.trials.learn(study.chosen, training), study.chosen, training, start)

    def of_coded(training: Any) -> Any:
        return as_coded.score(study.trials.learn(study.chosen, training), study.chosen, training)

    return {
        "from base rates by stage": study.in_full(study.repeated(by_stage)),
        "next rounds as coded": study.in_full(study.repeated(of_coded)),
    }


def waiting(study: Study) -> dict[str, Any]:
    """Leave the waiting family out, and take it at half and at full published weight."""
    found = {}
    for factor in (0.0, 0.5, 1.0):
        found[str(factor)] = study.in_full(study.variant(study.chosen.but(waiting_factor=factor)))
    return found


def groups(study: Study, out: list[Any]) -> list[dict[str, Any]]:
    """Measure the chosen settings in groups of cases."""
    cases, results = study.trials.cases, study.trials.results
    likelihoods = np.mean([1.0 / (1.0 + np.exp(-one)) for one in out], axis=0)
    of_case = {
        "written": [f"{case.written} the result" for case in cases],
        "stage": [case.stage for case in cases],
        "field": [field_group(case.field) for case in cases],
    }
    found = []
    for kind, names in of_case.items():
        for name in sorted(set(names), key=lambda name, names=names: -names.count(name)):
            rows = np.array([one == name for one in names])
            found.append(
                {
                    "kind": kind,
                    "name": name,
                    "cases": int(rows.sum()),
                    "offers": round(float(results[rows].mean()), 3),
                    "likelihood": round(float(likelihoods[rows].mean()), 3),
                }
                | study.measured(out, rows)
            )
    return found


def field_group(field: str) -> str:
    """Name the group of fields that a case belongs to."""
    if field == "unknown":
        return "not told"
    words = field.casefold().split()
    return next((name for name, known in FIELDS.items() if set(words) & set(known)), "other")


def worked_example(study: Study) -> dict[str, float]:
    """Score the very good interview by models with other global factors."""
    everyone = np.arange(len(study.trials.cases))
    return {
        str(factor): round(
            likelihood_of_a_very_good_interview(
                study.trials.learn(study.chosen.but(global_factor=factor), everyone)
            ),
            3,
        )
        for factor in FACTORS
    }


def nested_part(study: Study, tried: Nested) -> dict[str, Any]:
    """Measure the nested choice."""
    return {
        "grid": {name: list(values) for name, values in GRID.items()},
        "gains": [[round(float(gain), 4) for gain in pair] for pair in tried.gains],
        "picked": tried.picked,
        "nested": study.in_full(tried.log_odds),
        "inner_slopes": [round(float(value), 3) for value in np.quantile(tried.slopes, [0.1, 0.5, 0.9])],
    }


def differences(stored: Any, found: Any, place: str = "") -> list[str]:
    """Name the places where two results differ by more than rounding."""
    if isinstance(found, dict):
        stored = stored or {}
        return [text for key in found for text in differences(stored.get(key), found[key], f"{place}.{key}")]
    if isinstance(found, list) and isinstance(stored, list) and len(found) == len(stored):
        return [
            text for at, one in enumerate(found) for text in differences(stored[at], one, f"{place}[{at}]")
        ]
    if isinstance(found, float) and isinstance(stored, int | float):
        return [] if abs(found - stored) <= CLOSE else [f"{place[1:]}: stored {stored}, found {found}"]
    return [] if found == stored else [f"{place[1:]}: stored {stored}, found {found}"]


def main(arguments: list[str]) -> int:
    """Do the whole study, or say whether its stored results are still true."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--reduced", action="store_true", help="compare the stored results with a small part done anew"
    )
    reduced = parser.parse_args(arguments).reduced
    study = Study(load_trials())
    if reduced:
        stored = json.loads(RESULTS.read_text(encoding="utf-8"))
        found = differences(stored, quick_part(study, study.variant(study.chosen)))
        print("\n".join(found) or f"{RESULTS.name} holds the results of this data and of these rules.")
        return 1 if found else 0
    results = run(study)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(f"{RESULTS.name} is written; now `python studies/build_model.py` and `python studies/pages.py`")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
