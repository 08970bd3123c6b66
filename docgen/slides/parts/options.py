"""What a layout pack wants otherwise of a slide kind: ``options: {indicator_list: {hide: [category]}}``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationError

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import LayoutPack
from docgen.messages import Message, message
from docgen.model.lookup import not_among
from docgen.model.record import Record
from docgen.model.wanted import wanted

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
    where, known = _place(f"{kind}.{name}", pack), tuple(options.model_fields)
    if first["type"] == "extra_forbidden":
        return not_among(message("no-such-option", kind=kind, name=name), name, known, where)
    expected = wanted(first["type"], first.get("ctx", {}), first["msg"])
    return DocgenError("option-not-right", where=where, expected=expected, name=name)


def shown_columns(pack: LayoutPack, kind: str, columns: Sequence[str], hidden: Sequence[str]) -> tuple[str, ...]:
    """The names of the ``columns`` of a kind's table that are not ``hidden``.

    Raises DocgenError for a hidden name that no column has, and where no column would be left.
    """
    where = _place(f"{kind}.hide", pack)
    for name in hidden:
        if name not in columns:
            raise DocgenError(
                "no-such-hidden-column",
                where=where,
                hint=nearest(name, columns),
                kind=kind,
                name=name,
                columns=tuple(columns),
            )
    shown = tuple(name for name in columns if name not in hidden)
    if not shown:
        raise DocgenError("no-column-left", where=where, kind=kind, columns=tuple(columns))
    return shown


def _place(option: str, pack: LayoutPack) -> Message:
    return message("option-of-pack", option=option, pack=pack.name)
