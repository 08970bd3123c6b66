"""The example of a kind: what is to be written, file by file, in a content folder that began with ``docgen new``."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from docgen.kinds.catalogue import Kind
from docgen.kinds.keys import keys_of
from docgen.shipped import shipped_folder

_FOLDER = Path(__file__).parent / "examples"
_SAMPLES: Mapping[str, str] = MappingProxyType({"id": "example", "title": "ページの表題"})
_HEAD = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
# A top-level key of a YAML file with all that belongs to it.
_KEY = re.compile(r"^(\w+):.*\n(?:(?:[ #-].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """An example as it is printed; ``language`` is ``yaml``, or ``python`` for what only a script can make.

    The parts of a YAML example begin with the comment that names their file. The example of a figure or a table has
    no such part: it is the record by itself.
    """

    language: str
    text: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The files that it writes, with what it writes there."""
        pieces = _HEAD.split(self.text)[1:]
        return tuple(zip(pieces[::2], (piece.strip("\n") + "\n" for piece in pieces[1::2]), strict=True))


def example_of(word: str) -> Example | None:
    """The example of a kind of docgen's own; None for another's."""
    for suffix, language in ((".yaml", "yaml"), (".txt", "python")):
        file = _FOLDER / f"{word}{suffix}"
        if file.is_file():
            return Example(language, file.read_text(encoding="utf-8"))
    return None


def skeleton(kind: Kind) -> Example:
    """What the record of a pack's own kind must state, and its page in the deck plan."""
    keys = [key for key in keys_of(kind.record) if key.required] if kind.record is not None else []
    stated = "".join(f"{key.name}: {_SAMPLES.get(key.name, '…')}\n" for key in keys)
    plan = "# compendium.yaml\nsections:\n  - id: example\n    pages:\n      - {page: example}\n"
    return Example("yaml", f"# pages/example.yaml\nkind: {kind.word}\n{stated}\n{plan}")


def write_example(example: Example, folder: Path) -> None:
    """Make ``folder`` a content folder of the starter content with the example in it.

    A part is a file of its own; that of compendium.yaml takes the place of the keys that it states.
    """
    shutil.copytree(shipped_folder("content") / "starter", folder, dirs_exist_ok=True)
    for name, text in example.parts:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        new = _with_keys(file.read_text(encoding="utf-8"), text) if name == "compendium.yaml" else text
        file.write_text(new, encoding="utf-8")


def _with_keys(text: str, stated: str) -> str:
    """A YAML text with the top-level keys that ``stated`` gives in the place of its own."""
    keys = {found[1] for found in _KEY.finditer(stated)}
    kept = _KEY.sub(lambda found: "" if found[1] in keys else found[0], text)
    return f"{kept.rstrip()}\n{stated}"
