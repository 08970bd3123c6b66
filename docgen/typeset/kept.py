"""How many texts a measure of texts keeps.

A page is composed more than once, and its neighbours have words in common; what is older comes back too seldom to be
worth its memory, through which Python's collector of garbage walks again and again.
"""

KEPT = 4096
"""Texts: those of a compendium of a hundred pages."""
