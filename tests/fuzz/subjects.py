"""What is changed by chance, and what docgen then makes of it: contents, layout packs, templates and edited decks."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import docgen
from docgen.comparison.compare import diff
from docgen.merging.merged_deck import texts_for_content
from docgen.merging.report import Rule
from fuzz.bounded import GOOD, Outcome
from fuzz.judged import judged, looked
from fuzz.packages import of_package
from fuzz.sources import Files, contents, packs, small, small_deck, written
from fuzz.tables import of_csv
from fuzz.texts import of_bytes, of_yaml
from fuzz.trees import known_values, of_tree

Subject = Callable[[Random, Path], Outcome]
"""Changes something by chance in a folder of its own, and says what comes of it."""

RULES: tuple[Rule, ...] = ("both", "theirs", "ours")
LOOKS: tuple[Callable[[Path], object], ...] = (
    docgen.check,
    docgen.verify,
    docgen.hand_edits,
    lambda deck: texts_for_content(deck, small()),
    lambda deck: diff(deck, small()),
)
"""What reads an edited deck and writes none."""


def changed_file(name: str, data: bytes, chance: Random, gently: bool) -> tuple[bytes, str]:
    """A file with a change of its kind, and the change's name; ``gently`` one with which it can mostly still be read."""
    if name.endswith((".xlsx", ".pptx")):
        return of_package(data, chance)
    if chance.random() < (0.01 if gently else 0.12) or not name.endswith((".yaml", ".csv")):
        return of_bytes(data, chance), "bytes"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:  # an earlier change
        return of_bytes(data, chance), "bytes"
    if name.endswith(".csv"):
        return of_csv(text, chance, gently)
    told = of_tree(text, chance, gently) if gently or chance.random() < 0.5 else None
    new, said = told if told is not None else of_yaml(text, chance)
    return new.encode("utf-8", "surrogatepass"), said


def _spoilt(files: Files, names: list[str], chance: Random) -> tuple[Files, str]:
    changed, said, gently = dict(files), [], chance.random() < 0.6
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        name = chance.choice(names)
        changed[name], what = changed_file(name, changed[name], chance, gently)
        said.append(f"{name}:{what}")
    return changed, " ".join(said)


def content(chance: Random, folder: Path, named: str = "") -> Outcome:
    """A content folder with changes in its YAML, CSV and Excel files, built."""
    files = chance.choice(contents(named))
    names = [name for name in files if name.endswith((".yaml", ".csv", ".xlsx"))]
    own = [name for name in names if name.startswith("pages/") or "example" in name]
    changed, said = _spoilt(files, own or names if chance.random() < 0.5 else names, chance)
    place = written(changed, folder / "content")
    outcome = judged(lambda: docgen.build(docgen.load(place)).to_bytes(), folder)
    return replace(outcome, changed=said)


def layout(chance: Random, folder: Path) -> Outcome:
    """A layout pack with changes in its layout.yaml; the small content built in it."""
    name = chance.choice(("cabinet_office", *packs()))
    changed, said = _spoilt(packs()[name], ["layout.yaml"], chance)
    return _in_pack(written(changed, folder / name), folder, f"{name} {said}")


def template(chance: Random, folder: Path) -> Outcome:
    """A layout pack with changes in its template.pptx; the small content built in it."""
    name = chance.choice([name for name, files in packs().items() if "template.pptx" in files])
    new, said = of_package(packs()[name]["template.pptx"], chance)
    return _in_pack(written({**packs()[name], "template.pptx": new}, folder / name), folder, f"{name} {said}")


def _in_pack(pack: Path, folder: Path, said: str) -> Outcome:
    return replace(judged(lambda: docgen.build(small(), layout=pack).to_bytes(), folder), changed=said)


def edited(chance: Random, folder: Path) -> Outcome:
    """A deck that docgen built, changed: merged, compared, checked and verified."""
    new, said = of_package(small_deck(), chance)
    deck = folder / "edited.pptx"
    deck.write_bytes(new)
    for look in LOOKS:
        outcome = looked(look, deck)
        if outcome.end not in GOOD:
            return replace(outcome, changed=said)
    rule = chance.choice(RULES)
    return replace(judged(lambda: docgen.merge(deck, small(), conflicts=rule).data, folder), changed=f"{said} {rule}")


SUBJECTS: Mapping[str, Subject] = {"content": content, "layout": layout, "template": template, "edited": edited}
"""The subjects by the words of the command."""


def warmed() -> None:
    """Read once what every case needs, and let no schema program run: it has no room in a bounded child."""
    os.environ["DOCGEN_OOXML_VALIDATOR"] = "none"
    contents(), packs(), known_values(), small_deck()
