"""Forms: Excel files that go out to the bureaus every spring, and their answers, which come back into the content.

Out, a compendium becomes a ``Form`` of sheets and rows, and an .xlsx. In, what was filled in is matched by the ids in
the hidden column, read, compared with what the content says now, tried in a copy of the folder, shown, and written.

exchange            both ways whole: ``export_form`` and ``import_forms``; read this first
responsible         whose each record is
form, sheet_kinds   a form as values; its sheets with their columns
content             what forms are made from, and answers are read against
make                the rows of all kinds; ``values``, ``measures``, ``budgets``, ``texts``, ``others`` make those of each
sentences           a sentence as it is printed, and an edited one made a template again
workbook            a form as an .xlsx
returned            an .xlsx that came back: what was filled in
gather              the answers of several forms together: conflicts, rows that are gone or were added
reading             what was typed as the number, period, word or text that it means
change              what an answer comes to; ``*_changes`` make it, a file for each kind; ``amounts`` spells numbers
importing, trial    all answers to new files; the folder with them, tried
"""
