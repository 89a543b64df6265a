"""The calibration plot: what is where, and that it can be read."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from pictures import flaws, written

from interview_outcome import evaluate
from interview_outcome.display.plot_style import AGAINST, FOR
from interview_outcome.display.plots_calibration import plot_calibration


@pytest.fixture(scope="module")
def evaluation():
    number = np.arange(120)
    offers = (number % 3 == 0) & (number % 5 < 3) | (number % 7 == 0)
    return evaluate(pd.DataFrame({
        "praised": np.where(number % 3 == 0, "yes", None), "interest_stated": np.where(number % 5 < 2, "yes", "no"),
        "test_passed": np.where(number % 4 == 0, "yes", None), "stage": np.where(number % 2 == 0, "final", "first"),
        "offer": np.where(offers, "yes", "no"),
    }))  # fmt: skip


def canvas():
    return Figure(figsize=(5.2, 4.8), layout="constrained").add_subplot()


def test_dots_bars_curve_and_band_are_the_numbers_of_the_evaluation(evaluation):
    ax = canvas()
    assert plot_calibration(evaluation, ax=ax) is ax
    dots = ax.collections[-1]
    assert dots.get_offsets().tolist() == [[each.likelihood, each.offers] for each in evaluation.bins]
    sizes = dots.get_sizes()
    assert sizes.max() == sizes[np.argmax([each.rows for each in evaluation.bins])]
    bars = ax.collections[-2].get_segments()
    assert [[bar[0][1], bar[1][1]] for bar in bars] == [[each.low, each.high] for each in evaluation.bins]
    diagonal, curve = ax.lines
    assert diagonal.get_xydata().tolist() == [[0, 0], [1, 1]]
    assert curve.get_xydata().tolist() == [[point.likelihood, point.offers] for point in evaluation.curve]
    band = ax.collections[0].get_paths()[0].vertices
    assert band[:, 1].min() == pytest.approx(min(point.low for point in evaluation.curve))
    assert band[:, 1].max() == pytest.approx(max(point.high for point in evaluation.curve))


def test_forms_say_the_same_as_colours(evaluation):
    ax = plot_calibration(evaluation, ax=canvas())
    assert to_rgba(ax.lines[1].get_color()) == to_rgba(FOR)
    assert tuple(ax.collections[-1].get_facecolor()[0]) == to_rgba(AGAINST)
    assert ax.lines[0].get_linestyle() == "--"
    names = [text.get_text() for text in ax.get_legend().get_texts()]
    assert names == ["as it should be", "80% band", "calibration curve", "like interviews, 80% interval"]


def test_it_can_be_read(evaluation):
    ax = plot_calibration(evaluation, ax=canvas())
    assert flaws(ax) == []
    assert "Calibration on 120 interviews" in [text.get_text() for text in written(ax)]


def test_without_a_curve_the_dots_are_left():
    told = pd.DataFrame({"stage": "final", "offer": ["yes", "no"] * 20})
    ax = evaluate(told, base_rate="sample").plot_calibration(ax=canvas())
    assert len(ax.lines) == 1
    assert len(ax.collections[-1].get_offsets()) == 1


def test_without_axes_a_new_figure_is_made(evaluation):
    from matplotlib import pyplot as plt

    ax = evaluation.plot_calibration()
    assert ax.get_aspect() == 1
    plt.close(ax.figure)
