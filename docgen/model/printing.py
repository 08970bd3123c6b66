"""How periods and numbers are printed in a deck: Western or era years, and the sign of negative numbers.

>>> Printing(era=True).text("2022年度")
'令和4年度'
>>> Printing(minus="△").text("-0.4ポイント")
'△0.4ポイント'
>>> Printing(era=True).year(2023), Printing().year(2023)
('令和5', '2023')
"""

from __future__ import annotations

import re

from docgen.model.period import Period
from docgen.model.quantity import Quantity
from docgen.value import value

# A number with a unit and nothing else, or a change beside one, 4.4(-0.1); the signs are those that Japanese
# statistics use.
_NEGATIVE = re.compile(r"(?:^|(?<=[0-9][(（]))[-−－△▲](?=[0-9][0-9,]*(?:\.[0-9]+)?\D*$)")
# What a value of a period is, said behind it.
_STATED = re.compile(r"(?:実績|見込み|見込|予測|目標)$")
_ISO_DAY = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]")
_ERA_NAMES = ("令和", "平成", "昭和")
_BARE_YEAR = re.compile(r"[12][0-9]{3}")


@value(frozen=True, slots=True)
class Printing:
    """``era`` prints 令和4年度 for 2022年度; ``minus`` is printed before negative numbers, such as △."""

    era: bool = False
    minus: str = "-"

    def quantity(self, number: Quantity, *, sign: bool = False) -> str:
        """A quantity as printed; ``sign`` writes + before a positive one."""
        return number.format(minus=self.minus, sign=sign)

    def period(self, period: Period) -> str:
        """A period as printed."""
        return period.format(era=self.era)

    def year(self, year: int) -> str:
        """A year by its number, to which 年 or 年度 is added: 2023, or 令和5."""
        return self.period(Period.year(year)).removesuffix("年")

    def text(self, text: str) -> str:
        """A text that is a period (2018年実績 too), a day (2022-04-01) or a negative number, printed as such.

        Any other text stays as it is.

        A bare number of four digits may be a year or not, and stays.
        """
        if self.minus != "-":
            text = _NEGATIVE.sub(self.minus, text)
        if _ISO_DAY.fullmatch(text):
            return self._day(text)
        if not self.era or _BARE_YEAR.fullmatch(text) or "年" not in text:
            return text
        return self._period_in(text)

    def _period_in(self, text: str) -> str:
        """A text that is a period, with what its value is behind it (実績), as printed; any other as it is."""
        stated = _STATED.search(text)
        period, kind = (text[: stated.start()], stated.group()) if stated else (text, "")
        try:
            return self.period(Period.parse(period)) + kind
        except ValueError:
            return text

    def _day(self, text: str) -> str:
        """A day as data files and programs write it, 2022-04-01, as the field does; what is no day as it is."""
        try:
            return self.period(Period.parse(text))
        except ValueError:
            return text

    def category(self, text: str) -> str:
        """A category of a figure as a table prints its period: a bare year is a year, one of an era is Western.

        >>> Printing(era=True).category("2022"), Printing().category("平成24年度"), Printing().category("平成24年度実績")
        ('令和4', '2012年度', '2012年度実績')
        """
        if self.era:
            return self.year(int(text)) if _BARE_YEAR.fullmatch(text) else self.text(text)
        return self._period_in(text) if text.startswith(_ERA_NAMES) else self.text(text)


PLAIN = Printing()
"""Western years and a hyphen for minus."""
