"""Learning from one's own interviews: a model's posterior becomes the prior of the next.

The weights of the model are the prior, along the eigenvectors of their covariance, put as pseudo-interviews.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from interview_outcome.catalogue import FAMILIES
from interview_outcome.checklist_values import parse_date
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.learning.distinct_rows import DistinctRows, draw_rows, find_distinct
from interview_outcome.learning.encoding import encode_table
from interview_outcome.learning.fitted_model import put_together, rows_to_outweigh
from interview_outcome.learning.intercepts import drift, intercept_columns, moved_base_rates
from interview_outcome.learning.one_thread import one_thread
from interview_outcome.learning.outcomes import Outcomes, check_known, read_outcomes, warn_of_weakness
from interview_outcome.learning.updating import FIRST_INTERCEPT, Belief, Learned, learn, make_belief
from interview_outcome.model import BaseRates, Model, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from numpy.typing import NDArray

__all__ = ["MIXES", "fit"]

MIXES = ("record", "collection")
# The waiting family does not learn where results are known from silence itself.
HELD = ("waiting",)
_LONGEST_VERSION = 100
_ROUNDS = 8
# Of tables with more different rows, so many settle the order of the weights before all are fitted, and so many with
# one base rate tell an average.
_ENOUGH = 10_000


def fit(
    frame: Any,
    *,
    mix: Literal["record", "collection"],
    model: Model | None = None,
    on: date | str | None = None,
    held: Iterable[str] = HELD,
    version: str | None = None,
    created: date | str | None = None,
) -> Model:
    """Update a model by interviews whose results are known.

    Parameters
    ----------
    frame : eager frame of pandas, polars, pyarrow or another library that narwhals knows
        One interview a row: columns named after signals and context keys, and ``offer`` (yes or no, blank where
        it is not known yet).
    mix : {"record", "collection"}
        "record": every interview of a period, whatever its result; the base rates learn too. "collection":
        interviews that were picked, so that their mix of results says nothing; the base rates stay.
    model : Model, optional
        What to start from; otherwise the model that comes with the package. A record learned in parts, each from the
        model of the last, makes it too sure: better fit all rows at once.
    on : date, ISO string or name of a column, optional
        The day of the question; without it a column ``on`` where there is one, else silence is no evidence.
    held : iterable of str
        Families that do not learn from these rows. Silence must not where a row counts as refused because no
        answer came; with every result known from an answer, ``held=()`` lets it learn.
    version : str, optional
        Of the new model; otherwise the old version and the number of rows.
    created : date or ISO string, optional
        Of the new model; otherwise the old date, so that nothing depends on the clock.

    Returns
    -------
    Model
        ``provenance["fit"]`` says what it was fitted to, and for each answer in how many rows like these the
        data come to outweigh the prior: ``rows_to_outweigh``. Its ``remarks`` say what of the table was not used,
        and what is weak about it; ``print(model)`` shows them, and the weights that stopped at 0.

    Raises
    ------
    OutcomeError
        With every problem of the table by row and column; where no result is known; for a collection of one result
        alone.

    Warns
    -----
    WeakEvidenceWarning
        As for `interview_outcome.evaluate`.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.model import shipped
    >>> frame = pd.DataFrame({"office_tour": ["yes", "no"] * 50, "offer": ["yes", "no", "yes", "no"] * 25})
    >>> model = fit(frame, mix="collection")
    >>> before, after = (each.weights["office_tour", True] for each in (shipped(), model))
    >>> after.weight > before.weight, after.sd < before.sd, after.offers - before.offers
    (True, True, 50)
    >>> learned = model.provenance["fit"]
    >>> learned["mix"], learned["interviews"], learned["offers"], learned["held"], learned["prior"]
    ('collection', 100, 50, ['waiting'], '2026.11')
    >>> learned["rows_to_outweigh"]["office_tour:yes"] > 10, learned["rows_to_outweigh"]["praised:yes"]
    (True, None)
    """
    prior, families, day = _checked(mix, model, held, version, created)
    outcomes = read_outcomes(frame, on=on)
    _check_results(outcomes, mix)
    warn_of_weakness(outcomes)
    count = len(outcomes.results)
    rows = find_distinct(outcomes.table, outcomes.results)
    with one_thread():
        found = _update(prior, make_belief(prior, mix, families), rows)
        base_rates = _base_rates(prior, found, rows) if mix == "record" else prior.base_rates
    story = {
        "prior": prior.version,
        "mix": mix,
        "interviews": count,
        "offers": outcomes.offers,
        "held": families,
        "rounds": found.rounds,
        "rows_to_outweigh": rows_to_outweigh(prior, found.information),
        "remarks": [remark.to_dict() for remark in (*outcomes.remarks, *outcomes.weaknesses)],
    }
    with one_thread():
        model = put_together(prior, found.posterior, outcomes, found.taught, story)
    return replace(model, base_rates=base_rates, version=version or f"{prior.version}+{count}", created=day)


def _base_rates(prior: Model, found: Learned, rows: DistinctRows) -> BaseRates:
    """Give the base rates that a full record has moved."""
    columns, shift = intercept_columns(rows.table, prior), found.posterior.weights[FIRST_INTERCEPT:]
    some = _draw_places(columns)
    scored = encode_table(rows.table[some], found.model).log_odds(found.model)
    scored += columns[some] @ shift
    shift = shift + drift(columns[some], found.log_odds[some], scored, rows.counts[some])
    spread = np.sqrt(np.diag(found.posterior.covariance)[FIRST_INTERCEPT:])
    candidates = rows.table.context.get("candidates", np.zeros(len(rows.counts)))
    return moved_base_rates(prior.base_rates, shift, spread, candidates, rows.counts)


def _draw_places(columns: NDArray[np.float64]) -> NDArray[np.intp]:
    """Draw for each base rate as many rows as tell an average, or take all there are."""
    random = np.random.default_rng(0)
    places = [np.flatnonzero(column) for column in columns.T]
    return np.concatenate(
        [random.choice(each, _ENOUGH, replace=False) if len(each) > _ENOUGH else each for each in places]
    )


def _update(prior: Model, belief: Belief, rows: DistinctRows) -> Learned:
    """Learn from all rows; of a long table, some rows settle first in which order the weights come."""
    if len(rows.counts) <= _ENOUGH:
        return learn(belief, prior, prior, rows=rows, rounds=_ROUNDS)
    settled = learn(belief, prior, prior, rows=draw_rows(rows, _ENOUGH), rounds=1)
    return learn(belief, prior, settled.model, rows=rows, rounds=1)


def _checked(mix: Any, model: Any, held: Any, version: Any, created: Any) -> tuple[Model, list[str], str]:
    """Check the arguments; give the model to start from, the families that are held, and the date of the new one."""
    problems = []
    if not isinstance(mix, str) or mix not in MIXES:
        message = f"mix is {shown(mix)}; allowed: {', '.join(MIXES)}."
        hint = (
            "Write 'record' if the table holds every interview of a period, 'collection' if they were picked."
        )
        problems.append(Problem("bad_mix", "mix", mix, message, hint))
    if not (model is None or isinstance(model, Model)):
        message = f"model is {shown(model)}; allowed: a Model."
        problems.append(
            Problem("bad_model", "model", model, message, "outcome.load(path) reads one from a file.")
        )
    families = _families(held)
    if families is None:
        message = f"held is {shown(held)}; allowed: a list of {', '.join(FAMILIES)}."
        problems.append(
            Problem("bad_held", "held", held, message, "Write held=() to let every family learn.")
        )
    if not (version is None or _is_version(version)):
        message = f"version is {shown(version)}; allowed: a line of 1 to {_LONGEST_VERSION} letters."
        problems.append(Problem("bad_version", "version", version, message, 'Write for example "mine-1".'))
    day = None
    try:
        day = parse_date("created", created)
    except OutcomeError as error:
        problems += error.problems
    if problems or families is None:
        raise OutcomeError(problems)
    prior = shipped() if model is None else model
    return prior, families, prior.created if day is None else day.isoformat()


def _families(held: Any) -> list[str] | None:
    """Give names of families in the order of the catalogue, read once; None where something else is held."""
    if isinstance(held, str):
        return None
    try:
        given = set(held)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        return None
    return [family for family in FAMILIES if family in given] if given.issubset(FAMILIES) else None


def _is_version(version: Any) -> bool:
    return isinstance(version, str) and 0 < len(version) <= _LONGEST_VERSION and version.isprintable()


def _check_results(outcomes: Outcomes, mix: str) -> None:
    check_known(outcomes)
    rows, offers = len(outcomes.results), outcomes.offers
    if mix == "collection" and offers in (0, rows):
        ended = "with an offer" if offers else "without an offer"
        message = f"All {rows} interviews ended {ended}: a collection of one result alone teaches nothing."
        hint = "Add interviews that ended otherwise, or say mix='record' if the table holds every one of a period."
        raise OutcomeError([Problem("one_result", "offer", rows, message, hint)])
