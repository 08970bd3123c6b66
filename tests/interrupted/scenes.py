"""What is interrupted: commands that write a deck, a deck and its content, a folder; and whether what lies there is whole."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from support.small_folder import make_folder

import docgen

State = Mapping[str, str]
"""Each file of a scene by its path, with the digest of its bytes."""

CONTENT, DECK, NEXT = "content", "out/deck.pptx", "next"


@dataclass(frozen=True, slots=True)
class Scene:
    """A command, the folder that it runs in as it was before, and what of it belongs together.

    What a group of ``wholes`` names is all as before or all as after.
    """

    name: str
    arguments: tuple[str, ...]
    wholes: tuple[str, ...]
    prepare: Callable[[Path], None]
    at_once: tuple[str, ...] = ()
    """What is run beside it, where two run at once; by default the same."""


def _small(folder: Path) -> None:
    make_folder(folder / CONTENT)
    (folder / "out").mkdir()


def _build(folder: Path) -> None:
    """A deck of last week, and content that has changed since."""
    _small(folder)
    docgen.build(docgen.load(folder / CONTENT)).save(folder / DECK)
    path = folder / CONTENT / "compendium.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("小さな", "新しい"), encoding="utf-8")


def _merge(folder: Path) -> None:
    """A deck in which a text was changed by hand, to be written over, and the content that it goes into."""
    _small(folder)
    docgen.build(docgen.load(folder / CONTENT)).save(folder / DECK)
    presentation = Presentation(str(folder / DECK))
    for run in _runs(presentation):
        run.text = run.text.replace("死者数。", "死者の数。").replace("課題の評価", "課題への評価")
    presentation.save(str(folder / DECK))


def _runs(presentation: Any) -> list[Any]:
    shapes = [shape for slide in presentation.slides for shape in slide.shapes if shape.has_text_frame]
    return [run for shape in shapes for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]


SCENES = (
    Scene("build", ("build", CONTENT, "-o", DECK), (DECK,), _build, ("build", CONTENT, "-o", DECK, "-l", "mext")),
    Scene("merge --to-content", ("merge", DECK, CONTENT, "-o", DECK, "--to-content"), (DECK, CONTENT), _merge),
    Scene("roll", ("roll", CONTENT, NEXT), (NEXT, CONTENT), _small),
)
"""The commands that write."""


def state(folder: Path) -> State:
    """What lies in a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copied(source: Path, target: Path) -> Path:
    """A fresh copy of a scene's folder."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def of(found: State, whole: str) -> State:
    """The part of a state that is a file, or in a folder."""
    return {name: digest for name, digest in found.items() if name == whole or name.startswith(f"{whole}/")}


def strays(folder: Path) -> list[str]:
    """What lies there and is nobody's."""
    names = [name for _, folders, files in os.walk(folder) for name in (*folders, *files)]
    return [name for name in names if name.startswith(".docgen-")]
