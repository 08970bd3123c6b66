"""The frame of the shipped packs: room to the paper's edge, two sizes of titles, gaps in one rhythm."""

from __future__ import annotations

import pytest

from docgen.layout.load import load_pack
from docgen.layout.style import style_ladder
from docgen.placed import Box

SHIPPED = ("cabinet_office", "mext", "maff", "digital")
EDGE, RHYTHM = 18.0, 6.0


@pytest.mark.parametrize("name", SHIPPED)
def test_no_placeholder_or_slot_comes_nearer_than_18_points_to_the_papers_edge(name: str) -> None:
    pack = load_pack(name)
    inside = Box(EDGE, EDGE, pack.page.width - 2 * EDGE, pack.page.height - 2 * EDGE)
    near = [
        (layout, key)
        for layout, each in pack.slide_layouts.items()
        for key, box in (
            *((key, spec.box) for key, spec in each.placeholders.items()),
            *each.slots.items(),
        )
        if not inside.contains(Box(*box))
    ]
    assert near == []


@pytest.mark.parametrize("name", SHIPPED)
def test_titles_of_content_pages_have_a_size_for_one_line_and_one_for_two_and_room_for_both(name: str) -> None:
    pack = load_pack(name)
    for layout in ("content", "content_untagged"):
        title = pack.slide_layouts[layout].placeholders["title"]
        role = pack.roles[title.role]
        assert role.two_lines is not None
        assert role.floor < role.two_lines < role.size
        assert 2 * role.two_lines * role.pitch <= title.box[3]


@pytest.mark.parametrize("name", SHIPPED)
def test_gaps_between_blocks_are_multiples_of_six_points_at_every_step(name: str) -> None:
    gaps = {style.gap for style in style_ladder(load_pack(name))}
    assert {gap % RHYTHM for gap in gaps} == {0}
    assert max(gaps) == 2 * load_pack(name).gap
