"""A deck that holds every kind of figure in every option: valid, drawn right, and with equal numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from support.figure_matrix import cabinet_office, every_figure, figure_deck
from support.written_charts import NS, cached_values, chart_root, number_in, workbook_rows

from docgen.checks import placed_rules
from docgen.placed import ChartMark, PlacedDeck
from docgen.write import write

GOLDEN_PAGES = (1, 4, 11, 12, 15, 17, 19)


@pytest.fixture(scope="module")
def deck() -> PlacedDeck:
    return figure_deck(every_figure(), cabinet_office())


@pytest.fixture(scope="module")
def data(deck: PlacedDeck) -> bytes:
    return write(deck)


def test_the_deck_holds_at_least_sixty_figures() -> None:
    assert len(every_figure()) >= 60


def test_no_mark_of_a_figure_lies_over_another_or_off_the_page(deck: PlacedDeck) -> None:
    pack = cabinet_office()
    for slide in deck.slides:
        for rule in (placed_rules.inside_the_page, placed_rules.no_collision, placed_rules.no_overflow):
            assert list(rule(slide, deck.design, pack)) == []


def test_the_numbers_of_chart_and_workbook_are_those_of_the_figure(deck: PlacedDeck, data: bytes) -> None:
    charts = [mark.chart for slide in deck.slides for mark in slide.marks if isinstance(mark, ChartMark)]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for number, chart in enumerate(charts, 1):
            root = chart_root(package, number)
            found = {one.find("c:tx//c:v", NS).text: cached_values(one) for one in root.iterfind(".//c:ser", NS)}  # type: ignore[union-attr]
            assert found == {one.name: [None if v is None else float(v) for v in one.values] for one in chart.series}
            rows = workbook_rows(package, number)
            assert rows[0][1:] == [one.name for one in chart.series]
            for at, one in enumerate(chart.series, 1):
                column = [number_in(row, at) for row in rows[1:]]
                assert column == [None if v is None else float(v) for v in one.values]
            assert [row[0] for row in rows[1:]] == list(chart.categories)


@pytest.mark.validator
def test_the_validator_finds_nothing_wrong(data: bytes, validate: Callable[[bytes], list[Any]]) -> None:
    assert validate(data) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("page", GOLDEN_PAGES)
def test_pages_are_drawn_as_they_were_when_looked_at(
    page: int, data: bytes, render_pdf: Callable[[bytes], bytes], image_regression: Any
) -> None:
    drawn = pypdfium2.PdfDocument(render_pdf(data))[page].render(scale=1).to_pil().convert("RGB")
    stream = io.BytesIO()
    drawn.save(stream, "PNG")
    image_regression.check(stream.getvalue(), diff_threshold=2)
