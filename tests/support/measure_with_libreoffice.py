"""Sets strings in text boxes and table cells with LibreOffice and records the lines it breaks them into.

Run ``python tests/support/measure_with_libreoffice.py`` from the repository to measure again; it writes
``tests/typeset/linebreak_measured.json``. The strings are made from a fixed seed, so the same LibreOffice and
fonts give the same file.
"""

from __future__ import annotations

import ctypes
import json
import math
import random
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pypdfium2
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

HERE = Path(__file__).resolve().parent.parent / "typeset"
MEASURED = HERE / "linebreak_measured.json"
COUNT = 500
SEED = 20230701
SIZES = (8.0, 10.5, 14.0)
PITCH = 1.35
FONT = "BIZ UDPGothic"
PAGE = (780.0, 3000.0)
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'

SUBJECTS = (
    "内閣府では、\n厚生労働省は、\nこども家庭庁において、\n都道府県及び市町村は、\n関係省庁（内閣府、総務省等）と連携し、\n"
    "デジタル庁においては、\n「骨太の方針2023」を踏まえ、\n第２期「まち・ひと・しごと創生総合戦略」に基づき、\n"
    "独立行政法人（NEDO、JSTほか）は、\n2030年度を目途に、\n令和4年度補正予算（第2号）により、\n中小企業・小規模事業者は、"
).splitlines()
OBJECTS = (
    "約1,250億円を投じ\nCO2排出量を46%削減するため、\nAI・IoT等のデジタル技術を活用し、\nKPI（重要業績評価指標）の進捗を確認し、\n"
    "補助率を1/2から2/3へ引き上げ、\ne-Gov等を通じて\nＰＤＣＡサイクルを徹底し、\nGX-ETS（排出量取引制度）の第2フェーズに向け\n"
    "マイナンバーカードの申請件数が9,614万件（人口比76.3%）に達し、\nSociety 5.0の実現に向け、\n15～29歳の若者（NEET等）に対し、\n"
    "事業費ベースで54.4百万円を計上し、\n1人当たりGDPは39,803ドル(OECD加盟国中20位)であり、\nPM2.5や光化学オキシダント（Ox）について\n"
    "再生可能エネルギー比率36～38％を目指し、\nEBPM（Evidence-Based Policy Making）の観点から、\n前年度比＋0.3ポイント・△1.5％となり、\n"
    "「スタートアップ・エコシステム拠点都市」等において、\n100km²当たり3.2か所を整備し、\nJ-クレジット・カーボンニュートラルポートの形成に向けて"
).splitlines()
VERBS = (
    "ガイドラインを策定する。\n支援を拡充する。\n実態調査を実施し、結果を公表する。\nワンストップ窓口を整備（全国1,741団体）する。\n"
    "サプライチェーンの強靱化を図る。\n普及・啓発に取り組む。\nロードマップを改定した（令和5年6月）。\nヤングケアラーへのアウトリーチを進める。\n"
    "フォローアップを行っているところ。\nモニタリングの上、必要な見直しを行う！\nどの程度効果があったか？\nウェルビーイングの向上につなげる"
).splitlines()
NOTES = (
    "（注1）数値は暫定値であり、今後変わり得る。\n※執行額は決算ベース。\n出典：https://www.esri.cao.go.jp/jp/sna/menu.html\n"
    "（出典）総務省「人口推計」（2022年10月1日現在）\nhttps://www5.cao.go.jp/keizai-shimon/kaigi/special/reform/index.html参照\n"
    "①交付要件の見直し②KPIの設定③横展開\n(a)定員\n（参考）OECD Economic Surveys: Japan 2021, p.57\n→第5章参照\n"
    "・実施主体：市町村・対象：65歳以上\n“見える化”ではなく「見える化」\n〔拡充〕\n【新規】\n≪重点≫\n～継続～\nファイル名はdata_2023-v2.csv\n"
    "問合せ：info@example.go.jp\n…ほか\n――以上\nｱﾝｹｰﾄ調査(n=1,024)\n㎡・㌔・℃・№\n2022/3～2023/3\nVer.2.1-beta\nαの値は0.05"
).splitlines()


@dataclass(frozen=True)
class Case:
    """A string, how it is set, and what was drawn: its lines and, in a cell, its row's height (points)."""

    text: str
    size: float
    width: float
    bold: bool
    where: str
    inset: float
    lines: tuple[str, ...] = ()
    row_height: float | None = None

    @property
    def pitch(self) -> float:
        return round(self.size * PITCH, 2)


def made_cases(count: int = COUNT, seed: int = SEED) -> list[Case]:
    """Strings of one to four sentences, set in widths spread evenly in their logarithm from 60 to 700 pt."""
    chance = random.Random(seed)
    cases = []
    for index in range(count):
        width = math.exp(chance.uniform(math.log(60), math.log(700)))
        cases.append(
            Case(
                text=_made_text(chance),
                size=SIZES[index % 3],
                width=round(width * 20) / 20,
                bold=index % 4 in (1, 2),
                where="cell" if index % 2 else "shape",
                inset=chance.choice((0.0, 1.5, 3.6, 7.2)),
            )
        )
    return cases


def _made_text(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
        kind = chance.random()
        if kind < 0.7:
            parts.append(chance.choice(SUBJECTS) + chance.choice(OBJECTS) + chance.choice(VERBS))
        elif kind < 0.85:
            parts.append(chance.choice(OBJECTS) + chance.choice(NOTES))
        else:
            parts.append(chance.choice(NOTES) + chance.choice(("", " ", "　")) + chance.choice(NOTES))
    text = "".join(parts)
    # Cut somewhere, so that last lines of every length occur.
    return text[: chance.randint(max(8, len(text) // 2), len(text))].strip()


def draw(cases: list[Case], folder: Path) -> list[Case]:
    """The cases with what LibreOffice draws, in one run of it."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE[0]), Pt(PAGE[1])
    for case in cases:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes._spTree.append(parse_xml(_frame(case) if case.where == "cell" else _shape(case)))
    deck.save(str(folder / "cases.pptx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(folder / "cases.pptx")],
        check=True, capture_output=True, timeout=540,
    )  # fmt: skip
    pdf = pypdfium2.PdfDocument(folder / "cases.pdf")
    return [_read(case, page) for case, page in zip(cases, pdf, strict=True)]


def emu(points: float) -> int:
    return round(points * 12700)


def _paragraph(case: Case, text: str) -> str:
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    fonts = "".join(f'<a:{tag} typeface="{FONT}"/>' for tag in ("latin", "ea", "cs"))
    return (
        f'<a:p><a:pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPts val="{round(case.pitch * 100)}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
        f'<a:r><a:rPr lang="ja-JP" altLang="en-US" sz="{round(case.size * 100)}" b="{int(case.bold)}">{fonts}</a:rPr>'
        f"<a:t>{shown}</a:t></a:r></a:p>"
    )


def _shape(case: Case) -> str:
    inset = emu(case.inset)
    return (
        f'<p:sp {A} {P}><p:nvSpPr><p:cNvPr id="9" name="case"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{emu(20)}" y="{emu(20)}"/><a:ext cx="{emu(case.width + 2 * case.inset)}" '
        f'cy="{emu(100)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr '
        f'wrap="square" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{_paragraph(case, case.text)}</p:txBody></p:sp>"
    )


def _frame(case: Case) -> str:
    inset, width = emu(case.inset), emu(case.width + 2 * case.inset)
    rows = "".join(
        f'<a:tr h="{emu(1)}"><a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{_paragraph(case, text)}</a:txBody>'
        f'<a:tcPr marL="{inset}" marR="{inset}" marT="{inset}" marB="{inset}" anchor="t"/></a:tc></a:tr>'
        for text in (case.text, "印")
    )
    return (
        f'<p:graphicFrame {A} {P}><p:nvGraphicFramePr><p:cNvPr id="9" name="case"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{emu(20)}" y="{emu(20)}"/><a:ext cx="{width}" cy="{emu(2)}"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/>'
        f'<a:tblGrid><a:gridCol w="{width}"/></a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _read(case: Case, page: pypdfium2.PdfPage) -> Case:
    lines: list[str] = []
    bases: list[float] = []
    for character, _, y in characters(page):
        if not bases or abs(y - bases[-1]) > case.size * 0.5:
            bases.append(y)
            lines.append("")
        lines[-1] += character
    if case.where == "shape":
        return replace(case, lines=tuple(lines))
    # The row below begins with a mark of the same look: the distance of first base lines is the row's height.
    return replace(case, lines=tuple(lines[:-1]), row_height=round(bases[0] - bases[-1], 2))


def characters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float]]:
    """Every drawn character but blanks, with its left end and base line in points."""
    raw = pypdfium2.raw
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        # PDFium gives a hyphen at the end of a line as U+0002.
        code = 45 if code == 2 else code
        if code <= 32 or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        yield chr(code), x.value, y.value


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cases = draw(made_cases(), Path(folder))
    rows = ",\n".join(json.dumps(asdict(case), ensure_ascii=False) for case in cases)
    MEASURED.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    print(f"{len(cases)} cases in {MEASURED}")


if __name__ == "__main__":
    main()
