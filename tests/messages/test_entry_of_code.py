"""One entry of the catalogue is found without reading all of its files."""

from docgen.messages.catalogue import entries, entry


def test_the_texts_of_a_code_are_those_of_the_whole_catalogue() -> None:
    assert {code: entry(code) for code in entries()} == dict(entries())


def test_what_is_no_code_has_no_texts() -> None:
    assert entry("令和") is None
    assert entry("en") is None
