"""The same interviews in every kind of eager frame, and what `score` says of them."""

from datetime import date

import pandas as pd
import polars as pl
import pyarrow as pa

import interview_outcome as outcome
from interview_outcome import signals
from interview_outcome.checklist_values import CHOICES, DATE_KEYS

DATES = (*DATE_KEYS, "on")
WORDS = {True: "Yes", False: " no", None: "unknown"}


# Four interviews with answers, context and dates.
ROWS = [
    {
        "praised": number % 2 == 0 or None, "cut_short": number == 1, "stage": "final", "candidates": number or None,
        "interviewed_on": date(2026, 11, 2), "on": date(2026, 11, 2 + 5 * number) if number else None,
    }
    for number in range(4)
]  # fmt: skip


def _columns(rows):
    return {key: [row[key] for row in rows] for key in rows[0]}


def _asked(key):
    return key in signals or key == "structured"


def _mapped(rows, change):
    return {key: change(key, values) for key, values in _columns(rows).items()}


def _nullable(key, values):
    if _asked(key):
        return pd.array(values, dtype="boolean")
    if key == "candidates":
        return pd.array(values, dtype="Int64")
    return pd.Series(pd.to_datetime(values)) if key in DATES else pd.array(values, dtype="str")


def _words(key, values):
    if _asked(key):
        return [WORDS[value] for value in values]
    return [None if value is None else str(value) for value in values]


def _numbers(key, values):
    if _asked(key) or key == "candidates":
        return [float("nan") if value is None else float(value) for value in values]
    return values


def _arrow(key, values):
    if _asked(key):
        return pa.array(values, pa.bool_())
    if key == "candidates":
        return pa.array(values, pa.int64())
    if key in DATES:
        return pa.array(values, pa.date32())
    return pa.array(values, pa.string()).dictionary_encode() if key in CHOICES else pa.array(values)


def pandas_objects(rows):
    return pd.DataFrame(_columns(rows), dtype=object)


def pandas_nullable(rows):
    return pd.DataFrame(_mapped(rows, _nullable))


def pandas_words(rows):
    return pd.DataFrame(_mapped(rows, _words))


def pandas_categories(rows):
    return pandas_words(rows).astype("category")


def pandas_numbers(rows):
    return pd.DataFrame(_mapped(rows, _numbers))


def pandas_arrow(rows):
    return pyarrow_table(rows).to_pandas(types_mapper=pd.ArrowDtype)


def pyarrow_table(rows):
    return pa.table(_mapped(rows, _arrow))


def polars_frame(rows):
    return pl.DataFrame(pyarrow_table(rows))


def polars_words(rows):
    return pl.DataFrame(_mapped(rows, _words), schema_overrides=dict.fromkeys(rows[0], pl.String))


EAGER = (
    pandas_objects, pandas_nullable, pandas_words, pandas_categories, pandas_numbers, pandas_arrow,
    pyarrow_table, polars_frame, polars_words,
)  # fmt: skip


def estimates(rows, **arguments):
    """Score the rows one by one."""
    return [
        outcome.score(
            {key: value for key, value in row.items() if key != "on"}, on=row.get("on"), **arguments
        )
        for row in rows
    ]


def assert_same(found, rows, **arguments):
    """Check that columns hold what `score` says, to 1e-12."""
    found = found.to_pydict() if isinstance(found, pa.Table) else found
    for number, one in enumerate(estimates(rows, **arguments)):
        here = [float(found[name][number]) for name in ("likelihood", "low", "high", "base_rate")]
        there = [one.likelihood, *one.interval, one.base_rate]
        assert max(abs(a - b) for a, b in zip(here, there, strict=True)) < 1e-12
