"""Which columns of a table a bureau shows: ``options: {indicator_list: {hide: [category]}}`` of its layout pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import LayoutPack
from docgen.model.record import Record
from docgen.slides.parts.options import options_of

T = TypeVar("T")


class ColumnOptions(Record):
    """The columns that a bureau leaves out of a list or an overview, by their names."""

    hide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownColumns:
    """The places of the columns that are shown, among all that a table may have."""

    places: tuple[int, ...]

    def pick(self, items: Sequence[T]) -> tuple[T, ...]:
        """Those of a row's items, one a column, that stand in shown columns."""
        return tuple(items[place] for place in self.places)


def shown_columns(pack: LayoutPack, kind: str, names: Sequence[str]) -> ShownColumns:
    """The columns of a kind's table that the pack shows; ``names`` are all that may be hidden, in order.

    Raises DocgenError for a name that is none of them, and where nothing would be left.
    """
    return without(pack, kind, names, options_of(pack, kind, ColumnOptions).hide)


def without(pack: LayoutPack, kind: str, names: Sequence[str], hidden: Sequence[str]) -> ShownColumns:
    """The columns of ``names`` less those that are ``hidden``."""
    where = f"options.{kind}.hide of the layout pack {pack.name!r}"
    expected = f"some of {', '.join(names)}"
    for name in hidden:
        if name not in names:
            hint = nearest(name, names)
            raise DocgenError(
                f"slides of kind {kind!r} have no column {name!r}", where=where, expected=expected, hint=hint
            )
    places = tuple(place for place, name in enumerate(names) if name not in hidden)
    if not places:
        raise DocgenError(f"slides of kind {kind!r} would have no column left", where=where, expected=expected)
    return ShownColumns(places)
