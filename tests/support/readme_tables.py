"""Tables of the READMEs that are made from the code: the keys of records, the rules of check."""

from __future__ import annotations

import inspect
import os
from collections.abc import Mapping
from pathlib import Path

from docgen import model
from docgen.kinds.keys import keys_of
from docgen.messages import Language, text_of
from docgen.model.acceptance import Acceptance
from docgen.model.fact import ListedFact
from docgen.model.record import Record
from docgen.review.rules import Rule, rule_groups
from support.processes import ROOT

RECORDS: Mapping[str, type[Record]] = {
    "compendium.yaml": model.Compendium,
    "compendium.yaml: sections": model.Section,
    "compendium.yaml: sections: pages": model.PageEntry,
    "compendium.yaml: analysis_items": model.AnalysisItem,
    "compendium.yaml: logic_elements": model.LogicElement,
    "accepted.yaml": Acceptance,
    "sources.yaml": model.Source,
    "facts.yaml": ListedFact,
    "indicators/": model.Indicator,
    "indicators/: pages": model.IndicatorPage,
    "indicators/: pages: values": model.IndicatorValue,
    "indicators/: pages: values: series": model.ValueSeries,
    "indicators/: pages: values: latest, past, forecast": model.Observation,
    "indicators/: pages: values: target": model.Target,
    "findings/": model.Finding,
    "measures/": model.MeasureChart,
    "measures/: measures": model.Measure,
    "budget_lines.yaml": model.BudgetLine,
    "precedents/": model.Precedent,
    "precedents/: excerpt": model.ExcerptSection,
    "candidates/": model.Candidate,
    "figures": model.Figure,
    "figures: series": model.SeriesSpec,
    "tables": model.Table,
    "tables: columns": model.TableColumn,
}
"""The records that authors meet, by where they stand in a content folder."""


def key_tables(language: Language) -> str:
    """The keys of each record with what they take and mean."""
    return "\n\n".join(f"### `{place}`\n\n{_keys(record, language)}" for place, record in _all_records().items()) + "\n"


def _all_records() -> Mapping[str, type[Record]]:
    """The records that authors meet, behind each those within it that have no table yet."""
    found: dict[str, type[Record]] = {}
    told = {model.Compendium, model.Dataset, *RECORDS.values()}
    for place, record in RECORDS.items():
        found[place] = record
        waiting = [(place, key) for key in keys_of(record)]
        while waiting:
            around, key = waiting.pop(0)
            if key.inner is not None and key.inner not in told:
                told.add(key.inner)
                inner = f"{around}: {key.name}"
                found[inner] = key.inner
                waiting += [(inner, each) for each in keys_of(key.inner)]
    return found


def _keys(record: type[Record], language: Language) -> str:
    head = {"en": "| Key | Takes | |", "ja": "| キー | 値 | 意味 |"}[language]
    rows = [
        f"| `{key.name}`{' *' if key.required else ''} | {_cell(text_of(key.takes, language))} | {_cell(key.meaning[language])} |"
        for key in keys_of(record)
    ]
    return "\n".join([head, "|---|---|---|", *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def rule_table() -> str:
    """The rules of check, as their docstrings tell them, by what they look at."""
    tables = (f"## {name}\n\n" + "\n".join(map(_rule, rules)) for name, rules in rule_groups().items())
    return "\n\n".join(tables) + "\n"


def _rule(rule: Rule) -> str:
    file = inspect.getsourcefile(rule.function)
    assert file is not None
    link = os.path.relpath(file, ROOT / "docgen" / "checks").replace(os.sep, "/")
    codes = ", ".join(f"`{code}`" for code in rule.codes)
    return f"- **{rule.name}** ({codes}; [{Path(file).name}]({link})): {rule.means['en']}"


if __name__ == "__main__":
    # From the top folder, with tests/ on the path: the list of rules of docgen/checks/README.md, written anew.
    readme = ROOT / "docgen" / "checks" / "README.md"
    before = readme.read_text(encoding="utf-8").partition("\n\n## ")[0]
    readme.write_text(f"{before}\n\n{rule_table()}", encoding="utf-8")
