"""Text behind a right tab stop ends at the stop, so that aligned figures need no room beyond it."""

from __future__ import annotations

import pytest
from support.texts import MEASURE

from docgen.placed import Paragraph, Run, TabAlign


def _figures(align: TabAlign) -> Paragraph:
    return Paragraph((Run("\t54.4\t109.5\t140.9", 8),), 10, tabs=(50.0, 100.0, 150.0), tab_align=align)


def test_figures_at_right_stops_fit_a_box_that_ends_at_the_last_stop() -> None:
    assert MEASURE.line_count(_figures("right"), 151) == 1


def test_figures_at_left_stops_need_their_width_beyond_the_last_stop() -> None:
    assert MEASURE.line_count(_figures("left"), 151) == 2


def test_the_width_of_a_right_aligned_line_is_its_last_stop() -> None:
    assert MEASURE.natural_width(_figures("right")) == pytest.approx(150, abs=0.2)


def test_a_text_wider_than_its_stop_begins_where_the_text_before_it_ends() -> None:
    long = Paragraph((Run("国家戦略研究\t12345678", 10),), 12, tabs=(65.0,), tab_align="right")
    plain = Paragraph((Run("国家戦略研究12345678", 10),), 12)
    assert MEASURE.natural_width(long) == pytest.approx(MEASURE.natural_width(plain), abs=3)
