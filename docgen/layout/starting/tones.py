"""A pack's palette on a template: what of the parent's colours would not be read there, made from the theme's.

The page may be light or dark. Ink and grounds are found by contrast: on a dark page text is light, and the pale
grounds of heads, bands and boxes are a little lighter than the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.layout.colours import palette_colour
from docgen.layout.pack import Colour, LayoutPack
from docgen.layout.rgb import contrast, mixed, tint
from docgen.layout.starting.series import Tone, all_apart, rgb_of_tone, series_tones
from docgen.layout.template.ground import Grounds
from docgen.layout.template.values import TemplateColour, TemplateMaster

# Text of ordinary size, with a little more than the least (Web Content Accessibility Guidelines 2.1, 1.4.3).
_LEAST, _AMPLE = 4.5, 4.6
_INK = 7.0
_STEPS = (100, 90, 75, 60, 50, 40, 30, 20, 10, 0)
# Colours that text is set in, or that lie behind text in the colour of the page, with the theme's that they come from.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "navy": ("dk2", "accent1", "accent2", "dk1", "lt1"),
    "blue": ("accent1", "accent2", "dk2", "dk1", "lt1"),
    "amber": ("accent3", "accent2", "accent1", "dk1", "lt1"),
}
_FIXED_TEXTS = ("text_grey", "red", "dropped")
# On dark pages: how much of another colour lies over that of the page.
_DARK: Mapping[str, tuple[str, float]] = {
    "pale_fill": ("ink", 0.06),
    "pale_head": ("blue", 0.18),
    "pale_blue": ("blue", 0.24),
    "pale_amber": ("amber", 0.24),
    "pale_red": ("red", 0.24),
    "rule": ("ink", 0.42),
    "light_rule": ("ink", 0.22),
}
_PALE = ("pale_fill", "pale_blue", "pale_head", "pale_amber", "pale_red")
# A pale ground differs from the page by no more (contrast).
_PALEST = 1.45


@dataclass(slots=True)
class Palette:
    """The colours that a pack states otherwise than its parent, as layout.yaml has them, and the RGB of all."""

    stated: dict[str, str] = field(default_factory=dict)
    rgb: dict[str, str] = field(default_factory=dict)
    is_dark: bool = False
    darker: dict[str, tuple[str, int]] = field(default_factory=dict)
    series_open: bool = False

    def readable(self, ground: str, names: Sequence[str] = ("ink", "paper", "navy")) -> str:
        """Which colour is read best on a ground (RGB)."""
        return max(names, key=lambda name: contrast(self.rgb[name], ground))


def palette_on(behind: Grounds, master: TemplateMaster, parent: LayoutPack) -> Palette:
    """The palette of a pack whose blocks lie on ``behind``, the colours of a template's page."""
    return _Toning(master, parent).palette(behind)


@dataclass(slots=True)
class _Toning:
    """A palette while it is made."""

    master: TemplateMaster
    parent: LayoutPack
    made: Palette = field(default_factory=Palette)

    def palette(self, behind: Grounds) -> Palette:
        made = self.made
        self.take_theme()
        papers = [self.master.rgb(colour) for colour in behind] or [self.master.colours["lt1"]]
        self.paper(behind, papers)
        made.is_dark = contrast(papers[0], "FFFFFF") > contrast(papers[0], "000000")
        self.ink(papers)
        for name in _TEXTS:
            self.text(name, papers)
        for name in _FIXED_TEXTS:
            self.fixed(name, papers)
        self.pale_grounds()
        grounds = [*papers, *(made.rgb[name] for name in _PALE if name in made.rgb)]
        for name in _TEXTS:
            self.text(name, grounds)
        for name in _FIXED_TEXTS:
            self.fixed(name, grounds)
        self.follow()
        self.series(grounds)
        return made

    def take_theme(self) -> None:
        """The parent's colours, those that fill a slot with the theme's."""
        theme = self.master.colours
        own = {
            name: colour.model_copy(update={"rgb": theme.get(colour.slot or "", colour.rgb)})
            for name, colour in self.parent.colours.items()
        }
        self.made.rgb = {name: palette_colour(name, own).rgb for name in own}

    def paper(self, behind: Grounds, papers: Sequence[str]) -> None:
        self.made.rgb["paper"] = papers[0]
        if not behind or behind[0] == TemplateColour(slot="lt1") or papers[0] == self.master.colours["lt1"]:
            return
        plain = behind[0] == TemplateColour(slot=behind[0].slot) and behind[0].slot in self.master.colours
        slot = f"{{slot: {behind[0].slot}}}"
        self.made.stated["paper"] = slot if plain else f'{{rgb: "{papers[0]}", slot: null}}'

    def ink(self, papers: Sequence[str]) -> None:
        theme = self.master.colours
        slots = ("dk1", "lt1", "dk2", "lt2")
        good = [slot for slot in slots if _worst(theme[slot], papers) >= _INK]
        slot = good[0] if good else max(slots, key=lambda slot: _worst(theme[slot], papers))
        self.made.rgb["ink"] = theme[slot]
        if slot != "dk1":
            self.made.stated["ink"] = f"{{slot: {slot}}}"

    def text(self, name: str, grounds: Sequence[str]) -> None:
        """A tone of the theme that stands out from the grounds: of the first slot that has one near its own."""
        if name not in self.made.rgb or _worst(self.made.rgb[name], grounds) >= _LEAST:
            return
        tones = [tone for slot in _TEXTS[name] for tone in [self.tone(slot, grounds)] if tone is not None]
        if not tones:
            self.made.stated[name] = f'{{rgb: "{self.made.rgb["ink"]}", slot: null}}'
            self.made.rgb[name] = self.made.rgb["ink"]
            return
        near = [tone for tone in tones if max(tone[1], 100 - tone[1]) >= 50 and tone[1] >= 40] or tones
        self.take(name, near[0])

    def tone(self, slot: str, grounds: Sequence[str]) -> Tone | None:
        steps = ((slot, step, 100 - step if self.made.is_dark else 0) for step in _STEPS)
        return next((tone for tone in steps if _worst(self.rgb(tone), grounds) >= _AMPLE), None)

    def rgb(self, tone: Tone) -> str:
        return rgb_of_tone(tone, self.master.colours)

    def take(self, name: str, tone: Tone) -> None:
        self.made.rgb[name] = self.rgb(tone)
        slot, mod, off = tone
        own = self.parent.colours[name].slot
        if (own, mod, off) == (slot, 100, 0):
            self.made.stated.pop(name, None)
            self.made.darker.pop(name, None)
            return
        parent = self.parent.colours[name]
        changes = {"lum_mod": (mod, parent.lum_mod, 100), "lum_off": (off, parent.lum_off, 0)}
        change = "".join(f", {key}: {new:g}" for key, (new, *usual) in changes.items() if {new} != set(usual))
        self.made.stated[name] = f"{{rgb: null, slot: null, base: {slot}{change}}}"
        if slot == own and not off and name in _TEXTS:
            self.made.darker[name] = (slot, mod)

    def fixed(self, name: str, grounds: Sequence[str]) -> None:
        """A colour of no slot, lighter or darker where it would not be read."""
        rgb = self.made.rgb.get(name)
        if rgb is None or _worst(rgb, grounds) >= _LEAST:
            return
        tones = (tint(rgb, step / 100, (100 - step) / 100 if self.made.is_dark else 0) for step in _STEPS)
        self.state(name, next((tone for tone in tones if _worst(tone, grounds) >= _AMPLE), self.made.rgb["ink"]))

    def state(self, name: str, rgb: str) -> None:
        self.made.rgb[name] = rgb
        own = self.parent.colours[name]
        unslotted = ", slot: null" if own.slot is not None else ""
        unbased = ", base: null" if own.base is not None else ""
        self.made.stated[name] = f"{{rgb: {json.dumps(rgb)}{unslotted}{unbased}}}"

    def pale_grounds(self) -> None:
        """The grounds behind text: near the page, so that what is read on it is read on them."""
        made = self.made
        paper = made.rgb["paper"]
        for name, (over, share) in _DARK.items():
            if name not in made.rgb:
                continue
            if made.is_dark:
                self.state(name, mixed(paper, made.rgb[over], share))
                continue
            unlike = name in _PALE and (
                contrast(made.rgb[name], paper) > _PALEST or contrast(made.rgb[name], made.rgb["ink"]) < _INK
            )
            if unlike:
                self.state(name, mixed(paper, made.rgb[over], share / 2))

    def follow(self) -> None:
        """The RGB of colours that are based on others, as they are now."""
        own = {
            name: Colour(rgb=self.made.rgb[name]) if name in self.made.stated or colour.base is None else colour
            for name, colour in self.parent.colours.items()
        }
        self.made.rgb |= {name: palette_colour(name, own).rgb for name in own}

    def series(self, grounds: Sequence[str]) -> None:
        """The colours of series that are not those of text, so that all can be told apart."""
        order = self.parent.chart.series
        if all_apart([self.made.rgb[name] for name in order]):
            return
        slots = dict(_free_slots(order, self.parent))
        read_on = {name: grounds for name in order if name in _TEXTS}
        tones = series_tones(order, slots, self.master.colours, grounds[0], read_on)
        if tones is None:
            self.own_series(grounds, read_on)
            return
        for name, tone in tones.items():
            if self.rgb(tone) != self.made.rgb[name]:
                self.take(name, tone)

    def own_series(self, grounds: Sequence[str], read_on: Mapping[str, Sequence[str]]) -> None:
        """The parent's own colours of series beside the theme's, where the theme has too few hues."""
        order = self.parent.chart.series
        hues = {f"own {name}": palette_colour(name, self.parent.colours).rgb for name in order}
        theme = {**self.master.colours, **hues}
        tones = series_tones(order, {name: f"own {name}" for name in order}, theme, grounds[0], read_on)
        self.made.series_open = tones is None
        for name, tone in (tones or {}).items():
            self.state(name, rgb_of_tone(tone, theme))


def _free_slots(order: Sequence[str], parent: LayoutPack) -> Iterator[tuple[str, str]]:
    """The slot whose hue a colour of series has: its own, or that of its base."""
    for name in order:
        colour = parent.colours[name]
        while colour.slot is None and colour.base is not None:
            colour = parent.colours[colour.base]
        yield name, colour.slot if colour.slot is not None else "accent3"


def _worst(rgb: str, grounds: Sequence[str]) -> float:
    return min(contrast(rgb, ground) for ground in grounds)
