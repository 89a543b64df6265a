"""Build ``model.json`` from ``data/``: ``python studies/build_model.py``; with ``--check``, only compare."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fitting import build_model

MODEL = Path(__file__).parents[1] / "src" / "interview_outcome" / "model.json"


def main(arguments: list[str]) -> int:
    """Build the model into its place, or say whether the model in its place is what would be built."""
    model = build_model()
    if arguments == ["--check"]:
        with tempfile.TemporaryDirectory() as folder:
            built = Path(folder, MODEL.name)
            model.save(built)
            same = built.read_bytes() == MODEL.read_bytes()
        verdict = "byte for byte" if same else "NOT"
        print(f"{MODEL.name} is {verdict} what {Path(__file__).name} builds from data/")
        return 0 if same else 1
    model.save(MODEL)
    stopped = [
        f"{weight.signal} ({'yes' if weight.answer else 'no'})"
        for weight in model.weights.values()
        if weight.stopped
    ]
    print(f"{MODEL.name}: model {model.version}, {MODEL.stat().st_size:,} bytes")
    print(f"stopped at 0: {', '.join(stopped)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
