"""A new content folder as a copy of the starter content: a small compendium, explained in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from docgen.shipped import shipped_folder
from docgen.whole.folder import write_folder


def copy_starter(target: Path, describe: Callable[[Path], object]) -> None:
    """Make the folder ``target``, with the starter content in it.

    ``describe`` writes into a folder what editors need to help with it. Raises DocgenError where something stands there
    already, or where it cannot be written.
    """
    starter = shipped_folder("content") / "starter"

    def fill(part: Path) -> None:
        shutil.copytree(starter, part, dirs_exist_ok=True)
        describe(part)

    write_folder(target, fill)
