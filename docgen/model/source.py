"""Sources (出典) and notes (注) under figures and values."""

from __future__ import annotations

from docgen.model.record import Identifier, Prose, Record


class Source(Record):
    """Where figures come from, defined once: ``text`` is printed after （出典）.

        {id: npa-traffic, text: 警察庁「交通事故統計」を基に作成。}
    """

    id: Identifier
    text: Prose
    url: str | None = None


class Note(Record):
    """A note under a figure, table or page. Notes are numbered by docgen where a page has several."""

    text: Prose
