"""A content folder whose sentences name values and facts by short names."""

from __future__ import annotations

from pathlib import Path

from support.small_folder import make_folder

FACTS = """\
- {id: staff, value: {data: scores, column: score, where: {theme: 自動運転}}, unit: 名, period: 2022年末, label: 概算}
- {id: women, value: 124.3名}
- {id: graded, count: {data: scores, where: {grade: A}}, unit: 課題}
- id: both
  sum:
    - {data: scores, column: score, where: {theme: 自動運転}}
    - {data: scores, column: score, where: {theme: 量子}}
  unit: 点
- {id: deaths-2017, value: {data: deaths, column: deaths, where: {year: 2017}}, divide: 1000, decimals: 1, unit: 千人}
- {id: fall, value: "△11.3ポイント", change: true}
"""
_SECOND = """\
id: I-1070
name: 国際共著論文
category: headline
pages:
  - id: share
    messages:
      - 'MESSAGE'
    values:
      - id: share
        name: 割合
        past: {value: 30, unit: "%", period: 2017年, label: 調査}
        latest: {value: 33.2, unit: "%", period: 2022年, label: 調査}
        forecast: {value: 40, unit: "%", period: 2030年, label: 予測}
        target: {text: 増加傾向を維持}
      - {id: top-10.share, name: 上位の割合, latest: {value: 4, unit: "%", period: 2022年}}
      - {id: 5g, name: 基地局, latest: {value: 5, unit: 局, period: 2022年}}
      - id: place
        name: 順位
        rank: true
        better: lower
        past: {value: 25, unit: 位, period: 2017年}
        latest: {value: 35, unit: 位, period: 2022年}
      - {id: deaths, name: 別の死者数, latest: {value: 7, unit: 人, period: 2022年}}
"""
NOTE = "pages/note.yaml"
INDICATOR = "indicators/I-1070.yaml"


def short_names_folder(root: Path, own: str = "論文", elsewhere: str = "文", facts: str = FACTS) -> Path:
    """The small folder with a second indicator with values, with facts, and with a page of its own.

    ``own`` is the message of the second indicator, ``elsewhere`` the message of the page.
    """
    make_folder(root)
    note = f"id: note\nkind: text_page\ntitle: 注\nmessages:\n  - '{elsewhere}'\npanels: [{{id: a, heading: 見出し, points: [点]}}]\n"
    (root / "pages").mkdir()
    (root / NOTE).write_text(note, encoding="utf-8")
    (root / INDICATOR).write_text(_SECOND.replace("MESSAGE", own), encoding="utf-8")
    (root / "facts.yaml").write_text(facts, encoding="utf-8")
    main = root / "compendium.yaml"
    text = main.read_text(encoding="utf-8").replace("{run: precedents}", "{page: note}, {run: precedents}")
    main.write_text(text, encoding="utf-8")
    return root
