"""Paragraphs three ways: what a merged text takes from the edited deck, and what from the new build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.fingerprint.soft_breaks import without_breaks
from docgen.fingerprint.values import TextParagraph
from docgen.merging.decisions.decision import ParagraphChoice
from docgen.merging.edited.value_comparison import same_paragraph
from docgen.merging.report import SlideReport
from docgen.merging.versions import Versions
from docgen.messages import Message

Text = Sequence[TextParagraph]
Same = Callable[[TextParagraph, TextParagraph], bool]


@dataclass(frozen=True, slots=True)
class MergedText:
    """The paragraphs of a merged text in order, and the passages that both sides changed."""

    paragraphs: tuple[ParagraphChoice, ...] = ()
    conflicts: tuple[Versions[str], ...] = ()

    def __add__(self, other: MergedText) -> MergedText:
        return MergedText(self.paragraphs + other.paragraphs, self.conflicts + other.conflicts)


def decide_text(
    shape: str, what: Message, texts: Versions[Text], report: SlideReport
) -> tuple[ParagraphChoice, ...]:
    """The paragraphs of a merged text. The edit is noted, or each conflict in it."""
    merged = merge_paragraphs(texts, take_edited=report.takes_edited)
    for conflict in merged.conflicts:
        report.conflict(shape, what, conflict)
    if not merged.conflicts:
        report.keep(shape, what, text_of(texts.built), text_of(texts.edited))
    return merged.paragraphs


def merge_paragraphs(texts: Versions[Text], *, take_edited: bool) -> MergedText:
    """Each paragraph that one side changed as that side has it; a conflict as ``take_edited`` says.

    A paragraph that the new build sets smaller or larger has not changed.
    """
    return _merged(texts, list(_passages(texts)), take_edited)


def same_content(built: TextParagraph, new: TextParagraph) -> bool:
    """Whether the content gives the same paragraph, whatever its size and alignment are now."""
    return built.text == new.text and [piece.look[1:] for piece in built.pieces] == [
        piece.look[1:] for piece in new.pieces
    ]


def text_of(text: Text | None) -> str:
    """The characters of several paragraphs, a line each."""
    return "\n".join(paragraph.text for paragraph in text or ())


def same_text(one: Text, other: Text, same: Same) -> bool:
    """Whether two texts have the same paragraphs in order, compared by ``same``."""
    return len(one) == len(other) and all(map(same, one, other))


def _passages(texts: Versions[Text]) -> Iterator[Versions[range]]:
    """The texts cut at each paragraph that stands in all three: where it is, and where what lies between is."""
    to_edited = _matches(texts.built, texts.edited, same_paragraph)
    to_new = _matches(texts.built, texts.new, same_content)
    start = Versions(0, 0, 0)
    for index in range(len(texts.built)):
        if index in to_edited and index in to_new:
            common = Versions(index, to_edited[index], to_new[index])
            yield _between(start, common)
            start = common.map(lambda place: place + 1)
            yield _between(common, start)
    yield _between(start, texts.map(len))


def _between(start: Versions[int], end: Versions[int]) -> Versions[range]:
    return Versions(range(start.built, end.built), range(start.edited, end.edited), range(start.new, end.new))


def _matches(built: Text, other: Text, same: Same) -> dict[int, int]:
    """The index in ``other`` of each built paragraph that is there unchanged, in order."""
    by_text: dict[str, list[int]] = {}
    for index, paragraph in enumerate(built):
        by_text.setdefault(without_breaks(paragraph.text), []).append(index)
    own = [by_text[without_breaks(paragraph.text)][0] for paragraph in built]
    keys = []
    for index, paragraph in enumerate(other):
        alike = (known for known in by_text.get(without_breaks(paragraph.text), ()) if same(built[known], paragraph))
        match = next(alike, None)
        keys.append(own[match] if match is not None else -1 - index)
    matches: dict[int, int] = {}
    for block in SequenceMatcher(None, own, keys, autojunk=False).get_matching_blocks():
        matches.update((block.a + step, block.b + step) for step in range(block.size))
    return matches


def _merged(texts: Versions[Text], passages: Sequence[Versions[range]], take_edited: bool) -> MergedText:
    merged = MergedText()
    for passage in passages:
        merged += _passage(texts, passage, take_edited)
    return merged


def _passage(texts: Versions[Text], passage: Versions[range], take_edited: bool) -> MergedText:
    """A passage as the side has it that changed it. One of as many paragraphs each is decided one by one."""
    built, edited, new = (
        [text[index] for index in places]
        for text, places in (
            (texts.built, passage.built), (texts.edited, passage.edited), (texts.new, passage.new),
        )
    )  # fmt: skip
    ours = tuple(ParagraphChoice("ours", index) for index in passage.new)
    theirs = tuple(ParagraphChoice("theirs", index) for index in passage.edited)
    if same_text(built, edited, same_paragraph) or same_text(new, edited, same_paragraph):
        return MergedText(ours)
    if same_text(built, new, same_content):
        return MergedText(theirs)
    if len(built) == len(edited) == len(new) > 1:
        single = [
            passage.map(lambda places, step=step: places[step : step + 1])  # type: ignore[misc]
            for step in range(len(built))
        ]
        return _merged(texts, single, take_edited)
    return MergedText(theirs if take_edited else ours, (Versions(text_of(built), text_of(edited), text_of(new)),))
