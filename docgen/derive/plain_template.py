"""Templates that are text with values in it, rendered straight from their syntax tree.

Compiling a template costs several times what rendering it does, and most prose is rendered once. Names,
attributes, items, calls, filters, arithmetic and literals are evaluated here, by the same operations of
jinja2's environment that a compiled template calls.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment


def rendered(tree: nodes.Template, names: Mapping[str, Any], environment: SandboxedEnvironment) -> str | None:
    """The text of a template over ``names``; None where it has conditions, loops or comparisons.

    Raises what the values raise.
    """
    plain = _Plain(environment, names)
    try:
        return "".join([plain.text(part) for part in tree.body])
    except _NotPlain:
        return None


_ARITHMETIC: Mapping[type[nodes.BinExpr], Callable[[Any, Any], Any]] = {
    nodes.Add: operator.add,
    nodes.Sub: operator.sub,
    nodes.Mul: operator.mul,
    nodes.Div: operator.truediv,
    nodes.FloorDiv: operator.floordiv,
    nodes.Mod: operator.mod,
}


class _NotPlain(Exception):
    """The template has something that only a compiled one can do."""


class _Plain:
    """Evaluates the expressions of one template."""

    def __init__(self, environment: SandboxedEnvironment, names: Mapping[str, Any]) -> None:
        self._environment = environment
        self._context: Context = environment.context_class(environment, {**environment.globals, **names}, None, {})

    def text(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            self._context.vars[node.target.name] = self.value(node.node)
            return ""
        if not isinstance(node, nodes.Output):
            raise _NotPlain
        finalize: Callable[[Any], Any] = self._environment.finalize or str
        return "".join(
            [
                part.data if isinstance(part, nodes.TemplateData) else str(finalize(self.value(part)))
                for part in node.nodes
            ]
        )

    def value(self, node: nodes.Node) -> Any:
        match node:
            case nodes.Const():
                return node.value
            case nodes.Name():
                return self._context.resolve(node.name)
            case nodes.Getattr():
                return self._environment.getattr(self.value(node.node), node.attr)
            case nodes.Getitem():
                return self._environment.getitem(self.value(node.node), self.value(node.arg))
            case nodes.Call(dyn_args=None, dyn_kwargs=None):
                called = self.value(node.node)
                return self._environment.call(self._context, called, *self._values(node.args), **self._named(node))
            case nodes.Filter(dyn_args=None, dyn_kwargs=None, node=nodes.Expr() as filtered):
                value = self.value(filtered)
                return self._environment.call_filter(
                    node.name, value, self._values(node.args), self._named(node), self._context
                )
            case nodes.BinExpr() if type(node) in _ARITHMETIC:
                return _ARITHMETIC[type(node)](self.value(node.left), self.value(node.right))
            case nodes.Dict():
                return {self.value(pair.key): self.value(pair.value) for pair in node.items}
            case nodes.List():
                return self._values(node.items)
            case nodes.Tuple():
                return tuple(self._values(node.items))
        raise _NotPlain

    def _values(self, parts: list[nodes.Expr]) -> list[Any]:
        return [self.value(part) for part in parts]

    def _named(self, node: nodes.Call | nodes.Filter) -> dict[str, Any]:
        return {pair.key: self.value(pair.value) for pair in node.kwargs if isinstance(pair, nodes.Keyword)}
