"""A review as files: an Excel list for the bureaus, comments in a copy of the deck, what programs read."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from lxml import etree
from pptx import Presentation
from pptx.util import Emu, Pt
from support.small_folder import make_folder
from support.wrong_total import wrong_total

from docgen.breach import Breach, Spot
from docgen.cli import main
from docgen.errors import Position, SlidePosition
from docgen.review.accepted_file import accepted_file
from docgen.review.comments import commented
from docgen.review.outputs import save
from docgen.review.review import Review, Shown, review_of
from docgen.review.slides import in_deck
from docgen.review.workbook import ANSWERS, COLUMNS, to_excel

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
AT = datetime(2024, 3, 15, 9, 30)
SENTENCE = "輸出は3件であった。"


def review(deck: Path, *breaches: Breach) -> Review:
    return review_of(breaches, in_deck, deck, accepted_file(deck.parent / "none.yaml"))


def total(slide: int = 1, shape: str = "表 2", row: int = 4, column: int = 2) -> Breach:
    where = SlidePosition("資料.pptx", slide, shape, row, column)
    return Breach("total-not-sum", where, total="225人", label="合計", right="215人", parts=("R2C2", "R3C2"))


def said(shape: str = "", slide: int = 1, text: str = SENTENCE, start: int = 3, end: int = 5) -> Breach:
    return Breach(
        "number-not-borne-out.cell",
        SlidePosition("資料.pptx", slide, shape),
        spot=Spot(text, start, end),
        sentence=text,
        number=text[start:end],
        right="5件",
        place="資料.pptx!p1!表 2!R2C2",
    )


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return wrong_total(tmp_path / "deck")


def comments(data: bytes) -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """The comments of each part of comments: their texts and places."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        roots = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if "/comments/" in name}
    return {
        name: [(one.findtext(f"{P}text"), (int(one.find(f"{P}pos").get("x")), int(one.find(f"{P}pos").get("y")))) for one in root.iter(f"{P}cm")]
        for name, root in roots.items()
    }


def test_a_comment_stands_at_the_cell_that_it_is_about(deck: Path) -> None:
    ((((text, place),)),) = comments(commented(deck.read_bytes(), review(deck, total()), AT)).values()
    assert text.splitlines()[-1] == "[total-not-sum] #1"
    assert "225人" in text
    table = next(shape for shape in Presentation(str(deck)).slides[0].shapes if shape.has_table)
    left = table.left + table.table.columns[0].width
    top = table.top + sum(table.table.rows[index].height for index in range(3))
    assert place == (left // 1587.5, top // 1587.5)


def test_the_time_of_the_build_stands_for_now(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one.pptx", "other.pptx"):
        save(review(deck, total()), tmp_path / name, deck.read_bytes)
    data = (tmp_path / "one.pptx").read_bytes()
    assert data == (tmp_path / "other.pptx").read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        (name,) = (name for name in archive.namelist() if "/comments/" in name)
        assert b"2023-11-14T22:13:20" in archive.read(name)
        assert archive.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)


def test_comments_at_one_place_do_not_cover_each_other(deck: Path) -> None:
    (found,) = comments(commented(deck.read_bytes(), review(deck, total(), total()), AT)).values()
    assert len({place for _, place in found}) == 2


def test_a_comment_finds_the_shape_that_says_the_sentence_also_in_a_group(deck: Path) -> None:
    presentation = Presentation(str(deck))
    group = presentation.slides[0].shapes.add_group_shape()
    box = group.shapes.add_textbox(Pt(100), Pt(50), Pt(200), Pt(20))
    box.text_frame.text = SENTENCE
    group.left, group.top = Pt(300), Pt(250)
    group.width = Emu(group.width * 2)
    presentation.save(str(deck))
    (found,) = comments(commented(deck.read_bytes(), review(deck, said()), AT)).values()
    assert found[0][1] == (300 * 8, 250 * 8)


def test_a_breach_of_no_shape_stands_in_the_corner_and_one_of_no_slide_is_left_out(deck: Path) -> None:
    (found,) = comments(commented(deck.read_bytes(), review(deck, said("無い図形", text="別の文。", start=0, end=1)), AT)).values()
    assert max(found[0][1]) < 100
    elsewhere = Breach("literal-number", Position("a.yaml", 1), number="3件")
    assert commented(deck.read_bytes(), review(deck, elsewhere, total(slide=9)), AT) == deck.read_bytes()


def parts(data: bytes) -> Mapping[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def test_the_copy_is_the_deck_but_for_its_comments(deck: Path) -> None:
    old, new = parts(deck.read_bytes()), parts(commented(deck.read_bytes(), review(deck, total()), AT))
    changed = {name for name in old if new[name] != old[name]}
    assert changed == {"[Content_Types].xml", "ppt/_rels/presentation.xml.rels", "ppt/slides/_rels/slide1.xml.rels"}
    assert len(set(new) - set(old)) == 2
    slides = Presentation(BytesIO(commented(deck.read_bytes(), review(deck, total()), AT))).slides
    assert [slide.shapes.title.text for slide in slides] == ["職員"]


def test_comments_that_are_there_stay_and_those_of_an_earlier_review_are_added_to(deck: Path) -> None:
    once = commented(deck.read_bytes(), review(deck, total()), AT)
    twice = commented(once, review(deck, said("表 2")), AT)
    (found,) = comments(twice).values()
    assert len(found) == 2
    with zipfile.ZipFile(BytesIO(twice)) as archive:
        (authors,) = (etree.fromstring(archive.read(name)) for name in archive.namelist() if "commentAuthors" in name and "rels" not in name)
    assert [(author.get("name"), author.get("lastIdx")) for author in authors] == [("docgen", "2")]


MODERN = "http://schemas.microsoft.com/office/2018/10/relationships/comments"


def test_comments_of_newer_powerpoint_stay_as_they_are(deck: Path) -> None:
    """Their relationship's kind ends in the same word."""
    new = b'<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"/>'
    stream = BytesIO()
    with zipfile.ZipFile(deck) as old, zipfile.ZipFile(stream, "w") as archive:
        for name in old.namelist():
            data = old.read(name)
            if name == "ppt/slides/_rels/slide1.xml.rels":
                data = data.replace(b"</Relationships>", f'<Relationship Id="rId9" Type="{MODERN}" Target="../comments/modernComment_1.xml"/></Relationships>'.encode())
            archive.writestr(name, data)
        archive.writestr("ppt/comments/modernComment_1.xml", new)
    with zipfile.ZipFile(BytesIO(commented(stream.getvalue(), review(deck, total()), AT))) as archive:
        assert archive.read("ppt/comments/modernComment_1.xml") == new
        assert sum("/comments/comment" in name for name in archive.namelist()) == 1


@pytest.mark.validator
@pytest.mark.parametrize("times", [1, 2])
def test_the_copy_is_valid(deck: Path, validate: Callable[[bytes], list[Any]], times: int) -> None:
    data = deck.read_bytes()
    for _ in range(times):
        data = commented(data, review(deck, total(), said("表 2")), AT)
    assert validate(data) == []


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_libreoffice_keeps_the_comments(deck: Path, tmp_path: Path) -> None:
    file = tmp_path / "reviewed.pptx"
    file.write_bytes(commented(deck.read_bytes(), review(deck, total(), said("表 2")), AT))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "odp", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "reviewed.odp") as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<dc:creator>docgen</dc:creator>") == 2


def rows(data: bytes) -> tuple[Any, list[dict[str, Any]]]:
    (sheet,) = openpyxl.load_workbook(BytesIO(data), rich_text=True).worksheets
    heads = [cell.value for cell in sheet[4]]
    return sheet, [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=5)]


def test_the_list_has_a_row_for_each_finding_with_both_values_and_their_places(deck: Path) -> None:
    sheet, (first, second) = rows(to_excel(review(deck, said("本文"), total())))
    assert tuple(first) == tuple(head for head, _ in COLUMNS)
    assert (first["番号"], first["区分"], first["コード"], first["ページ"], first["場所"]) == (1, "エラー", "number-not-borne-out", "1", "資料.pptx!p1!本文")
    assert (first["値"], first["照合先の値"], first["照合先"]) == ("3件", "5件", "資料.pptx!p1!表 2!R2C2")
    assert (second["値"], second["照合先の値"], second["照合先"]) == ("225人", "215人", "R2C2、R3C2")
    assert str(first["文"]) == SENTENCE
    assert [str(part) for part in first["文"]][1] == "3件"
    assert sheet.auto_filter.ref == "A4:N6"
    assert sheet.freeze_panes == "C5"
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == f'"{",".join(ANSWERS)}"'


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("3件", 0, 2), ("3件増", 0, 2), ("増は3件", 2, 4), ("=3件", 1, 3), ("一行\v3件", 3, 5), ("あ" * 40_000 + "3件", 40_000, 40_002), ("3件", 0, 0)],
)
def test_any_sentence_is_written_into_its_cell(deck: Path, text: str, start: int, end: int) -> None:
    _, (row,) = rows(to_excel(review(deck, said("本文", text=text, start=start, end=end))))
    assert str(row["文"]).replace("\n", "\v").strip("…") in text.replace("\n", "\v")
    assert row["指摘"]


def test_a_list_without_findings_is_a_list(deck: Path) -> None:
    assert rows(to_excel(review(deck)))[1] in ([], [dict.fromkeys((head for head, _ in COLUMNS), None)])


def test_the_list_names_the_bureaus(deck: Path) -> None:
    told = review_of([total()], lambda breach: Shown((1,), ("総務課", "統計課")), deck, accepted_file(deck.parent / "none.yaml"))
    assert rows(to_excel(told))[1][0]["担当"] == "総務課、統計課"


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *map(str, arguments), "--lang", "en"])
    return result.exit_code, result.output


def test_the_command_writes_each_kind_of_file_and_prints_the_list(deck: Path, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.xlsx", "b.pptx", "c.json", "d.sarif")]
    code, text = run(deck, *(part for file in files for part in ("-o", file)))
    assert (code, text.splitlines()[-2]) == (1, "1 errors, 0 notices")
    assert len(rows(files[0].read_bytes())[1]) == 1
    assert sum(map(len, comments(files[1].read_bytes()).values())) == 1
    assert json.loads(files[2].read_text(encoding="utf-8"))[0]["code"] == "total-not-sum"
    assert json.loads(files[3].read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_findings_of_content_are_comments_on_its_deck(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    assert run(folder, "-o", tmp_path / "reviewed.pptx")[0] == 0
    (found,) = comments((tmp_path / "reviewed.pptx").read_bytes()).values()
    assert "[missing-data] #1" in found[0][0]


@pytest.mark.parametrize("names", [["a.docx"], ["a"], ["a.xlsx", "b.txt"]])
def test_a_file_of_another_kind_is_refused_before_anything_is_read(tmp_path: Path, names: Sequence[str]) -> None:
    code, text = run(tmp_path / "none.pptx", *(part for name in names for part in ("-o", tmp_path / name)))
    assert code == 2
    assert ".xlsx, .pptx, .json, .sarif" in text


def test_the_deck_itself_is_not_overwritten(deck: Path) -> None:
    old = deck.read_bytes()
    assert run(deck, "-o", deck)[0] == 2
    assert deck.read_bytes() == old
