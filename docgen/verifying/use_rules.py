"""Rules on what the XML of a part refers to: by the id of a relationship, and by the links of texts and shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.breach import Breach
from docgen.placed.address import address_fault
from docgen.verifying.deck_file import A, C, P, R, XmlPart
from docgen.verifying.relations import Relation
from docgen.verifying.shape_rules import shape_around

_LINKS = (f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")
# Elsewhere an id may be empty: a link that only turns pages, a blank picture, a shape of a diagram.
_NEEDED = (P, C)
_JUMP = "ppaction://hlinksldjump"
# What an element must refer to, by the last word of the relationship's kind.
_KINDS = {
    (f"{A}blip", "embed"): ("image",),
    (f"{C}chart", "id"): ("chart",),
    (f"{C}userShapes", "id"): ("chartUserShapes",),
    (f"{P}notesMasterId", "id"): ("notesMaster",),
    (f"{P}handoutMasterId", "id"): ("handoutMaster",),
    (f"{P}sld", "id"): ("slide",),
}
# Those of the lists have rules of their own.
_LISTED = (f"{P}sldId", f"{P}sldMasterId", f"{P}sldLayoutId")


def relationships_are_stated(part: XmlPart) -> Iterator[Breach]:
    """What a part refers to by an id is stated in its relationships, and is of the kind that is meant."""
    stated = _stated(part)
    for element in part.root.iter(tag=_elements()):
        if element.tag in _LISTED:
            continue
        for name, key in element.attrib.items():
            if not name.startswith(R) or (not key and not element.tag.startswith(_NEEDED)):
                continue
            relation, short = stated.get(key), str(element.tag).rpartition("}")[2]
            expected = _KINDS.get((element.tag, name.removeprefix(R)))
            if relation is None:
                yield Breach("reference.unstated", part.where(shape_around(element)), id=key, element=short)
            elif expected and relation.kind not in expected:
                yield Breach("reference.kind", part.where(shape_around(element)), id=key, element=short, kind=relation.kind)


def links_lead_somewhere(part: XmlPart) -> Iterator[Breach]:
    """A link leads to a slide of the presentation, or to an address that can be followed."""
    stated = _stated(part)
    for link in part.root.iter(*_LINKS):
        relation = stated.get(link.get(f"{R}id", ""))
        jumps = link.get("action", "").lower().startswith(_JUMP)
        where = part.where(shape_around(link))
        if relation is None:
            if jumps:
                yield Breach("link-to-nothing.slide", where, target=link.get(f"{R}id", ""))
        elif relation.external:
            if jumps or not relation.target or _leads_nowhere(relation.target):
                yield Breach("link-to-nothing.address", where, target=relation.target)
        elif (jumps or relation.kind == "slide") and relation.target not in part.deck.numbers:
            yield Breach("link-to-nothing.slide", where, target=relation.target)


def _leads_nowhere(address: str) -> bool:
    """Whether an address is one of the web without a host; others are the business of programs that know them."""
    fault = address_fault(address)
    return fault is not None and fault.code == "address-host"


def _stated(part: XmlPart) -> Mapping[str, Relation]:
    return {relation.id: relation for relation in part.deck.relations.get(part.name, ())}


def _elements() -> Any:
    from lxml import etree

    return etree.Element
