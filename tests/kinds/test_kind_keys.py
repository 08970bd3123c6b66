"""The keys of a kind's record, with what each takes and means."""

from __future__ import annotations

import pytest
from support.every_case import every_case

from docgen.kinds.catalogue import kinds_of
from docgen.kinds.keys import key_groups, keys_of
from docgen.messages import text_of
from docgen.model import Dataset, Figure, Indicator, MeasureChart, Page, Record
from docgen.slides.registry import registry

RECORDS = tuple(dict.fromkeys(kind.record for kind in kinds_of(registry()) if kind.record is not None))


def takes(record: type[Record], name: str) -> str:
    (key,) = [key for key in keys_of(record) if key.name == name]
    return text_of(key.takes, "en")


@every_case("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_of_a_record_is_told(record: type[Record]) -> None:
    assert {key.name for key in keys_of(record)} == {field.alias or name for name, field in record.model_fields.items()}


def test_what_must_be_there_comes_first() -> None:
    assert [(key.name, key.required) for key in keys_of(Dataset)][:3] == [("id", True), ("file", True), ("title", False)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("id", "id"),
        ("title", "text"),
        ("era", "true or false"),
        ("decimals", "whole number"),
        ("divide", "number"),
        ("data", "id of data.yaml, or columns"),
        ("notes", "list of {text: …}"),
        ("series", "list of record"),
        ("where", "name: list of text"),
    ],
)
def test_a_type_is_said_in_words(name: str, words: str) -> None:
    assert takes(Figure, name) == words


def test_a_closed_set_lists_its_words_in_both_languages() -> None:
    assert "headline (主要指標)" in takes(Indicator, "category")


def test_the_records_within_a_record_are_told_once_and_a_figure_at_its_own_place() -> None:
    groups = {group.path: group for group in key_groups(Indicator)}
    assert {"", "pages", "pages.values", "pages.figures"} <= set(groups)
    assert groups["pages.figures"].told_by == "figure"
    assert groups["pages.figures"].keys == ()
    assert [group.path for group in key_groups(MeasureChart)].count("measures") == 1


def test_what_a_key_means_is_what_editors_show() -> None:
    (key,) = [key for key in keys_of(Figure) if key.name == "highlights"]
    assert (key.meaning["ja"], key.meaning["en"].isascii()) == ("目立たせる項目。", True)


class Milestones(Page):
    """Steps towards the next plan. ``steps`` are told from the first to the last."""

    steps: tuple[str, ...]


def test_what_a_key_of_a_packs_own_record_means_is_what_its_docstring_says() -> None:
    (key,) = [key for key in keys_of(Milestones) if key.name == "steps"]
    assert key.meaning["en"] == "steps are told from the first to the last."
