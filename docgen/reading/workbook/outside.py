"""What stands above and below a table on a sheet and is not of it: titles, units, notes, sources, totals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence

from docgen.errors import DocgenError
from docgen.reading.workbook.grid import Grid, GridCell, Row

_UNIT = re.compile(r"[(（\[【]?\s*(?:単位|時点|更新日?|作成日?|最終更新)[:：・\s].*|.*(?:現在|時点)[)）]?")
_BRACKETS = re.compile(r"[(（\[【].{1,12}[)）\]】]")
_TITLE = re.compile(
    r"[【■●◆○◇□▼]|(?:第|参考)?(?:図表?|表|別添|別紙|別表|資料)\s*[\d０-９\-－ー.．一二三四五六七八九十]"
    r"|.{3,}(?:推移|一覧|状況|内訳|調査結果)"
)
_NOTE = re.compile(
    r"\s*(?:[※＊*†]|[(（\[【〔<＜]?\s*(?:注|備考|出典|出所|資料|原典|参考|note|source)s?\s*[\d０-９]*\s*"
    r"(?:[)）\]】〕>＞:：.．,、\s]|$))",
    re.IGNORECASE,
)
_NUMBERED_TITLE = re.compile(r"[【■●◆]?\s*(?:図表?|表)\s*[\d０-９一二三四五六七八九十].*")
_SENTENCE = re.compile(r".*。[)）」]?$", re.DOTALL)
_NUMBERED = re.compile(r"[(（]?[\d０-９]{1,2}[)）.．、]\s*.{8,}", re.DOTALL)
_TOTALS = frozenset({
    "計", "合計", "総計", "総合計", "総数", "小計", "累計", "集計", "全体計", "全計", "total", "grandtotal",
})  # fmt: skip
_LONG = 15
# So many rows above another table tell what its columns hold.
_NEAR = 50


def title_lines(grid: Grid, head: int = 1) -> int:
    """How many rows stand above the head, which has ``head`` rows: titles, units and dates.

    DocgenError where they cannot be told from a head.
    """
    rows, count, unsure = grid.rows, 0, None
    while count < len(rows) - 1 and len(rows[0]) > 1 and _is_title(rows[count]):
        if unsure is None and not _is_surely_title(rows[count], rows[count + 1]):
            unsure = next(cell for cell in rows[count] if cell.own)
        count += 1
    if count and unsure is None and head > 1 and any(map(_is_no_year, rows[min(count + head, len(rows)) - 1])):
        # The head would reach into the rows: what is merged over the table may be its first row.
        unsure = next(cell for cell in rows[count - 1] if cell.own)
        raise DocgenError("title-or-head", where=grid.place(unsure), text=unsure.text)
    if unsure is not None and not _is_head(rows[count]):
        raise DocgenError("title-or-head", where=grid.place(unsure), text=unsure.text)
    return count


def _is_title(row: Row) -> bool:
    """Whether a row may stand above a head: one text at its left, or units and dates."""
    own = [cell for cell in row if cell.own]
    if not own or any(cell.shown.is_number for cell in own):
        return False
    at_left = own[0] is row[0]
    if len(own) > 1 and all(_NUMBERED_TITLE.fullmatch(cell.text) for cell in own):
        return True
    brackets = not at_left or bool(_TITLE.match(own[0].text))
    return all(
        _UNIT.fullmatch(cell.text) or (brackets and len(own) <= 2 and _BRACKETS.fullmatch(cell.text))
        for cell in (own[1:] if at_left else own)
    )


def _is_surely_title(row: Row, below: Row) -> bool:
    """Whether a title is no head: it says so, it is merged over columns, or a row is left free below it."""
    first = next(cell for cell in row if cell.own)
    merged = sum(cell.filled for cell in row) > 0
    gap = below[0].row - row[0].row > 1
    return merged or gap or bool(_TITLE.match(first.text) or _UNIT.fullmatch(first.text)) or len(first.text) > _LONG


def _is_head(row: Row) -> bool:
    """Whether a row can be a head: two names or more, one of them at the left, and no numbers but years."""
    texts = [cell for cell in row if cell.text]
    return len(texts) > 1 and bool(row[0].text) and not any(map(_is_no_year, texts))


def _is_no_year(cell: GridCell) -> bool:
    """Whether a cell holds a number that is no year."""
    return cell.shown.is_number and not re.fullmatch(r"(?:19|20)\d\d", cell.text)


def note_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The indices of the rows that are notes: （注）, ※, 資料：, and at the end also sentences."""
    found = {index for index, row in enumerate(rows) if _is_note(row)}
    end = len(rows)
    while end > 1 and _is_words(rows[end - 1]):
        end -= 1
    below = [index for index in range(end, len(rows)) if index in found or _is_sentence(rows, index)]
    return frozenset({*found, *range(min(below), len(rows))} if below else found)


def is_note_text(text: str) -> bool:
    """Whether a text begins as notes do: （注）, ※, 資料：."""
    return bool(_NOTE.match(text))


def _is_note(row: Row) -> bool:
    own = [cell for cell in row if cell.own]
    return _is_words(row) and is_note_text(own[0].text) and not any(map(_is_gap, own[1:]))


def _is_words(row: Row) -> bool:
    """Whether a row holds one or two texts and no number."""
    own = [cell for cell in row if cell.own]
    return 0 < len(own) <= 2 and not any(cell.shown.is_number or _is_number(cell.own) for cell in own)


def _is_sentence(rows: Sequence[Row], index: int) -> bool:
    """Whether a row of words is a sentence, is numbered like a note, or is a long text below a row that is left free."""
    own = [cell for cell in rows[index] if cell.own]
    gap = index > 0 and rows[index][0].row - rows[index - 1][0].row > 1
    if len(own) != 1:
        return False
    words = own[0].text
    return bool(_SENTENCE.match(words) or _NUMBERED.match(words) or (gap and len(words) > _LONG))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[△▲−-]?[\d,]+(?:\.\d+)?", unicodedata.normalize("NFKC", text)))


def is_total(text: str) -> bool:
    """Whether a row or column of this name is a total: 計, 合　計, （総数）.

    >>> is_total("合　計"), is_total("（集計）"), is_total("会計")
    (True, True, False)
    """
    words = "".join(unicodedata.normalize("NFKC", text).split()).strip("()[]<>【】〈〉").lower()
    return words in _TOTALS


def total_rows(rows: Sequence[Row]) -> int:
    """How many rows at the end are totals."""
    count = 0
    while count < len(rows) - 1 and is_total(_name(rows[-1 - count])):
        count += 1
    return count


def inner_totals(rows: Sequence[Row]) -> tuple[GridCell, ...]:
    """The names of totals that stand among other rows."""
    return tuple(next(cell for cell in row if cell.text) for row in rows if is_total(_name(row)))


def _name(row: Row) -> str:
    return next((cell.text for cell in row if cell.text), "")


def second_head(rows: Sequence[Row], repeated: Container[Row]) -> GridCell | None:
    """The first cell of another table's head, or of its title, below a free row; None where there is none.

    The head that is ``repeated`` right below a free row goes on with the same table.
    """
    for index in range(1, len(rows)):
        if rows[index][0].row - rows[index - 1][0].row > 1:
            head = next((at for at in range(index, len(rows)) if not _is_alone(rows[at])), index)
            goes_on = head == index and rows[head] in repeated
            if not goes_on and _heads_anew(rows[:index], rows[head]):
                return next(cell for cell in rows[index] if cell.own)
    return None


def head_goes_on(rows: Sequence[Row], head: int) -> bool:
    """Whether the row below a head seems to be of it: words above numbers, without a name at the left in one of both."""
    if len(rows) < head + 2 or (rows[head][0].text and any(row[0].text for row in rows[:head])):
        return False
    cells = [(column, cell) for column, cell in enumerate(rows[head]) if cell.own]
    words = all(not cell.shown.is_number and not _is_gap(cell) for _, cell in cells)
    return words and any(row[column].shown.is_number for row in rows[head + 1 :] for column, _ in cells[-1:])


def _is_alone(row: Row) -> bool:
    """Whether a row is one text, as a title is."""
    own = [cell for cell in row if cell.own]
    return len(own) == 1 and not own[0].shown.is_number


def _heads_anew(above: Sequence[Row], row: Row) -> bool:
    """Whether a row has texts in two columns, or in all but one, that hold numbers above it."""
    words = [column for column, cell in enumerate(row) if cell.own and not cell.shown.is_number and not _is_gap(cell)]
    if len(words) < 2:
        return False
    near = above[-_NEAR:]
    numeric = [column for column in range(len(row)) if sum(line[column].shown.is_number for line in near) * 2 > len(near)]
    numbers = [column for column in words if column in numeric]
    return len(numbers) > 1 or len(numbers) == len(numeric) == 1


def _is_gap(cell: GridCell) -> bool:
    """Whether a text says that there is no number: …, －, ***, x, n.a."""
    return bool(re.fullmatch(r"[\W_]{1,3}|[xXｘＸχ]|n\.?a\.?|該当なし|秘匿", cell.text)) or _is_number(cell.text)
