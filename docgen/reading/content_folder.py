"""A content folder to a compendium: every file read, every record made, every problem kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from docgen.errors import DocgenError, DocgenErrors, FieldPath, Position, nearest
from docgen.model import Compendium, DataTable, Note, Page, Record, Register, Section
from docgen.model.carried_over import CarriedOver
from docgen.model.compendium import ANY, Origin
from docgen.model.lookup import one_of
from docgen.reading.data_files import read_data
from docgen.reading.files import CARRIED_OVER_FILE, COLLECTIONS, MAIN_FILE, files_of, strays
from docgen.reading.previous import mismatches, previous_folder, refused
from docgen.reading.problems import explain
from docgen.reading.yaml_nodes import Written, read_yaml

R = TypeVar("R", bound=Record)

_LISTS: Mapping[str, type[Record]] = {"sections": Section, "measure_notes": Note}
# Stand in for fields that are wrong, so that the rest of the folder is checked in the same run.
_STAND_INS: Mapping[str, Any] = {"title": "？", "fiscal_year": 2000}


def load(
    folder: str | Path,
    previous: str | Path | None = None,
    page_types: Mapping[str, type[Page]] | None = None,
    seen: tuple[Path, ...] = (),
) -> Compendium:
    """The compendium of a content folder, as far as it can be read.

    ``previous`` is the folder of the year before (by default the one that compendium.yaml names);
    ``page_types`` are the records of the slide kinds that have pages of their own, by kind; ``seen`` are the
    later years' folders that led here. What cannot be read is kept in the compendium's origin,
    and docgen.validate raises it together with what it finds itself, so that all errors of a folder come in
    one run. Raises DocgenError at once only where there is no content folder at all.
    """
    root = Path(folder)
    _must_be_content(root)
    reading = _Reading(root, page_types or {})
    reading.problems.extend(strays(root))
    main = reading.file(root / MAIN_FILE)
    fields = _main_fields(main, reading)
    for collection in COLLECTIONS:
        fields[collection.field] = _register(collection.field, collection.record, main, reading)
    fields["carried_over"] = _carried_over(reading)
    tables = _tables(fields["datasets"], reading)
    compendium = _compendium(fields, main, reading)
    before = _before(previous, compendium, reading, (*seen, root.resolve()))
    unread = {name: frozenset(ids) for name, ids in reading.unread.items()}
    compendium.attach(Origin(tables, reading.positions, tuple(reading.problems), unread, before))
    return compendium


def _before(
    asked: str | Path | None, compendium: Compendium, reading: _Reading, seen: tuple[Path, ...]
) -> Compendium | None:
    """The compendium of the year before; what is wrong with it is a problem of this one, too."""
    stated = reading.positions.get(("previous",), str(reading.root))
    found = previous_folder(asked, compendium, reading.root, stated)
    if found is None:
        return None
    folder, where = found
    error = refused(folder, seen, where)
    if error is not None:
        reading.problems.append(error)
        return None
    try:
        before = load(folder, None, reading.page_types, seen)
    except DocgenErrors as errors:
        reading.problems.extend(errors.errors)
        return None
    except DocgenError as missing:
        reading.problems.append(
            DocgenError(missing.what, where=where, expected=missing.expected, hint=missing.hint)
        )
        return None
    if not before.origin.problems and not reading.problems:
        reading.problems.extend(mismatches(before, compendium, where))
    reading.problems.extend(before.origin.problems)
    return before


@dataclass(slots=True)
class _Reading:
    """What has been found so far: places, problems, and the ids of records that could not be read."""

    root: Path
    page_types: Mapping[str, type[Page]] = field(default_factory=dict)
    positions: dict[FieldPath, Position] = field(default_factory=dict)
    problems: list[DocgenError] = field(default_factory=list)
    unread: dict[str, set[str]] = field(default_factory=dict)

    def file(self, path: Path) -> Written:
        """What a YAML file says; nothing, and a problem, where it cannot be read."""
        try:
            written = read_yaml(path)
        except DocgenError as error:
            self.problems.append(error)
            return Written(str(path), value={}, readable=False)
        self.problems.extend(written.problems)
        return written

    def record(self, kind: type[R], written: Written, base: FieldPath) -> R | None:
        """The record at ``base`` of a file, or None and its problems."""
        value = written.value
        for key in base:
            value = value[key]
        if kind is Page:
            return cast("R | None", self.page(written, base, value))
        try:
            return kind.model_validate(value)
        except ValidationError as error:
            self.problems.extend(explain(error, kind, written, base))
            return None

    def page(self, written: Written, base: FieldPath, value: Any) -> Page | None:
        """The record of a page of its own, whose ``kind`` says which record it is."""
        name = value.get("kind") if isinstance(value, dict) else None
        kind = self.page_types.get(str(name))
        if kind is None:
            self.problems.append(
                DocgenError(
                    f"unknown page kind {name!r}" if name else "'kind' is missing",
                    where=written.place((*base, "kind")),
                    expected=one_of(self.page_types, "a kind of page"),
                    hint=nearest(str(name), self.page_types) or "a kind of a layout pack is known where the pack is named",
                )
            )
            return None
        try:
            return kind.model_validate({key: each for key, each in value.items() if key != "kind"})
        except ValidationError as error:
            self.problems.extend(explain(error, kind, written, base))
            return None


def _must_be_content(root: Path) -> None:
    if not root.is_dir():
        near = [path.name for path in root.parent.iterdir()] if root.parent.is_dir() else []
        raise DocgenError(
            "there is no such content folder",
            where=str(root),
            expected=f"a folder that holds {MAIN_FILE}",
            hint=nearest(root.name, near),
        )
    if not (root / MAIN_FILE).is_file():
        names = [path.name for path in root.iterdir()]
        raise DocgenErrors(
            [
                DocgenError(
                    f"the content folder has no {MAIN_FILE}",
                    where=str(root),
                    expected=f"a file {MAIN_FILE} with title, fiscal_year and sections",
                    hint=nearest(MAIN_FILE, names),
                )
            ]
        )


def _main_fields(main: Written, reading: _Reading) -> dict[str, Any]:
    """The plain fields and lists of compendium.yaml; wrong ones are replaced, and are problems."""
    if not isinstance(main.value, dict):
        place = main.place(())
        reading.problems.append(DocgenError(f"{MAIN_FILE} holds no keys", where=place, expected="title: …"))
        main.value = {}
    elsewhere = {*(collection.field for collection in COLLECTIONS), "carried_over"}
    fields = {key: value for key, value in main.value.items() if key not in elsewhere | set(_LISTS)}
    try:
        Compendium.model_validate(fields)
    except ValidationError as error:
        reading.problems.extend(explain(error, Compendium, main, ()))
        wrong = {str(each["loc"][0]) for each in error.errors(include_url=False)}
        fields = {key: value for key, value in fields.items() if key not in wrong}
        fields.update({key: value for key, value in _STAND_INS.items() if key not in fields})
    for name, kind in _LISTS.items():
        fields[name] = tuple(_records(kind, main, (name,), reading).values())
    reading.positions.update({path: place for path, place in main.places.items() if path})
    return fields


def _records(kind: type[R], written: Written, base: FieldPath, reading: _Reading) -> dict[FieldPath, R]:
    """The records of the list (or the one mapping) at ``base``, by their paths; {} where there is none."""
    value = written.value
    for key in base:
        value = value.get(key) if isinstance(value, dict) else None
    if value is None or not written.readable:
        return {}
    if isinstance(value, dict):
        paths = [base]
    elif isinstance(value, list):
        paths = [(*base, index) for index in range(len(value))]
    else:
        expected = "a list of records (lines that begin with '- '), or one record"
        reading.problems.append(DocgenError("no records", where=written.place(base), expected=expected))
        return {}
    made = ((path, reading.record(kind, written, path)) for path in paths)
    return {path: record for path, record in made if record is not None}


def _register(name: str, kind: type[R], main: Written, reading: _Reading) -> Register[R]:
    """The records of a collection, from compendium.yaml and from its own files."""
    collection = next(each for each in COLLECTIONS if each.field == name)
    found: dict[str, R] = {}
    sources: list[tuple[Written, FieldPath]] = [(main, (name,))] if name in main.value else []
    sources += [(reading.file(path), ()) for path in files_of(collection, reading.root)]
    for written, base in sources:
        records = _records(kind, written, base, reading)
        _note_unread(name, written, base, records, reading)
        for path, record in records.items():
            identifier = str(record.id)  # type: ignore[attr-defined]
            if identifier in found:
                reading.problems.append(_duplicate(name, identifier, written.place((*path, "id")), reading))
            else:
                found[identifier] = record
                reading.positions.update(_own_places(name, identifier, path, written))
    return Register(tuple(found.values()))


def _own_places(name: str, identifier: str, path: FieldPath, written: Written) -> dict[FieldPath, Position]:
    depth = len(path)
    own: FieldPath = (name, identifier)
    return {own + at[depth:]: place for at, place in written.places.items() if at[:depth] == path}


def _duplicate(name: str, identifier: str, where: Position, reading: _Reading) -> DocgenError:
    first = reading.positions[name, identifier]
    return DocgenError(
        f"duplicate id {identifier!r} in {name}",
        where=where,
        expected="an id of its own for each record",
        hint=f"the first one is at {first}",
    )


def _note_unread(
    name: str, written: Written, base: FieldPath, records: Mapping[FieldPath, Record], reading: _Reading
) -> None:
    """Remember the ids of records that are written but could not be read."""
    for path, value in _mappings(written.value, base):
        if path not in records and "id" in value:
            reading.unread.setdefault(name, set()).add(str(value["id"]))
    if not written.readable:
        reading.unread.setdefault(name, set()).add(ANY)


def _mappings(value: Any, base: FieldPath) -> Iterable[tuple[FieldPath, dict[str, Any]]]:
    for key in base:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, dict):
        yield base, value
    elif isinstance(value, list):
        yield from (((*base, index), each) for index, each in enumerate(value) if isinstance(each, dict))


def _carried_over(reading: _Reading) -> CarriedOver:
    """What carried_over.yaml lists; nothing where there is no such file, or where it cannot be read."""
    path = reading.root / CARRIED_OVER_FILE
    if not path.is_file():
        return CarriedOver()
    written = reading.file(path)
    if not written.readable or written.value is None:
        return CarriedOver()
    reading.positions.update({("carried_over", *at): place for at, place in written.places.items()})
    return reading.record(CarriedOver, written, ()) or CarriedOver()


def _tables(datasets: Register[Any], reading: _Reading) -> dict[str, DataTable]:
    """The data files, each read once for each sheet and range."""
    tables: dict[str, DataTable] = {}
    read: dict[tuple[str, str | None, str | None], DataTable] = {}
    for identifier, dataset in datasets.items():
        where = reading.positions["datasets", identifier, "file"]
        key = (dataset.file, dataset.sheet, dataset.cells)
        try:
            if key not in read:
                read[key] = read_data(dataset, reading.root, where)
            tables[identifier] = read[key]
        except DocgenError as error:
            reading.problems.append(error)
    return tables


def _compendium(fields: dict[str, Any], main: Written, reading: _Reading) -> Compendium:
    try:
        return Compendium.model_validate(fields)
    except ValidationError as error:
        raise DocgenErrors([*reading.problems, *explain(error, Compendium, main, ())]) from error
