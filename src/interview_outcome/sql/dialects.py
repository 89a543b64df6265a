"""Kinds of SQL, and how they differ."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["DIALECTS", "Dialect"]


class Dialect(NamedTuple):
    """How one kind of SQL differs from the others.

    Parameters
    ----------
    quote : str
        What stands around a name.
    number : str
        The type of numbers.
    least, most : str
        The functions that give the least and the greatest of their arguments.
    text : str
        The value of {column} as text in small letters without the blanks around it; empty for NULL, NULL for bytes.
        A number with a point is written plainly first: 1.00 and -0.0 are 1.0 and 0.0.
    digits : str
        Whether {text} is a number of people: up to nine digits, and nothing but noughts after a point.
    """

    quote: str
    number: str
    least: str
    most: str
    text: str
    digits: str


# The blanks are tab, the ends of lines and pages (10 to 13), space and no-break space (160).
DIALECTS = {
    "duckdb": Dialect(
        quote='"',
        number="DOUBLE",
        least="least",
        most="greatest",
        # COLLATE: whatever the database holds for equal, letters with accents are others here.
        text="(CASE WHEN {column} IS NULL THEN ''"
        " WHEN typeof({column}) SIMILAR TO '(DECIMAL.*|DOUBLE|FLOAT)'"
        " THEN CAST(TRY_CAST(CAST({column} AS VARCHAR) AS DOUBLE) + 0 AS VARCHAR)"
        " WHEN typeof({column}) NOT IN ('BLOB', 'BIT')"
        " THEN lower(trim(CAST({column} AS VARCHAR),"
        " chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(32) || chr(160))) END) COLLATE C",
        digits="regexp_full_match({text}, '[0-9]{{1,9}}([.]0*)?')",
    ),
    "spark": Dialect(
        quote="`",
        number="DOUBLE",
        least="least",
        most="greatest",
        text="CASE WHEN {column} IS NULL THEN ''"
        " WHEN typeof({column}) RLIKE '^(decimal.*|double|float)$'"
        " THEN lower(CAST(CAST(CAST({column} AS STRING) AS DOUBLE) + 0e0 AS STRING))"
        " WHEN typeof({column}) <> 'binary'"
        " THEN lower(trim(BOTH CAST(X'090A0B0C0D20C2A0' AS STRING) FROM CAST({column} AS STRING))) END",
        # Not by RLIKE with a $, which leaves room for the end of a line.
        digits="regexp_replace({text}, '^[0-9]{{1,9}}([.]0*)?', '-') = '-'",
    ),
    "sqlite": Dialect(
        quote='"',
        number="REAL",
        least="min",
        most="max",
        text="CASE WHEN {column} IS NULL THEN ''"
        " WHEN typeof({column}) <> 'blob'"
        " THEN lower(trim(CAST({column} AS TEXT), char(9, 10, 11, 12, 13, 32, 160))) END",
        digits="({text} NOT GLOB '*[^0-9.]*' AND {text} GLOB '[0-9]*' AND instr({text} || '.', '.') <= 10"
        " AND {text} NOT GLOB '*.*.*' AND {text} NOT GLOB '*.*[1-9]*')",
    ),
}
