"""Which pages of a compendium are asked for: by the ids of records or pages, by a section, by a bureau."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.derive.plan import sections_in_order
from docgen.errors import DocgenError, nearest
from docgen.forms.responsible import responsible
from docgen.messages import Message, message
from docgen.model import Compendium
from docgen.model.renames import now_named, renames_of
from docgen.ready import ReadyCompendium, ReadyPage


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: pages of these ids, of a section, of a bureau; all of it where several are given."""

    only: tuple[str, ...] = ()
    section: str | None = None
    bureau: str | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked for: else the whole deck is."""
        return bool(self.only or self.section or self.bureau)

    @property
    def words(self) -> str:
        """What is asked for, as a part of a deck states it."""
        return " ".join(filter(None, (*self.only, self.section, self.bureau)))


def chosen_pages(choice: Choice, compendium: Compendium, ready: ReadyCompendium) -> frozenset[str]:
    """The ids of the pages that are asked for. DocgenError for an id, a section or a bureau that has none."""
    asked: set[str] = set()
    for name in choice.only:
        asked.update(_of_id(name, compendium, ready.pages))
    if choice.section is not None:
        asked.update(_of_section(choice.section, compendium, ready.pages))
    if choice.bureau is not None:
        asked.update(_of_bureau(choice.bureau, compendium, ready))
    return frozenset(asked)


def _of_id(name: str, compendium: Compendium, pages: Iterable[ReadyPage]) -> Iterator[str]:
    names = now_named(name, renames_of(compendium))
    found = [page.id for page in pages if any(_is_of(page, each) for each in names)]
    if not found:
        raise _none(message("noun-page"), name, _ids(pages))
    yield from found


def _is_of(page: ReadyPage, name: str) -> bool:
    return page.id == name or page.id.startswith(f"{name}/") or (len(page.path) > 1 and page.path[1] == name)


def _ids(pages: Iterable[ReadyPage]) -> Iterator[str]:
    for page in pages:
        yield page.id
        if len(page.path) > 1 and isinstance(page.path[1], str):
            yield page.path[1]


def _of_section(name: str, compendium: Compendium, pages: Iterable[ReadyPage]) -> Iterator[str]:
    """The pages of a section, and of the sections in it; it is named by its id, its mark or its title."""
    known: dict[str, str] = {}
    within: set[str] = set()
    for _, chain in sections_in_order(compendium.sections):
        own = chain[-1]
        known.update({each: own.id for each in (own.title, own.mark, own.id) if each})
        if any(name in (section.id, section.mark, section.title) for section in chain):
            within.add(own.id)
    if not within:
        raise _none(message("noun-section"), name, known)
    found = [page.id for page in pages if page.section in within]
    if not found:
        raise DocgenError("part-without-pages", where=name, name=name)
    yield from found


def _of_bureau(name: str, compendium: Compendium, ready: ReadyCompendium) -> Iterator[str]:
    whose = responsible(compendium, ready)
    found = [page.id for page in ready.pages if page.path and name in whose.of(page.path)]
    if not found:
        raise _none(message("noun-bureau"), name, whose.every())
    yield from found


def _none(kind: Message, name: str, known: Iterable[str]) -> DocgenError:
    names = list(dict.fromkeys(known))
    return DocgenError("part-of-nothing", where=name, hint=nearest(name, names), kind=kind, name=name)
