"""Many interviews at once: any frame in, the same kind out, on one machine or on many."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from interview_outcome.errors import MissingExtraError

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.model import Model

__all__ = ["score_frame"]

Frame = TypeVar("Frame")

for _package in ("numpy", "narwhals", "pyarrow"):
    if find_spec(_package) is None:
        raise MissingExtraError(_package, "frames")


def score_frame(
    frame: Frame,
    *,
    interval: bool = True,
    reasons: bool | int = False,
    on: date | str | None = None,
    model: Model | None = None,
    prefix: str = "",
) -> Frame:
    """Estimate the likelihood of an offer for every interview of a frame.

    Parameters
    ----------
    frame : frame
        Eager: pandas, polars, pyarrow, or another that narwhals knows. Lazy: polars, duckdb relations, dask,
        pyspark. One interview a row; columns named after signals and context keys, with the values that
        `score` takes. A signal without a column is unknown; every other column is left alone.
    interval : bool
        Whether to add ``low`` and ``high``, the interval of 80%, which takes about twice the time.
    reasons : bool or int
        True adds a column ``log_odds_<id>`` for each signal, for ``silence`` and for each combination: what
        it adds to the log-odds, 0 where it does not count. A number from 1 to 10 adds as many columns
        ``reason_1``, ``reason_2`` ... with the strongest reasons in words (eager frames only).
    on : date, ISO string or name of a column, optional
        The day of the question. Without it a column named ``on`` is used where there is one; without that,
        silence is no evidence.
    model : Model, optional
        Another model than the one that comes with the package.
    prefix : str
        Set before the name of each new column.

    Returns
    -------
    frame
        Of the same kind, with the same rows, order and index, and the columns ``likelihood``, ``low``,
        ``high`` and ``base_rate`` added. A lazy frame stays lazy.

    Raises
    ------
    OutcomeError
        With every problem by row, counted from 1, and column. A lazy frame is checked when it is run; its
        engine wraps the error into its own, and the rows are counted in the batch or partition.

    Warns
    -----
    MisspelledColumnWarning
        Where a column that is not read has nearly the name of a signal, a context key or ``on``.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"name": ["Ann", "Bo"], "stage": ["final", "first"], "cut_short": ["yes", None]})
    >>> scored = score_frame(frame, reasons=1)
    >>> list(scored.columns)
    ['name', 'stage', 'cut_short', 'likelihood', 'low', 'high', 'base_rate', 'reason_1']
    >>> scored["base_rate"].tolist(), scored["reason_1"][0]
    ([0.4, 0.2], 'The interview was clearly shorter than planned. (-0.52 log-odds)')
    """
    from interview_outcome.frames.columns.table import warn_of_misspelled
    from interview_outcome.frames.eager import add_eager
    from interview_outcome.frames.engines import add_lazy
    from interview_outcome.frames.kinds import column_names, lazy_engine, unwrap
    from interview_outcome.frames.request import make_request

    native, wrapped = unwrap(frame)
    names = column_names(native)
    request = make_request(names, interval=interval, reasons=reasons, on=on, model=model, prefix=prefix)
    warn_of_misspelled(names, on=on)
    engine = lazy_engine(native)
    scored: Frame = wrapped(add_lazy(engine, native, request) if engine else add_eager(native, request))
    return scored
