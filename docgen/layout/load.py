"""A layout pack by its name or folder, whole: with what it inherits and what it takes from its template."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.errors import DocgenError, DocgenErrors, Position, WrongValue, nearest
from docgen.layout.consistency import inconsistencies
from docgen.layout.installed import installed_names, installed_pack
from docgen.layout.pack import LayoutPack, PackOrigin
from docgen.layout.statements import complete_slide_layouts, inherited
from docgen.layout.template.added import note_grounds
from docgen.layout.template.fill import fill_from_template
from docgen.messages import message
from docgen.model.explain import explain
from docgen.outside.bounds import FONT_FILE, MEGABYTE
from docgen.outside.folders import file_inside
from docgen.outside.picture_files import picture_file
from docgen.reading.yaml_document import YamlDocument, read_yaml
from docgen.shipped import DEFAULT_LAYOUT, PACK_FILE, shipped_folder
from docgen.value import value

__all__ = ["PACK_FILE", "load_pack", "pack_names"]

_PARENT = "extends"
_NAMED_BY_BUILDERS = ("colours", "roles", "statuses", "words")


def load_pack(name: str | Path, *, trust: bool = False, allow: Iterable[str | Path] = ()) -> LayoutPack:
    """The layout pack of that name (``cabinet-office`` is ``cabinet_office``), or in the folder of that path (``./own``).

    ``trust`` lets the code of the pack's folder run, and of those that it extends: that of shipped and installed packs
    runs at any rate. ``allow`` are further folders from which it may take its template, pictures and fonts.

    Raises DocgenError where there is none, and DocgenErrors with every error of its layout.yaml, each
    with file, line and column.
    """
    allowed = tuple(map(Path, allow))
    first = _find(name, base=None)
    chain = _chain(first)
    document = functools.reduce(inherited, [own.document for own in chain])
    fill_from_template(document, allowed)
    complete_slide_layouts(document)
    note_grounds(document)
    if document.problems:
        raise DocgenErrors(document.problems)
    _find_files(document, allowed)
    try:
        pack = LayoutPack.model_validate(document.value)
    except ValidationError as error:
        raise DocgenErrors(explain(error, LayoutPack, document, ())) from error
    vouched = frozenset(own.folder for own in chain if trust or own.is_installed)
    pack.attach(PackOrigin(tuple(own.folder for own in chain), document.positions, vouched))
    errors = (*inconsistencies(pack), *_missing_names(pack))
    if errors:
        raise DocgenErrors(errors)
    return pack


def _missing_names(pack: LayoutPack) -> Iterator[DocgenError]:
    """Errors for what builders name and a pack does not have, of a pack that stands on none of those that docgen ships."""
    standard = shipped_folder("layouts") / DEFAULT_LAYOUT
    if standard.resolve() in (folder.resolve() for folder in pack.origin.folders):
        return
    whole = load_pack(standard)
    for field in _NAMED_BY_BUILDERS:
        own: Mapping[str, Any] = getattr(pack, field)
        for name in getattr(whole, field):
            if name not in own:
                yield DocgenError("pack-without-name", where=pack.origin.position((field,)), field=field, name=name)


def pack_names() -> tuple[str, ...]:
    """The names of the packs that docgen ships."""
    folder = shipped_folder("layouts")
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{PACK_FILE}")))


@value(frozen=True, slots=True)
class _Found:
    """The layout.yaml of a pack, and whether the pack is shipped with docgen or installed."""

    file: Path
    is_installed: bool


@value(frozen=True, slots=True)
class _Own:
    """What one pack of a chain says, its folder, and whether it is shipped or installed."""

    document: YamlDocument
    folder: Path
    is_installed: bool


def by_path(folder: Path) -> str:
    """How the pack in a folder is asked for: by a path, which a bare name is not.

    >>> by_path(Path("kankyo")), by_path(Path("layouts/kankyo"))
    ('./kankyo', 'layouts/kankyo')
    """
    return f"./{folder}" if len(folder.parts) == 1 and not folder.is_absolute() else str(folder)


def _find(name: str | Path, base: Path | None, where: Position | None = None) -> _Found:
    """The pack of a name, shipped or installed, or of a path.

    A folder beside the pack that names it (in ``base``) is one by its name, too, where no other pack has the name.
    """
    text = str(name)
    own_name = text.replace("-", "_")
    shipped = shipped_folder("layouts")
    is_path = isinstance(name, Path) or text.endswith(PACK_FILE) or "/" in text or os.sep in text
    if not is_path and own_name in pack_names():
        return _Found(shipped / own_name / PACK_FILE, is_installed=True)
    installed = None if is_path else installed_pack(text, where or "layout")
    if installed is not None:
        return _Found(installed, is_installed=True)
    if is_path or base is not None:
        file = _pack_file((base or Path()) / text)
        if file is not None:
            return _Found(file, is_installed=file.resolve().parent.parent == shipped.resolve())
    names = (*pack_names(), *installed_names())
    beside = base is None and not is_path and _pack_file(Path(text)) is not None
    raise DocgenError(
        "no-such-pack",
        where=where or "layout",
        hint=message("pack-by-path", path=by_path(Path(text))) if beside else nearest(own_name, names),
        name=text,
        names=names,
        file=PACK_FILE,
    )


def _pack_file(folder: Path) -> Path | None:
    """The layout.yaml of a folder, or the file itself; None where there is none."""
    file = folder if folder.name == PACK_FILE else folder / PACK_FILE
    try:
        return file if file.is_file() else None
    except (OSError, ValueError):  # a name that no system takes
        return None


def _chain(found: _Found, seen: tuple[Path, ...] = ()) -> tuple[_Own, ...]:
    """What a pack and those that it extends say, parents first; ``seen`` are the files that led here."""
    file = found.file
    document = read_yaml(file)
    if not isinstance(document.value, dict):
        raise DocgenError("pack-no-mapping", where=Position(str(file), 1))
    folder = file.resolve().parent
    own = _Own(document, folder, found.is_installed)
    document.value.setdefault("name", folder.name)
    parent = document.value.pop(_PARENT, None)
    if parent is None:
        return (own,)
    where = document.position((_PARENT,))
    above = _find(str(parent), file.parent.parent, where)
    above = _Found(above.file.resolve(), above.is_installed)
    chain = (*seen, file.resolve())
    if above.file in chain:
        names = " → ".join(path.parent.name for path in (*chain, above.file))
        raise DocgenError("packs-in-a-circle", where=where, names=names)
    return (*_chain(above, chain), own)


def _find_files(document: YamlDocument, allowed: tuple[Path, ...]) -> None:
    """Replace the names of font files and pictures, which lie in the folder of the pack that states them, by paths.

    Raises DocgenError for a file that lies elsewhere, for a picture that is not there or is none, and for a font
    that is not there.
    """
    for path, where in document.positions.items():
        is_picture = path[::2] == ("slide_layouts", "decorations", "picture")
        is_font = path[:1] == ("fonts",) and path[2:] == ("file",)
        stated = document.value_at(path[:-1]) if is_picture or is_font else None
        if isinstance(stated, dict) and isinstance(stated.get(path[-1]), str):
            folder, name = Path(where.file).resolve().parent, stated[path[-1]]
            file = file_inside(folder, name, where, allowed)
            stated[path[-1]] = str(file)
            if is_picture:
                if name.lower().endswith(".svg"):
                    file_inside(folder, f"{name[:-4]}.png", where, allowed)
                _must_be_picture(file, where)
            elif not file.is_file() or file.stat().st_size > FONT_FILE:
                raise DocgenError("pack-font-unusable", where=where, file=file.name, most=FONT_FILE // MEGABYTE)


def _must_be_picture(file: Path, where: Position) -> None:
    try:
        picture_file(file)
    except WrongValue as error:
        raise DocgenError("pack-picture-unusable", where=where, reason=error.message) from error
