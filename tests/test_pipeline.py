"""The whole way: the real compendium's deck in every pack, as a file that PowerPoint can open and edit."""

from __future__ import annotations

import io
import itertools
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import Validate
from python_calamine import CalamineWorkbook
from support.often import often
from support.real_deck import (
    CONTENT,
    PACKS,
    ROOT,
    built,
    deck_bytes,
    drawn_deck,
    fy2023,
    pack_name,
    runs,
    words,
)

from docgen.checks.check import check_placed
from docgen.errors import DocgenError
from docgen.pipeline import build
from docgen.placed import ChartMark, PlacedSlide, TableMark, TextMark
from docgen.whole.file import write_file

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def opened(folder: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(deck_bytes(folder)))


def slide_parts(package: zipfile.ZipFile) -> list[str]:
    found = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    return sorted(found, key=lambda name: int(re.findall(r"\d+", name)[0]))


def targets(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part leads to, by relationship id; links to the web are left out."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if relations not in package.namelist():
        return {}
    return {
        each.attrib["Id"]: posixpath.normpath(posixpath.join("/", folder, each.attrib["Target"])).lstrip("/")
        for each in ElementTree.fromstring(package.read(relations)).iter(RELATION)
        if each.get("TargetMode") != "External"
    }


@in_every_pack
@pytest.mark.validator
def test_microsofts_validator_finds_no_error_in_the_real_deck(folder: Path, validate: Validate) -> None:
    # The whole deck in the first pack, in the others the fullest pages of each kind: all that a pack makes of its own.
    deck = built(folder) if folder == PACKS[0] or often(1) > 1 else drawn_deck(folder)
    assert validate(deck.to_bytes()) == []


@in_every_pack
def test_the_real_deck_breaks_no_rule(folder: Path) -> None:
    deck = built(folder)
    assert [str(breach) for breach in check_placed(deck.placed, deck.pack)] == []


@in_every_pack
def test_shape_ids_are_unique_in_each_slide(folder: Path) -> None:
    package = opened(folder)
    assert len(slide_parts(package)) == len(built(folder).placed.slides)
    for part in slide_parts(package):
        ids = [each.attrib["id"] for each in ElementTree.fromstring(package.read(part)).iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids), part


@in_every_pack
def test_no_relationship_leads_to_nothing_and_every_one_that_is_named_is_there(folder: Path) -> None:
    package = opened(folder)
    names = set(package.namelist())
    for part in (name for name in names if name.endswith(".xml") and not name.startswith("[")):
        leads = targets(package, part)
        assert set(leads.values()) <= names, part
        root = ElementTree.fromstring(package.read(part))
        used = {value for each in root.iter() for key, value in each.attrib.items() if key in (f"{R}id", f"{R}embed")}
        external = re.findall(rb'Id="([^"]+)"[^>]*TargetMode="External"', _relations(package, part))
        assert used <= set(leads) | {each.decode() for each in external}, part


def _relations(package: zipfile.ZipFile, part: str) -> bytes:
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    return package.read(path) if path in package.namelist() else b""


@in_every_pack
def test_every_part_has_a_content_type_and_stands_in_the_package_once(folder: Path) -> None:
    package = opened(folder)
    assert len(set(package.namelist())) == len(package.namelist())
    types = package.read("[Content_Types].xml").decode()
    overridden = set(re.findall(r'PartName="/([^"]+)"', types))
    defaults = set(re.findall(r'Extension="([^"]+)"', types))
    parts = {name for name in package.namelist() if name != "[Content_Types].xml"}
    assert {name for name in parts if name not in overridden and name.rsplit(".", 1)[-1] not in defaults} == set()
    assert overridden <= parts


@in_every_pack
def test_titles_footers_and_numbers_are_placeholders_of_the_slides_layout(folder: Path) -> None:
    package = opened(folder)
    for part, slide in zip(slide_parts(package), built(folder).placed.slides, strict=True):
        root = ElementTree.fromstring(package.read(part))
        layout = next(name for name in targets(package, part).values() if "/slideLayouts/" in name)
        known = {
            (each.get("type", "body"), each.get("idx", "0"))
            for each in ElementTree.fromstring(package.read(layout)).iter(f"{P}ph")
        }
        used = [(each.get("type", "body"), each.get("idx", "0")) for each in root.iter(f"{P}ph")]
        assert set(used) <= known, slide.id
        assert len(set(used)) == len(used), slide.id
        kinds = {kind for kind, _ in used}
        assert kinds & {"title", "ctrTitle"}, slide.id
        if "sldNum" in {kind for kind, _ in known}:
            assert "sldNum" in kinds, slide.id
            assert any(field.get("type") == "slidenum" for field in root.iter(f"{A}fld")), slide.id


@in_every_pack
def test_the_contents_page_links_to_its_slides_and_names_their_numbers(folder: Path) -> None:
    slides = built(folder).placed.slides
    numbers = {slide.id: str(number) for number, slide in enumerate(slides, start=1)}
    contents = next(slide for slide in slides if slide.kind == "contents")
    table = next(mark for mark in contents.marks if isinstance(mark, TableMark))
    entries = table.rows[table.header_rows :]
    assert len(entries) >= 6
    for row in entries:
        links = {run.link for cell in row.cells for each in cell.body.paragraphs for run in each.runs}
        (link,) = links
        assert words(row.cells[1].body) == numbers[str(link)]


@in_every_pack
def test_links_in_the_file_lead_to_the_slides_that_they_name(folder: Path) -> None:
    package, slides = opened(folder), built(folder).placed.slides
    parts = slide_parts(package)
    place = {slide.id: part for slide, part in zip(slides, parts, strict=True)}
    number = next(n for n, slide in enumerate(slides) if slide.kind == "contents")
    leads = targets(package, parts[number])
    clicks = [leads[each.attrib[f"{R}id"]] for each in ElementTree.fromstring(package.read(parts[number])).iter(f"{A}hlinkClick")]
    assert list(dict.fromkeys(clicks)) == list(dict.fromkeys(place[str(run.link)] for run in runs(slides[number]) if run.link))


@in_every_pack
def test_every_chart_opens_a_workbook_with_its_own_values(folder: Path) -> None:
    package = opened(folder)
    charts = [name for name in package.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
    marks = [mark for slide in built(folder).placed.slides for mark in slide.marks if isinstance(mark, ChartMark)]
    assert len(charts) == len(marks) >= 7
    for chart in charts:
        root = ElementTree.fromstring(package.read(chart))
        external = root.find(f"{C}externalData")
        assert external is not None
        book = CalamineWorkbook.from_filelike(io.BytesIO(package.read(targets(package, chart)[external.attrib[f"{R}id"]])))
        rows = book.get_sheet_by_index(0).to_python()
        cells = {cell for row in rows for cell in row if isinstance(cell, (int, float))}
        drawn = {float(each.text or "nan") for val in root.iter(f"{C}val") for each in val.iter(f"{C}v")}
        assert drawn
        assert drawn <= {float(cell) for cell in cells}, chart


@in_every_pack
def test_nothing_is_flattened_to_a_picture(folder: Path) -> None:
    package = opened(folder)
    # Those of a template are its logo.
    pictures = [name for name in package.namelist() if name.startswith("ppt/media/")]
    assert [name for name in pictures if not name.startswith("ppt/media/template")] == []
    kinds = {type(mark).__name__ for slide in built(folder).placed.slides for mark in slide.marks}
    assert kinds <= {"TextMark", "ShapeMark", "ConnectorMark", "TableMark", "ChartMark"}


@in_every_pack
def test_nothing_is_smaller_than_eight_points_and_notes_than_seven(folder: Path) -> None:
    for slide in built(folder).placed.slides:
        assert min(run.size for run in runs(slide)) >= 7, slide.id
        for mark in slide.marks:
            if isinstance(mark, ChartMark):
                assert min(mark.chart.text.size, mark.chart.label_text.size) >= 8, mark.id
            elif isinstance(mark, TableMark):
                assert min(r.size for row in mark.rows for c in row.cells for p in c.body.paragraphs for r in p.runs) >= 8, mark.id


def test_the_compendium_has_its_pages_in_the_order_of_the_plan() -> None:
    kinds = [kind for kind, _ in itertools.groupby(slide.kind for slide in built(PACKS[0]).placed.slides)]
    assert kinds[:2] == ["cover", "contents"]
    count = {kind: sum(page.kind == kind for page in _pages()) for kind in dict.fromkeys(kinds)}
    wanted = {"cover": 1, "contents": 1, "indicator_list": 3, "indicator_detail": 9, "no_data": 5, "indicator_overview": 3}
    assert {kind: count[kind] for kind in wanted} == wanted
    assert count["measure_chart"] >= 5
    assert count["prior_study"] == 7


def _pages() -> list[PlacedSlide]:
    """The first slide of each page."""
    return [slide for slide in built(PACKS[0]).placed.slides if slide.id == slide.record]


def test_ids_of_slides_come_from_records_not_from_their_order() -> None:
    slides = built(PACKS[0]).placed.slides
    reordered = build(fy2023().model_copy(update={"sections": fy2023().sections[::-1]}), PACKS[0]).placed.slides
    assert {slide.id for slide in reordered} == {slide.id for slide in slides}
    assert [slide.id for slide in reordered] != [slide.id for slide in slides]


def test_two_builds_are_byte_identical_whatever_clock_seed_and_time_zone(tmp_path: Path) -> None:
    """Built here, and in a process with another clock, hash seed, time zone and locale."""
    other = tmp_path / "other.pptx"
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
    }
    command = [sys.executable, "-c", _OTHER_CLOCK, str(CONTENT), str(other)]
    subprocess.run(command, env=environment, check=True, cwd=tmp_path)
    assert other.read_bytes() == deck_bytes(ROOT / "layouts" / "cabinet_office")


# The clock of the other process is years ahead for everything that asks Python's time module.
_OTHER_CLOCK = """
import sys, time
now, local, utc = time.time, time.localtime, time.gmtime
ahead = 7 * 365 * 86400 + 12345
time.time = lambda: now() + ahead
time.localtime = lambda seconds=None: local(now() + ahead if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(now() + ahead if seconds is None else seconds)
from docgen.cli import main
main(["build", sys.argv[1], "-o", sys.argv[2]], standalone_mode=False)
"""


@in_every_pack
def test_no_date_in_the_package_comes_from_the_clock(folder: Path) -> None:
    package = opened(folder)
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2024-02-29T00:00:00Z"}


def test_a_deck_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"before")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DocgenError, match="the deck cannot be written: No space left on device"):
        write_file(b"after", path)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("deck.pptx", b"before")]


def test_a_text_placeholder_holds_its_slides_title() -> None:
    for slide in built(PACKS[0]).placed.slides:
        first = slide.marks[0]
        assert isinstance(first, TextMark)
        assert first.placeholder == "title"
