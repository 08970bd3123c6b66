"""Lists and overviews: a table whose first column names logic elements, each once over its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.blocks.table.cell import Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyPage
from docgen.slides.parts.cells import merged_rows
from docgen.slides.parts.options import ColumnOptions, options_of, shown_columns


def element_table(
    page: ReadyPage,
    pack: LayoutPack,
    title: str,
    columns: Mapping[str, ColumnSpec],
    rows: Iterable[Sequence[Cell]],
    shares: Sequence[float] = (),
) -> TableBlock:
    """The table of a page called ``title``, equal cells of its first column merged.

    ``columns`` are all columns by name, the logic elements' first; a layout pack may hide the others
    (``options: {indicator_list: {hide: [category]}}``). ``shares`` fixes how the columns share the width.
    """
    first, *others = columns
    hidden = options_of(pack, page.kind, ColumnOptions).hide
    shown = (first, *shown_columns(pack, page.kind, others, hidden))
    places = [list(columns).index(name) for name in shown]
    kept = [shares[place] for place in places] if shares else []
    return TableBlock(
        f"{page.id}/table",
        tuple(columns[name] for name in shown),
        merged_rows([[row[place] for place in places] for row in rows], (0,)),
        alt=title,
        shares=tuple(share / sum(kept) for share in kept) if len(kept) < len(shares) else tuple(shares),
    )
