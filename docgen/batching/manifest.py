"""Which decks a folder holds and of what they were made: a file beside them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docgen.batching.inputs import digest_of
from docgen.whole.file import write_file

NAME = "docgen-batch.json"
"""The file's name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deck: the digests of its ``inputs`` and of its ``output``, and how many slides it has."""

    inputs: str
    output: str
    slides: int


class Manifests:
    """The manifests of the folders that decks are written to; each is read once, and written with each new deck."""

    def __init__(self) -> None:
        self._folders: dict[Path, dict[str, Entry]] = {}

    def unchanged(self, output: Path, inputs: str | None) -> Entry | None:
        """The entry of a deck that is there as it was written, made of the same ``inputs``; else None."""
        entry = self._of(output.parent).get(output.name)
        if entry is None or entry.inputs != inputs or not output.is_file():
            return None
        return entry if digest_of(output) == entry.output else None

    def keep(self, output: Path, entry: Entry) -> None:
        """Note a deck that was written."""
        decks = self._of(output.parent)
        decks[output.name] = entry
        stated = {"decks": {name: asdict(decks[name]) for name in sorted(decks)}}
        text = json.dumps(stated, ensure_ascii=False, indent=1)
        write_file(f"{text}\n".encode("utf-8", "surrogateescape"), output.parent / NAME)

    def _of(self, folder: Path) -> dict[str, Entry]:
        if folder not in self._folders:
            self._folders[folder] = _read(folder / NAME)
        return self._folders[folder]


def _read(path: Path) -> dict[str, Entry]:
    """The decks of a manifest. One that is not there, or not as it was written, tells of none: all are built anew."""
    try:
        stated: Any = json.loads(path.read_text(encoding="utf-8", errors="surrogateescape"))
        return {name: Entry(**entry) for name, entry in stated["decks"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
