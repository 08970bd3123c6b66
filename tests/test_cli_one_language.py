"""Every command on real input: in Japanese no English sentence, in English no Japanese but the content's own."""

from __future__ import annotations

import contextlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner
from support.every_case import every_case
from support.real_deck import ROOT
from support.small_folder import make_folder, spoil
from test_cli import BAD_INPUT

from docgen.cli import main
from docgen.messages import LANGUAGES, Language

# Three English words in a row are a sentence, but in commands, in what is to be typed, and in names.
ENGLISH = re.compile(r"(?<![\w./-])[A-Za-z]?[a-z]{2,}(?:[,;:]? [a-z]{2,}){2,}")
NO_SENTENCE = re.compile(r"docgen [^\n。]*|sudo [^\n]*|winget [^\n]*|npm [^\n]*|brew [^\n]*|\{[^}\n]*\}|\[[^\]\n]*\]|[\w./-]+\.\w+(?::\d+)*|layouts [a-z]+")
JAPANESE = re.compile(r"[ぁ-んァ-ヶー一-龠々]+")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with content, the same content with changes and faults, and a deck edited by hand."""
    place = tmp_path_factory.mktemp("content")
    make_folder(place / "old")
    new = make_folder(place / "new")
    for file, before, after in (
        ("data/deaths.csv", "2022,2610", "2022,2636"),
        ("data/budgets.csv", "2024,概算要求,4960", "2024,予算額・執行額,4500"),
        ("findings/strategy.yaml", "死者数は", "死者数は2,610人となり"),
        ("measures/measures-1.yaml", "status: continuing", "status: expanded"),
        ("measures/measures-1.yaml", "{id: M2, text: 国際協力の検討}", "{id: M3, text: 国際協力の推進, status: upcoming}"),
    ):
        text = (new / file).read_text(encoding="utf-8")
        assert before in text
        (new / file).write_text(text.replace(before, after), encoding="utf-8")
    for folder in ("old", "new"):
        run(place, "build", folder, "-o", f"{folder}.pptx")
    edit_by_hand(place / "old.pptx", place / "edited.pptx")
    run(place, "roll", "old", "next")
    run(place, "form", "export", "new", "-o", "form.xlsx")
    return place


def edit_by_hand(deck: Path, edited: Path) -> None:
    """A deck with a text, cells, a place, a shape and a slide changed."""
    presentation = pptx.Presentation(str(deck))
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.has_table:
                shape.table.cell(1, 1).text = "手で直した"
            elif shape.has_text_frame and "死者数" in shape.text_frame.text:
                shape.text_frame.paragraphs[0].runs[0].text = "死者数を手で直した"
                shape.left += 200_000
    presentation.slides[2].shapes.add_textbox(0, 0, 914_400, 914_400).text_frame.text = "メモ"
    slides = presentation.slides._sldIdLst
    slides.remove(slides[-1])
    presentation.save(str(edited))


def run(place: Path, *arguments: str) -> str:
    """What a command prints, on both streams, where it is called in ``place``."""
    with contextlib.chdir(place):
        result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def words_of_content(place: Path) -> str:
    """All that the content, its decks and the layout packs say."""
    files = [*(ROOT / "layouts").rglob("layout.yaml"), *(path for path in place.rglob("*") if path.suffix in (".yaml", ".csv"))]
    texts = [file.read_text(encoding="utf-8") for file in files]
    for deck in place.glob("*.pptx"):
        with zipfile.ZipFile(deck) as package:
            parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
        texts += [re.sub("<[^>]*>", "", part.decode("utf-8")) for part in parts]
    return "\n".join(texts)


LINES = (
    "bind old",
    "build old -o out.pptx",
    "check old",
    "check new",
    "check old.pptx",
    "diff old new",
    "diff old.pptx new.pptx",
    "diff old old",
    "diff new old",
    "todo old",
    "todo next",
    "trace old deaths-fall",
    "trace old measures-1",
    "merge old.pptx new -o out.pptx",
    "merge edited.pptx new -o out.pptx",
    "merge edited.pptx new -o out.pptx --conflicts theirs",
    "layouts list",
    "layouts show mext",
    "layouts check mext",
    "layouts check maff --content old",
    "form export old -o out.xlsx",
    "form import form.xlsx old",
    "doctor",
)


def told(place: Path, line: str, language: Language) -> str:
    return run(place, "--lang", language, *line.split())


# Kinds of slide have Japanese names and examples in every language.
@every_case("line", [*LINES, "kinds", "kinds measure_chart"])
def test_in_japanese_no_english_sentence_is_printed(place: Path, line: str) -> None:
    text = told(place, line, "ja")
    assert not ENGLISH.search(NO_SENTENCE.sub("", text)), text


def test_hand_edits_and_conflicts_are_told_a_line_each_with_what_was_there_and_what_is(place: Path) -> None:
    lines = told(place, "merge edited.pptx new -o out.pptx", "ja").splitlines()
    assert "引き継いだ修正: contents contents/entries: 表: 3 → 手で直した" in lines
    assert "引き継いだ修正: divider/a1 TextBox 4: 図形の追加: － → メモ" in lines
    assert "引き継いだ修正: precedents/study-1: ページの削除: 【先行調査1】課題の評価 → －" in lines
    (conflict,) = (line for line in lines if line.startswith("競合: ") and "messages" in line)
    assert "、手作業「死者数を手で直した" in conflict
    assert conflict.endswith("（採用: both）")
    assert all(line.startswith(("引き継いだ修正: ", "競合: ", "out.pptx: ")) for line in lines)


@every_case("line", LINES)
def test_in_english_only_the_contents_own_words_are_japanese(place: Path, line: str) -> None:
    text, known = told(place, line, "en"), words_of_content(place)
    assert [word for word in JAPANESE.findall(text) if word not in known] == []


def wrong_input() -> Iterator[tuple[str, str]]:
    """Command lines whose input is wrong, and where they say so."""
    yield from ((f"check {name}", name) for name in ("no-such-folder", "no-such.pptx"))
    yield "build old -l no_such_pack", "no_such_pack"
    yield "diff old no-such-folder", "no-such-folder"
    yield "diff old new.txt", "new.txt"
    yield "trace old no-such-id", "no-such-id"
    yield "render no-such.pptx", "no-such.pptx"
    yield "render old.pptx --pages 9-7", "9-7"
    yield "merge no-such.pptx old -o out.pptx", "no-such.pptx"
    yield "roll old old", "old"
    yield "layouts show no_such_pack", "no_such_pack"
    yield "layouts new 1", "1"
    yield "layouts pictures mext --content old --kinds nothing", "nothing"
    yield "todo old -o out.txt", "out.txt"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", [line for line, _ in wrong_input()])
def test_wrong_input_is_said_in_one_language_and_names_what_is_wrong(place: Path, line: str, language: Language) -> None:
    text = told(place, line, language)
    assert dict(wrong_input())[line] in text
    if language == "ja":
        assert JAPANESE.search(text), text
        assert not ENGLISH.search(NO_SENTENCE.sub("", text)), text
    else:
        known = words_of_content(place)
        assert [word for word in JAPANESE.findall(text) if word not in known] == []


@pytest.mark.parametrize("case", BAD_INPUT)
def test_content_that_is_wrong_is_said_in_japanese(tmp_path: Path, case: str) -> None:
    file, old, new, *_ = BAD_INPUT[case]
    spoil(tmp_path, file, old, new)
    text = run(tmp_path, "--lang", "ja", "check", ".")
    assert JAPANESE.search(text), text
    assert not ENGLISH.search(NO_SENTENCE.sub("", text)), text
