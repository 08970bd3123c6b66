"""Inline markup: what each form gives, nesting, literals, and what is wrong with bad markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.placed import Run
from docgen.prose.markup import Span, parse, plain
from docgen.typeset.markup import to_runs


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        ("国費", (Span("国費"),)),
        ("**国費**と地方費", (Span("国費", bold=True), Span("と地方費"))),
        ("{red|減少}した", (Span("減少", colour="red"), Span("した"))),
        ("CO{^|2}", (Span("CO"), Span("2", superscript=True))),
        ("{>I-1065|死亡者数}", (Span("死亡者数", link="I-1065"),)),
        ("{>https://www.cao.go.jp/?a=1&b=2|内閣府}", (Span("内閣府", link="https://www.cao.go.jp/?a=1&b=2"),)),
        ("一{/}二\n三", (Span("一\n二\n三"),)),
        ("{red|減{^|注}**大**}", (
            Span("減", colour="red"),
            Span("注", colour="red", superscript=True),
            Span("大", colour="red", bold=True),
        )),
        (r"\{red\|a\} \*\* \\", (Span(r"{red|a} ** \\"[:-1]),)),
        ("5*3|2", (Span("5*3|2"),)),
        (r"C:\data", (Span(r"C:\data"),)),
        ("****", ()),
    ],
)  # fmt: skip
def test_markup_gives_spans(text: str, spans: tuple[Span, ...]) -> None:
    assert parse(text) == spans


def test_runs_take_what_the_markup_leaves_open() -> None:
    runs = to_runs("国{red|費}", size=9, colour="navy", bold=True, font="heading")
    assert runs == (
        Run("国", 9, bold=True, colour="navy", font="heading"),
        Run("費", 9, bold=True, colour="red", font="heading"),
    )


def test_plain_text_is_without_markup() -> None:
    assert plain(r"**国{red|費}**{/}\{x\}") == "国費\n{x}"


@pytest.mark.parametrize(
    ("text", "what", "character"),
    [
        ("あ**い", "'**' is not closed", 2),
        ("あ{red|い", "'{red|' is not closed", 2),
        ("あい}う", "'}' closes no markup", 3),
        ("あ{red|**い}", "'**' is not closed before '}'", 7),
        ("あ**{red|い**}", "'**' is not closed before '}'", 10),
        ("{あ|い}", "{あ| is not known", 1),
        ("{red い}", "a brace begins no markup", 1),
        ("{>|い}", "{>| is not known", 1),
    ],
)
def test_bad_markup_is_an_error_that_says_where(text: str, what: str, character: int) -> None:
    with pytest.raises(DocgenError) as caught:
        parse(text)
    assert what in caught.value.what
    assert f"at character {character} " in caught.value.what
    assert caught.value.hint


@given(st.text())
def test_any_text_is_parsed_or_refused_with_an_error_for_its_user(text: str) -> None:
    try:
        spans = parse(text)
    except DocgenError:
        with pytest.raises(DocgenError, match="at character"):
            parse(text)
    else:
        assert all(span.text for span in spans)


@given(st.text())
def test_an_escaped_text_is_itself(text: str) -> None:
    escaped = "".join("\\" + c if c in "{}|*\\" else c for c in text)
    assert plain(escaped) == text
