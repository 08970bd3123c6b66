"""The fonts that layout packs set, and which of them are installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from docgen.doctor.provision import Provision
from docgen.doctor.supplies import font_supply
from docgen.layout.pack import LayoutPack
from docgen.messages import message
from docgen.typeset.font_files import font_files, installed_among
from docgen.typeset.fonts import is_known


def font_provisions(packs: Iterable[LayoutPack]) -> Iterator[Provision]:
    """A provision for each font that the packs set, in the order in which they set them."""
    families: dict[str, list[LayoutPack]] = {}
    for pack in packs:
        for name in dict.fromkeys(face.name for face in pack.fonts.values()):
            families.setdefault(name, []).append(pack)
    installed = installed_among(frozenset(families), font_files(os.environ, sys.platform))
    for name, setting in families.items():
        files = {face.file for pack in setting for face in pack.fonts.values() if face.name == name}
        measured = is_known(name) or None not in files
        names = tuple(pack.name for pack in setting)
        yield Provision(
            "font",
            name,
            name in installed,
            str(installed[name]) if name in installed else message("doctor-font-missing"),
            message("doctor-purpose-font", packs=names)
            if measured
            else message("doctor-purpose-font-unmeasured", packs=names),
            font_supply(name),
        )
