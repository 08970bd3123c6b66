"""A content folder to a compendium: every file read, every record made, every problem kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.errors import DocgenError, DocgenErrors, Where, nearest
from docgen.messages import message
from docgen.model import Compendium, DataTable, Note, Page, Record, Register, Section
from docgen.model.compendium import CarriedOver, Origin
from docgen.model.explain import explain
from docgen.model.house_term import HouseTerm
from docgen.model.record import Named
from docgen.outside.folders import allowed_folders, leading_out
from docgen.reading.data_files import DataFiles
from docgen.reading.files import (
    CARRIED_OVER_FILE,
    COLLECTIONS,
    MAIN_FILE,
    TERMS_FILE,
    Collection,
    files_of,
    strays,
)
from docgen.reading.house_terms import house_terms
from docgen.reading.parameters import KEY, replace_parameters, settle_parameters
from docgen.reading.records import ReadYaml, RecordReader
from docgen.reading.snapshot import changed_since, snapshot
from docgen.reading.yaml_document import YamlDocument, read_yaml
from docgen.value import value

_LISTS: Mapping[str, type[Record]] = {"sections": Section, "measure_notes": Note}
# Stand in for fields that are wrong, so that the rest of the folder is checked in the same run.
_STAND_INS: Mapping[str, Any] = {"title": "？", "fiscal_year": 2000}
# Records that keep their ids from year to year.
_LASTING = ("analysis_items", "logic_elements", "indicators", "measure_charts")


def load(
    folder: str | Path,
    previous: str | Path | None = None,
    page_types: Mapping[str, type[Page]] | None = None,
    allow: Iterable[str | Path] = (),
    parameters: Mapping[str, object] | None = None,
    read: ReadYaml = read_yaml,
) -> Compendium:
    """The compendium of a content folder, as far as it can be read.

    All that it names lies in the folder, or in one of those that the caller may ``allow``.

    ``previous`` is the folder of the year before (by default the one that compendium.yaml names);
    ``page_types`` are the records of the slide kinds that have pages of their own, by kind; ``parameters`` are values
    for those that compendium.yaml names (those of them that the year before names are its own, too). What cannot be
    read is kept in the compendium's origin, and docgen.validate raises it together with what it finds itself,
    so that all errors of a folder come in one run. ``read`` may know files already. Raises DocgenError at once
    only where there is no content folder at all.
    """
    return _load(Path(folder), previous, page_types or {}, _Call((), tuple(map(Path, allow)), parameters or {}, read))


@value(frozen=True, slots=True)
class _Call:
    """What a folder is read with: the folders of ``later`` years that led to it, those ``allowed``, the parameters,
    and what reads a YAML file."""

    later: tuple[Path, ...]
    allowed: tuple[Path, ...]
    parameters: Mapping[str, object]
    read: ReadYaml


def _load(
    root: Path,
    previous: str | Path | None,
    page_types: Mapping[str, type[Page]],
    call: _Call,
) -> Compendium:
    """As ``load``, for a ``call``."""
    _must_be_content(root)
    taken = snapshot(root)
    elsewhere = tuple(leading_out(root, call.allowed))
    if elsewhere:
        raise DocgenErrors(elsewhere)
    reader = RecordReader(page_types, problems=[*strays(root)], read=call.read)
    main = _main(root, reader, call)
    fields = _main_fields(main, reader)
    for collection in COLLECTIONS:
        fields[collection.field] = _register(collection, root, main, reader)
    fields["carried_over"] = _carried_over(root, reader)
    tables = _tables(fields["datasets"], root, reader, call.allowed)
    compendium = _compendium(fields, main, reader)
    before = _before(previous, compendium, root, reader, call)
    unread = {name: frozenset(ids) for name, ids in reader.unread.items()}
    terms = _terms(root, reader)
    reader.problems.extend(changed_since(taken, root))
    compendium.attach(Origin(tables, reader.positions, tuple(reader.problems), unread, before, terms=terms))
    return compendium


def _must_be_content(root: Path) -> None:
    if not root.is_dir():
        near = [path.name for path in root.parent.iterdir()] if root.parent.is_dir() else []
        raise DocgenError("no-content-folder", where=str(root), hint=nearest(root.name, near), file=MAIN_FILE)
    if not (root / MAIN_FILE).is_file():
        error = DocgenError(
            "no-main-file",
            where=str(root),
            hint=nearest(MAIN_FILE, [path.name for path in root.iterdir()]),
            file=MAIN_FILE,
        )
        raise DocgenErrors([error])


def _main(root: Path, reader: RecordReader, call: _Call) -> YamlDocument:
    """compendium.yaml, with the parameters in place of their names, there and in all that is read from here on."""
    main = reader.document(root / MAIN_FILE)
    given = call.parameters
    if call.later:
        own = main.value_at((KEY,))
        given = {name: value for name, value in given.items() if isinstance(own, dict) and name in own}
    try:
        reader.parameters = settle_parameters(main, given)
    except DocgenError as error:
        raise DocgenErrors([*reader.problems, error]) from error
    before = len(main.problems)
    replace_parameters(main, reader.parameters)
    reader.problems.extend(main.problems[before:])
    return main


def _main_fields(main: YamlDocument, reader: RecordReader) -> dict[str, Any]:
    """The plain fields and lists of compendium.yaml; wrong ones are replaced, and are problems."""
    if not isinstance(main.value, dict):
        where = main.position(())
        reader.problems.append(DocgenError("file-without-keys", where=where, file=MAIN_FILE))
        main.value = {}
    elsewhere = {*(collection.field for collection in COLLECTIONS), "carried_over", *_LISTS}
    fields = {key: value for key, value in main.value.items() if key not in elsewhere}
    try:
        Compendium.model_validate(fields)
    except ValidationError as error:
        reader.problems.extend(explain(error, Compendium, main, ()))
        wrong = {str(detail["loc"][0]) for detail in error.errors(include_url=False)}
        fields = {**_STAND_INS, **{key: value for key, value in fields.items() if key not in wrong}}
    for name, kind in _LISTS.items():
        fields[name] = reader.records(kind, main, (name,))
    reader.positions.update({path: position for path, position in main.positions.items() if path})
    return fields


def _register(collection: Collection, root: Path, main: YamlDocument, reader: RecordReader) -> Register[Any]:
    """The records of a collection, from compendium.yaml and from its own files."""
    name = collection.field
    own = [(reader.document(path), ()) for path in files_of(collection, root)]
    return reader.register(name, collection.record, [*([(main, (name,))] if name in main.value else []), *own])


def _carried_over(root: Path, reader: RecordReader) -> CarriedOver:
    """What carried_over.yaml lists; nothing where there is no such file, or where it cannot be read."""
    path = root / CARRIED_OVER_FILE
    if not path.is_file():
        return CarriedOver()
    document = reader.document(path)
    if not document.readable or document.value is None:
        return CarriedOver()
    reader.positions.update({("carried_over", *inner): where for inner, where in document.positions.items()})
    return reader.record(CarriedOver, document, ()) or CarriedOver()


def _terms(root: Path, reader: RecordReader) -> tuple[HouseTerm, ...]:
    """The house list of terms; what is wrong with it is a problem of the folder."""
    path = root / TERMS_FILE
    try:
        return house_terms(path) if path.is_file() else ()
    except DocgenErrors as errors:
        reader.problems.extend(errors.errors)
        return ()


def _tables(
    datasets: Register[Any], root: Path, reader: RecordReader, allowed: tuple[Path, ...]
) -> dict[str, DataTable]:
    """The data files by dataset; each sheet and range is read once, and what is wrong with several datasets said once."""
    tables: dict[str, DataTable] = {}
    read: dict[tuple[object, ...], DataTable] = {}
    wrong: dict[str, DocgenError] = {}
    with ExitStack() as open_files:
        files = DataFiles(root, open_files, allowed)
        for identifier, dataset in datasets.items():
            key = dataset.contents
            try:
                if key not in read:
                    read[key] = files.table(dataset, reader.positions["datasets", identifier, "file"])
                tables[identifier] = read[key]
            except DocgenError as error:
                errors = error.errors if isinstance(error, DocgenErrors) else (error,)
                wrong.update({str(each): each for each in errors})
    reader.problems.extend(wrong.values())
    return tables


def _compendium(fields: dict[str, Any], main: YamlDocument, reader: RecordReader) -> Compendium:
    try:
        return Compendium.model_validate(fields)
    except ValidationError as error:
        raise DocgenErrors([*reader.problems, *explain(error, Compendium, main, ())]) from error


def _before(
    asked: str | Path | None,
    compendium: Compendium,
    root: Path,
    reader: RecordReader,
    call: _Call,
) -> Compendium | None:
    """The compendium of the year before; what is wrong with it is a problem of this one, too.

    Its folder is the one that the caller asks for, else the one beside this one that compendium.yaml names.
    """
    where: Where = reader.positions.get(("previous",), str(root))
    if asked is not None:
        folder, where = Path(asked), str(asked)
    elif compendium.previous_folder is not None:
        folder = root / compendium.previous_folder
        if not _is_beside(folder, root, call.allowed):
            short = compendium.previous_folder[:100]
            reader.problems.append(DocgenError("previous-not-beside", where=where, file=short))
            return None
    else:
        return None
    chain = (*call.later, root.resolve())
    if folder.resolve() in chain:
        shown = str(folder)
        itself = folder.resolve() == chain[-1]
        what = message("previous-is-this", folder=shown) if itself else message("previous-in-circle", folder=shown)
        reader.problems.append(DocgenError.of(what, where=where))
        return None
    try:
        before = _load(folder, None, reader.page_types, replace(call, later=chain))
    except DocgenErrors as errors:
        reader.problems.extend(errors.errors)
        return None
    except DocgenError as missing:
        reader.problems.append(missing.at(where))
        return None
    if not before.origin.problems and not reader.problems:
        reader.problems.extend(_mismatches(before, compendium, where))
    reader.problems.extend(before.origin.problems)
    return before


def _names(records: Mapping[str, Named]) -> set[str]:
    """The ids that records have, and had."""
    return {name for record in records.values() for name in (record.id, *record.formerly)}


def _is_beside(folder: Path, root: Path, allowed: tuple[Path, ...]) -> bool:
    """Whether the folder of a year before lies beside that of this year (or below that place), or in one allowed."""
    try:
        place = folder.resolve()
        folder.is_dir()  # a name that is too long is told by asking
        further = (root.resolve().parent, *allowed, *allowed_folders(os.environ))
        return any(place.is_relative_to(own.resolve()) for own in further)
    except (OSError, RuntimeError, ValueError):  # a name that no system takes
        return False


def _mismatches(before: Compendium, compendium: Compendium, where: Where) -> Iterator[DocgenError]:
    """Errors for a compendium that cannot be the one of the year before: not earlier, or about other things."""
    if before.fiscal_year >= compendium.fiscal_year:
        yield DocgenError(
            "previous-not-earlier",
            where=where,
            before=before.fiscal_year,
            year=compendium.fiscal_year,
            earlier=compendium.fiscal_year - 1,
        )
    if not any(set(getattr(before, name)) & _names(getattr(compendium, name)) for name in _LASTING):
        yield DocgenError("previous-of-other-ids", where=where, title=before.title)
