"""The example of many decks: its content folder, its plan, and what one of its decks is when built alone."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path

import docgen
from docgen import DeckJob

EXAMPLE = Path(__file__).resolve().parent.parent / "batching" / "example"
NAMES = ("北海道", "青森県", "岩手県", "宮城県", "秋田県")


def copied(folder: Path, names: tuple[str, ...] = NAMES) -> Path:
    """The plan of a copy of the example in a folder, for these of the 47 prefectures alone."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    table = folder / "prefectures.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.split(",")[1] in ("name", *names)]
    table.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder / "plan.yaml"


def job(folder: Path, name: object, output: str | None = None) -> DeckJob:
    """The job of a prefecture's deck, from the example's own content."""
    return DeckJob(EXAMPLE / "content", folder / (output or f"{name}.pptx"), parameters={"name": name})


@functools.cache
def alone(name: str) -> bytes:
    """The bytes of a prefecture's deck that is built alone."""
    return docgen.build(docgen.load(EXAMPLE / "content", parameters={"name": name})).to_bytes()
