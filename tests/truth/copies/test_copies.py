"""What a deck says again is what it said first: copies that differ are found, other facts and roundings are not."""

from __future__ import annotations

from support.every_case import every_case
from support.naming_cases import spots

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.errors import SlidePosition
from docgen.truth.copies.numbers_again import numbers_again
from docgen.truth.sentence import sentences

LIBRARY = Evidence(statements=(Statement("図書館の来館者は、2017年度の48.2万人から2022年度の61.9万人へと28.4％増加した。", "詳細（1）"),))
TREES = Evidence(statements=(Statement("街路樹の点検は、対象8,460本のうち7,905本で完了した（2022年9月末）。", "詳細（2）"),))
POLL = Evidence(statements=(Statement("架空交通研究所の調査によると、県内企業の61.3％が時差出勤を導入していない。", "先行調査"),))
SEXES = Evidence(statements=(Statement("体操教室の参加率は、高齢者が24.6％、若年者が11.2％であった。", "第2節"),))
REASON = Evidence(statements=(Statement("調査では、店主の44.3％が「後継ぎの不在」を閉店の理由に挙げた。", "付属調査"),))
BOUND = Evidence(statements=(Statement("市は、職員の年次休暇を年15日以上とし、残業を月45時間以内とする。", "第2章"),))
PAIR = Evidence(statements=(Statement("待機児童は214人（2018年度）。", "前回"), Statement("待機児童は86人（2022年度）。", "現況")))
HOUSES = Evidence(
    statements=(
        Statement("県の空き家は2022年に64,200戸となり、5年前から4,300戸増加した。空き家率は12.8％である。", "本文（2）"),
        Statement("相談窓口は県内12市に18か所あり、専門の相談員が32人いる。", "本文（3）"),
        Statement("対策計画は、25市町村のうち21市町村で策定された。残る4市町村は2025年度までに策定する予定である。", "本文（4）"),
        Statement("架空都市研究所によれば、バス事業者の52.4％が運転手の不足を訴えている。", "付属調査"),
    )
)
LINES = Evidence(
    tables=(
        fact_table(
            "lines",
            "港湾課の予算事項（2024年度）",
            ["事項", "予算額", "要求額", "前年度予算額"],
            [["岸壁の改良", "3,260", "4,100", "2,980"], ["航路標識の更新", "415", "415", "398"], ["海岸清掃の支援", "72", "95", "68"]],
            "百万円",
        ),
    )
)

WRONG = (
    (HOUSES, "空き家は2022年に62,400戸であった。", "62,400戸"),
    (HOUSES, "空き家は5年間で4,300戸減少した。", "4,300戸減少した"),
    (HOUSES, "（まとめ）空き家率は12.3％となった。", "12.3％"),
    (HOUSES, "（概要）空き家は2017年に64,200戸となった。", "2017年に64,200戸"),
    (HOUSES, "残る4市町村は2026年度までに計画を策定する予定である（再掲）。", "2026年度"),
    (HOUSES, "付属調査では、運転手の過剰を訴えるバス事業者が52.4％に上った。", "過剰"),
    (SEXES, "【再掲】体操教室の参加率は、若年者が24.6％、高齢者が11.2％であった。", "若年者が24.6％"),
    (SEXES, "（まとめ）体操教室に加わる若年者は24.6％である。", "若年者は24.6％"),
    (REASON, "店主の44.3％は、閉店の理由に「客の減少」を挙げる（再掲）。", "「客の減少」"),
    (BOUND, "【再掲】職員の年次休暇は年15日以下とする。", "15日以下"),
    (BOUND, "【再掲】職員の残業は月45時間以上とする。", "45時間以上"),
    (LINES, "岸壁の改良（再掲）　前年度を2億8,000万円上回る36億2,000万円", "36億2,000万円"),
    (LIBRARY, "【再掲】図書館の来館者は2017年度の42.8万人から2022年度の61.9万人へと28.4％増加した。", "42.8万人"),
    (LIBRARY, "（まとめ）図書館の来館者は、2022年度に69.1万人。", "69.1万人"),
    (LIBRARY, "（まとめ）図書館の来館者は、2021年度に61.9万人となった。", "2021年度に61.9万人"),
    (LIBRARY, "（概要）図書館の来館者は、2017年度から28.4％減少した。", "減少"),
    (LIBRARY, "（まとめ）図書館の来館者は、2017年度から2022年度にかけて減少。", "減少"),
    (LIBRARY, "図書館の来館者は、2022年度に61.9万人と、2017年度から24.8％増加した。", "24.8％"),
    (LIBRARY, "（要点）図書館の来館者は70万人超（2022年度）。", "70万人超"),
    (TREES, "（まとめ）街路樹の点検は、対象8,640本のうち7,905本で完了した。", "8,640本"),
    (TREES, "街路樹7,905本の点検が2021年9月末に完了（再掲）。", "7,905本の点検が2021年9月末"),
    (TREES, "【再掲】街路樹の点検は、対象8,460か所のうち7,905本で完了。", "8,460か所"),
    (POLL, "先行調査では、県内企業の63.1％が時差出勤を導入していない。", "63.1％"),
    (POLL, "先行調査では、県外企業の61.3％が時差出勤を導入していない。", "県外企業"),
    (POLL, "架空交通研究所の調査によると、県内企業の61.3％が時差出勤を導入している。", "導入している"),
    (POLL, "架空都市研究所の調査によると、県内企業の61.3％が時差出勤を導入していない。", "架空都市研究所"),
    (POLL, "先行調査では、県内学校の61.3％が時差出勤を導入していない。", "県内学校"),
    (TREES, "（まとめ）河川の点検は、対象8,460本のうち7,905本で完了した。", "河川"),
    (PAIR, "待機児童は214人（2022年度、再掲）。", "214人"),
    (PAIR, "【再掲】待機児童は86人（2020年度）。", "86人（2020年度"),
    (LINES, "岸壁の改良（再掲）　2024年度予算額41億円", "41億円"),
    (LINES, "航路標識の更新（再掲）　予算額451百万円", "451百万円"),
    (LINES, "海岸清掃の支援（再掲）には、72千円を充てる。", "72千円"),
    (LINES, "海岸清掃の支援（再掲）は7,200万円で、前年度の8,600万円から増額。", "8,600万円"),
    (LINES, "岸壁の改良（再掲）は41億円（予算額）である。", "41億円"),
)
RIGHT = (
    (POLL, "時差出勤を導入していない県内企業（61.3％）は、７割まで8.7ポイントを残す。"),
    (SEXES, "【再掲】体操教室の参加率は、若年者が11.2％、高齢者が24.6％であった。"),
    (SEXES, "（まとめ）体操教室の参加率は高齢者で24.6％と、若年者の11.2％より高い。"),
    (REASON, "店主の44.3％は、閉店の理由に「後継ぎの不在」を挙げる（再掲）。"),
    (BOUND, "【再掲】職員の年次休暇は年15日を下回らない。"),
    (BOUND, "【再掲】職員の残業は月45時間を超えない。"),
    (LINES, "岸壁の改良（再掲）　前年度を2億8,000万円上回る32億6,000万円"),
    (LINES, "海岸清掃の支援（再掲）は、前年度の6,800万円から7,200万円に増えた。"),
    (LIBRARY, "【再掲】図書館の来館者は2017年度の48.2万人から2022年度の61.9万人へと28.4％増加した。"),
    (LIBRARY, "（まとめ）図書館の来館者は、2022年度に６１．９万人。"),
    (LIBRARY, "（まとめ）図書館の来館者は、2022年度に約62万人。"),
    (LIBRARY, "（まとめ）図書館の来館者は、５年間で13.7万人増加。"),
    (LIBRARY, "（まとめ）図書館の来館者は３割近く増加。"),
    (LIBRARY, "（まとめ）図書館の来館者は60万人を超えた。"),
    (LIBRARY, "（まとめ）図書館の来館者のうち県外からは4.2万人（2022年度）。"),
    (LIBRARY, "博物館の来館者は、2022年度に30.5万人。"),
    (LIBRARY, "図書館の貸出冊数は、2022年度に215万冊。"),
    (TREES, "（まとめ）街路樹の点検は555本で終わっていない。"),
    (TREES, "（まとめ）街路樹の点検は、令和4年9月末に7,905本で完了。"),
    (TREES, "（まとめ）街路樹の点検は9割以上で完了した。"),
    (TREES, "街路樹の植替えは、対象120本のうち64本で完了した。"),
    (POLL, "先行調査では、県内企業の約６割が時差出勤を導入していない。"),
    (POLL, "時差出勤を導入している県内企業は38.7％（架空交通研究所の調査）。"),
    (HOUSES, "空き家は64,200戸で、5年前から4,300戸増えた（再掲）。"),
    (HOUSES, "相談窓口18か所は、県内の十二の市に置かれている（再掲）。"),
    (HOUSES, "計画が未策定の市町村は4つである（再掲）。"),
    (POLL, "先行調査では、県内企業の61.3％に時差出勤の制度がないとされた。"),
    (POLL, "別の調査では、県外企業の22.0％が在宅勤務を導入している。"),
    (PAIR, "待機児童は86人（令和4年度、再掲）。"),
    (PAIR, "前回は「214人（2018年度）」であった待機児童は、2022年度には86人となった。"),
    (LINES, "航路標識の更新（再掲）は、予算額、要求額とも415百万円。"),
    (LINES, "海岸清掃の支援（再掲）は72百万円で、前年度から4百万円の増額。"),
    (LINES, "岸壁の改良（再掲）は41億円（要求額）である。"),
    (LINES, "岸壁の改良（再掲）では、3か所を改良する。"),
)


@every_case(("evidence", "text", "spot"), WRONG)
def test_a_copy_that_differs_is_found(evidence: Evidence, text: str, spot: str) -> None:
    assert spot in spots(text, evidence)


@every_case(("evidence", "text"), RIGHT)
def test_what_is_equal_rounded_or_computed_is_left_alone(evidence: Evidence, text: str) -> None:
    assert spots(text, evidence) == []


def said(text: str, slide: int, shape: str = "本文") -> Statement:
    return Statement(text, f"スライド{slide}", SlidePosition("a.pptx", slide, shape))


def found(*texts: Statement) -> list[str]:
    read = [sentence for text in texts for sentence in sentences(text)]
    return [breach.spot.words for breach in numbers_again(read, Evidence(statements=texts)) if breach.spot]


def test_in_a_deck_the_same_words_at_the_same_time_have_the_same_number() -> None:
    first = said("灯台の点検件数は、2022年度に延べ41,250件であった。", 2)
    assert found(first, said("灯台の点検件数は、2022年度に延べ42,150件であった。", 9)) == ["42,150件"]
    assert found(first, said("灯台の点検件数は、2021年度に延べ42,150件であった。", 9)) == []
    assert found(first, said("航路の点検件数は、2022年度に延べ42,150件であった。", 9)) == []


def test_remarks_that_list_lines_of_files_are_no_copies() -> None:
    assert found(said("（データ）a.csv 2、4行、2022年度", 2, "notes"), said("（データ）a.csv 5、7行、2022年度", 3, "notes")) == []
