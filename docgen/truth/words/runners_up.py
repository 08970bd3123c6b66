"""What is said to come next behind the greatest, and does not: 甲国が首位で、丙国がこれに次ぐ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.breach import Breach
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.extreme import Extreme, extremes_of
from docgen.truth.words.compared_group import Group, compared_with

_AMOUNT = r"(?:の?\([^()]*\)|の[^、。はがで]{1,12})?"
_JOINED = re.compile(rf"{_AMOUNT}(?:、|と|及び|・)")
_FOLLOWS = re.compile(rf"{_AMOUNT}が(?:これ|それ)?に?(?:次い|次ぐ|次ぎ|続[いくき])")
_NEXT = re.compile(r"[^、。]{0,8}?(?:次いで|続いて|次に)(?:多い|高い|大きい)?(?:のは|のが)?、?$")


def runners_up_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The row or column that is said to be second, behind one that is rightly called the greatest or the least."""
    tables = near(evidence.tables)
    for sentence in sentences:
        for extreme in extremes_of(sentence):
            for table in tables.spoken_of(sentence):
                found = compared_with(sentence, extreme, table)
                if found is None:
                    continue
                yield from _judged(sentence, extreme, *found, table)
                break


def _judged(
    sentence: Sentence, extreme: Extreme, group: Group, leaders: Sequence[str], table: FactTable
) -> Iterator[Breach]:
    facts = sorted(group.facts, key=lambda fact: -fact.value if extreme.most else fact.value)
    if len(leaders) != 1 or group.facts[0].unit == "位" or group.label(facts[0]) != leaders[0]:
        return
    values = [fact.value for fact in facts]
    of_label = {group.label(fact): fact for fact in facts}
    for mention, place in _behind(sentence, extreme, table):
        own = of_label.get(mention.label)
        if own is None or place >= len(values):
            return
        if own.value != values[place]:
            yield _breach(sentence, mention, own, facts[place], group)
            return


def _behind(sentence: Sentence, extreme: Extreme, table: FactTable) -> list[tuple[Mention, int]]:
    """The names that are said to follow, each with the place that it must have in the order, the greatest being 0."""
    words = sentence.words
    named = [one for one in mentions(words, table.labels) if one.start >= extreme.end]
    for last, mention in enumerate(named):
        next_told = _NEXT.search(words, extreme.end, mention.start)
        if not _FOLLOWS.match(words, mention.end) and not next_told:
            continue
        first = last
        while not next_told and first and _JOINED.fullmatch(words, named[first - 1].end, named[first].start):
            first -= 1
        return [(one, place) for place, one in enumerate(named[first : last + 1], start=1)]
    return []


def _breach(sentence: Sentence, mention: Mention, own: Fact, right: Fact, group: Group) -> Breach:
    return sentence.breach(
        "next-is-another",
        sentence.spot(mention.start, mention.end),
        label=group.label(own),
        value=spelled(own.value, own.unit),
        right=group.label(right),
        best=spelled(right.value, right.unit),
        place=f"{own.place}、{right.place}",
    )
