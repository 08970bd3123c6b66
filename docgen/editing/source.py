"""The folder that is rolled: its compendium, and its files as texts in which places are found again."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from docgen.editing.edits import TextEdit, edited_text
from docgen.editing.years import year_later
from docgen.errors import DocgenError, FieldPath, Position
from docgen.model import Compendium, DataTable
from docgen.reading.text_files.delimited import SUFFIXES
from docgen.reading.text_files.encodings import Decoded
from docgen.reading.text_files.file import path_named, read_text
from docgen.reading.yaml_edit import replacement, scalar_spans

IN_PLACE = (".xlsx", ".xlsm")
"""The workbooks that are edited in place."""


@dataclass(slots=True)
class Source:
    """A content folder that loads. Files are named by their path in the folder; each is read once."""

    root: Path
    compendium: Compendium
    _texts: dict[str, Decoded] = field(default_factory=dict)
    _spans: dict[str, Mapping[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)

    def text(self, file: str) -> str:
        """A file's text as it is written, line ends and all, but without a byte order mark."""
        return self._read(file).text

    def path(self, file: str) -> Path:
        """Where a file lies, also where its name is spelled otherwise there, as macOS spells it."""
        return path_named(self.root, file)

    def encoded(self, file: str, text: str) -> bytes:
        """A text in the encoding of the file that it is to replace."""
        return self._read(file).encoded(text)

    def decoded(self, file: str, data: bytes) -> str:
        """The text of bytes that are written in the encoding of a file."""
        return self._read(file).text_of(data)

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

    def written(self, path: FieldPath, new: str, kind: Literal["text", "number"] = "text") -> tuple[TextEdit, ...]:
        """The edit that writes ``new`` in place of the scalar at ``path``, whatever characters it holds.

        Raises DocgenError where no single value stands there, or one that several places share.
        """
        where = self.compendium.origin.positions.get(path)
        if where is None:
            raise self._not_written(path)
        file = self._name(where)
        return (TextEdit(file, *replacement(self.text(file), where, new, kind)),)

    def rewritten(self, path: FieldPath, change: Callable[[str], str]) -> tuple[TextEdit, ...]:
        """The edit that makes ``change`` of the scalar at ``path`` as its file spells it; none where that is the same."""

        def edit(file: str, start: int, end: int) -> TextEdit | None:
            before = self.text(file)[start:end]
            after = change(before)
            return TextEdit(file, start, end, after) if after != before else None

        return self._edits(path, edit)

    def item_added(self, path: FieldPath, text: str) -> tuple[TextEdit, ...]:
        """The edit that puts an item after that at ``path``, the last of a list; one written alone becomes a list."""

        def edit(file: str, start: int, end: int) -> TextEdit:
            whole = self.text(file)
            last = whole[start:end].rstrip("\r\n")
            before = whole[whole.rfind("\n", 0, start) + 1 : start]
            stop = start + len(last)
            if re.search(r"[\[,]\s*$", whole[:start]):
                return TextEdit(file, stop, stop, f", {text}")
            if re.fullmatch(r"\s*-\s+", before):
                ending = "\r\n" if "\r\n" in whole else "\n"
                return TextEdit(file, stop, stop, f"{ending}{before}{text}")
            return TextEdit(file, start, stop, f"[{last}, {text}]")

        return self._edits(path, edit)

    def scalar(self, path: FieldPath) -> str:
        """The scalar at ``path`` as its file spells it, quotes and all; empty where no file has it."""
        edits = self._edits(path, lambda file, start, end: TextEdit(file, start, end, ""))
        return "".join(self.text(edit.file)[edit.start : edit.end] for edit in edits)

    def key_after(self, path: FieldPath, key: str, value: str) -> tuple[TextEdit, ...]:
        """The edit that adds ``key: value`` to a record, after the scalar at ``path``, which is a field of it."""

        def edit(file: str, start: int, end: int) -> TextEdit | None:
            whole = self.text(file)
            before = whole[whole.rfind("\n", 0, start) + 1 : start]
            own_line = re.fullmatch(rf"(\s*(?:-\s+)*){path[-1]}:\s*", before)
            if own_line is None:
                in_line = re.search(rf"[,{{\s]{path[-1]}:\s*$", before)
                return TextEdit(file, end, end, f", {key}: {value}") if in_line else None
            stop = start + len(whole[start:end].rstrip("\r\n"))
            line_end = whole.find("\n", stop)
            ending = "\r\n" if "\r\n" in whole else "\n"
            added = f"{' ' * len(own_line[1])}{key}: {value}{ending}"
            if line_end < 0:
                return TextEdit(file, len(whole), len(whole), ending + added)
            return TextEdit(file, line_end + 1, line_end + 1, added)

        edits = self._edits(path, edit)
        if not edits:
            raise self._not_written(path)
        return edits

    def item_again(self, path: FieldPath, changes: Mapping[str, str]) -> tuple[TextEdit, ...]:
        """The edit that writes an item of a list again after itself, with ``changes`` of its fields."""
        file, start, end, between = self._item(path)
        whole = self.text(file)
        fields = [edit for name, text in changes.items() for edit in self.replaced((*path, name), text)]
        moved = [TextEdit(file, edit.start - start, edit.end - start, edit.text) for edit in fields]
        again = edited_text(whole[start:end], moved)
        if not between and not whole[:end].endswith("\n"):
            again = ("\r\n" if "\r\n" in whole else "\n") + again
        return (TextEdit(file, end, end, between + again),)

    def _item(self, path: FieldPath) -> tuple[str, int, int, str]:
        """An item of a list: its file, the offsets of its characters, and what stands between two items.

        One that begins with a dash has whole lines; one in brackets ends with its brace.
        """
        where = self.compendium.origin.positions.get(path)
        if where is None:
            raise self._not_written(path)
        for removed in self.without_item(path):
            return removed.file, removed.start, removed.end, ""
        file = self._name(where)
        whole = self.text(file)
        start = sum(len(line) + 1 for line in whole.split("\n")[: where.line - 1]) + where.column - 1
        inner = [place for own, place in self.compendium.origin.positions.items() if own[: len(path)] == path]
        spans = scalar_spans(whole)
        last = max(spans[place.line, place.column][1] for place in inner if (place.line, place.column) in spans)
        return file, start, whole.index("}", last) + 1, ", "

    def _not_written(self, path: FieldPath) -> DocgenError:
        return DocgenError("value-not-writable", where=self.compendium.position(path))

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

    def takes_rows(self, table: DataTable) -> bool:
        """Whether the file of a table is one that rows can be added to: a text file, or a workbook edited in place."""
        return Path(table.file).suffix.lower() in (*SUFFIXES, *IN_PLACE)

    def _read(self, file: str) -> Decoded:
        """A file's text in its encoding."""
        if file not in self._texts:
            named = (dataset.encoding for dataset in self.compendium.datasets.values() if dataset.file == file)
            self._texts[file] = read_text(self.path(file), next(named, None))
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
