"""Inline markup of the content: each text that a page prints has markup that can be right, or braces spelled as such."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from docgen.errors import DocgenError, FieldPath
from docgen.model import (
    Compendium,
    DataReference,
    Dataset,
    Figure,
    Record,
    SeriesSpec,
    Source,
    Table,
    TableColumn,
    ValueSeries,
)
from docgen.model.prose import is_template
from docgen.model.record import texts
from docgen.prose.markup import has_markup, parse

# Fields that hold names and cells of data files, addresses and the like: text of others, which is printed as it is.
_NO_MARKUP: Mapping[type[Record], frozenset[str]] = {
    # A pack's words, which are formats.
    Compendium: frozenset({"words"}),
    DataReference: frozenset({"data", "column", "where"}),
    Dataset: frozenset(Dataset.model_fields),
    Figure: frozenset(
        {"x", "x_name", "x_suffix", "x_order", "x_from", "x_to", "by", "value", "where", "unit", "alt"}
        | {"forecast_from", "breaks", "highlights", "index", "totals"}
    ),
    SeriesSpec: frozenset(SeriesSpec.model_fields),
    Source: frozenset({"url"}),
    Table: frozenset({"where", "totals"}),
    TableColumn: frozenset({"column", "unit"}),
    ValueSeries: frozenset(ValueSeries.model_fields),
}


def markup(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for markup that is not closed, or unknown. Templates are looked at once they are rendered."""
    for path, record in ((), compendium), *compendium.records:
        unmarked = _unmarked(type(record))
        for own, text in texts(record, path):
            if has_markup(text) and str(own[len(path)]) not in unmarked and not is_template(text):
                yield from _wrong(text, own, compendium)


@functools.cache
def _unmarked(kind: type[Record]) -> frozenset[str]:
    """The fields of a kind of record that hold no markup."""
    return next((names for other, names in _NO_MARKUP.items() if issubclass(kind, other)), frozenset())


def _wrong(text: str, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    try:
        parse(text)
    except DocgenError as error:
        yield error.at(compendium.position(path))
