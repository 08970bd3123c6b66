"""What stands on which level of a diagram: everything below all that leads to it. Circles are refused.

>>> levels_of({"a": (), "b": ("a",), "c": ("a", "b")})
{'a': 0, 'b': 1, 'c': 2}
>>> circle_of({"a": ("b",), "b": ("a",)})
('a', 'b', 'a')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from docgen.errors import FieldPath, nearest
from docgen.messages import Message, message

Above = Mapping[str, Sequence[str]]
"""For each name those that lead to it."""
Problem = tuple[FieldPath, Message]
"""Where something is wrong in a record, and what."""


def levels_of(above: Above) -> dict[str, int]:
    """The level of each name, from 0; there must be no circle."""
    levels: dict[str, int] = {}

    def level(name: str) -> int:
        if name not in levels:
            levels[name] = max((level(other) + 1 for other in above[name]), default=0)
        return levels[name]

    return {name: level(name) for name in above}


def circle_of(above: Above) -> tuple[str, ...]:
    """The names of a circle, each leading to the next and the last one the first again; empty without one."""
    done: set[str] = set()

    def search(name: str, path: list[str]) -> tuple[str, ...]:
        if name in path:
            return tuple(reversed([*path[path.index(name) :], name]))
        if name in done:
            return ()
        for other in above.get(name, ()):
            circle = search(other, [*path, name])
            if circle:
                return circle
        done.add(name)
        return ()

    return next((circle for name in above if (circle := search(name, []))), ())


def unknown_names(path: FieldPath, names: Sequence[str], known: Sequence[str], kind: Message) -> Iterator[Problem]:
    """A problem for each of the ``names``, a list at ``path``, that is not ``known``."""
    for index, name in enumerate(names):
        if name not in known:
            yield (*path, index), unknown_name(name, known, kind)


def unknown_name(name: str, known: Sequence[str], kind: Message) -> Message:
    """What is said of a name that is not known, with the nearest one that is."""
    like = nearest(name, known)
    if like is None:
        return message("no-such-thing", kind=kind, name=name)
    return message("no-such-thing-but", kind=kind, name=name, like=like)


def refuse(record: str, problems: Sequence[Problem]) -> None:
    """Raise pydantic's error with every problem at its place in the record, so that loading says where it is."""
    if problems:
        details = [
            InitErrorDetails(
                type=PydanticCustomError("value_error", "{error}", {"error": reason}), loc=path, input=None
            )
            for path, reason in problems
        ]
        raise ValidationError.from_exception_data(record, details)
