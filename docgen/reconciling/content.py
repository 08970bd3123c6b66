"""A content judged by all rules: what its pages say, by its data and by each other, with the places in its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach, Spot
from docgen.model import Compendium
from docgen.opened.opened_deck import OpenedSlide
from docgen.reconciling.bound import Bound, bound
from docgen.reconciling.computed_series import computed_series
from docgen.reconciling.evidence import content_evidence
from docgen.reconciling.fields import SaidField
from docgen.reconciling.pairs import shape_of
from docgen.reconciling.repeated_series import repeated_series
from docgen.reconciling.source import Source
from docgen.sentences.claim import Claim
from docgen.truth.coverage import Coverage, coverage
from docgen.truth.judged import Judged, contradictions
from docgen.value import value

DATA_RULES: tuple[Callable[[Compendium], Iterable[Breach]], ...] = (repeated_series, computed_series)
"""The rules on the numbers of data files."""

_NOTES = "notes"


@value(frozen=True, slots=True)
class Printed:
    """A text as printed, and the field that it was printed from; None for one that docgen made of the data."""

    statement: Statement
    said: SaidField | None


def content_judged(source: Source) -> Judged:
    """What the pages of a content say that cannot be true, and how many of their numbers were judged.

    A number that a template took from the data, or that docgen printed of it, is borne out by that; one that was typed by
    what the data has.
    """
    printed = tuple(text for slide in source.printed.slides for text in _texts(slide, source))
    texts = tuple(text.statement for text in printed)
    evidence = content_evidence(source, texts)
    fields = {text.statement.text: text.said for text in printed}
    found = contradictions(texts, evidence)
    breaches = (breach for breach in found if breach.spot is None or not _is_taken(breach.spot, fields))
    of_data = (breach for rule in DATA_RULES for breach in rule(source.compendium))
    return Judged(tuple(dict.fromkeys((*breaches, *of_data))), _covered(printed, evidence))


def _is_taken(spot: Spot, fields: Mapping[str, SaidField | None]) -> bool:
    """Whether the words of a breach are what a template took from the data: these are what their cell has."""
    said = fields.get(spot.text)
    return said is not None and any(
        part.start <= spot.start and spot.end <= part.end for part in _taken(spot.text, said)
    )


def _texts(slide: OpenedSlide, source: Source) -> Iterator[Printed]:
    """The texts of a slide and the sentences of its tables; speaker notes, which list the data, are left out."""
    path = source.path(slide.number)
    page = source.pages.get(slide.number)
    on = page.id if page is not None else ""
    for text in (*slide.texts, *slide.sentences_of_cells):
        if shape_of(text.where) != _NOTES:
            said = source.fields.of(text.text, path)
            where = said.where if said is not None else source.where_of_page(slide.number)
            yield Printed(Statement(text.text, slide.title, where, on), said)


def _covered(printed: Sequence[Printed], evidence: Evidence) -> Coverage:
    fields = {text.statement: text.said for text in printed}

    def origin(statement: Statement, claim: Claim) -> Bearer | None:
        return _origin(statement.text, claim, fields[statement])

    return coverage([text.statement for text in printed], evidence, origin)


def _origin(text: str, claim: Claim, said: SaidField | None) -> Bearer | None:
    """What docgen printed a number from: the data, or what a template took of it; None for one that was typed."""
    low, high = claim.low or Decimal(0), claim.high or Decimal(0)
    if said is None or not _is_within(text, claim, said):
        return Bearer("cell", ("docgen",), low, high)
    for part in _taken(text, said):
        if part.start < claim.end and claim.start < part.end:
            return Bearer("computed" if part.computed else "cell", (str(said.where),), low, high)
    return None


def _is_within(text: str, claim: Claim, said: SaidField) -> bool:
    """Whether a number stands in the part of a text that a field printed."""
    at = text.find(said.text)
    return at < 0 or (at < claim.end and claim.start < at + len(said.text))


def _taken(text: str, said: SaidField) -> Iterator[Bound]:
    """What a field's template took from the data, as characters of the text that it stands in."""
    at = max(0, text.find(said.text))
    for part in bound(said.template, said.text if said.text in text else text):
        yield Bound(part.start + at, part.end + at, part.computed)
