"""Edits in decks that other programs saved: a bit of ``python -m tests.merging.saved_elsewhere``, and what each restates."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from lxml import etree
from support.small_decks import built_bytes

import docgen
from docgen.merging.xml_names import A
from merging.saved_elsewhere import tried


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


def test_what_onlyoffice_restates_or_drops_is_no_edit_by_hand(tmp_path: Path) -> None:
    base, saved = tmp_path / "built.pptx", tmp_path / "saved.pptx"
    base.write_bytes(built_bytes())
    with zipfile.ZipFile(base) as source, zipfile.ZipFile(saved, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "docProps/app.xml":
                text = re.sub(rb"<Application>.*?</Application>", b"<Application>ONLYOFFICE/10.0</Application>", text)
            elif name == "ppt/presentation.xml":
                text = re.sub(rb"<p:extLst>.*</p:extLst>", b"", text, flags=re.DOTALL)
            elif name.startswith("ppt/slides/slide"):
                text = _links_restated(text)
            target.writestr(name, text)
    assert not docgen.hand_edits(saved, base=base)
