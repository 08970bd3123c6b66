"""The deck as a whole three ways: sections, properties, labels, custom XML, what its master and its layouts show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.fingerprint.values import Fingerprint, SectionSlides
from docgen.merging.edited.text import SavedBy
from docgen.merging.edited.whole import LABEL, DeckWhole
from docgen.merging.report import SlideReport
from docgen.merging.versions import Versions
from docgen.messages import Message, message

_PARTS = {LABEL: message("merge-label")}
_MASTER = message("merge-master")
# How LibreOffice calls the placeholders of a master.
_PLACEHOLDER = "PlaceHolder "


@dataclass(frozen=True, slots=True)
class WholeDecision:
    """What of the edited deck as a whole the merged deck takes.

    ``sections`` are new names by those that sections have in the new build; ``roots`` and ``custom`` parts to be copied;
    ``stamps`` the shapes that a master ("") or a layout is given, by the layout's name.
    """

    sections: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    roots: tuple[tuple[str, str], ...] = ()
    custom: tuple[str, ...] = ()
    stamps: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


def decide_whole(
    built: Fingerprint, as_built: DeckWhole, edited: DeckWhole, new: DeckWhole, report: SlideReport, saved_by: SavedBy
) -> WholeDecision:
    """What is taken of a deck as a whole. One that LibreOffice spelled anew tells less, and ONLYOFFICE drops sections."""
    respelled = saved_by == "LibreOffice"
    has_sections = built.sections and not respelled and (edited.sections or saved_by != "ONLYOFFICE")
    _settings(as_built, edited, new, report)
    return WholeDecision(
        _sections(built, edited.sections, new.sections, report) if has_sections else {},
        _properties(as_built.properties, edited.properties, new.properties, report, respelled),
        _roots(edited, new, report),
        _custom(edited, new, report),
        _design(as_built, edited, new, report, respelled) if built.design else {},
    )


def _sections(
    built: Fingerprint, edited: tuple[SectionSlides, ...], new: tuple[SectionSlides, ...], report: SlideReport
) -> dict[str, str]:
    """New names of sections: each is that of the section that its slides were built in. What came or went is told."""
    home = {slide: section.name for section in built.sections for slide in section.slides}
    # PowerPoint lists what stands before the first section in one of its own.
    loose = {slide.id for slide in built.slides} - home.keys()
    names: dict[str, str] = {}
    for section in edited:
        homes = [home[slide] for slide in section.slides if slide in home]
        before = max(dict.fromkeys(homes), key=homes.count) if homes else None
        if before is None and loose & set(section.slides):
            continue
        if before is None or before in names:
            _told(report, message("merge-section-added"), "", section.name)
        else:
            names[before] = section.name
    known = {section.name for section in new}
    taken: dict[str, str] = {}
    for before, after in names.items():
        if before == after:
            continue
        what = message("merge-section")
        if before in known:
            report.keep("", what, before, after)
            taken[before] = after
        else:
            report.conflict("", what, Versions(before, after, message("merge-gone")))
    held = {slide for section in edited for slide in section.slides}
    for section in built.sections:
        if section.name not in names and (held & set(section.slides) or not edited):
            _told(report, message("merge-section-gone"), section.name, "")
    return taken


def _told(report: SlideReport, what: Message, before: str, after: str) -> None:
    """Tell of what was done by hand and no merged deck takes."""
    report.conflict("", what, Versions(before, after or message("merge-gone"), message("merge-not-carried")))


def _properties(
    built: Mapping[str, str],
    edited: Mapping[str, str],
    new: Mapping[str, str],
    report: SlideReport,
    respelled: bool,
) -> dict[str, str]:
    taken: dict[str, str] = {}
    if not built:
        return taken
    for name, after in edited.items():
        before = built.get(name, "")
        if after == before or (respelled and not after):
            continue
        versions = Versions(before, after, new.get(name, ""))
        if report.takes("", message("merge-property", name=name), versions, str.__eq__, str):
            taken[name] = after
    return taken


def _roots(edited: DeckWhole, new: DeckWhole, report: SlideReport) -> tuple[tuple[str, str], ...]:
    """The properties of people's own, and the label of how secret a deck is."""
    taken = []
    kinds = {kind for kind, _ in new.roots}
    for key in edited.roots:
        what: Message = _PARTS.get(key[0], message("merge-custom-properties"))
        if key in new.roots:
            continue
        if key[0] not in kinds:
            report.keep("", what)
            taken.append(key)
        elif report.conflict("", what, Versions("", edited.roots[key], next(iter(new.roots.values())))):
            taken.append(key)
    return tuple(taken)


def _custom(edited: DeckWhole, new: DeckWhole, report: SlideReport) -> tuple[str, ...]:
    taken = tuple(key for key in edited.custom if key not in new.custom)
    for key in taken:
        report.keep("", message("merge-custom-xml"), "", edited.custom[key])
    return taken


def _design(
    as_built: DeckWhole, edited: DeckWhole, new: DeckWhole, report: SlideReport, respelled: bool
) -> dict[str, tuple[Any, ...]]:
    """What the master and the layouts are given. LibreOffice makes a master of each layout; what was added is told."""
    if not respelled:
        return _stamps(as_built, edited, new, report)
    known = {name for shapes in as_built.shown.values() for name in shapes}
    shown = (*(name for shapes in edited.shown.values() for name in shapes), *edited.further)
    for name in dict.fromkeys(name for name in shown if name and not name.startswith(_PLACEHOLDER)):
        if name not in known:
            _told(report, message("merge-stamp", layout=_MASTER), "", name)
    return {}


def _stamps(as_built: DeckWhole, edited: DeckWhole, new: DeckWhole, report: SlideReport) -> dict[str, tuple[Any, ...]]:
    """Shapes that were added to the master or to a layout, and those that are gone."""
    taken: dict[str, tuple[Any, ...]] = {}
    for layout, shapes in edited.shown.items():
        place = layout or _MASTER
        if layout not in as_built.shown:
            _told(report, message("merge-layout-added"), "", layout)
            continue
        for name in as_built.shown[layout].keys() - shapes.keys():
            _told(report, message("merge-stamp-gone", layout=place), name, "")
        added = [name for name in shapes if name not in as_built.shown[layout]]
        for name in added:
            report.keep("", message("merge-stamp", layout=place), "", name)
        if layout in new.shown:
            taken[layout] = tuple(shapes[name] for name in added if name not in new.shown[layout])
    return taken


def _settings(as_built: DeckWhole, edited: DeckWhole, new: DeckWhole, report: SlideReport) -> None:
    """What was set for the whole deck and no merged deck takes is told."""
    usual = new.settings or as_built.settings
    for name in edited.settings if usual else ():
        if name not in usual:
            _told(report, message("merge-deck-setting"), "", name)
