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

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import cycle
from typing import Annotated, ClassVar, Literal

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
from docgen.blocks.text.text import statement
from docgen.layout.pack import Stroke
from docgen.model import Figure, MissingText, Page, Table
from docgen.model.data import Number
from docgen.model.words import words
from docgen.ready import ReadyTable
from docgen.slides import Draft, LayoutPack, Prose, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.figures import (
    NumberCard,
    figure_blocks,
    missing_block,
    number_blocks,
    ready_figures,
    side_by_side,
    table_blocks,
)
from docgen.slides.parts.map_shades import MOST_STEPS, ink_on, shade_legend, shade_of
from docgen.slides.parts.page import titled_table
from docgen.value import value

_SEPARATOR = ";"
MapForm = Annotated[Literal["outlines", "tiles"], words(outlines=("輪郭", "地形"), tiles="タイル")]


class MapPage(Page):
    """A map under key messages.

    ``sites`` lists the places, a row each, numbered in their order. Its column headed ``prefecture`` holds
    where each lies (several separated by ``;``, none where it is not known), the one headed ``group`` what
    it belongs to; the others are printed beside the map. Where no place is known there is the list alone, in
    two halves. ``values`` has a row for each prefecture, its name first and its number second, shaded by ``steps``
    (the lower bounds of the darker shades); the highest stand in a table beside the map. ``form`` draws the
    prefectures in their outlines, or as tiles of one size; ``weights`` share out the width. A page with
    ``missing`` has no map yet; a draft says so under ``missing_title``, and ``numbers`` stand beside it. Where ``figures``
    and ``tables`` tell what else is known, they have the room, and ``missing`` is a line below.
    """

    kind: ClassVar[str] = "map"

    messages: tuple[Prose, ...] = ()
    numbers: tuple[NumberCard, ...] = ()
    sites: Table | None = None
    prefecture: str = "所在地"
    group: str | None = None
    values: Table | None = None
    steps: tuple[Number, ...] = Field(default=(), max_length=MOST_STEPS)
    unit: str = ""
    form: MapForm = "outlines"
    missing: MissingText = None
    missing_title: MissingText = None
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    weights: tuple[float, ...] = ()


@value(frozen=True, slots=True)
class _GroupStyle:
    """How the places of a group are drawn: fill, border and a mark, so that colour is not alone."""

    fill: str
    colour: str
    mark: str

    @property
    def border(self) -> Stroke:
        """The border of a prefecture with places of the group."""
        return Stroke(colour=self.colour, width=1)


_GROUP_STYLES = (
    _GroupStyle("pale_blue", "blue", "●"),
    _GroupStyle("pale_amber", "amber", "◆"),
    _GroupStyle("pale_head", "navy", "■"),
)
_PLAIN = Tile(border=PLAIN_BORDER)
_NO_DATA = "データなし"
_HIGHEST = "上位{count}都道府県"
# How the width is shared between the map and the list of places, where the page does not say.
_MAP_AND_LIST = (11, 8)
# So many of the highest values are printed on the map (the shades tell the others), and so many stand beside it.
_LABELLED, _LISTED = 5, 10


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
    if record.missing is None:
        return Stack(number_blocks(page, record.numbers))
    missing = statement(f"{page}/missing", record.missing)
    return side_by_side([*number_blocks(page, record.numbers, down=True), missing], (1, 2))


def _known(page: str, record: MapPage, ready: ReadyPageRecord) -> Block:
    """What is known without the map, what is missing below it: numbers in a row over figures and tables side by side."""
    parts = (
        *figure_blocks(page, ready_figures(record.figures, ready)),
        *table_blocks(page, record.tables, ready),
    )
    rows: list[Block] = [*number_blocks(page, record.numbers), side_by_side(parts, record.weights)]
    if record.missing:
        rows.append(missing_block(f"{page}/missing", record.missing_title, record.missing))
    return Stack(tuple(rows))


@value(frozen=True, slots=True)
class _Site:
    """A place: its number, the cells that are printed beside the map, its prefectures and its group, if any."""

    number: int
    cells: tuple[str, ...]
    prefectures: tuple[str, ...]
    group: str


def _read_sites(record: MapPage, table: ReadyTable) -> tuple[tuple[str, ...], tuple[_Site, ...]]:
    """The headings of the columns that are printed, and the places, from the page's table."""
    headings = [column.heading for column in table.columns]
    shown = [index for index, heading in enumerate(headings) if heading not in (record.prefecture, record.group)]
    sites = []
    for number, row in enumerate(table.rows, start=1):
        cell_of = dict(zip(headings, row, strict=True))
        names = (name.strip() for name in cell_of.get(record.prefecture, "").split(_SEPARATOR))
        group = cell_of.get(record.group, "") if record.group else ""
        sites.append(_Site(number, tuple(row[index] for index in shown), tuple(filter(None, names)), group))
    return tuple(headings[index] for index in shown), tuple(sites)


def _sites(page: str, record: MapPage, table: ReadyTable) -> Block:
    """The map with the numbers of the places, and their list beside it; the list alone where no place is known."""
    headings, sites = _read_sites(record, table)
    groups = [group for group in dict.fromkeys(site.group for site in sites) if group]
    styles = {"": _GROUP_STYLES[0], **dict(zip(groups, cycle(_GROUP_STYLES), strict=False))}
    sites_in: dict[str, list[_Site]] = {}
    for site in sites:
        for name in site.prefectures:
            sites_in.setdefault(prefecture_named(name, page).id, []).append(site)
    listed = _site_list(f"{page}/list", record, headings, sites, styles)
    if not sites_in:
        return TableHalves(listed)
    tiles = {}
    for prefecture, inside in sites_in.items():
        style = styles[inside[0].group]
        tiles[prefecture] = Tile(style.fill, style.border, "・".join(str(site.number) for site in inside))
    located = {site.group for inside in sites_in.values() for site in inside}
    entries = [
        LegendEntry(group, styles[group].mark, styles[group].colour, styles[group].fill, styles[group].border)
        for group in groups
        if group in located
    ]
    legend = (LegendBlock(f"{page}/legend", tuple(entries)),) if groups else ()
    weights = record.weights if len(record.weights) == 2 else _MAP_AND_LIST
    return Columns((Stack((_country(page, record, tiles), *legend)), listed), weights=weights, gap=18)


def _site_list(
    identifier: str, record: MapPage, headings: Sequence[str], sites: Sequence[_Site], styles: Mapping[str, _GroupStyle]
) -> TableBlock:
    """The places in a table, those of a group under a band with its mark and name."""
    columns = (ColumnSpec("No", "center"), *(ColumnSpec(heading, "left") for heading in headings))
    rows: list[BodyRow] = []
    for group, style in styles.items():
        members = [site for site in sites if site.group == group]
        if group:
            rows.append(BodyRow((Cell(f"{style.mark} {group}", column_span=len(columns), align="left"),), "band"))
        rows += [BodyRow((Cell(str(site.number)), *map(Cell, site.cells))) for site in members]
    return TableBlock(identifier, columns, tuple(rows), alt=record.title)


def _values(page: str, record: MapPage, table: ReadyTable) -> Block:
    known = {index: row[1] for index, row in enumerate(table.numbers) if row[1] is not None}
    ranked = sorted(known, key=lambda index: -known[index])
    ids = {index: prefecture_named(table.rows[index][0], page).id for index in known}
    tiles = {ids[index]: _shaded(table.rows[index][1], number, record) for index, number in known.items()}
    country = _country(page, record, tiles, frozenset(ids[index] for index in ranked[:_LABELLED]))
    no_data = (LegendEntry(_NO_DATA, fill=_PLAIN.fill, border=_PLAIN.border),) if len(tiles) < len(PREFECTURES) else ()
    legend = LegendBlock(f"{page}/legend", (*shade_legend(record.steps, record.unit), *no_data))
    left = Stack((country, legend))
    return Columns((left, _highest(f"{page}/highest", table, ranked)), weights=(5, 2), gap=18)


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
