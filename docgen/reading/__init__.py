"""The first stage: a content folder to records, with the place of everything that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.reading.content_folder import load

__all__ = ["load"]


def __getattr__(name: str) -> Any:
    """``load``, imported with the model when it is first asked for: ``import docgen`` stays light."""
    if name != "load":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from docgen.reading.content_folder import load

    return load
