"""The workbooks that are read for one folder: each is opened once, and each sheet of it is read once."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from docgen.reading.workbook.package import Package, opened
from docgen.reading.workbook.sheet import Sheet
from docgen.reading.workbook.sheet_cells import sheet_of
from docgen.reading.workbook.xlsx import SheetEntry, Workbook, workbook


class OpenBooks:
    """Workbooks that stay open until ``files`` are closed. DocgenError for one that cannot be read."""

    def __init__(self, files: ExitStack) -> None:
        self._files = files
        self._packages: dict[Path, Package] = {}
        self._books: dict[Path, Workbook] = {}
        self._sheets: dict[tuple[Path, str], Sheet] = {}

    def package(self, path: Path) -> Package:
        """The parts of a workbook."""
        if path not in self._packages:
            self._packages[path] = self._files.enter_context(opened(path))
        return self._packages[path]

    def book(self, path: Path) -> Workbook:
        """What a workbook says of itself."""
        if path not in self._books:
            self._books[path] = workbook(self.package(path))
        return self._books[path]

    def sheet(self, path: Path, entry: SheetEntry) -> Sheet:
        """A sheet of a workbook with its cells."""
        if (path, entry.name) not in self._sheets:
            self._sheets[path, entry.name] = sheet_of(self.book(path), entry)
        return self._sheets[path, entry.name]
