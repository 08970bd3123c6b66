"""A list of terms in prh's form is read with its imports and examples; what is wrong in it has its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from docgen.bearing.evidence import Evidence, Statement
from docgen.cli import main
from docgen.errors import DocgenErrors
from docgen.reading.house_terms import house_terms
from docgen.truth.house_terms import terms_as_listed
from docgen.truth.sentence import sentences


def listed(folder: Path, text: str, name: str = "terms.yaml") -> Path:
    path = folder / name
    path.write_text(f"version: 1\n{text}", encoding="utf-8")
    return path


def corrected(path: Path, text: str) -> str:
    for term in house_terms(path):
        text = term.corrected(text)
    return text


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("{expected: 及び, pattern: および}", "産業および科学", "産業及び科学"),
        ("{expected: 及び, pattern: および}", "産業及び科学", "産業及び科学"),
        ("Cookie", "ＣＯＯＫＩＥとcookie", "CookieとCookie"),
        ("{expected: ハードウェア, patterns: [ハードウエアー, ハードウエア]}", "ハードウエアーとハードウエア", "ハードウェアとハードウェア"),
        ("{expected: （$1）, pattern: '/\\(([^)]+)\\)/'}", "(注)と（注）", "（注）と（注）"),
        ("{expected: ソフトウェア, pattern: /(日経)?ソフトウエア/, regexpMustEmpty: $1}", "日経ソフトウエアとソフトウエア", "日経ソフトウエアとソフトウェア"),
        ("{expected: サーバー, pattern: サーバ}", "サーバとサーバー", "サーバーとサーバー"),
        ("{expected: js, options: {wordBoundary: true}}", "a JS b altJS", "a js b altJS"),
        ("{expected: Web, pattern: /web/i}", "WEBとweb", "WebとWeb"),
        ("{expected: 年/月, pattern: '/年\\/つき/'}", "年/つき", "年/月"),
        ("{expected: a$$b, pattern: ab}", "ab", "a$b"),
    ],
)
def test_other_spellings_become_what_is_expected(tmp_path: Path, rule: str, text: str, right: str) -> None:
    assert corrected(listed(tmp_path, f"rules:\n  - {rule}\n"), text) == right


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("rules: 及び\n", 2, "terms-rules-no-list"),
        ("rules:\n  - pattern: および\n", 3, "terms-without-expected"),
        ("rules:\n  - expected: 及び\n    patern: および\n", 4, "terms-unknown-key"),
        ("rules:\n  - expected: 及び\n    pattern: /お(よび/\n", 4, "terms-bad-pattern"),
        ("rules:\n  - expected: 及び\n    pattern: /(x)?および/\n    regexpMustEmpty: $2\n", 5, "terms-no-group"),
        ("rules:\n  - expected: ($2)\n    pattern: /(x)/\n", 3, "terms-no-group"),
        ("rules:\n  - expected: 及び\n    pattern: および\n    specs:\n      - {from: および, to: および}\n", 6, "terms-spec-failed"),
        ("rules:\n  - expected: 及び\n    pattern: および\n    specs:\n      - {from: および}\n", 6, "terms-spec-incomplete"),
        ("imports:\n  - none.yaml\n", 3, "terms-import-missing"),
        ("imports: terms.yaml\n", 2, "terms-import-circle"),
        ("imports:\n  - {disableImports: true}\n", 3, "terms-import-without-path"),
        ("rule: []\n", 2, "terms-unknown-key"),
    ],
)
def test_what_is_wrong_in_a_list_has_its_line(tmp_path: Path, text: str, line: int, code: str) -> None:
    with pytest.raises(DocgenErrors) as raised:
        house_terms(listed(tmp_path, text))
    assert [(error.code, error.where.line) for error in raised.value.errors] == [(code, line)]  # type: ignore[union-attr]


def test_a_list_without_a_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(DocgenErrors, match="version"):
        house_terms(path)


def test_imports_come_first_and_may_leave_rules_and_further_imports_out(tmp_path: Path) -> None:
    listed(tmp_path, "rules:\n  - {expected: Web, pattern: ウェブ}\n", "deep.yaml")
    listed(tmp_path, "imports: deep.yaml\nrules:\n  - {expected: 及び, pattern: および}\n  - Cookie\n", "other.yaml")
    text = "imports:\n  - {path: other.yaml, disableImports: true, ignoreRules: [{expected: Cookie}]}\nrules: [ID]\n"
    assert [term.expected for term in house_terms(listed(tmp_path, text))] == ["及び", "ID"]
    assert [term.expected for term in house_terms(listed(tmp_path, "imports: other.yaml\n"))] == ["Web", "及び", "Cookie"]


def test_a_sentence_is_told_with_the_words_and_the_note(tmp_path: Path) -> None:
    terms = house_terms(listed(tmp_path, "rules:\n  - {expected: 及び, pattern: および, prh: 公用文の用字}\n"))
    read = list(sentences(Statement("第１期である。産業および科学。")))
    [breach] = terms_as_listed(read, Evidence(terms=terms))
    assert breach.spot is not None
    assert (breach.spot.words, breach.hint, breach.level) == ("および", "公用文の用字", "notice")


def test_the_command_holds_a_deck_against_a_list(tmp_path: Path) -> None:
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[5]).shapes.title.text = "産業および科学"
    presentation.save(str(tmp_path / "a.pptx"))
    path = listed(tmp_path, "rules:\n  - {expected: 及び, pattern: および}\n")
    run = CliRunner().invoke(main, ["check", str(tmp_path / "a.pptx"), "--terms", str(path), "--lang", "ja"])
    assert "「および」は、用語の一覧では「及び」です" in run.output
    wrong = CliRunner().invoke(main, ["check", str(tmp_path), "--terms", str(path)])
    assert wrong.exit_code == 2
