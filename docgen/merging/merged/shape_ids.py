"""The shape ids of a merged slide: a shape keeps the id that it has in the edited deck.

PowerPoint's animations and comments call shapes by their ids.
"""

from __future__ import annotations

from typing import Any

from docgen.merging.edited.shape import identity_of, shape_elements, shape_tree
from docgen.merging.xml_names import A, P

_ENDS = (f"{A}stCxn", f"{A}endCxn")
_TREE_ID = 1


class ShapeIds:
    """Gathers which shape is to have which id while a slide is changed; ``settle`` then gives the ids.

    It is made before the slide is changed, when its shapes have the ids of the new build.
    """

    def __init__(self, root: Any) -> None:
        self._tree = shape_tree(root)
        self._built = {identity_of(shape).get("id"): shape for shape in shape_elements(root)}
        self._wanted: dict[Any, str] = {}

    def keep(self, element: Any, wanted: str | None = None) -> None:
        """Give ``element`` the id ``wanted``; without one it keeps those that it and its parts have."""
        self._wanted[element] = wanted if wanted is not None else identity_of(element).get("id")

    def settle(self) -> None:
        """Give every shape an id of its own, and let connectors follow."""
        used = self._give_wanted_ids()
        built = set(self._built.values())
        free = iter(range(max(used) + 1, 2**31))
        for identity in self._tree.iter(f"{P}cNvPr"):
            element = identity.getparent().getparent()
            if element is self._tree:
                continue
            if not identity.get("id") or (element in built and element not in self._wanted):
                identity.set("id", str(next(free)))
        self._reconnect()

    def _give_wanted_ids(self) -> set[int]:
        """Give the wanted ids, each to the first that wants it, and none to the others. Returns the ids given."""
        used = {_TREE_ID}
        for element, wanted in self._wanted.items():
            own = identity_of(element)
            for identity in element.iter(f"{P}cNvPr"):
                number = int(wanted if identity is own else identity.get("id"))
                identity.set("id", "" if number in used else str(number))
                used.add(number)
        return used

    def _reconnect(self) -> None:
        """Let the new build's connectors name the ids that its shapes have now; ends at shapes that are gone go."""
        renamed = {
            old: identity_of(shape).get("id") if shape.getparent() is not None else ""
            for old, shape in self._built.items()
        }
        copied = self._wanted.keys() - set(self._built.values())
        copied_ends = {end for element in copied for end in element.iter(*_ENDS)}
        ids = {identity.get("id") for identity in self._tree.iter(f"{P}cNvPr")}
        for end in list(self._tree.iter(*_ENDS)):
            if end not in copied_ends:
                end.set("id", renamed.get(end.get("id"), end.get("id")))
            if end.get("id") not in ids:
                end.getparent().remove(end)
