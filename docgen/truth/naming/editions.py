"""An edition of a plan that a list of names does not have, where it has one: 第3次基本計画 for the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import is_proper
from docgen.truth.naming.register import label_period
from docgen.truth.sentence import Sentence
from docgen.value import value

_NUMBER = re.compile("第[0-9]+(?=[次期版])|[0-9]{4}$")
_LIST = re.compile("名称|略称|正式|一覧|計画|戦略")
# Behind a name: it is what holds.
_HOLDS = re.compile(
    r"[」』]?(?:[(][^()]*[)])?(?:に(?:基づ|沿っ|沿い|従|即し|よ[りる]|取りまとめ|定め|位置付け|掲げ|盛り込|示さ|おいて)|を踏まえ"
    r"|を(?:策定|推進)(?!する?予定)|の(?:下|もと)で|が(?:策定|定め))"
)
_ANOTHER_TIME = re.compile(
    "前計画|前期|次期|次の|旧|改定|改訂|見直|引き継|後継|後に|に続|に代わ|予定|終了|評価|検討|まで|から|比べ|以前|以降"
)


@value(frozen=True, slots=True)
class Edition:
    """A name that is numbered: how it is called with any number, the name itself, and the period told of it, if any."""

    pattern: re.Pattern[str]
    name: str
    told: str


def editions_as_listed(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A plan said to hold, or dated as the one that is listed, by a number that no name has."""
    listed = evidence.once(_listed)
    for sentence in sentences if listed else ():
        for edition in listed.values():
            for match in edition.pattern.finditer(sentence.words):
                if match.group() != edition.name and _is_meant(sentence, match, edition):
                    yield sentence.breach(
                        "nearly-one-name",
                        sentence.spot(*match.span()),
                        written=match.group(),
                        name=edition.name,
                    )


def _is_meant(sentence: Sentence, match: re.Match[str], edition: Edition) -> bool:
    words = sentence.words
    if _ANOTHER_TIME.search(words) or edition.name in words:
        return False
    periods = [claim for claim in sentence.claims if claim.kind == "period" and not _within(claim.start, match)]
    if edition.told and any(label_period(edition.told) == claim.period for claim in periods):
        return True
    return not periods and _HOLDS.match(words, match.end()) is not None


def _within(place: int, match: re.Match[str]) -> bool:
    return match.start() <= place < match.end()


def _listed(evidence: Evidence) -> Mapping[str, Edition]:
    """The editions that lists of names have, by what they are called without a number; those of one edition alone."""
    every: dict[str, list[Edition]] = {}
    for table in evidence.tables:
        for edition in _of_table(table):
            every.setdefault(edition.pattern.pattern, []).append(edition)
    return {called: found[0] for called, found in every.items() if len({one.name for one in found}) == 1}


def _of_table(table: FactTable) -> Iterator[Edition]:
    if not _LIST.search(f"{table.title}{table.head}"):
        return
    for line in table.texts:
        name = plain(line[0]).strip().strip("「」『』")
        number = _NUMBER.search(name)
        if number is not None and is_proper(name):
            digits = re.sub("[0-9]+", "[0-9]+", number.group())
            around = re.escape(name[: number.start()]), re.escape(name[number.end() :])
            dates = [cell for cell in line[1:] if label_period(cell) is not None]
            yield Edition(re.compile(f"{around[0]}{digits}{around[1]}"), name, dates[0] if len(dates) == 1 else "")
