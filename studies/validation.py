"""Cross-validation of the model's choices: variants, folds by author, and fits without some folds."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from fitting import MIX_SD, Settings, make_prior, settle
from measures import recalibration

from interview_outcome import rules
from interview_outcome.catalogue import signals
from interview_outcome.features import FEATURES, RuleLayer, overlap_group
from interview_outcome.learning.encoding import encode
from interview_outcome.learning.posterior import Posterior, fit_posterior

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidence import Case

FOLDS = 5
COLUMN = {feature: number for number, feature in enumerate(FEATURES)}
WAITING = np.array([overlap_group(signal) == "waiting" for signal, _ in FEATURES])

# What is told because of the result: promising signs because a refusal followed (a surprise), bad ones
# because they explain a refusal (a complaint).
SURPRISES = np.array(
    [signals[signal].family in {"interest_words", "self_feeling", "process"} for signal, _ in FEATURES]
)
_COMPLAINTS = {
    *((signal, False) for signal in ("friendly_interaction", "warm_body_language", "smooth_dialogue")),
    *((signal, True) for signal in (
        "interviewer_unprepared", "interviewer_took_calls", "interviewer_lost_interest", "cut_short",
        "planned_step_dropped", "resume_reread", "standard_questions_only", "thorny_issues_avoided",
        "exposed_by_leading_questions", "sudden_requirements", "resume_advice_given",
    )),
}  # fmt: skip
COMPLAINTS = np.array([feature in _COMPLAINTS for feature in FEATURES])
# Which features learn from accounts written before the result only.
LEARNING = {
    "all": np.zeros(len(FEATURES), dtype=bool),
    "no surprises": SURPRISES,
    "no surprises, no complaints": SURPRISES | COMPLAINTS,
}
INTERCEPTS = ("one", "by written", "by written and stage")


@dataclass(frozen=True)
class Variant:
    """One way to build the model."""

    settings: Settings
    overlap_step: float = rules.OVERLAP_STEP
    learning: str = "all"
    combinations: bool = True
    intercepts: str = "by written"

    def but(self, **changes: Any) -> Variant:
        """Give the variant with some settings or choices changed."""
        of_settings = {key: value for key, value in changes.items() if hasattr(self.settings, key)}
        others = {key: value for key, value in changes.items() if key not in of_settings}
        return replace(self, settings=replace(self.settings, **of_settings), **others)


class Trials:
    """The cases, and fits of any variant to any part of them.

    Parameters
    ----------
    cases : sequence of Case
        The interviews.
    known : array
        Log-odds of each combination.
    """

    def __init__(self, cases: Sequence[Case], known: Any) -> None:
        self.cases = list(cases)
        self.results = np.array([float(case.offer) for case in cases])
        self.before = np.array([case.written == "before" for case in cases])
        self.authors = np.array([case.author for case in cases])
        self._checklists = [case.checklist for case in cases]
        self._answers = [
            [COLUMN[item] for item in checklist.answers.items()] for checklist in self._checklists
        ]
        self._known = encode(self._checklists, RuleLayer({}))[1] @ known
        self._rows: dict[tuple[int, float, tuple[int, ...]], Any] = {}

    def folds(self, seed: int, number: int = FOLDS) -> Any:
        """Deal the authors into folds."""
        authors = np.unique(self.authors)
        np.random.default_rng(seed).shuffle(authors)
        of_author = {author: at % number for at, author in enumerate(authors)}
        return np.array([of_author[author] for author in self.authors])

    def fit(self, variant: Variant, training: Any) -> Any:
        """Learn from some cases and give the log-odds of all."""
        return self.score(self.learn(variant, training), variant, training)

    def learn(self, variant: Variant, training: Any) -> Any:
        """Give the weights that some cases teach, by the same steps as `fitting.fit_cases`."""
        prior = make_prior(variant.settings)
        known = self._known[training] * variant.combinations
        counts = np.where(self.before, 1.0, variant.settings.after_weight)[training]
        mix = self._mix[variant.intercepts][training]
        told_only = LEARNING[variant.learning] & ~self.before[training][:, None]

        def fit(rows: Any) -> Posterior:
            part = rows[training]
            taught = part * (prior.learns & ~told_only)
            seen = taught.any(axis=0)
            found = fit_posterior(
                np.column_stack([taught[:, seen], mix]),
                self.results[training],
                counts,
                np.append(prior.mean[seen], np.zeros(mix.shape[1])),
                np.append(prior.sd[seen], np.full(mix.shape[1], MIX_SD)),
                offset=known + (part - taught) @ prior.mean,
                signs=np.append(prior.signs[seen], np.zeros(mix.shape[1])),
            )
            weights = prior.mean.copy()
            weights[seen] = found.weights[: seen.sum()]
            return found._replace(weights=weights)

        return settle(lambda weights: self._encode(weights, variant.overlap_step)[0], fit, prior.mean).weights

    def score(self, weights: Any, variant: Variant, training: Any, start: Any = 0.0) -> Any:
        """Give the log-odds of all cases by some weights.

        They begin at ``start`` and are shifted until the mean likelihood of the training cases is the share
        of offers among them.
        """
        rows, happened = self._encode(weights, variant.overlap_step)
        log_odds = (
            start
            + bounded(rows * weights, happened * weights).sum(axis=1)
            + self._known * variant.combinations
        )
        level, _ = recalibration(self.results[training], log_odds[training])
        return log_odds + level

    @cached_property
    def _mix(self) -> dict[str, Any]:
        written = self.before[:, None].astype(float)
        stages = [[case.stage == stage for stage in ("first", "later", "final")] for case in self.cases]
        return dict(
            zip(
                INTERCEPTS,
                (written[:, :0], written, np.hstack([written, np.array(stages, dtype=float)])),
                strict=True,
            )
        )

    def _encode(self, weights: Any, step: float) -> Any:
        """Give the rows of all cases in the order of some weights: by all answers, and by the yes answers alone.

        Only new orders of a row are encoded.
        """
        rank = np.argsort(np.argsort(-np.abs(weights), kind="stable")).tolist()
        layer = None
        rows = np.zeros((2, len(self.cases), len(FEATURES)))
        for number, answers in enumerate(self._answers):
            key = (number, step, tuple(sorted(answers, key=rank.__getitem__)))
            if key not in self._rows:
                layer = layer or RuleLayer(dict(zip(FEATURES, weights, strict=True)))
                with overlap_step(step):
                    found = layer(self._checklists[number])
                self._rows[key] = np.zeros((2, len(FEATURES)))
                for row, shares in zip(self._rows[key], (found.shares, found.happened), strict=True):
                    row[[COLUMN[feature] for feature in shares]] = list(shares.values())
            rows[:, number] = self._rows[key]
        return rows


@contextmanager
def overlap_step(step: float) -> Iterator[None]:
    """Let signs of one family overlap by another step than the rule layer's: 1 means not at all."""
    own, rules.OVERLAP_STEP = rules.OVERLAP_STEP, step
    try:
        yield
    finally:
        rules.OVERLAP_STEP = own


def bounded(contributions: Any, happened: Any) -> Any:
    """Apply the bounds of the rules to whole columns: absences, and the floor of the waiting family.

    ``happened`` is what the yes answers alone would contribute.
    """
    found = np.zeros_like(contributions)
    for sign, limit in ((1.0, rules.ABSENCES_FOR), (-1.0, rules.ABSENCES_AGAINST)):
        alone = np.where(sign * happened > 0, happened, 0.0)
        added = np.where(sign * contributions > 0, contributions, 0.0) - alone
        found += alone + added * _scale(added, limit)
    waiting = np.where(WAITING, found, 0.0).clip(max=0.0)
    return found - waiting + waiting * _scale(waiting, rules.WAITING_FLOOR)


def _scale(parts: Any, bound: float) -> Any:
    total = np.abs(parts.sum(axis=1, keepdims=True))
    return np.minimum(1.0, abs(bound) / np.maximum(total, 1e-12))
