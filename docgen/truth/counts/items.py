"""A count of the items of a list, of which some are named: from one to another, among others, or all but those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.mentions import Mention, mentions
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.counts.exact import GENERIC, counting
from docgen.truth.counts.listed import bare_item
from docgen.truth.counts.miscount import miscount
from docgen.truth.sentence import Sentence

_TO = re.compile("[」』]?(?:から|～|より)(?:[①-⑳]|[(]?[0-9]{1,2}[)])?[「『]?")
_UP_TO = re.compile("[」』]?(?:まで|に至る(?:まで)?)?(?:の|に至る|、)?(?:計|合わせて|全)?")
_AMONG = re.compile("[」』]?(?:など|等|をはじめ(?:と(?:する|した))?)(?:の|、)?(?:計|合わせて|全)?")
_MADE_OF = re.compile(
    "(?:の[^、。はがをにで]{1,10})?"
    "(?:から(?:な[るりっ]|成|構成)|で(?:構成|成り)|に(?:整理|分け|大別|わた|分類)|を(?:柱|掲げ|定め|設定))"
)
_REST = re.compile("残[るり]の?|(?:その)?(?:他|ほか)の?")
_KINDS = frozenset({"分野", "柱", "観点", "領域", "方針", "類型", "種類", "方向", "テーマ", "本", "目標", "課題", "戦略"})
_KINDS |= {"段階", "ステップ", "工程", "手順"}
_SLIP = 2


def counts_of_items(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of the items from one to another, of all of which some are named (など), or of those that are left."""
    lists = [tuple(map(plain, items)) for items in evidence.lists if 2 < len(set(items)) == len(items)]
    for sentence in sentences if lists else ():
        for claim, number in counting(sentence):
            if not _counts_items(claim, lists):
                continue
            for items in lists:
                named = [one for one in _named(sentence, items) if one.end <= claim.start]
                right = _right(sentence, claim, number, named, items) if named else None
                if right is not None and number != right and abs(number - right) <= _SLIP:
                    yield miscount(sentence, claim, items, right)
                    break


def _counts_items(claim: Claim, lists: Sequence[Sequence[str]]) -> bool:
    """Whether a counter is one of whatever is listed, or begins the names of items: 本 or 柱 for 柱1, 柱2."""
    unit = claim.unit
    return unit in GENERIC | _KINDS or any(all(item.startswith(unit) for item in items) for items in lists)


def _named(sentence: Sentence, items: Sequence[str]) -> list[Mention]:
    """Where items are named, by their words or by their numbers (柱1), which no digit follows."""
    names = {name: item for item in items for name in (item, bare_item(item)) if len(name) > 1}
    found = [Mention(one.start, one.end, names[one.label]) for one in mentions(sentence.words, names)]
    return [one for one in found if not re.fullmatch(r"\d\d", sentence.words[one.end - 1 : one.end + 1])]


def _right(
    sentence: Sentence, claim: Claim, number: int, named: Sequence[Mention], items: Sequence[str]
) -> int | None:
    """How many a count should be; None where nothing tells."""
    words, last = sentence.words, named[-1]
    behind = words[last.end : claim.start]
    if len(named) > 1 and _TO.fullmatch(words, named[-2].end, last.start) and _UP_TO.fullmatch(behind):
        return len(_between(items, named[-2], last))
    if _AMONG.fullmatch(behind):
        whole = number > len(items) or _MADE_OF.match(words, claim.end)
        return len(items) if whole else None
    if _REST.search(words, max(0, claim.start - 4), claim.start):
        told = _told(words, named, items)
        return len(items) - len(told) if 1 < len(told) < len(items) else None
    return None


def _told(words: str, named: Sequence[Mention], items: Sequence[str]) -> set[str]:
    """The items that are named, those between the two of a stretch among them."""
    told = {one.label for one in named}
    for first, last in pairwise(named):
        if _TO.fullmatch(words, first.end, last.start):
            told.update(_between(items, first, last))
    return told


def _between(items: Sequence[str], first: Mention, last: Mention) -> Sequence[str]:
    begin, end = items.index(first.label), items.index(last.label)
    return items[begin : end + 1] if begin <= end else ()
