"""One deck of many: what it is made of and where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.errors import DocgenError, DocgenErrors, repeated
from docgen.model import Edition
from docgen.shipped import DEFAULT_LAYOUT


@dataclass(frozen=True, slots=True)
class DeckJob:
    """A deck to be built: its content folder, output, layout pack, parameters, the folder of the year before.

    ``trust`` lets the code of a pack's folder run; ``edition`` goes before the one that the content states.

    >>> DeckJob("content/prefectures", "out/02.pptx", parameters={"prefecture": "青森県"}).layout
    'cabinet_office'
    """

    content: str | Path
    output: str | Path
    layout: str | Path = DEFAULT_LAYOUT
    parameters: Mapping[str, object] = field(default_factory=dict)
    previous: str | Path | None = None
    trust: bool = False
    edition: Edition | None = None

    @property
    def absolute(self) -> DeckJob:
        """The same job for a process that may run in another folder; a pack's name stays a name."""
        pack = Path(self.layout)
        is_path = isinstance(self.layout, Path) or len(pack.parts) > 1
        return replace(
            self,
            content=Path(self.content).absolute(),
            output=Path(self.output).absolute(),
            layout=pack.absolute() if is_path else self.layout,
            previous=Path(self.previous).absolute() if self.previous is not None else None,
        )


def must_differ(jobs: Iterable[DeckJob]) -> None:
    """Raise DocgenErrors for jobs that would write the same file."""
    twice = repeated((Path(job.output) for job in jobs), key=lambda path: path.absolute().resolve())
    errors = [DocgenError("batch-output-twice", where=str(path)) for path in dict.fromkeys(path for path, _ in twice)]
    if errors:
        raise DocgenErrors(errors)
