"""The language of prose: the names, words and filters that its templates may use, and words that grow old.

A sentence names a value of an indicator by its id, and says by a word after a dot what it wants of it::

    死者数は{{ traffic_deaths.past.dated }}から{{ traffic_deaths.latest.dated }}に減少
    {{ traffic_deaths.change }}                  1,084人減      in the value's unit; 10ランク後退 for a rank
    {{ traffic_deaths.percent_change }}          29.3%減        {{ … .amount }} leaves 増 and 減 out
    {{ self_sufficiency.points }}                8ポイント減     for a value in %
    {{ metadata.multiple }}                      約1.6倍
    {{ overall_rank.rank }}                      35位           for a value with rank: true
    {{ exports.past.when }}の{{ exports.past }}   2018年実績の9,068億円
    {{ self_sufficiency.target.due }}に{{ self_sufficiency.target }}

On an indicator's own pages the id means the indicator's own value, elsewhere the one value that has this id; where two
indicators have one, ``{{ values["I-1065"].traffic_deaths.past }}`` says which. In an id that is no name (``5g-sites``)
a sentence writes _ for what is no letter, digit or _, and before a digit at its start: ``{{ _5g_sites.latest }}``.

A fact (a number with an id, in facts.yaml or in a prior study) is named in the same way::

    {{ un_staff }}のうち{{ un_women }}（{{ un_women|share_of(un_staff) }}、約{{ un_women|tenths_of(un_staff) }}）

Further: ``{{ fiscal_year }}``, ``{{ budgets["moonshot"][2023] }}``, ``{{ facts.full_marks }}``, and, where a number has no
id, ``{{ data("grades", "score", where={"grade": "A"}, unit="点") }}`` and
``{{ count("themes", where={"event": "有"}, unit="課題") }}``.

``{% if draft %}年次の値は照会中。{% endif %}`` is for the draft alone: an entry of a list of which the final edition leaves
nothing is not printed there.

Relative words name a year as seen from today (今年度, 昨年度, 本年): they are wrong when a year has passed.
"""

from __future__ import annotations

import re

NAMES = ("values", "data", "count", "facts", "budgets", "fiscal_year", "draft")
"""What every template may name."""

NUMBER_WORDS = ("value", "number", "unit")
"""What every number has: the plain number to compute with, the number printed without its unit, and its unit."""

OBSERVATION_WORDS = ("dated", "when", "period", "label", "quantity")
"""What past, latest and forecast have besides, and a fact: with its period, its period with its label, and so on."""

TARGET_WORDS = ("dated", "due", "quantity")
"""What a target has besides."""

CHANGE_WORDS = ("amount", "direction")
"""What a change has besides: without 増 or 減, and 増 or 減 alone."""

PERIOD_WORDS = ("number", "fiscal_year")
"""What a period has: the year that it is called by, and the fiscal year in which it ends."""

VALUE_WORDS = (
    "past", "latest", "forecast", "target", "change", "percent_change", "points", "multiple", "ratio", "rank",
    "last_year", "trend", "attainment", "name",
)  # fmt: skip
"""What a value of an indicator has."""

# 日本年金 and 基本年 hold 本年 by chance, 前年比 is a term of statistics.
_WORDS = re.compile(
    r"(?:一?昨|今|来|翌)年度?|(?<![日基])本年度?|前年度?(?!比)|ここ[0-9０-９一二三四五]+年間?|最近[0-9０-９一二三四五]+年間?"
)


# A text that stands in one condition of the draft as a whole.
_FOR_DRAFT = re.compile(r"\s*\{%-?\s*if\s+draft\s*-?%\}(?:(?!\{%).)*\{%-?\s*endif\s*-?%\}\s*", re.DOTALL)

_MARKUP = re.compile(r"[{}|*\\]")


def is_template(text: str) -> bool:
    """Whether ``text`` has anything for jinja2 to do."""
    return "{{" in text or "{%" in text


def is_for_draft(text: str) -> bool:
    """Whether all of a text is for the draft alone.

    >>> is_for_draft("{% if draft %}照会中。{% endif %}"), is_for_draft("増加。{% if draft %}照会中。{% endif %}")
    (True, False)
    """
    return "draft" in text and _FOR_DRAFT.fullmatch(text) is not None


def as_markup(text: str) -> str:
    r"""A text that holds no markup, spelled so that none of its characters is taken for markup.

    >>> as_markup("2**3"), as_markup("{a}")
    ('2\\*\\*3', '\\{a\\}')
    """
    return _MARKUP.sub(lambda found: f"\\{found[0]}", text)


def relative_words(text: str) -> tuple[str, ...]:
    """The relative words in a text, each once, in their order."""
    return tuple(dict.fromkeys(match.group() for match in _WORDS.finditer(text)))
