"""How good is `interview_outcome.ask`? Eight of its questions against eight others.

    python studies/questions.py            the whole study (some minutes)
    python studies/questions.py --reduced  is what is stored still true? (seconds)

The first writes ``data/question_study.json`` and the figure ``docs/explanation/questions.svg``; then
``python studies/pages.py`` writes the page that tells them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from dataclasses import replace
from math import log, log2
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from evidence import DATA, Case, hashes, load_cases, load_published
from fitting import fit_cases, load_settings
from measures import draws, recalibration
from question_page import RESULTS, WAYS
from question_page import draw as draw_figure

from interview_outcome.advice.information import expected_bits
from interview_outcome.advice.questions import NEEDS, ask, open_signals
from interview_outcome.catalogue import signals
from interview_outcome.checklist import Checklist
from interview_outcome.checklist_values import CHOICES
from interview_outcome.estimate import score
from interview_outcome.features import FEATURES
from interview_outcome.model import BaseRates, Model, expit, logit, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED, MOST = 8, 16  # questions: those that the verdict is on, and those in the figure
FOLDS = 10
RANDOM_ORDERS = 10
INTERVIEWS = 600  # that are drawn from the model
REDUCED = 5
LEVEL = 0.8
CLOSE = 2e-4


class Interview(NamedTuple):
    """One interview to ask about: what would be answered, in which stage, and how it ended."""

    answers: dict[str, bool]
    context: dict[str, Any]
    offer: bool


def ask_in_turn(interview: Interview, model: Model, pool: frozenset[str], order: Any) -> list[float]:
    """Give the log loss before any question and after each; one without an answer was asked all the same."""
    answers: dict[str, bool] = {}
    asked: set[str] = set()
    losses = [loss(interview, model, answers)]
    ranked: list[str] = []
    stale = True
    for _ in range(MOST):
        if stale:
            ranked = [
                signal for signal in order(Checklist(answers, interview.context), model) if signal in pool
            ]
        signal = next((signal for signal in ranked if signal not in asked), None)
        if signal is None:
            losses.append(losses[-1])
            continue
        asked.add(signal)
        stale = signal in interview.answers
        if stale:
            answers[signal] = interview.answers[signal]
        losses.append(loss(interview, model, answers))
    return losses


def loss(interview: Interview, model: Model, answers: dict[str, bool]) -> float:
    """Give the log loss of the estimate from some answers."""
    likelihood = score(Checklist(answers, interview.context), model=model).likelihood
    return -log(likelihood if interview.offer else 1.0 - likelihood)


def chosen(known: Checklist, model: Model) -> list[str]:
    """Rank as the library does."""
    return [question.signal for question in ask(known, n=len(signals), model=model)]


def moved_share(known: Checklist, model: Model) -> list[str]:
    """Rank with the chance of a yes moved, not the likelihoods, so that their mean is the present one."""
    now = score(known, model=model).likelihood
    bits = {}
    for signal in open_signals(known, None, model):
        yes, no = (
            score(Checklist(known.answers | {signal: answer}, known.context), model=model).likelihood
            for answer in (True, False)
        )
        share = (now - no) / (yes - no) if yes != no else -1.0
        if 0.0 < share < 1.0:
            bits[signal] = entropy(now) - share * entropy(yes) - (1.0 - share) * entropy(no)
        else:  # both answers move it to the same side
            bits[signal] = expected_bits(now, yes, no, model.answer_shares[signal])
    return sorted(bits, key=lambda signal: -bits[signal])


def entropy(chance: float) -> float:
    """Give the entropy of a chance in bits."""
    return -chance * log2(chance) - (1.0 - chance) * log2(1.0 - chance)


def fixed(order: list[str]) -> Any:
    """Rank the same for everybody, and leave out what makes no sense to ask."""

    def ranked(known: Checklist, model: Model) -> list[str]:
        makes_sense = open_signals(known, None, model)
        return [signal for signal in order if signal in makes_sense]

    return ranked


def named_most() -> list[str]:
    """Give the signals by how many published lists name them, most first (figures 13)."""
    text = (DATA / "published_figures.md").read_text(encoding="utf-8").partition("## 13.")[2]
    counts = {
        signal: int(count) for signal, count in re.findall(r"^\| (\w+) \| (\d+) \|", text, re.MULTILINE)
    }
    return sorted(counts, key=lambda signal: -counts[signal])


def ways(model: Model, context: dict[str, Any], pool: frozenset[str], seed: str) -> dict[str, list[Any]]:
    """Give the orders of each way of choosing; at random there are many."""
    dice = random.Random(seed)  # noqa: S311  a simulation
    return {
        "chosen": [chosen],
        "fixed_best": [fixed(chosen(Checklist({}, context), model))],
        "fixed_published": [fixed(named_most())],
        "random": [fixed(dice.sample(sorted(pool), len(pool))) for _ in range(RANDOM_ORDERS)],
        "moved_share": [moved_share],
    }


def measure(interview: Interview, model: Model, pool: frozenset[str], seed: str) -> dict[str, list[float]]:
    """Give the losses of one interview by every way, and that of its full checklist."""
    found = {
        way: np.mean([ask_in_turn(interview, model, pool, order) for order in orders], axis=0).tolist()
        for way, orders in ways(model, interview.context, pool, seed).items()
    }
    return found | {"full": [loss(interview, model, interview.answers)]}


def coded_interviews(folds: int = FOLDS) -> Iterator[tuple[str, dict[str, list[float]]]]:
    """Measure the coded interviews, each with a model that was fitted without its author's fold."""
    cases = load_cases()
    authors = sorted({case.author for case in cases})
    pool = frozenset(signal.id for signal in signals if signal.coded)
    for fold in range(folds):
        held = set(authors[fold::FOLDS])
        model = model_without([case for case in cases if case.author not in held])
        for number, case in enumerate(cases):
            if case.author in held:
                interview = Interview(case.checklist.answers, case.checklist.context, case.offer)
                yield case.author, measure(interview, model, pool, f"case {number}")


def model_without(cases: list[Case]) -> Model:
    """Fit the weights to some cases; the base rate is that of the collection, and not of the world."""
    combinations = {
        code: (row["log_odds"], row["sd"]) for code, row in load_published()["combinations"].items()
    }
    learned = fit_cases(cases, load_settings()[1], combinations)[0]
    model = shipped()
    weights = {
        feature: model.weights[feature]._replace(weight=float(weight))
        for feature, weight in zip(FEATURES, learned.weights, strict=True)
    }

    def with_base_rate(likelihood: float) -> Model:
        stages = dict.fromkeys(model.base_rates.stages, (likelihood, 0.5))
        return replace(model, weights=weights, base_rates=BaseRates(stages, 1.0, likelihood, 0.5))

    even = with_base_rate(0.5)
    log_odds = np.array([logit(score(case.checklist, model=even).likelihood) for case in cases])
    level, _ = recalibration(np.array([float(case.offer) for case in cases]), log_odds)
    return with_base_rate(expit(float(level[0])))


def drawn_interviews(number: int = INTERVIEWS) -> Iterator[tuple[str, dict[str, list[float]]]]:
    """Measure interviews that are drawn from the model's base rates and answer shares, every answer known."""
    dice = random.Random(1)  # noqa: S311  a simulation
    model = shipped()
    for count in range(number):
        interview = draw(dice, model)
        yield str(count), measure(interview, model, frozenset(signals.ids), f"drawn {count}")


def draw(dice: random.Random, model: Model) -> Interview:
    """Draw a stage, a result by its base rate, and the answers by their shares among such results."""
    context = {"stage": dice.choice(CHOICES["stage"])}
    refused = dice.random() >= score(context, model=model).likelihood
    answers = {signal: dice.random() < model.answer_shares[signal][refused] for signal in signals.ids}
    possible = {signal: answer for signal, answer in answers.items() if answers[NEEDS.get(signal, signal)]
                or signal not in NEEDS}  # fmt: skip
    return Interview(possible, context, not refused)


def summarise(measured: list[tuple[str, dict[str, list[float]]]]) -> dict[str, Any]:
    """Give mean losses by number of questions, and what eight close of the gap to the full checklist."""
    groups = np.array([group for group, _ in measured])
    counts = draws(groups)
    counts = counts / counts.sum(axis=1, keepdims=True)
    means = {way: counts @ np.array([found[way] for _, found in measured]) for way in (*WAYS, "full")}
    gap = means["chosen"][:, 0] - means["full"][:, 0]
    at = {way: means[way][:, ASKED] for way in WAYS}
    return {
        "interviews": len(measured),
        "none": interval(means["chosen"][:, 0]),
        "full": interval(means["full"][:, 0]),
        "loss": {way: interval(at[way]) for way in WAYS},
        "share_of_gap": {way: interval((means[way][:, 0] - at[way]) / gap) for way in WAYS},
        "worse_than_chosen": {way: interval(at[way] - at["chosen"]) for way in WAYS if way != "chosen"},
        "curves": {way: [round(float(value), 4) for value in means[way][0]] for way in WAYS},
    }


def interval(values: Any) -> list[float]:
    """Give the value of the sample, and the ends of the interval of its draws."""
    low, high = np.quantile(values[1:], [(1.0 - LEVEL) / 2.0, (1.0 + LEVEL) / 2.0])
    return [round(float(value), 4) for value in (values[0], low, high)]


def reduced() -> dict[str, Any]:
    """Do a small part: a few drawn interviews, and the hashes of what the rest is made from."""
    part = [found for _, found in drawn_interviews(REDUCED)]
    return {
        "asked": ASKED,
        "sha256": hashes(),
        "first_drawn": [[round(found[way][ASKED], 6) for way in WAYS] for found in part],
    }


def main(arguments: list[str]) -> int:
    """Do the study, or say whether what is stored is still true."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--reduced", action="store_true", help="compare what is stored with a small part done anew"
    )
    if parser.parse_args(arguments).reduced:
        stored = json.loads(RESULTS.read_text(encoding="utf-8"))
        part = reduced()
        same = stored["sha256"] == part["sha256"] and np.allclose(
            stored["first_drawn"], part["first_drawn"], atol=CLOSE
        )
        print(f"{RESULTS.name} is {'up to date' if same else 'stale: run `python studies/questions.py`'}.")
        return 0 if same else 1
    results = reduced() | {
        "coded": summarise(list(coded_interviews())),
        "drawn": summarise(list(drawn_interviews())),
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    draw_figure(results)
    print(f"{RESULTS.name} is written; now `python studies/pages.py`")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
