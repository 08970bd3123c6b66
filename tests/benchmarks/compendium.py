"""What a real compendium costs, FY2023 with its hundred pages, and many of them; from the top folder:

    python -m tests.benchmarks.compendium                 a cold build against its libraries, its stages, 50 decks
    python -m tests.benchmarks.compendium --decks 10      fewer decks

CPU seconds; builds and imports in turn, the middle of each pair counts. Many decks are built one after another in one
process, then by ``build_many`` on two; what that gains in time only a machine that is free tells.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
CONTENT = "content/fy2023"
LIBRARIES = "import pandas, pptx, pydantic, yaml, jinja2, click"
STAGES = """
import json, sys, time
spent, since = {}, 0.0
def lap(stage):
    global since
    now = time.process_time()
    spent[stage], since = now - since, now
from pathlib import Path
from docgen.compose.numbering import PageCount
from docgen.compose.pages import Composer, deck_properties
from docgen.compose.shown_pages import shown_pages
from docgen.layout.design import design
from docgen.layout.words import with_words
from docgen.pipeline import derived, load, pack_of
from docgen.slides.pack_module import builders_of
from docgen.write.deck import file_pieces, file_writer
lap("imports")
pack = pack_of("cabinet_office")
compendium = load(sys.argv[1], layout=pack)
lap("load and validate")
ready = shown_pages(derived(compendium, pack), pack.pages)
lap("derive")
composer = Composer.of(with_words(pack, ready.words), builders_of(pack), ready.pages)
lap("compose: families")
slides = [slide for page in ready.pages for slide in composer.slides(page)]
lap("compose: pages")
writer, count = file_writer(design(pack)), PageCount()
for slide in slides:
    writer.take(slide)
    for numbered in count.add(slide):
        writer.spell(numbered)
for numbered in count.rest():
    writer.spell(numbered)
parts = writer.finished(composer.sections(ready.sections), deck_properties(ready), composer.summary.finished(ready))
size = sum(map(len, file_pieces(parts)))
lap("write")
print(json.dumps(spent))
"""
ONE_AFTER_ANOTHER = """
import sys
from docgen.pipeline import build_file, load, saved
for number in range(int(sys.argv[3])):
    saved(build_file(load(sys.argv[1])).pieces(), f"{sys.argv[2]}/{number}.pptx")
"""
ON_TWO = """
import sys, docgen
if __name__ == "__main__":
    jobs = [docgen.DeckJob(sys.argv[1], f"{sys.argv[2]}/{number}.pptx") for number in range(int(sys.argv[3]))]
    assert all(result.status == "built" for result in docgen.build_many(jobs, workers=2))
"""


@dataclass(frozen=True)
class Spent:
    """The CPU seconds of a process and of those that it started, the seconds on the clock, and what it printed."""

    cpu: float
    clock: float
    said: str


def spent(script: str, *arguments: str | Path) -> Spent:
    """What a script costs, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "script.py"
        file.write_text(script, encoding="utf-8")
        before, started = os.times(), time.monotonic()
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(file), *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        after, ended = os.times(), time.monotonic()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(cpu, ended - started, done.stdout)


def cold(rounds: int, folder: Path) -> tuple[float, float]:
    """The CPU seconds of a cold build from the shell, and how many times the imports of its libraries that is."""
    build = f"import sys; sys.argv = ['docgen', 'build', '{CONTENT}', '-o', '{folder / 'deck.pptx'}']\n"
    build += "from docgen.__main__ import main\nmain()\n"
    pairs = [(spent(build).cpu, spent(LIBRARIES).cpu) for _ in range(rounds)]
    return median(one for one, _ in pairs), median(one / other for one, other in pairs)


def main() -> None:
    asked = argparse.ArgumentParser(description="what a real compendium costs")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--decks", type=int, default=50)
    given = asked.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "docgen")], check=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds, ratio = cold(given.rounds, folder)
        print(f"a cold build of {CONTENT}: {seconds:.2f} s, {ratio:.2f} times the imports of its libraries\n", flush=True)
        laps = [json.loads(spent(STAGES, CONTENT).said) for _ in range(given.rounds)]
        libraries = median(spent(LIBRARIES).cpu for _ in range(given.rounds))
        print("| Stage | CPU s | × imports |\n|---|---:|---:|")
        for stage in laps[0]:
            middle = median(lap[stage] for lap in laps)
            print(f"| {stage} | {middle:.2f} | {middle / libraries:.2f} |", flush=True)
        one = spent(ONE_AFTER_ANOTHER, CONTENT, folder, given.decks)
        two = spent(ON_TWO, CONTENT, folder, given.decks)
    print(
        f"\n{given.decks} decks on two processes: {two.clock / one.clock:.2f} of the time of one process "
        f"({two.clock:.0f} s, {one.clock:.0f} s), {two.cpu / one.cpu:.2f} of its CPU seconds; load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
