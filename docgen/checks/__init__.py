"""The rules that content, placed slides and the written file are checked by, one function each.

In comes a compendium, its ready pages, a placed deck or a file's bytes; out come Breaches (docgen/breach.py).
The command line decides the exit status.

check                the rules in their order: add a new rule here
content_rules        numbers typed into sentences, missing data, overridden judgements, sentences that are outdated
link_rule            links in texts lead to a page, or to an address that can be followed
unshown_rules        records that no page shows, runs without pages, words of a where that no row has
large_changes        numbers that are far from last year's
placed_rules         marks on the page, collisions, overflowing texts, sizes, ids
chart_rules          lines and slices that a reader tells apart, one axis of values, fills that differ
accessibility_rules  titles, alternative texts, header rows, reading order
contrast_rule        text stands out from what is behind it
written_rules        the XML of the file: languages, alternative texts
"""
