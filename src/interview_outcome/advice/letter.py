"""A letter: subject, body, and how it is shown."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from html import escape

__all__ = ["Letter"]


@dataclass(frozen=True)
class Letter:
    """A letter to someone who interviewed you.

    Parameters
    ----------
    subject : str
        The subject line, one line.
    body : str
        From the greeting to your contacts.
    kind : str
        One of `KINDS` of `interview_outcome.advice.letters`; empty where it is none of them.

    Examples
    --------
    >>> letter = Letter("Payroll clerk", "Dear Ms Ali,", "status")
    >>> print(letter)
    Subject: Payroll clerk
    <BLANKLINE>
    Dear Ms Ali,
    >>> letter.to_dict()
    {'subject': 'Payroll clerk', 'body': 'Dear Ms Ali,', 'kind': 'status'}
    """

    subject: str
    body: str
    kind: str = ""

    def to_dict(self) -> dict[str, str]:
        """Give all fields as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        return f"Subject: {self.subject}\n\n{self.body}"

    def _repr_html_(self) -> str:
        return (
            f"<div><p><strong>Subject:</strong> {escape(self.subject)}</p>"
            f'<div style="white-space: pre-wrap">{escape(self.body)}</div></div>'
        )
