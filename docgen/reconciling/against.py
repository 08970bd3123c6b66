"""A deck against what the content prints: every number, direction or name that is another one, with both places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.bearing.fact import FactTable
from docgen.breach import Breach, Spot
from docgen.errors import Located, SlidePosition
from docgen.messages import message
from docgen.model.house_term import HouseTerm
from docgen.opened.opened_deck import OpenedDeck, OpenedSlide
from docgen.reconciling.cells import CellDifference, PointDifference, cell_differences, point_differences
from docgen.reconciling.evidence import content_evidence
from docgen.reconciling.pairs import TextPair, slide_pairs, text_pairs
from docgen.reconciling.source import Source
from docgen.reconciling.wording import Difference, differences, wording
from docgen.sentences.claims import claims
from docgen.truth.judged import Judged, judged


def reconciled(
    deck: OpenedDeck, source: Source, terms: tuple[HouseTerm, ...] = (), data: tuple[FactTable, ...] = ()
) -> Judged:
    """A deck against a content, and against itself by all rules; its words by ``terms`` and those of the content.

    Where it has slides that the content does not print, its numbers are judged by the data of the content, too, as by
    ``data``.
    """
    paired = sum(1 for _ in slide_pairs(deck, source.printed))
    if paired < len(deck.slides):
        data = (*content_evidence(source, ()).tables, *data)
    found = tuple(deck_differences(deck, source))
    known = {(breach.where, breach.spot) for breach in found}
    own = judged(deck, (*source.compendium.origin.terms, *terms), data)
    rest = (breach for breach in own.breaches if not any(_same_words(breach, *place) for place in known))
    return Judged(tuple(sorted((*found, *rest), key=_slide)), own.coverage)


def _same_words(breach: Breach, where: Located, spot: Spot | None) -> bool:
    """Whether a breach is about words that are told already."""
    if breach.where != where:
        return False
    if breach.spot is None or spot is None:
        return breach.spot is spot
    overlaps = breach.spot.start < spot.end and spot.start < breach.spot.end
    return breach.spot.text == spot.text and overlaps


def _slide(breach: Breach) -> int:
    return breach.where.slide if isinstance(breach.where, SlidePosition) else 0


def deck_differences(deck: OpenedDeck, source: Source) -> Iterator[Breach]:
    """A number, a period, a direction or a name of a deck that is another one than the content prints in its place."""
    for slide, printed in slide_pairs(deck, source.printed):
        for pair in text_pairs(slide.texts, printed.texts):
            yield from _of_texts(pair, printed.number, source)
        yield from _of_data(slide, printed, source)


def _of_texts(pair: TextPair, slide: int, source: Source) -> Iterator[Breach]:
    text, printed = pair
    if text.text == printed.text:
        return
    for found in differences(wording(text.text), wording(printed.text)):
        yield _breach(found, text.text, text.where, source.where_of_text(slide, printed.text))  # type: ignore[arg-type]


def _of_data(slide: OpenedSlide, printed: OpenedSlide, source: Source) -> Iterator[Breach]:
    for cell in cell_differences(slide, printed):
        yield _breach(cell.found, cell.text, cell.where, _place_of_cell(cell, printed.number, source))
    for point in point_differences(slide, printed):
        yield _of_point(point, printed.number, source)


def _place_of_cell(cell: CellDifference, slide: int, source: Source) -> Located:
    """The data cell that a number of a cell was read from, else the field that the cell was printed from."""
    page = source.where_of_page(slide)
    place = source.where_of_number(slide, _value(cell.found.other), cell.labels)
    return place if place != page else source.where_of_text(slide, cell.printed)


def _value(text: str) -> Decimal | None:
    """The number in a text as it is written, without its unit: 2610 of 2,610人."""
    digits = "".join(character for character in text if character in "0123456789.")
    found = claims(text)
    negative = bool(found) and found[0].high is not None and found[0].high < 0
    try:
        return Decimal(f"-{digits}" if negative else digits)
    except ArithmeticError:
        return None


def _of_point(point: PointDifference, slide: int, source: Source) -> Breach:
    number = None if point.printed is None else Decimal(f"{point.printed:.15g}")
    return Breach(
        "differs-from-content.point",
        point.where,
        label="、".join(filter(None, point.labels)),
        number=_spelled(point.value),
        right=_spelled(point.printed),
        place=str(source.where_of_number(slide, number, point.labels)),
    )


def _spelled(value: float | None) -> str:
    return str(message("no-value")) if value is None else f"{value:,.10g}"


def _breach(found: Difference, text: str, where: Located, place: Located) -> Breach:
    spot, at, whole = Spot(text, found.start, found.end), str(place), " ".join(text.split())
    said, right = found.said, found.other
    match found.kind:
        case "number":
            return Breach(
                "differs-from-content.number", where, spot=spot, number=said, right=right, place=at, sentence=whole
            )
        case "direction":
            return Breach(
                "differs-from-content.direction", where, spot=spot, number=said, right=right, place=at, sentence=whole
            )
        case "name":
            return Breach(
                "differs-from-content.name",
                where,
                level="notice",
                spot=spot,
                number=said,
                right=right,
                place=at,
                sentence=whole,
            )
