"""Prose rendered over the data, where every unknown name is an error with a hint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial, reduce

import jinja2

from docgen.derive.words import word
from docgen.errors import DocgenError, Where, WrongValue
from docgen.model.printing import PLAIN, Printing
from docgen.model.prose import is_template
from docgen.prose.filters import printed
from docgen.prose.parser import Sentence, compiled, parsed
from docgen.prose.sandbox import GLOBALS, Sandbox

_FAILURES = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_SHOWN = 80
Meaning = Callable[[str], object]
"""What a name of a template means. DocgenError for a name that means nothing."""


class Narrator:
    """Renders templates; ``printing`` says how values are printed."""

    def __init__(self, printing: Printing = PLAIN) -> None:
        self.printing = printing

    @cached_property
    def _sandbox(self) -> Sandbox:
        """Where templates are rendered; most records of a script have none."""
        return Sandbox(partial(word, printing=self.printing), self.printing)

    def render(self, text: str, meaning: Meaning, where: Where) -> str:
        """``text`` rendered; ``meaning`` gives what its names mean. Text without a template comes back as it is.

        Raises DocgenError at ``where`` for a template that is not one, an unknown name, a missing value.
        """
        if not is_template(text):
            return text
        try:
            sentence = parsed(text)
            names = {name: self._sandbox.word(meaning(name)) for name in sentence.names if name not in GLOBALS}
            return self._rendered(sentence, names)
        except DocgenError as error:
            if error.where is not None:
                raise
            raise error.at(where) from error
        except WrongValue as error:
            raise DocgenError.of(error.message, where=where, hint=error.hint) from error
        except _FAILURES as error:
            shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
            raise DocgenError("template-fails", where=where, template=shown) from error

    def _rendered(self, sentence: Sentence, names: Mapping[str, object]) -> str:
        if sentence.pieces is not None:
            return "".join(
                piece if isinstance(piece, str) else printed(reduce(self._sandbox.getattr, piece[1:], names[piece[0]]))
                for piece in sentence.pieces
            )
        self._sandbox.begin()
        code, sandbox = compiled(sentence.text), self._sandbox
        return sandbox.template_class.from_code(sandbox, code, sandbox.globals).render(names)
