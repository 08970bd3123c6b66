"""A pack on a bureau's own .pptx or .potx: page, theme and slide layouts come from there.

In comes a template and what a pack's layout.yaml says of it; out goes the pack's statements with the rest filled in.

open        a file to its slide layouts and placeholders; refuses what docgen cannot use. Only this imports python-pptx
values      what is known of a template, as frozen values
look        how text in a placeholder looks, after all that it inherits
fill        a pack's statements filled in from its template
references  the slide layout or placeholder that a pack means
form        in the pack's terms: the theme's colours; a placeholder's form, the role of its text, its insets
proposal    for ``docgen layouts new``: which slide layouts and placeholders are probably meant
"""
