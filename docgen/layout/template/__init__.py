"""A pack on a bureau's own .pptx or .potx: page, theme and slide layouts come from there.

In comes a template and what a pack's layout.yaml says of it; out goes the pack's statements with the rest filled in.

open        a file to its slide layouts and placeholders; refuses what docgen cannot use. Only this imports python-pptx
carried     what a deck takes of a template, each part judged
values      what is known of a template, as frozen values
xml         the parts of its XML by path, and its colours
look        how text in a placeholder looks, after all that it inherits
drawn       what is drawn besides placeholders: shapes, pictures, lines, the background
ground      what lies behind a place on a page, and what stands in its way
free        the largest free box of a region
fill        a pack's statements filled in from its template
added       the grounds of what a pack adds to its slide layouts
references  the slide layout or placeholder that a pack means
form        in the pack's terms: the theme's colours; a placeholder's form, the role of its text, its insets
"""
