"""Build ``model.json`` from ``data/``: ``python studies/build_model.py``."""

from __future__ import annotations

from pathlib import Path

from fitting import build_model

MODEL = Path(__file__).parents[1] / "src" / "interview_outcome" / "model.json"

if __name__ == "__main__":
    model = build_model()
    model.save(MODEL)
    stopped = [weight.signal for weight in model.weights.values() if "stops at 0" in weight.note]
    print(f"{MODEL.name}: model {model.version}, {MODEL.stat().st_size:,} bytes; stopped at 0: {', '.join(stopped)}")
