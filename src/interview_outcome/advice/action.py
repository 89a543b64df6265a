"""An action, and the advice that is made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from interview_outcome.checklist_values import plain

if TYPE_CHECKING:
    from datetime import date

    from interview_outcome.checklist import Remark

__all__ = ["KINDS", "Action", "Advice"]

# Every kind of action with its name for people.
KINDS = {
    "ask_contact": "Ask how you will stay in touch",
    "thank": "Send thanks",
    "prepare": "Prepare the next round",
    "in_writing": "Get the offer in writing",
    "wait": "Wait until this day",
    "ask_status": "Ask where you stand",
    "count_as_no": "Count the silence as a no",
    "ask_feedback": "Ask for feedback",
    "go_on": "Go on looking",
    "hold_back": "What not to do",
}


@dataclass(frozen=True)
class Action:
    """One thing to do, or to leave.

    Parameters
    ----------
    date : date or None
        When; for "wait" until when, for "thank" by when; None where it has no day or the day is not known.
    kind : str
        One of `KINDS`.
    text : str
        What to do and why, with what the evidence says of it.
    claim : str
        The claims of the article that it rests on.
    letters : tuple of str
        Kinds of letter that fit it, for `interview_outcome.draft_letter`; empty where nothing is to be written.

    Examples
    --------
    >>> action = Action(None, "ask_status", "Ask where your application stands.", "G3", ("status",))
    >>> print(action)
    Ask where you stand: Ask where your application stands. [article G3]
    >>> action.to_dict()["date"], action.to_dict()["letters"]
    (None, ['status'])
    """

    date: date | None
    kind: str
    text: str
    claim: str
    letters: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self) | {"date": plain(self.date), "letters": list(self.letters)}

    def __str__(self) -> str:
        day = f"{self.date}: " if self.date else ""
        claim = f" [article {self.claim}]" if self.claim else ""
        return f"{day}{KINDS[self.kind]}: {self.text}{claim}"


@dataclass(frozen=True)
class Advice:
    """What to do after an interview.

    Parameters
    ----------
    actions : tuple of Action
        In the order of their days; those without a day last.
    remarks : tuple of Remark
        What else to know.
    model_version, model_date : str
        Which model the likelihoods in it come from.

    Examples
    --------
    >>> from interview_outcome import advise
    >>> advice = advise({"interviewed_on": "2026-11-16"}, on="2026-11-17")
    >>> [(str(action.date), action.kind) for action in advice.actions][:3]
    [('2026-11-17', 'thank'), ('2026-11-17', 'go_on'), ('2026-11-23', 'ask_status')]
    """

    actions: tuple[Action, ...]
    remarks: tuple[Remark, ...]
    model_version: str
    model_date: str

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain data."""
        return {
            "actions": [action.to_dict() for action in self.actions],
            "remarks": [remark.to_dict() for remark in self.remarks],
            "model_version": self.model_version,
            "model_date": self.model_date,
        }

    def __str__(self) -> str:
        from interview_outcome.display.advice import advice_text

        return advice_text(self)

    def _repr_html_(self) -> str:
        from interview_outcome.display.advice import advice_html

        return advice_html(self)
