"""Draw the picture of the README: ``python docs/readme_picture.py``."""

import tomllib
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

import interview_outcome as outcome

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "_static" / "estimate.svg"


def draw(path: Path = PICTURE) -> None:
    """Score the example and draw how its likelihood comes about."""
    checklist = tomllib.loads((ROOT / "examples" / "final_round.toml").read_text(encoding="utf-8"))
    with mpl.rc_context({"svg.hashsalt": "interview-outcome", "svg.fonttype": "path"}):
        figure = Figure(figsize=(8, 5.8), layout="constrained")
        figure.patch.set_facecolor("white")
        outcome.score(checklist, on="2026-11-20").plot(ax=figure.subplots())
        figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    draw()
