"""The review of a content folder: what its check found, its signatures, and what people have accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.review.accepted_file import AcceptedFile
from docgen.review.review import Review, review_of
from docgen.review.sign import signature_breaches
from docgen.review.slides import in_compendium

if TYPE_CHECKING:
    from docgen.model import Compendium
    from docgen.pipeline import Checked


def content_review(compendium: Compendium, checked: Checked, folder: Path, file: AcceptedFile) -> Review:
    """The review of what a check of the content ``folder`` found; ``file`` is its accepted.yaml."""
    breaches = (*checked.breaches, *signature_breaches(compendium, checked.ready, file))
    return review_of(breaches, in_compendium(checked, compendium), folder, file, checked.coverage)
