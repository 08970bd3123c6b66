"""What is said to come next behind the greatest, and does not: 甲国が首位で、丙国がこれに次ぐ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.breach import Breach
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.extreme import Extreme, extremes_of
from docgen.truth.wording.series import BEFORE
from docgen.truth.words.compared_group import Group, compared_with

_AMOUNT = r"(?:の?\([^()]*\)|の[^、。はがで]{1,12})?"
_JOINED = re.compile(rf"{_AMOUNT}(?:、|と|及び|・)")
_FOLLOWS = re.compile(rf"{_AMOUNT}が(?:これ|それ)?に?(?:次い|次ぐ|次ぎ|続[いくき])")
# Behind a list: it stands in the order of the values.
_IN_ORDER = re.compile(
    "の順(?:に|で|と)(?:(?P<more>多[いく]|大き[いく]|高[いく])|(?P<less>少な[いく]|小さ[いく]|低[いく])|と?なっ|で[あす]|、|。|$)"
)
# Before a list: so are the things of it (多い順に、さば、あじ、ぶり).
_ORDER = re.compile(
    "(?:(?P<more>多|大き|高|長)|(?P<less>少な|小さ|低|短))い順(?:に|では|で)(?:[見み]ると|並べると|挙げると|は)?、?"
)
_NEXT = re.compile(r"[^、。]{0,8}?(?:次いで|続いて|次に)(?:多い|高い|大きい)?(?:のは|のが)?、?$")


def runners_up_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The row or column that is said to be second, behind one that is rightly called the greatest or the least."""
    tables = near(evidence)
    for sentence in sentences:
        for extreme in extremes_of(sentence):
            for table in tables.spoken_of(sentence):
                found = compared_with(sentence, extreme, table)
                if found is None:
                    continue
                yield from _judged(sentence, extreme, *found, table)
                break


def orders_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The rows or columns that are listed in the order of their values, and are not: さば、あじ、ぶりの順に多い."""
    tables = near(evidence)
    for sentence in sentences:
        behind = ((match, _listed_behind, match.end()) for match in _ORDER.finditer(sentence.words))
        before = ((match, _listed, match.start()) for match in _IN_ORDER.finditer(sentence.words))
        for match, listed_at, place in (*before, *behind):
            for table in tables.spoken_of(sentence):
                listed = listed_at(sentence, place, table)
                facts = _values(sentence, [one.label for one in listed], table)
                values = [fact.value for fact in facts]
                falls, rises = (values == sorted(values, reverse=turned) for turned in (True, False))
                if len(facts) > 2 and not (rises if match["less"] else falls or (rises and not match["more"])):
                    yield _out_of_order(sentence, listed, facts, bool(match["less"]))
                    break


def _listed(sentence: Sentence, end: int, table: FactTable) -> list[Mention]:
    """The names of a list that ends at ``end``, in their order."""
    named = [one for one in mentions(sentence.words, table.labels) if one.end <= end]
    found: list[Mention] = []
    for one in reversed(named):
        last = found[0].start if found else end
        if not (_JOINED.fullmatch(sentence.words, one.end, last) if found else one.end == last):
            break
        found.insert(0, one)
    return found


def _listed_behind(sentence: Sentence, start: int, table: FactTable) -> list[Mention]:
    """The names of a list that begins at ``start``, in their order."""
    found: list[Mention] = []
    for one in (one for one in mentions(sentence.words, table.labels) if one.start >= start):
        last = found[-1].end if found else start
        if not (_JOINED.fullmatch(sentence.words, last, one.start) if found else one.start == last):
            break
        found.append(one)
    return found


def _values(sentence: Sentence, labels: Sequence[str], table: FactTable) -> list[Fact]:
    """The facts of some rows at the one period that the sentence names; [] where that is not one each."""
    periods = {one.period for one in sentence.claims if one.kind == "period" and one.period}
    named = {one.label for one in mentions(sentence.words, table.columns)}
    facts = [fact for fact in table.facts if fact.column in named or not (named or BEFORE.fullmatch(fact.column))]
    facts = [fact for fact in facts if fact.row in labels and (not periods or fact.period in periods)]
    ordered = [fact for label in labels for fact in facts if fact.row == label]
    return ordered if len(ordered) == len(labels) and len({fact.column for fact in ordered}) == 1 else []


def _out_of_order(sentence: Sentence, listed: Sequence[Mention], facts: Sequence[Fact], less: bool) -> Breach:
    sign = 1 if less else -1
    at = next(n for n in range(1, len(facts)) if (facts[n].value - facts[n - 1].value) * sign < 0)
    own, right = facts[at - 1], facts[at]
    return sentence.breach(
        "next-is-another",
        sentence.spot(listed[at - 1].start, listed[at].end),
        label=own.row,
        value=spelled(own.value, own.unit),
        right=right.row,
        best=spelled(right.value, right.unit),
        place=f"{own.place}、{right.place}",
    )


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
