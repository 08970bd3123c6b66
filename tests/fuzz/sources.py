"""What is changed, as it is before: small contents of every kind of page, the shipped layout packs, a deck."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from support.small_folder import make_folder

import docgen
from docgen.kinds.catalogue import kinds_of
from docgen.kinds.example import example_of, write_example
from docgen.slides.registry import registry

ROOT = Path(__file__).resolve().parents[2]
Files = Mapping[str, bytes]
"""The files of a folder by their paths in it."""


def files_of(folder: Path) -> Files:
    """The files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@functools.cache
def contents(named: str = "") -> tuple[Files, ...]:
    """The contents to change: the one of the folder that is named, else small ones, of every kind of page."""
    if named:
        return (files_of(Path(named)),)
    with tempfile.TemporaryDirectory() as folder:
        found = [files_of(make_folder(Path(folder) / "small"))]
        for kind in kinds_of(registry()):
            example = example_of(kind.word)
            if example is not None and example.parts:
                write_example(example, Path(folder) / kind.word)
                found.append(files_of(Path(folder) / kind.word))
    return tuple(found)


@functools.cache
def packs() -> Mapping[str, Files]:
    """The shipped layout packs."""
    return {path.parent.name: files_of(path.parent) for path in sorted((ROOT / "layouts").glob("*/layout.yaml"))}


@functools.cache
def small() -> docgen.Compendium:
    """The small content, loaded."""
    with tempfile.TemporaryDirectory() as folder:
        return docgen.load(make_folder(Path(folder)))


@functools.cache
def small_deck() -> bytes:
    """Its deck."""
    return docgen.build(small()).to_bytes()


def written(files: Files, folder: Path) -> Path:
    """The files in a fresh folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
