"""The article's claims: each has a fate, and the catalogue, the rules and the texts cite the same ones."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from interview_outcome import rules, signals

ROOT = Path(__file__).parents[1]
CLAIMS: dict[str, dict[str, Any]] = {
    claim["id"]: claim
    for claim in tomllib.loads((ROOT / "data" / "claims.toml").read_text(encoding="utf-8"))["claim"]
}
COUNTS = {"A": 10, "B": 16, "C": 9, "D": 5, "E": 4, "F": 9, "G": 7, "H": 8}
LEFT_OUT = ["B16"]


def cited_by_rules() -> dict[str, set[str]]:
    """Collect for each claim the rules that rest on it, from the rules and from their tables."""
    tables = {
        "void": [void.claim for void in rules.VOIDS] + [rules.VAGUE_PROMISE[2]],
        "damp": [damp.claim for damp in rules.DAMPS],
        "combinations": [combination.claim for combination in rules.COMBINATIONS],
    }
    found: dict[str, set[str]] = defaultdict(set)
    for rule in rules.RULES:
        for claim in (*rule.claims, *filter(None, tables.get(rule.code, []))):
            found[claim].add(rule.code)
    return found


def cited_in_package() -> set[str]:
    """Collect the claims that code and shipped texts name, as "article A1, B2" in prose or as a quoted "A1"."""
    found: set[str] = set()
    for path in (ROOT / "src").rglob("*"):
        if path.suffix in {".py", ".toml"}:
            text = path.read_text(encoding="utf-8")
            prose = re.findall(r"\barticle(?:'s)? ((?:[A-H]\d+(?:, | and )?)+)", text)
            found |= {claim for part in prose for claim in re.findall(r"[A-H]\d+", part)}
            found |= set(re.findall(r"[\"']([A-H]\d{1,2})[\"']", text))
    return found


def test_every_claim_is_there_once_and_in_order() -> None:
    rows = tomllib.loads((ROOT / "data" / "claims.toml").read_text(encoding="utf-8"))["claim"]
    assert [row["id"] for row in rows] == [
        f"{letter}{number}" for letter, count in COUNTS.items() for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_every_claim_has_a_fate(claim: dict[str, Any]) -> None:
    fate = set(claim) - {"id", "text"}
    assert fate <= {"signals", "rules", "remark", "advice", "letters", "left_out"}
    assert all(claim[key] for key in claim)
    assert claim["text"].endswith((".", '"'))
    if claim["id"][0] in "GH":
        assert fate & {"advice", "letters"}
    elif claim["id"] in LEFT_OUT:
        assert fate == {"left_out"}
    else:
        assert fate & {"signals", "rules", "remark"}
        assert "left_out" not in fate


def test_claims_and_signals_name_each_other() -> None:
    by_claim = {(name, signal) for name, claim in CLAIMS.items() for signal in claim.get("signals", ())}
    by_signal = {(claim, signal.id) for signal in signals for claim in signal.claims}
    assert by_claim == by_signal


def test_claims_and_rules_name_each_other() -> None:
    by_claim = {name: set(claim["rules"]) for name, claim in CLAIMS.items() if "rules" in claim}
    assert by_claim == cited_by_rules()


def test_combinations_count_the_code_phrases_of_the_article() -> None:
    phrases = next(each for each in rules.COMBINATIONS if each.code == "code_phrases")
    of_claims = {
        signal for name, claim in CLAIMS.items() if name.startswith("C") for signal in claim["signals"]
    }
    assert set(phrases.signals) == of_claims


def test_every_claim_that_the_package_cites_exists() -> None:
    cited = cited_in_package()
    assert {"A1", "B14", "G3", "H1"} <= cited
    assert cited <= set(CLAIMS)
