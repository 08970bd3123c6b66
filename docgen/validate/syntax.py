"""The syntax tree of a template, read once for validating and for rendering."""

from __future__ import annotations

import functools

import jinja2
from jinja2 import nodes

_ENVIRONMENT = jinja2.Environment(autoescape=False)


@functools.lru_cache(maxsize=4096)
def parsed(text: str) -> nodes.Template:
    """The tree of a template. Raises jinja2's TemplateSyntaxError.

    Who compiles it sets its own environment on it, since jinja2 folds constants by the tree's.
    """
    return _ENVIRONMENT.parse(text)

