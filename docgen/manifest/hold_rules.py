"""The rules on a manifest: that it is of its deck, and that content, pack and docgen are still as it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.breach import Breach
from docgen.errors import DocgenError
from docgen.fingerprint.part import build_of, fingerprint_in, open_deck
from docgen.layout.pack import LayoutPack
from docgen.manifest.deck_file import DeckManifests
from docgen.manifest.inputs import TakenFolders, allowed_digests, pack_files, program
from docgen.messages import Message, message
from docgen.model.manifest import InputFile, Manifest, PackFiles, Program


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a deck would be made of now: the files of the content and of the years before, the pack, docgen."""

    content: tuple[InputFile, ...]
    previous: tuple[tuple[InputFile, ...], ...]
    allowed: tuple[str, ...]
    layout: PackFiles
    program: Program


def manifest_is_of_its_deck(manifests: DeckManifests) -> Iterator[Breach]:
    """The manifest in a deck is of this deck, and the same as the one beside it; the deck is the file that was written."""
    stated, where = manifests.stated, manifests.deck.name
    if stated is None:
        return
    build = _build_of(manifests.deck)
    if build is not None and build != stated.build:
        yield Breach("manifest-of-other-deck", where)
    beside = manifests.beside
    if manifests.inside is not None and beside is not None and beside.model_copy(update={"deck": None}) != manifests.inside:
        yield Breach("manifests-differ", where)
    if beside is not None and beside.deck is not None and beside.deck.sha256 != manifests.sha256:
        yield Breach("deck-not-as-written", where)


def _build_of(deck: Path) -> str | None:
    try:
        with open_deck(deck) as package:
            return build_of(fingerprint_in(package, str(deck)))
    except DocgenError:  # a damaged or missing record is told by what reads it
        return None


def inputs_are_as_recorded(manifest: Manifest, now: Inputs) -> Iterator[Breach]:
    """Every file that a deck was made of is as its manifest has it: content, years before, layout pack, docgen."""
    yield from _changes(message("manifest-content"), manifest.content, now.content)
    before = tuple(file for year in manifest.previous for file in _of_year(year.fiscal_year, year.files))
    years = [year.fiscal_year for year in manifest.previous]
    after = tuple(file for year, files in zip(years, now.previous, strict=False) for file in _of_year(year, files))
    yield from _changes(message("manifest-previous"), before, after)
    yield from _changes(message("manifest-layout"), manifest.layout.files, now.layout.files)
    if manifest.allowed != now.allowed:
        yield Breach("input-changed.allowed", "--allow")
    if manifest.program != now.program:
        was, is_now = manifest.program.version, now.program.version
        yield Breach("built-by-other-docgen", f"docgen {is_now}", level="notice", version=was)


def _of_year(year: int, files: Iterable[InputFile]) -> Iterator[InputFile]:
    yield from (InputFile(path=f"{year}/{file.path}", sha256=file.sha256) for file in files)


def _changes(kind: Message, recorded: Iterable[InputFile], now: Iterable[InputFile]) -> Iterator[Breach]:
    before, after = ({file.path: file.sha256 for file in files} for files in (recorded, now))
    for path in sorted({*before, *after}):
        if path not in after:
            yield Breach("input-changed.gone", path, kind=kind)
        elif path not in before:
            yield Breach("input-changed.added", path, kind=kind)
        elif before[path] != after[path]:
            yield Breach("input-changed.changed", path, kind=kind)


def inputs_now(content: Path, previous: Path | None, pack: LayoutPack) -> Inputs:
    """What a deck of a content folder would be made of now. DocgenError where there is no such folder."""
    own, *before = TakenFolders.of(content, previous).files()
    return Inputs(own, tuple(before), allowed_digests(), pack_files(pack), program())
