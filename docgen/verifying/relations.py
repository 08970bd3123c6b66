"""A relationship as a .rels part states it, also one that leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: its id, the last word of its kind (slide, image), and a part's name or an address."""

    id: str
    kind: str
    target: str
    external: bool


def relations(root: Any, owner: str) -> Iterator[Relation]:
    """The relationships that the XML of a .rels part states for ``owner`` ("/ppt/presentation.xml"; "/": the package)."""
    folder = posixpath.dirname(owner)
    for entry in root.iterfind("{*}Relationship"):
        target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
        whole = target if external else part_named(folder, target) or owner
        yield Relation(entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], whole, external)


def part_named(folder: str, target: str) -> str:
    """The name of the part that a target names from a folder; "" for a place in the part itself.

    >>> part_named("/ppt/slides", "../media/image1.png"), part_named("/ppt/slides", "#here")
    ('/ppt/media/image1.png', '')
    """
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).replace("//", "/") if path else ""


def owner_of(listed: str) -> str:
    """The part whose relationships a .rels part states.

    >>> owner_of("/ppt/slides/_rels/slide1.xml.rels"), owner_of("/_rels/.rels")
    ('/ppt/slides/slide1.xml', '/')
    """
    folder, file = posixpath.split(listed)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def is_relations(name: str) -> bool:
    """Whether a part states relationships."""
    return posixpath.basename(posixpath.dirname(name)) == "_rels" and name.endswith(".rels")
