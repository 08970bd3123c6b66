"""Records made from YAML documents. What is wrong is collected, so that one run reports all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from docgen.errors import DocgenError, FieldPath, Position
from docgen.messages import message
from docgen.model import Page, Record, Register
from docgen.model.compendium import ANY
from docgen.model.explain import explain
from docgen.model.lookup import not_among
from docgen.model.page import PAGE_KIND_WORDS
from docgen.model.words import plain_word
from docgen.reading.parameters import replace_parameters
from docgen.reading.yaml_document import YamlDocument, read_yaml

R = TypeVar("R", bound=Record)
ReadYaml = Callable[[Path], YamlDocument]
"""Reads a YAML file, as :func:`read_yaml` does; the document is the caller's own."""


@dataclass(slots=True)
class RecordReader:
    """Makes records, and collects positions of fields, problems, and ids of records that could not be read.

    ``page_types`` are the classes of pages by their kind, ``parameters`` what stands in place of their names in texts;
    ``read`` reads a file.
    """

    page_types: Mapping[str, type[Page]]
    positions: dict[FieldPath, Position] = field(default_factory=dict)
    problems: list[DocgenError] = field(default_factory=list)
    unread: dict[str, set[str]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    read: ReadYaml = read_yaml

    def document(self, path: Path) -> YamlDocument:
        """What a YAML file says; nothing, and a problem, where it cannot be read."""
        try:
            document = self.read(path)
        except DocgenError as error:
            self.problems.append(error)
            return YamlDocument(str(path), value={}, readable=False)
        replace_parameters(document, self.parameters)
        self.problems.extend(document.problems)
        return document

    def register(
        self, name: str, kind: type[R], sources: Iterable[tuple[YamlDocument, FieldPath]]
    ) -> Register[R]:
        """The records of the collection ``name``: those at each path of the documents."""
        records: dict[str, R] = {}
        for document, base in sources:
            if not document.readable:
                self.unread.setdefault(name, set()).add(ANY)
            own: dict[FieldPath, FieldPath] = {}
            for path in self._paths(document, base):
                record = self.record(kind, document, path)
                if record is None:
                    value = document.value_at(path)
                    if isinstance(value, dict) and "id" in value:
                        self.unread.setdefault(name, set()).add(str(value["id"]))
                    continue
                identifier = str(record.id)  # type: ignore[attr-defined]
                if identifier in records:
                    self._duplicate(name, identifier, document.position((*path, "id")))
                else:
                    records[identifier] = record
                    own[path] = (name, identifier)
                    self.positions[name, identifier] = document.position(path)
            self._note_positions(own, document)
        return Register(tuple(records.values()))

    def records(self, kind: type[R], document: YamlDocument, base: FieldPath) -> tuple[R, ...]:
        """The records of the list (or the one mapping) at ``base``."""
        made = [self.record(kind, document, path) for path in self._paths(document, base)]
        return tuple(record for record in made if record is not None)

    def record(self, kind: type[R], document: YamlDocument, path: FieldPath) -> R | None:
        """The record at ``path``, or None and its problems. A Page is of the class that its ``kind`` names."""
        value = document.value_at(path)
        if kind is Page:
            page = self._page_type(document, path, value)
            if page is None:
                return None
            kind, value = cast(type[R], page), {key: inner for key, inner in value.items() if key != "kind"}
        try:
            return kind.model_validate(value)
        except ValidationError as error:
            self.problems.extend(explain(error, kind, document, path))
            return None

    def _page_type(self, document: YamlDocument, path: FieldPath, value: Any) -> type[Page] | None:
        name = value.get("kind") if isinstance(value, dict) else None
        known = self.page_types.get(PAGE_KIND_WORDS.value(str(name)) or str(name)) or self._called(str(name))
        if known is None:
            what = message("unknown-page-kind", name=str(name)) if name else message("page-kind-missing")
            where, hint = document.position((*path, "kind")), message("page-kinds-are-told")
            self.problems.append(not_among(what, str(name), self.page_types, where, hint, most=len(self.page_types)))
        return known

    def _called(self, word: str) -> type[Page] | None:
        """The page class that is called ``word`` by the layout pack which brings it."""
        plain = plain_word(word)
        return next((page for page in self.page_types.values() if plain in map(plain_word, page.kind_words)), None)

    def _paths(self, document: YamlDocument, base: FieldPath) -> list[FieldPath]:
        """The paths of the records at ``base``; none where nothing is there."""
        value = document.value_at(base)
        if value is None or not document.readable:
            return []
        if isinstance(value, dict):
            return [base]
        if isinstance(value, list):
            return [(*base, index) for index in range(len(value))]
        self.problems.append(DocgenError("no-records", where=document.position(base)))
        return []

    def _note_positions(self, own: Mapping[FieldPath, FieldPath], document: YamlDocument) -> None:
        """Note where the fields of records stand; ``own`` holds the path that each has here by that in its document."""
        depths = {len(path) for path in own}
        for inner, position in document.positions.items():
            for depth in depths:
                if (record := own.get(inner[:depth])) is not None:
                    self.positions[record + inner[depth:]] = position

    def _duplicate(self, name: str, identifier: str, where: Position) -> None:
        self.problems.append(
            DocgenError(
                "duplicate-id-in",
                where=where,
                name=identifier,
                collection=name,
                first=self.positions[name, identifier],
            )
        )
