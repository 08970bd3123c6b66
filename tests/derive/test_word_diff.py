"""Changed words: which pieces of a text are marked against the text of the year before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.derive.word_diff import marked_changes
from docgen.prose.markup import parse, plain

# before, now, now with the changed words in brackets
CASES = (
    ("国際共同研究の推進", "国際共同研究の強化", "国際共同研究の［強化］"),
    ("国際共同研究推進事業", "国際共同研究強化事業", "国際共同研究［強化］事業"),
    ("新拠点の採択", "新拠点の採択と支援の拡充", "新拠点の採択［と支援の拡充］"),
    ("欧州との国際共同研究の検討", "欧州との国際共同研究の実施", "欧州との国際共同研究の［実施］"),
    ("SIP第2期の推進", "SIP第3期の推進", "SIP第［3］期の推進"),
    ("制度の見直し（2021年12月）", "制度の見直し（2022年12月）", "制度の見直し（［2022］年12月）"),
    ("ガイドラインの策定", "ガイドラインの改定と制度の周知", "ガイドラインの［改定と制度の周知］"),
    ("調査及び分析の実施", "調査の実施", "［調査］の実施"),
    ("方策の検討", "方策の検討", "方策の検討"),
    ("大学への支援", "月面探査機の打上げ", "［月面探査機の打上げ］"),
    ("データの公開の検討", "データの利用の開始", "データの［利用の開始］"),
    ("計画の策定と次期SIPの実施", "計画の策定とSIP第3期の実施", "計画の策定と［SIP第3期］の実施"),
    ("調査、分析及び公表", "検討、分析及び報告", "［検討］、分析及び［報告］"),
    ("**重点**の設定", "**重点**の見直し", "**重点**の［見直し］"),
    ("予算は1,744億円", "予算は2,725億円", "予算は［2,725］億円"),
)


@pytest.mark.parametrize(("before", "now", "expected"), CASES)
def test_only_the_changed_words_are_marked(before: str, now: str, expected: str) -> None:
    shown = expected.replace("［", "{red|").replace("］", "}")
    assert marked_changes(now, before, "red") == shown


TEXTS = st.text(st.sampled_from("国際共同研究推進強化のをと、ABC123ァィ（）\\{"), max_size=30).map(
    lambda text: "".join(f"\\{each}" if each in "\\{" else each for each in text)
)


@given(TEXTS, TEXTS)
def test_marks_change_no_word_and_are_always_closed(before: str, now: str) -> None:
    marked = marked_changes(now, before, "red")
    assert plain(marked) == plain(now)
    assert bool([span for span in parse(marked) if span.colour]) == (now != before and bool(now))
