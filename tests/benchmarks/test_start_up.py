"""Starting is light: what is imported when, and what it costs."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from support.small_folder import make_folder

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = ("pandas", "pptx", "matplotlib", "pydantic", "jinja2", "yaml", "PIL", "pypdfium2", "fontTools", "numpy")


def loaded(code: str) -> list[str]:
    """Which of the heavy libraries a process has imported after ``code``."""
    script = f"{code}\nimport sys, json\nprint(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    names: list[str] = json.loads(answer.stdout.splitlines()[-1])
    return names


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import docgen", set()),
        # What checks a deck that anybody made reads no content, so it needs no records.
        ("from docgen.reconciling.deck import deck_judged\nfrom docgen.opened.slide import SlideReader", set()),
        # What is said stands in the catalogue of messages, which is YAML.
        ("from docgen.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass", {"yaml"}),
        (
            "from docgen.cli import main\ntry: main(['render', 'no.pptx'])\nexcept SystemExit: pass",
            {"yaml", "pypdfium2", "PIL"},
        ),
    ],
)
def test_importing_docgen_and_asking_for_help_load_no_stage(code: str, needed: set[str]) -> None:
    assert set(loaded(code)) <= needed


def test_the_model_loads_neither_pandas_nor_python_pptx() -> None:
    assert loaded("import docgen\ndocgen.Indicator") == ["pydantic"]


def test_reading_content_loads_no_writer() -> None:
    assert {"pptx", "matplotlib"} & set(loaded("from docgen.reading import load\nfrom docgen.derive import derive")) == set()


def test_a_whole_build_loads_what_draws_pictures_and_reads_excel_files_only_where_there_are_any(tmp_path: Path) -> None:
    content = make_folder(tmp_path / "content")
    code = f"import docgen\ndocgen.build(docgen.load({str(content)!r})).save({str(tmp_path / 'deck.pptx')!r})"
    assert {"matplotlib", "pandas", "numpy"} & set(loaded(code)) == set()


@pytest.mark.benchmark
def test_asking_for_help_takes_less_than_half_a_second_of_cpu() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    loaded("from docgen.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5
