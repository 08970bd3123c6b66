"""docgen: structured content in, a government data compendium as a native PowerPoint deck out."""
