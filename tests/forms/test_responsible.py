"""Whose each record is: named by itself, by the section that shows it, or by what uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import FILES, make_folder

from docgen.errors import DocgenErrors, FieldPath
from docgen.forms.responsible import Responsible, responsible
from docgen.model import Compendium
from docgen.pipeline import build, derived, load, pack_of

SECTION = FILES["compendium.yaml"].replace(
    "  - id: a1\n", "  - id: a1\n    responsible: 統計課\n"
).replace("  - id: a2\n", "  - id: a2\n    responsible: 研究開発課\n")
INDICATOR = FILES["indicators/I-1065.yaml"].replace("category: reference\n", "category: reference\nresponsible: 交通局\n")


def owners(compendium: Compendium) -> Responsible:
    return responsible(compendium, derived(compendium, pack_of("cabinet_office")))


@pytest.mark.parametrize(
    ("path", "bureaus"),
    [
        (("indicators", "I-1065", "pages", 0), ("交通局",)),
        (("indicators", "I-1070", "pages", 0), ("統計課",)),
        (("findings", "deaths-fall"), ("交通局",)),
        (("measure_charts", "measures-1"), ("研究開発課",)),
        (("budget_lines", "moon"), ("研究開発課",)),
        (("precedents", "study-1"), ()),
        (("published",), ()),
    ],
)
def test_a_record_is_of_the_bureau_that_it_names_or_of_its_section(tmp_path: Path, path: FieldPath, bureaus: tuple[str, ...]) -> None:
    folder = make_folder(tmp_path, compendium=SECTION, indicators__I_1065=None)
    (folder / "indicators" / "I-1065.yaml").write_text(INDICATOR, encoding="utf-8")
    assert owners(load(folder)).of(path) == bureaus


def test_a_page_of_an_indicator_may_be_another_bureaus(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, compendium=SECTION)
    text = FILES["indicators/I-1065.yaml"].replace("  - id: traffic\n", "  - id: traffic\n    responsible: 交通局\n")
    (folder / "indicators" / "I-1065.yaml").write_text(text, encoding="utf-8")
    assert owners(load(folder)).of(("indicators", "I-1065", "pages", 0)) == ("交通局",)


def test_every_bureau_is_named_once_in_the_order_of_the_sections(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, compendium=SECTION)
    (folder / "indicators" / "I-1065.yaml").write_text(INDICATOR, encoding="utf-8")
    assert owners(load(folder)).every() == ("統計課", "研究開発課", "交通局")


def test_a_responsible_bureau_changes_no_byte_of_the_deck(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "named").mkdir()
    plain, named = make_folder(tmp_path / "plain"), make_folder(tmp_path / "named", compendium=SECTION)
    (named / "indicators" / "I-1065.yaml").write_text(INDICATOR, encoding="utf-8")
    assert build(load(named)).to_bytes() == build(load(plain)).to_bytes()


def test_a_wrong_key_is_told_with_the_right_one(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, compendium=SECTION.replace("responsible: 統計課", "responsable: 統計課"))
    with pytest.raises(DocgenErrors, match="did you mean 'responsible'"):
        load(folder)
