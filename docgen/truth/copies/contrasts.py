"""Words that tell two kinds of number apart, one of which a copy may say for the other: 延べ and 実人数, 名目 and 実質."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re

# Of each line, a word of the one side for one of the other.
_KINDS = (
    ("延べ", "実人数|実数|実利用者|実世帯"),
    ("名目", "実質"),
    ("速報値?", "確報値?|確定値"),
    ("推計値?|推定値?", "実績値?|実測値?"),
    ("当初予算", "補正予算|補正後"),
    ("予算額?", "決算額?"),
    ("予算額?", "執行額"),
    ("歳入", "歳出"),
    ("暦年", "年度"),
    ("国内", "国外|海外"),
    ("公立|公営", "私立|民営"),
    ("新規", "継続"),
    ("応募|申請", "採択|認定|交付決定"),
    ("出生", "死亡"),
    ("転入", "転出"),
    ("直接", "間接"),
    ("常勤", "非常勤"),
    ("正規", "非正規"),
    ("課税", "非課税"),
    ("平均", "中央値"),
    ("年間", "月間|月平均|一日当たり|1日当たり"),
    ("税込", "税抜"),
    ("累計", "単年度|年度内"),
    ("都市部", "郡部|町村部"),
    ("着工", "竣工|完成"),
    ("総生産", "総所得"),
    ("過剰|余剰", "不足"),
    ("増額", "減額"),
    ("増員", "減員"),
    ("開業|開設", "廃業|閉鎖|休止"),
    ("輸出", "輸入"),
    ("賛成", "反対"),
    ("満足", "不満"),
    ("有料", "無料"),
    ("有償", "無償"),
    ("屋内", "屋外"),
    ("平日", "休日"),
    ("昼間", "夜間"),
    ("上半期", "下半期"),
    ("義務|必須", "任意"),
    ("単独", "共同"),
    ("短期", "長期"),
    ("入学", "卒業"),
    ("入院", "外来|通院"),
    ("流入", "流出"),
    ("自然増", "社会増"),
    ("黒字", "赤字"),
)
_SIDES = tuple((re.compile(first), re.compile(second)) for first, second in _KINDS)


def contrasts(said: str, original: str) -> Iterator[tuple[int, str, str]]:
    """Where a text has a word of one kind, and another text has one of the other kind alone; with both words.

    >>> list(contrasts("利用者は実人数で", "利用者は延べ"))
    [(4, '実人数', '延べ')]
    """
    for pair in _SIDES:
        for own, theirs in (pair, pair[::-1]):
            match, other = _alone(own, theirs, said), _alone(theirs, own, original)
            if match is not None and other is not None:
                yield match.start(), match.group(), other.group()


def _alone(kind: re.Pattern[str], contrary: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The word of a kind in a text that has none of the contrary: 非常勤 is no 常勤."""
    if any(_is_longer(kind, match, text) for match in contrary.finditer(text)):
        return None
    found = [match for match in kind.finditer(text) if not text.startswith("非", match.start() - 1) or match.start() == 0]
    return found[0] if found else None


def _is_longer(kind: re.Pattern[str], match: re.Match[str], text: str) -> bool:
    """Whether a word of the contrary stands for itself, and is no part of one of the kind."""
    inside = any(one.start() <= match.start() and match.end() < one.end() for one in kind.finditer(text))
    return not inside
