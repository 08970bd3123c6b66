"""Which computation the words around a number announce: 前年比 a change, 合わせて a sum, 当たり a quotient."""

from __future__ import annotations

import docgen.patterns as re
from docgen.sentences.claim import Claim

_PER = re.compile(
    r"当たり|あたり|につき|[万千百]人に対する"
    r"|(?<!\d)1[^\d、。]{1,4}(?:に対[しす]|[がの](?:受け持|担当|支え|負担))"
)
_TOGETHER = re.compile("合わせ|合計|総額|総計|両者|計$")
_BEFORE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_PER, ("quotient",)),
    (re.compile("平均"), ("mean", "cell")),
    (re.compile("累計|累積|通算"), ("sum",)),
    (re.compile("以外|でない(?=[一-龥])|を?除[くい]|残[りる]|ほか"), ("complement",)),
    (re.compile("上位|下位"), ("leading",)),
    (
        re.compile("差引|の差|開き|目標.*まで|を[上下]回(?!(?:り|って|っており)、)[^、。]*$|比べ|より"),
        ("difference", "to_target"),
    ),
    (re.compile("含め"), ()),
    (re.compile("足し"), ("sum",)),
    (_TOGETHER, ("sum", "cell")),
)
# A share of the total is no sum: 総額の45%.
_OF_TOTAL = re.compile(r"(?:総[額数]|合計|計)の約?$")
_LEFT_OUT = re.compile(r"(?:を|は)?除(?:く|いた|き)[^、。]*$")
_GROWTH = re.compile("(?:伸び|増加|減少|上昇|低下|増減|成長|変化)率|(?:伸び|の(?:増加|減少|上昇|低下))(?:は|が)")
_OF_A_YEAR = re.compile(r"\d年度?(?:値|実績)?の約?$")
# What is told of is a rate itself, and no part of an older amount.
_RATE = re.compile("(?:割合|比率|構成比|シェア|[一-龥]率)(?:は|が)")
_FROM = re.compile(r"(?:から|より|に比べ|と比べ|比で)、?約?$")
_ONWARD = re.compile("[にへと]|まで")
_BEHIND = re.compile(r"(?:を)?(?:上回|下回|多[いくか]|少な|高[いく]|低[いく])")
# Behind a number: it is that of a change.
_MOVED = re.compile("の?(?:増|減|上昇|低下|縮小|拡大)")
_BY_KIND = {
    "change": ("percent_change", "difference"),
    "points": ("points", "share_points", "difference"),
    "multiple": ("multiple",),
    "rank": ("rank", "cell"),
    "ratio": ("cell", "quotient"),
    "duration": ("cell",),
}


def is_growth(words: str) -> bool:
    """Whether the words before a rate tell that it is one of growth: 伸び率は, 伸びは2021年度が."""
    return _GROWTH.search(words) is not None


def announced(clause: str, behind: str, claim: Claim) -> tuple[str, ...]:
    """How a number is computed by the words of its clause before it and ``behind`` it, the most likely way first.

    >>> from docgen.sentences.claims import claims
    >>> [announced(before, "", claims("314人")[0]) for before in ("東市と西市を合わせて", "東市は", "1館当たりでは")]
    [('sum', 'cell'), ('cell',), ('quotient',)]
    """
    if claim.kind == "change":
        return ("percent_change",) if claim.unit == "%" else ("difference",)
    if claim.kind == "ratio" and _MOVED.match(behind):
        return ("difference",)
    if claim.kind in _BY_KIND:
        return _BY_KIND[claim.kind]
    if claim.kind == "share":
        if _GROWTH.search(clause):
            return ("growth",)
        if _TOGETHER.search(clause) and not _LEFT_OUT.search(clause) and not _OF_TOTAL.search(clause):
            return ("sum", "share")
        if _OF_A_YEAR.search(clause) and not _RATE.search(clause) and not behind.startswith(("から", "より")):
            return ("level",)
        if _LEFT_OUT.search(clause):
            return ("complement", "share")
        return ("mean", "cell") if "平均" in clause else ("cell", "share")
    if claim.kind != "number":
        return ()
    if _BEHIND.match(behind) or (_FROM.search(clause) and not _ONWARD.match(behind)):
        return ("difference", "to_target")
    return next((ways for words, ways in _BEFORE if words.search(clause)), ("cell",))
