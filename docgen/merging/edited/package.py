"""The package of a deck that somebody edited: its parts in memory, with their types and relationships."""

from __future__ import annotations

import zipfile

from docgen.outside.package import read_package
from docgen.write.package.package import Package


def package_in(archive: zipfile.ZipFile, where: str) -> Package:
    """The package of an opened .pptx. Raises DocgenError, at ``where``, for one that is damaged."""
    package = read_package(archive, where)
    references = {part: dict(related) for part, related in package.references.items()}
    return Package(dict(package.parts), dict(package.types), references)
