"""The file that holds what people have accepted, and the code by which it holds signatures."""

ACCEPTED_FILE = "accepted.yaml"
"""What people have accepted of what checks find; a review reads it."""

SIGNED = "page-unsigned"
"""The rule whose acceptances are signatures."""
