"""Edit scripts by chance on decks that other programs saved: what the file holds as handed in is merged, or told.

    python -m tests.merging.saved_elsewhere --count 400 --program python-pptx --seed 7
    python -m tests.merging.saved_elsewhere --count 400 --program libreoffice --seed 7
    python -m tests.merging.saved_elsewhere --count 400 --program onlyoffice --seed 7 --python /opt/onlyoffice/bin/python

Each script makes up to six edits of all kinds in the small deck; the program opens and saves it; it is merged with a new
build of the content, which changed as well. ONLYOFFICE is PyPI's document-builder in an environment of its own, whose
Python ``--python`` names; it drops what docgen wrote of the deck, so its decks are merged with ``--base``. What a program
drops itself is not in the file that is handed in, and not counted. The exit status is 1 where an edit was lost unsaid.
"""

from __future__ import annotations

import argparse
import functools
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from lxml import etree
from pptx import Presentation
from support.hand_edits import Edit, edit_deck, package_of
from support.small_decks import CHANGES, built, built_bytes, deck_of

from docgen.fingerprint.part import fingerprint_in, open_deck
from docgen.fingerprint.soft_breaks import PERHAPS_SOFT
from docgen.fingerprint.values import DeckShape, Fingerprint, Frame
from docgen.merging.edited.deck import EditedDeck, read_deck
from docgen.merging.edited.matching import match_shapes, match_slides
from docgen.merging.edited.value_comparison import same_colour, same_frame
from docgen.merging.merged_deck import MergedDeck, merge
from docgen.merging.report import Rule
from docgen.messages import text_of
from merging.test_everything_carried import EDITS, PAGE, everything, parts_of

RULES: tuple[Rule, ...] = ("theirs", "ours", "both")
MOST_EDITS, MOST_PARTS = 4, 2
_BATCH = 40
_ONLYOFFICE = """
import sys, docbuilder
builder = docbuilder.CDocBuilder()
for source, target in zip(sys.argv[1::2], sys.argv[2::2]):
    builder.OpenFile(source, "")
    builder.SaveFile("pptx", target)
    builder.CloseFile()
docbuilder.CDocBuilder.Dispose()
"""
# What ONLYOFFICE's library without a licence puts on each slide is no edit of anybody.
_STAMP = "Unregistered Version"


@dataclass(frozen=True)
class Script:
    """One deck as it was edited: its bytes, the edits of shapes, what was done to whole slides, and to other parts."""

    number: int
    data: bytes
    edits: Sequence[Edit]
    slides: Mapping[str, str]
    parts: Sequence[str]

    @property
    def change(self) -> int:
        """Which change of the content the new build has."""
        return self.number % len(CHANGES)

    @property
    def rule(self) -> Rule:
        """Who wins where both sides changed the same."""
        return RULES[self.number % len(RULES)]


def script(seed: int, number: int) -> Script:
    """The script of a number; the same for the same seed."""
    chance = Random(f"{seed} {number}")
    data, edits, slides = edit_deck(built_bytes(), chance, chance.randrange(1, MOST_EDITS + 1))
    parts = parts_of(data)
    done = []
    for name in chance.sample(sorted(EDITS), chance.randrange(MOST_PARTS + 1)):
        after = dict(parts)
        try:
            EDITS[name][0](after)
        except (AssertionError, StopIteration, KeyError):
            # The page, box or chart that the edit is of is no longer there, or was changed by another one.
            continue
        if slides.get(PAGE) != "delete_slide" or not _is_of_page(parts, after):
            parts = after
            done.append(name)
    return Script(number, _packed(parts), edits, slides, done)


def _is_of_page(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    """Whether an edit changed a page or its chart: deleted pages that others lead to are still among the parts."""
    changed = [name for name, data in after.items() if before.get(name) != data]
    return any(name.startswith(("ppt/slides/", "ppt/charts/")) for name in changed)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _by_python_pptx(decks: Sequence[bytes], folder: Path, python: str) -> Iterator[bytes]:
    for data in decks:
        out = io.BytesIO()
        Presentation(io.BytesIO(data)).save(out)
        yield out.getvalue()


def _by_libreoffice(decks: Sequence[bytes], folder: Path, python: str) -> Iterator[bytes]:
    names = _written(decks, folder)
    command = [shutil.which("soffice") or "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pptx", "--outdir", str(folder / "saved"), *map(str, names)]
    subprocess.run(command, capture_output=True, check=True)
    return ((folder / "saved" / name.name).read_bytes() for name in names)


def _by_onlyoffice(decks: Sequence[bytes], folder: Path, python: str) -> Iterator[bytes]:
    names = _written(decks, folder)
    (folder / "saved").mkdir(exist_ok=True)
    pairs = [str(path) for name in names for path in (name, folder / "saved" / name.name)]
    subprocess.run([python, "-c", _ONLYOFFICE, *pairs], capture_output=True, check=True)
    return (_without_stamp((folder / "saved" / name.name).read_bytes()) for name in names)


def _written(decks: Sequence[bytes], folder: Path) -> list[Path]:
    names = [folder / f"{number}.pptx" for number in range(len(decks))]
    for name, data in zip(names, decks, strict=True):
        name.write_bytes(data)
    return names


def _without_stamp(data: bytes) -> bytes:
    parts = parts_of(data)
    for name, own in parts.items():
        if _STAMP.encode() in own and name.startswith("ppt/slides/"):
            root = etree.fromstring(own)
            for shape in root.xpath(f"//*[local-name()='sp'][.//*[local-name()='t'][contains(., '{_STAMP}')]]"):
                shape.getparent().remove(shape)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _packed(parts)


PROGRAMS: Mapping[str, Callable[[Sequence[bytes], Path, str], Iterator[bytes]]] = {
    "python-pptx": _by_python_pptx,
    "libreoffice": _by_libreoffice,
    "onlyoffice": _by_onlyoffice,
}


@dataclass
class Handed:
    """A deck as it is handed in, or the same without any edit."""

    data: bytes
    deck: EditedDeck
    built: Fingerprint

    def shape(self, slide: str, name: str) -> DeckShape | None:
        """The shape that a shape of the built deck has become; None where it is gone."""
        places = {self.built.slides[place].id: index for index, place in self._matches.items()}
        if slide not in places:
            return None
        own = next(each for each in self.built.slides if each.id == slide)
        edited = self.deck.slides[places[slide]]
        found = match_shapes(own, edited).get(name)
        return found.shape if found is not None else next((each.shape for each in edited.shapes if each.shape.name == name), None)

    @functools.cached_property
    def _matches(self) -> Mapping[int, int]:
        return match_slides(self.built.slides, self.deck.slides)

    @property
    def order(self) -> list[str]:
        """The slides that were built, in the order in which they stand."""
        return [self.built.slides[place].id for _, place in sorted(self._matches.items())]

    @functools.cached_property
    def text(self) -> str:
        """All XML of the deck."""
        return everything(self.data)


def handed(data: bytes) -> Handed:
    """A deck read as a merge reads it, beside the fingerprint of the deck as it was built."""
    return Handed(data, read_deck(package_of(data)), _as_built())


@functools.cache
def _as_built() -> Fingerprint:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "base.pptx"
        path.write_bytes(built_bytes())
        with open_deck(path) as archive:
            return fingerprint_in(archive, "base.pptx")


@functools.cache
def _renewed_text(change: int) -> str:
    return everything(built(change).to_bytes())


def _same(one: object, other: object) -> bool:
    if isinstance(one, Frame) and isinstance(other, Frame):
        return same_frame(one, other)
    if isinstance(one, str) and isinstance(other, str) and len(one) == len(other) == 6:
        return same_colour(one, other)
    if isinstance(one, str) and isinstance(other, str):
        # A break of which nobody knows whether it is soft is a plain one in the merged deck.
        return one.replace(PERHAPS_SOFT, "\n") == other.replace(PERHAPS_SOFT, "\n")
    return one == other


def _told(merged: MergedDeck, slide: str, shape: str = "") -> bool:
    return any(text_of(own.slide, "en") in (slide, "deck") and own.shape in (shape, "") for own in merged.conflicts)


def lost(own: Script, edited: Handed, plain: Handed, merged: MergedDeck) -> Iterator[str]:
    """The edits that the file has as it was handed in, and neither the merged deck has nor a conflict tells."""
    result = read_deck(package_of(merged.data))
    merged_slides = {slide.name: slide for slide in result.slides}
    for edit in own.edits:
        before, hand = (edit.value(deck.shape(edit.slide, edit.shape)) for deck in (plain, edited))
        if _same(before, hand) or edit.slide not in edited.order:
            continue
        slide = merged_slides.get(edit.slide)
        shapes = [each.shape for each in slide.shapes] if slide is not None else []
        values = [edit.value(shape) for shape in shapes if shape.name == edit.shape] or [edit.value(None)]
        if edit.kind == "add":
            values += [edit.value(shape) for shape in shapes]
        if not any(_same(value, hand) for value in values) and not _told(merged, edit.slide, edit.shape):
            yield f"{edit.kind} {edit.slide} {edit.shape}: {before!r} → {hand!r}, merged {values[0]!r}"
    yield from _lost_slides(own, edited, plain, merged, [slide.name for slide in deck_of(own.change).slides], result)
    for name in own.parts:
        word = EDITS[name][1]
        if edited.text.count(word) > plain.text.count(word):
            known = _renewed_text(own.change).count(word)
            in_conflict = any(word in str(each) for each in merged.conflicts)
            page = _told(merged, PAGE)
            if everything(merged.data).count(word) <= known and not in_conflict and not page:
                yield f"{name}: {word} is not there"


def _lost_slides(
    own: Script, edited: Handed, plain: Handed, merged: MergedDeck, new: Sequence[str], result: EditedDeck
) -> Iterator[str]:
    names = [slide.name for slide in result.slides]
    for slide, kind in own.slides.items():
        if slide not in new or _told(merged, slide):
            continue
        if kind == "notes" and _in_notes(edited.deck, slide) and not _in_notes(result, slide):
            yield f"notes of {slide}"
        elif kind == "delete_slide" and slide not in edited.order and slide in names:
            yield f"slide {slide} deleted"
        elif kind == "move_slide" and edited.order and edited.order[-1] == slide != plain.order[-1]:
            kept = [name for name in names if name in edited.order]
            if kept and kept[-1] != slide:
                yield f"slide {slide} moved"
        elif kind == "add_slide" and len(edited.deck.slides) > len(edited.order) and set(names) <= set(new):
            yield f"slide added after {slide}"


def _in_notes(deck: EditedDeck, slide: str) -> bool:
    return any("手による注" in each.notes for each in deck.slides if each.name == slide)


def main(arguments: list[str]) -> int:
    """Run the command; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--program", choices=sorted(PROGRAMS), default="python-pptx")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--python", default=os.environ.get("DOCGEN_ONLYOFFICE_PYTHON", sys.executable))
    asked = parser.parse_args(arguments)
    return 1 if tried(asked.count, asked.program, asked.seed, asked.python) else 0


def tried(count: int, program: str, seed: int, python: str = sys.executable) -> list[str]:
    """Try so many scripts and print what came of them; the edits that were lost unsaid."""
    counts: Counter[str] = Counter()
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        base = Path(place) / "built.pptx"
        base.write_bytes(built_bytes())
        plain: Handed | None = None
        for start in range(0, count, _BATCH):
            folder = Path(place) / str(start)
            folder.mkdir()
            own = [script(seed, number) for number in range(start, min(start + _BATCH, count))]
            decks = [built_bytes(), *(each.data for each in own)] if plain is None else [each.data for each in own]
            saved = list(PROGRAMS[program](decks, folder, python))
            if plain is None:
                plain = handed(saved.pop(0))
            for each, data in zip(own, saved, strict=True):
                path = folder / "edited.pptx"
                path.write_bytes(data)
                merged = merge(path, built(each.change), conflicts=each.rule, base=base if program == "onlyoffice" else None)
                found = [f"script {each.number}: {one}" for one in lost(each, handed(data), plain, merged)]
                print(*found, sep="\n", end="\n" if found else "", flush=True)
                missing += found
                counts["edits"] += len(each.edits) + len(each.slides) + len(each.parts)
                counts["kept"] += len(merged.edits)
                counts["conflicts"] += len(merged.conflicts)
            shutil.rmtree(folder)
    shown = ", ".join(f"{name} {number}" for name, number in counts.items())
    print(f"{program}, seed {seed}: {count} scripts, {shown}, lost unsaid {len(missing)}")
    return missing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
