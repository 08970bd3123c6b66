"""Prose rendered over the data: jinja2, sandboxed, where every unknown name is an error with a hint."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import jinja2
from jinja2.runtime import Undefined
from jinja2.sandbox import SandboxedEnvironment

from docgen.derive.plain_template import rendered
from docgen.errors import DocgenError, Position, nearest
from docgen.model.lookup import one_of
from docgen.model.period import Period
from docgen.model.printing import PLAIN, Printing
from docgen.model.prose import NAMES, is_template
from docgen.model.quantity import Quantity
from docgen.ready import ReadyObservation, ReadyTarget
from docgen.validate.syntax import parsed

_PRINTABLE = (str, int, float, Decimal, Quantity, Period, ReadyObservation, ReadyTarget)
_FAILURES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class Names:
    """What a template finds by name or id. ``kind`` says in messages what these are.

    It has no public attributes, so that in a template ``values["I-1065"].items`` is the value "items".
    """

    __slots__ = ("_keys", "_kind", "_make")

    def __init__(self, kind: str, keys: Iterable[str | int], make: Callable[[Any], Any]) -> None:
        self._kind = kind
        self._keys = tuple(keys)
        self._make = make

    def __getitem__(self, key: str | int) -> Any:
        if key not in self._keys:
            raise unknown_name(self._kind, str(key), self._keys)
        return self._make(key)


def unknown_name(kind: str, name: str, known: Iterable[object]) -> DocgenError:
    """The error for a name that a template does not find; its place is added where the template is known."""
    names = [str(each) for each in known]
    return DocgenError(
        f"the template names {kind} {name!r}, which is not there",
        expected=one_of(names, "a name that is defined"),
        hint=nearest(name, names),
    )


class Narrator:
    """Renders templates, values printed as ``printing`` says; each that has to be compiled is compiled once."""

    def __init__(self, printing: Printing = PLAIN) -> None:
        self.printing = printing
        self._environment = sandbox(printing)
        self._compiled: dict[str, jinja2.Template] = {}

    def render(self, text: str, names: Mapping[str, Any], where: Position | str) -> str:
        """``text`` rendered over ``names``; text without a template comes back as it is.

        Raises DocgenError at ``where`` for a template that is not one, an unknown name, a missing value.
        """
        if not is_template(text):
            return text
        try:
            plain = rendered(parsed(text), names, self._environment)
            return self._compiled_template(text).render(names) if plain is None else plain
        except DocgenError as error:
            if error.where is not None:
                raise
            raise DocgenError(error.what, where=where, expected=error.expected, hint=error.hint) from error
        except jinja2.TemplateSyntaxError as error:
            raise DocgenError(
                f"the template cannot be read: {error.message}",
                where=where,
                expected='jinja2, such as {{ values["I-1065"].deaths.latest }}',
                hint="close every {{ with }} and every {% with %}",
            ) from error
        except _FAILURES as error:
            raise DocgenError(
                f"the template fails: {error}",
                where=where,
                expected="a template that prints texts and quantities",
                hint=f"template: {_short(text)}",
            ) from error

    def _compiled_template(self, text: str) -> jinja2.Template:
        found = self._compiled.get(text)
        if found is None:
            tree = parsed(text)
            tree.set_environment(self._environment)
            found = self._compiled[text] = self._environment.from_string(tree)
        return found


# jinja2's own mark for "no object": the default of this argument.
_NOTHING: Any = inspect.signature(Undefined).parameters["obj"].default


class _Unknown(jinja2.StrictUndefined):
    """Fails as soon as a template comes upon a name that is not there."""

    def __init__(
        self, hint: str | None = None, obj: Any = _NOTHING, name: Any = None, exc: Any = None
    ) -> None:
        if obj is _NOTHING:
            raise unknown_name("the name", str(name), NAMES)
        if obj is None:
            raise DocgenError(
                f"the template asks for {name!r} of a value that is missing",
                expected="a value that the data has",
            )
        public = [each for each in dir(obj) if not each.startswith("_")]
        raise unknown_name("the attribute", str(name), public)


def sandbox(printing: Printing = PLAIN) -> SandboxedEnvironment:
    """The environment that templates are rendered in: unknown names are errors, only texts and numbers print."""

    def printed(value: Any) -> Any:
        return _printed(value, printing)

    def signed(value: Any) -> str:
        return _signed(value, printing)

    environment = SandboxedEnvironment(autoescape=False, undefined=_Unknown, finalize=printed)
    environment.filters.update(decimals=_decimals, absolute=_absolute, signed=signed, convert=_convert, tenths=_tenths)
    return environment


def _printed(value: Any, printing: Printing) -> Any:
    if value is None:
        raise DocgenError(
            "the template prints a value that is missing",
            expected="a value that the data has",
            hint="past, latest, forecast, target and change are there only where they are given",
        )
    if not isinstance(value, _PRINTABLE):
        raise DocgenError(
            f"the template prints {type(value).__name__}, which is neither a text nor a number",
            expected='a part of it, such as values["I-1065"].deaths.latest',
        )
    if isinstance(value, Period):
        return printing.period(value)
    if isinstance(value, ReadyTarget):
        return value.text or (printing.quantity(value.quantity) if value.quantity else str(value))
    if isinstance(value, Quantity | ReadyObservation):
        return printing.quantity(_quantity(value))
    return value


def _quantity(value: Any) -> Quantity:
    if isinstance(value, ReadyObservation):
        return value.quantity
    if isinstance(value, Quantity):
        return value
    if isinstance(value, Decimal | int):
        return Quantity(Decimal(value))
    raise TypeError(f"{value!r} is not a quantity")


def _decimals(value: Any, places: int) -> Quantity:
    number = _quantity(value)
    return Quantity(number.value, number.unit, places)


def _absolute(value: Any) -> Quantity:
    number = _quantity(value)
    return Quantity(abs(number.value), number.unit, number.decimals)


def _signed(value: Any, printing: Printing) -> str:
    minus = "－" if printing.minus == PLAIN.minus else printing.minus
    return _quantity(value).format(minus=minus, sign=True).replace("+", "＋", 1)


def _convert(value: Any, unit: str) -> Quantity:
    return _quantity(value).convert(unit)


def _tenths(value: Any) -> Quantity:
    """A share, as a ratio or a percentage, in tenths (割)."""
    number = _quantity(value)
    return Quantity(number.value / 10 if number.unit == "%" else number.value * 10, "割", 0)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
