"""The reference names everything that there is, and nothing that there is not."""

import ast
import json
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

import interview_outcome
from interview_outcome import rules, schema, signals
from interview_outcome.checklist_values import CHOICES, CONTEXT_KEYS, UNKNOWN, WORDS
from interview_outcome.cli import COMMANDS
from interview_outcome.json_schema import SCHEMAS
from interview_outcome.model import shipped
from interview_outcome.model_data import to_data

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

import generated_pages  # noqa: E402  stands beside the pages

# Codes that a table in the code gives rather than a literal where the problem is made.
OF_LETTERS = {"too_long", "bad_character", "gap", "bad_contact", "no_letter"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The generated pages by name."""
    folder = tmp_path_factory.mktemp("reference")
    generated_pages.write_pages(folder, ROOT / "data")
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def written(name):
    """Give a page of the reference that is written by hand."""
    return (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")


def first_cells(text):
    """Give what stands in backticks in the first cells of tables."""
    rows = re.findall(r"^\| ([^|]*) \|", text, flags=re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def documented():
    """Give the names that the page of public names documents."""
    return re.findall(r"^\.\. auto\w+:: (\S+)", written("api"), flags=re.MULTILINE)


def test_every_public_name_is_documented():
    public = {f"interview_outcome.{name}" for name in interview_outcome.__all__}
    assert public <= set(documented())


def test_every_result_that_gives_html_is_named():
    pytest.importorskip("sklearn")
    section = written("api").partition("## As text and as HTML\n")[2].partition("\n## ")[0]
    documented_types = {name.rpartition(".") for name in documented() if ".plots." not in name}
    found = {name: getattr(import_module(module), name) for module, _, name in documented_types}
    with_html = {
        name for name, kind in found.items() if isinstance(kind, type) and "_repr_html_" in vars(kind)
    }
    assert with_html == set(re.findall(r"`([A-Z]\w+)`", section))


@pytest.mark.parametrize("name", documented())
def test_every_documented_name_exists(name):
    pytest.importorskip("sklearn")
    pytest.importorskip("matplotlib")
    module, _, attribute = name.rpartition(".")
    assert getattr(import_module(module), attribute).__doc__


def test_every_signal_stands_there_with_question_reason_and_both_weights(pages):
    text = pages["signals"]
    for signal in signals:
        entry = text.split(f"(signal-{signal.id})=\n")[1].partition("(signal-")[0]
        assert signal.question in entry
        assert signal.reason in entry
        for answer in (True, False):
            weight = f"{shipped().weights[signal.id, answer].weight:+.2f}".replace("-", "−")
            row = next(line for line in entry.splitlines() if signal.means(answer=answer) in line)
            assert (weight if weight[1:] != "0.00" else "| 0.00 ±") in row
        for claim in signal.claims:
            assert f"(#claim-{claim.lower()})" in entry
        for section in signal.figures:
            assert f"(#figures-{section})" in entry


def test_what_is_unusual_about_a_weight_is_said(pages):
    text = pages["signals"].casefold()
    notes = {weight.note.casefold() for weight in shipped().weights.values() if weight.note}
    assert notes
    assert all(note in text for note in notes)


def test_every_rule_stands_there_with_its_why(pages):
    for rule in rules.RULES:
        assert f"(rule-{rule.code})=\n" in pages["rules"]
        assert rule.does in pages["rules"]
        assert rule.why in pages["rules"]
    for table in (rules.VOIDS, rules.CONTRADICTIONS, rules.DAMPS, rules.COMBINATIONS):
        assert all(entry.text in pages["rules"] for entry in table)


def test_every_link_to_evidence_leads_somewhere(pages):
    pattern = r"\(#((?:signal|rule|claim|figures)-[\w.]+)\)"
    hand = "".join(path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    links = set(re.findall(pattern, hand + "".join(pages.values())))
    targets = set(re.findall(r"^\(([\w.-]+)\)=$", "".join(pages.values()), flags=re.MULTILINE))
    assert len(links) > 100
    assert links <= targets


def test_the_schemas_are_those_that_the_library_gives(pages):
    printed = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", pages["schemas"], re.DOTALL)]
    assert printed == [schema(what) for what in SCHEMAS]


def test_every_command_stands_there(pages):
    usages = re.findall(r"^usage: outcome (.+?) \[-h\]", pages["command-line"], flags=re.MULTILINE)
    assert {usage.split()[0] for usage in usages} == set(COMMANDS)
    assert {"letter draft", "letter review"} <= set(usages)


def test_every_context_key_stands_there_with_its_values():
    rows = written("checklist").partition("## Context")[2]
    assert first_cells(rows) == set(CONTEXT_KEYS)
    for key, values in CHOICES.items():
        row = next(line for line in rows.splitlines() if line.startswith(f"| `{key}`"))
        assert re.findall(r'`"(\w+)"`', row) == list(values)


def test_every_text_that_is_taken_as_an_answer_stands_there():
    rows = written("checklist").partition("## Answers")[2].partition("## Context")[0].splitlines()
    for means, word in ((True, "yes"), (False, "no"), (UNKNOWN, "unknown")):
        row = next(line for line in rows if line.startswith(f"| {word} |"))
        assert set(re.findall(r'`"([^"`]*)"`', row)) == {
            text for text, meaning in WORDS.items() if meaning is means
        }


def test_the_page_of_the_model_file_names_every_part_of_it():
    table = written("model-file").partition("## What stands in it")[2].partition("**A weight**")[0]
    assert first_cells(table) == {*to_data(shipped()), "sha256"}


def codes(maker):
    """Give the codes of all problems or remarks that the package makes."""
    found = set()
    for path in sorted((ROOT / "src" / "interview_outcome").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(getattr(node, "func", None), "id", "")
            if called.lstrip("_").capitalize() == maker and node.args:
                code = node.args[0]
                found |= {code.value} if isinstance(code, ast.Constant) else set()
    return found


@pytest.mark.parametrize(
    ("maker", "part", "besides"),
    [("Problem", 0, OF_LETTERS), ("Remark", 2, set(rules.BOUND_TEXTS))],
)
def test_every_code_stands_there_and_no_other(maker, part, besides):
    assert first_cells(written("codes").partition("\n## Remarks")[part]) == codes(maker) | besides
