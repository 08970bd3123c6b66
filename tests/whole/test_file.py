"""A file is written whole or not at all, and what is written over stays what it was: a link, its mode, a device."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.whole.file import write_file
from docgen.whole.part import clear_leftovers, is_part, part_of


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_mode_that_other_programs_give(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"x")
    assert write_file(b"new", tmp_path / "a.pptx").read_bytes() == b"new"
    assert (tmp_path / "a.pptx").stat().st_mode == other.stat().st_mode
    assert names(tmp_path) == ["a.pptx", "other"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_was_there_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_file(b"new", path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "deck.pptx"
    real.write_bytes(b"old")
    (tmp_path / "link.pptx").symlink_to(real)
    write_file(b"new", tmp_path / "link.pptx")
    assert (tmp_path / "link.pptx").is_symlink()
    assert (real.read_bytes(), names(tmp_path / "real")) == (b"new", ["deck.pptx"])


def test_a_read_only_file_stays_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"signed")
    path.chmod(0o444)
    with pytest.raises(DocgenError) as error:
        write_file(b"new", path)
    assert (error.value.code, error.value.where, path.read_bytes()) == ("target-read-only", str(path), b"signed")


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to a folder"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.pptx"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        (tmp_path / "b").mkdir()
        path.symlink_to(tmp_path / "b")
    before = path.lstat().st_mode
    with pytest.raises(DocgenError) as error:
        write_file(b"new", path)
    assert (error.value.code, path.lstat().st_mode) == ("target-no-file", before)


def test_a_link_that_leads_round_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(DocgenError):
        write_file(b"new", tmp_path / "a")


@pytest.mark.parametrize("name", ["あ" * 83 + ".pptx", "x" * 250 + ".pptx"])
def test_every_name_that_the_disk_takes_is_written(tmp_path: Path, name: str) -> None:
    assert write_file(b"new", tmp_path / name).read_bytes() == b"new"


@pytest.mark.parametrize("name", ["あ" * 90 + ".pptx", "none/a.pptx", "\0.pptx", ""])
def test_a_name_that_it_does_not_take_is_refused_with_its_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocgenError) as error:
        write_file(b"new", tmp_path / name)
    assert str(tmp_path) in str(error.value.where)
    assert names(tmp_path) == []


def test_the_bytes_are_on_the_disk_before_they_are_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        seen.append("sync")
        sync(handle)

    def replaced(part: Path, target: Path) -> Path:
        seen.append("replace")
        return replace(part, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_file(b"new", tmp_path / "a.pptx")
    assert seen == ["sync", "replace", "sync"]


def test_who_stops_the_program_while_it_writes_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(part: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    (tmp_path / "a.pptx").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_file(b"new", tmp_path / "a.pptx")
    assert (names(tmp_path), (tmp_path / "a.pptx").read_bytes()) == (["a.pptx"], b"old")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.pptx").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocgenError) as error:
        write_file(b"new", tmp_path / "a.pptx")
    assert error.value.code == "deck-not-written"
    assert (names(tmp_path), (tmp_path / "a.pptx").read_bytes()) == (["a.pptx"], b"old")


def test_what_a_killed_program_left_goes_at_the_next_writing_of_the_same_file(tmp_path: Path) -> None:
    target, other = tmp_path / "a.pptx", tmp_path / "b.pptx"
    own = part_of(target)
    killed = own.with_name(own.name.replace(f"-{os.getpid()}-", f"-{2**22 + 7}-"))
    of_other = part_of(other)
    for path in (own, killed, of_other):
        path.write_bytes(b"half")
    assert all(is_part(path.name) for path in (own, killed, of_other))
    write_file(b"new", target)
    # What a program that runs is writing, and what is another file's, stays.
    assert names(tmp_path) == sorted([own.name, of_other.name, "a.pptx"])


def test_files_with_names_of_ones_own_are_no_leftovers(tmp_path: Path) -> None:
    for name in (".docgen-notes", "docgen-12345678-12345678-1-ab", ".docgen-xyz-1-2-3"):
        (tmp_path / name).write_bytes(b"mine")
    before = names(tmp_path)
    clear_leftovers(tmp_path / "a.pptx")
    assert names(tmp_path) == before
