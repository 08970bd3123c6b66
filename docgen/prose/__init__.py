"""The language of sentences: templates read, and evaluated in decimal, within bounds.

Prose is a jinja2 template. Here is what such a template can do, whatever data it names: ``docgen.validate`` looks
for mistakes in it, ``docgen.derive`` gives it the names of its data and renders it.

==============================================  ======================================
a text read as a template; what it may hold     ``parser.py``
how numbers are added, compared and printed     ``number.py``; ``arithmetic.py`` computes
a filter; a test after ``is``                   ``filters.py``; ``conditions.py``
what names, keys and calls may lead to          ``sandbox.py``
==============================================  ======================================

In comes text, out goes a :class:`~docgen.prose.parser.Sentence`, which :class:`~docgen.prose.sandbox.Sandbox`
renders. Nothing here is computed by the machine's binary numbers, nothing loops without an end, and nothing that
is not a text or a number is printed.
"""
