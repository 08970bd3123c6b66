"""The digests of all files that a deck is made of, as they were while the content was read."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.batching.inputs import contents_of, digest_of, folder_digest
from docgen.batching.job import DeckJob
from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.layout.pack import LayoutPack
from docgen.messages import reason_of
from docgen.model.manifest import InputFile, ManifestFont, PackFiles, Program
from docgen.outside.folders import allowed_folders
from docgen.reading.files import is_hidden
from docgen.reading.snapshot import Snapshot, changed_since, snapshot


@dataclass(frozen=True, slots=True)
class TakenFolders:
    """A content folder and those of the years before, as they were before they were read."""

    snapshots: Mapping[Path, Snapshot]

    @classmethod
    def of(cls, content: Path, previous: Path | None) -> TakenFolders:
        """The folders that a deck of ``content`` is made of. DocgenError where there is no content."""
        if not content.is_dir():
            raise DocgenError("no-content-folder", where=str(content), file="compendium.yaml")
        folders = contents_of(DeckJob(content, "", previous=previous))
        return cls({folder: snapshot(folder) for folder in folders if folder.is_dir()})

    def files(self) -> tuple[tuple[InputFile, ...], ...]:
        """The digests of each folder's files, that of this year first.

        Raises DocgenErrors, with each file that is another than when the folders were taken: a digest would be of
        what was not read.
        """
        found = tuple(tuple(_files(taken, folder)) for folder, taken in self.snapshots.items())
        changed = [error for folder, taken in self.snapshots.items() for error in changed_since(taken, folder)]
        if changed:
            raise DocgenErrors(changed)
        return found


def _files(taken: Iterable[Path], folder: Path) -> Iterator[InputFile]:
    for path in sorted(taken, key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            yield InputFile(path=path.relative_to(folder).as_posix(), sha256=_digest(path))


def _digest(path: Path) -> str:
    try:
        return digest_of(path)
    except OSError as error:
        raise DocgenError("file-unreadable", where=Position(str(path), 1), reason=reason_of(error)) from error


def pack_files(pack: LayoutPack) -> PackFiles:
    """The files of a layout pack and of those that it extends, each by the name of its pack's folder."""
    found = [
        InputFile(path=f"{folder.name}/{path.relative_to(folder).as_posix()}", sha256=_digest(path))
        for folder in pack.origin.folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _is_of_pack(path.relative_to(folder))
    ]
    whole = hashlib.sha256("".join(f"{file.path}\0{file.sha256}\n" for file in found).encode("utf-8", "surrogateescape"))
    return PackFiles(name=pack.name, sha256=whole.hexdigest(), files=tuple(found))


def _is_of_pack(path: Path) -> bool:
    return path.suffix != ".pyc" and not any(is_hidden(part) for part in path.parts)


def fonts_of(pack: LayoutPack) -> tuple[ManifestFont, ...]:
    """The fonts of a pack, by their roles."""
    return tuple(
        ManifestFont(role=role, name=face.name, sha256=_digest(Path(face.file)) if face.file is not None else "")
        for role, face in sorted(pack.fonts.items())
    )


def allowed_digests() -> tuple[str, ...]:
    """A digest of each further folder from which content may take files; no names."""
    return tuple(folder_digest(folder) for folder in allowed_folders(os.environ) if folder.is_dir())


def program() -> Program:
    """docgen as it is: its version, and a digest of its own files."""
    folder = Path(docgen.__file__).parent
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        # What lies in an installed docgen and beside one in a checkout: content and packs, which have digests of their own.
        if path.is_file() and path.suffix != ".pyc" and not name.startswith("shipped/"):
            whole.update(f"{name}\0{digest_of(path)}\n".encode())
    return Program(version=importlib.metadata.version("docgen"), sha256=whole.hexdigest())
