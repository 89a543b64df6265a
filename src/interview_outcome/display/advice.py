"""Advice as plain text and as HTML: a plan by days."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from interview_outcome.advice.action import KINDS
from interview_outcome.advice.working_days import said
from interview_outcome.display.html import box, muted, remarks_html
from interview_outcome.display.text import WIDTH, remark_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from interview_outcome.advice.action import Action, Advice

__all__ = ["advice_html", "advice_text", "short_day"]

_CELL = "padding:.3em .8em .3em 0;border:none;vertical-align:top;text-align:left"


def short_day(day: date) -> str:
    """Say a day in few letters.

    Examples
    --------
    >>> from datetime import date
    >>> short_day(date(2026, 11, 16))
    'Mon 16 Nov 2026'
    """
    weekday, number, month, year = said(day).split()
    return f"{weekday[:3]} {number:>2} {month[:3]} {year}"


def advice_text(advice: Advice) -> str:
    """Show a plan: each action with its day, its text and its claim."""
    lines = ["What to do, and when"]
    for action in advice.actions:
        lines += ["", f"{_when(action):<17}{KINDS[action.kind]}"]
        text = f"{action.text} [article {action.claim}]" if action.claim else action.text
        letters = [f"Letter: {_either(action.letters)}"] if action.letters else []
        for each in (text, *letters):
            lines += wrap(each, WIDTH, initial_indent=" " * 17, subsequent_indent=" " * 17)
    lines += remark_lines(advice.remarks)
    lines += ["", f"Model {advice.model_version} of {advice.model_date}."]
    return "\n".join(lines)


def advice_html(advice: Advice) -> str:
    """Show a plan as a table."""
    rows = "".join(
        f'<tr><td style="{_CELL};white-space:nowrap">{_when(action)}</td>'
        f'<td style="{_CELL}"><strong>{KINDS[action.kind]}</strong><br>{escape(action.text)} '
        f"{muted(f'article {escape(action.claim)}') if action.claim else ''}{_letters_html(action)}</td></tr>"
        for action in advice.actions
    )
    table = f'<table style="border-collapse:collapse;color:inherit"><tbody>{rows}</tbody></table>'
    foot = muted(f"Model {escape(advice.model_version)} of {escape(advice.model_date)}.")
    return box(f'<div style="font-size:1.2em"><strong>What to do, and when</strong></div>{table}'
               f"{remarks_html(advice.remarks)}{foot}")  # fmt: skip


def _letters_html(action: Action) -> str:
    if not action.letters:
        return ""
    return f"<br>Letter: {_either([f'<code>{kind}</code>' for kind in action.letters])}"


def _either(kinds: Sequence[str]) -> str:
    *others, last = kinds
    return f"{', '.join(others)} or {last}" if others else last


def _when(action: Action) -> str:
    return short_day(action.date) if action.date else "no set day"
