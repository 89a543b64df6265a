"""How an evaluation and what was learned show themselves."""

from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest

from interview_outcome import evaluate, fit
from interview_outcome.display.learning import fit_text
from interview_outcome.display.text import WIDTH
from interview_outcome.features import FEATURES
from interview_outcome.learning.baselines import TITLES
from interview_outcome.learning.metrics import METRICS
from interview_outcome.model import shipped


def interviews(rows=120):
    """Interviews without chance, so that the display stays the same."""
    number = np.arange(rows)
    return pd.DataFrame({
        "praised": np.where(number % 3 == 0, "yes", np.where(number % 3 == 1, "no", None)),
        "interest_stated": np.where(number % 5 < 2, "yes", None),
        "candidate_felt_good": np.where(number % 4 < 2, "yes", "no"),
        "stage": np.where(number % 2 == 0, "final", "first"),
        "author": [f"author {each % 70}" for each in number],
        "offer": np.where((number % 3 == 0) & (number % 5 < 3) | (number % 7 == 0), "yes", "no"),
        "company": "Acme",
    })  # fmt: skip


@pytest.fixture(scope="module")
def evaluation(plain_model):
    return evaluate(interviews(), model=plain_model, against=replace(plain_model, version="other"))


def test_evaluation_as_text(evaluation, snapshot):
    assert str(evaluation) == snapshot


def test_evaluation_as_html(evaluation, snapshot):
    assert evaluation._repr_html_() == snapshot


def test_text_fits_the_width_and_says_everything(evaluation, plain_model):
    for found in (
        evaluation,
        evaluate(
            interviews().drop(columns="author"), model=plain_model, against=plain_model, base_rate="sample"
        ),
    ):
        lines = str(found).splitlines()
        assert max(map(len, lines)) <= WIDTH
        assert not [line for line in lines if line != line.rstrip()]
        for words in (
            *TITLES.values(),
            *(metric.title for metric in METRICS),
            "company: This column was not used: neither a signal nor a context key has its name.",
        ):
            assert any(words in line for line in lines), words
        whole = found.measures["log_loss"]
        assert any(line.startswith("Log loss") and f"{whole.value:.3f}" in line for line in lines)
    assert "resamples by interview." in str(found)
    assert "Base rates: one for all, fitted to this sample." in str(found)


class Tags(HTMLParser):
    """Reads HTML, and fails where a tag is not closed in order."""

    def __init__(self, html):
        super().__init__()
        self.open, self.text = [], ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert not [name for name, _ in attrs if name.startswith("on")]
        assert tag not in ("script", "link", "img")
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_html_is_well_formed_shows_all_and_obeys_nothing(evaluation):
    text = Tags(evaluation._repr_html_()).text
    for words in (*TITLES.values(), *(metric.title.strip() for metric in METRICS)):
        assert words in text
    hostile = replace(evaluation, model_version="<script>alert()</script>")
    assert "<script>" in Tags(hostile._repr_html_()).text


def test_what_has_no_value_is_a_dash(plain_model):
    found = evaluate(interviews(), model=plain_model, base_rate="sample")
    line = next(line for line in str(found).splitlines() if line.startswith("Base rate alone"))
    assert line.split()[-2] == "\u2013"


@pytest.mark.parametrize("mix", ["record", "collection"])
def test_what_was_learned_as_text(plain_model, snapshot, mix):
    frame = interviews().drop(columns=["author", "company"])
    assert fit_text(plain_model, fit(frame, mix=mix, model=plain_model)) == snapshot


@pytest.fixture(scope="module")
def stopped_model(plain_model):
    """A model that was fitted to interviews with offers where nobody was praised."""
    frame = pd.DataFrame({"praised": ["yes", "no"] * 50, "city": "Riga", "offer": ["no", "yes"] * 50})
    return fit(frame, mix="record", model=plain_model, version="<b>mine</b>")


def test_weights_that_stopped_are_marked(plain_model, stopped_model, snapshot):
    assert fit_text(plain_model, stopped_model) == snapshot


def test_a_fitted_model_tells_its_story(stopped_model, snapshot):
    assert str(stopped_model) == snapshot
    html = stopped_model._repr_html_()
    assert "<b>" not in html
    text = Tags(html).text
    for words in ("100 interviews with 50 offers", "stop at 0", "praised:yes", "city"):
        assert words in str(stopped_model)
        assert words in text
    assert repr(stopped_model).startswith("<Model <b>mine</b> of")


def test_a_fitted_model_without_stopped_weights_speaks_of_none(plain_model):
    frame = pd.DataFrame({"praised": ["yes", "no"] * 50, "offer": ["yes", "no"] * 50})
    own = fit(frame, mix="record", model=plain_model)
    assert "100 interviews with 50 offers" in str(own)
    assert "stop at 0" not in str(own)


@pytest.mark.parametrize("story", [
    None, "odd", [], {}, {"interviews": "many"},
    {"interviews": 1, "offers": 1, "mix": "all", "prior": "x", "remarks": []},
    {"interviews": 1, "offers": 1, "mix": "record", "prior": "x", "remarks": 1},
    {"interviews": 1, "offers": 1, "mix": "record", "prior": "x", "remarks": [{"text": "x"}]},
    {"interviews": 1, "offers": 1, "mix": "record", "prior": "x",
     "remarks": [{"code": "x", "signals": [1], "text": "x"}]},
])  # fmt: skip
def test_a_model_without_a_story_or_with_a_strange_one_gives_its_name(story):
    model = replace(shipped(), provenance={} if story is None else {"fit": story})
    assert str(model) == f"Model {shipped().version} of {shipped().created}."
    assert Tags(model._repr_html_()).text == str(model)


def test_what_was_learned_is_short_and_fits_the_width(plain_model):
    random = np.random.default_rng(0)
    names = list(dict.fromkeys(signal for signal, _ in FEATURES))
    frame = pd.DataFrame(random.choice(["yes", "no"], size=(200, len(names))), columns=names)
    text = fit_text(
        plain_model, fit(frame.assign(offer=["yes", "no"] * 100), mix="record", model=plain_model, held=())
    )
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "124 more answers were seen. 0 answers occur in no row" in text
    assert "did not learn" not in text
