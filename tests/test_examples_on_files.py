"""The examples of docstrings that need a compendium and decks run as they are written, beside such files."""

from __future__ import annotations

import doctest
import importlib
import shutil
from pathlib import Path
from typing import Any

import pytest

import docgen

ROOT = Path(__file__).resolve().parent.parent
# In an order in which one example leaves what a later one reads.
MODULES = (
    "docgen", "docgen.deck", "docgen.comparison.compare", "docgen.merging.merged_deck", "docgen.merging.hand_edits", "docgen.pipeline",
    "docgen.tidy.export", "docgen.forms.exchange", "docgen.binding.bind",
    "docgen.verifying.verify",
)  # fmt: skip


class _AnyOutput(doctest.OutputChecker):
    """What these examples print is tested elsewhere: here it counts that they run."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        return "Traceback" not in got


def test_every_example_that_other_tests_skip_is_run_here() -> None:
    skipping = {path for path in (ROOT / "docgen").rglob("*.py") if "doctest: +SKIP" in path.read_text(encoding="utf-8")}
    assert skipping == {Path(str(importlib.import_module(name).__file__)) for name in MODULES}


def test_the_examples_run_as_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for year in ("fy2022", "fy2023"):
        shutil.copytree(ROOT / "content" / year, tmp_path / "content" / year)
        # Some pages show the same as all of them.
        main_file = tmp_path / "content" / year / "compendium.yaml"
        lines = main_file.read_text(encoding="utf-8").splitlines(keepends=True)
        main_file.write_text("".join(line for line in lines if not line.lstrip().startswith(("- {run: ", "- {page: "))), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Path("content/fy2023/indicators/I-1065.yaml").open("a", encoding="utf-8") as indicator:
        indicator.write("\nresponsible: 交通局\n")
    fy2023 = docgen.load("content/fy2023")
    deck = docgen.build(fy2023).to_bytes()
    for name in ("edited.pptx", "a.pptx", "b.pptx", "資料.pptx", "編集後.pptx"):
        Path(name).write_bytes(deck)
    names: dict[str, Any] = {"docgen": docgen, "Deck": docgen.Deck, "fy2023": fy2023}
    runner = doctest.DocTestRunner(checker=_AnyOutput(), verbose=False)
    for module in MODULES:
        if module == "docgen.forms.exchange":
            for form in ("a.xlsx", "b.xlsx"):
                docgen.export_form(docgen.load("content/fy2024")).save(form)
        _run(module, names, runner)
    assert runner.failures == 0
    assert runner.tries >= 14


def _run(module: str, names: dict[str, Any], runner: doctest.DocTestRunner) -> None:
    for test in doctest.DocTestFinder().find(importlib.import_module(module), extraglobs=names):
        skipped = [example for example in test.examples if example.options.pop(doctest.SKIP, False)]
        if skipped:
            test.examples = skipped
            runner.run(test)
