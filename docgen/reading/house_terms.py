"""A list of terms in the YAML form of prh: expected words, the patterns that they replace, examples, imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, DocgenErrors, FieldPath, nearest
from docgen.model.house_term import HouseTerm
from docgen.reading.house_patterns import expected_template, pattern_of, spread
from docgen.reading.yaml_document import YamlDocument, read_yaml

_KEYS = {"version", "meta", "imports", "targets", "rules"}
_RULE_KEYS = {"expected", "pattern", "patterns", "regexpMustEmpty", "options", "specs", "prh"}
_IMPORT_KEYS = {"path", "disableImports", "ignoreRules"}
_GROUP = re.compile(r"\$([1-9])")


@dataclass(slots=True)
class _List:
    """One reading: the errors that were found, and the files that led here."""

    errors: list[DocgenError] = field(default_factory=list)


def house_terms(path: Path) -> tuple[HouseTerm, ...]:
    """The terms of a file in prh's form, those of the files that it imports first.

    DocgenErrors with all that is wrong in them: each rule's pattern, group and examples (``specs``) are tried.
    """
    reading = _List()
    terms = tuple(_terms(path, (), reading))
    if reading.errors:
        raise DocgenErrors(reading.errors)
    return terms


def _terms(path: Path, chain: tuple[Path, ...], reading: _List, imports: bool = True) -> Iterator[HouseTerm]:
    document = read_yaml(path)
    reading.errors += document.problems
    if not document.readable:
        return
    if not isinstance(document.value, dict) or "version" not in document.value:
        reading.errors.append(DocgenError("terms-without-version", where=document.position(())))
        return
    _refuse_unknown(document, (), _KEYS, reading)
    if imports:
        yield from _imported(document, path, (*chain, path.resolve()), reading)
    rules = document.value.get("rules") or []
    if not isinstance(rules, list):
        reading.errors.append(DocgenError("terms-rules-no-list", where=document.position(("rules",))))
        return
    for place, rule in enumerate(rules):
        yield from _term(rule, document, ("rules", place), reading)


def _imported(document: YamlDocument, path: Path, chain: tuple[Path, ...], reading: _List) -> Iterator[HouseTerm]:
    stated = document.value.get("imports") or []
    for place, entry in enumerate([stated] if isinstance(stated, str) else stated if isinstance(stated, list) else []):
        at: FieldPath = ("imports",) if isinstance(stated, str) else ("imports", place)
        keys = {"path": entry} if isinstance(entry, str) else entry
        if not isinstance(keys, dict) or not isinstance(keys.get("path"), str):
            reading.errors.append(DocgenError("terms-import-without-path", where=document.position(at)))
            continue
        _refuse_unknown(document, at, _IMPORT_KEYS, reading)
        other = path.parent / keys["path"]
        if not other.is_file():
            reading.errors.append(DocgenError("terms-import-missing", where=document.position(at), path=keys["path"]))
        elif other.resolve() in chain:
            reading.errors.append(DocgenError("terms-import-circle", where=document.position(at), path=keys["path"]))
        else:
            ignored = tuple(_ignored(keys.get("ignoreRules")))
            for term in _terms(other, chain, reading, imports=keys.get("disableImports") is not True):
                if not any(value in (term.expected, term.pattern) for value in ignored):
                    yield term


def _ignored(stated: Any) -> Iterator[str]:
    """The patterns and expected words of rules that an import leaves out."""
    for rule in stated if isinstance(stated, list) else ():
        for value in rule.values() if isinstance(rule, dict) else (rule,):
            text = str(value)
            yield text.strip("/").removesuffix("/gmu") if text.startswith("/") else text


def _term(rule: Any, document: YamlDocument, at: FieldPath, reading: _List) -> Iterator[HouseTerm]:
    keys: Mapping[str, Any] = {"expected": rule} if isinstance(rule, str) else rule if isinstance(rule, dict) else {}
    where = document.position(at)
    if keys.get("expected") is None or not str(keys["expected"]):
        reading.errors.append(DocgenError("terms-without-expected", where=where))
        return
    _refuse_unknown(document, at, _RULE_KEYS, reading)
    expected = str(keys["expected"])
    try:
        pattern = _pattern(keys, expected)
        groups = re.compile(pattern).groups
    except re.error as error:
        place = document.position((*at, "pattern" if "pattern" in keys else "patterns"))
        reading.errors.append(DocgenError("terms-bad-pattern", where=place, reason=str(error)))
        return
    empty = _GROUP.fullmatch(str(keys.get("regexpMustEmpty", "")))
    named = [int(number) for number in _GROUP.findall(expected)] if "pattern" in keys or "patterns" in keys else []
    if "regexpMustEmpty" in keys and (empty is None or int(empty[1]) > groups):
        place = document.position((*at, "regexpMustEmpty"))
        reading.errors.append(DocgenError("terms-no-group", where=place, groups=groups))
        return
    if any(number > groups for number in named):
        reading.errors.append(DocgenError("terms-no-group", where=document.position((*at, "expected")), groups=groups))
        return
    template = expected_template(expected)
    term = HouseTerm(template, pattern, int(empty[1]) if empty else None, str(keys.get("prh") or ""), where)
    reading.errors += _failed(term, keys.get("specs"), document, at)
    yield term


def _pattern(keys: Mapping[str, Any], expected: str) -> str:
    stated = keys.get("pattern") if keys.get("pattern") is not None else keys.get("patterns")
    options = keys.get("options")
    bounded = isinstance(options, dict) and options.get("wordBoundary") is True
    if stated is None:
        return rf"\b{spread(expected)}\b" if bounded else spread(expected)
    every = [str(one) for one in stated] if isinstance(stated, list) else [str(stated)]
    return "|".join(pattern_of(one, bounded) for one in every)


def _failed(term: HouseTerm, specs: Any, document: YamlDocument, at: FieldPath) -> Iterator[DocgenError]:
    """Errors for the examples of a rule that it does not turn into what they state."""
    for place, spec in enumerate(specs if isinstance(specs, list) else ()):
        path: FieldPath = (*at, "specs", place)
        if not isinstance(spec, dict) or "from" not in spec or "to" not in spec:
            yield DocgenError("terms-spec-incomplete", where=document.position(path))
        elif (made := term.corrected(str(spec["from"]))) != str(spec["to"]):
            where = document.position((*path, "to"))
            yield DocgenError("terms-spec-failed", where=where, text=str(spec["from"]), right=str(spec["to"]), made=made)


def _refuse_unknown(document: YamlDocument, at: FieldPath, known: Iterable[str], reading: _List) -> None:
    keys = document.value_at(at)
    for key in keys if isinstance(keys, dict) else ():
        if key not in known:
            where = document.key_positions.get((*at, key), document.position(at))
            hint = nearest(str(key), known)
            reading.errors.append(DocgenError("terms-unknown-key", where=where, hint=hint, key=str(key)))
