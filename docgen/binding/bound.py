"""What binding finds in a content folder: numbers that are bound, those that may be several things, and the new files."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError, Located
from docgen.whole.files import write_files

# So many characters before and behind a number tell which it is.
_AROUND = 15


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number may mean: the ``expression`` that names it in the sentence, and ``of`` what it is, in words."""

    expression: str
    of: str

    def __str__(self) -> str:
        return f"{{{{ {self.expression} }}}} {self.of}".rstrip()


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number that is typed in a sentence: the characters ``sentence[start:end]``, in the text at ``where``."""

    where: Located
    sentence: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The number as it is typed."""
        return self.sentence[self.start : self.end]

    @property
    def excerpt(self) -> str:
        """The words around the number."""
        first, last = max(0, self.start - _AROUND), self.end + _AROUND
        before, behind = "…" if first else "", "…" if last < len(self.sentence) else ""
        return before + self.sentence[first:last].strip() + behind


@dataclass(frozen=True, slots=True)
class Binding:
    """A typed ``number`` and the one thing that it means."""

    number: TypedNumber
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A typed ``number`` that may mean each of several things; it stays as it is."""

    number: TypedNumber
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class BoundContent:
    """What binding changes in a content folder, before it is written.

    ``bindings`` are the numbers that become references, ``ambiguous`` those that may mean several things, ``unbound`` those
    that nothing in the data bears out. ``before`` and ``files`` are the old and the new bytes of the files that change, by
    their paths in the folder; ``texts`` are these as texts, old and new.
    """

    folder: Path
    bindings: tuple[Binding, ...]
    ambiguous: tuple[Ambiguity, ...]
    unbound: tuple[TypedNumber, ...]
    before: Mapping[str, bytes]
    files: Mapping[str, bytes]
    texts: Mapping[str, tuple[str, str]]

    @property
    def diff(self) -> str:
        """The changes of the files, as a unified diff."""
        lines: list[str] = []
        for file, (old, new) in sorted(self.texts.items()):
            lines += difflib.unified_diff(old.splitlines(), new.splitlines(), file, file, n=0, lineterm="")
        return "\n".join(lines)

    def write(self) -> None:
        """Write the files, all or none.

        Raises DocgenError where one of them was changed since it was read, or cannot be written; then the folder is as it
        was.
        """
        for file, data in self.before.items():
            if not (self.folder / file).is_file() or (self.folder / file).read_bytes() != data:
                raise DocgenError("bind-file-changed", where=str(self.folder / file))
        write_files({self.folder / file: data for file, data in self.files.items()}, self.folder)


