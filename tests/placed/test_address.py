"""A link that leaves the deck is an address that can be followed, and is written as files have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.every_case import every_case

from docgen.outside.left_behind import without_dangers
from docgen.outside.package import OutsidePackage, Relationship
from docgen.placed.address import ADDRESS_LENGTH, address_fault, written

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@pytest.mark.parametrize(
    ("address", "spelled"),
    [
        ("http://localhost:8000/a", "http://localhost:8000/a"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("https://ｅｘａｍｐｌｅ。ｊｐ/", "https://example.jp/"),
        ("https://統計.例え.jp:8443/例え", "https://xn--4d0av1x.xn--r8jz45g.jp:8443/%E4%BE%8B%E3%81%88"),
        ("https://example.go.jp/%E3%81%82?a=100%&b=<1>", "https://example.go.jp/%E3%81%82?a=100%25&b=%3C1%3E"),
        ("mailto:a@例え.jp,b@example.go.jp?cc=c@example.go.jp", "mailto:a@xn--r8jz45g.jp,b@example.go.jp?cc=c@example.go.jp"),
    ],
)
def test_a_sound_address_is_written_in_ascii(address: str, spelled: str) -> None:
    assert (address_fault(address), written(address)) == (None, spelled)


@every_case(
    ("address", "code"),
    [
        ("javascript:alert(1)", "address-scheme"),
        ("vbscript:x", "address-scheme"),
        ("data:text/html,x", "address-scheme"),
        ("file://server/share/x", "address-scheme"),
        ("https://a.go.jp/\N{RIGHT-TO-LEFT OVERRIDE}x", "address-character"),
        ("https://a.go.jp/\ttab", "address-character"),
        ("https://a.go.jp\\@example.com/", "address-character"),
        ("https://a.go.jp@example.com/", "address-user"),
        ("https:a.go.jp", "address-host"),
        ("https:///a", "address-host"),
        ("https://a..jp/", "address-host"),
        ("https://-a.jp/", "address-host"),
        ("https://[::1]x/", "address-host"),
        ("https://256.1.1.1/", "address-host"),
        ("https://0x7f.1/", "address-host"),
        ("https://a.go.jp:65536/", "address-host"),
        ("https://a.go.jp:８０/", "address-host"),
        (f"https://{'あ' * 300}.jp/", "address-host"),
        ("mailto:", "address-mail"),
        ("mailto:a@localhost", "address-mail"),
        ("mailto:a@example.go.jp?body=x&attach=y", "address-mail-field"),
        (f"https://a.go.jp/{'あ' * 240}", "address-long"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(address: str, code: str) -> None:
    fault = address_fault(address)
    assert fault is not None
    assert fault.code == code


@given(st.sampled_from(["https://", "HTTP://", "mailto:", "x:"]), st.text(max_size=30))
def test_an_address_without_fault_is_written_as_one_without_fault(scheme: str, rest: str) -> None:
    if address_fault(scheme + rest) is None:
        spelled = written(scheme + rest)
        assert spelled.isascii()
        assert len(spelled) <= ADDRESS_LENGTH
        assert (address_fault(spelled), written(spelled)) == (None, spelled)


def test_links_of_a_file_from_outside_are_those_that_docgen_writes() -> None:
    part = "/ppt/slides/slide1.xml"
    links = {
        "rId1": Relationship(HYPERLINK, "https://例え.jp/", external=True),
        "rId2": Relationship(HYPERLINK, "https://user:secret@example.go.jp/", external=True),
        "rId3": Relationship(HYPERLINK, "tel:03-5253-2111", external=True),
    }
    package = OutsidePackage({part: b"<a/>"}, {part: "application/xml"}, {part: links})
    kept, left = without_dangers(package, "a.pptx")
    assert {key: one.target for key, one in kept.references[part].items()} == {"rId1": "https://xn--r8jz45g.jp/"}
    assert ["secret" in one.what.text("en") for one in left] == [False, False]
