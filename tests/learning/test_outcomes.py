"""Tables with results: read from any frame, checked by row and column, and warned of where they are weak."""

import warnings

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome import OutcomeError, evaluate, fit, signals
from interview_outcome.errors import WeakEvidenceWarning
from interview_outcome.learning.outcomes import read_outcomes

YES, NO, OPEN = (
    ["yes", "Yes", " YES ", True, 1, 1.0],
    ["no", "NO", False, 0, 0.0],
    [None, "", "unknown", float("nan")],
)


def table(**columns):
    """Forty interviews in which nothing is weak."""
    base = {"praised": ["yes", "no", None, "yes"] * 10, "offer": ["yes", "no"] * 20}
    return pd.DataFrame(base | columns)


@given(st.lists(st.sampled_from([*YES, *NO, *OPEN]), min_size=1, max_size=12))
def test_every_way_to_write_a_result_is_read(written):
    outcomes = read_outcomes(pd.DataFrame({"praised": "yes", "offer": pd.Series(written, dtype=object)}))
    expected = [float(value in YES) for value in written if value in YES or value in NO]
    assert outcomes.results.tolist() == expected
    assert outcomes.table.rows == len(expected)
    assert [remark.code for remark in outcomes.remarks] == ["no_result"] * (len(expected) < len(written))


@pytest.mark.parametrize(
    "make", [pd.DataFrame, pl.DataFrame, pa.table, lambda data: pd.DataFrame(data).convert_dtypes()]
)
@pytest.mark.parametrize("offers", [[True, False, None], ["yes", "no", None], [1, 0, None], [1.0, 0.0, None]])
def test_any_frame_gives_the_same_outcomes(make, offers):
    data = {"praised": ["yes", "no", "yes"], "offer": offers, "author": ["Ann", None, "Ann"]}
    outcomes = read_outcomes(make(data))
    assert outcomes.results.tolist() == [1.0, 0.0]
    assert outcomes.table.answers["praised"].tolist() == [1, 0]
    assert outcomes.offers == 1


def test_rows_without_a_result_are_left_out_with_all_that_belongs_to_them():
    frame = pd.DataFrame({
        "praised": ["yes", "no", "yes"], "stage": ["final", "first", "phone"], "offer": ["no", None, "yes"],
        "interviewed_on": ["2026-11-02", "2026-11-03", "2026-11-04"],
    })  # fmt: skip
    outcomes = read_outcomes(frame, on="2026-11-20")
    assert outcomes.table.context["stage"].tolist() == [3, 0]
    assert len(outcomes.table.on) == 2
    assert outcomes.remarks[0].text == "1 of 3 rows have no result yet and were left out."


def test_wrong_values_are_told_by_row_and_column_all_at_once():
    frame = table()
    frame.loc[16, "praised"] = "perhaps"
    frame.loc[18, "offer"] = "hired"
    frame["stage"] = ["final"] * 39 + ["last"]
    with pytest.raises(OutcomeError) as caught:
        read_outcomes(frame)
    assert [problem.path for problem in caught.value.problems] == [
        "row 17, praised",
        "row 19, offer",
        "row 40, stage",
    ]
    assert "Row 19, column 'offer': offer is 'hired'; allowed: yes, no, True, False, 1, 0" in str(
        caught.value
    )
    assert "Write yes for an offer and no for a refusal." in str(caught.value)


def test_a_table_without_results_says_how_they_are_named():
    with pytest.raises(
        OutcomeError, match=r"There is no column 'offer'; .* Name the column of results 'offer'"
    ):
        read_outcomes(table().rename(columns={"offer": "hired"}))
    with pytest.raises(OutcomeError, match="No column is named after a signal"):
        read_outcomes(pd.DataFrame({"offer": ["yes"], "mood": ["good"]}))


def weaknesses(frame):
    """Give what is weak, by code."""
    return {remark.code: remark for remark in read_outcomes(frame).weaknesses}


def test_a_sound_table_has_no_weakness_and_no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        evaluate(table())
    assert weaknesses(table()) == {}


def test_few_rows_and_few_of_one_result_are_weak():
    assert list(weaknesses(table().head(29))) == ["few_rows"]
    assert list(weaknesses(table().head(30))) == []
    few = weaknesses(table(offer=["yes"] * 4 + ["no"] * 36))
    assert few["few_of_one_result"].text == "Only 4 offers: at least 5 are needed to lean on it."
    few = weaknesses(table(offer=["yes"] * 36 + ["no"] * 4))
    assert few["few_of_one_result"].text == "Only 4 refusals: at least 5 are needed to lean on it."


def test_warnings_have_their_own_category_and_point_to_the_call():
    for call in (evaluate, lambda frame: fit(frame, mix="record")):
        with pytest.warns(WeakEvidenceWarning, match="Only 20 interviews with a result") as caught:
            call(table().head(20))
        assert caught[0].filename == __file__


def test_the_same_answer_in_every_row_is_weak_unless_there_are_few_rows():
    found = weaknesses(table(cut_short="no", ran_long="yes", referred=None))
    assert found["constant"].signals == ("cut_short", "ran_long")
    assert "tells nothing apart: cut_short, ran_long." in found["constant"].text
    assert "constant" not in weaknesses(table(cut_short="no").head(20))


def many_answers(rows, seed=0):
    """Rows of twenty answers, of which no two are the same."""
    random = np.random.default_rng(seed)
    names = signals.ids[:20]
    frame = pd.DataFrame(random.choice(["yes", "no"], size=(rows, 20)), columns=names).drop_duplicates()
    return frame.assign(offer=["yes", "no"] * (len(frame) // 2) + ["yes"] * (len(frame) % 2))


def test_rows_that_stand_there_twice_are_named():
    frame = many_answers(60)
    twice = pd.concat([frame, frame.iloc[[3, 5]]], ignore_index=True)
    text = weaknesses(twice)["duplicate_rows"].text
    assert text.endswith("counts twice. Rows are counted from 1, without the header.")
    assert text.startswith(f"The same as a row before: row {len(frame) + 1}, {len(frame) + 2}. An interview")
    assert "duplicate_rows" not in weaknesses(frame)
    many = pd.concat([frame, frame.iloc[:9]], ignore_index=True)
    assert " and 4 more." in weaknesses(many)["duplicate_rows"].text


def test_rows_are_numbered_as_in_the_table_even_where_some_have_no_result():
    frame = many_answers(60)
    frame = pd.concat([frame.head(2).assign(offer=None), frame, frame.tail(1)], ignore_index=True)
    assert f"row {len(frame)}." in weaknesses(frame)["duplicate_rows"].text


def test_rows_are_not_the_same_if_authors_results_or_context_differ_or_little_is_known():
    frame = many_answers(60)
    names = [f"a{number}" for number in range(len(frame))]
    again = frame.iloc[[3]]
    for other in (
        pd.concat([frame.assign(author=names), again.assign(author="new")]),
        pd.concat([frame, again.assign(offer=["yes" if again["offer"].item() == "no" else "no"])]),
        pd.concat([frame.assign(stage="final"), again.assign(stage="first")]),
        pd.concat([frame, again])[[*frame.columns[:4], "offer"]],
    ):
        assert "duplicate_rows" not in weaknesses(other)


def test_columns_that_are_not_used_are_named_and_near_misses_are_asked_about():
    outcomes = read_outcomes(table(company="Acme", prased="yes", cut_shrt="yes", Stage="final"))
    assert outcomes.remarks[0].signals == ("company", "prased")
    texts = [remark.text for remark in outcomes.weaknesses]
    assert texts == [
        "Column 'cut_shrt' was not used. If 'cut_short' is meant, rename it.",
        "Column 'Stage' was not used. If 'stage' is meant, rename it.",
    ]  # praised has a column of its own


def test_a_day_in_another_case_is_asked_about_unless_the_day_is_there():
    frame = table(heard_on="2026-11-02", On="2026-11-30")
    for found, expected in (
        (read_outcomes(frame), ["Column 'On' was not used. If 'on' is meant, rename it."]),
        (read_outcomes(frame, on="2026-11-30"), []),
        (read_outcomes(frame.assign(on="2026-11-30")), []),
    ):
        assert [remark.text for remark in found.weaknesses if "On" in remark.signals] == expected


def test_columns_very_like_a_context_key_or_the_author_are_asked_about_unless_it_is_there():
    found = read_outcomes(table(candidate="Ann", Author="Ann", place="Riga", stages="final", stage="final"))
    assert found.remarks[0].signals == ("place", "stages")
    assert [remark.text for remark in found.weaknesses] == [
        "Column 'candidate' was not used. If 'candidates' (how many) or 'author' (who) is meant, rename it.",
        "Column 'Author' was not used. If 'author' is meant, rename it.",
    ]


def test_of_very_many_columns_twenty_are_named():
    (remark,) = read_outcomes(table(**{f"other_{number}": "" for number in range(30)})).remarks
    assert remark.signals == tuple(f"other_{number}" for number in range(20))
    assert (
        remark.text
        == "These columns and 10 more were not used: neither signals nor context keys have their names. "
        "`outcome signals --search WORD` finds the signal that is meant."
    )


def test_the_day_of_the_question_is_no_unused_column():
    frame = table(asked="2026-11-20", interviewed_on="2026-11-02")
    assert read_outcomes(frame, on="asked").remarks == ()
    assert read_outcomes(frame.rename(columns={"asked": "on"})).remarks == ()


def test_rows_without_an_author_stand_for_themselves():
    authors = ["Ann", "Ann", "Bo", "Cy", "Di", None, "", float("nan")] * 5
    outcomes = read_outcomes(table(author=authors))
    assert outcomes.authors == 4 + 15
    groups = outcomes.groups
    assert groups.max() + 1 == 19
    assert groups[0] == groups[1] == groups[8] != groups[2]
    assert len(set(groups[[5, 6, 7, 13]])) == 4


@pytest.mark.parametrize("blank", ["NA", "N/A", " NaN ", "null", "None", "unknown", "", "<NA>", "NaT"])
def test_a_word_for_nothing_is_no_author(blank):
    outcomes = read_outcomes(table(author=[f"a{number}" for number in range(10)] + [blank] * 30))
    assert outcomes.authors == 40
    assert len(set(outcomes.groups)) == 40


@pytest.mark.parametrize("blank", [pd.NaT, pd.NA, np.datetime64("NaT"), None, float("nan")])
def test_a_value_for_nothing_is_no_author(blank):
    authors = pd.Series([f"a{number}" for number in range(10)] + [blank] * 30, dtype=object)
    assert read_outcomes(table(author=authors)).authors == 40
    born = pd.to_datetime(pd.Series([f"2000-01-{day:02}" for day in range(1, 11)] + [None] * 30))
    assert read_outcomes(table(author=born)).authors == 40


@pytest.mark.parametrize("kind", [pl.Int128, pl.UInt128, pl.Object, pl.Int8])
def test_columns_that_arrow_does_not_know_are_read(kind):
    frame = pl.DataFrame({
        "praised": ["yes", "no"] * 20,
        "author": pl.Series([number // 2 for number in range(38)] + [None, None], dtype=kind),
        "offer": pl.Series([1, 0, 0, 1] * 10, dtype=kind),
    })  # fmt: skip
    outcomes = read_outcomes(frame)
    assert outcomes.authors == 19 + 2
    assert outcomes.results.tolist() == [1.0, 0.0, 0.0, 1.0] * 10
    assert evaluate(frame).authors == 21


def test_too_few_authors_are_no_groups():
    outcomes = read_outcomes(table(author=["Ann", "Bo", "Cy", "Di"] * 10))
    assert outcomes.authors is None
    assert outcomes.groups.tolist() == list(range(40))
    assert outcomes.weaknesses[0].code == "few_authors"


def test_an_empty_table_is_read_as_one():
    outcomes = read_outcomes(pd.DataFrame({"praised": [], "offer": [], "author": []}))
    assert outcomes.results.tolist() == []
    assert {remark.code for remark in outcomes.weaknesses} == {"few_authors", "few_rows", "few_of_one_result"}
