"""The next fiscal year: a content folder rolled forward to a new one, its texts edited where they stand."""
