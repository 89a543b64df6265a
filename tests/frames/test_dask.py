"""Dask on a real cluster: a scheduler and a worker process of this machine."""

from __future__ import annotations

import dask.dataframe as dd
import frame_kinds
import pandas as pd
import pytest
from dask.distributed import Client, LocalCluster
from frame_kinds import ROWS, assert_same
from hypothesis import given, settings
from interview_lists import interview_lists
from recipes import code_of

import interview_outcome as outcome
from interview_outcome.model import shipped

pytestmark = pytest.mark.usefixtures("client")


@pytest.fixture(scope="module")
def client():
    with (
        LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None, processes=True) as cluster,
        Client(cluster) as opened,
    ):
        yield opened


@settings(max_examples=10)
@given(rows=interview_lists(min_size=2))
@pytest.mark.parametrize(
    "kind",
    [
        frame_kinds.pandas_objects,
        frame_kinds.pandas_nullable,
        frame_kinds.pandas_words,
        frame_kinds.pandas_arrow,
    ],
)
def test_dask_stays_lazy_and_gives_what_score_gives(kind, rows):
    """On workers of a cluster; dask turns objects into text, which means the same."""
    frame = dd.from_pandas(kind(rows), npartitions=2)
    scored = outcome.score_frame(frame)
    assert isinstance(scored, dd.DataFrame)
    assert_same(scored.compute(), rows)


def test_index_divisions_and_types_are_known_before_the_run():
    """What dask promises of a frame holds of the scored one."""
    frame = pd.DataFrame(
        {"praised": pd.array([True, None] * 3, dtype="boolean"), "pay": range(6)}, index=range(10, 16)
    )
    given_frame = dd.from_pandas(frame, npartitions=3)
    scored = outcome.score_frame(given_frame, reasons=True)
    assert scored.divisions == given_frame.divisions
    assert scored.dtypes.to_dict() == scored.compute().dtypes.to_dict()
    pd.testing.assert_frame_equal(scored[["praised", "pay"]].compute(), frame)
    pd.testing.assert_frame_equal(scored.compute(), outcome.score_frame(frame, reasons=True))


def test_a_model_travels_to_the_workers(plain_model):
    """Another model than the one of the package."""
    frame = pd.DataFrame({"praised": pd.array([True, False, None, True], dtype="boolean")})
    scored = outcome.score_frame(dd.from_pandas(frame, npartitions=2), model=plain_model).compute()
    pd.testing.assert_frame_equal(scored, outcome.score_frame(frame, model=plain_model))
    assert plain_model is not shipped()


def test_the_recipe_of_the_documentation_runs(client, tmp_path, monkeypatch):
    """With the address of this cluster in place of that of another."""
    monkeypatch.chdir(tmp_path)
    frame_kinds.pandas_nullable(ROWS).to_parquet("interviews.parquet")
    code = code_of("how-to/spark-and-dask.md", "Dask")
    assert "tcp://scheduler:8786" in code
    exec(code.replace("tcp://scheduler:8786", client.scheduler.address), {})
    assert_same(pd.read_parquet("scored.parquet"), ROWS)


def test_a_bad_value_stops_the_run():
    """The error of the worker is the error here."""
    frame = dd.from_pandas(pd.DataFrame({"praised": ["yes", "maybe"]}), npartitions=1)
    with pytest.raises(
        outcome.OutcomeError, match="Row 2 of its batch, column 'praised': praised is 'maybe'"
    ):
        outcome.score_frame(frame).compute()
    with pytest.raises(outcome.OutcomeError, match="reasons=3 adds texts"):
        outcome.score_frame(frame, reasons=3)
