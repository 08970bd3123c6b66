"""What a template may lead to: words of docgen's own, texts, numbers, flat lists; nothing that is not listed here."""

from __future__ import annotations

import operator as operators
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, NoReturn

import jinja2
from jinja2.lexer import Lexer
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.errors import DocgenError, Where
from docgen.messages import Message, message
from docgen.model.lookup import not_among
from docgen.model.printing import PLAIN, Printing
from docgen.prose.conditions import TESTS
from docgen.prose.filters import FILTERS, LONGEST, bounded, joined, printed
from docgen.prose.generator import DecimalLexer, SandboxGenerator
from docgen.prose.number import Number, Words, as_number, not_computed

GLOBALS = ("range",)
"""The names that every template has, whatever its data."""

_MOST_STEPS = 1000
_OF_LOOPS = ("first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex", "revindex0")
_OPERATIONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operators.add,
    "-": operators.sub,
    "*": operators.mul,
    "/": operators.truediv,
    "//": operators.floordiv,
    "%": operators.mod,
    "**": operators.pow,
}


class Function:
    """Something that a template may call."""

    __slots__ = ("_work",)

    def __init__(self, work: Callable[..., object]) -> None:
        self._work = work

    def called(self, *values: object, **named: object) -> object:
        """What the call gives."""
        return self._work(*values, **named)


class Names:
    """Things that ``make`` makes by their key; ``kind`` says in messages what they are."""

    __slots__ = ("_keys", "_kind", "_make")

    def __init__(self, kind: Message, keys: Iterable[str | int], make: Callable[[Any], object]) -> None:
        self._kind = kind
        self._keys = tuple(keys)
        self._make = make

    def at(self, key: object) -> object:
        """The thing of a key. DocgenError where there is none."""
        # A number equals no text, and is not asked whether it does.
        alike = [name for name in self._keys if isinstance(name, str) == isinstance(key, str)]
        if key not in alike:
            raise unknown_name(self._kind, str(key), self._keys)
        return self._make(key)


def unknown_name(kind: Message, name: str, known: Iterable[object], where: Where = None) -> DocgenError:
    """The error for a name that a template does not find; its place may be added where the template is known."""
    return not_among(message("template-unknown", kind=kind, name=name), name, known, where)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment that templates are compiled for and rendered in.

    ``word`` makes of what the data gives the words that a template may use; ``printing`` says how plain numbers
    are printed. A template takes at most 1000 steps in its loops, counted from the last :meth:`begin`.
    """

    code_generator_class = SandboxGenerator
    intercepted_binops = frozenset(_OPERATIONS)
    intercepted_unops = frozenset("+-")

    def __init__(self, word: Callable[[object], object] | None = None, printing: Printing = PLAIN) -> None:
        super().__init__(autoescape=False, optimized=False, undefined=_Unknown, finalize=printed)
        self.filters = dict(FILTERS)
        self.tests = dict(TESTS)
        self.globals = dict(zip(GLOBALS, (Function(_range),), strict=True))
        self.word: Callable[[object], object] = word if word is not None else self._plain
        self._printing = printing
        self.counted = Function(self._counted)
        self._steps = 0

    @cached_property
    def lexer(self) -> Lexer:
        """The lexer, whose numbers are decimals."""
        return DecimalLexer(self)

    def begin(self) -> None:
        """Begin to render a template: none of its steps is taken yet."""
        self._steps = 0

    def number(self, digits: str) -> Number:
        """A number that is written in the template."""
        return Number.plain(Decimal(digits), self._printing)

    def listed(self, values: Any) -> Any:
        """A list, or values by keys, that is written in the template; it may hold no other."""
        for value in values.values() if isinstance(values, dict) else values:
            if isinstance(value, list | tuple | dict):
                raise DocgenError("template-lists")
        return values

    def joined(self, values: list[object]) -> str:
        """Texts and numbers joined by ~."""
        return joined(values)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a name after a dot leads to."""
        if isinstance(obj, Words):
            if attribute not in obj.WORDS:
                raise unknown_name(message("noun-attribute"), attribute, obj.WORDS)
            return self.word(getattr(obj, attribute))
        if isinstance(obj, LoopContext) and attribute in _OF_LOOPS:
            return self.word(getattr(obj, attribute))
        if isinstance(obj, Names | Mapping):
            return self.getitem(obj, attribute)
        if obj is None:
            _missing(attribute)
        raise unknown_name(message("noun-attribute"), attribute, ())

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What a key in square brackets leads to."""
        if isinstance(obj, Names):
            return self.word(obj.at(argument))
        if isinstance(obj, Mapping):
            if argument not in obj:
                raise unknown_name(message("noun-key"), str(argument), obj)
            return self.word(obj[argument])
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, list | tuple | str) and isinstance(argument, Number):
            try:
                return obj[argument]
            except IndexError as error:
                raise DocgenError("template-list-place", place=str(argument), length=len(obj)) from error
        if obj is None:
            _missing(str(argument))
        raise unknown_name(message("noun-key"), str(argument), ())

    def call(self, context: Context, obj: Any, *values: Any, **named: Any) -> Any:
        """What a call gives; only functions of the language may be called."""
        if not isinstance(obj, Function):
            raise DocgenError("template-call", given=type(obj).__name__)
        # Inside of loops jinja2 hands its own variables to every call.
        own = {name: value for name, value in named.items() if not name.startswith("_")}
        return self.word(obj.called(*values, **own))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An operation on two numbers; + joins two texts, * repeats one."""
        one, other = as_number(left), as_number(right)
        if one is not None and other is not None:
            return _OPERATIONS[operator](one, other)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return bounded(left + right)
        if operator == "*" and isinstance(left, str) and other is not None:
            if len(left) * other.decimal > LONGEST:
                raise DocgenError("template-text-long", most=LONGEST)
            return left * other.__index__()
        raise not_computed(left, operator, right)

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """A sign before a number."""
        number = as_number(arg)
        if number is None:
            raise not_computed("", operator, arg)
        return -number if operator == "-" else number

    def _counted(self, values: Iterable[object]) -> Iterator[object]:
        """The values of a loop. DocgenError where the loops of a template take too many steps."""
        if not isinstance(values, Iterable):
            raise DocgenError("template-loop", given=type(values).__name__)
        for value in values:
            self._steps += 1
            if self._steps > _MOST_STEPS:
                raise DocgenError("template-steps", most=_MOST_STEPS)
            yield self.word(value)

    def _plain(self, value: object) -> object:
        return Number.plain(value, self._printing) if type(value) in (int, Decimal) else value  # type: ignore[arg-type]


class _Unknown(jinja2.StrictUndefined):
    """Fails as soon as a template comes upon a name that is not there."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: Any = None, exc: Any = None) -> None:
        if name is None:
            raise DocgenError("template-list-empty")
        raise unknown_name(message("noun-name"), str(name), ())


def _missing(name: str) -> NoReturn:
    raise DocgenError("template-missing", name=name)


def _range(*values: object) -> range:
    bounds = [as_number(value) for value in values]
    if not 1 <= len(bounds) <= 3 or None in bounds:
        raise DocgenError("range-arguments")
    numbers = range(*(bound.__index__() for bound in bounds if bound is not None))
    if numbers[_MOST_STEPS : _MOST_STEPS + 1]:
        raise DocgenError("range-long", most=_MOST_STEPS)
    return numbers
