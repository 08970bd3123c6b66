"""What a deck takes of a template: no code, nothing from elsewhere, and only parts as Office's grammar has them."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from support.foreign_templates import TEMPLATES, make_pack
from support.often import often
from support.small_folder import make_folder

import docgen
from docgen.errors import DocgenError, DocgenErrors
from docgen.layout.check import left_of_template
from docgen.layout.load import load_pack
from docgen.outside.grammar import misspelled

FOOT = "title_at_bottom"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(change: Callable[[Parts], None]) -> bytes:
    parts = parts_of(TEMPLATES[FOOT]())
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def rels_of(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def refer(parts: Parts, part: str, kind: str, target: str, *, external: bool = True) -> None:
    mode = ' TargetMode="External"' if external else ""
    kind = kind if ":" in kind else KIND + kind
    entry = f'<Relationship Id="rIdZ" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    parts[rels_of(part)] = parts[rels_of(part)].replace(b"</Relationships>", entry.encode())


def draw(parts: Parts, xml: str) -> None:
    """Add a shape to the master, before its extensions where it has some."""
    root = etree.fromstring(parts[MASTER])
    (tree,) = root.iter("{*}spTree")
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items() if prefix)
    tree.append(etree.fromstring(f"<w{spaces}>{xml}</w>")[0])
    parts[MASTER] = etree.tostring(root)


PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="701" name="far"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip {}="rIdZ"/>'
    '<a:stretch/></p:blipFill><p:spPr><a:prstGeom prst="rect"/></p:spPr></p:pic>'
)
LINK = (
    '<p:sp><p:nvSpPr><p:cNvPr id="702" name="link"><a:hlinkClick r:id="{}" action="{}"/></p:cNvPr><p:cNvSpPr/><p:nvPr/>'
    '</p:nvSpPr><p:spPr/></p:sp>'
)


def far_picture(parts: Parts) -> None:
    refer(parts, MASTER, "image", "https://files.example/far.png")
    draw(parts, PICTURE.format("r:link"))


def script_link(parts: Parts) -> None:
    refer(parts, MASTER, "hyperlink", "vbscript:far")
    draw(parts, LINK.format("rIdZ", ""))


def file_link(parts: Parts) -> None:
    refer(parts, MASTER, "hyperlink", "far.docx")
    draw(parts, LINK.format("rIdZ", ""))


def starting_link(parts: Parts) -> None:
    draw(parts, LINK.format("", "ppaction://Macro?name=far"))


def word_inside(parts: Parts) -> None:
    parts["ppt/embeddings/far.docx"] = b"PK far"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"<Default ", b'<Default Extension="docx" ContentType="application/far"/><Default ', 1)
    refer(parts, MASTER, "package", "../embeddings/far.docx", external=False)


def add_in(parts: Parts) -> None:
    parts["ppt/far.xml"] = b"<far/>"
    refer(parts, MASTER, "http://schemas.microsoft.com/office/2011/relationships/webextension", "../far.xml", external=False)


def sheet_of_an_attached_file(parts: Parts) -> None:
    refer(parts, MASTER, "attachedTemplate", "file:///C:/far.potx")


def torn_picture(parts: Parts) -> None:
    parts["ppt/media/far.png"] = b"\x89PNG\r\n\x1a\nfar"
    parts["[Content_Types].xml"] = re.sub(rb"<Types([^>]*)>", rb'<Types\1><Override PartName="/ppt/media/far.png" ContentType="image/png"/>', parts["[Content_Types].xml"])
    refer(parts, MASTER, "image", "../media/far.png", external=False)
    draw(parts, PICTURE.format("r:embed"))


@pytest.mark.parametrize("change", [far_picture, script_link, file_link, starting_link, word_inside, add_in, sheet_of_an_attached_file, torn_picture])
def test_what_runs_or_leads_elsewhere_is_left_behind_and_told(tmp_path: Path, change: Callable[[Parts], None]) -> None:
    pack = load_pack(make_pack(tmp_path, FOOT, data=with_parts(change)))
    assert pack.template is not None
    kept = parts_of(pack.template.data)
    assert not any(b"far" in data for data in kept.values())
    assert not any(b"rIdZ" in data or b"acro?" in data for data in kept.values())
    (told,) = left_of_template(pack)
    assert (told.code, told.level) == ("left-behind", "notice")
    assert "/ppt/slideMasters/slideMaster1.xml" in told.what
    for name, data in kept.items():
        if name.endswith(("slideMaster1.xml", "theme1.xml")):
            assert list(misspelled(etree.fromstring(data))) == []


def test_a_build_tells_it_and_a_web_page_stays(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        far_picture(parts)
        near = f'<Relationship Id="rIdY" Type="{KIND}hyperlink" Target="https://near.example/" TargetMode="External"/>'
        parts[rels_of(MASTER)] = parts[rels_of(MASTER)].replace(b"</Relationships>", near.encode() + b"</Relationships>")
        draw(parts, LINK.format("rIdY", ""))

    pack = load_pack(make_pack(tmp_path, FOOT, data=with_parts(change)))
    with pytest.warns(UserWarning, match="left behind, from /ppt/slideMasters/slideMaster1.xml: a file elsewhere"):
        built = docgen.build(docgen.load(make_folder(tmp_path / "content")), pack)
    made = parts_of(built.to_bytes())
    assert not any(b"files.example" in data for data in made.values())
    assert b"near.example" in made[rels_of(MASTER)]


SPOILT: dict[str, tuple[str, bytes, bytes]] = {
    "a number that is none": (MASTER, rb'<a:off x="\d+"', b'<a:off x="left"'),
    "a number beyond its range": (MASTER, rb'<p:cNvPr id="\d+"', b'<p:cNvPr id="-4"'),
    "a truth value that is none": (MASTER, rb"<a:bodyPr", b'<a:bodyPr upright="maybe"'),
    "a word that is none": (MASTER, rb'<p:ph type="title"', b'<p:ph type="titel"'),
    "an element that is none": (THEME, rb"<a:minorFont>", b"<a:minorFont><a:far/>"),
    "an attribute that is none": (THEME, rb"<a:fontScheme ", b'<a:fontScheme far="1" '),
    "an attribute that is missing": (MASTER, rb'<p:cNvPr id="\d+"', b"<p:cNvPr"),
    "elements in another order": (THEME, rb"(<a:dk1>.*?</a:dk1>)(<a:lt1>.*?</a:lt1>)", rb"\2\1"),
    "text between elements": (MASTER, rb"<p:txStyles>", b"<p:txStyles>far"),
    "a picture that is not there": (MASTER, rb'r:embed="[^"]*"', b'r:embed="rIdFar"'),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_part_that_is_not_as_the_grammar_has_it_is_refused_with_its_place(tmp_path: Path, what: str) -> None:
    part, old, new = SPOILT[what]

    def change(parts: Parts) -> None:
        parts[part], count = re.subn(old, new, parts[part], count=1, flags=re.DOTALL)
        assert count == 1

    with pytest.raises(DocgenErrors) as caught:
        load_pack(make_pack(tmp_path, FOOT, data=with_parts(change)))
    (error,) = caught.value.errors
    assert error.code == "template-part-unusable"
    assert "layout.yaml:" in str(error.where)
    assert f"/{part}, line " in error.what


@pytest.mark.parametrize("gone", [THEME, MASTER, "ppt/slideLayouts/slideLayout1.xml", rels_of(MASTER), rels_of("ppt/slideLayouts/slideLayout2.xml"), rels_of("ppt/presentation.xml"), "ppt/presentation.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_part_that_is_gone_is_said(tmp_path: Path, gone: str) -> None:
    with pytest.raises(DocgenErrors) as caught:
        load_pack(make_pack(tmp_path, FOOT, data=with_parts(lambda parts: parts.__delitem__(gone))))
    assert all("layout.yaml:" in str(error.where) for error in caught.value.errors)


def test_two_shapes_of_one_id_get_others(tmp_path: Path) -> None:
    def change(parts: Parts) -> None:
        for _ in range(2):
            draw(parts, LINK.format("", "ppaction://hlinkshowjump?jump=nextslide"))

    pack = load_pack(make_pack(tmp_path, FOOT, data=with_parts(change)))
    assert pack.template is not None
    ids = re.findall(rb'<p:cNvPr id="(\d+)"', parts_of(pack.template.data)[MASTER])
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("seed", range(often(24)))
def test_a_template_changed_at_random_is_refused_by_its_place_or_as_the_grammar_has_it(tmp_path: Path, seed: int) -> None:
    chance = random.Random(f"template {seed}")

    def change(parts: Parts) -> None:
        part = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        text = parts[part].decode()
        marks = list(re.finditer(r'="([^"]*)"', text))
        mark = chance.choice(marks)
        value = chance.choice(["", "-7", "x", "9" * 22, "1.5", "年", "rId1", "../../a", chance.choice(marks)[1]])
        parts[part] = (text[: mark.start(1)] + value + text[mark.end(1) :]).encode()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            pack = load_pack(make_pack(tmp_path, FOOT, data=with_parts(change)))
        except DocgenError as error:
            errors = error.errors if isinstance(error, DocgenErrors) else (error,)
            places = [str(one.where) for one in errors]
        else:
            assert pack.template is not None
            judged = [etree.fromstring(data) for name, data in parts_of(pack.template.data).items() if re.search(r"slideMaster\d*\.xml$|slideLayout\d*\.xml$|theme\d*\.xml$", name)]
            assert [fault for root in judged for fault in misspelled(root)] == []
            places = []
    assert all("layout.yaml:" in place for place in places)
