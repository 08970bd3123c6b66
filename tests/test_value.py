"""Values that are frozen for the type checker alone."""

from __future__ import annotations

import ast
from pathlib import Path

import docgen
from docgen.placed import Run

MODULES = tuple(Path(docgen.__file__).parent.rglob("*.py"))


def test_equal_values_are_one_in_a_set_and_differ_by_each_field() -> None:
    assert {Run("国", 10.5, True), Run("国", 10.5, True)} == {Run("国", 10.5, True)}
    assert Run("国", 10.5, True) != Run("国", 10.5, True, link="page-1")


def test_every_value_is_declared_frozen_so_that_mypy_refuses_to_assign_its_fields() -> None:
    decorators = [
        ast.unparse(decorator)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if ast.unparse(decorator).startswith("value")
    ]
    assert len(decorators) > 20
    assert [decorator for decorator in decorators if "frozen=True" not in decorator] == []
