"""What in two texts is the same but for its years, or but for one word: changes that many texts share."""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

# A year before 年, also the first of 2018～2022年; of an era, and of a fiscal year in English.
_YEAR = re.compile(
    r"(?P<western>(?<![\d,.])(?:19|20)\d{2})(?=\s*(?:年|[～〜~－–-]\s*(?:(?:19|20)?\d{2})\s*年))"
    r"|(?<=FY)(?P<fiscal>(?:19|20)\d{2})(?!\d)"
    r"|(?P<era>令和|平成|昭和)(?P<of_era>元|\d{1,2})(?=\s*(?:年|[～〜~－–-]))"
)
_FIRST_OF_ERA = {"令和": 2019, "平成": 1989, "昭和": 1926}
_TOKEN = re.compile(r"[一-龥々ヶ]+|[ぁ-ん]+|[ァ-ヴー]+|[A-Za-z]+|\d[\d,.]*|.", re.DOTALL)


class Moved(NamedTuple):
    """By how many years the years of a text moved, and the first of them as it was and is: ("2022年", "2023年")."""

    years: int
    before: str
    after: str


def moved_years(before: str, after: str) -> Moved | None:
    """How the years of a text moved where nothing else of it changed, and all that moved went as far; else None.

    >>> moved_years("分野別の研究費（2021年度）", "分野別の研究費（2022年度）")
    Moved(years=1, before='2021年度', after='2022年度')
    """
    if before == after or _YEAR.sub("", before) != _YEAR.sub("", after):
        return None
    old, new = list(_YEAR.finditer(before)), list(_YEAR.finditer(after))
    steps = {_year(now) - _year(was) for was, now in zip(old, new, strict=True)} - {0}
    if len(steps) != 1:
        return None
    was, now = next(pair for pair in zip(old, new, strict=True) if _year(pair[0]) != _year(pair[1]))
    return Moved(steps.pop(), _shown(was), _shown(now))


def _year(found: re.Match[str]) -> int:
    if found["era"]:
        return _FIRST_OF_ERA[found["era"]] - 1 + (1 if found["of_era"] == "元" else int(found["of_era"]))
    return int(found["western"] or found["fiscal"])


def _shown(found: re.Match[str]) -> str:
    """A year with what makes it one: 2022年度, FY2023."""
    rest = found.string[found.end() :]
    ending = next((word for word in ("年度", "年") if rest.startswith(word)), "")
    return f"{'FY' if found['fiscal'] else ''}{found[0]}{ending}"


def without_period(text: str) -> tuple[str, str]:
    """A printed value and the period behind it in brackets, else "": 2,610人（2022年） is 2,610人 and 2022年."""
    value, bracket, rest = text.rpartition("（")
    return (value, rest[:-1]) if bracket and rest.endswith("）") and value else (text, "")


def words(text: str) -> list[str]:
    """A text in runs of letters of one kind: ``words("施策は3件")`` is ``["施策", "は", "3", "件"]``."""
    return _TOKEN.findall(text)


def reworded(before: str, after: str) -> tuple[str, str] | None:
    """The one word that another stands for, wherever it was, in a text of which most stayed; else None.

    >>> reworded("文科省の事業による。", "文部科学省の事業による。")
    ('文科省', '文部科学省')
    """
    old, new = words(before), words(after)
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pairs = {("".join(old[a:b]), "".join(new[c:d])) for tag, a, b, c, d in codes if tag != "equal"}
    same = sum(len("".join(old[a:b])) for tag, a, b, _, _ in codes if tag == "equal")
    if len(pairs) != 1 or same * 2 < len(before):
        return None
    (was, now) = pairs.pop()
    is_word = was.strip() and now.strip() and not any(character.isdigit() for character in was + now)
    return (was, now) if is_word else None
