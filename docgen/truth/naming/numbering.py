"""Steps, items, notes, figures and chapters by their numbers: each number that a sentence names is in its list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.naming.markers import Item, Key, Marker, items, markers
from docgen.truth.sentence import Sentence
from docgen.value import value

_FEWEST = 2
_STEPS = ("手順", "段階", "ステップ", "工程")
_TITLE = 6
_LONG = 4
_RANGE = re.compile(r"\s*(?:～|から|-|―)\s*")
# The marker is of another document, or is still to come.
_FOREIGN = re.compile(
    r"[」』]\s*(?:の|、)?$|(?:白書|報告書?|資料|論文|文献|同書|本編|別冊|前回|前年版|指針|要領|大綱|要綱)の?$"
)
_BRACKETED = re.compile(r"\s*[「『(]([^」』)]+)[」』)]")
_TO_COME = re.compile("追加|新設|新たに|加え|予定|別途|増や|設け|欠番|廃止")
_TOPIC = re.compile("[^もで]は、$")
_TREATED = re.compile("(?:で|に|において)(?!も|は|わた|続)|を?参照|のとおり")
# What is told is the one before or behind that which is named.
_NEIGHBOUR = re.compile("の(?:直前|直後|[次前後])(?:の|に|は|が|で)")
_CLAUSE = re.compile(r"[^、。;]+")
_END = re.compile("[、。;)(・→⇒]|の順|を|は|が|に|である")
_WORD = re.compile(r"[0-9]+[年月]度?|[一-龥々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")
_COMMON = frozenset(re.findall("..", "推移状況資料出典示す年度注記参照単位数値実績する以下"))


@value(frozen=True, slots=True)
class Numbered:
    """The items of the evidence by their numbers, kind by kind; those that two lists number alike are left out."""

    items: Mapping[Key, Item]
    kinds: Mapping[str, frozenset[tuple[int, ...]]]

    def knows(self, marker: Marker) -> bool:
        """Whether a marker's kind is listed, from its first on, so that a number that is not there is wrong."""
        numbers = self.kinds.get(marker.kind, frozenset())
        if marker.kind == "-" and not any(number[:-1] == marker.number[:-1] for number in numbers):
            return False
        return len(numbers) >= _FEWEST and min(numbers)[-1] <= 1


def numbered(evidence: Evidence) -> Numbered:
    """The items of all lists, notes and titles of some evidence."""
    return evidence.once(_numbered)


def _numbered(evidence: Evidence) -> Numbered:
    titled = [f"{one.number} {one.title}" for one in evidence.titles if one.number]
    every = [found for listed in (*evidence.lists, *evidence.notes, titled) for found in items(listed)]
    every += [found for table in evidence.tables for found in _of_rows(table)]
    every += [found for listed in evidence.lists for found in _by_place(listed)]
    by_key: dict[Key, list[Item]] = {}
    kinds: dict[str, set[tuple[int, ...]]] = {}
    for one in every:
        by_key.setdefault(one.key, []).append(one)
        kinds.setdefault(one.marker.kind, set()).add(one.marker.number)
    single = {key: found[0] for key, found in by_key.items() if len({one.label for one in found}) == 1}
    return Numbered(single, {kind: frozenset(numbers) for kind, numbers in kinds.items()})


def _of_rows(table: FactTable) -> list[Item]:
    """The rows of a table that are numbered: 第3段階　設計."""
    found = [one for one in items(table.rows) if one.marker.kind in _STEPS and one.label]
    return found if len(found) >= _FEWEST else []


def _by_place(listed: Sequence[str]) -> Iterator[Item]:
    """The items of a list without numbers, by their places, as steps: 手順3, (3)."""
    if len(listed) > _FEWEST and not any(True for _ in items(listed)):
        for kind in (*_STEPS, "()"):
            for place, label in enumerate(listed, start=1):
                yield Item(Marker(kind, (place,), 0, 0), plain(label).strip())


def numbers_exist(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number of a step, note, figure or chapter that its list does not have."""
    known = numbered(evidence)
    for sentence in sentences:
        found = [marker for marker in markers(sentence.words) if known.knows(marker)]
        for marker in found:
            if marker.number not in known.kinds[marker.kind] and not _is_foreign(sentence.words, marker):
                yield _unknown(sentence, *_span(sentence.words, marker, found))


def numbers_follow(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """In a sentence that lists items with their numbers: a number that is there twice, or that is another's."""
    known = numbered(evidence)
    for sentence in sentences:
        found = markers(sentence.words)
        if not found:
            continue
        for marker, end in _labelled(sentence.words, found):
            label = sentence.words[marker.end : end].strip(" 」「")
            right = _owner(label, marker, known)
            if right is not None:
                start = sentence.words.find(right.label, marker.end, end)
                stop = start + len(right.label) if start >= 0 else end
                yield _of_another(sentence, marker.start, stop, _printed(right.marker, right.label))
        yield from _out_of_order(sentence, found, known)


def labels_match(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number beside the words of another item of its list: 課題の詳細は第3章, where 課題 is chapter 2."""
    known = numbered(evidence)
    for sentence in sentences:
        found = markers(sentence.words)
        for marker in found:
            if _is_named(sentence.words, marker, known):
                continue
            right = _described(sentence.words, marker, found, known)
            if right is not None:
                yield _of_another(sentence, marker.start, marker.end, _printed(right.marker, right.label))


def _is_named(words: str, marker: Marker, known: Numbered) -> bool:
    """Whether a name of the list stands in brackets right after a number: then it is judged as an id with a name."""
    match = _BRACKETED.match(words, marker.end)
    return match is not None and marker.key in known.items and any(one.label == match[1] for one in known.items.values())


def _is_foreign(words: str, marker: Marker) -> bool:
    return bool(_FOREIGN.search(words, 0, marker.start) or _TO_COME.search(words))


def _span(words: str, marker: Marker, found: Sequence[Marker]) -> tuple[int, int]:
    """The characters of a marker, with those of the range that it ends: ①～⑥."""
    for one in found:
        if one.kind == marker.kind and one.end <= marker.start and _RANGE.fullmatch(words, one.end, marker.start):
            return one.start, marker.end
    return marker.start, marker.end


def _labelled(words: str, found: Sequence[Marker]) -> Iterator[tuple[Marker, int]]:
    """Markers with words right after them, and where these end: at the next comma or marker."""
    for marker, following in pairwise([*found, Marker("", (), len(words), len(words))]):
        stop = min(place for place in (*_ends(words, marker.end), following.start))
        yield marker, stop


def _ends(words: str, start: int) -> Iterator[int]:
    match = _END.search(words, start)
    yield match.start() if match is not None else len(words)


def _owner(label: str, marker: Marker, known: Numbered) -> Item | None:
    """The item of a marker's kind whose label this is, where the marker's own is another."""
    own = known.items.get(marker.key)
    if len(label) < _FEWEST or (own is not None and (own.label.startswith(label) or label.startswith(own.label))):
        return None
    owners = [one for key, one in known.items.items() if key[0] == marker.kind and _begins(label, one.label)]
    return owners[0] if len(owners) == 1 else None


def _begins(written: str, label: str) -> bool:
    """Whether words are a label, or begin with one of some length: 運行の試験からなる."""
    return written == label or (len(label) >= _LONG and written.startswith(label))


def _out_of_order(sentence: Sentence, found: Sequence[Marker], known: Numbered) -> Iterator[Breach]:
    """A number that stands twice in a list within a sentence, both times with words of its own."""
    first: dict[Key, str] = {}
    for marker, end in _labelled(sentence.words, found):
        label = sentence.words[marker.end : end].strip()
        listing = marker.kind in ("①", "❶", "()", "(ア)") and len(label) >= _FEWEST
        earlier = first.setdefault(marker.key, label) if listing else label
        if earlier != label and _owner(label, marker, known) is None and marker.key not in known.items:
            yield _twice(sentence, marker.start, end)


def _described(words: str, marker: Marker, found: Sequence[Marker], known: Numbered) -> Item | None:
    """The item whose words stand beside a marker of another number, its own words not being there."""
    if _NEIGHBOUR.search(words):
        return None
    alike = [one for one in found if _family(one.kind) == _family(marker.kind)]
    named = {one.key for one in alike}
    listed = [one for key, one in known.items.items() if _family(key[0]) == _family(marker.kind) and key not in named]
    clause = _scope(words, marker, alike)
    one = _other(words, marker, *clause, listed, known)
    if one is not None or len(found) > 1:
        return one
    whole = _other(words, marker, 0, len(words), listed, known)
    near = whole is not None and (marker.key not in known.items or _told(words[slice(*clause)], whole.label))
    return whole if near else None


def _family(kind: str) -> str:
    """What is numbered alike: figures and tables are of one kind to who mixes them up."""
    return "図" if kind in ("図", "表", "図表") else kind


def _other(words: str, marker: Marker, start: int, end: int, listed: Sequence[Item], known: Numbered) -> Item | None:
    about = words[start : marker.start] + "、" + words[marker.end : end]
    own = known.items.get(marker.key)
    if own is None:
        # A number that is not in a list is none of it only if the sentence has the title of one that is.
        titled = [one for one in listed if len(core := _core(one.label)) >= _TITLE and core in about]
        return titled[0] if len(titled) == 1 and marker.kind in known.kinds else None
    if _told(about, own.label):
        whole = [one for one in listed if len(core := _core(one.label)) >= _LONG and core in about]
        alone = len(whole) == 1 and not _is_told(about.replace(_core(whole[0].label), "、"), own.label)
        return whole[0] if alone else None
    telling = sorted(((_told(about, one.label), one) for one in listed), key=lambda pair: -pair[0])
    if not telling or telling[0][0] < _FEWEST or telling[0][0] == (telling[1][0] if telling[1:] else 0):
        return None
    return telling[0][1]


def _told(about: str, label: str) -> int:
    """How many of the words of a label a text has: two for each whole word, else one for each two letters of one."""
    words = [word for word in _WORD.findall(_core(label)) if word not in _COMMON]
    return sum(2 if word in about else len(_pairs(word) & _pairs(about) - _COMMON) for word in words)


def _is_told(about: str, label: str) -> bool:
    """Whether a word of a label begins one of a text: not so 投資 of 投資の目的 in 設備投資."""
    words = [word for word in _WORD.findall(_core(label)) if word not in _COMMON]
    return any(told.startswith(word) for told in _WORD.findall(about) for word in words)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _core(label: str) -> str:
    """A label without what stands in brackets."""
    return re.sub(r"[(][^()]*[)]", "", plain(label)).strip()


def _scope(words: str, marker: Marker, alike: Sequence[Marker]) -> tuple[int, int]:
    """The clause of a marker, up to the other markers of its kind."""
    start = max(words.rfind(sign, 0, marker.start) for sign in "、。;→") + 1
    stops = [place for sign in "、。;→" if (place := words.find(sign, marker.end)) >= 0]
    end = min(stops, default=len(words))
    opening = words.rfind("(", 0, marker.start)
    if opening >= 0 and ")" not in words[opening : marker.start] and opening < start:
        start = opening + 1
    if start and _TOPIC.search(words, 0, start) and _TREATED.match(words, marker.end):
        start = max(words.rfind(sign, 0, start - 1) for sign in "、。;") + 1
    start = max([start, *(one.end for one in alike if one.end <= marker.start)])
    return start, min([end, *(one.start for one in alike if one.start >= marker.end)])


def _printed(marker: Marker, label: str) -> str:
    return f"{marker.kind}{'-'.join(map(str, marker.number))} {label}"


def _unknown(sentence: Sentence, start: int, end: int) -> Breach:
    return sentence.breach("numbering.unknown", sentence.spot(start, end), written=sentence.words[start:end])


def _of_another(sentence: Sentence, start: int, end: int, right: str) -> Breach:
    return sentence.breach(
        "numbering.other",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=right,
    )


def _twice(sentence: Sentence, start: int, end: int) -> Breach:
    return sentence.breach("numbering.twice", sentence.spot(start, end), written=sentence.words[start:end])
