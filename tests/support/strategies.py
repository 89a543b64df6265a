"""What hypothesis makes checklists from."""

from datetime import date, timedelta

from hypothesis import strategies as st

from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import CHOICES

START = date(2026, 11, 2)
DAYS = 60

answers = st.dictionaries(st.sampled_from(signals.ids), st.booleans(), max_size=25)
optional = {key: st.sampled_from(values) for key, values in CHOICES.items()}
contexts = st.fixed_dictionaries(
    {},
    optional=optional | {"candidates": st.integers(1, 100), "structured": st.booleans()},
)


@st.composite
def dates(draw):
    """Dates in an order that can be, all within `DAYS` of `START`."""
    later = st.integers(0, DAYS)
    given_dates = {"interviewed_on": START}
    for key in ("contact_by", "contacted_on", "heard_on"):
        if draw(st.booleans()):
            given_dates[key] = START + timedelta(days=draw(later))
    if draw(st.booleans()):
        del given_dates["interviewed_on"]
    return given_dates


@st.composite
def checklists(draw):
    """A checklist and a day of the question, or None."""
    found = draw(answers) | draw(contexts) | draw(st.one_of(st.just({}), dates()))
    on = START + timedelta(days=DAYS + draw(st.integers(0, 40))) if draw(st.booleans()) else None
    return found, on
