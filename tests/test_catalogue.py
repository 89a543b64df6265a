"""The catalogue: complete, consistent with the evidence, easy to look things up in, and hard to misuse."""

from __future__ import annotations

import csv
import json
import re
import sys
from dataclasses import FrozenInstanceError, fields
from itertools import groupby
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_outcome import OutcomeError, signals
from interview_outcome.catalogue import FAMILIES, PHASES, Signal
from interview_outcome.names import nearest
from interview_outcome.signal_list import SIGNALS

ROOT = Path(__file__).parents[1]
FIGURES = (ROOT / "data" / "published_figures.md").read_text(encoding="utf-8")
NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
every_signal = pytest.mark.parametrize("signal", list(signals), ids=list(signals.ids))


def lists_naming() -> dict[str, tuple[int, int | None]]:
    """Read from the published figures how many lists name each signal, and its opposite."""
    rows = re.findall(r"^\| (\w+) \| (\d+) \| (\d*) \|$", FIGURES.partition("## 13.")[2], re.MULTILINE)
    return {signal: (int(named), int(opposite) if opposite else None) for signal, named, opposite in rows}


def test_file_says_each_signal_once() -> None:
    assert [signal.id for signal in SIGNALS] == list(signals.ids)
    assert len(set(signals.ids)) == 72


def test_signals_stand_in_reading_order_and_families_together() -> None:
    assert [phase for phase, _ in groupby(signal.phase for signal in signals)] == list(PHASES)
    places = [place for place, _ in groupby((signal.phase, signal.family) for signal in signals)]
    assert len(places) == len(set(places))
    assert {signal.family for signal in signals} == set(FAMILIES)


@every_signal
def test_sentences_are_sentences_and_the_question_is_one(signal: Signal) -> None:
    assert re.fullmatch(r"[A-Z].*\?", signal.question)
    for sentence in (signal.yes_means, signal.no_means):
        assert re.fullmatch(r"[A-Z][^?\n]*\.", sentence)
    assert 80 < len(signal.reason) < 500
    assert re.fullmatch(r"[A-Z][^\n]*\.", signal.reason)
    assert signal.means(answer=True) == signal.yes_means
    assert signal.means(answer=False) == signal.no_means


def test_no_two_answers_read_the_same() -> None:
    sentences = [signal.means(answer=answer) for signal in signals for answer in (True, False)]
    assert len(set(sentences)) == 2 * 72


@every_signal
def test_weights_speak_in_the_declared_direction(signal: Signal) -> None:
    expected = {"+": signal.weight_yes > 0 > signal.weight_no, "-": signal.weight_yes < 0 < signal.weight_no,
                "0": signal.weight_yes == signal.weight_no == 0}  # fmt: skip
    assert expected[signal.direction]
    assert 0 < signal.sd <= 0.5


@pytest.mark.parametrize(
    ("signal", "with_offer", "without"),
    [("ran_long", 0.31, 0.20), ("cut_short", 0.06, 0.15), ("smooth_dialogue", 0.62, 0.44),
     ("references_requested", 0.20, 0.07), ("contact_date_given", 0.57, 0.43)],
)  # fmt: skip
def test_weights_imply_the_published_shares(signal: str, with_offer: float, without: float) -> None:
    yes, no = signals[signal].weight_yes, signals[signal].weight_no
    share = (1 - exp(no)) / (exp(yes) - exp(no))
    assert share == pytest.approx(without, abs=0.006)
    assert share * exp(yes) == pytest.approx(with_offer, abs=0.006)


@every_signal
def test_reason_says_where_no_interview_was_searched(signal: Signal) -> None:
    alone = "alone: no coded interview was searched for it." in signal.reason
    assert alone is not signal.coded


def test_interviews_hold_no_answer_to_a_signal_that_was_not_searched_for() -> None:
    with (ROOT / "data" / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [name for name in rows[0] if name in signals] == list(signals.ids)
    uncoded = [signal.id for signal in signals if not signal.coded]
    assert len(uncoded) == 10
    assert not [row["case"] for row in rows if any(row[signal] for signal in uncoded)]


@every_signal
def test_figures_cited_are_sections_that_exist(signal: Signal) -> None:
    sections = re.findall(r"^## (\d+)\. ", FIGURES, re.MULTILINE)
    assert sections == [str(number) for number in range(1, 14)]
    assert set(signal.figures) <= set(sections)
    assert list(signal.figures) == sorted(signal.figures, key=int)


@every_signal
def test_reason_counts_the_lists_as_the_figures_do(signal: Signal) -> None:
    counted = lists_naming()
    assert len(counted) == 62
    named, opposite = counted.get(signal.id, (None, None))
    for number in re.findall(r"(\w+) of (?:the )?69", signal.reason):
        assert NUMBERS.get(number.lower(), int(number) if number.isdigit() else None) == named
        assert "13" in signal.figures
    for numbers in re.findall(
        r"[Oo]f 69 published lists (\d+) name it, and (\d+) name its opposite", signal.reason
    ):
        assert tuple(map(int, numbers)) == (named, opposite)
    if re.search(
        r"[Oo]nly the article names|Nobody but the article|([Nn]o|any) published list\b", signal.reason
    ):
        assert named == 0


def test_there_are_as_many_lists_as_the_reasons_say() -> None:
    table = FIGURES.partition("The lists:")[2].partition("Pages that deny signs:")[0]
    assert len(re.findall(r"^\| ", table, re.MULTILINE)) == 69 + 1


def test_look_up_by_name() -> None:
    assert signals["praised"].id == "praised"
    assert "praised" in signals
    assert "prased" not in signals
    assert len(signals) == len(list(signals)) == 72
    assert repr(signals) == "<Catalogue of 72 signals>"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("prased", "There is no signal 'prased'. Did you mean 'praised'?"),
        (
            " Contact Date-Given",
            "There is no signal ' Contact Date-Given'. Did you mean 'contact_date_given'?",
        ),
        ("cut", "There is no signal 'cut'. Did you mean 'cut_short'?"),
        ("weather", "There is no signal 'weather'. outcome.signals lists them all."),
        (7, "There is no signal 7. outcome.signals lists them all."),
        (["praised"], "There is no signal ['praised']. outcome.signals lists them all."),
    ],
)
def test_unknown_name_says_what_was_meant(wrong: object, message: str) -> None:
    with pytest.raises(OutcomeError) as caught:
        signals[wrong]
    assert str(caught.value) == message
    assert isinstance(caught.value, KeyError)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.value) == ("unknown_signal", "signal", wrong)


@given(st.sampled_from(signals.ids), st.data())
def test_nearest_forgives_one_wrong_letter(signal: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(signal) - 1))
    typed = signal[:place] + data.draw(st.sampled_from("aeiouxyz_")) + signal[place + 1 :]
    assert nearest(typed.upper(), signals.ids) is not None
    assert nearest(signal, signals.ids) == signal


def test_search_wants_every_word_in_any_case() -> None:
    assert [signal.id for signal in signals.search("DAY named")] == [
        "candidate_contacted_too_early", "contact_date_given", "contact_date_missed",
    ]  # fmt: skip
    assert signals.search("mushrooms") == ()
    assert signals.search("") == tuple(signals)


def test_filter_picks_by_every_argument() -> None:
    closing_for = signals.filter(phase="closing", direction="+", family="timeline")
    assert [signal.id for signal in closing_for] == [
        "call_back_allowed", "contact_date_given", "next_steps_explained",
    ]  # fmt: skip
    assert signals.filter() == tuple(signals)
    assert sum(len(signals.filter(family=family)) for family in FAMILIES) == 72


def test_filter_names_every_argument_that_is_wrong() -> None:
    with pytest.raises(OutcomeError) as caught:
        signals.filter(phase="later", direction="up", family="rapport")
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("unknown_filter", "phase"), ("unknown_filter", "direction"),
    ]  # fmt: skip
    assert str(caught.value) == (
        "2 problems:\n"
        "- phase is 'later'; allowed: context, during, candidate, closing, after.\n"
        "- direction is 'up'; allowed: +, -, 0."
    )


def test_frame_holds_every_field_of_every_signal() -> None:
    pytest.importorskip("pandas")
    frame = signals.to_frame()
    assert list(frame.index) == list(signals.ids)
    assert frame.index.name == "id"
    assert list(frame.columns) == [field.name for field in fields(Signal)][1:]
    assert frame["weight_yes"].dtype == float
    assert frame["coded"].dtype == bool
    assert all({"id": name, **row.to_dict()} == signals[name].to_dict() for name, row in frame.iterrows())


def test_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OutcomeError, match=r"needs the package 'pandas'.*interview-outcome\[frames\]"):
        signals.to_frame()


def test_signal_is_frozen_and_plain_data() -> None:
    signal = signals["praised"]
    with pytest.raises(FrozenInstanceError):
        signal.weight_yes = 5.0
    assert Signal(**signal.to_dict()) == signal
    assert json.loads(json.dumps(signal.to_dict()))["claims"] == ["A7"]


def test_a_search_that_no_signal_fits_wholly_gives_those_that_fit_most():
    assert signals.search("boss mushrooms") == signals.search("boss")
    assert [signal.id for signal in signals.search("the day they gave mushrooms")] != []
    assert set(signals.search("named day mushrooms")) == set(signals.search("named day"))


def test_a_search_goes_by_the_beginnings_of_words():
    found = {signal.id for signal in signals.search("date")}
    assert "contact_date_given" in found
    assert "more_candidates_to_see" not in found
    assert signals.search("START date") == signals.search("start_date")


@pytest.mark.parametrize("wrong", [5, None, ["date"]])
def test_what_is_searched_for_is_a_text(wrong):
    with pytest.raises(OutcomeError, match=r"text is .*; allowed: words to look for"):
        signals.search(wrong)
