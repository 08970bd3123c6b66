"""Widths of a text at any size from its profile, against the same text measured character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.placed import Paragraph, Run
from docgen.typeset import Fonts, load_metrics
from docgen.typeset.measure import minimum_width, natural_widths
from docgen.typeset.profile import text_profile
from docgen.typeset.setting import DOTS, dots, gap_after

FONT = load_metrics("BIZ UDPGothic")
PIECES = st.lists(
    st.tuples(st.text("国語あいう、。「」（）ーァAbW1,2 /-.…%\u0301\n", max_size=20), st.booleans()), max_size=3
)


@given(PIECES, st.floats(1, 40))
def test_a_profile_gives_at_any_size_what_the_set_text_measures(
    pieces: list[tuple[str, bool]], size: float
) -> None:
    profile = text_profile(tuple(pieces), FONT)
    set_text = Paragraph(tuple(Run(text, size, bold) for text, bold in pieces), 14)
    fonts, em = Fonts(FONT, FONT), dots(size)
    widths, unit = profile.at(em, gap_after(em, "cell"))
    assert [width / DOTS for width in widths] == pytest.approx(natural_widths(set_text, fonts, "cell"))
    assert unit / DOTS == pytest.approx(minimum_width(set_text, fonts, "cell"))


def test_a_profile_counts_what_is_as_wide_as_the_em_once_for_all() -> None:
    (line,) = text_profile((("国土交通省DX", False),), FONT).lines
    assert line.full == 5
    assert sum(count for _, count in line.others) == 2
    assert line.gaps == 1
