"""The slide builders, one file a slide kind, and their registry."""

from docgen.slides.registry import registry

__all__ = ["registry"]
