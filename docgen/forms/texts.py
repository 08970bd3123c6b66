"""Sentences of pages, prior studies, findings and notes, a row each."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from docgen.errors import FieldPath
from docgen.fingerprint.excerpt import short
from docgen.forms.content import CONFIRMED, FormContent
from docgen.forms.form import AnswerCell, FormRow
from docgen.forms.sentences import printed
from docgen.forms.sheet_kinds import PRECEDENTS, TEXTS, SheetKind
from docgen.model import (
    Compendium,
    Indicator,
    IndicatorPage,
    Measure,
    Note,
    PlanItem,
    Point,
    Precedent,
    Record,
    Source,
)
from docgen.model.aging import aging_list
from docgen.model.compendium import record_at
from docgen.model.record import plain_values
from docgen.model.renames import now_named, renames_of

# Fields of any record that hold sentences, with what a form calls them.
_FIELDS: Mapping[str, str] = {
    "messages": "要点",
    "points": "所見",
    "lead": "リード文",
    "conclusion_lead": "結論の前文",
    "definition": "定義",
    "aim": "目的",
}
# Records whose ``text`` is a sentence; measures have a sheet of their own, plan items and sources are as they are.
_TEXTS: Mapping[type[Record], str] = {Note: "注", Point: "本文"}
_OTHERS = (Measure, PlanItem, Source)
# Below this likeness a sentence is not taken for last year's of another.
_LIKENESS = 0.4


def text_rows(content: FormContent) -> Iterator[tuple[SheetKind, FormRow]]:
    """A row for each sentence, with the sheet that it stands on."""
    earlier = _last_year(content)
    for place, part, text in sentences(content.compendium):
        words, key = printed(text, place, content.desk), _key(place)
        record = "/".join(key[:2])
        listed, _ = aging_list(record_at(content.compendium, place[:-1]), text, content.compendium.fiscal_year - 1)
        row = FormRow(
            "/".join(("texts", *identifiers(place, content.compendium))),
            place,
            f"{part}「{short(words, 25)}」",
            {
                "group": title_of(place, content),
                "part": part,
                "task": content.tasks.get((listed, record), "") if listed else "",
                "now": words,
                "before": _most_like(words, earlier.get(key, ())),
            },
            {"text": AnswerCell("text", text, printed=words, note="改めるときだけ、全文を入れてください。"), **CONFIRMED},
            content.responsible.of(place),
            content.item(listed, record) if listed else None,
        )
        yield PRECEDENTS if place[0] == "precedents" else TEXTS, row


def sentences(compendium: Compendium) -> Iterator[tuple[FieldPath, str, str]]:
    """Every sentence: its path, what it is called, and its text."""
    for path, record in compendium.records:
        named = next((name for kind, name in _TEXTS.items() if isinstance(record, kind)), None)
        for place, value in plain_values(record, path):
            field = str(place[len(path)])
            if not isinstance(value, str) or not value.strip() or isinstance(record, _OTHERS):
                continue
            if field == "text" and named is not None:
                yield place, named, value
            elif field in _FIELDS:
                yield place, _FIELDS[field], value


def identifiers(path: FieldPath, compendium: Compendium) -> Iterator[str]:
    """The parts of a path, with the ids of records in place of their numbers in a list."""
    value: object = compendium
    for key in path:
        value = value[key] if isinstance(value, tuple | Mapping) else getattr(value, str(key))  # type: ignore[index]
        name = getattr(value, "id", None) if isinstance(key, int) else None
        yield str(name if name is not None else key)


def title_of(path: FieldPath, content: FormContent) -> str:
    """What people call the record that a sentence stands in."""
    record = record_at(content.compendium, path[:2])
    if isinstance(record, Indicator):
        page = record_at(content.compendium, path[:4]) if len(path) > 4 else None
        title = page.title if isinstance(page, IndicatorPage) else None
        return title or f"{record.id} {record.name}"
    if isinstance(record, Precedent):
        return f"【先行調査{record.number}】{record.title}"
    title = getattr(record, "title", None) or getattr(record, "name", None)
    if title is not None:
        return printed(str(title), (*path[:2], "title"), content.desk)
    indicator = content.compendium.indicators.get(str(getattr(record, "indicator", "")))
    return f"{indicator.id} {indicator.name}の所見" if indicator is not None else "全体"


def _last_year(content: FormContent) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Last year's sentences, printed, by what they are of."""
    desk = content.previous
    if desk is None:
        return {}
    texts: dict[tuple[str, ...], tuple[str, ...]] = {}
    renames = renames_of(content.compendium)
    for place, _, text in sentences(desk.library.content):
        words = printed(text, place, desk)
        for name in now_named(str(place[1]), [one for one in renames if one.collection == place[0]]):
            key = _key((place[0], name, *place[2:]))
            texts[key] = (*texts.get(key, ()), words)
    return texts


def _key(place: FieldPath) -> tuple[str, ...]:
    """What a sentence is of, apart from its number: the collection, the record and the names of fields."""
    return (*map(str, place[:2]), *(key for key in place[2:] if isinstance(key, str)))


def _most_like(words: str, texts: tuple[str, ...]) -> str:
    """The one of last year's sentences that is most like this year's; empty where none is."""
    near = difflib.get_close_matches(words, texts, n=1, cutoff=_LIKENESS)
    return near[0] if near else ""
