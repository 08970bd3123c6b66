"""Hand edits carried over: three ways between the deck as built, the edited deck and the new build."""

from docgen.merging.conflict import Conflict, HandEdit, Rule

__all__ = ["Conflict", "HandEdit", "Rule"]
