"""A review for people: the place, what is amiss and what to do, with the characters that are amiss marked on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from docgen.messages import Message, message
from docgen.messages.harmless import blanked, harmless
from docgen.review.excerpt import excerpt
from docgen.review.review import ListedBreach, Review
from docgen.value import value

if TYPE_CHECKING:
    from docgen.model.acceptance import Acceptance

_PLACE, _ERROR, _NOTICE, _CODE, _AMISS = "bold", "bold red", "yellow", "dim", "bold underline red"


@value(frozen=True, slots=True)
class Marked:
    """A text and how parts of it look: each ``(start, end, style)``, in the styles of rich."""

    text: str
    looks: tuple[tuple[int, int, str], ...]


def print_review(review: Review, stream: IO[str]) -> None:
    """Print the breaches, how many there are and what was covered; with colours where the stream is a terminal.

    Colours are left out where the environment says so (NO_COLOR); the marks under what is amiss stay.
    """
    if not stream.isatty():
        print(harmless("\n".join(plain_lines(review))), file=stream)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for listed in review.listed:
        told = marked(listed)
        text = Text(blanked(told.text))
        for start, end, style in told.looks:
            text.stylize(style, start, end)
        console.print(text)
    for line in last_lines(review):
        console.print(Text(harmless(str(line))))


def plain_lines(review: Review) -> Iterator[str]:
    """All lines of a review as they stand in a file."""
    yield from (marked(listed).text for listed in review.listed)
    yield from map(str, last_lines(review))


def last_lines(review: Review) -> Iterator[Message]:
    """How many breaches there are, and what was covered."""
    yield message("report-count", errors=review.errors, notices=review.notices)
    if review.accepted and review.file is not None:
        yield message("report-accepted", count=len(review.accepted), file=str(review.file.path))
    covered = review.coverage
    if covered is not None:
        yield message(
            "report-covered",
            read=covered.read,
            borne_out=covered.borne_out,
            derived=covered.derived,
            unsupported=len(covered.unsupported),
            accepted=covered.accepted,
        )


def expired(entry: Acceptance) -> Message:
    """What is said of a breach whose acceptance has expired."""
    return message("acceptance-expired", name=entry.name, date=entry.date, reason=entry.reason)


def marked(listed: ListedBreach) -> Marked:
    """A breach as it is printed: its line, the sentence where the line does not have it, and the hint."""
    breach = listed.breach
    level = str(message("level-error") if breach.level == "error" else message("level-notice"))
    head = f"{breach.where}: "
    told = f"{head}{level}: {breach.what}"
    code = f" [{breach.code}] #{listed.number}"
    style = _ERROR if breach.level == "error" else _NOTICE
    looks = [(0, len(head) - 2, _PLACE), (len(head), len(head) + len(level), style)]
    looks.append((len(told), len(told) + len(code), _CODE))
    text = told + code
    if breach.spot is not None:
        cut = excerpt(breach.spot)
        at = told.rfind(cut.text, len(head))
        if at < 0:
            at = len(text) + 3
            text += f"\n  {cut.text}"
        looks.append((at + cut.start, at + cut.end, _AMISS))
    if listed.acceptance is not None:
        text += f"\n  {expired(listed.acceptance)}"
    if breach.hint:
        text += f"\n  {message('label-hint', text=breach.hint)}"
    return Marked(text, tuple(looks))
