"""A first layout.yaml for a pack on a bureau's template: ``docgen layouts new --template``.

In comes an opened template; out goes the text of a layout.yaml and remarks on what it leaves open. What it states can be
built with as it is: nothing covers what the template draws, all text stands out from what it lies on, and whatever the
pages of a compendium say has a place, or a remark says that it has none.

proposal     the whole text; read this first
choice       which slide layouts of the template are meant for which of a pack's
content      the pages with blocks: title, tag, running head, badge, foot, and the free area
front        cover and dividers
placing      a placeholder of the template, or one that is added, with its box, its role and its colour
tones        the palette, from the theme's colours, on light paper and on dark
series       colours of series that everybody can tell apart
fonts        the house's fonts, and the widths of those that are installed
"""
