"""A new content folder as a copy of the starter content: a small compendium, explained in place."""

from __future__ import annotations

import shutil
from pathlib import Path

from docgen.new_folder import write_whole
from docgen.shipped import shipped_folder


def copy_starter(target: Path) -> None:
    """Make the folder ``target``, with the starter content in it.

    Raises DocgenError where something stands there already, or where it cannot be written.
    """
    starter = shipped_folder("content") / "starter"
    write_whole(target, lambda part: shutil.copytree(starter, part, dirs_exist_ok=True))
