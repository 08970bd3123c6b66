"""What a number of a sentence must be by a table that the sentence speaks of: its labels, its unit and its period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import docgen.patterns as re
from docgen.bearing.amounts import counts
from docgen.bearing.base_units import factor, same_unit
from docgen.bearing.bearer import Bearer, as_it_stands
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.selection import is_total
from docgen.sentences.plain import plain
from docgen.truth.context import is_about, is_of_another, same_slide
from docgen.truth.either_label import either_label
from docgen.truth.meant import (
    all_named,
    at_its_period,
    cells_meant,
    counts_every,
    is_before,
    is_exact,
    is_its_own,
    is_of_all,
    names_two,
    shares_of_one,
)
from docgen.truth.nearly import SURE, has_digits, nearly
from docgen.truth.other_units import in_other_units, is_printed_so
from docgen.truth.sentence import Sentence
from docgen.truth.told.announced import announced
from docgen.truth.told.as_beside import as_beside
from docgen.truth.told.at_another import at_another
from docgen.truth.told.changes_compared import as_change, as_multiple
from docgen.truth.told.compared import changes
from docgen.truth.told.each_told import is_one
from docgen.truth.told.of_row import is_of_row
from docgen.truth.told.rate_behind import rates_behind
from docgen.truth.told.share_named import shares_of_owner
from docgen.truth.told.share_of_named import share_of_named
from docgen.truth.told.sum_told import is_net
from docgen.truth.told.tellings import told
from docgen.truth.widely import can_be_computed
from docgen.value import value

_ALL = re.compile(r"(?:とも|いずれも)に?、?約?$")
_LISTED = re.compile("、|と|及び|・")
_THIS = re.compile("(?:これ|それ)(?:を|より)、?約?$")
_LOSS = re.compile("(?:減少|低下|下落|縮小)[率幅額数量]")
_EACH = re.compile(r"[^\s、。]{2}(?:当たり|あたり)")
_GAIN = re.compile("差|開き|伸び|(?:増加|減少|増減|上昇|低下)[数額量幅分]|[黒赤]字|超過|不足")
# Behind a number: it is what something came to, and not by how much (462万人に減った).
_LED_TO = re.compile("(?:に|へと?|まで)(?:まで)?(?:減|増|落ち|低下|上昇|下が|上が|縮小|拡大|回復|後退|達し)")
# Right before a number: it is told for one of them, as the unit of a table may be (人／日).
_FOR_ONE = re.compile(
    "(?:1|一|毎)(?P<one>日|月|年|時間|人|戸|世帯|館|校|台|件|便|回)(?:当たり|あたり|につき|平均|に|の)?、?約?$"
)
_DERIVED = frozenset({"change", "points", "multiple"})


@value(frozen=True, slots=True)
class Named:
    """What a number is by one table: ``borne`` out, or what it was ``expected`` to be, in ``unit``.

    ``sure`` tells that the sentence names the fact and speaks of nothing else; otherwise the number is nearly what was
    expected.
    """

    borne: bool
    sure: bool = False
    expected: tuple[Bearer, ...] = ()
    unit: str = ""


def named(sentence: Sentence, own: Cue) -> Named | None:
    """What the claim of ``own`` is by its table; None where the table does not tell."""
    if either := either_label(sentence, own):
        each = [named(sentence, one) for one in either]
        if any(one is not None and one.borne for one in each):
            return Named(True)
        if None not in each:
            return each[0]
    own = as_multiple(as_change(_in_units_of_table(own)))
    if _is_settled(sentence, own):
        return Named(True)
    if _is_strange(own):
        return Named(True) if any(bearer.bears(own.claim) for bearer in counts(own)) else None
    behind = rates_behind(sentence, own)
    if must_be := behind or told(sentence, own):
        return _as_told(own, must_be)
    return _as_computed(sentence, own, is_judged=behind is not None)


def _is_settled(sentence: Sentence, own: Cue) -> bool:
    """Whether a number needs no table: what two others come to, the one that others are told for, an owner's share."""
    if is_net(sentence, own.claim) or is_one(own.sentence, own.claim) or is_of_row(own):
        return True
    return any(one.bears(own.claim) for one in shares_of_owner(own)) and not share_of_named(sentence, own)


def _as_told(own: Cue, must_be: tuple[Bearer, ...]) -> Named:
    """What a number is that its sentence tells how to compute."""
    borne = any(bearer.bears(own.claim) for bearer in must_be)
    return Named(True) if borne else Named(False, True, must_be, own.claim.unit)


def _ways(sentence: Sentence, own: Cue) -> tuple[str, ...]:
    """How the words around a number tell that it is computed, the most likely way first."""
    before, behind = sentence.words[: own.claim.start], sentence.words[own.claim.end :]
    ways = announced(before, behind, own.claim)
    if "cell" in ways and names_two(own):
        ways = ("sum",)
    if ways == ("cell",) and (counts_every(own) or is_of_all(own)):
        ways = ("sum",)
    if ways == ("quotient",) and _is_per_one(own):
        ways = announced(_EACH.sub("", before), behind, own.claim)
    return ways


def _as_computed(sentence: Sentence, own: Cue, is_judged: bool) -> Named | None:
    """What a number is by what can be computed of its table; where it is not to be judged, only whether it is borne out."""
    claim, ways = own.claim, _ways(sentence, own)
    if _THIS.search(sentence.words, 0, claim.start) and _EACH.search(sentence.words, 0, claim.start):
        # 1件当たりでは…これを: the difference of what the table does not have.
        return Named(True)
    # What is open at one end (40万人超) is met by most that can be computed.
    bounded = claim.low is not None and claim.high is not None
    unmet = _unmet(own)
    is_level = bool(_LED_TO.match(own.sentence, claim.end)) and not _GAIN.search(own.sentence, 0, claim.start)
    computed: list[Bearer] = []
    for bearer in bearers(own, ways):
        if bearer.how == "difference" and is_level:
            continue
        if (bounded or bearer.how in ways) and bearer.bears(claim) and not (unmet and is_before(own)):
            surely = _surely(sentence, own)
            return Named(False, True, surely, claim.unit) if surely else Named(True)
        computed.append(bearer)
    if not is_judged:
        return None
    if _is_paired(own):
        return Named(True)
    if must_be := as_beside(sentence, own):
        return _as_told(own, must_be)
    if unmet and is_about(sentence, claim, own.table) and all_named(own) and is_before(own):
        return Named(False, True, tuple(map(as_it_stands, unmet)), claim.unit)
    return _unborne(sentence, own, ways, computed)


def _unborne(sentence: Sentence, own: Cue, ways: Sequence[str], computed: Sequence[Bearer]) -> Named | None:
    """What a number should be that nothing ``computed`` of its table bears out; None where the sentence leaves doubt."""
    claim, known = own.claim, is_about(sentence, own.claim, own.table)
    between = changes(own) if claim.kind in _DERIVED or {"level", "growth"}.intersection(ways) else ()
    if any(bearer.bears(claim) or _is_loss(own, bearer) for bearer in between):
        return Named(True)
    if not known and (not claim.unit or not all_named(own) or is_of_another(sentence, own.table)):
        return None
    cells = list(cells_meant(own)) if "cell" in ways else []
    in_order = between or _in_order(own, ways, computed)
    expected = tuple(dict.fromkeys((*map(as_it_stands, cells), *in_order)))
    near = same_slide(sentence.statement, own.table)
    if known and expected and ((between and is_its_own(own)) or is_exact(own, ways, cells, near)):
        return Named(False, True, expected, claim.unit)
    if not claim.unit:
        return None
    if known and claim.kind == "number" and not is_before(own):
        expected = (*expected, *map(as_it_stands, at_its_period(own)))
    if known and (must_be := at_another(own)):
        return Named(False, True, must_be, claim.unit)
    slip = _slip(own, expected, known)
    alone = sentence.statement.where is None and not sentence.statement.on
    if slip is None and known and alone and has_digits(claim, 2) and not can_be_computed(own):
        nearest = expected or tuple(map(as_it_stands, (*at_its_period(own), *cells_meant(own))))
        return Named(False, False, nearest, claim.unit) if nearest else None
    return slip


def _in_order(own: Cue, ways: Sequence[str], computed: Sequence[Bearer]) -> Sequence[Bearer]:
    """What is computed in the ways that the words tell, in their order."""
    if own.claim.unit and not all(fact.unit for fact in own.table.facts):
        # Years of a table are no numbers of persons.
        facts = tuple(fact for fact in own.table.facts if fact.unit)
        computed = list(bearers(replace(own, table=replace(own.table, facts=facts))))
    in_order = [bearer for way in ways for bearer in computed if bearer.how == way]
    return shares_of_one(own, in_order) if own.claim.kind == "share" else in_order

def _is_per_one(own: Cue) -> bool:
    """Whether what a table has is itself so much for each of what the sentence says: 一人当たりの研究費."""
    each = {match.group().replace("1人", "一人") for match in _EACH.finditer(own.sentence, 0, own.claim.start)}
    names = plain("、".join((own.table.title, *own.table.labels))).replace("1人", "一人")
    return bool(each) and all(one in names for one in each)


def _is_loss(own: Cue, bearer: Bearer) -> bool:
    """Whether a number without a sign is a loss by the word that is told of it: 減少率が最も小さいのは環状線で、13.5％."""
    claim = own.claim
    if _LOSS.search(own.sentence, 0, claim.start) is None or claim.low is None or claim.low < 0:
        return False
    return Bearer(bearer.how, bearer.of, -bearer.high, -bearer.low).bears(claim)


def _surely(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """What a change must be where its sentence names but one row, or none, which is the total, and two times; () where it
    is so, or may be of others."""
    if own.claim.kind not in ("change", "points") or max(len(own.rows), len(own.columns)) > 1:
        return ()
    if not is_about(sentence, own.claim, own.table) or not is_its_own(own) or not is_before(own):
        return ()
    rows, columns = (side[:1] for side in (own.rows, own.columns))
    rows = rows or tuple(row for row in own.table.rows if is_total(own.table, row))[:1]
    columns = columns or tuple(column for column in own.table.columns if is_total(own.table, column))[:1]
    between = changes(replace(own, rows=rows, columns=columns))
    amounts = {(bearer.low, bearer.high) for bearer in between}
    return between if len(amounts) == 1 and not between[0].bears(own.claim) else ()


def _in_units_of_table(own: Cue) -> Cue:
    """A cue whose number is in the unit that its table measures the same in: 201,000kW of 201MW."""
    claim = own.claim
    if claim.kind not in ("number", "change") or not claim.unit:
        return own
    facts = sorted((fact for fact in own.table.facts if fact.unit), key=lambda fact: not own.fits(fact))
    if any(same_unit(claim.unit, fact.unit) for fact in facts):
        return own
    per = _FOR_ONE.search(own.sentence, 0, claim.start)
    if per is not None and any(fact.unit == f"{claim.unit}/{per['one']}" for fact in facts):
        return replace(own, claim=replace(claim, unit=f"{claim.unit}/{per['one']}"))
    if factor(claim.unit, claim.unit) is None:
        return own
    times, unit = next(((times, one.unit) for one in facts if (times := factor(claim.unit, one.unit))), (None, ""))
    if times is None:
        return own
    low, high = (None if end is None else end * times for end in (claim.low, claim.high))
    return replace(own, claim=replace(claim, unit=unit, low=low, high=high))


def _is_strange(own: Cue) -> bool:
    """Whether a table has nothing in the unit of a number, and no label of it is named: it may have so many rows."""
    if own.claim.kind != "number" or own.rows or own.columns:
        return False
    return not own.table.measures(own.claim.unit)


def _unmet(own: Cue) -> Sequence[Fact]:
    """The facts that a number does not meet of those that it is said to be all of: 2021年度、2022年度とも."""
    clause = own.sentence[: own.claim.start]
    if _ALL.search(clause) is None:
        return ()
    periods = [other for other in own.others if other.kind == "period" and other.end <= own.claim.start][-2:]
    if len(periods) < 2 or _LISTED.fullmatch(own.sentence, periods[0].end, periods[1].start) is None:
        return ()
    named = [other.period for other in periods]
    facts = [fact for fact in own.table.facts if own.fits(fact) and fact.period in named and fact.unit == own.claim.unit]
    return [fact for fact in facts if not fact.bears(own.claim)]


def _slip(own: Cue, expected: Sequence[Bearer], known: bool) -> Named | None:
    """What a number is but for a slip: of a digit, a scale, or the unit."""
    digits = SURE if known and all_named(own) and is_before(own) else SURE + 1
    slips = tuple(bearer for bearer in expected if nearly(own.claim, bearer, digits))
    if slips:
        return Named(False, False, slips, own.claim.unit)
    for unit, bearer in in_other_units(own, known):
        if is_printed_so(own, bearer):
            return Named(False, False, (bearer,), unit)
    return None


def _is_paired(own: Cue) -> bool:
    """Whether a number of a list (それぞれ, 順に; 35人、33人) is one of those that the list names."""
    if not any(word in own.sentence for word in ("それぞれ", "各々", "順に")) and not _is_beside(own):
        return False
    for fact in own.table.facts:
        of_row = not fact.row or not own.rows or fact.row in own.rows
        of_column = not fact.column or not own.columns or fact.column in own.columns
        at = not own.periods or any(same_period(period, fact.period) for period in own.periods)
        if of_row and of_column and at and fact.bears(own.claim):
            return True
    return False


def _is_beside(own: Cue) -> bool:
    """Whether a number of the same unit stands beside the claim, with nothing but a comma between."""
    alike = [other for other in own.others if other.kind == own.claim.kind and other.unit == own.claim.unit]
    before = [own.sentence[other.end : own.claim.start] for other in alike if other.end <= own.claim.start]
    behind = [own.sentence[own.claim.end : other.start] for other in alike if other.start >= own.claim.end]
    return any(between in ("、", "・", "と", "及び") for between in (*before, *behind))
