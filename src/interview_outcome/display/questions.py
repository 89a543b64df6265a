"""Open questions as plain text and as HTML: what each answer would make of the likelihood."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from interview_outcome.display.html import AGAINST, FOR, box, muted
from interview_outcome.display.text import WIDTH, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_outcome.advice.questions import Question

__all__ = ["NOTHING_LEFT", "question_text", "questions_html", "questions_text"]

NOTHING_LEFT = "No open question would move the likelihood."
_CELL = "padding:.3em .8em .3em 0;border:none;vertical-align:top;text-align:left"
_PLACE = "position:absolute;top:-.1em"
_AXIS = "linear-gradient(rgba(128,128,128,.35),rgba(128,128,128,.35)) 0 50%/100% .08em no-repeat"


def question_text(question: Question) -> str:
    """Show one question with the likelihood after each answer.

    Examples
    --------
    >>> from interview_outcome.advice.questions import Question
    >>> tour = Question("office_tour", "Were you shown round the workplace?", 0.0123, 0.43, 0.35, 0.4)
    >>> print(question_text(tour))
    Were you shown round the workplace?
        yes 43%, no 35%, now 40%; 0.012 bits; office_tour
    """
    return "\n".join([*wrap(question.text, WIDTH), _moves(question)])


def questions_text(questions: Sequence[Question]) -> str:
    """Show questions as a numbered list."""
    if not questions:
        return NOTHING_LEFT
    lines = []
    for number, question in enumerate(questions, 1):
        lines += wrap(question.text, WIDTH, initial_indent=f"{number:>2}. ", subsequent_indent="    ")
        lines.append(_moves(question))
    return "\n".join(lines)


def questions_html(questions: Sequence[Question]) -> str:
    """Show questions as a table, with the way that each answer would move the likelihood."""
    if not questions:
        return box(NOTHING_LEFT)
    names = ("Question", "if yes", "if no", "", "bits")
    heads = "".join(f'<th style="{_CELL};white-space:nowrap">{name}</th>' for name in names)
    rows = "".join(map(_row, questions))
    now = percent(questions[0].now)
    return box(
        f"<div>The likelihood of an offer is {now} now; the most telling question first.</div>"
        f'<table style="border-collapse:collapse;color:inherit"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
        + muted("Triangle: after a yes; square: after a no; line: now. One bit would settle an even chance.")
    )


def _moves(question: Question) -> str:
    likelihoods = f"yes {percent(question.if_yes)}, no {percent(question.if_no)}, now {percent(question.now)}"
    return f"    {likelihoods}; {question.bits:.3f} bits; {question.signal}"


def _row(question: Question) -> str:
    name = muted(f"<code>{escape(question.signal)}</code>")
    yes, no = percent(question.if_yes), percent(question.if_no)
    cells = (f"{escape(question.text)}<br>{name}", yes, no, _way(question), f"{question.bits:.3f}")
    return "<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in cells) + "</tr>"


def _way(question: Question) -> str:
    """Draw where each answer would lead: the shape says the answer, the colour the side."""
    marks = "".join(
        f'<span style="{_PLACE};left:calc({100 * value:.1f}% - .4em);line-height:1;'
        f'color:{FOR if value >= question.now else AGAINST}">{shape}</span>'
        for shape, value in (("&#9650;", question.if_yes), ("&#9632;", question.if_no))
    )
    now = f'<span style="{_PLACE};left:{100 * question.now:.1f}%;height:1.2em;border-left:1px solid"></span>'
    return f'<div style="position:relative;width:9em;height:1em;background:{_AXIS}">{now}{marks}</div>'
