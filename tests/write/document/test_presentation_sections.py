from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.placed import DeckSection
from docgen.write.document.presentation import complete_sections, sections_xml

SLIDES = ["cover", "a", "b", "c"]


def test_a_slide_of_no_section_joins_the_one_before_it() -> None:
    sections = [DeckSection("一", ("a",)), DeckSection("二", ("c",))]

    assert complete_sections(sections, SLIDES) == [
        ("既定のセクション", ["cover"]),
        ("一", ["a", "b"]),
        ("二", ["c"]),
    ]


def test_a_deck_without_sections_has_no_list_of_them() -> None:
    assert sections_xml([], SLIDES, {}) == ""


@pytest.mark.parametrize(
    ("sections", "what"),
    [
        ([DeckSection("一", ("x",))], "no slide of the deck"),
        ([DeckSection("一", ("a",)), DeckSection("二", ("a",))], "two sections"),
        ([DeckSection("一", ("b",)), DeckSection("二", ("a",))], "after a later section"),
    ],
)
def test_sections_that_powerpoint_cannot_list_are_errors(sections: list[DeckSection], what: str) -> None:
    with pytest.raises(DocgenError, match=what):
        complete_sections(sections, SLIDES)
