"""Prose rendered over the data: jinja2, sandboxed, where every unknown name is an error with a hint."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import partial
from typing import Any

import jinja2
from jinja2.runtime import Undefined
from jinja2.sandbox import SandboxedEnvironment

from docgen.derive.plain_template import rendered
from docgen.derive.vocabulary import filters, printed, unknown_name
from docgen.errors import DocgenError, Where
from docgen.model.printing import PLAIN, Printing
from docgen.model.prose import NAMES, is_template
from docgen.validate.templates import parsed

_FAILURES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


class Narrator:
    """Renders templates; ``printing`` says how values are printed."""

    def __init__(self, printing: Printing = PLAIN) -> None:
        self.printing = printing
        self._environment = sandbox(printing)
        self._compiled: dict[str, jinja2.Template] = {}

    def render(self, text: str, names: Mapping[str, Any], where: Where) -> str:
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
                hint=f"template: {text if len(text) <= 80 else f'{text[:79]}…'}",
            ) from error

    def _compiled_template(self, text: str) -> jinja2.Template:
        if text not in self._compiled:
            tree = parsed(text)
            tree.set_environment(self._environment)
            self._compiled[text] = self._environment.from_string(tree)
        return self._compiled[text]


# jinja2's own mark for "no object": the default of this argument.
_NOTHING: Any = inspect.signature(Undefined).parameters["obj"].default


class _Unknown(jinja2.StrictUndefined):
    """Fails as soon as a template comes upon a name that is not there."""

    def __init__(self, hint: str | None = None, obj: Any = _NOTHING, name: Any = None, exc: Any = None) -> None:
        if obj is _NOTHING:
            raise unknown_name("the name", str(name), NAMES)
        if obj is None:
            raise DocgenError(
                f"the template asks for {name!r} of a value that is missing",
                expected="a value that the data has",
            )
        public = [attribute for attribute in dir(obj) if not attribute.startswith("_")]
        raise unknown_name("the attribute", str(name), public)


def sandbox(printing: Printing = PLAIN) -> SandboxedEnvironment:
    """The environment that templates are rendered in: an unknown name is an error, only texts and numbers print."""
    finalize = partial(printed, printing=printing)
    environment = SandboxedEnvironment(autoescape=False, undefined=_Unknown, finalize=finalize)
    environment.filters.update(filters(printing))
    return environment
