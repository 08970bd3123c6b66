"""The whole deck: from a placed deck to the bytes of a .pptx. Read this first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docgen.fingerprint.values import Fingerprint
from docgen.placed import DeckProperties, DeckSection, DeckSummary, Design, PlacedDeck, PlacedPart
from docgen.value import value
from docgen.write.document.parts import ROOTS
from docgen.write.media import Kept
from docgen.write.package.package import Package, package_of
from docgen.write.package.packed import PackedPart, package_pieces, packed_part
from docgen.write.package.part import NewPart
from docgen.write.package.soundness import must_be_sound, must_be_whole
from docgen.write.writer import DeckWriter


def write(placed: PlacedDeck) -> bytes:
    """The bytes of the .pptx: the same deck gives the same bytes, whatever the clock, zone or hash seed.

    Raises DocgenError for a slide, mark, layout, placeholder, colour or link that does not exist or exists
    twice, and for a table or connector that PowerPoint cannot hold.
    """
    return b"".join(file_pieces(_finished(placed, packed_part)))


def parts_of(placed: PlacedDeck) -> Sequence[NewPart]:
    """The parts of the .pptx, sound and whole but not packed: for who only reads them. Raises as :func:`write` does."""
    parts = _finished(placed, _sound)
    must_be_whole([(part.name, part.relationships) for part in parts], ROOTS)
    return parts


def _finished(placed: PlacedDeck, keep: Callable[[NewPart], Kept]) -> Sequence[Kept]:
    """All parts of a deck, of each what ``keep`` makes of it."""
    writer = DeckWriter(placed.design, keep)
    for slide in placed.slides:
        writer.take(slide)
    for slide in placed.slides:
        writer.spell(slide)
    return writer.finished(*_about(placed), placed.manifest)


def _sound(part: NewPart) -> NewPart:
    must_be_sound(part)
    return part


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
