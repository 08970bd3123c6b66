"""What a layout pack wants otherwise of a slide kind: ``options: {indicator_list: {hide: [category]}}``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationError

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import LayoutPack
from docgen.model.lookup import not_among
from docgen.model.record import Record

Options = TypeVar("Options", bound=Record)


class ColumnOptions(Record):
    """The columns that a bureau leaves out of a table, by their names."""

    hide: tuple[str, ...] = ()


def options_of(pack: LayoutPack, kind: str, options: type[Options]) -> Options:
    """The pack's options for a slide kind as a record; what the pack leaves out is as the record has it.

    Raises DocgenError for a key that the kind does not know, or a value that is not the key's.
    """
    try:
        return options.model_validate(dict(pack.options.get(kind, {})))
    except ValidationError as error:
        raise _wrong_option(error, pack, kind, options) from error


def _wrong_option(error: ValidationError, pack: LayoutPack, kind: str, options: type[Record]) -> DocgenError:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    where, known = f"options.{kind}.{name} of the layout pack {pack.name!r}", tuple(options.model_fields)
    if first["type"] == "extra_forbidden":
        return not_among(f"slides of kind {kind!r} have no option {name!r}", name, known, where)
    return DocgenError(f"the option {name!r} is not right: {first['msg']}", where=where, expected="another value")


def shown_columns(pack: LayoutPack, kind: str, columns: Sequence[str], hidden: Sequence[str]) -> tuple[str, ...]:
    """The names of the ``columns`` of a kind's table that are not ``hidden``.

    Raises DocgenError for a hidden name that no column has, and where no column would be left.
    """
    where = f"options.{kind}.hide of the layout pack {pack.name!r}"
    expected = f"some of {', '.join(columns)}"
    for name in hidden:
        if name not in columns:
            raise DocgenError(
                f"slides of kind {kind!r} have no column {name!r}",
                where=where,
                expected=expected,
                hint=nearest(name, columns),
            )
    shown = tuple(name for name in columns if name not in hidden)
    if not shown:
        raise DocgenError(f"slides of kind {kind!r} would have no column left", where=where, expected=expected)
    return shown
