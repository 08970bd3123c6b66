"""A place for programs: its parts by name."""

from __future__ import annotations

from docgen.errors import CellPosition, Position, SlidePosition, Where


def place_in_parts(where: Where) -> dict[str, str | int | None]:
    """File, line and column; file, sheet and cell of a workbook; file, slide and shape of a deck; or words.

    >>> place_in_parts(SlidePosition("資料.pptx", 5, "本文"))
    {'file': '資料.pptx', 'slide': 5, 'shape': '本文'}
    """
    if isinstance(where, Position):
        return {"file": where.file, "line": where.line, "column": where.column}
    if isinstance(where, CellPosition):
        sheet = {"file": where.file, "sheet": where.sheet or None}
        return {**sheet, "row": where.row, "column": where.column, "cell": where.cell} if where.row else {**sheet}
    if isinstance(where, SlidePosition):
        of_table = {"row": where.row, "column": where.column} if where.row else {}
        return {"file": where.file, "slide": where.slide, "shape": where.shape or None, **of_table}
    return {"where": str(where) if where is not None else None}
