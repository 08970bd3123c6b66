"""A page names the sources of the data it was read from: of several tables in a workbook, of these alone."""

from __future__ import annotations

from pathlib import Path

import docgen

STARTER = Path(__file__).resolve().parent.parent.parent / "content" / "starter"


def test_a_page_cites_the_sheet_that_it_reads_and_no_other_of_its_workbook() -> None:
    compendium = docgen.load(STARTER)
    in_one_workbook = [dataset for dataset in compendium.datasets.values() if dataset.file.endswith(".xlsx")]
    assert len({dataset.source for dataset in in_one_workbook}) > 1
    slides = {slide.id: slide for slide in docgen.build(compendium).placed.slides}
    cited = [line for line in slides["I-1/trend"].notes.splitlines() if line.startswith("（出典）")]
    assert cited == ["（出典）警察庁「交通事故統計」を基に作成。"]
