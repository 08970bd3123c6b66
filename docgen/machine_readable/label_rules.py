"""The rules on the cells that name something: spaces, names left out, letters of one system, eras, prefectures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.blocks.map.prefectures import PREFECTURES
from docgen.breach import Breach
from docgen.errors import WrongValue
from docgen.machine_readable.finding import Finding, Mend, listed
from docgen.machine_readable.parts import Parts
from docgen.machine_readable.table_file import WrittenCell
from docgen.model import Period
from docgen.model.cells.letters import OWN_LETTERS, common_letters

_WIDE = r"[぀-ヿ一-龥々]"
# A break or a space between wide letters parts no words: 東　京, 研究\n者数.
_APART = re.compile(rf"(?<=[぀-ヿ一-龥々])(?:[ 　]*\n[ 　]*)(?={_WIDE})")
_LETTER_BY_LETTER = re.compile(rf"{_WIDE}(?:[ 　]+{_WIDE})+")
_SAME_AS_ABOVE = frozenset({"〃", "″", "\"", "同上", "々", "同"})
_ERA = re.compile(r"(?:明治|大正|昭和|平成|令和|[MTSHR])\.?\s*(?:[0-9０-９]{1,2}|元)")
_WESTERN = re.compile(r"(?:18|19|20|21)[0-9]{2}")
_FULL = {prefecture.short: prefecture.name for prefecture in PREFECTURES if prefecture.short != prefecture.name}
_LONGEST_NAME = 20
"""A longer text is no name, and its breaks part sentences."""

_PREFECTURES = 3
"""So many short names in one column are those of prefectures; 京都 alone may be a town."""


def no_spacing(parts: Parts) -> Iterator[Finding]:
    """Rule 1-5: no spaces or line breaks for the look of it: 東　京, a name that is indented.

    A program takes 東　京 and 東京 for two places.
    """
    spaced = [cell for cell in parts.labels if cell.padded or closed_up(cell.text) != cell.text]
    if spaced:
        mends = tuple(Mend(cell.row, cell.column, closed_up(cell.text)) for cell in spaced)
        told = listed(parts, spaced)
        breach = Breach(
            "table-spacing", told.where, level="notice", count=told.count, cells=told.cells,
            text=" ".join(spaced[0].text.split()),
        )
        yield Finding(breach, parts.file, mends)


def closed_up(text: str) -> str:
    """A name without the spaces that are there for its look.

    >>> closed_up("合　計"), closed_up("研究\\n者数"), closed_up("New York"), closed_up("3件\\n内訳")
    ('合計', '研究者数', 'New York', '3件\\n内訳')
    """
    joined = _APART.sub("", text) if len(text) <= _LONGEST_NAME and not re.search("[0-9０-９]", text) else text
    return re.sub(r"[ 　]+", "", joined) if _LETTER_BY_LETTER.fullmatch(joined) else joined


def no_name_left_out(parts: Parts) -> Iterator[Finding]:
    """Rule 1-6: each row and column has its name: no 〃, no 同上, no head that is empty.

    What is left out is lost as soon as the rows are sorted.
    """
    same = [cell for cell in parts.labels if cell.text in _SAME_AS_ABOVE]
    if same:
        mends = tuple(mend for cell in same if (mend := _as_above(parts, cell)) is not None)
        told = listed(parts, same)
        breach = Breach(
            "table-name-left-out", told.where, level="notice", count=told.count, cells=told.cells,
            text=same[0].text,
        )
        yield Finding(breach, parts.file, mends)
    headless = [row[0] for row in _columns(parts) if not parts.head_of(row[0].column)]
    if headless and parts.heads:
        told = listed(parts, headless)
        breach = Breach(
            "table-column-without-name", told.where, level="notice", count=told.count, cells=told.cells
        )
        yield Finding(breach, parts.file)


def no_letters_of_one_system(parts: Parts) -> Iterator[Finding]:
    """Rule 1-10: no letters that only some systems have: ①, Ⅲ, ㈱, ㎡, half-width kana."""
    own = [cell for cell in parts.labels if OWN_LETTERS.search(cell.text)]
    if own:
        letters = "".join(dict.fromkeys("".join(OWN_LETTERS.findall("".join(cell.text for cell in own)))))
        right = common_letters(own[0].text)
        told = listed(parts, own)
        breach = Breach(
            "table-letters-of-one-system", told.where, level="notice", count=told.count, cells=told.cells,
            text=own[0].text, letters=letters, right=right,
        )
        yield Finding(breach, parts.file)


def western_years(parts: Parts) -> Iterator[Finding]:
    """Rule 1-11: a year of an era has its Western year beside it, in the cell or in the row.

    Programs sort 令和元年 before 平成30年.
    """
    rows = {row[0].row: " ".join(cell.text for cell in row) for row in parts.body}
    bare = [
        cell
        for cell in parts.labels
        if _ERA.match(cell.text) and not _WESTERN.search(rows.get(cell.row, "") + cell.text) and _period(cell.text)
    ]
    if bare:
        mends = tuple(Mend(cell.row, cell.column, f"{_period(cell.text)}（{closed_up(cell.text)}）") for cell in bare)
        told = listed(parts, bare)
        breach = Breach(
            "table-era-year-alone", told.where, level="notice", count=told.count, cells=told.cells,
            text=bare[0].text, right=str(mends[0].value),
        )
        yield Finding(breach, parts.file, mends)


def whole_names_of_regions(parts: Parts) -> Iterator[Finding]:
    """Rule 1-12: a prefecture stands by its whole name, or by its code: 東京都, not 東京."""
    by_column: dict[int, list[WrittenCell]] = {}
    for row in parts.body:
        for cell in row:
            if closed_up(cell.text) in _FULL:
                by_column.setdefault(cell.column, []).append(cell)
    for cells in by_column.values():
        if len({cell.text for cell in cells}) >= _PREFECTURES:
            mends = tuple(Mend(cell.row, cell.column, _FULL[closed_up(cell.text)]) for cell in cells)
            told = listed(parts, cells)
            breach = Breach(
                "table-region-shortened", told.where, level="notice", count=told.count, cells=told.cells,
                text=cells[0].text, right=str(mends[0].value),
            )
            yield Finding(breach, parts.file, mends)


def _as_above(parts: Parts, cell: WrittenCell) -> Mend | None:
    above = [
        other
        for row in parts.body
        for other in row
        if other.column == cell.column and other.row < cell.row and other.text not in _SAME_AS_ABOVE
    ]
    return Mend(cell.row, cell.column, above[-1].text) if above else None


def _columns(parts: Parts) -> Iterator[list[WrittenCell]]:
    """The cells of the body, column by column."""
    found: dict[int, list[WrittenCell]] = {}
    for row in parts.body:
        for cell in row:
            found.setdefault(cell.column, []).append(cell)
    yield from found.values()


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except WrongValue:
        return None
