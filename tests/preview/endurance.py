"""What a preview endures: ``python -m tests.preview.endurance [--rebuilds 1000] [--content FOLDER]`` prints what it saw.

500 saves in ten seconds with two browsers, fifty random edits, a preview that is killed and started again, and the
memory over a thousand rebuilds with their pictures. It fails (exit status 1) where a page is stale, where something
crashes, or where memory grows by more than 200 MB.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "tests" / "preview"), str(ROOT / "tests"), str(ROOT)]
LAYOUT = "cabinet-office"
MOST_GROWTH = 200  # MB
_PATIENCE = 300  # seconds


def resident() -> float:
    """The memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def cold(content: Path) -> bytes:
    import docgen

    return docgen.build(docgen.load(content, layout=LAYOUT), LAYOUT).to_bytes()


def decks(address: str) -> Iterator[dict[str, Any]]:
    """The decks that a preview tells."""
    place = urlsplit(address)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=_PATIENCE)
    connection.request("GET", f"{place.path}events")
    stream, name = connection.getresponse(), ""
    while line := stream.readline().decode():
        if line.startswith("event: "):
            name = line[7:].strip()
        elif line.startswith("data: ") and name == "deck":
            yield json.loads(line[6:])


def retitled(content: Path, title: str) -> None:
    main = content / "compendium.yaml"
    main.write_text(re.sub(r"(?m)^title:.*$", f"title: {title}", main.read_text(encoding="utf-8")), encoding="utf-8")


def many_saves(content: Path) -> str:
    from support.browsing import served

    ends: list[int] = []
    with served(content, "svg") as seat:

        def browse() -> None:
            for deck in decks(seat.address):
                if deck["title"] == "第499版":
                    ends.append(deck["edition"])
                    return

        browsers = [threading.Thread(target=browse) for _ in range(2)]
        for browser in browsers:
            browser.start()
        for number in range(500):
            retitled(content, f"第{number}版")
            time.sleep(0.02)
        for browser in browsers:
            browser.join(_PATIENCE)
    assert len(ends) == 2, "a browser does not show the last save"
    return f"500 saves: two browsers show the last one, after {max(ends)} builds"


def random_edits(content: Path, count: int) -> str:
    from test_workshop import edit, outcome

    from docgen.preview.workshop import Source, Workshop

    workshop, chance, wrong = Workshop(Source(content, LAYOUT)), random.Random(50), 0
    for _ in range(count):
        file, before = edit(content, chance)
        made = outcome(lambda: workshop.make().deck.to_bytes())
        assert made == outcome(lambda: cold(content)), f"{file}: what is shown is not what a cold build gives"
        if isinstance(made, str):
            wrong += 1
            file.write_bytes(before)
    return f"{count} random edits: each equals a cold build ({wrong} of them wrong, with the same errors)"


def killed(content: Path, place: Path) -> str:
    environment = {**os.environ, "XDG_CACHE_HOME": str(place / "cache"), "PYTHONPATH": str(ROOT)}
    addresses = []
    for end in (signal.SIGKILL, signal.SIGKILL, signal.SIGINT):
        command = [sys.executable, "-m", "docgen", "preview", str(content), "--no-open", "--engine", "svg", "--lang", "en"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
        assert process.stdout is not None
        addresses.append(process.stdout.readline().rsplit(" ", 1)[-1].strip())
        assert next(decks(addresses[-1]))["slides"]
        process.send_signal(end)
        process.wait(_PATIENCE)
    assert len(set(addresses)) == 1, "the address is another one"
    return "killed twice and interrupted once: the same address each time"


def memory(content: Path, rebuilds: int) -> str:
    from docgen.preview.drawing import Keys, Pictures
    from docgen.preview.workshop import Source, Workshop
    from docgen.render.engine import QUICKEST, engine_of

    workshop, keys, pictures = Workshop(Source(content, LAYOUT)), Keys(), Pictures(engine_of("auto", QUICKEST))
    warm = 0.0
    for number in range(rebuilds):
        retitled(content, f"第{number}回")
        made = workshop.make()
        known = keys.of(made.deck.placed)
        pictures.of(known[0], known, made.deck.placed, made.deck.pack)
        pictures.keep(known)
        if number == min(50, rebuilds // 2):
            gc.collect()
            warm = resident()
    gc.collect()
    growth = resident() - warm
    assert growth < MOST_GROWTH, f"memory grew by {growth:.0f} MB"
    return f"{rebuilds} rebuilds with a picture each: {warm:.0f} MB after the first 50, {growth:+.0f} MB at the end"


def main() -> None:
    """Run all of it and print a line for each."""
    from support.small_folder import make_folder

    parser = argparse.ArgumentParser()
    parser.add_argument("--rebuilds", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--content", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        contents = []
        for number in range(4):
            content = Path(place) / f"content-{number}" / "this"
            if asked.content is None:
                make_folder(content)
            else:
                shutil.copytree(asked.content.parent, content.parent)
                content = content.parent / asked.content.name
            contents.append(content)
        print(many_saves(contents[0]), flush=True)
        print(random_edits(contents[1], asked.edits), flush=True)
        print(killed(contents[2], Path(place)), flush=True)
        print(memory(contents[3], asked.rebuilds), flush=True)


if __name__ == "__main__":
    main()
