"""Slide builders: what turns a page's record into blocks in the slots of a slide, one file a slide kind.

In come a ready page and a layout pack, out goes a draft (``draft``): texts of placeholders and blocks
(:mod:`docgen.blocks`), not yet measured. ``registry`` names the builders of docgen, ``pack_module`` loads those of a
layout pack's pack.py, ``parts`` holds what builders share.

What a builder needs is imported from ``docgen.slides`` itself (``public`` names it all), docgen's own builders too:
``from docgen.slides import Builder, Draft, cover``.
"""

# ruff: noqa: F403

from typing import TYPE_CHECKING

from docgen.lazy import lazy_names

if TYPE_CHECKING:
    from docgen.slides.public import *

__getattr__, __dir__ = lazy_names(__name__, rest="docgen.slides.public")
