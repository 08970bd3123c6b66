"""The few words that charts print themselves; a pack may word them otherwise."""

from __future__ import annotations

from docgen.layout.style import Style

_WORDS = {
    "forecast": "予測",
    "forecast_of": "{name}（予測）",
    "forecast_category": "{category}\n（予測）",
    "forecast_category_narrow": "{category}\n予測",
    "forecast_dashed": "破線は予測",
    "forecast_paler": "淡色は予測",
    "total": "合計",
    "target_due": "{name}（{due}）",
    "after_break": "{name}（{category}以降）",
    "unit_note": "（{unit}）",
}


def chart_word(key: str, style: Style) -> str:
    """The pack's word for ``key``, or the usual one."""
    return style.pack.words.get(key, _WORDS[key])
