"""What to do after an interview, and when: each action with its day, its reason and its claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from interview_outcome import rules
from interview_outcome.advice.action import Action, Advice
from interview_outcome.advice.plan import Plan
from interview_outcome.advice.situation import NO_BELOW
from interview_outcome.advice.step_texts import (
    ASK,
    HURRIED,
    IF_UNASKED,
    MAY_CALL,
    MOST,
    NO_MORE,
    ONLY_IF_YES,
    REMARKS,
    STEPS,
)
from interview_outcome.advice.usual_wait import usual_days
from interview_outcome.advice.working_days import said
from interview_outcome.checklist import Checklist, Remark
from interview_outcome.display.text import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from interview_outcome.model import Model

__all__ = ["Action", "Advice", "advise"]

# Kinds of action that a day belongs to.
DATED = ("thank", "ask_status", "count_as_no", "ask_feedback")
# Kinds of letter that fit a kind of action.
LETTERS = {
    "thank": ("thanks_fit", "thanks_question", "thanks_attachment"),
    "ask_status": ("status",),
    "ask_feedback": ("feedback",),
}


def advise(
    checklist: Mapping[str, object] | Checklist,
    *,
    on: date | str | None = None,
    holidays: Iterable[date | str] = (),
    no_below: float = NO_BELOW,
    model: Model | None = None,
) -> Advice:
    """Say what to do next, on which day, and what the evidence says of it.

    Parameters
    ----------
    checklist : mapping or Checklist
        What was seen. The dates in it make the plan: ``interviewed_on``, which may lie ahead as long as
        nothing of the interview is answered, ``contact_by``, ``contacted_on`` and ``heard_on``.
    on : date or ISO string, optional
        The day of the question. What is past is left out, and what is due is due on that day. Without it the
        plan starts on the latest day that is known to lie behind.
    holidays : iterable of dates
        Days on which nobody works, besides Saturdays, Sundays, 25 December and 1 January, which are always skipped.
    no_below : float
        The likelihood below which silence is to be counted as a no.
    model : Model, optional
        Another model than the one that comes with the package.

    Returns
    -------
    Advice
        Actions in the order of their days, and remarks.

    Raises
    ------
    OutcomeError
        With every problem of the arguments.

    Examples
    --------
    >>> advice = advise({"interviewed_on": "2026-11-16", "contact_by": "2026-11-20"}, on="2026-11-17")
    >>> for action in advice.actions[:4]:
    ...     print(action.date, action.kind, action.claim)
    2026-11-17 thank G4, G5
    2026-11-17 go_on G7
    2026-11-20 wait G2, F6
    2026-11-23 ask_status G2
    >>> [action.kind for action in advice.actions[4:]]
    ['count_as_no', 'ask_feedback', 'hold_back']
    """
    plan = Plan.of(checklist, on, holidays, no_below, model)
    actions = [action for step in _STEPS for action in step(plan)]
    # Where both are due today, to ask is what is left once the silence counts as a no.
    actions.sort(key=lambda action: (action.date or date.max, plan.outwaited and action.kind == "ask_status"))
    model = plan.model
    return Advice(tuple(actions), tuple(_remarks(plan, actions)), model.version, model.created)


def _action(day: date | None, kind: str, text: str | None = None, **gaps: object) -> Action:
    given = STEPS[text or kind]
    return Action(day, kind, given.text.format(**gaps), given.claim, LETTERS.get(kind, ()))


def _at_the_interview(plan: Plan) -> Iterator[Action]:
    if plan.ahead:
        yield _action(plan.day("interviewed_on"), "ask_contact")


def _thanks(plan: Plan) -> Iterator[Action]:
    if not plan.thanked and not plan.too_late_for_thanks:
        day = plan.thank_by()
        yield _action(day, "thank", when="by this day" if day else "by the working day after the interview")


def _search(plan: Plan) -> Iterator[Action]:
    yield _action(plan.today, "go_on", likelihood=percent(plan.likelihood))


def _patience(plan: Plan) -> Iterator[Action]:
    if plan.closed or plan.next_round:
        return
    named, today, day = plan.day("contact_by"), plan.today, plan.asking.day
    heard = plan.day("heard_on")
    if named is not None and (today is None or today <= named) and (heard is None or heard < named):
        yield _action(named, "wait", "wait_for_named_day", named=said(named))
    if plan.very_good and plan.may_ask and (day is None or today is None or day > today):
        yield _action(day, "wait", "wait_after_good_signs", likelihood=percent(plan.likelihood))


def _status(plan: Plan) -> Iterator[Action]:
    asking = plan.asking
    if not plan.may_ask:
        return
    text = "ask_after_named_day" if asking.named else "ask_unprompted"
    if not asking.named and plan.day("heard_on"):
        text = "ask_after_last_word"
    if asking.again or plan.outwaited:
        text = "ask_again" if asking.again else "ask_late"
    ask = ASK + (MAY_CALL if plan.yes("call_back_allowed") else "")
    yield _action(asking.day, "ask_status", text, ask=ask)


def _giving_up(plan: Plan) -> Iterator[Action]:
    if plan.closed or plan.next_round:
        return
    found = plan.giving_up
    only_if_yes = plan.yes("no_call_if_refused")
    gaps: dict[str, object] = {"most": MOST[only_if_yes], "no_below": percent(plan.no_below)}
    if found is None:
        days = usual_days(plan.model, plan.known)
        action = _action(None, "count_as_no", "outwaited_some_day", days=days, **gaps)
    else:
        day, likelihood = found
        low = likelihood < plan.no_below
        if plan.outwaited:
            text = "below_already" if low else "outwaited_already"
            if low and percent(likelihood) == gaps["no_below"]:
                text = "barely_below_already"
        elif low:
            text = "below_still" if plan.likelihood < plan.no_below else "below_level"
        else:
            text = "outwaited"
        action = _action(day, "count_as_no", text, likelihood=percent(likelihood), **gaps)
    before = ONLY_IF_YES if only_if_yes else ""
    after = NO_MORE if plan.asked_out else HURRIED if plan.hurried else ""
    yield replace(action, text=before + action.text + after)


def _feedback(plan: Plan) -> Iterator[Action]:
    if plan.next_round or plan.asked_out:
        return
    found = _action(
        plan.feedback_on, "ask_feedback", "ask_feedback_closed" if plan.closed else "ask_feedback"
    )
    still_asking = plan.outwaited and plan.may_ask
    yield replace(found, text=IF_UNASKED + found.text) if still_asking else found


def _good_news(plan: Plan) -> Iterator[Action]:
    if plan.next_round:
        yield _action(plan.today, "prepare")
    if plan.yes("offer_announced") and not plan.closed:
        yield _action(plan.today, "in_writing")


def _restraint(_: Plan) -> Iterator[Action]:
    yield _action(None, "hold_back")


_STEPS = (
    _at_the_interview,
    _thanks,
    _good_news,
    _search,
    _patience,
    _status,
    _giving_up,
    _feedback,
    _restraint,
)


def _remark(code: str, *signals: str, **gaps: object) -> Remark:
    return Remark(code, signals, REMARKS[code].text.format(**gaps), REMARKS[code].claim)


def _remarks(plan: Plan, actions: list[Action]) -> Iterator[Remark]:
    if plan.yes("vague_call_promise"):
        signal, text, _ = rules.VAGUE_PROMISE
        yield Remark("vague_promise", (signal,), text, "D1, D2, D3, D4, D5")
    if any(action.date is None and action.kind in DATED for action in actions):
        named = plan.asking.named and plan.day("contact_by") is None
        key, what = ("contact_by", "they named") if named else ("interviewed_on", "of the interview")
        yield _remark("no_day", key, key=key, what=f"The day {'that ' if named else ''}{what}")
    if plan.closed and plan.yes("next_round_scheduled"):
        yield _remark("closed_or_not", "position_irrelevant", "next_round_scheduled")
    interview = plan.day("interviewed_on")
    if interview and plan.today and interview > plan.today:
        yield _remark("ahead", "interviewed_on", day=said(interview))
    if plan.yes("finalist_exists"):
        yield _remark("another_finalist", "finalist_exists")
    yield _remark("late_call")
