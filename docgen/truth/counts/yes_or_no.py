"""What a sentence tells of a column of marks: 耐震化が済んでいない of 耐震化, whose cells are 済 and 未."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.fact import FactTable
from docgen.sentences.claim import Claim
from docgen.truth.counts.cells import NO, YES, WordColumn, word_columns
from docgen.truth.counts.lines import Member
from docgen.truth.sentence import Sentence
from docgen.value import value

_DOES = (
    "(?:を|が|の|は|も)?(?:行[っうわ]|し(?:て|た)|され|実施|導入|採用|整備|設置|備え|あ[るり]|有する|持[つっ]|可能|済|終え|終わ|完了"
    "|対応|受け|でき)"
)
_NOT = r"[^、。のはがも0-9]{0,6}?(?:な[いかく]|ず(?=に|、|$)|ません)"
_LACKS = "(?:を|が|の|は|も)?(?:な[いかくし]|無[いくし]|持たな|未(?![満来定]))"
_YET = "(?:の[一-龥]{1,4})?(?:[がをはも](?=既|す|ま|い|未だ))?(?:既に|すでに|まだ|いまだ|未だ)?"
_TAIL = (
    "(?:ん(?:で(?:い[るた]|おり)|だ)|て(?:い[るた]|おり|ある)|れて(?:い[るた]|おり)|[みたるいう]"
    "|(?<=未)(?:設置|整備|実施|完了|対応|導入|了))*"
)
_BEFORE = "未"


@value(frozen=True, slots=True)
class Told:
    """``words[start:end]`` tell of a ``column`` that it is so, or not so, of ``members``."""

    start: int
    end: int
    column: WordColumn
    members: frozenset[Member]


def marks_told(words: str, columns: Sequence[WordColumn]) -> Iterator[Told]:
    """Where a text tells that the head of a column of marks is so, or is not: 冷房がある, 給食室がない, 補修を終えていない.

    >>> column = WordColumn("補修", {"大橋": "済", "小橋": "未", "中橋": "未"})
    >>> [sorted(map(str, told.members)) for told in marks_told("補修を終えた橋と補修が済んでいない橋", [column])]
    [['大橋'], ['中橋', '小橋']]
    """
    own = [column for column in columns if column.head and column.head in words and is_yes_or_no(column)]
    for column in own:
        for match in _telling(column.head, tuple(other.head for other in own if other is not column)).finditer(words):
            denied = bool(match["un"] or match["lacks"] or match["not"])
            members = frozenset(name for name, cell in column.cells.items() if (cell in YES) != denied)
            yield Told(match.start(), match.end(), column, members)


@lru_cache(maxsize=1024)
def _telling(head: str, others: tuple[str, ...]) -> re.Pattern[str]:
    """What tells that the head of a column is so or not, perhaps together with other heads: 給食室も冷房もある."""
    also = "|".join(map(re.escape, others))
    joined = f"(?:(?:も|と|及び|、)(?:{also})(?=も|が|の))*" if also else ""
    return re.compile(
        f"(?P<un>{_BEFORE})?{re.escape(head)}{joined}{_YET}(?:(?P<lacks>{_LACKS})|{_DOES}(?P<not>{_NOT})?){_TAIL}"
    )


def is_yes_or_no(column: WordColumn) -> bool:
    """Whether the cells of a column tell but whether its head is so."""
    return bool(column.words & YES) and column.words <= YES | NO


def without_marks(words: str, columns: Sequence[WordColumn]) -> str:
    """The words of a sentence with blanks for what is told of columns of marks, which may deny: 耐震化が済んでいない."""
    for told in marks_told(words, columns):
        words = f"{words[: told.start]}{'＿' * (told.end - told.start)}{words[told.end :]}"
    return words


def tells_mark(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a sentence tells of a column of marks before a count, which may count those: 補修済みの3橋."""
    return any(True for _ in marks_told(sentence.words[: claim.start], word_columns(table)))
