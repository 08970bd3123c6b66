"""The work list: everything in a content folder that waits for a person, as text, JSON and Excel."""
