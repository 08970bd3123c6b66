"""Which slide of a deck is which printed one, and which of its texts are which of that slide's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.bearing.evidence import Statement
from docgen.errors import SlidePosition
from docgen.opened.opened_deck import OpenedDeck, OpenedSlide
from docgen.reconciling.wording import likeness, wording

_ALIKE = 0.5
"""From this likeness on two texts of one slide are the same text."""

TextPair = tuple[Statement, Statement]


def slide_pairs(deck: OpenedDeck, printed: OpenedDeck) -> Iterator[tuple[OpenedSlide, OpenedSlide]]:
    """The slides of a deck that docgen built, each with the printed one: by name, else by title and shapes.

    Of a slide that was doubled, each is paired.
    """
    by_name = {slide.name: slide for slide in printed.slides if slide.name}
    homes = _homes(printed)
    for slide in deck.slides:
        match = by_name.get(slide.name) or _by_shapes(slide, homes)
        if match is not None:
            yield slide, match


def _homes(printed: OpenedDeck) -> Mapping[tuple[str, str], Sequence[OpenedSlide]]:
    """The printed slides by each of their shapes and titles; a program may drop the names of slides."""
    homes: dict[tuple[str, str], list[OpenedSlide]] = {}
    for slide in printed.slides:
        for key in _keys(slide):
            homes.setdefault(key, []).append(slide)
    return homes


def _by_shapes(slide: OpenedSlide, homes: Mapping[tuple[str, str], Sequence[OpenedSlide]]) -> OpenedSlide | None:
    scores: dict[int, float] = {}
    found: dict[int, OpenedSlide] = {}
    for key in _keys(slide):
        for other in homes.get(key, ()):
            found[other.number] = other
            scores[other.number] = scores.get(other.number, 0) + 1 / len(homes[key])
    best = max(scores, key=lambda number: scores[number], default=None)
    # A title alone that is somewhere else too tells nothing.
    return found[best] if best is not None and scores[best] >= 1 else None


def _keys(slide: OpenedSlide) -> set[tuple[str, str]]:
    places: list[object] = [text.where for text in slide.texts]
    places += [grid.where for grid in slide.grids]
    places += [chart.where for chart in slide.charts]
    # Names such as "TextBox 3" are of any deck; those of docgen have the page's id in them.
    shapes = {("shape", shape_of(place)) for place in places if "/" in shape_of(place)}
    return shapes | ({("title", slide.title)} if slide.title else set())


def shape_of(where: object) -> str:
    """The name of the shape that a text stands in; "" for a place that is none on a slide."""
    return where.shape if isinstance(where, SlidePosition) else ""


def text_pairs(texts: Sequence[Statement], printed: Sequence[Statement]) -> Iterator[TextPair]:
    """The texts of a slide, each with the printed one that it is: in the same shape first, then in any."""
    pairs, (mine, yours) = _within_shapes(texts, printed)
    yield from pairs
    yield from _alike(mine, yours)


def _within_shapes(
    texts: Sequence[Statement], printed: Sequence[Statement]
) -> tuple[list[TextPair], tuple[list[Statement], list[Statement]]]:
    own, its = _by_shape(texts), _by_shape(printed)
    pairs: list[TextPair] = []
    mine: list[Statement] = []
    for shape, lines in own.items():
        others = its.get(shape, [])
        if [line.text for line in lines] == [line.text for line in others]:
            its.pop(shape)
        elif len(lines) == len(others):
            found = list(zip(lines, others, strict=True))
            pairs += [pair for pair in found if _is_alike(*pair)]
            mine += [line for line, other in found if not _is_alike(line, other)]
            its[shape] = [other for line, other in found if not _is_alike(line, other)]
        else:
            mine += lines
    return pairs, (mine, [line for lines in its.values() for line in lines])


def _by_shape(texts: Iterable[Statement]) -> dict[str, list[Statement]]:
    shapes: dict[str, list[Statement]] = {}
    for text in texts:
        shapes.setdefault(shape_of(text.where), []).append(text)
    return shapes


def _is_alike(first: Statement, second: Statement) -> bool:
    return first.text == second.text or likeness(wording(first.text), wording(second.text)) >= _ALIKE


def _alike(texts: Sequence[Statement], printed: Sequence[Statement]) -> Iterator[TextPair]:
    """Pairs of the most alike; those that are the same first."""
    same = {other.text: other for other in printed}
    left = [text for text in texts if text.text not in same]
    free = [other for other in printed if other.text not in {text.text for text in texts}]
    scores = [
        (likeness(wording(text.text), wording(other.text)), -at, -there)
        for at, text in enumerate(left)
        for there, other in enumerate(free)
    ]
    taken: set[tuple[str, int]] = set()
    for score, at, there in sorted(scores, reverse=True):
        if score >= _ALIKE and not {("text", at), ("other", there)} & taken:
            taken |= {("text", at), ("other", there)}
            yield left[-at], free[-there]
