"""The titles of figures and tables against their data: whose, in what unit, of which years, what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import base_unit, same_unit
from docgen.bearing.evidence import Evidence, Titled
from docgen.bearing.fact import FactTable, unit_in
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.naming.heading import LABEL, NUMBER, Heading, headings, is_title
from docgen.truth.naming.markers import markers
from docgen.truth.naming.shown import Amiss, shown_otherwise
from docgen.truth.naming.spans import outside
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_OF_FIGURE = re.compile(
    "(?:図表?|グラフ|表)の単位|(?:[上下左右次本同]の?|この|前の?|)(?:図表?|グラフ|表)[0-9]*は"
    "|(?:図|表)[0-9-]+(?:は|に|で)"
)
_PLACE = re.compile(r"(?P<name>[一-龥]{2,4}?)(?P<kind>都|道|府|県|市|区|町|村|国|省|庁|州)(?=[のにでは、の内]|$|\s)")
_UNIT_STATED = re.compile(
    r"(?P<unit>[^\s、。()はをが単位]{1,6})(?:単位で|を単位と)|単位[:は]\s*(?P<after>[^\s、。()で]{1,6})"
)
# 世帯数, 空き家: a word of three letters or more, one of them maybe a verb's ending.
_WORD = re.compile(r"[一-龥々]{3,}|[一-龥々][きりみけいえち][一-龥々]+")
_END = 2
_TWO = 2
_COMMON_END = re.compile("推移|内訳|比較|状況|一覧|構成|変化$")
_KANJI_NUMBER = re.compile("[一二三四五六七八九十]+")
_TREND = re.compile("推移|経年変化|年次変化|時系列")
_TOP = re.compile(r"(?:上位|トップ|ワースト|下位)\s*(?P<number>\d+)")
_EVERY = re.compile("(?P<years>[0-9]{1,2})年(?:ごと|毎|間隔)")
_TOTAL = re.compile("計|総数|全体|その他|平均")
_YEAR = re.compile("[0-9]年")
_MEASURED = re.compile(
    "(?P<stem>[^(]{3}?)(?P<measure>費用|予算|面積|割合|時間|価格|収入|距離|[金件人回日台本戸隻校機総]?[数率量額])$"
)
_FINE = Decimal("0.01")
_NAMED = re.compile(r"[(](?P<names>[^()]*、[^()]*)[)]")


def titles_fit(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The title of a figure or table that names another place, unit, year or number of rows than its data have.

    A title is known by 「（図の題名）」 before it, stands right above its table or chart, or is nearly that of a table.
    """
    tables = near(evidence)
    for sentence in sentences:
        for heading in headings(sentence, tables):
            for start, end, right in _amiss(heading):
                yield _breach(sentence, heading.start + start, heading.start + end, right)


def figures_as_titled(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """What a sentence says that a figure shows, against the figure's title: its years and its unit."""
    for sentence in sentences:
        titled = _meant(sentence, evidence.titles) if evidence.titles else None
        again = titled is not None and sentence.statement.where is None and is_title(sentence.words, titled.title)
        labelled = again or LABEL.match(sentence.words) is not None
        if titled is None or not (labelled or _OF_FIGURE.search(sentence.words)):
            continue
        shown = [claim.period for claim in claims(titled.title) if claim.period is not None]
        for claim in _periods(sentence.claims):
            if claim.period is not None and shown and outside(claim.period, shown):
                yield _breach(sentence, claim.start, claim.end, "、".join(map(str, shown)))
        unit, own = unit_in(titled.title), unit_in(sentence.words)
        if unit and own and labelled and base_unit(own) != base_unit(unit):
            start = sentence.words.rindex(own)
            yield _breach(sentence, start, start + len(own), unit)
        for match in _UNIT_STATED.finditer(sentence.words) if unit else ():
            group = "unit" if match["unit"] else "after"
            if base_unit(match[group]) != base_unit(unit):
                yield _breach(sentence, match.start(group), match.end(), unit)


def _meant(sentence: Sentence, titles: Sequence[Titled]) -> Titled | None:
    """The figure that a sentence tells of: by its number, or the only one."""
    numbers = {marker.key for marker in markers(sentence.words)}
    by_number = [one for one in titles if one.number and {marker.key for marker in markers(one.number)} & numbers]
    alone = titles[0] if len(titles) == 1 else None
    if numbers and not (alone is not None and not alone.number and is_title(_bare(sentence.words), alone.title)):
        return by_number[0] if len(by_number) == 1 else None
    return alone or (by_number[0] if len(by_number) == 1 else None)


def _bare(words: str) -> str:
    """A title without the number of its figure."""
    number = NUMBER.match(words)
    return words[number.end() :] if number else words


def _amiss(heading: Heading) -> Iterator[Amiss]:
    title = heading.sentence.words[heading.start :]
    yield from _place(title, heading.table)
    yield from _words(title, heading.table)
    yield from _measure(title, heading.table)
    yield from shown_otherwise(title, heading.table)
    yield from _unit(title, heading.table)
    yield from _years(heading)
    yield from _interval(title, heading.table)
    yield from _trend(title, heading.table)
    yield from _rows(title, heading.table)


def _place(title: str, table: FactTable) -> Iterator[Amiss]:
    told = plain(" ".join((table.title, *table.labels, table.notes)))
    own = {match["kind"]: match.group() for match in _PLACE.finditer(plain(table.title))}
    for match in _PLACE.finditer(title):
        if match.group() not in told and match["kind"] in own:
            yield match.start(), match.end(), own[match["kind"]]


def _words(title: str, table: FactTable) -> Iterator[Amiss]:
    """A word that begins or ends as one of the table's title and that the table has nowhere, not even in parts."""
    told = plain(" ".join((table.title, *table.labels, table.notes)))
    theirs = [word for word in _WORD.findall(plain(table.title)) if word not in title]
    for match in _WORD.finditer(title):
        word = match.group()
        alike = [other for other in theirs if _is_kin(word, other)]
        counted = _KANJI_NUMBER.sub("", word).removesuffix("数")
        if alike and counted not in told and not is_made_of(counted, told) and not _COMMON_END.search(word):
            yield match.start(), match.end(), alike[0]


def _measure(title: str, table: FactTable) -> Iterator[Amiss]:
    """A measure that ends the title of what the table's title has in another measure: 打上げ費用 for 打上げ機数."""
    own, theirs = _MEASURED.search(_main(title)), _MEASURED.search(_main(plain(table.title)))
    if own is None or theirs is None or own["measure"] == theirs["measure"] or own["stem"] != theirs["stem"]:
        return
    told = plain(" ".join((table.title, *table.labels, table.notes)))
    if own["measure"] not in told:
        yield *own.span("measure"), theirs["measure"]


def _main(title: str) -> str:
    """A title up to its bracket, without what tells how it is shown."""
    return re.sub(r"(?:の?(?:推移|内訳|比較|状況))$", "", title.partition("(")[0].rstrip())


def _is_kin(word: str, other: str) -> bool:
    """Whether two words begin or end alike, and neither holds the other."""
    kin = other[-_END:] == word[-_END:] or other[:_END] == word[:_END]
    return kin and other not in word and word not in other


def is_made_of(word: str, told: str) -> bool:
    """Whether a word is made of parts, of two letters or more, that a text has.

    >>> is_made_of("里親世帯数", "里親の登録世帯数"), is_made_of("商標出願", "特許出願")
    (True, False)
    """
    if not word:
        return True
    return any(
        word[:end] in told and is_made_of(word[end:], told) for end in range(len(word), 1, -1) if len(word) - end != 1
    )


def _unit(title: str, table: FactTable) -> Iterator[Amiss]:
    unit = unit_in(title)
    facts = [fact for fact in table.facts if fact.unit]
    if not unit or not facts or len(facts) < len(table.facts):
        return
    base, scale = base_unit(unit)
    start = title.rindex(unit)
    finer = scale > 1 and max(fact.step for fact in facts) <= scale * _FINE
    # 86.2万人 is no number of 人 as it stands.
    coarser = min(fact.step for fact in facts) > scale
    if not any(same_unit(base, fact.unit) for fact in facts) or ((finer or coarser) and not table.where):
        yield start, start + len(unit), facts[0].unit


def _years(heading: Heading) -> Iterator[Amiss]:
    facts = heading.table.facts
    classes = any(fact.period is None and _YEAR.search(fact.row) for fact in facts)
    shown = [fact.period for fact in facts if fact.period is not None] if not classes else []
    named = list(_periods(heading.sentence.claims))
    for claim in named:
        if claim.period is not None and shown and outside(claim.period, shown):
            first, last = min(shown, key=_first), max(shown, key=_last)
            right = str(first) if first == last else f"{first}～{last}"
            yield claim.start - heading.start, claim.end - heading.start, right
        elif claim.period is not None and shown and len(named) == 1 and _ends_early(claim.period, shown):
            right = f"{min(shown, key=_first)}～{max(shown, key=_last)}"
            yield claim.start - heading.start, claim.end - heading.start, right


def _interval(title: str, table: FactTable) -> Iterator[Amiss]:
    """How many years lie between the data: 3年ごと, where there are five."""
    match = _EVERY.search(title)
    years = sorted({fact.period.number for fact in table.facts if fact.period is not None})
    steps = {later - before for before, later in pairwise(years)}
    if match is not None and len(years) > _TWO and len(steps) == 1 and int(match["years"]) not in steps:
        yield match.start(), match.end(), f"{steps.pop()}年ごと"


def _ends_early(named: Period, shown: Sequence[Period]) -> bool:
    """Whether a stretch of years begins with the data's, and ends before they do."""
    starts, ends = min(period.start for period in shown), max(period.end for period in shown)
    whole = named.kind == "span" and len(set(shown)) > _TWO
    return whole and named.start == starts and named.end < ends


def same_span(named: Period, shown: Sequence[Period]) -> bool:
    """Whether a period lies in what is shown, and a stretch of years is as long as all of it."""
    return not outside(named, shown) and not (_ends_early(named, shown) or _begins_late(named, shown))


def _begins_late(named: Period, shown: Sequence[Period]) -> bool:
    """Whether a stretch of years ends with the data's, and begins after they do."""
    starts, ends = min(period.start for period in shown), max(period.end for period in shown)
    return named.kind == "span" and named.end == ends and named.start > starts


def _first(period: Period) -> str:
    return period.start.isoformat()


def _last(period: Period) -> str:
    return period.end.isoformat()


def _periods(found: Sequence[Claim]) -> Iterator[Claim]:
    return (claim for claim in found if claim.kind == "period")


def _trend(title: str, table: FactTable) -> Iterator[Amiss]:
    match = _TREND.search(title)
    periods = {fact.period for fact in table.facts}
    if match is not None and table.facts and len(periods) == 1 and None not in periods and len(table.rows) > 1:
        yield match.start(), match.end(), str(periods.pop())


def _rows(title: str, table: FactTable) -> Iterator[Amiss]:
    match = _TOP.search(title)
    rows = [row for row in table.rows if not _TOTAL.search(row)]
    if match is None or not rows:
        return
    number = int(match["number"])
    if number > len(rows):
        yield match.start(), match.end(), str(len(rows))
    named = _NAMED.search(title, match.end())
    ranked = _ranked(table) if match.group().startswith(("上位", "トップ")) else []
    if named is None or not ranked:
        return
    place = named.start("names")
    for name in named["names"].split("、"):
        if name in rows and name not in ranked[:number]:
            yield place, place + len(name), "、".join(ranked[:number])
        place += len(name) + 1


def _ranked(table: FactTable) -> list[str]:
    """The rows from the greatest value on, where the table has one number a row."""
    facts = [fact for fact in table.facts if fact.row and not _TOTAL.search(fact.row)]
    if len({fact.row for fact in facts}) != len(facts):
        return []
    return [fact.row for fact in sorted(facts, key=lambda fact: -fact.value)]


def _breach(sentence: Sentence, start: int, end: int, right: str) -> Breach:
    return sentence.breach(
        "title-not-fitting",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=right,
    )
