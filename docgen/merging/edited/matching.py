"""Which slide and which shape of an edited deck is which of the deck as it was built.

Slides are found by name; where a program dropped names (LibreOffice does), by the names of their shapes,
then by what their titles say and by where they stand. Of a slide, or a shape, that was doubled by hand, the
one that still has its creationId, else the first, is the original; the others were added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from docgen.fingerprint.values import DeckShape, DeckSlide, Fingerprint
from docgen.merging.edited.deck import EditedDeck, EditedShape, EditedSlide
from docgen.write.xml import identity

# Two texts, or two placeholders, are taken for the same from this likeness on (0 to 1).
_ALIKE = 0.5
# Placeholders of which a slide has one each, by PowerPoint's names.
_SINGLE = ("title", "sldNum", "ftr", "dt")


def named_as_today(edited: EditedDeck, before: Fingerprint, today: Fingerprint) -> EditedDeck:
    """The edited deck with the names and identities that its slides and shapes have since records were renamed.

    ``before`` is the deck as built, ``today`` the same in names of today.
    """
    pairs = list(zip(before.slides, today.slides, strict=True))
    slides = {old.id: new.id for old, new in pairs}
    creations = {str(identity.number(old.id)): str(identity.number(new.id)) for old, new in pairs}
    shapes = [
        ((old.id, shape.name), (new.id, named.name))
        for old, new in pairs
        for shape, named in zip(old.shapes, new.shapes, strict=True)
    ]
    names = {old[1]: new[1] for old, new in shapes}
    guids = {identity.guid(*old): identity.guid(*new) for old, new in shapes}

    def renamed(shape: EditedShape) -> EditedShape:
        own = shape.shape._replace(name=names.get(shape.shape.name, shape.shape.name))
        return replace(shape, shape=own, guid=guids.get(shape.guid, shape.guid))

    return replace(
        edited,
        slides=tuple(
            replace(
                slide,
                name=slides.get(slide.name, slide.name),
                creation=creations.get(slide.creation, slide.creation),
                shapes=tuple(map(renamed, slide.shapes)),
            )
            for slide in edited.slides
        ),
    )


def match_slides(built: Sequence[DeckSlide], edited: Sequence[EditedSlide]) -> dict[int, int]:
    """The index of the built slide for the index of each edited slide that is one."""
    matches = _by_name(built, edited)
    matches |= _by_shapes(built, edited, matches)
    return _by_position(built, edited, matches)


def _by_name(built: Sequence[DeckSlide], edited: Sequence[EditedSlide]) -> dict[int, int]:
    places = {slide.id: place for place, slide in enumerate(built)}
    candidates: dict[str, list[int]] = {}
    for index, slide in enumerate(edited):
        if slide.name in places:
            candidates.setdefault(slide.name, []).append(index)
    matches: dict[int, int] = {}
    for name, indices in candidates.items():
        creation = str(identity.number(name))
        original = next((index for index in indices if edited[index].creation == creation), indices[0])
        matches[original] = places[name]
    return matches


def _by_shapes(
    built: Sequence[DeckSlide], edited: Sequence[EditedSlide], matches: Mapping[int, int]
) -> dict[int, int]:
    """Slides without a name, by the shapes that they hold; the best pairs first.

    A shape's name tells less where the parts of one table stand on several slides; then the title tells.
    """
    homes: dict[str, list[int]] = {}
    for place, slide in enumerate(built):
        for shape in slide.shapes:
            if not shape.placeholder:
                homes.setdefault(shape.name, []).append(place)
    pairs: list[tuple[float, int, int]] = []
    for index, now in enumerate(edited):
        if index not in matches and not now.name:
            pairs += [(score, -index, place) for place, score in _scores(now, built, homes)]
    taken = set(matches.values())
    best: dict[int, int] = {}
    for _, negative, place in sorted(pairs, reverse=True):
        if place not in taken and -negative not in best:
            taken.add(place)
            best[-negative] = place
    return best


def _scores(
    slide: EditedSlide, built: Sequence[DeckSlide], homes: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, float]]:
    """How well an edited slide fits the built slides, by index: a share for each shape, 1 for the same title."""
    scores: dict[int, float] = {}
    for shape in slide.shapes:
        places = homes.get(shape.shape.name, ())
        for place in places:
            scores[place] = scores.get(place, 0) + 1 / len(places)
    title = _title([shape.shape for shape in slide.shapes])
    for place, score in scores.items():
        yield place, score + (_title(built[place].shapes) == title)


def _by_position(
    built: Sequence[DeckSlide], edited: Sequence[EditedSlide], matches: Mapping[int, int]
) -> dict[int, int]:
    """The matches so far, with slides without a name and without shapes of their own: by titles that are alike.

    Of several built slides the one next to that of the slide before is taken.
    """
    result = dict(matches)
    left = [place for place in range(len(built)) if place not in set(matches.values())]
    for index, slide in enumerate(edited):
        if index in matches or slide.name or not left:
            continue
        title = _title([shape.shape for shape in slide.shapes])
        before = max((place for other, place in result.items() if other < index), default=-1)
        likeness = {place: _likeness(_title(built[place].shapes), title) for place in left}
        best = max(left, key=lambda place: (likeness[place], -abs(place - before)))
        if likeness[best] >= _ALIKE:
            left.remove(best)
            result[index] = best
    return result


def _title(shapes: Sequence[DeckShape]) -> str:
    titles = (_text(shape) for shape in shapes if shape.placeholder.startswith(("title", "ctrTitle")))
    return next(titles, "")


def _likeness(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _text(shape: DeckShape) -> str:
    return "".join(paragraph.text for paragraph in shape.paragraphs or ())


def match_shapes(slide: DeckSlide, edited: EditedSlide) -> dict[str, EditedShape]:
    """The edited shape for the name of each built one that is still there."""
    names = {shape.name for shape in slide.shapes}
    by_guid = {identity.guid(slide.id, name): name for name in names}
    matches: dict[str, EditedShape] = {}
    left = list(edited.shapes)
    for name_of in (lambda shape: by_guid.get(shape.guid), lambda shape: shape.shape.name):
        for shape in tuple(left):
            name = name_of(shape)
            if name in names and name not in matches:
                matches[name] = shape
                left.remove(shape)
    for built in slide.shapes:
        if built.name not in matches and built.placeholder and left:
            best = max(left, key=lambda shape: _placeholder_likeness(built, shape.shape))
            if _placeholder_likeness(built, best.shape) >= _ALIKE:
                matches[built.name] = best
                left.remove(best)
    return matches


def _placeholder_likeness(built: DeckShape, edited: DeckShape) -> float:
    """How much a shape is like a built placeholder, whose name and index a program may have changed."""
    if not edited.placeholder and not edited.name.startswith("PlaceHolder"):
        return 0
    kind, own = built.placeholder.split()[0], edited.placeholder.split()[0] if edited.placeholder else "body"
    if kind in _SINGLE or own in _SINGLE:
        return 1 if kind == own else 0
    near = 0.5
    if built.frame is not None and edited.frame is not None:
        apart = sum(abs(one - other) for one, other in zip(built.frame[:4], edited.frame[:4], strict=True))
        near = 1 if apart < 2 else 0.5 if apart < 60 else 0
    return 0.5 * near + 0.5 * _likeness(_text(built), _text(edited))
