"""The package of a deck that somebody edited: its parts in memory, with their types and relationships."""

from __future__ import annotations

import zipfile

from docgen.errors import DocgenError
from docgen.merging.edited.usable import must_be_usable
from docgen.messages import message
from docgen.outside.bounds import DECK_SLIDES
from docgen.outside.left_behind import LeftBehind, without_dangers
from docgen.outside.package import read_package
from docgen.write.package.package import Package


def package_in(
    archive: zipfile.ZipFile, where: str, *, taken_over: bool = True
) -> tuple[Package, tuple[LeftBehind, ...]]:
    """The package of an opened .pptx, and what was left behind of it.

    Raises DocgenError, at ``where``, for one that is damaged, has more slides than the bounds allow, or a part of another
    kind than it says; and, where it is to be ``taken_over`` into a deck, for one that PowerPoint would repair.
    """
    slides = sum(name.startswith("ppt/slides/") and name.endswith(".xml") for name in archive.namelist())
    if slides > DECK_SLIDES:
        raise DocgenError("zip-too-large", where=where, what=message("zip-slides", count=slides, most=DECK_SLIDES))
    package, left = without_dangers(read_package(archive, where), where)
    references = {part: dict(related) for part, related in package.references.items()}
    made = Package(dict(package.parts), dict(package.types), references, where=where)
    must_be_usable(made, where, taken_over=taken_over)
    return made, left
