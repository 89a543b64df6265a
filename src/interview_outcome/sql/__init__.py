"""A model as one SELECT: the likelihood computed where the table is, for those who cannot run Python there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_outcome.catalogue import signals
from interview_outcome.checklist_values import DATE_KEYS
from interview_outcome.errors import OutcomeError, Problem, shown
from interview_outcome.names import nearest
from interview_outcome.sql.dialects import DIALECTS
from interview_outcome.sql.reading import CONTEXT
from interview_outcome.sql.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interview_outcome.model import Model

__all__ = ["DIALECTS", "to_sql"]


def to_sql(
    model: Model,
    dialect: str = "duckdb",
    *,
    table: str = "interviews",
    columns: Iterable[str] | None = None,
    keep: Iterable[str] = (),
) -> str:
    """Write one SELECT that computes the likelihood and the base rate of every row of a table.

    Equal to `score` without dates, to 1e-9. A row with a value that `score` refuses gets NULL.

    Parameters
    ----------
    model : Model
        Whose numbers are written into the statement.
    dialect : {"duckdb", "spark", "sqlite"}
        Whose SQL; sqlite must have its mathematical functions (``exp``, ``power``).
    table : str
        Name of the table, with its schema where needed.
    columns : iterable of str, optional
        Signals and context keys that the table has; without it, all that SQL can take. Dates it cannot take.
    keep : iterable of str
        Other columns that are carried along, such as a key.

    Raises
    ------
    OutcomeError
        With everything that cannot be said in SQL, by name.

    Examples
    --------
    >>> import sqlite3
    >>> from interview_outcome.model import shipped
    >>> statement = to_sql(shipped(), "sqlite", columns=["stage", "praised"], keep=["id"])
    >>> with sqlite3.connect(":memory:") as connection:
    ...     _ = connection.execute("CREATE TABLE interviews (id, stage, praised)")
    ...     _ = connection.execute("INSERT INTO interviews VALUES (7, 'final', NULL)")
    ...     connection.execute(statement).fetchall()
    [(7, 0.4, 0.4)]
    """
    names = (*signals.ids, *CONTEXT) if columns is None else _names("columns", columns)
    kept = _names("keep", keep)
    problems = [*_check_target(dialect, table), *_check_columns(names), *_check_kept(kept)]
    if problems:
        raise OutcomeError(problems)
    return Statement(model, DIALECTS[dialect], names, kept).write(table)


def _names(argument: str, given: Any) -> tuple[str, ...]:
    """Give the names of some columns, each once."""
    try:
        names = None if isinstance(given, str | bytes) else tuple(given)
    except Exception:  # noqa: BLE001  whatever a stranger's object raises
        names = None
    if names is None or not all(isinstance(name, str) and name for name in names):
        message = f"{argument} is {shown(given)}; allowed: a list of names."
        raise OutcomeError([Problem("bad_columns", argument, given, message, 'Write for example ["id"].')])
    return tuple(dict.fromkeys(names))


def _check_target(dialect: Any, table: Any) -> list[Problem]:
    problems = []
    if not isinstance(dialect, str) or dialect not in DIALECTS:
        message = f"dialect is {shown(dialect)}; allowed: {', '.join(DIALECTS)}."
        hint = "The SQL of duckdb is close to that of PostgreSQL."
        problems.append(Problem("bad_dialect", "dialect", dialect, message, hint))
    if not isinstance(table, str) or not all(table.split(".")):
        message = f"table is {shown(table)}; allowed: a name, or names with a point between them."
        problems.append(Problem("bad_table", "table", table, message, 'Write for example "hr.interviews".'))
    return problems


def _check_columns(names: Sequence[str]) -> list[Problem]:
    problems = []
    if not names:
        message = "columns is empty, so every row would get the same likelihood."
        problems.append(Problem("no_signals", "columns", [], message, "Name the signals that the table has."))
    for name in names:
        if name in DATE_KEYS or name == "on":
            message = f"{name} is a date, and what dates say cannot be computed in SQL."
            hint = "Leave it out, or use outcome.score_frame, which runs on duckdb and Spark too."
            problems.append(Problem("not_in_sql", name, name, message, hint))
        elif name not in signals and name not in CONTEXT:
            message = f"{shown(name)} is neither a signal nor a context key."
            near = nearest(name, (*signals.ids, *CONTEXT))
            hint = f"Did you mean {near!r}?" if near else "Name other columns in `keep`."
            problems.append(Problem("unknown_key", name, name, message, hint))
    return problems


def _check_kept(names: Sequence[str]) -> list[Problem]:
    """Refuse columns that would stand beside a result of the same name, which SQL does not tell apart."""
    taken = [name for name in names if name.casefold() in ("likelihood", "base_rate")]
    message = f"keep holds {', '.join(taken)}: the statement gives columns of these names."
    hint = "Rename them in the table, or in a view of it."
    return [Problem("column_taken", "keep", taken, message, hint)] if taken else []
