"""Values that are frozen for the type checker alone."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.placed import Run
from docgen.value import value

MODULES = tuple(Path(docgen.__file__).parent.rglob("*.py"))


def test_equal_values_are_one_in_a_set_and_differ_by_each_field() -> None:
    assert {Run("国", 10.5, True), Run("国", 10.5, True)} == {Run("国", 10.5, True)}
    assert Run("国", 10.5, True) != Run("国", 10.5, True, link="page-1")


def test_a_field_that_is_left_out_of_the_hash_still_tells_two_values_apart() -> None:
    @value(frozen=True, slots=True)
    class Table:
        name: str
        cells: tuple[str, ...] = field(default=(), hash=False)

    first, second = Table("港", ("3",)), Table("港", ("5",))
    assert hash(first) == hash(second)
    assert first != second
    assert len({first, second, Table("港", ("3",))}) == 2


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


def classes(decorator: Callable[..., Any]) -> tuple[Any, Any]:
    """A class with fields of each sort, and one that spells itself, made by a decorator."""

    class Part:
        name: str
        inner: object = None
        hidden: int = field(default=0, repr=False)

    class Own:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

    decorate = decorator(frozen=True, slots=True)
    return decorate(Part), decorate(Own)


def test_a_value_is_spelled_and_hashed_as_a_frozen_dataclass_is() -> None:
    (part, own), (usual_part, usual_own) = classes(value), classes(dataclass)
    mine, usual = (
        each("国's", (each("\ud800"), 1.5), hidden=2) for each in (part, usual_part)
    )
    assert repr(mine) == repr(usual)
    assert "hidden" not in repr(mine)
    assert hash(part("国", 3)) == hash(usual_part("国", 3))
    assert repr(own("国")) == repr(usual_own("国")) == "<国>"


def refusal(kind: Any, given: dict[str, object]) -> str:
    with pytest.raises(TypeError) as refused:
        kind(**given)
    return str(refused.value)


def test_a_value_is_made_as_a_frozen_dataclass_is() -> None:
    (part, _), (usual_part, _) = classes(value), classes(dataclass)
    assert inspect.signature(part) == inspect.signature(usual_part)
    assert part.__match_args__ == usual_part.__match_args__ == ("name", "inner", "hidden")
    wrong: tuple[dict[str, object], ...] = ({}, {"name": "国", "other": 1}, {"inner": 1})
    for given in wrong:
        assert refusal(part, given) == refusal(usual_part, given)
    assert (part("国", hidden=3).hidden, part(inner=1, name="国").inner, replace(part("国"), inner=2).inner) == (3, 1, 2)


def test_a_value_may_make_its_fields_itself_and_inherit_others() -> None:
    @value(frozen=True)
    class One:
        name: str
        told: list[str] = field(default_factory=list)

    @value(frozen=True)
    class Other(One):
        last: int = 0

    one, other = Other("国", last=2), Other("国")
    assert (one.told, other.told, one.last, other.last) == ([], [], 2, 0)
    assert one.told is not other.told


def test_a_value_that_holds_itself_is_spelled_with_dots() -> None:
    part, _ = classes(value)
    inside: list[object] = []
    whole = part("国", inside)
    inside.append(whole)
    assert repr(whole).endswith("Part(name='国', inner=[...])")


def test_values_are_equal_where_their_kind_and_what_is_compared_are() -> None:
    @value(frozen=True)
    class One:
        name: str
        told: int = field(default=0, compare=False)

    @value(frozen=True)
    class Other:
        name: str

    @value(frozen=True, eq=False)
    class Unlike:
        name: str

    assert One("国", 1) == One("国", 2) != One("県", 1)
    assert hash(One("国", 1)) == hash(One("国", 2))
    kinds: set[object] = {One("国"), Other("国")}
    assert len(kinds) == 2
    assert Unlike("国") != Unlike("国")


def test_values_with_an_order_are_sorted_by_their_fields_among_their_kind() -> None:
    @value(frozen=True, order=True)
    class Place:
        file: str
        line: int

    first, second, third = Place("a", 2), Place("a", 10), Place("b", 1)
    assert sorted([third, second, first]) == [first, second, third]
    assert max(first, third) == third
    assert first <= first < second
    with pytest.raises(TypeError):
        assert first < ("b", 1)  # type: ignore[operator]
