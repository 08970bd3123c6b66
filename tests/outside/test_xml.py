"""XML from outside has no document type, fetches nothing and is bounded."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.outside import xml
from docgen.outside.xml import parsed

ENTITY = '<!DOCTYPE a [<!ENTITY x "xxxx">]><a b="&x;"/>'


def code_of(data: bytes) -> str:
    with pytest.raises(DocgenError, match=r"^deck\.pptx: the part /a\.xml ") as caught:
        parsed(data, "/a.xml", "deck.pptx")
    return caught.value.code


@pytest.mark.parametrize("data", [b"<a><b/></a>", "<a>あ</a>".encode("utf-16"), b'<?xml version="1.0" encoding="UTF-8"?><a/>'])
def test_xml_as_office_writes_it_is_read(data: bytes) -> None:
    assert parsed(data, "/a.xml", "deck.pptx").tag == "a"


@pytest.mark.parametrize("data", [ENTITY.encode(), ENTITY.encode("utf-16"), ENTITY.encode("utf-16-be"), b'<!DOCTYPE a SYSTEM "http://a.example/"><a/>'])
def test_a_document_type_is_refused_in_every_spelling(data: bytes) -> None:
    assert code_of(data) == "part-with-document-type"


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a>" * 5000, b"\xff\xfe\x00", '<?xml version="1.0" encoding="EUC-JP"?><a>あ</a>'.encode("euc-jp")])
def test_what_is_no_xml_too_deep_or_in_a_strange_encoding_is_refused(data: bytes) -> None:
    assert code_of(data) == "part-no-xml"


def test_a_part_beyond_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "XML_PART", 10)
    assert code_of(b"<a>" + b" " * 10 + b"</a>") == "part-no-xml"
