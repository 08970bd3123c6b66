from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from docgen.write.xml import escape

_ANY_TEXT = st.text(st.characters(exclude_categories=()))


def allowed(character: str) -> bool:
    """Whether XML 1.0 can hold the character and a slide can show it."""
    code = ord(character)
    if code in (0x7F, 0xFFFE, 0xFFFF):
        return False
    return code in (0x9, 0xA) or 0x20 <= code <= 0xD7FF or code >= 0xE000


@given(_ANY_TEXT)
def test_any_text_comes_back_from_an_element_without_the_characters_that_xml_forbids(value: str) -> None:
    parsed = ET.fromstring(f"<t>{escape.text(value)}</t>").text or ""

    assert parsed == "".join(filter(allowed, value))


@given(_ANY_TEXT)
def test_any_text_comes_back_from_an_attribute_with_its_tabs_and_line_feeds(value: str) -> None:
    parsed = ET.fromstring(f'<t v="{escape.attribute(value)}"/>').attrib["v"]

    assert parsed == "".join(filter(allowed, value))


def test_plain_text_is_left_as_it_is() -> None:
    assert escape.text("施策 \"引用\" '一'") == "施策 \"引用\" '一'"
