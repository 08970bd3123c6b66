"""The place of a word of a template in its file, as near as the style of the YAML lets one say."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from docgen.errors import Position, Where

_INSIDE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def place_of(word: str, text: str, where: Where) -> Where:
    """The place of a word that stands between the braces of the template ``text``, whose field is at ``where``.

    How a field is quoted, folded or indented changes nothing inside of a word: its place is that of as many
    occurrences from the field's beginning as the text has up to it. It is the field's where the file tells no more.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    inside = (match for part in _INSIDE.finditer(text) if (match := pattern.search(text, part.start(), part.end())))
    found = next(inside, None)
    if found is None or not isinstance(where, Position):
        return where
    count = sum(match.start() < found.start() for match in pattern.finditer(text))
    lines = Path(where.file).read_text(encoding="utf-8-sig").splitlines()[where.line - 1 :]
    before = where.column - 1
    raw = "\n".join([" " * before + lines[0][before:], *lines[1:]]) if lines else ""
    match = next(islice(pattern.finditer(raw), count, None), None)
    if match is None:
        return where
    line = raw.count("\n", 0, match.start())
    return Position(where.file, where.line + line, match.start() - raw.rfind("\n", 0, match.start()))
