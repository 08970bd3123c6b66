"""The words of a compendium go before those of a layout pack; a word that nothing reads or fills is said."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest
from support.real_deck import bodies
from support.real_deck import words as printed_words
from support.small_folder import FILES, make_folder

import docgen
from docgen.layout.load import load_pack
from docgen.layout.words import CHART_WORDS, FILLED_IN, with_words, word_breaches
from docgen.shipped import DEFAULT_LAYOUT

_PACKAGE = Path(docgen.__file__).parent


def folder_with(words: str, root: Path) -> Path:
    make_folder(root)
    (root / "compendium.yaml").write_text(f"{FILES['compendium.yaml']}words:\n{words}", encoding="utf-8")
    return root


def texts_of(folder: Path) -> str:
    deck = docgen.build(docgen.load(folder)).placed
    return "\n".join(printed_words(body) for slide in deck.slides for body in bodies(slide))


def test_a_word_of_the_compendium_goes_before_that_of_the_pack(tmp_path: Path) -> None:
    texts = texts_of(folder_with("  measure_strategy: 統合イノベーション戦略\n  continuing: 継続中\n", tmp_path))
    assert "統合イノベーション戦略" in texts
    assert "継続中" in texts
    assert load_pack(DEFAULT_LAYOUT).words["continuing"] not in texts


def test_a_record_of_the_compendium_brings_its_words_to_a_deck_made_in_a_script(tmp_path: Path) -> None:
    compendium = docgen.load(folder_with("  measure_strategy: 統合イノベーション戦略\n", tmp_path))
    deck = docgen.Deck().add(compendium.measure_charts["measures-1"]).build().placed
    assert any("統合イノベーション戦略" in printed_words(body) for slide in deck.slides for body in bodies(slide))


def test_an_unknown_word_of_the_compendium_is_an_error_with_its_place_and_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(docgen.DocgenErrors) as raised:
        docgen.load(folder_with("  measure_stratgy: 戦略\n", tmp_path))
    (error,) = raised.value.errors
    line = FILES["compendium.yaml"].count("\n") + 2
    assert str(error.where).endswith(f"compendium.yaml:{line}:20")
    assert error.text("en").splitlines()[-1] == "  hint: did you mean 'measure_strategy'?"


@pytest.mark.parametrize("text", ["{nuber}章", "{number:04d}", "{number!r}", "{number", "{}", "{number.real}"])
def test_a_word_that_names_what_nothing_fills_in_is_an_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(docgen.DocgenErrors) as raised:
        docgen.load(folder_with(f"  item: '{text}'\n", tmp_path))
    (error,) = raised.value.errors
    assert error.message.code == "word-with-unknown-name"


def test_a_word_of_the_packs_own_kinds_is_known_where_the_pack_is_named(tmp_path: Path) -> None:
    pack = with_words(load_pack(DEFAULT_LAYOUT), {"milestone": "節目"})
    compendium = docgen.load(folder_with("  milestone: 里程標\n", tmp_path), layout=pack)
    assert compendium.words == {"milestone": "里程標"}


def test_a_word_that_nothing_reads_is_a_notice_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text(
        "extends: cabinet_office\nwords:\n  measure_stratgy: 戦略\n  total: 総計\n  milestone: 節目\n", "utf-8"
    )
    (tmp_path / "pack.py").write_text("BUILDERS = ()\nWORD = 'milestone'\n", "utf-8")
    (unread,) = word_breaches(load_pack(tmp_path), load_pack(DEFAULT_LAYOUT))
    assert (unread.code, unread.level) == ("unread-word", "notice")
    assert str(unread.where).endswith("layout.yaml:3:20")
    assert "measure_strategy" in unread.hint


def test_every_word_of_the_first_pack_is_read_by_docgen() -> None:
    texts = {
        node.value
        for file in _PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert {*load_pack(DEFAULT_LAYOUT).words, *CHART_WORDS} <= texts


@pytest.mark.parametrize("name", ["cabinet_office", "mext", "maff", "digital"])
def test_no_shipped_pack_has_a_word_that_nothing_reads(name: str) -> None:
    assert list(word_breaches(load_pack(name), load_pack(DEFAULT_LAYOUT))) == []


def test_a_pack_whose_word_names_what_nothing_fills_in_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text("extends: cabinet_office\nwords:\n  part: '（{n}）'\n", "utf-8")
    with pytest.raises(docgen.DocgenErrors) as raised:
        load_pack(tmp_path)
    (error,) = raised.value.errors
    assert str(error.where).endswith("layout.yaml:3:9")
    assert "in braces only number, count" in error.text("en")


def test_what_words_may_name_is_what_the_first_pack_names() -> None:
    words = {**CHART_WORDS, **load_pack(DEFAULT_LAYOUT).words}
    named = {key: tuple(name for _, name, _, _ in string.Formatter().parse(text) if name) for key, text in words.items()}
    legends = {"legend_1", "legend_2"}
    assert {key: names for key, names in named.items() if names} == {
        key: names for key, names in FILLED_IN.items() if key not in legends
    }


def test_a_compendium_may_name_what_the_packs_word_leaves_out(tmp_path: Path) -> None:
    pack = with_words(load_pack(DEFAULT_LAYOUT), {"item": "{name}"})
    assert docgen.load(folder_with("  item: '第{number} {name}'\n", tmp_path), layout=pack).words
