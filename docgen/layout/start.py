"""A new layout pack: a folder with a layout.yaml that states what usually differs from pack to pack."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.layout.schema import SCHEMA_FILE, schema_text
from docgen.layout.starting.proposal import propose
from docgen.messages import Message, message
from docgen.shipped import PACK_FILE
from docgen.value import value

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# The colours of the parent that a bureau usually replaces.
_COLOURS = ("ink", "paper", "navy", "pale_head", "blue", "light_blue", "amber", "teal", "plum", "grey")


@value(frozen=True, slots=True)
class Started:
    """A new pack: its layout.yaml, and what remains to be looked at."""

    file: Path
    remarks: tuple[Message, ...] = ()


def start_pack(folder: Path, parent: str, template: Path | None = None) -> Started:
    """Make ``folder`` with the layout.yaml of a pack that extends ``parent``.

    With a ``template``, a copy of it lies beside, and layout.yaml proposes what its slide layouts and
    placeholders are. Raises DocgenError where there is no such parent, where the folder's name is no name of a
    pack, where the folder holds a pack already, and for a file that is no template.
    """
    file = _new_file(folder)
    pack = load_pack(parent)
    # A schema that stands beside the packs serves them all.
    shared = (folder.parent / SCHEMA_FILE).is_file()
    head = _head(folder.name, parent, f"../{SCHEMA_FILE}" if shared else SCHEMA_FILE)
    if template is None:
        started, text = Started(file), head + _differences(pack)
    else:
        # Only packs on a template need python-pptx.
        from docgen.layout.template.open import open_template

        proposal = propose(open_template(template, str(template)), pack)
        name = f"template{template.suffix.lower()}"
        started = Started(file, proposal.remarks)
        text = f"{head}# {message('start-from-template')}\ntemplate: {name}\n\n{proposal.text}"
    folder.mkdir(parents=True, exist_ok=True)
    if template is not None:
        shutil.copyfile(template, folder / name)
        for beside, widths in proposal.files.items():
            (folder / beside).write_text(widths, encoding="utf-8")
    if not shared:
        (folder / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    return started


def _new_file(folder: Path) -> Path:
    if not _NAME.fullmatch(folder.name):
        raise DocgenError("no-pack-name", where=str(folder), name=folder.name)
    file = folder / PACK_FILE
    if file.exists():
        raise DocgenError("pack-there-already", where=str(file))
    return file


def _head(name: str, parent: str, schema: str) -> str:
    return (
        f"# yaml-language-server: $schema={schema}\n"
        f"# {message('start-differences', parent=parent)}\n"
        f"extends: {json.dumps(parent, ensure_ascii=False)}\n"
        f"name: {name}\n"
        f"label: {name} データ集\n\n"
    )


def _differences(pack: LayoutPack) -> str:
    fonts = "\n".join(f"  {role}: {{name: {face.name}}}" for role, face in pack.fonts.items())
    stated = {name: pack.colours[name].rgb for name in _COLOURS if name in pack.colours}
    colours = "\n".join(f'  {name}: {{rgb: "{rgb}"}}' for name, rgb in stated.items() if rgb is not None)
    size = f"page: {{width: {pack.page.width:g}, height: {pack.page.height:g}}}"
    return f"{size}\n\nfonts:\n{fonts}\n\ncolours:\n{colours}\n"
