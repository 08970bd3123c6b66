"""What a layout pack brings besides its layout.yaml: builders in its pack.py."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.slides.draft import Builder


@dataclass(frozen=True, slots=True)
class Extension:
    """The builders of a pack: those of kinds of its own, and those that take the place of others."""

    builders: tuple[Builder, ...] = ()
    overrides: tuple[Builder, ...] = ()
