"""Many decks: one for each bureau, year or prefecture, on several processes or machines.

In: jobs, each of which says what one deck is made of and where it belongs, or a plan of which they are read. Out: a
result for each. A deck that fails stops no other; one whose inputs are as they were is not built again.

- ``build``: ``build_many``; read this first
- ``job`` and ``result``: what goes in and what comes out, as values
- ``plan``: a plan's file to jobs; ``plan_loops``: the values that it goes through
- ``worker``: one job, on the side that builds
- ``running``: jobs on an executor, or on processes of this machine, also where one of them is killed
- ``cluster``: the executor of a Dask cluster
- ``kept_decks``: decks that were built before, in the user's cache (``docgen build --cache``)
- ``inputs``: the digest of all that a deck is made of; ``manifest``: which decks lie in a folder, and of what
"""
