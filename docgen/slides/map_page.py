"""A map of Japan by prefecture: places as numbers with a list beside them, or values as shades.

>>> import docgen
>>> from docgen.slides.map_page import MapPage
>>> columns = [{"heading": "名称"}, {"heading": "所在地"}, {"heading": "区分"}]
>>> sites = {"id": "sites", "columns": columns, "rows": [["長岡コミュニティ", "新潟県", "地域"]]}
>>> record = MapPage(id="p", title="全国のコミュニティ", sites=sites, prefecture="所在地", group="区分")
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'map'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.map.outlines_map import PLAIN_BORDER, CountryMap
from docgen.blocks.map.prefectures import PREFECTURES, prefecture_named
from docgen.blocks.map.tiles_map import PrefectureMap, Tile
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.halves import TableHalves
from docgen.blocks.table.table import TableBlock
from docgen.blocks.text.legend import LegendBlock, LegendEntry
from docgen.blocks.text.statement import statement
from docgen.layout.pack import LayoutPack, Stroke
from docgen.model import Figure, Page, Table
from docgen.model.record import Prose
from docgen.ready import ReadyPage, ReadyPageRecord, ReadyTable
from docgen.slides.draft import Draft
from docgen.slides.parts.figures import GAP, figure_blocks, missing_block, ready_figures, table_blocks
from docgen.slides.parts.map_shades import MOST_STEPS, ink_on, shade_legend, shade_of
from docgen.slides.parts.number_cards import NumberCard, number_cards
from docgen.slides.parts.page import page_draft, record_of, titled_table

_SEPARATOR = ";"


class MapPage(Page):
    """A map under key messages.

    ``sites`` lists the places, a row each, numbered in their order. Its column headed ``prefecture`` holds
    where each lies (several separated by ``;``, none where it is not known), the one headed ``group`` what
    it belongs to; the others are printed beside the map. Where no place is known there is the list alone, in
    two halves. ``values`` has a row a prefecture, its name first
    and its number second, shaded by ``steps`` (the lower bounds of the darker shades); the highest of them
    stand in a table beside it. ``form`` draws the
    prefectures in their outlines, or as tiles of one size. A page with
    ``missing`` has no map yet and says so under ``missing_title``; ``numbers`` stand beside it. Where
    ``figures`` and ``tables`` tell what else is known, they have the room, and ``missing`` is a line below.
    """

    kind: ClassVar[str] = "map"

    messages: tuple[Prose, ...] = ()
    numbers: tuple[NumberCard, ...] = ()
    sites: Table | None = None
    prefecture: str = "所在地"
    group: str | None = None
    values: Table | None = None
    steps: tuple[Decimal, ...] = Field(default=(), max_length=MOST_STEPS)
    unit: str = ""
    form: Literal["outlines", "tiles"] = "outlines"
    missing: Prose | None = None
    missing_title: Prose | None = None
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _GroupStyle:
    """How a group of places is drawn: fill, border and a mark, so that colour is not alone."""

    fill: str
    colour: str
    mark: str


_GROUPS = (
    _GroupStyle("pale_blue", "blue", "●"),
    _GroupStyle("pale_amber", "amber", "◆"),
    _GroupStyle("pale_head", "navy", "■"),
)

_PLAIN = Tile(border=PLAIN_BORDER)
_NO_DATA = "データなし"
_HIGHEST = "上位{count}都道府県"
# So many of the highest values are printed on the map; the shades tell the others.
_LABELLED = 5
# And so many stand in the table beside it.
_LISTED = 10


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The map with what it is read by."""
    record = record_of(ready, MapPage)
    return page_draft(page, ready, pack, _body(page.id, record, ready), record.messages)


def _body(page: str, record: MapPage, ready: ReadyPageRecord) -> Block:
    if record.sites is not None and record.sites.id in ready.tables:
        return _sites(page, record, ready.tables[record.sites.id])
    if record.values is not None and record.values.id in ready.tables:
        return _values(page, record, ready.tables[record.values.id])
    if record.figures or record.tables:
        return _known(page, record, ready)
    said = statement(f"{page}/missing", record.missing or "")
    if not record.numbers:
        return said
    return Columns((number_cards(f"{page}/numbers", record.numbers, down=True), said), weights=(1, 2), gap=GAP)


def _known(page: str, record: MapPage, ready: ReadyPageRecord) -> Block:
    """What is known without the map: numbers, figures and tables side by side; what is missing below them."""
    numbers = (number_cards(f"{page}/numbers", record.numbers, down=True),) if record.numbers else ()
    figures = figure_blocks(page, ready_figures(record.figures, ready))
    blocks = (*numbers, *figures, *table_blocks(page, record.tables, ready))
    weights = record.weights if len(record.weights) == len(blocks) else ()
    rows: list[Block] = [Columns(blocks, weights=weights, gap=GAP, share=1)]
    if record.missing:
        rows.append(missing_block(f"{page}/missing", record.missing_title, record.missing))
    return Stack(tuple(rows))


def _sites(page: str, record: MapPage, table: ReadyTable) -> Block:
    places = _Places(record, table)
    numbers: dict[str, list[int]] = {}
    looks: dict[str, _GroupStyle] = {}
    for index in range(len(table.rows)):
        for name in places.prefectures(index):
            found = prefecture_named(name, page).id
            numbers.setdefault(found, []).append(index + 1)
            looks.setdefault(found, places.look(index))
    if not numbers:
        return TableHalves(_list(f"{page}/list", record, places))
    tiles = {
        name: Tile(look.fill, Stroke(colour=look.colour, width=1), "・".join(map(str, numbers[name])))
        for name, look in looks.items()
    }
    left: list[Block] = [_country(page, record, tiles)]
    if places.groups:
        left.append(LegendBlock(f"{page}/legend", tuple(places.legend())))
    return Columns((Stack(tuple(left)), _list(f"{page}/list", record, places)), weights=(11, 8), gap=20)


class _Places:
    """The places of a page, read from its table."""

    def __init__(self, record: MapPage, table: ReadyTable) -> None:
        headings = [column.heading for column in table.columns]
        self.table = table
        self._prefecture = headings.index(record.prefecture) if record.prefecture in headings else None
        self._group = headings.index(record.group) if record.group in headings else None
        self.shown = [at for at in range(len(headings)) if at not in (self._prefecture, self._group)]
        names = dict.fromkeys(self.group(row) for row in range(len(table.rows)))
        self.groups: Sequence[str] = tuple(name for name in names if name)

    def prefectures(self, row: int) -> tuple[str, ...]:
        """Where a place lies; nothing where that is not known."""
        text = self.table.rows[row][self._prefecture] if self._prefecture is not None else ""
        return tuple(name.strip() for name in text.split(_SEPARATOR) if name.strip())

    def group(self, row: int) -> str:
        """The group of a place, empty without groups."""
        return self.table.rows[row][self._group] if self._group is not None else ""

    def look(self, row: int) -> _GroupStyle:
        """How a place is drawn."""
        at = list(self.groups).index(self.group(row)) if self.groups else 0
        return _GROUPS[at % len(_GROUPS)]

    def of_group(self, group: str) -> tuple[int, ...]:
        """The rows of a group."""
        return tuple(row for row in range(len(self.table.rows)) if self.group(row) == group)

    def legend(self) -> Iterator[LegendEntry]:
        """An entry for each group that has a place on the map."""
        for group in self.groups:
            if not any(self.prefectures(row) for row in self.of_group(group)):
                continue
            look = self.look(self.of_group(group)[0])
            yield LegendEntry(group, look.mark, look.colour, look.fill, Stroke(colour=look.colour, width=1))


def _list(identifier: str, record: MapPage, places: _Places) -> TableBlock:
    columns = [ColumnSpec("No", "center")]
    columns += [ColumnSpec(places.table.columns[at].heading, "left") for at in places.shown]
    rows: list[BodyRow] = []
    for group in places.groups or ("",):
        members = places.of_group(group)
        if group:
            mark = places.look(members[0]).mark
            rows.append(BodyRow((Cell(f"{mark} {group}", column_span=len(columns), align="left"),), "band"))
        for row in members:
            cells = [Cell(places.table.rows[row][at]) for at in places.shown]
            rows.append(BodyRow((Cell(str(row + 1)), *cells)))
    return TableBlock(identifier, tuple(columns), tuple(rows), alt=record.title)


def _values(page: str, record: MapPage, table: ReadyTable) -> Block:
    known = {index: row[1] for index, row in enumerate(table.numbers) if row[1] is not None}
    ranked = sorted(known, key=lambda index: -known[index])
    ids = {index: prefecture_named(table.rows[index][0], page).id for index in known}
    tiles = {ids[index]: _shaded(table.rows[index][1], number, record) for index, number in known.items()}
    country = _country(page, record, tiles, frozenset(ids[index] for index in ranked[:_LABELLED]))
    entries = [*shade_legend(record.steps, record.unit)]
    if len(tiles) < len(PREFECTURES):
        entries.append(LegendEntry(_NO_DATA, fill=_PLAIN.fill, border=_PLAIN.border))
    left = Stack((country, LegendBlock(f"{page}/legend", tuple(entries))))
    return Columns((left, _highest(f"{page}/highest", table, ranked)), weights=(5, 2), gap=20)


def _shaded(text: str, number: Decimal, record: MapPage) -> Tile:
    shade = shade_of(number, record.steps)
    return Tile(shade, PLAIN_BORDER, text, ink_on(shade))


def _highest(identifier: str, table: ReadyTable, ranked: Sequence[int]) -> Block:
    """A table of the highest values, highest first."""
    listed = ranked[:_LISTED]
    rows, numbers = tuple(table.rows[index] for index in listed), tuple(table.numbers[index] for index in listed)
    title = table.title or (_HIGHEST.format(count=_LISTED) if len(ranked) > _LISTED else "")
    return titled_table(identifier, replace(table, title=title, rows=rows, numbers=numbers))


def _country(
    page: str, record: MapPage, tiles: Mapping[str, Tile], labelled: frozenset[str] | None = None
) -> Block:
    if record.form == "tiles":
        return PrefectureMap(f"{page}/map", tiles, _PLAIN)
    return CountryMap(f"{page}/map", tiles, _PLAIN, labelled, alt=record.title)
