"""What data/README.md says of the tables is what they hold."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from interview_outcome import signals

DATA = Path(__file__).parents[1] / "data"
README = " ".join((DATA / "README.md").read_text(encoding="utf-8").split())


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.csv")))
def test_readme_counts_the_rows(name: str) -> None:
    assert f"| `{name}` | {len(table(name))} |" in README


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.name != "README.md"))
def test_readme_names_every_file(name: str) -> None:
    assert f"| `{name}` |" in README


def test_readme_counts_the_claims() -> None:
    claims = tomllib.loads((DATA / "claims.toml").read_text(encoding="utf-8"))["claim"]
    assert f"| `claims.toml` | {len(claims)} |" in README


def test_readme_counts_the_cases() -> None:
    rows = table("cases.csv")
    offer, written, stage, field = (
        Counter(row[key] for row in rows) for key in ("offer", "written", "stage", "field")
    )
    assert f"the result: {offer['yes']} offers, {offer['no']} refusals" in README
    assert f"known ({written['before']}) or after ({written['after']})" in README
    stages = f"{stage['phone']}, {stage['first']}, {stage['later']} and {stage['final']} rows"
    assert f"{stages}; blank in {stage['']}" in README
    assert f"There are {len({row['author'] for row in rows})} authors" in README
    assert f"where told ({sum(bool(row['candidates']) for row in rows)} rows)" in README
    cells = sum(bool(row[signal]) for row in rows for signal in signals.ids)
    assert f"{cells} cells are filled" in README
    fields = f"Software ({field['software']} rows), teaching ({field['teaching']}) and nursing ({field['nursing']})"
    assert fields in README


def test_readme_counts_signals_that_no_account_shows() -> None:
    rows = table("cases.csv")
    unseen = [signal for signal in signals if not any(row[signal.id] for row in rows)]
    assert sum(signal.coded for signal in unseen) == 8
    assert "Eight more were looked for and found in no account" in README
    assert sum(not signal.coded for signal in signals) == 10
    assert "Ten signals were not looked for" in README


@pytest.mark.parametrize("signal", signals.ids)
def test_cases_answer_with_yes_no_or_nothing(signal: str) -> None:
    assert {row[signal] for row in table("cases.csv")} <= {"yes", "no", ""}


def test_readme_counts_waits_and_reviews() -> None:
    waits = Counter(row["offer"] for row in table("wait_times.csv"))
    assert f"what the answer was: {waits['yes']} offers, {waits['no']} refusals" in README
    reviews = table("review_counts.csv")
    offers, none = (sum(int(row[key]) for row in reviews) for key in ("offers", "no_offers"))
    assert (
        f"{offers + none:,} interview reviews of 22 large employers ({offers:,} offers, {none:,} without one)"
        in README
    )


def test_figures_of_the_published_table_of_stages_are_those_the_model_is_built_from() -> None:
    published = tomllib.loads((DATA / "published.toml").read_text(encoding="utf-8"))["base_rates"]
    figures = (DATA / "published_figures.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (phone|first|later|final, number|unknown)\b[^|]*\| (\.\d+) \|[^|]*\| (\.\d+) to (\.\d+) \|$",
        figures,
        re.MULTILINE,
    )
    assert {stage.split(",")[0]: tuple(map(float, numbers)) for stage, *numbers in rows} == {
        stage: (rate["likelihood"], rate["low"], rate["high"]) for stage, rate in published.items()
    }
