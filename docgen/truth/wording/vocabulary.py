"""The words of direction and extent, each with its meaning; data, in the letters of ``docgen.sentences.plain``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import docgen.patterns as re

Direction = Literal["rise", "fall", "better", "worse"]
"""better and worse are rise and fall as far as it is known which of them is good."""

DIRECTIONS: Mapping[Direction, str] = {
    "rise": (
        "持ち直|盛り返|急伸|続伸|積み上が|積み増|上振れ|増加|増大|急増|激増|微増|漸増|純増|逓増|増え|増や|増額|増員|増勢|上昇|急上昇|伸び(?!率|悩)|伸長|拡大|急拡大"
        "|膨ら|高まり|高まっ|高まる|高まり"
        "|上向|上がっ|上がり|上がる|広が|右肩上がり|延び|伸ばし|向上|躍進|(?:多|高|大き|長|広|厚|重)くな(?:り|っ|る)|(?<=位を)上げ|増(?=[。、,)しとでのにが]|$|傾向|基調)"
    ),
    "fall": (
        "冷え込|先細|減退|下振れ|減少|急減|激減|微減|漸減|逓減|減り|減っ|減る|減ら|減額|減員|低下|急落|下落|下降|下がっ|下がり|下がる|縮小|縮ま"
        "|狭ま|落ち込|落とし|目減り"
        "|右肩下がり|弱ま|後退|短縮|縮減|細(?:っ|り(?![一-龥]))|(?:少な|低|小さ|短|狭|薄|軽)くな(?:り|っ|る)|(?<=位を)下げ|(?<!増)減(?=[。、,)しとでのにとが]|$|傾向|基調)"
    ),
    "better": "改善|好転",
    "worse": "悪化",
}
"""What something does over time."""

FLAT = (
    "横ばい|横這い|頭打ち|足踏み|(?:同|同じ)水準|(?:ほぼ|おおむね|概ね|前年度?と|前回と)(?:同じ|同数|同額|同程度|同率|同値|一定|変わら)|停滞|変動(?:は"
    "|が)(?:ない|なく|見られ)"
    "|(?:大きな)?変化(?:は|が)(?:ない|なく|なかった|見られない|みられない)|変わっていない|変わらない|変わらず|据え置"
)
"""Words for what neither rises nor falls."""

STEADY = (
    "一貫して|年々|毎年度?(?:のように)?|年度?を追うごとに|年を追って|連続して|連続で|続けて|継続的に|着実に|絶えず"
    "|途切れることなく|例外なく|(?:調査|公表|測定|集計|回|年|期)(?:の|を(?:追う|重ねる))?(?:たび|ごと)に|(?:調査|公表|測定|集計)の度に|毎回|毎期"
    "|一度も(?:減|増)ることなく|右肩上がり|右肩下がり|単調に"
)
"""Words for what every step of a series does."""

CONTINUES = "続け|し続|が続|を続|の一途|一途"
"""Words behind a direction for the same."""

SMALL = "わずか|僅か|やや|若干|微増|微減|小幅|いくぶん|緩やか|ゆるやか|微かに|少し"
LARGE = "大幅|大き[くな]|急増|急減|激増|激減|急激|急速|著しく|著しい|顕著|飛躍的|急上昇|急落|急拡大|大きく|劇的"
"""How much something rises or falls."""


def _any(words: Mapping[Direction, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in words.items())


DIRECTION = re.compile(_any(DIRECTIONS))
"""Matches a word of direction; its group names the direction."""

ADVERB = re.compile(
    rf"{STEADY}|{SMALL}|{LARGE}|以降|以来|期間|近年|直近|最新|比較|一途|さらに|更に|再び|ほぼ|おおむね|概ね|増減|傾向"
    rf"|推移|連続|水準|程度"
)
"""Words of extent, which say nothing of what is counted."""

OF_RANKS = "上昇|低下|後退|下落|改善|悪化|急落|急上昇|躍進|向上|上が|下が|上げ|下げ|落ち込|好転|上向"
"""The words of direction that a rank can have; 増加 is not said of one."""

LESS_IS_BETTER = re.compile(
    "死者|死傷|死亡|事故|失業|離職|待機|排出|赤字|空き家|不安|滞納|廃棄|ごみ|被害|犯罪|不登校|苦情|負担|格差|遅延|欠員"
    "|未整備|借入|債務|不良|故障|誤り|"
    "時間外|残業|いじめ|虐待|感染|待ち時間|BOD|COD|濃度|解像度|誤差|所要"
)
MORE_IS_BETTER = re.compile(
    "満足|就業|普及|達成|登録|参加|受診|整備|回収|合格|定着|充足|自給|利用率|実施率|得点|スコア|所得|黒字|女性|執行率"
    "|進捗|接種|修了|進学|認知|カバー|収支|収益|利益|生産性|稼働率|リサイクル|就職|健康|寿命|理解度|支持率|投票率|貯蓄"
    "|実装|電子化|"
    "オンライン化|デジタル化|耐震化|更新率|定員充足|復旧|品質|効率"
)
"""What of a value is good, by the words that it is called by."""
