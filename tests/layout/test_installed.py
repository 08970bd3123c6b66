"""Packs of other installed distributions, found through the entry point group docgen.layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.layout.installed import installed_names
from docgen.layout.load import load_pack


def install(site: Path, entries: str, distribution: str = "mof-layouts") -> None:
    """A distribution with entry points, as an installer would leave it."""
    info = site / f"{distribution.replace('-', '_')}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[docgen.layouts]\n{entries}\n", encoding="utf-8")


def package(site: Path, dotted: str, text: str | None) -> None:
    folder = site.joinpath(*dotted.split("."))
    folder.mkdir(parents=True)
    (site / dotted.split(".")[0] / "__init__.py").touch()
    if text is not None:
        (folder / "layout.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages; each test's packages have names of their own, since imports are kept."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_a_pack_of_another_distribution_is_found_by_its_name(site: Path) -> None:
    install(site, "mof-deck = mof_layouts_one.deck")
    package(site, "mof_layouts_one.deck", "extends: cabinet_office\nname: mof_deck\nwords: {contents: もくじ}\n")
    assert load_pack("mof-deck").words["contents"] == "もくじ"
    assert load_pack("mof_deck").origin.folders[-1] == site / "mof_layouts_one" / "deck"
    assert "mof-deck" in installed_names()


def test_a_pack_may_extend_one_of_another_distribution(site: Path) -> None:
    install(site, "mof-deck = mof_layouts_two.deck")
    package(site, "mof_layouts_two.deck", "extends: cabinet_office\nname: mof_deck\nwords: {contents: もくじ}\n")
    own = site / "own"
    own.mkdir()
    (own / "layout.yaml").write_text("extends: mof-deck\nname: own\n", encoding="utf-8")
    assert load_pack(own).words["contents"] == "もくじ"


def test_a_folder_and_a_shipped_pack_come_first(site: Path) -> None:
    install(site, "cabinet_office = mof_layouts_three.deck")
    package(site, "mof_layouts_three.deck", "extends: cabinet_office\nname: other\n")
    assert load_pack("cabinet_office").name == "cabinet_office"


@pytest.mark.parametrize(
    ("value", "text", "what"),
    [
        ("mof_layouts_four.deck", None, "the layout pack 'mof' of mof-layouts (mof_layouts_four.deck) is not there"),
        ("mof_layouts_gone.deck", "", "is no package"),
    ],
)
def test_an_entry_point_that_leads_nowhere_is_said(site: Path, value: str, text: str | None, what: str) -> None:
    install(site, f"mof = {value}")
    if text is None:
        package(site, value, None)
    with pytest.raises(DocgenError) as caught:
        load_pack("mof")
    assert what in str(caught.value)


def test_two_distributions_with_a_pack_of_one_name_are_both_named(site: Path) -> None:
    install(site, "mof = mof_layouts_a.deck")
    install(site, "mof = mof_layouts_b.deck", "other-layouts")
    with pytest.raises(DocgenError) as caught:
        load_pack("mof")
    assert "mof-layouts (mof_layouts_a.deck)" in str(caught.value)
    assert "other-layouts (mof_layouts_b.deck)" in str(caught.value)


def test_an_unknown_name_lists_installed_packs_too(site: Path) -> None:
    install(site, "mof-deck = mof_layouts_one.deck")
    with pytest.raises(DocgenError) as caught:
        load_pack("mof-dek")
    assert "mof-deck" in str(caught.value.expected)


def test_a_name_that_is_shipped_is_not_looked_for_in_distributions(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the distributions were looked through")

    monkeypatch.setattr("importlib.metadata.entry_points", refuse)
    assert load_pack("cabinet-office").name == "cabinet_office"
    with pytest.raises(AssertionError):
        load_pack("cabinet")
