"""``outcome signals`` and ``outcome schema``."""

import json
from dataclasses import replace

import pytest

from interview_outcome import schema, shipped, signals


def test_signals_are_listed(command):
    head, *lines, blank, legend = command("signals").out.splitlines()
    assert head.split() == ["signal", "a", "yes", "question"]
    assert [line.split()[:2] for line in lines] == [[signal.id, signal.direction] for signal in signals]
    assert blank == ""
    assert legend.startswith("+ a yes speaks for an offer, - against it, 0 neither.")


def test_signals_are_searched_and_filtered(command):
    found = command("signals", "--search", "vacancy", "--phase", "after", "--json")
    assert [row["id"] for row in json.loads(found.out)] == ["vacancy_removed"]
    assert "No signal fits" in command("signals", "--search", "xyzzy").out


def test_one_signal_is_shown_in_full(command):
    assert command("signals", "praised").out == f"{signals['praised']}\n"
    assert json.loads(command("signals", "praised", "--json").out) == json.loads(
        json.dumps(signals["praised"].to_dict())
    )


@pytest.fixture
def mine(tmp_path):
    """A model of one's own with one weight that is known."""
    weight = shipped().weights["praised", True]._replace(weight=0.75, sd=0.25, offers=60, note="")
    path = tmp_path / "mine.json"
    replace(shipped(), version="mine", weights=shipped().weights | {("praised", True): weight}).save(path)
    return str(path)


def test_a_model_of_ones_own_is_shown_beside_the_shipped_one(command, mine):
    text = command("signals", "praised", "--model", mine).out
    assert text.startswith(str(signals["praised"]))
    assert "In your own   yes +0.75 ± 0.25, no −0.07 ± 0.44; model mine" in text
    found = json.loads(command("signals", "praised", "--model", mine, "--json").out)
    assert found["model_version"] == "mine"
    assert (found["weights"]["yes"]["weight"], found["weights"]["yes"]["offers"]) == (0.75, 60)
    assert found["weights"]["no"]["weight"] == shipped().weights["praised", False].weight


def test_a_list_with_a_model_gives_its_weights(command, mine):
    head, line, _, legend = command("signals", "--search", "praised", "--model", mine).out.splitlines()
    assert head.split() == ["signal", "yes", "no", "question"]
    assert line.split()[:3] == ["praised", "+0.75", "−0.07"]
    assert legend.startswith("Weights in model mine, in log-odds.")


@pytest.mark.parametrize(
    ("name", "what", "rule"),
    [("silence", "The days without a word.", "silence"),
     ("code_phrases", "Two or more code phrases of a refusal were heard.", "combinations")],
)  # fmt: skip
def test_a_reason_that_is_no_signal_is_told_what_it_is(command, name, what, rule):
    done = command("signals", name)
    assert (done.code, done.err) == (
        2,
        f"outcome: {name!r} is a reason but no signal: {what} "
        f"The page Rules of the manual explains it, under {rule!r}.\n",
    )


def test_an_unknown_signal_or_family_is_told(command):
    done = command("signals", "prased")
    assert (done.code, done.err) == (2, "outcome: There is no signal 'prased'. Did you mean 'praised'?\n")
    assert "family is 'nice'; allowed: rapport" in command("signals", "--family", "nice").err


def test_a_schema_is_printed(command):
    assert json.loads(command("schema").out) == schema()
    assert json.loads(command("schema", "estimate", "--json").out) == schema("estimate")
    done = command("schema", "estimat")
    assert (done.code, done.err) == (
        2, "outcome: what is 'estimat'; allowed: checklist, estimate, model. Did you mean 'estimate'?\n",
    )  # fmt: skip
