"""The picture of a wait: its line is the timeline, and its days of action are marked and named."""

import re

import pytest

pytest.importorskip("matplotlib")

from matplotlib.dates import date2num
from matplotlib.figure import Figure
from pictures import flaws

from interview_outcome import timeline
from interview_outcome.display.plots_timeline import HEIGHT
from interview_outcome.display.timeline import marks

NAMED = {"stage": "final", "candidates": 3, "interviewed_on": "2026-11-16", "contact_by": "2026-11-25"}


def drawn(wait):
    return wait.plot(ax=Figure(figsize=(7.2, HEIGHT), layout="constrained").add_subplot())


def test_the_line_and_the_band_are_the_timeline():
    wait = timeline(NAMED, days=20)
    ax = drawn(wait)
    line = next(line for line in ax.lines if line.get_label() == "likelihood")
    assert [date2num(day) for day in line.get_xdata()] == [date2num(day.date) for day in wait]
    assert list(line.get_ydata()) == [day.likelihood for day in wait]
    ends = {tuple(point) for point in ax.collections[0].get_paths()[0].vertices.tolist()}
    for day in wait:
        assert {(date2num(day.date), end) for end in day.interval} <= ends
    assert (ax.get_ylim(), ax.get_xlim()) == ((0, 1), (date2num(wait[0].date), date2num(wait[-1].date)))


def test_the_days_of_action_are_marked_numbered_and_named():
    wait = timeline(NAMED, days=20)
    ax = drawn(wait)
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names[2:] == [
        "1 Send thanks, 2026-11-17", "2 Wait until this day, 2026-11-25", "3 Ask where you stand, 2026-11-26",
    ]  # fmt: skip
    places = [date2num(line.get_xdata()[0]) for line in ax.lines if line.get_linestyle() == "--"]
    assert places == [date2num(day) for day in marks(wait)]
    assert [text.get_text() for text in ax.texts] == ["1", "2", "3"]


@pytest.mark.parametrize("days", [1, 6, 9, 30, 90, 365])
@pytest.mark.parametrize(
    "more", [{}, {"candidates": 1, "offer_announced": True}], ids=["likely", "very likely"]
)
def test_it_can_be_read_for_any_number_of_days(days, more):
    ax = drawn(timeline(NAMED | more, days=days))
    assert flaws(ax) == []
    ticks = [label.get_text() for label in ax.get_xticklabels()]
    assert ticks[0] == "16 Nov"
    assert 2 <= len(ticks) <= 7
    assert all(re.fullmatch(r"\d{1,2} [A-Z][a-z]{2}", tick) for tick in ticks)


def test_without_axes_a_new_figure_is_made():
    from matplotlib import pyplot as plt

    ax = timeline(NAMED).plot()
    assert ax.figure.get_size_inches()[1] == HEIGHT
    plt.close(ax.figure)


def test_it_can_be_read_in_a_small_part_of_a_figure():
    axes = Figure(figsize=(8.0, 7.0), layout="constrained").subplots(2, 2)
    for ax in axes.flat:
        timeline(NAMED, days=30).plot(ax=ax)
    assert [flaw for ax in axes.flat for flaw in flaws(ax)] == []
