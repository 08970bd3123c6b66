"""A layout pack by its name or folder, whole: with what it inherits and what it takes from its template."""

from __future__ import annotations

import functools
from pathlib import Path

from pydantic import ValidationError

from docgen.errors import DocgenError, DocgenErrors, Position, WrongValue, nearest
from docgen.layout.consistency import inconsistencies
from docgen.layout.installed import installed_names, installed_pack
from docgen.layout.pack import LayoutPack, PackOrigin
from docgen.layout.statements import complete_slide_layouts, inherited
from docgen.layout.template.fill import fill_from_template
from docgen.messages import reason_of
from docgen.model.explain import explain
from docgen.outside.pictures import png_size
from docgen.reading.yaml_document import YamlDocument, read_yaml
from docgen.shipped import PACK_FILE, shipped_folder

__all__ = ["PACK_FILE", "load_pack", "pack_names"]

_PARENT = "extends"


def load_pack(name: str | Path) -> LayoutPack:
    """The layout pack of that name (``cabinet-office`` is ``cabinet_office``), or in that folder.

    Raises DocgenError where there is none, and DocgenErrors with every error of its layout.yaml, each
    with file, line and column.
    """
    chain = _chain(_find(name, base=None))
    document = functools.reduce(inherited, chain)
    fill_from_template(document)
    complete_slide_layouts(document)
    if document.problems:
        raise DocgenErrors(document.problems)
    _find_files(document)
    try:
        pack = LayoutPack.model_validate(document.value)
    except ValidationError as error:
        raise DocgenErrors(explain(error, LayoutPack, document, ())) from error
    pack.attach(PackOrigin(tuple(Path(own.file).resolve().parent for own in chain), document.positions))
    errors = inconsistencies(pack)
    if errors:
        raise DocgenErrors(errors)
    return pack


def pack_names() -> tuple[str, ...]:
    """The names of the packs that docgen ships."""
    folder = shipped_folder("layouts")
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{PACK_FILE}")))


def _find(name: str | Path, base: Path | None, where: Position | None = None) -> Path:
    """The layout.yaml of a pack: of a folder (relative to the pack that names it), shipped, or installed."""
    text = str(name)
    folders = [Path(text)] if base is None else [base / text]
    folders.append(shipped_folder("layouts") / text.replace("-", "_"))
    for folder in folders:
        file = folder if folder.name == PACK_FILE else folder / PACK_FILE
        if file.is_file():
            return file
    installed = installed_pack(text, where or "layout")
    if installed is not None:
        return installed
    names = (*pack_names(), *installed_names())
    raise DocgenError(
        "no-such-pack",
        where=where or "layout",
        hint=nearest(text.replace("-", "_"), names),
        name=text,
        names=names,
        file=PACK_FILE,
    )


def _chain(file: Path, seen: tuple[Path, ...] = ()) -> tuple[YamlDocument, ...]:
    """What a pack and those that it extends say, parents first; ``seen`` are the files that led here."""
    own = read_yaml(file)
    if not isinstance(own.value, dict):
        raise DocgenError("pack-no-mapping", where=Position(str(file), 1))
    own.value.setdefault("name", file.resolve().parent.name)
    parent = own.value.pop(_PARENT, None)
    if parent is None:
        return (own,)
    where = own.position((_PARENT,))
    parent_file = _find(parent, file.parent.parent, where).resolve()
    chain = (*seen, file.resolve())
    if parent_file in chain:
        names = " → ".join(path.parent.name for path in (*chain, parent_file))
        raise DocgenError("packs-in-a-circle", where=where, names=names)
    return (*_chain(parent_file, chain), own)


def _find_files(document: YamlDocument) -> None:
    """Replace the names of font files and pictures, which lie in the folder of the pack that states them, by paths.

    Raises DocgenError for a picture that is not there or is no PNG.
    """
    for path, where in document.positions.items():
        is_picture = path[::2] == ("slide_layouts", "decorations", "picture")
        is_font = path[:1] == ("fonts",) and path[2:] == ("file",)
        stated = document.value_at(path[:-1]) if is_picture or is_font else None
        if isinstance(stated, dict) and isinstance(stated.get(path[-1]), str):
            file = Path(where.file).resolve().parent / stated[path[-1]]
            stated[path[-1]] = str(file)
            if is_picture:
                _must_be_png(file, where)


def _must_be_png(file: Path, where: Position) -> None:
    try:
        png_size(file.read_bytes())
    except (OSError, WrongValue) as error:
        reason = reason_of(error) if isinstance(error, OSError) else error.message
        raise DocgenError("pack-picture-unusable", where=where, reason=reason) from error
