"""The rules on names and numbers of things: add a new one here."""

from __future__ import annotations

from docgen.truth.naming import (
    attributes,
    contents,
    elements,
    headings,
    headlines,
    identity,
    near_names,
    numbering,
)

RULES = (
    identity.one_name_per_id,
    attributes.one_value_per_attribute,
    elements.one_set_of_elements,
    near_names.known_names,
    near_names.people_by_role,
    numbering.numbers_exist,
    numbering.numbers_follow,
    numbering.labels_match,
    headings.titles_fit,
    headings.figures_as_titled,
    headlines.headlines_fit,
    contents.pages_as_listed,
)
"""Each: the sentences of a deck and the evidence in, what is amiss out."""
