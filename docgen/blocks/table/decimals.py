"""Numbers in a column of a table with their decimal points one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.blocks.table.cell_profile import RESERVE
from docgen.blocks.table.cell_text import CellText
from docgen.placed import TextBody

# A number may be followed by decimals and a unit or a change, such as .4(+0.1)ポイント; longer is prose.
_DECIMALS = re.compile(r"(?P<whole>[(（]?[+\-−－＋△▲±]?\d[\d,]*)(?P<tail>.{0,12})")


def align_decimals(texts: Sequence[CellText]) -> list[CellText]:
    """The cells of one column with numbers set so that their decimal points stand one below the other.

    A number without decimals ends where the others have their point; what is no number is centred.
    """
    parts = [_decimal_parts(text) for text in texts]
    known = [part for part in parts if part is not None]
    if not known:
        return list(texts)
    longest_tail = max(tail for _, tail in known)
    block = max(whole for whole, _ in known) + longest_tail
    made = []
    for text, part in zip(texts, parts, strict=True):
        if part is None:
            made.append(replace(text, align="center"))
            continue
        em = text.look.em
        need = block + RESERVE * em + text.look.across
        made.append(
            replace(
                text,
                align="right",
                least=need,
                wanted=need,
                unbroken=need + text.profile.items[0].indent * em,
                decimal=(longest_tail - part[1], block),
            )
        )
    return made


def decimal_body(text: CellText, width: float) -> TextBody:
    """A decimal cell's body in a column of this width: the column's numbers stand centred as one block."""
    body = text.body
    if text.decimal is None:
        return body
    short, block = text.decimal
    spare = max(0.0, width - text.look.across - block) / 2
    insets = body.insets
    left = min(insets.left, 1.0)
    right = min(insets.right + spare + short, max(insets.right, width - left - block))
    return replace(body, insets=replace(insets, left=left, right=right))


def _decimal_parts(text: CellText) -> tuple[float, float] | None:
    """The widths of a number up to its decimal point and from there on; None where the text is no number."""
    items, look = text.alike.items, text.look.text
    if len(items) != 1 or text.more:
        return None
    runs = look.runs(items[0].text)
    written = "".join([run.text for run in runs])
    match = _DECIMALS.fullmatch(written.strip())
    if match is None or "\n" in written:
        return None
    whole = text.measure.runs_width((replace(runs[0], text=match["whole"], link=None),), "cell")
    return whole, max(0.0, text.measure.runs_width(runs, "cell") - whole)
