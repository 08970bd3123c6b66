"""The text of a value: what a cell of a DataFrame, of a list in a script or of a workbook says on a page."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol, runtime_checkable

from docgen.errors import WrongValue

# The compatibility ideographs (神, 﨑 and the like), which normalising would turn into other letters of a name.
_NORMALISED = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
# What separates scripts (U+200C, U+200D) is seen in other letters, and stays.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# A double holds 15 decimal digits; those after them are of the machine's arithmetic. A single holds 7.
_DIGITS, _SINGLE_DIGITS = 15, 7
_MISSING = frozenset({"NAType", "NaTType", "MaskedConstant"})
# What a datetime64 of numpy adds to a day, or to a second, and nobody measured.
_MIDNIGHT = re.compile(r" 00(?::00){0,2}(?:\.0+)?$|(?<=:[0-9]{2}:[0-9]{2})\.0+$|(?<= [0-9]{2}:[0-9]{2}):00(?:\.0+)?$")
_QUARTERS = {1: "1～3", 4: "4～6", 7: "7～9", 10: "10～12"}


@runtime_checkable
class _Scalar(Protocol):
    """A number or word of numpy, which gives the value of Python in it."""

    def item(self) -> Any: ...


@runtime_checkable
class _Moment(Protocol):
    """A Timestamp of pandas or a datetime64 of numpy that gives a datetime."""

    def to_pydatetime(self, warn: bool) -> datetime: ...


@runtime_checkable
class _PandasPeriod(Protocol):
    """A Period of pandas: a month, a quarter, a year that begins in any month."""

    @property
    def freqstr(self) -> str: ...

    @property
    def start_time(self) -> Any: ...

    @property
    def end_time(self) -> Any: ...


def composed(text: str) -> str:
    """A text as it is compared and measured: each letter one character (NFC), ガ not カ with a mark behind it.

    >>> composed("カ\\u3099ス"), composed("神") == "神"
    ('ガス', True)
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return _NORMALISED.sub(lambda part: unicodedata.normalize("NFC", part[0]), text)


def visible(text: str) -> str:
    """A text without letters that have neither width nor ink: byte order marks, spaces of no width, controls, halves.

    >>> visible("\\ufeff年\\u200b"), visible("a\\x00b\\n")
    ('年', 'ab\\n')
    """
    return text if text.isprintable() else _INVISIBLE.sub("", text)


def ended(text: str, ending: str) -> str:
    """A text with an ending, once: a cell may hold it already.

    >>> ended("2022", "年度"), ended("2022年度", "年度")
    ('2022年度', '2022年度')
    """
    return text if text.endswith(ending) else f"{text}{ending}"


def is_gap(value: object) -> bool:
    """Whether a value stands for none: None, NaN of any library, NA and NaT of pandas."""
    if value is None or type(value).__name__ in _MISSING:
        return True
    if isinstance(value, Decimal):
        return value.is_nan()
    if isinstance(value, float):
        return value != value
    if type(value).__module__ == "numpy" and isinstance(value, _Scalar):
        return str(value) in ("nan", "NaT")
    return False


def text_of(value: object) -> str:
    """The text of a value, "" for none. WrongValue for what no cell says: a duration, an infinity, a list.

    A float has the 15 digits that it holds, a time at midnight is its day, a month or quarter is named in Japanese.

    >>> text_of(0.1 + 0.2), text_of(2610.0), text_of(datetime(2021, 4, 1)), text_of(True), text_of(None)
    ('0.3', '2610', '2021-04-01', 'TRUE', '')
    """
    if isinstance(value, str):
        return composed(str(value))
    if is_gap(value):
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, Decimal):
        return _finite(value, value)
    if isinstance(value, float):
        return _float_text(float(value))
    return _text_of_object(value)


def single_text(value: float) -> str:
    """The text of a number that a column of 32 bits holds: 45.6, which a double spells 45.599998474121094."""
    return _float_text(value, _SINGLE_DIGITS)


def _float_text(value: float, digits: int = _DIGITS) -> str:
    if value == 0:
        return "0"
    # Whole numbers are exact further than 15 digits; nothing is noise in them.
    number = Decimal(repr(value)) if value.is_integer() else Decimal(format(value, f".{digits}g"))
    return _finite(number, value)


def _finite(number: Decimal, value: object) -> str:
    if not number.is_finite():
        raise WrongValue("cell-not-finite", text=str(value))
    if abs(number.adjusted()) > 400:
        return str(number)
    text = f"{number:f}"
    return text.removesuffix(".0") if isinstance(value, float) else text


def _text_of_object(value: object) -> str:
    if isinstance(value, timedelta) or type(value).__name__ == "timedelta64":
        raise WrongValue("value-duration", text=str(value))
    if isinstance(value, _Moment):
        return _moment_text(value.to_pydatetime(warn=False))
    if isinstance(value, datetime):
        return _moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("auto")
    if isinstance(value, _PandasPeriod):
        return _period_text(value)
    if type(value).__module__ == "numpy" and isinstance(value, _Scalar):
        return _numpy_text(value)
    raise WrongValue("value-of-no-cell", kind=type(value).__name__)


def _moment_text(moment: datetime) -> str:
    """A day, with the time where there is one."""
    if (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0):
        return moment.date().isoformat()
    spec = "minutes" if (moment.second, moment.microsecond) == (0, 0) else "auto"
    return moment.replace(tzinfo=None).isoformat(" ", spec)


def _numpy_text(value: _Scalar) -> str:
    name = type(value).__name__
    if name == "datetime64":
        return _MIDNIGHT.sub("", str(value).replace("T", " "))
    if name in ("float16", "float32"):
        # Their own spelling is the shortest that is the same number.
        return text_of(Decimal(str(value))).removesuffix(".0")
    if getattr(value, "size", 1) != 1:
        raise WrongValue("value-of-no-cell", kind=name)
    plain = value.item()
    if type(plain).__module__ == "numpy":
        return text_of(float(plain))
    return text_of(plain)


def _period_text(period: _PandasPeriod) -> str:
    """A Period of pandas in the words of Japanese statistics; a year that begins in April is 年度."""
    start, end = (moment.to_pydatetime(warn=False).date() for moment in (period.start_time, period.end_time))
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    frequency = period.freqstr.partition("-")[0]
    if frequency in ("Y", "A", "YE") and start.month in (1, 4):
        return f"{start.year}年" if start.month == 1 else f"{start.year}年度"
    if frequency in ("Q", "QE") and months == 3 and start.month in _QUARTERS:
        return f"{start.year}年{_QUARTERS[start.month]}月"
    if frequency in ("M", "ME"):
        return f"{start.year}年{start.month}月"
    if frequency in ("D", "B"):
        return str(start.isoformat())
    raise WrongValue("period-without-name", frequency=str(period.freqstr))
