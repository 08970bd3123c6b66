"""A name as a deck states it: the name, what it is short for, the people in it."""

from __future__ import annotations

import docgen.patterns as re
from docgen.sentences.plain import plain
from docgen.value import value

_BRACKETED = re.compile(r"\s*[(](?P<inner>[^()]*)[)]\s*$")
_SHORT = re.compile(
    r"(?:略称|通称|以下|正式名称|旧称|愛称|英語名)[:：、,]?\s*[「『]?(?P<name>[^」』、,という]+?)[」』]?(?:と(?:いう|する|略す)?[。.]?)?$"
)
_PERSON = re.compile(
    r"^(?P<role>[一-龥]*(?:長|事|員|役|監|官|授|師|相|臣|者|議|人|表|幹|任))[\s:：]+"
    r"(?P<family>[一-龥々ヶ]{1,4})\s+(?P<given>[一-龥々ぁ-んァ-ヴ]{1,5})$"
)


@value(frozen=True, slots=True)
class Called:
    """What a statement of names gives: full names with their short forms, or a person by role and family name."""

    names: tuple[str, ...]
    role: str = ""


def called(stated: str) -> Called:
    """The names in a statement of one.

    >>> called("若葉技術振興会（略称：若技振）").names, called("座長　星野 明（月見大学教授）").role
    (('若葉技術振興会', '若技振'), '座長')
    """
    words = plain(stated).strip().strip("「」『』")
    match = _BRACKETED.search(words)
    inner, name = (match["inner"], words[: match.start()]) if match else ("", words)
    person = _PERSON.match(name.strip())
    if person is not None:
        return Called((person["family"], f"{person['family']} {person['given']}"), person["role"])
    short = _SHORT.search(inner.strip())
    return Called(tuple(dict.fromkeys(filter(None, (name.strip().strip("「」『』"), short["name"] if short else "")))))
