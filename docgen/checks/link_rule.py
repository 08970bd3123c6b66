"""Links in texts lead somewhere: to a page of the compendium, or to an address that can be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import nearest
from docgen.messages import Phrase, message
from docgen.model import Compendium, Source
from docgen.model.record import plain_values
from docgen.placed.address import is_address, is_well_formed
from docgen.ready import ReadyCompendium

_LINK = re.compile(r"\{>([^|{}]*)\|")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/.*)?")


def links_lead_somewhere(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A link to a page that the deck plan does not have, or to an address that nothing can follow.

    A page that a layout pack hides is one: its links are left out of that pack's deck alone.
    """
    pages = {page.id for page in ready.pages}
    for path, record in compendium.records:
        if isinstance(record, Source) and record.url is not None and not is_well_formed(record.url):
            yield Breach("broken-link.address", compendium.position((*path, "url")), target=record.url)
        for inner, value in plain_values(record, path):
            for link in _LINK.finditer(value) if isinstance(value, str) else ():
                target, where = link[1], compendium.position(inner)
                if is_address(target):
                    if not is_well_formed(target):
                        yield Breach("broken-link.address", where, target=target)
                elif target not in pages and re.sub(r"/\d+$", "", target) not in pages:
                    yield Breach("broken-link", where, hint=_hint(target, pages), target=target)


def _hint(target: str, pages: set[str]) -> Phrase | None:
    if _SITE.fullmatch(target) and target.partition("/")[0] not in pages:
        return message("write-the-scheme", target=target)
    return nearest(target, pages)
