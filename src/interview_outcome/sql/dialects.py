"""Kinds of SQL, and how they differ."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["DIALECTS", "Dialect"]


class Dialect(NamedTuple):
    """How one kind of SQL differs from the others."""

    quote: str
    text: str
    number: str
    least: str
    most: str
    # Whether {text} is a number of people: up to nine digits, and nothing but noughts after a point.
    digits: str


DIALECTS = {
    "duckdb": Dialect(
        '"', "VARCHAR", "DOUBLE", "least", "greatest", "regexp_full_match({text}, '[0-9]{{1,9}}(\\.0*)?')",
    ),
    "spark": Dialect("`", "STRING", "DOUBLE", "least", "greatest", "{text} RLIKE '^[0-9]{{1,9}}([.]0*)?$'"),
    "sqlite": Dialect(
        '"', "TEXT", "REAL", "min", "max",
        "(length({text}) BETWEEN 1 AND 9 AND {text} NOT GLOB '*[^0-9.]*' AND {text} GLOB '[0-9]*'"
        " AND {text} NOT GLOB '*.*.*' AND {text} NOT GLOB '*.*[1-9]*')",
    ),
}  # fmt: skip
