"""What changed between two compendia, in the document's own terms: values, measures, budgets, pages, texts.

In: two content folders, decks, compendia or built decks. Out: a ``Comparison``, which holds each change once.

- ``compare``: what can be compared, and all changes in their order; read this first
- ``records``: changes of pages and records; ``bodies``: of texts and charts; ``tables``: of tables
- ``hands``: what only one of two decks has of hand edits that neither text, table nor chart tells
- ``change``: a change as a value, as text and as JSON; ``comparison``: all of them
- ``shifts``: what is mechanical, by its kinds; ``years``: texts that differ in years or one word alone
- ``brief``: a comparison as people read it; ``slide``: as pages of a deck
- ``report``: a comparison with pictures of the pages; ``page_pictures``: these; ``html_report``: as HTML
- ``texts``: words as they are printed, texts cut short, sentences paired
"""
