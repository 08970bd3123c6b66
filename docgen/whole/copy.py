"""A copy of a content folder with some of its files changed, to try them before anything is written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from docgen.errors import DocgenError
from docgen.messages import reason_of
from docgen.whole.part import clear_leftovers, part_of, remove


@contextmanager
def copy_with(files: Mapping[Path, bytes], folder: Path) -> Iterator[Path]:
    """A copy of ``folder``, beside it so that its paths lead on, in which the paths of ``files`` hold these bytes.

    It goes when the block ends. DocgenError where it cannot be made.
    """
    place = folder.resolve()
    clear_leftovers(place)
    copy = part_of(place)
    try:
        try:
            shutil.copytree(place, copy)
            for path, data in files.items():
                (copy / path.resolve().relative_to(place)).write_bytes(data)
        except OSError as error:
            raise DocgenError("form-no-copy", where=str(place.parent), reason=reason_of(error)) from error
        yield copy
    finally:
        remove(copy)
