"""A file of interviews with their results as a frame: the formats of `outcome table`, read whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from interview_outcome.frames.columns.faults import first_of
from interview_outcome.frames.files.readers import read_batches
from interview_outcome.frames.files.scoring import check_formats

__all__ = ["read_frame"]


def read_frame(source: str | Path) -> Any:
    r"""Read a CSV, Parquet or JSON lines file.

    Parameters
    ----------
    source : str or path
        The file, its format by extension: .csv, .parquet, .jsonl or .ndjson.

    Returns
    -------
    frame of pyarrow or pandas
        For `interview_outcome.evaluate` and `interview_outcome.fit`.

    Raises
    ------
    OutcomeError
        With what is wrong with the file, or with rows that could not be read.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "interviews.csv")
    ...     _ = path.write_text("praised,offer\nyes,no\n")
    ...     read_frame(path).to_pylist()
    [{'praised': 'yes', 'offer': 'no'}]
    """
    source = Path(source)
    check_formats(source)
    batches = list(read_batches(source))
    broken = [row.problem for batch in batches for row in batch.broken]
    if broken:
        raise first_of(broken, len(broken))
    if batches[0].objects is not None:
        return pd.DataFrame.from_records([row for batch in batches for row in batch.objects or ()])
    return pa.table(
        {name: pa.chunked_array([batch.columns[name] for batch in batches]) for name in batches[0].columns}
    )
