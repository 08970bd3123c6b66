"""YAML files changed as what they say: values of other types and places, keys dropped, doubled and taken from elsewhere."""

from __future__ import annotations

import copy
import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from docgen.pipeline import page_types
from docgen.schemas.files import content_schemas
from fuzz.expressions import sentence
from fuzz.values import NUMBERS, TEXTS

Holder = Any
Node = tuple[Holder, Any]
"""Where a value stands: what holds it, and its key or index there."""

_CONTENT = Path(__file__).resolve().parents[2] / "content"
_NAMING = ("id", "data", "column", "file", "source", "sources", "indicator", "item", "page", "run", "line", "element", "kind", "x", "extends")


def nodes(tree: Any) -> Iterator[Node]:
    """Every value below the top, however deep; what holds a value comes before it."""
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict | list):
            held = list(holder.items()) if isinstance(holder, dict) else list(enumerate(holder))
            yield from ((holder, key) for key, _ in held)
            waiting.extend(value for _, value in reversed(held))


def _text(value: Any) -> str:
    """A value as a text; what holds values, however deep, by its kind."""
    return type(value).__name__ if isinstance(value, dict | list) else str(value)


def _read(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


@functools.cache
def known_values() -> Mapping[str, tuple[Any, ...]]:
    """For each key of content what it may be: values of the project's contents, and the words that its schemas list."""
    values: dict[str, list[Any]] = defaultdict(list)
    for path in sorted(_CONTENT.rglob("*.yaml")):
        for holder, key in nodes(_read(path.read_text(encoding="utf-8"))):
            if isinstance(key, str) and len(values[key]) < 60:
                values[key].append(holder[key])
    for schema in content_schemas(page_types().values()).values():
        for holder, key in nodes(schema):
            if isinstance(key, str) and isinstance(holder[key], dict):
                values[key] += [word for inner, name in nodes(holder[key]) if name == "enum" for word in inner[name]]
    return {key: tuple(found) for key, found in values.items() if found}


def of_tree(text: str, chance: Random, gently: bool = False) -> tuple[str, str] | None:
    """A YAML text that says something else, and what was changed; None where the text cannot be read.

    ``gently`` gives keys that name nothing other values of their type: what goes far into the build.
    """
    if "&a" in text:  # anchors that unfold to more than can be walked
        return None
    try:
        tree = _read(text)
    except (yaml.YAMLError, ValueError):
        return None
    change = _other_value if gently else _changed
    said = [change(tree, chance) for _ in range(chance.choice((1, 1, 1, 2, 4))) if any(nodes(tree))]
    try:
        return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), " ".join(said)
    except RecursionError:  # deeper than can be written
        return None


def _other_value(tree: Any, chance: Random) -> str:
    """Another value of the same type for a key that names nothing."""
    every = [(holder, key) for holder, key in nodes(tree) if key not in _NAMING and isinstance(holder[key], str | int | float)]
    if not every:
        return "nothing"
    holder, key = chance.choice(every)
    value, known = holder[key], known_values().get(str(key), ())
    alike = [one for one in known if type(one) is type(value)]
    if alike and chance.random() < 0.4:
        holder[key] = chance.choice(alike)
    elif isinstance(value, str) and len(value) > 5 and chance.random() < 0.15:
        holder[key] = sentence(chance)
    else:
        holder[key] = _number(value, chance) if isinstance(value, int | float) else chance.choice(TEXTS)
    return f"{key}={_text(holder[key])[:20]!r}"


def _number(value: int | float, chance: Random) -> Any:
    return chance.choice((value + 1, value - 1, -value, value * 10, value * 1_000_000, value / 7, 0, _read(chance.choice(NUMBERS))))


def _changed(tree: Any, chance: Random) -> str:
    every = list(nodes(tree))
    holder, key = chance.choice(every)
    if key in _NAMING and chance.random() < 0.7:
        holder, key = chance.choice(every)
    value = holder[key]
    match chance.randrange(10):
        case 0:
            del holder[key]
            return f"without {key}"
        case 1:
            other, name = chance.choice(every)
            holder[key] = copy.deepcopy(other[name]) if name in other or (isinstance(other, list) and name < len(other)) else None
            return f"{key} as {name}"
        case 2 if isinstance(value, list):
            _list(value, chance)
            return f"{key} as a list"
        case 3:
            holder[key] = chance.choice(([value], {"x": value}, [value] * 30, _text(value), [], {}, None, True, [[value, value]]))
            return f"{key} wrapped"
        case 4 | 5:
            name, new = _taken(chance)
            if isinstance(holder, dict):
                holder[name] = new
            return f"{name} added"
        case 6 | 7 if isinstance(key, str) and key in known_values():
            holder[key] = copy.deepcopy(chance.choice(known_values()[key]))
            return f"{key} of elsewhere"
        case 8 if isinstance(value, str) and len(value) > 5:
            holder[key] = sentence(chance)
            return f"{key} as a sentence"
        case _:
            holder[key] = _scalar(chance, isinstance(value, int | float))
            return f"{key} as {_text(holder[key])[:20]!r}"


def _list(value: list[Any], chance: Random) -> None:
    match chance.randrange(4):
        case 0:
            chance.shuffle(value)
        case 1:
            value += copy.deepcopy(value) * chance.choice((1, 3, 30))
        case 2:
            del value[chance.randrange(len(value) + 1) :]
        case _:
            value.insert(0, None)


def _taken(chance: Random) -> tuple[str, Any]:
    name = chance.choice(list(known_values()))
    return name, copy.deepcopy(chance.choice(known_values()[name]))


def _scalar(chance: Random, number: bool) -> Any:
    if number or chance.random() < 0.4:
        spelled = chance.choice(NUMBERS)
        read = _read(spelled)
        return read if chance.random() < 0.7 else spelled
    return chance.choice(TEXTS)
