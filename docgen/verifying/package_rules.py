"""Rules on the package: entries, content types, relationships, and parts that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import repeated
from docgen.outside.part_kinds import is_xml, root_of_type, types_of_kind
from docgen.verifying.deck_file import DeckFile, XmlPart
from docgen.verifying.relations import owner_of

# What LibreOffice leaves of a custom part when it saves, and what Office throws away.
_LEFT = ("/customXml/", "/[trash]/")

# PowerPoint for macOS keeps drawings as PDF.
_PICTURES = ("image/", "application/pdf")


def parts_can_be_read(deck: DeckFile) -> Iterator[Breach]:
    """Every part is whole; a part of XML is well formed, and has no document type."""
    for part, reason in deck.unread.items():
        yield Breach("part-not-readable", deck.where(part), reason=reason)
    for part in deck.parts:
        if is_xml(deck.type_of(part)):
            _, reason_here = deck.xml(part)
            if reason_here is not None:
                yield Breach("part-not-readable", deck.where(part), reason=reason_here)


def content_types_are_true(deck: DeckFile) -> Iterator[Breach]:
    """Every part has one content type, that of its kind and of its root element."""
    here = f"{deck.name}![Content_Types].xml"
    for again, _ in repeated(deck.types, key=lambda stated: stated.key.lower()):
        yield Breach("content-type.twice", here, name=again.key)
    present = {part.lower() for part in (*deck.parts, *deck.listings)}
    for stated in deck.types:
        if stated.key.startswith("/") and stated.key.lower() not in present:
            yield Breach("content-type.without-part", here, level="notice", name=stated.key)
    if deck.listings and not deck.type_of("/_rels/.rels"):
        yield Breach("content-type.none", here, name=".rels")
    for part in deck.parts:
        stated_type = deck.type_of(part)
        if not stated_type and not part.startswith(_LEFT):
            yield Breach("content-type.none", deck.where(part), name=part)
    yield from _types_of_kinds(deck)


def _types_of_kinds(deck: DeckFile) -> Iterator[Breach]:
    told = set()
    for relation in (one for related in deck.relations.values() for one in related if not one.external):
        stated, known = deck.type_of(relation.target), types_of_kind(relation.kind)
        wrong = stated not in known if known else relation.kind == "image" and not stated.startswith(_PICTURES)
        if stated and wrong and relation.target in deck.parts and relation.target not in told:
            told.add(relation.target)
            yield Breach("content-type.of-kind", deck.where(relation.target), kind=relation.kind, stated=stated)


def root_elements_are_of_their_type(part: XmlPart) -> Iterator[Breach]:
    """The root element of a part is that of its content type."""
    stated = part.deck.type_of(part.name)
    expected, found = root_of_type(stated), str(part.root.tag).rpartition("}")[2]
    if expected and found != expected:
        yield Breach("content-type.root", part.where(), stated=stated, root=found)


def relationships_lead_somewhere(deck: DeckFile) -> Iterator[Breach]:
    """Every relationship has an id of its own and leads to a part that is there."""
    present = {"/", *(part.lower() for part in deck.parts)}
    for listing in deck.listings:
        owner = owner_of(listing)
        if owner.lower() not in present:
            yield Breach("relationship.without-part", deck.where(listing), part=owner)
    for owner, related in deck.relations.items():
        for again, _ in repeated(related, key=lambda relation: relation.id):
            yield Breach("relationship.twice", deck.where(owner), id=again.id)
        for one in related:
            if not one.id or not one.kind:
                yield Breach("relationship.unsaid", deck.where(owner), id=one.id)
            elif not one.external and one.target not in deck.parts and one.target != owner:
                yield Breach("relationship.dangling", deck.where(owner), id=one.id, kind=one.kind, target=one.target)


def parts_are_reached(deck: DeckFile) -> Iterator[Breach]:
    """Every part is referred to, from the package on."""
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for one in deck.relations.get(waiting.pop(), ()):
            if not one.external and one.target not in reached:
                reached.add(one.target)
                waiting.append(one.target)
    for part in deck.parts:
        if part not in reached and not part.startswith(_LEFT):
            yield Breach("part-not-reached", deck.where(part), level="notice")
