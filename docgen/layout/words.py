"""The words that pages print: those of a layout pack, and over them those that a compendium states in its own.

A pack has the words of a house's look; what belongs to one compendium, such as a column's head 統合イノベーション戦略,
stands in compendium.yaml under ``words:`` and goes before the pack's.
"""

from __future__ import annotations

import ast
import string
from collections.abc import Callable, Collection, Iterator, Mapping

from docgen.breach import Breach
from docgen.errors import DocgenError, FieldPath, Located, Where, nearest
from docgen.layout.pack import LayoutPack
from docgen.messages import message
from docgen.model.lookup import not_among

CHART_WORDS: Mapping[str, str] = {
    "forecast": "予測",
    "forecast_of": "{name}（予測）",
    "forecast_category": "{category}\n（予測）",
    "forecast_category_narrow": "{category}\n予測",
    "forecast_dashed": "破線は予測",
    "forecast_hatched": "斜線は予測",
    "total": "合計",
    "value": "値",
    "target_due": "{name}（{due}）",
    "after_break": "{name}（{category}以降）",
    "unit_note": "（{unit}）",
    "step_base": "（下端）",
    "step_total": "水準",
    "step_rise": "増加",
    "step_fall": "減少",
    "step_link": "つなぎ線",
    "shades": "色が濃いほど大きい。",
    "shades_ranks": "色が濃いほど上位。",
    "change": "増減",
    "difference": "差",
    "rank_risen": "上昇",
    "rank_fallen": "低下",
}
"""The words of charts where a pack has none of its own."""

STATUS_WORDS: Mapping[str, str] = {
    "status_item": "項目",
    "status_text": "内容",
    "status_indicator": "指標",
    "status_category": "区分",
    "status_element": "ロジックチャートの要素",
    "status_definition": "指標の内容",
    "status_candidate": "追加データ",
    "status_aim": "趣旨",
    "status_points": "概況",
    "status_data": "値の掲載",
    "status_no_data": "なし",
    "status_expected": "最初の値の時期（予定）",
    "status_see": "関連する頁",
}
"""The words of the card of a page without data, where a pack has none of its own."""

_OWN_WORDS = {**CHART_WORDS, **STATUS_WORDS}
_YEAR = ("year",)
FILLED_IN: Mapping[str, tuple[str, ...]] = {
    "decade": _YEAR,
    "item": ("number", "name"),
    "titled_item": ("title", "number"),
    "part": ("number", "count"),
    "value_target": ("plan",),
    "candidate_number": ("number",),
    "shade_rise": ("threshold",),
    "shade_fall": ("threshold",),
    "legend_1": ("fiscal_year",),
    "legend_2": ("fiscal_year",),
    "legend_3": ("fiscal_year",),
    "note_many": ("number",),
    "notes_lines": ("lines",),
    "measure_tag": ("mark",),
    "new_measure": _YEAR,
    "changed_words": _YEAR,
    "dropped_measure": _YEAR,
    "moved_mark": ("status",),
    "moved_status": _YEAR,
    "red_words": _YEAR,
    "unit_changed": ("name", "year", "unit"),
    "value_last_year": _YEAR,
    "fiscal_year": _YEAR,
    "precedent": ("number",),
    "forecast_of": ("name",),
    "forecast_category": ("category",),
    "forecast_category_narrow": ("category",),
    "target_due": ("name", "due"),
    "after_break": ("name", "category"),
    "unit_note": ("unit",),
}
"""What words may name in braces: it is filled in where they are printed."""

_FILES_OF_CODE = "*.py"


def with_words(pack: LayoutPack, words: Mapping[str, str]) -> LayoutPack:
    """The pack with a compendium's own words over its own."""
    if not words:
        return pack
    changed = pack.model_copy(update={"words": {**pack.words, **words}})
    changed.attach(pack.origin)
    return changed


def word_errors(
    words: Mapping[str, str], pack: LayoutPack, position: Callable[[FieldPath], Located]
) -> Iterator[DocgenError]:
    """Errors for words of a compendium that the pack has no such word for, or that name what nothing fills in.

    ``position`` says where a field of compendium.yaml stands.
    """
    known = {**_OWN_WORDS, **pack.words}
    for key, text in words.items():
        where = position(("words", key))
        if key not in known:
            yield not_among(message("unknown-word-key", key=key), key, known, where, message("words-of-the-pack"))
        elif not _is_filled(text, _named(key, known)):
            yield _wrong_name(key, known, where)


def unfilled_words(pack: LayoutPack) -> Iterator[DocgenError]:
    """Errors for words of a pack that name in braces what nothing fills in, so that they cannot be printed."""
    for key, names in FILLED_IN.items():
        if key in pack.words and not _is_filled(pack.words[key], names):
            yield _wrong_name(key, pack.words, pack.origin.position(("words", key)))


def word_breaches(pack: LayoutPack, standard: LayoutPack) -> Iterator[Breach]:
    """Words of a pack that nothing reads.

    docgen reads those of ``standard``, those of charts and of cards, and a word for each status; a pack's own code
    reads those that it names.
    """
    known = {**_OWN_WORDS, **standard.words}
    read = {*known, *pack.statuses, *_texts_of_code(pack)}
    for key in pack.words:
        where = pack.origin.position(("words", key)) or f"words.{key}"
        if key not in read:
            yield Breach("unread-word", where, level="notice", hint=nearest(key, known), key=key)


def _wrong_name(key: str, known: Mapping[str, str], where: Where) -> DocgenError:
    names = _named(key, known)
    expected = message("names-in-braces", names=names) if names else message("no-braces")
    return DocgenError("word-with-unknown-name", where=where, expected=expected, key=key)


def _is_filled(text: str, names: Collection[str]) -> bool:
    """Whether a text names in braces only these ``names``."""
    try:
        fields = [(name, form, kind) for _, name, form, kind in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name in names and not form and kind is None for name, form, kind in fields)


def _named(key: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """What the word for a key may name in braces; one that a pack's own code reads what the pack's word names."""
    if key in FILLED_IN:
        return FILLED_IN[key]
    return tuple(name for _, name, _, _ in string.Formatter().parse(known[key]) if name is not None)


def _texts_of_code(pack: LayoutPack) -> Collection[str]:
    """The texts that stand in the Python files of a pack and of those that it extends, names of words among them."""
    files = [file for folder in pack.origin.folders for file in sorted(folder.glob(_FILES_OF_CODE))]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
