"""A deck as it is drawn: without what would be fetched from elsewhere, a server or another folder of this machine."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docgen.outside.xml import parsed, serialized
from docgen.outside.zips import damage_told, open_zip, read_entry

_EXTERNAL = b"External"
# Whoever clicks a link follows it; nobody who draws a page does.
_FOLLOWED = "/hyperlink"


def offline(deck: Path, folder: Path) -> Path:
    """The deck, or where it names anything to be fetched a copy in ``folder`` that does not.

    Pictures, films and objects that lie elsewhere are not drawn; links stay. DocgenError for a deck that is damaged.
    """
    with damage_told(str(deck)), open_zip(deck, str(deck)) as archive:
        changed = {
            name: data
            for name in archive.namelist()
            if name.endswith(".rels") and (data := _without_outside(archive, name, deck)) is not None
        }
        if not changed:
            return deck
        folder.mkdir(parents=True, exist_ok=True)
        copy = folder / deck.name
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as made:
            for name in archive.namelist():
                made.writestr(name, changed.get(name) or read_entry(archive, name, str(deck)))
    return copy


def _without_outside(archive: zipfile.ZipFile, name: str, deck: Path) -> bytes | None:
    """A part's relationships without those that are fetched; None where there are none."""
    data = read_entry(archive, name, str(deck))
    if _EXTERNAL not in data:
        return None
    root = parsed(data, name, str(deck))
    fetched = [
        element
        for element in root
        if element.get("TargetMode") == "External" and not element.get("Type", "").endswith(_FOLLOWED)
    ]
    for element in fetched:
        root.remove(element)
    return serialized(root) if fetched else None
