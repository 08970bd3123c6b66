"""The 28 kinds of slide of the compendium: each in a file of its own whose docstring shows its record.

The example runs as it is written, and its record composes alone, in two packs that differ in all they can, without
breaking a rule.
"""

from __future__ import annotations

import doctest
import functools
import importlib
from pathlib import Path
from typing import Any

import pytest
from support.real_deck import ROOT, pack_name, ready_fy2023

import docgen
from docgen.checks.check import check_placed
from docgen.slides.registry import CORE_BUILDERS

FOLDERS = (ROOT / "layouts" / "cabinet_office", ROOT / "tests" / "layouts" / "wide")

# The kinds, with the file of each builder in docgen/slides.
KINDS = {
    "cover": "cover",
    "contents": "contents",
    "divider": "divider",
    "logic_chart": "logic_chart",
    "goal_summary": "goal_summary",
    "overall_summary": "overall_summary",
    "method_flow": "method_flow",
    "indicator_list": "indicator_list",
    "indicator_detail": "indicator_detail",
    "no_data": "no_data",
    "indicator_overview": "indicator_overview",
    "additional_list": "additional_list",
    "additional_overview": "additional_overview",
    "chart_page": "chart_page",
    "member_list": "member_list",
    "map": "map_page",
    "infographic": "infographic",
    "table_page": "table_page",
    "ranking": "ranking",
    "survey_table": "survey_table",
    "survey_donut": "survey_donut",
    "program_profile": "program_profile",
    "measure_chart": "measure_chart",
    "kpi_table": "kpi_table",
    "text_page": "text_page",
    "measure_overview": "measure_overview",
    "prior_study": "prior_study",
    "factor_analysis": "factor_analysis",
}


@functools.cache
def example(module: str) -> dict[str, Any]:
    """What the example in a builder's docstring defines, run as it is written."""
    name = f"docgen.slides.{module}"
    test = doctest.DocTestParser().get_doctest(
        str(importlib.import_module(name).__doc__), {}, name, f"{module}.py", 0
    )
    assert test.examples, f"{name} shows no record"
    outcome = doctest.DocTestRunner(verbose=False).run(test, clear_globs=False)
    assert outcome.failed == 0
    return test.globs


def test_there_are_28_kinds_each_with_a_builder_of_its_own() -> None:
    builders = {builder.kind: Path(builder.place.file).stem for builder in CORE_BUILDERS}
    assert len(KINDS) == len(set(KINDS.values())) == 28
    assert {kind: builders[kind] for kind in KINDS} == KINDS


def test_the_real_deck_has_pages_of_every_kind() -> None:
    shown = {page.kind for page in ready_fy2023().pages}
    assert set(KINDS) <= shown
    assert shown - set(KINDS) == {"repeated"}


@pytest.mark.parametrize("folder", FOLDERS, ids=pack_name)
@pytest.mark.parametrize("kind", KINDS)
def test_the_record_of_its_docstring_composes_alone(kind: str, folder: Path) -> None:
    record = example(KINDS[kind])["record"]
    chosen = {"kind": kind} if kind.startswith("additional") else {}
    built = docgen.Deck(layout=folder).add(record, **chosen).build()
    assert [slide.kind.removesuffix("_2") for slide in built.placed.slides] == [kind]
    assert check_placed(built.placed, built.pack) == ()
