"""The next fiscal year's content folder: a copy in which everything that has a rule has moved on by a year."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from docgen.editing.edits import Changes, Waiting
from docgen.editing.files import edited_files
from docgen.editing.points import points_written
from docgen.editing.source import Source
from docgen.errors import DocgenError, DocgenErrors
from docgen.messages import Language
from docgen.model import Compendium
from docgen.reading.files import CARRIED_OVER_FILE
from docgen.rollover.budgets import rolled_budgets
from docgen.rollover.carried_over import aging_texts_waiting, carried_over_text, rolled_measures
from docgen.rollover.figures import rolled_figures
from docgen.rollover.values import rolled_values
from docgen.whole.folder import must_be_free, write_folder


def roll(compendium: Compendium, folder: Path, target: Path, verify: Callable[[Path], object]) -> Path:
    """Write the content folder of the year after ``compendium``, which was loaded from ``folder``.

    Nothing of ``folder`` is changed; ``target`` must not exist, or be empty. ``verify`` loads and derives
    the new folder before it is put in its place. Raises DocgenError where the target is not free, or where
    the new folder would not do; then nothing is written.
    """
    _must_lie_beside(target, folder)
    must_be_free(target)
    source = Source(folder, compendium)
    changes = all_changes(source, _leading(target, folder))

    def fill(part: Path) -> None:
        shutil.copytree(folder, part, dirs_exist_ok=True)
        _write(changes, source, part)
        _verified(part, target, verify)

    write_folder(target, fill)
    return target


def all_changes(source: Source, previous: str) -> Changes:
    """Every change of a year; ``previous`` leads from the new folder to the old one.

    New points stand in their tables; values whose data has no room for one stay as they are, and wait.
    """
    changes = _changes(source, previous, ())
    asked = dict.fromkeys(point.data for point in changes.points)
    refused = [data for data in asked if not _has_room(data, changes, source)]
    if refused:
        changes = _changes(source, previous, refused)
    return Changes((*changes.edits, *points_written(changes.points, source)), changes.waiting)


def _has_room(data: str, changes: Changes, source: Source) -> bool:
    """Whether the file of a dataset takes its new points."""
    try:
        edited_files(points_written([point for point in changes.points if point.data == data], source), source)
    except DocgenError:
        return False
    return True


def _changes(source: Source, previous: str, refused: Collection[str]) -> Changes:
    values, moved = rolled_values(source, refused)
    return (
        _rolled_front(source, previous)
        + values
        + rolled_figures(source, moved)
        + rolled_measures(source)
        + rolled_budgets(source, refused)
        + aging_texts_waiting(source)
    )


def _rolled_front(source: Source, previous: str) -> Changes:
    """The changes of compendium.yaml: the fiscal year, the folder of the year before, the date of publication."""
    compendium = source.compendium
    edits = source.replaced(("fiscal_year",), str(compendium.fiscal_year + 1))
    if compendium.previous_folder is not None:
        edits += source.replaced(("previous",), previous)
    else:
        edits += source.line_after(("fiscal_year",), f"previous: {previous}")
    if compendium.published is None:
        return Changes(edits)
    return Changes(edits + source.year_later(("published",)), (Waiting("front", "published", "公表の時期"),))


def _write(changes: Changes, source: Source, part: Path) -> None:
    for file, data in edited_files(changes.edits, source).items():
        (part / file).write_bytes(data)
    listed = carried_over_text(changes.waiting, source.compendium.fiscal_year)
    (part / CARRIED_OVER_FILE).write_text(listed, encoding="utf-8")


def _verified(part: Path, target: Path, verify: Callable[[Path], object]) -> None:
    try:
        verify(part)
    except DocgenError as error:
        errors = error.errors if isinstance(error, DocgenErrors) else (error,)
        shown = _Errors(errors, str(part), str(target))
        raise DocgenError("next-year-unusable", where=str(target), errors=shown) from error


@dataclass(frozen=True, slots=True)
class _Errors:
    """Errors that were found in the folder ``part``, told of the folder ``target``, whose name it is to have."""

    errors: tuple[DocgenError, ...]
    part: str
    target: str

    def text(self, language: Language) -> str:
        return "; ".join(error.text(language) for error in self.errors).replace(self.part, self.target)


def _must_lie_beside(target: Path, folder: Path) -> None:
    if target.resolve() == folder.resolve() or folder.resolve() in target.resolve().parents:
        raise DocgenError("new-folder-in-old", where=str(target))


def _leading(target: Path, folder: Path) -> str:
    """The path from the new folder to the old one, with slashes."""
    return Path(os.path.relpath(folder.resolve(), target.resolve())).as_posix()
