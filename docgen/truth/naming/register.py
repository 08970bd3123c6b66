"""What has an id, a name and attributes of its own: the rows of tables of words, numbered items, figures, described ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, dated_label, unit_in
from docgen.model.period import Period
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.naming.called import called
from docgen.truth.naming.markers import Item, Key, item, items, markers
from docgen.value import value

_LONGEST = 24  # characters of an attribute
_CALLED = re.compile(
    r"番号|記号|コード|ID|No[.]?$|№|略[称語]|通称|英(?:語|文)?名|欧文|愛称|呼称|別名|旧称|名称|名前|題名|タイトル|正式|"
    r"(?:指標|事業|施策|機関|文書|項目|件|課題|調査|計画|組織|制度|法人)名"
)
_PHRASE = re.compile("[ぁ-ん]$")
_NOTHING = frozenset({"", "-", "－", "―", "…", "－－", "なし"})
# 調査1「地域防災力調査」（架空地域研究所、2022年3月）
_DESCRIBED = re.compile(r"[「『](?P<name>[^」』]+)[」』]\s*(?:[(（](?P<more>[^)）]+)[)）])?\s*$")

# The page at the end of an entry of the contents: p.12, …… 12.
_PAGE = re.compile(r"(?:[\s.…・]+(?:[pP][.]?\s*)?|[(]?[pP][.]\s*)\d+\s*(?:ページ|頁)?[)]?\s*$")
_QUOTED = re.compile(r"\s*[「『](?P<name>[^」』]+)[」』]")


@value(frozen=True, slots=True)
class Entity:
    """One thing: its number as a marker (``keys``), what it is called (``names``), and what is said of it once, by what
    that is (``attributes``: 担当, 単位). ``of`` is the table or list that has it.
    """

    of: str
    keys: frozenset[Key]
    names: tuple[str, ...]
    attributes: Mapping[str, str]

    @property
    def title(self) -> str:
        """What it is called in findings: its longest name."""
        return max(self.names, key=len, default="")


def register(evidence: Evidence) -> tuple[Entity, ...]:
    """All that the tables, lists, titles and statements of some evidence name by an id or a name."""
    return evidence.once(_register)


def _register(evidence: Evidence) -> tuple[Entity, ...]:
    titled = (found for one in evidence.titles if (found := item(f"{one.number} {one.title}")) is not None)
    return (
        *(entity for table in evidence.tables for entity in of_table(table)),
        *(entity for number, listed in enumerate(evidence.lists) for entity in of_items(f"list {number}", items(listed))),
        *of_items("titles", titled),
        *of_items("contents", items(_PAGE.sub("", plain(entry)) for entry in evidence.contents)),
        *_described(evidence.statements),
        *(Entity("names", frozenset(), told.names, {}) for name in evidence.names if not (told := called(name)).role),
    )


@lru_cache(maxsize=4096)
def of_table(table: FactTable) -> tuple[Entity, ...]:
    """The rows of a table whose columns are, all or in part, words.

    >>> from docgen.bearing.fact import fact_table
    >>> table = fact_table("t", "施策", ["番号", "名称", "担当"], [["A-1", "整備", "設備課"], ["A-2", "派遣", "人材課"]])
    >>> [(entity.names, dict(entity.attributes)) for entity in of_table(table)]
    [(('A-1', '整備'), {'担当': '設備課'}), (('A-2', '派遣'), {'担当': '人材課'})]
    """
    lines = [tuple(_bare(cell) for cell in line) for line in table.texts if line and line[0].strip()]
    heads = ("", *table.columns)
    lines = _without_years(lines, len(heads))
    if len(lines) < 2 or any(len(line) != len(heads) for line in lines):
        return ()
    words = [place for place in range(1, len(heads)) if _are_words([line[place] for line in lines])]
    named = _names(heads, lines, words)
    told = [place for place in words if place not in named]
    return tuple(_entity(table.name, heads, line, named, told) for line in lines) if words else ()


def _without_years(lines: list[tuple[str, ...]], many: int) -> list[tuple[str, ...]]:
    """Lines of ``many`` cells: without the cells of the columns of years, which are not among a table's names."""
    most = max(map(len, lines), default=0)
    if most <= many or any(len(line) != most for line in lines):
        return lines
    numbers = [place for place in range(1, most) if all(_is_number(line[place]) for line in lines)]
    kept = [place for place in range(most) if place not in numbers]
    return [tuple(line[place] for place in kept) for line in lines] if len(kept) == many else lines


def of_items(name: str, listed: Iterable[Item]) -> Iterator[Entity]:
    """Numbered items as entities, each called by what follows its number."""
    for one in listed:
        if one.label:
            yield Entity(name, frozenset({one.key}), (one.label,), {})


def _entity(of: str, heads: Sequence[str], line: Sequence[str], named: Sequence[int], told: Sequence[int]) -> Entity:
    names = tuple(_unmeasured(line[place]) for place in (0, *named) if line[place] not in _NOTHING)
    keys = frozenset(found.key for name in names if (found := item(name)) is not None and not found.label)
    return Entity(of, keys, names, {heads[place]: line[place] for place in told if line[place] not in _NOTHING})


def _unmeasured(name: str) -> str:
    """A name without the unit in brackets at its end: 待機児童数 of 待機児童数（人）."""
    unit = unit_in(name)
    return name[: name.rindex("(")].strip() if unit and name.endswith((f"({unit})", f":{unit})")) else name


def _names(heads: Sequence[str], lines: Sequence[Sequence[str]], words: Sequence[int]) -> list[int]:
    """The columns that give names: those called so; else, after a column of ids, the first without repetitions."""
    unique = [place for place in words if len({line[place] for line in lines}) == len(lines)]
    named = [place for place in unique if _CALLED.search(heads[place])]
    ids = all((found := item(line[0])) is not None and not found.label for line in lines)
    if named or not ids:
        return named
    return [place for place in unique[:1] if not any(_PHRASE.search(line[place]) for line in lines)]


def _are_words(cells: Sequence[str]) -> bool:
    """Whether a column is of words: names, classes, units, or the periods in which something began."""
    told = [cell for cell in cells if cell not in _NOTHING]
    periods = all(label_period(cell) is not None for cell in told)
    return bool(told) and (periods or not any(map(_is_number, told))) and all(len(cell) <= _LONGEST for cell in told)


def label_period(label: str) -> Period | None:
    """The period that a cell is, and nothing else: 2022年度; None for 2022年度予算額.

    >>> str(label_period("令和4年度")), label_period("2022年度予算額")
    ('2022年度', None)
    """
    period, rest = dated_label(label)
    return None if rest else period


def _is_number(cell: str) -> bool:
    return any(
        claim.kind not in ("identifier", "period") and 2 * (claim.end - claim.start) >= len(cell) for claim in claims(cell)
    )


def _bare(cell: str) -> str:
    return plain(cell).strip().removeprefix("「").removesuffix("」")


def _described(statements: Iterable[Statement]) -> Iterator[Entity]:
    """Statements that begin with an id and a name in 「」, and say more of it in brackets."""
    for statement in statements:
        found = item(statement.text)
        match = _DESCRIBED.match(found.label) if found is not None else None
        if found is not None and match is not None:
            parts = (part.strip() for part in re.split("[、,]", match["more"] or ""))
            yield Entity("statements", frozenset({found.key}), (match["name"],), dict(enumerated(parts)))
        elif statement.where is None:
            yield from _called_inside(plain(statement.text))


def _called_inside(words: str) -> Iterator[Entity]:
    """What a text without a place calls by an id and a name in 「」, wherever it does: 指標M3「外国人来館者数」は…."""
    for marker in markers(words):
        match = _QUOTED.match(words, marker.end)
        if match is not None:
            yield Entity("statements", frozenset({marker.key}), (match["name"],), {})


def enumerated(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Parts without heads, by their places."""
    return ((str(place), part) for place, part in enumerate(parts, start=1) if part)
