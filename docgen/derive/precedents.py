"""The pages of precedents (先行調査), with their facts in place."""

from __future__ import annotations

from docgen.derive.desk import Desk
from docgen.derive.kinds import Place, item_of
from docgen.derive.page_records import ready_record
from docgen.derive.plan import page_id_in
from docgen.errors import FieldPath
from docgen.messages import message
from docgen.model import AnalysisItem, PageEntry, Precedent
from docgen.model.lookup import named
from docgen.ready import ReadyPage


def precedent_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The precedents that an entry asks for: all, those of an analysis item, or one."""
    compendium = desk.compendium
    studies = compendium.precedents
    if entry.record is not None:
        named(entry.record, studies, message("noun-precedent"), desk.where((*place.path, "record")))
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


def precedent_page(study: Precedent, place: Place, desk: Desk, item: AnalysisItem | None = None) -> ReadyPage:
    """The page of one precedent."""
    path: FieldPath = ("precedents", study.id)
    page_desk = desk.for_page()
    record, _ = ready_record(study, page_desk, path)
    page_desk.reader.cite((_as_source(study),))
    identifier = page_id_in("precedents", study.id)
    return place.page(identifier, "prior_study", record, item=item, path=path, desk=page_desk)


def _as_source(study: Precedent) -> str:
    """The study as a source names it: author、title（year年）."""
    year = f"（{study.year}年）" if study.year else ""
    return "、".join(part for part in (study.author, study.title) if part) + year
