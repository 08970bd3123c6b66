"""A small layout pack for tests: another page, font, palette and roles than the shipped one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.layout.pack import FitStep, LayoutPack
from docgen.layout.style import Style, measure_of, style_at

_COLOURS = {
    "ink": {"rgb": "101820", "slot": "dk1"},
    "paper": {"rgb": "FFFFFE", "slot": "lt1"},
    "navy": {"rgb": "14463C", "slot": "dk2"},
    "pale_head": {"rgb": "E2EFEA", "slot": "lt2"},
    "blue": {"rgb": "1F7A66", "slot": "accent1"},
    "light_blue": {"rgb": "8CC7B8", "slot": "accent2"},
    "amber": {"rgb": "A85A00", "slot": "accent3"},
    "teal": {"rgb": "3D6F9E", "slot": "accent4"},
    "plum": {"rgb": "74507F", "slot": "accent5"},
    "grey": {"rgb": "85888C", "slot": "accent6"},
    "link": {"rgb": "1F7A66", "slot": "hlink"},
    "visited": {"rgb": "74507F", "slot": "folHlink"},
    "rule": {"base": "navy", "lum_mod": 45, "lum_off": 45},
    "light_rule": {"base": "navy", "lum_mod": 20, "lum_off": 75},
    "pale_fill": {"rgb": "F1F7F5"},
    "pale_blue": {"rgb": "D5E9E3"},
    "pale_amber": {"rgb": "FCEFD8"},
    "text_grey": {"rgb": "50565C"},
    "red": {"rgb": "B01818"},
}

_ROLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"size": 20, "floor": 14, "bold": True, "colour": "navy", "font": "heading"},
    "body": {"size": 11, "floor": 8, "pitch": 1.4, "ceiling": 13, "after": 3},
    "message": {"size": 13, "floor": 10, "pitch": 1.4, "after": 3},
    "figure_title": {"size": 11, "floor": 9, "bold": True, "colour": "navy", "font": "heading"},
    "heading": {"size": 11, "floor": 9, "bold": True, "colour": "navy", "font": "heading"},
    "panel_heading": {"size": 11, "floor": 9, "bold": True, "colour": "paper", "font": "heading"},
    "inner_heading": {"size": 9, "floor": 8, "bold": True, "colour": "navy", "align": "center"},
    "table_head": {"size": 9, "floor": 8, "bold": True, "colour": "navy", "align": "center"},
    "table_body": {"size": 10, "floor": 8, "pitch": 1.3},
    "chart": {"size": 9, "floor": 8},
    "chart_label": {"size": 9, "floor": 8, "bold": True},
    "note": {"size": 8, "floor": 7, "colour": "text_grey"},
    "legend": {"size": 8.5, "floor": 8},
    "mark": {"size": 8, "floor": 8, "pitch": 1.2, "colour": "blue", "align": "right"},
}

_WORDS = {
    "continues": "次頁へ",
    "continued": "承前",
    "part": "（{number}/{count}）",
    "note_one": "注）",
    "note_many": "注{number}）",
    "source": "出所：",
    "none": "―",
    "carried_over": "据え置き",
    "value_item": "指標名",
    "value_past": "過去",
    "value_latest": "最新",
    "value_trend": "傾向",
    "value_target": "{plan}の目標",
}

_STATUS = {"fill": "paper", "border": {"colour": "rule"}, "mark": "○"}


def small_pack(**changes: Any) -> LayoutPack:
    """A pack of a 16:9 page in BIZ UDGothic; ``changes`` replace its top-level parts."""
    parts: dict[str, Any] = {
        "name": "small",
        "label": "試験用",
        "page": {"width": 960, "height": 540},
        "fonts": {"heading": {"name": "BIZ UDゴシック"}, "body": {"name": "BIZ UDゴシック"}},
        "colours": _COLOURS,
        "roles": _ROLES,
        "fit": ({"size": 0.5, "pitch": 1.05, "space": 1.2}, {}, {"size": -1, "pitch": 0.95, "space": 0.6}),
        "gap": 10,
        "table": {
            "head_top": {"colour": "navy", "width": 1.25},
            "head_bottom": {"colour": "navy", "width": 1.25},
            "rule": {"colour": "rule", "width": 0.5},
            "bottom": {"colour": "navy", "width": 1},
            "band_fill": "pale_fill",
            "total_fill": "pale_head",
            "inset_x": 5,
            "inset_y": 4,
            "stretch": 10,
        },
        "chart": {"series": ("blue", "light_blue", "amber", "grey")},
        "statuses": dict.fromkeys(("continuing", "expanded", "upcoming", "neutral"), _STATUS),
        "slide_layouts": {
            "content": {
                "label": "本文",
                "placeholders": {"title": {"kind": "title", "box": (40, 20, 880, 34), "role": "title"}},
                "slots": {"body": (40, 70, 880, 420)},
            }
        },
        "kinds": {"table": "content", "figure": "content"},
        "words": _WORDS,
    }
    return LayoutPack.model_validate({**parts, **changes})


def style_for(pack: LayoutPack, step: FitStep | None = None) -> Style:
    """The pack's style at one step of its ladder; by default at the sizes that its roles state."""
    return style_at(pack, measure_of(pack), step or FitStep())
