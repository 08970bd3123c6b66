"""Time: when a number holds, and what can have happened by when; the rules on periods that cannot all be true.

- ``time_rules``: the rules; read this first
- ``changes_by_calendar``: a change between fiscal years told between calendar years
- ``another_period``: a number that the series has, but at another period (mixed years, calendar for fiscal years)
- ``era_years``: a year by two names that are two years (令和3年（2022年）)
- ``spans``: spans that end before they begin, and lengths that are not theirs (2018年から2022年までの4年間)
- ``published``: what cannot have happened when the deck was published, and sources younger than it
- ``stated_periods``: a plan's period, its first, last and target year against what the deck says elsewhere
- ``elapsed``: which year of a plan a year is
- ``rows_periods``: periods in the cells of a table
- ``told_twice``: a time by its name and by its year that are two (前年度（2019年度）), the latest that is not
- ``streaks``: ○年連続, ○年ぶり against the series
- ``series``: a row or column of a table over its periods, and which of them a sentence speaks of
"""
