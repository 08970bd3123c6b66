"""A thing with its number in a list of those of a table, of which the table has nothing: 薬局は418施設."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.ledger import bearer_of
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.support.strangers import told_elsewhere
from docgen.value import value

_LETTERS = "[一-龥々ァ-ヴーA-Za-z・]{2,16}"
_NAMED = re.compile(rf"(?P<name>{_LETTERS})(?:では|には|でも|[はがにもで])(?:約|計|延べ|同)?$|(?P<bare>{_LETTERS})[(]?$")
# What is computed of a table, or says nothing of a thing of its own.
_COMPUTED = re.compile(
    "増|減|差|割合|構成|シェア|比|倍率|平均|合計|計$|総|残|その他|その[一-龥]|うち|全体|率$|達成|進捗|当たり|前年|前回|同|各|年$|年度"
    "|最[大小高低多少]|上位|下位|目標|計画|予定|見込|者$|内訳|累計|以上|以下|未満|一方|ほか"
)
_KINDS = frozenset({"number", "share", "ratio"})


@value(frozen=True, slots=True)
class Told:
    """What a sentence tells with a number of its own: 薬局は418施設."""

    start: int
    name: str
    claim: Claim


def things_told_beside(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A thing that a sentence lists with its number among those of a table, and that neither it nor a text has."""
    tables = near(evidence)
    for sentence in sentences:
        told = list(_told(sentence)) if sum(one.kind in _KINDS for one in sentence.numbers) > 1 else []
        for table in tables.on_page(sentence) if len(told) > 1 else ():
            own = [one for one in told if _is_of(one, table)]
            for one in told if own else ():
                if _is_strange(one, own, sentence, table, evidence):
                    yield sentence.breach(
                        "name-not-in-table",
                        sentence.spot(one.start, one.claim.end),
                        level="notice",
                        name=sentence.spot(one.start, one.claim.end).words,
                        place=str(table.where) if table.where is not None else table.title,
                    )


def _told(sentence: Sentence) -> Iterator[Told]:
    start = 0
    for claim in sentence.claims:
        match = _NAMED.search(sentence.words, start, claim.start) if claim.kind in _KINDS and claim.unit else None
        if match is not None:
            group = "name" if match["name"] else "bare"
            yield Told(match.start(group), match[group], claim)
        start = claim.end


def _is_of(one: Told, table: FactTable) -> bool:
    """Whether a table has the thing, and its number for it."""
    labels = {mention.label for mention in mentions(one.name, table.labels)}
    facts = [fact for fact in table.facts if labels & {fact.row, fact.column} and same_unit(fact.unit, one.claim.unit)]
    return any(Bearer("cell", (), fact.low, fact.high).bears(one.claim) for fact in facts)


def _is_strange(one: Told, own: Sequence[Told], sentence: Sentence, table: FactTable, evidence: Evidence) -> bool:
    """Whether nothing tells of a thing, and nothing bears its number out."""
    placed = sentence.statement.where is not None or sentence.statement.on
    alike = any(same_unit(one.claim.unit, other.claim.unit) and one.claim.kind == other.claim.kind for other in own)
    known = plain(" ".join((table.title, table.notes, table.head, *(cell for line in table.texts for cell in line))))
    named = mentions(one.name, table.labels) or one.name in known or _COMPUTED.search(_bare(one))
    if named or (placed and not alike) or told_elsewhere(one.name, sentence, evidence):
        return False
    return bearer_of(sentence.words, sentence.claims, one.claim, evidence) is None


def _bare(one: Told) -> str:
    """The name of a thing; that of a rate says what of, where its unit is none of the table's others."""
    return one.name.removesuffix("率") if one.claim.unit == "%" else one.name
