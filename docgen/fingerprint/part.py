"""The fingerprint's own XML: values as compact JSON, compressed, with a format number and a checksum."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib

from docgen.errors import DocgenError
from docgen.fingerprint.rows import fingerprint_from, rows_of
from docgen.fingerprint.values import Fingerprint

NAMESPACE = "urn:docgen:fingerprint"
_LEVEL = 4  # the highest level that costs next to nothing

FORMAT = 1
"""Counts up whenever the values change their form; a deck of a later format needs a later docgen."""

_PART = re.compile(
    rb'<(?P<prefix>\w+:)?fingerprint\b(?=[^>]*xmlns(?::\w+)?="urn:docgen:fingerprint")(?P<attributes>[^>]*)>'
    rb"(?P<data>[^<]*)<"
)
_ATTRIBUTE = re.compile(rb'\b(format|sha256)="([^"]*)"')
# A whole fingerprint of a hundred pages is under 1 MB; a few bytes must not unfold to fill the memory.
_MOST_BYTES = 200_000_000


def fingerprint_xml(fingerprint: Fingerprint) -> str:
    """The XML of the part that carries ``fingerprint``; the same values give the same text."""
    rows = json.dumps(rows_of(fingerprint), ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(rows.encode("utf-8", "surrogatepass"), _LEVEL)
    text = base64.b64encode(packed).decode("ascii")
    checksum = hashlib.sha256(packed).hexdigest()
    return f'<fingerprint xmlns="{NAMESPACE}" format="{FORMAT}" sha256="{checksum}">{text}</fingerprint>'


def is_fingerprint(xml: bytes) -> bool:
    """Whether a custom XML part is a fingerprint, whole or not."""
    return NAMESPACE.encode() in xml[:2000]


def read_fingerprint(xml: bytes, where: str) -> Fingerprint:
    """The fingerprint in the XML of its part.

    Raises DocgenError, at ``where``, for one that is damaged or of a later format.
    """
    found = _PART.search(xml)
    attributes = dict(_ATTRIBUTE.findall(found["attributes"])) if found else {}
    form = attributes.get(b"format", b"").decode("ascii", "replace")
    if found is None or not form.isdecimal():
        raise _damaged(where)
    if int(form) > FORMAT:
        raise DocgenError(
            f"the deck was built by a newer docgen (fingerprint of format {form}, this one knows {FORMAT})",
            where=where,
            expected=f"a deck of format {FORMAT} or earlier",
            hint="update docgen",
        )
    try:
        packed = base64.b64decode(b"".join(found["data"].split()), validate=True)
        if hashlib.sha256(packed).hexdigest().encode() != attributes.get(b"sha256"):
            raise _damaged(where)
        unpacked = zlib.decompressobj().decompress(packed, _MOST_BYTES)
        return fingerprint_from(json.loads(unpacked.decode("utf-8", "surrogatepass")))
    except (binascii.Error, zlib.error, ValueError, TypeError, IndexError, KeyError) as error:
        raise _damaged(where) from error


def _damaged(where: str) -> DocgenError:
    return DocgenError(
        "the deck's fingerprint is damaged",
        where=where,
        expected="the part as docgen wrote it, which tells what the deck was built as",
        hint="use an earlier copy of the deck",
    )
