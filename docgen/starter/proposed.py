"""A new content folder proposed from a data file: a page for each of its tables, what cannot be read told by its cells."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import CellPosition, DocgenError, DocgenErrors, Position
from docgen.model import Dataset
from docgen.reading.files import DATA_FOLDER, MAIN_FILE
from docgen.reading.text_files.delimited import SUFFIXES
from docgen.reading.workbook.read import shown_sheets
from docgen.reading.yaml_edit import scalar
from docgen.starter.found_table import FoundTable, found_in_sheet, found_in_text, with_totals
from docgen.starter.sheet_tables import tables_on
from docgen.starter.table_page import chart_columns, chart_page, columns_left_out, prose, table_page
from docgen.whole.folder import must_be_free, write_folder

_SANE = re.compile(r"[A-Za-z][A-Za-z0-9 _-]*")

Verify = Callable[[Path], object]
"""What loads, builds and checks a content folder, and raises DocgenError for what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What was made of a data file: the ids of the pages, what is not shown, what could not be read.

    ``left_out`` are tables without rows, columns that no figure or table shows, and rows that are shown although the
    sheet hides them.
    """

    pages: tuple[str, ...]
    left_out: tuple[DocgenError, ...]
    unread: tuple[DocgenError, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A proposed page: its text, the table that it shows, and the ids and texts of its sources."""

    found: FoundTable
    text: str
    sources: tuple[tuple[str, str], ...]
    left_out: tuple[DocgenError, ...]

    @property
    def id(self) -> str:
        return self.found.dataset.id


def propose_folder(
    source: Path, target: Path, fiscal_year: int, verify: Verify, describe: Callable[[Path], object]
) -> Proposed:
    """Make the content folder ``target`` from the workbook or text file ``source``, of which it holds a copy.

    Each table becomes a page, a chart where its cells make one. ``fiscal_year`` is that of the new compendium. A page
    that ``verify`` refuses is proposed as a plain table, and left out where that is refused, too. ``describe`` writes
    into the folder what editors need to help with it. Raises DocgenError where ``target`` is not free, where
    ``source`` cannot be read at all, and where no table was found in it.
    """
    must_be_free(target)
    if not source.is_file():
        raise DocgenError("no-such-data-file", where=str(source))
    pages: list[_Page] = []
    left_out: list[DocgenError] = []
    unread: list[DocgenError] = []

    def fill(part: Path) -> None:
        (part / DATA_FOLDER).mkdir()
        shutil.copyfile(source, part / DATA_FOLDER / source.name)
        for found in _found(f"{DATA_FOLDER}/{source.name}", part, unread):
            if not found.table.rows or not any(found.shown):
                left_out.append(DocgenError("new-table-without-rows", where=_place(found)))
                continue
            page = _verified(found, part, fiscal_year, verify, unread)
            if page is not None:
                pages.append(page)
                left_out.extend(page.left_out)
        if not pages:
            raise _nothing(source, unread)
        _write(pages, part, f"{source.stem}について", fiscal_year)
        verify(part)
        describe(part)

    write_folder(target, fill)
    said, errors = (tuple(_as_of(source, error) for error in each) for each in (left_out, unread))
    return Proposed(tuple(page.id for page in pages), said, errors)


def _found(file: str, folder: Path, unread: list[DocgenError]) -> Iterator[FoundTable]:
    """The tables of a data file; what cannot be read is added to ``unread``."""
    stem = Path(file).stem
    if Path(file).suffix.lower() in SUFFIXES:
        name = _identifier(stem, "table-1", set())
        try:
            yield _titled(found_in_text(Dataset(id=name, file=file), folder), stem, set())
        except DocgenError as error:
            unread.append(error)
        return
    taken: set[str] = set()
    titles: set[str] = set()
    for number, sheet in enumerate(shown_sheets(folder / file), 1):
        tables = tables_on(sheet)
        for index, table in enumerate(tables, 1):
            several = f"-{index}" if len(tables) > 1 else ""
            name = _identifier(f"{sheet.name}{several}", f"sheet-{number}{several}", taken)
            dataset = Dataset(id=name, file=file, sheet=sheet.name)
            try:
                found = found_in_sheet(dataset, folder, sheet, table)
            except DocgenError as error:
                unread.extend(error.errors if isinstance(error, DocgenErrors) else (error,))
                continue
            yield _titled(found, f"{sheet.name}（{index}）" if several else sheet.name, titles)


def _titled(found: FoundTable, otherwise: str, taken: set[str]) -> FoundTable:
    """The table with a title that no other has: the line above it, else ``otherwise``."""
    title = found.title or otherwise
    title = title if title not in taken else f"{title}（{otherwise}）"
    taken.add(title)
    dataset = found.dataset.model_copy(update={"title": title})
    return replace(found, dataset=dataset, title=title)


def _identifier(name: str, otherwise: str, taken: set[str]) -> str:
    """An id of a name in Latin letters; ``otherwise`` for a name in others, or one that is taken."""
    plain = re.sub(r"[ _]+", "-", name.strip().lower()) if _SANE.fullmatch(name.strip()) else otherwise
    chosen = plain if plain not in taken else otherwise
    taken.add(chosen)
    return chosen


def _verified(
    found: FoundTable, part: Path, fiscal_year: int, verify: Verify, unread: list[DocgenError]
) -> _Page | None:
    """The page of a table as far as ``verify`` takes it; None, and its error in ``unread``, where it takes none."""
    sources = tuple((f"{found.dataset.id}-source-{index}", text) for index, text in enumerate(found.sources, 1))
    refused: DocgenError | None = None
    for page in _candidates(found, part, sources):
        _write([page], part, f"{found.title}について", fiscal_year)
        try:
            verify(part)
        except DocgenError as error:
            refused = error
        else:
            return page
        finally:
            shutil.rmtree(part / "pages")
    if refused is not None:
        unread.append(_at_table(found, refused))
    return None


def _candidates(found: FoundTable, part: Path, sources: tuple[tuple[str, str], ...]) -> Iterator[_Page]:
    """The pages that a table may have, the best first: a chart where its cells make one, then the table itself."""
    names = [name for name, _ in sources]
    columns = chart_columns(found)
    if columns is not None:
        text = chart_page(found, columns, found.dataset.id, names)
        yield _Page(found, text, sources, _left_out(found, columns_left_out(found, columns)))
    whole = with_totals(found, part)
    yield _Page(whole, table_page(whole, found.dataset.id, names), sources, _left_out(whole, ()))


def _left_out(found: FoundTable, columns: Sequence[str]) -> tuple[DocgenError, ...]:
    """What a page does not show of its table: hidden columns, and ``columns``; and hidden rows, which it does show."""
    place = _place(found)
    hidden = [name for name in found.table.columns if name in found.hidden]
    rows = [] if found.dataset.transposed else [each for each in found.table.notices if each.code == "hidden-rows"]
    return (
        *(DocgenError("new-column-hidden", where=place, name=name) for name in hidden),
        *(DocgenError("new-column-left-out", where=place, name=name) for name in columns),
        *(DocgenError.of(each.message, where=each.where) for each in rows),
    )


def _at_table(found: FoundTable, error: DocgenError) -> DocgenError:
    """The error at the table that it is about."""
    return (error.errors[0] if isinstance(error, DocgenErrors) else error).at(_place(found))


def _place(found: FoundTable) -> str:
    file = found.table.path or found.dataset.file
    return f"{file}!{found.dataset.sheet}!{found.dataset.cells}" if found.dataset.sheet else file


def _as_of(source: Path, error: DocgenError) -> DocgenError:
    """The error with the place of the file that the user gave."""
    where = error.where
    if isinstance(where, Position):
        return error.at(Position(str(source), where.line, where.column))
    if isinstance(where, CellPosition):
        return error.at(CellPosition(str(source), where.sheet, where.row, where.column))
    return error.at(re.sub(r"^.*?/data/[^/!]+", lambda _: str(source), str(where))) if where is not None else error


def _nothing(source: Path, unread: Sequence[DocgenError]) -> DocgenError:
    if unread:
        return DocgenErrors([_as_of(source, error) for error in unread])
    return DocgenError("no-table-found", where=str(source))


def _write(pages: Sequence[_Page], part: Path, title: str, fiscal_year: int) -> None:
    """Write the YAML files of the pages."""
    (part / "pages").mkdir(exist_ok=True)
    for page in pages:
        (part / "pages" / f"{page.id}.yaml").write_text(page.text, encoding="utf-8")
    texts = {
        MAIN_FILE: _compendium(pages, title, fiscal_year),
        "data.yaml": _datasets(pages),
        "sources.yaml": _sources(pages),
    }
    for name, text in texts.items():
        (part / name).write_text(text, encoding="utf-8")


def _compendium(pages: Sequence[_Page], title: str, fiscal_year: int) -> str:
    lines = [
        "# データ集の本体。表題と、ページの並びを書きます。「#」から行末まではメモで、印字されません。",
        f"title: {scalar(prose(title))}   # 表紙の表題",
        "document_type: データ集   # 文書の種類",
        f"fiscal_year: {fiscal_year}         # 年度（西暦）",
        "# published: 2024年2月    # 公表の時期",
        "# organisation: 部局名    # 表紙に印字する部局名",
        "",
        "# ページの並び。page: には pages/ にあるページのidを書きます。順序を変えると、ページの順序が変わります。",
        "sections:",
        "  - id: front",
        "    pages:",
        "      - {kind: cover}       # 表紙",
        "      - {kind: contents}    # 目次",
    ]
    for number, (name, own) in enumerate(_by_sheet(pages, title), 1):
        words = scalar(prose(name))
        lines += [f"  - id: section-{number}", f"    title: {words}", f"    running: {words}", "    pages:"]
        lines += [f"      - {{page: {page.id}}}" for page in own]
    return "\n".join(lines) + "\n"


def _by_sheet(pages: Sequence[_Page], title: str) -> Iterator[tuple[str, list[_Page]]]:
    groups: dict[str, list[_Page]] = {}
    for page in pages:
        groups.setdefault(page.found.dataset.sheet or title, []).append(page)
    yield from groups.items()


def _datasets(pages: Sequence[_Page]) -> str:
    lines = ["# データファイルの一覧。図や表からは、ここのidで引きます。"]
    for page in pages:
        dataset = page.found.dataset
        lines += [f"- id: {dataset.id}", f"  file: {scalar(dataset.file)}"]
        if dataset.sheet is not None:
            lines += [f"  sheet: {scalar(dataset.sheet)}", f"  cells: {dataset.cells}"]
        if dataset.header_rows > 1:
            lines.append(f"  header_rows: {dataset.header_rows}   # 見出しの行数")
        if dataset.transposed:
            lines.append("  transposed: true   # 行と列を入れ替えて読む")
        if dataset.totals:
            lines.append("  totals: true   # 合計の行も読む")
        lines.append(f"  title: {scalar(dataset.title)}")
        if page.sources:
            lines.append(f"  source: {page.sources[0][0]}")
    return "\n".join(lines) + "\n"


def _sources(pages: Sequence[_Page]) -> str:
    lines = ["# 出典。ページでは「（出典）」の後に印字されます。"]
    for page in pages:
        for name, text in page.sources:
            lines += [f"- id: {name}", f"  text: {scalar(prose(text))}"]
    return "\n".join(lines) + "\n"
