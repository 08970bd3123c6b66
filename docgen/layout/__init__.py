"""Layout packs: a bureau's page, colours, fonts, roles of text, slide layouts, options and printed words.

In comes a pack's name or folder, out goes a LayoutPack that is whole; and from that the design that the writer
makes theme, master and slide layouts from, and the styles that blocks measure and draw with.

load              ``load_pack``: a name or folder to the pack; read this first
pack              LayoutPack and its parts: what layout.yaml may say
statements        a pack's statements over its parent's; ``every_slide_layout``, and boxes in points
edges             boxes that are stated by the edges of the page
template/         packs on a bureau's own .pptx or .potx
starting/         a first layout.yaml on a bureau's template (``docgen layouts new --template``)
consistency       what makes a pack unusable (raised by ``load_pack``)
words             a compendium's own words over a pack's; words that nothing reads
check             what should be mended in a pack (``docgen layouts check``)
on_template       of that, what its template covers, what cannot be read there, what is dropped
own_place         the place of a statement in the pack's own file
colours           named colours as RGB and theme slot
rgb               colours as numbers: tints, mixtures, contrast
series_colours    whether series colours can be told apart, also by colour-blind readers
design            the pack as a Design for the writer, its pictures in their sizes
style             the pack's looks at one step of the fitting ladder; what measures texts in its fonts
stated_values     every value of a pack with the line that states it (``docgen layouts show``)
start             a new pack (``docgen layouts new``)
schema            the JSON schema of layout.yaml
installed         packs of other installed distributions
"""
