"""A deck written page by page is that which is composed as a whole, and keeps nothing of the pages that are written."""

from __future__ import annotations

import io
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.compose.numbering import PageCount, number_pages
from docgen.pipeline import build_file
from docgen.placed import Box, Paragraph, PlacedSlide, Run, TextBody, TextMark


def figures(count: int) -> Iterator[docgen.Figure]:
    for number in range(count):
        yield docgen.Figure(id=f"figure-{number}", title=f"第{number}図", data={"年": ["2021年", "2022年"], "値": [number, 4]})


def saved(deck: docgen.Deck) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def test_records_of_a_list_and_of_an_iterator_make_the_deck_that_they_make_one_by_one() -> None:
    one_by_one = docgen.Deck()
    for figure in figures(4):
        one_by_one.add(figure)
    whole = one_by_one.build().to_bytes()
    assert saved(one_by_one) == whole
    assert saved(docgen.Deck().add(list(figures(4)))) == whole
    assert saved(docgen.Deck().add(figures(4))) == whole
    assert docgen.Deck().add(figures(4)).build().to_bytes() == whole


def test_an_iterator_is_asked_for_a_record_when_those_before_it_are_gone() -> None:
    made: list[weakref.ref[docgen.Figure]] = []
    alive: list[int] = []

    def watched() -> Iterator[docgen.Figure]:
        for figure in figures(6):
            alive.append(sum(reference() is not None for reference in made))
            made.append(weakref.ref(figure))
            yield figure

    deck = docgen.Deck().add(watched())
    assert len(made) == 1
    saved(deck)
    assert len(made) == 6
    assert max(alive) <= 2


def test_a_deck_of_an_iterator_is_saved_once_and_one_that_is_built_as_often_as_one_likes() -> None:
    deck = docgen.Deck().add(figures(2))
    saved(deck)
    with pytest.raises(docgen.DocgenError) as caught:
        saved(deck)
    assert caught.value.code == "records-used-up"
    built = docgen.Deck().add(figures(2))
    built.build()
    assert saved(built) == saved(built)


def test_a_record_that_an_iterator_gives_twice_is_an_error() -> None:
    deck = docgen.Deck().add(next(figures(1))).add(figures(1))
    with pytest.raises(docgen.DocgenError) as caught:
        saved(deck)
    assert caught.value.code == "record-in-deck-already"


def test_an_iterator_without_records_makes_no_deck() -> None:
    with pytest.raises(docgen.DocgenError) as caught:
        saved(docgen.Deck().add(figures(0)))
    assert caught.value.code == "deck-without-slides"


def test_a_compendium_with_contents_is_the_same_page_by_page(tmp_path: Path) -> None:
    compendium = docgen.load(make_folder(tmp_path / "content"))
    file = build_file(compendium)
    built = docgen.build(compendium)
    assert b"".join(file.pieces()) == built.to_bytes()
    assert file.slides == len(built.placed.slides)


def slide(name: str, *links: str) -> PlacedSlide:
    runs = tuple(Run("頁", 9, link=link, page_of=None if ":" in link else link) for link in links)
    return PlacedSlide(name, "k", "l", name, (TextMark("t", Box(0, 0, 9, 9), TextBody((Paragraph(runs, 12),))),))


def test_a_slide_waits_until_all_that_it_names_are_counted() -> None:
    slides = [slide("a", "c", "d"), slide("b", "a"), slide("c", "gone"), slide("d", "https://example.jp/")]
    count = PageCount()
    given = [[ready.id for ready in count.add(one)] for one in slides]
    assert given == [[], ["b"], [], ["d", "a"]]
    assert [ready.id for ready in count.rest()] == ["c"]


def test_slides_that_waited_have_the_numbers_of_a_whole_deck() -> None:
    slides = [slide("a", "c"), slide("b", "gone"), slide("c", "a", "b")]
    count = PageCount()
    numbered = [ready for one in slides for ready in count.add(one)]
    numbered += count.rest()
    assert sorted(numbered, key=lambda one: one.id) == list(number_pages(slides))
