"""Words for a part of a whole or of an earlier value that the values do not bear out: 過半数, 大半, 倍増, 半減."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.from_to import two_numbers
from docgen.truth.wording.members import members_of, period_named
from docgen.truth.wording.parts import part_before
from docgen.truth.wording.series import series_of
from docgen.truth.wording.stated import is_joined, is_planned
from docgen.truth.wording.subject import Subject, spoken_of, subject_of
from docgen.truth.wording.windows import windows
from docgen.value import value

_BY = "(?:わずかに|僅かに|やや|若干|少し|大きく|大幅に|はるかに)?"
_HALF = re.compile(
    f"過半数?|半数超|半数を{_BY}(?:超え|上回)|半数以上|大半|大部分|大多数|半数に{_BY}(?:満た|及ば|届か|達しな)"
    f"|半数を{_BY}(?:下回|割)|半分以上"
)
# Right behind a share it is the share that is more than half: 54.8%と過半.
_OF_NUMBER = re.compile("(?:%|割|分の[0-9])[余強弱り]{0,2}と、?$")
# What holds more than half stands behind it: 過半を国が.
_OWNED = re.compile("を[^、。はがを]{1,12}が")
# Between the names of parts and the word: they are added up.
_TOGETHER = re.compile("足[しす]|合わせ|合計")
_ANSWERED = re.compile(
    r"(?:過半数|半数超|半数以上|大半|大部分|大多数|半分以上)(?:の[一-龥]{1,4})?[がは]、?[「『](?P<row>[^」』]+)[」』](?:と|を)(?:答え|回答|選|し)"
)
_LESS = re.compile(f"半数に{_BY}(?:満た|及ば|届か|達しな)|半数を{_BY}(?:下回|割)")
_DENIED = re.compile(
    r"(?:を占める|に|には|は|を)*(?:届か(?:ない|ず|なか)|満た(?:ない|ず|なか)|達し(?:ない|てい?な|ておらず)|及ばな"
    r"|至ら(?:ない|ず)|占めていない|割[るっり]|下回)"
)
_MULTIPLE = re.compile(
    r"(?P<doubled>倍増|2倍(?:以上)?に(?:増|な|拡|達)|二倍に)|(?P<halved>半減|半分に(?:減|な|落))|(?P<under>半分以下に"
    r"|半分以下と)|(?P<over>2倍以上に|2倍を超え)"
)
_BETWEEN: dict[str, tuple[Decimal | None, Decimal | None]] = {
    "doubled": (Decimal("1.9"), Decimal("2.6")),
    "halved": (Decimal("0.38"), Decimal("0.62")),
    "under": (None, Decimal("0.5")),
    "over": (Decimal(2), None),
}
"""Between which multiples of the earlier value something is called so."""


@value(frozen=True, slots=True)
class Ratio:
    """How many times ``of`` a value is, and where both stand."""

    value: Decimal
    part: str
    whole: str
    place: str


def portions_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """More than half, doubled or halved, said of what is not so by the numbers of the sentence or of a table."""
    tables = near(evidence)
    for sentence in sentences:
        words = sentence.words
        for match in _HALF.finditer(words):
            at, end = match.span()
            if _OF_NUMBER.search(words, 0, at):
                continue
            under = bool(_LESS.match(words, at)) or _DENIED.match(words, end) is not None
            if is_planned(words, at, end) or (under and "下回" in words[end : end + 8] and "半数に" in match.group()):
                continue
            if _OWNED.match(words, end):
                continue
            shares = [_share(sentence, at, table) for table in tables.spoken_of(sentence)]
            known = [share for share in shares if share is not None]
            if known and all((share.value >= Decimal("0.5")) == under for share in known):
                # Either the part or the answer may be wrong: 過半数が「移りたい」.
                denial, told = _DENIED.match(words, end), _ANSWERED.match(words, at)
                end = denial.end() if denial else told.end("row") + 1 if told else end
                yield breach_of_portion("half", sentence, (at, end), known[0])
        for match in _MULTIPLE.finditer(words):
            if not (match.group()[-1] in "増減" and is_joined(words, match.end())) and not is_planned(words, *match.span()):
                yield from _multiple(sentence, match, tables)


def _share(sentence: Sentence, at: int, table: FactTable) -> Ratio | None:
    """What part of its whole a sentence's subject is."""
    begin = part_before(sentence.words, at)
    subject = subject_of(sentence, begin, at, table)
    if subject is not None and not subject.rows and (row := _row_behind(sentence, at, table)):
        return _of_answers(row, subject, table)
    if subject is None or not (subject.rows or subject.columns):
        return None
    period = period_named(sentence, begin, at)
    if period is not None and period.period is None:
        return None
    members = members_of(table, subject, period.period if period else None)
    if len(members) != 1 and not (members and _TOGETHER.search(sentence.words, begin, at)):
        return None
    facts = [fact for fact in table.facts if same_period(fact.period, members[0].period)]
    own = [fact for fact in facts for one in members if (fact.row, fact.column) == (one.row, one.column)]
    if len(own) != len(members) or any(is_total(table, one.row) or is_total(table, one.column) for one in members):
        return None
    part = _added(own) if len({(fact.unit, fact.column) for fact in own}) == 1 else None
    if part is None:
        return None
    if part.unit == "%":
        return Ratio(part.value / 100, spelled(part.value, "%"), "100%", part.place)
    whole = _whole(table, part, facts)
    return ratio_of(part, whole) if whole else None


def _added(facts: Sequence[Fact]) -> Fact:
    """A fact, or several of one column as one."""
    value = sum((fact.value for fact in facts), Decimal(0))
    return replace(facts[0], row="・".join(fact.row for fact in facts), value=value)


def _row_behind(sentence: Sentence, at: int, table: FactTable) -> str:
    """The row that so many are said to have answered: 「移りたい」 of 過半数が「移りたい」と答えた; "" for none."""
    told = _ANSWERED.match(sentence.words, at)
    row = next((one for one in table.rows if told and plain(one) == told["row"]), "")
    return "" if is_total(table, row) else row


def _of_answers(row: str, subject: Subject, table: FactTable) -> Ratio | None:
    """What part of all in one column answered so: in the one that is named, else in that of all; None without a total."""
    columns = {fact.column for fact in table.facts}
    named = [column for column in columns if column in subject.columns]
    alone = named or [column for column in columns if len(columns) == 1 or is_total(table, column)]
    facts = [fact for fact in table.facts if alone and fact.column == alone[0]]
    own = [fact for fact in facts if fact.row == row]
    totals = [fact for fact in facts if is_total(table, fact.row)]
    if len(own) != 1 or len(totals) != 1 or own[0].unit != totals[0].unit or totals[0].value <= 0:
        return None
    return ratio_of(own[0], totals[0].value)


def _whole(table: FactTable, part: Fact, facts: Sequence[Fact]) -> Decimal | None:
    for fact in facts:
        if fact.unit == part.unit and fact.value >= part.value:
            if fact.column == part.column and is_total(table, fact.row):
                return fact.value
            if fact.row == part.row and is_total(table, fact.column):
                return fact.value
    bases = [claim for claim in claims(table.title) if claim.kind in ("number", "base") and claim.unit == part.unit]
    return bases[0].high if len(bases) == 1 else None


def _multiple(sentence: Sentence, match: re.Match[str], tables: Near) -> Iterator[Breach]:
    low, high = _BETWEEN[match.lastgroup or ""]
    ratios = list(_ratios(sentence, match, tables))
    outside = [ratio for ratio in ratios if (low and ratio.value < low) or (high and ratio.value > high)]
    if ratios and len(outside) == len(ratios):
        yield breach_of_portion("multiple", sentence, match.span(), outside[0])


def _ratios(sentence: Sentence, match: re.Match[str], tables: Near) -> Iterator[Ratio]:
    at, end = match.span()
    begin = part_before(sentence.words, at)
    pair = two_numbers(sentence, begin, at, end)
    if pair is not None:
        low, high = pair.earlier.low, pair.earlier.high
        if low and high and pair.later.low is not None and pair.later.high is not None and low > 0:
            old, new = (low + high) / 2, (pair.later.low + pair.later.high) / 2
            yield Ratio(new / old, pair.later.text, pair.earlier.text, pair.earlier.text)
    for table in tables.spoken_of(sentence):
        if any(sentence.words[one.end : at] == "の" for one in mentions(sentence.words, table.labels)):
            # 産業動物の2倍を超える338人: of another, and no earlier value.
            continue
        for series in spoken_of(sentence, begin, at, table) if series_of(table) else ():
            for window in windows(sentence, begin, at, end, series).every:
                first, last = series.facts[window.first], series.facts[window.last]
                if first.value > 0:
                    names = (spelled(last.value, last.unit), spelled(first.value, first.unit))
                    yield Ratio(last.value / first.value, *names, f"{first.place}、{last.place}")


def ratio_of(part: Fact, whole: Decimal) -> Ratio:
    """What part of a whole a fact is."""
    return Ratio(part.value / whole, spelled(part.value, part.unit), spelled(whole, part.unit), part.place)


def breach_of_portion(variant: str, sentence: Sentence, places: tuple[int, int], ratio: Ratio) -> Breach:
    """The breach of a portion that is said: ``variant`` tells whether it is one of a whole ("half") or so many times."""
    start, end = places
    return sentence.breach(
        "portion-against-values",
        sentence.spot(start, end),
        word=sentence.words[start:end],
        part=ratio.part,
        whole=ratio.whole,
        right=spelled(ratio.value * 100, "%") if variant == "half" else spelled(ratio.value, "倍"),
        place=ratio.place,
    )
