"""A review as SARIF 2.1.0 (OASIS), which editors and platforms of code show beside the lines.

A breach in a file has its region; one on a slide has the deck, and slide and shape as a logical location. What a person has
accepted is a suppressed result.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen.breach import Breach
from docgen.errors import CellPosition, Located, Position, SlidePosition
from docgen.messages import current_language
from docgen.review.excerpt import excerpt
from docgen.review.identity import identity
from docgen.review.review import ListedBreach, Review
from docgen.review.rules import Rule, rule_groups

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "notice": "note"}


def sarif(review: Review) -> dict[str, Any]:
    """The log of one run."""
    every = (*review.listed, *review.accepted)
    codes = tuple(dict.fromkeys(listed.breach.code for listed in every))
    covered = {"coverage": review.coverage.row()} if review.coverage is not None else {}
    driver = {"name": "docgen", "version": importlib.metadata.version("docgen"), "rules": _rules(codes)}
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "language": current_language(),
        "columnKind": "unicodeCodePoints",
        "results": [_result(listed, codes.index(listed.breach.code), review) for listed in every],
        "properties": covered,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules(codes: Sequence[str]) -> list[dict[str, Any]]:
    known: Mapping[str, Rule] = {code: rule for group in rule_groups().values() for rule in group for code in rule.codes}
    return [_descriptor(code, known.get(code)) for code in codes]


def _descriptor(code: str, rule: Rule | None) -> dict[str, Any]:
    """What a rule means and how it is mended; of a code without one its name alone."""
    if rule is None:
        return {"id": code}
    language = current_language()
    texts = {"shortDescription": rule.means, "fullDescription": rule.why, "help": rule.mend}
    return {"id": code, **{name: {"text": text[language]} for name, text in texts.items() if text[language]}}


def _result(listed: ListedBreach, rule: int, review: Review) -> dict[str, Any]:
    breach = listed.breach
    own = identity(breach, review.checked)
    text = f"{breach.what}\n{breach.hint}" if breach.hint else breach.what
    result: dict[str, Any] = {
        "ruleId": breach.code,
        "ruleIndex": rule,
        "level": _LEVELS[breach.level],
        "message": {"text": text},
        "locations": [_location(breach, listed.shown.slides, review)],
        "partialFingerprints": {"values/v1": own.values, "place/v1": own.place},
    }
    if listed.shown.slides:
        result["properties"] = {"slides": list(listed.shown.slides)}
    if listed in review.accepted and (entry := listed.acceptance) is not None:
        reason = f"{entry.reason}（{entry.name} {entry.date}）"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    return result


def _location(breach: Breach, slides: Sequence[int], review: Review) -> dict[str, Any]:
    where = breach.where
    if isinstance(where, Position):
        region: dict[str, Any] = {"startLine": where.line, "startColumn": where.column}
        if breach.spot is not None:
            region["snippet"] = {"text": excerpt(breach.spot).text}
        return {"physicalLocation": {"artifactLocation": {"uri": _uri(where.file)}, "region": region}}
    file = where.file if isinstance(where, CellPosition) else str(review.checked)
    physical = {"artifactLocation": {"uri": _uri(file)}}
    return {"physicalLocation": physical, "logicalLocations": list(_logical(where, slides))}


def _logical(where: Located, slides: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The places of one that lies in no text file, from the slide or sheet in to the shape or cell."""
    if isinstance(where, SlidePosition):
        yield {"name": str(where.slide), "fullyQualifiedName": str(SlidePosition(where.file, where.slide)), "kind": "slide"}
        if where.shape:
            yield {"name": where.shape, "fullyQualifiedName": str(where), "kind": "shape"}
    elif isinstance(where, CellPosition):
        yield {"name": where.cell or where.sheet or where.file, "fullyQualifiedName": str(where), "kind": "cell"}
    else:
        yield {"name": str(where), "fullyQualifiedName": str(where), "kind": "slide" if slides else "record"}


def _uri(file: str) -> str:
    """A file's path as a URI, from the folder of the run where it is not absolute."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
