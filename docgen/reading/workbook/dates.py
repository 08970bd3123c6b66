"""Days and times of cells: the number that a sheet stores, shown by its format as Excel in Japan shows it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from docgen.errors import WrongValue
from docgen.reading.workbook.number_format import Section, Token

_FIRST_DAY = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
# The day that Excel counts and that never was: 29 February 1900.
_NO_DAY = 60
_LAST = 2_958_466
_ERAS = (
    ("令和", "R", date(2019, 5, 1)),
    ("平成", "H", date(1989, 1, 8)),
    ("昭和", "S", date(1926, 12, 25)),
    ("大正", "T", date(1912, 7, 30)),
    ("明治", "M", date(1868, 1, 25)),
)
_DAYS = "月火水木金土日"
_MIDNIGHT = (" 0:00:00", " 00:00:00", " 0:00", " 00:00")


def moment(number: Decimal, since_1904: bool) -> datetime:
    """The day and time of a stored number, to the millisecond. WrongValue where there is no such day.

    >>> moment(Decimal("44652.5"), False)
    datetime.datetime(2022, 4, 1, 12, 0)
    """
    whole = int(number)
    if number < 0 or number >= _LAST or (not since_1904 and whole == _NO_DAY):
        raise WrongValue("cell-no-day", number=str(number))
    day = _FIRST_DAY[since_1904] + timedelta(days=whole + (1 if whole < _NO_DAY and not since_1904 else 0))
    milliseconds = ((number - whole) * 86_400_000).quantize(Decimal(1), ROUND_HALF_UP)
    return day + timedelta(milliseconds=int(milliseconds))


def shown_moment(number: Decimal, section: Section, since_1904: bool) -> str:
    """A stored number as its format shows it: 2022年4月1日, 令和4年, 9:30. A midnight behind a day is left out.

    WrongValue where there is no such day.
    """
    at = moment(number, since_1904)
    text = "".join(_shown(section, index, at, number) for index in range(len(section.tokens))).strip()
    if (at.hour, at.minute, at.second) == (0, 0, 0):
        text = next((text.removesuffix(ending) for ending in _MIDNIGHT if text.endswith(ending)), text)
    return text


def _shown(section: Section, index: int, at: datetime, number: Decimal) -> str:
    """What one part of a format shows."""
    token = section.tokens[index]
    if token.kind == "elapsed":
        return _elapsed(token.text, number)
    if token.kind == "half":
        return ("午前", "午後")[at.hour >= 12] if "午" in token.text else ("AM", "PM")[at.hour >= 12]
    if token.kind != "date":
        return token.text if token.kind == "literal" or token.text in "/.," else _fraction(token, at)
    letter, length = token.text[0].lower(), len(token.text)
    if letter == "m" and _is_minute(section.tokens, index):
        return f"{at.minute:0{length}d}"
    if letter == "h":
        half = any(each.kind == "half" for each in section.tokens)
        return f"{(at.hour - 1) % 12 + 1 if half else at.hour:0{length}d}"
    if letter == "s":
        return f"{at.second:0{length}d}"
    return _of_day(letter, length, at.date(), section.gannen)


def _of_day(letter: str, length: int, day: date, gannen: bool) -> str:
    if letter == "y":
        return f"{day.year:04d}" if length > 2 else f"{day.year % 100:02d}"
    if letter == "m":
        return {3: f"{day:%b}", 4: f"{day:%B}", 5: f"{day:%b}"[:1]}.get(length, f"{day.month:0{length}d}")
    if letter == "d":
        return {3: f"{day:%a}", 4: f"{day:%A}"}.get(length, f"{day.day:0{length}d}")
    if letter == "a":
        return _DAYS[day.weekday()] + ("曜日" if length == 4 else "")
    if letter == "b":
        return str(day.year + 543)
    name, initial, first = next(era for era in _ERAS if day >= era[2])
    if letter == "g":
        return {1: initial, 2: name[0]}.get(length, name)
    year = day.year - first.year + 1
    return "元" if year == 1 and gannen else f"{year:0{length}d}"


def _is_minute(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an m stands for minutes: after hours, or before seconds."""
    letters = [(at, token.text[0].lower()) for at, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    before = [letter for at, letter in letters if at < index]
    after = [letter for at, letter in letters if at > index]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _elapsed(letters: str, number: Decimal) -> str:
    unit = {"h": 24, "m": 1440, "s": 86400}[letters[0].lower()]
    total = int((number * unit * 1000).quantize(Decimal(1), ROUND_HALF_UP)) // 1000
    return f"{total:0{len(letters)}d}"


def _fraction(token: Token, at: datetime) -> str:
    """The digit of a fraction of a second."""
    return str(at.microsecond // 100_000) if token.text in "0#?" else ""
