"""The digest of all that a deck is made of."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Iterator
from pathlib import Path

from docgen.batching.job import DeckJob
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.outside.folders import allowed_folders
from docgen.reading.files import MAIN_FILE
from docgen.reading.parameters import KEY, replace_parameters, settle_parameters
from docgen.reading.yaml_document import read_yaml


class InputDigests:
    """Digests of the inputs of jobs; each folder, and each pack, is read once for all of them."""

    def __init__(self) -> None:
        self._folders: dict[Path, str] = {}
        self._packs: dict[str | Path, tuple[Path, ...]] = {}

    def of(self, job: DeckJob) -> str | None:
        """The digest of a job's content, pack, parameters and docgen's version; None where something cannot be read.

        The content is all files of its folder, of the years before, and of the folders that the user allows.
        """
        try:
            folders = [*contents_of(job), *allowed_folders(os.environ), *self._pack(job)]
            read = [self._folder(folder) for folder in folders]
        except (DocgenError, OSError):
            return None
        parameters = {name: str(value) for name, value in sorted(job.parameters.items())}
        stated = [importlib.metadata.version("docgen"), str(job.layout), job.edition, parameters, read]
        return hashlib.sha256(json.dumps(stated).encode()).hexdigest()

    def _pack(self, job: DeckJob) -> tuple[Path, ...]:
        if job.layout not in self._packs:
            self._packs[job.layout] = load_pack(job.layout, trust=job.trust).origin.folders
        return self._packs[job.layout]

    def _folder(self, folder: Path) -> str:
        if folder not in self._folders:
            self._folders[folder] = folder_digest(folder)
        return self._folders[folder]


def folder_digest(folder: Path) -> str:
    """The digest of all files of a folder and their names."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix != ".pyc":
            name = path.relative_to(folder).as_posix()
            digest.update(f"{name}\0{digest_of(path)}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def contents_of(job: DeckJob) -> Iterator[Path]:
    """The content folder of a job, and those of the years before that it and they name."""
    seen: list[Path] = []
    folder: Path | None = Path(job.content)
    asked = job.previous
    while folder is not None and folder not in seen:
        yield folder
        seen.append(folder)
        folder, asked = Path(asked) if asked is not None else _named_previous(folder, job), None


def _named_previous(folder: Path, job: DeckJob) -> Path | None:
    main = read_yaml(folder / MAIN_FILE)
    own = main.value_at((KEY,))
    given = {name: value for name, value in job.parameters.items() if isinstance(own, dict) and name in own}
    replace_parameters(main, settle_parameters(main, given))
    named = main.value_at(("previous",))
    return (folder / str(named)).resolve() if named else None
