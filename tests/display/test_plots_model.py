"""Pictures of a model: weights, what signals are worth, and what the weights rest on."""

from dataclasses import replace

import pytest
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from pictures import flaws, labels

from interview_outcome import signals
from interview_outcome.catalogue import FAMILIES, UnknownSignalError
from interview_outcome.display import plots
from interview_outcome.display.plot_style import AGAINST, FOR, INK, WIDTH, side_colour
from interview_outcome.display.plots_evidence import MOST_SUPPORTS, supports
from interview_outcome.display.plots_signals import worths
from interview_outcome.display.plots_weights import MOST_WEIGHTS, chosen_weights
from interview_outcome.model import shipped


def axes(height=6.0):
    """Give empty axes of a notebook's width."""
    return Figure(figsize=(WIDTH, height), layout="constrained").add_subplot()


def keys(ax):
    """Give what the legend says."""
    return [" ".join(text.get_text().split()) for text in ax.get_legend().get_texts()]


@pytest.fixture
def model(plain_model):
    """The plain model, with one signal whose evidence is known in every number."""
    praised = plain_model.weights["praised", True]._replace(
        weight=0.5, sd=0.25, scaled=0.2, scaled_sd=0.5, published_interviews=30.0,
        offers=7, refusals=2, case_weight=10.0,
    )  # fmt: skip
    unpraised = plain_model.weights["praised", False]._replace(weight=0.0, case_weight=0.0)
    changed = {("praised", True): praised, ("praised", False): unpraised}
    return replace(plain_model, weights=plain_model.weights | changed)


def test_the_side_of_a_weight_is_its_colour():
    assert (side_colour(0.1), side_colour(-0.1), side_colour(0.0)) == (FOR, AGAINST, INK)


class TestWeights:
    def test_without_a_choice_they_are_the_largest(self, model):
        found = chosen_weights(model)
        assert len(found) == MOST_WEIGHTS
        sizes = [abs(weight.weight) for weight in found]
        assert sizes == sorted(sizes, reverse=True)
        others = set(model.weights.values()) - set(found)
        assert max(abs(weight.weight) for weight in others) <= sizes[-1]

    def test_chosen_signals_come_with_both_answers(self, model):
        by_name = chosen_weights(model, ["praised", "cut_short"])
        assert by_name == chosen_weights(model, [signals["praised"], signals["cut_short"]])
        assert {(weight.signal, weight.answer) for weight in by_name} == {
            ("praised", True), ("praised", False), ("cut_short", True), ("cut_short", False),
        }  # fmt: skip

    def test_with_a_model_from_before_those_come_first_that_moved_most(self, model, plain_model):
        moved = [(weight.signal, weight.answer) for weight in chosen_weights(model, before=plain_model)[:2]]
        assert moved == [("praised", True), ("praised", False)]
        assert len(chosen_weights(model, before=plain_model, most=7)) == 7

    def test_an_unknown_name_is_told(self):
        with pytest.raises(UnknownSignalError, match="Did you mean 'praised'"):
            chosen_weights(signals=["prased"])

    def test_prior_and_learned_weight_stand_in_one_row_with_their_intervals(self, model):
        ax = plots.plot_weights(model, ["praised"], ax=axes())
        assert labels(ax) == [
            "They praised you during the interview.",
            "They did not praise you during the interview.",
        ]
        prior_line, prior, line, dot = ax.lines[:4]
        assert (prior.get_xdata()[0], dot.get_xdata()[0]) == (0.2, 0.5)
        assert list(prior_line.get_xdata()) == pytest.approx([0.2 - 1.2816 * 0.5, 0.2 + 1.2816 * 0.5])
        assert list(line.get_xdata()) == pytest.approx([0.5 - 1.2816 * 0.25, 0.5 + 1.2816 * 0.25])
        assert (prior.get_markerfacecolor(), dot.get_markerfacecolor()) == ("none", FOR)
        assert prior.get_ydata()[0] < dot.get_ydata()[0]
        assert [text.get_text() for text in ax.texts] == ["7 : 2", "none", "offers :\nrefusals"]
        assert keys(ax) == ["published, scaled", "in model plain"]

    def test_rings_are_the_weights_of_the_model_before(self, model, plain_model):
        mine = replace(model, version="mine")
        ax = plots.plot_weights(mine, ["praised"], before=plain_model, ax=axes())
        before_line, before, _, dot = ax.lines[:4]
        weight = plain_model.weights["praised", True]
        assert (before.get_xdata()[0], dot.get_xdata()[0]) == (weight.weight, 0.5)
        assert list(before_line.get_xdata()) == pytest.approx(
            [weight.weight - 1.2816 * weight.sd, weight.weight + 1.2816 * weight.sd]
        )
        assert keys(ax) == ["before, in model plain", "in model mine"]

    def test_a_weight_that_stopped_at_0_is_marked(self, model):
        stopped = model.weights["praised", False]._replace(note="So it stops at 0.")
        assert stopped.stopped
        assert not model.weights["praised", False].stopped
        ax = plots.plot_weights(
            replace(model, weights=model.weights | {("praised", False): stopped}), ["praised"], ax=axes()
        )
        assert [line.get_marker() for line in ax.lines[1:8:2]] == ["o", "o", "o", "X"]
        assert keys(ax)[-1] == "stopped at 0"

    @pytest.mark.parametrize("family", [None, "candidate_conduct", "brush_off", "advert"])
    def test_can_be_read(self, family):
        chosen = signals.filter(family=family) if family else None
        rows = len(chosen_weights(signals=chosen))
        assert flaws(plots.plot_weights(signals=chosen, ax=axes(1.2 + 0.38 * rows))) == []


@pytest.mark.parametrize("size", [(10, 4), (12, 5)])
@pytest.mark.parametrize("chosen", [None, ["praised", "cut_short", "test_passed", "smooth_dialogue"]])
@pytest.mark.parametrize("draw", [plots.plot_weights, plots.plot_evidence])
def test_two_models_can_be_read_side_by_side(draw, chosen, size, plain_model):
    figure = Figure(figsize=size)
    left, right = figure.subplots(1, 2)
    draw(signals=chosen, ax=left)
    draw(plain_model, chosen, ax=right)
    assert flaws(left) + flaws(right) == []


def test_rows_without_room_for_sentences_have_names():
    ax = plots.plot_weights(signals=["praised", "cut_short", "test_passed"], ax=axes(2.5))
    assert sorted(labels(ax)) == [
        "cut short: no", "cut short: yes", "praised: no", "praised: yes", "test passed: no", "test passed: yes",
    ]  # fmt: skip


def test_a_layout_that_was_chosen_stays():
    figure = Figure(layout="tight")
    plots.plot_weights(signals=["praised"], ax=figure.add_subplot())
    assert figure.get_layout_engine().__class__.__name__ == "TightLayoutEngine"
    placed = Figure()
    plots.plot_weights(signals=["praised"], ax=placed.add_axes((0.4, 0.2, 0.5, 0.6)))
    assert placed.get_layout_engine() is None


class TestSignals:
    def test_every_signal_stands_once_under_its_family(self, model):
        found = worths(model)
        assert sorted(found) == sorted(FAMILIES)
        assert sorted(worth.signal for group in found.values() for worth in group) == sorted(signals.ids)
        for family, group in found.items():
            assert all(signals[worth.signal].family == family for worth in group)

    def test_what_moves_most_comes_first(self, model):
        found = worths(model)
        for group in found.values():
            spans = [worth.span for worth in group]
            assert spans == sorted(spans, reverse=True)
        heads = [group[0].span for group in found.values()]
        assert heads == sorted(heads, reverse=True)

    def test_dots_stand_at_the_weights_in_the_colour_of_their_side(self, model):
        ax = plots.plot_signals(model, ["praised"], ax=axes())
        assert labels(ax) == ["Interest words", "praised"]
        _, no, yes = ax.lines[:3]
        assert (yes.get_xdata()[0], no.get_xdata()[0]) == (0.5, 0.0)
        assert (yes.get_markerfacecolor(), no.get_markerfacecolor()) == (FOR, "none")
        assert no.get_color() == INK
        assert no.get_ydata()[0] == ax.get_yticks()[1]

    @pytest.mark.parametrize(("phase", "height"), [(None, 19.3), ("closing", 7.0), ("context", 2.0)])
    def test_can_be_read(self, phase, height):
        assert flaws(plots.plot_signals(signals=signals.filter(phase=phase), ax=axes(height))) == []


class TestEvidence:
    def test_shares_are_of_all_that_a_weight_rests_on(self, model):
        first, second = supports(model, ["praised"])
        assert first == ("They praised you during the interview.", 30.0, 10.0, "praised: yes")
        assert (first.share, second.share) == (0.25, 0.0)

    def test_without_a_choice_nothing_is_left_out(self):
        found = supports()
        weights = shipped().weights.values()
        others = len(weights) - MOST_SUPPORTS
        assert len(found) == MOST_SUPPORTS + 1
        assert found[-1].text == f"Each of the other {others} answers, in the mean"
        for at, name in ((1, "published_interviews"), (2, "case_weight")):
            total = sum(support[at] for support in found[:-1]) + others * found[-1][at]
            assert total == pytest.approx(sum(getattr(weight, name) for weight in weights))

    def test_bars_are_stacked(self, model):
        ax = plots.plot_evidence(model, ["praised"], ax=axes())
        published, _, coded, nothing = ax.patches
        assert (published.get_x(), published.get_width()) == (0.0, 30.0)
        assert (coded.get_x(), coded.get_width()) == (30.0, 10.0)
        assert coded.get_facecolor() == to_rgba(FOR)
        assert nothing.get_width() == 0.0
        assert [text.get_text() for text in ax.texts] == ["25%", "none", "coded"]
        assert keys(ax) == ["published evidence", "coded interviews"]
        assert ax.get_xlabel() == "what the evidence of model plain is worth, in interviews"

    def test_a_fitted_model_does_not_call_your_own_interviews_coded(self, model):
        ax = plots.plot_evidence(replace(model, provenance={"fit": {}}), ["praised"], ax=axes())
        assert keys(ax) == ["published evidence", "interviews, coded and your own"]
        assert ax.texts[-1].get_text() == "interviews"

    @pytest.mark.parametrize("family", [None, "rapport"])
    def test_can_be_read(self, family):
        chosen = signals.filter(family=family) if family else None
        rows = len(supports(signals=chosen))
        assert flaws(plots.plot_evidence(signals=chosen, ax=axes(1.2 + 0.34 * rows))) == []
