"""The shipped compendium in every shipped pack, built by every Python at hand: the same bytes?

    python -m tests.identity.pythons [--python PATH] [--environments FOLDER] [--least 4] [--most 2]

Each deck is built in a process of its own, under another time zone, locale and hash seed than the one before. A Python
without docgen's dependencies gets an environment with the pinned ones, in ``--environments``. The exit status is 1
where bytes differ, or where fewer Pythons than ``--least`` are at hand.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
SURROUNDINGS: Sequence[Mapping[str, str]] = (
    {"TZ": "Asia/Tokyo", "LC_ALL": "ja_JP.UTF-8", "PYTHONHASHSEED": "0"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
    {"TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "77", "PYTHONUTF8": "1"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "4294967295", "PYTHONOPTIMIZE": "2"},
    {"TZ": "UTC", "LC_ALL": "ja_JP.SJIS", "PYTHONHASHSEED": "random", "SOURCE_DATE_EPOCH": "4102444800"},
)
_NEEDS = "import budoux, click, fontTools, jinja2, lxml, pandas, pptx, pydantic, python_calamine, xlsxwriter, yaml, PIL"
_CHILD = """
import hashlib, io, json, sys, zipfile, zlib
import docgen
data = docgen.build(docgen.load(sys.argv[1]), sys.argv[2]).to_bytes()
with zipfile.ZipFile(io.BytesIO(data)) as deck:
    parts = {name: hashlib.sha256(deck.read(name)).hexdigest() for name in deck.namelist()}
print(json.dumps([sys.version.split()[0], zlib.ZLIB_RUNTIME_VERSION, hashlib.sha256(data).hexdigest(), parts]))
"""


@dataclass(frozen=True, slots=True)
class Built:
    """A deck that a Python built: digests of the whole file and of its parts."""

    python: str
    zlib: str
    whole: str
    parts: Mapping[str, str]


def difference(one: Built, other: Built) -> str | None:
    """What differs between two decks, in words; None where no byte does."""
    if one.whole == other.whole:
        return None
    names = [name for name in one.parts.keys() | other.parts.keys() if one.parts.get(name) != other.parts.get(name)]
    if not names:
        return f"the same parts, packed otherwise (zlib {one.zlib}, zlib {other.zlib})"
    return f"{len(names)} parts differ: {', '.join(sorted(names)[:3])}"


def pythons(named: Sequence[str]) -> Iterator[str]:
    """The Pythons at hand, this one first, one of each version: named ones, those on the path, of pyenv and of uv."""
    seen = set()
    folders = [home / "versions" for home in (Path.home() / ".pyenv", Path(os.environ.get("PYENV_ROOT", "/nowhere")))]
    folders.append(Path.home() / ".local" / "share" / "uv" / "python")
    installed = [path for folder in folders for path in sorted(folder.glob("*/bin/python3"))]
    on_path = [path for version in VERSIONS if (path := shutil.which(f"python{version}"))]
    for python in (sys.executable, *named, *map(str, installed), *on_path):
        version = _version(python)
        if version in VERSIONS and version not in seen:
            seen.add(version)
            yield python


def environment(python: str, folder: Path) -> str:
    """A Python of the same version that has docgen's dependencies: itself, or one of an environment in ``folder``."""
    if subprocess.run([python, "-c", _NEEDS], capture_output=True).returncode == 0:
        return python
    place = folder / _version(python)
    made = place / "bin" / "python"
    if not made.exists():
        subprocess.run([python, "-m", "venv", str(place)], check=True)
        command = [str(made), "-m", "pip", "install", "-q", "-c", str(ROOT / ".constraints.txt"), str(ROOT)]
        subprocess.run(command, check=True)
    return str(made)


def built(python: str, pack: str, surroundings: Mapping[str, str]) -> Built:
    """The shipped compendium in a pack, built by a Python in a process of its own."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **surroundings}
    command = [python, "-c", _CHILD, str(ROOT / "content" / "fy2023"), pack]
    done = subprocess.run(command, env=variables, cwd=tempfile.gettempdir(), capture_output=True, check=True)
    return Built(*json.loads(done.stdout))


def _version(python: str) -> str:
    said = subprocess.run(
        [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True, text=True
    )
    return said.stdout.strip()


def main() -> int:
    """Build, compare, print; the exit status."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--python", action="append", default=[], help="a further Python; may be given again")
    asked.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "docgen-pythons")
    asked.add_argument("--least", type=int, default=1, help="how many versions there must be")
    asked.add_argument("--most", type=int, default=len(VERSIONS), help="with how many versions to build")
    given = asked.parse_args()
    chosen = itertools.islice(pythons(given.python), given.most)
    found = [environment(python, given.environments) for python in chosen]
    packs = sorted(path.parent.name for path in (ROOT / "layouts").glob("*/layout.yaml"))
    turns, different = itertools.cycle(SURROUNDINGS), 0
    for pack in packs:
        first = built(found[0], pack, SURROUNDINGS[0])
        runs = [(found[0], each) for each in SURROUNDINGS[1:]] if pack == packs[0] else []
        for python, surroundings in (*runs, *((python, next(turns)) for python in found[1:])):
            other = built(python, pack, surroundings)
            said = difference(first, other)
            different += said is not None
            print(f"{pack}: {first.python} and {other.python} ({' '.join(surroundings.values())}): {said or 'the same bytes'}")
    print(f"{len(found)} Pythons, {len(packs)} packs, {different} decks differ")
    return int(different > 0 or len(found) < given.least)


if __name__ == "__main__":
    sys.exit(main())
