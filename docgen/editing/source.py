"""The folder that is rolled: its compendium, and its files as texts in which places are found again."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.editing.edits import TextEdit
from docgen.editing.years import year_later
from docgen.errors import FieldPath, Position
from docgen.model import Compendium, DataTable
from docgen.reading.yaml_edit import scalar_spans

_BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Source:
    """A content folder that loads. Files are named by their path in the folder; each is read once."""

    root: Path
    compendium: Compendium
    _texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    _spans: dict[str, Mapping[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)

    def text(self, file: str) -> str:
        """A file's text as it is written, line ends and all, but without a byte order mark."""
        return self._read(file)[0]

    def encoded(self, file: str, text: str) -> bytes:
        """A text in the encoding of the file that it is to replace."""
        return text.encode(self._read(file)[1])

    def year_later(self, path: FieldPath) -> tuple[TextEdit, ...]:
        """The edit that writes the scalar at ``path`` with its years raised by one, as it is spelled."""

        def edit(file: str, start: int, end: int) -> TextEdit | None:
            later = year_later(self.text(file)[start:end])
            return TextEdit(file, start, end, later) if later is not None else None

        return self._edits(path, edit)

    def replaced(self, path: FieldPath, text: str) -> tuple[TextEdit, ...]:
        """The edit that writes ``text`` in place of the scalar at ``path``, in the quotes that it stands in."""

        def edit(file: str, start: int, end: int) -> TextEdit:
            quote = self.text(file)[start]
            return TextEdit(file, start, end, f"{quote}{text}{quote}" if quote in "'\"" else text)

        return self._edits(path, edit)

    def line_after(self, path: FieldPath, text: str) -> tuple[TextEdit, ...]:
        """The edit that puts a line after the one in which the scalar at ``path`` ends."""

        def edit(file: str, start: int, end: int) -> TextEdit:
            whole = self.text(file)
            line_end = whole.find("\n", end)
            ending = "\r\n" if "\r\n" in whole else "\n"
            if line_end < 0:
                return TextEdit(file, len(whole), len(whole), f"{ending}{text}{ending}")
            return TextEdit(file, line_end + 1, line_end + 1, f"{text}{ending}")

        return self._edits(path, edit)

    def without_key(self, path: FieldPath) -> tuple[TextEdit, ...]:
        """The edit that takes a key and its scalar out: the whole line, or in ``{…}`` from the comma before."""

        def edit(file: str, start: int, end: int) -> TextEdit | None:
            whole = self.text(file)
            first = whole.rfind("\n", 0, start) + 1
            last = whole.find("\n", end) + 1 or len(whole)
            if re.fullmatch(rf"\s*{path[-1]}:\s*", whole[first:start]):
                return TextEdit(file, first, last, "")
            before = re.search(rf",\s*{path[-1]}:\s*$", whole[first:start])
            return TextEdit(file, first + before.start(), end, "") if before else None

        return self._edits(path, edit)

    def without_item(self, path: FieldPath) -> tuple[TextEdit, ...]:
        """The edit that takes an item of a list out: its lines, from its dash on."""
        where = self.compendium.position(path)
        if not isinstance(where, Position):
            return ()
        file = self._name(where)
        lines = self.text(file).splitlines(keepends=True)
        first = where.line - 1
        indent = where.column - 1
        if not re.fullmatch(r"\s*-\s+", lines[first][:indent]):
            return ()
        last = first + 1
        while last < len(lines) and lines[last].strip() and len(lines[last]) - len(lines[last].lstrip()) >= indent:
            last += 1
        start = sum(map(len, lines[:first]))
        return (TextEdit(file, start, start + sum(map(len, lines[first:last])), ""),)

    def csv_file(self, table: DataTable) -> str | None:
        """The name of a table's file, where rows can be added to it; None for an Excel file."""
        return table.file if table.file.lower().endswith(".csv") else None

    def _read(self, file: str) -> tuple[str, str]:
        """A file's text and its encoding; CSV files may be in that of Excel for Windows."""
        if file not in self._texts:
            data = (self.root / file).read_bytes()
            encoding = "utf-8-sig" if data.startswith(_BOM) else "utf-8"
            try:
                self._texts[file] = (data.decode(encoding), encoding)
            except UnicodeDecodeError:
                self._texts[file] = (data.decode("cp932"), "cp932")
        return self._texts[file]

    def _edits(
        self, path: FieldPath, edit: Callable[[str, int, int], TextEdit | None]
    ) -> tuple[TextEdit, ...]:
        """The edit of the scalar at ``path``, made of its file, start and end; none where no file has it."""
        where = self.compendium.origin.positions.get(path)
        if where is None:
            return ()
        file = self._name(where)
        if file not in self._spans:
            self._spans[file] = scalar_spans(self.text(file))
        span = self._spans[file].get((where.line, where.column))
        made = edit(file, *span) if span is not None else None
        return (made,) if made is not None else ()

    def _name(self, where: Position) -> str:
        return Path(os.path.relpath(where.file, self.root)).as_posix()
