"""How often something is done, by its table and otherwise by a sentence: 隔年 of a survey that is 毎年."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.numerals import numeral
from docgen.sentences.plain import plain
from docgen.truth.naming.known import Named, known
from docgen.truth.naming.register import of_table
from docgen.truth.sentence import Sentence

_WORDS = {"毎年": 12, "毎年度": 12, "隔年": 24, "隔年度": 24, "毎月": 1, "隔月": 2}
_OFTEN = re.compile(
    r"(?P<word>毎年度?|隔年度?|毎月|隔月|(?:各|毎)?四半期(?:ごと|毎)?|半年(?:ごと|毎))"
    r"|(?P<many>\d+|[二三四五六十])(?P<unit>年度?|[かヶケカ箇]月)(?:(?:ごと|毎|周期)|に[1一](?:度|回))"
    r"|(?P<year>年|月)(?:間)?に?(?P<times>\d+|[一二三四六])(?:度|回)"
)
_CYCLE = re.compile(r"(?P<head>周期|頻度|間隔)は、?(?P<many>\d+|[二三四五六十])(?P<unit>年|[かヶケカ箇]月)")
_DONE = re.compile(
    r"(?:に|で|の)?、?[^、。はが]{0,8}?(?P<act>実施|行[いうっわ]|調査|集計|開催|点検|測定|観測|公表|公開|刊行|発行|更新|見直|改定|報告|作成)"
)
_HEAD = re.compile("周期|頻度|間隔|回数|時期")
# What the head tells the frequency of, where it is not the thing itself: 公表の頻度.
_OF_ITSELF = frozenset({"実施", "行い", "行う", "行っ", "行わ", "開催"})
_OF_RESULTS = re.compile("[」』)]?の(?:結果|成果|項目|内容|一部|公表|報告)")
_ELSEWHERE = re.compile(
    "予定|今後|以前|かつて|当初|まで|から|変更|移行|改め|又は|または|原則|追加|補完|中間|一部|以外|ではな"
)
_YEAR = 12

Often = Mapping[str, tuple[int, str]]
"""How often the rows of a table are done: months from one to the next, and the words of its cell, by their names."""


def one_frequency_per_thing(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """How often the one thing that a sentence names is done, where its table has it otherwise: 隔年 for 毎年."""
    tables = {table.name: (head, told) for table in evidence.tables for head, told in _frequencies(table)}
    every = known(evidence) if tables else None
    for sentence in sentences if every is not None else ():
        found = list(_told(sentence.words)) if every is not None else []
        named = every.named(sentence.words) if every is not None and len(found) == 1 else ()
        if len({one.entity.names for one in named}) != 1 or _ELSEWHERE.search(sentence.words):
            continue
        head, told = tables.get(named[0].entity.of, ("", {}))
        right = next((told[name] for name in named[0].entity.names if name in told), None)
        start, end, months = found[0]
        if right is not None and months != right[0] and _is_of(sentence, named[0], (start, end), head):
            yield sentence.breach(
                "one-id-one-value",
                sentence.spot(start, end),
                value=sentence.words[start:end],
                name=named[0].entity.title,
                right=right[1],
            )


def _frequencies(table: FactTable) -> Iterator[tuple[str, Often]]:
    """The one column of a table that tells how often its rows are done, with its head."""
    heads = ("", *table.columns)
    at = [place for place, head in enumerate(heads) if _HEAD.search(head)]
    lines = [tuple(map(plain, line)) for line in table.texts if line and line[0].strip()]
    if len(at) != 1 or any(len(line) != len(heads) for line in lines):
        return
    months = [months_of(line[at[0]]) for line in lines]
    if len(lines) < 2 or None in months:
        return
    names = [entity.names for entity in of_table(table)] or [(line[0],) for line in lines]
    yield (
        plain(heads[at[0]]),
        {
            name: (often, line[at[0]])
            for called, often, line in zip(names, months, lines, strict=False)
            for name in called
            if often is not None
        },
    )


def months_of(cell: str) -> int | None:
    """How many months are from one time to the next; None where a cell does not tell that alone.

    >>> [months_of(cell) for cell in ("隔年", "５年ごと", "3年に1回", "年2回", "随時")]
    [24, 60, 36, 6, None]
    """
    words = plain(cell).strip()
    told = list(_told(words))
    return told[0][2] if len(told) == 1 and told[0][:2] == (0, len(words)) else None


def _told(words: str) -> Iterator[tuple[int, int, int]]:
    """Where words tell how often, and how many months are from one time to the next."""
    for match in (*_OFTEN.finditer(words), *_CYCLE.finditer(words)):
        found = match.groupdict()
        if word := found.get("word"):
            yield match.start(), match.end(), _WORDS.get(word, 3 if "四半期" in word else 6)
        elif times := found.get("times"):
            many = int(numeral(times).value)
            if match.start() and words[match.start() - 1] not in "、はが(（、にで":
                continue
            if found["year"] == "年" and many and _YEAR % many == 0:
                yield match.start(), match.end(), _YEAR // many
        else:
            many = int(numeral(found["many"] or "0").value)
            yield match.start("many"), match.end(), many * (_YEAR if (found["unit"] or "").startswith("年") else 1)


def _is_of(sentence: Sentence, one: Named, at: tuple[int, int], head: str) -> bool:
    """Whether a frequency is that of the thing itself, or of what the head of its column tells: 公表 of 公表の頻度."""
    words, (start, end) = sentence.words, at
    if re.search(r"(?:周期|頻度|間隔)は、?$", words[:start]):
        return True
    done = _DONE.match(words, end)
    if done is None:
        return re.fullmatch("の|に行う", words[end : one.start]) is not None
    if done["act"] in head:
        return True
    of_results = one.end <= start and _OF_RESULTS.match(words, one.end) is not None
    return not of_results and (done["act"] in _OF_ITSELF or one.entity.title.endswith(done["act"]))
