"""XML names of a presentation, as lxml spells them, and the kinds of its relationships."""

from __future__ import annotations

from docgen.write.package.part import kind_uri
from docgen.write.xml.namespaces import (
    CHART,
    DRAWING,
    DRAWING_2014,
    POWERPOINT_2010,
    PRESENTATION,
    RELATIONSHIPS,
)

A, P, C, R = (f"{{{uri}}}" for uri in (DRAWING, PRESENTATION, CHART, RELATIONSHIPS))
A16, P14 = f"{{{DRAWING_2014}}}", f"{{{POWERPOINT_2010}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

SLIDE, LAYOUT, NOTES, NOTES_MASTER = map(kind_uri, ("slide", "slideLayout", "notesSlide", "notesMaster"))
# Comments and their authors, of PowerPoint before and since 2021 ([MS-PPTX] 2.1.28 to 2.1.31).
COMMENTS = (kind_uri("comments"), "http://schemas.microsoft.com/office/2018/10/relationships/comments")
AUTHORS = (kind_uri("commentAuthors"), "http://schemas.microsoft.com/office/2018/10/relationships/authors")
