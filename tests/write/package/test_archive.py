"""A zip that is put together of packed entries, against that of Python's zipfile."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from docgen.write.package.archive import packed, zip_pieces


def by_zipfile(entries: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "entries",
    [{}, {"a.xml": b""}, {"[Content_Types].xml": b"<a/>" * 99, "ppt/b.bin": bytes(range(256)) * 9}, {"図/表.xml": "図".encode()}],
)
def test_the_bytes_are_those_of_zipfile(entries: dict[str, bytes]) -> None:
    assert b"".join(zip_pieces(packed(*entry) for entry in entries.items())) == by_zipfile(entries)


def test_entries_are_packed_before_their_order_is_known() -> None:
    entries = [packed(name, name.encode()) for name in ("late.xml", "first.xml")]
    archive = zipfile.ZipFile(io.BytesIO(b"".join(zip_pieces(reversed(entries)))))
    assert archive.namelist() == ["first.xml", "late.xml"]
    assert archive.read("late.xml") == b"late.xml"


def test_more_entries_than_an_old_zip_can_count_are_counted() -> None:
    entry, count = packed("a", b""), 0x10001
    *_, end = zip_pieces(entry for _ in range(count))
    of_new_readers, of_old_readers = struct.unpack_from("<32xQ", end)[0], struct.unpack_from("<10xH", end[-22:])[0]
    assert (of_new_readers, of_old_readers) == (count, 0xFFFF)
