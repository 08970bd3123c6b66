"""A zip from outside, opened within bounds: what its list of entries says is judged before anything is unpacked.

No entry unpacks to more than the list says, so that the list is enough.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.errors import DocgenError, Where
from docgen.messages import Message, message
from docgen.outside.bounds import MEGABYTE, ZIP_ENTRIES, ZIP_ENTRY, ZIP_PLAIN, ZIP_RATIO, ZIP_TOTAL

DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error, OSError,
)  # fmt: skip
"""What the standard library raises on zips that are cut short or garbled."""

_ENCRYPTED = 0x1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_zip(source: Path | bytes, where: Where, no_zip: DocgenError | None = None) -> zipfile.ZipFile:
    """The zip of a file or of its bytes; the caller closes it. ``no_zip`` is what is raised for what is no zip.

    Raises DocgenError, at ``where``, for what is no zip, has more than :mod:`docgen.outside.bounds` allows, is under a
    password, or has two entries of one name (upper and lower case make no difference).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except DAMAGE as error:
        raise no_zip or DocgenError("zip-damaged", where=where) from error
    try:
        _judge(archive, where)
    except DocgenError:
        archive.close()
        raise
    return archive


def read_entry(archive: zipfile.ZipFile, name: str, where: Where) -> bytes:
    """The bytes of an entry. DocgenError, at ``where``, for one that is damaged or not there."""
    try:
        with damage_told(where):
            return archive.read(name)
    except KeyError as error:
        raise DocgenError("zip-damaged", where=where) from error


@contextmanager
def damage_told(where: Where) -> Iterator[None]:
    """What a garbled zip raises becomes a DocgenError, at ``where``."""
    try:
        yield
    except DAMAGE as error:
        raise DocgenError("zip-damaged", where=where) from error


def _judge(archive: zipfile.ZipFile, where: Where) -> None:
    entries = archive.infolist()
    if len(entries) > ZIP_ENTRIES:
        raise DocgenError("zip-too-large", where=where, what=message("zip-entries", count=len(entries), most=ZIP_ENTRIES))
    names: set[str] = set()
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise DocgenError("zip-encrypted", where=where)
        if entry.compress_type not in _PACKINGS:
            raise DocgenError("zip-damaged", where=where)
        if entry.file_size > ZIP_ENTRY or _is_bomb(entry):
            raise DocgenError("zip-too-large", where=where, what=_entry_too_large(entry))
        name = entry.filename.replace("\\", "/").lstrip("/").casefold()
        if name in names:
            raise DocgenError("zip-entry-twice", where=where, name=entry.filename)
        names.add(name)
    total = sum(entry.file_size for entry in entries)
    if total > ZIP_TOTAL:
        said = message("zip-total", size=total // MEGABYTE, most=ZIP_TOTAL // MEGABYTE)
        raise DocgenError("zip-too-large", where=where, what=said)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > ZIP_PLAIN and entry.file_size > ZIP_RATIO * max(entry.compress_size, 1)


def _entry_too_large(entry: zipfile.ZipInfo) -> Message:
    return message("zip-entry", name=entry.filename, size=entry.file_size // MEGABYTE, most=ZIP_ENTRY // MEGABYTE)
