"""A link that leads nowhere is an error with its place; one that leads out of the deck is followed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from support.small_folder import FILES, make_folder

import docgen
from docgen.breach import Breach
from docgen.checks.link_rule import links_lead_somewhere
from docgen.derive import derive
from docgen.errors import DocgenError, DocgenErrors

INDICATOR = "indicators/I-1070.yaml"


def folder(target: str, root: Path) -> Path:
    make_folder(root)
    text = FILES[INDICATOR].replace("[国際共著論文の割合]", f"['割合（{{>{target}|参照}}）']")
    assert text != FILES[INDICATOR]
    (root / INDICATOR).write_text(text, encoding="utf-8")
    return root


def found(target: str, root: Path) -> list[Breach]:
    compendium = docgen.load(folder(target, root))
    return list(links_lead_somewhere(compendium, derive(compendium)))


@pytest.mark.parametrize(
    "target",
    [
        "I-1065/traffic", "measures/measures-1", "overview/strategy", "https://www.cao.go.jp/", "http://localhost:8000/a",
        "https://例え.jp/統計?年=2023", "mailto:info@example.go.jp?subject=統計",
    ],
)  # fmt: skip
def test_a_link_to_a_page_or_an_address_is_right(target: str, tmp_path: Path) -> None:
    assert found(target, tmp_path) == []


@pytest.mark.parametrize(
    ("target", "code", "hint"),
    [
        ("I-1065/trafic", "broken-link", "I-1065/traffic"),
        ("no-such-page", "broken-link", ""),
        ("www.example.go.jp", "broken-link", "https://www.example.go.jp"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_with_its_place(target: str, code: str, hint: str, tmp_path: Path) -> None:
    (breach,) = found(target, tmp_path)
    assert (breach.message.code, breach.level) == (code, "error")
    assert str(breach.where).endswith(f"{INDICATOR}:6:18")
    assert hint in breach.hint


@pytest.mark.parametrize(
    "target",
    [
        "ftp://example.go.jp/", "https://", "http://[bad", "https://example.go.jp:port/", "mailto:info", "tel:03-5253-2111",
        "javascript:alert(1)", "FILE:///c/x", "https://user:secret@example.go.jp/", "https://example.go.jp/a b",
        r"https://example.go.jp\\@example.com/", "mailto:info@example.go.jp?attach=a", "two words",
    ],
)  # fmt: skip
def test_an_address_that_nothing_may_follow_is_refused_at_its_place(target: str, tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        docgen.load(folder(target, tmp_path))
    (error,) = caught.value.errors if isinstance(caught.value, DocgenErrors) else (caught.value,)
    assert str(error.where).endswith(f"{INDICATOR}:6:18")


def test_an_address_of_a_template_is_refused_once_it_is_rendered(tmp_path: Path) -> None:
    root = folder('{{ "java" }}script:alert(1)', tmp_path)
    with pytest.raises(DocgenError, match=f"{INDICATOR}:6:1[0-9]"):
        docgen.build(docgen.load(root))


def test_a_source_has_an_address_that_can_be_followed(tmp_path: Path) -> None:
    make_folder(tmp_path, sources="- {id: npa, text: 警察庁, url: 'https://'}\n- {id: study, text: 評価, url: 'https://a.go.jp'}\n")
    with pytest.raises(DocgenError, match=r"sources.yaml:1:29"):
        docgen.load(tmp_path)


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("mailto:info@example.go.jp", "mailto:info@example.go.jp"),
        ("https://例え.jp/統計", "https://xn--r8jz45g.jp/%E7%B5%B1%E8%A8%88"),
        ("HTTP://www.example.go.jp:8080/50%", "http://www.example.go.jp:8080/50%25"),
    ],
)
def test_a_link_stands_on_the_slide_as_files_have_it(target: str, written: str, tmp_path: Path) -> None:
    data = docgen.build(docgen.load(folder(target, tmp_path))).to_bytes()
    with zipfile.ZipFile(BytesIO(data)) as package:
        texts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".rels")]
    assert sum(f'Target="{written}"' in text for text in texts) == 1
