"""Closed sets of words as the field says them: 主要指標 for ``headline``, 概算要求 for ``requested``.

A set is a type: ``Annotated[Literal["headline", "reference"], words(headline="主要指標", reference="参考指標")]``. Files
and scripts may write either word; the record holds the English one. Full-width letters, spaces and capitals make
no difference. A word that is in neither language is an error that lists both.

>>> from typing import Literal
>>> from pydantic import TypeAdapter
>>> category = TypeAdapter(Annotated[Literal["headline", "reference"], words(headline="主要指標", reference="参考指標")])
>>> category.validate_python("主要指標"), category.validate_python("reference")
('headline', 'reference')
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from docgen.errors import WrongValue, nearest
from docgen.value import value

Spelled = tuple[tuple[str, tuple[str, ...]], ...]
"""Values, each with its Japanese words."""


@value(frozen=True, slots=True)
class FieldWords:
    """The values of a set, each with its Japanese words; the first of them is the one that messages show."""

    japanese: Spelled
    is_open: bool = False

    @property
    def values(self) -> Mapping[str, str]:
        """The value of each word, English and Japanese, as ``plain_word`` spells it."""
        return _by_word(self.japanese)

    def value(self, word: str) -> str | None:
        """The value that a word means; None where it is none of the set's.

        >>> words(executed="執行額").value("執行額"), words(executed="執行額").value("支出額")
        ('executed', None)
        """
        return self.values.get(plain_word(word))

    def listed(self) -> tuple[str, ...]:
        """The words in both languages, for a message.

        >>> words(executed="執行額", requested=("概算要求", "概算要求額")).listed()
        ('executed (執行額)', 'requested (概算要求)')
        """
        return tuple(f"{value} ({spelled[0]})" for value, spelled in self.japanese)

    def all_words(self) -> tuple[str, ...]:
        """Every word that may be written: the English ones, then the Japanese."""
        english = tuple(value for value, _ in self.japanese)
        return (*english, *(word for _, spelled in self.japanese for word in spelled))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        values, inner = self.values, handler(source)
        takes_other_types = self.is_open or inner["type"] == "bool"

        def read(given: Any) -> Any:
            if takes_other_types and not isinstance(given, str):
                return given
            value = values.get(plain_word(given)) if isinstance(given, str) else None
            if value is None and not self.is_open:
                hint = nearest(str(given), self.all_words())
                raise WrongValue("unknown-word", hint=hint, given=str(given), listed=self.listed())
            return given if value is None else value

        return core_schema.no_info_before_validator_function(read, inner)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        inner = handler(schema)
        if inner.get("type") == "boolean":
            return {"anyOf": [inner, {"enum": [word for _, spelled in self.japanese for word in spelled]}]}
        offered: dict[str, Any] = {"enum": list(self.all_words())}
        return {"anyOf": [offered, inner]} if self.is_open else offered


@functools.lru_cache(maxsize=256)
def _by_word(japanese: Spelled) -> Mapping[str, str]:
    own = {plain_word(value): value for value, _ in japanese}
    return {**{plain_word(word): value for value, spelled in japanese for word in spelled}, **own}


def words(spellings: Mapping[str, str | tuple[str, ...]] | None = None, /, **more: str | tuple[str, ...]) -> FieldWords:
    """The words of a set: for each value its Japanese word, or several."""
    given = {**(spellings or {}), **more}
    return FieldWords(tuple((value, (word,) if isinstance(word, str) else word) for value, word in given.items()))


def plain_word(text: str) -> str:
    """A word without what makes no difference: width of letters, capitals, spaces.

    >>> plain_word("実施済･継続") == plain_word("実施済・継続"), plain_word("Ｈeadline ")
    (True, 'headline')
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


Flag = Annotated[
    bool,
    words(
        true=("はい", "する", "あり", "有", "○", "〇", "on", "yes", "オン"),
        false=("いいえ", "しない", "なし", "無", "×", "off", "no", "オフ"),
    ),
]
"""True or false, on or off: はい, する, あり; いいえ, しない, なし."""
