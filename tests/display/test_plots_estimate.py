"""The waterfall: it goes from the base rate to the likelihood, and can be read with any number of reasons."""

import random

import pytest
from hypothesis import given
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from pictures import flaws, labels
from strategies import checklists

from interview_outcome import score, signals
from interview_outcome.display.plot_style import AGAINST, FOR, WIDTH
from interview_outcome.display.plots_estimate import MOST_STEPS, plot_estimate, steps
from interview_outcome.display.text import percent

GOOD = {signal.id: signal.direction == "+" for signal in signals}


def canvas(estimate):
    """Draw an estimate on a figure as large as a new one would be."""
    height = 1.1 + 0.36 * (len(steps(estimate)) + 2)
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    return plot_estimate(estimate, ax=figure.add_subplot())


@given(checklists())
def test_steps_lead_from_the_base_rate_to_the_likelihood(drawn):
    checklist, on = drawn
    estimate = score(checklist, on=on)
    way = steps(estimate)
    assert len(way) <= MOST_STEPS
    reached = estimate.base_rate
    for step in way:
        assert step.start == pytest.approx(reached)
        reached += step.points
    assert reached == pytest.approx(estimate.likelihood)


def test_twenty_reasons_have_a_row_each_and_the_smallest_of_more_share_one(plain_model):
    checklist = {}
    reasons = 0
    for signal in signals:
        checklist[signal.id] = True
        estimate = score(checklist, model=plain_model)
        reasons = len(estimate.reasons)
        if reasons > MOST_STEPS:
            break
        assert [step.text for step in steps(estimate)] == [reason.text for reason in estimate.reasons]
    way = steps(estimate)
    assert way[-1].text == f"{reasons - MOST_STEPS + 1} smaller reasons together"
    assert way[-1].points == pytest.approx(
        sum(reason.points for reason in estimate.reasons[MOST_STEPS - 1 :])
    )


def test_bars_are_the_points_on_the_side_and_in_the_colour_of_the_reason(plain_model):
    estimate = score({"interest_stated": True, "cut_short": True, "praised": True}, model=plain_model)
    ax = plot_estimate(estimate, ax=Figure().add_subplot())
    assert len(ax.patches) == len(estimate.reasons) == 3
    reached = estimate.base_rate
    for bar, reason in zip(ax.patches, estimate.reasons, strict=True):
        assert bar.get_x() == pytest.approx(reached)
        assert bar.get_width() == pytest.approx(reason.points)
        assert bar.get_facecolor() == to_rgba(FOR if reason.points > 0 else AGAINST)
        reached += reason.points
    low, high = estimate.interval
    first, last = ax.get_xlim()
    assert first < low < high < last


def test_everything_is_said_in_words_and_numbers(plain_model):
    estimate = score({"stage": "final", "interest_stated": True}, level=0.9, model=plain_model)
    ax = plot_estimate(estimate, ax=Figure().add_subplot())
    low, high = map(percent, estimate.interval)
    assert labels(ax) == [
        "Base rate",
        "They said in words that they were interested in you.",
        f"Likelihood 90% interval {low} to {high}",
    ]
    points = f"+{100 * (estimate.likelihood - estimate.base_rate):.1f}"
    assert {text.get_text() for text in ax.texts} == {"40%", points, percent(estimate.likelihood)}
    assert ax.get_title(loc="left") == f"{percent(estimate.likelihood)}: {estimate.band}"


@pytest.mark.parametrize(
    "checklist",
    [
        {},
        {"praised": True},
        {"stage": "phone", "position_irrelevant": True, "finalist_exists": True},
        GOOD | {"stage": "final"},
        {signal: not answer for signal, answer in GOOD.items()},
        {signal: GOOD[signal] for signal in random.Random(1).sample(signals.ids, 22)},
        {signal: not GOOD[signal] for signal in random.Random(2).sample(signals.ids, 22)},
        dict.fromkeys(signals.ids, True),
        dict.fromkeys(signals.ids, False),
    ],
    ids=["nothing", "one", "low", "all for", "all against", "22 for", "22 against", "all yes", "all no"],
)
def test_labels_touch_neither_each_other_nor_the_edge(checklist):
    assert flaws(canvas(score(checklist))) == []


@given(checklists())
def test_everything_lies_between_two_numbers_of_the_axis(drawn):
    checklist, on = drawn
    estimate = score(checklist, on=on)
    ax = plot_estimate(estimate, ax=Figure().add_subplot())
    ticks = ax.get_xticks()
    assert (ticks[0], ticks[-1]) == ax.get_xlim()
    assert -1e-9 <= ticks[0] <= estimate.base_rate <= ticks[-1] <= 1 + 1e-9
    assert ticks[0] <= estimate.interval[0] < estimate.interval[1] <= ticks[-1]


def test_an_estimate_draws_itself(plain_model):
    given_axes = Figure().add_subplot()
    assert score({"praised": True}, model=plain_model).plot(ax=given_axes) is given_axes
    assert labels(given_axes)[0] == "Base rate"


@given(checklists())
def test_no_bar_leaves_the_picture(drawn):
    checklist, on = drawn
    for step in steps(score(checklist, on=on)):
        assert -1e-9 <= step.start + step.points <= 1 + 1e-9


def test_where_the_largest_first_would_leave_0_to_100_percent_a_smaller_one_goes_before():
    answers = {
        signal.id: (signal.direction != "-") == (number < 30)
        for number, signal in enumerate(list(signals)[:60])
    }
    found = score(answers | {"stage": "first"})
    reached, largest_first = found.base_rate, []
    for reason in found.reasons:
        reached += reason.points
        largest_first.append(reached)
    assert not all(0 <= likelihood <= 1 for likelihood in largest_first)
    assert all(0 <= step.start + step.points <= 1 for step in steps(found))


def test_it_can_be_read_in_a_small_part_of_a_figure():
    seen = {"stage": "final", "contact_date_given": True, "cut_short": True, "interest_stated": True}
    axes = Figure(figsize=(10.0, 8.0), layout="constrained").subplots(2, 2)
    for ax, answers in zip(axes.flat, (seen, {}, {"praised": False}, seen | {"praised": False}), strict=True):
        plot_estimate(score(answers), ax=ax)
    assert [flaw for ax in axes.flat for flaw in flaws(ax)] == []
