"""Support: what a sentence says beyond what the tables and the other texts of the deck show.

- ``support_rules``: the rules; read this first
- ``scopes``: superlatives over more than is compared (世界で最も多い beside a table of four countries)
- ``strangers``: countries and the like that the table beside does not have
- ``years``: years outside the table beside, and changes from a time that it does not have
- ``samples``: answers of a survey told of all (県内の全世帯)
- ``summaries``: what a summary says of a fact that its page tells otherwise (全て for 240棟のうち228棟)
"""
