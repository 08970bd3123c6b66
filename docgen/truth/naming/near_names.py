"""Names nearly the same as one that the deck states: a word dropped, a letter other, two words exchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claims import claims
from docgen.sentences.letters import is_of_a_name
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import is_proper, nearly
from docgen.truth.naming.called import called
from docgen.truth.naming.index import NameIndex
from docgen.truth.naming.register import register
from docgen.truth.sentence import Sentence

_ANCHOR = 2
_SHORTEST = 5
_SPARE = 3
# So much of a text must be a name that stands as it should: the short form 月見研 is in the name 月見研究機関, too.
_COVERED = 0.6
_LONG = 6
"""Letters that the titles of two documents must begin or end with alike to be one."""
_KANA = re.compile(r"[ぁ-ん]")
_RUN = re.compile(r"(?:(?!及び|並びに|又は|若しく)[一-龥々〆ヶァ-ヴー・A-Za-z0-9])+")
_LIST_OF_NAMES = re.compile("名称|略称|正式")
# An answer is no name: 活動している.
_SAYS = re.compile("(?:いる|いた|いない|する|した|しない|ある|ない|たい|れる|ます)$")
_EDITION = re.compile(r"(?P<before>[^()0-9]*)第(?P<number>[0-9]+)(?P<after>[期次回版][^()]+)(?P<dated>[(][^()]*[)])")
_QUOTED = re.compile(r"[「『]([^」』]+)[」』]")


def known_names(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A name that is nearly one of those that the evidence states, and none of them."""
    names = tuple(dict.fromkeys(_stated(evidence)))
    every = NameIndex(name for name in names if len(name) >= _ANCHOR)
    anchors = _anchors(name for name in names if len(name) >= _SHORTEST or name.endswith("大学"))
    editions = tuple(filter(None, map(_edition, evidence.names)))
    for sentence in sentences:
        yield from _of_another_edition(sentence, editions)
        words = sentence.words
        taken = [(mention.start, mention.end) for mention in every.mentions(words)]
        for start, end, written, near in _candidates(words, anchors):
            needed = _COVERED * (end - start)
            free = not any(begin < end and start < stop and needed <= stop - begin for begin, stop in taken)
            free = free or (written.endswith("大学校") and written not in names)
            name = next((name for name in near if nearly(written, name)), None) if free else None
            if name is None and free and words[start - 1 : start] in ("「", "『"):
                name = next((name for name in near if _is_document(written, name)), None)
            if name is not None:
                taken.append((start, end))
                yield _breach(sentence, start, end, name)


def _is_document(written: str, name: str) -> bool:
    """Whether a title in quotes is that of a document but for its end or beginning: …に関する方針 for …に関する考え方."""
    if not (is_proper(written) and is_proper(name)) or re.search("[0-9]", written + name):
        return False
    if written in name or name in written:
        return False
    first, last = _alike(written, name), _alike(written[::-1], name[::-1])
    covered = first + last >= _COVERED * min(len(written), len(name))
    return max(first, last) >= _LONG and covered and "に関する" in written


def _alike(first: str, second: str) -> int:
    """How many letters two texts begin with alike."""
    return next((at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), 0)


def _edition(name: str) -> tuple[re.Pattern[str], str, str] | None:
    """What a dated edition is called with any number, its own number, and its name; None for no such name."""
    match = _EDITION.fullmatch(plain(name))
    if match is None or not any(claim.kind == "period" for claim in claims(match["dated"])):
        return None
    around = (re.escape(match[group]) for group in ("before", "after", "dated"))
    before, after, dated = around
    pattern = re.compile(rf"{before}第(?P<number>[0-9]+)(?={after}[」』]?{dated}){after}")
    return pattern, match["number"], plain(name).removesuffix(match["dated"])


def _of_another_edition(sentence: Sentence, editions: Sequence[tuple[re.Pattern[str], str, str]]) -> Iterator[Breach]:
    """A numbered document with the date of another edition: 第2期基本計画（令和5年3月策定） for the third."""
    for pattern, number, name in editions:
        for match in pattern.finditer(sentence.words):
            if match["number"] != number:
                yield _breach(sentence, match.start(), match.end(), name)


def people_by_role(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A family name before or after a role that another person has: 渡部委員長 where it is 渡邉."""
    roles = {told.role: told.names for name in evidence.names if (told := called(name)).role}
    if not roles:
        return
    role = "|".join(map(re.escape, sorted(roles, key=len, reverse=True)))
    person = re.compile(
        rf"(?P<first>[一-龥々ヶ]{{1,4}})(?P<before>{role})(?![一-龥])|"
        rf"(?P<after>{role})[の\s](?P<last>[一-龥々ヶ]{{1,4}})(?:氏|が|は|の|と|、|$)"
    )
    for sentence in sentences:
        for match in person.finditer(sentence.words):
            group = "first" if match["first"] else "last"
            family = roles[match["before"] or match["after"]][0]
            if match[group] != family and set(match[group]) & set(family):
                yield _breach(sentence, match.start(group), match.end(group), family)


def _stated(evidence: Evidence) -> Iterator[str]:
    for name in evidence.names:
        if not (told := called(name)).role:
            yield from told.names
    # What a table of an opened deck lists are examples, mostly: other bodies may well be called nearly so.
    tables = tuple(table for table in evidence.tables if table.where is None or _LIST_OF_NAMES.search(table.title))
    for entity in register(replace(evidence, tables=tables)):
        yield from entity.names
    for statement in evidence.statements:
        if statement.where is None:
            yield from (run for run in _RUN.findall(plain(statement.text)) if len(run) > _SHORTEST and is_proper(run))
    for table in tables:
        yield from (plain(label).removeprefix("うち") for label in table.labels if not _SAYS.search(label))


def _anchors(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        for anchor in dict.fromkeys((name[:_ANCHOR], name[-_ANCHOR:])):
            found.setdefault(anchor, []).append(name)
    return found


def _candidates(words: str, anchors: dict[str, list[str]]) -> Iterator[tuple[int, int, str, list[str]]]:
    """What may be a name, with the names that it may be.

    That is what stands in 「」, and runs of letters other than hiragana, which begin or end as a name does; and what
    begins and ends as a name with hiragana in it does.
    """
    for pattern in (_QUOTED, _RUN):
        for match in pattern.finditer(words):
            start, end = match.span(1) if pattern is _QUOTED else match.span()
            first, last = words[start : start + _ANCHOR], words[end - _ANCHOR : end]
            near = [*anchors.get(first, ()), *(anchors.get(last, ()) if last != first else ())]
            if near:
                yield start, end, words[start:end], near
    starts = [start for start in range(len(words) - _ANCHOR) if words[start : start + _ANCHOR] in anchors]
    for start in starts:
        named = () if start and _is_letter(words[start - 1]) else anchors[words[start : start + _ANCHOR]]
        for name in named:
            if name[:_ANCHOR] == words[start : start + _ANCHOR]:
                yield from _windows(words, start, name)


def _is_letter(letter: str) -> bool:
    return is_of_a_name(letter) or letter in "〆ヶ"


def _windows(words: str, start: int, name: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """The texts from ``start`` on that end as a name or its kind does, and are nearly as long."""
    for end in range(start + len(name) - _SPARE, min(start + len(name) + _SPARE, len(words)) + 1):
        ended = end == len(words) or not _is_letter(words[end])
        alike = words[:end].endswith(name[-_ANCHOR:]) or (is_proper(name) and is_proper(words[start:end]))
        if ended and alike and _KANA.search(name + words[start:end]):
            yield start, end, words[start:end], [name]


def _breach(sentence: Sentence, start: int, end: int, name: str) -> Breach:
    return sentence.breach(
        "nearly-one-name",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        name=name,
    )
