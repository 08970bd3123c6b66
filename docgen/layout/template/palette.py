"""The colours of a pack on a template: theme colours are the template's, and colours of its texts get names."""

from __future__ import annotations

from typing import Any

from docgen.errors import DocgenError
from docgen.layout.template.values import TemplateColour, TemplateMaster
from docgen.reading.yaml_document import YamlDocument


class TemplatePalette:
    """The palette of a pack, into which colours of its template are taken.

    Colours of the pack that fill a theme slot take the template's RGB; those whose base is a slot's name are
    based on the colour of that slot.
    """

    def __init__(self, document: YamlDocument, master: TemplateMaster) -> None:
        self._document = document
        self._theme = master.colours
        colours = document.value.setdefault("colours", {})
        self._colours: dict[str, Any] = colours if isinstance(colours, dict) else {}
        for name, colour in self._colours.items():
            if isinstance(colour, dict) and colour.get("slot") in self._theme:
                self._fill(name, colour)
        for colour in list(self._colours.values()):
            if isinstance(colour, dict) and colour.get("base") in self._theme and colour["base"] not in self._colours:
                colour["base"] = self._slot(colour["base"])

    def name(self, colour: TemplateColour) -> str:
        """The palette's name for a colour of the template, which is added where it is not there yet."""
        if colour.rgb is not None:
            name = f"template_{colour.rgb}"
            self._colours.setdefault(name, {"rgb": colour.rgb})
            return name
        base = self._slot(colour.slot if colour.slot in self._theme else "dk1")
        if (colour.lum_mod, colour.lum_off) == (100, 0):
            return base
        name = f"{colour.slot}_{colour.lum_mod:g}_{colour.lum_off:g}"
        self._colours.setdefault(name, {"base": base, "lum_mod": colour.lum_mod, "lum_off": colour.lum_off})
        return name

    def _fill(self, name: str, colour: dict[str, Any]) -> None:
        theirs, path = self._theme[colour["slot"]], ("colours", name, "rgb")
        stated = colour.get("rgb")
        beside = self._document.position(path).file == self._document.position(("template",)).file
        if beside and stated is not None and str(stated).upper() != theirs:
            self._document.problems.append(
                DocgenError(
                    f"colour {name!r} fills {colour['slot']} with {stated}, which is {theirs} in the template's theme",
                    where=self._document.position(path),
                    expected="the theme's colour: leave rgb out",
                    hint="a colour that is not the theme's has no slot",
                )
            )
        colour["rgb"] = theirs
        # It is the template's now, wherever another stood.
        self._document.positions.pop(path, None)

    def _slot(self, slot: str | None) -> str:
        """The name of the colour that fills a slot."""
        for name, colour in self._colours.items():
            if isinstance(colour, dict) and colour.get("slot") == slot:
                return name
        self._colours[str(slot)] = {"rgb": self._theme[str(slot)], "slot": slot}
        return str(slot)
