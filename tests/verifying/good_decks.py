"""Verifies more than a hundred decks that are whole, of every kind of page and in every pack; from the top folder:

    python -m tests.verifying.good_decks            where DOCGEN_OOXML_VALIDATOR names the Open XML SDK, by that as well
    python -m tests.verifying.good_decks --small    without the decks of FY2023

Each is to be without a finding. The exit status is 1 where one is not.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.sources import contents, small, written
from support.hand_edits import edit_deck
from support.real_deck import CONTENT, PACKS, ROOT

import docgen
from docgen.breach import Breach
from docgen.merging.report import Rule

_RULES: tuple[Rule, ...] = ("both", "theirs", "ours")


def decks(folder: Path, real: bool) -> Iterator[tuple[str, bytes]]:
    """The decks with their names: docgen's own contents in every pack, and merged ones."""
    for pack in PACKS:
        for number, files in enumerate(contents()):
            if number % 2 == PACKS.index(pack) % 2 or pack.name == "cabinet_office":
                yield f"example {number} in {pack.name}", _built(written(files, folder / "content"), pack)
        yield f"starter in {pack.name}", _built(ROOT / "content" / "starter", pack)
        if real:
            yield f"FY2023 in {pack.name}", _built(CONTENT, pack)
    if real:
        compendium = docgen.load(CONTENT, previous=ROOT / "content" / "fy2022")
        yield "FY2023 beside FY2022", docgen.build(compendium).to_bytes()
    yield from _merged(folder)


def _built(folder: Path, pack: Path) -> bytes:
    return docgen.build(docgen.load(folder, layout=pack), layout=pack).to_bytes()


def _merged(folder: Path) -> Iterator[tuple[str, bytes]]:
    built, deck = docgen.build(small()).to_bytes(), folder / "edited.pptx"
    for seed in range(20):
        deck.write_bytes(edit_deck(built, Random(seed), 4)[0])
        if errors(deck):  # the edit itself left a chart otherwise than its workbook
            continue
        rule = _RULES[seed % len(_RULES)]
        yield f"edited by hand ({seed}) and merged, {rule}", docgen.merge(deck, small(), conflicts=rule).data


def errors(deck: Path) -> list[Breach]:
    """What is found in a deck, without notices, such as that a pack shows none of the pages."""
    return [breach for breach in docgen.verify(deck) if breach.level != "notice"]


def main(arguments: list[str]) -> int:
    """Run the command; the exit status."""
    count = bad = 0
    with tempfile.TemporaryDirectory() as name:
        deck = Path(name) / "deck.pptx"
        for said, data in decks(Path(name), "--small" not in arguments):
            deck.write_bytes(data)
            found = errors(deck)
            count += 1
            bad += bool(found)
            for breach in found:
                print(f"{said}: {breach}", flush=True)
    print(f"{count} decks, {bad} with findings")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
