"""A layout pack's pack.py: loaded from the folder of the pack and of each that it extends.

It states ``BUILDERS = (...)``, the slide builders of kinds of its own, and ``OVERRIDES = (...)``, those that take
the place of the core's or of a parent's. Blocks need no statement: a builder makes them. Files beside
pack.py are imported from it as ``from .name import …``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
import traceback
from collections.abc import Callable, Mapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from docgen.errors import DocgenError, Position
from docgen.layout.pack import LayoutPack
from docgen.layout.trust import CODE_FILE, is_remembered, untrusted
from docgen.slides.draft import Builder
from docgen.slides.registry import Extension, registry

T = TypeVar("T")

_STATEMENTS = ("BUILDERS", "OVERRIDES")
_EXPECTED = "BUILDERS = (Builder(kind, build, Record), …), or OVERRIDES in the same form"


def builders_of(pack: LayoutPack) -> Mapping[str, Builder]:
    """The builders that a pack builds with, by kind: the core's, its parents', its own.

    Raises DocgenError for a pack.py that nobody trusts, that cannot be loaded or states no builders, and where builders
    clash.
    """
    folders = [folder for folder in pack.origin.folders if (folder / CODE_FILE).is_file()]
    for folder in folders:
        if folder not in pack.origin.vouched and not is_remembered(folder):
            raise untrusted(folder)
    return registry(*map(_extension, folders))


def in_pack_code(pack: LayoutPack, work: Callable[[], T]) -> T:
    """The result of ``work``, which calls builders and blocks of a pack.

    A bureau's own code may raise anything, so every exception is caught: one that came through a Python file of
    the pack becomes a DocgenError with the innermost line there, any other is raised as it is.
    """
    try:
        return work()
    except DocgenError:
        raise
    except Exception as error:
        place = _place(error, pack.origin.folders)
        if place is None:
            raise
        raise _raised(error, place) from error


def _extension(folder: Path) -> Extension:
    file = folder / CODE_FILE
    names = vars(_module(folder, file))
    if not any(name in names for name in _STATEMENTS):
        raise DocgenError("pack-without-builders", where=Position(str(file), 1), file=CODE_FILE)
    return Extension(*(_builders(names.get(name, ()), name, file) for name in _STATEMENTS))


def _builders(value: object, name: str, file: Path) -> tuple[Builder, ...]:
    """What pack.py states under ``name``. DocgenError where it is no tuple or list of builders."""
    if isinstance(value, tuple | list) and all(isinstance(item, Builder) for item in value):
        return tuple(value)
    source = file.read_text(encoding="utf-8")
    statement = re.search(rf"^{name}\b", source, re.MULTILINE)
    line = source[: statement.start()].count("\n") + 1 if statement else 1
    raise DocgenError("builders-no-tuple", where=Position(str(file), line), name=name)


def _module(folder: Path, file: Path) -> ModuleType:
    """The module of a pack.py, the same one while no Python file of its folder has changed.

    Its classes must be the same for the stage that reads records and the one that draws them. Whatever the
    module raises while it is loaded is a mistake of the pack, and becomes a DocgenError with its place.
    """
    name = _module_name(folder)
    if name in sys.modules:
        return sys.modules[name]
    loader = _FreshLoader(name, str(file))
    spec = importlib.util.spec_from_file_location(name, file, loader=loader, submodule_search_locations=[str(folder)])
    if spec is None:
        raise DocgenError("pack-module-unreadable", where=str(file), file=CODE_FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise _raised(error, _place(error, (folder,)) or Position(str(file), 1)) from error
    return module


def _module_name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder).encode())
    for path in sorted(folder.glob("*.py")):
        digest.update(path.read_bytes())
    return f"docgen_pack_{re.sub(r'[^0-9A-Za-z]', '_', folder.name)}_{digest.hexdigest()[:12]}"


class _FreshLoader(SourceFileLoader):
    """Loads from the source alone: compiled files would be left in the folders of packs."""

    def path_stats(self, path: Any) -> Mapping[str, Any]:
        """No date of the source: without one, nothing is written."""
        raise OSError


def _place(error: Exception, folders: tuple[Path, ...]) -> Position | None:
    """The innermost place in Python files of these folders that an error came through."""
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename).parent in folders:
        return Position(error.filename, error.lineno or 1, max(error.offset or 1, 1))
    frames = traceback.extract_tb(error.__traceback__)
    lines = [(frame.filename, frame.lineno) for frame in frames if Path(frame.filename).parent in folders]
    return Position(lines[-1][0], lines[-1][1] or 1) if lines else None


def _raised(error: Exception, place: Position) -> DocgenError:
    if isinstance(error, SyntaxError):
        return DocgenError("pack-not-python", where=place, reason=error.msg)
    text = str(error)
    name = type(error).__name__
    return DocgenError("pack-code-raises", where=place, error=f"{name}: {text}" if text else name)
