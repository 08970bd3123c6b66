"""Numbers that are codes by their format: a postal code 000-0000, a day 0000"/"00"/"00, a month 0000"年"00"月"."""

from __future__ import annotations

from docgen.reading.workbook.number_format import Section

_PLACES = frozenset("0#?")
_BETWEEN = frozenset("-－/・ 　年月日")


def coded(text: str, section: Section) -> str | None:
    """The digits of a whole number with the signs that its format puts between them; None where it puts none there.

    >>> from docgen.reading.workbook.number_format import sections
    >>> coded("1000001", sections("000-0000")[0]), coded("202204", sections('0000"年"00"月"')[0])
    ('100-0001', '2022年04月')
    """
    places = [index for index, token in enumerate(section.tokens) if token.kind == "digit" and token.text in _PLACES]
    if not places or not text.isdigit() or section.grouped or section.percent or section.most:
        return None
    between = "".join(token.text for token in section.tokens[places[0] : places[-1]] if token.kind == "literal")
    if not between or not set(between) <= _BETWEEN:
        return None
    rest, shown = text.zfill(len(places)) if section.zeros else text, ""
    for index in range(len(section.tokens) - 1, -1, -1):
        token = section.tokens[index]
        if index == places[0]:
            shown, rest = rest + shown, ""
        elif index in places:
            shown, rest = rest[-1:] + shown, rest[:-1]
        elif token.kind == "literal":
            shown = token.text + shown
    return shown
