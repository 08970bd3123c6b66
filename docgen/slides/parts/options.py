"""What a layout pack wants otherwise of a slide kind: its ``options`` as the builder's own record."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from docgen.errors import DocgenError, nearest
from docgen.layout.pack import LayoutPack
from docgen.model.record import Record

Options = TypeVar("Options", bound=Record)


def options_of(pack: LayoutPack, kind: str, options: type[Options]) -> Options:
    """The pack's options for a slide kind; what it leaves out is as the record has it.

    Raises DocgenError for a key that the kind does not know, or a value that is not the key's.
    """
    try:
        return options.model_validate(dict(pack.options.get(kind, {})))
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(str(part) for part in first["loc"])
        raise _error(pack, kind, path, first["type"], str(first["msg"]), options) from error


def _error(
    pack: LayoutPack, kind: str, path: str, problem: str, message: str, options: type[Record]
) -> DocgenError:
    where = f"options.{kind}.{path} of the layout pack {pack.name!r}"
    known = tuple(options.model_fields)
    if problem == "extra_forbidden":
        return DocgenError(
            f"slides of kind {kind!r} have no option {path!r}",
            where=where,
            expected=f"one of {', '.join(known)}",
            hint=nearest(path, known),
        )
    return DocgenError(f"the option {path!r} is not right: {message}", where=where, expected="another value")
