"""One set of elements: what a sentence quotes beside items of a list is an item of it, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.truth.naming.alike import bare
from docgen.truth.naming.markers import items
from docgen.truth.sentence import Sentence

_FEWEST = 3
_SHORTEST = 4
_JOINED = 3
_END = 2
_PART = re.compile(r"[^、。及び並]+?(?=、|及び|並びに|の[一二三四五六七八九十0-9]+つ|の[0-9]|である|。|$)")
_SERIES = re.compile(
    r"[「『][^」』]+[」』](?:\s*(?:[(（][^()（）]*[)）])?(?:、|と|及び|並びに|・|,|、及び)?\s*[「『][^」』]+[」』])+"
)
_QUOTED = re.compile(r"[「『]([^」』]+)[」』]")


def elements_in_a_row(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """In a sentence that lists all items of a list but one, what stands between commas in the place of that one."""
    lists = [[one.label for one in items(listed)] for listed in evidence.lists]
    for sentence in sentences:
        for labels in lists if "、" in sentence.words else ():
            there = [(start, label) for label in labels if (start := sentence.words.find(label)) >= 0]
            if len(labels) < _FEWEST or len(there) != len(labels) - 1 or "「" in sentence.words:
                continue
            for part in _PART.finditer(sentence.words):
                start = part.start() + len(part.group().rpartition("は")[0]) + ("は" in part.group())
                text = sentence.words[start : part.end()]
                near = any(abs(start - place) <= len(label) + _JOINED for place, label in there)
                if near and len(text) >= _SHORTEST and not any(label in text for label in labels):
                    missing = next(label for label in labels if label not in sentence.words)
                    if text[-_END:] == missing[-_END:] or text.startswith(missing[:_END]):
                        yield sentence.breach(
                            "one-set-of-elements",
                            sentence.spot(start, part.end()),
                            written=text,
                            right=missing,
                        )


def one_set_of_elements(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """In a series of three or more 「…」, one that is no item of the list of which the others are."""
    lists = [{bare(one.label): one.label for one in items(listed)} for listed in evidence.lists]
    if not lists:
        return
    for sentence in sentences:
        for series in _SERIES.finditer(sentence.words):
            quoted = [(series.start() + match.start(1), match.group(1)) for match in _QUOTED.finditer(series.group())]
            for labels in lists:
                others = [(start, text) for start, text in quoted if bare(text) not in labels]
                if len(quoted) >= _FEWEST and len(others) == 1:
                    [(start, text)] = others
                    missing = [label for key, label in labels.items() if key not in {bare(one) for _, one in quoted}]
                    yield sentence.breach(
                        "one-set-of-elements",
                        sentence.spot(start, start + len(text)),
                        written=text,
                        right="、".join(missing),
                    )
