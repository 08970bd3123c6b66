"""Markup that cannot be right is said with the place of its text; text of data files has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import FILES, make_folder, spoil

import docgen
from docgen.errors import DocgenErrors, Position


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "line"),
    [
        ("compendium.yaml", "小さなデータ集", "'小さな{x}'", "a brace begins no markup", 1),
        ("compendium.yaml", "戦略策定", "'戦略**策定'", "the markup '**' is not closed", 8),
        ("indicators/I-1065.yaml", "24時間以内の死者数。", "'24時間{red|以内'", "the markup '{red|' is not closed", 31),
        ("measures/measures-1.yaml", "国際協力の検討", "'国際}協力'", "'}' closes no markup", 12),
    ],
)
def test_wrong_markup_is_said_where_it_is_written(tmp_path: Path, file: str, old: str, new: str, what: str, line: int) -> None:
    root = spoil(tmp_path, file, old, new)
    with pytest.raises(DocgenErrors) as caught:
        docgen.load(root)
    (error,) = caught.value.errors
    assert what in error.what
    assert isinstance(error.where, Position)
    assert (Path(error.where.file).name, error.where.line) == (Path(file).name, line)


def test_markup_that_only_its_template_makes_wrong_is_said_where_it_is_written(tmp_path: Path) -> None:
    root = spoil(tmp_path, "indicators/I-1065.yaml", "24時間以内の死者数。", "'{{ fiscal_year }}年度の{red|死者数'")
    with pytest.raises(DocgenErrors, match="is not closed") as caught:
        docgen.build(docgen.load(root))
    (error,) = caught.value.errors
    assert isinstance(error.where, Position)
    assert Path(error.where.file).name == "I-1065.yaml"


def test_names_of_data_and_formats_are_no_markup(tmp_path: Path) -> None:
    data = FILES["data/deaths.csv"].replace("deaths", "{deaths}", 1)
    indicator = FILES["indicators/I-1065.yaml"].replace("column: deaths", "column: '{deaths}'")
    root = make_folder(tmp_path, data__deaths=data, indicators__I_1065=None)
    (root / "indicators" / "I-1065.yaml").write_text(indicator, encoding="utf-8")
    (root / "data" / "deaths.csv").write_text(data, encoding="utf-8")
    docgen.load(root)
