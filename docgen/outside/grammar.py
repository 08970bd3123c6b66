"""Elements of a presentation judged by grammar.txt: their attributes, and what stands in them in which order."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.messages import Message, message

_FILE = Path(__file__).parent / "grammar.txt"
_NAMESPACES = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
}
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PART = re.compile(r"@[\w]+|[A-Za-z][\w]*:?[\w]*|.", re.DOTALL)
_TABLE = "{http://schemas.openxmlformats.org/drawingml/2006/main}tbl"


@dataclass(frozen=True, slots=True)
class Misspelled:
    """What is not as it should be: the element's name (``a:off``), its line, and the attribute that is amiss ("" for its
    content)."""

    element: str
    line: int
    attribute: str = ""

    @property
    def said(self) -> Message:
        """What is not as it should be, in words."""
        if self.attribute:
            return message("grammar-attribute", element=self.element, attribute=self.attribute)
        return message("grammar-content", element=self.element)


@dataclass(frozen=True, slots=True)
class _Rule:
    """An element's attributes with their types, those that must be there, and a pattern of its content."""

    attributes: Mapping[str, str] | None
    needed: frozenset[str]
    content: str | None


@dataclass(frozen=True, slots=True)
class _Grammar:
    rules: Mapping[str, _Rule]
    types: Mapping[str, str]


Known = dict[tuple[str, ...], bool]
"""Elements that are right, by their names, attributes and children; whether what stands in them is looked into."""


def misspelled(root: Any, known: Known | None = None) -> Iterator[Misspelled]:
    """What in a part's tree is not as the grammar has it, in the order of the part.

    Extensions, animations, and charts and diagrams in frames are not looked into. ``known`` are elements of parts judged
    before: one that is spelled alike is not judged again, and this part's are added to it.
    """
    grammar = _grammar()
    known = {} if known is None else known
    waiting = [root]
    while waiting:
        element = waiting.pop()
        children = _children(element)
        spelling = _spelling(element, children)
        if spelling not in known:
            rule = _rule(element, grammar)
            if rule is None:
                yield Misspelled(_name(element), element.sourceline or 0)
                continue
            faults = list(_faults(element, children, rule, grammar))
            yield from faults
            if not faults:
                known[spelling] = rule.content is not None
            looked_into = rule.content is not None
        else:
            looked_into = known[spelling]
        waiting.extend(reversed(children) if looked_into else (child for child in element if child.tag == _TABLE))


def _spelling(element: Any, children: Iterable[Any]) -> tuple[str, ...]:
    """All that the rules look at in an element: its and its parent's name, attributes, children, whether it has text."""
    parent = element.getparent()
    return (
        "" if parent is None else parent.tag,
        element.tag,
        "text" if _has_text(element) else "",
        *(word for attribute in element.items() for word in attribute),
        "",
        *(child.tag for child in children),
    )


def _faults(element: Any, children: Iterable[Any], rule: _Rule, grammar: _Grammar) -> Iterator[Misspelled]:
    yield from _attributes(element, rule, grammar)
    if rule.content is None:
        return
    names = "".join(f"{_name(child)} " for child in children)
    if not _pattern(rule.content).fullmatch(names) or (rule.content != "text" and _has_text(element)):
        yield Misspelled(_name(element), element.sourceline or 0)


def _rule(element: Any, grammar: _Grammar) -> _Rule | None:
    name, parent = _name(element), element.getparent()
    if parent is not None:
        own = grammar.rules.get(f"{_name(parent).rpartition(':')[2]}/{name}")
        if own is not None:
            return own
    return grammar.rules.get(name)


def _attributes(element: Any, rule: _Rule, grammar: _Grammar) -> Iterator[Misspelled]:
    if rule.attributes is None:
        return
    present = set()
    for key, value in element.attrib.items():
        name = _shortened(key)
        present.add(name)
        kind = rule.attributes.get(name)
        if kind is None:
            if not name.startswith("{"):
                yield Misspelled(_name(element), element.sourceline or 0, name)
        elif not _admits(grammar.types.get(kind, kind), value):
            yield Misspelled(_name(element), element.sourceline or 0, name)
    for name in sorted(rule.needed - present):
        yield Misspelled(_name(element), element.sourceline or 0, name)


def _children(element: Any) -> list[Any]:
    """The elements in an element; of alternatives, those for readers that know no extension."""
    found: list[Any] = []
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag == f"{_COMPATIBILITY}AlternateContent":
            for fallback in child.iterfind(f"{_COMPATIBILITY}Fallback"):
                found.extend(_children(fallback))
        else:
            found.append(child)
    return found


def _has_text(element: Any) -> bool:
    text = element.text
    return bool(text and text.strip()) or any(child.tail and child.tail.strip() for child in element)


def _name(element: Any) -> str:
    return _shortened(element.tag) if isinstance(element.tag, str) else ""


@functools.lru_cache(maxsize=2000)
def _shortened(name: str) -> str:
    """A name with its prefix in place of its namespace; names of other namespaces stay as they are."""
    namespace, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    prefix = _NAMESPACES.get(namespace)
    return f"{prefix}:{local}" if prefix else name


@functools.lru_cache(maxsize=4000)
def _admits(kind: str, value: str) -> bool:
    low, dots, high = kind.partition("..")
    if dots and re.fullmatch(r"-?\d+", low):
        return re.fullmatch(r"[+-]?\d{1,19}", value) is not None and int(low) <= int(value) <= int(high)
    return _pattern(kind).fullmatch(value) is not None


@functools.lru_cache(maxsize=1000)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("" if text == "text" else text)


@functools.cache
def _grammar() -> _Grammar:
    """The grammar of the file."""
    types: dict[str, str] = {}
    groups: dict[str, str] = {}
    shared: dict[str, str] = {}
    rules: dict[str, _Rule] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        name, _, stated = rest.partition(" = ")
        if word == "type":
            types[name] = stated
        elif word == "group":
            groups[name] = stated
        elif word == "attributes":
            shared[name] = stated
        elif line and not word.startswith("#"):
            names, attributes, content = re.split(r" :(?= |$)", line, maxsplit=2)
            for element in names.split():
                rules[element] = _rule_of(element, attributes.strip(), content.strip(), groups, shared)
    return _Grammar(rules, types)


def _rule_of(
    element: str, attributes: str, content: str, groups: Mapping[str, str], shared: Mapping[str, str]
) -> _Rule:
    prefix = element.rpartition("/")[2].partition(":")[0]
    pattern = None if content == "any" else content if content == "text" else _regular(content, prefix, groups)
    if attributes == "any":
        return _Rule(None, frozenset(), pattern)
    stated = [one for word in attributes.split() for one in (shared[word[1:]].split() if word[0] == "@" else [word])]
    pairs = [one.partition("=")[::2] for one in stated]
    needed = frozenset(name[:-1] for name, _ in pairs if name.endswith("!"))
    return _Rule({name.rstrip("!"): kind for name, kind in pairs}, needed, pattern)


def _regular(content: str, prefix: str, groups: Mapping[str, str]) -> str:
    """A content as a pattern over names that are followed by a space each."""
    made = []
    for part in _PART.findall(content):
        if part.startswith("@"):
            made.append(f"(?:{_regular(groups[part[1:]], prefix, groups)})")
        elif part[0].isalpha():
            made.append(f"(?:{part if ':' in part else f'{prefix}:{part}'} )")
        elif part != " ":
            made.append("(?:" if part == "(" else part)
    return "".join(made)
