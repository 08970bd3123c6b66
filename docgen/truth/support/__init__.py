"""Support: what a sentence says beyond what the tables and the other texts of the deck show.

- ``support_rules``: the rules; read this first
- ``scopes``: superlatives over more than is compared (世界で最も多い beside a table of four countries)
- ``strangers``: countries and the like that the table beside does not have
- ``listed_beside``: a thing listed with its number among those of a table that does not have it (薬局は418施設)
- ``years``: years outside the table beside
- ``parts_unknown``: a part (うち3割をのり類が) of which nothing tells
- ``forecasts``: a forecast past all that is shown; ``reasons``: a cause of which nothing tells
- ``courses``: courses (年々増加) and comparisons (前年度, 全国平均) of what the deck has one value of
- ``samples``: answers of a survey told of all (県内の全世帯)
- ``surveys_told``: the way of a survey and whom it asked (訪問 for 郵送)
- ``portions``: parts of a whole that a summary tells otherwise than its page (全て for 240棟のうち228棟)
- ``summaries``: what a summary says of a fact that its page tells otherwise (完了した for 完了する予定)
"""
