"""One column of a frame, as plain arrays: whatever holds it, only a few forms are left.

A frame of pandas gives its own columns; every other frame gives arrow arrays; a file of text gives lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Codes = NDArray[np.int8]

_PLAIN = (str, bool, type(None))
_MERGED = (*_PLAIN, int, float, np.bool_, np.int64, np.float64)

__all__ = ["Answers", "Column", "Days", "Distinct", "Numbers", "Strange", "read_column"]


class Answers(NamedTuple):
    """Booleans: 1, 0, and -1 where nothing is known."""

    codes: Codes


class Numbers(NamedTuple):
    """Numbers, and where they are missing."""

    values: NDArray[Any]
    missing: NDArray[np.bool_]


class Days(NamedTuple):
    """Dates as days since 1970-01-01, and where they are missing."""

    days: NDArray[np.int64]
    missing: NDArray[np.bool_]


class Distinct(NamedTuple):
    """The distinct values of a column, and for each row the place of its value, -1 where it is missing."""

    places: NDArray[Any]
    values: Sequence[Any]


class Strange(NamedTuple):
    """Something that no answer and no context is made of, and where it is missing."""

    kind: str
    missing: NDArray[np.bool_]


class Column(NamedTuple):
    """A column in one of the forms, with a way to look at the value of one row."""

    form: Answers | Numbers | Days | Distinct | Strange
    value: Callable[[int], object]


def read_column(column: Any, *, merge_equal: bool = False) -> Column:
    """Bring a column of pandas, an arrow array or a list of values into one of the forms.

    Parameters
    ----------
    column : pandas Series, arrow array or list
        The values of one key.
    merge_equal : bool
        Whether True, 1 and 1.0 may be taken for one value, which is faster where objects are mixed.

    Examples
    --------
    >>> import pandas as pd, pyarrow as pa
    >>> read_column(pd.Series([True, None, False], dtype="boolean")).form
    Answers(codes=array([ 1, -1,  0], dtype=int8))
    >>> read_column(pa.array(["yes", None])).form
    Distinct(places=array([ 0, -1]), values=['yes'])
    >>> read_column([1, "no", None, 1]).form
    Distinct(places=array([0, 1, 2, 0]), values=[1, 'no', None])
    """
    module = type(column).__module__.partition(".")[0]
    if module == "pyarrow":
        return Column(_arrow_form(column), lambda row: _arrow_value(column[row]))
    if isinstance(column, list):
        return Column(_distinct(column), column.__getitem__)
    return Column(_pandas_form(column, merge_equal), lambda row: _plain(column.iloc[row]))


def _plain(value: Any) -> object:
    """Give a scalar of numpy as Python's own, so that messages show what was written."""
    return value.item() if isinstance(value, np.number | np.bool_) else value


def _arrow_value(scalar: Any) -> object:
    """Give a scalar of arrow as Python's own, or as arrow shows it where Python has none, as for the year 10000."""
    try:
        return scalar.as_py()
    except (OverflowError, ValueError):
        return repr(scalar)


def _pandas_form(column: Any, merge_equal: bool) -> Answers | Numbers | Days | Distinct | Strange:  # noqa: FBT001
    import pandas as pd

    dtype, array = column.dtype, column.array
    if isinstance(dtype, pd.ArrowDtype):
        import pyarrow as pa

        return _arrow_form(pa.chunked_array(pa.array(array)))
    if isinstance(dtype, pd.BooleanDtype):
        return Answers(_masked_codes(array))
    if isinstance(dtype, pd.CategoricalDtype):
        return Distinct(array.codes, list(array.categories))
    if isinstance(dtype, pd.DatetimeTZDtype):
        array = column.dt.tz_localize(None).array
    if dtype.kind == "M":
        return _days(array.to_numpy())
    if isinstance(dtype, pd.StringDtype):
        places, values = pd.factorize(array)
        return Distinct(places, list(values))
    if dtype.kind == "O" and isinstance(dtype, np.dtype) and merge_equal:
        return _merged(column.to_numpy())
    if dtype.kind in "iuf" and hasattr(dtype, "numpy_dtype"):
        values = array.to_numpy(dtype=dtype.numpy_dtype, na_value=0)
        return Numbers(values, array.isna() | np.isnan(values))  # NaN may stand there beside NA
    return _numpy_form(np.asarray(column))


def _masked_codes(array: Any) -> Codes:
    """Give the codes of a nullable boolean array from its buffers, some sixty times faster than by a copy."""
    data, mask = getattr(array, "_data", None), getattr(array, "_mask", None)
    if data is None or mask is None:  # pragma: no cover  a pandas that lays its arrays out in another way
        plain: Codes = array.to_numpy(dtype="int8", na_value=-1)
        return plain
    codes: Codes = data.view(np.int8) | -mask.view(np.int8)
    return codes


def _numpy_form(values: NDArray[Any]) -> Answers | Numbers | Distinct | Strange:
    kind = values.dtype.kind
    if kind == "b":
        return Answers(values.view(np.int8))
    if kind in "iuf":
        return Numbers(values, np.isnan(values) if kind == "f" else np.zeros(len(values), dtype=bool))
    if kind == "O":
        return _distinct(values)
    import pandas as pd

    return Strange(str(values.dtype), pd.isna(values))


def _days(values: NDArray[np.datetime64]) -> Days:
    missing = np.isnat(values)
    return Days(values.astype("datetime64[D]").astype(np.int64), missing)


def _merged(values: NDArray[Any]) -> Distinct:
    """Give each distinct value a number, the same one to True, 1 and 1.0."""
    import pandas as pd

    if not set(map(type, values)) <= {*_MERGED, type(pd.NA)}:
        return _distinct(values)  # what cannot be looked up, as a list, or equals 1 and is no answer, as 1+0j
    places, found = pd.factorize(values)
    return Distinct(places, list(found))


def _distinct(values: Sequence[Any] | NDArray[Any]) -> Distinct:
    """Give each distinct value a number; what only compares equal, such as True and 1, stays apart."""
    places: dict[object, int] = {}
    found: list[Any] = []
    rows = np.empty(len(values), dtype=np.int64)
    for row, value in enumerate(values):
        key = value if type(value) in _PLAIN else (type(value), str(value))
        place = places.get(key)
        if place is None:
            place = places[key] = len(found)
            found.append(value)
        rows[row] = place
    return Distinct(rows, found)


def _arrow_form(column: Any) -> Answers | Numbers | Days | Distinct | Strange:
    import pyarrow as pa
    import pyarrow.compute as pc

    kind, types = column.type, pa.types
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if types.is_boolean(kind):
        return Answers(_arrow_codes(column))
    if str(kind) == "extension<arrow.bool8>":  # booleans that take a byte each
        return _arrow_form(column.cast(kind.storage_type))
    if types.is_dictionary(kind):
        places = column.indices.cast(pa.int64()).fill_null(-1).to_numpy(zero_copy_only=False)
        return Distinct(places, column.dictionary.to_pylist())
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        text = column.cast(pa.large_string()) if types.is_string_view(kind) else column
        return _arrow_form(text.dictionary_encode())
    missing = column.is_null().to_numpy(zero_copy_only=False)
    if types.is_integer(kind):
        return Numbers(column.fill_null(0).to_numpy(zero_copy_only=False), missing)
    if types.is_decimal(kind):
        column, kind = column.cast(pa.float64()), pa.float64()
    if types.is_floating(kind):
        values = column.fill_null(float("nan")).to_numpy(zero_copy_only=False)
        return Numbers(values, np.isnan(values))
    if types.is_timestamp(kind) or types.is_date(kind):
        local = pc.local_timestamp(column) if types.is_timestamp(kind) and kind.tz else column
        return _days(local.to_numpy(zero_copy_only=False))
    return Strange(str(kind), missing)


def _arrow_codes(column: Any) -> Codes:
    valid, data = column.buffers()
    codes = _bits(data, column)
    if valid is None:
        return codes
    known = _bits(valid, column)
    out: Codes = (codes & known) | (known - 1)
    return out


def _bits(buffer: Any, column: Any) -> Codes:
    """Give the bits of a column's buffer as 1 and 0."""
    start = column.offset
    packed = np.frombuffer(buffer, dtype=np.uint8)[start // 8 :]
    bits = np.unpackbits(packed, count=start % 8 + len(column), bitorder="little")
    out: Codes = bits[start % 8 :].view(np.int8)
    return out
