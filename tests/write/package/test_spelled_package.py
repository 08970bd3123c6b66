"""A build that is merged is taken over without being written: its package is that of its file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from support.small_folder import make_folder

import docgen
from docgen.fingerprint.part import fingerprint_in
from docgen.merging.edited.package import package_in
from docgen.write.deck import spelled


def test_the_parts_of_a_build_make_the_package_and_the_fingerprint_of_its_file(tmp_path: Path) -> None:
    built = docgen.build(docgen.load(make_folder(tmp_path / "content")))
    deck = spelled(built.placed)
    with zipfile.ZipFile(io.BytesIO(built.to_bytes())) as archive:
        written, fingerprint = package_in(archive, "deck")[0], fingerprint_in(archive, "deck")
    made = deck.package
    assert list(made.parts.items()) == list(written.parts.items())
    assert made.types == written.types
    assert made.references == written.references
    assert deck.fingerprint == fingerprint
