"""docgen against other makers of decks, all on the same deck, in one run; from the top folder:

    python -m tests.benchmarks.compare                       100, 1,000 and 3,000 slides, docgen and the limit also 10,000
    python -m tests.benchmarks.compare --slides 100,1000     fewer
    python -m tests.benchmarks.compare --rounds 1 -o FOLDER  quicker; the figures into another folder

CPU seconds, peak memory and size of the file of processes of their own, round after round, the makers in turn; the
middle of each counts. PptxGenJS runs where node finds it (``npm install pptxgenjs`` in any folder above, or NODE_PATH).
Written are figures.md and figures.svg.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from four_kinds.content import write_deck  # noqa: E402
from four_kinds.figures import drawn, table  # noqa: E402

MAKERS = ("limit", "docgen", "docgen, records kept", "PptxGenJS", "python-pptx")
LARGE = 3_000
"""The most slides for makers whose cost grows faster than the deck."""


@dataclass(frozen=True)
class Cost:
    """CPU seconds, peak memory in MiB, and the size of the file in KiB."""

    cpu: float
    memory: float
    size: float


def commands(deck: Path, target: Path, around: Path) -> Mapping[str, Sequence[str | Path]]:
    """How each maker writes a deck."""
    python = sys.executable
    makers: dict[str, Sequence[str | Path]] = {
        "limit": (python, "-m", "four_kinds.limit", deck, target, around),
        "docgen": (python, "-m", "four_kinds.with_docgen", deck, target),
        "docgen, records kept": (python, "-m", "four_kinds.with_docgen", deck, target, "records"),
        "python-pptx": (python, "-m", "four_kinds.with_python_pptx", deck, target),
    }
    if without_pptxgenjs() is None:
        makers["PptxGenJS"] = ("node", HERE / "four_kinds" / "with_pptxgenjs.js", deck, target)
    return makers


def without_pptxgenjs() -> str | None:
    """Why PptxGenJS cannot run here; None where it can."""
    if shutil.which("node") is None:
        return "node is not installed"
    script = "require.resolve('pptxgenjs', {paths: [process.argv[1], ...module.paths]})"
    known = subprocess.run(["node", "-e", script, str(HERE)], capture_output=True, check=False)
    return None if known.returncode == 0 else "node does not find pptxgenjs (npm install pptxgenjs)"


def cost(command: Sequence[str | Path], target: Path) -> Cost:
    """What a command costs that writes ``target``."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(ROOT)))}
    process = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, target.stat().st_size / 1024)


def middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(one.cpu for one in costs), median(one.memory for one in costs), costs[0].size)


def measured(slides: int, rounds: int, folder: Path) -> dict[str, Cost]:
    """The cost of each maker for a deck of so many slides."""
    from pptx import Presentation

    deck, target, around = folder / "deck.jsonl", folder / "deck.pptx", folder / "around.pptx"
    write_deck(deck, slides)
    Presentation().save(str(around))
    small = commands(deck, target, around)
    makers = {name: small[name] for name in MAKERS if name in small}
    if slides > LARGE:
        makers = {name: command for name, command in makers.items() if name not in ("PptxGenJS", "python-pptx")}
    costs: dict[str, list[Cost]] = {name: [] for name in makers}
    for _ in range(rounds):
        for name, command in makers.items():
            costs[name].append(cost(command, target))
            print(f"{slides} slides, {name}: {costs[name][-1].cpu:.2f} s", file=sys.stderr, flush=True)
    return {name: middle(found) for name, found in costs.items()}


def stages(slides: int, folder: Path) -> dict[str, float]:
    """The CPU seconds of each stage of docgen's build."""
    deck = folder / "deck.jsonl"
    write_deck(deck, slides)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(ROOT)))}
    command = [sys.executable, "-m", "four_kinds.stages", str(deck)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    spent: dict[str, float] = json.loads(said)
    return spent


def main() -> None:
    asked = argparse.ArgumentParser(description="docgen against other makers of decks")
    asked.add_argument("--slides", default="100,1000,3000,10000")
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("-o", "--output", type=Path, default=HERE)
    given = asked.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "docgen"), str(HERE)], check=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        counts = [int(count) for count in given.slides.split(",")]
        costs = {count: measured(count, given.rounds, folder) for count in counts}
        spent = stages(1_000, folder)
    libraries = ", ".join(f"{name} {version(name)}" for name in ("python-pptx", "pydantic", "lxml"))
    date = f"{datetime.now(UTC):%Y-%m-%d}"
    told = f"{date}, {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {libraries}."
    left_out = without_pptxgenjs()
    note = f" PptxGenJS is left out: {left_out}." if left_out else ""
    given.output.mkdir(parents=True, exist_ok=True)
    text = table(costs, spent, f"{told} The middle of {given.rounds} rounds.{note}")
    (given.output / "figures.md").write_text(text, encoding="utf-8")
    drawn(costs, spent, given.output / "figures.svg")
    print(text)


if __name__ == "__main__":
    main()
