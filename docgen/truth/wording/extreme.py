"""What a sentence calls the greatest or the least: 最も多いのは東市, 東市が最多, 過去最高, 5年間で最も小さい."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.sentences.beginnings import at_beginnings
from docgen.truth.sentence import Sentence
from docgen.truth.wording.among import AMONG
from docgen.truth.wording.stated import is_planned
from docgen.value import value

_MORE = "多[いくかけ]|高[いくかけ]|大き[いくかな]|長[いくかけ]|広[いくかけ]|早[いくかけ]"
_LESS = "少な[いくかけ]|低[いくかけ]|小さ[いくかな]|短[いくかけ]|狭[いくかけ]"
_WORD = at_beginnings(
    rf"(?P<time>(?:過去|史上|観測史上|統計開始以来|調査開始以来|[開創]始以来|以来)の?)?"
    rf"(?:最も(?:[一-龥ァ-ヴー]{{1,8}}[がの])?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))|(?P<most>最(?:多|高|大|長)値?)|(?P<least>最(?:少|低|小|短)値?))"
    rf"|(?P<first>(?:首位|トップ|筆頭)(?!ページ|クラス|レベル|ランナー|セールス|ダウン))|(?P<last>最下位)"
)
# What is no extreme of values: 最大限, 最大化, 最高裁, 最低限, 最大電力.
_JOINED = re.compile("限|化|裁|級|賃|でも|で(?=[0-9])|[一-龥]{2}|峰|位|の(?:半分|半数)")
_IS = re.compile(
    r"(?:とな[りっ])?[いかっただくのな]{0,4}(?:のは|のが|のも|は|が)、?(?:[一-龥0-9]{1,2}(?:時点|年|か年|回|年度)とも|いずれの(?:年度?|時点)も|各年度?とも)?、?"
)
# What is done with a place: a mere word (首位打者) does not hold it.
_HOLDS = re.compile(
    "(?:の座)?(?:を(?:維持|保|守|占め|堅持|獲得|奪)|に(?:立|躍|浮上|返|なっ|な[りる])|とな|で(?:あ|、|。)|だ|が|は"
    "|の[一-龥ァ-ヴー]{2,8}(?:は|が|に次)|、|。|$)"
)
_NTH = re.compile("番目に$|次に$|次いで$|位で$|ほか$|[とや]並び$|並んで$")
_YEARS = re.compile(r"(?:過去|ここ|この)?([0-9]{1,2})か?年(?:間|度|間の中|の中)?(?:で|の中で|において)$")
SINCE = re.compile("(?:以降|以来)(?:で|では|の中で|における|の)?")
"""Between a period and an extreme: it is one of the years since."""
_OVER_TIME = re.compile(f"期間中|期間で|[年度]末?{SINCE.pattern}$")
_SUBSET = re.compile("のうち|の中で|のなかで|を除|以外|に次|うち")


@value(frozen=True, slots=True)
class Extreme:
    """``words[at:end]`` calls something the greatest (``most``) or the least of others.

    ``over_time`` tells that it is compared with other years. Where what is called so stands behind (最も多いのは東市),
    ``named`` holds where it begins; else it stands before. ``years`` is over how many years, ``among`` how many are
    compared (4県のうち), 0 for no number.
    """

    at: int
    end: int
    most: bool
    over_time: bool
    named: int | None
    years: int
    among: int = 0


def extremes_of(sentence: Sentence) -> Iterator[Extreme]:
    """The greatest and the least that a sentence names, without those of a part of the others."""
    words = sentence.words
    for match in _WORD.finditer(words):
        at, end = match.span()
        short = bool(match["most"] or match["least"])
        placed = bool(match["first"] or match["last"])
        if placed and not _HOLDS.match(words, end):
            continue
        if (short and _JOINED.match(words, end)) or _NTH.search(words, 0, at) or is_planned(words, at, end):
            continue
        begin = max(words.rfind(mark, 0, at) for mark in "。、") + 1
        joined = short and not match["time"] and re.search("[一-龥ァ-ヴ](?<!期間中)$", words[:at])
        among = AMONG.search(words, words.rfind("。", 0, at) + 1, at)
        if joined or _SUBSET.search(words, among.end() if among else words.rfind("。", 0, at) + 1, at):
            continue
        behind = _IS.match(words, end)
        span = _YEARS.search(words, begin, at)
        yield Extreme(
            at,
            end,
            bool(match["more"] or match["most"] or match["first"]),
            bool(match["time"] or span or _OVER_TIME.search(words, begin, at)),
            behind.end() if behind else None,
            int(span[1]) if span else 0,
            int(among["number"]) if among else 0,
        )
