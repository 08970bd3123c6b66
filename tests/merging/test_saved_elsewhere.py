"""Edits in decks that other programs saved: a bit of ``python -m tests.merging.saved_elsewhere``, and what each restates."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from lxml import etree
from support.small_decks import built_bytes

import docgen
from docgen.merging.xml_names import A
from merging.saved_elsewhere import tried
from merging.test_everything_carried import EDITS, parts_of


def test_no_edit_of_a_deck_that_python_pptx_saved_is_lost_unsaid() -> None:
    assert tried(3, "python-pptx", seed=20) == []


def _links_restated(slide: bytes) -> bytes:
    """A slide whose links are underlined, and say nothing else of their look."""
    root = etree.fromstring(slide)
    for look in root.iter(f"{A}rPr"):
        link = look.find(f"{A}hlinkClick")
        if link is not None:
            look.attrib.clear()
            look.set("u", "sng")
            look[:] = [link]
    return bytes(etree.tostring(root))


def _saved_as_by(program: str, path: Path, edits: Iterable[str] = ()) -> Path:
    """The small deck with edits of its parts, that says that a program saved it."""
    parts = parts_of(built_bytes())
    for name in edits:
        EDITS[name][0](parts)
    said = f"<Application>{program}/10.0</Application>".encode()
    parts["docProps/app.xml"] = re.sub(rb"<Application>.*?</Application>", said, parts["docProps/app.xml"])
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def _changed(path: Path, changes: Mapping[str, Callable[[bytes], bytes]]) -> None:
    """Change the parts of a deck that begin with a name."""
    parts = parts_of(path.read_bytes())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            own = (change for start, change in changes.items() if name.startswith(start))
            archive.writestr(name, next(own, bytes)(data))


def test_what_onlyoffice_restates_or_drops_is_no_edit_by_hand(tmp_path: Path) -> None:
    base, saved = tmp_path / "built.pptx", _saved_as_by("ONLYOFFICE", tmp_path / "saved.pptx")
    base.write_bytes(built_bytes())
    relationships = parts_of(base.read_bytes())["ppt/_rels/presentation.xml.rels"].decode()
    fingerprint = re.findall(r'Id="(\w+)" Type="[^"]*/customXml"', relationships)[0]
    listed = f'<p:custDataLst><p:custData r:id="{fingerprint}"/></p:custDataLst><p:kinsoku'.encode()

    def presentation(xml: bytes) -> bytes:
        return re.sub(rb"<p:extLst>.*</p:extLst>", b"", xml, flags=re.DOTALL).replace(b"<p:kinsoku", listed)

    def slide(xml: bytes) -> bytes:
        return _links_restated(xml.replace(b' noProof="1"', b""))

    _changed(saved, {"ppt/presentation.xml": presentation, "ppt/slides/slide": slide})
    assert b'noProof="1"' in b"".join(parts_of(base.read_bytes()).values())
    assert not docgen.hand_edits(saved, base=base)


def test_a_comment_is_read_whose_author_list_has_the_type_that_onlyoffice_states(tmp_path: Path) -> None:
    saved = _saved_as_by("ONLYOFFICE", tmp_path / "saved.pptx", ["comment"])
    _changed(saved, {"[Content_Types].xml": lambda xml: xml.replace(b".commentAuthors+xml", b".commentAuthors.main+xml")})
    assert [edit.done.code for edit in docgen.hand_edits(saved).edits] == ["merge-comment"]


@pytest.mark.parametrize("edit", ["shadow", "gridlines", "master", "layout", "gap"])
def test_what_is_added_by_hand_is_told_though_libreoffice_spells_all_else_anew(edit: str, tmp_path: Path) -> None:
    assert docgen.hand_edits(_saved_as_by("LibreOffice", tmp_path / "saved.pptx", [edit]))


def test_counts_and_lines_that_libreoffice_adds_are_no_edit_by_hand(tmp_path: Path) -> None:
    saved = _saved_as_by("LibreOffice", tmp_path / "saved.pptx", ["custom property", "gap"])
    counts = {
        "docProps/custom.xml": lambda xml: xml.replace("部外秘".encode(), b"Slides").replace("真".encode(), b"10").replace(b"lpwstr", b"r8"),
        "ppt/charts/chart": lambda xml: xml.replace(b"dropLines", b"hiLowLines"),
    }
    _changed(saved, counts)
    assert not docgen.hand_edits(saved)


def test_a_property_of_peoples_own_is_told_though_it_is_called_as_a_count_is(tmp_path: Path) -> None:
    saved = _saved_as_by("LibreOffice", tmp_path / "saved.pptx", ["custom property"])
    _changed(saved, {"docProps/custom.xml": lambda xml: xml.replace("部外秘".encode(), b"Notes")})
    assert [edit.done.code for edit in docgen.hand_edits(saved).edits] == ["merge-custom-properties"]
