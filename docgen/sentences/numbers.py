"""The numbers of a sentence: numerals with their signs, units, bounds, directions; fractions; words that are numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.bounds import ABOUT_BEFORE, AFTER, Interval, interval, several
from docgen.sentences.claim import Claim, ClaimKind
from docgen.sentences.numerals import KANJI, MIXED, numeral
from docgen.sentences.units import COUNT, DURATION, NAMED, PER, POINTS, RANK, SHARE, SHARE_FACTORS

# Kanji are numbers before these alone: 四国, 八戸, 六本木 and 十分 are words.
_AFTER_KANJI = (
    "本(?=の(?:柱|矢|軸))|人(?!ひとり|一人|者|称|材)|名(?!称)|件|社|校|館|県|市町村|町|村|か国|ヶ国|カ国|か所|ヶ所|カ所|箇所|機関|大学|拠点|地区|段階|点(?!検)|章|割"
    "|倍|円|年間|か月|ヶ月|カ月|週間|日間|回(?!復|答|収|り)|台|冊|機(?![関械能会構器種運材動体])|基(?![本礎準盤金地調幹])|種類|品目|指標|区分|世帯|頭|トン|項目|要素|領域|テーマ|柱|課題|分野|事業(?!者)|府省|団体|類型|施設|公園|市町|町村|地域(?!振)|路線|棟|隻|施策|法人|病院|店舗|部門|取組|か年|ヶ年|ポイント|(?<!一)つ(?!に一|目)|位|番目|つ目|%"
)
_NO_KANJI_BEFORE = "(?<![唯統同単均逐随専画第一二三四五六七八九十百千万億兆])"
# Scales alone are units: 億円, 千戸.
_SOME_DIGIT = f"(?![百千万億兆]+(?!{KANJI}))"
_IN_KANJI = rf"{_NO_KANJI_BEFORE}{_SOME_DIGIT}{KANJI}(?={_AFTER_KANJI}|余り(?:{_AFTER_KANJI}))"
_NUMERAL = rf"(?:{MIXED}|{_IN_KANJI})"
_SIGN = r"[△▲±+＋－-]"
_UNIT = (
    rf"(?:(?P<points>{POINTS})|(?P<share>{SHARE})|(?P<multiple>倍)|(?P<rank>{RANK})"
    rf"|(?P<duration>(?:{DURATION})(?!度|代|生|金|齢))|(?P<count>{COUNT}|{NAMED})(?P<per>{PER})?)?"
)
_NUMBER = at_beginnings(
    rf"(?P<top>上位|下位|トップ)?(?:(?P<about>{ABOUT_BEFORE})\s*)?(?P<several>数(?=[十百千万億]))?"
    rf"(?:(?<![A-Za-z\d])(?P<sign>{_SIGN}))?(?<![A-Za-z\d])(?<!\d[.,])(?P<number>{_NUMERAL}|(?<=数)[十百千万億]+)"
    rf"(?:{_UNIT.replace('?P<', '?P<first_')}\s*(?P<to>～|ないし|-)\s*(?P<last_sign>{_SIGN})?(?P<last>{_NUMERAL}))?"
    rf" ?{_UNIT}(?P<after>{AFTER})?"
)
_FRACTION = re.compile(
    rf"(?:(?P<about>{ABOUT_BEFORE})\s*)?"
    r"(?P<whole>\d+|[二三四五六七八九十]+)分の(?P<part>\d+|[一二三四五六七八九]+)(?P<after>強|弱|余り|以上|程度)?"
)
_TENTHS = re.compile(r"(?P<tenths>\d)割(?P<hundredths>\d)分(?P<after>強|弱)?")
_TEENS = re.compile(rf"(?P<tens>[二三四五六七八九]?十)数(?P<unit>{COUNT})")
_ONE_OF = re.compile(rf"(?P<whole>\d[\d,]*)(?P<unit>{COUNT})に(?P<part>\d)(?P=unit)")
_NOT_HELD_AGAINST = "(?!に満た|を[^、。]{2,4}(?:下回|上回|超え|割))"
_WORDS: tuple[tuple[str, ClaimKind, str, Interval], ...] = (
    ("過半数|半数超|半数を超え|半数以上", "share", "%", (Decimal(50), None)),
    ("半数近く|半数弱", "share", "%", (Decimal(45), Decimal(50))),
    (rf"半数程度|約半数|ほぼ半数|半数{_NOT_HELD_AGAINST}", "share", "%", (Decimal(45), Decimal(55))),
    ("半分以上", "share", "%", (Decimal(50), None)),
    ("半分以下|半分未満", "share", "%", (None, Decimal(50))),
    ("ちょうど半分", "share", "%", (Decimal("49.5"), Decimal("50.5"))),
    ("半減", "multiple", "倍", (Decimal("0.45"), Decimal("0.55"))),
    ("倍増", "multiple", "倍", (Decimal("1.8"), Decimal("2.4"))),
)

_UP = "値上が|増|上昇|拡大|高[まいく]|上回|多[いくか]|上が|伸び|延び|改善|広が"
_DOWN = "値下が|減|低下|下落|縮小|低[いく]|下回|少な|下が|後退|悪化|落ち込|短縮|縮ま|短く"
_DIRECTION = re.compile(rf"(?:の|\([^)]*\)|、)?(?!増減)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))")
# Behind a number, or the first of several: its width is that of a rise or a fall (4.0ポイント、6.0ポイントと下げ幅を広げ).
_WIDTH = re.compile(
    r"(?:(?:、|・|と|及び)[\d.,]+(?:ポイント|%))*(?:と|の)"
    r"(?:(?P<up>上げ|上昇|増加|伸び|拡大|改善)|(?P<down>下げ|低下|減少|縮小|落ち込み|下落))幅"
)
# Around a rate in brackets behind an amount: both tell one change (355億円(12.8%)増加).
_AMOUNT_BEFORE = re.compile(r"[0-9][^()、。0-9]{1,5}\((?:約)?$")
_CHANGED_BEHIND = re.compile(rf"\)の?(?!増減)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))")
# Before a number: the same, as its topic (上昇幅は2.8ポイント).
_WIDTH_OF = re.compile("(?:上げ|上昇|増加|拡大|(?P<down>下げ|低下|減少|縮小|下落))幅[はがも:](?:約)?$")
_COMPARED = re.compile(r"(?<!構成)比(?:で|は|べて|\()?$")
_AGAINST = re.compile(r"(?:前年度?|前期|前回|前年同[期月])(?:から|[差比増減]{1,2})?[は:、(]?$")
_BASE = re.compile(r"中(?![間期核小高央心長])|当たり|あたり|につき")


def numbers(sentence: str, taken: Set[int] = frozenset()) -> Iterator[Claim]:
    """The claims by numbers in a sentence (half-width, see :mod:`docgen.sentences.plain`), in no particular order.

    Digits of periods and names are read as numbers, too, but for those with a character at a place that is ``taken``.
    """
    for mark, pattern, claim in _READERS:
        if mark in sentence:
            for match in pattern.finditer(sentence):
                if taken.isdisjoint(range(*match.span())):
                    yield claim(sentence, match)
    for words, kind, unit, (low, high) in _WORDS if "半" in sentence or "倍増" in sentence else ():
        for match in re.finditer(words, sentence):
            yield Claim(match.group(), match.start(), match.end(), low, high, unit, kind)


def _fraction(sentence: str, match: re.Match[str]) -> Claim:
    part, whole = numeral(match["part"]).value, numeral(match["whole"]).value or Decimal(1)
    share = (100 * part / whole).quantize(Decimal("0.01"))
    wide = share / 10
    ends: dict[str, Interval] = {
        "強": (share, share + wide),
        "余り": (share, share + wide),
        "弱": (share - wide, share),
        "以上": (share, None),
    }
    half = wide if match["about"] else wide / 2
    low, high = ends.get(match["after"] or "", (share - half, share + half))
    return Claim(match.group(), match.start(), match.end(), low, high, "%", "share")


def _tenths(sentence: str, match: re.Match[str]) -> Claim:
    share = numeral(match["tenths"] + match["hundredths"])
    low, high = interval(share, False, match["after"] or "")
    return _directed(sentence, Claim(match.group(), match.start(), match.end(), low, high, "%", "share"), False)


def _teens(sentence: str, match: re.Match[str]) -> Claim:
    tens = numeral(match["tens"]).value
    return Claim(match.group(), match.start(), match.end(), tens + 1, tens + 9, match["unit"], "number")


def _one_of(sentence: str, match: re.Match[str]) -> Claim:
    part, whole = Decimal(match["part"]), Decimal(match["whole"].replace(",", "")) or Decimal(1)
    half = Decimal("0.5")
    low, high = (100 * part / end for end in (whole + half, max(whole - half, half)))
    return Claim(match.group(), match.start(), match.end(), low, high, "%", "share")


def _number(sentence: str, match: re.Match[str]) -> Claim:
    kind, unit, factor = _kind_and_unit(match)
    low, high = _bounds(sentence, match)
    claim = Claim(match.group(), match.start(), match.end(), _times(low, factor), _times(high, factor), unit, kind)
    if kind in ("share", "points", "number"):
        claim = _directed(sentence, claim, match["sign"] is not None)
    if claim.kind == "number" and (match["top"] or _BASE.match(sentence, claim.end)):
        claim = replace(claim, kind="base")
    return claim


def _kind_and_unit(match: re.Match[str]) -> tuple[ClaimKind, str, Decimal]:
    """The kind that the unit alone tells, the base unit, and how many of it one of the unit is."""
    if match["points"]:
        return "points", "ポイント", Decimal(1)
    if match["share"]:
        return "share", "%", Decimal(SHARE_FACTORS[match["share"]])
    if match["multiple"]:
        return "multiple", "倍", Decimal(1)
    if match["rank"]:
        return "rank", "位", Decimal(1)
    if match["duration"]:
        return "duration", match["duration"], Decimal(1)
    count = match["count"] or ""
    return ("ratio", count + match["per"], Decimal(1)) if match["per"] else ("number", count, Decimal(1))


def _bounds(sentence: str, match: re.Match[str]) -> Interval:
    number = numeral(match["number"])
    after = match["after"] or ""
    if after.startswith("を"):
        # 目標値の200件を超えた names the target: only 200件を超えた is a bound.
        of_something = sentence[match.start() - 1 : match.start()] == "の" and not (match["multiple"] or match["share"])
        after = "" if of_something else {"を超え": "超", "を割": "未満"}[after]
    if match["several"]:
        return several(number.value)
    about = bool(match["about"])
    first = _signed(interval(number, about, "" if match["last"] else after), match["sign"])
    if match["rank"] and not (about or after):
        return number.value, number.value
    if not match["last"]:
        return first
    last = _signed(interval(numeral(match["last"]), about, after), match["last_sign"])
    falls = first[0] is not None and last[1] is not None and first[0] > last[1]
    return (last[0], first[1]) if falls else (first[0], last[1])


def _signed(bounds: Interval, sign: str | None) -> Interval:
    if sign is None or sign in "+＋±":
        return bounds
    low, high = bounds
    return (None if high is None else -high, None if low is None else -low)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def is_directed(sentence: str, claim: Claim) -> bool:
    """Whether a word behind a change, or its sign, tells that it is a gain or a loss: not so 104% of 前年度比104%.

    >>> from docgen.sentences.claims import claims
    >>> [is_directed(text, claims(text)[1]) for text in ("前年度比104%", "前年度比4%増", "前年度比+4%")]
    [False, True, True]
    """
    return _DIRECTION.match(sentence, claim.end) is not None or re.match(_SIGN, sentence[claim.start :]) is not None


def _directed(sentence: str, claim: Claim, signed: bool) -> Claim:
    """The claim as a change: a word of direction follows it (26.5%減), or 前年度比 or a sign stands before it."""
    direction = _WIDTH.match(sentence, claim.end) or _DIRECTION.match(sentence, claim.end)
    if direction is None and claim.unit == "%" and _AMOUNT_BEFORE.search(sentence, max(0, claim.start - 12), claim.start):
        direction = _CHANGED_BEHIND.match(sentence, claim.end)
    width = _WIDTH_OF.search(sentence, 0, claim.start) if direction is None else None
    against = _COMPARED.search(sentence, max(0, claim.start - 6), claim.start) is not None
    compared = (claim.unit == "%" and (signed or against)) or (signed and _AGAINST.search(sentence, 0, claim.start))
    if direction is None and width is None and not compared:
        return claim
    low, high = claim.low, claim.high
    told = direction or width
    if told is not None and told["down"] and not (high is not None and high < 0):
        low, high = _signed((low, high), "-")
    return replace(claim, low=low, high=high, kind="points" if claim.kind == "points" else "change")


_READERS: tuple[tuple[str, re.Pattern[str], Callable[[str, re.Match[str]], Claim]], ...] = (
    ("分の", _FRACTION, _fraction),
    ("割", _TENTHS, _tenths),
    ("十数", _TEENS, _teens),
    ("に", _ONE_OF, _one_of),
    ("", _NUMBER, _number),
)
"""How each form of a number is read, and what stands in every sentence that has one."""
