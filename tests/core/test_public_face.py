"""The public face: what is exported, how light it is, and that it is safe to embed."""

import ast
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import interview_outcome
import outcome

PACKAGE = Path(interview_outcome.__file__).parent
CORE = ("catalogue", "checklist", "rules", "features", "waiting", "model", "model_audit", "model_data", "model_file",
        "estimate", "json_schema", "errors")  # fmt: skip
PUBLIC = [
    "Checklist", "Estimate", "Evaluation", "Model", "OutcomeError", "advise", "ask", "draft_letter", "evaluate", "fit",
    "load", "read", "review_letter", "schema", "score", "score_frame", "shipped", "signals", "timeline",
]  # fmt: skip


def test_the_public_names_are_those_that_are_promised():
    assert interview_outcome.__all__ == PUBLIC
    assert outcome.__all__ is interview_outcome.__all__


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_documented(name):
    if name in ("Evaluation", "evaluate", "fit", "score_frame"):
        pytest.importorskip("numpy")
    found = getattr(interview_outcome, name)
    assert getattr(outcome, name) is found
    assert found.__doc__
    assert name in dir(interview_outcome)
    assert name in dir(outcome)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'interview_outcome' has no attribute 'scores'"):
        _ = interview_outcome.scores


def test_the_literal_list_is_what_type_checkers_see():
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    imported = {alias.name for node in guarded.body for alias in node.names}
    assert imported == set(PUBLIC)


def _run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_scoring_imports_the_standard_library_alone():
    code = (
        "import sys; before = set(sys.modules)\n"
        "import outcome; e = outcome.score({'stage': 'final', 'praised': True}); str(e); e._repr_html_(); e.to_json()\n"
        "outcome.schema(); list(outcome.signals)\n"
        "names = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(names - set(sys.stdlib_module_names) - {'outcome', 'interview_outcome'}))"
    )
    assert _run(code).strip() == "[]"


def test_importing_alone_loads_next_to_nothing():
    code = "import sys, interview_outcome\nprint(sorted(n for n in sys.modules if n.startswith('interview_outcome')))"
    assert _run(code).strip() == "['interview_outcome']"


@pytest.mark.parametrize("module", CORE)
def test_the_core_imports_nothing_else_at_its_head(module):
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module]
        else:
            continue
        assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names) | {
            "interview_outcome"
        }


def test_nothing_in_the_package_unpickles_or_runs_code_from_data():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "__import__"), path
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                assert not {"pickle", "marshal", "shelve", "socket", "urllib.request", "http.client"} & set(
                    names
                ), path


def test_many_threads_get_the_same_answer():
    checklist = {"stage": "final", "praised": True, "cut_short": False, "interviewed_on": "2026-11-02"}
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: interview_outcome.score(checklist, on="2026-11-20"), range(200)))
    assert all(estimate == found[0] for estimate in found)
