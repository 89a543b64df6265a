"""A checklist as text and as HTML: its answers, and where a text was read, the words that they rest on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_outcome.checklist import Checklist, Evidence

__all__ = ["checklist_html", "checklist_text"]

# Yes and no differ in colour (safe for colour-blind readers), in the line below, and in the word beside them.
# The colours let the ground through, so that dark pages stay dark; notebooks would align cells to the right.
STYLE = """<style>
.outcome-checklist { font-family: system-ui, sans-serif; max-width: 46em; line-height: 1.45; }
.outcome-checklist .note { white-space: pre-wrap; border-left: 3px solid #999; padding-left: 0.8em; }
.outcome-checklist mark { color: inherit; padding: 0 0.1em; }
.outcome-checklist mark.yes { background: rgba(0, 114, 178, .25); border-bottom: 2px solid #0072b2; }
.outcome-checklist mark.no { background: rgba(213, 94, 0, .25); border-bottom: 2px dashed #d55e00; }
.outcome-checklist mark.context { background: rgba(128, 128, 128, .25); border-bottom: 2px dotted #808080; }
.outcome-checklist td { padding: 0.15em 0.8em 0.15em 0; vertical-align: top; text-align: left !important; }
</style>"""


def checklist_text(checklist: Checklist) -> str:
    """Give a checklist as lines of plain text.

    Examples
    --------
    >>> from interview_outcome.reading import read
    >>> print(checklist_text(read("They showed me round.")))
    Checklist: 1 answer
      yes  office_tour  "showed me round"
    """
    count = len(checklist.answers)
    lines = [f"Checklist: {count} answer{'' if count == 1 else 's'}"]
    width = max(map(len, checklist.answers), default=0)
    for signal, answer in checklist.answers.items():
        lines.append(f"  {_word(answer):3}  {signal:{width}}  {_quotes(checklist.evidence, signal)}".rstrip())
    if checklist.context:
        lines.append("Context")
    for key, value in checklist.context.items():
        lines.append(f"  {key}: {plain(value)}  {_quotes(checklist.evidence, key)}".rstrip())
    if checklist.suggestions:
        lines.append("Perhaps (not counted)")
    for evidence in checklist.suggestions:
        lines.append(f'  {_word(evidence.answer):3}  {evidence.signal}  "{_one_line(evidence.words)}"')
    if checklist.remarks:
        lines.append("Remarks")
    lines += [f"  - {remark.text}" for remark in checklist.remarks]
    return "\n".join(lines)


def checklist_html(checklist: Checklist) -> str:
    """Give a checklist as HTML: the text with the words marked, then the answers."""
    parts = [STYLE, '<div class="outcome-checklist">']
    if checklist.text:
        parts.append(f'<p class="note">{_marked(checklist.text, checklist.evidence)}</p>')
    rows = [
        _row(_word(answer), signals[signal].question, _quotes(checklist.evidence, signal), signal)
        for signal, answer in checklist.answers.items()
    ]
    rows += [
        _row(str(plain(value)), key, _quotes(checklist.evidence, key), key)
        for key, value in checklist.context.items()
    ]
    rows += [
        _row(f"perhaps {_word(evidence.answer)}", signals[evidence.signal].question,
             f'"{_one_line(evidence.words)}"', evidence.signal)
        for evidence in checklist.suggestions
    ]  # fmt: skip
    if rows:
        parts.append(f"<table>{''.join(rows)}</table>")
    parts += [f"<p>{escape(remark.text)}</p>" for remark in checklist.remarks]
    return "\n".join([*parts, "</div>"])


def _row(answer: str, question: str, words: str, key: str) -> str:
    cells = f"<td><b>{escape(answer)}</b></td><td>{escape(question)}</td><td>{escape(words)}</td>"
    return f'<tr title="{escape(key)}">{cells}</tr>'


def _marked(text: str, evidence: Iterable[Evidence]) -> str:
    """Mark the words of all evidence; where words serve several answers, the mark names all."""
    spans = list(evidence)
    edges = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    parts: list[str] = []
    for start, end in zip(edges, edges[1:], strict=False):
        covering = [span for span in spans if span.start <= start and end <= span.end]
        words = escape(text[start:end])
        if covering:
            title = "; ".join(f"{span.signal}: {_word(span.answer)}" for span in covering)
            kind = _word(covering[0].answer)
            kind = kind if kind in ("yes", "no") else "context"
            words = f'<mark class="{kind}" title="{escape(title)}">{words}</mark>'
        parts.append(words)
    return "".join(parts)


def _quotes(evidence: Iterable[Evidence], key: str) -> str:
    return ", ".join(f'"{_one_line(words.words)}"' for words in evidence if words.signal == key)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _word(answer: Any) -> str:
    return (
        {True: "yes", False: "no"}.get(answer, str(plain(answer)))
        if isinstance(answer, bool)
        else str(plain(answer))
    )
