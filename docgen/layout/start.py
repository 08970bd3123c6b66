"""The beginning of a layout pack: its folder with a layout.yaml that states what packs mostly differ in."""

from __future__ import annotations

import json
import re
from pathlib import Path

from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.shipped import PACK_FILE

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_COLOURS = ("ink", "paper", "navy", "pale_head", "blue", "light_blue", "amber", "teal", "plum", "grey")


def start_pack(folder: Path, parent: str) -> Path:
    """Make ``folder`` with the layout.yaml of a pack that extends ``parent``; the path of the file.

    Raises DocgenError where there is no such parent, where the folder's name is no name of a pack, or where
    the folder holds a pack already.
    """
    file = _new_file(folder)
    pack = load_pack(parent)
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(_text(folder.name, parent, pack), encoding="utf-8")
    return file


def _new_file(folder: Path) -> Path:
    if not _NAME.fullmatch(folder.name):
        raise DocgenError(
            f"{folder.name!r} is no name of a layout pack",
            where=str(folder),
            expected="a folder named with letters, digits, _ and -, such as layouts/my_bureau",
        )
    file = folder / PACK_FILE
    if file.exists():
        raise DocgenError(
            "there is a layout pack already", where=str(file), expected="a folder without one", hint="choose another name"
        )
    return file


def _text(name: str, parent: str, pack: LayoutPack) -> str:
    fonts = "\n".join(f"  {role}: {{name: {face.name}}}" for role, face in pack.fonts.items())
    colours = "\n".join(f'  {key}: {{rgb: "{rgb}"}}' for key, rgb in _rgb(pack))
    return (
        f"# What is not stated here is as in {parent}. Lengths are points.\n"
        f"extends: {json.dumps(parent, ensure_ascii=False)}\n"
        f"name: {name}\n"
        f"label: {name} データ集\n\n"
        f"page: {{width: {pack.page.width:g}, height: {pack.page.height:g}}}\n\n"
        f"fonts:\n{fonts}\n\n"
        f"colours:\n{colours}\n"
    )


def _rgb(pack: LayoutPack) -> list[tuple[str, str]]:
    """The parent's colours that a bureau mostly has of its own."""
    stated = ((name, pack.colours[name].rgb) for name in _COLOURS if name in pack.colours)
    return [(name, rgb) for name, rgb in stated if rgb is not None]
