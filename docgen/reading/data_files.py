"""Data files to tables of text: text files with the line of each row, workbooks by their own room."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Where, nearest
from docgen.messages import message
from docgen.model.cells.text import composed
from docgen.model.data import DataTable
from docgen.model.dataset import WORKBOOK_KEYS, Dataset
from docgen.outside.folders import allowed_folders, must_be_inside, must_be_plain_name
from docgen.reading.text_files.delimited import SUFFIXES, read_delimited
from docgen.reading.text_files.file import path_named

if TYPE_CHECKING:
    from docgen.reading.workbook import OpenBooks

_EXCEL = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})


def read_data(dataset: Dataset, folder: Path, where: Where) -> DataTable:
    """The table of a single dataset, as by :class:`DataFiles`."""
    with ExitStack() as files:
        return DataFiles(folder, files).table(dataset, where)


class DataFiles:
    """The data files of a content folder. A workbook that several datasets name is opened once, until ``files`` close.

    A file lies in the content folder, or in one of those that are ``allowed``.
    """

    def __init__(self, folder: Path, files: ExitStack, allowed: Sequence[Path] = ()) -> None:
        self._folder, self._files, self._allowed = folder, files, allowed
        self._books: OpenBooks | None = None

    def table(self, dataset: Dataset, where: Where) -> DataTable:
        """The table of a dataset; its first row names the columns.

        ``where`` is the place in the content that names the file. Raises DocgenError for a file that is not
        there or cannot be read, a sheet or range that is not in it, and columns that share a name.
        """
        further = (*self._allowed, *allowed_folders(os.environ))
        must_be_plain_name(dataset.file, where, further)
        path = path_named(self._folder, dataset.file)
        must_be_inside(path, dataset.file, self._folder, where, further)
        if not path.is_file():
            raise _not_there(dataset.file, self._folder, where)
        suffix = path.suffix.lower()
        if suffix in SUFFIXES:
            _must_be_plain(dataset, where)
            return read_delimited(dataset, path)
        if suffix in _EXCEL:
            if dataset.encoding is not None:
                raise DocgenError("encoding-of-workbook", where=where, file=dataset.file)
            return self._of_workbook(dataset, path, where)
        raise DocgenError("data-file-of-other-kind", where=where, file=dataset.file)

    def _of_workbook(self, dataset: Dataset, path: Path, where: Where) -> DataTable:
        from docgen.reading.workbook import OpenBooks, read_workbook

        if self._books is None:
            self._books = OpenBooks(self._files)
        return read_workbook(dataset, path, where, self._books)


def _must_be_plain(dataset: Dataset, where: Where) -> None:
    """DocgenError for a text file with keys that only a workbook has a use for."""
    keys = tuple(key for key in WORKBOOK_KEYS if key in dataset.model_fields_set)
    if keys:
        raise DocgenError("keys-for-workbooks", where=where, keys=keys, file=dataset.file)


def _not_there(file: str, folder: Path, where: Where) -> DocgenError:
    known = sorted(
        composed(path.relative_to(folder).as_posix())
        for path in (folder / "data").rglob("*")
        if path.suffix.lower() in _EXCEL | SUFFIXES
    )
    hint = nearest(file, known) or message("paths-from-folder")
    return DocgenError("no-data-file", where=where, hint=hint, file=file, folder=str(folder))
