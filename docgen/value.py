"""``value``: a dataclass for what docgen makes by the ten thousand, such as the runs and boxes of a page.

A value is never changed: who reads ``frozen=True`` may rely on it, and mypy refuses every assignment to a field. But
nothing refuses it at run time, for two costs of a frozen dataclass:

- It sets each of its fields by a call: a run of text takes six times as long to make, a compendium a sixth longer.
- Python compiles methods for each class that refuse assignments, compare and spell it: a build makes hundreds of
  classes at its start. Here one method is compiled for all kinds of as many fields, and takes the names of each. One
  function spells all values, to the letter as a dataclass does: fingerprints of decks and signatures of pages are made
  of that.

So what is made often, or by every build, is a value; elsewhere a frozen dataclass does as well. What inherits from a
value is one too: a frozen dataclass cannot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from collections.abc import Callable
    from dataclasses import MISSING, Field, dataclass, fields
    from functools import cache, total_ordering
    from operator import attrgetter
    from reprlib import recursive_repr
    from types import FunctionType

    @recursive_repr()
    def _spelled(self: object) -> str:
        """A value as it is made: ``Box(x=0, y=0, width=10, height=5)``."""
        told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
        return f"{type(self).__qualname__}({told})"

    def _values_of(names: list[str]) -> Callable[[object], tuple[object, ...]]:
        return attrgetter(*names) if len(names) > 1 else lambda one: tuple([getattr(one, name) for name in names])

    def _compared(kind: type) -> tuple[Callable[..., bool], Callable[..., bool], Callable[..., int]]:
        """The methods that compare, order and hash the values of a kind by their fields; ``hash=False`` leaves one out."""
        names = [field.name for field in fields(kind) if field.compare]
        telling = [field.name for field in fields(kind) if field.compare and field.hash is not False]
        key, hash_key = _values_of(names), _values_of(telling)

        def equals(self: object, other: object) -> bool:
            return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

        def is_less(self: object, other: object) -> bool:
            return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

        def hashed(self: object) -> int:
            return hash(hash_key(self))

        return equals, is_less, hashed

    def _takes_all_as_given(kind: type) -> bool:
        """Whether a value is made by setting each of its fields to what is given, or to its default."""
        inherited = [field for base in kind.__mro__[1:] for field in vars(base).get("__dataclass_fields__", {}).values()]
        stated = [given for given in (*vars(kind).values(), *inherited) if isinstance(given, Field)]
        is_plain = all(given.init and given.default_factory is MISSING for given in stated)
        return is_plain and "__init__" not in vars(kind) and getattr(kind, "__post_init__", None) is None

    @cache
    def _setting(count: int) -> FunctionType:
        """The method that sets so many fields, as a dataclass's does."""
        names = [f"field_{number}" for number in range(count)]
        lines = [f"def __init__({', '.join(('self', *names))}):", *[f" self.{name} = {name}" for name in names], " pass"]
        made: dict[str, FunctionType] = {}
        exec("\n".join(lines), made)
        return made["__init__"]

    def _making(kind: type) -> FunctionType:
        """The method that makes the values of a kind: that of any kind with so many fields, with the names of its own."""
        own = fields(kind)
        names = tuple([field.name for field in own])
        code = _setting(len(own)).__code__.replace(
            co_varnames=("self", *names), co_names=names, co_qualname=f"{kind.__qualname__}.__init__"
        )
        defaults = tuple([field.default for field in own if field.default is not MISSING])
        method = FunctionType(code, {}, "__init__", defaults)
        method.__annotations__.update({**{field.name: field.type for field in own}, "return": None})
        return method

    def value(
        *, frozen: bool, slots: bool = False, eq: bool = True, order: bool = False
    ) -> Callable[[type], type]:
        """The decorator of such a dataclass; ``frozen`` is what the type checker reads and gives it a hash;
        ``eq`` compares by the fields, ``order`` orders by them."""

        def made(kind: type) -> type:
            is_plain = _takes_all_as_given(kind)
            kind = dataclass(slots=slots, repr=False, eq=False, init=not is_plain)(kind)
            own = vars(kind)
            if is_plain:
                kind.__init__ = _making(kind)
            if "__repr__" not in own:
                kind.__repr__ = _spelled
            if eq and "__eq__" not in own:
                kind.__eq__, is_less, hashed = _compared(kind)
                kind.__hash__ = hashed if frozen else None
                if order:
                    kind.__lt__ = is_less
                    total_ordering(kind)
            return kind

        return made


__all__ = ["value"]
