"""Numbers of sentences that contradict the table which their sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, as_it_stands
from docgen.bearing.cue import cue
from docgen.bearing.elsewhere import goals
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.named_tables import named_tables
from docgen.breach import Breach, Spot
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.as_bound import EXCEEDS, FALLS_BELOW, as_bound
from docgen.truth.book import book
from docgen.truth.context import are_numbered_apart, is_mark
from docgen.truth.misdated import is_of_other_years, years_of_change
from docgen.truth.named import Named, named
from docgen.truth.nearly import SURE, has_digits, is_opposite, nearly
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.every import NONE

# Behind 以上, を超え: the end of what is said, and no name of what is so many.
_SAYS = re.compile(
    r"(?:の(?:水準|規模))?(?:(?:る|た|て(?:いる|い?た)?|と(?:なった|なる|なり)|に(?:達|上)[しりっるた]+|で(?:ある)?|を占め[るた]?)?"
    r"|(?:を(?:大きく|わずかに|大幅に|やや)?(?:上回|超過|突破)|の(?:大台|節目|壁)[をに](?:初めて)?[超上突達乗])[一-龥]?[ぁ-ん]{0,5}(?<!は)"
    r"|の?(?:増|減|上昇|低下|落ち込|下落|拡大|縮小|伸び|上回|下回|高ま|広が|縮ま)[一-龥]?[ぁ-ん]{0,5}(?<!は))(?:[、。()]|$)"
)
# Behind a bound: the amount that is so, and nothing of which others are counted (3,500haを超える面積に作付けた).
_OF_AMOUNT = re.compile("[るた](?:面積|水準|規模|件数|人数|金額|額|数|量|距離|割合|比率)[にとでをがの]")
# Between two numbers: the second is of something else than the first.
_NEW_TOPIC = re.compile("うち|[^、。で]は|一方")
_BESIDE = 20
"""Characters behind a number within which it may be denied of all."""
_TELLS_OF = re.compile("[でと]、?(?:最も|一番|いちばん)[一-龥]{1,2}[ぁ-ん]{1,2}")
_AMOUNTING = re.compile("の約?[0-9][^、。はが]{0,8}に(?:当た|相当す)る約?")
_SHORT_OF = re.compile("(?:だけ|ほど)?(?:及ば|届か|足りな|足りず|不足)")
"""Behind a number: it is how far something else is off."""
_IN_BRACKETS = re.compile(r"[一-龥ァ-ヴーA-Za-z]{2,12}\($")
_WHOLE = re.compile(r"[^、。はがをもで\s]+の$")


def numbers_borne_out(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that a sentence gives for what a table has, and that the table has otherwise.

    The sentence names the facts by their labels, unit and period, and its words tell what is computed of them; or the
    number is nearly what the table gives. Where any table that the sentence names bears the number out, as a cell or
    computed of its cells, there is no breach.
    """
    whole, by_label = book(evidence), named_tables(evidence)
    for sentence in sentences:
        claims = [as_bound(sentence, claim) for claim in sentence.numbers]
        claims = [claim for claim in claims if _is_value(sentence, claim)]
        spoken_of = list(whole.tables.spoken_of(sentence)) if claims else []
        known = set(map(id, spoken_of))
        for claim in claims:
            one = _judged(sentence, claim, spoken_of)
            if one is not None and (one.borne or _is_of_next(sentence, claim, spoken_of)):
                continue
            if one is not None or has_digits(claim, SURE):
                labelled = by_label.in_sentence(sentence.words, claim.unit if claim.kind == "number" else None)
                others = [table for table in labelled if id(table) not in known and not _is_apart(sentence, table)]
                one = _by_others(sentence, claim, others, one)
            if one is None or (_is_bare(sentence) and all(bearer.how != "cell" for bearer in one.expected)):
                continue
            if not _is_goal(sentence, claim, whole.about(sentence)):
                yield _breach(sentence, claim, one, spoken_of)


def _is_of_next(sentence: Sentence, claim: Claim, tables: Sequence[FactTable]) -> bool:
    """Whether a number is that of a row or a period that it tells of behind it: 3日 of 3日で最も少ない9月."""
    match = _TELLS_OF.match(sentence.words, claim.end)
    if match is None:
        return False
    dated = [one.period for one in sentence.claims if one.kind == "period" and one.start == match.end()]
    return any(
        same_unit(claim.unit, fact.unit) and fact.bears(claim)
        for table in tables
        for fact in table.facts
        if (fact.row and sentence.words.startswith(plain(fact.row), match.end())) or fact.period in dated
    )


def _is_bare(sentence: Sentence) -> bool:
    """Whether a text is a number without a word, as over an arrow in a chart: nothing tells what is computed."""
    rest = list(sentence.words)
    for claim in sentence.claims:
        rest[claim.start : claim.end] = " " * (claim.end - claim.start)
    return not any(letter.isalpha() for letter in rest)


def _is_apart(sentence: Sentence, table: FactTable) -> bool:
    """Whether a table is of another thing by its number: of 第3地区, where the sentence speaks of 第2地区."""
    return are_numbered_apart(plain(f"{sentence.words} {sentence.statement.page}"), plain(table.title))


def _judged(sentence: Sentence, claim: Claim, tables: Iterable[FactTable]) -> Named | None:
    """What a claim is by the first of some tables that bears it out, else by the one that tells best what it should be."""
    best = None
    for table in tables:
        one = named(sentence, cue(sentence.words, sentence.claims, claim, table))
        if one is not None and one.borne:
            return one
        if one is not None and (best is None or one.sure > best.sure):
            best = one
    return best


def _by_others(sentence: Sentence, claim: Claim, tables: Sequence[FactTable], one: Named | None) -> Named | None:
    """What a claim should be, where no table on another slide bears it out; by one of these, if by none so far."""
    if one is None:
        tables = [table for table in tables if any(_is_slip(claim, fact) for fact in table.facts)]
    other = _judged(sentence, claim, tables)
    if other is not None and other.borne:
        return None
    return one or other


def _is_slip(claim: Claim, fact: Fact) -> bool:
    return same_unit(claim.unit, fact.unit) and nearly(claim, as_it_stands(fact), SURE + 1)


def _is_goal(sentence: Sentence, claim: Claim, evidence: Evidence) -> bool:
    """Whether a target of the deck, or how far a fact is off it, is the number."""
    if not evidence.goals:
        return False
    cues = [cue(sentence.words, sentence.claims, claim, table) for table in evidence.tables]
    return any(bearer.bears(claim) for bearer in goals(sentence.words, claim, cues, evidence))


def _is_value(sentence: Sentence, claim: Claim) -> bool:
    """Whether a claim says what something is: not what it is held against, such as 10万人 of 10万人を超える市町."""
    if _SHORT_OF.match(sentence.words, claim.end) or _is_part_told(sentence, claim) or _ends_range(sentence, claim):
        return False
    if is_mark(sentence, claim) or FALLS_BELOW.match(sentence.words, claim.end):
        return claim.low is None and not _is_met(sentence, claim)
    if claim.low is not None and claim.high is not None:
        return not _is_of_none(sentence, claim)
    said = _SAYS.match(sentence.words, claim.end) or _OF_AMOUNT.match(sentence.words, claim.end)
    return said is not None and not _is_met(sentence, claim)


def _is_part_told(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number is told as a part of the one before it, of the same unit: 320百万円の4分の3に当たる2.4億円."""
    before = [one for one in sentence.numbers if one.end <= claim.start and one.unit == claim.unit]
    return bool(before) and _AMOUNTING.fullmatch(sentence.words, before[-1].end, claim.start) is not None


def _ends_range(sentence: Sentence, claim: Claim) -> bool:
    """Whether a place is one end of a stretch of places: 51位から100位まで."""
    ranks = [one for one in sentence.numbers if one.kind == claim.kind == "rank"]
    return any(
        claim in (one, other) and sentence.words[one.end : other.start] in ("から", "～")
        for one, other in pairwise(ranks)
    )


def _is_of_none(sentence: Sentence, claim: Claim) -> bool:
    """Whether the clause of a number says that nothing has so much: 倍増した品種はない."""
    denied = NONE.search(sentence.words, claim.end, claim.end + _BESIDE)
    return denied is not None and "、" not in sentence.words[claim.end : denied.start()]


def _is_met(sentence: Sentence, bound: Claim) -> bool:
    """Whether a number before a bound meets it: 2,244件 of 2,244件で、2,200件を超えた; then that number is judged."""
    before = [one for one in sentence.numbers if one.end <= bound.start and one.low is not None and one.high is not None]
    alike = [one for one in before if (one.kind, one.unit) == (bound.kind, bound.unit)]
    alike = [one for one in alike if not _NEW_TOPIC.search(sentence.words, one.end, bound.start)]
    return any(one.low is not None and bound.admits(one.low) for one in alike)


def _spot(sentence: Sentence, claim: Claim, bearer: Bearer) -> Spot:
    """A number's characters; of a share with what it is of (県全体の12.5%), of a wrong sign or a bound with its word."""
    if is_opposite(claim, bearer):
        return sentence.spot_with_direction(claim)
    if sentence.words.startswith(")", claim.end) and (named := _IN_BRACKETS.search(sentence.words, 0, claim.start)):
        # 自動車（66.2％）: the one or the other is wrong.
        return sentence.spot(named.start(), claim.end)
    whole = _WHOLE.search(sentence.words, 0, claim.start) if claim.kind == "share" else None
    held = EXCEEDS.match(sentence.words, claim.end) or FALLS_BELOW.match(sentence.words, claim.end)
    return sentence.spot(whole.start() if whole is not None else claim.start, held.end() if held else claim.end)


def _breach(sentence: Sentence, claim: Claim, one: Named, tables: Sequence[FactTable]) -> Breach:
    bearer = next((bearer for bearer in one.expected if nearly(claim, bearer)), one.expected[0])
    years = years_of_change(sentence, claim) if is_of_other_years(claim, bearer, tables) else None
    spot = years or _spot(sentence, claim, bearer)
    right = spelled((bearer.low + bearer.high) / 2, one.unit)
    place = "、".join(dict.fromkeys(bearer.of))
    if bearer.how == "cell":
        return sentence.breach("number-not-borne-out.cell", spot, number=claim.text, right=right, place=place)
    return sentence.breach("number-not-borne-out.computed", spot, number=claim.text, right=right, place=place)
