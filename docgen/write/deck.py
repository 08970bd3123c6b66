"""The whole deck: from a placed deck to the bytes of a .pptx. Read this first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.fingerprint.values import Fingerprint
from docgen.placed import DeckProperties, DeckSection, DeckSummary, Design, PlacedDeck, PlacedPart
from docgen.value import value
from docgen.write.document.parts import ROOTS
from docgen.write.package.package import Package, package_of
from docgen.write.package.packed import PackedPart, package_pieces, packed_part
from docgen.write.package.part import NewPart
from docgen.write.writer import DeckWriter


def write(placed: PlacedDeck) -> bytes:
    """The bytes of the .pptx: the same deck gives the same bytes, whatever the clock, zone or hash seed.

    Raises DocgenError for a slide, mark, layout, placeholder, colour or link that does not exist or exists
    twice, and for a table or connector that PowerPoint cannot hold.
    """
    writer = file_writer(placed.design)
    for slide in placed.slides:
        writer.take(slide)
    for slide in placed.slides:
        writer.spell(slide)
    return b"".join(file_pieces(writer.finished(*_about(placed), placed.manifest)))


def _about(placed: PlacedDeck) -> tuple[Sequence[DeckSection], DeckProperties, DeckSummary, PlacedPart | None]:
    return placed.sections, placed.properties, placed.summary, placed.part


def file_writer(design: Design) -> DeckWriter[PackedPart]:
    """What writes a deck slide by slide into parts of a file."""
    return DeckWriter(design, packed_part)


def file_pieces(parts: Sequence[PackedPart]) -> Iterator[bytes]:
    """The bytes of the .pptx, piece by piece, of the parts of a finished deck."""
    return package_pieces(parts, ROOTS)


@value(frozen=True, slots=True)
class SpelledDeck:
    """A deck as a package of parts, and the fingerprint that one of them carries."""

    package: Package
    fingerprint: Fingerprint


def spelled(placed: PlacedDeck) -> SpelledDeck:
    """The deck spelled out as the parts of a .pptx, to be changed before it is written. Raises as :func:`write` does."""
    writer = DeckWriter(placed.design, _as_it_is)
    for slide in placed.slides:
        writer.take(slide)
    slides = tuple([writer.spell(slide) for slide in placed.slides])
    parts = writer.finished(*_about(placed), placed.manifest)
    return SpelledDeck(package_of(parts, ROOTS), writer.told(*_about(placed))._replace(slides=slides))


def _as_it_is(part: NewPart) -> NewPart:
    return part
