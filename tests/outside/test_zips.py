"""Zips from outside are judged before they are unpacked."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from support.every_case import every_case

from docgen.errors import DocgenError
from docgen.outside import zips
from docgen.outside.package import Relationship, read_package
from docgen.outside.zips import open_zip, read_entry

RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="text/x"/></Types>'


def zipped(entries: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(DocgenError) as caught:
        work()
    assert str(caught.value).startswith("mail.zip: ")
    return caught.value.code


def test_entries_are_read() -> None:
    with open_zip(zipped({"a.xml": b"<a/>"}), "mail.zip") as archive:
        assert read_entry(archive, "a.xml", "mail.zip") == b"<a/>"


def test_more_than_the_bounds_is_refused_by_the_list_of_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({f"{number}.bin": bytes(2000) for number in range(5)})
    for bound, most in (("ZIP_ENTRIES", 4), ("ZIP_ENTRY", 1999), ("ZIP_TOTAL", 9999)):
        with monkeypatch.context() as patch:
            patch.setattr(zips, bound, most)
            assert code_of(lambda: open_zip(data, "mail.zip")) == "zip-too-large"


def test_what_is_packed_all_too_tightly_is_refused_where_it_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    blank, noise = zipped({"a": bytes(100_000)}), zipped({"a": random.Random(1).randbytes(100_000)})
    open_zip(blank, "mail.zip").close()
    monkeypatch.setattr(zips, "ZIP_PLAIN", 50_000)
    open_zip(noise, "mail.zip").close()
    assert code_of(lambda: open_zip(blank, "mail.zip")) == "zip-too-large"


def test_two_entries_of_one_name_are_refused_whatever_their_case() -> None:
    assert code_of(lambda: open_zip(zipped({"ppt/a.xml": b"", "PPT\\A.xml": b""}), "mail.zip")) == "zip-entry-twice"


def test_a_password_another_packing_and_what_is_no_zip_are_refused() -> None:
    locked = bytearray(zipped({"a": b"text"}))
    locked[locked.find(b"PK\x01\x02") + 8] |= 1
    assert code_of(lambda: open_zip(bytes(locked), "mail.zip")) == "zip-encrypted"
    assert code_of(lambda: open_zip(zipped({"a": b"text"}, zipfile.ZIP_BZIP2), "mail.zip")) == "zip-damaged"
    assert code_of(lambda: open_zip(b"PK\x03\x04 no zip", "mail.zip")) == "zip-damaged"


@every_case("seed", range(150))
def test_a_garbled_zip_is_read_or_refused_by_name(seed: int) -> None:
    entries = {"[Content_Types].xml": TYPES.encode(), "a.xml": b"<a/>" * 50, "_rels/.rels": RELATIONSHIPS.format("").encode()}
    data, chance = bytearray(zipped(entries)), random.Random(f"garbled {seed}")
    for _ in range(chance.choice((1, 5, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    said = "mail.zip: "
    try:
        with open_zip(bytes(data), "mail.zip") as archive:
            read_package(archive, "mail.zip")
    except DocgenError as error:
        said = str(error)
    assert said.startswith("mail.zip: ")


def package(relationships: str) -> bytes:
    stated = RELATIONSHIPS.format(relationships).encode()
    return zipped({"[Content_Types].xml": TYPES.encode(), "ppt/a.xml": b"<a/>", "ppt/b.bin": b"1", "ppt/_rels/a.xml.rels": stated})


def test_parts_have_their_types_and_what_they_refer_to() -> None:
    stated = '<Relationship Id="r1" Type="t" Target="b.bin"/><Relationship Id="r2" Type="t" Target="/ppt/b.bin#x"/>'
    stated += '<Relationship Id="r3" Type="t" Target="http://a.example/" TargetMode="External"/>'
    with open_zip(package(stated), "deck.pptx") as archive:
        read = read_package(archive, "deck.pptx")
    assert set(read.parts) == {"/ppt/a.xml", "/ppt/b.bin"}
    assert read.types["/ppt/a.xml"] == "text/x"
    assert read.references["/ppt/a.xml"] == {
        "r1": Relationship("t", "/ppt/b.bin"),
        "r2": Relationship("t", "/ppt/b.bin"),
        "r3": Relationship("t", "http://a.example/", external=True),
    }


def test_what_refers_to_nothing_or_above_the_root_is_left_out_and_known() -> None:
    stated = '<Relationship Id="r1" Type="t" Target="c.bin"/><Relationship Id="r2" Type="t" Target="../../../../c"/>'
    with open_zip(package(stated), "deck.pptx") as archive:
        read = read_package(archive, "deck.pptx")
    assert read.references["/ppt/a.xml"] == {}
    assert read.dangling["/ppt/a.xml"] == {"r1", "r2"}


@pytest.mark.parametrize(
    "stated",
    [
        '<Relationship Type="t" Target="b.bin"/>',
        '<Relationship Id="r1" Target="b.bin"/>',
        '<Relationship Id="r1" Type="t"/>',
        '<Relationship Id="r1" Type="t" Target="b.bin"/><Relationship Id="r1" Type="t" Target="a.xml"/>',
    ],
    ids=["no id", "no type", "no target", "two of one id"],
)
def test_a_relationship_that_says_nothing_is_refused(stated: str) -> None:
    with open_zip(package(stated), "mail.zip") as archive:
        assert code_of(lambda: read_package(archive, "mail.zip")) == "relationship-unusable"
