"""Text files of a folder: each read once, with the encoding that it is written in; found by names in any spelling."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import DocgenError, Position
from docgen.messages.system import reason_of
from docgen.model.cells.text import composed
from docgen.reading.text_files.encodings import Decoded, Encoding, decoded


def read_text(path: Path, stated: Encoding | None = None) -> Decoded:
    """The text of a file, line ends as they are, and its encoding.

    DocgenError for a file that cannot be opened, at the first bad byte for one that is damaged, and for one whose
    encoding is unsure where the content does not state it.
    """
    if path.exists() and not path.is_file():
        # A pipe is read until somebody writes into it, which may be never.
        raise DocgenError("no-regular-file", where=Position(str(path), 1))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocgenError("file-unreadable", where=Position(str(path), 1), reason=reason_of(error)) from error
    return decoded(data, str(path), stated)


def path_named(folder: Path, name: str) -> Path:
    """The path of a file in a folder. Where none is spelled so, the one whose letters are composed otherwise (macOS).

    The path as it is named where there is none.
    """
    path = folder / name
    if path.exists():
        return path
    found = folder
    for part in Path(name).parts:
        inside = found.iterdir() if found.is_dir() else iter(())
        own = found / part
        found = own if own.exists() else next((each for each in inside if composed(each.name) == composed(part)), own)
    return found if found.exists() else path
