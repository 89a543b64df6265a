"""Scores of a table in a file, in batches, so that its size does not matter; whole or not at all."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from interview_outcome.errors import OutcomeError, Problem
from interview_outcome.frames.columns.faults import first_of, name_faults
from interview_outcome.frames.columns.table import read_columns, warn_of_misspelled
from interview_outcome.frames.files.readers import READERS, read_batches, suffix
from interview_outcome.frames.files.side_files import bad_rows, without_told
from interview_outcome.frames.files.whole_files import Output
from interview_outcome.frames.request import make_request
from interview_outcome.new_file import check_target

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from interview_outcome.frames.columns.faults import Fault
    from interview_outcome.frames.columns.table import Table
    from interview_outcome.frames.files.batches import Batch
    from interview_outcome.frames.request import Request
    from interview_outcome.model import Model

__all__ = ["FileScores", "check_formats", "score_file"]


@dataclass(frozen=True)
class FileScores:
    """What became of a file.

    Parameters
    ----------
    rows : int
        Rows that were scored.
    output : str
        The file that holds them.
    skipped : int
        Rows with problems.
    bad_rows : str or None
        The file that holds those, where there are any.

    Examples
    --------
    >>> print(FileScores(10, "scored.csv", 2, "scored.bad.csv"))
    10 interviews scored, written to scored.csv.
    2 rows with problems left out, written to scored.bad.csv.
    """

    rows: int
    output: str
    skipped: int = 0
    bad_rows: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give all fields as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        text = f"{self.rows:,} interviews scored, written to {self.output}."
        if self.skipped:
            text += f"\n{self.skipped:,} rows with problems left out, written to {self.bad_rows}."
        return text


def score_file(
    source: str | Path,
    target: str | Path,
    *,
    skip_bad_rows: bool = False,
    interval: bool = True,
    reasons: bool | int = False,
    on: date | str | None = None,
    model: Model | None = None,
    prefix: str = "",
    progress: Callable[[int, float], None] | None = None,
) -> FileScores:
    r"""Score every interview of a CSV, Parquet or JSON lines file.

    Parameters
    ----------
    source, target : str or path
        The files, their format by extension: .csv, .parquet, .jsonl or .ndjson.
    skip_bad_rows : bool
        Whether rows with problems are left out and written, with their number and problem, to a file beside
        the target; otherwise the first batch that holds one ends it all. Such a file may be scored once it is
        mended: its columns ``bad_row_number``, ``bad_row_problem`` and ``bad_row_text`` are left out.
    interval, reasons, on, model, prefix
        As for `interview_outcome.score_frame`.
    progress : function, optional
        Called after each batch with the rows that were read and the share of the file.

    Raises
    ------
    OutcomeError
        With what is wrong with the files or with rows, by number and column. Then nothing is written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     source, target = Path(folder, "interviews.csv"), Path(folder, "scored.csv")
    ...     _ = source.write_text("name,stage,praised\nAnn,final,\n")
    ...     found = score_file(source, target, interval=False)
    ...     print(found.rows, found.skipped, found.bad_rows, target.read_text())
    1 0 None name,stage,praised,likelihood,base_rate
    Ann,final,,0.4,0.4
    <BLANKLINE>
    """
    source, target = Path(source), Path(target)
    check_formats(source, target)
    check_target(target)
    side = target.with_name(f"{target.stem}.bad{source.suffix}")
    if skip_bad_rows and side.exists():
        message = f"{side} is there already; rows with problems would be written over it."
        hint = "Move or rename it, or give another output."
        raise OutcomeError([Problem("side_file_exists", str(side), None, message, hint)])
    request = None
    found = read_batches(source, typed=suffix(target) == ".parquet")
    with Output(target) as scored, Output(side) as left_out, closing(found) as batches:
        for batch in map(without_told, batches):
            if request is None:
                names = list(batch.columns)
                request = make_request(
                    names, interval=interval, reasons=reasons, on=on, model=model, prefix=prefix
                )
                warn_of_misspelled(names, on=on)
            table, good, bad = _parted(batch, request, skip=skip_bad_rows)
            scored.write(_scored(good, table, request))
            if bad is not None:
                left_out.write(bad)
            if progress is not None:
                progress(scored.rows + left_out.rows, batch.share)
    return FileScores(scored.rows, str(target), left_out.rows, str(side) if left_out.rows else None)


def _parted(batch: Batch, request: Request, *, skip: bool) -> tuple[Table, Batch, Batch | None]:
    """Part good rows from bad ones; the table is that of the good ones."""
    table, faults = _read(batch, request)
    if not faults and not batch.broken:
        return table, batch, None
    found = name_faults(faults, len(batch.numbers) * len(faults), numbers=batch.numbers)
    if not skip or any(fault.once for fault in faults):
        named = [(batch.numbers[row], problem) for row, problem in found]
        named += [(each.number, each.problem) for each in batch.broken]
        named.sort(key=lambda pair: pair[0])
        raise first_of([problem for _, problem in named], len(named))
    wrong: dict[int, list[str]] = {}
    for row, problem in found:
        wrong.setdefault(row, []).append(str(problem))
    good = batch.take([row for row in range(len(batch.numbers)) if row not in wrong])
    return _read(good, request)[0], good, bad_rows(batch, wrong)


def _read(batch: Batch, request: Request) -> tuple[Table, list[Fault]]:
    columns = {name: batch.columns[name] for name in request.inputs}
    return read_columns(columns, len(batch.numbers), on=request.on)


def _scored(batch: Batch, table: Table, request: Request) -> Batch:
    """Add the new columns to a batch."""
    found = request.score_table(table)
    added = {
        name: pa.array(values, pa.string() if name in request.texts else pa.float64())
        for name, values in found.items()
    }
    return batch._replace(columns=batch.columns | added, added=tuple(added))


def check_formats(*paths: Path) -> None:
    """Refuse files whose extension tells no format that is known."""
    problems = [
        Problem("bad_format", str(path), path.suffix, f"{path.name} has no extension of a known table.",
                f"Use one of: {', '.join(READERS)}.")
        for path in paths
        if suffix(path) not in READERS
    ]  # fmt: skip
    if problems:
        raise OutcomeError(problems)
