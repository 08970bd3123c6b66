"""What building the whole compendium costs, against importing libraries in the same run.

CPU time of processes of their own, with bytecode as on a user's machine. What shares the processor slows
some rounds down, so the least of the rounds counts.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 3
LIBRARIES = "import pandas, pptx, pydantic, yaml, jinja2, click"
COMPOSE = """
import gc
import time
from docgen.compose import compose
from docgen.derive import derive
from docgen.pipeline import load, pack_of, trend_rule
from docgen.slides.pack_module import builders_of

pack = pack_of("cabinet-office")
ready = derive(load("content/fy2023"), rule=trend_rule(pack), printing=pack.printing)
builders = builders_of(pack)
gc.disable()  # as docgen build does
begin = time.process_time()
compose(ready, pack, builders)
print(time.process_time() - begin)
"""
PANDAS = """
import time

begin = time.process_time()
import pandas
print(time.process_time() - begin)
"""


def run(*arguments: str) -> tuple[float, str]:
    """The CPU seconds of a Python process, and what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def test_a_cold_build_costs_at_most_four_times_the_imports(tmp_path: Path) -> None:
    build = ("-m", "docgen", "build", "content/fy2023", "-o", str(tmp_path / "deck.pptx"))
    imports = ("-c", LIBRARIES)
    run(*build)  # writes the bytecode
    pairs = [(run(*build)[0], run(*imports)[0]) for _ in range(ROUNDS)]
    ours, theirs = (min(each) for each in zip(*pairs, strict=True))
    print(f"\nbuild {ours:.2f} s, imports {theirs:.2f} s, ratio {ours / theirs:.2f}")
    assert ours <= 4 * theirs


def test_composing_all_pages_costs_at_most_three_times_importing_pandas() -> None:
    pairs = [(float(run("-c", COMPOSE)[1]), float(run("-c", PANDAS)[1])) for _ in range(ROUNDS)]
    ours, theirs = (min(each) for each in zip(*pairs, strict=True))
    print(f"\ncomposing {ours:.2f} s, importing pandas {theirs:.2f} s, ratio {ours / theirs:.2f}")
    assert ours <= 3 * theirs
