"""Links in texts lead somewhere: to a page of the compendium. Addresses are judged where texts are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import nearest
from docgen.messages import Phrase, message
from docgen.model import Compendium
from docgen.model.record import plain_values
from docgen.placed.address import leads_out
from docgen.ready import ReadyCompendium

_LINK = re.compile(r"\{>([^|{}]*)\|")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/.*)?")


def links_lead_somewhere(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A link to a page that the deck plan does not have.

    A page that a layout pack hides is one: its links are left out of that pack's deck alone.
    """
    pages = {page.id for page in ready.pages}
    for path, record in compendium.records:
        for inner, value in plain_values(record, path):
            for link in _LINK.finditer(value) if isinstance(value, str) else ():
                target, where = link[1], compendium.position(inner)
                if not leads_out(target) and target not in pages and re.sub(r"/\d+$", "", target) not in pages:
                    yield Breach("broken-link", where, hint=_hint(target, pages), target=target)


def _hint(target: str, pages: set[str]) -> Phrase | None:
    if _SITE.fullmatch(target) and target.partition("/")[0] not in pages:
        return message("write-the-scheme", target=target)
    return nearest(target, pages)
