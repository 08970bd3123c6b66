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
        "https://例え.jp/統計?年=2023", "mailto:info@example.go.jp?subject=統計", "tel:03-5253-2111", "tel:+81352532111",
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
        ("ftp://example.go.jp/", "broken-link", ""),
        ("https://", "broken-link.address", "https://"),
        ("http://[bad", "broken-link.address", "https://"),
        ("https://example.go.jp:port/", "broken-link.address", "https://"),
        ("mailto:info", "broken-link.address", "https://"),
        ("tel:代表", "broken-link.address", "https://"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error_with_its_place(target: str, code: str, hint: str, tmp_path: Path) -> None:
    (breach,) = found(target, tmp_path)
    assert (breach.message.code, breach.level) == (code, "error")
    assert str(breach.where).endswith(f"{INDICATOR}:6:18")
    assert hint in breach.hint


def test_a_source_has_an_address_that_can_be_followed(tmp_path: Path) -> None:
    make_folder(tmp_path, sources="- {id: npa, text: 警察庁, url: 'https://'}\n- {id: study, text: 評価, url: 'https://a.go.jp'}\n")
    compendium = docgen.load(tmp_path)
    (breach,) = links_lead_somewhere(compendium, derive(compendium))
    assert str(breach.where).endswith("sources.yaml:1:29")


@pytest.mark.parametrize("target", ["mailto:info@example.go.jp", "tel:03-5253-2111"])
def test_mail_and_telephone_are_links_on_the_slide(target: str, tmp_path: Path) -> None:
    data = docgen.build(docgen.load(folder(target, tmp_path))).to_bytes()
    with zipfile.ZipFile(BytesIO(data)) as package:
        texts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".rels")]
    assert sum(f'Target="{target}"' in text for text in texts) == 1
