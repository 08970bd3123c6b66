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
