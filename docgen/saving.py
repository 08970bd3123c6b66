"""Several files of a folder written in one step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docgen.errors import DocgenError
from docgen.pipeline import save_bytes


def save_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files of a folder, by their paths in it: all or none.

    Raises DocgenError where one cannot be written; then the folder is as it was.
    """
    before = {file: (folder / file).read_bytes() for file in files}
    written: list[str] = []
    try:
        for file, data in files.items():
            save_bytes(data, folder / file)
            written.append(file)
    except DocgenError:
        for file in written:
            save_bytes(before[file], folder / file)
        raise
