"""Every figure of the FY2023 compendium: native where its data is there, and saying so where it is not."""

from __future__ import annotations

import csv
import functools
import io
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from support.every_case import every_case
from support.real_deck import CONTENT, PACKS, ROOT, built, deck_bytes, fy2023, pack_name, ready_fy2023, words
from support.written_charts import NS, cached_values, chart_root, number_in, workbook_rows

from docgen.layout.load import load_pack
from docgen.model import Figure, Quantity
from docgen.model.record import Record
from docgen.placed import ChartMark, PlacedSlide, ShapeMark, TableMark, TextMark
from docgen.ready import ReadyFigure, ReadySeries
from docgen.slides.parts.figure_notes import figures_of

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)
CABINET_OFFICE = ROOT / "layouts" / "cabinet_office"

# The figures of the compendium whose data is there, by page: kind, and how many gaps each series has.
CHARTS: Mapping[tuple[str, str], tuple[str, tuple[int, ...]]] = {
    ("I-1060/expenditure", "by-field"): ("column", (0,)),
    ("I-1065/mobility", "automated-driving-by-level"): ("stacked_column", (0, 1, 1, 2, 1, 2)),
    ("I-1065/mobility", "traffic-deaths"): ("line", (0,)),
    ("I-1065/food", "self-sufficiency"): ("line", (0, 0)),
    ("I-1065/food", "exports"): ("stacked_column", (3, 4, 3, 8)),
    ("I-1061/by-country", "companies"): ("column", (0, 0)),
    ("I-1062/overall-rank", "rank"): ("line", (0,)),
    ("I-1064/index", "by-survey"): ("bar", (0, 0)),
    ("I-1068/interest", "latest"): ("bar", (0,)),
    ("I-1069/metadata", "metadata-count"): ("numbers", (0,)),
    ("strategy-1-ai-network", "users"): ("bar", (0,)),
    ("strategy-4-mht", "japan"): ("column", (3,)),
    ("strategy-4-mht", "countries"): ("bar", (0,)),
    ("strategy-4-mht", "share"): ("bar", (0,)),
    ("strategy-7-partners", "partners"): ("bar", (0,)),
    ("strategy-7-purpose", "done"): ("share_bar", (0,)),
    ("strategy-7-purpose", "purpose"): ("share_bar", (0,)),
    ("strategy-7-partners-compared", "partners"): ("bar", (0,)),
    ("strategy-7-problems-companies", "problems"): ("numbers", (0,)),
    ("strategy-7-problems-universities", "problems"): ("bar", (0,)),
    ("strategy-7-problems-universities", "compared"): ("bar", (0, 0)),
    ("standards-3-categories", "ranks"): ("line", (0, 0, 0, 0)),
    ("standards-4-paper-fields", "japan"): ("percent_column", (0,) * 9),
    ("standards-4-paper-fields", "united-states"): ("percent_column", (0,) * 9),
    ("diplomacy-2-patent-family", "japan-and-world"): ("bar", (0, 0)),
    ("diplomacy-3-exchange", "sent"): ("line", (0, 0, 0)),
    ("diplomacy-3-exchange", "received"): ("line", (0, 0, 0)),
    ("diplomacy-3-foreign-share", "by-kind"): ("bar", (0,)),
    ("diplomacy-6-tenkai", "budget"): ("bar", (0,)),
    ("diplomacy-7-universities", "training"): ("share_bar", (0,)),
    ("diplomacy-7-universities", "rules"): ("share_bar", (0,)),
    ("diplomacy-7-universities", "system"): ("share_bar", (0,)),
    ("diplomacy-7-institutes", "training"): ("share_bar", (0,)),
    ("diplomacy-7-institutes", "rules"): ("share_bar", (0,)),
    ("diplomacy-7-institutes", "system"): ("share_bar", (0,)),
    # The target's year, for which there is no number yet, is the gap.
    ("diplomacy-8-un-staff", "total"): ("line", (1,)),
    ("coi-next-1-co-creation", "adoptions"): ("column", (0,)),
    ("coi-next-3-policy", "fields"): ("bar", (0,)),
}
# The parts whose data is still to come, which the final edition leaves out.
GAPS = {
    "I-1067/needs", "I-1067/standards", "I-1071/rule-making", "I-1066/standards", "I-1066/researchers",
    "I-1068/interest/interest-over-time", "strategy-1-ai-network/missing", "strategy-3-quantum/papers",
    "strategy-4-arim/missing", "strategy-7-capital/capital", "standards-2-top50/ranking",
    "standards-5-ip-income/income", "diplomacy-1-undp/yearly", "diplomacy-2-patent-family/countries",
    "diplomacy-3-meetings/by-month", "diplomacy-3-foreign-share/over-time", "diplomacy-5-forum/missing",
    "coi-next-1-co-creation/missing", "coi-next-2-regional/missing", "coi-next-3-policy/missing",
    "precedents/precedent-2-five-viewpoints/earlier-projects-figure",
    "precedents/precedent-2-five-viewpoints/sip3-figure",
    "precedents/precedent-3-convergence-knowledge/use-figure",
    "precedents/precedent-4-sip2-evaluation/average-by-year-figure",
}  # fmt: skip
# What says of a part that it is missing, or of a page that somebody is still at work on it.
EXCUSES = ("未提供", "未入手", "該当データなし", "時点の記載なし", "照会中")
# The maps: the prefectures that have a number on them.
MAPS = {
    "strategy-2-biocommunities": {
        "hokkaido", "yamagata", "niigata", "ibaraki", "tokyo", "chiba", "kanagawa",
        "kyoto", "osaka", "hyogo", "hiroshima", "fukuoka", "okinawa",
    },
    "diplomacy-4-wpi": {
        "hokkaido", "miyagi", "ibaraki", "chiba", "tokyo", "ishikawa", "aichi", "kyoto", "osaka", "hiroshima", "fukuoka",
    },
}  # fmt: skip


@functools.cache
def figures(folder: Path = CABINET_OFFICE) -> Mapping[tuple[str, str], ReadyFigure]:
    """The figures by page and id, with years and numbers printed as a pack has them."""
    pages = ready_fy2023(load_pack(folder).printing).pages
    return {(page.id, figure.id): figure for page in pages for figure in figures_of(page.record)}


@functools.cache
def shown(folder: Path) -> frozenset[str]:
    """The ids of the pages that a pack shows: it may choose."""
    return frozenset(slide.record for slide in built(folder).placed.slides)


def slides_of(page: str, folder: Path) -> list[PlacedSlide]:
    return [slide for slide in built(folder).placed.slides if slide.record == page]


def chart_of(page: str, figure: ReadyFigure, folder: Path) -> ChartMark:
    marks = [mark for slide in slides_of(page, folder) for mark in slide.marks]
    (mark,) = [mark for mark in marks if isinstance(mark, ChartMark) and mark.alt == figure.alt]
    return mark


def on_axis(numbers: list[float | None], figure: ReadyFigure, count: int) -> list[float | None]:
    """The numbers of a series at its categories; where an axis of time has more of them, with gaps between."""
    if figure.time_axis is None or count == len(numbers):
        return numbers
    at = dict(zip(figure.time_axis.places, numbers, strict=True))
    return [at.get(place) for place in range(count)]


def texts_of(page: str, folder: Path) -> str:
    marks = [mark for slide in slides_of(page, folder) for mark in slide.marks]
    bodies = [mark.body for mark in marks if isinstance(mark, TextMark | ShapeMark) and mark.body is not None]
    cells = [c.body for m in marks if isinstance(m, TableMark) for row in m.rows for c in row.cells if not c.covered]
    return "\n".join(words(body) for body in (*bodies, *cells))


def test_the_list_holds_every_figure_and_every_gap_of_the_compendium() -> None:
    assert set(figures()) == set(CHARTS)
    assert {gap.id for gap in ready_fy2023(load_pack(CABINET_OFFICE).printing).gaps} == GAPS
    assert {page for page, _ in CHARTS} | {*MAPS} <= shown(CABINET_OFFICE)


@every_case("key", CHARTS, ids="/".join)
def test_a_series_shows_the_gaps_that_its_data_has(key: tuple[str, str]) -> None:
    figure = figures()[key]
    kind, gaps = CHARTS[key]
    assert figure.kind == kind
    assert tuple(sum(value is None for value in one.values) for one in figure.series) == gaps


@in_every_pack
@pytest.mark.parametrize("key", CHARTS, ids="/".join)
def test_a_figure_with_data_is_a_native_chart_with_its_numbers_or_prints_them(key: tuple[str, str], folder: Path) -> None:
    figure = figures(folder)[key]
    if key[0] not in shown(folder):
        return
    if figure.kind == "numbers":
        quantities = (Quantity(value, one.unit, one.decimals) for one in figure.series for value in one.values if value)
        assert [number for number in quantities if number.format() not in texts_of(key[0], folder)] == []
        return
    drawn = {one.name: one.values for one in chart_of(key[0], figure, folder).chart.series}
    if figure.kind == "share_bar":
        parts = zip(figure.categories, figure.series[0].values, strict=True)
        assert drawn == {name: (None if value is None else float(value),) for name, value in parts}
        return
    for one in figure.series:
        numbers = [None if value is None else float(value) for value in one.values]
        assert list(drawn[one.name]) == on_axis(numbers, figure, len(drawn[one.name]))


@in_every_pack
@every_case("page", sorted({page for page, _ in CHARTS}))
def test_a_page_with_a_figure_tells_the_source_and_its_notes(page: str, folder: Path) -> None:
    said = texts_of(page, folder)
    there = [figure for (at, _), figure in figures(folder).items() if at == page and page in shown(folder)]
    assert [note for figure in there for note in figure.notes if note not in said] == []
    assert [text for figure in there for text in figure.sources if text not in said] == []
    assert not there or load_pack(folder).words["source"] in said or page in WITHOUT_SOURCE


# The compendium's own page names none.
WITHOUT_SOURCE = {"coi-next-3-policy"}


@in_every_pack
def test_nothing_is_printed_of_what_has_no_data(folder: Path) -> None:
    ready = ready_fy2023(load_pack(folder).printing)
    said = {page: texts_of(page, folder) for page in shown(folder)}
    excused = [(page, word) for page, text in said.items() for word in EXCUSES if word in text]
    told = [gap.id for gap in ready.gaps if gap.words and gap.words in said.get(gap.page, "")]
    assert (excused, told) == ([], [])


@in_every_pack
def test_no_frame_is_drawn_for_what_has_no_data(folder: Path) -> None:
    gaps = {gap.page for gap in ready_fy2023(load_pack(folder).printing).gaps}
    marks = [mark for slide in built(folder).placed.slides if slide.record in gaps for mark in slide.marks]
    assert [m.id for m in marks if isinstance(m, ShapeMark) and m.line is not None and m.line.dash == "dash"] == []


@in_every_pack
@pytest.mark.parametrize("page", MAPS)
def test_a_map_is_made_of_native_outlines_with_its_sites(page: str, folder: Path) -> None:
    if page not in shown(folder):
        return
    marks = [mark for slide in slides_of(page, folder) for mark in slide.marks if isinstance(mark, ShapeMark)]
    outlined = {mark.id.rpartition("/")[2] for mark in marks if mark.outline is not None}
    assert len([name for name in outlined if not name.endswith(("-leader", "-inset"))]) == 47
    filled = {mark.id.rpartition("/")[2] for mark in marks if mark.outline is not None and mark.fill != "paper"}
    assert {name for name in filled if not name.endswith(("-leader", "-inset"))} == MAPS[page]
    assert load_pack(folder).words["source"] in texts_of(page, folder)


def specs(record: object) -> Iterator[Figure]:
    """The figures of a record as they stand in the content, wherever in it."""
    if isinstance(record, Figure):
        yield record
    elif isinstance(record, Record):
        for part in record.__dict__.values():
            yield from specs(part)
    elif isinstance(record, Mapping | tuple):
        for part in record.values() if isinstance(record, Mapping) else record:
            yield from specs(part)


@functools.cache
def lines_of(file: str) -> list[list[str]]:
    with (CONTENT / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def in_the_file(one: ReadySeries, divide: Decimal) -> list[float | None]:
    """A series' numbers as their cells read, taken from the files without docgen's reader."""
    numbers: list[float | None] = []
    for trace in one.traces:
        if trace is None:
            numbers.append(None)
            continue
        lines = lines_of(trace.file)
        numbers.append(float(Decimal(lines[trace.line - 1][lines[0].index(trace.column)]) / divide))
    return numbers


Series = Mapping[str, list[float | None]]


def series_in_the_files(figure: ReadyFigure, divide: Decimal) -> Series:
    """The series that a figure draws, as the files have them: of a share bar each part is one."""
    found = {one.name: in_the_file(one, divide) for one in figure.series}
    if figure.kind == "share_bar":
        (parts,) = found.values()
        return {category: [part] for category, part in zip(figure.categories, parts, strict=True)}
    return {name: values + [None] * (len(figure.categories) - len(values)) for name, values in found.items()}


def printed(values: Series, figure: ReadyFigure) -> list[str]:
    """The numbers of a figure as a page prints them."""
    numbers = [(one, value) for one in figure.series for value in values[one.name] if value is not None]
    return [Quantity(Decimal(str(value)), one.unit, one.decimals).format() for one, value in numbers]


@in_every_pack
def test_cache_workbook_and_data_file_agree_for_every_chart(folder: Path) -> None:
    divides = {figure.id: figure.divide for figure in specs(fy2023())}
    marks = [mark for slide in built(folder).placed.slides for mark in slide.marks if isinstance(mark, ChartMark)]
    with zipfile.ZipFile(io.BytesIO(deck_bytes(folder))) as package:
        written = {mark.alt: _written(package, number) for number, mark in enumerate(marks, 1)}
    compared = 0
    for key in CHARTS:
        if key[0] not in shown(folder):
            continue
        figure = figures(folder)[key]
        wanted = series_in_the_files(figure, divides.get(figure.id, Decimal(1)))
        compared += sum(value is not None for values in wanted.values() for value in values)
        if figure.kind == "numbers":
            # Numbers that are printed large are no chart: what is compared is the text.
            assert [text for text in printed(wanted, figure) if text not in texts_of(key[0], folder)] == [], key
            continue
        cache, sheet = written[figure.alt]
        for name, values in wanted.items():
            assert cache[name] == pytest.approx(on_axis(values, figure, len(cache[name]))), (key, name)
            assert sheet[name] == cache[name], (key, name)
    assert compared > 400


def _written(package: zipfile.ZipFile, number: int) -> tuple[Series, Series]:
    """The series of a chart part by name: as its cache has them, and as its workbook has them."""
    series = chart_root(package, number).iterfind(".//c:ser", NS)
    cache = {str(one.findtext("c:tx//c:v", namespaces=NS)): cached_values(one) for one in series}
    rows = workbook_rows(package, number)
    sheet = {str(name): [number_in(row, at) for row in rows[1:]] for at, name in enumerate(rows[0]) if at}
    return cache, sheet
