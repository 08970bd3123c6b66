"""Binding: plain sentences tied to the data, each number that exactly one datum bears out by its reference.

In: a content folder. Out: a ``BoundContent``: what is bound, what is ambiguous, what is unbound, and the new files.

bind          the whole way; read this first
content_text  the texts whose numbers may be references, and what stands around each
passage       a text being bound; ``spot``: a number in it
reference     what a sentence can name: values, facts, budget lines; ``cells``: the cells that figures and tables show
computed      shares, differences, sums and multiples of two references
printed_form  the form in which a reference prints what stands at a spot
labels        what the content calls a number; ``words``: how labels and sentences are compared
evidence      what speaks for a reference at a spot; ``doubts``: what speaks against it
choice        the reference that all evidence prefers
by_amount     references found by their numbers
catalogue     all references with their labels; ``meanings``: the texts read in rounds, each knowing what came before
periods       the periods beside bound numbers
bound         the result, its diff, and how it is written
"""
