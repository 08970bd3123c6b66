"""The catalogue against the code: every code has both languages, and both name what the code gives."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from docgen.messages import LANGUAGES
from docgen.messages.catalogue import CATALOGUE, entries, entries_in

_PACKAGE = Path(__file__).resolve().parent.parent.parent / "docgen"
# What makes messages of the codes that it is given.
_MECHANISM = frozenset({_PACKAGE / "errors.py", _PACKAGE / "breach.py", _PACKAGE / "truth" / "sentence.py"})
_SAYING = frozenset({"DocgenError", "Breach", "breach", "WrongValue", "message", "__init__"})
# A breach of a sentence names the sentence as well.
_OF_ITSELF = {"breach": {"sentence"}}
# What a call gives besides values.
_OTHER = frozenset({"where", "expected", "hint", "level", "spot"})
_CODE = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")
_PARTS = frozenset({"what", "expected", "hint"})
_VALUE = re.compile(r"\{([a-z_]+)(?:!r)?(?::([^{}\s][^{}]*))?\}")
# Several English words in a row that are no code, no command and no name.
_SENTENCE = re.compile(r"[A-Za-z]+(?: [a-z]+){3,}")


@dataclass(frozen=True, slots=True)
class Saying:
    """A place in the code that says something: its file and line, the code, and the names of the values that it gives.

    ``code`` is None where it is not written out; ``plain`` says whether all that is said is of the catalogue.
    """

    place: str
    code: str | None
    values: frozenset[str]
    plain: bool


def sayings_in(path: str, tree: ast.AST) -> Iterator[Saying]:
    """What a module says."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and (name := _called(node.func)) in _SAYING:
            code = _code_in(node.args[0])
            # Not every __init__ is that of an error.
            if name != "__init__" or (code is not None and "-" in code):
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                plain = None not in given and not any(_is_text(given.get(part)) for part in ("expected", "hint"))
                values = {*map(str, given), *_OF_ITSELF.get(name, ())} - _OTHER
                yield Saying(f"{path}:{node.lineno}", code, frozenset(values), plain)


def _code_in(argument: ast.expr) -> str | None:
    """The code that an argument states, None where it states none."""
    text = argument.value if isinstance(argument, ast.Constant) else None
    return text if isinstance(text, str) and _CODE.fullmatch(text) else None


def _is_text(argument: ast.expr | None) -> bool:
    return isinstance(argument, ast.JoinedStr) or (isinstance(argument, ast.Constant) and argument.value is not None)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@cache
def sayings() -> tuple[Saying, ...]:
    return tuple(
        saying
        for path in sorted(_PACKAGE.rglob("*.py"))
        for saying in sayings_in(str(path.relative_to(_PACKAGE)), ast.parse(path.read_text(encoding="utf-8")))
        if saying.code is not None or path not in _MECHANISM
    )


def named_values(texts: Mapping[str, str]) -> frozenset[str]:
    """The values that the parts of an entry name."""
    return frozenset(name for text in texts.values() for name, _ in _VALUE.findall(text))


def test_every_message_has_its_code_written_out_and_an_entry() -> None:
    assert [(saying.place, saying.code) for saying in sayings() if saying.code not in entries()] == []


def test_all_that_is_said_is_in_the_catalogue() -> None:
    assert [saying.place for saying in sayings() if not saying.plain] == []


def test_no_entry_is_unused() -> None:
    assert sorted(entries().keys() - {saying.code for saying in sayings()}) == []


def test_each_code_is_in_one_file_of_the_catalogue_once() -> None:
    # PyYAML takes the last of two equal keys, so the keys are counted in the text.
    codes = Counter(
        code
        for file in CATALOGUE.glob("*.yaml")
        for code in re.findall(r"^([a-z0-9.-]+):", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert [code for code, count in codes.items() if count > 1] == []
    assert set(codes) == set(entries())


def test_every_entry_has_both_languages_with_the_same_parts() -> None:
    wrong = [
        code
        for code, entry in entries().items()
        if set(entry) != set(LANGUAGES) or set(entry["en"]) != set(entry["ja"]) or not set(entry["en"]) <= _PARTS
    ]
    assert wrong == []


def test_every_part_is_text() -> None:
    texts = [(code, text) for code, entry in entries().items() for texts in entry.values() for text in texts.values()]
    assert [(code, text) for code, text in texts if not isinstance(text, str) or not text.strip()] == []


def test_both_languages_name_the_same_values() -> None:
    assert [code for code, entry in entries().items() if named_values(entry["en"]) != named_values(entry["ja"])] == []


def test_both_languages_give_a_value_the_same_form() -> None:
    wrong = [code for code, entry in entries().items() if _forms(entry["en"]) != _forms(entry["ja"])]
    assert wrong == []


def _forms(texts: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The formats of values; English alone tells one from several."""
    found = (match for text in texts.values() for match in _VALUE.findall(text))
    return frozenset((name, form) for name, form in found if form and not form.startswith("|"))


def test_the_values_that_a_text_names_are_those_that_the_code_gives() -> None:
    wrong = [
        (saying.place, saying.code, saying.values ^ named_values(entry["en"]))
        for saying in sayings()
        if (entry := entries().get(saying.code or "")) is not None and saying.values != named_values(entry["en"])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_are_equal(language: str) -> None:
    by_text: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for code, entry in entries().items():
        texts = next(texts for name, texts in entry.items() if name == language)
        # A word of one language may be two of the other: "text" is 文 and 文字列.
        is_word = all(len(text) < 8 for text in texts.values())
        told = [*entry["en"].items(), *entry["ja"].items()] if is_word else texts.items()
        by_text.setdefault(tuple(sorted(told)), []).append(code)
    assert [codes for codes in by_text.values() if len(codes) > 1] == []


def test_no_japanese_text_holds_an_english_sentence() -> None:
    wrong = [
        (code, found.group())
        for code, entry in entries().items()
        for text in entry["ja"].values()
        if (found := _SENTENCE.search(text))
    ]
    assert wrong == []


def test_what_a_module_says_is_found() -> None:
    source = 'raise DocgenError("no-row", where=place, hint=message("did-you-mean", name=near), table=table)'
    assert {(saying.code, saying.values, saying.plain) for saying in sayings_in("a.py", ast.parse(source))} == {
        ("no-row", frozenset({"table"}), True),
        ("did-you-mean", frozenset({"name"}), True),
    }


@pytest.mark.parametrize(
    ("source", "code", "plain"),
    [
        ('DocgenError("there is no row")', None, True),
        ('DocgenError(f"{table} is empty")', None, True),
        ("Breach(code, slide.id)", None, True),
        ('DocgenError("no-row", hint="add one")', "no-row", False),
        ('DocgenError("no-row", expected=f"one of {names}")', "no-row", False),
        ('DocgenError("no-row", **values)', "no-row", False),
    ],
)
def test_words_that_are_not_in_the_catalogue_are_found(source: str, code: str | None, plain: bool) -> None:
    (saying,) = sayings_in("a.py", ast.parse(source))
    assert (saying.code, saying.plain) == (code, plain)


def test_an_entry_may_be_a_phrase_alone(tmp_path: Path) -> None:
    file = tmp_path / "room.yaml"
    file.write_text("noun-dataset: {en: dataset, ja: データ}\n", encoding="utf-8")
    assert entries_in(file) == {"noun-dataset": {"en": {"what": "dataset"}, "ja": {"what": "データ"}}}
