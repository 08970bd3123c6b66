"""The list of content types that a package begins with."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.write.xml import escape
from docgen.write.xml.namespaces import DECLARATION

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
# Kinds of files whose content type follows from the extension alone.
_BY_EXTENSION = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def types_xml(types: Mapping[str, str]) -> bytes:
    """The list of content types; ``types`` gives each part's by its name."""
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in _BY_EXTENSION.items()
    )
    overrides = "".join(
        f'<Override PartName="{escape.attribute(name)}" ContentType="{content_type}"/>'
        for name, content_type in types.items()
        if _BY_EXTENSION.get(name.rpartition(".")[2]) != content_type
    )
    return f'{DECLARATION}<Types xmlns="{_CONTENT_TYPES}">{defaults}{overrides}</Types>'.encode()
