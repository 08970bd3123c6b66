"""What a person confirms: measures to come, sentences that grow old; carried_over.yaml lists all that waits."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.editing.edits import Changes, Waiting
from docgen.editing.source import Source
from docgen.errors import FieldPath
from docgen.model import Measure
from docgen.model.aging import aging_texts
from docgen.model.compendium import TEXTS

_HEAD = """\
# {year}年度版から引き継いだままの項目（据え置き）。該当するページには「据え置き」と示される。
# 新しい値や文章を入れた項目は、この行が残っていても据え置きとして扱われない。
# 見直した上で据え置くことにした項目は、その行を消す。残りは docgen todo で一覧にできる。
"""
_GROUPS = (
    ("front", "表紙の事項"),
    ("values", "指標の値（新しい値はdata/のファイルの空欄に、空欄がないものはindicators/に入れる）"),
    ("figures", "指標の図の対象年"),
    ("measures", "今後実施とした施策（実施状況と文言を確かめる）"),
    ("budgets", "予算（事業と年度。前年の額のままのもの及び空欄のもの）"),
    ("texts", "今年度、昨年度、本年等の語がある文章、動く値又は他の年と並ぶ年がある文章"),
    ("notes", "データの年がある注"),
)


def aging_texts_waiting(source: Source) -> Changes:
    """The records whose sentences no longer fit (今年度, years that mix), or whose notes name a year of data.

    None is changed: they wait, to be written anew or confirmed.
    """
    words: dict[tuple[str, str], dict[str, None]] = {}
    for collection in TEXTS:
        for record in getattr(source.compendium, collection).values():
            for listed, _, found in aging_texts(record, source.compendium.fiscal_year):
                words.setdefault((listed, f"{collection}/{record.id}"), {}).update(dict.fromkeys(found))
    return Changes(waiting=tuple(Waiting(listed, name, "、".join(own)) for (listed, name), own in words.items()))


def rolled_measures(source: Source) -> Changes:
    """The changes of all measures: those to come are to be confirmed; marks that the author set were last year's.

    A measure that was dropped was shown for its one year.
    """
    changes = Changes()
    for path, record in source.compendium.records:
        if isinstance(record, Measure):
            changes += _rolled(record, path, source)
    return changes


def _rolled(measure: Measure, path: FieldPath, source: Source) -> Changes:
    if measure.change == "dropped":
        return Changes(source.without_item(path))
    edits = source.without_key((*path, "change")) if measure.change is not None else ()
    if measure.status != "upcoming":
        return Changes(edits)
    chart = source.compendium.measure_charts[str(path[1])]
    remark = f"{chart.mark}の今後実施とした施策の実施状況"
    return Changes(edits, (Waiting("measures", f"{chart.id}/{measure.id}", remark),))


def carried_over_text(waiting: Iterable[Waiting], year: int) -> str:
    """The text of the file: an id a line, with what it is about; ``year`` is the fiscal year that they come from."""
    every = list(waiting)
    parts = [_HEAD.format(year=year)]
    for group, title in _GROUPS:
        entries = {entry.id: entry.remark for entry in every if entry.group == group}
        if entries:
            width = max(map(len, entries))
            parts.append(f"\n# {title}\n{group}:\n")
            parts += [f"  - {name.ljust(width)}  # {' '.join(remark.split())}\n" for name, remark in entries.items()]
    return "".join(parts)
