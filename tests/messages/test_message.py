from __future__ import annotations

import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.breach import Breach
from docgen.errors import DocgenError, DocgenErrors, DoesNotFit, Position
from docgen.messages import Message, language_of, message
from docgen.messages.catalogue import entries

_ROOT = Path(__file__).resolve().parent.parent.parent
TEXTS = {
    "quoted": {"en": {"what": "no {name!r}"}, "ja": {"what": "{name!r}がありません"}},
    "listed": {"en": {"what": "lines {lines}"}, "ja": {"what": "{lines}行目"}},
    "counted": {"en": {"what": "{count} {count:|row|rows}"}, "ja": {"what": "{count}行"}},
    "formatted": {"en": {"what": "{size:.1f} pt"}, "ja": {"what": "{size:.1f} pt"}},
    "nested": {"en": {"what": "a wrong {kind}"}, "ja": {"what": "{kind}の誤り"}},
    "braces": {"en": {"what": "write {{ values[…] }} or {name}"}, "ja": {"what": "{{ values[…] }}か{name}"}},
    "whole": {
        "en": {"what": "empty", "expected": "a row", "hint": "fill it"},
        "ja": {"what": "空です", "expected": "1行", "hint": "入力してください"},
    },
}


@pytest.fixture(autouse=True)
def _catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.messages.message_text.entry", lambda code: {**entries(), **TEXTS}.get(code))


@pytest.mark.parametrize(
    ("said", "english", "japanese"),
    [
        (message("quoted", name="a"), "no 'a'", "「a」がありません"),
        (message("quoted", name=("a", "b")), "no 'a', 'b'", "「a」、「b」がありません"),
        (message("listed", lines=(3, 8)), "lines 3, 8", "3、8行目"),
        (message("counted", count=1), "1 row", "1行"),
        (message("counted", count=2), "2 rows", "2行"),
        (message("formatted", size=Decimal("7.25")), "7.2 pt", "7.2 pt"),
        (message("nested", kind=message("level-error")), "a wrong error", "エラーの誤り"),
        (message("braces", name="{a}"), "write {{ values[…] }} or {a}", "{{ values[…] }}か{a}"),
    ],
)
def test_a_message_has_a_text_in_each_language(said: Message, english: str, japanese: str) -> None:
    assert (said.text("en"), said.text("ja")) == (english, japanese)


def test_an_error_says_itself_in_the_language_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    error = DocgenError("whole", where=Position("a.yaml", 3, 5))
    assert str(error) == "a.yaml:3:5: empty\n  expected: a row\n  hint: fill it"
    monkeypatch.setenv("DOCGEN_LANG", "ja_JP.UTF-8")
    assert str(error) == "a.yaml:3:5: 空です\n  正しくは: 1行\n  ヒント: 入力してください"
    assert (error.what, error.expected, error.hint) == ("空です", "1行", "入力してください")
    assert error.text("en").startswith("a.yaml:3:5: empty")


def test_a_hint_of_the_case_goes_before_that_of_the_catalogue() -> None:
    error = DocgenError("whole", hint=message("did-you-mean", name="b"))
    assert (error.part("hint", "en"), error.part("hint", "ja")) == ("did you mean 'b'?", "「b」のことでしょうか。")


def test_an_error_may_be_said_in_words_of_ones_own() -> None:
    error = DocgenError.said("no date", where="page roadmap", hint="state one")
    assert error.text("ja") == "page roadmap: no date\n  ヒント: state one"


def test_an_error_at_another_place_says_the_same() -> None:
    error = DocgenError("quoted", where="a", hint=message("did-you-mean", name="b"), name="c").at(Position("a.yaml", 2))
    assert error.text("en") == "a.yaml:2:1: no 'c'\n  hint: did you mean 'b'?"


@pytest.mark.parametrize(
    "error",
    [
        DocgenError("quoted", where=Position("a.yaml", 1), name="a"),
        DocgenErrors([DocgenError("whole")]),
        DoesNotFit(record="I-1", slide="s", slot="body", room=1.0, need=2.0),
    ],
)
def test_an_error_can_be_sent_to_another_process(error: DocgenError) -> None:
    sent = pickle.loads(pickle.dumps(error))
    assert (type(sent), str(sent)) == (type(error), str(error))


def test_a_broken_rule_is_a_value_with_a_text_in_each_language() -> None:
    breach = Breach("quoted", "slide", level="notice", name="a")
    assert pickle.loads(pickle.dumps(breach)) == breach
    assert len({breach, Breach("quoted", "slide", level="notice", name="a")}) == 1
    assert breach.text("en") == "slide: notice: no 'a' [quoted]"
    assert breach.text("ja") == "slide: 注意: 「a」がありません [quoted]"


def test_a_rule_with_several_texts_is_named_before_the_dot() -> None:
    assert Breach("reading-order.column", "slide").code == "reading-order"


@pytest.mark.parametrize(
    ("environment", "stated", "language"),
    [
        ({}, "ja", "ja"),
        ({"DOCGEN_LANG": "ja"}, "en", "en"),
        ({"DOCGEN_LANG": "en", "LC_ALL": "ja_JP.UTF-8"}, None, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, None, "ja"),
        ({"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, None, "en"),
        ({"LANG": "fr_FR.UTF-8"}, None, "en"),
    ],
)
def test_the_first_that_names_a_language_decides(environment: dict[str, str], stated: str | None, language: str) -> None:
    assert language_of(environment, stated) == language


def test_where_the_environment_names_none_the_system_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("Japanese_Japan", "932"))
    assert language_of({}) == "ja"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language_of({}) == "en"


def test_values_are_told_to_programs_in_the_asked_language() -> None:
    said = message("nested", kind=message("level-error"), lines=(3, 8), number=Decimal("7.50"), name=None)
    assert said.plain_values("ja") == {"kind": "エラー", "lines": [3, 8], "number": "7.50", "name": None}


def test_building_does_not_read_the_catalogue() -> None:
    script = (
        "import docgen; from docgen.messages.catalogue import entry;"
        "docgen.build(docgen.load('content/starter')).to_bytes();"
        "print(entry.cache_info().misses)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=_ROOT)
    assert told.stdout == "0\n"


def test_a_word_of_ones_own_for_a_code_is_said_as_it_is() -> None:
    assert DocgenError("nothing", where="page roadmap").text("ja") == "page roadmap: nothing"


def test_words_for_a_code_are_refused_with_the_way_to_say_them() -> None:
    with pytest.raises(ValueError, match=r"words of your own: DocgenError\.said\('no date'\)"):
        DocgenError("no date")
