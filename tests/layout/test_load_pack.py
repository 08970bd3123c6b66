"""Layout packs: found by name or folder, inherited, and refused with the place of every error."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.real_deck import PACKS, pack_name

from docgen.errors import DocgenError, DocgenErrors
from docgen.layout.consistency import inconsistencies
from docgen.layout.load import load_pack, pack_names
from docgen.layout.pack import LayoutPack
from docgen.shipped import shipped_folder


def child(folder: Path, text: str, name: str = "child") -> Path:
    """A pack folder that says what it has otherwise than the shipped pack."""
    place = folder / name
    place.mkdir()
    (place / "layout.yaml").write_text(text, encoding="utf-8")
    return place


def errors_of(folder: Path) -> list[str]:
    with pytest.raises(DocgenErrors) as error:
        load_pack(folder)
    return [f"{Path(str(each.where)).name} {each.what}" for each in error.value.errors]


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_every_pack_of_the_project_is_whole(folder: Path) -> None:
    assert inconsistencies(load_pack(folder)) == ()


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_every_pack_prints_in_the_same_words_and_roles_as_the_first(folder: Path) -> None:
    first, pack = load_pack(PACKS[0]), load_pack(folder)
    for part in ("words", "roles", "statuses", "kinds"):
        assert set(getattr(first, part)) <= set(getattr(pack, part))


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_nothing_is_smaller_than_eight_points_and_notes_than_seven(folder: Path) -> None:
    small = {name: role.floor for name, role in load_pack(folder).roles.items() if role.floor < 8}
    # What a template states of a placeholder is a role named after it: content.footer.
    assert {name.rpartition(".")[2] for name in small} <= {"note", "footer", "running"}
    assert min(small.values(), default=8) >= 7


def test_a_name_is_found_with_hyphens_or_underscores() -> None:
    assert "cabinet_office" in pack_names()
    assert load_pack("cabinet-office") == load_pack("cabinet_office")


def test_a_pack_is_found_by_its_folder_and_by_its_file() -> None:
    folder = shipped_folder("layouts") / "cabinet_office"
    assert load_pack(folder) == load_pack(folder / "layout.yaml") == load_pack("cabinet_office")


def test_an_unknown_name_is_an_error_with_the_nearest() -> None:
    with pytest.raises(DocgenError, match="no layout pack 'cabinet_ofice'") as error:
        load_pack("cabinet_ofice")
    assert error.value.hint == "did you mean 'cabinet_office'?"


def test_a_pack_states_only_what_it_has_otherwise_than_its_parent(tmp_path: Path) -> None:
    text = "extends: cabinet_office\nname: child\nwords: {none: なし}\nroles: {body: {size: 9}}\n"
    parent, pack = load_pack("cabinet_office"), load_pack(child(tmp_path, text))
    assert (pack.name, pack.words["none"], pack.roles["body"].size) == ("child", "なし", 9)
    assert pack.roles["body"].floor == parent.roles["body"].floor
    assert pack.words == {**parent.words, "none": "なし"}
    assert pack.slide_layouts == parent.slide_layouts


def test_a_grandchild_inherits_through_its_parent_in_the_folder_beside_it(tmp_path: Path) -> None:
    child(tmp_path, "extends: cabinet_office\nname: first\nwords: {none: なし}\n", "first")
    pack = load_pack(child(tmp_path, "extends: first\nname: second\nwords: {contents: もくじ}\n", "second"))
    assert (pack.words["none"], pack.words["contents"]) == ("なし", "もくじ")


def test_packs_that_extend_each_other_are_an_error(tmp_path: Path) -> None:
    child(tmp_path, "extends: second\nname: first\n", "first")
    with pytest.raises(DocgenError, match=r"the packs extend each other: second → first → second"):
        load_pack(child(tmp_path, "extends: first\nname: second\n", "second"))


def test_an_unknown_parent_is_an_error_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="no layout pack 'cabinet'") as error:
        load_pack(child(tmp_path, "name: child\nextends: cabinet\n"))
    assert str(error.value.where).endswith("child/layout.yaml:2:10")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("colour: {}", "layout.yaml:3:1 unknown key 'colour'"),
        ("page: {width: wide}", "layout.yaml:3:15 'width' is 'wide', which is the wrong type"),
        ("kinds: {cover: covr}", "layout.yaml:3:16 unknown slide layout 'covr'"),
        ("chart: {series: [navy, blu]}", "layout.yaml:3:24 unknown colour 'blu'"),
        ("roles: {body: {colour: inkk}}", "layout.yaml:3:24 unknown colour 'inkk'"),
        ("roles: {body: {floor: 30}}", "layout.yaml:3:15 role 'body' has size 10 below its floor 30"),
        (
            "slide_layouts: {content: {slots: {body: [30, 64, 900, 436]}}}",
            "layout.yaml:3:41 slot 'body' reaches over the edge of the page",
        ),
        (
            "slide_layouts: {content: {slots: {side: [40, 70, 100, 100]}}}",
            "layout.yaml:3:41 slots 'body' and 'side' overlap",
        ),
        (
            "slide_layouts: {content: {placeholders: {tag: {role: tagg}}}}",
            "layout.yaml:3:54 unknown role 'tagg'",
        ),
    ],
)
def test_what_is_wrong_in_a_pack_is_said_with_its_place(tmp_path: Path, line: str, found: str) -> None:
    assert found in errors_of(child(tmp_path, f"extends: cabinet_office\nname: child\n{line}\n"))


def test_all_errors_of_a_pack_come_in_one_run(tmp_path: Path) -> None:
    text = "extends: cabinet_office\nname: child\ncolour: {}\npage: {width: wide}\n"
    assert len(errors_of(child(tmp_path, text))) == 2


def test_a_pack_is_frozen() -> None:
    pack: LayoutPack = load_pack("cabinet_office")
    with pytest.raises(ValueError, match="frozen"):
        pack.gap = 3  # type: ignore[misc]


@pytest.mark.parametrize("stated", ["size: 99999999", "floor: 401", "ceiling: 5000", "pitch: 11"])
def test_a_text_that_no_page_holds_is_refused_at_its_place(stated: str, tmp_path: Path) -> None:
    key = stated.partition(":")[0]
    (error,) = errors_of(child(tmp_path, f"extends: cabinet_office\nroles: {{body: {{{stated}}}}}\n"))
    assert error.startswith("layout.yaml:2:")
    assert key in error


@pytest.mark.parametrize(("field", "name"), [("words", "none"), ("roles", "definition"), ("colours", "pale_fill"), ("statuses", "upcoming")])
def test_a_pack_of_its_own_without_what_builders_name_is_refused(field: str, name: str, tmp_path: Path) -> None:
    whole = yaml.safe_load((shipped_folder("layouts") / "cabinet_office" / "layout.yaml").read_text(encoding="utf-8"))
    del whole[field][name]
    errors = errors_of(child(tmp_path, yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)))
    assert any(f"{field} without '{name}'" in error for error in errors)
