"""A review as SARIF 2.1.0: what its schema asks for is there, and places are regions of files or logical ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from click.testing import CliRunner
from support.wrong_total import wrong_total

from docgen.breach import Breach, Spot
from docgen.cli import main
from docgen.errors import CellPosition, Position, SlidePosition
from docgen.review.accept import accept
from docgen.review.accepted_file import accepted_file
from docgen.review.review import Review, Shown, review_of
from docgen.review.sarif import sarif
from docgen.truth.coverage import Coverage

# What section 3 of the standard asks of the objects that are written here.
_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}, "additionalProperties": False}
_COUNT = {"type": "integer", "minimum": 1}
_ARTIFACT = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"}}}
_REGION = {
    "type": "object",
    "properties": {"startLine": _COUNT, "startColumn": _COUNT, "endLine": _COUNT, "endColumn": _COUNT, "snippet": _TEXT},
    "additionalProperties": False,
}
_LOGICAL = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "fullyQualifiedName": {"type": "string"}, "kind": {"type": "string"}},
    "additionalProperties": False,
}
_LOCATION = {
    "type": "object",
    "properties": {
        "physicalLocation": {"type": "object", "required": ["artifactLocation"], "properties": {"artifactLocation": _ARTIFACT, "region": _REGION}, "additionalProperties": False},
        "logicalLocations": {"type": "array", "uniqueItems": True, "items": _LOGICAL},
    },
    "additionalProperties": False,
}
_RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _TEXT,
        "locations": {"type": "array", "items": _LOCATION},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted", "underReview", "rejected"]}, "justification": {"type": "string"}},
                "additionalProperties": False,
            },
        },
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
_RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "shortDescription": _TEXT, "fullDescription": _TEXT, "help": _TEXT},
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name"], "properties": {"rules": {"type": "array", "uniqueItems": True, "items": _RULE}}}},
                    },
                    "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": _RESULT},
                    "properties": {"type": "object"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}

TYPED = Breach("literal-number", Position("content/所見/a b.yaml", 3, 9), number="3件", spot=Spot("死者は3件であった。", 3, 5))
HIDDEN = Breach("hidden-sheet", CellPosition("data/a.xlsx", "表1"), level="notice", sheets=("表1",))
TOTAL = Breach("total-not-sum", SlidePosition("資料.pptx", 5, "表 2", 3, 2), total="3", label="計", right="4", parts=("a",))
NAMED = Breach("title", "I-1065/traffic")


def log_of(review: Review) -> dict[str, Any]:
    log = json.loads(json.dumps(sarif(review)))
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    return dict(run)


def review(folder: Path, *breaches: Breach) -> Review:
    slides = {TOTAL: (5,), NAMED: (14,)}
    file = accepted_file(folder / "accepted.yaml")
    return review_of(breaches, lambda breach: Shown(slides.get(breach, ())), folder / "資料.pptx", file, Coverage(borne_out=2))


def test_every_breach_is_a_result_with_its_rule(tmp_path: Path) -> None:
    run = log_of(review(tmp_path, TYPED, HIDDEN, TOTAL, NAMED, TYPED))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["literal-number", "hidden-sheet", "total-not-sum", "title"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error", "error", "error"]
    assert run["properties"]["coverage"]["borne_out"] == 2


def test_a_place_in_a_file_is_a_region_and_one_on_a_slide_a_logical_location(tmp_path: Path) -> None:
    typed, hidden, total, named = (result["locations"][0] for result in log_of(review(tmp_path, TYPED, HIDDEN, TOTAL, NAMED))["results"])
    assert typed["physicalLocation"]["artifactLocation"]["uri"] == "content/%E6%89%80%E8%A6%8B/a%20b.yaml"
    assert typed["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 9, "snippet": {"text": "死者は3件であった。"}}
    assert hidden["physicalLocation"]["artifactLocation"]["uri"] == "data/a.xlsx"
    assert [place["fullyQualifiedName"] for place in total["logicalLocations"]] == ["資料.pptx!p5", "資料.pptx!p5!表 2!R3C2"]
    assert total["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
    assert named["logicalLocations"] == [{"name": "I-1065/traffic", "fullyQualifiedName": "I-1065/traffic", "kind": "slide"}]


def test_what_is_accepted_is_suppressed_with_its_reason(tmp_path: Path) -> None:
    first = review(tmp_path, TYPED, TOTAL)
    accept(first, first.listed[:1], "名称の一部", "山田", "2024-03-15")
    total, typed = log_of(review(tmp_path, TYPED, TOTAL))["results"]
    assert "suppressions" not in total
    assert typed["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "名称の一部（山田 2024-03-15）"}]


def test_the_command_prints_a_log_and_counts(tmp_path: Path) -> None:
    deck = wrong_total(tmp_path)
    result = CliRunner().invoke(main, ["check", str(deck), "--format", "sarif"])
    jsonschema.Draft7Validator(SCHEMA).validate(json.loads(result.stdout))
    assert result.exit_code == 1
    counted = json.loads(CliRunner().invoke(main, ["check", str(deck), "--format", "counts"]).stdout)
    numbers = {"read": 0, "borne_out": 0, "derived": 0, "unsupported": 0, "accepted": 0}
    assert counted == {"errors": 1, "notices": 0, "accepted": 0, "numbers": numbers}
