"""The third stage: numbers looked up, judgements made, sentences rendered.

In comes a ``Compendium``, or one record of a script; out go ready pages (:mod:`docgen.ready`), on which nothing
is left to compute. ``records.py`` has both ways in: read it first. ``runs.py`` goes through the deck plan
(``plan.py``) and gives each entry to the kind of page that it names.

A kind of page works at a ``Desk`` (``desk.py``). There it has the data of the compendium and of the year before
(``library.py``), a record of what the page reads and cites (``reader.py``), the narrator of its prose
(``narrator.py``), and the errors met so far, which are raised together at the end.

To change this, open that file:

===============================================  =================================================================
a new kind of page                               ``kinds.py`` says how, ``runs.py`` lists them
a page that is one record of the content         ``page_records.py``; its fields alone say what is made ready
when a change is a trend, a target attained      ``judgements.py``
a row of the value table                         ``values.py``
a word after a value's name in sentences         ``words.py``, and its name in ``docgen/model/prose.py``
a function or a name of sentences                ``vocabulary.py``, and its name in ``docgen/model/prose.py``
which data a figure shows, in which order        ``figure_data.py``, ``data_rows.py``; marks (速報) ``figure_marks.py``
numbers, target marks and sources of a figure    ``figures.py``; its alternative text ``alt_text.py``
the kind of chart of a figure that states none   ``chart_choice.py``; the order of bars ``category_order.py``
what a kind of figure has no place for           ``unshown.py``
a cell of a table, its total rows                ``tables.py``
an indicator's page; its list and overview       ``indicators.py``; ``overviews.py``
candidates, measure charts, prior studies        ``candidates.py``, ``measures.py``, ``precedents.py``
cover, contents, dividers                        ``front.py``
what is marked as changed since last year        ``indicator_changes.py``, ``measure_changes.py``, ``word_diff.py``
what is missing, in a draft and in the final     ``gaps.py``, ``edition.py``
what is carried over and still open              ``open_items.py``
ids and names that are printed of records        ``printed_names.py``
===============================================  =================================================================
"""

from docgen.derive.judgements import TrendRule
from docgen.derive.kinds import PageKind, Place
from docgen.derive.records import derive, derive_record, ready_page
from docgen.derive.runs import KINDS

__all__ = ["KINDS", "PageKind", "Place", "TrendRule", "derive", "derive_record", "ready_page"]
