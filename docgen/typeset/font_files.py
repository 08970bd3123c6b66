"""The font files of a machine: where its system keeps them, which families they hold, and the bold one of a family."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_FILES = (".ttf", ".otf", ".ttc", ".otc")
# Numbers of the records of a font's name table that hold the name of its family.
_FAMILY_NAMES = (1, 16)
# The bit of a font's style that says it is bold.
_BOLD = 1 << 5


class Faces(NamedTuple):
    """The files of a family: its regular face, and its bold one where there is one."""

    regular: Path
    bold: Path | None


@cache
def installed_faces() -> Mapping[str, Faces]:
    """The families of this machine by name, with their files. They are read once in a process."""
    files: dict[str, list[Path]] = {}
    for file in font_files(os.environ, sys.platform):
        for family in family_names(file):
            files.setdefault(family, []).append(file)
    return {family: _faces(own) for family, own in files.items()}


def _faces(files: list[Path]) -> Faces:
    bold = [file for file in files if is_bold(file)]
    regular = [file for file in files if file not in bold]
    return Faces((regular or bold)[0], bold[0] if bold else None)


def is_bold(file: Path) -> bool:
    """Whether a font file that has names holds a bold face (of a collection: its first)."""
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True, fontNumber=0) as font:
        return is_bold_face(font)


def is_bold_face(font: Mapping[str, Any]) -> bool:
    """Whether an opened font is a bold face."""
    return bool("OS/2" in font and font["OS/2"].fsSelection & _BOLD)


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
                return frozenset(name for font in collection for name in names_of(font))
        with TTFont(file, lazy=True) as font:
            return frozenset(names_of(font))
    # What fontTools raises on files that are cut short or garbled.
    except (OSError, TTLibError, LookupError, AttributeError, ValueError, TypeError, AssertionError, struct.error):
        return frozenset()


def names_of(font: Mapping[str, Any]) -> Iterator[str]:
    """The names of the family of an opened font, in all its languages."""
    for record in font["name"].names:
        if record.nameID in _FAMILY_NAMES:
            yield record.toUnicode(errors="replace")
