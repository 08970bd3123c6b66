"""A small content folder that is right in every file, for tests to read and to spoil."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "compendium.yaml": """\
title: 小さなデータ集
fiscal_year: 2023
published: 2024年2月
organisation: 試験部局
plan_name: 第6期基本計画
show_ids: true
analysis_items:
  - {id: strategy, number: 1, name: 戦略策定}
logic_elements:
  - id: social-issues
    item: strategy
    name: 社会課題の解決が進む
    indicators:
      - {indicator: I-1065, viewpoints: [年齢別]}
      - {indicator: I-1070}
  - {id: foresight, item: strategy, name: 未来社会像が作成される}
sections:
  - id: front
    pages: [{kind: cover}, {kind: contents}]
  - id: a1
    mark: A-1
    title: 目標が達成されているか。
    subtitle: 達成状況分析
    running: A-1 目標が達成されているか。
    footer: A-1 達成状況分析
    pages: [{kind: divider}]
    sections:
      - id: a1-existing
        mark: ①
        title: 既存指標
        pages:
          - {kind: indicator_list, item: strategy}
          - {run: indicators, item: strategy}
          - {kind: indicator_overview, item: strategy}
  - id: a2
    mark: A-2
    title: 施策が実施されているか。
    pages: [{run: measure_charts}]
  - id: a3
    mark: A-3
    title: 要因は何か。
    pages: [{kind: divider}, {run: precedents}]
measure_notes:
  - text: 主な施策を掲載している。
""",
    "sources.yaml": """\
- {id: npa, text: 警察庁「交通事故統計」}
- {id: study, text: 評価委員会（2022）}
""",
    "data.yaml": """\
- {id: deaths, file: data/deaths.csv, source: npa}
- {id: budgets, file: data/budgets.csv}
- {id: scores, file: data/scores.csv}
""",
    "data/deaths.csv": """\
year,deaths,remark
2017,3694,
2018,3532,
2019,3215,
2020,2839,
2021,2636,
2022,2610,速報
""",
    "data/budgets.csv": """\
measure,fiscal_year,kind,amount,unit
月面探査,2022,執行額,2960,百万円
月面探査,2023,予算額・執行額,45,億円
月面探査,2024,概算要求,4960,百万円
""",
    "data/scores.csv": """\
theme,score,grade
自動運転,248.6,A
量子,231.0,B
""",
    "indicators/I-1065.yaml": """\
id: I-1065
name: 社会課題関連指標
category: reference
pages:
  - id: traffic
    messages:
      - '死者数は{{ values["I-1065"].deaths.past }}から**{{ values["I-1065"].deaths.latest }}**に減少'
    values:
      - id: deaths
        name: 交通事故死者数
        better: lower
        past:
          value: {data: deaths, column: deaths, where: {year: 2017}}
          unit: 人
          period: 2017年
        latest:
          value: {data: deaths, column: deaths, where: {year: 2022}}
          unit: 人
          period: 2022年
        target: {value: 2000, unit: 人, due: 2025年}
    figures:
      - id: deaths
        title: 交通事故死者数の推移
        data: deaths
        x: year
        x_suffix: 年
        series:
          - {name: 交通事故死者数, column: deaths}
        unit: 人
    notes:
      - text: 24時間以内の死者数。
    sources: [npa]
""",
    "indicators/I-1070.yaml": """\
id: I-1070
name: 国際共著論文
category: headline
pages:
  - id: share
    definition: [国際共著論文の割合]
""",
    "findings/strategy.yaml": """\
- id: deaths-fall
  element: social-issues
  indicator: I-1065
  points:
    - '死者数は{{ values["I-1065"].deaths.percent_change|absolute }}減少。'
  rests_on: [I-1065/traffic]
""",
    "budget_lines.yaml": """\
- {id: moon, name: 月面探査, data: budgets}
""",
    "measures/measures-1.yaml": """\
id: measures-1
mark: ①
title: 研究開発の推進
item: strategy
plan_items:
  - {id: P1, text: 月面探査の推進}
measures:
  - id: M1
    text: '探査機の開発（{{ budgets["moon"][2023] }}）'
    status: continuing
    plan_items: [P1]
  - {id: M2, text: 国際協力の検討}
budgets:
  - {line: moon, relates_to: [M1]}
""",
    "precedents/study-1.yaml": """\
id: study-1
number: 1
title: 課題の評価
author: 評価委員会
year: 2022
facts:
  driving: {value: {data: scores, column: score, where: {theme: 自動運転}}, unit: 点}
  full: {value: 315, unit: 点}
outline:
  - '{{ facts.full }}満点で評価'
conclusions:
  - text: 自動運転は{{ facts.driving }}
    details: [高い評価]
excerpt:
  - id: scores
    heading: 評価の結果
    table:
      id: scores
      data: scores
      columns: [{heading: 課題, column: theme}, {heading: 得点, column: score, unit: 点}]
sources: [study]
""",
}


def make_folder(root: Path, **changes: str | None) -> Path:
    """Write the folder into ``root``.

    ``changes`` are whole files by name, with ``__`` for a slash and without their suffix; None leaves
    the file out.
    """
    files: dict[str, str | None] = dict(FILES)
    for name, text in changes.items():
        files[_file(name)] = text
    for name, text in files.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def spoil(root: Path, file: str, old: str, new: str) -> Path:
    """The folder with one passage of a file replaced; the passage must be there once."""
    text = FILES[file]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    make_folder(root)
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    return root


def _file(name: str) -> str:
    path = name.replace("__", "/")
    return next((file for file in FILES if file.rsplit(".", 1)[0] == path), path)
