"""A review as a file: an Excel list, the deck with comments, or what programs read, by the file's suffix."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from docgen.errors import DocgenError
from docgen.review.comments import commented
from docgen.review.forms import PROGRAM_FORMS
from docgen.review.review import Review
from docgen.review.workbook import to_excel
from docgen.whole.file import write_file

Deck = Callable[[], bytes]
"""The bytes of the deck that was checked."""


def _excel(review: Review, deck: Deck) -> bytes:
    return to_excel(review)


def _comments(review: Review, deck: Deck) -> bytes:
    return commented(deck(), review, _now(os.environ))


def _now(environment: Mapping[str, str]) -> datetime:
    """The time that comments state: that of the build where SOURCE_DATE_EPOCH gives one, in UTC."""
    stated = environment.get("SOURCE_DATE_EPOCH", "")
    if stated.isascii() and stated.isdecimal() and len(stated) <= 10:
        return datetime.fromtimestamp(int(stated), UTC).replace(tzinfo=None)
    return datetime.now()


def _json(review: Review, deck: Deck) -> bytes:
    return _text(PROGRAM_FORMS["json"](review))


def _sarif(review: Review, deck: Deck) -> bytes:
    return _text(PROGRAM_FORMS["sarif"](review))


def _text(answer: object) -> bytes:
    return f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n".encode()


OUTPUTS: Mapping[str, Callable[[Review, Deck], bytes]] = {
    ".xlsx": _excel,
    ".pptx": _comments,
    ".json": _json,
    ".sarif": _sarif,
}
"""What makes each kind of file, by its suffix."""


def refuse_unknown(path: Path, checked: Path) -> None:
    """DocgenError for a file of another kind, and for the deck itself, which stays as it is."""
    if path.suffix.lower() not in OUTPUTS:
        raise DocgenError("no-review-file", where=str(path), suffixes=tuple(OUTPUTS))
    if path.resolve() == checked.resolve():
        raise DocgenError("review-over-deck", where=str(path))


def save(review: Review, path: Path, deck: Deck) -> None:
    """Write a review into a file."""
    write_file(OUTPUTS[path.suffix.lower()](review, deck), path)
