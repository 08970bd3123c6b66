"""The catalogue of messages: the YAML files of this folder, read when a message is first to be said."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from docgen.messages.language import Language

Texts = Mapping[str, str]
"""The parts of a message in one language: what, and perhaps expected and hint; a phrase is a ``what`` alone."""

CATALOGUE = Path(__file__).parent


@functools.cache
def entry(code: str) -> Mapping[Language, Texts] | None:
    """The texts of a code, by language; None for no code. Only the file that has it is read as YAML."""
    file = next((file for file, text in _files().items() if f"\n{code}:" in text), None)
    return _entries_of(file).get(code) if file is not None else None


@functools.cache
def _files() -> Mapping[Path, str]:
    """The texts of all files of the catalogue, a line break before each of their lines."""
    return {file: f"\n{file.read_text(encoding='utf-8')}" for file in sorted(CATALOGUE.glob("*.yaml"))}


@functools.cache
def _entries_of(file: Path) -> Mapping[str, Mapping[Language, Texts]]:
    return entries_in(file)


@functools.cache
def entries() -> Mapping[str, Mapping[Language, Texts]]:
    """The texts of every code, by language."""
    found = {code: entry for file in sorted(CATALOGUE.glob("*.yaml")) for code, entry in entries_in(file).items()}
    return MappingProxyType(found)


def entries_in(file: Path) -> dict[str, Mapping[Language, Texts]]:
    """The entries of one file of the catalogue."""
    # Imported here: docgen needs the library only to read a content folder, or to say what is wrong.
    import yaml

    written = yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    return {
        code: MappingProxyType(
            {language: {"what": texts} if isinstance(texts, str) else texts for language, texts in entry.items()}
        )
        for code, entry in written.items()
    }
