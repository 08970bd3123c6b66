"""What is asked for at the data of a figure, and has no place in a figure of its kind."""

from __future__ import annotations

from docgen.derive.desk import Desk
from docgen.errors import DocgenError, FieldPath
from docgen.model import ChartKind, Figure


def unshown(figure: Figure, kind: ChartKind) -> tuple[str, ...]:
    """The keys that the figure states and a figure of ``kind`` cannot show: levels on a pie."""
    return tuple(key for key in kind.cannot_show if getattr(figure, key) not in (None, ()))


def check_shown(figure: Figure, kind: ChartKind, desk: Desk, path: FieldPath) -> None:
    """Raise DocgenError, at the key, for what a figure of ``kind`` cannot show; else it would be left out unsaid."""
    for key in unshown(figure, kind):
        where = desk.where((*path, key))
        raise DocgenError("kind-cannot-show", where=where, figure=figure.id, kind=kind, key=key)
