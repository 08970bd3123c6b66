"""Precedents (先行調査): outline, conclusions and excerpt with their facts in place."""

from __future__ import annotations

from docgen.derive.desk import Desk
from docgen.derive.figures import ready_figure
from docgen.derive.kinds import Place, item_of
from docgen.derive.tables import ready_table
from docgen.errors import FieldPath
from docgen.model import AnalysisItem, ExcerptSection, PageEntry, Point, Precedent
from docgen.model.lookup import named
from docgen.ready import ReadyExcerptSection, ReadyPage, ReadyPoint, ReadyPrecedent


def precedent_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The precedents that an entry asks for: all, those of an analysis item, or one."""
    compendium = desk.compendium
    studies = compendium.precedents
    if entry.record is not None:
        named(entry.record, studies, "precedent", desk.where((*place.path, "record")))
    chosen = sorted(
        (
            study
            for study in studies.values()
            if entry.record in (None, study.id) and (entry.item is None or entry.item in study.items)
        ),
        key=lambda study: study.number,
    )
    item = item_of(entry, compendium)
    return tuple(precedent_page(study, place, desk, item) for study in chosen)


def precedent_page(
    study: Precedent, place: Place, desk: Desk, item: AnalysisItem | None = None
) -> ReadyPage:
    """The page of one precedent."""
    path: FieldPath = ("precedents", study.id)
    page_desk = desk.for_page().with_facts(study.facts, path)
    record = _ready_precedent(study, page_desk)
    page_desk.reader.cite((_as_source(study),))
    return place.page(precedent_id(study), "prior_study", record, item=item, path=path, desk=page_desk)


def precedent_id(study: Precedent) -> str:
    """The stable id of a precedent's page: precedents/ and the study's id."""
    return study.id if study.id.startswith("precedents/") else f"precedents/{study.id}"


def _as_source(study: Precedent) -> str:
    """The study as a source names it: author、title（year年）."""
    year = f"（{study.year}年）" if study.year else ""
    return "、".join(part for part in (study.author, study.title) if part) + year


def _ready_precedent(study: Precedent, desk: Desk) -> ReadyPrecedent:
    path: FieldPath = ("precedents", study.id)
    return ReadyPrecedent(
        number=study.number,
        title=study.title,
        author=study.author,
        year=study.year,
        outline=_points(study.outline, desk, (*path, "outline")),
        conclusion_lead=_optional(study.conclusion_lead, desk, (*path, "conclusion_lead")),
        conclusions=_points(study.conclusions, desk, (*path, "conclusions")),
        excerpt=_sections(study.excerpt, desk, (*path, "excerpt")),
        notes=desk.notes(study.notes, (*path, "notes")),
        sources=desk.sources(study.sources, (*path, "sources")),
    )


def _points(points: tuple[Point, ...], desk: Desk, path: FieldPath) -> tuple[ReadyPoint, ...]:
    return tuple(
        ReadyPoint(
            desk.text(point.text, (*path, index, "text")), _points(point.details, desk, (*path, index, "details"))
        )
        for index, point in enumerate(points)
    )


def _sections(
    sections: tuple[ExcerptSection, ...], desk: Desk, path: FieldPath
) -> tuple[ReadyExcerptSection, ...]:
    return tuple(_section(section, desk, (*path, index)) for index, section in enumerate(sections))


def _section(section: ExcerptSection, desk: Desk, path: FieldPath) -> ReadyExcerptSection:
    return ReadyExcerptSection(
        id=section.id,
        heading=desk.text(section.heading, (*path, "heading")),
        heading_note=_optional(section.heading_note, desk, (*path, "heading_note")),
        lead=_optional(section.lead, desk, (*path, "lead")),
        points=_points(section.points, desk, (*path, "points")),
        table=ready_table(section.table, desk, (*path, "table")) if section.table is not None else None,
        figure=ready_figure(section.figure, desk, (*path, "figure")) if section.figure is not None else None,
        panels=_sections(section.panels, desk, (*path, "panels")),
        numbered=section.numbered,
    )


def _optional(prose: str | None, desk: Desk, path: FieldPath) -> str | None:
    return None if prose is None else desk.text(prose, path)
