"""Every rule is explained: what it means, why, an example, how a breach is mended, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.every_case import every_case
from support.source_trees import tree_of

from docgen.cli import main
from docgen.errors import DocgenError
from docgen.messages import LANGUAGES, Language
from docgen.review.explain import explained
from docgen.review.rules import Rule, rule_groups, rules_of, written

_PACKAGE = Path(__file__).resolve().parents[2] / "docgen"
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
# Said of other things than content and decks: returned forms, layout packs, what people accepted.
_OF_OTHERS = ("forms", "layout", "review")


def rules() -> list[Rule]:
    return [rule for group in rule_groups().values() for rule in group]


def _makes_a_breach(function: ast.expr) -> bool:
    return getattr(function, "id", "") == "Breach" or getattr(function, "attr", "") == "breach"


def said_codes() -> Iterator[tuple[str, str]]:
    """The code of every breach that docgen makes, with its room."""
    for path in _PACKAGE.rglob("*.py"):
        # Walking all modules takes long, and few of them make a breach.
        for node in ast.walk(tree_of(path)) if "reach(" in path.read_text(encoding="utf-8") else ():
            if isinstance(node, ast.Call) and _makes_a_breach(node.func) and node.args:
                first = node.args[0]
                for part in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(part, ast.Constant):
                        yield str(part.value).partition(".")[0], path.relative_to(_PACKAGE).parts[0]


def test_every_code_of_a_breach_is_that_of_a_rule() -> None:
    known = {code for rule in rules() for code in rule.codes}
    said = set(said_codes())
    missing = {code for code, room in said if room not in _OF_OTHERS} - known
    assert missing == set(), "name its rule, codes and texts in the rules.yaml beside it"
    assert known - {code for code, _ in said} == set()


@every_case("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_is_told_in_both_languages(rule: Rule) -> None:
    assert rule.codes, "name it in the rules.yaml beside its file"
    for texts in (rule.means, rule.why, rule.example, rule.mend):
        assert all(texts[language].strip() for language in LANGUAGES)
    for texts in (rule.means, rule.why, rule.mend):
        assert _JAPANESE.search(texts["ja"])
        assert texts["ja"].endswith("。")


def test_nothing_is_told_of_a_rule_that_is_not_there() -> None:
    told = {name for file in _PACKAGE.rglob("rules.yaml") for name in written(file.parent)}
    assert told - {rule.function.__name__ for rule in rules()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_has_all_rules_of_its_code_and_what_is_said(language: Language) -> None:
    text = explained("one-fact-two-values", language)
    for rule in rules_of("one-fact-two-values"):
        assert rule.means[language] in text
        assert rule.mend[language] in text
    assert text.count("<other>") == 3


def test_a_code_of_no_rule_is_refused_with_one_like_it() -> None:
    with pytest.raises(DocgenError) as error:
        explained("total-not-summ", "en")
    assert error.value.hint == "did you mean 'total-not-sum'?"


@pytest.mark.parametrize(("code", "status"), [("title", 0), ("titel", 2), ("", 2)])
def test_the_command_explains_without_content(code: str, status: int) -> None:
    result = CliRunner().invoke(main, ["check", "--explain", code, "--lang", "ja"])
    assert result.exit_code == status
    assert ("対処: " in result.stdout) is (status == 0)
