"""From ready pages to a deck's file, page by page: what is made of a page is packed, and nothing else of it stays.

A slide that names pages that are still to come, such as the contents, waits for them; all others are written at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from docgen.compose.numbering import PageCount
from docgen.compose.pages import Composer, deck_properties
from docgen.layout.design import design
from docgen.layout.pack import LayoutPack
from docgen.ready import ReadyCompendium, ReadyPage
from docgen.slides.pack_module import builders_of, in_pack_code
from docgen.value import value
from docgen.write.deck import file_pieces, file_writer
from docgen.write.package.packed import PackedPart


@value(frozen=True, slots=True)
class DeckFile:
    """A deck as its file will hold it: its parts, packed, how many slides it has, and how many gaps were left out."""

    parts: tuple[PackedPart, ...]
    slides: int
    left_out: int = 0

    def pieces(self) -> Iterator[bytes]:
        """The bytes of the .pptx, piece by piece; the same deck gives the same bytes."""
        return file_pieces(self.parts)


def deck_file(pages: Iterable[ReadyPage], ready: Callable[[], ReadyCompendium], pack: LayoutPack) -> DeckFile:
    """The file of a deck of ``pages``, each of which is asked for when those before it are written.

    ``ready`` tells what the deck is beside its pages, and is asked when all of them are there; ``pack`` is the layout
    pack with the deck's own words. Raises DocgenErrors and DoesNotFit as composing and writing do.
    """
    builders = builders_of(pack)
    # Families are among the pages of a deck plan, which are all known; those that a script makes come one by one.
    known = pages if isinstance(pages, Sequence) else ()
    return in_pack_code(pack, lambda: _written(pages, ready, Composer.of(pack, builders, known)))


def _written(pages: Iterable[ReadyPage], ready: Callable[[], ReadyCompendium], composer: Composer) -> DeckFile:
    writer, count = file_writer(design(composer.pack)), PageCount()
    for page in pages:
        for slide in composer.slides(page):
            writer.take(slide)
            for numbered in count.add(slide):
                writer.spell(numbered)
    for numbered in count.rest():
        writer.spell(numbered)
    whole = ready()
    sections, summary = composer.sections(whole.sections), composer.summary.finished(whole)
    parts = writer.finished(sections, deck_properties(whole), summary)
    return DeckFile(tuple(parts), count.slides, whole.left_out)
