"""The columns and rows of what a script gives as data: a DataFrame, a Series, a mapping of columns, a list of rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, SupportsInt, runtime_checkable

from docgen.errors import WrongValue
from docgen.messages import Message, message
from docgen.model.cells.text import is_gap, single_text, text_of

Columns = tuple[str, ...]
Rows = tuple[tuple[str, ...], ...]

_VALUE = "値"
# Names that pandas makes up for heads without a text.
_MADE_UP = re.compile(r"Unnamed: [0-9]+(?:_level_[0-9]+)?")
_SINGLE = re.compile(r"(?:float|halffloat|Float)(?:16|32)?(?:\[pyarrow\])?")
# Unnamed whole numbers are years, or what is left of row numbers once rows were taken out.
_YEARS = range(1800, 2201)
_WHOLE = re.compile(r"-?[0-9]+")


class WrongCell(ValueError):
    """A value of the data that no cell can hold: what is ``wrong`` with it, and its ``place``, a row and a column."""

    def __init__(self, wrong: WrongValue, place: Message) -> None:
        super().__init__(str(wrong))
        self.wrong = wrong
        self.place = place


@runtime_checkable
class Index(Protocol):
    """What docgen asks of a pandas Index: the names of its levels, and its values (of several levels: tuples)."""

    @property
    def names(self) -> Sequence[Any]: ...  # noqa: D102

    def __iter__(self) -> Iterator[Any]: ...


@runtime_checkable
class DataFrame(Protocol):
    """What docgen asks of a pandas DataFrame, so that pandas need not be imported to read one."""

    @property
    def columns(self) -> Iterable[Any]: ...  # noqa: D102

    @property
    def index(self) -> Index: ...  # noqa: D102

    @property
    def dtypes(self) -> Iterable[Any]: ...  # noqa: D102

    def itertuples(self, index: bool, name: None) -> Iterable[tuple[Any, ...]]: ...  # noqa: D102


@runtime_checkable
class Series(Protocol):
    """What docgen asks of a pandas Series."""

    @property
    def name(self) -> Any: ...  # noqa: D102

    @property
    def index(self) -> Index: ...  # noqa: D102

    def to_frame(self, name: str) -> DataFrame: ...  # noqa: D102


def of_frame(frame: DataFrame) -> tuple[Columns, Rows]:
    """The columns and rows of a DataFrame, its index first where that says something.

    A named index and one of words, dates or years is a column, or several; a plain numbering of the rows is not.
    Heads of several levels are joined by a space. WrongValue for a cell that is no text, number or date, and for
    columns of one name.
    """
    columns = tuple(_head(label) for label in frame.columns)
    texts = [single_text if _SINGLE.fullmatch(str(kind)) else text_of for kind in frame.dtypes]
    keys = list(frame.index)
    names = _index_names(frame.index, keys)
    rows = [
        (
            *(_texts(_levels(key, len(names)), [text_of] * len(names), names, number)),
            *_texts(row, texts, columns, number),
        )
        for number, (key, row) in enumerate(zip(keys, frame.itertuples(index=False, name=None), strict=True), 1)
    ]
    return _distinct((*names, *columns)), tuple(rows)


def of_series(series: Series) -> tuple[Columns, Rows]:
    """The index and the values of a Series, whose column is called 値 where it has no name."""
    return of_frame(series.to_frame(_VALUE if series.name is None else _head(series.name)))


def of_columns(columns: Mapping[Any, Any]) -> tuple[Columns, Rows]:
    """A mapping from column names to equally long columns: lists, arrays, ranges, Series of one index."""
    names = _distinct(tuple(_head(name) for name in columns))
    values = [_values(column, name) for name, column in zip(names, columns.values(), strict=True)]
    given = [column for column in columns.values() if not isinstance(column, list | tuple | range)]
    _check_indices([column for column in given if isinstance(column, Series)])
    lengths = {name: len(column) for name, column in zip(names, values, strict=True)}
    if len(set(lengths.values())) > 1:
        raise WrongValue("columns-not-equally-long", lengths=tuple(f"{name} {n}" for name, n in lengths.items()))
    texts = [text_of] * len(names)
    rows = (_texts(row, texts, names, number) for number, row in enumerate(zip(*values, strict=True), 1))
    return names, tuple(map(tuple, rows))


def of_records(records: Sequence[Mapping[Any, Any]]) -> tuple[Columns, Rows]:
    """A list of rows, each a mapping from column names to values; what a row does not name is a gap."""
    heads = dict.fromkeys(name for record in records for name in record)
    return of_columns({name: [record.get(name) for record in records] for name in heads})


def _head(label: Any) -> str:
    """The name of a column: the levels of its head, joined by a space."""
    parts = label if isinstance(label, tuple) else (label,)
    words = (text_of(part).strip() for part in parts)
    return " ".join(word for word in words if word and not _MADE_UP.fullmatch(word))


def _index_names(index: Index, keys: Sequence[Any]) -> Columns:
    """The names of the columns that an index makes: none for a plain numbering of rows."""
    names = tuple("" if name is None else _head(name) for name in index.names)
    if any(names) or len(names) > 1:
        return names
    if type(index).__name__ == "RangeIndex" and (not keys or keys[0] not in _YEARS):
        return ()
    # Periods of years are spelled as whole numbers too, but say more.
    numbers = [int(key) for key in keys if isinstance(key, SupportsInt) and _WHOLE.fullmatch(str(key))]
    return () if len(numbers) == len(keys) and not (keys and all(number in _YEARS for number in numbers)) else names


def _levels(key: Any, count: int) -> tuple[Any, ...]:
    return key if count > 1 else (key,) * count


def _texts(
    values: Iterable[Any], texts: Iterable[Callable[[Any], str]], names: Iterable[str], row: int
) -> tuple[str, ...]:
    """The texts of a row. WrongCell for a value that has none."""
    made = []
    for value, text, name in zip(values, texts, names, strict=True):
        try:
            made.append("" if is_gap(value) else text(value))
        except WrongValue as wrong:
            raise WrongCell(wrong, message("cell-of-data", row=row, column=name)) from wrong
    return tuple(made)


def _values(column: Any, name: str) -> list[Any]:
    # The values of a set stand in no order: they would come beside others by chance.
    if isinstance(column, str | bytes | Mapping | set | frozenset) or not isinstance(column, Iterable):
        raise WrongValue("column-no-list", column=name, kind=type(column).__name__)
    if _SINGLE.fullmatch(str(getattr(column, "dtype", ""))):
        return ["" if is_gap(value) else single_text(float(value)) for value in column]
    return list(column)


def _check_indices(series: Sequence[Series]) -> None:
    """Columns are put side by side row by row: Series that are sorted differently would be mixed up."""
    for other in series[1:]:
        if list(other.index) != list(series[0].index):
            raise WrongValue("series-of-other-indices")


def _distinct(names: Columns) -> Columns:
    for place, name in enumerate(names):
        if name and name in names[:place]:
            raise WrongValue("column-names-alike", column=name, number=place + 1)
    return names
