"""The stage compose: ready compendium and layout pack in, placed deck out.

Every page is drafted by its slide builder, laid out, fitted into its slots (or parted over slides), numbered, and
linked. Nothing is placed that does not fit.

pages           ``compose`` and ``place_page``: the way from ready pages to slides
shown_pages     which pages a pack shows, and in which order
families        pages that are set in one size
fit             a block into a slot: a step of the ladder, else parts
placeholders    titles, footers and other texts of the slide layout
title_breaks    where a title of several lines breaks
set_well        a slide as it is set once it has its places, by the three below
orphans         last lines of a character or two
shape_links     links of filled shapes, which are the shape's and not its text's
line_breaks     lines that end where a reader would pause; ``soft_lines`` chooses them, ``explicit_line`` says where
                programs end them, ``reading_costs`` what an end costs
numbering       page numbers and links
texts           a walk through the texts of a slide, for those above
speaker_notes   what stands in the notes
summary         what the deck says about itself
specimen        a deck that shows what a layout pack is made of
"""

from docgen.compose.pages import compose

__all__ = ["compose"]
