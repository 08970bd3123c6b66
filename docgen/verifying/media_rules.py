"""Rules on files within the deck: a picture, video or workbook begins as its content type says."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import WrongValue
from docgen.outside.part_kinds import SPREADSHEETS
from docgen.outside.pictures import must_be_picture
from docgen.verifying.deck_file import DeckFile

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"), (b"BM", "image/bmp"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"),
    (b"%PDF", "application/pdf"), (b"PK\x03\x04", "application/zip"), (b"MZ", "application/octet-stream"),
)  # fmt: skip
# Other names of the same.
_NAMES = {"image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png", "image/tif": "image/tiff"}
_SURE = ("image/png", "image/jpeg", "image/gif")
# A zip, or the older form of Office in which one that is encrypted lies.
_PACKAGES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def media_are_of_their_type(deck: DeckFile) -> Iterator[Breach]:
    """A picture, video, sound or embedded file is whole, and what its content type says."""
    for part, data in deck.parts.items():
        stated = deck.type_of(part)
        stated = _NAMES.get(stated, stated)
        family = stated.partition("/")[0]
        if family in ("image", "video", "audio"):
            found = next((name for start, name in _BEGINNINGS if data.startswith(start)), "")
            other = found if family == "image" else "" if not found.startswith("image/") else found
            if not data or (other and other != stated) or (stated in _SURE and not found):
                yield Breach("media-type.other", deck.where(part), stated=stated, found=found or "?")
            elif stated in _SURE and (reason := _damage(data, stated)) is not None:
                yield Breach("media-type.damaged", deck.where(part), reason=reason)
        elif stated in SPREADSHEETS and not data.startswith(_PACKAGES):
            yield Breach("media-type.other", deck.where(part), stated=stated, found="?")


def _damage(data: bytes, stated: str) -> WrongValue | None:
    """What is wrong with a picture that begins as it should; its size is nobody's fault here."""
    try:
        must_be_picture(data, stated)
    except WrongValue as error:
        return error if error.message.code == "picture-damaged" else None
    return None
