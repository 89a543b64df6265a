"""The pages tell the stored results, and cannot go stale."""

import re

import pytest
from pages import PAGES, ROOT, fill, made, main
from tables import change, interval, percent, signed, table


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_stale(page):
    assert (ROOT / page).read_text(encoding="utf-8") == made(page), "run python studies/pages.py"


@pytest.mark.parametrize("page", PAGES)
def test_tables_have_as_many_cells_in_every_row(page):
    width = None
    for line in made(page).splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        assert cells is None or width is None or cells == width, line
        width = cells


def test_the_card_says_what_the_model_is_not_for():
    card = made("docs/model-card.md")
    assert "Not for choosing between candidates" in card
    for section in (
        "Purpose",
        "How the interviews were collected",
        "How to read an interval",
        "Who should not trust",
    ):
        assert f"## {section}" in card


def test_check_names_stale_pages(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("pages.ROOT", tmp_path)
    assert main(["--check"]) == 1
    assert "docs/model-card.md" in capsys.readouterr().out
    (tmp_path / "docs" / "explanation").mkdir(parents=True)
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert main([]) == 0
    assert "already" in capsys.readouterr().out


def test_names_and_values_must_fit():
    assert fill("{{a}} and {{b}}", {"a": "1", "b": "2"}) == "1 and 2"
    with pytest.raises(ValueError, match=r"without a value: \['b'\]; without a place: \['c'\]"):
        fill("{{a}} and {{b}}", {"a": "1", "c": "2"})


def test_numbers_are_written_for_people():
    assert interval([0.05, 0.01, 0.09]) == "0.050 [0.010, 0.090]"
    assert change([0.05, -0.01, 0.0]) == "+0.050 [\N{MINUS SIGN}0.010, 0.000]"
    assert signed(-0.001) == "0.00"
    assert percent(0.256) == "26%"
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
