"""Units and counters that follow a number. A scale such as 億 belongs to the number: 45億円 is 4,500,000,000 of 円."""

from __future__ import annotations

import docgen.patterns as re

_MEASURES = (
    "円 ドル 米ドル ユーロ ポンド 元 ウォン トン t kg mg g ha km² km2 km m² m2 m³ m3 mm cm m 立方メートル "
    "㎡ ㎥ ㎢ ㎞ ㎝ ㎜ ㎏ ㎘ ℓ μg ng "
    "平方メートル 平方キロメートル メートル キロメートル キロ ヘクタール kWh MWh GWh TWh kW MW GW W kV V "
    "平方キロ PFLOPS TFLOPS FLOPS ppm ppb ℃ 度 dB Hz MHz GHz 量子ビット ビット バイト KB MB GB TB PB mg/L t-CO2 J PJ "
    "L kL mL GL hPa kPa MPa Pa lx kcal cal kJ MJ GJ TJ Bq mSv μSv bps kbps Mbps Gbps Tbps TEU "
    "歳 点 票 字 語 人泊 人日 人月 人年 人回 人時 人キロ トンキロ 台キロ"
)
_COUNTERS = (
    "圏域 医療圏 校種 学校種 魚種 樹種 業種 職種 品種 部局 年代 学部 学級 "
    "市町 町村 公園 団地 橋 園 支店 経営体 農家 漁港 議席 編成 社局 車両 往復 区画 町歩 "
    "組合 基金 機種 本部 分校 分会 分館 圃場 署 口座 台帳 本線 "
    "軒 席 食 箱 株 曲 艘 艇 俵 筆 束 袋 缶 "
    "人 名 者 件 社 校 館 県 市 町 村 区 府県 都道府県 市町村 市区町村 自治体 団体 法人 機関 研究機関 大学 "
    "大学・機関 高専 国立大学 か国・地域 か国 ヶ国 ヵ国 カ国 箇国 国・地域 国 地域 か所 ヶ所 ヵ所 カ所 箇所 "
    "地区 地点 区分 拠点 施設 基地局 基 台 機 隻 便 本 品目 種類 種 類型 大分類 分類 会員 分野 領域 課題 研究課題 "
    "サブ課題 テーマ プロジェクト 事業 施策 取組 項目 指標 要素 論点 事項 段階 ステップ 回 世帯 戸 棟 床 頭 "
    "羽 個 枚 冊 部門 部会 系列 路線 駅 部 編 報 篇 府省 府省庁 省庁 省 庁 局 課 チーム グループ ユニット "
    "センター 講座 科目 研究所 研究室 病院 企業 事業者 事業所 工場 店舗 店 港 空港 都市 シリーズ データセット "
    "レコード サンプル 報告 論文 特許 規格 標準 委員会 会議 会合 会場 組 班 列 行 世代 ロット ケース パターン "
    "案 方式 制度 法案 条約 協定 言語 つ 章 節"
)
_DURATIONS = (
    "年間 か年度 ヶ年度 カ年度 か年 ヶ年 カ年 週間 週 日間 時間 分間 秒間 秒 "
    "か月間 ヶ月間 カ月間 か月 ヶ月 ヵ月 カ月 箇月 年 日"
)
SHARE_FACTORS = {"%": "1", "パーセント": "1", "割": "10", "‰": "0.1"}
"""What one of each unit of shares is in %."""


def _any_of(words: str) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words.split()), key=len, reverse=True))


SHARE = _any_of(" ".join(SHARE_FACTORS))
POINTS = "%?ポイント"
RANK = "位|番目|つ目"
DURATION = _any_of(_DURATIONS)
PER = rf"/(?:{_any_of('人 日 年度 年 月 時間 世帯 km² km2 ㎢ m² m2 ㎡ m³ m3 ㎥ ha L kg 台 件 社 秒 時 s h')})"
COUNTED = _any_of(_COUNTERS)
# What is counted by no known word is counted by a word in katakana or Latin letters, if one stands there: 3プログラム.
COUNT = (
    rf"(?:{_any_of(f'{_MEASURES} {_COUNTERS}')}|分(?![の野類岐析割配離散担科])"
    r"|所(?![属在得有持轄要定長員管])|両(?![者国県市方面院党])|口(?![頭座])|通(?![りじ学勤信常])|問(?![題い])|[ァ-ヴー]{2,}"
    r"|(?<! )[A-Za-z]{2,6}(?![A-Za-z\d])|a(?![A-Za-z\d]))"
)
"""Patterns of units, the longest of their words first, in the letters of :func:`docgen.sentences.plain.plain`; ``COUNTED``
are those of persons and things, which are whole."""

NAMED = (
    r"(?<! )(?![代歳才度次期級等型番号以未超余強弱前後程約月日時位階丁年分秒割倍円十百千万億兆第者側])[一-龥]{2,4}"
    r"(?=[はがをもでにと、。()（）の])"
)
"""A whole word right behind a number in a sentence, which names what is counted by no known word: 3観光圏."""
