"""Paragraphs three ways: as built, as edited, as the new content has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from docgen.fingerprint.values import TextParagraph
from docgen.merging.edited.value_comparison import same_paragraph

Texts = Sequence[TextParagraph]
Same = Callable[[TextParagraph, TextParagraph], bool]


@dataclass(frozen=True, slots=True)
class Taken:
    """A paragraph of the merged text: whose it is, and its index there."""

    side: Literal["ours", "theirs"]
    index: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Paragraphs that both sides changed, as texts."""

    built: str
    by_hand: str
    by_content: str


@dataclass(slots=True)
class MergedText:
    """The merged paragraphs in order, and what clashed."""

    order: list[Taken] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)


def merge_paragraphs(built: Texts, theirs: Texts, ours: Texts, *, take_theirs: bool) -> MergedText:
    """Every paragraph that one side changed as that side has it; a clash as ``take_theirs`` says.

    A paragraph that the new build sets smaller or larger has not changed.
    """
    merged = MergedText()
    to_theirs, to_ours = _matches(built, theirs, same_paragraph), _matches(built, ours, same_content)
    starts = (0, 0, 0)
    for at in [at for at in range(len(built)) if at in to_theirs and at in to_ours] + [len(built)]:
        ends = (at, to_theirs.get(at, len(theirs)), to_ours.get(at, len(ours)))
        chunk = _Chunk(built, theirs, ours, starts, ends)
        chunk.settle(merged, take_theirs)
        if at < len(built):
            merged.order.append(Taken("ours", ends[2]))
        starts = (ends[0] + 1, ends[1] + 1, ends[2] + 1)
    return merged


def same_content(built: TextParagraph, new: TextParagraph) -> bool:
    """Whether the content gives the same paragraph, whatever its size and alignment are now."""
    return built.text == new.text and [piece.look[1:] for piece in built.pieces] == [
        piece.look[1:] for piece in new.pieces
    ]


def _matches(built: Texts, other: Texts, same: Same) -> dict[int, int]:
    """The index in ``other`` of each built paragraph that is there unchanged, in order."""
    by_text: dict[str, list[int]] = {}
    for at, paragraph in enumerate(built):
        by_text.setdefault(paragraph.text, []).append(at)
    own = [by_text[paragraph.text][0] for paragraph in built]
    keys = []
    for at, paragraph in enumerate(other):
        like = next((each for each in by_text.get(paragraph.text, ()) if same(built[each], paragraph)), None)
        keys.append(own[like] if like is not None else -1 - at)
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, own, keys, autojunk=False).get_matching_blocks():
        found.update((block.a + step, block.b + step) for step in range(block.size))
    return found


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A stretch between paragraphs that all three have; ``starts`` and ``ends`` in each of them."""

    built: Texts
    theirs: Texts
    ours: Texts
    starts: tuple[int, int, int]
    ends: tuple[int, int, int]

    def settle(self, merged: MergedText, take_theirs: bool) -> None:
        (b, t, o), (b_end, t_end, o_end) = self.starts, self.ends
        built, theirs, ours = self.built[b:b_end], self.theirs[t:t_end], self.ours[o:o_end]
        if _all_same(built, theirs, same_paragraph) or _all_same(ours, theirs, same_paragraph):
            merged.order += [Taken("ours", at) for at in range(o, o_end)]
        elif _all_same(built, ours, same_content):
            merged.order += [Taken("theirs", at) for at in range(t, t_end)]
        elif len(built) == len(theirs) == len(ours) > 1:
            for step in range(len(built)):
                starts = (b + step, t + step, o + step)
                ends = (b + step + 1, t + step + 1, o + step + 1)
                _Chunk(self.built, self.theirs, self.ours, starts, ends).settle(merged, take_theirs)
        else:
            merged.clashes.append(Clash(*(text_of(side) for side in (built, theirs, ours))))
            if take_theirs:
                merged.order += [Taken("theirs", at) for at in range(t, t_end)]
            else:
                merged.order += [Taken("ours", at) for at in range(o, o_end)]


def _all_same(one: Texts, other: Texts, same: Same) -> bool:
    return len(one) == len(other) and all(same(*pair) for pair in zip(one, other, strict=True))


def text_of(paragraphs: Texts | None) -> str:
    """The characters of several paragraphs, a line each."""
    return "\n".join(paragraph.text for paragraph in paragraphs or ())
