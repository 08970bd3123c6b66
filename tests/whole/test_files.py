"""Several files of a folder are written all or none, whenever the program is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.whole.copy import copy_with
from docgen.whole.files import finish_interrupted, write_files
from docgen.whole.part import part_of

FILES = ("compendium.yaml", "data/a.csv", "pages/b.yaml")
_DEAD = 2**22 + 7


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"old")
    return root


def held(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def every(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def new(folder: Path) -> dict[Path, bytes]:
    return {folder / name: f"new {name}".encode() for name in FILES}


def test_all_are_written_and_nothing_else_stays(folder: Path) -> None:
    write_files(new(folder), folder)
    assert held(folder) == list(new(folder).values())
    assert every(folder) == sorted(FILES)


def test_where_one_cannot_be_written_none_is(folder: Path) -> None:
    (folder / "data/a.csv").chmod(0o444)
    with pytest.raises(DocgenError) as error:
        write_files(new(folder), folder)
    assert (error.value.code, held(folder), every(folder)) == ("target-read-only", [b"old"] * 3, sorted(FILES))


def test_where_one_cannot_be_put_in_its_place_all_are_as_they_were(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def refused(part: Path, target: Path) -> Path:
        if target.name == "b.yaml" and (folder / "pages/b.yaml").read_bytes() == b"old" and (folder / "compendium.yaml").read_bytes() != b"old":
            raise OSError(5, "Input/output error")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(DocgenError) as error:
        write_files(new(folder), folder)
    monkeypatch.undo()
    assert error.value.code in ("files-not-written", "deck-not-written")
    assert held(folder)[:2] == [b"old"] * 2


def test_a_program_that_is_killed_after_its_journal_is_finished_by_the_next(folder: Path) -> None:
    root = folder.resolve()
    parts = {}
    for name in FILES:
        part = part_of(root / name)
        part = part.with_name(part.name.replace(f"-{os.getpid()}-", f"-{_DEAD}-"))
        part.write_bytes(b"new")
        parts[name] = part.relative_to(root).as_posix()
    own = part_of(root / "journal")
    journal = own.with_name(own.name.replace(f"-{os.getpid()}-", f"-{_DEAD}-") + ".journal")
    journal.write_text(json.dumps({"files": parts}), encoding="utf-8")
    finish_interrupted(folder)
    assert (held(folder), every(folder)) == ([b"new"] * 3, sorted(FILES))


@pytest.mark.parametrize(
    "said",
    ["", "[]", '{"files": 3}', '{"files": {"../outside": "x"}}', '{"files": {"compendium.yaml": "pages/b.yaml"}}', '{"files": {"/etc/x": "/etc/y"}}'],
)
def test_a_journal_that_docgen_did_not_write_changes_nothing(folder: Path, said: str) -> None:
    own = part_of(folder.resolve() / "journal")
    own.with_name(own.name.replace(f"-{os.getpid()}-", f"-{_DEAD}-") + ".journal").write_text(said, encoding="utf-8")
    finish_interrupted(folder)
    assert (held(folder), every(folder)) == ([b"old"] * 3, sorted(FILES))


def test_killed_at_any_moment_all_are_old_or_all_are_new(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from docgen.whole.files import write_files\n"
        "folder = Path(sys.argv[1]); print('on', flush=True)\n"
        "while True:\n"
        "    for word in (b'one', b'two'):\n"
        f"        write_files({{folder / name: word for name in {FILES!r}}}, folder)\n"
    )
    for moment in range(12):
        child = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.003 * moment)
        child.send_signal(signal.SIGKILL)
        child.wait()
        finish_interrupted(folder)
        assert len(set(held(folder))) == 1
    write_files(new(folder), folder)
    assert every(folder) == sorted(FILES)


def test_a_copy_holds_the_changed_files_and_goes_afterwards(folder: Path) -> None:
    with copy_with({folder / "data/a.csv": b"tried"}, folder) as copy:
        assert ((copy / "data/a.csv").read_bytes(), (copy / "pages/b.yaml").read_bytes()) == (b"tried", b"old")
        assert copy.parent == folder.resolve().parent
    assert not copy.exists()
    assert held(folder) == [b"old"] * 3


def left(place: Path) -> Path:
    """A part beside a path, or a copy of it, that a program left which is no more."""
    part = part_of(place.resolve())
    part = part.with_name(part.name.replace(f"-{os.getpid()}-", f"-{_DEAD}-"))
    part.write_bytes(b"left")
    return part


@pytest.mark.parametrize("where", ["journal", "data/other.csv", "../content"])
def test_what_a_killed_program_left_goes_whichever_files_are_written_next(folder: Path, where: str) -> None:
    part = left(folder / where)
    write_files({folder / "pages/b.yaml": b"new"}, folder)
    assert not part.exists()
    assert every(folder) == sorted(FILES)


def test_what_a_running_program_writes_stays(folder: Path) -> None:
    part = part_of(folder.resolve() / "data/other.csv")
    part.write_bytes(b"being written")
    write_files({folder / "pages/b.yaml": b"new"}, folder)
    assert part.exists()
