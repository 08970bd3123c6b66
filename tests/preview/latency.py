"""From save to seen: ``python -m tests.preview.latency [--times 20] [--engine betteroffice]`` prints medians in seconds.

A client in this process saves a file of the FY2023 content, waits for the news of a preview, and fetches the picture of
the first page that changed. Printed are the whole time, the stages that it is made of (``told`` is what is
none: noticing the save, telling the news), and the CPU of this process.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
STAGES = ("load", "derive", "compose", "told", "draw", "send", "all", "cpu")


class Client:
    """Listens to a preview, and fetches pictures from it."""

    def __init__(self, port: int, token: str) -> None:
        self._port, self._token = port, token
        self._events = self._asked("events")
        self.keys: dict[str, str] = {}

    def _asked(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=120)
        connection.request("GET", f"/{self._token}/{path}")
        return connection.getresponse()

    def deck(self) -> dict[str, Any]:
        """The next deck that is told."""
        name = ""
        while True:
            line = self._events.readline().decode().rstrip("\n")
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: ") and name == "deck":
                row: dict[str, Any] = json.loads(line.removeprefix("data: "))
                return row

    def changed(self, deck: dict[str, Any]) -> list[str]:
        """The keys of the pages that changed since the last deck."""
        before, self.keys = self.keys, {slide["id"]: slide["key"] for slide in deck["slides"]}
        return [key for name, key in self.keys.items() if before.get(name) != key]

    def picture(self, key: str) -> tuple[bytes, float]:
        """A picture, and the seconds that it took to draw."""
        answer = self._asked(f"picture/{key}")
        timing = re.search(r"dur=([\d.]+)", answer.headers.get("Server-Timing", "dur=0"))
        return answer.read(), float(timing[1]) / 1000 if timing else 0.0


def measured(client: Client, save: Callable[[], None]) -> dict[str, float]:
    """One save, in parts."""
    cpu, begin = time.process_time(), time.perf_counter()
    save()
    deck = client.deck()
    told = time.perf_counter() - begin
    key = client.changed(deck)[0]
    _, drawing = client.picture(key)
    whole = time.perf_counter() - begin
    parts: dict[str, float] = dict(deck["seconds"])
    stages = sum(parts.values())
    return {
        **parts, "told": told - stages, "draw": drawing,
        "send": whole - told - drawing, "all": whole, "cpu": time.process_time() - cpu,
    }  # fmt: skip


def toggled(file: Path, old: str, new: str) -> Iterator[Callable[[], None]]:
    """Saves that write one of two texts, then the other, without an end."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file} lacks {old}"
    other = text.replace(old, new, 1)
    while True:
        yield lambda: _written(file, other)
        yield lambda: _written(file, text)


def _written(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure a sentence, a number and a pack's colour."""
    from support.browsing import served

    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--engine", default="betteroffice", choices=("betteroffice", "svg", "libreoffice"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for year in ("fy2022", "fy2023"):
            shutil.copytree(ROOT / "content" / year, Path(place) / year)
        content, pack = Path(place) / "fy2023", Path(place) / "own"
        pack.mkdir()
        look = pack / "layout.yaml"
        look.write_text("name: own\nextends: cabinet-office\ncolours:\n  navy: {rgb: 1E3A5F}\n", encoding="utf-8")
        saves = {
            "a sentence": toggled(content / "pages" / "summary-strategy.yaml", "。", "。なお、"),
            "a number": toggled(content / "data" / "traffic_deaths.csv", "2610", "2611"),
            "a colour": toggled(look, "1E3A5F", "12384A"),
        }
        print(f"medians of {asked.times}, seconds; {asked.engine}")
        print(f"{'':12}" + "".join(f"{stage:>9}" for stage in STAGES))
        with served(content, asked.engine, str(pack)) as seat:
            client = Client(seat.port, seat.token)
            client.changed(client.deck())
            for name, save in saves.items():
                rows = [measured(client, next(save)) for _ in range(asked.times)]
                print(f"{name:12}" + "".join(f"{statistics.median(row[stage] for row in rows):9.3f}" for stage in STAGES))


if __name__ == "__main__":
    main()
