"""What commands say while they work, on a terminal. It is said without the catalogue, whose reading takes time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

from docgen.messages import current_language

T = TypeVar("T")

Stage = Literal[
    "reading the content", "composing the pages", "writing the deck", "checking the pages", "comparing", "merging",
    "writing the slide", "drawing the pages", "drawing the sheet", "gathering what is to do", "tracing",
    "rolling the content", "reading the new folder", "writing the form", "reading the forms",
    "reading the data", "drawing the kinds", "writing the findings", "binding", "checking the file",
    "writing the report",
]  # fmt: skip

JAPANESE: Mapping[Stage, str] = {
    "reading the content": "コンテンツを読み込んでいます",
    "composing the pages": "ページを組んでいます",
    "writing the deck": "資料を書き出しています",
    "checking the pages": "点検しています",
    "checking the file": "ファイルを点検しています",
    "comparing": "比べています",
    "merging": "手作業の修正を取り込んでいます",
    "writing the report": "報告を書き出しています",
    "writing the slide": "変更点のスライドを書き出しています",
    "drawing the pages": "ページの画像を作っています",
    "drawing the sheet": "見本の画像を作っています",
    "gathering what is to do": "作業を洗い出しています",
    "tracing": "根拠をたどっています",
    "rolling the content": "翌年度のフォルダーを作っています",
    "reading the new folder": "新しいフォルダーを読み込んでいます",
    "writing the form": "記入票を作っています",
    "reading the forms": "記入票を読み込んでいます",
    "reading the data": "データファイルを読み込んでいます",
    "writing the findings": "指摘を書き出しています",
    "binding": "文の数値をデータと結び付けています",
    "drawing the kinds": "各種類の画像を作っています",
}


def progress(stage: Stage, work: Callable[[], T]) -> T:
    """The result of ``work``; the stage's name stands on the terminal while it runs, where somebody looks at one."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    with Console(stderr=True).status(JAPANESE[stage] if current_language() == "ja" else stage):
        return work()
