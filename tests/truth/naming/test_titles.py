"""Titles of figures, pages of chapters: those that do not fit what is there are found."""

from __future__ import annotations

import pytest
from support.naming_cases import spots

from docgen.bearing.evidence import Evidence, Titled
from docgen.bearing.fact import fact_table

TREND = Evidence(
    tables=(fact_table("t", "浅葱県の里親の登録世帯数", ["年度", "登録世帯数"], [["2016年度", "412"], ["2019年度", "530"], ["2022年度", "655"]], "世帯"),)
)
SHARE = Evidence(
    tables=(
        fact_table(
            "s",
            "浅葱県の圏域別の病床数（2022年10月1日）",
            ["圏域", "病床数"],
            [["山手", "2,140"], ["浜手", "1,870"], ["高原", "640"], ["離島", "210"], ["計", "4,860"]],
            "床",
        ),
    )
)
MONEY = Evidence(
    tables=(fact_table("m", "浅葱県の医療費", ["年度", "医療費"], [["2018年度", "21,480"], ["2020年度", "20,915"], ["2022年度", "22,760"]], "百万円"),)
)
TITLED = Evidence(titles=(Titled("", "救急出動件数の推移（2013年度～2022年度、単位：千件）"),))
CONTENTS = Evidence(contents=("1 概況 p.3", "2 医療の提供体制 p.7", "3 救急 p.15", "4 人材の確保 p.24", "参考資料 p.33"))
PARTS = Evidence(lists=(("第1部 概説", "第2部 統計", "第3部 事例"),))

WRONG = (
    (TREND, "（図の題名）浅葱県の里親の登録世帯数の推移（2010年度～2022年度）", "2010年度～2022年度"),
    (TREND, "（図の題名）里親の登録世帯数（2016年～2022年）", "2016年～2022年"),
    (TREND, "（図の題名）千種県の里親の登録世帯数の推移", "千種県"),
    (TREND, "（図の題名）浅葱県の里親の登録世帯数の推移（単位：人）", "人"),
    (TREND, "（グラフの題名）里親の登録世帯数の推移（千世帯）", "千世帯"),
    (SHARE, "（図の題名）浅葱県の病床数の推移（2022年10月1日）", "推移"),
    (SHARE, "（図の題名）浅葱県の圏域別の病床数（2021年10月1日）", "2021年10月1日"),
    (SHARE, "（表の題名）病床数の上位６圏域（2022年）", "上位６"),
    (SHARE, "（表の題名）病床数の上位２圏域（山手、高原）", "高原"),
    (MONEY, "（図の題名）浅葱県の医療費の推移（億円）", "億円"),
    (MONEY, "（図の題名）浅葱県の医療費の推移（2018年度～2024年度）", "2018年度～2024年度"),
    (TREND, "（見出し）減少が続く里親の登録世帯数", "減少が続く"),
    (TREND, "（見出し）里親の登録世帯数は６年間で1.8倍に", "1.8倍"),
    (SHARE, "（見出し）浜手が病床数で最多", "浜手"),
    (SHARE, "（見出し）高原が最も少ない", "高原"),
    (TITLED, "上の図は、2009年度から2022年度までの救急出動件数を示す。", "2009年度から2022年度"),
    (TITLED, "図は救急出動件数を万件単位で示したものである。", "万件単位で"),
    (TITLED, "この図は、救急出動件数の推移を2013年から2022年までの暦年で示す。", "2013年から2022年"),
    (CONTENTS, "救急は16ページからである。", "16ページ"),
    (CONTENTS, "人材の確保については、14ページ以降を参照。", "14ページ"),
    (CONTENTS, "医療の提供体制はp.15に示す。", "p.15"),
    (CONTENTS, "（扉）２　医療の供給体制", "２　医療の供給体制"),
    (CONTENTS, "（扉）3　救急と搬送", "3　救急と搬送"),
    (PARTS, "（目次）第2部　資料", "第2部　資料"),
    (PARTS, "（扉）第三部　統計", "第三部　統計"),
)
RIGHT = (
    (TREND, "（図の題名）浅葱県の里親の登録世帯数の推移（2016年度～2022年度）"),
    (TREND, "（図の題名）里親の登録世帯数（平成28年度～令和4年度）"),
    (TREND, "（図の題名）里親の登録世帯数の推移（2019年度～2022年度）"),
    (TREND, "（図の題名）里親の登録世帯数の推移（３年ごと、単位：世帯）"),
    (TREND, "里親の登録世帯数は2010年度にはまだ少なかった。"),
    (SHARE, "（図の題名）浅葱県の圏域別の病床数（令和4年10月）"),
    (SHARE, "（表の題名）病床数の上位３圏域（山手、浜手、高原）"),
    (SHARE, "（表の題名）離島と高原の病床数（2022年）"),
    (SHARE, "（図の題名）県内の圏域別の病床数"),
    (MONEY, "（図の題名）浅葱県の医療費の推移（単位：百万円）"),
    (MONEY, "（図の題名）医療費の推移（隔年）"),
    (TREND, "（見出し）増加が続く里親の登録世帯数"),
    (TREND, "（見出し）里親の登録世帯数、６年間で1.6倍に"),
    (TREND, "（見出し）里親の減少に歯止めをかける"),
    (SHARE, "（見出し）山手が病床数で最多"),
    (SHARE, "（見出し）離島が最も少ない"),
    (TITLED, "上の図は、平成25年度から令和4年度までの救急出動件数を千件単位で示す。"),
    (TITLED, "図は、2022年度までの救急出動件数である。"),
    (TITLED, "図のとおり、救急出動件数は増えている。"),
    (CONTENTS, "救急は15ページから23ページまでである。"),
    (CONTENTS, "人材の確保は24ページ以降に示す。"),
    (CONTENTS, "救急の詳細は18ページに示す。"),
    (CONTENTS, "概況は4ページにわたる。"),
    (CONTENTS, "（扉）４　人材の確保"),
    (CONTENTS, "（扉）３　救急　～命をつなぐ～"),
    (PARTS, "（目次）第三部　事例"),
    (PARTS, "第2部では統計を示す。"),
)


@pytest.mark.parametrize(("evidence", "text", "spot"), WRONG)
def test_a_title_or_page_that_does_not_fit_is_found(evidence: Evidence, text: str, spot: str) -> None:
    assert spot in spots(text, evidence)


@pytest.mark.parametrize(("evidence", "text"), RIGHT)
def test_titles_and_pages_that_fit_are_left_alone(evidence: Evidence, text: str) -> None:
    assert spots(text, evidence) == []
