"""What PyYAML finds wrong with a text, in the languages of the catalogue, with a hint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import yaml

from docgen.messages import Message, Phrase, message

# What libyaml and PyYAML's own parser say, as far as they are told apart.
_PROBLEMS: Mapping[str, Message] = MappingProxyType(
    {
        "mapping values are not allowed": message("yaml-no-value-here"),
        "mapping keys are not allowed": message("yaml-no-key-here"),
        "block sequence entries are not allowed": message("yaml-no-entry-here"),
        "sequence entries are not allowed": message("yaml-no-entry-here"),
        "could not find expected ':'": message("yaml-no-colon"),
        "did not find expected key": message("yaml-key-expected"),
        "did not find expected '-' indicator": message("yaml-dash-expected"),
        "did not find expected ',' or ']'": message("yaml-list-not-closed"),
        "expected ',' or ']'": message("yaml-list-not-closed"),
        "did not find expected ',' or '}'": message("yaml-mapping-not-closed"),
        "expected ',' or '}'": message("yaml-mapping-not-closed"),
        "did not find expected node content": message("yaml-nothing-there"),
        "did not find expected <document start>": message("yaml-second-document"),
        "but found another document": message("yaml-second-document"),
        "found unexpected end of stream": message("yaml-ends-too-early"),
        "found unexpected document indicator": message("yaml-document-in-quotes"),
        "found unknown escape character": message("yaml-unknown-escape"),
        "found a tab character": message("yaml-tab"),
        "found duplicate anchor": message("yaml-anchor-twice"),
        "control characters are not allowed": message("yaml-control-character"),
        "special characters are not allowed": message("yaml-control-character"),
    }
)
_CANNOT_START = re.compile(r"found character(?: '(?P<sign>.*)')? that cannot start any token")
_ALIAS = re.compile(r"found undefined alias '?(?P<name>[^']*)'?")


def problem_of(error: yaml.YAMLError) -> Phrase:
    """What is wrong; in PyYAML's own words where it is seldom heard of."""
    words = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
    if _CANNOT_START.match(words):
        return message("yaml-cannot-start")
    if alias := _ALIAS.match(words):
        return message("yaml-undefined-alias", name=alias["name"])
    known = (said for start, said in _PROBLEMS.items() if words.startswith(start))
    return next(known, words or message("yaml-unparsable"))


def hint_of(error: yaml.MarkedYAMLError) -> Message | None:
    """What to do, where it is known."""
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return message("quote-colon")
    return message("quote-bracket") if "flow" in f"{problem} {error.context}" else None
