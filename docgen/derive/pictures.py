"""Pictures of one's own: their words rendered, their notes and sources found."""

from __future__ import annotations

from docgen.derive.desk import Desk
from docgen.errors import FieldPath
from docgen.model import Picture
from docgen.ready import ReadyPicture


def ready_picture(picture: Picture, desk: Desk, path: FieldPath) -> ReadyPicture:
    """The picture as it is drawn, with its texts; what fails in them is a problem of the desk."""
    own = (desk.text(picture.source_text, (*path, "source_text")),) if picture.source_text else ()
    return ReadyPicture(
        id=picture.id,
        title=desk.text(picture.title, (*path, "title")),
        alt=desk.text(picture.alt, (*path, "alt")),
        png=picture.png,
        svg=picture.svg,
        width=picture.width,
        height=picture.height,
        notes=desk.notes(picture.notes, (*path, "notes")),
        sources=(*desk.sources(picture.sources, (*path, "sources")), *own),
    )
