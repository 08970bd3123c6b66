"""Changes as people read them: what is mechanical in a line a kind, the others one by one, long texts cut."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.comparison.change import HEADINGS, Change, FieldChange
from docgen.comparison.shifts import Shift, runs
from docgen.comparison.texts import NOTHING
from docgen.fingerprint.excerpt import short
from docgen.messages import Language, Phrase, message, text_of

MOST_CHARACTERS = 60
_LEAD = 12
_MOST_FIELDS = 5
_MOST_ALIKE = 6
_MOST_NAMES = 2


def brief_lines(shifts: Sequence[Shift], changes: Sequence[Change], language: Language) -> Iterator[str]:
    """The lines of a comparison: mechanical changes first, then all others under a heading for each subject."""
    if shifts:
        count = sum(shift.count for shift in shifts)
        yield from ("", message("diff-shifts", kinds=len(shifts), count=count).text(language))
        yield from (f"  {shift.text(language)}" for shift in shifts)
    for subject, heading in HEADINGS.items():
        own = [change for change in changes if change.subject == subject]
        if own:
            yield from ("", message("diff-heading", heading=heading, count=len(own)).text(language))
            yield from (f"  {line}" for line in _told(own, language))


def _told(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """The changes of a subject; of many that were added or dropped, a line for each page."""
    for how in ("added", "dropped"):
        of_kind = [change for change in changes if change.how == how]
        if len(of_kind) > _MOST_ALIKE:
            yield from _together(of_kind, language)
            changes = [change for change in changes if change.how != how]
    for change in changes:
        yield from _lines(change, language)


def _together(changes: Sequence[Change], language: Language) -> Iterator[str]:
    """Changes that are all additions, or all removals: those of a page in a line; pages in runs."""
    key = _run_of(changes) if changes[0].subject == "page" else {id(change): change.number for change in changes}
    for _, group in itertools.groupby(changes, key=lambda change: key[id(change)]):
        own = list(group)
        names = [short(_name(change, language), 24) for change in own]
        shown = (*names[:_MOST_NAMES], *((message("diff-and-others"),) if len(names) > _MOST_NAMES else ()))
        pages = runs(change.number for change in own)
        how = message("diff-added") if own[0].how == "added" else message("diff-dropped")
        yield message("diff-together", how=how, count=len(own), names=shown, pages=pages).text(language)


def _run_of(changes: Sequence[Change]) -> dict[int, int]:
    """The number of the run of pages, one after the other, that each change belongs to."""
    found: dict[int, int] = {}
    run, last = 0, None
    for change in changes:
        run += last is not None and change.number not in (last, last + 1)
        last = change.number
        found[id(change)] = run
    return found


def _name(change: Change, language: Language) -> str:
    """What a change is about: of a sentence that came or went, the sentence itself."""
    if change.subject == "text" and change.fields:
        return text_of(change.fields[0].after or change.fields[0].before, language)
    return text_of(change.name, language)


def _lines(change: Change, language: Language) -> Iterator[str]:
    """A change in a line; one of a table or a chart with several cells or points in a line for each."""
    fields = [cut(field, language) for field in change.fields if not _says_nothing(field)]
    if change.subject not in ("table", "figure") or len(fields) < 2:
        yield replace(change, fields=tuple(fields)).text(language)
        return
    yield message("diff-cells", label=change.label, count=len(fields), number=change.number).text(language)
    shown = fields if len(fields) <= _MOST_FIELDS + 1 else fields[:_MOST_FIELDS]
    yield from (f"  {field.text(language)}" for field in shown)
    if len(shown) < len(fields):
        yield f"  {message('diff-more-fields', count=len(fields) - len(shown)).text(language)}"


def _says_nothing(field: FieldChange) -> bool:
    """Whether a field has nothing, before and after."""
    return field.before == field.after == NOTHING


def cut(field: FieldChange, language: Language, most: int = MOST_CHARACTERS) -> FieldChange:
    """A field whose sides are at most so many characters, around the place where they differ."""
    before, after = (text_of(side, language) for side in (field.before, field.after))
    if field.before == field.after or max(len(before), len(after)) <= most:
        return field
    before, after = excerpts(before, after, most)
    return FieldChange(field.name, before, after)


def excerpts(before: Phrase, after: Phrase, most: int = MOST_CHARACTERS) -> tuple[str, str]:
    """Long texts from shortly before the place where they begin to differ, to shortly behind where they end to."""
    old, new = str(before), str(after)
    if max(len(old), len(new)) <= most:
        return old, new
    start = max(0, _common(old, new) - _LEAD)
    end = max(0, _common(old[start:][::-1], new[start:][::-1]) - _LEAD)
    if not old or not new:
        start = end = 0
    return _between(old, start, end, most), _between(new, start, end, most)


def _common(first: Iterable[str], second: Iterable[str]) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _between(text: str, start: int, end: int, most: int) -> str:
    if not text:
        return text
    inner = text[start : len(text) - end]
    cut_off = len(inner) > most
    inner = inner[: most - 1] if cut_off else inner
    return f"{'…' if start else ''}{inner}{'…' if cut_off or end else ''}"
