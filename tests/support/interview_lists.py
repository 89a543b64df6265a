"""Random interviews, as people and tables hold them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from interview_outcome import signals
from interview_outcome.checklist_values import CHOICES

# Signals that a rule names are drawn often, so that rules meet each other.
_RULED = (
    "contact_date_given", "next_steps_explained", "vague_call_promise", "clarifying_questions_asked",
    "clarifying_questions_stopped", "standard_questions_only", "smooth_dialogue", "ran_long", "cut_short",
    "long_silence", "quick_contact_after", "contact_date_missed", "called_by_phone", "thank_you_answered",
    "thank_you_sent", "no_call_if_refused", "interest_stated", "test_passed", "friendly_interaction",
    "position_irrelevant", "offer_announced", "finalist_exists", "told_you_are_finalist", "vacancy_removed",
    "next_round_scheduled", "internal_candidate", "consult_colleagues", "candidate_felt_good", "praised",
    "more_candidates_to_see", "decision_not_soon", "candidate_contacted_too_early",
)  # fmt: skip
_FIRST = dt.date(2026, 1, 1)


@st.composite
def _dates(draw):
    """Dates that can be, in their order, and the day of the question."""
    interviewed = _FIRST + dt.timedelta(days=draw(st.integers(0, 20)))
    asked = interviewed + dt.timedelta(days=draw(st.integers(0, 40) | st.integers(0, 500)))
    between = st.dates(interviewed, asked)
    dates = {
        "interviewed_on": interviewed,
        "contact_by": draw(st.dates(interviewed, asked + dt.timedelta(days=9))),
        "contacted_on": draw(between),
        "heard_on": draw(between),
        "on": asked,
    }
    return {key: value if draw(st.booleans()) else None for key, value in dates.items()}


@st.composite
def _interview(draw, *, with_dates):
    names = draw(st.lists(st.sampled_from(_RULED) | st.sampled_from(signals.ids), max_size=25, unique=True))
    found = {name: draw(st.sampled_from([True, False, None])) for name in names}
    found |= {key: draw(st.sampled_from([None, *values])) for key, values in CHOICES.items()}
    found["candidates"] = draw(st.none() | st.integers(1, 6) | st.integers(1, 100))
    found["structured"] = draw(st.sampled_from([True, False, None]))
    return found | (draw(_dates()) if with_dates else {})


@st.composite
def interview_lists(draw, *, with_dates=True, min_size=1, max_size=8):
    """Checklists with the same keys, None where nothing is known, and the day of the question as ``on``."""
    rows = draw(st.lists(_interview(with_dates=with_dates), min_size=min_size, max_size=max_size))
    keys = list(dict.fromkeys(key for row in rows for key in row))
    return [{key: row.get(key) for key in keys} for row in rows]
