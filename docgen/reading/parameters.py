"""Parameters of a content folder: one content, a deck for each prefecture, year or bureau.

compendium.yaml names them with what they are where nobody says otherwise; every text of the folder's YAML files may
name them, so that they select rows of the data as well:

    parameters: {prefecture: 北海道}
    title: $prefectureの人口
    value: {data: population, column: 人口, where: {都道府県: $prefecture}}

``${prefecture}`` is the same, for names that are not of ASCII letters too, and ``$$`` is a $.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model.lookup import not_among
from docgen.reading.yaml_document import YamlDocument

KEY = "parameters"
"""The key of compendium.yaml that names them."""

_NAMED = re.compile(r"\$(?:(?P<dollar>\$)|\{(?P<braced>[^{}$]+)\}|(?P<plain>[A-Za-z_][A-Za-z0-9_]*))")
_OF_TEMPLATES = re.compile(r"\{[{%#]|[%#}]\}")


def settle_parameters(main: YamlDocument, given: Mapping[str, object]) -> Mapping[str, str]:
    """The value of each parameter that compendium.yaml names: the one ``given``, else its own.

    They stand in ``main`` from here on. DocgenError for one that it does not name, and for a value that holds signs of
    templates.
    """
    stated = main.value.get(KEY) if isinstance(main.value, dict) else None
    own = stated if isinstance(stated, dict) else {}
    where = main.position((KEY,))
    for name in given:
        if name not in own:
            raise not_among(message("no-such-parameter", name=name), name, own, where, message("name-the-parameter"))
    values = {name: _text(value) for name, value in {**own, **given}.items()}
    for name, value in values.items():
        if _OF_TEMPLATES.search(value):
            raise DocgenError("parameter-of-templates", where=main.position((KEY, name)), name=name, value=value)
    if own:
        main.value = {**main.value, KEY: values}
    return values


def replace_parameters(document: YamlDocument, values: Mapping[str, str]) -> None:
    """Put the values in place of their names in all texts of a document; a name that nothing has is a problem of it."""
    if values:
        document.value = _replaced(document, document.value, (), values)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _replaced(document: YamlDocument, value: Any, path: FieldPath, values: Mapping[str, str]) -> Any:
    if path == (KEY,):
        return value
    if isinstance(value, dict):
        return {key: _replaced(document, inner, (*path, key), values) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(document, inner, (*path, index), values) for index, inner in enumerate(value)]
    return _in_text(document, value, path, values) if isinstance(value, str) and "$" in value else value


def _in_text(document: YamlDocument, text: str, path: FieldPath, values: Mapping[str, str]) -> str:
    def value_of(found: re.Match[str]) -> str:
        if found["dollar"]:
            return "$"
        name = found["braced"] or found["plain"]
        if name not in values:
            what = message("no-such-parameter", name=name)
            hint = message("dollar-is-doubled")
            document.problems.append(not_among(what, name, values, document.position(path), hint))
        return values.get(name, "")

    return _NAMED.sub(value_of, text)
