"""What every deck is held against before it is written: what its parts refer to, ids of shapes, sizes.

``docgen verify`` looks at much more, in any deck; the rest follows for docgen's own from how its parts are spelled.
This part costs about a hundredth of a build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docgen.errors import DocgenError
from docgen.outside.package import Relationship
from docgen.write.package.part import NewPart

_USED = re.compile(rb' r:(?:id|embed|link)="([^"]+)"')
_NEGATIVE = re.compile(rb'<a:ext cx="-|<a:ext cx="\d+" cy="-')
_SHAPE = b'<p:cNvPr id="'


def must_be_sound(part: NewPart) -> None:
    """Raise DocgenError, at the part, for an id of a shape that stands twice, a size below zero, an unknown reference."""
    if not part.content_type.endswith("xml"):
        return
    shapes = [rest.partition(b'"')[0] for rest in part.data.split(_SHAPE)[1:]]
    if len(shapes) > len(set(shapes)):
        number = next(number for number in shapes if shapes.count(number) > 1)
        raise DocgenError("written-part-shape-twice", where=part.name, number=number.decode())
    if _NEGATIVE.search(part.data):
        raise DocgenError("written-part-size-negative", where=part.name)
    unknown = set(_USED.findall(part.data)) - {key.encode() for key in part.relationships}
    if unknown:
        raise DocgenError("written-part-reference-unknown", where=part.name, key=min(unknown).decode())


def must_be_whole(parts: Sequence[tuple[str, Mapping[str, Relationship]]], roots: Mapping[str, Relationship]) -> None:
    """Raise DocgenError for parts of one name, one that nothing refers to, and one that is referred to and not there."""
    names = {name for name, _ in parts}
    if len(names) < len(parts):
        every = [name for name, _ in parts]
        raise DocgenError("written-part-twice", where=next(name for name in every if every.count(name) > 1))
    reached = {one.target for one in roots.values()}
    for name, related in parts:
        for one in related.values():
            if not one.external and one.target not in names:
                raise DocgenError("written-part-missing", where=name, target=one.target)
            reached.add(one.target)
    if names - reached:
        raise DocgenError("written-part-unreached", where=min(names - reached))
