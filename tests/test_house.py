"""What keeps the house easy to find one's way in: sizes, names and arrows, read from the source."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from support.source_trees import statements, tree_of

_PACKAGE = Path(__file__).resolve().parent.parent / "docgen"
_MODULES = {
    ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(_PACKAGE.rglob("*.py"))
}
_MOST_LINES = 300
_MOST_ENTRIES = 12
_FEWEST_WORDS = 20
# Names that once meant several things each.
_WORDS = ("Point", "Place", "Where", "Look", "Piece", "Path")


def imported_modules(name: str, path: Path) -> frozenset[str]:
    """The modules of docgen that a module imports anywhere: also in functions, also for type checkers only."""
    found: set[str] = set()
    for node in statements(tree_of(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in _MODULES else node.module)
    return frozenset(found & set(_MODULES) - {name})


def circle(arrows: Mapping[str, frozenset[str]]) -> list[str]:
    """The modules of a circle of imports; empty where there is none."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        modules: list[str] = error.args[1]
        return modules
    return []


def defined_names(path: Path) -> Iterator[str]:
    """The classes and the aliases of types that a module defines at its top."""
    for node in tree_of(path).body:
        if isinstance(node, ast.ClassDef):
            yield node.name.removeprefix("_")
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id.removeprefix("_")


def test_no_file_has_more_than_three_hundred_lines() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in _MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > _MOST_LINES} == {}


def test_the_blocks_lie_in_few_rooms() -> None:
    entries = {path.name for path in (_PACKAGE / "blocks").iterdir()} - {"__pycache__"}
    assert len(entries) <= _MOST_ENTRIES


def test_every_room_has_a_face_that_says_what_is_in_it() -> None:
    faces = {name: path for name, path in _MODULES.items() if path.name == "__init__.py"}
    words = {name: ast.get_docstring(tree_of(path)) or "" for name, path in faces.items()}
    assert [name for name, face in words.items() if len(re.findall(r"\w+", face)) < _FEWEST_WORDS] == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle({name: imported_modules(name, path) for name, path in _MODULES.items()}) == []


def test_a_circle_of_imports_is_seen() -> None:
    arrows = {"a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"a"}), "d": frozenset({"a"})}
    assert set(circle(arrows)) == {"a", "b", "c"}


@pytest.mark.parametrize("word", _WORDS)
def test_a_word_means_one_thing(word: str) -> None:
    definitions = Counter(name for path in _MODULES.values() for name in defined_names(path))
    assert definitions[word] <= 1


def test_contracts_are_stated_not_asked_for() -> None:
    asking = [name for name, path in _MODULES.items() if re.search(r"\bhasattr\(", path.read_text(encoding="utf-8"))]
    assert asking == []
