"""The fonts of a house's theme, kept: their widths come with docgen, are measured where they are installed, or are safe."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.layout.template.values import TemplateMaster
from docgen.messages import Message, message
from docgen.typeset.font_files import font_files
from docgen.typeset.fonts import WIDTHS_SUFFIX, is_known, is_measured
from docgen.typeset.measured_font import measured_widths
from docgen.value import value

_FALLBACK = "BIZ UDPゴシック"


@value(frozen=True, slots=True)
class HouseFonts:
    """What layout.yaml says of the fonts, the files of widths beside it (their texts by name), and what is to be said."""

    lines: tuple[str, ...]
    files: Mapping[str, str]
    remarks: tuple[Message, ...]


def house_fonts(master: TemplateMaster, files: Iterable[Path] | None = None) -> HouseFonts:
    """The fonts of a theme; ``files`` are the font files of the machine, where they are not to be looked for."""
    lines, widths, remarks = [], {}, []
    there = tuple(font_files(os.environ, sys.platform) if files is None else files)
    unmeasured = dict.fromkeys(name for name in master.fonts.values() if name is not None and not is_measured(name))
    found = {name: measured_widths(name, there) for name in unmeasured}
    for role, name in master.fonts.items():
        if name is None:
            lines.append(f"  {role}: {{name: {_FALLBACK}}}")
            remarks.append(message("start-no-font", role=role, font=_FALLBACK))
            continue
        measured = found.get(name)
        if measured is not None:
            file = f"{re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_') or role}{WIDTHS_SUFFIX}"
            widths[file] = measured
            lines.append(f"  {role}: {{name: {name}, file: {file}}}")
            remarks.append(message("start-font-measured", role=role, font=name, file=file))
        elif not is_known(name):
            remarks.append(message("start-font-without-widths", role=role, font=name))
        elif not is_measured(name):
            remarks.append(message("start-font-safe", role=role, font=name))
    return HouseFonts(tuple(lines), widths, tuple(remarks))
