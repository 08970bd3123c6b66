"""Interrupts commands that write, and counts what then lies there; from the top folder:

    python -m tests.interrupted.run kills --count 300 --seed 7       SIGKILL, at a random moment or at a random writing
    python -m tests.interrupted.run full --count 50                  a full disk, from a random writing on or within a file
    python -m tests.interrupted.run read-only --count 20             files and folders that nobody may write to
    python -m tests.interrupted.run pairs --count 20                 two at once with one target

What belongs together is all as before or all as after, and after the next run nothing is left that is nobody's. The exit
status is 1 where it was otherwise.
"""

from __future__ import annotations

import argparse
import os
import signal
import stat
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from interrupted.child import (
    at_writing,
    bound_by_modes,
    ended,
    full,
    killed,
    no_file_over,
    nothing,
    started,
    writings,
)
from interrupted.scenes import SCENES, Scene, State, copied, of, state, strays

STATUSES = (0, 1, 2, -signal.SIGKILL)
"""How a command may end: done, with conflicts, with an error that is told, or killed."""


@dataclass(frozen=True, slots=True)
class Known:
    """A scene as it is before its command and after it, in a folder to copy; how long it takes, how often it writes."""

    scene: Scene
    folder: Path
    before: State
    after: tuple[State, ...]
    seconds: float
    writings: int


def known(scene: Scene, folder: Path) -> Known:
    """A scene, run without trouble, also with the command that runs at once with it."""
    place = folder / scene.name / "before"
    place.mkdir(parents=True)
    scene.prepare(place)
    after = []
    seconds = 0.0
    for arguments in (scene.at_once or scene.arguments, scene.arguments):
        other = copied(place, folder / scene.name / "after")
        began = time.monotonic()
        ended(started(arguments, other, nothing))
        seconds = time.monotonic() - began
        after.append(state(other))
    count = writings(scene.arguments, copied(place, folder / scene.name / "counted"))
    return Known(scene, place, state(place), tuple(after), seconds, count)


def killed_at_random(one: Known, folder: Path, chance: Random, number: int) -> list[int]:
    """Kill a command: at a writing, or after some time."""
    if number % 2:
        return [ended(started(one.scene.arguments, folder, at_writing(chance.randint(1, one.writings), killed)))]
    child = started(one.scene.arguments, folder, nothing)
    time.sleep(chance.uniform(0, one.seconds * 1.1))
    os.kill(child, signal.SIGKILL)
    return [ended(child)]


def disk_full(one: Known, folder: Path, chance: Random, number: int) -> list[int]:
    """Run a command on a disk that is full from some writing on, or has room for a part of a file."""
    trouble = at_writing(chance.randint(1, one.writings), full) if number % 2 else no_file_over(chance.randrange(40_000))
    return [ended(started(one.scene.arguments, folder, trouble))]


def read_only(one: Known, folder: Path, chance: Random, number: int) -> list[int]:
    """Run a command where some files and folders, or all of them, may not be written to."""
    every = [folder, *sorted(folder.rglob("*"))]
    some = every if number % 7 == 6 else chance.sample(every, chance.choice((1, 2, 5)))
    likely = [path for path in (folder / "out", folder / "out/deck.pptx", folder / "content", folder) if path.exists()]
    chosen = {*some, chance.choice(likely)}
    modes = {path: path.stat().st_mode for path in chosen}
    for path in chosen:
        path.chmod(0o555 if path.is_dir() else 0o444)
    status = ended(started(one.scene.arguments, folder, bound_by_modes))
    for path, mode in modes.items():
        if path.exists():
            path.chmod(stat.S_IMODE(mode))
    return [status]


def pair(one: Known, folder: Path, chance: Random, number: int) -> list[int]:
    """Run two commands at once."""
    first = started(one.scene.arguments, folder, nothing)
    time.sleep(chance.uniform(0, 0.1))
    second = started(one.scene.at_once or one.scene.arguments, folder, nothing)
    return [ended(first), ended(second)]


KINDS: dict[str, Callable[[Known, Path, Random, int], list[int]]] = {
    "kills": killed_at_random,
    "full": disk_full,
    "read-only": read_only,
    "pairs": pair,
}


def faults(one: Known, folder: Path, statuses: list[int]) -> Iterator[str]:
    """What is amiss once a command ended so: what is not whole, and, after the next run, what is left."""
    yield from (f"{one.scene.name}: exit status {status}" for status in statuses if status not in STATUSES)
    yield from _not_whole(one, folder, "")
    ended(started(one.scene.arguments, folder, nothing))
    yield from _not_whole(one, folder, " after the next run")
    yield from (f"{one.scene.name}: a stray stays" for _ in strays(folder))


def _not_whole(one: Known, folder: Path, when: str) -> Iterator[str]:
    found = {name: digest for name, digest in state(folder).items() if not name.rpartition("/")[2].startswith(".docgen-")}
    for whole in one.scene.wholes:
        if of(found, whole) not in (of(one.before, whole), *(of(after, whole) for after in one.after)):
            yield f"{one.scene.name}: {whole} is neither old nor new{when}"


def main(arguments: list[str]) -> int:
    """Run the command; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.interrupted.run")
    parser.add_argument("kind", choices=list(KINDS))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    ends: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        scenes = [known(scene, Path(name)) for scene in SCENES]
        for number in range(asked.count):
            one = scenes[number % len(scenes)]
            folder = copied(one.folder, Path(name) / "run")
            statuses = KINDS[asked.kind](one, folder, Random(f"{asked.kind} {asked.seed} {number}"), number // len(scenes))
            changed = any(of(state(folder), whole) != of(one.before, whole) for whole in one.scene.wholes)
            ends.update(f"{one.scene.name}, status {status}: {'new' if changed else 'old'}" for status in statuses)
            bad.update(faults(one, folder, statuses))
    print(f"{asked.kind}, seed {asked.seed}: {asked.count} runs, {bad.total()} faults")
    for said, count in (*sorted(ends.items()), *bad.most_common()):
        print(f"{count} × {said}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
