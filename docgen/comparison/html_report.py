"""A comparison as a page of HTML that needs nothing else: mechanical changes, then each page with its pictures."""

from __future__ import annotations

import base64
import difflib
import html
import itertools
from collections.abc import Iterator, Sequence

from docgen.comparison.change import HOW, Change, FieldChange, Subject
from docgen.comparison.comparison import Comparison
from docgen.comparison.page_pictures import BothSides
from docgen.comparison.shifts import Shift, runs
from docgen.comparison.years import words
from docgen.messages import Language, Message, Phrase, message, text_of

# Changes that are called as their page is.
_TITLED: frozenset[Subject] = frozenset({"page", "text", "table", "figure"})
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
body { font-family: "BIZ UDPGothic", "Yu Gothic", Meiryo, sans-serif; margin: 2em auto; max-width: 1560px; padding: 0 1em;
  color: #1a1a1a; background: #fff; line-height: 1.6; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; border-top: 2px solid #1f4e79; padding-top: .5em; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: .25em .6em; vertical-align: top; text-align: left; font-weight: normal; }
th { background: #e8eef5; width: 14%; } td.field { width: 14%; }
td.side { width: 36%; } del { background: #fbdcdc; } ins { background: #d7f0d9; text-decoration: none; font-weight: bold; }
.pictures { display: flex; gap: 1em; margin: .6em 0; } .pictures figure { flex: 1; margin: 0; min-width: 0; }
.pictures img { width: 100%; border: 1px solid #999; } figcaption { color: #444; }
"""


def html_report(comparison: Comparison, drawn: BothSides | None, language: Language) -> str:
    """The report of a comparison; ``drawn`` are pictures of its pages, None where nothing draws them."""
    shifts, changes = comparison.parted
    title = text_of(message("diff-report-title"), language)
    body = (
        f"<h1>{_safe(title)}</h1>",
        f"<p>{_safe(comparison.old)} → {_safe(comparison.new)}</p>",
        f"<p>{_safe(_count(comparison, language))}</p>",
        *_shifts(shifts, language),
        *_pages(changes, drawn, language),
    )
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width"><title>{_safe(title)}</title><style>{_STYLE}</style>'
    )
    lines = "\n".join(body)
    return f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{lines}\n</body>\n</html>\n'


def _count(comparison: Comparison, language: Language) -> str:
    count = len(comparison.changes)
    return (message("diff-count", count=count) if count else message("diff-nothing")).text(language)


def _shifts(shifts: Sequence[Shift], language: Language) -> Iterator[str]:
    if not shifts:
        return
    count = sum(shift.count for shift in shifts)
    yield f"<h2>{_safe(message('diff-shifts', kinds=len(shifts), count=count).text(language))}</h2>"
    yield f"<table>{''.join(_shift(shift, language) for shift in shifts)}</table>"


def _shift(shift: Shift, language: Language) -> str:
    pairs = "<br>".join(
        _safe(message("diff-pair", before=before, after=after, count=count).text(language))
        for before, after, count in shift.pairs
    )
    return f"<tr><th>{_said(shift.kind.name, language)}</th><td>{pairs}</td><td>p. {runs(shift.numbers)}</td></tr>"


def _pages(changes: Sequence[Change], drawn: BothSides | None, language: Language) -> Iterator[str]:
    """The changes page by page, in the order of the new deck; pages that are gone, which are numbered as before, last."""
    in_order = sorted(changes, key=lambda change: (_is_gone(change), change.number, change.page))
    for (is_gone, number, page), group in itertools.groupby(in_order, key=_place):
        own = list(group)
        title = next((change.name for change in own if change.subject in _TITLED), page)
        gone = f" {_said(message('diff-dropped'), language)}" if is_gone else ""
        yield f"<h2>p. {number} {_said(title, language)}{gone}</h2>"
        yield from _figures(page, drawn, language)
        yield f"<table>{''.join(row for change in own for row in _rows(change, language))}</table>"


def _is_gone(change: Change) -> bool:
    return change.subject == "page" and change.how == "dropped"


def _place(change: Change) -> tuple[bool, int, str]:
    return _is_gone(change), change.number, change.page


def _figures(page: str, drawn: BothSides | None, language: Language) -> Iterator[str]:
    """The slides of a page before and after, side by side."""
    sides = (drawn.before.get(page, ()), drawn.after.get(page, ())) if drawn is not None else ((), ())
    named = (message("diff-report-before"), message("diff-report-after"))
    for pair in itertools.zip_longest(*sides):
        shown = (_figure(png, name, language) for png, name in zip(pair, named, strict=True))
        yield f'<div class="pictures">{"".join(shown)}</div>'


def _figure(png: bytes | None, name: Message, language: Language) -> str:
    said = _said(name, language)
    if png is None:
        return f"<figure><figcaption>{said} －</figcaption></figure>"
    data = base64.b64encode(png).decode("ascii")
    return f'<figure><figcaption>{said}</figcaption><img alt="{said}" src="data:image/png;base64,{data}"></figure>'


def _rows(change: Change, language: Language) -> Iterator[str]:
    """A row for each field of a change that is told: what it is, and both sides with what differs marked."""
    label = _said(change.label, language)
    if change.how in HOW:
        label += f"<br>{_said(HOW[change.how], language)}"
    told = [field for field in change.fields if field.before != field.after] or [FieldChange("", "", "")]
    for place, field in enumerate(told):
        head = f'<th rowspan="{len(told)}">{label}</th>' if place == 0 else ""
        before, after = _marked(text_of(field.before, language), text_of(field.after, language))
        sides = f'<td class="side">{before}</td><td class="side">{after}</td>'
        yield f'<tr>{head}<td class="field">{_said(field.name, language)}</td>{sides}</tr>'


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both sides as HTML, with the words that only one of them has marked."""
    old, new = words(before), words(after)
    gone, come = [], []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = _safe("".join(old[a:b])), _safe("".join(new[c:d]))
        gone.append(was if tag == "equal" or not was else f"<del>{was}</del>")
        come.append(now if tag == "equal" or not now else f"<ins>{now}</ins>")
    return "".join(gone), "".join(come)


def _said(phrase: Phrase, language: Language) -> str:
    return _safe(text_of(phrase, language))


def _safe(text: str) -> str:
    """A text as HTML; line breaks stay."""
    return html.escape(text).replace("\n", "<br>")
