"""What a compendium is: frozen records as content folders and scripts state them. The first values of the way.

compendium                  Compendium, which holds all records; Origin: where they were written; CarriedOver
record                      the base of records; Register: records by id
indicator                   indicators (指標) with their values and pages
measure, budget             measure charts (施策チャート); the amounts of their budget lines
precedent                   prior studies (先行調査)
fact, short_names           numbers that sentences take by a name; which value or fact a name means
edition                     draft and final; what a record says of data that is not there yet
page                        pages of their own with their statements; the order of the deck
analysis                    analysis items, logic elements, findings (所見), candidates (追加指標等候補)
figure, chart_kind          figures, tables and pictures; the kinds of charts
annotation                  what is drawn into a chart beside its data
data, dataset               tables of data and references to them; data files and how they are read
lookup, series              the number in a cell; the points of a value
period, quantity, printing  2022年度, 1,744億円, and how they are printed; year: a year in a record
cells                       what a cell holds: the one reader of values of files, workbooks and scripts
explain, given              errors of pydantic in words, with a place in a file, or the record and field of a script
acceptance                  what people have accepted of what checks find
mark                        marks at numbers: 速報, 推計, *
prose                       what templates may name; words such as 今年度
"""

# ruff: noqa: F403

from typing import TYPE_CHECKING

from docgen.lazy import lazy_names

if TYPE_CHECKING:
    from docgen.model.public import *

__getattr__, __dir__ = lazy_names(__name__, rest="docgen.model.public")
