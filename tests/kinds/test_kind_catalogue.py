"""The catalogue of slide kinds is whole, in both languages, and knows a layout pack's own kinds."""

from __future__ import annotations

from typing import ClassVar

import pytest
from support.every_case import every_case

from docgen.errors import DocgenError
from docgen.kinds.catalogue import Kind, kind_named, kinds_of
from docgen.messages import LANGUAGES
from docgen.model import Page
from docgen.slides.draft import Builder, Draft
from docgen.slides.registry import Extension, registry

KINDS = kinds_of(registry())


class Milestones(Page):
    """Steps towards the next plan.

    More is said here.
    """

    kind: ClassVar[str] = "milestones"
    kind_words: ClassVar[tuple[str, ...]] = ("工程表",)
    steps: tuple[str, ...]


def own_kinds() -> tuple[Kind, ...]:
    def build(*_: object) -> Draft:
        return Draft("id", "milestones", "title")

    return kinds_of(registry(Extension((Builder("milestones", build, Milestones),))))


def test_every_kind_that_a_builder_makes_is_told_once() -> None:
    assert sorted(kind.word for kind in KINDS) == sorted(registry())


@every_case("kind", KINDS, ids=lambda kind: kind.word)
def test_a_kind_has_a_japanese_name_and_says_in_one_line_what_it_is_for(kind: Kind) -> None:
    assert not kind.name.isascii()
    for language in LANGUAGES:
        assert 3 < len(kind.purpose(language)) < 90
    assert kind.purpose("en").isascii()
    assert not kind.purpose("ja").isascii()


def test_a_packs_own_kind_comes_last_with_the_words_of_its_record() -> None:
    kinds = own_kinds()
    assert [kind.word for kind in kinds[:-1]] == [kind.word for kind in KINDS]
    own = kinds[-1]
    assert (own.word, own.name, own.purpose("ja"), own.record) == ("milestones", "工程表", "Steps towards the next plan", Milestones)


@pytest.mark.parametrize("word", ["measure_chart", "施策チャート"])
def test_a_kind_is_found_by_either_word(word: str) -> None:
    assert kind_named(word, KINDS).word == "measure_chart"


def test_an_unknown_kind_is_refused_with_all_kinds() -> None:
    with pytest.raises(DocgenError) as caught:
        kind_named("measures_chart", KINDS)
    assert caught.value.hint == "did you mean 'measure_chart'?"
    assert all(kind.word in str(caught.value.expected) for kind in KINDS)


def test_in_japanese_all_kinds_are_told_by_their_names_beside_their_words() -> None:
    with pytest.raises(DocgenError) as caught:
        kind_named("予定", KINDS)
    said = caught.value.text("ja")
    assert all(f"{kind.name}（{kind.word}）" in said for kind in KINDS)


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("予算", "measure_chart", "施策チャート"),
        ("budgets", "measure_chart", "施策チャート"),
        ("計画の項目", "measure_chart", "施策チャート"),
        ("所見", "indicator_overview", "指標の概況"),
    ],
)
def test_a_record_that_is_no_kind_is_said_to_stand_in_one(word: str, kind: str, name: str) -> None:
    with pytest.raises(DocgenError) as caught:
        kind_named(word, KINDS)
    assert f"「{word}」は次の種類の記録に書きます: {name}（{kind}）" in caught.value.text("ja")
    assert f"docgen kinds {kind}" in caught.value.text("en")
