from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import DocgenError, Position
from docgen.reading.yaml_document import YamlDocument, read_yaml


def read(tmp_path: Path, text: str) -> YamlDocument:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("2024-02-01", "2024-02-01"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("+5", "+5"),
        ("1,744", "1,744"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ('"2022"', "2022"),
        ("2022", 2022),
        ("-3", -3),
        ("0", 0),
    ],
)
def test_only_plain_numbers_true_false_and_null_are_more_than_text(
    tmp_path: Path, written: str, value: Any
) -> None:
    found = read(tmp_path, f"key: {written}\n").value["key"]
    assert found == value
    assert type(found) is type(value)


def test_decimals_are_kept_digit_by_digit(tmp_path: Path) -> None:
    value = read(tmp_path, "key: 47.90\n").value["key"]
    assert isinstance(value, Decimal)
    assert str(value) == "47.90"


def test_every_value_and_key_has_its_position(tmp_path: Path) -> None:
    document = read(tmp_path, "a: 1\nb:\n  - c: x\n    d: [y, z]\n")
    file = document.file
    assert document.positions["a",] == Position(file, 1, 4)
    assert document.positions["b", 0, "d", 1] == Position(file, 4, 12)
    assert document.key_positions["b", 0, "d"] == Position(file, 4, 5)


def test_an_anchor_gives_its_value_again_with_positions_of_its_own_path(tmp_path: Path) -> None:
    document = read(tmp_path, "a: &x {unit: 人}\nb: *x\nc:\n  <<: *x\n  value: 3\n")
    assert document.value == {"a": {"unit": "人"}, "b": {"unit": "人"}, "c": {"value": 3, "unit": "人"}}
    assert document.positions["b", "unit"] == document.positions["c", "unit"] == Position(document.file, 1, 14)


def test_a_merged_key_does_not_replace_a_written_one(tmp_path: Path) -> None:
    document = read(tmp_path, "a: &x {unit: 人}\nc:\n  <<: *x\n  unit: 件\n")
    assert document.value["c"] == {"unit": "件"}
    assert document.positions["c", "unit"] == Position(document.file, 4, 9)


def test_an_anchor_that_holds_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="holds itself"):
        read(tmp_path, "a: &x\n  b: *x\n")


def test_anchors_that_unfold_without_end_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(DocgenError, match="too many values"):
        read(tmp_path, "\n".join(lines))


def test_lists_in_lists_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="nested too deeply"):
        read(tmp_path, "a: " + "[" * 100_000)


def test_a_tag_is_refused_at_its_place(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "a: !!python/object:os.system x\n").problems
    assert problem.what.startswith("unknown tag")
    assert problem.where == Position(str(tmp_path / "file.yaml"), 1, 4)


def test_text_that_is_damaged_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes("a: 1\nb: 日本".encode()[:-1])
    with pytest.raises(DocgenError, match="is no UTF-8 text") as raised:
        read_yaml(path)
    assert raised.value.where == Position(str(path), 2, 5)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-8-sig"])
def test_text_in_any_encoding_of_offices_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes("題: 交通事故死者数の推移\n年: [2021年度, 2022年度]\n".encode(encoding))
    assert read_yaml(path).value == {"題": "交通事故死者数の推移", "年": ["2021年度", "2022年度"]}


def test_names_are_of_whole_letters_however_they_are_written(tmp_path: Path) -> None:
    document = read(tmp_path, unicodedata.normalize("NFD", "ガス: {区分: パリ}\n"))
    assert document.value == {"ガス": {"区分": "パリ"}}
    assert ("ガス", "区分") in document.positions


def test_the_last_line_feed_of_a_block_is_no_part_of_its_text(tmp_path: Path) -> None:
    assert read(tmp_path, "a: |\n  一行目。\n  二行目。\nb: >\n  つながる\n  文。\n").value == {"a": "一行目。\n二行目。", "b": "つながる 文。"}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(path).value == {"a": 1}


def test_a_colon_in_plain_text_gets_a_hint(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as raised:
        read(tmp_path, "title: 目標: 45%\n")
    assert raised.value.hint == "put text that holds ': ' in quotes"
    assert raised.value.where == Position(str(tmp_path / "file.yaml"), 1, 10)


@pytest.mark.parametrize(
    "text", ["- " * 3000 + "x", "\n".join(" " * n + "a:" for n in range(3000)), "[\n" * 3000]
)
def test_any_kind_of_deep_nesting_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocgenError, match="nested too deeply"):
        read(tmp_path, text)
