"""What a preview keeps from one build to the next: parsed files by their text, slides by all that they were made from."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from docgen.blocks.memory import Memory
from docgen.compose.pages import place_page, size_of
from docgen.layout.style import Style
from docgen.model import Record
from docgen.placed import PlacedSlide
from docgen.reading.yaml_document import YamlDocument, document_of, yaml_text
from docgen.ready import ReadyPage
from docgen.slides.draft import Builder


class KeptFiles:
    """YAML files as they were parsed. A file is parsed again when its text is another."""

    def __init__(self) -> None:
        self._documents: dict[Path, tuple[str, YamlDocument]] = {}
        self._read: set[Path] = set()

    def read(self, path: Path) -> YamlDocument:
        """The document of a file, the caller's own. Raises DocgenError as reading the file would."""
        text = yaml_text(path)
        kept = self._documents.get(path)
        if kept is None or kept[0] != text:
            kept = self._documents[path] = (text, document_of(path, text))
        self._read.add(path)
        document = kept[1]
        return YamlDocument(
            document.file, document.value, dict(document.positions), dict(document.key_positions), list(document.problems)
        )

    def forget_unread(self) -> None:
        """Forget the files that were not read since this was last asked for."""
        self._documents = {path: kept for path, kept in self._documents.items() if path in self._read}
        self._read = set()


class KeptPages:
    """The slides of pages, by the digest of what they were composed from; ``composed`` counts those that were not kept."""

    def __init__(self) -> None:
        self._slides: dict[str, tuple[PlacedSlide, ...]] = {}
        self._used: dict[str, tuple[PlacedSlide, ...]] = {}
        self._sizes: dict[str, float | None] = {}
        self._used_sizes: dict[str, float | None] = {}
        self._pack = ""
        self.composed = 0

    def begin(self, pack: str) -> None:
        """Begin a build in the pack of a digest; only what it uses is kept for the next one."""
        self.composed = 0
        self._used, self._used_sizes = {}, {}
        if pack != self._pack:
            self._slides, self._sizes, self._pack = {}, {}, pack

    def end(self) -> None:
        """End a build: what it did not use is forgotten. A build that fails does not come here, and forgets nothing."""
        self._slides, self._sizes = self._used, self._used_sizes

    def size(self, builders: Mapping[str, Builder], page: ReadyPage, ladder: Sequence[Style]) -> float | None:
        """The size at which a page fits, kept or found: as :func:`docgen.compose.pages.size_of` gives it."""
        key = digest((page, ladder[0].pack.words, ladder[0].step))
        if key is None:
            return size_of(builders, page, ladder)
        if key not in self._sizes:
            self._sizes[key] = size_of(builders, page, ladder)
        self._used_sizes[key] = self._sizes[key]
        return self._sizes[key]

    def place(
        self, page: ReadyPage, builders: Mapping[str, Builder], ladder: Sequence[Style], texts: Memory
    ) -> tuple[PlacedSlide, ...]:
        """The slides of a page, kept or composed: as :func:`docgen.compose.pages.place_page` gives them."""
        key = digest((page, ladder[0].pack.words, ladder[0].step))
        slides = self._slides.get(key) if key is not None else None
        if slides is None:
            slides = place_page(page, builders, ladder, texts)
            self.composed += 1
        if key is not None:
            self._slides[key] = self._used[key] = slides
        return slides


def digest(value: object) -> str | None:
    """A digest of a value by all that is in it: equal for two values only where nothing tells them apart.

    1 and 1.0 and 1.00 have three. None for a value that cannot be written down, such as one that holds a function.

    >>> digest(("a", 1)) == digest(("a", 1)), digest(("a", 1)) == digest(("a", 1.0))
    (True, False)
    """
    written = io.BytesIO()
    pickler = _ByValue(written, 5)
    # Without it two equal texts would be written otherwise where they are one object.
    pickler.fast = True
    try:
        pickler.dump(value)
    # What pickle raises for what it cannot write: functions in a record of a bureau's own, values that hold themselves.
    except (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError):
        return None
    return hashlib.blake2b(written.getbuffer(), digest_size=16).hexdigest()


class _ByValue(pickle.Pickler):
    """Writes records by their fields alone, without the compendium that they belong to."""

    def reducer_override(self, obj: object) -> Any:
        if isinstance(obj, Record):
            return _record, (type(obj), obj.__dict__)
        return NotImplemented


def _record(kind: type[Record], fields: Mapping[str, object]) -> Record:
    """What a written record would be read by; digests are not read."""
    return kind.model_construct(None, **fields)
