"""The syntax trees of docgen's modules, each parsed once for all tests of a process."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """A module's source as a tree, which nobody changes."""
    return ast.parse(path.read_text(encoding="utf-8"))


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """A tree and all statements in it, at any depth, without a look into their expressions."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting += getattr(node, field, ())
