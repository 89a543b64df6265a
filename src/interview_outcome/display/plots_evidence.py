"""Which evidence each weight rests on: published studies and surveys, or coded interviews."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from interview_outcome.display.plot_style import (
    FAINT,
    FOR,
    INK,
    drawing_area,
    legend,
    letters_across,
    right_column,
)
from interview_outcome.display.plots_signals import chosen_signals
from interview_outcome.display.text import percent
from interview_outcome.model import Model, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from interview_outcome.catalogue import Signal

__all__ = ["MOST_SUPPORTS", "Support", "plot_evidence", "supports"]

# So many weights get a row of their own where no signals are chosen; the others share one.
MOST_SUPPORTS = 20
_LABEL_LETTERS = 52
_ROW, _MARGIN = 0.34, 1.2  # inches


class Support(NamedTuple):
    """What a weight rests on, counted in interviews.

    Parameters
    ----------
    text : str
        The answer that it is the weight of, as a sentence.
    published : float
        How many interviews the published evidence is worth.
    coded : float
        What the coded interviews with this answer count for.
    """

    text: str
    published: float
    coded: float

    @property
    def coded_share(self) -> float:
        """The part of the evidence that comes from coded interviews."""
        return self.coded / (self.published + self.coded)


def supports(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None
) -> tuple[Support, ...]:
    """Give what weights rest on, those with the most coded interviews first.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Both answers to each of them; otherwise the 20 answers with the most coded interviews, and the mean
        of all others.

    Returns
    -------
    tuple of Support
        One for each answer.

    Examples
    --------
    >>> for support in supports(signals=["thank_you_sent"]):
    ...     print(support.text, support.published > support.coded, 0 <= support.coded_share < 1)
    You sent a thank-you or follow-up letter. True True
    You sent no thank-you or follow-up letter. True True
    """
    weights = (shipped() if model is None else model).weights
    found = sorted((
        Support(signal.means(answer=answer), weight.published_interviews, weight.case_weight)
        for signal in chosen_signals(signals)
        for answer in (True, False)
        for weight in (weights[signal.id, answer],)
    ), key=lambda support: -support.coded)  # fmt: skip
    if signals is not None:
        return tuple(found)
    rest = found[MOST_SUPPORTS:]
    published, coded = (sum(values) / len(rest) for values in zip(*(item[1:] for item in rest), strict=True))
    return (
        *found[:MOST_SUPPORTS],
        Support(f"Each of the other {len(rest)} answers, in the mean", published, coded),
    )


def plot_evidence(
    model: Model | None = None, signals: Iterable[Signal | str] | None = None, *, ax: Axes | None = None
) -> Axes:
    """Draw which evidence weights rest on: grey for published evidence, blue for coded interviews.

    Both are counted in interviews: the published evidence on a weight is worth as many interviews as would
    make it equally sure. On the right stands the part that comes from coded interviews.

    Parameters
    ----------
    model : Model, optional
        The model that comes with the package otherwise.
    signals : iterable of Signal or str, optional
        Both answers to each of them; otherwise the 20 answers with the most coded interviews, and the mean
        of all others.
    ax : Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    Axes
        What was drawn on.

    Raises
    ------
    MissingExtraError
        Without matplotlib.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> ax = plot_evidence(signals=["thank_you_sent"], ax=Figure().add_subplot())
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['You sent a thank-you or follow-up letter.', 'You sent no thank-you or follow-up letter.']
    """
    found = supports(model, signals)
    ax = drawing_area(ax, height=_MARGIN + _ROW * len(found))
    rows = range(len(found))
    published = [support.published for support in found]
    ax.barh(rows, published, height=0.6, color=INK, alpha=0.6, label="published evidence")
    ax.barh(
        rows, [item.coded for item in found], left=published, height=0.6, color=FOR, label="coded interviews"
    )
    for row, support in enumerate(found):
        right_column(ax, row, percent(support.coded_share) if support.coded else "none")
    right_column(ax, -1.0, "coded")
    ax.set_yticks(
        rows, [fill(support.text, min(_LABEL_LETTERS, letters_across(ax, 0.65))) for support in found]
    )
    ax.set_ylim(len(found) - 0.4, -1.4)
    ax.grid(axis="x", color=FAINT, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel("what the evidence is worth, in interviews", loc="right")
    legend(ax, loc="lower left", bbox_to_anchor=(0.0, 1.0), ncols=2, borderaxespad=0.0)
    return ax
