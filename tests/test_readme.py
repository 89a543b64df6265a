"""The README tells the truth: its figures are those of the study, and its code runs."""

import re
from pathlib import Path

import pytest

pytest.importorskip("numpy")
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_figures_are_those_of_the_study():
    import readme_figures

    assert readme_figures.written(README) == README


def test_code_runs():
    code = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    for block in code:
        exec(
            compile(
                block.replace("import outcome\n", "import interview_outcome as outcome\n"),
                "README.md",
                "exec",
            ),
            {},
        )
