"""Templates: each can be read, and names only what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from docgen.errors import DocgenError, FieldPath
from docgen.model import Compendium, DataReference, Precedent
from docgen.model.lookup import not_among, quantity_of
from docgen.model.prose import NAMES, is_template
from docgen.model.record import plain_values
from docgen.prose.parser import parsed, unknown_in
from docgen.prose.sandbox import GLOBALS
from docgen.validate.numbers import in_unread_file
from docgen.validate.references import unknown

Errors = Iterator[DocgenError]

def templates(compendium: Compendium) -> Errors:
    """Errors for templates that cannot be read, or that name what is not there."""
    for path, record in compendium.records:
        for inner, value in plain_values(record, path):
            if isinstance(value, str) and is_template(value):
                yield from _template(_Template(value, inner, compendium))


@dataclass(frozen=True, slots=True)
class _Template:
    text: str
    path: FieldPath
    compendium: Compendium

    def error(self, what: str, expected: str, hint: str | None = None) -> DocgenError:
        return DocgenError(what, where=self.compendium.position(self.path), expected=expected, hint=hint)

    def unknown(self, kind: str, name: str, known: Iterable[str]) -> DocgenError:
        what = f"the template names {kind} {name!r}, which is not there"
        return not_among(what, name, known, self.compendium.position(self.path))


def _template(template: _Template) -> Errors:
    try:
        sentence = parsed(template.text)
    except DocgenError as error:
        yield error.at(template.compendium.position(template.path))
        return
    for name in sorted(sentence.names - {*NAMES, *GLOBALS}):
        yield template.unknown("the name", name, NAMES)
    for kind, name, known in unknown_in(sentence):
        yield template.unknown(kind, name, known)
    for name, keys in _chains(sentence.parts):
        if name in _CHAINS:
            yield from _CHAINS[name](keys, template)
    for node in sentence.parts:
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "data":
            yield from _data(node, template)


def _chains(all_nodes: Iterable[nodes.Node]) -> Iterator[tuple[str, list[Any]]]:
    """Names with the keys that follow them: ``values["I-1065"].deaths`` is values with I-1065 and deaths.

    A key that is not written out is None.
    """
    inner: set[int] = set()
    # Outer nodes come before those inside them, so that each chain is looked at once, whole.
    for node in all_nodes:
        if id(node) in inner:
            continue
        keys: list[Any] = []
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            inner.add(id(node))
            keys.insert(0, _key(node))
            node = node.node
        if keys and isinstance(node, nodes.Name):
            yield node.name, keys


def _key(node: nodes.Getattr | nodes.Getitem) -> Any:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.arg.value if isinstance(node.arg, nodes.Const) else None


def _values(keys: list[Any], template: _Template) -> Errors:
    compendium = template.compendium
    indicators = {other: indicator for indicator in compendium.indicators.values() for other in indicator.paired}
    indicators.update(compendium.indicators)
    name = keys[0]
    if name is None or compendium.is_unread(name, "indicators"):
        return
    if name not in indicators:
        yield template.unknown("the indicator", str(name), indicators)
    elif len(keys) > 1 and keys[1] is not None:
        values = [value.id for page in indicators[name].pages for value in page.values]
        if keys[1] not in values:
            yield template.unknown(f"in {name} the value", str(keys[1]), values)


def _budgets(keys: list[Any], template: _Template) -> Errors:
    name, lines = keys[0], template.compendium.budget_lines
    if name is not None and name not in lines and not template.compendium.is_unread(name, "budget_lines"):
        yield template.unknown("the budget line", str(name), lines)


def _facts(keys: list[Any], template: _Template) -> Errors:
    record = None
    if template.path[0] == "precedents":
        record = template.compendium.precedents[str(template.path[1])]
    facts = record.facts if isinstance(record, Precedent) else {}
    if keys[0] is not None and keys[0] not in facts:
        yield template.unknown("the fact", str(keys[0]), facts)


_CHAINS: Mapping[str, Callable[[list[Any], _Template], Errors]] = {
    "values": _values,
    "budgets": _budgets,
    "facts": _facts,
}


def _data(call: nodes.Call, template: _Template) -> Errors:
    """A call of data(), where its arguments are written out."""
    try:
        given = [argument.as_const() for argument in call.args]
        named = {argument.key: argument.value.as_const() for argument in call.kwargs}
    except nodes.Impossible:
        return
    arguments = {**dict(zip(("data", "column"), given, strict=False)), **named}
    if len(given) > 2 or "data" not in arguments or "column" not in arguments:
        yield template.error(
            "data() is called with other arguments than it takes",
            'data("dataset", "column", where={"year": 2022}, unit="人", decimals=0)',
        )
        return
    name, compendium = str(arguments["data"]), template.compendium
    if in_unread_file(name, compendium):
        return
    if name not in compendium.tables:
        yield unknown("dataset", name, compendium.tables, template.path, compendium)
        return
    reference = DataReference(data=name, column=str(arguments["column"]), where=arguments.get("where") or {})
    try:
        quantity_of(reference, "", None, compendium.tables, compendium.position(template.path))
    except DocgenError as error:
        yield error
