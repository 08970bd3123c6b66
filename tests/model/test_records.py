from __future__ import annotations

import pytest
from pydantic import ValidationError

from docgen.errors import DocgenError
from docgen.model import Figure, Indicator, IndicatorPage, Point, Precedent, Register, Source


def test_a_record_is_frozen_and_closed() -> None:
    source = Source(id="npa", text="警察庁")
    with pytest.raises(ValidationError):
        source.text = "他"  # type: ignore[misc]
    with pytest.raises(DocgenError, match="Source 'npa', field page: unknown key 'page'"):
        Source(id="npa", text="警察庁", page=3)  # type: ignore[call-arg]


def test_records_are_equal_where_their_fields_are() -> None:
    assert Source(id="npa", text="警察庁") == Source(id="npa", text="警察庁")
    assert Source(id="npa", text="警察庁") != Source(id="npa", text="国土交通省")


def test_a_number_where_text_is_wanted_is_its_text() -> None:
    assert Figure.model_validate({"id": "f", "title": 2022}).title == "2022"


@pytest.mark.parametrize("identifier", ["", "-a", "日本", "a b", "a:b"])
def test_an_id_is_of_ascii_letters_digits_and_a_few_signs(identifier: str) -> None:
    with pytest.raises(DocgenError, match=r"Source .*, field id: "):
        Source(id=identifier, text="x")


def test_a_register_finds_by_id_in_order_and_refuses_a_second_one() -> None:
    one = Indicator(id="I-2", name="二", category="headline", pages=(IndicatorPage(id="a"),))
    other = Indicator(id="I-1", name="一", category="headline", pages=())
    register = Register((one, other))
    assert list(register) == ["I-2", "I-1"]
    assert register["I-1"] is other
    with pytest.raises(ValueError, match="duplicate id 'I-2'"):
        Register((one, one))


def test_a_plain_string_is_a_point() -> None:
    study = Precedent.model_validate({"id": "s", "number": 1, "title": "t", "outline": ["a"]})
    assert study.outline == (Point(text="a"),)
