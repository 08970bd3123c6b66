"""Every key of content files has a meaning in both languages."""

from __future__ import annotations

import re

from support.content_records import content_records
from support.every_case import every_case

from docgen.fields import meaning_of
from docgen.fields.meanings import EVERY_RECORD, meanings
from docgen.model import Page, Record

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@every_case("record", content_records(), ids=lambda record: record.__name__)
def test_every_key_has_a_meaning_in_both_languages(record: type[Record]) -> None:
    keys = [field.alias or name for name, field in record.model_fields.items()]
    assert [key for key in keys if meaning_of(record, key) is None] == []


def test_meanings_are_sentences_in_their_languages() -> None:
    told = [(record, key, meaning) for record, keys in meanings().items() for key, meaning in keys.items()]
    wrong = [
        (record, key)
        for record, key, meaning in told
        if set(meaning) != {"en", "ja"}
        or not meaning["ja"].endswith("。")
        or not _JAPANESE.search(meaning["ja"])
        or not meaning["en"].endswith((".", "…"))
    ]
    assert wrong == []


def test_nothing_is_told_of_what_is_not_there() -> None:
    records = {kind.__name__: kind for record in content_records() for kind in record.__mro__ if issubclass(kind, Record)}
    keys = {name: {field.alias or key for key, field in kind.model_fields.items()} for name, kind in records.items()}
    keys["Page"] = {"kind", *(field for field in Page.model_fields)}
    every = {key for of_record in keys.values() for key in of_record}
    told = {name: set(own) for name, own in meanings().items() if name != EVERY_RECORD}
    assert {name for name in told if name not in keys} == set()
    assert {name: own - keys[name] for name, own in told.items() if own - keys[name]} == {}
    assert set(meanings()[EVERY_RECORD]) <= every
