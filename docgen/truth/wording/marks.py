"""Where a sentence uses a mark or a word that a legend explains: 「○」, 進捗は△, A類型, 図2の破線."""

from __future__ import annotations

from collections.abc import Mapping

import docgen.patterns as re
from docgen.bearing.evidence import Legend
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence
from docgen.value import value

SYMBOLS = "◎○◯△▽▲▼×✕✖☓■□◆◇☆★●◐◑◒◓↗→↘↑↓➡⇒／"
_SAME = str.maketrans("◯〇✕✖☓―—ー／➡⇒", "○○×××---/→→")
_RIGHT = re.compile(
    r"[」』()）。、：:\s]|$|で(?:ある|あり|示|、|。|表|塗|囲)|と(?:し|な|判|評|す)|に(?:区分|塗|分類|当た|該当|相当|色"
    r"|評価|判定|属|入)|は|を|の(?:印|判定|評価|区分|地区|区域|線|値)|類型|判定|評価|ランク|相当|が|区分|段階|クラス|等級"
)
_SAID = re.compile("と(?:し|判|評)|である|であり|の(?:評価|判定)")
_SURELY_SAID = re.compile(
    "(?:区分|段階|ランク|クラス|等級)?(?:に(?:区分|分類|当た|該当|相当|判定|評価|属|入)|と(?:し|判|評)|である|であり)"
)
# Before a letter of which it is surely said: 31.0度でＲに区分.
_BEFORE_SAID = re.compile("[でがもに]$")
_DASH_BESIDE = re.compile("[「『:(]$")
_LEFT = re.compile(
    r"(?:^|[「『(（はを：:、。\s/]|評価|判定|区分|段階|類型|ランク|レベル|クラス|状況|傾向|マーク|印|記号|凡例の?うち|では|の"
    r"|[(（【](?:注|備考|凡例)[0-9]*[)）】])$"
)
_ROMAN = re.compile("[Ⅰ-Ⅻ]")
_LETTERS = re.compile("[A-Za-z]{1,6}")
_NUMBERED = re.compile("[A-Za-z]{1,3}-?[0-9]{1,2}")
# Words that are marks of a drawing: lines, colours, hatching.
_DRAWN = re.compile(
    "(?:線|色|[赤青緑黄橙紫茶黒白灰桃紺]|[掛か]け|塗り(?:つぶし)?|抜き|網|枠|縞|模様|格子|ドット|マーカー|矢印|丸|印)$"
)
_NOUN = re.compile("[一-龥ァ-ヴー]{2,}$")
_ATTRIBUTE = re.compile("[一-龥ァ-ヴー].*[のただるいな]$")
_LONG = 3
_WORD_RIGHT = re.compile(r"[」』)。、\s]|$|と(?:し|判|評|な)|で(?:ある|あり)|に(?:区分|分類|該当)")


@value(frozen=True, slots=True)
class Use:
    """A mark in a sentence, at ``words[start:end]``; ``scope`` are the ends of what is said of it."""

    mark: str
    start: int
    end: int
    scope: tuple[int, int]


def folded(mark: str) -> str:
    """A mark as it is compared: circles, crosses and dashes alike.

    >>> folded("〇") == folded("◯") == folded("○"), folded("－"), folded("Ａ")
    (True, '-', 'A')
    """
    return plain(mark).translate(_SAME).strip()


def meanings(legend: Legend) -> Mapping[str, str]:
    """The meanings of a legend by its marks as they are compared."""
    return {folded(mark): plain(meaning) for mark, meaning in legend.marks.items()}


def without_shared_noun(known: Mapping[str, str]) -> Mapping[str, str]:
    """Meanings without the noun that all of them end with: 補強が済んだ of 補強が済んだ施設, where another is 工事中の施設.

    >>> dict(without_shared_noun({"○": "工事が済んだ施設", "×": "工事中の施設"}))
    {'○': '工事が済んだ', '×': '工事中の'}
    """
    noun = _NOUN.search(next(iter(known.values()), "")) if len(known) > 1 else None
    while noun is not None and not all(meaning.endswith(noun.group()) for meaning in known.values()):
        noun = _NOUN.search(noun.group()[1:])
    # What is left must tell something, and not go on in the noun: 県平均 and 全国平均.
    left = {mark: meaning[: len(meaning) - len(noun.group())] for mark, meaning in known.items()} if noun else {}
    return left if left and all(_ATTRIBUTE.search(meaning) for meaning in left.values()) else known


def uses(sentence: Sentence, legend: Legend) -> list[Use]:
    """The marks of a legend that a sentence uses as such."""
    words = sentence.words.translate(_SAME)
    known = sorted(meanings(legend), key=len, reverse=True)
    found: list[tuple[str, int, int]] = []
    for mark in known:
        for match in re.finditer(re.escape(mark), words) if mark else ():
            taken = any(start < match.end() and match.start() < end for _, start, end in found)
            used = _is_use(sentence, words, mark, *match.span()) or _leads(words, mark, *match.span())
            if used and not taken:
                found.append((mark, *match.span()))
    found.sort(key=lambda use: use[1])
    return [Use(mark, start, end, _scope(words, start, end, len(found))) for mark, start, end in found]


def strangers(sentence: Sentence, legend: Legend) -> list[Use]:
    """Symbols, single letters or Roman numerals, as the legend's marks are, that are used as marks and that it lacks."""
    words = sentence.words.translate(_SAME)
    known = set(meanings(legend))
    symbols = any(mark in SYMBOLS for mark in known)
    letters = all(re.fullmatch("[A-Z]|-", mark) for mark in known)
    roman = len(known) > 1 and all(_ROMAN.fullmatch(mark) or mark == "-" for mark in known)
    pattern = f"[{re.escape(SYMBOLS.translate(_SAME))}]" if symbols else "[A-Z]" if letters else ""
    pattern = _ROMAN.pattern if roman else pattern
    found = [match.span() for match in re.finditer(pattern, words)] if pattern else []
    return [
        Use(words[start:end], start, end, (0, len(words)))
        for start, end in found
        if words[start:end] not in known and _is_use(sentence, words, words[start:end], start, end)
    ]


def _is_use(sentence: Sentence, words: str, mark: str, start: int, end: int) -> bool:
    if re.search("[一-龥ァ-ヴー]", mark) and re.search("[0-9]", mark):
        # レベル4 is a number to a reader of numbers.
        return not re.search("[一-龥ァ-ヴー0-9]$", words[:start]) and not re.match("[0-9.]", words[end:])
    if any(claim.start < end and start < claim.end and claim.kind != "identifier" for claim in sentence.claims):
        # A dash or a digit in quotes is a mark, within a number it is none.
        return words[start - 1 : start] == "「" and words[end : end + 1] == "」"
    left, right = words[:start], words[end:]
    if mark in "→↗↘↑↓":
        return not (re.search(r"[0-9a-zA-Z%位人円件社ト万億)）]$", left) and re.match(r"[0-9]", right))
    if re.fullmatch("[-/0…x]", mark):
        quoted = re.search("[「『]$", left) and re.match("[」』]", right)
        return bool(quoted or (mark == "-" and _DASH_BESIDE.search(left) and re.match("[)」』。]|$", right)))
    if set(mark) <= set(SYMBOLS.translate(_SAME)):
        if left.endswith(mark[0]) or right.startswith(mark[0]):
            return False  # ★ of ★★
        return not left.strip() or _stands_as_mark(left, right)
    if _NUMBERED.fullmatch(mark):
        return not re.search("[A-Za-z0-9-]$", left) and not re.match("[A-Za-z0-9.-]", right)
    if _LETTERS.fullmatch(mark):
        return not re.search("[A-Za-z0-9-]$", left) and not re.match("[A-Za-z0-9-]", right) and (
            len(mark) > 1
            or bool(_LEFT.search(left) and _RIGHT.match(right))
            or bool(_BEFORE_SAID.search(left) and _SURELY_SAID.match(right))
        )
    if _ROMAN.fullmatch(mark) and _stands_as_mark(left, right):
        return True
    return _is_word(left, right, mark)


def _stands_as_mark(left: str, right: str) -> bool:
    return bool((_LEFT.search(left) and _RIGHT.match(right)) or _SAID.match(right))


def is_surely_said(words: str, use: Use) -> bool:
    """Whether a mark is in quotes or brackets of its own, or something is said to be of it: Ⅴに区分される."""
    closed = re.search("[「『(]$", words[: use.start]) and re.match("[」』)]", words[use.end :])
    return bool(closed or _SURELY_SAID.match(words, use.end))


def _leads(words: str, mark: str, start: int, end: int) -> bool:
    """Whether a mark stands right before what it is of, within a list: ☆学校給食、◇治水."""
    listed = re.search(r"[:、(・\s]$", words[:start]) and re.match("(?!印)[一-龥ァ-ヴー]", words[end:])
    return mark in SYMBOLS.translate(_SAME) and mark not in "→↗↘↑↓" and listed is not None


def _is_word(left: str, right: str, mark: str) -> bool:
    if re.search("[一-龥ァ-ヴー]$", left) and not left.endswith(("判定", "評価", "状況", "区分", "傾向")):
        return False
    if len(mark) == 1 or _DRAWN.search(mark):
        return bool(re.match(r"[はをにでのと、。」)が(]", right))
    if re.match("の(?:水準|段階|レベル)(?:に|で|と|を|。)", right):
        return True
    quoted = re.search(r"[「『]$|(?:判定|評価|達成状況|状況|区分)(?:は|を|:)[「『]?$", left) is not None
    return bool(_WORD_RIGHT.match(right)) and (quoted or (len(mark) > _LONG and "達成" not in mark[:2]))


def _scope(words: str, start: int, end: int, used: int) -> tuple[int, int]:
    """The clause of a mark, its brackets included; the sentence where it is the only mark."""
    if used < 2:
        return 0, len(words)
    stops = [at for at, character in enumerate(words) if character in "、。;" and not _in_brackets(words, at)]
    before = max((at + 1 for at in stops if at < start), default=0)
    return before, min((at for at in stops if at >= end), default=len(words))


def _in_brackets(words: str, at: int) -> bool:
    return words.count("(", 0, at) > words.count(")", 0, at)


def stem(meaning: str) -> str:
    """A meaning without what its form adds: 計画を大幅に上回 of 計画を大幅に上回る.

    >>> stem("調査していないもの"), stem("計画を大幅に上回る")
    ('調査していない', '計画大幅上回')
    """
    words = re.sub(r"(?:もの|こと|区域|地域|場合|とき)$", "", plain(meaning))
    words = re.sub(r"て(?:いる|いた)$", "", words)
    words = re.sub(r"[をがにはの、\s]", "", words)
    return re.sub(r"(?<=[一-龥])(?:る|り|って|った|す|し|した)$", "", words)


def spoken(sentence: str, meaning: str) -> tuple[int, int] | None:
    """Where a text says a meaning, or one of its ・-joined halves, particles aside; None for nowhere."""
    for part in (meaning, *(half for half in re.split("・", meaning) if len(half) > 1)):
        wanted = stem(part)
        if len(wanted) < 2:
            continue
        pattern = r"[をがにはの、\s]?".join(re.escape(character) for character in wanted)
        match = re.search(pattern, sentence)
        if match:
            return match.span()
    return None

