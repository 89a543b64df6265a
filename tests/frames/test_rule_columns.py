from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_lists import interview_lists

from interview_outcome import rules
from interview_outcome.checklist import parse
from interview_outcome.features import FEATURES
from interview_outcome.frames.columns.table import parse_table
from interview_outcome.frames.scores.rule_columns import apply_rules
from interview_outcome.model import shipped


def _as_one(found, row):
    """What the columns say of one row, in the form of the single path."""
    shares = {
        feature: share for feature, share in zip(found.features, found.shares[row], strict=True) if share
    }
    codes = zip(
        (combination.code for combination in rules.COMBINATIONS), found.combinations[row], strict=True
    )
    combinations = tuple(code for code, complete in codes if complete)
    silence = found.silence
    if silence is None or not silence.known[row]:
        return shares, combinations, None
    return shares, combinations, (silence.days[row], silence.only_if_positive[row], silence.manager[row])


@pytest.fixture(scope="module")
def layer():
    return shipped().layer


@given(interview_lists())
def test_columns_and_single_checklists_agree_bit_by_bit(layer, rows):
    """Every rule, over columns, gives what it gives for one checklist: shares, combinations and silence."""
    found = apply_rules(parse_table(pd.DataFrame(rows, dtype=object)), layer)
    for number, row in enumerate(rows):
        on = row["on"]
        one = layer(parse({key: value for key, value in row.items() if key != "on"}, on=on), on)
        silence = None if one.silence is None else (one.silence.days, *one.silence[2:])
        assert _as_one(found, number) == (one.shares, one.combinations, silence)


def test_features_are_those_of_the_columns_and_of_what_dates_derive(layer):
    """Only what can occur has a column, in the order of the model."""
    frame = pd.DataFrame({"praised": [True], "contact_by": ["2026-11-20"], "heard_on": ["2026-11-18"]})
    found = apply_rules(parse_table(frame, on=dt.date(2026, 11, 21)), layer)
    assert {signal for signal, _ in found.features} == {
        "praised",
        "contact_date_given",
        "contact_date_missed",
    }
    assert list(found.features) == sorted(found.features, key=FEATURES.index)
    assert found.silence.days.tolist() == [1]


@given(st.integers(0, 3))
def test_no_column_of_signals_gives_no_feature(rows):
    """A table that knows the context alone has shares of no feature, and as many rows."""
    found = apply_rules(parse_table(pd.DataFrame({"stage": ["final"] * rows})), shipped().layer)
    assert found.shares.shape == (rows, 0)
    assert found.combinations.shape == (rows, len(rules.COMBINATIONS))
    assert not np.any(found.combinations)
    assert found.silence is None
