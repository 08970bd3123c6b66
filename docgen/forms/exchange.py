"""Forms out and in, whole: a compendium to a form, and returned forms to the changes of a content folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import DocgenError
from docgen.forms.content import form_content
from docgen.forms.form import Form
from docgen.forms.importing import FormImport, imported
from docgen.forms.make import form_of, work_form
from docgen.forms.returned import answers_in
from docgen.forms.workbook import to_excel
from docgen.model import Compendium
from docgen.pipeline import Layout, load, pack_of
from docgen.shipped import DEFAULT_LAYOUT
from docgen.whole.file import write_file


@dataclass(frozen=True, slots=True)
class ExportedForm:
    """A form that goes out: an Excel file with a row for each thing that is asked for."""

    form: Form

    @property
    def count(self) -> int:
        """How many rows the form has."""
        return sum(len(sheet.rows) for sheet in self.form.sheets)

    def to_bytes(self) -> bytes:
        """The bytes of the .xlsx; the same content gives the same bytes."""
        return to_excel(self.form)

    def save(self, path: str | Path) -> Path:
        """Write the .xlsx. DocgenError where a form stands there that somebody has filled in: it stays as it is."""
        place = Path(path)
        if place.suffix.lower() != ".xlsx":
            raise DocgenError("no-excel-name", where=str(place), name=place.name)
        if place.is_file():
            count = answers_in(place)
            if count:
                raise DocgenError("form-has-answers", where=str(place), count=count)
        return write_file(self.to_bytes(), place)


def export_form(
    compendium: Compendium, bureau: str | None = None, layout: Layout = DEFAULT_LAYOUT
) -> ExportedForm:
    """The form of what is renewed each year: values, measures, budgets, sentences, with last year's beside them.

    ``bureau`` narrows it to the records of one bureau (``responsible`` in the content). Save it with ``.save``; what
    comes back is read by :func:`import_forms`.

    >>> docgen.export_form(fy2023, bureau="交通局").save("form.xlsx")           # doctest: +SKIP

    Raises DocgenError for a bureau that no record names.
    """
    return ExportedForm(form_of(form_content(compendium, pack_of(layout)), bureau))


def todo_form(compendium: Compendium, layout: Layout = DEFAULT_LAYOUT) -> ExportedForm:
    """The form of what waits for a person, as ``docgen todo -o`` writes it."""
    return ExportedForm(work_form(form_content(compendium, pack_of(layout))))


def import_forms(
    files: str | Path | Iterable[str | Path],
    folder: str | Path,
    previous: str | Path | None = None,
    layout: Layout = DEFAULT_LAYOUT,
) -> FormImport:
    """What returned forms change in a content folder: read, checked and tried, but not written yet.

    ``files`` is a form, or several; ``previous`` is the folder of the year before.

    >>> answers = docgen.import_forms(["a.xlsx", "b.xlsx"], "content/fy2024")   # doctest: +SKIP
    >>> for change in answers.changes: print(change)                           # doctest: +SKIP
    >>> answers.write()                                                        # doctest: +SKIP

    Raises DocgenErrors with everything that is wrong in the forms, each with workbook, sheet and cell.
    """
    pack = pack_of(layout)
    paths = (files,) if isinstance(files, str | Path) else tuple(files)
    compendium = load(folder, previous, pack)

    def reload(copy: Path) -> Form:
        return form_of(form_content(load(copy, previous, pack), pack))

    return imported(tuple(map(Path, paths)), Path(folder), form_content(compendium, pack), reload)
