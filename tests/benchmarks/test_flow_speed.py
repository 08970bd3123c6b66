"""Laying out and writing a measure chart costs less than python-pptx takes to add the same shapes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt
from support.drawn_marks import drawn_marks

from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn
from docgen.blocks.flow.flow import Flow
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.pack import FitStep
from docgen.layout.style import measure_of, style_at
from docgen.placed import Box, ConnectorMark, Line, Mark, PlacedDeck, PlacedSlide, ShapeMark
from docgen.write import write

pytestmark = pytest.mark.benchmark

PACK = load_pack("cabinet_office")
STYLE = style_at(PACK, measure_of(PACK), FitStep())
CHARTS = 20
ROUNDS = 5
LOOK = BoxLook(border=Line("navy"), fill="pale_fill", mark="●")
TEXT = "国際共同研究を推進するための新たな基金の創設と支援の強化"


def _flow(number: int) -> Flow:
    """6 plan items, 15 measures and 8 budget lines, linked as the compendium's charts are."""
    plans, measures, budgets = (
        tuple(FlowBox(f"{kind}{at}", TEXT, LOOK) for at in range(count))
        for kind, count in (("p", 6), ("m", 15), ("b", 8))
    )
    links = [(f"p{at * 6 // 15}", f"m{at}") for at in range(15)]
    links += [(f"m{at}", f"b{at * 8 // 15}") for at in range(15)]
    return Flow(
        f"chart-{number}", tuple(FlowColumn(boxes) for boxes in (plans, measures, budgets)), tuple(links)
    )


def _marks(number: int) -> tuple[Mark, ...]:
    return drawn_marks(_flow(number), Box(30, 64, 720, 436), STYLE)


def _ours(charts: int) -> None:
    slides = [
        PlacedSlide(f"s{number}", "measure_chart", "content", "題", _marks(number))
        for number in range(charts)
    ]
    write(PlacedDeck(design(PACK), tuple(slides)))


def _plain(drawn: Sequence[tuple[Mark, ...]]) -> Callable[[], None]:
    """The same boxes with their text and the same connectors, glued, through python-pptx."""

    def add() -> None:
        deck = Presentation()
        for marks in drawn:
            slide = deck.slides.add_slide(deck.slide_layouts[6])
            shapes = {}
            for mark in marks:
                if isinstance(mark, ShapeMark):
                    place = [Pt(value) for value in (mark.box.x, mark.box.y, mark.box.width, mark.box.height)]
                    shapes[mark.id] = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
                    shapes[mark.id].text_frame.text = TEXT
                elif isinstance(mark, ConnectorMark):
                    line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 9, 9)
                    line.begin_connect(shapes[mark.start.shape], mark.start.site)
                    line.end_connect(shapes[mark.end.shape], mark.end.site)

    return add


def _least(run: Callable[[], None]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def test_a_chart_costs_less_than_python_pptx_takes_for_its_shapes() -> None:
    drawn = [_marks(number) for number in range(CHARTS)]
    ours = _least(lambda: _ours(CHARTS)) - _least(lambda: _ours(0))
    plain = _least(_plain(drawn))
    assert ours < plain, f"{1000 * ours / CHARTS:.1f} ms a chart, python-pptx {1000 * plain / CHARTS:.1f} ms"
