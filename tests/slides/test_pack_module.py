"""A pack's pack.py: kinds, blocks and overrides of its own, and what is said where it is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.slogan_pack import MODULE
from support.small_folder import make_folder

import docgen
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.placed import PlacedSlide, ShapeMark, TextMark
from docgen.slides.pack_module import builders_of

LAYOUT = "name: {name}\nextends: {parent}\nkinds: {{slogan: content}}\n"

BUILD = MODULE.split("def build(")[0].count("\n") + 1
PAGE = "kind: slogan\nid: slogan\ntitle: 標語\nwords: 次の五年へ\n"


def make_pack(folder: Path, module: str | None = MODULE, name: str = "bureau", parent: str = "cabinet_office") -> Path:
    place = folder / name
    place.mkdir()
    (place / "layout.yaml").write_text(LAYOUT.format(name=name, parent=parent), encoding="utf-8")
    if module is not None:
        (place / "pack.py").write_text(module, encoding="utf-8")
    return place


def make_content(folder: Path) -> Path:
    content = make_folder(folder / "content")
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages" / "slogan.yaml").write_text(PAGE, encoding="utf-8")
    plan = content / "compendium.yaml"
    text = plan.read_text(encoding="utf-8").replace("{kind: contents}]", "{kind: contents}, {page: slogan}]")
    plan.write_text(text, encoding="utf-8")
    return content


def slides(content: Path, pack: Path) -> dict[str, PlacedSlide]:
    own = load_pack(pack, trust=True)
    deck = docgen.build(docgen.load(content, layout=own), own)
    assert deck.to_bytes()[:2] == b"PK"
    return {slide.id: slide for slide in deck.placed.slides}


def title_of(slide: PlacedSlide) -> str:
    (mark,) = (mark for mark in slide.marks if isinstance(mark, TextMark) and mark.placeholder == "title")
    return "".join(run.text for paragraph in mark.body.paragraphs for run in paragraph.runs)


def error_of(pack: Path) -> DocgenError:
    with pytest.raises(DocgenError) as caught:
        builders_of(load_pack(pack, trust=True))
    return caught.value


def test_a_pack_adds_a_builder_and_a_block_and_overrides_a_builder(tmp_path: Path) -> None:
    made = slides(make_content(tmp_path), make_pack(tmp_path))
    assert [mark.fill for mark in made["slogan"].marks if isinstance(mark, ShapeMark)] == ["pale_head"]
    assert title_of(made["cover"]) == "局版 小さなデータ集"


def test_a_pack_has_the_kinds_of_the_pack_that_it_extends_and_may_override_them(tmp_path: Path) -> None:
    make_pack(tmp_path, name="parent")
    own = (
        "from docgen.slides import Builder, Draft\n\n\n"
        "def build(page, ready, pack):\n    return Draft(page.id, page.kind, '別', {'title': '別の標語'})\n\n\n"
        "OVERRIDES = [Builder('slogan', build)]\n"
    )
    made = slides(make_content(tmp_path), make_pack(tmp_path, own, "child", parent="parent"))
    assert title_of(made["slogan"]) == "別の標語"
    assert title_of(made["cover"]) == "局版 小さなデータ集"


def test_files_beside_pack_py_are_imported_relatively_and_nothing_compiled_is_left(tmp_path: Path) -> None:
    pack = make_pack(tmp_path, "from .ribbons import BUILDERS\n")
    (pack / "ribbons.py").write_text(MODULE, encoding="utf-8")
    assert "slogan" in slides(make_content(tmp_path), pack)
    assert not list(pack.glob("__pycache__/pack*"))


def test_a_changed_pack_py_is_read_anew(tmp_path: Path) -> None:
    content, pack = make_content(tmp_path), make_pack(tmp_path)
    slides(content, pack)
    (pack / "pack.py").write_text(MODULE.replace("局版 ", "改版 "), encoding="utf-8")
    assert title_of(slides(content, pack)["cover"]) == "改版 小さなデータ集"


def test_a_kind_of_a_pack_is_unknown_where_the_pack_is_not_named(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="there is no kind of page 'slogan'") as caught:
        docgen.load(make_content(tmp_path))
    assert "a layout pack's own are known where the pack is named" in str(caught.value)


def test_a_clash_names_both_places(tmp_path: Path) -> None:
    module = "from docgen.slides import Builder\n\n\ndef build(page, ready, pack): ...\n\n\nBUILDERS = (Builder('cover', build),)\n"
    error = error_of(make_pack(tmp_path, module))
    assert str(error.where).endswith("bureau/pack.py:4:1")
    assert "'cover'" in error.what
    line = (Path(docgen.__file__).parent / "slides" / "cover.py").read_text(encoding="utf-8").split("def build(")[0].count("\n") + 1
    assert f"slides/cover.py:{line}:1" in error.what


def test_a_clash_of_a_pack_with_its_parent_names_both_places(tmp_path: Path) -> None:
    make_pack(tmp_path, name="parent")
    error = error_of(make_pack(tmp_path, name="child", parent="parent"))
    assert "child/pack.py" in str(error.where)
    assert "parent/pack.py" in error.what


@pytest.mark.parametrize(
    ("module", "line", "what"),
    [
        ("x = 1\nBUILDERS = (\n", 2, "not Python: '(' was never closed"),
        ("x = 1\ny = x / 0\n", 2, "ZeroDivisionError: division by zero"),
        ("import docgen_is_not_here\n", 1, "ModuleNotFoundError: No module named 'docgen_is_not_here'"),
        ("def f():\n    raise KeyError('role')\n\n\nf()\n", 2, "KeyError: 'role'"),
        ("x = 1\n", 1, "states no builders"),
        ("x = 1\nBUILDERS = ['cover']\n", 2, "BUILDERS is not a tuple of slide builders"),
        (
            "from docgen.slides import Builder\ndef build(page, ready, pack): ...\nOVERRIDES = (Builder('covr', build),)\n",
            2,
            "no builder makes slides of kind 'covr'",
        ),
        (MODULE.replace('kind: ClassVar[str] = "slogan"', 'kind: ClassVar[str] = "motto"'), BUILD, "has a record of kind 'motto'"),
    ],
)
def test_what_is_wrong_in_a_pack_py_is_said_with_its_line(tmp_path: Path, module: str, line: int, what: str) -> None:
    before = set(sys.modules)
    error = error_of(make_pack(tmp_path, module))
    assert what in error.what
    assert f"bureau/pack.py:{line}:" in str(error.where)
    if "raises" in error.what:
        assert not [name for name in set(sys.modules) - before if "docgen_pack" in name]


@pytest.mark.parametrize(
    ("change", "to"),
    [("record = record_of(ready, Slogan)", "record = ready['record']"), ('look = style.text("message")\n', 'look = style.text("mesage")\n')],
)
def test_an_error_in_a_builder_or_a_block_of_a_pack_is_said_with_its_line(tmp_path: Path, change: str, to: str) -> None:
    module = MODULE.replace(change, to)
    content, pack = make_content(tmp_path), make_pack(tmp_path, module)
    with pytest.raises(DocgenError) as caught:
        slides(content, pack)
    line = module.split(to)[0].count("\n") + 1
    assert str(caught.value.where).endswith(f"bureau/pack.py:{line}:1")
