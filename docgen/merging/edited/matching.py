"""Which slide and which shape of an edited deck is which of the deck as it was built.

Slides are found by name; where a program dropped names (LibreOffice does), by the names of their shapes,
then by what their titles say and by where they stand. Of a slide, or a shape, that was doubled by hand, the
one that still has its creationId, else the first, is the original; the others were added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from docgen.fingerprint.values import DeckShape, DeckSlide
from docgen.merging.edited.deck import EditedShape, EditedSlide
from docgen.write.xml import identity

_ALIKE = 0.5


def match_slides(built: Sequence[DeckSlide], edited: Sequence[EditedSlide]) -> dict[int, int]:
    """The index of the built slide for the index of each edited slide that is one."""
    places = {slide.id: at for at, slide in enumerate(built)}
    found: dict[int, int] = {}
    for name, candidates in _by_name(edited).items():
        if name in places:
            wanted = str(identity.number(name))
            first = next((at for at in candidates if edited[at].creation == wanted), candidates[0])
            found[first] = places[name]
    for at, place in _by_shapes(built, edited, found):
        found[at] = place
    for at, place in _by_position(built, edited, found):
        found[at] = place
    return found


def _by_name(edited: Sequence[EditedSlide]) -> dict[str, list[int]]:
    names: dict[str, list[int]] = {}
    for at, slide in enumerate(edited):
        if slide.name:
            names.setdefault(slide.name, []).append(at)
    return names


def _by_shapes(
    built: Sequence[DeckSlide], edited: Sequence[EditedSlide], found: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Slides without a name, by the shapes that they hold; the best pairs first.

    A shape's name tells less where the parts of one table stand on several slides; then the title tells.
    """
    homes: dict[str, list[int]] = {}
    for at, slide in enumerate(built):
        for shape in slide.shapes:
            if not shape.placeholder:
                homes.setdefault(shape.name, []).append(at)
    taken = set(found.values())
    pairs: list[tuple[float, int, int]] = []
    for at, now in enumerate(edited):
        if at not in found and not now.name:
            pairs += [(score, -at, place) for place, score in _votes(now, built, homes) if place not in taken]
    used: set[int] = set()
    for _, negative, place in sorted(pairs, reverse=True):
        if place not in taken and -negative not in used:
            taken.add(place)
            used.add(-negative)
            yield -negative, place


def _votes(
    slide: EditedSlide, built: Sequence[DeckSlide], homes: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, float]]:
    votes: dict[int, float] = {}
    for each in slide.shapes:
        places = homes.get(each.shape.name, ())
        for place in places:
            votes[place] = votes.get(place, 0) + 1 / len(places)
    title = _title_of([each.shape for each in slide.shapes])
    for place, score in votes.items():
        yield place, score + (_title_of(built[place].shapes) == title)


def _by_position(
    built: Sequence[DeckSlide], edited: Sequence[EditedSlide], found: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Slides without a name and without shapes of their own: those whose titles are alike, in their order."""
    left = [at for at in range(len(built)) if at not in set(found.values())]
    for at, slide in enumerate(edited):
        if at in found or slide.name:
            continue
        title = _title_of([each.shape for each in slide.shapes])
        before = max((place for other, place in found.items() if other < at), default=-1)
        best = max(
            left,
            key=lambda place: (_likeness(_title_of(built[place].shapes), title), -abs(place - before)),
            default=None,
        )
        if best is not None and _likeness(_title_of(built[best].shapes), title) >= _ALIKE:
            left.remove(best)
            yield at, best


def _title_of(shapes: Sequence[DeckShape]) -> str:
    for shape in shapes:
        if shape.placeholder.startswith(("title", "ctrTitle")):
            return _text(shape)
    return ""


def _likeness(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _text(shape: DeckShape) -> str:
    return "".join(paragraph.text for paragraph in shape.paragraphs or ())


def match_shapes(slide: DeckSlide, edited: EditedSlide) -> dict[str, EditedShape]:
    """The edited shape for the name of each built one that is still there."""
    found: dict[str, EditedShape] = {}
    guids = {identity.guid(slide.id, shape.name): shape.name for shape in slide.shapes}
    taken: set[int] = set()
    for by_guid in (True, False):
        known = {shape.name: shape for shape in slide.shapes}
        for at, each in enumerate(edited.shapes):
            name = guids.get(each.guid) if by_guid else each.shape.name
            if at in taken or name is None or name in found or name not in known:
                continue
            found[name] = each
            taken.add(at)
    rest = [each for at, each in enumerate(edited.shapes) if at not in taken]
    for shape in slide.shapes:
        if shape.name not in found and shape.placeholder and rest:
            best = max(rest, key=lambda each: _placeholder_likeness(shape, each.shape))
            if _placeholder_likeness(shape, best.shape) >= _ALIKE:
                found[shape.name] = best
                rest.remove(best)
    return found


def _placeholder_likeness(built: DeckShape, now: DeckShape) -> float:
    """How much a shape is like a built placeholder, whose name and index a program may have changed."""
    if not now.placeholder and not now.name.startswith("PlaceHolder"):
        return 0
    kind, own = built.placeholder.split()[0], now.placeholder.split()[0] if now.placeholder else "body"
    if kind in ("title", "sldNum", "ftr", "dt") or own in ("title", "sldNum", "ftr", "dt"):
        return 1 if kind == own else 0
    if built.frame is not None and now.frame is not None:
        apart = sum(abs(one - other) for one, other in zip(built.frame[:4], now.frame[:4], strict=True))
        near = 1 if apart < 2 else 0.5 if apart < 60 else 0
    else:
        near = 0.5
    return 0.5 * near + 0.5 * _likeness(_text(built), _text(now))
