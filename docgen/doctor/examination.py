"""All that docgen needs or can use on a machine, looked for in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.doctor.libraries import library_provisions
from docgen.doctor.provision import Provision
from docgen.doctor.surroundings import console, python, spoken_language, temporary_folder


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How docgen was called: the packs whose fonts are wanted (none for those that it ships), what it prints in."""

    packs: Sequence[str]
    encoding: str
    is_language_stated: bool


def examine(called: Circumstances) -> Iterator[Provision]:
    """Everything that is looked for: what building needs first, then what only some commands do.

    Raises DocgenError for a pack that there is not.
    """
    yield python()
    libraries = tuple(library_provisions())
    yield from (provision for provision in libraries if provision.needed)
    # To look further takes the libraries.
    if all(provision.there for provision in libraries if provision.needed):
        yield from _with_libraries(called.packs)
    yield temporary_folder()
    yield console(called.encoding)
    yield spoken_language(called.is_language_stated)
    yield from (provision for provision in libraries if not provision.needed)


def _with_libraries(names: Sequence[str]) -> Iterator[Provision]:
    from docgen.doctor.fonts import font_provisions
    from docgen.doctor.programs import libreoffice, validator
    from docgen.layout.load import load_pack, pack_names

    yield from font_provisions([load_pack(name) for name in names or pack_names()])
    yield libreoffice()
    yield validator()
