"""Published weights and coded interviews become a model."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
from evidence import DATA, Case, load_cases, load_published, load_waits
from provenance import describe
from scikit_weights import scikit_weights
from waits import build_curve

from interview_outcome.catalogue import signals
from interview_outcome.features import FEATURES, RuleLayer, overlap_group, speaks_for
from interview_outcome.learning.compression import compress
from interview_outcome.learning.encoding import COMBINATION_CODES, encode
from interview_outcome.learning.posterior import Posterior, fit_posterior, interviews_worth
from interview_outcome.model import BaseRates, Model, logit
from interview_outcome.weights import Covariance, Weight

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Z80 = 1.2815515655446004  # half-width of a central 80% interval of the standard normal
ROUNDS = 50
MIX_SD = 1.0  # of the difference in log-odds between accounts told before the result and after it
DIGITS = 6


@dataclass(frozen=True)
class Settings:
    """Choices of the model, as in ``data/settings.toml``."""

    global_factor: float
    waiting_factor: float
    width_factor: float
    after_weight: float


@dataclass(frozen=True)
class Prior:
    """Published weights in the order of `FEATURES`, after the factors; what does not learn from the cases."""

    mean: Any
    sd: Any
    signs: Any
    learns: Any


def load_settings(path: Path = DATA / "settings.toml") -> tuple[dict[str, Any], Settings]:
    """Read the settings file: all of it, and the choices that the fit needs."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return table, Settings(**{field.name: table[field.name] for field in fields(Settings)})


def make_prior(settings: Settings) -> Prior:
    """Give the published weights as a prior of independent weights."""
    published = [
        signals[signal].weight_yes if answer else signals[signal].weight_no for signal, answer in FEATURES
    ]
    # In accounts of people who were never answered, silence is known from the refusal itself: it teaches
    # nothing.
    learns = np.array([overlap_group(signal) != "waiting" for signal, _ in FEATURES])
    return Prior(
        np.where(learns, settings.global_factor, settings.waiting_factor) * np.array(published),
        settings.width_factor * np.array([signals[signal].sd for signal, _ in FEATURES]),
        np.array([_sign(*feature) for feature in FEATURES]),
        learns,
    )


def _sign(signal: str, answer: bool) -> float:  # noqa: FBT001  a feature
    if signals[signal].direction == "0":
        return 0.0
    return 1.0 if speaks_for((signal, answer)) else -1.0


def fit_cases(
    cases: list[Case], settings: Settings, combinations: dict[str, tuple[float, float]]
) -> tuple[Posterior, RuleLayer, Any, Any]:
    """Fit the weights; give them with the rule layer in their order, its rows, and what each case counts."""
    prior = make_prior(settings)
    checklists = [case.checklist for case in cases]
    counts = np.array([1.0 if case.written == "before" else settings.after_weight for case in cases])
    results = np.array([float(case.offer) for case in cases])
    told_before = np.array([float(case.written == "before") for case in cases])
    # A combination needs no order: any layer finds it.
    complete = encode(checklists, RuleLayer({}))[1]
    known = complete @ np.array([combinations[code][0] for code in COMBINATION_CODES])

    def rows_for(weights: Any) -> Any:
        return encode(checklists, RuleLayer(dict(zip(FEATURES, weights, strict=True))))[0]

    def fit(rows: Any) -> Posterior:
        return _fit(prior, rows, results, counts=counts, told_before=told_before, known=known)

    learned = settle(rows_for, fit, prior.mean)
    layer = RuleLayer(dict(zip(FEATURES, learned.weights, strict=True)))
    return learned, layer, rows_for(learned.weights), counts


def settle(rows_for: Callable[[Any], Any], fit: Callable[[Any], Posterior], start: Any) -> Posterior:
    """Refit in the order of the fitted weights until the order comes back.

    Mostly it stands still after a few rounds. Where two weights are as good as equal, each can come out the
    larger where the other counts in full, so that the same orders return in turn. Then the mean of their fits
    is taken, which fits better under its own order than any of them.
    """
    weights, orders, fits = start, [], []
    for _ in range(ROUNDS):
        rows = rows_for(weights)
        if any(np.array_equal(rows, before) for before in orders):
            break
        orders.append(rows)
        fits.append(fit(rows))
        weights = fits[-1].weights
    else:
        message = f"the order of the weights did not come back in {ROUNDS} rounds"
        raise ArithmeticError(message)
    first = next(number for number, before in enumerate(orders) if np.array_equal(rows, before))
    in_turn = [found.weights for found in fits[first:]]
    return fits[-1]._replace(weights=np.mean(in_turn, axis=0))


def _fit(prior: Prior, rows: Any, results: Any, *, counts: Any, told_before: Any, known: Any) -> Posterior:
    """Learn what may learn; all else keeps its prior and is an offset.

    Accounts told before the result have an intercept of their own, thrown away like that of all cases: they
    were picked otherwise, and without it every sign that they mention more often would take the credit.
    """
    free = prior.learns
    offset = known + rows[:, ~free] @ prior.mean[~free]
    seen = np.column_stack([rows[:, free], told_before])
    mean, sd = np.append(prior.mean[free], 0.0), np.append(prior.sd[free], MIX_SD)
    found = fit_posterior(
        seen, results, counts, mean, sd, offset=offset, signs=np.append(prior.signs[free], 0.0)
    )
    confirmed = scikit_weights(seen, results, counts, mean, sd, offset=offset, stopped=found.stopped)
    weights, stopped = prior.mean.copy(), np.zeros(len(FEATURES), dtype=bool)
    covariance = np.diag(prior.sd**2)
    weights[free], stopped[free] = confirmed[:-1], found.stopped[:-1]
    covariance[np.ix_(free, free)] = found.covariance[:-1, :-1]
    return Posterior(weights, covariance, found.intercept, stopped)


def build_model() -> Model:
    """Build the model that comes with the package from the files in ``data/``."""
    table, settings = load_settings()
    published = load_published()
    cases = load_cases()
    combinations = {code: (pair["log_odds"], pair["sd"]) for code, pair in published["combinations"].items()}
    learned, _, rows, counts = fit_cases(cases, settings, combinations)
    prior = make_prior(settings)
    support = _support(cases, rows, counts, prior.learns)
    weights = {
        feature: _weight(number, feature, prior, learned, support) for number, feature in enumerate(FEATURES)
    }
    # The order of the rounded weights is the one that the shipped model goes by, on every machine.
    layer = RuleLayer({feature: weight.weight for feature, weight in weights.items()})
    return Model(
        table["version"],
        table["created"],
        weights,
        _compressed(prior, learned),
        _base_rates(published),
        combinations,
        build_curve(published, load_waits()),
        _answer_shares(published),
        describe(table, cases, layer),
    )


def _compressed(prior: Prior, learned: Posterior) -> Covariance:
    covariance = compress(np.round(learned.covariance, 9), np.round(prior.sd**2, 9))
    return Covariance(
        tuple(round(value, DIGITS) for value in covariance.diagonal),
        tuple(tuple(round(value, DIGITS) + 0.0 for value in row) for row in covariance.factors),
        covariance.signs,
    )


def _weight(number: int, feature: tuple[str, bool], prior: Prior, learned: Posterior, support: Any) -> Weight:
    mean, sd = float(prior.mean[number]), float(prior.sd[number])
    note = ""
    if learned.stopped[number]:
        note = "The coded interviews point the other way, so the weight stops at 0."
    elif not signals[feature[0]].coded:
        note = "Rests on published evidence alone: the coded interviews were not searched for it."
    elif not prior.learns[number]:
        note = "Not learned from the coded interviews, where silence is known from the refusal itself."
    return Weight(
        *feature,
        # Adding zero turns a negative zero, which JSON would show, into a plain one.
        round(float(learned.weights[number]), DIGITS) + 0.0,
        round(float(np.sqrt(learned.covariance[number, number])), DIGITS),
        round(mean, DIGITS) + 0.0,
        round(sd, DIGITS),
        round(float(interviews_worth(np.array(mean), np.array(sd))), 1),
        *support[number],
        note,
    )


def _support(cases: list[Case], rows: Any, counts: Any, learns: Any) -> list[tuple[int, int, float]]:
    """Count, for each feature, the interviews with it by result, and what they count for."""
    results = np.array([case.offer for case in cases])
    seen = np.array(
        [[case.checklist.answers.get(signal) is answer for signal, answer in FEATURES] for case in cases]
    )
    worth = (rows > 0) * counts[:, None] * learns
    return [
        (
            int(seen[results, number].sum()),
            int(seen[~results, number].sum()),
            round(float(worth[:, number].sum()), 2),
        )
        for number in range(len(FEATURES))
    ]


def _base_rates(published: dict[str, Any]) -> BaseRates:
    stages = {
        stage: (row["likelihood"], round((logit(row["high"]) - logit(row["low"])) / 2.0 / Z80, DIGITS))
        for stage, row in published["base_rates"].items()
    }
    known = published["candidates"]
    return BaseRates(stages, known["offers_per_opening"], known["most"], known["logit_sd"])


def _answer_shares(published: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """How often a yes occurs among offers and among refusals: what the published pair of weights implies."""
    shares = {}
    for signal in signals:
        given = published["answer_shares"].get(signal.id)
        if given is not None:
            shares[signal.id] = (given, given)
            continue
        refusals = (1.0 - np.exp(signal.weight_no)) / (np.exp(signal.weight_yes) - np.exp(signal.weight_no))
        shares[signal.id] = (
            round(float(refusals * np.exp(signal.weight_yes)), DIGITS),
            round(float(refusals), DIGITS),
        )
    return shares
