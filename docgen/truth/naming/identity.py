"""One id, one name, wherever they stand together: K-102「…」, 「…」（K-102）, 図3（…）, 第3部　…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.sentences.claims import claims
from docgen.sentences.numerals import numeral
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import bare
from docgen.truth.naming.known import Known, Named, known
from docgen.truth.naming.markers import markers
from docgen.truth.naming.register import Entity
from docgen.truth.sentence import Sentence
from docgen.value import value

_CLOSING = {"「": "」", "『": "』", "(": ")"}
_HEADING = re.compile(r"[\s:：]+(?P<rest>[^、。]*[^、。\s])\s*$")
_BEFORE_HEADING = re.compile(r"\s*(?:[(【\[][^()]{1,8}[)】\]])?\s*")
_CALLED = re.compile(
    r"(?:は|とは|の(?:名称|題名|名)は)、?(?=[「『][^」』]+[」』](?:である|です|とい|とする|。|を(?:示|測|捉|表|指)|$))"
)
_PREDICATE = re.compile(
    r"(?:は|とは|[がで](?:示|測|捉え|表)[ぁ-ん]{0,3}のは)、?(?P<name>[^「『」』、。()はが]{4,30}?)(?:である|です|を(?:示|表)[^、。]{0,4})(?:。|$)"
)
_IS = re.compile(r"[」』)]?(?:は|とは|の名称は|の題名は|の名は|:)、?[「『]?")
# A line of pairs: 米:K-1 野菜:K-2.
_PAIRED = re.compile(r"[」』)]?:\s*[「『]?")
_NEXT_PAIR = re.compile(r"[」』]?(?:[\s、,/]|$)")
_SAYS_SO = re.compile(r"[」』]?(?:である|です|で、|。|を(?:示|測|捉|表|指)|とい|とし|$)")
_JOINED = re.compile(r"\s+|の")
# What stands before the name in a bracket: （略称：月見研）, （以下「月見研」という。）, （番号K-103）.
_CALLS = re.compile(r"(?:略称|以下|通称|正式名称|旧称|番号|[一-龥]{1,3}名)?[:、,]?\s*[「『]?")
_END = re.compile(r"[\s～:：(「,、/―-]|$")
_PLACE = re.compile("(?P<number>[0-9]+|[一二三四五六七八九十]+)(?:つ目|番目)")
_BOUND_BEFORE = re.compile(r"[」』]?\s*[(]")
_BOUND_AFTER = re.compile(r"\s*[「『(]|\s+")
_GOES_ON = re.compile(r"[」』]|[、,。]|と(?:いう|する|略す)|\s*$")
_JOINING = re.compile("における|に関する|に係る|に対する|のための|の|を|へ")
_RANGE_BEFORE = re.compile(r"[0-9一-龥)]\s*[～―]\s*$")
_ALIKE = 0.6
_SHORTEST = 4
_TAIL = 2


@value(frozen=True, slots=True)
class Beside:
    """What stands right after an id or a name, in brackets or as the rest of a heading; ``end`` is past the bracket."""

    start: int
    stop: int
    end: int
    opening: str


def one_name_per_id(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """An id beside the name of another, or beside nearly its own; an abbreviation beside the full name of another."""
    every = known(evidence)
    for sentence in sentences:
        named = every.named(sentence.words)
        for one in named:
            if _is_of_a_list(sentence, one):
                continue
            end = _misnamed(sentence.words, one, every)
            if end is not None:
                yield _breach(sentence, one, end)
        yield from _of_no_id(sentence, named, every)
        yield from _wrong_places(sentence, named)
        bound = False
        for one, other in pairwise(named):
            paired = _PAIRED.fullmatch(sentence.words, one.end, other.start) is not None
            if _is_of_a_list(sentence, one):
                continue
            if not (bound and not paired) and _are_said_one(sentence.words, one, other):
                yield _breach(sentence, one, other.end)
            bound = paired and not bound


def _is_of_a_list(sentence: Sentence, one: Named) -> bool:
    """Whether an id ends a stretch of several, or a bare number opens a paragraph of an opened deck, and no title.

    Then no name of its own stands behind it.
    """
    bare_number = one.by_id and sentence.words[one.start : one.end].isdigit()
    opened = isinstance(sentence.statement.where, SlidePosition)
    if one.by_id and _RANGE_BEFORE.search(sentence.words, 0, one.start):
        return True
    return bare_number and opened and plain(sentence.statement.page).split() != sentence.words.split()


def _misnamed(words: str, one: Named, known: Known) -> int | None:
    """Where the name ends that stands beside an id or a name, and is not of the same."""
    beside = _beside(words, one)
    if beside is None or (one.entity.of == "contents" and not beside.opening):
        return None
    text = words[beside.start : beside.stop].strip()
    other = _meant(text, known)
    if other is not None:
        return beside.end if other.of == one.entity.of and other.names != one.entity.names else None
    own = any(_has(text, name) or _bare(text) == _bare(name) for name in one.entity.names)
    if not one.by_id or own or text in one.entity.attributes.values():
        return None
    titles = [name for name in one.entity.names if not _is_id(name, one.entity)]
    if not titles or len(text) < _SHORTEST - 2 or any(text in title and beside.opening for title in titles):
        return None
    ratio = max(SequenceMatcher(None, text, title, autojunk=False).ratio() for title in titles)
    if beside.opening == "は":
        # A predicate that is nearly the name: of the same last word, in as many letters or so.
        near = any(text[-_TAIL:] == title[-_TAIL:] and text not in title for title in titles)
        return beside.end if near and ratio >= _ALIKE else None
    alike = ratio >= _ALIKE or any(title in text for title in titles)
    divider = not beside.opening and one.start > 0
    return beside.end if alike or divider or beside.opening == "「" else None


def _bare(name: str) -> str:
    """A name without its dates and the words that join its parts: 施設における設備の設置数 and 施設の設備設置数 are one."""
    return _JOINING.sub("", _dated(name))


def _beside(words: str, one: Named) -> Beside | None:
    predicate = _PREDICATE.match(words, one.end) if one.by_id else None
    if predicate is not None:
        start, stop = predicate.span("name")
        return Beside(start, stop, stop, "は")
    place = one.end + (words[one.end : one.end + 1] in _CLOSING.values() and not one.by_id)
    said = _CALLED.match(words, one.end) if one.by_id else None
    if said is not None:
        place = said.end()
    opening = words[place : place + 1]
    if opening == "(" or (opening in _CLOSING and opening and one.by_id):
        stop = _closed(words, place)
        return Beside(place + 1, stop, stop + 1, opening) if stop > place + 1 else None
    rest = _HEADING.match(words, one.end)
    if one.by_id and rest and _BEFORE_HEADING.fullmatch(words, 0, one.start):
        return Beside(rest.start("rest"), rest.end("rest"), rest.end("rest"), "")
    return None


def _of_no_id(sentence: Sentence, named: Sequence[Named], known: Known) -> Iterator[Breach]:
    """A name beside an id that its table does not have: A-9「…」, 「…」（A-9）."""
    words = sentence.words
    for marker in markers(words) if named else ():
        for one in named:
            before = one.end <= marker.start and _BOUND_BEFORE.fullmatch(words, one.end, marker.start)
            after = marker.end <= one.start and _BOUND_AFTER.fullmatch(words, marker.end, one.start)
            if (before or after) and known.lacks(marker.key, one.entity.of) and one.entity.keys:
                start, end = min(one.start, marker.start), max(one.end, marker.end)
                yield _breach(sentence, replace(one, start=start), end)


def _wrong_places(sentence: Sentence, named: Sequence[Named]) -> Iterator[Breach]:
    """The only item that a sentence names, said to be the third where it is the second."""
    if len({one.entity.names for one in named}) != 1 or not named[0].entity.of.startswith(("list", "contents")):
        return
    match = _PLACE.search(sentence.words, named[-1].end)
    numbers = {number[-1] for _, number in named[0].entity.keys}
    if match is not None and int(numeral(match["number"]).value) not in numbers:
        yield _breach(sentence, replace(named[0], start=match.start()), match.end())


def _closed(words: str, place: int) -> int:
    """Where the bracket that opens at ``place`` is closed; -1 where it is not."""
    opening = words[place]
    depth = 0
    for index in range(place, len(words)):
        depth += (words[index] == opening) - (words[index] == _CLOSING[opening])
        if not depth:
            return index
    # A sentence ends within the bracket: （以下「…」という。）.
    return len(words) if words[-1:] == "。" else -1


def _meant(text: str, known: Known) -> Entity | None:
    """What a text is the id or the name of; more may follow after a comma."""
    opening = _CALLS.match(text)
    start = opening.end() if opening is not None else 0
    first = next((one for one in known.named(text) if one.start == start), None)
    return first.entity if first is not None and _GOES_ON.match(text, first.end) else None


def _is_id(name: str, entity: Entity) -> bool:
    return any(marker.key in entity.keys and marker.end == len(name) for marker in markers(name))


def _has(text: str, name: str) -> bool:
    """Whether a text is a name, or goes on after it with more."""
    return text.startswith(name) and _END.match(text, len(name)) is not None


def _dated(text: str) -> str:
    """A text without what is spelled in two ways, its periods in one form."""
    for claim in reversed(claims(text)):
        if claim.period is not None:
            text = f"{text[: claim.start]}{claim.period}{text[claim.end :]}"
    return bare(text)


def _are_said_one(words: str, one: Named, other: Named) -> bool:
    """Whether a sentence says that an id is a name which is another's: K-102は農産物直売所の年間販売額である."""
    differ = one.by_id != other.by_id and one.entity.of == other.entity.of and one.entity.names != other.entity.names
    if not differ:
        return False
    if one.by_id and _JOINED.fullmatch(words, one.end, other.start):
        return True
    if _PAIRED.fullmatch(words, one.end, other.start) and _NEXT_PAIR.match(words, other.end):
        return True
    return bool(_IS.fullmatch(words, one.end, other.start) and _SAYS_SO.match(words, other.end))


def _breach(sentence: Sentence, one: Named, end: int) -> Breach:
    return sentence.breach(
        "one-id-one-name",
        sentence.spot(one.start, end),
        written=sentence.words[one.start : end],
        name="、".join(one.entity.names),
    )
