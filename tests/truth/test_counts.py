"""Counts of what a deck lists: those that are off are found, those that count something else are left alone."""

from __future__ import annotations

import pytest
from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.errors import SlidePosition
from docgen.truth.counts.count_rules import RULES
from docgen.truth.sentence import sentences

PARKS = fact_table(
    "parks",
    "公園の再整備の状況",
    ["公園", "区分", "状況", "面積"],
    [
        ["汐入公園", "総合公園", "完了", "12.0"],
        ["柳橋公園", "地区公園", "完了", "4.1"],
        ["緑町公園", "街区公園", "工事中", "0.3"],
        ["星川公園", "街区公園", "完了", "0.2"],
        ["南原公園", "地区公園", "未着手", "3.8"],
        ["河口公園", "街区公園", "工事中", "0.4"],
    ],
    {"面積": "ha"},
)
SNOW = fact_table(
    "snow",
    "月別の除雪の出動回数",
    ["月", "出動回数"],
    [["11月", "2"], ["12月", "18"], ["1月", "31"], ["2月", "27"], ["3月", "9"], ["計", "87"]],
    "回",
    "計",
)
TOWNS = fact_table(
    "towns",
    "市町別の人口",
    ["市町", "人口", "世帯数"],
    [["汐見市", "84,200", "36,100"], ["柳市", "52,300", "21,700"], ["奥沢町", "12,400", "4,900"], ["浜田町", "9,800", "4,100"]],
    {"人口": "人", "世帯数": "世帯"},
)
ISSUES = ("担い手の不足", "施設の老朽化", "財源の確保", "情報の発信")
WORKS = ("A-1 窓口の統合", "A-2 様式の見直し", "A-3 電子申請", "B-1 研修", "B-2 手引の作成")


def found(text: str, *tables: FactTable, items: tuple[str, ...] = ()) -> list[str]:
    """The words that are found in a sentence."""
    evidence = Evidence(tables=tables, lists=(items,) if items else ())
    read = list(sentences(Statement(text)))
    return list(dict.fromkeys(breach.spot.words for rule in RULES for breach in rule(read, evidence) if breach.spot))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("担い手の不足、施設の老朽化及び財源の確保という4つの課題がある。", "4つ"),
        ("人材、設備、資金の四つが足りない。", "四つ"),
        ("北県、南県及び西県の4県で実施した。", "4県"),
        ("5県（北県、南県、西県、東県）で実施した。", "5県"),
        ("次の三つの柱（拠点の整備、人材の育成、資金の調達、連携の強化）を立てる。", "三つ"),
        ("対象の2町は、奥沢町、浜田町及び岬町である。", "2町"),
        ("汐入、柳橋及び星川の四公園では、工事を終えた。", "四公園"),
        ("工事中は3公園である。", "3公園"),
        ("街区公園4公園のうち、完了は1公園である。", "4公園"),
        ("再整備を完了したのは、6公園のうち4公園である。", "4公園"),
        ("全7公園の再整備を進める。", "7公園"),
        ("完了した公園は、汐入公園、柳橋公園及び緑町公園の3公園である。", "緑町公園"),
        ("6公園のうち3公園は完了、2公園は工事中、残る2公園は未着手である。", "2公園"),
        ("完了は再整備（1公園）より新設に多い。", None),
    ],
)
def test_a_count_beside_names_or_of_rows_is_found(text: str, words: str | None) -> None:
    assert found(text, PARKS) == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("出動が20回以上の月は3か月である。", "3か月"),
        ("出動が10回を下回った月は、11月、2月及び3月の3か月である。", "3か月"),
        ("人口が1万人を超える市町は、汐見市及び柳市の2市町である。", "2市町"),
        ("人口が5万人以上の市町は3市町である。", "3市町"),
        ("世帯数が5,000世帯未満の市町は1市町にとどまる。", "1市町"),
    ],
)
def test_a_count_by_a_threshold_is_found(text: str, words: str) -> None:
    assert found(text, SNOW, TOWNS) == [words]


SAND = fact_table(
    "sand",
    "浜の砂の厚さ",
    ["浜", "2019年", "2020年", "2021年"],
    [["南浜", "2.1", "1.8", "1.2"], ["北浜", "0.9", "1.1", "1.4"], ["東浜", "1.6", "1.7", "2.4"], ["西浜", "0.7", "0.6", "0.9"]],
    "m",
)
RATIO = fact_table(
    "ratio",
    "交流人口比の推移",
    ["年", "交流人口比"],
    [["2018年", "0.94"], ["2019年", "1.03"], ["2020年", "0.81"], ["2021年", "0.98"], ["2022年", "1.07"], ["2023年", "1.00"]],
)
HALLS = fact_table(
    "halls",
    "会館の設備",
    ["会館", "設置者", "防音室", "宿泊室", "利用"],
    [
        ["青葉会館", "県立", "○", "あり", "410"],
        ["若葉会館", "市立", "○", "なし", "120"],
        ["紅葉会館", "市立", "－", "なし", "260"],
        ["双海会館", "県立", "－", "あり", "75"],
        ["計", "－", "－", "－", "865"],
    ],
    {"利用": "件"},
    "計",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021年に砂の厚さが1m以上の浜は、南浜、北浜及び西浜である。", ["西浜"]),
        ("2021年に砂の厚さが1m以上の浜は4か所である。", []),
        ("2021年に砂の厚さが1m以上の浜は、南浜、北浜及び東浜である。", []),
        ("北浜の砂が1m未満であったのは、2019年及び2021年である。", ["2021年"]),
        ("北浜の砂が1m以上であったのは、2020年及び2021年である。", []),
        ("交流人口比が１を超えた年は3回ある。", ["3回"]),
        ("交流人口比が１を超えた年は2回ある。", []),
        ("2020年以降、交流人口比が１を下回った年は3か年ある。", ["3か年"]),
        ("2020年以降、交流人口比が１を下回った年は2か年ある。", []),
        ("交流人口比が1を下回ったのは、2018年、2020年及び2022年の3か年である。", ["2022年"]),
        ("交流人口比が1を下回ったのは、2018年及び2020年の2か年である。", ["2か年"]),
        ("交流人口比が1を下回ったのは、2018年、2020年及び2021年の3か年である。", []),
        ("市立の会館は、若葉会館及び双海会館の二つである。", ["双海会館"]),
        ("市立の会館は2館で、若葉と双海である。", ["双海"]),
        ("市立の会館は2館で、若葉と紅葉である。", []),
        ("県立の会館：青葉会館、紅葉会館", ["紅葉会館"]),
        ("防音室を備えるのは、青葉会館と紅葉会館である。", ["紅葉会館"]),
        ("防音室を備えるのは、青葉会館と若葉会館である。", []),
        ("防音室を備えていないのは、紅葉会館と双海会館である。", []),
        ("利用が200件以上の会館（青葉会館、若葉会館）を中核とする。", ["若葉会館"]),
        ("利用が200件以上の会館（青葉会館、紅葉会館）を中核とする。", []),
        ("青葉会館、若葉会館及び双海会館は、県立である。", ["若葉会館"]),
        ("青葉会館及び双海会館は、県立である。", []),
        ("青葉会館と紅葉会館は、市立の若葉会館に比べ利用が多い。", []),
        ("利用が200件以上の県立の会館は2館である。", ["2館"]),
        ("利用が200件以上の県立の会館は1館である。", []),
        ("県立の会館は、青葉会館などである。", []),
    ],
)
def test_members_that_are_listed_or_counted_meet_what_is_told(text: str, words: list[str]) -> None:
    assert found(text, SAND, RATIO, HALLS) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("計画は、担い手の不足や財源の確保など五つの課題からなる。", ["五つ"]),
        ("計画は、担い手の不足や財源の確保など四つの課題からなる。", []),
        ("担い手の不足など二つの課題を先に解く。", []),
        ("施設の老朽化から情報の発信までの四つを扱う。", ["四つ"]),
        ("施設の老朽化から情報の発信までの三つを扱う。", []),
        ("担い手の不足と施設の老朽化は県が、残る三つは市が担う。", ["三つ"]),
        ("担い手の不足と施設の老朽化は県が、残る二つは市が担う。", []),
    ],
)
def test_a_count_of_items_some_of_which_are_named_is_found(text: str, words: list[str]) -> None:
    assert found(text, items=ISSUES) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("課題は、担い手の不足、施設の老朽化、財源の確保及び情報の発信の三点である。", "三点"),
        ("課題は、担い手の不足のほか2点である。", "2点"),
        ("全ての5項目について議論した。", "5項目"),
    ],
)
def test_a_count_of_a_list_is_found(text: str, words: str) -> None:
    assert found(text, items=ISSUES) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("B-1からB-3までの3件を始めた。", "B-1からB-3までの3件"),
        ("A-1からA-3までの2件は完了した。", "A-1からA-3までの2件"),
        ("取組は合わせて6件である。", "6件"),
    ],
)
def test_a_count_of_numbered_items_is_found(text: str, words: str) -> None:
    assert found(text, items=WORKS)[:1] == [words]


@every_case(
    "text",
    [
        "担い手の不足、施設の老朽化、財源の確保及び情報の発信という4つの課題がある。",
        "担い手の不足、施設の老朽化など4つの課題がある。",
        "課題は、担い手の不足のほか3点である。",
        "北県及び南県の12事業を採択した。",
        "汐入、柳橋及び星川の三公園では、工事を終えた。",
        "完了は3公園、工事中は2公園、未着手は1公園である。",
        "街区公園が3公園、地区公園が2公園、完了が3公園である。",
        "完了と工事中を合わせて5公園となる。",
        "再整備を完了したのは、6公園のうち3公園である。",
        "街区公園3公園のうち、完了は1公園である。",
        "未着手の公園を除く5公園で工事に入った。",
        "全6公園の再整備を進める。",
        "完了した3公園の面積は計16.3haである。",
        "工事中の公園では、4人の職員が監督する。",
        "新規及び継続の12件を採択した。",
        "6公園のうち3公園は完了、2公園は工事中、残る1公園は未着手である。",
        "出動が20回以上の月は2か月である。",
        "出動が10回を下回った月は、11月及び3月の2か月である。",
        "出動は11月から3月までの5か月間に集中した。",
        "1月と2月の2か月で、全体の3分の2を占める。",
        "人口が1万人を超える市町は、汐見市、柳市及び奥沢町の3市町である。",
        "人口が5万人以上の2市では、世帯数も2万世帯を超える。",
        "汐見市及び柳市の2市に、奥沢町と浜田町の2町を加えた4市町からなる。",
        "汐見市と柳市の人口は計136,500人である。",
        "2018年、2020年及び2022年の3か年の平均である。",
        "5県（中部を除く。）で実施した。",
        "3件（前年度は5件）を採択した。",
        "4市町（2市、2町）を対象とする。",
        "職員12人（うち専任3人、兼任9人）を置く。",
        "第1回から第3回までの3回の会合を開いた。",
        "大学・研究機関と企業の3者で進める。",
        "汐見市、柳市等の4市町で実施する。",
        "当日は、雨が降り、北県、南県及び西県の3県から参加があった。",
    ],
)
def test_a_count_of_something_else_is_left_alone(text: str) -> None:
    items = ISSUES if "課題" in text else ()
    assert found(text, PARKS, SNOW, TOWNS, items=items) == []


def test_lines_that_are_announced_are_counted_on_their_slide() -> None:
    def counted(announced: str, *lines: str) -> list[str]:
        texts = [Statement(text, "施策", SlidePosition("a.pptx", 3, "本文")) for text in (announced, *lines)]
        read = [sentence for text in texts for sentence in sentences(text)]
        evidence = Evidence(statements=tuple(texts))
        return [breach.spot.words for rule in RULES for breach in rule(read, evidence) if breach.spot]

    lines = ("① 路線の再編", "② 運転士の確保", "③ 車両の更新")
    assert counted("次の四つの施策を進める。", *lines) == ["四つ"]
    assert counted("次の三つの施策を進める。", *lines) == []
    assert counted("次の二つの面から見る。", "① 需要", "② 供給", "1. 前提を置く", "2. 数える") == []
    assert counted("以下の4点に取り組む。", "施策1　再編", "施策2　確保", "施策3　更新", "図1　推移") == ["4点"]
    assert counted("次の5か所で実施する。", "東部の拠点を置く。", "西部の拠点を移す。") == []
