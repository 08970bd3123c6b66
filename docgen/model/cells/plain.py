"""What a script gives for the fields of a record, with values of numpy and pandas as those of Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from docgen.errors import WrongValue
from docgen.model.cells.frame import DataFrame, Index, Series
from docgen.model.cells.text import composed, is_gap, text_of


def plain_value(value: object) -> object:
    """A value as a record takes it: numbers exact, dates and periods in words, None for NaN, NA and NaT.

    Lists and mappings come with such values in them; data (a DataFrame, a Series) and what is no scalar stay as they are.

    >>> plain_value(0.1 + 0.2), plain_value(float("nan")), plain_value([date(2022, 4, 1)])
    (Decimal('0.3'), None, ['2022-04-01'])
    """
    if type(value) is str:
        return composed(value)
    if isinstance(value, str):
        return composed(str(value) if _of_numpy(value) else value)
    # What can be told by its class comes first: to ask whether a value has the parts of a frame costs far more.
    if value is None or isinstance(value, bool | int | bytes | BaseModel):
        return value
    if type(value) is float:
        return None if is_gap(value) else _plain_scalar(value)
    if isinstance(value, list | tuple | range):
        return [plain_value(inner) for inner in value]
    if isinstance(value, Mapping):
        return {composed(key) if isinstance(key, str) else key: plain_value(inner) for key, inner in value.items()}
    if isinstance(value, DataFrame | Series):
        return value
    if is_gap(value):
        return None
    if isinstance(value, Index) or (isinstance(value, Iterable) and _is_list_of_numpy(value)):
        return [plain_value(inner) for inner in value]
    if _of_numpy(value) and type(value).__name__.startswith("bool"):
        return str(value) == "True"
    if isinstance(value, float | date) or _of_numpy(value) or type(value).__module__.partition(".")[0] == "pandas":
        return _plain_scalar(value)
    return value


def _plain_scalar(value: object) -> object:
    """A number as Decimal or int, anything else as its text; what has none stays, and the record refuses it."""
    try:
        text = text_of(value)
    except WrongValue:
        return value
    kind = type(value).__name__
    if kind.startswith(("int", "uint")):
        return int(text)
    if not isinstance(value, float) and not kind.startswith("float"):
        return text
    # A column of whole numbers that has gaps is one of floats in pandas.
    return int(text) if text.lstrip("-").isdecimal() else Decimal(text)


def _is_list_of_numpy(value: object) -> bool:
    """Whether a value is an array that has elements one after the other: one without dimensions is a number."""
    return _of_numpy(value) and getattr(value, "ndim", 1) != 0


def _of_numpy(value: object) -> bool:
    return type(value).__module__ == "numpy"
