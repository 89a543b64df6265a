"""Whatever is given to a public function: a result, or an `OutcomeError` that says what is wrong."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import interview_outcome as outcome
from interview_outcome.catalogue import signals


class Hostile:
    """Raises at whatever is asked of it."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    def __iter__(self):
        raise RuntimeError

    def __index__(self):
        raise RuntimeError

    def __float__(self):
        raise RuntimeError

    def __repr__(self):
        raise RuntimeError


class HostileMapping(Mapping):
    """Says that it has items, and fails to give them."""

    def __getitem__(self, key):
        raise RuntimeError(key)

    def __iter__(self):
        return iter(["praised"])

    def __len__(self):
        return 1


class OddModule:
    """Comes from a module that is no text."""


OddModule.__module__ = 3

STRANGE = [
    Hostile(), HostileMapping(), OddModule(), [], {}, (), set(), b"x", 1j, Decimal("NaN"), Decimal("sNaN"), Decimal(1),
    float("nan"), float("inf"), -1, 0, 10**400, True, None, "", "x", "2026-11-20", date(2026, 11, 20), datetime.max,
    date.max, object, object(), lambda: None, [[]], {"praised": []}, {1: 2}, ["2026-11-20", 3], range(3), Ellipsis,
]  # fmt: skip
ANYTHING = st.one_of(
    st.sampled_from(STRANGE), st.integers(), st.floats(), st.text(max_size=20), st.dates(), st.binary(max_size=8),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3), st.lists(st.text(max_size=5), max_size=3),
)  # fmt: skip
SEEN = {"praised": True, "interviewed_on": "2026-11-16"}
CALLS = {
    "score a checklist": outcome.score,
    "score a value": lambda it: outcome.score({"praised": it}),
    "score a context": lambda it: outcome.score(
        {"stage": it, "candidates": it, "structured": it, "heard_on": it}
    ),
    "score on": lambda it: outcome.score(SEEN, on=it),
    "score level": lambda it: outcome.score(SEEN, level=it).to_json(),
    "score model": lambda it: outcome.score(SEEN, model=it),
    "ask a checklist": outcome.ask,
    "ask n": lambda it: outcome.ask(SEEN, n=it),
    "ask on": lambda it: outcome.ask(SEEN, on=it),
    "timeline of": outcome.timeline,
    "timeline days": lambda it: outcome.timeline(SEEN, days=it),
    "timeline on": lambda it: outcome.timeline(SEEN, on=it, days=2),
    "first below": lambda it: outcome.timeline(SEEN, days=2).first_below(it),
    "advise on": lambda it: outcome.advise(SEEN, on=it),
    "advise holidays": lambda it: outcome.advise(SEEN, on="2026-11-20", holidays=it),
    "advise below": lambda it: outcome.advise(SEEN, on="2026-11-20", no_below=it),
    "draft": outcome.draft_letter,
    "draft a field": lambda it: outcome.draft_letter("status", name=it, recipient=it, role=it, contact=it),
    "draft a checklist": lambda it: outcome.draft_letter("status", checklist=it, on=it),
    "review": outcome.review_letter,
    "read": outcome.read,
    "read on": lambda it: outcome.read("They named a day.", on=it),
    "load": lambda it: outcome.load(it) if not isinstance(it, int | bool) else None,
    "schema": outcome.schema,
    "look up": lambda it: signals[it],
    "is in": lambda it: it in signals,
    "search": signals.search,
    "filter": lambda it: signals.filter(family=it, phase=it, direction=it),
    "sql": lambda it: outcome.score(SEEN)._source[2].to_sql(it, table=it, columns=it, keep=it),
}


@pytest.mark.parametrize("thing", STRANGE, ids=lambda thing: type(thing).__name__)
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_what_is_strange_is_refused_in_words(call, thing):
    """Or taken, where it can be."""
    try:
        call(thing)
    except outcome.OutcomeError as error:
        assert str(error)


@settings(max_examples=40, deadline=None)
@given(thing=ANYTHING)
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_nothing_else_is_raised(call, thing):
    try:
        call(thing)
    except outcome.OutcomeError as error:
        assert str(error)
