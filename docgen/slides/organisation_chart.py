"""An organisation diagram: bodies on their levels, each joined to what it stands under, groups in frames.

>>> council = Unit(id="council", name="会議体")
>>> chart = OrganisationChart(id="o", title="推進体制", units=(council, Unit(id="s", name="分科会", under="council")))
>>> chart.units[1].under
('council',)
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import model_validator

from docgen.blocks.flow.boxes import BoxLook, FlowBox, FlowColumn, FlowFrame, Heads
from docgen.blocks.flow.flow import Flow
from docgen.messages import message
from docgen.model import Page
from docgen.model.record import Identifier, Names, Prose, Record
from docgen.model.words import words
from docgen.placed import Line
from docgen.slides import Draft, LayoutPack, ReadyPage, ReadyPageRecord, page_draft, record_of
from docgen.slides.parts.levels import Problem, circle_of, levels_of, refuse, unknown_names


class Unit(Record):
    """A body. ``note`` stands small under its name; ``under`` is what it stands under, one or several."""

    id: Identifier
    name: Prose
    note: Prose = ""
    under: Names = ()


class UnitFrame(Record):
    """A frame around some units, with its title."""

    id: Identifier
    title: Prose
    units: tuple[Identifier, ...]


class OrganisationChart(Page):
    """``units`` stand on levels, each below all that it stands under; ``levels`` are the levels' heads."""

    kind: ClassVar[str] = "organisation_chart"

    messages: tuple[Prose, ...] = ()
    direction: Annotated[Literal["down", "right"], words(down=("下", "縦"), right=("右", "横"))] = "down"
    levels: tuple[Prose, ...] = ()
    units: tuple[Unit, ...]
    frames: tuple[UnitFrame, ...] = ()

    @model_validator(mode="after")
    def _units_known(self) -> OrganisationChart:
        """Units and frames name units that are there, each once, and no unit stands under itself."""
        known = [unit.id for unit in self.units]
        kind = message("noun-unit")
        problems: list[Problem] = []
        for number, unit in enumerate(self.units):
            if unit.id in known[:number]:
                problems.append((("units", number, "id"), message("two-units-of-one-id", name=unit.id)))
            problems += unknown_names(("units", number, "under"), unit.under, known, kind)
        frame_of: dict[str, str] = {}
        for number, frame in enumerate(self.frames):
            for index, name in enumerate(frame.units):
                if name in known and frame_of.setdefault(name, frame.id) != frame.id:
                    reason = message("unit-in-another-frame", unit=name, frame=frame_of[name])
                    problems.append((("frames", number, "units", index), reason))
            problems += unknown_names(("frames", number, "units"), frame.units, known, kind)
        circle = circle_of({unit.id: unit.under for unit in self.units})
        if circle:
            reason = message("units-in-a-circle", circle=" → ".join(circle))
            problems.append((("units", known.index(circle[0]), "under"), reason))
        refuse(type(self).__name__, problems)
        return self


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """The diagram below the messages."""
    record = record_of(ready, OrganisationChart)
    return page_draft(page, ready, pack, _chart(page.id, record, pack), record.messages)


def _chart(identifier: str, record: OrganisationChart, pack: LayoutPack) -> Flow:
    levels = levels_of({unit.id: unit.under for unit in record.units})
    columns = tuple(
        FlowColumn(
            tuple(_box(unit, level) for unit in record.units if levels[unit.id] == level),
            record.levels[level] if level < len(record.levels) else "",
        )
        for level in range(max(levels.values(), default=-1) + 1)
    )
    return Flow(
        id=f"{identifier}/chart",
        columns=columns,
        links=tuple((above, unit.id) for unit in record.units for above in unit.under),
        direction=record.direction,
        heads=Heads(fill=pack.roles["heading"].colour),
        line=Line(pack.roles["note"].colour, 0.75),
        frames=tuple(
            FlowFrame(frame.id, frame.title, frame.units, "pale_fill", Line("blue", 0.75, "dash"))
            for frame in record.frames
        ),
    )


def _box(unit: Unit, level: int) -> FlowBox:
    """A unit's box; what stands at the top stands out."""
    look = BoxLook("flow_group", "pale_head" if level == 0 else "paper", Line("navy", 0.75), align="center")
    return FlowBox(unit.id, unit.name, look, caption=unit.note)
