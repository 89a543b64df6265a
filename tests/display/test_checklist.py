"""How a checklist shows itself."""

from __future__ import annotations

from interview_outcome.checklist import parse
from interview_outcome.reading import read

NOTE = "They showed me <round> the ward. Nobody mentioned pay. I'll hear by Friday! A nice chat."


def test_text(snapshot):
    """Answers, context, suggestions and remarks, each with its words."""
    assert str(read(NOTE, on="2026-11-16")) == snapshot
    assert str(read("")) == snapshot


def test_html(snapshot):
    """The text with the words marked, then the answers."""
    assert read(NOTE, on="2026-11-16")._repr_html_() == snapshot


def test_a_checklist_that_was_filled_in_has_no_text(snapshot):
    """Answers alone."""
    checklist = parse({"praised": True, "cut_short": False, "stage": "final"})
    assert str(checklist) == snapshot
    assert checklist._repr_html_() == snapshot
    assert "No answers." in parse({})._repr_html_()


def test_words_that_serve_two_answers_are_marked_once():
    """The mark names both, and the text stays as it is."""
    html = read("I'll hear by Friday.", on="2026-11-16")._repr_html_()
    assert html.count("<mark") == 1
    assert 'title="contact_date_given: yes; contact_by: 2026-11-20"' in html
