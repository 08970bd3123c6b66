"""A content folder is read as it stands at one time: what changes meanwhile is told, and nothing is built of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.errors import DocgenError, DocgenErrors
from docgen.reading import snapshot
from docgen.reading.records import RecordReader

DATA = "data/deaths.csv"


def written(root: Path) -> None:
    (root / DATA).write_text((root / DATA).read_text(encoding="utf-8").replace("2610", "2611"), encoding="utf-8")


def replaced(root: Path) -> None:
    """As sync programs do: another file of the same size and date in its place."""
    state = (root / DATA).stat()
    other = root / "data" / ".other"
    other.write_bytes((root / DATA).read_bytes())
    os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
    other.replace(root / DATA)


def gone(root: Path) -> None:
    (root / DATA).unlink()


def added(root: Path) -> None:
    for name in ("~$deaths.xlsx", "new.csv"):
        (root / "data" / name).write_text("x", encoding="utf-8")


def while_reading(change: Callable[[Path], None], root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a change once the folder's first file is read."""
    read = RecordReader.document
    done: list[Path] = []

    def document(reader: RecordReader, path: Path) -> object:
        if not done:
            done.append(path)
            change(root)
        return read(reader, path)

    monkeypatch.setattr(RecordReader, "document", document)


@pytest.mark.parametrize("change", [written, replaced, gone])
def test_a_file_that_changes_while_the_folder_is_read_is_told(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_folder(tmp_path / "content")
    while_reading(change, root, monkeypatch)
    with pytest.raises(DocgenError) as caught:
        docgen.load(root)
    errors = caught.value.errors if isinstance(caught.value, DocgenErrors) else (caught.value,)
    assert ("file-changed-meanwhile", f"{root / DATA}:1:1") in [(error.code, str(error.where)) for error in errors]


def test_files_of_systems_and_new_ones_may_come_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_folder(tmp_path / "content")
    while_reading(added, root, monkeypatch)
    assert docgen.load(root).title


def test_a_folder_of_all_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "MOST_FILES", 5)
    with pytest.raises(DocgenError, match="more than 5 files"):
        docgen.load(make_folder(tmp_path / "content"))
