"""The JSON Schema says the same of an input as the library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome import schema, signals
from interview_outcome.checklist import parse
from interview_outcome.checklist_values import CONTEXT_KEYS
from interview_outcome.errors import OutcomeError

jsonschema = pytest.importorskip("jsonschema")
keys = st.sampled_from([*CONTEXT_KEYS, "praised", "cut_short", "prased"])
values = st.sampled_from(
    [True, False, None, "final", "phone", "panel", "slow", "2026-11-16", "soon", 3, 0, 101, 2.5, "x"]
)


def test_every_signal_and_context_key_is_described():
    found = schema()["properties"]
    assert set(found) == {*signals.ids, *CONTEXT_KEYS}
    assert all(entry["description"].endswith("?") for entry in found.values())
    assert "Leave out what is not known" in schema()["description"]


@pytest.mark.parametrize("what", ["checklist", "estimate", "model"])
def test_a_schema_is_a_valid_schema_and_made_anew(what):
    jsonschema.Draft202012Validator.check_schema(schema(what))
    schema(what)["properties"].clear()
    assert schema(what)["properties"]


@given(st.dictionaries(keys, values, max_size=4))
def test_what_fits_the_schema_is_taken_unless_dates_contradict(checklist):
    if jsonschema.Draft202012Validator(schema()).is_valid(checklist):
        try:
            parse(checklist)
        except OutcomeError as error:
            assert {problem.code for problem in error.problems} <= {"date_order"}


@given(st.dictionaries(keys, values, max_size=4))
def test_what_the_library_refuses_does_not_fit_the_schema(checklist):
    try:
        parse(checklist)
    except OutcomeError as error:
        if {problem.code for problem in error.problems} != {"date_order"}:
            assert not jsonschema.Draft202012Validator(schema()).is_valid(checklist)


def test_another_name_is_told():
    with pytest.raises(OutcomeError, match="what is 'lists'; allowed: checklist, estimate, model"):
        schema("lists")
    with pytest.raises(OutcomeError, match="what is 3"):
        schema(3)
