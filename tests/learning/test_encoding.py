"""The matrix of a table: with the weights of a model it gives the scores of that model."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import checklists

from interview_outcome import score
from interview_outcome.checklist import parse
from interview_outcome.features import FEATURES
from interview_outcome.frames.columns.table import parse_table
from interview_outcome.learning.compression import FACTORS, compress, expand
from interview_outcome.learning.encoding import COMBINATION_CODES, encode, encode_table
from interview_outcome.model import expit, shipped
from interview_outcome.weights import Covariance

WEIGHTS = np.array([shipped().weights[feature].weight for feature in FEATURES])


@given(st.lists(checklists(), min_size=1, max_size=8))
def test_shares_and_weights_give_the_scores(drawn):
    frame = pd.DataFrame([{"praised": None} | checklist | {"on": on} for checklist, on in drawn])
    found = encode_table(parse_table(frame), shipped()).log_odds(shipped())
    for (checklist, on), value in zip(drawn, found, strict=True):
        assert expit(value) == pytest.approx(score(checklist, on=on).likelihood, abs=1e-12)


def test_bounds_on_absences_and_on_waiting_are_in_the_shares():
    """A form that answers every question with no: together at most half a step for, and one and a half against."""
    none = dict.fromkeys((signal for signal, _ in FEATURES), False)
    design = encode_table(parse_table(pd.DataFrame([none])), shipped())
    values = design.shares[0] * WEIGHTS
    assert values[values > 0].sum() == pytest.approx(0.5)
    assert values[values < 0].sum() == pytest.approx(-1.5)


def test_rows_in_several_blocks_and_more_columns_are_the_same():
    frame = pd.DataFrame({"praised": [True, False, None] * 2000, "stage": ["final", "first", None] * 2000})
    design = encode_table(parse_table(frame), shipped(), columns=len(FEATURES) + 2)
    assert design.shares.shape == (6000, len(FEATURES) + 2)
    assert (design.shares[:, len(FEATURES) :] == 0).all()
    assert design.log_odds(shipped()).reshape(2000, 3).std(axis=0) == pytest.approx(0, abs=1e-12)


@given(st.lists(checklists(), min_size=1, max_size=5))
def test_checklists_one_by_one_are_encoded_as_a_table_is_before_the_bounds(drawn):
    found, combinations = encode([parse(checklist) for checklist, _ in drawn], shipped().layer)
    for row, (checklist, _) in enumerate(drawn):
        features = shipped().features(parse(checklist))
        assert {
            FEATURES[column]: share for column, share in enumerate(found[row]) if share
        } == features.shares
        assert [
            code for code, done in zip(COMBINATION_CODES, combinations[row], strict=True) if done
        ] == list(features.combinations)


def covariance(seed, size=40):
    """A prior from which some interviews took something away."""
    random = np.random.default_rng(seed)
    prior = random.uniform(0.2, 0.6, size)
    rows = random.choice([0.0, 1.0], p=[0.8, 0.2], size=(200, size))
    return np.linalg.inv(np.diag(1 / prior) + rows.T @ rows / 5), prior


@given(st.integers(0, 1000))
def test_compression_keeps_every_variance_and_the_spread_of_sums_nearly(seed):
    exact, prior = covariance(seed)
    found = expand(compress(exact, prior))
    assert np.diag(found) == pytest.approx(np.diag(exact), rel=1e-3)
    sums = np.random.default_rng(seed).choice([0.0, 1.0], p=[0.7, 0.3], size=(50, len(prior)))
    spread, kept = (np.sqrt(np.einsum("ij,jk,ik->i", sums, each, sums)) for each in (exact, found))
    assert np.median(kept / spread) == pytest.approx(1, abs=0.1)
    assert kept == pytest.approx(spread, rel=0.35)


def test_what_is_compressed_already_stays_as_it_is():
    exact, prior = covariance(1, size=30)
    once = compress(exact, prior)
    twice = compress(expand(once), np.array(once.diagonal))
    assert len(once.signs) <= FACTORS
    assert expand(twice) == pytest.approx(expand(once), abs=1e-9)


def test_the_spread_of_a_sum_is_that_of_the_whole_matrix():
    exact, prior = covariance(2, size=len(FEATURES))
    found = compress(exact, prior)
    shares = {FEATURES[3]: 1.0, FEATURES[10]: 0.5}
    vector = np.zeros(len(FEATURES))
    vector[[3, 10]] = 1.0, 0.5
    assert found.quadratic(shares) == pytest.approx(vector @ expand(found) @ vector)


def test_a_diagonal_needs_no_factors():
    assert compress(np.diag([1.0, 2.0]), np.array([1.0, 2.0])) == Covariance((1.0, 2.0), (), ())
