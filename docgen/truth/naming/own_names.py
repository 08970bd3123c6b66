"""Names nearly the same among a deck's own texts: one that stands once beside one that stands often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import is_proper, nearly
from docgen.truth.sentence import Sentence

_RUN = re.compile(r"[一-龥々〆ヶァ-ヴー・A-Za-z0-9]+")
_SHORTEST = 6
_LONGEST = 40
_OFTEN = 3
"""How often a name must stand for one that stands once to be doubted; a word dropped is doubted of longer names alone."""
_QUOTED_OFTEN = 2
"""How often, where the other stands in 「」."""
_LONG = 9
# Letters that tell bodies and their parts apart: 農業大学 and 工業大学, 総務部 and 総務課.
_OTHER_BODY = re.compile("[工農商理医薬歯芸文法経教体音美水産林漁鉱電機部局課室係院所科系連協]")


def names_of_one_spelling(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """In an opened deck: a name that stands once, and is another with a slip that stands three times or more."""
    runs = [
        (sentence, match)
        for sentence in sentences
        if isinstance(sentence.statement.where, SlidePosition) and sentence.statement.where.shape != "notes"
        for match in _RUN.finditer(sentence.words)
        if _SHORTEST <= len(match.group()) <= _LONGEST and is_proper(match.group())
    ]
    counted = Counter(match.group() for _, match in runs)
    counted.update(name for name in _in_tables(evidence) if name in counted)
    often = [name for name, count in counted.items() if count >= _QUOTED_OFTEN]
    by_rest: dict[str, list[str]] = {}
    for name in often:
        for rest in _rests(name):
            by_rest.setdefault(rest, []).append(name)
    for sentence, match in runs:
        written = match.group()
        if counted[written] == 1:
            near = {name for rest in _rests(written) for name in by_rest.get(rest, ())}
            enough = _QUOTED_OFTEN if _is_quoted(sentence.words, match) else _OFTEN
            often_so = sorted((name for name in near if counted[name] >= enough), key=lambda name: -counted[name])
            right = next((name for name in often_so if _is_slip(written, name)), None)
            if right is not None:
                yield sentence.breach(
                    "nearly-one-name",
                    sentence.spot(match.start(), match.end()),
                    written=written,
                    name=right,
                )


def _is_quoted(words: str, match: re.Match[str]) -> bool:
    """Whether a name stands in 「」, and so is surely one."""
    return "「" in words[: match.start()] and words[match.end() : match.end() + 1] in ("」", "』")


def _in_tables(evidence: Evidence) -> Iterator[str]:
    for table in evidence.tables:
        for line in table.texts:
            for cell in line:
                yield from _RUN.findall(plain(cell))


def _rests(name: str) -> Iterable[str]:
    """A name, what is left of it without one or two letters in a row, and its letters in order."""
    yield name
    yield "".join(sorted(name)) + "*"
    for length in (1, 2):
        for place in range(len(name) - length + 1):
            yield f"{name[:place]}{name[place + length :]}"


def _is_slip(written: str, name: str) -> bool:
    if not nearly(written, name):
        return False
    if sorted(written) == sorted(name):
        return True
    edits = [edit for edit in SequenceMatcher(None, name, written, autojunk=False).get_opcodes() if edit[0] != "equal"]
    start, end, begin, stop = edits[0][1], edits[-1][2], edits[0][3], edits[-1][4]
    lost, put = name[start:end], written[begin:stop]
    if lost and put:
        return len(lost) == len(put) == 1 and not (_OTHER_BODY.match(lost) and _OTHER_BODY.match(put))
    return len(lost or put) == 1 or len(name) >= _LONG
