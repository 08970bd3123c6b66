"""Decks of several Pythons are compared byte by byte, and what differs is named."""

from __future__ import annotations

from dataclasses import replace

from identity.pythons import Built, difference

DECK = Built("3.11.7", "1.2.13", "a", {"ppt/slides/slide1.xml": "1", "ppt/slides/slide2.xml": "2"})


def test_equal_bytes_are_no_difference() -> None:
    assert difference(DECK, replace(DECK, python="3.14.1", zlib="1.3.1")) is None


def test_another_packing_is_told_from_another_part() -> None:
    packed = difference(DECK, replace(DECK, whole="b", zlib="1.3.1.zlib-ng"))
    assert packed == "the same parts, packed otherwise (zlib 1.2.13, zlib 1.3.1.zlib-ng)"
    other = replace(DECK, whole="c", parts={**DECK.parts, "ppt/slides/slide2.xml": "3"})
    assert difference(DECK, other) == "1 parts differ: ppt/slides/slide2.xml"
