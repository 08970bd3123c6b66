"""The kinds of slide, told to who writes content: in comes a kind, out go its name, its keys and an example.

catalogue   every kind with its Japanese name and what it is for (catalogue.yaml), and those of a layout pack
keys        the keys of a kind's record, with their types and meanings
example     the example of a kind (examples/), and the content folder that it makes with the starter content
gallery     a picture of each kind beside its example
"""
