"""Numbers of steps, notes, figures and chapters that their lists do not have, or have for others, are found."""

from __future__ import annotations

import pytest
from support.every_case import every_case
from support.naming_cases import spots

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import fact_table
from docgen.truth.naming.markers import item, markers

STAGES = Evidence(lists=(("①原案の作成", "②住民への説明", "③意見の反映", "④議会への報告"),))
CHAPTERS = Evidence(lists=(("第1章 沿革", "第2章 地勢と気候", "第3章 産業", "第4章 交通"),))
FIGURES = Evidence(lists=(("図1-1 人口の推移", "図1-2 年齢別の人口", "図1-3 転入と転出", "表1-1 地区別の世帯数"),))
NOTES = Evidence(notes=(("注1：1月から3月までの計。", "注2：対象は公立学校に限る。", "注3：2017年度は台風のため実施していない。"),))
STARS = Evidence(notes=(("※1 見込値", "※2 各年度末現在"),))
GOALS = Evidence(lists=(("目標Ⅰ 備える", "目標Ⅱ つなげる", "目標Ⅲ 伝える"),))
KANA = Evidence(lists=(("（ア）財源の不足", "（イ）職員の不足", "（ウ）施設の老朽化"),))
STEPS = Evidence(lists=(("STEP1 登録", "STEP2 審査", "STEP3 交付"),))
ANNEXES = Evidence(lists=(("別紙1 交付の申請書", "別紙2 対象となる経費", "別紙3 実績の報告書"),))
SUBS = Evidence(lists=(("1-1 堤防の補強", "1-2 排水の改良", "2-1 訓練の実施", "2-2 地図の配布", "2-3 備蓄の拡充"),))
LETTERS = Evidence(lists=(("ア 現地の調査", "イ 設計の委託", "ウ 工事の発注", "エ 完成の検査"),))
FEET = Evidence(notes=(("脚注8 税込みの額である。", "脚注9 委託費を含む。", "脚注10 百円未満は切り捨てた。"),))
OPTIONS = Evidence(lists=(("A案 全面の改築", "B案 一部の改修", "C案 移転"),))
ASKED = Evidence(lists=(("問1 職場の環境", "問2 働き方の希望", "問3 賃金の水準", "問4 職場の人間関係"),))
QUESTIONS = Evidence(lists=(("Q1 年齢", "Q2 通学の手段", "Q3 通学の時間"),))

WRONG = (
    (STAGES, "手順は、①原案の作成、②住民への説明、②意見の反映、④議会への報告である。", "②意見の反映"),
    (STAGES, "①原案の作成、③住民への説明、③意見の反映、④議会への報告", "③住民への説明"),
    (STAGES, "①から⑤までを半年で行う。", "①から⑤"),
    (STAGES, "このうち⑥を公開する。", "⑥"),
    (STAGES, "住民への説明（③）は三回開いた。", "③"),
    (CHAPTERS, "産業については第2章で述べる。", "第2章"),
    (CHAPTERS, "交通は第５章に示す。", "第５章"),
    (CHAPTERS, "第三章「交通」を参照。", "第三章「交通」"),
    (CHAPTERS, "（扉）第2章　地勢と気象", "第2章　地勢と気象"),
    (FIGURES, "転入と転出は図1-2に示す。", "図1-2"),
    (FIGURES, "年齢別の人口（図1-4）を見る。", "図1-4"),
    (FIGURES, "地区別の世帯数は表1-2による。", "表1-2"),
    (FIGURES, "図１－３（人口の推移）", "図１－３（人口の推移）"),
    (NOTES, "2017年度は台風のため値がない（注1）。", "注1"),
    (NOTES, "公立学校の数（注4）を示す。", "注4"),
    (NOTES, "公立学校に限った数である（注３）。", "注３"),
    (STARS, "見込値※2を含む。", "※2"),
    (STARS, "参加者数※3は各年度末現在の値である。", "※3"),
    (GOALS, "目標Ⅳ「伝える」に取り組む。", "目標Ⅳ"),
    (GOALS, "目標Ⅱ「備える」に取り組む。", "目標Ⅱ「備える」"),
    (KANA, "課題は、（ア）財源の不足、（ア）職員の不足、（ウ）施設の老朽化である。", "（ア）職員の不足"),
    (KANA, "（エ）施設の老朽化が進む。", "（エ）"),
    (STEPS, "STEP1で登録し、STEP3で審査する。", "STEP3"),
    (STEPS, "STEP4の交付は翌月になる。", "STEP4"),
    (ANNEXES, "申請書は別紙2により提出する。", "別紙2"),
    (SUBS, "備えは、2-1訓練の実施、2-2地図の配布及び2-4備蓄の拡充からなる。", "2-4備蓄の拡充"),
    (SUBS, "備蓄の拡充（2-2）を急ぐ。", "2-2"),
    (LETTERS, "ア、イ、オの順に進める。", "オ"),
    (LETTERS, "完成の検査（ウ）は県が行う。", "完成の検査（ウ）"),
    (FEET, "額は税込みである（脚注9）。", "脚注9"),
    (KANA, "課題は、（ア）財源の不足及び（エ）職員の不足である。", "（エ）職員の不足"),
    (CHAPTERS, "交通の移り変わりについては、第３章で述べる。", "第３章"),
    (FIGURES, "地区別の世帯数は図1-1に示す。", "図1-1"),
    (OPTIONS, "A案、B案及びD案を比べた。", "D案"),
    (OPTIONS, "移転（B案）は費用が大きい。", "移転（B案）"),
    (QUESTIONS, "Q2（通学の時間）は平均25分である。", "Q2（通学の時間）"),
    (ASKED, "職場の人間関係の良し悪しは、問1で尋ねている。", "問1"),
)
RIGHT = (
    (ASKED, "職場環境と賃金の水準の関わりは、問1において尋ねている。"),
    (STAGES, "手順は、①原案の作成、②住民への説明、③意見の反映、④議会への報告である。"),
    (STAGES, "②及び④を公開する。"),
    (OPTIONS, "移転（C案）と改修（B案）を比べた。"),
    (SUBS, "2-1訓練の実施には、10-20代の2-3人が加わり、1-2月に開く。"),
    (SUBS, "1-1堤防の補強と2-3備蓄の拡充を急ぐ。"),
    (LETTERS, "ウの工事の発注は、イの設計の委託の後になり、カメラで記録する。"),
    (FEET, "額は税込みであり（脚注8）、委託費を含む（脚注9）。"),
    (CHAPTERS, "交通と産業の関わりは、第３章でも述べる。"),
    (CHAPTERS, "沿革は、第2章以降の各章に関わる。"),
    (STAGES, "①原案の作成と③意見の反映を委託する。"),
    (STAGES, "①から④までを半年で行う。"),
    (STAGES, "新たに⑤を追加する予定である。"),
    (STAGES, "「市政の手引」の⑤による。"),
    (CHAPTERS, "第二章では地勢と気候を、第四章では交通を述べる。"),
    (CHAPTERS, "全４章からなる。"),
    (CHAPTERS, "交通白書の第６章を参照。"),
    (CHAPTERS, "産業（第3章）の次に交通（第4章）を述べる。"),
    (FIGURES, "人口の推移は図１－１、転入と転出は図１－３に示す。"),
    (FIGURES, "地区別の世帯数（表1-1）"),
    (FIGURES, "「市の統計書」の図5-2による。"),
    (FIGURES, "図1-2のとおり、若い世代が多い。"),
    (NOTES, "2017年度の値は示していない（注３）。"),
    (NOTES, "2016年度の次は2018年度である（注3）。"),
    (NOTES, "学校数（注2）及び児童数（注1、注2）"),
    (NOTES, "注意報は12件、注文は3件。"),
    (STARS, "見込値※１及び年度末の値※２"),
    (STARS, "※2の値は3月31日現在"),
    (GOALS, "目標Ⅰ「備える」、Ⅱ「つなげる」及びⅢ「伝える」"),
    (GOALS, "目標Ⅰ及び目標Ⅲに取り組む。"),
    (KANA, "課題は、（ア）財源の不足、（イ）職員の不足、（ウ）施設の老朽化である。"),
    (KANA, "（ウ）については後で述べる。"),
    (STEPS, "STEP１（登録）からSTEP３（交付）まで"),
    (STEPS, "STEP2までを終え、次は交付である。"),
    (ANNEXES, "経費は別紙2、報告は別紙3による。"),
    (ANNEXES, "別紙1を添えて申請する。"),
    (QUESTIONS, "Q1とQ3を掛け合わせた。"),
    (QUESTIONS, "Q2（通学の手段）では電車が多い。"),
)


@every_case(("evidence", "text", "spot"), WRONG)
def test_a_number_of_another_or_of_none_is_found(evidence: Evidence, text: str, spot: str) -> None:
    assert any(spot in one for one in spots(text, evidence))


@every_case(("evidence", "text"), RIGHT)
def test_numbers_of_the_list_are_left_alone(evidence: Evidence, text: str) -> None:
    assert spots(text, evidence) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("図３と第二章、①（注1）", [("図", (3,)), ("章", (2,)), ("①", (1,)), ("注", (1,))]),
        ("第Ⅳ部、第II部、㉑", [("部", (4,)), ("部", (2,)), ("①", (21,))]),
        ("図表2-1-3、別紙Ａ", [("図表", (2, 1, 3)), ("別紙", (1,))]),
        ("事業3つ、課題2点、表2人口、1人当たり、2022年", []),
    ],
)
def test_markers_are_read_by_kind_and_number(text: str, keys: list[object]) -> None:
    assert [marker.key for marker in markers(text)] == keys


def test_what_goes_on_after_a_number_is_no_item() -> None:
    assert item("図3と図4を比べる。") is None
    assert item("①から③まで") is None
    assert item("3.5倍になった") is None


STEPS = Evidence(lists=(("申請書の記入", "窓口への提出", "書類の審査", "助成金の交付"),))
STAGES = Evidence(
    tables=(fact_table("s", "学校の改修", ["段階", "校数"], [["第1段階　調査", "50"], ["第2段階　設計", "31"], ["第3段階　工事", "12"]], "校"),)
)


@pytest.mark.parametrize(
    ("text", "evidence", "spot"),
    [
        ("窓口への提出（手順3）の後、審査を行う。", STEPS, "手順3"),
        ("窓口への提出（手順2）の後、審査を行う。", STEPS, None),
        ("書類の審査（(4)）には、2週間を要する。", STEPS, "(4)"),
        ("(3)の書類の審査には、2週間を要する。", STEPS, None),
        ("第3段階の設計に進んだ学校は31校である。", STAGES, "第3段階の設計"),
        ("第2段階の設計に進んだ学校は31校である。", STAGES, None),
    ],
)
def test_steps_of_a_list_without_numbers_or_of_a_table_are_known_by_their_place(text: str, evidence: Evidence, spot: str | None) -> None:
    assert any(spot in one or one in spot for one in spots(text, evidence)) if spot else spots(text, evidence) == []
