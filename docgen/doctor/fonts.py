"""The fonts that layout packs set, and which of them are installed."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docgen.doctor.provision import Provision
from docgen.doctor.supplies import font_supply
from docgen.layout.pack import LayoutPack
from docgen.messages import message
from docgen.typeset.fonts import is_known

_FILES = (".ttf", ".otf", ".ttc", ".otc")
# Numbers of the records of a font's name table that hold the name of its family.
_FAMILY_NAMES = (1, 16)


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


def font_files(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    """The font files of a machine, as its system keeps them, those of its user last."""
    for folder in _folders(environment, platform):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in _FILES:
                yield path


def _folders(environment: Mapping[str, str], platform: str) -> tuple[Path, ...]:
    # Where no home is known, this stays ~, which holds nothing; Path.home would raise.
    home = Path(os.path.expanduser("~"))
    if platform.startswith("win"):
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return (Path(environment.get("SYSTEMROOT") or "C:\\Windows") / "Fonts", local / "Microsoft" / "Windows" / "Fonts")
    if platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    own = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own / "fonts", home / ".fonts")


def installed_among(families: frozenset[str], files: Iterable[Path]) -> Mapping[str, Path]:
    """The first file of each of the ``families`` that is among font files; looks no further than for the last."""
    found: dict[str, Path] = {}
    for file in files:
        if found.keys() == families:
            break
        for name in family_names(file) & families:
            found.setdefault(name, file)
    return found


def family_names(file: Path) -> frozenset[str]:
    """The names of the families of a font file, in all languages; none where it cannot be read."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        if file.suffix.lower() in (".ttc", ".otc"):
            with TTCollection(file, lazy=True) as collection:
                return frozenset(name for font in collection for name in _names(font))
        with TTFont(file, lazy=True) as font:
            return frozenset(_names(font))
    # What fontTools raises on files that are cut short or garbled.
    except (OSError, TTLibError, LookupError, AttributeError, ValueError, TypeError, AssertionError, struct.error):
        return frozenset()


def _names(font: Mapping[str, object]) -> Iterator[str]:
    for record in font["name"].names:  # type: ignore[attr-defined]
        if record.nameID in _FAMILY_NAMES:
            yield record.toUnicode(errors="replace")
