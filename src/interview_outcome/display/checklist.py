"""A checklist as text and as HTML: its answers, and where a text was read, the words that they rest on."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import plain
from interview_outcome.display.html import box, muted, remarks_html
from interview_outcome.display.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.checklist import Checklist, Evidence

__all__ = ["checklist_html", "checklist_text"]

# Yes, no and context differ in the line below the words as well as in colour, on dark and on light pages.
_MARKS = {
    "yes": "background:rgba(0,114,178,.22);color:inherit;border-bottom:2px solid #0072B2",
    "no": "background:rgba(213,94,0,.22);color:inherit;border-bottom:2px dashed #D55E00",
    "context": "background:rgba(128,128,128,.22);color:inherit;border-bottom:2px dotted",
}
_NOTE = "white-space:pre-wrap;border-left:3px solid rgba(128,128,128,.35);padding-left:.8em"
_CELL = "padding:.2em .6em;border:none;vertical-align:top;text-align:left"


def checklist_text(checklist: Checklist) -> str:
    """Give a checklist as lines of plain text.

    Examples
    --------
    >>> from interview_outcome.reading import read
    >>> print(checklist_text(read("They showed me round.")))
    Checklist: 1 answer
      yes  office_tour  "showed me round"
    """
    lines = [f"Checklist: {counted(len(checklist.answers), 'answer')}"]
    width = max(map(len, checklist.answers), default=0)
    lines += [
        f"  {_word(answer):3}  {signal:{width}}  {_quotes(checklist.evidence, signal)}".rstrip()
        for signal, answer in checklist.answers.items()
    ]
    if checklist.context:
        lines.append("Context")
        lines += [
            f"  {key}: {_word(value)}  {_quotes(checklist.evidence, key)}".rstrip()
            for key, value in checklist.context.items()
        ]
    if checklist.suggestions:
        lines.append("Perhaps (not counted)")
        lines += [
            f'  {_word(words.answer):3}  {words.signal}  "{_one_line(words.words)}"'
            for words in checklist.suggestions
        ]
    if checklist.remarks:
        lines.append("Remarks")
        lines += [f"  - {remark.text}" for remark in checklist.remarks]
    return "\n".join(lines)


def checklist_html(checklist: Checklist) -> str:
    """Give a checklist as HTML: the text with the words marked, then the answers."""
    parts = []
    if checklist.text:
        parts.append(f'<p style="{_NOTE}">{_marked(checklist.text, checklist.evidence)}</p>')
    rows = [
        _row(_word(answer), signals[signal].question, _quotes(checklist.evidence, signal), signal)
        for signal, answer in checklist.answers.items()
    ]
    rows += [
        _row(_word(value), key, _quotes(checklist.evidence, key), key)
        for key, value in checklist.context.items()
    ]
    rows += [
        _row(
            f"perhaps {_word(words.answer)}", signals[words.signal].question, f'"{words.words}"', words.signal
        )
        for words in checklist.suggestions
    ]
    parts.append(f"<table>{''.join(rows)}</table>" if rows else muted("No answers."))
    parts.append(remarks_html(checklist.remarks))
    return box("".join(parts))


def _row(answer: str, question: str, words: str, key: str) -> str:
    cells = (f"<strong>{escape(answer)}</strong>", escape(question), escape(words))
    inner = "".join(f'<td style="{_CELL}">{cell}</td>' for cell in cells)
    return f'<tr title="{escape(key)}">{inner}</tr>'


def _marked(text: str, evidence: Iterable[Evidence]) -> str:
    """Mark the words of all evidence; where words serve several answers, the mark names all."""
    opened: dict[int, list[Evidence]] = {0: [], len(text): []}
    closed: dict[int, list[Evidence]] = {}
    for words in evidence:
        opened.setdefault(words.start, []).append(words)
        closed.setdefault(words.end, []).append(words)
    edges = sorted({*opened, *closed})
    parts: list[str] = []
    covering: list[Evidence] = []
    for start, end in pairwise(edges):
        ended = closed.get(start, [])
        covering = [words for words in covering if words not in ended] + opened.get(start, [])
        parts.append(_mark(escape(text[start:end]), covering))
    return "".join(parts)


def _mark(words: str, covering: list[Evidence]) -> str:
    if not covering:
        return words
    title = "; ".join(f"{evidence.signal}: {_word(evidence.answer)}" for evidence in covering)
    kind = _word(covering[0].answer)
    style = _MARKS[kind if kind in _MARKS else "context"]
    return f'<mark style="{style}" title="{escape(title)}">{words}</mark>'


def _quotes(evidence: Iterable[Evidence], key: str) -> str:
    return ", ".join(f'"{_one_line(words.words)}"' for words in evidence if words.signal == key)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _word(answer: Any) -> str:
    return {"True": "yes", "False": "no"}.get(str(answer), str(plain(answer)))
