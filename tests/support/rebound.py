"""How much of a folder is bound again when its sentences were made plain."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.binding.bound import BoundContent
from docgen.binding.reference import Datum, references
from docgen.derive.desk import Desk
from docgen.editing.edits import Edit
from docgen.editing.files import edited_files
from docgen.editing.source import Source
from docgen.errors import FieldPath
from docgen.sentences.claims import claims
from support.plain_copy import Printed, desk_of, plain_copy, printed, sentences

_FORM = re.compile(r"\.(?:dated|number|when|period|due|amount)\b|\|(?:myriads|number|decimals\(\d+\))|\|convert\([^)]*\)")
_COMPUTED = re.compile(r"\(?(?P<first>\S+?)(?:\|(?P<ratio>share|tenths|multiple)_of\(|\s+(?P<sign>[-+])\s+)(?P<second>[^)]+)\)?")
_UNDATED = frozenset({"identifier", "duration"})


@dataclass(frozen=True)
class Element:
    """A number or a period of a printed text, what it was taken from, and what it is bound to (None: it is plain)."""

    path: FieldPath
    text: str
    is_period: bool
    was: str | None
    now: str | None
    verdict: str


@dataclass(frozen=True)
class Rebound:
    """All elements of a folder whose sentences were made plain and bound again, and what binding said."""

    elements: tuple[Element, ...]
    bound: BoundContent

    def counted(self, *, periods: bool = False) -> Counter[str]:
        """How many numbers, or periods, are right, wrong, left, or plain as they were."""
        return Counter(element.verdict for element in self.elements if element.is_period == periods)

    @property
    def share(self) -> float:
        """The share of the numbers that came from the data that are bound to it again."""
        counts = self.counted()
        return counts["right"] / (counts["right"] + counts["wrong"] + counts["left"])


def rebound(folder: Path, target: Path) -> Rebound:
    """Make a copy of a folder plain at ``target``, bind it and write it, and compare what each number means."""
    return bound_again(plain_copy(folder, target), target)


def bound_again(was: Mapping[FieldPath, Printed], target: Path) -> Rebound:
    """The same of a folder ``target`` that was made plain before: ``was`` is what its templates were."""
    bound = docgen.bind(target)
    bound.write()
    compendium = docgen.load(target)
    desk = desk_of(compendium)
    now = {path: printed(text, path, desk) for path, text in sentences(compendium)}
    return Rebound(tuple(_elements(was, now, _Meanings(desk))), bound)


@dataclass
class _Meanings:
    """What expressions mean at the paths of a compendium."""

    desk: Desk

    def __post_init__(self) -> None:
        self.known = references(self.desk)
        self.named: dict[FieldPath, dict[str | None, Datum]] = {}

    def at(self, expression: str, path: FieldPath) -> Datum:
        """The datum that an expression names at a path, whatever the form in which it is printed."""
        base = _FORM.sub("", expression).replace(".points", ".change").replace(".rank", ".latest").strip("()")
        base = base.removeprefix("facts.")
        computed = _COMPUTED.fullmatch(base)
        if base.startswith("data("):
            page = self.desk.for_page()
            page.text(f"{{{{ {base} }}}}", path)
            return Datum("", tuple(map(str, page.reader.traces)))
        if computed is None:
            return self._named(path).get(base, Datum(base, ()))
        first, second = (self.at(computed[name], path).cells for name in ("first", "second"))
        if computed["sign"] == "+":
            return Datum("sum", tuple(sorted((*first, *second))))
        return Datum("ratio" if computed["ratio"] else "difference", (*first, *second))

    def _named(self, path: FieldPath) -> dict[str | None, Datum]:
        names = self.desk.library.short_names
        if path[:2] not in self.named:
            self.named[path[:2]] = {one.name_at(path, names): one.datum for one in self.known}
        return self.named[path[:2]]


def _elements(was: Mapping[FieldPath, Printed], now: dict[FieldPath, Printed], meanings: _Meanings) -> Iterator[Element]:
    for path, text in now.items():
        before = was.get(path, Printed(text.text, ()))
        assert before.text == text.text, path
        for claim in claims(text.text):
            first, second = before.at(claim.start, claim.end), text.at(claim.start, claim.end)
            if claim.kind in _UNDATED and first is None and second is None:
                continue
            verdict = _verdict(first, second, path, meanings)
            yield Element(path, claim.text, claim.kind == "period", first, second, verdict)


def _verdict(was: str | None, now: str | None, path: FieldPath, meanings: _Meanings) -> str:
    if was is None:
        return "plain" if now is None else "new"
    if now is None:
        return "left"
    return "right" if meanings.at(was, path) == meanings.at(now, path) else "wrong"


def altered(was: Mapping[FieldPath, Printed], target: Path, chance: random.Random) -> tuple[int, list[str]]:
    """Change a digit of one number of each text of a folder that was made plain: how many, and what those are bound to."""
    compendium = docgen.load(target)
    source, edits, texts = Source(target, compendium), list[Edit](), dict[str, int]()
    for path, text in was.items():
        digits = [place for start, end, _ in text.expressions for place in _digits(text.text, start, end)]
        if digits:
            place = chance.choice(digits)
            digit = chance.choice([digit for digit in "123456789" if digit != text.text[place]])
            changed = text.text[:place] + digit + text.text[place + 1 :]
            edits += source.written(path if path in compendium.origin.positions else path[:-1], changed)
            texts[changed] = place
    for file, data in edited_files(edits, source).items():
        (target / file).write_bytes(data)
    numbers = ((one, one.number) for one in docgen.bind(target).bindings if one.number.sentence in texts)
    found = [one for one, number in numbers if number.start <= texts[number.sentence] < number.end]
    return len(texts), [f"{one.number.excerpt}: {one.meaning.expression}" for one in found]


def _digits(text: str, start: int, end: int) -> list[int]:
    """The digits of a number, without those of the period in parentheses behind it."""
    stop = text.find("（", start, end)
    return [place for place in range(start, stop if stop > 0 else end) if text[place].isdigit()]
