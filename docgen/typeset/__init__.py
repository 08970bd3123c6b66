"""Text measured before it is written.

In come paragraphs and text bodies (:mod:`docgen.placed`) and the fonts of a layout pack; out go lines, heights and
widths in points, as programs draw them: as LibreOffice does, or as ONLYOFFICE does, whichever takes more lines.
:class:`~docgen.typeset.text_measure.TextMeasure` is the one door to them; a text's markup is read by
:mod:`docgen.prose.markup`.

To change this, open that file:

===================================================  =====================================================
what a height, a width or a bound of lines takes in  ``text_measure.py``
what a table's search knows of a text (in em)        ``profile.py``
another rule where a line may end                    ``breaking.py``; within Latin words ``opportunities.py``
what may not begin or end a line                     ``characters.py``
what no line should part: dates, numbers with units  ``together.py``
where a reader would pause                           ``phrases.py``
where a compound in katakana parts                   ``loanwords.py``, its words ``data/katakana_words.txt``
where Japanese and Latin meet, and the gap there     ``characters.py``; the gap's width ``measured_line.py``
where a text behind a tab stands                     ``tabs.py``
the widths of another font                           ``fonts.py``; which fonts have safe ones ``house_fonts.py``
widths measured from an installed font               ``measured_font.py``
where a machine keeps its font files                 ``font_files.py``
another inline markup                                ``markup.py``
===================================================  =====================================================
"""
