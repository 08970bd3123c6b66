"""A count of the items of a list that the deck has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.counts.exact import GENERIC, counting
from docgen.truth.counts.miscount import miscount
from docgen.truth.counts.names import names_before
from docgen.truth.counts.parts import parts_counted
from docgen.truth.sentence import Sentence

_RANGE = re.compile(
    r"(?P<group>[A-Za-z\d]+)(?P<sign>[-.])(?P<first>\d+)(?:から|～)(?P=group)(?P=sign)(?P<last>\d+)(?:まで)?の?$"
)
_ITEM = re.compile(r"(?P<group>[A-Za-z\d]+)(?P<sign>[-.])(?P<number>\d+)")
_ANNOUNCED = re.compile("(?:次|以下|下記|(?:次|以下)に(?:示す|掲げる))の$|をはじめ(?:と(?:する|した))?、?$")
_KINDS = frozenset({"分野", "柱", "観点", "領域", "方針", "類型", "種類", "方向"})
_WHOLE = re.compile("全て|すべて|全(?=$)|合わせて|合計|総数|計(?=$)|全部")
_REST = re.compile("ほか|他に|残り|残る|以外|除[くいけき]")


def counts_of_ranges(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count that is not that of the items from one number to another: B-1からB-3までの三件, where there is no B-3."""
    items = [match for items in evidence.lists for item in items if (match := _ITEM.match(plain(item)))]
    for sentence in sentences:
        for claim, number in counting(sentence):
            told = _RANGE.search(sentence.words, 0, claim.start)
            own = [] if told is None else [int(match["number"]) for match in items if match["group"] == told["group"]]
            first, last = (int(told["first"]), int(told["last"])) if told else (0, 0)
            within = [item for item in own if first <= item <= last]
            there = len(within) if own else last - first + 1
            if told is not None and (number != there or (own and last not in own)):
                names = f"{told['group']}{told['sign']}{first}～{max(within, default=last)}"
                yield miscount(sentence, claim, [names], there, sentence.spot(told.start(), claim.end))


def counts_of_lists(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of all items of the deck's one list, or of those that are left, that is not theirs."""
    for sentence in sentences:
        for claim, number in counting(sentence):
            counted = parts_counted(sentence, claim, evidence)
            if counted and number != len(counted):
                yield miscount(sentence, claim, counted)
    if len(evidence.lists) != 1:
        return
    [items] = evidence.lists
    plausible = _plausible(items)
    for sentence in sentences:
        for claim, number in counting(sentence):
            before = sentence.words[: claim.start]
            announced = _ANNOUNCED.search(before) is not None
            if claim.unit not in GENERIC | (_KINDS if announced else frozenset()) or _RANGE.search(before):
                continue
            if not announced and names_before(before, 0, claim.start):
                continue
            named = sum(bare_item(item) in before for item in items)
            right = len(items) - named if _REST.search(before) else len(items)
            told = announced or _WHOLE.search(before) or (named and _REST.search(before))
            if told and number != right and (number not in plausible or _REST.search(before)):
                yield miscount(sentence, claim, items, right)


def _plausible(items: Sequence[str]) -> set[int]:
    """How many items there are, in all, in each group of numbers (A-1, A-2), and how many groups."""
    groups = [match["group"] for item in items if (match := _ITEM.match(plain(item)))]
    return {len(items), len(set(groups)), *(groups.count(group) for group in groups)}


def bare_item(item: str) -> str:
    """An item without its number: 規制の見直し of A-2 規制の見直し.

    >>> bare_item("A-2 規制の見直し"), bare_item("③現地の確認")
    ('規制の見直し', '現地の確認')
    """
    return re.sub(r"^(?:[A-Za-z\d]+[-.]\d+|[①-⑳]|\(?\d+\)?[.、]?)\s*", "", plain(item))
