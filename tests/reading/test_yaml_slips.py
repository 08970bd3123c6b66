"""Slips of a Japanese keyboard in YAML are named where they stand, in both languages."""

from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.messages.language import Language
from docgen.reading.yaml_document import read_yaml


def refused(folder: Path, text: str, language: Language) -> str:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocgenError) as caught:
        read_yaml(path)
    return caught.value.text(language)


SLIPS = [
    ("id: I-1\n　　messages:\n  - a\n  - b\n", "x.yaml:2:1", "全角の空白", "full-width space in the indent"),
    ("id: I-1\nitems:\n  - a: 1\n　　messages:\n    - b: 2\n", "x.yaml:4:1", "全角の空白", "full-width space"),
    ("id: I-1\nname：病床数\nunit: 床\n", "x.yaml:2:5", "全角のコロン", "full-width colon"),
    ("id: I-1\nname:　病床数\nunit: 床\n", "x.yaml:2:6", "全角の空白", "full-width space after the colon"),
    ("id: I-1\ncategory:主要指標\nunit: 床\n", "x.yaml:2:9", "半角の空白がありません", "no space after the colon"),
    ("id: I-1\nname: 病床数\n  unit:床\n", "x.yaml:3:7", "半角の空白がありません", "no space after the colon"),
    ("id: I-1\nperiod:\n  year：2024\n", "x.yaml:3:7", "全角のコロン", "full-width colon"),
    ("id: I-1\nperiod:\n\tyear: 2024\n", "x.yaml:3:1", "半角の空白に", "half-width spaces"),
    ("unit: %\n", "x.yaml:1:7", '"%"', '"%"'),
    ("blue: {rgb: #0F6B78}\nred: 1\n", "x.yaml:1:13", '"#0F6B78"', '"#0F6B78"'),
]


@pytest.mark.parametrize(("text", "place", "japanese", "english"), SLIPS)
def test_a_slip_is_named_where_it_stands(tmp_path: Path, text: str, place: str, japanese: str, english: str) -> None:
    in_japanese, in_english = refused(tmp_path, text, "ja"), refused(tmp_path, text, "en")
    assert place in in_japanese
    assert japanese in in_japanese
    assert place in in_english
    assert english in in_english


def test_full_width_signs_within_texts_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("note: |\n  　注：year：2024\n  name:x\nmore: 出典は\n  次のとおり：統計\n  KPI：割合\nlist:\n  - a:b\n", encoding="utf-8")
    assert read_yaml(path).value["more"] == "出典は 次のとおり：統計 KPI：割合"
