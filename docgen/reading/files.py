"""Which file of a content folder holds which records, and what does not belong there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.errors import DocgenError, nearest
from docgen.messages import Message, message
from docgen.model import (
    AnalysisItem,
    BudgetLine,
    Candidate,
    Dataset,
    Finding,
    Indicator,
    ListedFact,
    LogicElement,
    MeasureChart,
    Page,
    Precedent,
    Source,
)
from docgen.model.accepted import ACCEPTED_FILE
from docgen.model.record import Record
from docgen.value import value

MAIN_FILE = "compendium.yaml"
CARRIED_OVER_FILE = "carried_over.yaml"
TERMS_FILE = "terms.yaml"
"""The house list of terms, in the form of prh; all texts are held against it."""
DATA_FOLDER = "data"
_OTHER_FILES = ("README.md",)
# Windows and macOS put these into folders and zips by themselves.
_OF_SYSTEMS = ("thumbs.db", "desktop.ini", "__macosx")


@value(frozen=True, slots=True)
class Collection:
    """Records of one kind: the compendium's field, their class, and the file or folder that holds them.

    Any collection may be written in compendium.yaml; one without file and folder is written only there.
    """

    field: str
    record: type[Record]
    file: str | None = None
    folder: str | None = None


COLLECTIONS = (
    Collection("sources", Source, file="sources.yaml"),
    Collection("datasets", Dataset, file="data.yaml"),
    Collection("analysis_items", AnalysisItem),
    Collection("logic_elements", LogicElement),
    Collection("indicators", Indicator, folder="indicators"),
    Collection("findings", Finding, folder="findings"),
    Collection("candidates", Candidate, folder="candidates"),
    Collection("facts", ListedFact, file="facts.yaml"),
    Collection("budget_lines", BudgetLine, file="budget_lines.yaml"),
    Collection("measure_charts", MeasureChart, folder="measures"),
    Collection("precedents", Precedent, folder="precedents"),
    Collection("pages", Page, folder="pages"),
)


def files_of(collection: Collection, folder: Path) -> Iterator[Path]:
    """The YAML files of a collection, by name."""
    if collection.file is not None and (folder / collection.file).is_file():
        yield folder / collection.file
    if collection.folder is not None:
        yield from sorted(path for path in (folder / collection.folder).glob("*.yaml") if not is_hidden(path.name))


def strays(folder: Path) -> Iterator[DocgenError]:
    """Errors for the files and folders that nothing reads."""
    of_collections = filter(None, (own.file for own in COLLECTIONS))
    files = [MAIN_FILE, CARRIED_OVER_FILE, ACCEPTED_FILE, TERMS_FILE, *of_collections, *_OTHER_FILES]
    folders = [DATA_FOLDER, *filter(None, (own.folder for own in COLLECTIONS))]
    for path in sorted(folder.iterdir()):
        known = folders if path.is_dir() else files
        if path.name not in known and not is_hidden(path.name):
            kind = message("noun-folder") if path.is_dir() else message("noun-file")
            yield _stray(path, message("stray", kind=kind, name=path.name), known)
        elif path.is_dir() and path.name != DATA_FOLDER and not is_hidden(path.name):
            for inner in sorted(path.iterdir()):
                if (inner.is_dir() or inner.suffix != ".yaml") and not is_hidden(inner.name):
                    yield _stray(inner, message("stray-no-yaml", name=inner.name), [f"{inner.stem}.yaml"])


def _stray(path: Path, what: Message, known: list[str]) -> DocgenError:
    names = tuple(known)
    expected = message("one-of", names=names) if len(names) > 1 else message("file-such-as", name=names[0])
    return DocgenError.of(what, where=str(path), expected=expected, hint=nearest(path.name, known))


def is_hidden(file: str) -> bool:
    """Whether a file is of the system or an editor: .gitkeep, ~$book.xlsx, notes.yaml~, data.yaml.bak, Thumbs.db."""
    name = file.lower()
    if name.startswith((".", "~$")) or name.endswith(("~", ".bak")):
        return True
    # What Windows keeps of a file's origin stands in it after a colon, and in a file of its own on other disks.
    return name in _OF_SYSTEMS or name.endswith(":zone.identifier")
