"""What tells a breach from another, and the same one again in a later check: its rule, its place and its values."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Hashable
from pathlib import Path, PurePath

from docgen.breach import Breach
from docgen.errors import CellPosition, Located, Position, SlidePosition
from docgen.messages import Message
from docgen.review.compared import PLACES
from docgen.value import value

# Where a thing stands, and the words around it, may change while it stays what it is.
_NOT_ITS_OWN = frozenset({*PLACES, "sentence"})
_LENGTH = 12
_LINE = re.compile(r"(?P<anchor>.+):\d+:\d+")
_SLIDE = re.compile(r"(?P<file>[^!]+)!p\d+(?:!(?P<shape>[^!]+))?(?:!R\d+C\d+)?")


@value(frozen=True, slots=True)
class Identity:
    """``place`` is as it is printed, files from the folder that is checked; ``values`` is a checksum."""

    code: str
    place: str
    values: str

    @property
    def anchor(self) -> str:
        """What of the place stays when lines or slides are added before it: the file, or the shape.

        >>> Identity("", "a/b.yaml:3:9", "").anchor, Identity("", "資料.pptx!p5!表 2!R3C2", "").anchor
        ('a/b.yaml', '表 2')
        """
        if match := _LINE.fullmatch(self.place):
            return match["anchor"]
        match = _SLIDE.fullmatch(self.place)
        return match["shape"] if match and match["shape"] else self.place


def identity(breach: Breach, root: Path) -> Identity:
    """The identity of a breach that was found in the folder ``root``."""
    values = [[name, _plain(value)] for name, value in breach.message.values if name not in _NOT_ITS_OWN]
    words = breach.spot.words if breach.spot is not None else ""
    data = json.dumps([breach.message.code, values, words], ensure_ascii=False).encode("utf-8")
    return Identity(breach.code, place_from(breach.where, root), hashlib.sha256(data).hexdigest()[:_LENGTH])


def place_from(where: Located, root: Path) -> str:
    """A place with its file as it is called from a folder.

    >>> place_from(Position("content/fy2023/findings/a.yaml", 3, 9), Path("content/fy2023"))
    'findings/a.yaml:3:9'
    """
    if isinstance(where, SlidePosition | str):
        return str(where)
    file = Path(os.path.relpath(where.file, root)).as_posix()
    if file.startswith("../"):
        return str(where)
    match where:
        case Position():
            return str(Position(file, where.line, where.column))
        case CellPosition():
            return str(CellPosition(file, where.sheet, where.row, where.column))


def deck_of(place: str) -> str:
    """The file of a place in a deck; "" for any other place."""
    match = _SLIDE.fullmatch(place)
    return PurePath(match["file"]).name if match else ""


def _plain(value: Hashable) -> object:
    """A value as JSON holds it, the same in every language."""
    if isinstance(value, Message):
        return [value.code, *([name, _plain(inner)] for name, inner in value.values)]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value)
