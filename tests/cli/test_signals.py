"""``outcome signals`` and ``outcome schema``."""

import json

from interview_outcome import schema, signals


def test_signals_are_listed(command):
    lines = command("signals").out.splitlines()
    assert len(lines) == len(signals)
    assert lines[0].split()[0] == signals.ids[0]


def test_signals_are_searched_and_filtered(command):
    found = command("signals", "--search", "vacancy", "--phase", "after", "--json")
    assert [row["id"] for row in json.loads(found.out)] == ["vacancy_removed"]
    assert "No signal fits" in command("signals", "--search", "xyzzy").out


def test_one_signal_is_shown_in_full(command):
    assert command("signals", "praised").out == f"{signals['praised']}\n"
    assert json.loads(command("signals", "praised", "--json").out) == json.loads(
        json.dumps(signals["praised"].to_dict())
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
