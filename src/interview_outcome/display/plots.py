"""Pictures of what the library found, drawn with matplotlib.

Each takes ``ax`` and gives it back. Without ``ax`` pyplot makes a new figure, whose transparent ground suits
dark and light pages alike.
"""

from __future__ import annotations

from interview_outcome.display.plots_calibration import plot_calibration
from interview_outcome.display.plots_estimate import plot_estimate
from interview_outcome.display.plots_evidence import plot_evidence
from interview_outcome.display.plots_signals import plot_signals
from interview_outcome.display.plots_timeline import plot_timeline
from interview_outcome.display.plots_weights import plot_weights

__all__ = [
    "plot_calibration",
    "plot_estimate",
    "plot_evidence",
    "plot_signals",
    "plot_timeline",
    "plot_weights",
]
