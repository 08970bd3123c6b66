"""The names that a sentence joins before or behind a count, and how many they are."""

from __future__ import annotations

from dataclasses import replace

import docgen.patterns as re
from docgen.value import value

_LETTER = r"[一-龥ァ-ヴーA-Za-z\d)]"
_JOINS = re.compile(
    r"、?(?:及び|並びに|又は|または|および|ならびに)|、(?:と|や)?|,|;|・|/" + rf"|(?<={_LETTER})(?:と|や)(?={_LETTER})"
)
_JOINED_ON = re.compile("、?(?:及び|並びに|と|や)|、")
_LAST = re.compile("及び|並びに|又は|および|ならびに|または")
# What opens the names: a topic or the like. Behind a word that may also end a name, one more name may stand.
_OPENS = re.compile(
    r".*(?:[。;:]|(?:は|が|では|には|とは|うち|として|により|による|によって|ため|ほか|において|について)、|[一-龥ァ-ヴーA-Za-zるたいの)」]は、?)",
    re.DOTALL,
)
_MAY_OPEN = re.compile(r".*(?:に|で|を|し|て|り|た|れ|から|も)、", re.DOTALL)
_MORE = re.compile("など|等|ほか|その他|をはじめ|他$|を含む|以外|を除")
_NO_NAME = re.compile(r"[はがをにでてしれたるりも](?:$|、)|[。()]|^(?:また|一方|なお|特に|このうち|うち|その)$")
_BRACKETED = re.compile(r"\([^()]*\)|「|」|『|』|\"")
_LONGEST = 30  # characters of a name


@value(frozen=True, slots=True)
class Names:
    """Names in their order, from ``start`` to ``end`` in the sentence, and how many they may be, at least and at most."""

    names: tuple[str, ...]
    start: int
    end: int
    fewest: int
    most: int


def names_before(words: str, begin: int, end: int) -> Names | None:
    """The names between ``begin`` and ``end``, where they end in の or という, or a count follows; None for no two."""
    link = re.search(r"(?:という|といった|の|、|の計|計|の合わせて)?$", words[:end])
    if words.startswith("を", end - 1) and _AS_PILLARS.match(words, end):
        link = re.search("を$", words[:end])
    stop = link.start() if link else end
    text = words[:stop]
    opened = _OPENS.match(text, begin)
    start = opened.end() if opened else begin
    if (joined := _JOINED_ON.match(text, start)) is not None and begin:
        start = joined.end()
    perhaps = _MAY_OPEN.match(text, start)
    names = _names(words, perhaps.end() if perhaps else start, stop)
    return replace(names, most=names.most + 1) if names and perhaps else names


# Behind を and names: so many of what they are made (人材の確保及び国際連携を五本の柱とする).
_AS_PILLARS = re.compile(
    "[0-9一二三四五六七八九十]{1,2}[本つ点大]の?[^、。はがをにで]{1,8}(?:と(?:す|し|位置|定め)|に(?:掲げ|据え|位置|定め))"
)
_INSIDE = re.compile(r"(?:の?[一-龥ァ-ヴー]{0,8})?\(([^()]*)\)")
_TOLD = re.compile(r"(?:の?[一-龥ァ-ヴー]{0,8})?(?:は|とは|として)、?(.+?)(?:で(?:ある|あり|す|、)|を(?:指す|いう)|。|$)")


def names_behind(words: str, start: int) -> Names | None:
    """The names behind a count: in parentheses (5県(青森、岩手…)), or told by は or とは; None for no two."""
    inside = _INSIDE.match(words, start)
    if inside:
        return _names(words, inside.start(1), inside.end(1))
    told = _TOLD.match(words, start)
    if told:
        return _names(words, told.start(1), told.end(1), strict=True)
    return None


def _names(words: str, start: int, stop: int, strict: bool = False) -> Names | None:
    """The names of a stretch; None where it is no mere list of names, or leaves some out (など)."""
    text = _masked(words[start:stop])
    if _MORE.search(text) or (strict and not _LAST.search(text)):
        return None
    joins = list(_JOINS.finditer(text))
    cuts = [0, *(place for join in joins for place in join.span()), len(text)]
    parts = [text[first:last].strip() for first, last in zip(cuts[::2], cuts[1::2], strict=True)]
    names = [words[start + first : start + last].strip() for first, last in zip(cuts[::2], cuts[1::2], strict=True)]
    if len(parts) < 2 or any(not part or len(part) > _LONGEST or _NO_NAME.search(part) for part in parts):
        return None
    weak = sum(join.group() in ("・", "/", "と", "や") for join in joins)
    return Names(tuple(re.sub(r"\(.*", "", name) for name in names), start, stop, len(parts) - weak, len(parts))


def _masked(text: str) -> str:
    """A text of the same length without what stands in brackets: commas there join nothing."""
    return _BRACKETED.sub(lambda match: "＿" * len(match.group()), text)
