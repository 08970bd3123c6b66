"""The rules on names and numbers of things: add a new one here."""

from __future__ import annotations

from docgen.truth.naming import (
    attributes,
    contents,
    editions,
    elements,
    figures_meant,
    figures_told,
    frequencies,
    headings,
    headlines,
    identity,
    listed_labels,
    near_names,
    nicknames,
    notes_told,
    numbering,
    on_slides,
    own_names,
    publishers,
)

RULES = (
    identity.one_name_per_id,
    attributes.one_value_per_attribute,
    frequencies.one_frequency_per_thing,
    elements.one_set_of_elements,
    elements.elements_in_a_row,
    nicknames.names_of_their_own,
    near_names.known_names,
    editions.editions_as_listed,
    publishers.bodies_of_publications,
    near_names.people_by_role,
    own_names.names_of_one_spelling,
    numbering.numbers_exist,
    numbering.numbers_follow,
    numbering.labels_match,
    listed_labels.labels_as_listed,
    notes_told.notes_as_told,
    on_slides.notes_and_markers,
    on_slides.steps_in_order,
    headings.titles_fit,
    headings.figures_as_titled,
    figures_meant.figures_are_those_meant,
    figures_told.figures_show_what_is_told,
    headlines.headlines_fit,
    contents.pages_as_listed,
    contents.titles_as_listed,
)
"""Each: the sentences of a deck and the evidence in, what is amiss out."""
