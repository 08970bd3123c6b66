"""From a layout pack's name or folder to the whole pack, its parents' statements under its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.errors import DocgenError, DocgenErrors, Position, nearest
from docgen.layout.pack import LayoutPack
from docgen.layout.whole import inconsistencies
from docgen.load.problems import explain
from docgen.load.yaml_nodes import Keys, Written, read_yaml
from docgen.shipped import shipped_folder

PACK_FILE = "layout.yaml"
_PARENT = "extends"


def load_pack(name: str | Path) -> LayoutPack:
    """The layout pack of that name (``cabinet-office`` is ``cabinet_office``), or in that folder.

    Raises DocgenError where there is none, and DocgenErrors with every error of its layout.yaml, each
    with file, line and column.
    """
    written = _merged(_find(name, base=None), seen=())
    if written.problems:
        raise DocgenErrors(written.problems)
    try:
        pack = LayoutPack.model_validate(written.value)
    except ValidationError as error:
        raise DocgenErrors(explain(error, LayoutPack, written, ())) from error
    problems = [
        DocgenError(each.what, where=written.place(each.path), expected=each.expected, hint=each.hint)
        for each in inconsistencies(pack)
    ]
    if problems:
        raise DocgenErrors(problems)
    return _with_font_files(pack, written)


def pack_names() -> tuple[str, ...]:
    """The names of the packs that docgen ships."""
    folder = shipped_folder("layouts")
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{PACK_FILE}")))


def _find(name: str | Path, base: Path | None, where: Position | None = None) -> Path:
    """The layout.yaml of a pack: a folder (relative to the pack that names it), else a shipped pack."""
    text = str(name)
    folders = [Path(text)] if base is None else [base / text]
    folders.append(shipped_folder("layouts") / text.replace("-", "_"))
    for folder in folders:
        file = folder if folder.name == PACK_FILE else folder / PACK_FILE
        if file.is_file():
            return file
    names = pack_names()
    raise DocgenError(
        f"there is no layout pack {text!r}",
        where=where or "layout",
        expected=f"one of {', '.join(names)}, or a folder with a {PACK_FILE}",
        hint=nearest(text.replace("-", "_"), names),
    )


def _merged(file: Path, seen: tuple[Path, ...]) -> Written:
    """What a pack and its parents say, the pack's own statements over those of its parents."""
    own = read_yaml(file)
    if not isinstance(own.value, dict):
        raise DocgenError("a layout pack is keys and values", where=Position(str(file), 1), expected="name: …")
    parent = own.value.pop(_PARENT, None)
    if parent is None:
        return own
    where = own.place((_PARENT,))
    parent_file = _find(parent, file.parent.parent, where).resolve()
    chain = (*seen, file.resolve())
    if parent_file in chain:
        names = " → ".join(path.parent.name for path in (*chain, parent_file))
        raise DocgenError(f"the packs extend each other: {names}", where=where, expected="a chain that ends")
    return _over(_merged(parent_file, chain), own)


def _over(parent: Written, own: Written) -> Written:
    merged = Written(own.file, value=_deep(parent.value, own.value), problems=parent.problems + own.problems)
    replaced = tuple(path for path in own.places if path and not isinstance(_at(own.value, path), dict))
    merged.places = {path: at for path, at in parent.places.items() if not _below_any(path, replaced)}
    merged.places.update(own.places)
    merged.keys = {**parent.keys, **own.keys}
    return merged


def _below_any(path: Keys, replaced: tuple[Keys, ...]) -> bool:
    tops = set(replaced)
    return any(path[:length] in tops for length in range(1, len(path) + 1))


def _at(value: Any, path: Keys) -> Any:
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
        else:
            return None
    return value


def _deep(parent: Any, own: Any) -> Any:
    """``own`` over ``parent``: mappings key by key, everything else whole."""
    if isinstance(parent, Mapping) and isinstance(own, Mapping):
        return {**parent, **{key: _deep(parent.get(key), value) for key, value in own.items()}}
    return own


def _with_font_files(pack: LayoutPack, written: Written) -> LayoutPack:
    """The pack with its fonts' files as paths from the folder of the pack that names them."""
    fonts = {}
    for role, face in pack.fonts.items():
        if face.file is not None:
            folder = Path(written.place(("fonts", role, "file")).file).parent
            face = face.model_copy(update={"file": str(folder / face.file)})
        fonts[role] = face
    return pack.model_copy(update={"fonts": fonts})
