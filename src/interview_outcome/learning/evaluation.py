"""Is the number true? A model held against interviews whose results are known."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from interview_outcome.checklist import Remark
from interview_outcome.learning.baselines import TITLES, baseline_forecasts, forecast
from interview_outcome.learning.bootstrap import Bin, CurvePoint, Measure, take_measures
from interview_outcome.learning.evaluation_checks import BASE_RATES, beaten, check_results, checked, own_cases
from interview_outcome.learning.metrics import DIFFERENCE
from interview_outcome.learning.outcomes import read_outcomes, warn_of_weakness
from interview_outcome.model import Model, expit

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["BASE_RATES", "Evaluation", "evaluate"]


@dataclass(frozen=True)
class Evaluation:
    """How true a model's likelihoods were on some interviews, beside what a sceptic would use.

    Parameters
    ----------
    rows, offers : int
        Interviews with a known result, and how many of them were offers.
    authors : int or None
        How many authors they are from; None where each counts as its own.
    base_rate : {"model", "sample"}
        Whether the model's base rates were used, or the mix of the sample in place of them.
    level : float
        Of all intervals.
    resamples, seed : int
        Of the bootstrap, by author.
    measures : dict of str to Measure
        Of the model, by name of the measure (`interview_outcome.learning.metrics.METRICS`).
    baselines : dict of str to dict of str to Measure
        The same for what it is compared with: another model ("against"), and each baseline
        (`interview_outcome.learning.baselines.TITLES`).
    differences : dict of str to Measure
        Log loss of the model minus that of each of these, on the same interviews and resamples. Where the whole
        interval lies below 0, the model is better beyond chance; where it lies above, the other is.
    bins : tuple of Bin
        Interviews by likelihood, ten bins or fewer.
    curve : tuple of CurvePoint
        The calibration curve; empty where there is none.
    remarks : tuple of Remark
        What is weak about the interviews or was not used.
    model_version, model_date : str
        Which model it is.
    against_version : str or None
        Which model it was compared with.

    Examples
    --------
    >>> import pandas as pd
    >>> from interview_outcome.model import shipped
    >>> told = ["yes"] * 20 + ["no"] * 12 + [None] * 10
    >>> result = ["yes"] * 14 + ["no"] * 15 + ["yes"] * 3 + ["no"] * 6 + ["yes"] * 4
    >>> evaluation = evaluate(pd.DataFrame({"interest_stated": told, "stage": "final", "offer": result}))
    >>> evaluation.rows, evaluation.offers, evaluation.authors, evaluation.base_rate, evaluation.level
    (42, 21, None, 'model', 0.8)
    >>> value, low, high = evaluation.measures["auc"]
    >>> round(value, 3), low <= value <= high, evaluation.resamples, evaluation.seed
    (0.711, True, 1000, 0)
    >>> list(evaluation.baselines)
    ['base_rate', 'unit_weights', 'published_weights', 'logistic_regression']
    >>> for name, (value, low, high) in evaluation.differences.items():
    ...     print(f"{name}: {value:+.3f} ({low:+.3f} to {high:+.3f})")
    base_rate: -0.046 (-0.067 to -0.024)
    unit_weights: +0.022 (-0.036 to +0.080)
    published_weights: +0.011 (+0.003 to +0.017)
    logistic_regression: +0.014 (-0.036 to +0.064)
    >>> [(bin.rows, round(bin.offers, 2)) for bin in evaluation.bins], len(evaluation.curve)
    ([(12, 0.25), (10, 0.4), (20, 0.7)], 41)
    >>> [remark.code for remark in evaluation.remarks], len(evaluation.model_date), evaluation.against_version
    (['beaten'], 10, None)
    >>> evaluation.model_version == shipped().version
    True
    """

    rows: int
    offers: int
    authors: int | None
    base_rate: str
    level: float
    resamples: int
    seed: int
    measures: dict[str, Measure]
    baselines: dict[str, dict[str, Measure]]
    differences: dict[str, Measure]
    bins: tuple[Bin, ...]
    curve: tuple[CurvePoint, ...]
    remarks: tuple[Remark, ...]
    model_version: str
    model_date: str
    against_version: str | None

    def to_frame(self) -> pd.DataFrame:
        """Give all measures, and the differences, as a pandas table: forecast, measure, value, low, high."""
        import pandas as pd

        rows = [
            (forecast, name, *measure)
            for forecast, measures in ({"model": self.measures} | self.baselines).items()
            for name, measure in measures.items()
        ]
        rows += [(forecast, DIFFERENCE.name, *measure) for forecast, measure in self.differences.items()]
        frame = pd.DataFrame(rows, columns=["forecast", "measure", "value", "low", "high"])
        return frame.astype({"value": float, "low": float, "high": float})

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain data, ready for JSON."""
        return asdict(self) | {
            "measures": _plain(self.measures),
            "baselines": {name: _plain(measures) for name, measures in self.baselines.items()},
            "differences": _plain(self.differences),
            "bins": [found._asdict() for found in self.bins],
            "curve": [point._asdict() for point in self.curve],
            "remarks": [remark.to_dict() for remark in self.remarks],
        }

    def plot_calibration(self, ax: Axes | None = None) -> Axes:
        """Draw likelihoods against what became of them; see `interview_outcome.display.plots_calibration`."""
        from interview_outcome.display.plots_calibration import plot_calibration

        return plot_calibration(self, ax=ax)

    def __str__(self) -> str:
        from interview_outcome.display.evaluation import evaluation_text

        return evaluation_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.evaluation import evaluation_html

        return evaluation_html(self)


def _plain(measures: dict[str, Measure]) -> dict[str, dict[str, float | None]]:
    return {name: measure._asdict() for name, measure in measures.items()}


def evaluate(
    frame: Any,
    *,
    model: Model | None = None,
    against: Model | None = None,
    base_rate: Literal["model", "sample"] = "model",
    on: date | str | None = None,
    level: float = 0.8,
    seed: int = 0,
) -> Evaluation:
    """Measure how true a model's likelihoods were.

    Parameters
    ----------
    frame : eager frame of pandas, polars, pyarrow or another library that narwhals knows
        One interview a row: columns named after signals and context keys, ``offer`` (yes or no, blank where
        it is not known yet), and ``author`` where several rows may be one person's.
    model : Model, optional
        Another model than the one that comes with the package.
    against : Model, optional
        A second model, to be compared with on the same interviews, such as `interview_outcome.model.shipped`
        gives: ``differences["against"]``. Keep the simpler of the two unless the interval lies below 0.
    base_rate : {"model", "sample"}
        "sample" for a collection, whose mix of results says nothing: the model's base rates give way to one
        number that makes the mean likelihood the share of offers. "model" for a full record.
    on : date, ISO string or name of a column, optional
        The day of the question; without it a column ``on`` where there is one, else silence is no evidence.
    level : float
        Of the intervals, between 0 and 1.
    seed : int
        Of the bootstrap and of the folds.

    Returns
    -------
    Evaluation
        Measures with intervals, for the model, the other model and every baseline, and how much better or worse
        the model is than each of these.

    Raises
    ------
    OutcomeError
        With every problem of the table by row and column, or where one result alone occurs.

    Warns
    -----
    WeakEvidenceWarning
        Of fewer than 30 rows, fewer than 5 of one result, rows that stand there twice, answers that never
        differ, and columns that are named almost like a signal, a context key or ``author``.

    Examples
    --------
    >>> import pandas as pd
    >>> evaluate(pd.DataFrame({"praised": ["yes"] * 40, "offer": "yes"}))
    Traceback (most recent call last):
        ...
    interview_outcome.errors.OutcomeError: All 40 interviews ended with an offer: with one result alone \
nothing can be compared. Add interviews that ended otherwise.
    """
    model, level, seed = checked(model, against, base_rate, level, seed)
    outcomes = read_outcomes(frame, on=on)
    check_results(outcomes)
    warn_of_weakness(outcomes)
    log_odds, start = forecast(outcomes, model, base_rate)
    forecasts = {"model": log_odds}
    if against is not None:
        forecasts["against"] = forecast(outcomes, against, base_rate)[0]
    forecasts |= baseline_forecasts(outcomes, model, base_rate, seed)
    found = take_measures(forecasts, outcomes.results, outcomes.groups, level=level, seed=seed)
    remarks = (*outcomes.remarks, *outcomes.weaknesses, *own_cases(outcomes, model))
    if against is not None:
        remarks += own_cases(outcomes, against, TITLES["against"])
    remarks += beaten(found, len(outcomes.results), base_rate, level)
    if base_rate == "sample":
        text = f"The base rates gave way to {expit(start):.1%} for all, which fits the mix of this sample."
        remarks += (Remark("sample_base_rate", (), text),)
    return Evaluation(
        rows=len(outcomes.results),
        offers=outcomes.offers,
        authors=outcomes.authors,
        base_rate=base_rate,
        level=level,
        resamples=found.resamples,
        seed=seed,
        measures=found.measures["model"],
        baselines={name: measures for name, measures in found.measures.items() if name != "model"},
        differences=found.differences,
        bins=found.bins,
        curve=found.curve,
        remarks=remarks,
        model_version=model.version,
        model_date=model.created,
        against_version=None if against is None else against.version,
    )
