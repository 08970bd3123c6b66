"""How jinja2 reads and spells numbers, lists and joined texts: exactly, and through the sandbox."""

# ruff: noqa: N802  (jinja2 names its methods after its nodes)

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.lexer import Lexer, Token

from docgen.prose.arithmetic import number_written

N = TypeVar("N", bound=nodes.Node)


class DecimalLexer(Lexer):
    """The lexer of templates; its numbers are decimals with all the digits that were written."""

    def wrap(
        self, stream: Iterable[tuple[int, str, str]], name: str | None = None, filename: str | None = None
    ) -> Iterator[Token]:
        """The tokens of a template."""
        for line, kind, text in stream:
            if kind not in ("integer", "float"):
                yield from super().wrap(iter([(line, kind, text)]), name, filename)
                continue
            try:
                yield Token(line, kind, number_written(text))  # type: ignore[arg-type]
            except ValueError as error:
                raise jinja2.TemplateSyntaxError(str(error), line, name, filename) from error


class SandboxGenerator(CodeGenerator):
    """Writes the code of a template; the sandbox makes its numbers and lists, joins its texts and counts its loops."""

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:
        """A number, or another constant."""
        if isinstance(node.value, Decimal):
            self.write(f"environment.number({str(node.value)!r})")
        else:
            super().visit_Const(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        """A list that is written out."""
        self._through("listed", super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        """A list in round brackets; what is stored in several names is as jinja2 has it."""
        if node.ctx == "load":
            self._through("listed", super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        """Values by their keys."""
        self._through("listed", super().visit_Dict, node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Texts joined by ~."""
        self._through("joined", super().visit_List, nodes.List(node.nodes), frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        """A loop."""
        counted = nodes.Call(nodes.EnvironmentAttribute("counted"), [node.iter], [], None, None)
        super().visit_For(nodes.For(node.target, counted, node.body, node.else_, node.test, node.recursive), frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        """The text between expressions; nothing else is computed beforehand, past the sandbox."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _through(self, method: str, visit: Callable[[N, Frame], None], node: N, frame: Frame) -> None:
        """The code of ``node``, given to a method of the sandbox."""
        self.write(f"environment.{method}(")
        visit(node, frame)
        self.write(")")
