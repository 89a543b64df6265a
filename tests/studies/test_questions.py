"""The study of `ask`: what it measures, and that what is stored and told is still true."""

import json
import random

import numpy as np
import pytest
import questions
from evidence import load_cases
from question_page import FIGURE, RESULTS, WAYS, digest, draw

from interview_outcome import ask, score, signals
from interview_outcome.advice.questions import NEEDS
from interview_outcome.checklist import Checklist
from interview_outcome.model import shipped

STORED = json.loads(RESULTS.read_text(encoding="utf-8"))
POOL = frozenset(signals.ids)


@pytest.fixture(scope="module")
def drawn():
    dice = random.Random(7)
    return [questions.draw(dice, shipped()) for _ in range(300)]


def test_what_is_stored_is_what_a_small_part_finds(capsys):
    assert questions.main(["--reduced"]) == 0, "run python studies/questions.py and python studies/pages.py"
    assert "is up to date" in capsys.readouterr().out


def test_a_stale_result_is_told(monkeypatch, tmp_path, capsys):
    stale = tmp_path / "question_study.json"
    stale.write_text(json.dumps(STORED | {"first_drawn": [[0.0] * len(WAYS)] * questions.REDUCED}))
    monkeypatch.setattr(questions, "RESULTS", stale)
    assert questions.main(["--reduced"]) == 1
    assert "is stale: run `python studies/questions.py`" in capsys.readouterr().out


def test_the_drawing_shows_what_is_stored(tmp_path):
    assert digest(STORED) in FIGURE.read_text(encoding="utf-8")
    draw(STORED, tmp_path / "questions.svg")
    assert digest(STORED) in (tmp_path / "questions.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["coded", "drawn"])
def test_the_page_claims_no_more_than_was_found(kind):
    part = STORED[kind]
    share = {way: values[0] for way, values in part["share_of_gap"].items()}
    assert share["chosen"] > 0.5
    assert 0.15 < share["random"] < 0.25
    assert share["fixed_published"] < 0.34
    for way in ("random", "fixed_published"):
        assert part["worse_than_chosen"][way][1] > 0
    assert part["worse_than_chosen"]["moved_share"][1] < 0 < part["worse_than_chosen"]["moved_share"][2]
    assert abs(part["worse_than_chosen"]["fixed_best"][0]) < 0.02
    assert part["none"][0] == part["curves"]["chosen"][0] > part["full"][0]


def test_asking_in_turn_puts_the_questions_that_the_library_would_put(drawn):
    interview, model = drawn[0], shipped()
    losses = questions.ask_in_turn(interview, model, POOL, questions.chosen)
    answers = {}
    for found in losses[: questions.ASKED + 1]:
        assert found == pytest.approx(questions.loss(interview, model, answers))
        signal = ask(answers | interview.context, n=1)[0].signal
        answers[signal] = interview.answers[signal]


def test_a_question_without_an_answer_is_spent(drawn):
    interview = drawn[0]._replace(answers={})
    losses = questions.ask_in_turn(interview, shipped(), POOL, questions.chosen)
    assert len(losses) == questions.MOST + 1
    assert len(set(losses)) == 1
    few = questions.ask_in_turn(drawn[0], shipped(), frozenset({"praised"}), questions.chosen)
    assert len(few) == questions.MOST + 1


def test_the_loss_is_minus_the_log_of_what_happened(drawn):
    for interview in drawn[:20]:
        likelihood = score(interview.context).likelihood
        expected = -np.log(likelihood if interview.offer else 1 - likelihood)
        assert questions.loss(interview, shipped(), {}) == pytest.approx(expected)


def test_interviews_are_drawn_by_base_rates_and_shares(drawn):
    finals = [interview for interview in drawn if interview.context["stage"] == "final"]
    rate = score({"stage": "final"}).likelihood
    assert len(finals) / len(drawn) == pytest.approx(0.25, abs=0.1)
    assert np.mean([interview.offer for interview in finals]) == pytest.approx(rate, abs=0.2)
    refused = [interview for interview in drawn if not interview.offer]
    yes = np.mean([interview.answers["smooth_dialogue"] for interview in refused])
    assert yes == pytest.approx(shipped().answer_shares["smooth_dialogue"][1], abs=0.1)
    for interview in drawn:
        assert all(interview.answers[need] for signal, need in NEEDS.items() if signal in interview.answers)


def test_the_other_way_agrees_where_the_shares_are_those_of_the_likelihoods():
    model, known = shipped(), Checklist({}, {"stage": "final"})
    ours, other = questions.chosen(known, model), questions.moved_share(known, model)
    assert set(ours[:10]) & set(other[:10])
    assert set(ours) <= set(other)


def test_the_published_list_is_read_from_the_figures():
    assert questions.named_most()[:2] == ["ran_long", "warm_body_language"]
    assert set(questions.named_most()) <= set(signals.ids)


def test_the_model_of_a_fold_fits_its_cases_in_the_large():
    cases = load_cases()[:120]
    model = questions.model_without(cases)
    found = np.mean([score(case.checklist, model=model).likelihood for case in cases])
    assert found == pytest.approx(np.mean([case.offer for case in cases]), abs=1e-6)


def test_a_summary_is_mean_and_share():
    curve = [0.7, *[0.6] * questions.MOST]
    measured = [
        (str(number), dict.fromkeys(WAYS, curve) | {"random": [0.7] * (questions.MOST + 1), "full": [0.5]})
        for number in range(5)
    ]
    found = questions.summarise(measured)
    assert found["interviews"] == 5
    assert found["share_of_gap"]["chosen"] == pytest.approx([0.5] * 3)
    assert found["share_of_gap"]["random"] == pytest.approx([0.0] * 3)
    assert found["worse_than_chosen"]["random"] == pytest.approx([0.1] * 3)
    assert (found["none"], found["full"]) == ([0.7] * 3, [0.5] * 3)
