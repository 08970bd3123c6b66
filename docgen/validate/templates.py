"""Templates: each can be read, and names only what is there; nothing has an id that no sentence could name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model import Compendium, DataReference
from docgen.model.lookup import matching_rows, quantity_of
from docgen.model.prose import is_template
from docgen.model.record import texts
from docgen.model.short_names import RESERVED, NamedValue, ShortNames, short_name
from docgen.prose.parser import Sentence, parsed, unknown_in
from docgen.prose.sandbox import GLOBALS
from docgen.validate.numbers import in_unread_file
from docgen.validate.references import unknown
from docgen.validate.template_names import Key, Template, named

Errors = Iterator[DocgenError]
# The braces of templates as an input method types them, which would stand on the page.
_WIDE_BRACES = re.compile("｛｛|｝｝|｛[%％]|[%％]｝")


def templates(compendium: Compendium) -> Errors:
    """Errors for templates that cannot be read, or that name what is not there."""
    short_names = ShortNames.of(compendium)
    yield from _reserved(short_names, compendium)
    for path, record in compendium.records:
        for inner, value in texts(record, path):
            if is_template(value):
                yield from _template(Template(value, inner, compendium, short_names))
            wide = _WIDE_BRACES.search(value) if "｛" in value or "｝" in value else None
            if wide is not None:
                yield DocgenError("template-wide-braces", where=compendium.position(inner), braces=wide.group())


def _reserved(short_names: ShortNames, compendium: Compendium) -> Errors:
    """Errors for ids that are words of templates."""
    every = [short_names.everywhere, *short_names.own.values()]
    reserved = [meanings for names in every for name, meanings in names.items() if name in RESERVED]
    places: dict[FieldPath, str] = {}
    for meaning in (meaning for meanings in reserved for meaning in meanings):
        identifier = meaning.value.id if isinstance(meaning, NamedValue) else meaning.identifier
        places[(*meaning.path, "id") if isinstance(meaning, NamedValue) else meaning.path] = identifier
    for path, identifier in places.items():
        yield DocgenError("name-reserved", where=compendium.position(path), name=short_name(identifier))


def _template(template: Template) -> Errors:
    try:
        sentence = parsed(template.text)
    except DocgenError as error:
        yield error.at(template.where())
        return
    for kind, name, known in unknown_in(sentence):
        yield template.unknown(kind, name, known)
    for name, keys in _chains(sentence):
        yield from named(name, keys, template)
    for node in sentence.parts:
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in ("data", "count"):
            yield from _call(node, node.node.name, template)


def _chains(sentence: Sentence) -> Iterator[tuple[str, list[Key]]]:
    """Outer names with the keys that follow them: ``values["I-1065"].deaths`` is values with I-1065 and deaths."""
    for piece in sentence.pieces or ():
        if not isinstance(piece, str):
            yield piece[0], list(piece[1:])
    if sentence.pieces is not None:
        return
    inner: set[int] = set()
    # Outer nodes come before those inside them, so that each chain is looked at once, whole.
    for node in sentence.parts:
        if id(node) in inner:
            continue
        keys: list[Key] = []
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            keys.insert(0, _key(node))
            node = node.node
            inner.add(id(node))
        if isinstance(node, nodes.Name) and node.name in sentence.names and node.name not in GLOBALS:
            yield node.name, keys


def _key(node: nodes.Getattr | nodes.Getitem) -> Key:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else None


def _call(call: nodes.Call, function: str, template: Template) -> Errors:
    """A call of data() or count(), where its arguments are written out."""
    try:
        given = [argument.as_const() for argument in call.args]
        by_name = {argument.key: argument.value.as_const() for argument in call.kwargs}
    except nodes.Impossible:
        return
    wanted = ("data", "column") if function == "data" else ("data",)
    arguments = {**dict(zip(wanted, given, strict=False)), **by_name}
    if len(given) > len(wanted) or any(name not in arguments for name in wanted):
        wrong = message("data-arguments") if function == "data" else message("count-arguments")
        yield DocgenError.of(wrong, where=template.where(function))
        return
    name, compendium = str(arguments["data"]), template.compendium
    if in_unread_file(name, compendium):
        return
    if name not in compendium.tables:
        yield unknown(message("noun-dataset"), name, compendium.tables, template.path, compendium)
        return
    cells = {str(key): str(value) for key, value in (arguments.get("where") or {}).items()}
    try:
        if function == "count":
            matching_rows(compendium.tables[name], cells, template.where(name))
        else:
            reference = DataReference(data=name, column=str(arguments["column"]), where=cells)
            quantity_of(reference, "", None, compendium.tables, template.where(name))
    except DocgenError as error:
        yield error
