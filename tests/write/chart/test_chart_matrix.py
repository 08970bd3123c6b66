"""Every kind of chart in every option, in one deck: valid, drawn, and equal to its workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pypdfium2
import pytest
from support.chart_matrix import PALETTE, Charts, matrix
from support.written_charts import NS, cached_values, chart_root, number_in, workbook_rows

from docgen.placed import (
    Box,
    ChartMark,
    Design,
    NumberFormat,
    Paragraph,
    PlacedChart,
    PlacedDeck,
    PlacedSlide,
    PlaceholderForm,
    Run,
    SlideLayoutForm,
    TextBody,
    TextMark,
)
from docgen.write.deck import write


def deck_of(charts: Charts) -> bytes:
    """Six charts a page, each under its name."""
    title = PlaceholderForm("title", "title", 0, Box(30, 10, 600, 20), 12, "navy")
    design = Design(
        "図",
        780,
        540,
        PALETTE,
        {"heading": "BIZ UDPGothic", "body": "BIZ UDPGothic"},
        (SlideLayoutForm("page", "本文", (title,)),),
    )
    named = list(charts.items())
    pages = [named[at : at + 6] for at in range(0, len(named), 6)]
    slides = tuple(
        PlacedSlide(f"page-{number}", "charts", "page", f"図 {number}", tuple(_marks(page)))
        for number, page in enumerate(pages, start=1)
    )
    return write(PlacedDeck(design, slides))


def _box(at: int) -> Box:
    return Box(20 + at % 3 * 250, 40 + at // 3 * 248, 240, 220)


def _marks(page: list[tuple[str, PlacedChart]]) -> Iterator[TextMark | ChartMark]:
    for at, (name, drawn) in enumerate(page):
        box = _box(at)
        run = Run(name, 9, True)
        yield TextMark(f"name {at}", Box(box.x, box.y - 14, 240, 14), TextBody((Paragraph((run,), 12),)))
        yield ChartMark(f"chart {at}", box, drawn, name)


@pytest.fixture(scope="module")
def charts() -> Charts:
    return matrix()


@pytest.fixture(scope="module")
def deck(charts: Charts) -> bytes:
    return deck_of(charts)


def test_the_matrix_holds_at_least_sixty_charts(charts: Charts) -> None:
    assert len(charts) >= 60


@pytest.mark.validator
def test_the_validator_finds_no_error_in_any_chart(deck: bytes, validate: Callable[[bytes], list[Any]]) -> None:
    assert validate(deck) == []


def test_cache_workbook_and_given_values_are_equal_for_every_chart(charts: Charts, deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        assert sum(name.startswith("ppt/charts/chart") for name in package.namelist()) == len(charts)
        for number, given in enumerate(charts.values(), 1):
            rows = workbook_rows(package, number)
            for series in chart_root(package, number).iterfind(".//c:ser", NS):
                index = int(_value(series, "c:idx"))
                cached = cached_values(series)
                assert cached == list(given.series[index].values)
                assert cached == [number_in(row, index + 1) for row in rows[1 : len(given.categories) + 1]]


@pytest.mark.libreoffice
def test_libreoffice_draws_every_series_in_its_colour_and_every_label(
    charts: Charts, deck: bytes, render_pdf: Callable[[bytes], bytes]
) -> None:
    document = pypdfium2.PdfDocument(render_pdf(deck))
    assert len(document) == -(-len(charts) // 6)
    missing = []
    for number, page in enumerate(document):
        pixels = np.asarray(page.render(scale=2).to_pil().convert("RGB")).astype(int)
        words = page.get_textpage()
        for at, (name, drawn) in enumerate(list(charts.items())[number * 6 : number * 6 + 6]):
            box = _box(at)
            part = pixels[int(box.y) * 2 : int(box.bottom) * 2, int(box.x) * 2 : int(box.right) * 2]
            text = words.get_text_bounded(box.x - 5, 540 - box.bottom, box.right + 5, 540 - box.y)
            missing += [f"{name}: {ink}" for ink in _inks(drawn) if not _shows(part, ink)]
            missing += [f"{name}: {label}" for label in _labels(drawn) if label not in text]
    assert missing == []


def _shows(pixels: Any, ink: str) -> bool:
    rgb = PALETTE[ink].rgb
    wanted = np.array([int(rgb[at : at + 2], 16) for at in (0, 2, 4)])
    return bool((np.abs(pixels - wanted).max(axis=2) <= 3).sum() >= 12)


def _inks(drawn: PlacedChart) -> set[str]:
    """The palette colours that must be seen: those of every series that is drawn as it is."""
    inks: set[str] = set()
    for series in drawn.series:
        shown = [at for at, value in enumerate(series.values) if value is not None]
        if series.pattern or not shown or series.name == "合計":
            continue
        if series.kind == "line":
            inks.add(series.colour)
        else:
            inks |= {series.point_colours.get(at, series.colour) for at in shown if at < (series.dash_from or 999)}
    return inks


def _labels(drawn: PlacedChart) -> list[str]:
    spelled = {NumberFormat(1): "{:.1f}", NumberFormat(): "{:,.0f}"}
    found = []
    for series in drawn.series:
        if series.label_parts == ("value",) and series.number_format in spelled:
            values = [series.values[at] for at in series.labels]
            found += [spelled[series.number_format].format(value) for value in values if value is not None]
        if series.name_labels:
            found.append(series.name)
    return found


def _value(element: Any, path: str) -> str:
    return str(element.find(path, NS).get("val"))
