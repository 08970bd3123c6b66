"""A deck's manifest: inside of it as custom XML, and beside it as a file, both written with the deck."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.batching.inputs import digest_of
from docgen.errors import DocgenError
from docgen.fingerprint.manifest_part import manifest_text
from docgen.fingerprint.part import open_deck
from docgen.manifest.text import manifest_json, read_manifest
from docgen.model.manifest import DeckState, Manifest
from docgen.outside.bounds import MANIFEST
from docgen.pipeline import BuiltDeck
from docgen.whole.files import write_files

ENDING = ".manifest.json"
"""What the name of a manifest's file has behind that of its deck."""


def manifest_path(deck: Path) -> Path:
    """The file of a deck's manifest, beside it."""
    return deck.with_name(f"{deck.name}{ENDING}")


def with_manifest(deck: BuiltDeck, manifest: Manifest) -> BuiltDeck:
    """A deck that carries its manifest."""
    return BuiltDeck(replace(deck.placed, manifest=manifest_json(manifest)), deck.pack)


def save_with_manifest(deck: BuiltDeck, manifest: Manifest, path: Path) -> Path:
    """Write a deck that carries its manifest, and the manifest beside it, both or none; the manifest's path is returned."""
    data = with_manifest(deck, manifest).to_bytes()
    state = DeckState(file=path.name, sha256=hashlib.sha256(data).hexdigest())
    beside = manifest_path(path)
    stated = manifest.model_copy(update={"deck": state})
    write_files({path: data, beside: manifest_json(stated).encode("utf-8", "surrogatepass")}, path.parent)
    return beside


@dataclass(frozen=True, slots=True)
class DeckManifests:
    """The manifests of a deck's file: the one inside, the one beside, and the digest of the file as it is."""

    deck: Path
    inside: Manifest | None
    beside: Manifest | None
    sha256: str

    @property
    def stated(self) -> Manifest | None:
        """The manifest of the deck: the one inside goes before the one beside, which does not travel with it."""
        return self.inside or self.beside


def manifests_of(deck: Path) -> DeckManifests:
    """The manifests of a deck's file. Raises DocgenError where there is no deck, or where one is not as it was written.

    A package that is damaged holds none; what is damaged is told by the rules on files.
    """
    try:
        with open_deck(deck) as package:
            text = manifest_text(package, str(deck))
    except DocgenError as error:
        if error.code not in ("zip-damaged", "zip-entry-twice"):
            raise
        text = None
    inside = read_manifest(text, str(deck)) if text is not None else None
    return DeckManifests(deck, inside, _beside(manifest_path(deck)), digest_of(deck))


def _beside(path: Path) -> Manifest | None:
    if not path.is_file():
        return None
    if path.stat().st_size > MANIFEST:
        raise DocgenError("manifest-unreadable", where=str(path))
    return read_manifest(path.read_bytes(), str(path))
