"""What a model says about its own making."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evidence import DATA, Case, hashes

if TYPE_CHECKING:
    from interview_outcome.features import RuleLayer

RESULTS = DATA / "study_results.json"


def describe(settings: dict[str, Any], cases: list[Case], layer: RuleLayer) -> dict[str, Any]:
    """Give settings, sizes and hashes of the data, the order of the weights, and the result of the study."""
    return {
        "settings": settings,
        "cases": {
            "interviews": len(cases),
            "authors": len({case.author for case in cases}),
            "offers": sum(case.offer for case in cases),
            "written_before": sum(case.written == "before" for case in cases),
        },
        "sha256": hashes(),
        "overlap_order": [f"{signal}:{'yes' if answer else 'no'}" for signal, answer in layer.order],
        "evaluation": json.loads(RESULTS.read_text(encoding="utf-8"))["chosen"] if RESULTS.exists() else {},
    }
