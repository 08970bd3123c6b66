"""Lists within a sentence that give all items by their numbers and words (第1編 …　第2編 …), one of them otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import bare
from docgen.truth.naming.markers import Marker, markers
from docgen.truth.naming.numbering import numbered
from docgen.truth.sentence import Sentence

_FEWEST = 3
_ALIKE = 0.3
_BESIDE = re.compile(r"^[\s:：.．「『)]+|[\s、,。・/」』]+$|(?:及び|並びに)$")
_TRAIL = re.compile(r"[\s.…・]*(?:[pP][.]?\s*)?\d+\s*(?:ページ|頁)?$")


def labels_as_listed(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """In a list of numbered items within a sentence, all as the deck lists them but one: that one's words."""
    known = numbered(evidence).items if evidence.lists or evidence.titles else {}
    for sentence in sentences if known else ():
        found = [marker for marker in markers(sentence.words) if marker.key in known]
        if len(found) < _FEWEST or len({marker.kind for marker in found}) > 1:
            continue
        parts = list(_parts(sentence.words, found))
        others = [(at, text, marker) for at, text, marker in parts if bare(text) != bare(known[marker.key].label)]
        if len(others) != 1:
            continue
        [(at, text, marker)] = others
        label = plain(known[marker.key].label)
        if len(text) > 1 and text not in label and label not in text and _is_alike(text, label):
            yield sentence.breach(
                "one-id-one-name",
                sentence.spot(at, at + len(text)),
                written=f"{sentence.words[marker.start : marker.end]} {text}",
                name=label,
            )


def _parts(words: str, found: Sequence[Marker]) -> Iterator[tuple[int, str, Marker]]:
    """The words between each marker and the next, with where they begin."""
    for marker, following in pairwise([*found, Marker("", (), len(words), len(words))]):
        text = words[marker.end : following.start]
        while (cut := _TRAIL.sub("", _BESIDE.sub("", text))) != text:
            text = cut
        yield words.find(text, marker.end), text, marker


def _is_alike(text: str, label: str) -> bool:
    return SequenceMatcher(None, text, label, autojunk=False).ratio() >= _ALIKE
