"""Sentences as pages print them, and edited ones made templates again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from support.small_folder import make_folder

from docgen.derive.desk import Desk
from docgen.forms.content import form_content
from docgen.forms.sentences import printed, template_again
from docgen.pipeline import load, pack_of

PATH = ("indicators", "I-1065", "pages", 0, "messages", 0)
PAST, LATEST = '{{ values["I-1065"].deaths.past }}', '{{ values["I-1065"].deaths.latest }}'
TEMPLATE = f"死者数は{PAST}から{LATEST}に減少"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = make_folder(tmp_path_factory.mktemp("content"))
    return form_content(load(folder), pack_of("cabinet_office")).desk


EDITED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("死者数は3,694人から2,610人へ激減", f"死者数は{PAST}から{LATEST}へ激減", ()),
    ("3,694人が2,610人に", f"{PAST}が{LATEST}に", ()),
    ("死者数は2,610人に減少", f"死者数は{LATEST}に減少", ("3,694人",)),
    ("死者数は減少", "死者数は減少", ("3,694人", "2,610人")),
    ("死者数は13,694人から2,610人に減少", f"死者数は13,694人から{LATEST}に減少", ("3,694人",)),
    (f"死者数は{LATEST}に減少", f"死者数は{LATEST}に減少", ()),
)


@pytest.mark.parametrize(("answer", "template", "lost"), EDITED)
def test_what_an_expression_prints_is_the_expression_again(
    desk: Desk, answer: str, template: str, lost: tuple[str, ...]
) -> None:
    assert template_again(answer, TEMPLATE, PATH, desk) == (template, lost)


def test_a_setting_before_the_sentence_stays_with_what_uses_it(desk: Desk) -> None:
    template = '{% set now = values["I-1065"].deaths %}今は{{ now.latest }}'
    assert printed(template, PATH, desk) == "今は2,610人"
    assert template_again("最新は2,610人である", template, PATH, desk) == (
        '{% set now = values["I-1065"].deaths %}最新は{{ now.latest }}である',
        (),
    )
    assert template_again("不明", template, PATH, desk) == ("不明", ("2,610人",))


def test_a_sentence_with_conditions_is_shown_and_taken_as_it_is_written(desk: Desk) -> None:
    template = '{% if values["I-1065"].deaths.latest.quantity.value < 1 %}なし{% endif %}'
    assert printed(template, PATH, desk) == template
    assert template_again("新しい文", template, PATH, desk) == ("新しい文", ())


def test_a_sentence_without_numbers_from_the_data_is_the_answer_itself(desk: Desk) -> None:
    assert template_again("新しい文", "古い文 3,694人", PATH, desk) == ("新しい文", ())


WORDS = some.text(some.sampled_from("死者数は、減少した。～（）ab"), max_size=8)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_words_around_the_numbers_may_be_any(desk: Desk, before: str, between: str, after: str) -> None:
    new, lost = template_again(f"{before}3,694人{between}2,610人{after}", TEMPLATE, PATH, desk)
    assert (new, lost) == (f"{before}{PAST}{between}{LATEST}{after}", ())
