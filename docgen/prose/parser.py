"""A text read as a template: its syntax, the names in it, and what templates may not hold."""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Iterator
from types import CodeType
from typing import cast

import jinja2
from jinja2 import nodes

from docgen.errors import DocgenError
from docgen.messages import Message, message
from docgen.prose.conditions import TESTS
from docgen.prose.filters import FILTERS
from docgen.prose.sandbox import GLOBALS, Sandbox, unknown_name
from docgen.prose.syntax_problem import syntax_problem
from docgen.value import value

# A name and the words after it between texts; what else begins a statement is read by jinja2, and so is a text of several
# lines, whose ends it settles.
_NAMED = re.compile(r"(?<!\{)\{\{ *([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*){0,9}) *\}\}")
_OTHERWISE = re.compile(r"\{[{%#]|[\r\n]")
# Words of the language of templates, which are no names.
_WORDS = frozenset(
    ("true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else", *GLOBALS)
)
# Reads templates and writes their code; what renders one is a sandbox of its own.
_ENVIRONMENT = Sandbox()
LONGEST = 10_000
"""The most characters of a text that is a template."""
_DEEPEST = 60
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Assign, nodes.For, nodes.If, nodes.Name, nodes.Const,
    nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.BinExpr, nodes.UnaryExpr, nodes.Concat, nodes.List, nodes.Tuple, nodes.Dict,
    nodes.Pair,
)  # fmt: skip


Chain = tuple[str, ...]
"""A name and the words after it: ``{{ traffic_deaths.past.dated }}``."""


@value(frozen=True, slots=True)
class Sentence:
    """A template: the ``parts`` of its syntax tree, the tree first, and the ``names`` that it takes from outside.

    Most sentences are texts with names and words between them, which are ``pieces``; to read such a one by jinja2 costs
    twenty times as much, and to compile it several times what rendering it does. Then there may be no parts. One with
    operations, filters, conditions or loops has no pieces.
    """

    text: str
    parts: tuple[nodes.Node, ...]
    names: tuple[str, ...]
    pieces: tuple[str | Chain, ...] | None


@functools.lru_cache(maxsize=4096)
def parsed(text: str) -> Sentence:
    """A text as a template. DocgenError, without its place, for one that is none or that has what none may have."""
    if len(text) > LONGEST:
        raise DocgenError("template-long", length=len(text), most=LONGEST)
    pieces = plain_pieces(text)
    if pieces is not None:
        names = dict.fromkeys(piece[0] for piece in pieces if not isinstance(piece, str))
        return Sentence(text, (), tuple(names), pieces)
    return read_whole(text)


def plain_pieces(text: str) -> tuple[str | Chain, ...] | None:
    """The texts and chains of a sentence that has nothing else; None where only jinja2 can tell."""
    texts = _NAMED.split(text)
    if any(_OTHERWISE.search(told) for told in texts[::2]):
        return None
    pieces: list[str | Chain] = []
    for number, told in enumerate(texts):
        if number % 2:
            chain = tuple(told.split("."))
            if not _WORDS.isdisjoint(chain):
                return None
            pieces.append(chain)
        elif told:
            pieces.append(told)
    return tuple(pieces)


def read_whole(text: str) -> Sentence:
    """A text as a template, by its syntax tree. DocgenError as :func:`parsed`."""
    try:
        tree = _ENVIRONMENT.parse(text)
        parts = tuple(_nodes(tree))
    except jinja2.TemplateSyntaxError as error:
        raise DocgenError("template-syntax", reason=syntax_problem(error.message or "")) from error
    except RecursionError as error:
        raise _too_deep() from error
    for part in parts:
        _allow(part)
    bound = {part.name for part in parts if isinstance(part, nodes.Name) and part.ctx == "store"}
    loads = dict.fromkeys(part.name for part in parts if isinstance(part, nodes.Name) and part.ctx == "load")
    inside = bound | ({"loop"} if any(isinstance(part, nodes.For) for part in parts) else set())
    return Sentence(text, parts, tuple(name for name in loads if name not in inside), _pieces(tree))


@functools.lru_cache(maxsize=4096)
def compiled(text: str) -> CodeType:
    """The code of a template. DocgenError, without its place, where it cannot be read or nests too deeply."""
    sentence = parsed(text)
    if not sentence.parts:
        sentence = read_whole(text)
    for kind, name, known in unknown_in(sentence):
        raise unknown_name(kind, name, known)
    try:
        with warnings.catch_warnings():
            # Python warns of what a template asks of a constant; it is refused when the template is rendered.
            warnings.simplefilter("ignore", SyntaxWarning)
            return _ENVIRONMENT.compile(cast(nodes.Template, sentence.parts[0]))
    except (SyntaxError, RecursionError) as error:
        raise _too_deep() from error


def unknown_in(sentence: Sentence) -> Iterator[tuple[Message, str, tuple[str, ...]]]:
    """The filters and tests of a template that are not there: what each is, its name, and those that are there."""
    for part in sentence.parts:
        if isinstance(part, nodes.Filter) and part.name not in FILTERS:
            yield message("noun-filter"), part.name, tuple(FILTERS)
        elif isinstance(part, nodes.Test) and part.name not in TESTS:
            yield message("noun-test"), part.name, tuple(TESTS)


def _nodes(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Every node, the outer ones first. DocgenError for a tree that is too deep to be evaluated."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST:
            raise _too_deep()
        yield node
        waiting.extend((child, depth + 1) for child in reversed(list(node.iter_child_nodes())))


def _pieces(tree: nodes.Template) -> tuple[str | Chain, ...] | None:
    """The texts and chains of a sentence that has nothing else, else None."""
    pieces: list[str | Chain] = []
    for output in tree.body:
        for node in output.nodes if isinstance(output, nodes.Output) else [output]:
            piece = node.data if isinstance(node, nodes.TemplateData) else _chain(node)
            if piece is None:
                return None
            pieces.append(piece)
    return tuple(pieces)


def _chain(node: nodes.Node) -> Chain | None:
    words: list[str] = []
    while isinstance(node, nodes.Getattr):
        words.insert(0, node.attr)
        node = node.node
    return (node.name, *words) if isinstance(node, nodes.Name) and node.name not in GLOBALS else None


def _allow(part: nodes.Node) -> None:
    if not isinstance(part, _ALLOWED) or (isinstance(part, nodes.For) and part.recursive):
        raise DocgenError("template-part", part=type(part).__name__.lower())
    if isinstance(part, nodes.Call) and (part.dyn_args is not None or part.dyn_kwargs is not None):
        raise DocgenError("template-stars")


def _too_deep() -> DocgenError:
    return DocgenError("template-deep", most=_DEEPEST)
