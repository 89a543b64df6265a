"""Tables of interviews with results that follow a model, so that what should be found is known."""

import numpy as np
import pandas as pd

from interview_outcome import score_frame, signals
from interview_outcome.model import shipped


def made_interviews(rows, *, seed=0, model=None, names=None, known=0.3, **context):
    """Answers at random, and results as the model says."""
    random = np.random.default_rng(seed)
    columns = {}
    for name in signals.ids if names is None else names:
        draw = random.random(rows)
        columns[name] = np.where(draw > known, None, np.where(draw < known / 2, "yes", "no"))
    frame = pd.DataFrame(columns).assign(**context)
    likelihood = score_frame(frame, interval=False, model=model or shipped())["likelihood"].to_numpy()
    return frame.assign(offer=np.where(random.random(rows) < likelihood, "yes", "no"))
