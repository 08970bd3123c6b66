"""Fitting: the most generous step that holds a block, else the fewest pages, else an error."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from support.packs import small_pack

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.compose.fit import Fitted, TooTall, draw, fit
from docgen.layout.pack import FitStep
from docgen.layout.style import Style, style_ladder
from docgen.placed import Box, ShapeMark, TextMark

PACK = small_pack(fit=(FitStep(size=2), FitStep(), FitStep(size=-1)))
LADDER = style_ladder(PACK)
BOX = Box(40, 70, 880, 420)
# How high a row is at each step of the ladder.
ROWS = (130, 110, 100)


@dataclass(frozen=True)
class Rows(Block):
    """A block of rows, each as high as body text at the style's step times ten; ``whole`` never splits."""

    count: int
    whole: bool = False
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        row = style.text("body").size * 10
        height = self.count * row
        return Laid(
            height,
            lambda box: (ShapeMark("rows", Box(box.x, box.y, box.width, height)),),
            lambda room, fairly=False: self.parted(int(room // row)),
        )

    def parted(self, fitting: int) -> Parts | None:
        if self.whole or not 0 < fitting < self.count:
            return None
        return replace(self, count=fitting), replace(self, count=self.count - fitting)


def fitted(block: Block, box: Box = BOX) -> Fitted:
    return fit(block, box, LADDER, Memory())


def test_the_sizes_of_the_ladder_are_those_of_the_role_with_its_floor_and_ceiling() -> None:
    assert [style.text("body").size for style in LADDER] == [13, 11, 10]


@pytest.mark.parametrize(("count", "step"), [(3, 0), (4, 2)])
def test_a_block_that_fits_has_the_most_generous_step_that_holds_it(count: int, step: int) -> None:
    found = fitted(Rows(count))
    assert ([part.height for part in found.parts], found.style) == ([count * ROWS[step]], LADDER[step])


def test_a_block_that_fills_the_room_to_the_point_fits() -> None:
    assert len(fitted(Rows(4), replace(BOX, height=400)).parts) == 1
    assert len(fitted(Rows(4), replace(BOX, height=399)).parts) == 2


def test_what_needs_two_pages_anyway_is_set_at_the_largest_step_that_needs_no_more() -> None:
    found = fitted(Rows(6))
    assert (sum(part.height for part in found.parts), len(found.parts)) == (6 * ROWS[0], 2)
    assert found.style is LADDER[0]
    assert fitted(Rows(7)).style is LADDER[2]


def test_a_block_that_cannot_be_parted_is_too_tall_and_says_its_least_height() -> None:
    with pytest.raises(TooTall) as error:
        fitted(Rows(5, whole=True))
    assert error.value.need == 500


def test_pages_of_one_block_say_that_they_continue_and_are_continued() -> None:
    pages = draw(fitted(Rows(10)), BOX, "page/body")
    ids = [[mark.id for mark in page] for page in pages]
    assert ids == [
        ["rows", "page/body/continues"],
        ["page/body/continued", "rows", "page/body/continues"],
        ["page/body/continued", "rows"],
    ]


def test_the_marks_of_continuation_take_room_of_their_own_inside_the_slot() -> None:
    for page in draw(fitted(Rows(10)), BOX, "page/body"):
        boxes = [mark.box for mark in page if isinstance(mark, (ShapeMark, TextMark))]
        assert all(BOX.contains(box) for box in boxes)
        assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_a_block_on_one_page_has_no_mark_of_continuation() -> None:
    assert [[mark.id for mark in page] for page in draw(fitted(Rows(2)), BOX, "page/body")] == [["rows"]]


def test_a_split_that_gives_nothing_away_is_an_error_not_an_endless_run_of_pages() -> None:
    @dataclass(frozen=True)
    class Stubborn(Rows):
        def parted(self, fitting: int) -> Parts:
            return Rows(1), self

    with pytest.raises(TooTall):
        fitted(Stubborn(9))


def test_what_goes_on_over_several_pages_is_spread_evenly_over_them() -> None:
    assert [part.height for part in fitted(Rows(10)).parts] == [400, 300, 300]
    assert [part.height for part in fitted(Rows(5)).parts] == [390, 260]
